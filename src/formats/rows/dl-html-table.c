/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of HTML. Cells may be wider than a column and higher than a row. All rows are kept,
 * since a cell of one stands in those below it. */
#include "formats/rows/dl-html-table.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/markup/dl-markup.h"
#include "formats/markup/dl-tag.h"
#include "formats/rows/dl-rows.h"

#define MAX_CELLS 200
/* Rows that may stand above the header. */
#define MAX_HEADINGS 4

typedef struct
{
  char *text;
  gsize at;
} Cell;

typedef struct
{
  gsize   at;
  GArray *cells; /* of Cell, whose texts the chunk owns */
} Row;

typedef struct
{
  DlRowsSource  source;
  GArray       *rows; /* of Row: of one table */
  GStringChunk *chunk;
  guint         header;
} Table;

/* A cell that reaches into rows below. */
typedef struct
{
  Cell  cell;
  guint left;
} Hanging;

static void
row_clear (gpointer data)
{
  g_array_unref (((Row *) data)->cells);
}

static void
table_clear (Table *self)
{
  g_array_unref (self->rows);
  g_string_chunk_free (self->chunk);
}

/* A whole number that a tag says, or 1. */
static guint
get_span (const char *tag, const char *end, const char *name)
{
  g_autofree char *text = g_strndup (tag, (gsize) (end - tag));
  g_autofree char *small = g_ascii_strdown (text, -1);
  const char      *at = strstr (small, name);
  guint64          number;

  if (at == NULL)
    return 1;
  at += strlen (name);
  at += strspn (at, " =\"'");
  number = g_ascii_strtoull (at, NULL, 10);
  return (guint) CLAMP (number, 1, 1000);
}

static const char *
first_of (const char *a, const char *b)
{
  return a == NULL || (b != NULL && b < a) ? b : a;
}

/* What of a page's notes is no part of a cell: "[1]" behind a date. */
static void
drop_notes (char *text)
{
  char *at;

  while ((at = strchr (text, '[')) != NULL)
    {
      gsize n = strspn (at + 1, "0123456789");
      char *end = at + 1 + n;

      if (n == 0 && g_ascii_islower (at[1]) && at[2] == ']')
        end = at + 2;
      if (end == at + 1 || *end != ']')
        {
          text = at + 1;
          continue;
        }
      memmove (at, end + 1, strlen (end + 1) + 1);
      text = at;
    }
}

static Cell
make_cell (Table *self, const char *text, const char *from, const char *to)
{
  g_autofree char *raw = g_utf8_make_valid (from, to - from);
  g_autofree char *clean = dl_markup_to_text (raw);

  drop_notes (clean);
  return (Cell){ g_string_chunk_insert (self->chunk, g_strstrip (clean)), (gsize) (from - text) };
}

/* The cells of one row, with those that hang into it. */
static void
read_cells (Table *self, const char *text, const char *at, const char *end, GArray *hanging, Row *row)
{
  guint column = 0;

  while (TRUE)
    {
      const char *td = dl_tag_find (at, end, "td");
      const char *th = dl_tag_find (at, end, "th");
      const char *cell_at = first_of (td, th);
      const char *open = cell_at != NULL ? memchr (cell_at, '>', (gsize) (end - cell_at)) : NULL;
      const char *close;
      const char *next;
      Cell        cell;
      guint       width;
      guint       height;

      while (column < hanging->len && g_array_index (hanging, Hanging, column).left > 0)
        {
          Hanging *above = &g_array_index (hanging, Hanging, column);

          above->left--;
          g_array_append_val (row->cells, above->cell);
          column++;
        }
      if (open == NULL || column >= MAX_CELLS)
        return;
      close = first_of (dl_tag_find (open, end, "/td"), dl_tag_find (open, end, "/th"));
      next = first_of (dl_tag_find (open, end, "td"), dl_tag_find (open, end, "th"));
      close = first_of (close, next);
      if (close == NULL)
        close = end;
      cell = make_cell (self, text, open + 1, close);
      width = get_span (cell_at, open, "colspan");
      height = get_span (cell_at, open, "rowspan");
      for (guint i = 0; i < width && column < MAX_CELLS; i++, column++)
        {
          Hanging below = { cell, height - 1 };

          g_array_append_val (row->cells, cell);
          if (hanging->len <= column)
            g_array_set_size (hanging, column + 1);
          g_array_index (hanging, Hanging, column) = below;
          /* What is wider than a column is a heading, and is told once. */
          cell.text = (char *) "";
        }
      at = close;
    }
}

