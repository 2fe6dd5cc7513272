/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "formats/literal/dl-literal-private.h"

/* The most arguments of a call that makes a date. */
#define MAX_ARGUMENTS 7
/* Of the years 1 to 9999; GDateTime fails hard beyond. */
#define FIRST_MILLISECOND -62135596800000.0
#define LAST_MILLISECOND 253402300799999.0

/* The numbers of a call of `Date (…)`: how many; 0 where one is none. */
static guint
read_arguments (DlLiteralWalk *walk, double *numbers)
{
  guint n = 0;

  while (n < MAX_ARGUMENTS)
    {
      DlLiteral argument = { walk->text, walk->length, walk->at, DL_LITERAL_NOTHING };

      argument.kind = dl_literal_walk_skip_plain_value (walk);
      if (!dl_literal_get_number (&argument, &numbers[n]))
        return 0;
      n++;
      dl_literal_walk_skip_space (walk);
      if (dl_literal_walk_peek (walk) != ',')
        return dl_literal_walk_peek (walk) == ')' || dl_literal_walk_peek (walk) == ']' ? n : 0;
      walk->at++;
      dl_literal_walk_skip_space (walk);
    }
  return 0;
}

/* `%Y` has no leading zeros everywhere. Returns: (transfer full) */
static char *
format_time (GDateTime *then, const char *format)
{
  g_autofree char *time = g_date_time_format (then, format);
  int              year;
  int              month;
  int              day;

  g_date_time_get_ymd (then, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, time);
}

/* Months and what is smaller may be beyond their range, as JavaScript allows;
 * then they are counted on. Returns: (transfer full) (nullable) */
static char *
dup_date (const double *numbers, guint n, gboolean utc)
{
  double      values[MAX_ARGUMENTS] = { 0, 0, 1, 0, 0, 0, 0 };
  gint64      year;
  gint64      month;
  const char *sign;
  double      days;
  guint       i;

  for (i = 0; i < n; i++)
    {
      if (!(fabs (numbers[i]) < 1e9) || numbers[i] != floor (numbers[i]))
        return NULL;
      values[i] = numbers[i];
    }
  year = (gint64) values[0];
  /* As `Date` has it. */
  if (year >= 0 && year <= 99)
    year += 1900;
  month = (gint64) values[1];
  year += (gint64) floor ((double) month / 12);
  month -= (gint64) floor ((double) month / 12) * 12;
  if (year < -9999 || year > 9999)
    return NULL;
  sign = year < 0 ? "-" : "";
  if (values[2] < 1 || values[2] > 28 || values[3] < 0 || values[3] > 23 || values[4] < 0 || values[4] > 59 ||
      values[5] < 0 || values[5] > 59)
    {
      g_autoptr (GDateTime) first = NULL;
      g_autoptr (GDateTime) then = NULL;

      if (year >= 1)
        first = g_date_time_new_utc ((int) year, (int) month + 1, 1, 0, 0, 0);
      /* A year before them may well end with its 31 days. */
      else if (values[2] >= 1 && values[2] <= 31 && n <= 3)
        return g_strdup_printf ("%s%04d-%02d-%02d", sign, (int) ABS (year), (int) month + 1, (int) values[2]);
      if (first == NULL || fabs (values[2]) > 1e6 || fabs (values[3]) > 1e7 || fabs (values[4]) > 1e8)
        return NULL;
      /* Not beyond what GDateTime can tell. */
      days = (double) year * 365 + values[2] + values[3] / 24 + values[4] / 1440 + values[5] / 86400;
      if (days < 3 * 365 || days > 9998.0 * 365)
        return NULL;
      then = g_date_time_add_full (first, 0, 0, (int) values[2] - 1, (int) values[3], (int) values[4], values[5]);
      if (then == NULL)
        return NULL;
      return format_time (then, n <= 3 ? "" : utc ? "T%H:%M:%SZ" : "T%H:%M:%S");
    }
  if (n <= 2)
    return g_strdup_printf ("%s%04d-%02d-01", sign, (int) ABS (year), (int) month + 1);
  if (n == 3)
    return g_strdup_printf ("%s%04d-%02d-%02d", sign, (int) ABS (year), (int) month + 1, (int) values[2]);
  return g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d:%02d%s", sign, (int) ABS (year), (int) month + 1, (int) values[2],
                          (int) values[3], (int) values[4], (int) values[5], utc ? "Z" : "");
}

/* The three numbers of @text in the order that @format tells, "DD.MM.YYYY", as
 * a day. Returns: (transfer full) (nullable): NULL where they are not these three */
