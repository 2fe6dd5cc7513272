/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of JSON as the texts of cells. */
#include "formats/rows/dl-row-cells.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows.h"

/* Year, month and day. */
#define MAX_DATE_PARTS 3
#define MAX_NAMES 8
/* Of a source: its address and its publisher. */
#define N_TOLD 2
/* Longer ones are codes: of a time of a computer, of a record. */
#define MAX_NUMBER_BYTES 8
#define MAX_WORD_BYTES 24

/* Whose it is, and when: {"year": -1194, "source": "…"}. */
static const char *const makers[] = { "speaker", "author", "artist", "by", NULL };
static const char *const full_names[] = { "firstname", "given",  "first_name", "surname",
                                          "lastname",  "family", "last_name",  NULL };
static const char *const dates[] = { "date", "year", "start", "from", NULL };

/* "Jane Doe" of what has her names apart. Returns: (transfer full) (nullable) */
static char *
dup_full_name (const DlLiteral *object)
{
  DlLiteral           values[G_N_ELEMENTS (full_names)];
  g_autoptr (GString) whole = g_string_new (NULL);

  dl_literal_get_members (object, full_names, values);
  for (guint i = 0; full_names[i] != NULL; i++)
    {
      g_autofree char *text = dl_literal_dup_trimmed (&values[i]);

      if (text != NULL)
        g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", text);
    }
  return whole->len > 0 ? g_string_free (g_steal_pointer (&whole), FALSE) : NULL;
}

/* The first of an object's members that has a text. @names: MAX_NAMES at most, and NULL; @strings: whether it
 * must be written as one; @used: (out) (optional): that member. Returns: (transfer full) (nullable) */
static char *
dup_first (const DlLiteral *object, const char *const *names, gboolean strings, DlLiteral *used)
{
  DlLiteral values[MAX_NAMES];
  char     *text = NULL;

  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL && text == NULL; i++)
    {
      text = !strings || values[i].kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&values[i]) : NULL;
      if (text != NULL && used != NULL)
        *used = values[i];
    }
  return text;
}

/* What of an object is its name. @used: (out): the member; or nothing where its name is made of several, or it has
 * none. Returns: (transfer full) (nullable) */
static char *
dup_name (const DlLiteral *object, DlLiteral *used)
{
  static const char *const names[] = { "name", "title", "headline", "label", "text", "caption",
                                       "post", "value", "url",      "href",  "id",   NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];

  *used = (DlLiteral){ 0 };
  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = dl_literal_dup_trimmed (&values[i]);
      /* A number of it is the last that tells anybody anything. */
      char *whole = text != NULL && names[i + 1] == NULL ? dup_full_name (object) : NULL;

      if (whole != NULL)
        return whole;
      if (text == NULL)
        continue;
      *used = values[i];
      return g_steal_pointer (&text);
    }
  return dup_full_name (object);
}

gboolean
dl_row_cell_says_something (const DlLiteral *value)
{
  g_autofree char *text = NULL;
  gsize            digits;

  if (value->kind == DL_LITERAL_LIST)
    {
      DlLiteralIter iter;
      DlLiteral     element;

      dl_literal_iter_init (&iter, value);
      while (dl_literal_iter_next (&iter, NULL, &element))
        if (element.kind == DL_LITERAL_OBJECT || dl_row_cell_says_something (&element))
          return TRUE;
      return FALSE;
    }
  if (value->kind != DL_LITERAL_STRING && value->kind != DL_LITERAL_NUMBER)
    return FALSE;
  text = dl_literal_dup_trimmed (value);
  if (text == NULL || strchr ("<&#/", *text) != NULL || strstr (text, "://") != NULL)
    return FALSE;
  digits = strspn (text, "0123456789.");
  if (text[digits] == '\0')
    return digits <= MAX_NUMBER_BYTES;
  return strchr (text, ' ') != NULL || strlen (text) <= MAX_WORD_BYTES || !g_str_is_ascii (text);
}

static gboolean
is_one_of (const DlLiteral *key, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (dl_literal_is (key, names[i]))
      return TRUE;
  return FALSE;
}

/* How much of an object's members is told with its name. */
typedef enum
{
  DETAILS_MAKER,   /* whose it is; of one without a name its phrases */
  DETAILS_PHRASES, /* these of any */
  DETAILS_ALL,
} Details;

/* The texts of a list that has nothing else, with commas between. Returns: (transfer full) (nullable) */
static char *
dup_texts (const DlLiteral *list)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           element;

  dl_literal_iter_init (&iter, list);
  for (guint n = 0; n < DL_ROW_MAX_ELEMENTS && dl_literal_iter_next (&iter, NULL, &element); n++)
    {
      g_autofree char *text = dl_literal_dup_trimmed (&element);

      if (element.kind == DL_LITERAL_OBJECT || element.kind == DL_LITERAL_LIST)
        return NULL;
      if (text != NULL)
        g_string_append_printf (texts, "%s%s", texts->len > 0 ? ", " : "", text);
    }
  return texts->len > 0 ? g_string_free (g_steal_pointer (&texts), FALSE) : NULL;
}

