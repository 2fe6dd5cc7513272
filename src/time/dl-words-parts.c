/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words-parts.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <string.h>

#define BILLION 1000000000

static const char *const month_names[] = {
  NC_ ("month", "January"),   NC_ ("month", "February"), NC_ ("month", "March"),    NC_ ("month", "April"),
  NC_ ("month", "May"),       NC_ ("month", "June"),     NC_ ("month", "July"),     NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"),  NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const brief_month_names[] = {
  NC_ ("month, abbreviated", "Jan"), NC_ ("month, abbreviated", "Feb"), NC_ ("month, abbreviated", "Mar"),
  NC_ ("month, abbreviated", "Apr"), NC_ ("month, abbreviated", "May"), NC_ ("month, abbreviated", "Jun"),
  NC_ ("month, abbreviated", "Jul"), NC_ ("month, abbreviated", "Aug"), NC_ ("month, abbreviated", "Sep"),
  NC_ ("month, abbreviated", "Oct"), NC_ ("month, abbreviated", "Nov"), NC_ ("month, abbreviated", "Dec"),
};

static const char *const weekday_names[] = {
  NC_ ("weekday", "Monday"), NC_ ("weekday", "Tuesday"),  NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"),
  NC_ ("weekday", "Friday"), NC_ ("weekday", "Saturday"), NC_ ("weekday", "Sunday"),
};

static const char *const brief_weekday_names[] = {
  NC_ ("weekday, abbreviated", "Mon"), NC_ ("weekday, abbreviated", "Tue"), NC_ ("weekday, abbreviated", "Wed"),
  NC_ ("weekday, abbreviated", "Thu"), NC_ ("weekday, abbreviated", "Fri"), NC_ ("weekday, abbreviated", "Sat"),
  NC_ ("weekday, abbreviated", "Sun"),
};

char *
dl_words_fill (const char *pattern, ...)
{
  GString    *words = g_string_new (NULL);
  const char *at = pattern;

  while (*at != '\0')
    {
      const char *close = *at == '{' ? strchr (at, '}') : NULL;
      const char *value = NULL;
      const char *name;
      va_list     pairs;

      if (close != NULL)
        {
          va_start (pairs, pattern);
          while (value == NULL && (name = va_arg (pairs, const char *)) != NULL)
            {
              const char *candidate = va_arg (pairs, const char *);

              if (strlen (name) == (gsize) (close - at - 1) && memcmp (name, at + 1, strlen (name)) == 0)
                value = candidate;
            }
          va_end (pairs);
        }
      if (value != NULL)
        {
          g_string_append (words, value);
          at = close + 1;
        }
      else
        g_string_append_c (words, *at++);
    }
  return g_string_free (words, FALSE);
}

const char *
dl_words_month (int month, gboolean brief)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  if (brief)
    return g_dpgettext2 (NULL, "month, abbreviated", brief_month_names[month - 1]);
  return g_dpgettext2 (NULL, "month", month_names[month - 1]);
}

const char *
dl_words_weekday (int weekday, gboolean brief)
{
  g_return_val_if_fail (weekday >= 0 && weekday <= 6, "");

  if (brief)
    return g_dpgettext2 (NULL, "weekday, abbreviated", brief_weekday_names[weekday]);
  return g_dpgettext2 (NULL, "weekday", weekday_names[weekday]);
}

char *
dl_words_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (number));
  GString         *words = g_string_new (number < 0 ? "−" : NULL);
  gsize            length = strlen (digits);
  gsize            i;

  for (i = 0; i < length; i++)
    {
      if (length > 4 && i > 0 && (length - i) % 3 == 0)
        /* Translators: what separates groups of three digits: 12,000. */
        g_string_append (words, C_ ("thousands separator", ","));
      g_string_append_c (words, digits[i]);
    }
  return g_string_free (words, FALSE);
}

