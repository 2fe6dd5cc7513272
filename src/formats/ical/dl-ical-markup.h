/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A description as plain text. In one with tags of HTML the line feeds of iCalendar, "\n", are still meant
 * as such, unless they stand beside a tag that makes a line of its own. Returns: (transfer full) */
char *dl_ical_markup_to_text (const char *markup);

G_END_DECLS
