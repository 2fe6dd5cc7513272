/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date.h"

G_BEGIN_DECLS

/**
 * dl_date_query_parse:
 * @text: what a person typed, UTF-8
 * @as_of: the timeline's as-of moment; at a midnight it is the end of the day before
 * @has_as_of: whether there is one
 * @now: the present, for "today" and "years ago"
 * @reference: where the reader looks, such as the middle of the view: its year
 *   is meant where none is given ("25 October")
 * @zone: (nullable): of the axis; its midnights part the days
 * @date: (out): laid on the axis; untouched on failure
 * @error: %DL_ERROR_INVALID_DATE with a sentence for the reader
 *
 * Reads a date for "Go to date". An EDTF string comes first; then everyday
 * words in the reader's language, in English, and as Japanese and Korean write
 * dates: "Oct 2025", "October 25, 2025", "25.10.2025", "2025年10月25日",
 * "44 BC", "the 1960s", "19th century", "66 million years ago", "today",
 * "as of". The day's clock may follow ("25 Oct 2025, 22:00"); a weekday must be right
 * from 15 October 1582 on.
 *
 * Of 3/4/2025 the day comes first, unless the reader's locale puts the month
 * first or only the other way gives a date. "1900s" is the century, as it is
 * said elsewhere here; years ago are approximate, to the last digit given.
 * What is not clear is an error, never a guess.
 *
 * Returns: whether @text is a date
 */
gboolean dl_date_query_parse (const char   *text,
                              DlInstant     as_of,
                              gboolean      has_as_of,
                              DlInstant     now,
                              DlInstant     reference,
                              const DlZone *zone,
                              DlDate       *date,
                              GError      **error);

/* Whether a strftime() format puts the month before the day: "%D" does, and
 * "%Y年%m月%d日"; ISO's "%Y-%m-%d" does not count. */
gboolean dl_date_format_is_month_first (const char *format);

G_END_DECLS
