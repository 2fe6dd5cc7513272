/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the tables of events in JSON that is of no format of its own. */
#include "formats/rows/dl-json-tables.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-row-tables.h"

/* Tables are sought no deeper, and no more rows than this are looked at in vain. */
#define MAX_TABLE_DEPTH 12
#define MAX_TRIED 40000
/* So many elements one after the other without a table say that those behind have none: what has
 * tens of thousands has them alike. */
#define MAX_BARREN 1000
/* Tables within a row are sought in objects of it, this deep. */
#define MAX_ROW_DEPTH 2
/* So many rows of a table say what it is. */
#define N_ROWS_TRIED 200
/* So many names are told of what looks like events, too. */
#define MAX_PASSED 5

typedef struct
{
  DlInput     *input;
  DlRowTables *tables;
  DlLiteral    root;
  const char  *name;      /* of the root; nullable */
  DlLiteral    year;      /* of the object that is looked through, or nothing */
  DlLiteral    date;      /* the same, where it says no more than a date */
  DlLiteral    unit;      /* as of dl_json_find_unit() */
  gboolean     has_nodes; /* whether the word stands in the file */
  gboolean     in_row;    /* whether what is looked through is part of a row that is read */
  gboolean     is_frame;  /* of the table that was found last, see dl_rows_is_frame() */
  gboolean     is_full;   /* the same, see dl_rows_is_full() */
  gboolean     is_spans;  /* the same, see dl_rows_is_spans() */
  gboolean     is_titled; /* the same: whether there is a column that is called one of titles */
  const char  *inner;     /* nullable: what the lists of full rows are called in the frame that is looked through */
  char        *inner_as;  /* nullable: the same of the table that was looked at last */
  char        *unread;    /* nullable: a name for dates below which none could be read, in objects with titles */
  char        *unread_as; /* the first of them */
  DlLiteral    unread_in; /* where they stand */
  gboolean     unread_backwards;
  char        *fractions; /* nullable: as of dl_rows_get_fractions(), of some table */
  DlRows      *refused;   /* nullable: the longest list of objects that is no table of events */
  guint        n_refused; /* its rows, as far as they were counted */
  guint        n_tried;
  gsize        given_up; /* where the search ended, where it was too long, or 0 */
  gsize        left;     /* where the first list stands that was not looked through to its end, or 0 */
  GPtrArray   *passed;   /* of Passed: what looks like events and is not read */
} Finder;

typedef struct
{
  gsize at;
  char *name;
} Passed;

static void
passed_free (gpointer data)
{
  Passed *passed = data;

  g_free (passed->name);
  g_free (passed);
}

/* Whether what is looked through is data, or is called as events are in a program, which has lists of many things, as
 * a page has. */
static gboolean
may_be_meant (const Finder *self)
{
  char first = dl_input_get_first (self->input);

  return first == '{' || first == '[' || (first != '<' && self->name != NULL && dl_row_name_is_container (self->name));
}

/* Whether a value is a table of events of this kind.
 * @around: the date that its rows have where they have none, or nothing */
