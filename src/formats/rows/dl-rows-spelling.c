/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates of rows that are read only with what stands in other rows, or without what stands behind them. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

#define WIDE_OPEN "\xef\xbc\x88"  /* （ */
#define WIDE_CLOSE "\xef\xbc\x89" /* ） */
#define MIN_REMARK_WORDS 4

/* Reads "1920.8" and "1920.8.15". Returns: how many points it has, or 0 */
static guint
count_points (const char *text)
{
  const char *at = text;
  guint       n = 0;

  if (strspn (at, DL_ROWS_DIGITS) != 4)
    return 0;
  for (at += 4; *at == '.'; n++)
    {
      gsize digits = strspn (at + 1, DL_ROWS_DIGITS);
      int   value = (int) g_ascii_strtoll (at + 1, NULL, 10);

      if (digits < 1 || digits > 2 || value < 1 || value > (n == 0 ? 12 : 31))
        return 0;
      at += 1 + digits;
    }
  return *at == '\0' && n <= 2 ? n : 0;
}

gboolean
dl_rows_is_pointed_day (const char *text)
{
  return count_points (text) == 2;
}

gboolean
dl_rows_is_month_day (const char *text)
{
  int month = (int) g_ascii_strtoll (text, NULL, 10);
  int day;

  if (strspn (text, DL_ROWS_DIGITS) != 2 || text[2] != '-' || strspn (text + 3, DL_ROWS_DIGITS) != 2 || text[5] != '\0')
    return FALSE;
  day = (int) g_ascii_strtoll (text + 3, NULL, 10);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* "1920.8" as EDTF. Returns: (transfer full) (nullable): NULL where it is no such month */
static char *
dup_pointed_month (const char *text)
{
  if (count_points (text) != 1)
    return NULL;
  return g_strdup_printf ("%.4s-%02d", text, (int) g_ascii_strtoll (text + 5, NULL, 10));
}

/* Whether so many words stand in it that it is a remark, whatever numbers it has. */
static gboolean
is_sentence (const char *text)
{
  guint n_words = 0;
  guint n_letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      n_letters = g_unichar_isalpha (g_utf8_get_char (at)) ? n_letters + 1 : 0;
      n_words += n_letters == 2 ? 1 : 0;
    }
  return n_words >= MIN_REMARK_WORDS;
}

/* Whether it says how long something is, in brackets: "[2 years]", "(1 yr 3 mos)". */
static gboolean
is_duration (const char *text)
{
  static const char *const units[] = { "year", "yr", "month", "mo", "week", "day", "hour", "hr", "min" };
  gboolean                 found = FALSE;

  for (text++; strchr (")]", *text) == NULL; found = TRUE)
    {
      gsize digits = strspn (text, DL_ROWS_DIGITS);
      guint unit = 0;

      text += digits + strspn (text + digits, " +.");
      while (unit < G_N_ELEMENTS (units) && !g_str_has_prefix (text, units[unit]))
        unit++;
      if (digits == 0 || unit == G_N_ELEMENTS (units))
        return FALSE;
      while (g_ascii_isalpha (*text))
        text++;
      text += strspn (text, " ,");
    }
  return found;
}

char *
dl_rows_dup_without_remark (const char *text)
{
  gboolean    wide = g_str_has_suffix (text, WIDE_CLOSE);
  const char *open = wide                           ? g_strrstr (text, WIDE_OPEN)
                     : g_str_has_suffix (text, "]") ? strrchr (text, '[')
                     : g_str_has_suffix (text, ")") ? strrchr (text, '(')
                                                    : NULL;
  gboolean    letters = FALSE;

  if (open == NULL || open == text)
    return NULL;
  if (!wide && is_duration (open))
    return g_strchomp (g_strndup (text, (gsize) (open - text)));
  for (const char *at = open; *at != '\0'; at = g_utf8_next_char (at))
    {
      /* "(1920)" beside a year of another calendar, "(Oct. 5 O.S.)" are dates themselves. */
      if (g_ascii_isdigit (*at) && !is_sentence (open))
        return NULL;
      letters = letters || g_unichar_isalpha (g_utf8_get_char (at));
    }
  return letters ? g_strchomp (g_strndup (text, (gsize) (open - text))) : NULL;
}

char *
dl_rows_dup_spelt (const DlRowColumn *column, const char *text)
{
  DlDateWordsContext context = { .bare_years = column->bare, .order = column->order, .foreign = TRUE };
  g_autofree char   *month = column->n_pointed > 0 ? dup_pointed_month (text) : NULL;
  g_autofree char   *without = month == NULL ? dl_rows_dup_without_remark (text) : NULL;
  g_autofree char   *edtf = NULL;

  if (month != NULL)
    return g_steal_pointer (&month);
  if (without == NULL)
    return NULL;
  edtf = dl_date_words_to_edtf (text, &context, NULL, NULL);
  return edtf == NULL ? g_steal_pointer (&without) : NULL;
}

char *
dl_rows_dup_counted_on (const char *text)
{
  gsize digits = *text == '-' ? strspn (text + 1, DL_ROWS_DIGITS) : 0;
  gsize rest;

  if (digits < 1 || digits > 4 || text[1] == '0' || text[1 + digits] == '\0' ||
      strchr ("-/", text[1 + digits]) == NULL || !g_ascii_isdigit (text[2 + digits]) ||
      strspn (text + 2 + digits, DL_ROWS_DIGITS) > 2)
    return NULL;
  rest = strspn (text + 1 + digits, DL_ROWS_DIGITS "-/");
  if (text[1 + digits + rest] != '\0' || rest < 4 || (digits == 4 && rest == strlen ("-01-31") && text[5] == '-'))
    return NULL;
  return g_strdup_printf ("-%04" G_GINT64_FORMAT "%s", g_ascii_strtoll (text + 1, NULL, 10) - 1, text + 1 + digits);
}

gboolean
dl_rows_is_span_of_years (const char *text)
{
  gsize       first = *text == '-' ? strspn (text + 1, DL_ROWS_DIGITS) : 0;
  const char *slash = text + 1 + first;
  gsize       minus;
  gsize       second;

  if (first == 0 || first >= DL_ROWS_YEAR_DIGITS || *slash != '/')
    return FALSE;
  minus = slash[1] == '-' ? 1 : 0;
  second = strspn (slash + 1 + minus, DL_ROWS_DIGITS);
  /* "-44/03" is a month. */
  return second > (minus > 0 ? 0 : 2) && second <= DL_ROWS_YEAR_DIGITS && slash[1 + minus + second] == '\0';
}

char *
dl_rows_dup_both_years (const char *text)
{
  gsize  digits = strspn (text, DL_ROWS_DIGITS);
  gsize  rest = digits == 4 && text[4] == '/' ? strspn (text + 5, DL_ROWS_DIGITS) : 0;
  gint64 first = g_ascii_strtoll (text, NULL, 10);
  gint64 unit = rest == 1 ? 10 : 100;

  if (rest < 1 || rest > 2 || text[5 + rest] != '\0' || (first + 1) % unit != g_ascii_strtoll (text + 5, NULL, 10))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, first, first + 1);
}
