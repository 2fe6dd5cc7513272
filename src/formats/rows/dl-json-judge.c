/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a list or an object of JSON is a table of events, and whether its rows hold others. */
#include "formats/rows/dl-json-judge.h"

#include <string.h>

#include "formats/rows/dl-json-happenings.h"
#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-row-objects.h"

/* No more rows than this are looked at in vain. */
#define MAX_TRIED 40000
/* Tables within a row are sought in objects of it, this deep. */
#define MAX_ROW_DEPTH 2
/* So many rows of a table say what it is. */
#define N_ROWS_TRIED 200
/* So many names are told of what looks like events, too. */
#define MAX_PASSED 5

/* Whether what is looked through is data, or is called as events are in a program, which has lists of many things, as
 * a page has. */
static gboolean
may_be_meant (const DlJsonFinder *self)
{
  return dl_input_is_data (self->input) ||
         (!dl_input_is_page (self->input) && self->name != NULL && dl_row_name_is_container (self->name));
}

/* Whether a value is a table of events of this kind.
 * @around: the date that its rows have where they have none, or nothing */
static gboolean
is_table_of (DlJsonFinder *self, DlRowTableKind kind, const DlLiteral *value, const DlLiteral *around)
{
  g_autoptr (DlRows) rows = NULL;
  DlRowTables        one;
  gboolean           found;
  gboolean           headless = FALSE;
  const char        *name;
  const char        *date;
  guint              objects;
  guint              lists;

  if (self->n_tried >= MAX_TRIED)
    {
      if (self->given_up == DL_JSON_NOWHERE)
        self->given_up = value->at;
      return FALSE;
    }
  rows = dl_rows_new ();
  dl_row_tables_init (&one);
  dl_row_tables_add (&one, kind, value, value, NULL);
  g_array_index (one.tables, DlRowTable, 0).year = self->year;
  g_array_index (one.tables, DlRowTable, 0).month = self->month;
  g_array_index (one.tables, DlRowTable, 0).date = *around;
  g_array_index (one.tables, DlRowTable, 0).unit = self->unit;
  if (kind == DL_ROW_TABLE_LISTS)
    headless = !dl_row_tables_read_header (&one, rows);
  found = dl_rows_settle (rows, &one.source, headless);
  if (self->fractions == NULL)
    self->fractions = g_strdup (dl_rows_get_fractions (rows));
  /* What is called so elsewhere in the file counts alike. */
  else if (found && dl_rows_get_date_column (rows) >= 0 &&
           strcmp (dl_rows_get_name (rows, (guint) dl_rows_get_date_column (rows)), self->fractions) == 0)
    found = FALSE;
  self->is_frame = found && dl_rows_is_frame (rows);
  self->is_full = found && dl_rows_is_full (rows);
  self->is_spans = found && dl_rows_is_spans (rows);
  self->is_periods = found && dl_rows_is_periods (rows);
  self->is_own = found && dl_rows_has_own_dates (rows);
  self->is_titled = found && dl_rows_has_named (rows, DL_ROW_TITLE);
  dl_row_tables_clear (&one);
  /* What a row has besides stays with it. */
  if (!found && !self->in_row && self->unread == NULL && kind == DL_ROW_TABLE_OBJECTS &&
      (value->kind == DL_LITERAL_LIST || (dl_json_count_kinds (value, &objects, &lists) > 1 && objects > 1)) &&
      dl_rows_has_named (rows, DL_ROW_TITLE) && dl_rows_get_unread (rows, &name, &date))
    {
      self->unread = g_strdup (name);
      self->unread_as = g_strdup (date);
      self->unread_in = *value;
      self->unread_backwards = dl_rows_is_backwards (rows);
    }
  /* What is found will be read. */
  if (!found)
    {
      guint n = dl_literal_count (value, N_ROWS_TRIED);

      self->n_tried += 1 + n;
      if (kind == DL_ROW_TABLE_OBJECTS && value->kind == DL_LITERAL_LIST && n > MAX (self->n_refused, 1) &&
          dl_rows_get_n_columns (rows) > 1 && may_be_meant (self) && dl_rows_is_meant (rows))
        {
          dl_rows_free (self->refused);
          self->refused = g_steal_pointer (&rows);
          self->n_refused = n;
        }
    }
  return found;
}