char *
dl_words_decimal (gint64 thousandths)
{
  g_autofree char *whole = dl_words_number (thousandths / 1000);
  char             decimals[8];
  gsize            length;

  if (thousandths % 1000 == 0)
    return g_steal_pointer (&whole);
  g_snprintf (decimals, sizeof decimals, "%03d", (int) (thousandths % 1000));
  for (length = 3; decimals[length - 1] == '0'; length--)
    decimals[length - 1] = '\0';
  /* Translators: what stands before decimals: 66.5. */
  return g_strconcat (whole, C_ ("decimal separator", "."), decimals, NULL);
}

/* Takes @larger, which may be NULL. */
static char *
append_myriads (char *larger, gint64 count, const char *pattern)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *before = larger;
  g_autofree char *smaller = NULL;

  if (count == 0)
    return g_steal_pointer (&before);
  smaller = dl_words_fill (pattern, "number", digits, NULL);
  if (before == NULL)
    return g_steal_pointer (&smaller);
  /* Translators: a number in two parts: 1億7000万. */
  return dl_words_fill (C_ ("myriads", "{larger} {smaller}"), "larger", before, "smaller", smaller, NULL);
}

char *
dl_words_myriads (gint64 number)
{
  /* Translators: this and the next are for languages that count by ten
   * thousands: 億 in Japanese, 억 in Korean. No other language uses them. */
  char *words = append_myriads (NULL, number / DL_MYRIAD / DL_MYRIAD, C_ ("myriads", "{number} hundred million"));

  words = append_myriads (words, number / DL_MYRIAD % DL_MYRIAD, C_ ("myriads", "{number} ten thousand"));
  words = append_myriads (words, number % DL_MYRIAD, "{number}");
  return words != NULL ? words : g_strdup ("0");
}

char *
dl_words_years (gint64 number)
{
  g_autofree char *digits = dl_words_number (number);
  g_autofree char *myriads = NULL;

  if (number <= 9999)
    return g_steal_pointer (&digits);
  myriads = dl_words_myriads (number);
  /* Translators: a number of years that has five digits or more, 12,000.
   * Languages that count by ten thousands take {myriads}: 1万2000. */
  return dl_words_fill (C_ ("years", "{number}"), "number", digits, "myriads", myriads, NULL);
}

/* Round years of deep time: "170 million", "4.54 billion"; NULL for others. */
static char *
round_year (gint64 magnitude)
{
  g_autofree char *number = NULL;
  g_autofree char *myriads = NULL;

  if (magnitude < DL_MILLION || magnitude % 1000 != 0)
    return NULL;
  myriads = dl_words_myriads (magnitude);
  if (magnitude >= BILLION && magnitude % DL_MILLION == 0)
    {
      number = dl_words_decimal (magnitude / DL_MILLION);
      /* Translators: a number of years, "4.5 billion" (thousand million).
       * Languages that count by ten thousands take {myriads}: 45億. */
      return dl_words_fill (C_ ("years", "{number} billion"), "number", number, "myriads", myriads, NULL);
    }
  number = dl_words_decimal (magnitude / 1000);
  /* Translators: a number of years, "170 million"; {myriads}: 1億7000万. */
  return dl_words_fill (C_ ("years", "{number} million"), "number", number, "myriads", myriads, NULL);
}

static char *
year_words (gint64 year, gboolean in_date)
{
  g_autofree char *number = round_year (ABS (year));

  /* There is no year 0: astronomical -43 is 44 BC. In millions of years that
   * one year is not worth its digits. */
  if (number == NULL)
    number = dl_words_years (year > 0 ? year : 1 - year);
  if (year <= 0)
    {
      if (in_date)
        /* Translators: a year before Christ where a date has its {year}. */
        return dl_words_fill (C_ ("year in a date", "{year} BC"), "year", number, NULL);
      /* Translators: a year before Christ that stands alone. */
      return dl_words_fill (C_ ("year", "{year} BC"), "year", number, NULL);
    }
  if (year < 100 || year > 9999)
    {
      if (in_date)
        return dl_words_fill (C_ ("year in a date", "AD {year}"), "year", number, NULL);
      /* Translators: a year with few or many digits, which would not read as a year otherwise. */
      return dl_words_fill (C_ ("year", "AD {year}"), "year", number, NULL);
    }
  if (in_date)
    /* Translators: a year where a date has its {year}: only the number, unless
     * your language needs more. */
    return dl_words_fill (C_ ("year in a date", "{year}"), "year", number, NULL);
  /* Translators: a year that stands alone; 2025年 in Japanese. */
  return dl_words_fill (C_ ("year", "{year}"), "year", number, NULL);
}

