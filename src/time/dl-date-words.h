/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/* Which comes first where a date is three numbers with the year last: 4/7/1776. */
typedef enum
{
  DL_DAY_MONTH_UNKNOWN,
  DL_DAY_MONTH_DAY_FIRST,
  DL_DAY_MONTH_MONTH_FIRST,
} DlDayMonthOrder;

/**
 * DlDateWordsHere:
 * @now: the present, for "today" and "years ago"
 * @as_of: the timeline's as-of moment; at a midnight it is the end of the day before
 * @has_as_of: whether there is one
 * @zone: (nullable): of the axis; its midnights part the days
 *
 * Where a person is who types a date. There is no such place in a file.
 */
typedef struct
{
  DlInstant     now;
  DlInstant     as_of;
  gboolean      has_as_of;
  const DlZone *zone;
} DlDateWordsHere;

/**
 * DlDateWordsContext:
 * @order: of day and month, where it is known, as from other dates of a column
 *   (see #DlDateWordsFound.order)
 * @bare_years: a number of one or two digits is a year ("30"), as is one of
 *   more than four, and the year comes first in "27-01-01"; else these are not
 *   clear. A year with a minus is astronomical: -44 is 45 BC.
 * @foreign: not known to be EDTF: "1720-23" may be four years as well as an
 *   autumn, so it is ambiguous, and "?-1490" lasts until that year
 * @has_year: whether @year is known
 * @year: astronomical, which is meant where none is given ("25 October")
 * @here: (nullable): of a person who types; their language's words, "today",
 *   "as of" and "2000 years ago" are understood only then
 *
 * What is known besides the text. All zeros, or no context, is right for a
 * file that says nothing: it reads the same whoever reads it, and whenever.
 */
typedef struct
{
  DlDayMonthOrder        order;
  gboolean               bare_years;
  gboolean               foreign;
  gboolean               has_year;
  gint64                 year;
  const DlDateWordsHere *here;
} DlDateWordsContext;

/**
 * DlDateForm:
 * @DL_DATE_FORM_EDTF: EDTF already, and given back as it stands
 * @DL_DATE_FORM_MACHINE: as programs write, with one meaning: other spellings
 *   of ISO 8601 ("20140320T120000Z", "2014/3/20", "2014-03-20 12:00"), years as
 *   numbers, RFC 2822 and JavaScript's "Sat May 20 1961 00:00:00 GMT-0600"
 * @DL_DATE_FORM_WORDS: read from words
 */
typedef enum
{
  DL_DATE_FORM_EDTF,
  DL_DATE_FORM_MACHINE,
  DL_DATE_FORM_WORDS,
} DlDateForm;

/**
 * DlDateAnswer:
 * @DL_DATE_ANSWER_READ: there is a date
 * @DL_DATE_ANSWER_NONE: the text says that there is none: "", "n.d.", "n/a", "-"
 * @DL_DATE_ANSWER_UNKNOWN: it says that there is one which is not known: "unknown", "?", "不明"
 * @DL_DATE_ANSWER_AMBIGUOUS: it can be two dates
 * @DL_DATE_ANSWER_NO_YEAR: a day or month whose year is not given
 * @DL_DATE_ANSWER_TODAY: what it means depends on the day on which it is read
 * @DL_DATE_ANSWER_IMPOSSIBLE: it is read, but there is no such day
 * @DL_DATE_ANSWER_OTHER_ERA: its years are counted from another beginning: "1445 AH", "TA 3019"
 * @DL_DATE_ANSWER_UNREAD: not understood
 */
typedef enum
{
  DL_DATE_ANSWER_READ,
  DL_DATE_ANSWER_NONE,
  DL_DATE_ANSWER_UNKNOWN,
  DL_DATE_ANSWER_AMBIGUOUS,
  DL_DATE_ANSWER_NO_YEAR,
  DL_DATE_ANSWER_TODAY,
  DL_DATE_ANSWER_IMPOSSIBLE,
  DL_DATE_ANSWER_OTHER_ERA,
  DL_DATE_ANSWER_UNREAD,
} DlDateAnswer;

#define DL_DATE_READING_SIZE 32

/**
 * DlDateWordsFound:
 * @answer: what became of the text
 * @form: how it was written; only for %DL_DATE_ANSWER_READ
 * @order: which order of day and month this very text shows ("25/10/2025" the
 *   day first), or %DL_DAY_MONTH_UNKNOWN; not what the context said
 * @readings: both dates as EDTF; only for %DL_DATE_ANSWER_AMBIGUOUS. For three
 *   numbers the one with the day first comes first
 */
