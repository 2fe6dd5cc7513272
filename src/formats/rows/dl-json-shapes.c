/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists and objects of JSON look like, before it is tried whether they are tables of events. */
#include "formats/rows/dl-json-shapes.h"

#include <string.h>

#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows.h"
#include "time/dl-date-words.h"

/* Bytes of a date with a month: "May 1969", "1969-05". */
#define MIN_WHOLE_DATE 7
/* Keys by which it is known what an object holds. */
#define N_KEYS_SEEN 20
/* A key that would be a later year is a number of something, but as a whole date. */
#define LAST_KEY_YEAR 3000
/* Numbers one after the other from here on are no years. */
#define FIRST_CODE 1000
/* Bytes of a language with its country or script: "zh-Hant" */
#define MAX_LANGUAGE 8

gboolean
dl_json_is_year (const DlLiteral *value)
{
  g_autofree char *text = NULL;

  if (value->kind != DL_LITERAL_NUMBER && value->kind != DL_LITERAL_STRING)
    return FALSE;
  text = dl_literal_dup_trimmed (value);
  if (text != NULL && (g_str_has_suffix (text, "년") || g_str_has_suffix (text, "年")))
    text[strlen (text) - strlen ("년")] = '\0';
  return dl_row_name_is_year (text);
}

gboolean
dl_json_is_years (const DlLiteral *value)
{
  g_autofree char *text = NULL;

  if (dl_json_is_year (value))
    return TRUE;
  text = value->kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (value) : NULL;
  return text != NULL && strpbrk (text, "0123456789") != NULL && strlen (text) > 2 && dl_rows_is_date (text);
}

/* Whether it is a whole date, and no number of a day. */
static gboolean
is_day (const DlLiteral *value)
{
  g_autofree char *text = value->kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (value) : NULL;

  return text != NULL && strlen (text) >= MIN_WHOLE_DATE && dl_rows_is_date (text);
}

DlLiteral
dl_json_get_lone_date (const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  DlLiteral     date = { 0 };

  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = NULL;
      guint            rank;
      DlRowMeaning     meaning;

      if (value.kind != DL_LITERAL_NUMBER && value.kind != DL_LITERAL_STRING)
        continue;
      name = dl_literal_dup_text (&key);
      meaning = name != NULL ? dl_row_name_get_meaning (name, &rank) : DL_ROW_OTHER;
      if (meaning == DL_ROW_TITLE || meaning == DL_ROW_TEXT)
        return (DlLiteral){ 0 };
      if (g_strcmp0 (name, "date") == 0 || (g_strcmp0 (name, "day") == 0 && is_day (&value)))
        date = value;
    }
  return date;
}

guint
dl_json_count_kinds (const DlLiteral *value, guint *objects, guint *lists)
{
  DlLiteralIter iter;
  DlLiteral     element;
  guint         n = 0;

  *objects = *lists = 0;
  dl_literal_iter_init (&iter, value);
  for (guint i = 0; i < DL_JSON_ELEMENTS_SEEN && dl_literal_iter_next (&iter, NULL, &element); i++)
    {
      n += element.kind != DL_LITERAL_NULL ? 1 : 0;
      *objects += element.kind == DL_LITERAL_OBJECT ? 1 : 0;
      *lists += element.kind == DL_LITERAL_LIST ? 1 : 0;
    }
  return n;
}