/* A member of an object that is told with its name, or NULL. */
static char *
dup_detail (const DlLiteral *key, const DlLiteral *value, Details details, DlRowKeepFunc keep, gpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *text = value->kind == DL_LITERAL_LIST     ? details == DETAILS_ALL ? dup_texts (value) : NULL
                          : value->kind != DL_LITERAL_OBJECT ? dl_literal_dup_trimmed (value)
                                                             : NULL;
  gboolean         string = value->kind == DL_LITERAL_STRING && text != NULL;

  if (string && (is_one_of (key, makers) || (details == DETAILS_PHRASES && strchr (text, ' ') != NULL)))
    return g_steal_pointer (&text);
  if (text == NULL || details != DETAILS_ALL)
    {
      if (text != NULL || dl_literal_count (value, 1) > 0)
        keep (data, key, NULL);
      return NULL;
    }
  if (!keep (data, key, value))
    return NULL;
  if (string && strchr (text, ' ') != NULL)
    return g_steal_pointer (&text);
  name = dl_literal_dup_trimmed (key);
  return g_strdup_printf (_ ("%s: %s"), name != NULL ? name : "", text);
}

static gboolean
is_told (const DlLiteral told[N_TOLD], const DlLiteral *value)
{
  for (guint i = 0; i < N_TOLD; i++)
    if (told[i].kind != DL_LITERAL_NOTHING && told[i].at == value->at)
      return TRUE;
  return FALSE;
}

/* What stands for an object: its name, with what else it says in brackets: "A talk (Jane Doe)". An object without a
 * name has nothing but that: "p. 60, part two" of a citation. @told: the values of members that
 * are told elsewhere.
 * Returns: (transfer full) (nullable) */
static char *
dup_object (const DlLiteral *object, Details details, const DlLiteral told[N_TOLD], DlRowKeepFunc keep, gpointer data)
{
  DlLiteral           used;
  g_autofree char    *name = dup_name (object, &used);
  gboolean            full_name = name != NULL && used.kind == DL_LITERAL_NOTHING;
  g_autoptr (GString) rest = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           key;
  DlLiteral           value;

  if (name == NULL && details == DETAILS_MAKER)
    details = DETAILS_PHRASES;
  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *text = NULL;

      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_OTHER ||
          (used.kind != DL_LITERAL_NOTHING && value.at == used.at) || (full_name && is_one_of (&key, full_names)) ||
          is_told (told, &value))
        continue;
      text = dup_detail (&key, &value, details, keep, data);
      if (text != NULL && g_strcmp0 (text, name) != 0)
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", text);
    }
  if (rest->len == 0)
    return g_steal_pointer (&name);
  /* Translators: a thing, and who made it. */
  return name != NULL ? g_strdup_printf (C_ ("thing and maker", "%s (%s)"), name, rest->str)
                      : g_string_free (g_steal_pointer (&rest), FALSE);
}

/* The same of a source, whose address is wanted, too, and who published it. */
static char *
dup_link (const DlLiteral *object, DlRowKeepFunc keep, gpointer data)
{
  static const char *const addresses[] = { "url", "href", "link", "src", NULL };
  static const char *const publishers[] = { "credit", "credits", "copyright", "publisher", NULL };
  DlLiteral                told[N_TOLD] = { { 0 }, { 0 } };
  g_autofree char         *address = dup_first (object, addresses, TRUE, &told[0]);
  g_autofree char         *publisher = dup_first (object, publishers, TRUE, &told[1]);
  g_autofree char         *name = NULL;
  g_autofree char         *link = NULL;

  /* A path within a site leads nowhere. */
  if (!dl_link_is_safe (address))
    {
      g_clear_pointer (&address, g_free);
      told[0] = (DlLiteral){ 0 };
    }
  name = dup_object (object, DETAILS_PHRASES, told, keep, data);
  if (name == NULL || address == NULL || strcmp (name, address) == 0)
    link = g_strdup (address != NULL ? address : name);
  else
    link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", address, name);
  return link != NULL && publisher != NULL ? g_strconcat (link, DL_ROW_PUBLISHER, publisher, NULL)
         : link != NULL                    ? g_steal_pointer (&link)
                                           : g_steal_pointer (&publisher);
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

/* Of an object nothing but @used is read. */
static void
leave_others (const DlLiteral *object, const DlLiteral *used, DlRowKeepFunc keep, gpointer data)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  if (object->kind == DL_LITERAL_NULL)
    return;
  if (object->kind != DL_LITERAL_OBJECT)
    {
      keep (data, NULL, NULL);
      return;
    }
  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    if (value.kind != DL_LITERAL_NULL && !(used->kind != DL_LITERAL_NOTHING && used->at == value.at))
      keep (data, &key, NULL);
}

