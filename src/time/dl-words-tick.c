/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>

#include "time/dl-words-parts.h"

/* Steps stand at whole years BC, as people count: 66,000,000 BC is said as
 * "66 million BC", which is what dl_words_year() makes of the round number. */
static char *
year_tick (gint64 year)
{
  if (year <= -999999 && (year - 1) % 1000 == 0)
    year--;
  return dl_words_year (year);
}

static char *
quarter_tick (const DlCivil *civil, DlTickForm form)
{
  g_autofree char *year = dl_words_year_in_date (civil->year);
  g_autofree char *quarter = g_strdup_printf ("%d", (civil->month - 1) / 3 + 1);

  if (form == DL_TICK_FULL)
    /* Translators: a quarter of a year: Q4 2025. */
    return dl_words_fill (C_ ("date", "Q{quarter} {year}"), "quarter", quarter, "year", year, NULL);
  /* Translators: a quarter under its year: Q4. */
  return dl_words_fill (C_ ("ruler", "Q{quarter}"), "quarter", quarter, NULL);
}

static char *
day_tick (const DlCivil *civil, DlTickForm form)
{
  g_autofree char *day = NULL;

  if (form == DL_TICK_FULL)
    return dl_words_date (civil, DL_UNIT_DAY, FALSE, FALSE);
  day = g_strdup_printf ("%d", civil->day);
  if (form == DL_TICK_WEEKDAY && dl_calendar_has_weekday (civil))
    /* Translators: a day on the ruler, under its month: 25 Sat; {day}日({weekday}) in Japanese. */
    return dl_words_fill (C_ ("ruler", "{day} {weekday}"), "day", day, "weekday",
                          dl_words_weekday (dl_calendar_weekday (civil->year, civil->month, civil->day), TRUE), NULL);
  /* Translators: a day on the ruler, under its month: only the number, unless
   * your language needs more. */
  return dl_words_fill (C_ ("ruler", "{day}"), "day", day, NULL);
}

char *
dl_words_tick (const DlCivil *civil, DlUnit unit, gint64 count, DlTickForm form)
{
  g_return_val_if_fail (civil != NULL, NULL);

  switch (unit)
    {
    case DL_UNIT_SECOND:
      return dl_words_clock (civil->hour, civil->minute, civil->second, DL_UNIT_SECOND);
    case DL_UNIT_MINUTE:
    case DL_UNIT_HOUR:
      return dl_words_clock (civil->hour, civil->minute, civil->second, DL_UNIT_MINUTE);
    case DL_UNIT_DAY:
    case DL_UNIT_WEEK:
      return day_tick (civil, form);
    case DL_UNIT_MONTH:
      if (form == DL_TICK_FULL)
        return dl_words_date (civil, DL_UNIT_MONTH, FALSE, FALSE);
      return g_strdup (dl_words_month (civil->month, form == DL_TICK_BRIEF));
    case DL_UNIT_QUARTER:
      return quarter_tick (civil, form);
    case DL_UNIT_YEAR:
    default:
      return year_tick (civil->year);
    }
}

char *
dl_words_tick_part (const DlCivil *civil, gint32 nanos, gint32 step)
{
  int digits = 9;

  g_return_val_if_fail (civil != NULL && step > 0, NULL);

  for (; step % 10 == 0; step /= 10)
    digits--;
  return dl_words_clock_part (civil->hour, civil->minute, civil->second, nanos, digits);
}

/* @date, @clock: (transfer full) */
static char *
day_and_clock (char *date, char *clock, DlInstant instant, const DlZone *zone)
{
  g_autofree char *name = dl_words_zone (zone, instant);
  /* Translators: a day, a time of day and its zone: 25 October 2025, 22:00 (UTC+8). */
  char *words =
    dl_words_fill (C_ ("date and time", "{date}, {time} ({zone})"), "date", date, "time", clock, "zone", name, NULL);

  g_free (date);
  g_free (clock);
  return words;
}

char *
dl_words_instant_part (DlInstant instant, int digits, const DlZone *zone)
{
  DlCivil civil = dl_zone_to_civil (zone, instant);

  if (!dl_instant_is_finite (instant))
    return g_strdup ("");
  return day_and_clock (dl_words_instant (instant, DL_UNIT_DAY, zone),
                        dl_words_clock_part (civil.hour, civil.minute, civil.second, instant.nanos, digits), instant,
                        zone);
}

