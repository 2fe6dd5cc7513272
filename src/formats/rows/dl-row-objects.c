/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An object of JSON as a row: its members are cells, and so are those of objects within it. */
#include "formats/rows/dl-row-objects.h"

#include <string.h>

#include "base/dl-link.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-row-cells.h"
#include "formats/rows/dl-row-names.h"

/* What ends the name of a title that was written for a page. */
#define RENDERED "title.rendered"
/* Names of members that are remembered. */
#define MAX_KNOWN 1000
/* Names of dates of a higher rank are those of one thing of many. */
#define LAST_EMPTY_RANK 1

/* The text of a key where it stands, or a copy in @copy where it has escapes. */
static const char *
key_text (const DlLiteral *key, gsize *length, char **copy)
{
  const char *at = key->text + key->at;
  const char *end = key->text + key->length;
  const char *p;

  if (*at == '"' || *at == '\'')
    {
      p = memchr (at + 1, *at, (gsize) (end - at - 1));
      if (p != NULL && memchr (at, '\\', (gsize) (p - at)) == NULL &&
          g_utf8_validate_len (at + 1, (gsize) (p - at - 1), NULL))
        {
          *length = (gsize) (p - at - 1);
          return at + 1;
        }
    }
  *copy = dl_literal_dup_text (key);
  if (*copy == NULL)
    *copy = g_strdup ("");
  *length = strlen (*copy);
  return *copy;
}

/* What the name of a member deep within a row is good for. */
typedef enum
{
  INNER_NOTHING, /* that says how something is drawn, say */
  INNER_RECORD,  /* that says how it is kept: only phrases are */
  INNER_WORDS,   /* kept where something is said there */
  INNER_KNOWN,   /* as of dl_rows_is_known() */
} InnerName;

/* @name: the whole, of which @leaf is the end. Names come again in each row. */
static InnerName
judge_name (DlRowTables *self, const char *name, const char *leaf)
{
  gpointer  value;
  guint     rank;
  InnerName judged;

  if (g_hash_table_lookup_extended (self->known, name, NULL, &value))
    return (InnerName) GPOINTER_TO_INT (value);
  /* What leads from one record of a program to the next. */
  judged = g_str_has_prefix (name, "_links.")                         ? INNER_NOTHING
           : dl_rows_is_known (name) || dl_row_name_is_of_eras (name) ? INNER_KNOWN
           : dl_row_name_get_meaning (leaf, &rank) == DL_ROW_NOTHING  ? INNER_NOTHING
           : dl_row_name_is_of_record (leaf)                          ? INNER_RECORD
                                                                      : INNER_WORDS;
  if (g_hash_table_size (self->known) < MAX_KNOWN)
    g_hash_table_insert (self->known, g_strdup (name), GINT_TO_POINTER (judged));
  return judged;
}

/* Whether what stands below such a name is kept as words. */
static gboolean
says_something (InnerName judged, const DlLiteral *value)
{
  g_autofree char *text = judged == INNER_RECORD ? dl_literal_dup_trimmed (value) : NULL;

  return judged != INNER_NOTHING && dl_row_cell_says_something (value) &&
         (judged != INNER_RECORD || (text != NULL && strchr (text, ' ') != NULL));
}

/* Whether a value is an address, or a list that begins with one. */
static gboolean
has_link (const DlLiteral *value)
{
  g_autofree char *text = NULL;
  DlLiteralIter    iter;
  DlLiteral        first = *value;

  dl_literal_iter_init (&iter, value);
  if (value->kind == DL_LITERAL_LIST && !dl_literal_iter_next (&iter, NULL, &first))
    return FALSE;
  text = first.kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&first) : NULL;
  return dl_link_is_safe (text);
}

/* Whether a member is an address for people, by its name: "url", but not the "html_url" of a program. */
static gboolean
is_link (const char *name, const DlLiteral *value)
{
  return strpbrk (name, "_- ") == NULL && dl_row_name_is_of_links (name) && has_link (value);
}

/* While a cell is made: what it is called. */
typedef struct
{
  DlRowTables *tables;
  DlRows      *rows;
  const char  *name;
} Cell;

/* Notes that a member, or all of a cell, is left, while rows are read for good. */
static void
leave (DlRowTables *self, DlRows *rows, const char *name)
{
  if (self->source.draft != NULL)
    dl_rows_leave (rows, name);
}

