/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/wikidata/dl-sparql-columns.h"

#include <string.h>

/* Rows that are looked at. Variables of a query that are optional may be missing in many. */
#define SAMPLED_ROWS 5000
#define LABEL "Label"
/* A second. */
#define MAX_PRECISION 14

static const char *const end_words[] = { "end",     "until",  "death", "died",     "dissol", "abolish", "closed",
                                         "closing", "finish", "stop",  "demolish", "retire", NULL };
static const char *const start_words[] = { "start",     "begin", "birth", "born", "incept", "found",
                                           "establish", "since", "from",  "open", "launch", NULL };
static const char *const date_words[] = { "date", "time", "year", "point", "when", "day", NULL };
static const char *const earliest_words[] = { "earl", "notbefore", "postquem", NULL };
static const char *const latest_words[] = { "late", "notafter", "antequem", NULL };
static const char *const precision_words[] = { "precision", NULL };
static const char *const place_words[] = { "place", "location", "city",   "country", "venue",
                                           "site",  "town",     "region", NULL };
static const char *const topic_words[] = { "type",  "class", "instance", "genre", "category", "occupation",
                                           "field", "topic", "kind",     "party", NULL };
static const char *const title_words[] = { "title", "label", "name", "event", "item", "subject", NULL };
static const char *const address_words[] = { "article", "sitelink", "wikipedia", "url",  "website",
                                             "image",   "pic",      "link",      "page", NULL };

static void
column_clear (gpointer data)
{
  DlSparqlColumn *column = data;

  g_free (column->name);
}

gboolean
dl_sparql_is_date (DlSparqlRole role)
{
  return role == DL_SPARQL_DATE || role == DL_SPARQL_START || role == DL_SPARQL_END || role == DL_SPARQL_EARLIEST ||
         role == DL_SPARQL_LATEST;
}

char *
dl_sparql_dup_value (const DlLiteral *cell)
{
  DlLiteral inner;

  if (cell->kind == DL_LITERAL_OBJECT)
    {
      /* What is not known has a name of its own. */
      if (dl_literal_get_member (cell, "type", &inner) && dl_literal_is (&inner, "bnode"))
        return NULL;
      return dl_literal_get_member (cell, "value", &inner) ? dl_sparql_dup_value (&inner) : NULL;
    }
  return dl_literal_dup_trimmed (cell);
}

gboolean
dl_sparql_is_item (const char *value)
{
  static const char *const before[] = { "http://www.wikidata.org/entity/Q", "https://www.wikidata.org/entity/Q",
                                        "http://www.wikidata.org/entity/L", "https://www.wikidata.org/wiki/Q" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (value, before[i]))
      return TRUE;
  return *value == 'Q' && strspn (value + 1, "0123456789") == strlen (value) - 1 && value[1] != '\0';
}

gboolean
dl_sparql_get_precision (const char *value, int *precision)
{
  gsize n = strspn (value, "0123456789");

  if (n == 0 || n > 2 || value[n] != '\0')
    return FALSE;
  *precision = (int) g_ascii_strtoll (value, NULL, 10);
  return *precision <= MAX_PRECISION;
}

