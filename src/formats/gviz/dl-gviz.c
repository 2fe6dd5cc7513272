/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables as Google's charts and sheets give them, alone or handed to a function. They are rows as any
 * others, but for how dates are written: "Date(2019,0,15)", whose months count from 0. How a cell is shown
 * ("f") is passed over where it has a value. */
#include "formats/gviz/dl-gviz.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-name-list.h"
#include "formats/rows/dl-rows.h"
#include "time/dl-edtf-make.h"

#define DATE "Date("

enum
{
  TABLE_COLUMNS,
  TABLE_ROWS,
  TABLE_INNER, /* in what a sheet answers */
  N_TABLE_MEMBERS,
};
static const char *const table_names[] = { "cols", "rows", "table", NULL };
static const char *const column_names[] = { "label", "id", NULL };
static const char *const cell_names[] = { "v", "f", NULL };

typedef struct
{
  DlRowsSource  source;
  DlLiteral     columns;
  DlLiteral     rows;
  GStringChunk *texts;
} Table;

/* Where a table stands, and what it is read from: an object, or one of a list. */
typedef struct
{
  DlLiteral root;
  DlLiteral value;
} Found;

/* Returns: whether @value is a table */
static gboolean
take_table (Table *self, const DlLiteral *value)
{
  DlLiteral members[N_TABLE_MEMBERS];
  DlLiteral inner;

  if (value->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (value, table_names, members);
  inner = members[TABLE_INNER];
  if (inner.kind == DL_LITERAL_OBJECT)
    dl_literal_get_members (&inner, table_names, members);
  self->columns = members[TABLE_COLUMNS];
  self->rows = members[TABLE_ROWS];
  return self->columns.kind == DL_LITERAL_LIST && self->rows.kind == DL_LITERAL_LIST;
}

static void
find_table (const DlLiteral *root, const DlLiteral *value, GArray *tables)
{
  Table table;
  Found found = { *root, *value };

  if (take_table (&table, value))
    g_array_append_val (tables, found);
}

/* Returns: (transfer full): of #Found, in the order of the file */
static GArray *
find_tables (DlInput *input)
{
  GArray *literals = dl_input_get_literals (input);
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < literals->len; i++)
    {
      DlLiteral     root = g_array_index (literals, DlLiteralFound, i).value;
      DlLiteralIter iter;
      DlLiteral     value;

      find_table (&root, &root, tables);
      dl_literal_iter_init (&iter, &root);
      while (root.kind == DL_LITERAL_LIST && dl_literal_iter_next (&iter, NULL, &value))
        find_table (&root, &value, tables);
    }
  return tables;
}

/* "Date(2019,0,15,10,30,0)" as EDTF. Returns: (transfer full) (nullable) */
static char *
read_date (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text + strlen (DATE), ",", DL_EDTF_N_PARTS + 1);
  gint64         parts[DL_EDTF_N_PARTS] = { 0 };
  guint          wrong;
  guint          n = 0;

  for (; n < DL_EDTF_N_PARTS && words[n] != NULL; n++)
    {
      char *end;

      parts[n] = g_ascii_strtoll (words[n], &end, 10);
      if (end == words[n] || strcmp (end, words[n + 1] == NULL ? ")" : "") != 0 || parts[n] > G_MAXINT)
        return NULL;
      parts[n] += n == 1 ? 1 : 0;
    }
  /* A midnight is a day. */
  while (n > 3 && parts[n - 1] == 0)
    n--;
  return dl_edtf_make_longest (parts, n == 4 ? 5 : n, &wrong);
}

static const char *
keep_text (Table *self, const DlLiteral *cell)
{
  DlLiteral        members[2];
  DlLiteral       *value;
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;
  gint64           number;

  dl_literal_get_members (cell, cell_names, members);
  value = &members[members[0].kind != DL_LITERAL_NOTHING ? 0 : 1];
  /* "1200.0" */
  if (value->kind == DL_LITERAL_NUMBER && dl_literal_get_integer (value, &number))
    text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  else
    text = dl_literal_dup_trimmed (value);
  if (text != NULL && g_str_has_prefix (text, DATE))
    date = read_date (text);
  return text != NULL ? g_string_chunk_insert (self->texts, date != NULL ? date : text) : "";
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  static const char *const names[] = { "c", NULL };
  Table                   *self = (Table *) source;
  guint                    n_columns = dl_rows_get_n_columns (rows);
  DlLiteralIter            iter = { self->rows, source->place.within };
  DlLiteral                row;
  DlLiteral                cells;
  DlLiteral                cell;

  if (!dl_literal_iter_next (&iter, NULL, &row))
    return FALSE;
  source->here = source->place;
  source->here.at = row.at;
  source->here.number = ++source->place.number;
  source->place.within = source->place.at = iter.at;
  dl_rows_clear_cells (rows);
  if (row.kind != DL_LITERAL_OBJECT || !dl_literal_get_member (&row, names[0], &cells))
    return TRUE;
  dl_literal_iter_init (&iter, &cells);
  for (guint i = 0; i < n_columns && dl_literal_iter_next (&iter, NULL, &cell); i++)
    if (cell.kind == DL_LITERAL_OBJECT)
      dl_rows_set_cell (rows, i, keep_text (self, &cell), cell.at);
  return TRUE;
}

