/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* Elements by which it is known what a list holds. */
#define DL_JSON_ELEMENTS_SEEN 20

gboolean dl_json_is_year (const DlLiteral *value);

/* Whether a value below a name for years dates what stands around it: a year, or text that is a date, "1962–1968",
 * "1990s". */
gboolean dl_json_is_years (const DlLiteral *value);

/* The member "date", or "day", of an object that has no title and no text beside it, or nothing: what else is in
 * it is of that date. */
DlLiteral dl_json_get_lone_date (const DlLiteral *object);

/* How many of the first elements are of which kind. Returns: how many were looked at */
guint dl_json_count_kinds (const DlLiteral *value, guint *objects, guint *lists);

/* Whether an object is the picture of a graph: nodes with their places, and edges between
 * them. Its nodes may be posts with dates; it is no timeline. */
gboolean dl_json_is_graph (const DlLiteral *object);

/* Whether the only key is a number of four digits, which may be the code of an answer, or of
 * a place, as well: it is a year where the object is called what events are. */
gboolean dl_json_is_doubtful (const DlLiteral *value, gboolean container);

/* Whether an object has nothing but a year and lists of objects, and maybe what it is known by in a program: these
 * happened in that year. @year: (out) */
gboolean dl_json_is_year_of_lists (const DlLiteral *object, DlLiteral *year);

/* The text of a string, or of an object that has it in several languages, {"en": "…", "fr": "…"}: of these the one
 * in English, or the first. Returns: (transfer full) (nullable) */
char *dl_json_dup_words (const DlLiteral *value);

/* What an object, or one in it that tells of the whole, says in what the numbers of its dates count back:
 * {"unit": "Ma", …}; or nothing. */
DlLiteral dl_json_find_unit (const DlLiteral *object);

/* Which object says what the whole is called: the outermost, or one in it that tells of the whole. */
DlLiteral dl_json_find_head (const DlLiteral *root);

/* Whether the keys of an object are dates, most of them or three at least. @container: it is called
 * what events are, so that any whole number may be a year */
gboolean dl_json_is_dated (const DlLiteral *object, gboolean container);

/* Whether an object has a list of objects by a name of events: {"title": …, "items": [{…}]}. */
gboolean dl_json_is_group (const DlLiteral *object);

/* Whether an object has years, and these months with lists of objects: {"2024": {"May": [{…}]}} */
gboolean dl_json_is_years_of_months (const DlLiteral *object);

/* Whether what stands behind the keys of an object are whole dates, and these are words, or the dates are in words:
 * `{"solomon": "970 to 931 BC"}`. */
gboolean dl_json_is_named (const DlLiteral *object);

/* Whether the first element of a list has nothing but the year of those behind it, which have months:
 * `[{"year": 2021}, {"month": 3, "title": …}]`. @year: (out): where so */
gboolean dl_json_find_leading_year (const DlLiteral *list, DlLiteral *year);

/* Whether an object has no list in it, nor another object, unless there is nothing in these: {"title": "…"}. @empty:
 * (out): and no text or number either */
gboolean dl_json_is_plain_day (const DlLiteral *day, gboolean *empty);

G_END_DECLS
