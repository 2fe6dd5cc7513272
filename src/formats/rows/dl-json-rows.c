/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON that is of no format of its own, but holds events: finds the tables in it. */
#include "formats/rows/dl-json-rows.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-row-tables.h"

/* Tables are sought no deeper, and no more values than this are tried. */
#define MAX_TABLE_DEPTH 6
#define MAX_TRIED 400
/* Elements by which it is known what a list holds. */
#define N_ELEMENTS_SEEN 20
/* A key that would be a later year is a number of something, but as a whole date. */
#define LAST_KEY_YEAR 3000

typedef struct
{
  DlInput     *input;
  DlRowTables *tables;
  DlLiteral    root;
  guint        n_tried;
} Finder;

/* Whether a value is a table of events of this kind. */
static gboolean
is_table (Finder *self, DlRowTableKind kind, const DlLiteral *value)
{
  g_autoptr (DlRows) rows = NULL;
  DlRowTables        one;
  gboolean           found;
  gboolean           headless = FALSE;

  if (self->n_tried++ >= MAX_TRIED)
    return FALSE;
  rows = dl_rows_new ();
  dl_row_tables_init (&one);
  dl_row_tables_add (&one, kind, value, g_strdup (""), NULL);
  if (kind == DL_ROW_TABLE_LISTS)
    headless = !dl_row_tables_read_header (&one, rows);
  found = dl_rows_settle (rows, &one.source, headless);
  dl_row_tables_clear (&one);
  return found;
}

/* Whether the first object of a list has a list of events within it: periods, say, with
 * what happened in each. */
static gboolean
has_inner_table (Finder *self, const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     object;
  DlLiteral     key;
  DlLiteral     value;
  gboolean      found = FALSE;

  dl_literal_iter_init (&iter, list);
  if (!dl_literal_iter_next (&iter, NULL, &object) || object.kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, &object);
  while (!found && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = value.kind == DL_LITERAL_LIST ? dl_literal_dup_text (&key) : NULL;

      found = name != NULL && dl_row_name_is_container (name) && is_table (self, DL_ROW_TABLE_OBJECTS, &value);
    }
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

static void
add (Finder *self, DlRowTableKind kind, const DlLiteral *value, const char *topic)
{
  dl_row_tables_add (self->tables, kind, value, dl_literal_dup_path (&self->root, value->at),
                     topic != NULL && *topic != '\0' && !dl_row_name_is_container (topic) ? g_strdup (topic) : NULL);
}

/* How many of the first elements are of which kind. Returns: how many were looked at */
static guint
count_kinds (const DlLiteral *value, guint *objects, guint *lists, guint *dated)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     element;
  guint         n = 0;

  *objects = *lists = *dated = 0;
  dl_literal_iter_init (&iter, value);
  while (n < N_ELEMENTS_SEEN && dl_literal_iter_next (&iter, &key, &element))
    {
      n++;
      *objects += element.kind == DL_LITERAL_OBJECT ? 1 : 0;
      *lists += element.kind == DL_LITERAL_LIST ? 1 : 0;
      if (value->kind == DL_LITERAL_OBJECT &&
          (element.kind == DL_LITERAL_OBJECT || element.kind == DL_LITERAL_LIST || element.kind == DL_LITERAL_STRING))
        {
          g_autofree char *name = dl_literal_dup_trimmed (&key);

          /* A number of three digits may number anything, and the one key "4217" is a standard. */
          *dated += name != NULL && strlen (name) > 3 && g_ascii_strtoll (name, NULL, 10) <= LAST_KEY_YEAR &&
                        dl_rows_is_date (name)
                      ? 1
                      : 0;
        }
    }
  return n;
}