/* Whether there is nothing in a value that could be left. */
static gboolean
is_blank (const DlLiteral *value)
{
  g_autofree char *text = value->kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (value) : NULL;

  return value->kind == DL_LITERAL_STRING                                     ? text == NULL || *text == '\0'
         : value->kind == DL_LITERAL_LIST || value->kind == DL_LITERAL_OBJECT ? dl_literal_count (value, 1) == 0
                                                                              : FALSE;
}

/* As of #DlRowKeepFunc. */
static gboolean
keep (gpointer data, const DlLiteral *key, const DlLiteral *value)
{
  Cell            *cell = data;
  g_autofree char *own = key != NULL ? dl_literal_dup_text (key) : NULL;
  g_autofree char *name = own != NULL ? g_strconcat (cell->name, ".", own, NULL) : g_strdup (cell->name);

  if (value != NULL && own != NULL &&
      (is_link (own, value) || says_something (judge_name (cell->tables, name, name + strlen (cell->name) + 1), value)))
    return TRUE;
  if (value == NULL || !is_blank (value))
    leave (cell->tables, cell->rows, name);
  return FALSE;
}

static gboolean
is_list_of_objects (const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     first;

  dl_literal_iter_init (&iter, list);
  return dl_literal_iter_peek (&iter, NULL, &first) && first.kind == DL_LITERAL_OBJECT;
}

/* What stands in a cell of the row where @text is given it from around its table. Returns: (transfer none) */
static char *
join_given (DlRowTables *self, DlRows *rows, guint column, char *text)
{
  const char  *name = dl_rows_get_name (rows, column);
  const char  *own = dl_rows_get_cell (rows, column);
  DlRowMeaning meaning = dl_rows_get_named_meaning (rows, column);
  char        *both;

  if (*own == '\0')
    {
      if (meaning == DL_ROW_OTHER)
        dl_rows_set_aside (rows, column);
      return text;
    }
  if (strcmp (own, text) == 0)
    return text;
  if (meaning == DL_ROW_PLACE && strstr (own, text) == NULL)
    both = g_strconcat (own, ", ", text, NULL);
  else if (meaning == DL_ROW_SOURCE || meaning == DL_ROW_PERSON || meaning == DL_ROW_TOPIC || meaning == DL_ROW_TAGS)
    both = g_strconcat (own, DL_ROW_SEPARATOR, text, NULL);
  else
    {
      both = g_strdup (own);
      if (self->source.draft != NULL)
        dl_rows_leave (rows, name);
    }
  g_ptr_array_add (self->strings, both);
  return both;
}

void
dl_row_object_set_cell (DlRowTables *self, DlRows *rows, guint column, const DlLiteral *value)
{
  Cell  cell;
  char *text;

  if (column >= dl_rows_get_n_columns (rows))
    return;
  cell = (Cell){ self, rows, dl_rows_get_name (rows, column) };
  text = dl_row_cell_dup (cell.name, value, self->joined, keep, &cell);
  if (text == NULL)
    {
      if (dl_literal_count (value, 1) > 0)
        keep (&cell, NULL, NULL);
      return;
    }
  /* "1939&#8211;1945" of a page */
  if (strchr (text, '&') != NULL && strchr (text, '<') == NULL && g_str_has_suffix (cell.name, RENDERED))
    {
      char *plain = dl_markup_to_line (text);

      g_free (text);
      text = plain;
    }
  /* They have names of their own. */
  if (value->kind == DL_LITERAL_LIST && is_list_of_objects (value))
    dl_rows_set_aside (rows, column);
  g_ptr_array_add (self->strings, text);
  if (self->gives)
    text = join_given (self, rows, column, text);
  dl_rows_set_cell (rows, column, text, value->at);
}

/* Adds an address within an object of a row to the sources of the row: "links.wiki", "details.links", but not where a
 * program has what it is about, "author.url", or what is before and behind, "links.next". @self: its name is in it.
 * Returns: whether it was added */
