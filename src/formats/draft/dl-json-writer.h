/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing JSON a piece at a time, for texts of which no tree is to be made:
 * a million events are written like this. */

/* A string with its quotes. What is no UTF-8, and U+0000, becomes U+FFFD. */
void dl_json_write_string (GString *out, const char *text);
/* The same of @length bytes, none of which is U+0000. */
void dl_json_write_string_len (GString *out, const char *text, gsize length);

/* `"name": "text"`, where @name has nothing that must be escaped. */
void dl_json_write_pair (GString *out, const char *name, const char *text);

/* `"name": "text", `, or nothing where @text is NULL or empty. */
void dl_json_write_member (GString *out, const char *name, const char *text);

/* Takes the `, ` back that stands behind the last member. */
void dl_json_write_end (GString *out);

G_END_DECLS
