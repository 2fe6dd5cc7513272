/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/wikidata/dl-wikidata-time.h"

#include <string.h>

#include "time/dl-date-words.h"
#include "time/dl-edtf-make.h"

/* Precisions of Wikidata. */
#define PRECISION_MILLENNIUM 6
#define PRECISION_CENTURY 7
#define PRECISION_DECADE 8
#define PRECISION_YEAR 9
#define PRECISION_MONTH 10
#define PRECISION_DAY 11
#define PRECISION_HOUR 12
#define PRECISION_MINUTE 13

/* Years of more digits are not counted one by one, and so not from 1 BC. */
#define MAX_COUNTED_YEAR 9999
#define TIME_YEAR_DIGITS 12

typedef struct
{
  gboolean negative;
  gint64   magnitude; /* of the year */
  int      digits;
  int      month; /* 0: none, as @day */
  int      day;
  int      hour;
  int      minute;
  int      second;
  gboolean midnight;
} Parts;

static gboolean
take_two (const char **at, int *value)
{
  if (!g_ascii_isdigit ((*at)[0]) || !g_ascii_isdigit ((*at)[1]))
    return FALSE;
  *value = ((*at)[0] - '0') * 10 + ((*at)[1] - '0');
  *at += 2;
  return TRUE;
}

static gboolean
take (const char **at, char c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
read_parts (const char *text, Parts *parts)
{
  const char *at = text;

  *parts = (Parts){ .negative = *at == '-', .midnight = TRUE };
  if (*at == '-' || *at == '+')
    at++;
  for (; g_ascii_isdigit (*at); at++)
    {
      if (parts->digits++ == TIME_YEAR_DIGITS)
        return FALSE;
      parts->magnitude = parts->magnitude * 10 + (*at - '0');
    }
  if (parts->digits == 0)
    return FALSE;
  if (*at == '\0')
    return TRUE;
  if (!take (&at, '-') || !take_two (&at, &parts->month) || parts->month > 12)
    return FALSE;
  if (*at == '\0')
    return TRUE;
  if (!take (&at, '-') || !take_two (&at, &parts->day) || parts->day > 31)
    return FALSE;
  if (*at == '\0')
    return TRUE;
  if (!take (&at, 'T') || !take_two (&at, &parts->hour) || !take (&at, ':') || !take_two (&at, &parts->minute) ||
      !take (&at, ':') || !take_two (&at, &parts->second))
    return FALSE;
  if (take (&at, '.'))
    while (*at == '0')
      at++;
  parts->midnight = parts->hour == 0 && parts->minute == 0 && parts->second == 0 &&
                    (*at == '\0' || strcmp (at, "Z") == 0 || strcmp (at, "+00:00") == 0);
  return TRUE;
}

/* The Gregorian day of a Julian one, over the Julian day number. @year: astronomical */
static void
to_gregorian (gint64 *year, int *month, int *day)
{
  gint64 y = *year + 4800 - (*month <= 2 ? 1 : 0);
  gint64 m = *month + (*month <= 2 ? 9 : -3);
  gint64 number = *day + (153 * m + 2) / 5 + 365 * y + (y >= 0 ? y / 4 : (y - 3) / 4) - 32083;
  gint64 a = number + 32044;
  gint64 b = (4 * a + 3) / 146097;
  gint64 c = a - 146097 * b / 4;
  gint64 d = (4 * c + 3) / 1461;
  gint64 e = c - 1461 * d / 4;
  gint64 n = (5 * e + 2) / 153;

  /* Before it these divisions would round the wrong way. */
  if (a < 0)
    return;
  *day = (int) (e - (153 * n + 2) / 5 + 1);
  *month = (int) (n + 3 - 12 * (n / 10));
  *year = 100 * b + d - 4800 + n / 10;
}

/* In words, which have one reader: "19th century", "2nd millennium BC". The last year of
 * one, such as 1900, is in it. */
static char *
make_ordinal (const Parts *parts, gint64 length, const char *what)
{
  gint64           nth = (parts->magnitude + length - 1) / length;
  const char      *ending = nth % 100 / 10 == 1 ? "th"
                            : nth % 10 == 1     ? "st"
                            : nth % 10 == 2     ? "nd"
                            : nth % 10 == 3     ? "rd"
                                                : "th";
  g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT "%s %s%s", MAX (nth, 1), nth == 0 ? "st" : ending, what,
                                            parts->negative ? " BC" : "");

  return dl_date_words_to_edtf (words, NULL, NULL, NULL);
}