static gboolean
has_word (const char *name, const char *const *words)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (; *words != NULL; words++)
    if (strstr (lower, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* "2013-01-01T00:00:00Z", "-0043-03-15" */
static gboolean
looks_like_date (const char *value)
{
  const char *at = *value == '-' || *value == '+' ? value + 1 : value;
  gsize       digits = strspn (at, "0123456789");

  if (digits < 4)
    return FALSE;
  at += digits;
  return *at == '-' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) &&
         (at[3] == '\0' ||
          (at[3] == '-' && g_ascii_isdigit (at[4]) && g_ascii_isdigit (at[5]) && (at[6] == '\0' || at[6] == 'T')));
}

/* A number such as a year is, in a variable that is called so. */
static gboolean
looks_like_year (const char *name, const char *value)
{
  const char *at = *value == '-' ? value + 1 : value;
  gsize       digits = strspn (at, "0123456789");

  return digits >= 1 && digits <= 4 && at[digits] == '\0' &&
         (has_word (name, date_words) || has_word (name, end_words) || has_word (name, start_words));
}

/* What a statement is called by, which says nothing to anybody:
 * "Q42$F078E5B3-F9A8-480E-B7AC-D97778CBBEF9". */
static gboolean
is_statement (const char *value)
{
  return (*value == 'Q' || *value == 'q') && g_ascii_isdigit (value[1]) &&
         value[1 + strspn (value + 1, "0123456789")] == '$';
}

/* Whether a cell says itself that it is a date. */
static gboolean
is_typed_date (const DlLiteral *cell)
{
  static const char *const types[] = { "#gYear", "#gYearMonth", "#date", "#dateTime" };
  DlLiteral                type;
  g_autofree char         *text = NULL;

  if (cell->kind != DL_LITERAL_OBJECT || !dl_literal_get_member (cell, "datatype", &type))
    return FALSE;
  text = dl_literal_dup_trimmed (&type);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (text, types[i]))
      return TRUE;
  return FALSE;
}

static void
look_at_cell (DlSparqlColumn *column, const DlLiteral *cell)
{
  g_autofree char *value = dl_sparql_dup_value (cell);
  DlLiteral        label;
  int              precision;

  if (value == NULL)
    return;
  column->n_values++;
  if (has_word (column->name, precision_words) && dl_sparql_get_precision (value, &precision))
    {
      column->n_precisions++;
      return;
    }
  if (cell->kind == DL_LITERAL_OBJECT && dl_literal_get_member (cell, "label", &label) &&
      label.kind == DL_LITERAL_STRING)
    column->n_labels++;
  if (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://") || dl_sparql_is_item (value) ||
      is_statement (value))
    column->n_uris++;
  else if (is_typed_date (cell) || looks_like_date (value) || looks_like_year (column->name, value))
    column->n_dates++;
}

static DlSparqlColumn *
get_column (GArray *columns, GHashTable *indexes, const char *name)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (indexes, name, NULL, &index))
    {
      DlSparqlColumn column = { .name = g_strdup (name) };

      g_array_append_val (columns, column);
      index = GUINT_TO_POINTER (columns->len - 1);
      g_hash_table_insert (indexes, g_strdup (name), index);
    }
  return &g_array_index (columns, DlSparqlColumn, GPOINTER_TO_UINT (index));
}

/* The column whose label or description @name is, or NULL. */
static DlSparqlColumn *
find_base (GArray *columns, const char *name, const char *ending)
{
  gsize n = strlen (name) - strlen (ending);

  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);

      if (strlen (column->name) == n && strncmp (column->name, name, n) == 0)
        return column;
    }
  return NULL;
}

/* What words are, or items with their labels. */
static DlSparqlRole
guess_words (const DlSparqlColumn *column)
{
  /* Who came before, and who after: "replaces", "replacedBy". */
  if (has_word (column->name, (const char *const[]){ "replace", NULL }))
    return DL_SPARQL_OTHER;
  return has_word (column->name, place_words)   ? DL_SPARQL_PLACE
         : has_word (column->name, topic_words) ? DL_SPARQL_TOPIC
                                                : DL_SPARQL_OTHER;
}

static DlSparqlRole
guess_role (const DlSparqlColumn *column)
{
  if (column->n_dates > 0 && column->n_dates * 2 >= column->n_values)
    return has_word (column->name, earliest_words) ? DL_SPARQL_EARLIEST
           : has_word (column->name, latest_words) ? DL_SPARQL_LATEST
           : has_word (column->name, end_words)    ? DL_SPARQL_END
           : has_word (column->name, start_words)  ? DL_SPARQL_START
                                                   : DL_SPARQL_DATE;
  if (column->n_uris > 0)
    return has_word (column->name, address_words) ? DL_SPARQL_ADDRESS : DL_SPARQL_HIDDEN;
  /* The number of sitelinks says how well known an item is. */
  if (has_word (column->name, (const char *const[]){ "coord", "geo", "wkt", "sitelink", NULL }))
    return DL_SPARQL_HIDDEN;
  return guess_words (column);
}

