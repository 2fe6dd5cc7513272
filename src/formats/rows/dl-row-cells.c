/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of JSON as the texts of cells. */
#include "formats/rows/dl-row-cells.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows.h"

/* Year, month and day. */
#define MAX_DATE_PARTS 3
#define MAX_PHRASES_BYTES 300
#define MAX_NAMES 8

/* Whose it is, and when: {"year": -1194, "source": "…"}. */
static const char *const makers[] = { "speaker", "author", "artist", "by", NULL };
static const char *const dates[] = { "date", "year", "start", "from", NULL };

/* "Jane Doe" of what has her names apart. Returns: (transfer full) (nullable) */
static char *
dup_full_name (const DlLiteral *object)
{
  static const char *const names[] = { "firstname", "given",  "first_name", "surname",
                                       "lastname",  "family", "last_name",  NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];
  g_autoptr (GString)      whole = g_string_new (NULL);

  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = dl_literal_dup_trimmed (&values[i]);

      if (text != NULL)
        g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", text);
    }
  return whole->len > 0 ? g_string_free (g_steal_pointer (&whole), FALSE) : NULL;
}

/* The words of an object that has no name: "p. 60, part two" of a citation. Returns: (transfer full)
 * (nullable) */
static char *
dup_phrases (const DlLiteral *object)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           key;
  DlLiteral           value;

  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *text = value.kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&value) : NULL;

      if (text != NULL && strchr (text, ' ') != NULL && whole->len + strlen (text) <= MAX_PHRASES_BYTES)
        g_string_append_printf (whole, "%s%s", whole->len > 0 ? ", " : "", text);
    }
  return whole->len > 0 ? g_string_free (g_steal_pointer (&whole), FALSE) : NULL;
}

/* The first of an object's members that has a text. @names: MAX_NAMES at most, and NULL; @strings: whether it
 * must be written as one. Returns: (transfer full) (nullable) */
static char *
dup_first (const DlLiteral *object, const char *const *names, gboolean strings)
{
  DlLiteral values[MAX_NAMES];
  char     *text = NULL;

  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL && text == NULL; i++)
    text = !strings || values[i].kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&values[i]) : NULL;
  return text;
}

/* "A talk (Jane Doe)". Returns: (transfer full) (nullable): NULL where it does not say of whom */
static char *
dup_made (const DlLiteral *object, const char *name)
{
  g_autofree char *maker = dup_first (object, makers, TRUE);

  /* Translators: a thing, and who made it. */
  return maker != NULL && strcmp (maker, name) != 0 ? g_strdup_printf (C_ ("thing and maker", "%s (%s)"), name, maker)
                                                    : NULL;
}

/* What stands for an object: its name. Returns: (transfer full) (nullable) */
static char *
dup_name (const DlLiteral *object)
{
  static const char *const names[] = { "name", "title", "label", "text", "post", "value", "url", "href", "id", NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];
  char                    *whole;

  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *text = dl_literal_dup_trimmed (&values[i]);

      if (text == NULL)
        continue;
      /* A number of it is the last that tells anybody anything. */
      whole = names[i + 1] == NULL ? dup_full_name (object) : dup_made (object, text);
      if (whole != NULL)
        g_free (text);
      return whole != NULL ? whole : text;
    }
  whole = dup_full_name (object);
  return whole != NULL ? whole : dup_phrases (object);
}

/* The same of a source, whose address is wanted, too. */
static char *
dup_link (const DlLiteral *object)
{
  static const char *const names[] = { "url", "href", "link", NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];
  g_autofree char         *name = dup_name (object);
  g_autofree char         *address = NULL;

  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL && address == NULL; i++)
    address = dl_literal_dup_trimmed (&values[i]);
  if (name == NULL || address == NULL || strcmp (name, address) == 0)
    return g_steal_pointer (&name);
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", address, name);
}

/* The parts of a date in a list, [1905, 6, 30], as one text: "1905,6,30". Two years are none.
 * Returns: (transfer full) (nullable) */