/* As many digits of the year as are known. */
static char *
make_rough (gint64 year, int digits, int unknown)
{
  g_autofree char *edtf = g_strdup_printf (digits > 4 ? "Y%s%" G_GINT64_FORMAT "S%d" : "%s%04" G_GINT64_FORMAT "S%d",
                                           year < 0 ? "-" : "", ABS (year), MAX (digits - unknown, 1));

  return dl_date_words_to_edtf (edtf, NULL, NULL, NULL);
}

static int
count_digits (gint64 value)
{
  int n = 1;

  for (; value >= 10; value /= 10)
    n++;
  return n;
}

/* @precision: as of dl_wikidata_time_to_edtf() */
static char *
make_edtf (const Parts *parts, int precision, gboolean julian)
{
  gint64 year;
  int    month;
  int    day;

  if (precision == DL_WIKIDATA_PRECISION_NONE)
    precision = parts->month == 0 ? PRECISION_YEAR : parts->day == 0 ? PRECISION_MONTH : PRECISION_DAY;
  /* What is not told cannot be known. */
  if (parts->month == 0)
    precision = MIN (precision, PRECISION_YEAR);
  else if (parts->day == 0)
    precision = MIN (precision, PRECISION_MONTH);
  year = parts->negative ? -parts->magnitude : parts->magnitude;
  if (parts->negative && parts->magnitude <= MAX_COUNTED_YEAR && parts->magnitude > 0)
    year++;
  month = parts->month;
  day = parts->day;
  if (precision < PRECISION_MILLENNIUM)
    return make_rough (parts->magnitude > MAX_COUNTED_YEAR ? year
                       : parts->negative                   ? -parts->magnitude
                                                           : parts->magnitude,
                       MAX (count_digits (parts->magnitude), 4), PRECISION_YEAR - precision);
  if (precision == PRECISION_MILLENNIUM)
    return make_ordinal (parts, 1000, "millennium");
  if (precision == PRECISION_CENTURY)
    return make_ordinal (parts, 100, "century");
  if (precision == PRECISION_DECADE)
    {
      g_autofree char *decade = g_strdup_printf ("%s%03" G_GINT64_FORMAT "X", year < 0 ? "-" : "", ABS (year) / 10);

      return dl_date_words_to_edtf (decade, NULL, NULL, NULL);
    }
  if (precision == PRECISION_YEAR)
    return dl_edtf_make (year, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  if (precision == PRECISION_MONTH)
    return dl_edtf_make (year, month, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  if (julian)
    to_gregorian (&year, &month, &day);
  if (precision == PRECISION_DAY)
    return dl_edtf_make (year, month, day, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  return dl_edtf_make (year, month, day, parts->hour, precision >= PRECISION_MINUTE ? parts->minute : DL_PART_NONE,
                       precision > PRECISION_MINUTE ? parts->second : DL_PART_NONE);
}

char *
dl_wikidata_time_to_edtf (const char *time, int precision, gboolean julian)
{
  Parts parts;

  return read_parts (time, &parts) ? make_edtf (&parts, precision, julian) : NULL;
}

char *
dl_wikidata_iso_to_edtf_as (const char *text, int precision)
{
  Parts    parts;
  gboolean coarse;

  if (precision >= PRECISION_DAY)
    return dl_wikidata_iso_to_edtf (text, &coarse);
  if (!read_parts (text, &parts))
    return NULL;
  /* Here there is a year 0, there is none. */
  if (parts.magnitude < MAX_COUNTED_YEAR && (parts.negative || parts.magnitude == 0))
    {
      parts.negative = TRUE;
      parts.magnitude++;
    }
  return make_edtf (&parts, precision, FALSE);
}

char *
dl_wikidata_iso_to_edtf (const char *text, gboolean *coarse)
{
  Parts    parts;
  gint64   year;
  gboolean whole;

  *coarse = FALSE;
  if (!read_parts (text, &parts) || (!parts.midnight && parts.magnitude <= MAX_COUNTED_YEAR))
    {
      static const DlDateWordsContext context = { .bare_years = TRUE };

      return dl_date_words_to_edtf (text, &context, NULL, NULL);
    }
  year = parts.negative ? -parts.magnitude : parts.magnitude;
  whole = parts.month <= 1 && parts.day <= 1;
  /* Nobody knows the day of such a year. */
  if (parts.magnitude > MAX_COUNTED_YEAR || parts.month == 0)
    return dl_edtf_make (year, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  *coarse = whole && strchr (text, 'T') != NULL;
  return dl_edtf_make (year, parts.month, parts.day != 0 ? parts.day : DL_PART_NONE, DL_PART_NONE, DL_PART_NONE,
                       DL_PART_NONE);
}