/* Whether the values of a column, or another beside it, say what they are called. */
static gboolean
has_label (GArray *columns, const DlSparqlColumn *column)
{
  g_autofree char *label = g_strconcat (column->name, LABEL, NULL);

  if (column->n_labels * 2 >= column->n_values)
    return TRUE;
  for (guint i = 0; i < columns->len; i++)
    if (strcmp (g_array_index (columns, DlSparqlColumn, i).name, label) == 0)
      return TRUE;
  return FALSE;
}

/* Whether it is the date of another column once more. */
static gboolean
is_label_of_date (GArray *columns, const DlSparqlColumn *column)
{
  const DlSparqlColumn *base = g_str_has_suffix (column->name, LABEL) ? find_base (columns, column->name, LABEL) : NULL;

  return base != NULL && base->n_dates > 0;
}

/* Whether a column of texts is called what a title is, and nothing else. */
static gboolean
is_called_title (const DlSparqlColumn *column)
{
  static const char *const names[] = { "name", "title", "label", "event", NULL };
  g_autofree char         *lower = g_ascii_strdown (column->name, -1);

  return column->n_uris == 0 && column->n_dates == 0 && g_strv_contains (names, lower);
}

static gboolean
has_called_title (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (is_called_title (&g_array_index (columns, DlSparqlColumn, i)))
      return TRUE;
  return FALSE;
}

/* Whether a column of items says where they are found or what they are, rather than which: the graph
 * of a triple, its type; and its place, where there is a title that is not that of the place. */
static gboolean
is_aside (const DlSparqlColumn *column, gboolean has_title)
{
  return g_ascii_strcasecmp (column->name, "g") == 0 || g_ascii_strcasecmp (column->name, "graph") == 0 ||
         (has_title && guess_words (column) != DL_SPARQL_OTHER);
}

/* The item that a row is about: the first with a label, or the first. */
static DlSparqlColumn *
find_item (GArray *columns)
{
  DlSparqlColumn *item = NULL;
  gboolean        has_title = has_called_title (columns);

  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);

      if (column->role != DL_SPARQL_HIDDEN || is_aside (column, has_title))
        continue;
      if (item == NULL)
        item = column;
      if (has_label (columns, column))
        return column;
    }
  return item;
}

/* The label of the item, or what is called like a title, or the first text; NULL where the item
 * brings its label itself. */
static DlSparqlColumn *
find_title (GArray *columns, const DlSparqlColumn *item)
{
  g_autofree char *label = item != NULL ? g_strconcat (item->name, LABEL, NULL) : g_strdup ("");
  DlSparqlColumn  *first = NULL;
  DlSparqlColumn  *named = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);

      if (strcmp (column->name, label) == 0)
        return column;
      if (column->n_uris > 0 || dl_sparql_is_date (column->role) || column->role == DL_SPARQL_HIDDEN ||
          column->role == DL_SPARQL_PRECISION)
        continue;
      if (is_called_title (column) && (named == NULL || !is_called_title (named)))
        named = column;
      if (named == NULL && column->role == DL_SPARQL_OTHER && has_word (column->name, title_words))
        named = column;
      /* What an item is called by its address tells more than of what kind it is. */
      if (first == NULL && (item == NULL || column->role != DL_SPARQL_TOPIC))
        first = column;
    }
  if (item != NULL && item->n_labels * 2 >= item->n_values)
    return NULL;
  return named != NULL ? named : first;
}

/* The earliest and the latest date are bounds where both are there, and no other dates; else each is
 * one like others. */