static gboolean
is_table_of (Finder *self, DlRowTableKind kind, const DlLiteral *value, const DlLiteral *around)
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
      if (self->given_up == 0)
        self->given_up = value->at;
      return FALSE;
    }
  rows = dl_rows_new ();
  dl_row_tables_init (&one);
  dl_row_tables_add (&one, kind, value, value, NULL);
  g_array_index (one.tables, DlRowTable, 0).year = self->year;
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
  self->is_titled = found && dl_rows_has_named (rows, DL_ROW_TITLE);
  dl_row_tables_clear (&one);
  if (!found && self->unread == NULL && kind == DL_ROW_TABLE_OBJECTS &&
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

/* The same; what has but a date around it, is so only with all that belongs to events. */
static gboolean
is_table (Finder *self, DlRowTableKind kind, const DlLiteral *value)
{
  static const DlLiteral none = { 0 };

  if (self->date.kind != DL_LITERAL_NOTHING && is_table_of (self, kind, value, &self->date) && self->is_full)
    return TRUE;
  return is_table_of (self, kind, value, &none);
}

/* @name: (nullable): of @value */
static void
note_passed (Finder *self, const DlLiteral *value, const char *name)
{
  Passed *passed;

  if (name == NULL || self->passed->len >= MAX_PASSED)
    return;
  /* In each row, say. */
  for (guint i = 0; i < self->passed->len; i++)
    if (strcmp (((Passed *) self->passed->pdata[i])->name, name) == 0)
      return;
  passed = g_new0 (Passed, 1);
  passed->at = value->at;
  passed->name = g_strdup (name);
  g_ptr_array_add (self->passed, passed);
}

/* Whether a list of a row is a table of events: what happened in a period, say. What looks like
 * one, but is called something else, is noted; but where the rows around it say no more than a year,
 * and its own are events with all that belongs to them, these are what the file is about.
 * @year: of the row, or nothing; @date: the same, where it has no words of its own */
static gboolean
is_own_table (Finder          *self,
              const DlLiteral *key,
              const DlLiteral *list,
              const DlLiteral *year,
              const DlLiteral *date,
              gboolean         frame,
              gboolean         spans)
{
  g_autofree char *name = NULL;
  DlLiteralIter    iter;
  DlLiteral        first;
  DlLiteral        outer = self->year;
  DlLiteral        outer_date = self->date;
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
  table = is_table (self, DL_ROW_TABLE_OBJECTS, list);
  self->year = outer;
  self->date = outer_date;
  if (table && !container && frame && self->is_full && self->inner_as == NULL)
    self->inner_as = g_strdup (name);
  /* What happened in a decade, of several kinds. */
  else if (table && !container && spans && self->is_titled && !dl_row_tables_is_inner (self->inner_as, name))
    {
      g_autofree char *before = self->inner_as;

      self->inner_as = before != NULL ? g_strjoin (DL_ROW_SEPARATOR, before, name, NULL) : g_strdup (name);
    }
  container = container || dl_row_tables_is_inner (self->inner_as, name);
  if (table && !container)
    note_passed (self, list, name);
  return table && container;
}

static gboolean
is_dated (const DlLiteral *key, const DlLiteral *value)
{
  g_autofree char *name = dl_literal_dup_text (key);

  return dl_row_tables_is_dated (value, name != NULL && dl_row_name_is_container (name));
}

/* Whether an object, or one within it, has a table of events. */
static gboolean
has_own_table (Finder *self, const DlLiteral *object, gboolean frame, gboolean spans, guint depth)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  DlLiteral     year;
  DlLiteral     date = dl_json_get_lone_date (object);
  gboolean      found = FALSE;

  if (!dl_literal_get_member (object, "year", &year) || !dl_json_is_year (&year))
    year = (DlLiteral){ 0 };
  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      if (value.kind == DL_LITERAL_LIST)
        found = is_own_table (self, &key, &value, &year, &date, frame, spans) || found;
      else if (value.kind == DL_LITERAL_OBJECT && !found)
        found = is_dated (&key, &value) ? is_table (self, DL_ROW_TABLE_DATES, &value)
                                        : depth > 1 && has_own_table (self, &value, FALSE, FALSE, depth - 1);
    }
  return found;
}

/* Whether the first rows of a table have others within them. */
static gboolean
has_inner_table (Finder *self, const DlLiteral *table)
{
  DlLiteralIter iter;
  DlLiteral     row;
  gboolean      frame = self->is_frame;
  gboolean      spans = self->is_spans;
  gboolean      found = FALSE;

  g_clear_pointer (&self->inner_as, g_free);
  dl_literal_iter_init (&iter, table);
  for (guint n = 0; n < DL_JSON_ELEMENTS_SEEN && dl_literal_iter_next (&iter, NULL, &row); n++)
    found = (row.kind == DL_LITERAL_OBJECT && has_own_table (self, &row, frame, spans, MAX_ROW_DEPTH)) || found;
  return found;
}

/* Whether a list holds the edges of a graph: `{"from": 100, "to": 210}` are no years where
 * there are nodes. */
static gboolean
is_edges (Finder *self, const DlLiteral *list)
{
  static const char *const names[] = { "from", "to", NULL };
  DlLiteralIter            iter;
  DlLiteral                edge;
  DlLiteral                ends[2];

  dl_literal_iter_init (&iter, list);
  if (list->kind != DL_LITERAL_LIST || !dl_literal_iter_next (&iter, NULL, &edge))
    return FALSE;
  dl_literal_get_members (&edge, names, ends);
  return ends[0].kind == DL_LITERAL_NUMBER && ends[1].kind == DL_LITERAL_NUMBER &&
         dl_input_has_early (self->input, "nodes", self->input->length);
}

/* Whether a name says no more than that there are events: "timeline"; "Early years" says when. */
static gboolean
is_generic (const char *topic)
{
  static const char *const years[] = { "years", "annees", "années", "jahre", "años", NULL };

  return strchr (topic, ' ') == NULL && (dl_row_name_is_container (topic) || g_strv_contains (years, topic));
}

