/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft.h"
#include "formats/rows/dl-row-names.h"

G_BEGIN_DECLS

/* Between the texts of a cell that is a list: a topic each, or the start and the end. */
#define DL_ROW_SEPARATOR "\x1f"

/* Between the address of a source and who published it. */
#define DL_ROW_PUBLISHER "\x1d"

/* So many columns are told by their names. */
#define DL_ROWS_MAX_TOLD 12

/* What stands in a row below one column. @text: (nullable): without space at its
 * ends; @at: where it begins, in bytes */
typedef struct
{
  const char *text;
  gsize       at;
} DlRowCell;

/* Which row comes next: of which table of the file, where it begins, its number, and
 * where in a list of rows within that. */
typedef struct
{
  guint part;
  gsize at;
  guint number;
  gsize within;
} DlRowPlace;

/* How people call a row of a table that is seen as one, or its cell where @column is not -1: "row 3, column 2".
 * Returns: (transfer full) */
char *dl_row_place_dup_words (const DlRowPlace *self, int column);

typedef struct _DlRows       DlRows;
typedef struct _DlRowsSource DlRowsSource;

/**
 * DlRowsSource:
 * @next: reads the row at @place and moves that on: a cell for each column of @rows,
 *   to which it may add columns. FALSE behind the last, or with an error
 * @dup_where: how people call the place of a cell, or of a whole row where @column
 *   is -1: "row 3, column 2", or a JSON pointer
 * @start: of the first row
 * @place: of the next row; it may be kept and put back
 * @here: of the row that was read last
 * @topic: (nullable): of that row, as its list says
 * @within: (nullable): and what that list stands in, with DL_ROW_SEPARATOR between several
 * @key: (nullable): what the row is called in an object of rows
 * @holds_table: whether the row holds others, which are read by themselves
 * @gives_date: and these have their date from it
 * @draft: (nullable): where @next tells what is wrong with a row; only while rows are
 *   read for good
 *
 * Where rows come from. What implements it has this as its first member.
 */
struct _DlRowsSource
{
  gboolean (*next) (DlRowsSource *self, DlRows *rows, GError **error);
  char *(*dup_where) (DlRowsSource *self, const DlRowPlace *row, int column);
  DlRowPlace  start;
  DlRowPlace  place;
  DlRowPlace  here;
  const char *topic;
  const char *within;
  const char *key;
  gboolean    holds_table;
  gboolean    gives_date;
  DlDraft    *draft;
};

/**
 * DlRows:
 *
 * A table of events: columns, of which names and contents say what they tell, and
 * the cells of one row. One thread at a time.
 */
DlRows *dl_rows_new (void);
void    dl_rows_free (DlRows *self);

/* Lets a column have the dates whose name tells of none, where no other has any: the file is one table
 * and nothing else. */
void dl_rows_allow_guesses (DlRows *self);

/* Adds a column behind the others. @name: (nullable): in the file. Returns: its number */
guint dl_rows_add_column (DlRows *self, const char *name);
/* The column of a name, which is added if need be; @guess: the one that it might be.
 * %G_MAXUINT where there are too many; what is put there is nowhere. */
guint dl_rows_find_column (DlRows *self, const char *name, gsize length, guint guess);
/* What stands in a column is kept with an event, but makes none. */
void dl_rows_set_aside (DlRows *self, guint column);
/* Notes that what stands below a name is not read, to be told with the columns of which nothing is kept. */
void dl_rows_leave (DlRows *self, const char *name);
/* Whether a name is one of a column that tells something of an event. */
gboolean dl_rows_is_known (const char *name);

guint       dl_rows_get_n_columns (const DlRows *self);
const char *dl_rows_get_name (const DlRows *self, guint column);
/* What the name of a column says that it tells, whatever was found in it. */
DlRowMeaning dl_rows_get_named_meaning (const DlRows *self, guint column);

/* Of the row: each has its cell empty after dl_rows_clear_cells(). @text must stay until
 * the row was read. */
void dl_rows_clear_cells (DlRows *self);
void dl_rows_set_cell (DlRows *self, guint column, const char *text, gsize at);
/* What stands in the row below a column, or "". */
const char *dl_rows_get_cell (DlRows *self, guint column);
/* Whether the row has something in a column of this meaning that is named for it. */
gboolean dl_rows_has_part (DlRows *self, DlRowMeaning meaning);
/* Whether it has a time of day, in a column that is called one of times or of dates. */
gboolean dl_rows_has_time (DlRows *self);
/* Whether a text reads as a date, for those who look for a header. */
gboolean dl_rows_is_date (const char *text);
/* Whether @text is one time of day, or two of one day. */
gboolean dl_rows_is_clock (const char *text);
/* Whether @text has letters that are more than a mark between digits, and is no address,
 * no colour and no place on a map. */