static char *
dup_formatted (const char *text, const char *format)
{
  static const char letters[] = "YMD";
  gint64            parts[3] = { 0 };
  guint             n = 0;

  for (const char *at = format; *at != '\0'; at++)
    {
      const char *letter = strchr (letters, g_ascii_toupper (*at));
      char       *end;

      if (letter == NULL && g_ascii_isalpha (*at))
        return NULL;
      if (letter == NULL || (at > format && at[-1] == *at))
        continue;
      while (*text != '\0' && !g_ascii_isdigit (*text))
        text++;
      if (*text == '\0' || parts[letter - letters] != 0)
        return NULL;
      parts[letter - letters] = g_ascii_strtoll (text, &end, 10);
      text = end;
      n++;
    }
  if (n != 3 || parts[0] < 1000 || parts[0] > 9999 || parts[1] > 12 || parts[2] > 31)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", (int) parts[0], (int) parts[1], (int) parts[2]);
}

/* A date in quotes, and the format that may come behind it. Returns: (transfer full) (nullable) */
static char *
dup_quoted (DlLiteralWalk *walk)
{
  DlLiteral        argument = { walk->text, walk->length, walk->at, DL_LITERAL_NOTHING };
  DlLiteral        second = argument;
  g_autofree char *text = NULL;
  g_autofree char *format = NULL;
  char            *day = NULL;

  argument.kind = dl_literal_walk_skip_plain_value (walk);
  if (argument.kind != DL_LITERAL_STRING)
    return NULL;
  text = dl_literal_dup_text (&argument);
  dl_literal_walk_skip_space (walk);
  if (text != NULL && dl_literal_walk_peek (walk) == ',')
    {
      walk->at++;
      dl_literal_walk_skip_space (walk);
      second.at = walk->at;
      second.kind = dl_literal_walk_skip_plain_value (walk);
      format = second.kind == DL_LITERAL_STRING ? dl_literal_dup_text (&second) : NULL;
      day = format != NULL ? dup_formatted (text, format) : NULL;
      /* Whether it is strict, or a language. */
      for (dl_literal_walk_skip_space (walk); dl_literal_walk_peek (walk) == ','; dl_literal_walk_skip_space (walk))
        {
          walk->at++;
          dl_literal_walk_skip_space (walk);
          if (dl_literal_walk_skip_plain_value (walk) == DL_LITERAL_NOTHING)
            break;
        }
    }
  return day != NULL ? day : g_steal_pointer (&text);
}

/* Whether nothing but the brackets of the calls follows: a date that is counted on,
 * `new Date (moment ("2014-05-01").add (1, "day"))`, is another. */
static gboolean
is_closed (DlLiteralWalk *walk, guint n_open)
{
  for (; n_open > 0; n_open--)
    {
      dl_literal_walk_skip_space (walk);
      if (dl_literal_walk_peek (walk) != ')' && dl_literal_walk_peek (walk) != ']')
        return FALSE;
      walk->at++;
      dl_literal_walk_skip_conversion (walk);
    }
  return TRUE;
}

char *
dl_literal_date_dup_text (const DlLiteral *literal)
{
  DlLiteralWalk walk = { literal->text, literal->length, literal->at, NULL };
  double        numbers[MAX_ARGUMENTS];
  gsize         start = walk.at;
  guint         n_open;
  gboolean      utc;
  guint         n;

  if (!dl_literal_walk_skip_date_call (&walk))
    return NULL;
  /* `new Date (Date.UTC (2014, 3, 1))` */
  for (n_open = 1; dl_literal_walk_skip_date_call (&walk); n_open++)
    ;
  utc = g_strstr_len (walk.text + start, (gssize) (walk.at - start), "UTC") != NULL ||
        g_strstr_len (walk.text + start, (gssize) (walk.at - start), "utc") != NULL;
  if (dl_literal_walk_peek (&walk) == '"' || dl_literal_walk_peek (&walk) == '\'' ||
      dl_literal_walk_peek (&walk) == '`')
    {
      g_autofree char *text = dup_quoted (&walk);

      return is_closed (&walk, n_open) ? g_steal_pointer (&text) : NULL;
    }
  /* `moment ([2014, 3, 1])` */
  if (dl_literal_walk_peek (&walk) == '[')
    {
      walk.at++;
      dl_literal_walk_skip_space (&walk);
      n_open++;
    }
  n = read_arguments (&walk, numbers);
  if (n == 0 || !is_closed (&walk, n_open))
    return NULL;
  if (n == 1)
    {
      g_autoptr (GDateTime) then = NULL;

      /* Milliseconds since 1970. */
      if (!(numbers[0] >= FIRST_MILLISECOND && numbers[0] <= LAST_MILLISECOND))
        return NULL;
      then = g_date_time_new_from_unix_utc ((gint64) floor (numbers[0] / 1000));
      return then == NULL ? NULL : format_time (then, "T%H:%M:%SZ");
    }
  return dup_date (numbers, n, utc);
}