/* Whether two lists of lists have no header and, to judge by their first rows, the same columns: as
 * many, with dates in the same ones. */
static gboolean
is_alike (const DlLiteral *table, const DlLiteral *other)
{
  const DlLiteral *tables[] = { table, other };
  DlLiteralIter    iters[2];
  DlLiteral        values[2];
  guint            n_dates = 0;

  for (guint i = 0; i < 2; i++)
    {
      DlLiteral first;

      dl_literal_iter_init (&iters[i], tables[i]);
      if (!dl_literal_iter_next (&iters[i], NULL, &first) || first.kind != DL_LITERAL_LIST)
        return FALSE;
      dl_literal_iter_init (&iters[i], &first);
    }
  while (TRUE)
    {
      gboolean more = dl_literal_iter_next (&iters[0], NULL, &values[0]);
      gboolean dated[2];

      if (more != dl_literal_iter_next (&iters[1], NULL, &values[1]))
        return FALSE;
      if (!more)
        return n_dates > 0;
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *text = dl_literal_dup_trimmed (&values[i]);

          dated[i] = text != NULL && dl_rows_is_date (text);
        }
      if (dated[0] != dated[1])
        return FALSE;
      n_dates += dated[0] ? 1 : 0;
    }
}

/* Whether it was added: lists, whose columns have no names, are joined only to such as are alike. */
static gboolean
add (Finder *self, DlRowTableKind kind, const DlLiteral *value, const char *topic)
{
  GArray *tables = self->tables->tables;

  if (tables->len > 0 &&
      (kind == DL_ROW_TABLE_LISTS || g_array_index (tables, DlRowTable, 0).kind == DL_ROW_TABLE_LISTS) &&
      !(kind == DL_ROW_TABLE_LISTS && g_array_index (tables, DlRowTable, 0).kind == kind &&
        is_alike (&g_array_index (tables, DlRowTable, 0).value, value)))
    {
      note_passed (self, value, topic != NULL ? topic : self->name);
      return FALSE;
    }
  dl_row_tables_add (self->tables, kind, value, &self->root,
                     topic != NULL && *topic != '\0' && !is_generic (topic) ? dl_markup_to_line (topic) : NULL);
  g_array_index (tables, DlRowTable, tables->len - 1).year = self->year;
  g_array_index (tables, DlRowTable, tables->len - 1).date = self->date;
  g_array_index (tables, DlRowTable, tables->len - 1).unit = self->unit;
  return TRUE;
}

/* Whether an object has a list that is called as events are, and is a table of them: then what else it
 * has are no rows, though some are objects in which a year stands. */
static gboolean
has_list_of_events (Finder *self, const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = value.kind == DL_LITERAL_LIST ? dl_literal_dup_text (&key) : NULL;
      guint            objects;
      guint            lists;

      if (name != NULL && dl_row_name_is_container (name) &&
          dl_json_count_kinds (&value, &objects, &lists) == objects && objects > 0 &&
          is_table (self, DL_ROW_TABLE_OBJECTS, &value))
        return TRUE;
    }
  return FALSE;
}

/* Whether all that stands in a list are years with lists of what happened in them, whatever these are called:
 * `{"year": 1990, "left": [{"name": …}], "right": […]}`. */
static gboolean
is_years_of_lists (Finder *self, const DlLiteral *list)
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
          tables = is_table (self, DL_ROW_TABLE_OBJECTS, &value) && self->is_titled;
        }
      self->year = outer;
      if (!tables)
        return FALSE;
    }
  return n > 1 && other;
}

