/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Results of a SPARQL query. A query gives a row for each pair of statements of an item,
 * so that rows of one item and one date are one event. How exact a date is a query need not tell. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-bounds.h"
#include "formats/draft/dl-draft-literal.h"
#include "formats/markup/dl-markup.h"
#include "formats/wikidata/dl-sparql-columns.h"
#include "formats/wikidata/dl-wikidata-time.h"
#include "formats/wikidata/dl-wikidata.h"
#include "time/dl-edtf-make.h"

/* Variables that are named where none is a date. */
#define SHOWN_COLUMNS 6

/* One row, as far as it tells when. */
typedef struct
{
  DlLiteral row;
  char     *start; /* as it stands in the row; nullable */
  char     *end;
  int       start_precision;
  int       end_precision;
} Row;

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  GArray        *columns;
  GHashTable    *indexes; /* name to index + 1 */
  GHashTable    *items;   /* what a row is about to the GArray of its Rows */
  GPtrArray     *order;   /* the same arrays */
  guint          n_coarse;
  gsize          coarse_at;
  gsize          bc_at;
  char          *bc; /* nullable: the first year before 1 that is no more than a number, as it is written */
  gint64         bc_year;
  gboolean       has_end;
  gboolean       has_bounds; /* in place of starts and ends */
  gboolean       told_differ;
  gboolean       has_place;      /* the event that is put */
  gboolean       left_precision; /* which its date cannot have */
} Reader;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->start);
  g_free (row->end);
}

/* The list of rows: of a result, or alone, as the query service saves it. */
static gboolean
has_rows (const DlLiteral *root, DlLiteral *rows)
{
  DlLiteral     results;
  DlLiteral     row;
  DlLiteralIter iter;

  if (root->kind == DL_LITERAL_OBJECT)
    return dl_literal_get_member (root, "results", &results) && dl_literal_get_member (&results, "bindings", rows) &&
           rows->kind == DL_LITERAL_LIST;
  if (root->kind != DL_LITERAL_LIST)
    return FALSE;
  /* Then there must be an item of Wikidata in a row, beside something else. */
  dl_literal_iter_init (&iter, root);
  for (guint n = 0; n < DL_INPUT_SNIFFED_ELEMENTS && dl_literal_iter_next (&iter, NULL, &row); n++)
    {
      DlLiteralIter cells;
      DlLiteral     cell;

      if (row.kind != DL_LITERAL_OBJECT)
        return FALSE;
      dl_literal_iter_init (&cells, &row);
      while (dl_literal_iter_next (&cells, NULL, &cell))
        {
          g_autofree char *value = dl_sparql_dup_value (&cell);

          if (value != NULL && dl_sparql_is_item (value) &&
              (cell.kind == DL_LITERAL_OBJECT || g_str_has_prefix (value, "http")))
            {
              *rows = *root;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* Of a program only what it has once: of several lists one is no more than part. */
static gboolean
find_rows (DlInput *input, DlLiteral *root, DlLiteral *rows)
{
  GArray  *literals = dl_input_get_literals (input);
  gboolean found = FALSE;

  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;
      DlLiteral        these;

      if (!has_rows (value, &these))
        continue;
      if (found)
        return FALSE;
      found = TRUE;
      *root = *value;
      *rows = these;
    }
  return found;
}

static gboolean
sniff (DlInput *input)
{
  DlLiteral root;
  DlLiteral rows;

  return find_rows (input, &root, &rows);
}

static const DlSparqlColumn *
find_column (Reader *self, const DlLiteral *key)
{
  g_autofree char *name = dl_literal_dup_text (key);
  guint            index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, name));

  return index > 0 ? &g_array_index (self->columns, DlSparqlColumn, index - 1) : NULL;
}

/* The label that a cell of an item brings itself, or NULL. */
static char *
dup_own_label (const DlLiteral *cell)
{
  DlLiteral label;

  return cell->kind == DL_LITERAL_OBJECT && dl_literal_get_member (cell, "label", &label)
           ? dl_literal_dup_trimmed (&label)
           : NULL;
}

/* Puts a row to those of the same item. */
static void
take_row (Reader *self, const DlLiteral *row)
{
  Row              one = { *row, NULL, NULL, DL_WIKIDATA_PRECISION_NONE, DL_WIKIDATA_PRECISION_NONE };
  int              date_precision = DL_WIKIDATA_PRECISION_NONE;
  g_autofree char *item = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  DlLiteralIter    iter;
  DlLiteral        key;
  DlLiteral        cell;
  const char      *about;
  GArray          *rows;

  dl_literal_iter_init (&iter, row);
  while (dl_literal_iter_next (&iter, &key, &cell))
    {
      const DlSparqlColumn *column = find_column (self, &key);
      char                **place = NULL;

      if (column == NULL)
        continue;
      if (column->role == DL_SPARQL_PRECISION)
        {
          g_autofree char *value = dl_sparql_dup_value (&cell);
          int             *precision = column->of == DL_SPARQL_DATE                                    ? &date_precision
                                       : column->of == DL_SPARQL_END || column->of == DL_SPARQL_LATEST ? &one.end_precision
                                                                                                       : &one.start_precision;

          if (value == NULL || !dl_sparql_get_precision (value, precision))
            *precision = DL_WIKIDATA_PRECISION_NONE;
        }
      else if (column->role == DL_SPARQL_ITEM)
        place = &item;
      else if (column->role == DL_SPARQL_TITLE)
        place = &title;
      else if (column->role == DL_SPARQL_START || column->role == DL_SPARQL_EARLIEST)
        place = &one.start;
      else if (column->role == DL_SPARQL_END || column->role == DL_SPARQL_LATEST)
        place = &one.end;
      else if (column->role == DL_SPARQL_DATE)
        place = &date;
      if (place == NULL || *place != NULL)
        continue;
      *place = dl_sparql_dup_value (&cell);
    }
  /* A point in time where there is one, and no end that would need a start. */
  if (date != NULL && (one.start == NULL || one.end == NULL))
    {
      g_free (one.start);
      one.start = g_steal_pointer (&date);
      one.start_precision = date_precision;
    }
  about = item != NULL ? item : title != NULL ? title : "";
  rows = *about != '\0' ? g_hash_table_lookup (self->items, about) : NULL;
  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (Row));
      g_array_set_clear_func (rows, row_clear);
      g_ptr_array_add (self->order, rows);
      if (*about != '\0')
        g_hash_table_insert (self->items, g_strdup (about), rows);
    }
  g_array_append_val (rows, one);
}

