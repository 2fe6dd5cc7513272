/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of JSON: the members of objects are cells. */
#include "formats/rows/dl-row-tables.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-row-cells.h"
#include "formats/rows/dl-row-names.h"

/* Names of members that are remembered. */
#define MAX_KNOWN 1000
/* Letters that stand without spaces between words begin here. */
#define FIRST_EAST_ASIAN 0x2e80
/* Objects within a row are looked into so deep. */
#define MAX_INNER_DEPTH 3
/* Bytes of a date with a month: "May 1969", "1969-05". */
#define MIN_WHOLE_DATE 7
/* Keys by which it is known what an object holds. */
#define N_KEYS_SEEN 20
/* A key that would be a later year is a number of something, but as a whole date. */
#define LAST_KEY_YEAR 3000
/* What the cells of a sheet are called in a feed, beside the members of the feed's own. */
#define SHEET_CELL "gsx$"
/* Numbers one after the other from here on are no years. */
#define FIRST_CODE 1000

static void
clear_table (gpointer data)
{
  DlRowTable *table = data;

  g_free (table->path);
  g_free (table->topic);
  g_free (table->inner);
}

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

static void
set_cell (DlRowTables *self, DlRows *rows, guint column, const DlLiteral *value)
{
  char *text;

  if (column >= dl_rows_get_n_columns (rows))
    return;
  text = dl_row_cell_dup (dl_rows_get_name (rows, column), value, self->joined);
  if (text == NULL)
    return;
  g_ptr_array_add (self->strings, text);
  dl_rows_set_cell (rows, column, text, value->at);
}

/* What the name of a member deep within a row is good for. */
typedef enum
{
  INNER_NOTHING, /* that says how something is drawn, say */
  INNER_WORDS,   /* kept where words stand there */
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
  judged = dl_rows_is_known (name)                                   ? INNER_KNOWN
           : dl_row_name_get_meaning (leaf, &rank) == DL_ROW_NOTHING ? INNER_NOTHING
                                                                     : INNER_WORDS;
  if (g_hash_table_size (self->known) < MAX_KNOWN)
    g_hash_table_insert (self->known, g_strdup (name), GINT_TO_POINTER (judged));
  return judged;
}

/* Whether a text is one for people, of some words or in letters of East Asia, and not a word for programs. */
static gboolean
says_something (const DlLiteral *value)
{
  g_autofree char *text = value->kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (value) : NULL;

  return text != NULL && *text != '<' && *text != '&' &&
         (strchr (text, ' ') != NULL || g_utf8_get_char (text) >= FIRST_EAST_ASIAN);
}

/* Whether it is the name of what the object is that it stands in. */
static gboolean
is_name_of (const DlLiteral *key, const DlLiteral *value)
{
  return value->kind == DL_LITERAL_STRING && (dl_literal_is (key, "name") || dl_literal_is (key, "title"));
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
          if (depth < MAX_INNER_DEPTH)
            set_inner (self, rows, self->inner->len, &value, depth + 1);
        }
      else
        {
          InnerName judged = judge_name (self, self->inner->str, self->inner->str + outer_length + 1);
          guint     column;

          if (judged != INNER_KNOWN &&
              (judged != INNER_WORDS || depth > 1 || !(says_something (&value) || is_name_of (&key, &value))))
            continue;
          column = dl_rows_find_column (rows, self->inner->str, self->inner->len, 0);
          if (judged == INNER_WORDS)
            dl_rows_set_aside (rows, column);
          set_cell (self, rows, column, &value);
        }
    }
}

/* Whether an object has nothing but another in it: `{"tweet": {…}}`; @inner is that. */
static gboolean
is_wrapper (const DlLiteral *object, DlLiteral *inner)
{
  DlLiteralIter iter;

  dl_literal_iter_init (&iter, object);
  return dl_literal_iter_peek (&iter, NULL, inner) && inner->kind == DL_LITERAL_OBJECT &&
         dl_literal_count (object, 2) == 1;
}

gboolean
dl_row_tables_is_inner (const char *inner, const char *name)
{
  g_auto (GStrv) names = NULL;

  if (inner == NULL || name == NULL)
    return FALSE;
  if (strstr (inner, DL_ROW_SEPARATOR) == NULL)
    return strcmp (inner, name) == 0;
  names = g_strsplit (inner, DL_ROW_SEPARATOR, -1);
  return g_strv_contains ((const char *const *) names, name);
}

/* Whether a member is read as a table of its own: a list of objects, or an object whose keys
 * are dates. */
static gboolean
is_inner_table (const char *name, gsize length, const DlLiteral *value, const char *inner)
{
  g_autofree char *own = g_strndup (name, length);
  DlLiteralIter    iter;
  DlLiteral        first;

  if (value->kind == DL_LITERAL_OBJECT)
    return dl_row_tables_is_dated (value, dl_row_name_is_container (own));
  if (value->kind != DL_LITERAL_LIST || (!dl_row_name_is_container (own) && !dl_row_tables_is_inner (inner, own)))
    return FALSE;
  dl_literal_iter_init (&iter, value);
  return dl_literal_iter_next (&iter, NULL, &first) && first.kind == DL_LITERAL_OBJECT;
}