static gboolean
add_link (DlRowTables *self, DlRows *rows, const DlLiteral *value)
{
  static const char *const others[] = { "self", "next",    "prev", "previous", "first", "last",
                                        "up",   "related", "url",  "href",     "uri",   NULL };
  const char              *dot = strrchr (self->inner->str, '.');
  const char              *leaf = dot + 1;
  g_autofree char         *outer = g_strndup (self->inner->str, (gsize) (dot - self->inner->str));
  gboolean                 gives = self->gives;
  gboolean                 named;
  const char              *column;
  guint                    rank;

  if (*outer == '_' || g_strv_contains (others, leaf) || strchr (leaf, '_') != NULL || !has_link (value))
    return FALSE;
  named = dl_row_name_get_meaning (outer, &rank) == DL_ROW_SOURCE;
  column = named ? outer : leaf;
  if (!named && (dl_row_name_get_meaning (leaf, &rank) != DL_ROW_SOURCE || rank > 0))
    return FALSE;
  self->gives = TRUE;
  dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, column, strlen (column), 0), value);
  self->gives = gives;
  return TRUE;
}

/* The members of an object within a row, as columns of all names, "date.year"; the outer ones stand
 * in @self already. */
static void
set_inner (DlRowTables *self, DlRows *rows, gsize outer_length, const DlLiteral *object, guint depth)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *copy = NULL;
      gsize            length;
      const char      *inner;

      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_OTHER)
        continue;
      inner = key_text (&key, &length, &copy);
      /* The outer name is what stands there already. */
      g_string_truncate (self->inner, outer_length);
      g_string_append_c (self->inner, '.');
      g_string_append_len (self->inner, inner, (gssize) length);
      if (value.kind == DL_LITERAL_OBJECT)
        {
          if (depth < DL_ROW_MAX_INNER_DEPTH)
            set_inner (self, rows, self->inner->len, &value, depth + 1);
          else if (dl_literal_count (&value, 1) > 0)
            leave (self, rows, self->inner->str);
        }
      else
        {
          InnerName judged = judge_name (self, self->inner->str, self->inner->str + outer_length + 1);
          guint     column;

          if (judged != INNER_KNOWN && add_link (self, rows, &value))
            continue;
          if (judged != INNER_KNOWN && !says_something (judged, &value))
            {
              if (!is_blank (&value))
                leave (self, rows, self->inner->str);
              continue;
            }
          column = dl_rows_find_column (rows, self->inner->str, self->inner->len, 0);
          if (column == G_MAXUINT)
            leave (self, rows, self->inner->str);
          if (judged != INNER_KNOWN)
            dl_rows_set_aside (rows, column);
          dl_row_object_set_cell (self, rows, column, &value);
        }
    }
}

void
dl_row_object_set_members (DlRowTables *self, DlRows *rows, const char *name, const DlLiteral *object)
{
  g_string_assign (self->inner, name);
  set_inner (self, rows, self->inner->len, object, 1);
}

gboolean
dl_row_object_is_wrapper (const DlLiteral *object, DlLiteral *inner)
{
  DlLiteralIter iter;

  dl_literal_iter_init (&iter, object);
  return dl_literal_iter_peek (&iter, NULL, inner) && inner->kind == DL_LITERAL_OBJECT &&
         dl_literal_count (object, 2) == 1;
}

gboolean
dl_row_object_is_inner (const char *inner, const char *name)
{
  g_auto (GStrv) names = NULL;

  if (inner == NULL || name == NULL)
    return FALSE;
  if (strstr (inner, DL_ROW_SEPARATOR) == NULL)
    return strcmp (inner, name) == 0;
  names = g_strsplit (inner, DL_ROW_SEPARATOR, -1);
  return g_strv_contains ((const char *const *) names, name);
}

gboolean
dl_row_object_has_table (const DlRowTables *self, const DlLiteral *value, const DlRowTable **table)
{
  const DlRowTable *tables = (const DlRowTable *) (gpointer) self->tables->data;
  guint             from = 0;
  guint             to = self->tables->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (tables[middle].value.at < value->at)
        from = middle + 1;
      else
        to = middle;
    }
  if (from >= self->tables->len || tables[from].value.at >= dl_literal_get_end (value))
    return FALSE;
  *table = &tables[from];
  return TRUE;
}

/* Whether a member is called as a table of its own may be: a list of objects, or the table @at with words among them,
 * which cannot be words of the row too; or an object whose keys are dates. */
static gboolean
is_called_table (const char *name, gsize length, const DlLiteral *value, const char *inner, gsize at)
{
  g_autofree char *own = g_strndup (name, length);

  if (value->kind == DL_LITERAL_OBJECT)
    return dl_json_is_dated (value, dl_row_name_is_container (own));
  return (dl_row_name_is_container (own) || dl_row_object_is_inner (inner, own)) &&
         (value->at == at || is_list_of_objects (value));
}