/* Whether the rows of an item are its starts with each of its ends, so that they are not as many events. */
static gboolean
is_product (Reader *self, const GArray *rows)
{
  const Row *first = &g_array_index (rows, Row, 0);
  gboolean   ends = FALSE;

  for (guint i = 1; i < rows->len; i++)
    ends = ends || g_strcmp0 (g_array_index (rows, Row, i).end, first->end) != 0 || first->end != NULL;
  return self->has_end && ends;
}

static char *
read_date (Reader *self, const char *text, int precision, gsize at)
{
  gboolean coarse = FALSE;
  char    *edtf = NULL;

  if (text == NULL || g_str_has_prefix (text, "http"))
    {
      self->left_precision = self->left_precision || precision != DL_WIKIDATA_PRECISION_NONE;
      return NULL;
    }
  if (precision != DL_WIKIDATA_PRECISION_NONE)
    edtf = dl_wikidata_iso_to_edtf_as (text, precision);
  if (edtf == NULL)
    {
      self->left_precision = self->left_precision || precision != DL_WIKIDATA_PRECISION_NONE;
      edtf = dl_wikidata_iso_to_edtf (text, &coarse);
    }
  if (edtf == NULL)
    {
      g_autofree char *line = dl_markup_to_line (text);

      dl_draft_tell (self->literal.draft, at, g_strdup (""),
                     g_strdup_printf (_ ("The time “%s” could not be read and is left out."), line));
    }
  else if (coarse && self->n_coarse++ == 0)
    self->coarse_at = at;
  if (edtf != NULL && *edtf == '-' && self->bc == NULL && strspn (text + 1, "0123456789") == strlen (text) - 1)
    {
      self->bc = g_strdup (text);
      self->bc_at = at;
      self->bc_year = 1 - g_ascii_strtoll (edtf, NULL, 10);
    }
  return edtf;
}

/* What has no place of its own. */
static void
put_line (Reader *self, const DlSparqlColumn *column, const char *value)
{
  gsize            n = strlen (column->name);
  gboolean         is_label = g_str_has_suffix (column->name, "Label");
  g_autofree char *name = g_strndup (column->name, is_label ? n - strlen ("Label") : n);
  /* Translators: the name of a variable of a query, then its value. */
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), name, value);

  dl_draft_put_summary (self->literal.draft, line);
}