gboolean
dl_json_is_graph (const DlLiteral *object)
{
  static const char *const names[] = { "nodes", "edges", "links", NULL };
  static const char *const node_names[] = { "x", "y", "date", NULL };
  static const char *const edge_names[] = { "source", "target", NULL };
  DlLiteralIter            iter;
  DlLiteral                lists[3];
  DlLiteral                first;
  DlLiteral                values[3];

  dl_literal_get_members (object, names, lists);
  if (lists[1].kind != DL_LITERAL_LIST)
    lists[1] = lists[2];
  if (lists[0].kind != DL_LITERAL_LIST || lists[1].kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_iter_init (&iter, &lists[1]);
  if (!dl_literal_iter_next (&iter, NULL, &first))
    return FALSE;
  dl_literal_get_members (&first, edge_names, values);
  if (values[0].kind == DL_LITERAL_NOTHING || values[1].kind == DL_LITERAL_NOTHING)
    return FALSE;
  dl_literal_iter_init (&iter, &lists[0]);
  if (!dl_literal_iter_next (&iter, NULL, &first))
    return FALSE;
  dl_literal_get_members (&first, node_names, values);
  return (values[0].kind == DL_LITERAL_NUMBER && values[1].kind == DL_LITERAL_NUMBER) ||
         values[2].kind == DL_LITERAL_NOTHING;
}

gboolean
dl_json_is_doubtful (const DlLiteral *value, gboolean container)
{
  DlLiteralIter    iter;
  DlLiteral        key;
  DlLiteral        only;
  g_autofree char *name = NULL;

  if (container || dl_literal_count (value, 2) != 1)
    return FALSE;
  dl_literal_iter_init (&iter, value);
  if (!dl_literal_iter_next (&iter, &key, &only))
    return FALSE;
  name = dl_literal_dup_trimmed (&key);
  return dl_row_name_is_year (name);
}

gboolean
dl_json_is_year_of_lists (const DlLiteral *object, DlLiteral *year)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n_lists = 0;

  *year = (DlLiteral){ 0 };
  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = NULL;
      DlRowMeaning     meaning;
      guint            rank;

      if (value.kind == DL_LITERAL_NULL)
        continue;
      if (value.kind == DL_LITERAL_LIST)
        {
          DlLiteralIter inner;
          DlLiteral     first;

          dl_literal_iter_init (&inner, &value);
          if (dl_literal_iter_next (&inner, NULL, &first) && first.kind != DL_LITERAL_OBJECT)
            return FALSE;
          n_lists++;
          continue;
        }
      name = dl_literal_dup_text (&key);
      meaning = name != NULL ? dl_row_name_get_meaning (name, &rank) : DL_ROW_OTHER;
      if (year->kind == DL_LITERAL_NOTHING && ((meaning == DL_ROW_YEAR && dl_json_is_years (&value)) ||
                                               (meaning == DL_ROW_START && dl_json_is_year (&value))))
        *year = value;
      else if (meaning != DL_ROW_ID && meaning != DL_ROW_NOTHING)
        return FALSE;
    }
  return n_lists > 0 && year->kind != DL_LITERAL_NOTHING;
}

/* What a member says of when something was, by its name. */
static DlRowMeaning
get_date_part (const DlLiteral *key)
{
  g_autofree char *name = dl_literal_dup_text (key);
  guint            rank;
  DlRowMeaning     meaning = name != NULL ? dl_row_name_get_meaning (name, &rank) : DL_ROW_OTHER;

  return meaning == DL_ROW_YEAR || meaning == DL_ROW_START || meaning == DL_ROW_MONTH ? meaning : DL_ROW_OTHER;
}

gboolean
dl_json_find_leading_year (const DlLiteral *list, DlLiteral *year)
{
  DlLiteralIter iter;
  DlLiteralIter inner;
  DlLiteral     row;
  DlLiteral     key;
  DlLiteral     value;
  gboolean      months = FALSE;

  dl_literal_iter_init (&iter, list);
  if (list->kind != DL_LITERAL_LIST || !dl_literal_iter_next (&iter, NULL, &row) || row.kind != DL_LITERAL_OBJECT ||
      dl_literal_count (&row, 2) != 1)
    return FALSE;
  dl_literal_iter_init (&inner, &row);
  if (!dl_literal_iter_next (&inner, &key, &value) || get_date_part (&key) != DL_ROW_YEAR || !dl_json_is_year (&value))
    return FALSE;
  *year = value;
  /* Another year among them is that of what follows. */
  while (dl_literal_iter_next (&iter, NULL, &row))
    {
      dl_literal_iter_init (&inner, &row);
      while (row.kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&inner, &key, &value))
        {
          DlRowMeaning part = get_date_part (&key);

          if (part == DL_ROW_YEAR || part == DL_ROW_START)
            return FALSE;
          months = months || part == DL_ROW_MONTH;
        }
    }
  return months;
}

/* Whether a name is that of a language, by its code: "en", "pt-BR" */
static gboolean
is_language (const char *name)
{
  gsize letters = 0;

  while (g_ascii_islower (name[letters]))
    letters++;
  return (letters == 2 || letters == 3) &&
         (name[letters] == '\0' || ((name[letters] == '-' || name[letters] == '_') && strlen (name) <= MAX_LANGUAGE));
}

