/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-query.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date-query-words.h"
#include "time/dl-words-parts.h"
#include "time/dl-words.h"

#define SHOWN_LETTERS 60

typedef struct
{
  DlQueryLine   line;
  DlInstant     as_of;
  gboolean      has_as_of;
  DlInstant     now;
  DlInstant     reference;
  const DlZone *zone;
  const char   *text;
  GError      **error;
} Query;

/* Sentences for the reader */

static char *
shown_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\t\r\n", ' ');
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= SHOWN_LETTERS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, SHOWN_LETTERS);
  return g_strconcat (start, "…", NULL);
}

static char *
fail (Query *self, const char *message)
{
  if (self->error == NULL || *self->error == NULL)
    g_set_error_literal (self->error, DL_ERROR, DL_ERROR_INVALID_DATE, message);
  return NULL;
}

static char *
fail_unknown (Query *self)
{
  g_autofree char *shown = shown_text (self->text);
  g_autofree char *message = NULL;

  if (shown[0] == '\0')
    /* Translators: give examples that work in your language, besides the last. */
    return fail (self, _ ("Type a date, such as “25 October 2025”, “Oct 2025”, “1960s”, “44 BC” or “2025-10-25”."));
  /* Translators: {text} is what was typed; give examples that work in your
   * language, besides the last. */
  message = dl_words_fill (
    _ ("“{text}” could not be read as a date. Try “25 October 2025”, “Oct 2025”, “1960s”, “44 BC” or “2025-10-25”."),
    "text", shown, NULL);
  return fail (self, message);
}

static char *
fail_number (Query *self, const char *pattern, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *message = dl_words_fill (pattern, "number", digits, NULL);

  return fail (self, message);
}

static char *
fail_month (Query *self, gint64 month)
{
  return fail_number (self, _ ("There is no month {number}."), month);
}

static char *
fail_year (Query *self)
{
  return fail (self, _ ("There is no year 0: 1 BC is followed by AD 1."));
}

static char *
fail_day (Query *self, gint64 year, int month, gint64 day)
{
  DlCivil          civil = { .year = year, .month = (gint8) month, .day = 1 };
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, day);
  g_autofree char *month_words = dl_words_date (&civil, DL_UNIT_MONTH, FALSE, FALSE);
  /* Translators: for the 31st of February: February 2025 has no day 31. */
  g_autofree char *message = dl_words_fill (_ ("{month} has no day {day}."), "month", month_words, "day", digits, NULL);

  return fail (self, message);
}

/* Writing EDTF */