/* What a cell adds to the event. @seen: what was added already */
static void
put_cell (Reader *self, const DlSparqlColumn *column, const DlLiteral *cell, GHashTable *seen)
{
  DlDraft         *draft = self->literal.draft;
  g_autofree char *value = dl_sparql_dup_value (cell);
  g_autofree char *label = dup_own_label (cell);
  g_autofree char *once = NULL;
  DlSource         source = { .url = value };
  int              precision;

  if (value == NULL)
    return;
  once = g_strconcat (column->name, "\n", value, NULL);
  if (!g_hash_table_add (seen, g_steal_pointer (&once)))
    return;
  switch (column->role)
    {
    case DL_SPARQL_TITLE:
      dl_draft_put_title (draft, value);
      break;
    case DL_SPARQL_ITEM:
      if (label != NULL)
        dl_draft_put_title (draft, label);
      if (dl_link_is_safe (value))
        dl_draft_put_source (draft, &source);
      break;
    case DL_SPARQL_ADDRESS:
      if (dl_link_is_safe (value))
        dl_draft_put_source (draft, &source);
      break;
    case DL_SPARQL_DESCRIPTION:
      dl_draft_put_summary (draft, value);
      break;
    case DL_SPARQL_PLACE:
      if (self->has_place)
        put_line (self, column, label != NULL ? label : value);
      else
        dl_draft_put_place (draft, label != NULL ? label : value);
      self->has_place = TRUE;
      break;
    case DL_SPARQL_TOPIC:
      dl_draft_put_topic (draft, label != NULL ? label : value);
      break;
    case DL_SPARQL_OTHER:
      put_line (self, column, label != NULL ? label : value);
      break;
    case DL_SPARQL_HIDDEN:
      /* What has a label is told by that. */
      if (!column->labelled)
        put_line (self, column, value);
      break;
    case DL_SPARQL_PRECISION:
      if (self->left_precision || !dl_sparql_get_precision (value, &precision))
        put_line (self, column, value);
      break;
    case DL_SPARQL_DATE:
    case DL_SPARQL_START:
    case DL_SPARQL_END:
    case DL_SPARQL_EARLIEST:
    case DL_SPARQL_LATEST:
    default:
      break;
    }
}

/* The last part of the address of an item, for a title where there is no other. */
static void
put_item_title (Reader *self, const DlLiteral *row)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     cell;

  dl_literal_iter_init (&iter, row);
  while (dl_literal_iter_next (&iter, &key, &cell))
    {
      const DlSparqlColumn *column = find_column (self, &key);
      g_autofree char      *value = NULL;
      g_autofree char      *title = NULL;

      if (column == NULL || column->role != DL_SPARQL_ITEM)
        continue;
      value = dl_sparql_dup_value (&cell);
      if (value == NULL || strrchr (value, '/') == NULL)
        continue;
      /* "Where_is_it%3F" of DBpedia */
      title = g_uri_unescape_string (strrchr (value, '/') + 1, NULL);
      if (title != NULL && g_utf8_validate (title, -1, NULL))
        dl_draft_put_title (self->literal.draft, g_strdelimit (title, "_", ' '));
      else
        dl_draft_put_title (self->literal.draft, strrchr (value, '/') + 1);
    }
}

/* One event of rows that are all about it, of which the first has its date. @rows: of const Row * */
static void
put_event (Reader *self, const GPtrArray *rows)
{
  const Row             *row = rows->pdata[0];
  DlDraft               *draft = self->literal.draft;
  gsize                  at = row->row.at;
  g_autofree char       *start = NULL;
  g_autofree char       *end = NULL;
  g_autofree char       *date = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean               reversed = FALSE;

  self->has_place = FALSE;
  dl_draft_begin_event (draft, at);
  self->left_precision = FALSE;
  start = read_date (self, row->start, row->start_precision, at);
  end = read_date (self, row->end, row->end_precision, at);
  put_item_title (self, &row->row);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row    *other = rows->pdata[i];
      DlLiteralIter iter;
      DlLiteral     key;
      DlLiteral     cell;

      dl_literal_iter_init (&iter, &other->row);
      while (dl_literal_iter_next (&iter, &key, &cell))
        {
          const DlSparqlColumn *column = find_column (self, &key);

          if (column != NULL)
            put_cell (self, column, &cell, seen);
        }
    }
  if (start != NULL)
    date = dl_edtf_make_interval (start, end, &reversed);
  if (date != NULL && end != NULL && self->has_bounds && !reversed && strcmp (start, end) != 0)
    {
      g_free (date);
      date = dl_draft_dup_bounds (&(DlDraftBounds){ .earliest_start = start, .latest_start = end }, NULL, NULL);
    }
  else if (start == NULL && end != NULL)
    date = g_strconcat ("/", end, NULL);
  if (reversed)
    dl_draft_tell (draft, at, g_strdup (""),
                   g_strdup (_ ("The end of this event is before its start and is left out.")));
  dl_draft_put_date (draft, date);
  dl_draft_end_event (draft);
}

