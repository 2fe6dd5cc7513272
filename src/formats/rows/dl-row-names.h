/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "formats/rows/dl-row-meaning.h"

G_BEGIN_DECLS

/* From this rank on a date is one of the record, not of what it tells of: when a row was created. */
#define DL_ROW_RANK_RECORD 8
/* Of bounds, which may be those of anything that is measured: plain numbers below it are no years. */
#define DL_ROW_RANK_BOUND 7
/* And from this one on that it has any is only guessed. */
#define DL_ROW_RANK_GUESS 6

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