static void
settle_bounds (GArray *columns)
{
  gboolean has_earliest = FALSE;
  gboolean has_latest = FALSE;
  gboolean has_other = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlRole role = g_array_index (columns, DlSparqlColumn, i).role;

      has_earliest = has_earliest || role == DL_SPARQL_EARLIEST;
      has_latest = has_latest || role == DL_SPARQL_LATEST;
      has_other = has_other || role == DL_SPARQL_DATE || role == DL_SPARQL_START || role == DL_SPARQL_END;
    }
  if (has_earliest && has_latest && !has_other)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);

      if (column->role == DL_SPARQL_EARLIEST || column->role == DL_SPARQL_LATEST)
        column->role = has_word (column->name, end_words)     ? DL_SPARQL_END
                       : has_word (column->name, start_words) ? DL_SPARQL_START
                                                              : DL_SPARQL_DATE;
    }
}

/* Which of the dates a precision is of: "startPrecision" of the start; of the point in time, or the first date, where
 * its name says no more. */
static void
settle_precisions (GArray *columns)
{
  static const DlSparqlRole dates[] = { DL_SPARQL_DATE, DL_SPARQL_START, DL_SPARQL_EARLIEST };
  gboolean                  has_role[DL_SPARQL_PRECISION + 1] = { FALSE };

  for (guint i = 0; i < columns->len; i++)
    has_role[g_array_index (columns, DlSparqlColumn, i).role] = TRUE;
  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);
      DlSparqlRole    of = has_word (column->name, earliest_words) ? DL_SPARQL_EARLIEST
                           : has_word (column->name, latest_words) ? DL_SPARQL_LATEST
                           : has_word (column->name, end_words)    ? DL_SPARQL_END
                           : has_word (column->name, start_words)  ? DL_SPARQL_START
                                                                   : DL_SPARQL_OTHER;

      if (column->n_precisions == 0 || column->n_precisions * 2 < column->n_values)
        continue;
      for (guint d = 0; d < G_N_ELEMENTS (dates) && of == DL_SPARQL_OTHER; d++)
        if (has_role[dates[d]])
          of = dates[d];
      if (!dl_sparql_is_date (of) || !has_role[of])
        continue;
      column->role = DL_SPARQL_PRECISION;
      column->of = of;
      /* Another is kept as words. */
      has_role[of] = FALSE;
    }
}

GArray *
dl_sparql_find_columns (const DlLiteral *rows)
{
  GArray                *columns = g_array_new (FALSE, FALSE, sizeof (DlSparqlColumn));
  g_autoptr (GHashTable) indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DlLiteralIter          row_iter;
  DlLiteral              row;
  DlSparqlColumn        *item;
  DlSparqlColumn        *title;

  g_array_set_clear_func (columns, column_clear);
  dl_literal_iter_init (&row_iter, rows);
  for (guint n = 0; n < SAMPLED_ROWS && dl_literal_iter_next (&row_iter, NULL, &row); n++)
    {
      DlLiteralIter iter;
      DlLiteral     key;
      DlLiteral     cell;

      if (row.kind != DL_LITERAL_OBJECT)
        continue;
      dl_literal_iter_init (&iter, &row);
      while (dl_literal_iter_next (&iter, &key, &cell))
        {
          g_autofree char *name = dl_literal_dup_text (&key);

          look_at_cell (get_column (columns, indexes, name), &cell);
        }
    }
  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);

      column->role = guess_role (column);
      column->labelled = has_label (columns, column) || is_label_of_date (columns, column);
    }
  settle_bounds (columns);
  settle_precisions (columns);
  item = find_item (columns);
  title = find_title (columns, item);
  for (guint i = 0; i < columns->len; i++)
    {
      DlSparqlColumn *column = &g_array_index (columns, DlSparqlColumn, i);

      if (column == title)
        column->role = DL_SPARQL_TITLE;
      else if (g_str_has_suffix (column->name, "Description") || g_str_has_suffix (column->name, "description"))
        column->role = DL_SPARQL_DESCRIPTION;
      else if (g_str_has_suffix (column->name, "AltLabel") || is_label_of_date (columns, column))
        column->role = DL_SPARQL_HIDDEN;
      else if (column->role == DL_SPARQL_HIDDEN && column != item && column->n_labels > 0)
        column->role = guess_words (column);
    }
  if (item != NULL)
    item->role = DL_SPARQL_ITEM;
  return columns;
}