/* The events of an item: one for each of its dates. */
static void
put_item (Reader *self, GArray *rows)
{
  gboolean               product = rows->len > 1 && is_product (self, rows);
  g_autoptr (GHashTable) dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray)  events = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean               differ = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      Row             *row = &g_array_index (rows, Row, i);
      g_autofree char *date =
        g_strdup_printf ("%s/%s", row->start != NULL ? row->start : "", row->end != NULL ? row->end : "");
      GPtrArray *event = g_hash_table_lookup (dates, date);

      if (event == NULL)
        {
          event = product && events->len > 0 ? events->pdata[0] : g_ptr_array_new ();
          differ = differ || g_hash_table_size (dates) > 0;
          if (!product || events->len == 0)
            g_ptr_array_add (events, event);
          g_hash_table_insert (dates, g_steal_pointer (&date), event);
        }
      g_ptr_array_add (event, row);
    }
  if (product && differ && !self->told_differ)
    {
      dl_draft_begin_event (self->literal.draft, g_array_index (rows, Row, 0).row.at);
      dl_draft_tell_note (self->literal.draft, g_array_index (rows, Row, 0).row.at, g_strdup (""),
                          g_strdup (_ ("Where an item has several dates that differ, the first is taken.")));
      self->told_differ = TRUE;
    }
  for (guint i = 0; i < events->len; i++)
    put_event (self, events->pdata[i]);
}

/* What is true of all dates. */
static void
tell_dates (Reader *self)
{
  if (self->n_coarse > 0)
    dl_draft_tell_note (
      self->literal.draft, self->coarse_at, g_strdup (""),
      g_strdup (
        _ ("This file does not say how exact its dates are: where it has 1 January, only the year may be known.")));
  if (self->bc != NULL && self->bc_year > 1 && self->bc_year <= G_MAXINT)
    dl_draft_tell_note (self->literal.draft, self->bc_at, g_strdup (""),
                        /* Translators: a year as it is written, such as “-43”, and the year BC that it is, here 44. */
                        g_strdup_printf (_ ("Years before 1 are counted with a year 0, as the standard has it, so that "
                                            "“%s” is the year %d BC."),
                                         self->bc, (int) self->bc_year));
}

/* Where no variable is a date, it is that which is told, and not that no event has one. */
static gboolean
has_dates (Reader *self, const DlLiteral *rows)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlSparqlColumn *column = &g_array_index (self->columns, DlSparqlColumn, i);

      if (dl_sparql_is_date (column->role))
        return TRUE;
      if (i < SHOWN_COLUMNS)
        g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", column->name);
    }
  if (self->columns->len > SHOWN_COLUMNS)
    g_string_append (names, _ (", …"));
  dl_draft_tell_lost_many (
    self->literal.draft, dl_literal_count (rows, G_MAXUINT), rows->at, g_strdup (""),
    /* Translators: names of variables. */
    g_strdup_printf (_ ("None of the variables of this query is known to be a date: %s."), names->str));
  return FALSE;
}

static gboolean
read_rows (Reader *self, const DlLiteral *rows, GError **error)
{
  DlLiteralIter iter;
  DlLiteral     row;

  dl_literal_iter_init (&iter, rows);
  while (dl_literal_iter_next (&iter, NULL, &row))
    {
      if (!dl_input_go_on (self->input, error))
        return FALSE;
      if (row.kind == DL_LITERAL_OBJECT)
        take_row (self, &row);
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      if (!dl_input_go_on (self->input, error))
        return FALSE;
      put_item (self, self->order->pdata[i]);
    }
  tell_dates (self);
  return TRUE;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader    self = { .literal = { .draft = draft }, .input = input };
  DlLiteral rows;
  gboolean  read;

  if (!find_rows (input, &self.literal.root, &rows) || !dl_input_check_literal (input, &self.literal.root, error))
    return FALSE;
  self.columns = dl_sparql_find_columns (&rows);
  self.indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self.columns->len; i++)
    {
      const DlSparqlColumn *column = &g_array_index (self.columns, DlSparqlColumn, i);

      g_hash_table_insert (self.indexes, column->name, GUINT_TO_POINTER (i + 1));
      self.has_end = self.has_end || column->role == DL_SPARQL_END;
      self.has_bounds = self.has_bounds || column->role == DL_SPARQL_EARLIEST;
      g_debug ("the variable %s has role %d", column->name, column->role);
    }
  read = !has_dates (&self, &rows) || read_rows (&self, &rows, error);
  g_ptr_array_unref (self.order);
  g_hash_table_unref (self.items);
  g_hash_table_unref (self.indexes);
  g_array_unref (self.columns);
  g_free (self.bc);
  return read;
}

const DlFormat dl_format_sparql = {
  .nick = "sparql",
  .label = N_ ("Results of SPARQL"),
  .endings = "json srj",
  .sniff = sniff,
  .read = read_file,
};
