/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date.h"

G_BEGIN_DECLS

/**
 * dl_date_parse_plain:
 * @text: of @bytes bytes, which need not end with U+0000
 * @date: (out): what dl_date_parse_thorough() makes of it; undefined after failure
 *
 * Reads what nearly every date of a large file is: a day with a year of four digits, such
 * a day with the time to the second or a part of that, in UTC or without an offset, and an
 * interval of two that are alike.
 *
 * Returns: FALSE for every other text, be it a date or not
 */
gboolean dl_date_parse_plain (const char *text, gsize bytes, DlDate *date);

/* The same of any date. @error: as dl_date_parse() */
gboolean dl_date_parse_thorough (const char *text, gsize bytes, DlDate *date, GError **error);

/* What dl_date_parse() makes of a time without an offset that is written with digits of a second, the
 * last of which counts @step nanoseconds: for who has the time, and writes it himself.
 * @at: from -9999 to 9999 */
void dl_date_from_moment (DlInstant at, gint32 step, DlDate *date);

/* The same of an interval of two. Returns: FALSE, with @date spoilt, where the text is to be parsed */
gboolean dl_date_from_moments (DlInstant start, gint32 start_step, DlInstant end, gint32 end_step, DlDate *date);

G_END_DECLS
