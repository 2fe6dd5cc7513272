/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of JSON: the members of objects are cells. */
#include "formats/rows/dl-row-tables.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-json-names.h"
#include "formats/rows/dl-row-around.h"
#include "formats/rows/dl-row-cells.h"
#include "formats/rows/dl-row-names.h"

static void
clear_table (gpointer data)
{
  DlRowTable *table = data;

  g_free (table->path);
  g_free (table->topic);
  g_free (table->within);
  g_free (table->inner);
  dl_row_around_free (table->given);
}

static void
read_list (DlRowTables *self, DlRows *rows, const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     value;
  guint         n_columns = dl_rows_get_n_columns (rows);

  dl_literal_iter_init (&iter, list);
  for (guint i = 0; dl_literal_iter_next (&iter, NULL, &value); i++)
    {
      if (i >= n_columns)
        {
          if (i >= DL_ROW_MAX_ELEMENTS)
            return;
          dl_rows_add_column (rows, NULL);
          n_columns++;
        }
      dl_row_object_set_cell (self, rows, i, &value);
    }
}

/* What stands below a date that is a key. */
static void
read_dated (DlRowTables *self, DlRows *rows, const DlLiteral *key, const DlLiteral *value)
{
  g_autofree char *name = dl_literal_dup_trimmed (key);
  gboolean         year = dl_row_name_is_year (name);
  const char      *column = "date";

  if (value->kind == DL_LITERAL_OBJECT)
    {
      dl_row_object_read (self, rows, value, NULL);
      /* "1960s": [{ "year": 1969 }], and a year with months in it */
      if (dl_rows_has_part (rows, DL_ROW_START) || dl_rows_has_part (rows, DL_ROW_YEAR))
        column = year && !dl_rows_has_part (rows, DL_ROW_YEAR) ? "year" : NULL;
      else if (year && dl_rows_has_part (rows, DL_ROW_MONTH))
        column = "year";
    }
  else
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "text", strlen ("text"), 1), value);
  if (column != NULL)
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, column, strlen (column), 0), key);
}

/* The next value of a file of lines; a line with a mistake is told and passed over. */
static gboolean
next_line (DlRowTables *self, const DlLiteral *of, gsize *at, DlLiteral *value)
{
  DlRowsSource *source = &self->source;

  while (TRUE)
    {
      gsize       start = MAX (*at, of->at);
      gsize       end;
      const char *reason;
      const char *newline;
      gboolean    parsed;

      while (start < of->length &&
             (g_ascii_isspace (of->text[start]) || of->text[start] == ',' || of->text[start] == '\x1e'))
        start++;
      if (start >= of->length)
        return FALSE;
      parsed = dl_literal_parse (of->text, of->length, start, value, &end, NULL, &reason);
      /* Words are taken for a program, which may go on in the next lines. */
      if (parsed && (value->kind == DL_LITERAL_OBJECT || value->kind == DL_LITERAL_NULL))
        {
          source->place.number++;
          *at = end;
          return TRUE;
        }
      newline = memchr (of->text + start, '\n', of->length - start);
      if (source->draft != NULL)
        dl_draft_tell_lost (source->draft, start, source->dup_where (source, &source->place, -1),
                            parsed ? g_strdup (_ ("This line is not an object of JSON, { … }, and is left out."))
                                   /* Translators: %s says what, such as “a bracket is not closed”. */
                                   : g_strdup_printf (_ ("This line is not valid JSON and is left out: %s"), reason));
      source->place.number++;
      *at = newline != NULL ? (gsize) (newline - of->text) + 1 : of->length;
    }
}

/* Whether the element at which a table is, is passed over when it is read. */
static gboolean
is_passed_by_reading (const DlRowTable *table, const DlLiteral *value)
{
  return table->kind == DL_ROW_TABLE_OBJECTS && value->kind == DL_LITERAL_OBJECT;
}

