/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the text of a cell says by itself, in whatever column it stands. */
#pragma once

#include "time/dl-date-words.h"

G_BEGIN_DECLS

/* Where something is, as maps write it: "Point(13.4 52.5)". */
gboolean dl_row_text_is_geometry (const char *text);

/* A colour as pages write it: "#ff8800", "rgb(255, 136, 0)". */
gboolean dl_row_text_is_color (const char *text);

/* Words as they stand in an address: "moon-landing". */
gboolean dl_row_text_is_slug (const char *text);

/* "true" or "false", in any case of letters. */
gboolean dl_row_text_is_truth (const char *text);

/* Whether @text is a time of day: "14:30", "2:30 PM". @out: (nullable): gets it as
 * EDTF writes it, "T14:30" */
gboolean dl_rows_read_clock (const char *text, GString *out);

/* Whether @text is two times of one day: "08:00–13:00", "4:00 – 5:30 PM", or one from which on something
 * is: "8:00~". @first, @last: get them as EDTF writes them, the latter nothing where there is none */
gboolean dl_rows_read_clocks (const char *text, GString *first, GString *last);

/* Whether @text is two short numbers and a year, with slashes or hyphens: 3/4/2025.
 * @order: (out): what it shows of their order */
gboolean dl_rows_is_slashed (const char *text, DlDayMonthOrder *order);

/* Whether @text says of what era a year is: "BC", "CE", or "true" of a column that is called so.
 * @before: (out): whether it is before Christ */
gboolean dl_rows_read_era (const char *text, gboolean *before);

/* Whether @text is a whole number that can only be a year far before Christ, not a count of
 * seconds: -10000, -4600000000. */
gboolean dl_rows_is_deep_year (const char *text);

/* A day as spreadsheets write it, "11-Mar-15", or as plans do, "Mo. 22.09.25", with all digits of its year: those up
 * to 29 are of this century; and with the day of the week in English. @is_short: (out): whether it had two of them.
 * Returns: (transfer full) (nullable): NULL where it is no such day */
char *dl_rows_dup_whole_year (const char *text, gboolean *is_short);

/* A whole number that a program wrote with an exponent: "-4.5E+09". Returns: (transfer full) (nullable) */
char *dl_rows_dup_plain_number (const char *text);

/* A month as spreadsheets write it, "Mar-46", with all digits of its year; @any: also those that might be
 * days: "Mar-15". Returns: (transfer full) (nullable): NULL where it is no such month */
char *dl_rows_dup_month_year (const char *text, gboolean any);

/* Whether a year has lost its century: "'37", "summer ’69" */
gboolean dl_rows_has_short_year (const char *text);

/* Whether @text is a day with points, its year first: 1919.5.4. Beside such 1920.8 is a month. */
gboolean dl_rows_is_pointed_day (const char *text);

/* Whether @text is a month and a day of it: 07-20. */
gboolean dl_rows_is_month_day (const char *text);

/* A text without the words in brackets at its end, "1914 (outbreak of war)", which are a remark where
 * the whole is no date. Returns: (transfer full) (nullable): NULL where there are none */
char *dl_rows_dup_without_remark (const char *text);

/* The two years of "1848/9" below a name for years, where no month is meant. Returns: (transfer full) (nullable) */
char *dl_rows_dup_both_years (const char *text);

/* "-44/03/15" and "-753-3-21" of a program that counts no year 0: the year alone is counted
 * on. EDTF, with four digits and two and two, is left as it is.
 * Returns: (transfer full) (nullable) */
char *dl_rows_dup_counted_on (const char *text);

/* "0930" and "930" with a colon, where the minutes are such as plans have. Returns: (transfer full) (nullable) */
char *dl_rows_dup_compact_clock (const char *text);

/* Whether it is a number with a fraction, and no year with its month: -485.4 */
gboolean dl_rows_is_fraction (const char *text);

/* Whether a text is the name of a file of pictures, sounds or pages: "cover.png" */
gboolean dl_rows_is_file (const char *text);

/* Whether a place or a time is still to be told, or not known: "TBD" */
gboolean dl_rows_is_to_be_told (const char *text);

/* Whether a text can be nothing but a date: "c. 1850", "July 1969", "1850–1860", but not "100–200". */
gboolean dl_rows_is_surely_date (const char *text);

/* Whether @text, in any case of letters, is one of those between the strokes of @words: "|done|held|". */
gboolean dl_rows_is_one_of (const char *text, const char *words);

/* What a cell below a name says of how exact a date is. @mark: (out): '~', '?', or '\0' where there is no doubt.
 * Returns: FALSE where it says something else */
gboolean dl_rows_read_doubt (const char *name, const char *text, char *mark);

/* Whether a text is how much of a date is meant: "month" */
gboolean dl_rows_read_precision (const char *text);

/* How many bytes of a date are meant, where @text is what TimeGlider calls that: "ye", "mo", "da",
 * "ho", "mi" or "se"; else 0. */
gsize dl_rows_get_shown_length (const char *text);

/* Whether @text is a day with the midnight of UTC, or of no zone, that begins it:
 * "2025-01-31T00:00:00Z", "2025-01-31 00:00:00". */
gboolean dl_rows_is_midnight (const char *text);

/* The same of the last second of a day, which ends it: "2025-01-31T23:59:59Z". */
gboolean dl_rows_is_last_second (const char *text);

/* A day as spreadsheets count them, since 1899, with a time of day as its fraction: 25404.5.
 * @out: (nullable): gets it as EDTF */
gboolean dl_rows_read_serial (const char *text, GString *out);

/* "ca -3200" as "ca 3200 BC": years with a minus are before Christ in tables.
 * Returns: (transfer full) (nullable): NULL where it is nothing of the kind */
char *dl_rows_dup_about_before (const char *text);

/* Seconds or milliseconds since 1970, as programs count. Returns: (transfer full) (nullable): EDTF */
char *dl_rows_read_epoch (const char *text);

/* Whether @text is two whole years with a slash between, the first of which has a minus and fewer digits than EDTF has:
 * "-500/-400". */
gboolean dl_rows_is_span_of_years (const char *text);

/* A whole number, with a sign or not. */
gboolean dl_rows_read_integer (const char *text, gint64 *number);

G_END_DECLS