gboolean dl_rows_has_words (const char *text);

/**
 * dl_rows_settle:
 * @headless: columns have no names: what stands in them is all that is known
 *
 * Looks at the first rows of @source and decides what each column tells. The
 * source is at its start again then.
 *
 * Returns: whether these are events: there is a column of dates and one of words
 */
gboolean dl_rows_settle (DlRows *self, DlRowsSource *source, gboolean headless);

/* Whether a column that is called one of dates has none that can be read; its name, and the first
 * of them. */
gboolean dl_rows_get_unread (const DlRows *self, const char **name, const char **date);

/* The same of one that is called one of titles and has no words, though there are dates; its name, and
 * what stands in it first. */
gboolean dl_rows_get_wordless (const DlRows *self, const char **name, const char **text);

/* The first column that has dates, whether or not there are words for what happened then; -1 where there is
 * none. */
int dl_rows_find_dated (const DlRows *self);

/* Whether they are numbers that grow smaller from start to end. */
gboolean dl_rows_is_backwards (const DlRows *self);
/* Says so: none of the dates below @name could be read, such as @date. */
void dl_rows_set_unread (const char *name, const char *date, gboolean backwards, DlInput *input, GError **error);

/* Whether a table of which dl_rows_settle() said that it is none of events looks as if it were meant for one: it has
 * words that are called so, and no dates that are shown in rows without words. */
gboolean dl_rows_is_meant (const DlRows *self);
/* Says why a table is none of events, after dl_rows_settle() said so: which columns it has, and what they lack. */
void dl_rows_set_refused (const DlRows *self, DlInput *input, GError **error);

/* Whether a column that is called so has anything in it. */
gboolean dl_rows_has_named (const DlRows *self, DlRowMeaning meaning);
/* Whether rows have no more than a year, and no title that is called one: they are where others stand. */
gboolean dl_rows_is_frame (const DlRows *self);
/* Whether rows are decades or centuries. */
gboolean dl_rows_is_spans (const DlRows *self);
/* Whether rows have titles and ends, so that others may lie in them. */
gboolean dl_rows_is_periods (const DlRows *self);
/* Whether rows have dates of what they tell of, not only of when they were made. */
gboolean dl_rows_has_own_dates (const DlRows *self);
/* Whether rows have all that makes an event: a title, a date that is more than a year beside others,
 * and its end or a text. */
gboolean dl_rows_is_full (const DlRows *self);

/* Whether columns are named for the dates and for the words that most rows have in them. */
gboolean dl_rows_is_sure (const DlRows *self);

/* The name of a column whose numbers are no dates, as some have fractions and nothing says what they count; or NULL. */
const char *dl_rows_get_fractions (const DlRows *self);

/* The column that was taken for the dates, or for the titles; -1 where it is none, or several. */
int dl_rows_get_date_column (const DlRows *self);
int dl_rows_get_title_column (const DlRows *self);

/* Whether @joined, which begins with the cell of a column, is a date as that cell alone is
 * not: "July 4" and "July 4, 1776". */
gboolean dl_rows_is_split_date (DlRows *self, guint column, const char *joined);

/* Whether a column has this name, in any case of letters. */
gboolean dl_rows_has_column (const DlRows *self, const char *name);

/* The rows are those of a calendar of the web, whose days end before their end; after dl_rows_settle(). */
void dl_rows_set_calendar (DlRows *self);

/* Whether it is a sheet of TimelineJS, some of whose rows are no events. */
gboolean dl_rows_is_timelinejs (const DlRows *self);

/* Whether rows have their date from those above them, so that none can be read alone. */
gboolean dl_rows_has_hanging (const DlRows *self);

/* Reads all rows into @draft, after dl_rows_settle(). Returns: FALSE with an error, or when @draft
 * has refused one */
gboolean dl_rows_read (DlRows *self, DlRowsSource *source, DlInput *input, DlDraft *draft, GError **error);

/* Reads once more, after dl_rows_read(), the row that begins at @at. @draft: one that keeps texts */
void dl_rows_read_again (DlRows *self, DlRowsSource *source, gsize at, DlDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlRows, dl_rows_free)

G_END_DECLS
