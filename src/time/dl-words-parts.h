/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-calendar.h"
#include "time/dl-edtf.h"

G_BEGIN_DECLS

/* Japanese and Korean count by the first, most others by the second. */
#define DL_MYRIAD 10000
#define DL_MILLION 1000000

/*
 * What the words of this room are made of. A translated pattern has named
 * places ("{day} {month} {year}"), so that each language sets its own order
 * and what stands between; the names of months and weekdays are translated
 * with the program, because the desktop's locale may speak another language.
 */

/* @pattern with "{name}" replaced, for each pair of a name and its text, up to
 * a final NULL. Returns: (transfer full) */
char *dl_words_fill (const char *pattern, ...) G_GNUC_NULL_TERMINATED;

/* Names in the reader's language: @month 1 to 12, @weekday 0 Monday to 6. */
const char *dl_words_month (int month, gboolean brief);
const char *dl_words_weekday (int weekday, gboolean brief);

/* A whole number, grouped from five digits on: "1667", "12,000". Returns: (transfer full) */
char *dl_words_number (gint64 number);

/* @number, not negative, as East Asia counts it, by ten thousands: 1億7000万.
 * Other languages have no use for it. Returns: (transfer full) */
char *dl_words_myriads (gint64 number);

/* A number of years, not negative: "1667", "12,000"; 1万2000 in Japanese.
 * Returns: (transfer full) */
char *dl_words_years (gint64 number);

/* @thousandths with at most three decimals, "66.5". Returns: (transfer full) */
char *dl_words_decimal (gint64 thousandths);

/* A year that stands alone ("2025", "44 BC", "170 million BC"), or where
 * a date's pattern has its {year}. Returns: (transfer full) */
char *dl_words_year (gint64 year);
char *dl_words_year_in_date (gint64 year);

/* A year far enough back, rounded to three digits: "170 million years ago".
 * Returns: (transfer full) (nullable): NULL for one less than a million years before year 0 */
char *dl_words_years_ago (gint64 year);

/* "25 October 2025", "October 2025" or "2025", by @unit; @weekday where the day has one that may be
 * told. Returns: (transfer full) */
char *dl_words_date (const DlCivil *civil, DlUnit unit, gboolean weekday, gboolean brief);

/* "22", "22:00" or "22:00:05", by @unit. Returns: (transfer full) */
char *dl_words_clock (int hour, int minute, int second, DlUnit unit);

/* "22:00:05.25": @nanos to so many @digits, cut and not rounded. Returns: (transfer full) */
char *dl_words_clock_part (int hour, int minute, int second, gint32 nanos, int digits);

/* "1964–2008", "60–44 BC", "44 BC to AD 14"; both included. Returns: (transfer full) */
char *dl_words_year_range (gint64 first, gint64 last);

/* Dates that are no single day, month or year, without their qualifiers: with
 * X digits ("the 1560s"), with `S` ("about 1950 (within 1900–1999)"), and
 * seasons and other parts of a year ("spring 2026"). Returns: (transfer full) */
char *dl_words_unspecified (const DlEdtfPoint *point, gboolean brief);
char *dl_words_significant (const DlEdtfPoint *point);
/* "14th century", as it stands by itself; within a sentence dl_words_unspecified() has the words.
 * Returns: (transfer full) (nullable): NULL for what is no century */
char *dl_words_lone_century (const DlEdtfPoint *point);
char *dl_words_season (const DlEdtfPoint *point);

G_END_DECLS