/* A cell of a sheet, by the name that it has there. What else the feed says of a row, its title too, is made of these.
 */
static void
set_sheet_cell (DlRowTables *self, DlRows *rows, const char *name, gsize length, const DlLiteral *value)
{
  gsize     before = strlen (SHEET_CELL);
  DlLiteral text;

  if (length > before && g_str_has_prefix (name, SHEET_CELL) && value->kind == DL_LITERAL_OBJECT &&
      dl_literal_get_member (value, "$t", &text))
    set_cell (self, rows, dl_rows_find_column (rows, name + before, length - before, 0), &text);
}

/* @table: (nullable): where it may hold others. Returns: where the object ends; 0 where it is not whole */
static gsize
read_object (DlRowTables *self, DlRows *rows, const DlLiteral *object, const DlRowTable *table)
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

      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_OTHER)
        continue;
      /* Rows have the same members in the same order, nearly always. */
      if (!outer && (table == NULL || !table->sheet) && value.kind != DL_LITERAL_OBJECT &&
          guess < dl_rows_get_n_columns (rows) && dl_literal_is (&key, dl_rows_get_name (rows, guess)))
        {
          set_cell (self, rows, guess++, &value);
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
          if (outer && is_inner_table (name, length, &value, table->inner))
            self->source.holds_table = TRUE;
          else
            {
              g_string_truncate (self->inner, 0);
              g_string_append_len (self->inner, name, (gssize) length);
              set_inner (self, rows, length, &value, 1);
            }
          continue;
        }
      if (outer && is_inner_table (name, length, &value, table->inner))
        {
          self->source.holds_table = TRUE;
          continue;
        }
      column = dl_rows_find_column (rows, name, length, guess);
      set_cell (self, rows, column, &value);
      guess = column + 1;
    }
  return dl_literal_iter_get_end (&iter);
}

/* A number of three digits may number anything, and the one key "4217" is a standard. */
static gboolean
is_date_key (const char *name, gint64 number, gboolean container)
{
  const char *digits = *name == '-' ? name + 1 : name;

  if (number > LAST_KEY_YEAR)
    return FALSE;
  if (container && *digits != '0' && *digits != '\0' && strspn (digits, "0123456789") == strlen (digits))
    return TRUE;
  /* "639-5" is the number of a standard, too. */
  if (strspn (name, "0123456789-") == strlen (name) && strspn (digits, "0123456789") < 4)
    return FALSE;
  return strlen (name) > 3 && dl_rows_is_date (name);
}

gboolean
dl_row_tables_is_dated (const DlLiteral *object, gboolean container)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;
  guint         dated = 0;
  gint64        last = 0;
  guint         n_next = 0;

  if (object->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, object);
  for (guint i = 0; i < N_KEYS_SEEN && dl_literal_iter_next (&iter, &key, &value); i++)
    {
      g_autofree char *name = NULL;
      gint64           number;

      if (value.kind == DL_LITERAL_NULL)
        continue;
      n++;
      if (value.kind != DL_LITERAL_OBJECT && value.kind != DL_LITERAL_LIST && value.kind != DL_LITERAL_STRING)
        continue;
      name = dl_literal_dup_trimmed (&key);
      if (name == NULL)
        continue;
      number = g_ascii_strtoll (name, NULL, 10);
      n_next += strlen (name) == 4 && number == (n == 1 ? FIRST_CODE : last + 1) ? 1 : 0;
      last = strlen (name) == 4 ? number : 0;
      dated += is_date_key (name, number, container) ? 1 : 0;
    }
  /* "1000", "1001", "1002" are codes of something. */
  return dated > 0 && (dated * 10 >= n * 8 || (dated >= 3 && dated * 2 >= n)) && !(n > 1 && n_next == n);
}