static char *
dup_where (G_GNUC_UNUSED DlRowsSource *source, const DlRowPlace *row, int column)
{
  return dl_row_place_dup_words (row, column);
}

/* What the columns are called. Returns: whether any has a name; else the first row may have them */
static gboolean
add_columns (Table *self, DlRows *rows)
{
  DlLiteralIter iter;
  DlLiteral     column;
  gboolean      named = FALSE;

  dl_literal_iter_init (&iter, &self->columns);
  while (dl_literal_iter_next (&iter, NULL, &column))
    {
      DlLiteral        members[2];
      g_autofree char *label = NULL;

      dl_literal_get_members (&column, column_names, members);
      label = dl_literal_dup_trimmed (&members[0]);
      named = named || label != NULL;
      dl_rows_add_column (rows, label);
    }
  return named;
}

/* The columns as the first row has them: a sheet whose header nobody knew for one. */
static DlRows *
take_header (Table *self, DlRows *rows)
{
  DlRows *named = dl_rows_new ();

  if (next_row (&self->source, rows, NULL))
    for (guint i = 0; i < dl_rows_get_n_columns (rows); i++)
      dl_rows_add_column (named, dl_rows_get_cell (rows, i));
  dl_rows_free (rows);
  self->source.start = self->source.place;
  return named;
}

/* Returns: (transfer full) (nullable): NULL where it is no table of events; else the texts of @self are
 * to be freed */
static DlRows *
settle (Table *self, const DlLiteral *value)
{
  DlRows       *rows;
  DlLiteralIter iter;

  *self = (Table){ .source = { .next = next_row, .dup_where = dup_where } };
  if (!take_table (self, value))
    return NULL;
  self->texts = g_string_chunk_new (4096);
  dl_literal_iter_init (&iter, &self->rows);
  self->source.start = self->source.place = (DlRowPlace){ 0, iter.at, 0, iter.at };
  rows = dl_rows_new ();
  if (!add_columns (self, rows))
    rows = take_header (self, rows);
  if (dl_rows_get_n_columns (rows) > 1 && dl_rows_settle (rows, &self->source, FALSE))
    return rows;
  dl_rows_free (rows);
  g_string_chunk_free (self->texts);
  return NULL;
}

static gboolean
sniff (DlInput *input)
{
  g_autoptr (GArray) tables = NULL;
  gboolean           known = FALSE;

  /* No other file is looked through for it. */
  if (!dl_input_has (input, "cols") || !dl_input_has (input, "rows"))
    return FALSE;
  tables = find_tables (input);
  for (guint i = 0; i < tables->len && !known; i++)
    {
      Table              table;
      g_autoptr (DlRows) rows = settle (&table, &g_array_index (tables, Found, i).value);

      known = rows != NULL;
      if (known)
        g_string_chunk_free (table.texts);
    }
  return known;
}

/* A table of a file that has others, and none of events itself, is told by its columns: others may have columns of
 * the same names that are read. */
static void
leave_table (Table *self, DlDraft *draft)
{
  g_autoptr (DlRows)  rows = dl_rows_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  guint               n = 0;

  if (dl_literal_count (&self->rows, 1) == 0)
    return;
  add_columns (self, rows);
  for (guint i = 0; i < dl_rows_get_n_columns (rows); i++)
    {
      const char *name = dl_rows_get_name (rows, i);

      if (name != NULL && *name != '\0' && n++ < DL_ROWS_MAX_TOLD)
        dl_name_list_append (names, name);
    }
  if (n > DL_ROWS_MAX_TOLD)
    g_string_append (names, _ (", …"));
  dl_draft_tell_note (
    draft, self->columns.at, g_strdup (""),
    n == 0
      ? g_strdup (_ ("In this table no event with a date and a title was found, so it is left out."))
      /* Translators: %s are the names of columns. */
      : g_strdup_printf (_ ("In this table no event with a date and a title was found, so it is left out; its columns "
                            "are %s."),
                         names->str));
}

static gboolean
read_table (const DlLiteral *value, DlInput *input, DlDraft *draft, GError **error)
{
  Table              table;
  g_autoptr (DlRows) rows = settle (&table, value);
  gboolean           read;

  if (rows == NULL)
    {
      leave_table (&table, draft);
      return TRUE;
    }
  read = dl_rows_read (rows, &table.source, input, draft, error);
  g_string_chunk_free (table.texts);
  return read;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (GArray) tables = find_tables (input);
  const DlLiteral   *checked = NULL;
  gboolean           read = TRUE;

  for (guint i = 0; i < tables->len && read; i++)
    {
      const Found *found = &g_array_index (tables, Found, i);

      read = (checked != NULL && checked->at == found->root.at) || dl_input_check_literal (input, &found->root, error);
      checked = &found->root;
      read = read && read_table (&found->value, input, draft, error);
    }
  return read;
}

const DlFormat dl_format_gviz = {
  .nick = "gviz",
  .label = N_ ("Table of Google’s charts or sheets"),
  .endings = "json js",
  .sniff = sniff,
  .read = read_file,
};