/* @container: whether what @value is called by is a name of events */
static void
find (Finder *self, const DlLiteral *value, const char *topic, gboolean container, guint depth)
{
  static const char *const names[] = { "title",   "name",    "headline", "heading",    "label",     "category", "group",
                                       "period",  "era",     "brand",    "company",    "country",   "topic",    "theme",
                                       "section", "chapter", "decade",   "group_name", "groupName", "year",     NULL };
  DlLiteralIter            iter;
  DlLiteral                key = { 0 };
  DlLiteral                inner;
  guint                    objects;
  guint                    lists;
  guint                    n = dl_json_count_kinds (value, &objects, &lists);
  gboolean                 row = self->in_row;
  gboolean                 rows = FALSE;
  gboolean                 years;
  const char              *outer_inner = self->inner;
  g_autofree char         *inner_as = NULL;
  guint                    n_barren = 0;

  if (n == 0 || depth > MAX_TABLE_DEPTH || (self->has_nodes && dl_json_is_graph (value)))
    return;
  if (dl_row_tables_is_dated (value, container) && !dl_json_is_doubtful (value, container) &&
      is_table (self, DL_ROW_TABLE_DATES, value))
    {
      add (self, DL_ROW_TABLE_DATES, value, topic);
      return;
    }
  if (dl_row_tables_is_named (value) && is_table (self, DL_ROW_TABLE_NAMES, value))
    {
      add (self, DL_ROW_TABLE_NAMES, value, topic);
      return;
    }
  years = is_years_of_lists (self, value);
  if (!years && objects * 2 >= n && (value->kind == DL_LITERAL_LIST || n > 1) && !is_edges (self, value) &&
      !has_list_of_events (self, value))
    {
      if (is_table (self, DL_ROW_TABLE_OBJECTS, value))
        {
          gboolean outer = has_inner_table (self, value);

          inner_as = g_steal_pointer (&self->inner_as);
          if (!add (self, DL_ROW_TABLE_OBJECTS, value, topic) || !outer)
            return;
          /* Periods are events, too, and so is what happened in each. */
          rows = TRUE;
          g_array_index (self->tables->tables, DlRowTable, self->tables->tables->len - 1).outer = TRUE;
          g_array_index (self->tables->tables, DlRowTable, self->tables->tables->len - 1).inner = g_strdup (inner_as);
        }
    }
  if (value->kind == DL_LITERAL_LIST && lists > 0 && lists * 2 >= n && is_table (self, DL_ROW_TABLE_LISTS, value))
    {
      add (self, DL_ROW_TABLE_LISTS, value, topic);
      return;
    }
  dl_literal_iter_init (&iter, value);
  while (self->given_up == 0 && dl_literal_iter_next (&iter, &key, &inner))
    {
      g_autofree char *name = NULL;
      gboolean         named = FALSE;
      DlLiteral        year = self->year;
      DlLiteral        date = self->date;
      guint            n_tables = self->tables->tables->len;

      if (inner.kind != DL_LITERAL_OBJECT && inner.kind != DL_LITERAL_LIST)
        continue;
      if (value->kind == DL_LITERAL_OBJECT)
        {
          name = dl_literal_dup_text (&key);
          named = name != NULL && dl_row_name_is_container (name);
          if (row && !named && dl_row_tables_is_inner (self->inner, name))
            {
              named = TRUE;
              *name = '\0';
            }
          /* What else a row has is kept with it. */
          if (row && inner.kind == DL_LITERAL_LIST && !named)
            continue;
          /* What is deeper keeps what its group is called. */
          if (topic != NULL && !is_generic (topic) && named)
            {
              g_free (name);
              name = g_strdup (topic);
            }
        }
      else if (inner.kind == DL_LITERAL_OBJECT)
        {
          DlLiteral values[G_N_ELEMENTS (names)];

          dl_literal_get_members (&inner, names, values);
          /* The last of the names; which is no topic where it dates what is below. */
          if (dl_json_is_year (&values[G_N_ELEMENTS (names) - 2]))
            {
              self->year = values[G_N_ELEMENTS (names) - 2];
              values[G_N_ELEMENTS (names) - 2] = (DlLiteral){ 0 };
            }
          if (years && !dl_json_is_year_of_lists (&inner, &self->year))
            self->year = year;
          for (guint i = 0; !years && names[i] != NULL && name == NULL; i++)
            name = dl_json_dup_words (&values[i]);
          if (rows)
            self->date = dl_json_get_lone_date (&inner);
        }
      /* Of a table each is a row, and so is what is in objects of it. */
      self->in_row = rows || row;
      self->inner = rows ? inner_as : outer_inner;
      find (self, &inner, name != NULL ? name : topic, named, depth + 1);
      self->in_row = row;
      self->inner = outer_inner;
      self->year = year;
      self->date = date;
      n_barren = self->tables->tables->len > n_tables ? 0 : n_barren + 1;
      /* In each row of a table there may be others. */
      if (rows || n_barren < MAX_BARREN)
        continue;
      if (self->left == 0)
        self->left = value->at;
      return;
    }
}