char *
dl_words_year (gint64 year)
{
  return year_words (year, FALSE);
}

char *
dl_words_year_in_date (gint64 year)
{
  return year_words (year, TRUE);
}

char *
dl_words_years_ago (gint64 year)
{
  g_autofree char *number = NULL;
  gint64           rounded;
  gint64           unit = 1;

  if (year > -DL_MILLION)
    return NULL;
  while (-year / unit >= 1000)
    unit *= 10;
  rounded = (-year + unit / 2) / unit * unit;
  number = round_year (rounded);
  /* Translators: {number} is "170 million" or "4.5 billion". */
  return dl_words_fill (C_ ("deep time", "{number} years ago"), "number", number, NULL);
}

char *
dl_words_date (const DlCivil *civil, DlUnit unit, gboolean weekday, gboolean brief)
{
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;
  const char      *month = dl_words_month (civil->month, brief);

  if (unit >= DL_UNIT_YEAR)
    return dl_words_year (civil->year);
  year = dl_words_year_in_date (civil->year);
  if (unit >= DL_UNIT_MONTH)
    /* Translators: a month of a year; {year}年{month} in Japanese. */
    return dl_words_fill (C_ ("date", "{month} {year}"), "month", month, "year", year, NULL);
  day = g_strdup_printf ("%d", civil->day);
  if (weekday && dl_calendar_has_weekday (civil))
    /* Translators: a day with its weekday; {year}年{month}{day}日({weekday}) in Japanese. */
    return dl_words_fill (C_ ("date", "{weekday} {day} {month} {year}"), "weekday",
                          dl_words_weekday (dl_calendar_weekday (civil->year, civil->month, civil->day), brief), "day",
                          day, "month", month, "year", year, NULL);
  /* Translators: a day; {year}年{month}{day}日 in Japanese. */
  return dl_words_fill (C_ ("date", "{day} {month} {year}"), "day", day, "month", month, "year", year, NULL);
}

char *
dl_words_clock (int hour, int minute, int second, DlUnit unit)
{
  char hours[8];
  char minutes[8];
  char seconds[8];

  g_snprintf (hours, sizeof hours, "%02d", hour);
  g_snprintf (minutes, sizeof minutes, "%02d", minute);
  g_snprintf (seconds, sizeof seconds, "%02d", second);
  if (unit >= DL_UNIT_HOUR)
    /* Translators: an hour of the day whose minutes are not known; {hour} is 00 to 24. */
    return dl_words_fill (C_ ("time of day", "{hour} h"), "hour", hours, NULL);
  if (unit == DL_UNIT_MINUTE)
    return dl_words_fill (C_ ("time of day", "{hour}:{minute}"), "hour", hours, "minute", minutes, NULL);
  return dl_words_fill (C_ ("time of day", "{hour}:{minute}:{second}"), "hour", hours, "minute", minutes, "second",
                        seconds, NULL);
}

char *
dl_words_clock_part (int hour, int minute, int second, gint32 nanos, int digits)
{
  g_autofree char *clock = dl_words_clock (hour, minute, second, DL_UNIT_SECOND);
  char             fraction[16];

  g_snprintf (fraction, sizeof fraction, "%09d", nanos);
  fraction[CLAMP (digits, 1, 9)] = '\0';
  return g_strconcat (clock, C_ ("decimal separator", "."), fraction, NULL);
}