gboolean
dl_json_judge_table (DlJsonFinder *self, DlRowTableKind kind, const DlLiteral *value)
{
  static const DlLiteral none = { 0 };

  if (self->date.kind != DL_LITERAL_NOTHING && is_table_of (self, kind, value, &self->date) && self->is_full)
    return TRUE;
  return is_table_of (self, kind, value, &none);
}

gboolean
dl_json_judge_month (const DlJsonFinder *self)
{
  return self->year.kind != DL_LITERAL_NOTHING && self->month.kind != DL_LITERAL_NOTHING;
}

void
dl_json_judge_pass (DlJsonFinder *self, const DlLiteral *value, const char *name, gboolean inner)
{
  DlJsonPassed *passed;

  if (name == NULL || self->passed->len >= MAX_PASSED)
    return;
  /* In each row, say. */
  for (guint i = 0; i < self->passed->len; i++)
    if (strcmp (((DlJsonPassed *) self->passed->pdata[i])->name, name) == 0)
      return;
  passed = g_new0 (DlJsonPassed, 1);
  passed->at = value->at;
  passed->name = g_strdup (name);
  passed->inner = inner;
  g_ptr_array_add (self->passed, passed);
}

/* What the rows of a table are, in which another is sought. */
typedef struct
{
  gboolean frame;
  gboolean spans;
  gboolean periods;
} Around;

/* Whether a list that is called nothing of events has such even so: with all that belongs to them, in rows that say
 * no more than a year; or with titles, in decades, or in periods where it is called nothing else either. */
static gboolean
is_meant (const DlJsonFinder *self, const char *name, const Around *around)
{
  guint rank;

  if (around->frame && self->is_full && self->inner_as == NULL)
    return TRUE;
  return self->is_titled && (around->spans || (around->periods && self->is_own && name != NULL &&
                                               dl_row_name_get_meaning (name, &rank) == DL_ROW_OTHER));
}

/* Whether a list of a row is a table of events: what happened in a period, say. What looks like
 * one, but is called something else, is noted, unless it is meant.
 * @year: of the row, or nothing; @date: the same, where it has no words of its own */
static gboolean
is_own_table (DlJsonFinder    *self,
              const DlLiteral *key,
              const DlLiteral *list,
              const DlLiteral *year,
              const DlLiteral *date,
              const Around    *around)
{
  g_autofree char *name = NULL;
  DlLiteralIter    iter;
  DlLiteral        first;
  DlLiteral        outer = self->year;
  DlLiteral        outer_date = self->date;
  gboolean         unread = self->unread != NULL;
  guint            rank;
  gboolean         container;
  gboolean         table;

  dl_literal_iter_init (&iter, list);
  if (!dl_literal_iter_next (&iter, NULL, &first) || first.kind != DL_LITERAL_OBJECT)
    return FALSE;
  name = dl_literal_dup_text (key);
  container = name != NULL && dl_row_name_is_container (name);
  /* Its links, say, are not of that year. */
  if (!container)
    self->year = (DlLiteral){ 0 };
  else if (year->kind != DL_LITERAL_NOTHING)
    self->year = *year;
  self->date = container ? *date : (DlLiteral){ 0 };
  table = dl_json_judge_table (self, DL_ROW_TABLE_OBJECTS, list);
  /* What it says stays with its row, whatever its dates are. */
  if (!unread)
    {
      g_clear_pointer (&self->unread, g_free);
      g_clear_pointer (&self->unread_as, g_free);
    }
  self->year = outer;
  self->date = outer_date;
  if (table && !container && !dl_row_object_is_inner (self->inner_as, name) && is_meant (self, name, around))
    {
      g_autofree char *before = self->inner_as;

      self->inner_as = before != NULL ? g_strjoin (DL_ROW_SEPARATOR, before, name, NULL) : g_strdup (name);
    }
  container = container || dl_row_object_is_inner (self->inner_as, name);
  /* A book has a year, and is a source. */
  if (table && !container && name != NULL && dl_row_name_get_meaning (name, &rank) != DL_ROW_SOURCE)
    dl_json_judge_pass (self, list, name, TRUE);
  return table && container;
}

static gboolean
is_dated (const DlLiteral *key, const DlLiteral *value)
{
  g_autofree char *name = dl_literal_dup_text (key);

  return dl_json_is_dated (value, name != NULL && dl_row_name_is_container (name));
}