typedef struct
{
  DlDateAnswer    answer;
  DlDateForm      form;
  DlDayMonthOrder order;
  char            readings[2][DL_DATE_READING_SIZE];
} DlDateWordsFound;

/**
 * dl_date_words_to_edtf:
 * @text: a date as people and programs write it, UTF-8
 * @context: (nullable): what is known besides
 * @found: (out) (optional): how it was written, or why it could not be read
 * @error: %DL_ERROR_INVALID_DATE with a sentence that names the text
 *
 * The one reader of dates that are not EDTF. EDTF comes first and stays as it
 * is; then what programs write, then words in English, and as Japanese, Korean
 * and Chinese write dates, whatever the locale: "c. 1850", "July 4, 1776", "XIXe siècle",
 * "Spring 2019", "1st century BC", "late 19th century", "1727–31",
 * "3–5 June 2004", "before 1900", "between 1900 and 1910", "13.7 Ga",
 * "1334年11月3日". The EDTF is as exact as the words are: a month is no day.
 *
 * Of 3/4/2025 the context says which is the month, or one number beyond 12;
 * else it is ambiguous. 3.4.2025 has the day first. "1900s" is the century.
 * Years counted back from the present ("279 kya", "10,000 years ago") are only
 * read where it does not matter when, and are approximate to the last digit
 * given. "Early", "mid" and "late" are thirds, approximate where they meet.
 * "Before 1900" is 1899 or earlier, "until 1900" lasts to some time in it. What
 * is not clear is an error, never a guess.
 *
 * Returns: (transfer full) (nullable): EDTF that dl_date_parse() takes
 */
char *
dl_date_words_to_edtf (const char *text, const DlDateWordsContext *context, DlDateWordsFound *found, GError **error);

/**
 * dl_date_words_get_absence:
 * @text: what stands where a date belongs, or a name
 *
 * The words for what is not there, in whatever language and with brackets or not. It takes
 * little time where @text is none of them.
 *
 * Returns: %DL_DATE_ANSWER_NONE, %DL_DATE_ANSWER_UNKNOWN, or %DL_DATE_ANSWER_READ where the
 *   text says neither
 */
DlDateAnswer dl_date_words_get_absence (const char *text);

/* Whether a text, of a date or of anything, is what programs write where there is nothing: "NULL", "n/a", "–". */
gboolean dl_date_words_is_nothing (const char *text);

/* Whether a text, as the end of something, says that there is none yet: "present", "ongoing", "now", "..". */
gboolean dl_date_words_is_open (const char *text);

/**
 * DlDateEra:
 * @DL_DATE_ERA_NONE: nothing of the kind
 * @DL_DATE_ERA_OURS: how long ago it was, "BP": with its number that is read
 * @DL_DATE_ERA_OTHER: of another calendar, whose years are not turned into ours: "AH", "Heisei"
 * @DL_DATE_ERA_INVENTED: of an invented world: "Third Age", "BBY"
 *
 * From when years are counted that are neither AD nor BC.
 */
typedef enum
{
  DL_DATE_ERA_NONE,
  DL_DATE_ERA_OURS,
  DL_DATE_ERA_OTHER,
  DL_DATE_ERA_INVENTED,
} DlDateEra;

/* The era that is called @name and nothing else, as in a column of eras. */
DlDateEra dl_date_words_get_era (const char *name);

/* The era that a date, or the name of a column of dates, counts in: "TA 3019", "Year (TA)"; never
 * %DL_DATE_ERA_OURS. It says something only where @text is not read. */
DlDateEra dl_date_words_find_era (const char *text);

/* Why a date of @era, %DL_DATE_ERA_OTHER or %DL_DATE_ERA_INVENTED, is not read. Returns: (transfer full) */
char *dl_date_words_dup_era_reason (const char *text, DlDateEra era);

/**
 * dl_date_words_suggest:
 * @text: what stands where EDTF belongs, and is none
 *
 * Returns: (transfer full) (nullable): the EDTF that was probably meant,
 *   "1969-01-09" for "9 January 1969" or "1969-1-9"; %NULL where that is not clear
 */
char *dl_date_words_suggest (const char *text);

/* Whether @words are read as the date that @edtf is: "late 5th century – 511". */
gboolean dl_date_words_mean (const char *words, const char *edtf);

G_END_DECLS