static void
append_year (GString *edtf, gint64 year)
{
  if (ABS (year) > 9999)
    g_string_append_printf (edtf, "Y%" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (edtf, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
}

static char *
finish (Query *self, GString *edtf)
{
  /* With a clock, or where "~" stands already, there is nothing to widen. */
  if (self->line.about && strpbrk (edtf->str, "~T/") == NULL)
    g_string_append_c (edtf, '~');
  return g_string_free (edtf, FALSE);
}

static char *
year_text (Query *self, gint64 year)
{
  GString *edtf = g_string_new (NULL);

  append_year (edtf, year);
  return finish (self, edtf);
}

/* A month, or with a @day that day; checks that there is such a thing. */
static char *
month_text (Query *self, gint64 year, gint64 month, gint64 day)
{
  GString *edtf;

  if (month < 1 || month > 12)
    return fail_month (self, month);
  if (day != 0 && (day < 1 || day > dl_calendar_days_in_month (year, (int) month)))
    return fail_day (self, year, (int) month, day);
  if (year < -9999 || year > 9999)
    return fail_unknown (self);
  if (day != 0 && self->line.weekday >= 0 && self->line.weekday != dl_calendar_weekday (year, (int) month, (int) day))
    {
      DlCivil          civil = { .year = year, .month = (gint8) month, .day = (gint8) day };
      g_autofree char *words = dl_words_date (&civil, DL_UNIT_DAY, FALSE, FALSE);
      /* Translators: where another weekday was typed: 25 October 2025 is a Saturday. */
      g_autofree char *message =
        dl_words_fill (_ ("{date} is a {weekday}."), "date", words, "weekday",
                       dl_words_weekday (dl_calendar_weekday (year, (int) month, (int) day), FALSE), NULL);

      return fail (self, message);
    }
  if (day == 0 && (self->line.weekday >= 0 || self->line.clock >= 0))
    return fail_unknown (self);

  edtf = g_string_new (NULL);
  append_year (edtf, year);
  g_string_append_printf (edtf, "-%02d", (int) month);
  if (day != 0)
    g_string_append_printf (edtf, "-%02d", (int) day);
  if (self->line.clock >= 0)
    g_string_append_printf (edtf, "T%02d:%02d", self->line.clock / 3600, self->line.clock / 60 % 60);
  if (self->line.clock >= 0 && self->line.has_seconds)
    g_string_append_printf (edtf, ":%02d", self->line.clock % 60);
  return finish (self, edtf);
}

static char *
day_text (Query *self, DlInstant instant, gint64 shift)
{
  DlCivil civil = dl_zone_to_civil (self->zone, instant);

  civil = dl_calendar_add (&civil, DL_UNIT_DAY, shift);
  return month_text (self, civil.year, civil.month, civil.day);
}

static char *
as_of_text (Query *self)
{
  if (!self->has_as_of)
    return fail (self, _ ("This timeline has no as-of date."));
  /* Its marker stands at the end of the day. */
  return day_text (self, self->as_of.nanos == 0 ? dl_instant_add (self->as_of, -1) : self->as_of, 0);
}

static char *
now_text (Query *self)
{
  DlCivil  civil = dl_calendar_from_instant (self->now);
  GString *edtf;

  if (civil.year < 1 || civil.year > 9999 || self->line.clock >= 0 || self->line.weekday >= 0)
    return fail_unknown (self);
  edtf = g_string_new (NULL);
  append_year (edtf, civil.year);
  g_string_append_printf (edtf, "-%02d-%02dT%02d:%02d:%02dZ", civil.month, civil.day, civil.hour, civil.minute,
                          civil.second);
  return finish (self, edtf);
}

/* All years of a decade, century or millennium of @digits hidden digits. */
static char *
hidden_text (Query *self, gint64 first_digits, gboolean before, int hidden)
{
  GString *edtf = g_string_new (NULL);

  g_string_append_printf (edtf, "%s%0*d", before ? "-" : "", 4 - hidden, (int) first_digits);
  while (hidden-- > 0)
    g_string_append_c (edtf, 'X');
  return finish (self, edtf);
}

static int
count_digits (gint64 number)
{
  int digits = 1;

  while (number >= 10)
    {
      number /= 10;
      digits++;
    }
  return digits;
}

/* A year of deep time, as exact as its words: `~` widens it by the last digit
 * that they gave. */
static char *
deep_text (Query *self, gint64 magnitude, gint64 unit)
{
  GString *edtf = g_string_new (NULL);

  /* Of round numbers two digits are meant. */
  while (magnitude / unit >= 100 && magnitude / unit % 10 == 0)
    unit *= 10;
  g_string_append_printf (edtf, "Y-%" G_GINT64_FORMAT, magnitude / unit);
  if (unit > 1)
    g_string_append_printf (edtf, "E%d", count_digits (unit) - 1);
  g_string_append_c (edtf, '~');
  return finish (self, edtf);
}

static char *
ago_text (Query *self, gint64 years, gint64 unit)
{
  GString *edtf;
  gint64   year;
  int      digits;

  /* Where millions are counted, the years since Christ are not. */
  if (years >= DL_MILLION)
    return deep_text (self, years, unit);
  year = dl_zone_to_civil (self->zone, self->now).year - years;
  edtf = g_string_new (NULL);
  append_year (edtf, year);
  while (years >= 10000 && unit < years && years % (unit * 10) == 0)
    unit *= 10;
  digits = count_digits (ABS (year)) - count_digits (unit) + 1;
  if (years >= 10000 && unit > 1)
    g_string_append_printf (edtf, "S%d", MAX (digits, 1));
  g_string_append_c (edtf, '~');
  return finish (self, edtf);
}

/* Reading the shape */

static gint64
value_at (const Query *self, int i)
{
  return self->line.tokens[i].value;
}

static void
shape_of (const Query *self, char shape[DL_QUERY_MAX_TOKENS + 1])
{
  gboolean has_month = FALSE;
  int      i;

  for (i = 0; i < self->line.n; i++)
    has_month = has_month || self->line.tokens[i].code == 'M';
  for (i = 0; i < self->line.n; i++)
    /* Beside a month, a number of one or two digits is a day. */
    shape[i] = has_month && self->line.tokens[i].code == 'n' ? 'D' : self->line.tokens[i].code;
  shape[i] = '\0';
}

static gboolean
reads_month_first (void)
{
  const char *name = setlocale (LC_TIME, NULL);

  /* The C locale has American dates, but says nothing about the reader. */
  if (name == NULL || strcmp (name, "POSIX") == 0 || strcmp (name, "C") == 0 || g_str_has_prefix (name, "C."))
    return FALSE;
  return dl_date_format_is_month_first (nl_langinfo (D_FMT));
}

gboolean
dl_date_format_is_month_first (const char *format)
{
  const char *at;

  g_return_val_if_fail (format != NULL, FALSE);

  /* ISO 8601, as in Sweden, says nothing about days before a year. */
  if (strcmp (format, "%Y-%m-%d") == 0)
    return FALSE;
  for (at = strchr (format, '%'); at != NULL; at = strchr (at, '%'))
    {
      at++;
      /* Flags of glibc, and other digits (%Od). */
      while (*at != '\0' && strchr ("-_0^#EO", *at) != NULL)
        at++;
      if (*at == '\0')
        break;
      if (strchr ("mbBhD", *at) != NULL)
        return TRUE;
      if (strchr ("de", *at) != NULL)
        return FALSE;
      at++;
    }
  return FALSE;
}

/* 25/10/2025, 10/25/2025, 25.10.2025 */
static char *
numeric_text (Query *self, char separator)
{
  gint64 first = value_at (self, 0);
  gint64 second = value_at (self, 2);
  gint64 year = value_at (self, 4);

  if (first > 12 && second > 12)
    return fail_month (self, MIN (first, second));
  if (first > 12)
    return month_text (self, year, second, first);
  /* Points part dates only where the day comes first. */
  if (second > 12 || (separator != '.' && reads_month_first ()))
    return month_text (self, year, first, second);
  return month_text (self, year, second, first);
}

static char *
century_text (Query *self, gint64 number, gboolean before, int hidden)
{
  gint64 last = hidden == 2 ? 100 : 10;

  if (number < 1 || number > last)
    return fail_unknown (self);
  /* -00XX would leave out the year before AD 1, which is 0. */
  if (before && number == 1)
    return g_strdup (hidden == 2 ? "-0099/0000" : "-0999/0000");
  return hidden_text (self, number - 1, before, hidden);
}

static char *
decade_text (Query *self, gint64 year)
{
  if (year < 100 || year > 9999 || year % 10 != 0)
    return fail_unknown (self);
  if (year % 100 == 0)
    return hidden_text (self, year / 100, FALSE, 2);
  return hidden_text (self, year / 10, FALSE, 1);
}

/* A shape, and where year, month and day stand in it; -1 nowhere. */
typedef struct
{
  const char *shape;
  gint8       year;
  gint8       month;
  gint8       day;
} Places;

static const Places places[] = {
  { "M", -1, 0, -1 },   { "MY", 1, 0, -1 },   { "YM", 0, 1, -1 },   { "DM", -1, 1, 0 },  { "MD", -1, 0, 1 },
  { "DMY", 2, 1, 0 },   { "MDY", 2, 0, 1 },   { "YMD", 0, 1, 2 },   { "YDM", 0, 2, 1 },  { "Y-n", 0, 2, -1 },
  { "Y/n", 0, 2, -1 },  { "Y.n", 0, 2, -1 },  { "n-Y", 2, 0, -1 },  { "n/Y", 2, 0, -1 }, { "n.Y", 2, 0, -1 },
  { "Y-n-n", 0, 2, 4 }, { "Y/n/n", 0, 2, 4 }, { "Y.n.n", 0, 2, 4 },
};

static char *
placed_text (Query *self, const Places *place)
{
  gint64 year = place->year >= 0 ? value_at (self, place->year) : dl_zone_to_civil (self->zone, self->reference).year;
  gint64 day = place->day >= 0 ? value_at (self, place->day) : 0;

  /* Day 0 is one that was typed. */
  if (place->day >= 0 && day == 0)
    day = -1;
  if (day == -1)
    return fail_number (self, _ ("There is no day {number}."), 0);
  return month_text (self, year, value_at (self, place->month), day);
}

static char *
shape_text (Query *self, const char *shape)
{
  gboolean before = strchr (shape, 'b') != NULL;
  int      number = shape[0] == 'b' || shape[0] == 'a' || shape[0] == 'g' ? 1 : 0;
  gsize    i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (shape, places[i].shape) == 0)
      return placed_text (self, &places[i]);
  if (strcmp (shape, "n/n/Y") == 0 || strcmp (shape, "n.n.Y") == 0 || strcmp (shape, "n-n-Y") == 0)
    return numeric_text (self, shape[1]);
  if (strcmp (shape, "t") == 0)
    return day_text (self, self->now, value_at (self, 0));
  if (strcmp (shape, "A") == 0)
    return as_of_text (self);
  if (strcmp (shape, "N") == 0)
    return now_text (self);

  /* From here on no day, so no weekday and no clock. */
  if (self->line.weekday >= 0 || self->line.clock >= 0)
    return fail_unknown (self);
  if (strcmp (shape, "Y") == 0)
    return year_text (self, value_at (self, 0));
  if (strcmp (shape, "S") == 0)
    return decade_text (self, value_at (self, 0));
  if (strcmp (shape, "G") == 0)
    return ago_text (self, value_at (self, 0), self->line.tokens[0].unit);
  if (strcmp (shape, "H") == 0)
    return deep_text (self, value_at (self, 0), self->line.tokens[0].unit);
  if (strcmp (shape, "C") == 0 || strcmp (shape, "Cb") == 0 || strcmp (shape, "bC") == 0 || strcmp (shape, "gC") == 0 ||
      strcmp (shape, "Ca") == 0 || strcmp (shape, "aC") == 0)
    return century_text (self, value_at (self, number), before || shape[0] == 'g', 2);
  if (strcmp (shape, "L") == 0 || strcmp (shape, "Lb") == 0 || strcmp (shape, "bL") == 0 || strcmp (shape, "La") == 0 ||
      strcmp (shape, "aL") == 0)
    return century_text (self, value_at (self, number), before, 3);
  if (strcmp (shape, "n") == 0)
    /* Translators: for a number of one or two digits. */
    return fail_number (
      self,
      _ (
        "“{number}” alone is not clear: write “AD {number}” for the year, or all its digits, or a day with its month."),
      value_at (self, 0));
  return fail_unknown (self);
}

gboolean
dl_date_query_parse (const char   *text,
                     DlInstant     as_of,
                     gboolean      has_as_of,
                     DlInstant     now,
                     DlInstant     reference,
                     const DlZone *zone,
                     DlDate       *date,
                     GError      **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char   *stripped = NULL;
  g_autofree char   *edtf = NULL;
  char               shape[DL_QUERY_MAX_TOKENS + 1];
  DlDate             result;
  Query              self = { .as_of = as_of,
                              .has_as_of = has_as_of,
                              .now = now,
                              .reference = reference,
                              .zone = zone,
                              .text = text,
                              .error = &local };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (dl_date_parse (stripped, -1, &result, NULL))
    {
      dl_date_resolve (&result, zone);
      *date = result;
      return TRUE;
    }
  if (!dl_query_read_line (stripped, &self.line))
    fail_unknown (&self);
  else if (self.line.has_year_0)
    fail_year (&self);
  else
    {
      shape_of (&self, shape);
      edtf = shape_text (&self, shape);
    }
  /* What is too far for an instant, too. */
  if (edtf != NULL && !dl_date_parse (edtf, -1, &result, NULL))
    fail_unknown (&self);
  if (local != NULL || edtf == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  dl_date_resolve (&result, zone);
  *date = result;
  return TRUE;
}