/* Whether an object, or one within it, has a table of events. */
static gboolean
has_own_table (DlJsonFinder *self, const DlLiteral *object, const Around *around, guint depth)
{
  static const Around none = { FALSE, FALSE, FALSE };
  DlLiteralIter       iter;
  DlLiteral           key;
  DlLiteral           value;
  DlLiteral           year;
  DlLiteral           date = dl_json_get_lone_date (object);
  gboolean            found = FALSE;

  if (!dl_literal_get_member (object, "year", &year) || !dl_json_is_years (&year))
    year = (DlLiteral){ 0 };
  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      if (depth == MAX_ROW_DEPTH && dl_json_is_happenings (object, &key, &value, dl_json_judge_month (self), TRUE))
        found = TRUE;
      else if (value.kind == DL_LITERAL_LIST)
        found = is_own_table (self, &key, &value, &year, &date, around) || found;
      else if (value.kind == DL_LITERAL_OBJECT && !found)
        found = is_dated (&key, &value) ? dl_json_judge_table (self, DL_ROW_TABLE_DATES, &value)
                                        : depth > 1 && has_own_table (self, &value, &none, depth - 1);
    }
  return found;
}

gboolean
dl_json_judge_inner (DlJsonFinder *self, const DlLiteral *table)
{
  DlLiteralIter iter;
  DlLiteral     row;
  Around        around = { self->is_frame, self->is_spans, self->is_periods };
  gboolean      found = FALSE;

  g_clear_pointer (&self->inner_as, g_free);
  dl_literal_iter_init (&iter, table);
  for (guint n = 0; n < DL_JSON_ELEMENTS_SEEN && dl_literal_iter_next (&iter, NULL, &row); n++)
    found = (row.kind == DL_LITERAL_OBJECT && has_own_table (self, &row, &around, MAX_ROW_DEPTH)) || found;
  return found;
}

gboolean
dl_json_judge_edges (DlJsonFinder *self, const DlLiteral *list)
{
  static const char *const names[] = { "from", "to", NULL };
  DlLiteralIter            iter;
  DlLiteral                edge;
  DlLiteral                ends[2];

  dl_literal_iter_init (&iter, list);
  if (list->kind != DL_LITERAL_LIST || !dl_literal_iter_next (&iter, NULL, &edge))
    return FALSE;
  dl_literal_get_members (&edge, names, ends);
  return ends[0].kind == DL_LITERAL_NUMBER && ends[1].kind == DL_LITERAL_NUMBER && self->has_node_word;
}

gboolean
dl_json_judge_events (DlJsonFinder *self, const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n_own;
  guint         n_lists;

  if (object->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_json_count_kinds (object, &n_own, &n_lists);
  dl_literal_iter_init (&iter, object);
  while (n_lists > 0 && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = value.kind == DL_LITERAL_LIST ? dl_literal_dup_text (&key) : NULL;
      gboolean         container = name != NULL && dl_row_name_is_container (name);
      guint            objects;
      guint            lists;

      /* A list that is called otherwise is what is meant where it is longer: "highlight": {…}, "entradas": [{…}, {…}]
       */
      if (name != NULL && dl_json_count_kinds (&value, &objects, &lists) == objects && objects > 0 &&
          (container || objects > n_own) && dl_json_judge_table (self, DL_ROW_TABLE_OBJECTS, &value) &&
          (container || self->is_titled))
        return TRUE;
    }
  return FALSE;
}

gboolean
dl_json_judge_years (DlJsonFinder *self, const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     row;
  DlLiteral     year;
  DlLiteral     outer = self->year;
  gboolean      other = FALSE;
  guint         n = 0;

  dl_literal_iter_init (&iter, list);
  for (; n < DL_JSON_ELEMENTS_SEEN && list->kind == DL_LITERAL_LIST && dl_literal_iter_next (&iter, NULL, &row); n++)
    {
      DlLiteralIter inner;
      DlLiteral     key;
      DlLiteral     value;
      gboolean      tables = TRUE;

      if (!dl_json_is_year_of_lists (&row, &year))
        return FALSE;
      self->year = year;
      dl_literal_iter_init (&inner, &row);
      while (tables && dl_literal_iter_next (&inner, &key, &value))
        {
          g_autofree char *name = dl_literal_dup_text (&key);

          if (value.kind != DL_LITERAL_LIST || dl_literal_count (&value, 1) == 0)
            continue;
          other = other || name == NULL || !dl_row_name_is_container (name);
          tables = dl_json_judge_table (self, DL_ROW_TABLE_OBJECTS, &value) && self->is_titled;
        }
      self->year = outer;
      if (!tables)
        return FALSE;
    }
  return n > 1 && other;
}