/* The next element of the table that may be a row. */
static gboolean
next_element (DlRowTables *self, const DlRowTable *table, DlLiteral *key, DlLiteral *value)
{
  DlLiteralIter iter;

  if (table->kind == DL_ROW_TABLE_LINES)
    return next_line (self, &table->value, &self->source.place.at, value);
  if (table->kind == DL_ROW_TABLE_ONE)
    {
      *value = table->value;
      return self->source.place.number++ == 0;
    }
  dl_literal_iter_init (&iter, &table->value);
  if (self->source.place.at > 0)
    iter.at = self->source.place.at;
  if (!dl_literal_iter_peek (&iter, key, value))
    return FALSE;
  if (table->kind == DL_ROW_TABLE_DATES && value->kind == DL_LITERAL_LIST)
    {
      DlLiteralIter inner;
      DlLiteral     list = *value;

      dl_literal_iter_init (&inner, &list);
      if (self->source.place.within > 0)
        inner.at = self->source.place.within;
      if (dl_literal_iter_next (&inner, NULL, value))
        {
          self->source.place.within = inner.at;
          return TRUE;
        }
      value->kind = DL_LITERAL_NOTHING;
      if (!dl_literal_iter_pass (&iter))
        return FALSE;
    }
  else if (!is_passed_by_reading (table, value))
    {
      iter.at = self->source.place.at > 0 ? self->source.place.at : table->value.at + 1;
      if (!dl_literal_iter_next (&iter, key, value))
        return FALSE;
    }
  self->source.place.within = 0;
  self->source.place.at = iter.at;
  self->source.place.number++;
  return TRUE;
}

/* Returns: FALSE where the element is not whole */
static gboolean
read_element (DlRowTables *self, DlRows *rows, DlRowTable *table, const DlLiteral *key, const DlLiteral *value)
{
  gsize end = 0;

  if (table->kind == DL_ROW_TABLE_DATES)
    read_dated (self, rows, key, value);
  else if (table->kind == DL_ROW_TABLE_NAMES)
    {
      g_autofree char *name = dl_literal_dup_trimmed (key);
      char            *title = dl_json_names_dup_readable (name != NULL ? name : "");

      g_ptr_array_add (self->strings, title);
      dl_rows_set_cell (rows, dl_rows_find_column (rows, "title", strlen ("title"), 0), title, key->at);
      dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "date", strlen ("date"), 1), value);
    }
  else if (table->kind == DL_ROW_TABLE_LISTS)
    read_list (self, rows, value);
  else if (value->kind == DL_LITERAL_STRING)
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "text", strlen ("text"), 0), value);
  else
    {
      DlLiteral own = *value;
      DlLiteral inner;

      /* An object of objects is looked through by whoever finds the tables. */
      for (guint depth = 0; table->value.kind == DL_LITERAL_LIST && depth < DL_ROW_MAX_INNER_DEPTH &&
                            dl_row_object_is_wrapper (&own, &inner);
           depth++)
        own = inner;
      end = dl_row_object_read (self, rows, &own, table);
      if (own.at != value->at && end > 0)
        end = dl_literal_get_end (value);
    }
  dl_row_around_give (self, rows, table);
  if (table->year.kind != DL_LITERAL_NOTHING && !dl_rows_has_part (rows, DL_ROW_YEAR))
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "year", strlen ("year"), 0), &table->year);
  if (table->month.kind != DL_LITERAL_NOTHING && !dl_rows_has_part (rows, DL_ROW_MONTH))
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "month", strlen ("month"), 0), &table->month);
  if (table->date.kind != DL_LITERAL_NOTHING && !dl_rows_has_part (rows, DL_ROW_START) &&
      !dl_rows_has_part (rows, DL_ROW_YEAR))
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "date", strlen ("date"), 0), &table->date);
  if (table->unit.kind != DL_LITERAL_NOTHING)
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, "unit", strlen ("unit"), 0), &table->unit);
  if (!is_passed_by_reading (table, value))
    return TRUE;
  self->source.place.at = end;
  return end > 0;
}

