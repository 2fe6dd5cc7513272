/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of JSON as the texts of cells. */
#include "formats/rows/dl-row-cells.h"

#include <string.h>

#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows.h"

/* Year, month and day. */
#define MAX_DATE_PARTS 3

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
      whole = names[i + 1] == NULL ? dup_full_name (object) : NULL;
      if (whole != NULL)
        g_free (text);
      return whole != NULL ? whole : text;
    }
  return dup_full_name (object);
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
  if (!dl_literal_iter_next (&iter, NULL, &inner) || (inner.kind != DL_LITERAL_LIST && inner.kind != DL_LITERAL_NUMBER))
    return NULL;
  meaning = dl_row_name_get_meaning (name, &rank);
  if (meaning != DL_ROW_START && meaning != DL_ROW_END)
    return NULL;
  if (inner.kind == DL_LITERAL_LIST)
    return dup_parts (&inner);
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