char *
dl_json_dup_words (const DlLiteral *value)
{
  g_autofree char *found = NULL;
  DlLiteralIter    iter;
  DlLiteral        key;
  DlLiteral        text;
  gboolean         english = FALSE;

  if (value->kind != DL_LITERAL_OBJECT)
    return dl_literal_dup_trimmed (value);
  dl_literal_iter_init (&iter, value);
  while (dl_literal_iter_next (&iter, &key, &text))
    {
      g_autofree char *name = dl_literal_dup_text (&key);

      if (name == NULL || !is_language (name) || text.kind != DL_LITERAL_STRING)
        return NULL;
      if (found != NULL && (english || !g_str_has_prefix (name, "en")))
        continue;
      g_free (found);
      found = dl_literal_dup_trimmed (&text);
      english = g_str_has_prefix (name, "en");
    }
  return g_steal_pointer (&found);
}

static DlLiteral
find_unit (const DlLiteral *object, guint depth)
{
  static const char *const names[] = { "unit", "units", "timeUnit", "time_unit", "meta", "metadata", "info", NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];

  if (object->kind != DL_LITERAL_OBJECT || depth == 0)
    return (DlLiteral){ 0 };
  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = values[i].kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&values[i]) : NULL;

      if (text != NULL && dl_date_words_get_era (text) == DL_DATE_ERA_OURS)
        return values[i];
      if (values[i].kind == DL_LITERAL_OBJECT)
        {
          DlLiteral unit = find_unit (&values[i], depth - 1);

          if (unit.kind != DL_LITERAL_NOTHING)
            return unit;
        }
    }
  return (DlLiteral){ 0 };
}

DlLiteral
dl_json_find_unit (const DlLiteral *object)
{
  return find_unit (object, 2);
}

/* Whether what stands below a key has dates of its own: the first object of a list, or it itself. */
static gboolean
has_own_date (const DlLiteral *value)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     inner;
  DlLiteral     object = *value;

  dl_literal_iter_init (&iter, value);
  if (value->kind == DL_LITERAL_LIST && !dl_literal_iter_next (&iter, NULL, &object))
    return FALSE;
  dl_literal_iter_init (&iter, &object);
  while (object.kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &inner))
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      DlRowMeaning     meaning;
      guint            rank;

      if (inner.kind != DL_LITERAL_NUMBER && inner.kind != DL_LITERAL_STRING)
        continue;
      name = dl_literal_dup_text (&key);
      meaning = name != NULL ? dl_row_name_get_meaning (name, &rank) : DL_ROW_OTHER;
      if (meaning != DL_ROW_START && meaning != DL_ROW_YEAR)
        continue;
      text = dl_literal_dup_trimmed (&inner);
      if (text != NULL && (dl_json_is_year (&inner) || dl_rows_is_date (text)))
        return TRUE;
    }
  return FALSE;
}

/* A number of three digits may number anything, and the one key "4217" is a standard. */
static gboolean
is_date_key (const char *name, gint64 number, const DlLiteral *value, gboolean container)
{
  const char *digits = *name == '-' ? name + 1 : name;

  if (number > LAST_KEY_YEAR)
    return FALSE;
  if (container && *digits != '0' && *digits != '\0' && strspn (digits, "0123456789") == strlen (digits))
    /* "2": [{ "year": 2019 }] is the second of something. */
    return strlen (name) > 3 || !has_own_date (value);
  /* "639-5" is the number of a standard, too. */
  if (strspn (name, "0123456789-") == strlen (name) && strspn (digits, "0123456789") < 4)
    return FALSE;
  return strlen (name) > 3 && dl_rows_is_date (name);
}

gboolean
dl_json_is_dated (const DlLiteral *object, gboolean container)
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
      dated += is_date_key (name, number, &value, container) ? 1 : 0;
    }
  /* "1000", "1001", "1002" are codes of something. */
  return dated > 0 && (dated * 10 >= n * 8 || (dated >= 3 && dated * 2 >= n)) && !(n > 1 && n_next == n);
}

/* Whether a date was written by hand: with words, or from one year to another. */
static gboolean
is_in_words (const char *text)
{
  gsize length = strspn (text, "0123456789-:.+TZ ");

  return text[length] != '\0';
}

