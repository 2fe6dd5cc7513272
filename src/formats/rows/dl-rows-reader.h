/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-rows-private.h"

G_BEGIN_DECLS

/* A text of one line that is no longer is the title of an event that has none. */
#define DL_ROW_TITLE_BYTES 160

/* While the rows of a table are read. */
typedef struct
{
  DlRows       *rows;
  DlRowsSource *source;
  DlDraft      *draft;
  gboolean      headed;    /* the table, by a row of it */
  gboolean      titled;    /* the row */
  int           stand_in;  /* the column that its title was taken from where none is one of titles; or -1 */
  GString      *paragraph; /* that was put last */
  guint         n_stood;   /* rows with a stand-in; where the first of them is, and its column */
  DlRowPlace    stood_at;
  int           stood_column;
} DlRowReader;

/* Whether there may be markup in a text, or more than one line. */
gboolean dl_row_has_markup (const char *text);

/* A cell as one line. Returns: (transfer full) (nullable): NULL where it is right as it is */
char *dl_row_dup_line (const char *text);

/* Texts of a list, with commas between them, or semicolons where they have commas. Returns: (transfer full) */
char *dl_row_join_list (const char *text);

/* Whether several texts stand in it, which are too much for a title. */
gboolean dl_row_is_long_list (const char *text);

/* Puts the title of the row, where a column of titles has one. */
void dl_row_put_title (DlRowReader *self);

/* A title for as long as the row is read: what is told of it is told by that. */
void dl_row_put_passing_title (DlRowReader *self);

/* What an object is called by, where nothing in it is its title: {"1.2.0": {"date": …}}.
 * A key of a database says nothing to anybody. */
void dl_row_put_key (DlRowReader *self);

/* A row whose cells that could be its title are all empty is called by the first that says something, or
 * else by its topic, or by whom or what it names. */
void dl_row_put_stand_in (DlRowReader *self);

/* The same for as long as the row is read. */
void dl_row_put_passing_stand_in (DlRowReader *self);

/* Tells, once all rows were read, how many are called so. */
void dl_row_tell_stand_ins (DlRowReader *self);

/* Whether it is the one of its meaning that the row's title was taken from. */
gboolean dl_row_is_title (DlRows *rows, guint column);

/* The first words of a row without title or text, of whatever column: not its number, which is no title
 * of anything. Returns: whether there are any */
gboolean dl_row_put_first_words (DlRowReader *self);

/* Whether the words for a date are no more than its year: "1945", beside 1945. */
gboolean dl_row_is_shown_as_year (DlRows *rows, const char *words);

/* Puts the words of a cell of quotes, with who said them. */
void dl_row_put_quotes (DlRowReader *self, const char *text);

/* Puts what a cell tells. @place, @kept: get what is put when all cells were read: the place of the event, and the
 * lines of what Dateline has no member for */
void dl_row_put_cell (DlRowReader *self, guint index, GString *place, GString *kept);

G_END_DECLS