/* What stands among the rows of a list, or below a date, and is none, or has nothing in it but null. */
static void
tell_no_row (DlRowsSource *source, const DlRowTable *table, const DlLiteral *value, gboolean is_empty)
{
  if (source->draft == NULL || value->kind == DL_LITERAL_NOTHING ||
      (table->value.kind != DL_LITERAL_LIST && table->kind != DL_ROW_TABLE_DATES))
    return;
  dl_draft_tell_note (source->draft, value->at, source->dup_where (source, &source->here, -1),
                      g_strdup (is_empty ? _ ("This entry is empty, so nothing of an event could be found in it.")
                                         : _ ("This entry is none of the table's rows and is left out.")));
}

/* Whether a value of this kind is one of the table's rows. */
static gboolean
may_be_row (const DlRowTable *table, const DlLiteral *value)
{
  switch (table->kind)
    {
    case DL_ROW_TABLE_DATES:
    case DL_ROW_TABLE_NAMES:
      return TRUE;
    case DL_ROW_TABLE_LISTS:
      return value->kind == DL_LITERAL_LIST;
    case DL_ROW_TABLE_OBJECTS:
    case DL_ROW_TABLE_LINES:
    case DL_ROW_TABLE_ONE:
    default:
      /* What happened on a day may be told in plain words. */
      return value->kind == DL_LITERAL_OBJECT ||
             (value->kind == DL_LITERAL_STRING && table->around.kind != DL_LITERAL_NOTHING);
    }
}

/* Whether the year of the table's rows stands in this one of them, which is no more than that. */
static gboolean
gives_year (const DlRowTable *table, const DlLiteral *value)
{
  return table->kind == DL_ROW_TABLE_OBJECTS && table->year.kind != DL_LITERAL_NOTHING && table->year.at > value->at &&
         table->year.at < dl_literal_get_end (value);
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  DlRowTables *self = (DlRowTables *) source;

  while (source->place.part < self->tables->len)
    {
      DlRowTable *table = &g_array_index (self->tables, DlRowTable, source->place.part);
      DlLiteral   key = { 0 };
      DlLiteral   value = { 0 };

      if (!next_element (self, table, &key, &value))
        {
          source->place = (DlRowPlace){ source->place.part + 1, 0, 0, 0 };
          continue;
        }
      source->here = (DlRowPlace){ source->place.part, value.at, source->place.number, source->place.within };
      g_clear_pointer (&self->key, g_free);
      if (table->value.kind == DL_LITERAL_OBJECT && table->kind != DL_ROW_TABLE_LINES &&
          table->kind != DL_ROW_TABLE_ONE)
        self->key = dl_literal_dup_text (&key);
      if (value.kind == DL_LITERAL_NOTHING || value.kind == DL_LITERAL_NULL || !may_be_row (table, &value))
        {
          tell_no_row (source, table, &value, value.kind == DL_LITERAL_NULL);
          continue;
        }
      if (gives_year (table, &value))
        {
          if (is_passed_by_reading (table, &value))
            source->place.at = dl_literal_get_end (&value);
          continue;
        }
      source->topic = table->topic;
      source->within = table->within;
      source->holds_table = source->gives_date = FALSE;
      g_ptr_array_set_size (self->strings, 0);
      source->key = table->kind == DL_ROW_TABLE_OBJECTS ? self->key : NULL;
      dl_rows_clear_cells (rows);
      if (read_element (self, rows, table, &key, &value))
        {
          if (self->strings->len == 0 && !source->holds_table)
            tell_no_row (source, table, &value, TRUE);
          return TRUE;
        }
      source->place = (DlRowPlace){ source->place.part + 1, 0, 0, 0 };
    }
  return FALSE;
}

/* The path of a table of a day. That of the days is kept, since it is sought from the root on, and there are many. */
static char *
dup_day_path (DlRowTables *self, const DlRowTable *table)
{
  g_autoptr (GString) day = g_string_new (NULL);
  g_autofree char    *key = dl_literal_dup_text (&table->date);
  g_autofree char    *within = NULL;

  if (self->days_path == NULL || self->days_at != table->days.at)
    {
      g_free (self->days_path);
      self->days_path = dl_literal_dup_path (&table->root, table->days.at);
      self->days_at = table->days.at;
    }
  g_string_append (day, key != NULL ? key : "");
  g_string_replace (day, "~", "~0", 0);
  g_string_replace (day, "/", "~1", 0);
  if (table->around.kind != DL_LITERAL_NOTHING)
    within = dl_literal_dup_path (&table->around, table->value.at);
  return g_strconcat (self->days_path, "/", day->str, within, NULL);
}

