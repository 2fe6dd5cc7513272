/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a string of JSON or JavaScript, its escapes undone and its parts joined,
 * or of a name without quotes, that begins at @at of @text and was found to be whole.
 * Returns: (transfer full): UTF-8 without U+0000 */
char *dl_literal_string_dup (const char *text, gsize length, gsize at);

/* Whether that is @plain. */
gboolean dl_literal_string_is (const char *text, gsize length, gsize at, const char *plain);

G_END_DECLS
