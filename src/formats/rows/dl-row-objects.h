/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/rows/dl-rows.h"

G_BEGIN_DECLS

/**
 * DlRowTableKind:
 * @DL_ROW_TABLE_OBJECTS: a list of objects, or an object whose values are objects
 * @DL_ROW_TABLE_LISTS: a list of lists, of which the first may be a header
 * @DL_ROW_TABLE_DATES: an object whose keys are dates: {"1969": "…"}, {"1969": ["…", "…"]}
 * @DL_ROW_TABLE_NAMES: an object whose values are dates: {"A landing": "1969-07-20"}
 * @DL_ROW_TABLE_LINES: objects one after the other, a line each
 * @DL_ROW_TABLE_ONE: an object that is a row, the only one
 */
typedef enum
{
  DL_ROW_TABLE_OBJECTS,
  DL_ROW_TABLE_LISTS,
  DL_ROW_TABLE_DATES,
  DL_ROW_TABLE_NAMES,
  DL_ROW_TABLE_LINES,
  DL_ROW_TABLE_ONE,
} DlRowTableKind;

/**
 * DlRowAround:
 * @DL_ROW_AROUND_ROW: an object that is a row itself: its texts, and what belongs to these, are its own
 * @DL_ROW_AROUND_OBJECT: one that is none; its texts are told as left out by whoever finds the tables
 * @DL_ROW_AROUND_DAY: one whose key is a date, where nobody else reads what it says
 */
typedef enum
{
  DL_ROW_AROUND_ROW,
  DL_ROW_AROUND_OBJECT,
  DL_ROW_AROUND_DAY,
} DlRowAround;

/* A table of JSON. @root: what the way to it begins at; @path: (nullable): that, once somebody asked;
 * @topic: (nullable): what it is called,
 * where it is one of several;
 * @within: (nullable): what that stands in, the inner one first; DL_ROW_SEPARATOR between several
 * @outer: whether its rows hold lists that are tables of their own
 * @sheet: whether its rows are those of a sheet in a feed: {"gsx$date": {"$t": "…"}}
 * @inner: (nullable): what these are called, where it is no name of events; DL_ROW_SEPARATOR between several
 * @year: of what it stands in, for rows that have none, or nothing
 * @date: the same, where that is a date
 * @month: of that year, or nothing
 * @around: the object that it stands in, where its rows have their date from that, and all else that it says of them;
 *   or nothing
 * @around_is: what that is
 * @days: the object of days that it belongs to, by @date, which is a key there; or nothing
 * @given: (nullable): what that is, once somebody asked
 * @unit: in what the numbers of its dates count, as is told around it, or nothing. */
typedef struct
{
  DlRowTableKind kind;
  DlLiteral      value;
  DlLiteral      root;
  char          *path;
  char          *topic;
  char          *within;
  gboolean       outer;
  gboolean       sheet;
  char          *inner;
  DlLiteral      year;
  DlLiteral      date;
  DlLiteral      month;
  DlLiteral      unit;
  DlLiteral      around;
  DlRowAround    around_is;
  DlLiteral      days;
  GArray        *given;
} DlRowTable;

/**
 * DlRowTables:
 * @tables: of #DlRowTable
 * @key: of the object that holds the row, where its table is one
 * @days_path: (nullable): of the object of days whose path was asked for last, which begins at @days_at
 *
 * The rows of all tables of a file, one after the other.
 */
typedef struct
{
  DlRowsSource source;
  GArray      *tables;
  GPtrArray   *strings; /* of the row */
  char        *key;
  char        *days_path;
  gsize        days_at;
  GString     *joined;
  GString     *inner; /* the name of a member of an object within the row */
  GHashTable  *known; /* such names to what they are good for */
  GHashTable  *empty; /* names of members without a value to whether they are of dates */
  gboolean     gives; /* whether what is set is not the row's own, see dl_row_around_give() */
} DlRowTables;

/* Objects within a row are looked into so deep. */
#define DL_ROW_MAX_INNER_DEPTH 3
/* What the cells of a sheet are called in a feed, beside the members of the feed's own. */
#define DL_ROW_SHEET_CELL "gsx$"

/* Sets the cells of the row. @table: (nullable): where it may hold others. Returns: where the object ends; 0 where
 * it is not whole */
gsize dl_row_object_read (DlRowTables *self, DlRows *rows, const DlLiteral *object, const DlRowTable *table);

/* Sets one of them, which stays as long as the row. */
void dl_row_object_set_cell (DlRowTables *self, DlRows *rows, guint column, const DlLiteral *value);

/* The same of a member that is an object: its members are cells of all names, "date.year". */
void dl_row_object_set_members (DlRowTables *self, DlRows *rows, const char *name, const DlLiteral *object);

/* Whether a value holds a table, or is one: what has none is a cell, whatever it is called.
 * @table: (out): the first of them */
gboolean dl_row_object_has_table (const DlRowTables *self, const DlLiteral *value, const DlRowTable **table);

/* Whether an object has nothing but another in it: `{"tweet": {…}}`; @inner is that. */
gboolean dl_row_object_is_wrapper (const DlLiteral *object, DlLiteral *inner);

/* Whether @name is one of @inner, as of #DlRowTable. @inner, @name: (nullable) */
gboolean dl_row_object_is_inner (const char *inner, const char *name);

G_END_DECLS
