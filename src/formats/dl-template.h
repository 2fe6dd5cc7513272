/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What programs that fill in pages have in them: lines before the first element, "{% extends … %}", "@section('…')",
 * "---" with settings up to another; and places that are filled in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a page begins in [@at, @end): its first "<", where need be behind lines of a template. Settings stand before
 * texts of Markdown, too, in which there may be elements; behind them a page is only what has more of one than that.
 * Returns: (nullable): NULL where it is no page */
const char *dl_template_find_page (const char *at, const char *end);

/* Whether there are places in @text that a program fills in: "Years of {{ name }}". */
gboolean dl_template_has_marks (const char *text);

G_END_DECLS