static char *
dup_parts (const DlLiteral *list)
{
  g_autoptr (GString) out = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           part;
  gint64              number;

  dl_literal_iter_init (&iter, list);
  for (guint n = 0; dl_literal_iter_next (&iter, NULL, &part); n++)
    {
      if (n >= MAX_DATE_PARTS || !dl_literal_get_integer (&part, &number) || number < (n > 0 ? 1 : -9999) ||
          number > (n > 0 ? 31 : 9999))
        return NULL;
      g_string_append_printf (out, "%s%0*" G_GINT64_FORMAT, n > 0 ? "," : "", n > 0 ? 1 : 4, number);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* A year before Christ in words, as which it stands beside another. Returns: (transfer full) */
static char *
dup_spoken (const char *date)
{
  if (*date == '-' && date[1] != '\0' && strspn (date + 1, "0123456789") == strlen (date + 1))
    return g_strconcat (date + 1, " BC", NULL);
  return g_strdup (date);
}

/* The dates that several give to one event, [{"year": 1512, …}, {"year": 1513, …}]: the first, or one
 * of the first two. Returns: (transfer full) (nullable) */
static char *
dup_told_dates (const DlLiteral *list)
{
  DlLiteralIter    iter;
  DlLiteral        element;
  g_autofree char *first = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  dl_literal_iter_init (&iter, list);
  while (other == NULL && dl_literal_iter_next (&iter, NULL, &element))
    {
      g_autofree char *date = element.kind == DL_LITERAL_OBJECT ? dup_first (&element, dates, FALSE) : NULL;

      if (date == NULL || g_strcmp0 (date, first) == 0)
        continue;
      if (first == NULL)
        first = g_steal_pointer (&date);
      else
        other = dup_spoken (date);
    }
  if (other == NULL)
    return g_steal_pointer (&first);
  one = dup_spoken (first);
  return g_strconcat (one, " or ", other, NULL);
}

/* The same of such a list in another, as references have it: [[1905, 6, 30]] */
static char *
dup_date (const char *name, const DlLiteral *value)
{
  DlLiteralIter iter;
  DlLiteral     inner;
  guint         rank;
  DlRowMeaning  meaning;

  /* Tags, say, which all rows may have. */
  dl_literal_iter_init (&iter, value);
  if (!dl_literal_iter_next (&iter, NULL, &inner) ||
      (inner.kind != DL_LITERAL_LIST && inner.kind != DL_LITERAL_NUMBER && inner.kind != DL_LITERAL_OBJECT))
    return NULL;
  meaning = dl_row_name_get_meaning (name, &rank);
  if (meaning != DL_ROW_START && meaning != DL_ROW_END)
    return NULL;
  if (inner.kind == DL_LITERAL_LIST)
    return dup_parts (&inner);
  if (inner.kind == DL_LITERAL_OBJECT)
    return dup_told_dates (value);
  return dl_literal_count (value, 2) > 1 ? dup_parts (value) : NULL;
}

char *
dl_row_cell_dup (const char *name, const DlLiteral *value, GString *joined)
{
  DlLiteralIter iter;
  DlLiteral     element;
  char         *date;

  if (value->kind != DL_LITERAL_LIST)
    return dl_literal_dup_trimmed (value);
  date = dup_date (name, value);
  if (date != NULL)
    return date;
  g_string_truncate (joined, 0);
  dl_literal_iter_init (&iter, value);
  for (guint n = 0; n < DL_ROW_MAX_ELEMENTS && dl_literal_iter_next (&iter, NULL, &element); n++)
    {
      guint            rank;
      g_autofree char *text = element.kind != DL_LITERAL_OBJECT ? dl_literal_dup_trimmed (&element)
                              : dl_row_name_get_meaning (name, &rank) == DL_ROW_SOURCE ? dup_link (&element)
                                                                                       : dup_name (&element);

      if (text == NULL)
        continue;
      g_string_append (joined, joined->len > 0 ? DL_ROW_SEPARATOR : "");
      g_string_append (joined, text);
    }
  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}