static char *
dup_where (DlRowsSource *source, const DlRowPlace *row, G_GNUC_UNUSED int column)
{
  DlRowTables *self = (DlRowTables *) source;
  DlRowTable  *table = &g_array_index (self->tables, DlRowTable, MIN (row->part, self->tables->len - 1));

  if (table->kind == DL_ROW_TABLE_LINES)
    return g_strdup ("");
  /* It is sought from the root on, which takes time where there are very many tables. */
  if (table->path == NULL)
    table->path = table->days.kind != DL_LITERAL_NOTHING ? dup_day_path (self, table)
                                                         : dl_literal_dup_path (&table->root, table->value.at);
  if (table->kind == DL_ROW_TABLE_ONE)
    return g_strdup (table->path);
  if (self->key != NULL)
    return g_strdup_printf ("%s/%s", table->path, self->key);
  return g_strdup_printf ("%s/%u", table->path, row->number > 0 ? row->number - 1 : 0);
}

void
dl_row_tables_init (DlRowTables *self)
{
  *self = (DlRowTables){ .source = { .next = next_row, .dup_where = dup_where } };
  self->tables = g_array_new (FALSE, FALSE, sizeof (DlRowTable));
  g_array_set_clear_func (self->tables, clear_table);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->joined = g_string_new (NULL);
  self->inner = g_string_new (NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->empty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
dl_row_tables_clear (DlRowTables *self)
{
  g_array_unref (self->tables);
  g_ptr_array_unref (self->strings);
  g_string_free (self->joined, TRUE);
  g_string_free (self->inner, TRUE);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->empty);
  g_free (self->key);
  g_free (self->days_path);
}

/* Whether the first row of a list has cells of a sheet. */
static gboolean
is_sheet (const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     row;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, list);
  if (list->kind != DL_LITERAL_LIST || !dl_literal_iter_next (&iter, NULL, &row) || row.kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, &row);
  while (dl_literal_iter_next (&iter, &key, &value))
    if (value.kind == DL_LITERAL_OBJECT &&
        strncmp (key.text + key.at + 1, DL_ROW_SHEET_CELL, strlen (DL_ROW_SHEET_CELL)) == 0)
      return TRUE;
  return FALSE;
}

void
dl_row_tables_add (DlRowTables *self, DlRowTableKind kind, const DlLiteral *value, const DlLiteral *root, char *topic)
{
  DlRowTable table = { .kind = kind, .value = *value, .root = *root, .topic = topic };

  table.sheet = kind == DL_ROW_TABLE_OBJECTS && is_sheet (value);
  g_array_append_val (self->tables, table);
}

gboolean
dl_row_tables_read_header (DlRowTables *self, DlRows *rows)
{
  const DlRowTable *table = &g_array_index (self->tables, DlRowTable, 0);
  DlLiteralIter     iter;
  DlLiteral         first;
  DlLiteral         value;
  gsize             behind;
  guint             known = 0;

  dl_literal_iter_init (&iter, &table->value);
  if (!dl_literal_iter_next (&iter, NULL, &first) || first.kind != DL_LITERAL_LIST)
    return FALSE;
  behind = iter.at;
  dl_literal_iter_init (&iter, &first);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *name = dl_literal_dup_trimmed (&value);

      known += name != NULL && dl_rows_is_known (name) ? 1 : 0;
    }
  if (known < 2)
    return FALSE;
  dl_literal_iter_init (&iter, &first);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *name = dl_literal_dup_trimmed (&value);

      dl_rows_add_column (rows, name);
    }
  self->source.start = (DlRowPlace){ 0, behind, 1, 0 };
  return TRUE;
}