static void
find (Finder *self, const DlLiteral *value, const char *topic, guint depth)
{
  static const char *const names[] = { "title", "name", "label", "category", "group", "period", "era", "year", NULL };
  DlLiteralIter            iter;
  DlLiteral                key = { 0 };
  DlLiteral                inner;
  guint                    objects;
  guint                    lists;
  guint                    dated;
  guint                    n = count_kinds (value, &objects, &lists, &dated);

  if (n == 0 || depth > MAX_TABLE_DEPTH || self->n_tried >= MAX_TRIED)
    return;
  if (dated > 0 && dated * 10 >= n * 8 && is_table (self, DL_ROW_TABLE_DATES, value))
    {
      add (self, DL_ROW_TABLE_DATES, value, topic);
      return;
    }
  if (objects * 2 >= n && (value->kind == DL_LITERAL_LIST || n > 1) && !is_edges (self, value))
    {
      gboolean outer = value->kind == DL_LITERAL_LIST && has_inner_table (self, value);

      if (is_table (self, DL_ROW_TABLE_OBJECTS, value))
        {
          add (self, DL_ROW_TABLE_OBJECTS, value, topic);
          if (!outer)
            return;
          /* Periods are events, too, and so is what happened in each. */
          g_array_index (self->tables->tables, DlRowTable, self->tables->tables->len - 1).outer = TRUE;
        }
    }
  if (value->kind == DL_LITERAL_LIST && lists > 0 && lists * 2 >= n && self->tables->tables->len == 0 &&
      is_table (self, DL_ROW_TABLE_LISTS, value))
    {
      add (self, DL_ROW_TABLE_LISTS, value, topic);
      return;
    }
  dl_literal_iter_init (&iter, value);
  while (self->n_tried < MAX_TRIED && dl_literal_iter_next (&iter, &key, &inner))
    {
      g_autofree char *name = NULL;

      if (inner.kind != DL_LITERAL_OBJECT && inner.kind != DL_LITERAL_LIST)
        continue;
      if (value->kind == DL_LITERAL_OBJECT)
        {
          name = dl_literal_dup_text (&key);
          /* What is deeper keeps what its group is called. */
          if (topic != NULL && !dl_row_name_is_container (topic) && name != NULL && dl_row_name_is_container (name))
            {
              g_free (name);
              name = g_strdup (topic);
            }
        }
      else if (inner.kind == DL_LITERAL_OBJECT)
        {
          DlLiteral values[G_N_ELEMENTS (names)];

          dl_literal_get_members (&inner, names, values);
          for (guint i = 0; names[i] != NULL && name == NULL; i++)
            name = dl_literal_dup_trimmed (&values[i]);
        }
      find (self, &inner, name != NULL ? name : topic, depth + 1);
    }
}

/* All tables of the file. Returns: how many */
static guint
find_all (DlInput *input, DlRowTables *tables)
{
  GArray *literals = dl_input_get_literals (input);
  Finder  finder = { .input = input, .tables = tables };

  dl_row_tables_init (tables);
  for (guint i = 0; i < literals->len; i++)
    {
      finder.root = g_array_index (literals, DlLiteralFound, i).value;
      find (&finder, &finder.root, NULL, 0);
      /* Lists whose columns have no names cannot be joined to others. */
      if (tables->tables->len > 0 && g_array_index (tables->tables, DlRowTable, 0).kind == DL_ROW_TABLE_LISTS)
        break;
    }
  /* One table is all there is, and needs no name. */
  if (tables->tables->len == 1)
    g_clear_pointer (&g_array_index (tables->tables, DlRowTable, 0).topic, g_free);
  return tables->tables->len;
}

static gboolean
sniff (DlInput *input)
{
  DlRowTables tables;
  guint       n = find_all (input, &tables);

  dl_row_tables_clear (&tables);
  return n > 0;
}

/* What an object says of all that is in it. */
static void
put_head (DlInput *input, DlDraft *draft)
{
  static const char *const names[] = { "title", "name", "headline", "description", "summary", NULL };
  DlLiteral                root = dl_input_get_literal (input, 0);
  DlLiteral                values[G_N_ELEMENTS (names)];
  gboolean                 titled = FALSE;

  if (dl_input_get_literals (input)->len != 1)
    return;
  dl_literal_get_members (&root, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = values[i].kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&values[i]) : NULL;
      g_autofree char *clean = NULL;

      if (text == NULL)
        continue;
      clean = i < 3 ? dl_markup_to_line (text) : dl_markup_to_text (text);
      if (i < 3 && !titled)
        {
          dl_draft_set_title (draft, clean);
          titled = TRUE;
        }
      else if (i >= 3)
        dl_draft_set_description (draft, clean);
    }
}