/* The dates that several give to one event, [{"year": 1512, …}, {"year": 1513, …}]: the first, or one
 * of the first two. Returns: (transfer full) (nullable) */
static char *
dup_told_dates (const DlLiteral *list, DlRowKeepFunc keep, gpointer data)
{
  DlLiteralIter    iter;
  DlLiteral        element;
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  dl_literal_iter_init (&iter, list);
  while (dl_literal_iter_next (&iter, NULL, &element))
    {
      DlLiteral        used = { 0 };
      g_autofree char *date = element.kind == DL_LITERAL_OBJECT ? dup_first (&element, dates, FALSE, &used) : NULL;
      gboolean         known = date == NULL || g_strcmp0 (date, first) == 0 || g_strcmp0 (date, other) == 0;

      /* A third date is told with what is left. */
      if (!known && other != NULL)
        used = (DlLiteral){ 0 };
      leave_others (&element, &used, keep, data);
      if (known)
        continue;
      if (first == NULL)
        first = g_steal_pointer (&date);
      else if (other == NULL)
        other = g_steal_pointer (&date);
    }
  if (other == NULL)
    return g_steal_pointer (&first);
  one = dup_spoken (first);
  two = dup_spoken (other);
  return g_strconcat (one, " or ", two, NULL);
}

/* The parts of a date in a list of such lists, [[1905, 6, 30]]: where there are two these are start and end.
 * Returns: (transfer full) (nullable) */
static char *
dup_parts_of_two (const DlLiteral *list, DlRowKeepFunc keep, gpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  DlLiteralIter    iter;
  DlLiteral        inner;

  dl_literal_iter_init (&iter, list);
  for (guint n = 0; dl_literal_iter_next (&iter, NULL, &inner); n++)
    {
      g_autofree char *date = inner.kind == DL_LITERAL_LIST ? dup_parts (&inner) : NULL;

      if (n == 0)
        first = g_steal_pointer (&date);
      else if (n == 1 && date != NULL)
        last = g_steal_pointer (&date);
      else if (inner.kind != DL_LITERAL_NULL)
        keep (data, NULL, NULL);
    }
  return first != NULL && last != NULL ? g_strconcat (first, DL_ROW_SEPARATOR, last, NULL) : g_steal_pointer (&first);
}

/* The same of such a list in another, as references have it: [[1905, 6, 30]] */
static char *
dup_date (const char *name, const DlLiteral *value, DlRowKeepFunc keep, gpointer data)
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
    return dup_parts_of_two (value, keep, data);
  if (inner.kind == DL_LITERAL_OBJECT)
    return dup_told_dates (value, keep, data);
  return dl_literal_count (value, 2) > 1 ? dup_parts (value) : NULL;
}

/* How much of an object is told in a cell of this name. */
static Details
get_details (const char *name)
{
  guint        rank;
  DlRowMeaning meaning = dl_row_name_get_meaning (name, &rank);

  return meaning == DL_ROW_SOURCE                            ? DETAILS_PHRASES
         : meaning == DL_ROW_OTHER || meaning == DL_ROW_TEXT ? DETAILS_ALL
                                                             : DETAILS_MAKER;
}

/* The text of one that stands in a list, or alone. */
static char *
dup_element (const char *name, const DlLiteral *element, DlRowKeepFunc keep, gpointer data)
{
  g_autoptr (GString) joined = NULL;
  char               *text;

  if (element->kind == DL_LITERAL_OBJECT)
    {
      static const DlLiteral none[N_TOLD] = { { 0 }, { 0 } };
      Details                details = get_details (name);

      return details == DETAILS_PHRASES ? dup_link (element, keep, data)
                                        : dup_object (element, details, none, keep, data);
    }
  if (element->kind != DL_LITERAL_LIST)
    return dl_literal_dup_trimmed (element);
  joined = g_string_new (NULL);
  text = dl_row_cell_dup (name, element, joined, keep, data);
  return text != NULL ? g_strdelimit (text, DL_ROW_SEPARATOR, ' ') : NULL;
}

char *
dl_row_cell_dup (const char *name, const DlLiteral *value, GString *joined, DlRowKeepFunc keep, gpointer data)
{
  DlLiteralIter iter;
  DlLiteral     element;
  char         *date;

  if (value->kind != DL_LITERAL_LIST)
    return dup_element (name, value, keep, data);
  date = dup_date (name, value, keep, data);
  if (date != NULL)
    return date;
  g_string_truncate (joined, 0);
  dl_literal_iter_init (&iter, value);
  for (guint n = 0; dl_literal_iter_next (&iter, NULL, &element); n++)
    {
      g_autofree char *text = NULL;

      if (n >= DL_ROW_MAX_ELEMENTS)
        {
          keep (data, NULL, NULL);
          break;
        }
      text = dup_element (name, &element, keep, data);
      if (text == NULL)
        continue;
      g_string_append (joined, joined->len > 0 ? DL_ROW_SEPARATOR : "");
      g_string_append (joined, text);
    }
  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}
