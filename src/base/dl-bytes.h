/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Eight bytes of a text at a step, as one number: each of them 1, and the top bit of each. */
#define DL_BYTES_ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define DL_BYTES_TOPS G_GUINT64_CONSTANT (0x8080808080808080)

G_END_DECLS
