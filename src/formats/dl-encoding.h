/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlEncoding:
 * @name: what the text was in, as iconv calls it; NULL for UTF-8
 * @declared: the file itself says so
 * @damaged: UTF-8, but not throughout
 * @valid: what is made of the bytes is UTF-8 throughout, and has no U+0000
 * @at: where in the text the first character stands that tells, in bytes
 *
 * What the bytes of a file stand for.
 */
typedef struct
{
  const char *name;
  gboolean    declared;
  gboolean    damaged;
  gboolean    valid;
  gsize       at;
} DlEncoding;

/**
 * dl_encoding_decode:
 * @bytes: a whole file
 * @encoding: (out): what it is in
 *
 * The file in UTF-8: by its byte order mark, or without one by what it can only be;
 * by what XML or HTML declare; else, where it is not UTF-8, as Windows-1252, which
 * ISO 8859-1 is part of. A text that is UTF-8 but for a few bytes stays as it is: who
 * reads it replaces these.
 *
 * Returns: (transfer full): @bytes where they are UTF-8
 */
GBytes *dl_encoding_decode (GBytes *bytes, DlEncoding *encoding);

G_END_DECLS