char *
dl_words_instant (DlInstant instant, DlUnit unit, const DlZone *zone)
{
  DlCivil          civil;
  g_autofree char *date = NULL;
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;

  if (!dl_instant_is_finite (instant))
    return g_strdup ("");
  civil = dl_zone_to_civil (zone, instant);
  if (unit >= DL_UNIT_MONTH)
    return dl_words_date (&civil, unit, FALSE, FALSE);
  year = dl_words_year_in_date (civil.year);
  day = g_strdup_printf ("%d", civil.day);
  if (!dl_calendar_has_weekday (&civil))
    date = dl_words_date (&civil, DL_UNIT_DAY, FALSE, FALSE);
  else
    /* Translators: a day with its abbreviated weekday: Sat 25 October 2025. */
    date = dl_words_fill (C_ ("date, short weekday", "{weekday} {day} {month} {year}"), "weekday",
                          dl_words_weekday (dl_calendar_weekday (civil.year, civil.month, civil.day), TRUE), "day", day,
                          "month", dl_words_month (civil.month, FALSE), "year", year, NULL);
  if (unit >= DL_UNIT_DAY)
    return g_steal_pointer (&date);
  return day_and_clock (g_steal_pointer (&date),
                        dl_words_clock (civil.hour, civil.minute, civil.second, MIN (unit, DL_UNIT_MINUTE)), instant,
                        zone);
}

static char *
two_parts (const char *large, const char *small)
{
  /* Translators: a length of time in two units: "2 years, 4 months". */
  return dl_words_fill (C_ ("duration", "{large}, {small}"), "large", large, "small", small, NULL);
}

static char *
years_duration (double seconds)
{
  g_autofree char *number = NULL;
  double           years = seconds / DL_YEAR_SECONDS;
  double           unit = 1.0;
  int              rounded;

  if (years < 9999.5)
    {
      rounded = (int) floor (years + 0.5);
      return g_strdup_printf (ngettext ("about %d year", "about %d years", (gulong) rounded), rounded);
    }
  while (years / unit >= 999.5)
    unit *= 10.0;
  years = floor (years / unit + 0.5) * unit;
  if (years >= 1e6)
    {
      g_autofree char *myriads = dl_words_myriads ((gint64) years);

      if (years >= 1e9)
        {
          number = dl_words_decimal ((gint64) floor (years / 1e6 + 0.5));
          /* Translators: 4.5 billion (thousand million) years. Languages that
           * count by ten thousands take {myriads} instead of {number}: 45億. */
          return dl_words_fill (C_ ("duration", "about {number} billion years"), "number", number, "myriads", myriads,
                                NULL);
        }
      number = dl_words_decimal ((gint64) floor (years / 1e3 + 0.5));
      return dl_words_fill (C_ ("duration", "about {number} million years"), "number", number, "myriads", myriads,
                            NULL);
    }
  number = dl_words_years ((gint64) years);
  return dl_words_fill (C_ ("duration", "about {number} years"), "number", number, NULL);
}

static char *
about_years (double years)
{
  g_autofree char *number = NULL;
  double           unit = 1.0;

  /* About so much is two digits' worth. */
  while (years / unit >= 99.5)
    unit *= 10.0;
  years = floor (years / unit + 0.5) * unit;
  if (years >= 1e6)
    {
      g_autofree char *myriads = dl_words_myriads ((gint64) years);

      if (years >= 1e9)
        {
          number = dl_words_decimal ((gint64) floor (years / 1e6 + 0.5));
          /* Translators: the length of a break in the ruler: ≈ 4.5 billion
           * (thousand million) years. Languages that count by ten thousands
           * take {myriads} instead of {number}. */
          return dl_words_fill (C_ ("about", "≈ {number} billion years"), "number", number, "myriads", myriads, NULL);
        }
      number = dl_words_decimal ((gint64) floor (years / 1e3 + 0.5));
      return dl_words_fill (C_ ("about", "≈ {number} million years"), "number", number, "myriads", myriads, NULL);
    }
  number = dl_words_years ((gint64) years);
  return dl_words_fill (C_ ("about", "≈ {number} years"), "number", number, NULL);
}