/* What looks like events and is not read is told once for each name. */
static void
tell_passed (const Finder *self, DlDraft *draft)
{
  for (guint i = 0; i < self->passed->len; i++)
    {
      const Passed *passed = self->passed->pdata[i];

      dl_draft_tell_note (draft, passed->at, dl_literal_dup_path (&self->root, passed->at),
                          /* Translators: the name of a member of the file, such as “assets”. */
                          g_strdup_printf (_ ("“%s” has dates too, but is not read as events."), passed->name));
    }
  if (self->left > 0)
    dl_draft_tell_note (
      draft, self->left, dl_literal_dup_path (&self->root, self->left),
      g_strdup_printf (_ ("What stands here has no events in its first %u entries; the others were not "
                          "looked through."),
                       MAX_BARREN));
  if (self->given_up > 0)
    dl_draft_tell (draft, self->given_up, dl_literal_dup_path (&self->root, self->given_up),
                   g_strdup (_ ("From here on this file was not looked through for further events.")));
}

/* A list with titles, beside those that are read and not around them. */
static void
tell_unread (const Finder *self, DlDraft *draft)
{
  gsize at = self->unread_in.at;
  gsize end = dl_literal_get_end (&self->unread_in);

  for (guint i = 0; i < self->tables->tables->len; i++)
    {
      const DlRowTable *table = &g_array_index (self->tables->tables, DlRowTable, i);

      if (table->value.at >= at && table->value.at < end)
        return;
    }
  dl_draft_tell_note (draft, at, dl_literal_dup_path (&self->root, at),
                      /* Translators: the name of a member of the file, such as “when”, and what stands there. */
                      g_strdup_printf (_ ("What stands here has titles, but “%s” could not be read as dates, such as "
                                          "“%s”, so it is left out."),
                                       self->unread, self->unread_as));
}

/* Events that a program names one by one: `const fall = { title: "…", date: "1989-11-09" }`. */
static void
find_ones (Finder *self, const GArray *literals)
{
  GArray     *tables = self->tables->tables;
  const char *last = NULL;
  gboolean    pieces = FALSE;

  for (guint i = 0; i < literals->len && !pieces; i++)
    {
      const DlLiteralFound *found = &g_array_index (literals, DlLiteralFound, i);

      if (found->value.kind != DL_LITERAL_OBJECT || !is_table (self, DL_ROW_TABLE_ONE, &found->value) || !self->is_full)
        continue;
      /* Without names of their own they are pieces of a list with a mistake in it. */
      pieces = found->name == NULL || g_strcmp0 (found->name, last) == 0;
      last = found->name;
      dl_row_tables_add (self->tables, DL_ROW_TABLE_ONE, &found->value, &found->value, NULL);
    }
  /* A single one may be anything. */
  if (pieces || tables->len == 1)
    g_array_set_size (tables, 0);
}

guint
dl_json_tables_find (DlInput *input, DlRowTables *tables, DlDraft *draft, GError **error)
{
  GArray  *literals = dl_input_get_literals (input);
  Finder   finder = { .input = input, .tables = tables };
  gboolean had_unread;

  /* A large table of values without any is not looked through. */
  finder.has_nodes = literals->len > 0 && dl_input_has (input, "\"nodes\"");
  dl_row_tables_init (tables);
  finder.passed = g_ptr_array_new_with_free_func (passed_free);
  for (guint i = 0; i < literals->len; i++)
    {
      finder.root = g_array_index (literals, DlLiteralFound, i).value;
      finder.name = g_array_index (literals, DlLiteralFound, i).name;
      finder.unit = dl_json_find_unit (&finder.root);
      had_unread = finder.unread != NULL;
      find (&finder, &finder.root, NULL, i == 0, 0);
      if (draft != NULL)
        tell_passed (&finder, draft);
      if (draft != NULL && !had_unread && finder.unread != NULL)
        tell_unread (&finder, draft);
      finder.given_up = 0;
      finder.left = 0;
      g_ptr_array_set_size (finder.passed, 0);
      g_clear_pointer (&finder.inner_as, g_free);
    }
  if (tables->tables->len == 0 && literals->len > 1 && dl_input_get_first (input) != '<')
    find_ones (&finder, literals);
  if (error != NULL && tables->tables->len == 0 && finder.unread != NULL)
    dl_rows_set_unread (finder.unread, finder.unread_as, finder.unread_backwards, input, error);
  else if (error != NULL && tables->tables->len == 0 && finder.refused != NULL)
    dl_rows_set_refused (finder.refused, input, error);
  dl_rows_free (finder.refused);
  g_free (finder.fractions);
  g_ptr_array_unref (finder.passed);
  g_free (finder.unread);
  g_free (finder.unread_as);
  /* One table is all there is, and needs no name. */
  if (tables->tables->len == 1)
    g_clear_pointer (&g_array_index (tables->tables, DlRowTable, 0).topic, g_free);
  return tables->tables->len;
}
