/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_utf8_validate:
 * @length: in bytes
 * @end: (out) (optional): the first byte that is no part of it, or the end
 *
 * As g_utf8_validate_len(), for texts of many megabytes: with long steps over ASCII, of
 * which most of a file is. U+0000 is none of a text here too.
 *
 * Returns: whether all of it is UTF-8
 */
gboolean dl_utf8_validate (const char *text, gsize length, const char **end);

G_END_DECLS
