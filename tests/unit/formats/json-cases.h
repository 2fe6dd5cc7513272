/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Texts that RFC 8259 calls JSON and texts that it does not. */
typedef struct
{
  const char *text;
  gsize       length;
} JsonCase;

extern const JsonCase json_accepted[];
extern const guint    json_n_accepted;
extern const JsonCase json_rejected[];
extern const guint    json_n_rejected;
