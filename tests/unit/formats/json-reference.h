/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  REFERENCE_VALID,
  REFERENCE_INVALID,
  REFERENCE_DEEP, /* valid so far, but nested deeper than 512 levels */
} ReferenceVerdict;

/* Whether @text is JSON as RFC 8259 says, in UTF-8, after one optional byte
 * order mark. Follows the grammar rule by rule, recursively: slow, and written
 * without a look at the scanner that it judges. */
ReferenceVerdict json_reference_check (const char *text, gsize length);