static gboolean
read_tables (DlInput *input, DlRowTables *tables, DlDraft *draft, GError **error)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  gboolean           headless = FALSE;

  if (g_array_index (tables->tables, DlRowTable, 0).kind == DL_ROW_TABLE_LISTS)
    headless = !dl_row_tables_read_header (tables, rows);
  dl_rows_settle (rows, &tables->source, headless);
  if (headless)
    dl_draft_tell_note (draft, tables->source.start.at, g_strdup (""),
                        g_strdup (_ ("The table has no header; what stands in its columns says what they are.")));
  return dl_rows_read (rows, &tables->source, input, draft, error);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  DlRowTables tables;
  GArray     *literals = dl_input_get_literals (input);
  gboolean    done = TRUE;

  for (guint i = 0; done && i < literals->len; i++)
    done = dl_input_check_literal (input, &g_array_index (literals, DlLiteralFound, i).value, error);
  if (!done)
    return FALSE;
  if (find_all (input, &tables) > 0)
    {
      put_head (input, draft);
      done = read_tables (input, &tables, draft, error);
    }
  dl_row_tables_clear (&tables);
  return done;
}

/* Whether a second object follows the first, and both are rows. */
static gboolean
find_lines (DlInput *input, DlRowTables *tables)
{
  DlLiteral          all = { input->text, input->length, 0, DL_LITERAL_OBJECT };
  DlLiteral          first;
  gsize              end = 0;
  g_autoptr (DlRows) rows = NULL;

  dl_row_tables_init (tables);
  if (dl_input_get_first (input) != '{' || !dl_literal_parse (input->text, input->length, 0, &first, &end, NULL, NULL))
    return FALSE;
  while (end < input->length && g_ascii_isspace (input->text[end]))
    end++;
  if (end >= input->length || input->text[end] != '{')
    return FALSE;
  dl_row_tables_add (tables, DL_ROW_TABLE_LINES, &all, g_strdup (""), NULL);
  rows = dl_rows_new ();
  return dl_rows_settle (rows, &tables->source, FALSE);
}

static gboolean
sniff_lines (DlInput *input)
{
  DlRowTables tables;
  gboolean    found = find_lines (input, &tables);

  dl_row_tables_clear (&tables);
  return found;
}

static gboolean
read_lines (DlInput *input, DlDraft *draft, GError **error)
{
  DlRowTables tables;
  gboolean    done = find_lines (input, &tables) && read_tables (input, &tables, draft, error);

  dl_row_tables_clear (&tables);
  return done;
}

static gboolean
sniff_feed (DlInput *input)
{
  DlLiteral        root = dl_input_get_literal (input, 0);
  DlLiteral        version;
  DlLiteral        items;
  g_autofree char *text = NULL;

  if (dl_input_get_first (input) != '{' || !dl_literal_get_member (&root, "version", &version) ||
      !dl_literal_get_member (&root, "items", &items) || items.kind != DL_LITERAL_LIST)
    return FALSE;
  text = dl_literal_dup_trimmed (&version);
  return text != NULL && strstr (text, "jsonfeed.org/version") != NULL;
}

const DlFormat dl_format_json_feed = {
  .nick = "json-feed",
  .label = N_ ("JSON Feed"),
  .endings = "json",
  .sniff = sniff_feed,
  .read = read_file,
};

const DlFormat dl_format_json_rows = {
  .nick = "json-rows",
  .label = N_ ("JSON with rows of events"),
  .endings = "json js",
  .sniff = sniff,
  .read = read_file,
};

const DlFormat dl_format_json_lines = {
  .nick = "json-lines",
  .label = N_ ("JSON lines"),
  .endings = "ndjson jsonl",
  .sniff = sniff_lines,
  .read = read_lines,
};