/* All rows of the table in [@at, @end). */
static void
read_rows (Table *self, const char *text, const char *at, const char *end)
{
  g_autoptr (GArray) hanging = g_array_new (FALSE, TRUE, sizeof (Hanging));
  const char        *tr = dl_tag_find (at, end, "tr");

  while (tr != NULL)
    {
      const char *next = dl_tag_find (tr + 1, end, "tr");
      Row         row = { (gsize) (tr - text), g_array_new (FALSE, FALSE, sizeof (Cell)) };

      read_cells (self, text, tr, next != NULL ? next : end, hanging, &row);
      g_array_append_val (self->rows, row);
      tr = next;
    }
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  Table *self = (Table *) source;
  guint  n_columns = dl_rows_get_n_columns (rows);
  Row   *row;

  if (source->place.number >= self->rows->len)
    return FALSE;
  row = &g_array_index (self->rows, Row, source->place.number);
  source->place.number++;
  source->here = (DlRowPlace){ 0, row->at, source->place.number, 0 };
  dl_rows_clear_cells (rows);
  for (guint i = 0; i < row->cells->len && i < n_columns; i++)
    {
      Cell *cell = &g_array_index (row->cells, Cell, i);

      dl_rows_set_cell (rows, i, cell->text, cell->at);
    }
  return TRUE;
}

static char *
dup_where (G_GNUC_UNUSED DlRowsSource *source, const DlRowPlace *row, int column)
{
  return dl_row_place_dup_words (row, column);
}

/* Whether the table is one of events; @rows have its columns then. */
static gboolean
settle (Table *self, DlRows *rows)
{
  guint best = 0;

  for (guint i = 0; i < MIN (self->rows->len, MAX_HEADINGS); i++)
    {
      Row  *row = &g_array_index (self->rows, Row, i);
      guint known = 0;

      for (guint k = 0; k < row->cells->len; k++)
        known += dl_rows_is_known (g_array_index (row->cells, Cell, k).text) ? 1 : 0;
      if (known > best)
        {
          best = known;
          self->header = i;
        }
    }
  if (best == 0)
    return FALSE;
  {
    Row *row = &g_array_index (self->rows, Row, self->header);

    for (guint k = 0; k < row->cells->len; k++)
      dl_rows_add_column (rows, g_array_index (row->cells, Cell, k).text);
    self->source.start = (DlRowPlace){ 0, row->at, self->header + 1, 0 };
  }
  return dl_rows_get_n_columns (rows) > 1 && dl_rows_settle (rows, &self->source, FALSE);
}

/* The next table in [@at, …). Returns: behind it, or NULL where there is none */
static const char *
read_table (Table *self, const DlInput *input, const char *at)
{
  const char *end = input->text + input->length;
  const char *start = dl_tag_find (at, end, "table");
  const char *close;

  if (start == NULL)
    return NULL;
  /* A table within a cell ends it early; it is a table of its own. */
  close = dl_tag_find (start + 1, end, "/table");
  at = dl_tag_find (start + 1, end, "table");
  close = first_of (close, at);
  if (close == NULL)
    close = end;
  *self = (Table){ .source = { .next = next_row, .dup_where = dup_where } };
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->chunk = g_string_chunk_new (4096);
  read_rows (self, input->text, start, close);
  return close;
}

static gboolean
sniff (DlInput *input)
{
  const char *at = input->text;
  gboolean    found = FALSE;
  Table       table;

  if (!dl_input_is_page (input))
    return FALSE;
  while (!found && (at = read_table (&table, input, at)) != NULL)
    {
      g_autoptr (DlRows) rows = dl_rows_new ();

      found = settle (&table, rows);
      table_clear (&table);
    }
  return found;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  const char *at = input->text;
  gboolean    done = TRUE;
  Table       table;

  while (done && (at = read_table (&table, input, at)) != NULL)
    {
      g_autoptr (DlRows) rows = dl_rows_new ();

      if (settle (&table, rows))
        done = dl_rows_read (rows, &table.source, input, draft, error);
      table_clear (&table);
    }
  return done;
}

const DlFormat dl_format_html_table = {
  .nick = "html-table",
  .label = N_ ("Table of a web page"),
  .endings = "html htm",
  .sniff = sniff,
  .read = read_file,
};