char *
dl_words_about (double seconds)
{
  double count;

  if (seconds < 2 * DL_MINUTE_SECONDS)
    {
      count = floor (MAX (seconds, 1.0) + 0.5);
      return g_strdup_printf (ngettext ("≈ %d second", "≈ %d seconds", (gulong) count), (int) count);
    }
  if (seconds < 2 * DL_HOUR_SECONDS)
    {
      count = floor (seconds / DL_MINUTE_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("≈ %d minute", "≈ %d minutes", (gulong) count), (int) count);
    }
  if (seconds < 2 * DL_DAY_SECONDS)
    {
      count = floor (seconds / DL_HOUR_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("≈ %d hour", "≈ %d hours", (gulong) count), (int) count);
    }
  if (seconds < 61 * DL_DAY_SECONDS)
    {
      count = floor (seconds / DL_DAY_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("≈ %d day", "≈ %d days", (gulong) count), (int) count);
    }
  if (seconds < 23.5 * DL_MONTH_SECONDS)
    {
      count = floor (seconds / DL_MONTH_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("≈ %d month", "≈ %d months", (gulong) count), (int) count);
    }
  if (seconds < 99.5 * DL_YEAR_SECONDS)
    {
      count = floor (seconds / DL_YEAR_SECONDS + 0.5);
      /* Translators: the length of a break in the ruler: ≈ 8 years. */
      return g_strdup_printf (ngettext ("≈ %d year", "≈ %d years", (gulong) count), (int) count);
    }
  return about_years (seconds / DL_YEAR_SECONDS);
}

char *
dl_words_duration (double seconds)
{
  g_autofree char *large = NULL;
  g_autofree char *small = NULL;
  int              count;
  int              rest;

  if (!(seconds >= 1e-6))
    return g_strdup (C_ ("duration", "less than a second"));
  if (seconds < 0.0009995)
    {
      count = (int) floor (seconds * 1e6 + 0.5);
      return g_strdup_printf (ngettext ("%d microsecond", "%d microseconds", (gulong) count), count);
    }
  if (seconds < 0.9995)
    {
      count = (int) floor (seconds * 1e3 + 0.5);
      return g_strdup_printf (ngettext ("%d millisecond", "%d milliseconds", (gulong) count), count);
    }
  if (seconds < 2 * DL_MINUTE_SECONDS)
    {
      count = (int) floor (seconds + 0.5);
      return g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) count), count);
    }
  if (seconds < 2 * DL_HOUR_SECONDS)
    {
      count = (int) floor (seconds / DL_MINUTE_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) count), count);
    }
  if (seconds < 12 * DL_HOUR_SECONDS)
    {
      count = (int) floor (seconds / DL_MINUTE_SECONDS + 0.5);
      rest = count % 60;
      count /= 60;
      large = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) count), count);
      if (rest == 0)
        return g_steal_pointer (&large);
      small = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) rest), rest);
      return two_parts (large, small);
    }
  /* A day is a day, unless the clock matters: 36 hours are not 2 days. */
  if (seconds < 3 * DL_DAY_SECONDS && fmod (seconds, DL_DAY_SECONDS) >= DL_HOUR_SECONDS / 2 &&
      fmod (seconds, DL_DAY_SECONDS) < DL_DAY_SECONDS - DL_HOUR_SECONDS / 2)
    {
      count = (int) floor (seconds / DL_HOUR_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) count), count);
    }
  if (seconds < 61 * DL_DAY_SECONDS)
    {
      count = (int) floor (seconds / DL_DAY_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) count), count);
    }
  if (seconds < 23.5 * DL_MONTH_SECONDS)
    {
      count = (int) floor (seconds / DL_MONTH_SECONDS + 0.5);
      return g_strdup_printf (ngettext ("about %d month", "about %d months", (gulong) count), count);
    }
  if (seconds < 5 * DL_YEAR_SECONDS)
    {
      count = (int) floor (seconds / DL_MONTH_SECONDS + 0.5);
      rest = count % 12;
      count /= 12;
      large = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) count), count);
      if (rest == 0)
        return g_steal_pointer (&large);
      small = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) rest), rest);
      return two_parts (large, small);
    }
  return years_duration (seconds);
}

int
dl_words_first_weekday (void)
{
#ifdef __GLIBC__
  /* glibc counts 1 for the day that its own week begins with: a date, of
   * which 19971130 is a Sunday and 19971201 a Monday. */
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  gpointer    origin = nl_langinfo (_NL_TIME_WEEK_1STDAY);
  int         base = GPOINTER_TO_UINT (origin) == 19971201 ? 0 : 6;

  return (base + first[0] + 6) % 7;
#else
  return 0;
#endif
}
