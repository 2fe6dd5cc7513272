/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-json.h"

G_BEGIN_DECLS

/* Finding one's way in a text that dl_json_scan_new() has found to be valid.
 * None of this recurses or looks beyond what it is given. */

/**
 * DlJsonCursor:
 * @offset: in bytes
 * @line: from 1; lines end with \n, \r\n or \r
 * @column: from 1, in Unicode characters
 *
 * A place in a text that moves forward, so that many places in ascending
 * order cost one reading of the text.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       offset;
  guint       line;
  guint       column;
} DlJsonCursor;

/* Puts @cursor at the start of @text, behind a byte order mark. */
void dl_json_cursor_init (DlJsonCursor *cursor, const char *text, gsize length);
/* Moves @cursor to @offset; a place before it is found from the start again. */
void dl_json_cursor_move (DlJsonCursor *cursor, gsize offset);

/* Where the value that begins at @start ends. */
gsize dl_json_skip_value (const char *text, gsize start, gsize end);

/* Whether the string that begins with the quote at @start, its escapes
 * undone, is @plain. */
gboolean dl_json_string_is (const char *text, gsize start, gsize end, const char *plain);

/* The string that begins with the quote at @start, its escapes undone; there
 * is no U+0000 and no half of a surrogate pair in it. @length: (out): its bytes.
 * Returns: (transfer full) */
char *dl_json_string_dup (const char *text, gsize start, gsize end, gsize *length);

/**
 * dl_json_find:
 * @start: where a value begins
 * @end: where it ends, or later
 * @path: a JSON pointer (RFC 6901) from that value on: "/quotes/0/text"
 * @offset: (out): where the value that @path names begins
 *
 * Of several members of one name the last is meant.
 *
 * Returns: whether there is such a value
 */
gboolean dl_json_find (const char *text, gsize start, gsize end, const char *path, gsize *offset);

/**
 * dl_json_path_at:
 * @start: where a value begins
 * @end: where it ends, or later
 * @offset: a place within it
 * @value: (out) (optional): where the innermost value around @offset begins;
 *   within the name of a member it is the name
 *
 * The way back. A place in a member's name belongs to the object around it.
 *
 * Returns: (transfer full): a JSON pointer from that value on; "" is the value itself
 */
char *dl_json_path_at (const char *text, gsize start, gsize end, gsize offset, gsize *value);

G_END_DECLS