/* Whether a member holds a table of its own, or has nothing where others have one. */
static gboolean
is_inner_table (DlRowTables *self, const char *name, gsize length, const DlLiteral *value, const char *inner)
{
  const DlRowTable *table;

  if (value->kind != DL_LITERAL_OBJECT && value->kind != DL_LITERAL_LIST)
    return FALSE;
  if (!dl_row_object_has_table (self, value, &table))
    {
      g_autofree char *own = g_strndup (name, length);

      return value->kind == DL_LITERAL_LIST && dl_literal_count (value, 1) == 0 && dl_row_name_is_container (own);
    }
  if (table->around.kind == DL_LITERAL_NOTHING)
    return is_called_table (name, length, value, inner, table->value.at);
  self->source.gives_date = TRUE;
  return TRUE;
}

/* A cell of a sheet, by the name that it has there. What else the feed says of a row, its title too, is made of these.
 */
static void
set_sheet_cell (DlRowTables *self, DlRows *rows, const char *name, gsize length, const DlLiteral *value)
{
  gsize     before = strlen (DL_ROW_SHEET_CELL);
  DlLiteral text;

  if (length > before && g_str_has_prefix (name, DL_ROW_SHEET_CELL) && value->kind == DL_LITERAL_OBJECT &&
      dl_literal_get_member (value, "$t", &text))
    dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, name + before, length - before, 0), &text);
}

/* Whether a name without a value in this row is one of dates. Names come again in each row. */
static gboolean
is_called_date (DlRowTables *self, const char *name)
{
  gpointer value;
  guint    rank;
  gboolean called;

  if (g_hash_table_lookup_extended (self->empty, name, NULL, &value))
    return GPOINTER_TO_INT (value);
  called = dl_row_name_get_meaning (name, &rank) == DL_ROW_START && rank <= LAST_EMPTY_RANK;
  if (g_hash_table_size (self->empty) < MAX_KNOWN)
    g_hash_table_insert (self->empty, g_strdup (name), GINT_TO_POINTER (called));
  return called;
}

/* A column of dates that has nothing in this row, and maybe in none, is there all the same. */
static void
find_empty (DlRowTables *self, DlRows *rows, const DlLiteral *key)
{
  g_autofree char *name = dl_literal_dup_text (key);

  if (name != NULL && is_called_date (self, name))
    dl_rows_set_cell (rows, dl_rows_find_column (rows, name, strlen (name), 0), "", key->at);
}

gsize
dl_row_object_read (DlRowTables *self, DlRows *rows, const DlLiteral *object, const DlRowTable *table)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         guess = 0;
  gboolean      outer = table != NULL && table->outer;

  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *copy = NULL;
      gsize            length;
      const char      *name;
      guint            column;

      if (value.kind == DL_LITERAL_NULL)
        find_empty (self, rows, &key);
      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_OTHER)
        continue;
      /* Rows have the same members in the same order, nearly always. */
      if (!outer && (table == NULL || !table->sheet) && value.kind != DL_LITERAL_OBJECT &&
          guess < dl_rows_get_n_columns (rows) && dl_literal_is (&key, dl_rows_get_name (rows, guess)))
        {
          dl_row_object_set_cell (self, rows, guess++, &value);
          continue;
        }
      name = key_text (&key, &length, &copy);
      if (table != NULL && table->sheet)
        {
          set_sheet_cell (self, rows, name, length, &value);
          continue;
        }
      if (value.kind == DL_LITERAL_OBJECT)
        {
          if (outer && is_inner_table (self, name, length, &value, table->inner))
            self->source.holds_table = TRUE;
          else
            {
              g_string_truncate (self->inner, 0);
              g_string_append_len (self->inner, name, (gssize) length);
              set_inner (self, rows, length, &value, 1);
            }
          continue;
        }
      if (outer && is_inner_table (self, name, length, &value, table->inner))
        {
          self->source.holds_table = TRUE;
          continue;
        }
      column = dl_rows_find_column (rows, name, length, guess);
      if (column == G_MAXUINT)
        {
          g_autofree char *own = g_strndup (name, length);

          leave (self, rows, own);
        }
      dl_row_object_set_cell (self, rows, column, &value);
      guess = column + 1;
    }
  return dl_literal_iter_get_end (&iter);
}
