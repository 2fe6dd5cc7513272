/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From this rank on a date is one of the record, not of what it tells of: when a row was created. */
#define DL_ROW_RANK_RECORD 8
/* Of bounds, which may be those of anything that is measured: plain numbers below it are no years. */
#define DL_ROW_RANK_BOUND 7
/* And from this one on that it has any is only guessed. */
#define DL_ROW_RANK_GUESS 6

/**
 * DlRowMeaning:
 * @DL_ROW_OTHER: something that Dateline has no place for
 * @DL_ROW_NOTHING: the same, but of no use to a reader: a colour, a coordinate
 * @DL_ROW_START: when it was, or began
 * @DL_ROW_YEAR: the parts of that
 * @DL_ROW_TIME: the time of day
 * @DL_ROW_DATE_NOTE: how the date is to be shown
 * @DL_ROW_TAGS: topics with commas between them
 * @DL_ROW_SOURCE: an address, or the name of a source
 * @DL_ROW_LINK_TEXT: what the address of a source is called
 * @DL_ROW_ERA: whether the year is before Christ
 * @DL_ROW_ALL_DAY: whether it is one of days, whatever times it has
 * @DL_ROW_PRECISION: how much of the dates is meant: "year", where a first of January stands for it
 * @DL_ROW_DOUBT: whether the dates, or that of the start, are approximate or uncertain
 * @DL_ROW_END_DOUBT: the same of the end
 * @DL_ROW_QUOTE: somebody's words
 * @DL_ROW_SPEAKER: whose they are
 * @DL_ROW_KIND: in a sheet of TimelineJS: whether it is an event, the title or an era
 *
 * What a column of a table, or a member of an object, tells of an event.
 */
typedef enum
{
  DL_ROW_OTHER,
  DL_ROW_NOTHING,
  DL_ROW_START,
  DL_ROW_END,
  DL_ROW_YEAR,
  DL_ROW_MONTH,
  DL_ROW_DAY,
  DL_ROW_TIME,
  DL_ROW_END_YEAR,
  DL_ROW_END_MONTH,
  DL_ROW_END_DAY,
  DL_ROW_END_TIME,
  DL_ROW_DATE_NOTE,
  DL_ROW_TITLE,
  DL_ROW_TEXT,
  DL_ROW_PLACE,
  DL_ROW_PERSON,
  DL_ROW_TOPIC,
  DL_ROW_TAGS,
  DL_ROW_SOURCE,
  DL_ROW_CREDIT,
  DL_ROW_CAPTION,
  DL_ROW_LINK_TEXT,
  DL_ROW_STATUS,
  DL_ROW_IMPORTANCE,
  DL_ROW_ID,
  DL_ROW_ERA,
  DL_ROW_KIND,
  DL_ROW_ALL_DAY,
  DL_ROW_PRECISION,
  DL_ROW_DOUBT,
  DL_ROW_END_DOUBT,
  DL_ROW_QUOTE,
  DL_ROW_SPEAKER,
  DL_ROW_N_MEANINGS,
} DlRowMeaning;

/* Whether a name, in the words of dl_row_name_dup_words(), is one of those that are known. @meaning: (out); @rank:
 * (out): as of dl_row_name_get_meaning() */
gboolean dl_row_name_look_up (const char *name, DlRowMeaning *meaning, guint *rank);

/* The same of a word for dates and one for a start or an end, in either order: "datum eind", "fechafin". */
gboolean dl_row_name_look_up_compound (const char *name, DlRowMeaning *meaning, guint *rank);

/**
 * dl_row_name_get_meaning:
 * @name: the name of a column: "Start Date", "startDate", "START_DATE", "開始日"
 * @rank: (out): of several of one meaning the one with the lowest is meant
 *
 * A name says what a column may be, not what it is: "time" may be a date or the
 * time of day, "event" a title or a number. What stands in it decides.
 */
DlRowMeaning dl_row_name_get_meaning (const char *name, guint *rank);

/* The letters of a name, small, its words with one space between them: "startDate (UTC)" is "start date utc".
 * Returns: (transfer full) */
char *dl_row_name_dup_words (const char *name);

/* Whether short numbers below it are years, as those of a reign are. */
gboolean dl_row_name_is_of_years (const char *name);

/* Whether what stands below it tells how a record was kept, or what everything has, and parts no
 * events: "Language", "Gender", "Confidence". */
gboolean dl_row_name_is_of_record (const char *name);

/* Whether dates below it are those of the record: "last updated", "entry". */
gboolean dl_row_name_is_of_other_dates (const char *name);

/* Whether what stands below it tells of what kind something is, whatever it is a kind of: "milestone type". */
gboolean dl_row_name_is_of_kind (const char *name);

/* Whether addresses may stand below it, whatever they lead to: "official url", "Agenda Link". */
gboolean dl_row_name_is_of_links (const char *name);

/* Whether it is one of births or deaths: "date of birth", "died" */
gboolean dl_row_name_is_of_life (const char *name);

/* Whether below it stands from when years are counted: "era", "calendar". */
gboolean dl_row_name_is_of_eras (const char *name);

/* Whether below it stand decades or centuries, which date what has no finer date: "decade". @decades: (out):
 * whether these are decades */
gboolean dl_row_name_is_of_spans (const char *name, gboolean *decades);

/* Whether below it stands when the record was made or changed, or how a program finds it: "createdTime", "slug". */
gboolean dl_row_name_is_of_bookkeeping (const char *name);

/* Whether it is the code of a language: "en", "pt-BR". */
gboolean dl_row_name_is_language (const char *name);

/* Whether it is a number of four digits, which is a year where nothing speaks against it.
 * @text: (nullable) */
gboolean dl_row_name_is_year (const char *text);

/* Whether below it stands where something is on a map: "lat", "location.longitude". */
gboolean dl_row_name_is_of_map (const char *name);

/* Whether below it stands by which clock or on which weekday something was. */
gboolean dl_row_name_is_of_clock (const char *name);

/* Whether it says of the start what it says: "start year approx" */
gboolean dl_row_name_is_of_start (const char *name);

/* Whether it is what the names of people have before their family names, or these. */
gboolean dl_row_name_is_given (const char *name);
gboolean dl_row_name_is_family (const char *name);

/* Whether it is what a list is called that tells what happened, and nothing else: "events", "localEvents".
 * @slot: (out): and this took the whole time that it has, as talks do */
gboolean dl_row_name_is_of_happenings (const char *name, gboolean *slot);

/* Whether such a name is a topic of these, as it says of what sort they are: "births" */
gboolean dl_row_name_is_of_sort (const char *name);

/* Whether it is what a list of events is called, rather than a topic. */
gboolean dl_row_name_is_container (const char *name);

G_END_DECLS