/* Whether a key of one word may be what happened: no name of a member that a program reads. */
static gboolean
is_own_word (const char *name)
{
  guint rank;

  /* "lastLogin", "en" */
  for (const char *p = name; *p != '\0'; p++)
    if (p > name && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
      return FALSE;
  return !is_language (name) && dl_row_name_get_meaning (name, &rank) == DL_ROW_OTHER && !dl_rows_is_date (name) &&
         g_unichar_isalpha (g_utf8_get_char (name));
}

gboolean
dl_json_is_named (const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;
  guint         dated = 0;
  guint         spaced = 0;
  guint         worded = 0;
  gboolean      words = TRUE;

  if (object->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, object);
  for (; n < N_KEYS_SEEN && dl_literal_iter_next (&iter, &key, &value); n++)
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      gboolean         date;

      if (value.kind != DL_LITERAL_STRING)
        return FALSE;
      name = dl_literal_dup_trimmed (&key);
      text = dl_literal_dup_trimmed (&value);
      /* "created" says nothing of what; "2020" may be anything. */
      spaced += name != NULL && strchr (name, ' ') != NULL && !dl_rows_is_date (name) ? 1 : 0;
      words = words && name != NULL && is_own_word (name);
      date = text != NULL && (strlen (text) >= MIN_WHOLE_DATE || is_in_words (text)) && dl_rows_is_date (text);
      dated += date ? 1 : 0;
      worded += date && is_in_words (text) ? 1 : 0;
    }
  /* "saul": "1050 a 1010 a.C." */
  return n > 1 && dated * 10 >= n * 8 && (spaced * 2 >= n || (words && worded * 10 >= n * 8));
}

DlLiteral
dl_json_find_head (const DlLiteral *root)
{
  static const char *const titles[] = { "title", "name", "headline", NULL };
  static const char *const heads[] = { "meta", "metadata", "info", "header", "timeline", "data", NULL };
  DlLiteral                values[G_N_ELEMENTS (titles)];
  DlLiteral                inner[G_N_ELEMENTS (heads)];

  dl_literal_get_members (root, titles, values);
  if (values[0].kind + values[1].kind + values[2].kind != DL_LITERAL_NOTHING)
    return *root;
  dl_literal_get_members (root, heads, inner);
  for (guint i = 0; heads[i] != NULL; i++)
    if (inner[i].kind == DL_LITERAL_OBJECT)
      {
        dl_literal_get_members (&inner[i], titles, values);
        if (values[0].kind + values[1].kind + values[2].kind != DL_LITERAL_NOTHING)
          return inner[i];
      }
  return *root;
}

gboolean
dl_json_is_group (const DlLiteral *object)
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

      if (name != NULL && dl_row_name_is_container (name) && dl_json_count_kinds (&value, &objects, &lists) > 0 &&
          objects > 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether all that an object has are lists of objects, by the names of months. */
static gboolean
is_months (const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;

  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_trimmed (&key);
      g_autofree char *whole = name != NULL ? g_strconcat (name, " 2000", NULL) : NULL;
      g_autofree char *edtf = whole != NULL ? dl_date_words_to_edtf (whole, NULL, NULL, NULL) : NULL;
      guint            objects;
      guint            lists;

      if (value.kind == DL_LITERAL_NULL)
        continue;
      if (edtf == NULL || strlen (edtf) != MIN_WHOLE_DATE || value.kind != DL_LITERAL_LIST ||
          dl_json_count_kinds (&value, &objects, &lists) != objects)
        return FALSE;
      n++;
    }
  return n > 0;
}

gboolean
dl_json_is_years_of_months (const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;

  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_trimmed (&key);

      if (!dl_row_name_is_year (name) || !is_months (&value))
        return FALSE;
      n++;
    }
  return n > 0;
}

gboolean
dl_json_is_plain_day (const DlLiteral *day, gboolean *empty)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  *empty = TRUE;
  dl_literal_iter_init (&iter, day);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *text = NULL;

      if ((value.kind == DL_LITERAL_LIST || value.kind == DL_LITERAL_OBJECT) && dl_literal_count (&value, 1) > 0)
        return FALSE;
      if (value.kind != DL_LITERAL_LIST && value.kind != DL_LITERAL_OBJECT && value.kind != DL_LITERAL_NULL)
        text = dl_literal_dup_trimmed (&value);
      *empty = *empty && text == NULL;
    }
  return TRUE;
}