gboolean
dl_row_tables_is_named (const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;
  guint         dated = 0;
  guint         spaced = 0;

  if (object->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, object);
  for (; n < N_KEYS_SEEN && dl_literal_iter_next (&iter, &key, &value); n++)
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      if (value.kind != DL_LITERAL_STRING)
        return FALSE;
      name = dl_literal_dup_trimmed (&key);
      text = dl_literal_dup_trimmed (&value);
      /* "created" says nothing of what; "2020" may be anything. */
      spaced += name != NULL && strchr (name, ' ') != NULL && !dl_rows_is_date (name) ? 1 : 0;
      dated += text != NULL && strlen (text) >= MIN_WHOLE_DATE && dl_rows_is_date (text) ? 1 : 0;
    }
  return n > 1 && dated * 10 >= n * 8 && spaced * 2 >= n;
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
      set_cell (self, rows, i, &value);
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
      read_object (self, rows, value, NULL);
      /* "1960s": [{ "year": 1969 }], and a year with months in it */
      if (dl_rows_has_part (rows, DL_ROW_START) || dl_rows_has_part (rows, DL_ROW_YEAR))
        column = year && !dl_rows_has_part (rows, DL_ROW_YEAR) ? "year" : NULL;
      else if (year && dl_rows_has_part (rows, DL_ROW_MONTH))
        column = "year";
    }
  else
    set_cell (self, rows, dl_rows_find_column (rows, "text", strlen ("text"), 1), value);
  if (column != NULL)
    set_cell (self, rows, dl_rows_find_column (rows, column, strlen (column), 0), key);
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
read_element (DlRowTables *self, DlRows *rows, const DlRowTable *table, const DlLiteral *key, const DlLiteral *value)
{
  gsize end = 0;

  if (table->kind == DL_ROW_TABLE_DATES)
    read_dated (self, rows, key, value);
  else if (table->kind == DL_ROW_TABLE_NAMES)
    {
      set_cell (self, rows, dl_rows_find_column (rows, "title", strlen ("title"), 0), key);
      set_cell (self, rows, dl_rows_find_column (rows, "date", strlen ("date"), 1), value);
    }
  else if (table->kind == DL_ROW_TABLE_LISTS)
    read_list (self, rows, value);
  else
    {
      DlLiteral own = *value;
      DlLiteral inner;

      /* An object of objects is looked through by whoever finds the tables. */
      for (guint depth = 0;
           table->value.kind == DL_LITERAL_LIST && depth < MAX_INNER_DEPTH && is_wrapper (&own, &inner); depth++)
        own = inner;
      end = read_object (self, rows, &own, table);
      if (own.at != value->at && end > 0)
        end = dl_literal_get_end (value);
    }
  if (table->year.kind != DL_LITERAL_NOTHING && !dl_rows_has_part (rows, DL_ROW_YEAR))
    set_cell (self, rows, dl_rows_find_column (rows, "year", strlen ("year"), 0), &table->year);
  if (table->date.kind != DL_LITERAL_NOTHING && !dl_rows_has_part (rows, DL_ROW_START) &&
      !dl_rows_has_part (rows, DL_ROW_YEAR))
    set_cell (self, rows, dl_rows_find_column (rows, "date", strlen ("date"), 0), &table->date);
  if (table->unit.kind != DL_LITERAL_NOTHING)
    set_cell (self, rows, dl_rows_find_column (rows, "unit", strlen ("unit"), 0), &table->unit);
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

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  DlRowTables *self = (DlRowTables *) source;

  while (source->place.part < self->tables->len)
    {
      const DlRowTable *table = &g_array_index (self->tables, DlRowTable, source->place.part);
      DlLiteral         key = { 0 };
      DlLiteral         value = { 0 };
      DlLiteralKind     wanted = table->kind == DL_ROW_TABLE_LISTS ? DL_LITERAL_LIST : DL_LITERAL_OBJECT;

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
      if (value.kind == DL_LITERAL_NOTHING || value.kind == DL_LITERAL_NULL ||
          (table->kind != DL_ROW_TABLE_DATES && table->kind != DL_ROW_TABLE_NAMES && value.kind != wanted))
        {
          tell_no_row (source, table, &value, value.kind == DL_LITERAL_NULL);
          continue;
        }
      source->topic = table->topic;
      source->holds_table = FALSE;
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

static char *
dup_where (DlRowsSource *source, const DlRowPlace *row, G_GNUC_UNUSED int column)
{
  DlRowTables *self = (DlRowTables *) source;
  DlRowTable  *table = &g_array_index (self->tables, DlRowTable, MIN (row->part, self->tables->len - 1));

  if (table->kind == DL_ROW_TABLE_LINES)
    return g_strdup ("");
  /* It is sought from the root on, which takes time where there are very many tables. */
  if (table->path == NULL)
    table->path = dl_literal_dup_path (&table->root, table->value.at);
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
}

void
dl_row_tables_clear (DlRowTables *self)
{
  g_array_unref (self->tables);
  g_ptr_array_unref (self->strings);
  g_string_free (self->joined, TRUE);
  g_string_free (self->inner, TRUE);
  g_hash_table_unref (self->known);
  g_free (self->key);
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
    if (value.kind == DL_LITERAL_OBJECT && strncmp (key.text + key.at + 1, SHEET_CELL, strlen (SHEET_CELL)) == 0)
      return TRUE;
  return FALSE;
}

void
dl_row_tables_add (DlRowTables *self, DlRowTableKind kind, const DlLiteral *value, const DlLiteral *root, char *topic)
{
  DlRowTable table = { kind, *value, *root, NULL, topic, FALSE, FALSE, NULL, { 0 }, { 0 }, { 0 } };

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
