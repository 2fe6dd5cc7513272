/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-edtf.h"

/* Months of the seasons 21 to 41, and the months to the last one's end. 13 is
 * next January. */
static const struct
{
  guint8 first;
  guint8 count;
} season_months[] = {
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 }, { 3, 3 },  { 6, 3 }, { 9, 3 }, { 12, 3 }, { 9, 3 }, { 12, 3 }, { 3, 3 },
  { 6, 3 }, { 1, 3 }, { 4, 3 }, { 7, 3 },  { 10, 3 }, { 1, 4 }, { 5, 4 }, { 9, 4 },  { 1, 6 }, { 7, 6 },
};

static gboolean
fits (const char *digits, int count, int value)
{
  int i;

  for (i = count - 1; i >= 0; i--, value /= 10)
    if (digits[i] != 'X' && digits[i] - '0' != value % 10)
      return FALSE;
  return TRUE;
}

/* Bit n for each number n of @from to @to that fits two digits. */
static guint32
fitting (const char *digits, int from, int to)
{
  guint32 mask = 0;
  int     i;

  for (i = from; i <= to; i++)
    if (fits (digits, 2, i))
      mask |= (guint32) 1 << i;
  return mask;
}

/* Bit n for each month and day that fits the digits as written. */
typedef struct
{
  guint32 months;
  guint32 days;
} Fit;

static int
edge_of (guint32 mask, gboolean last)
{
  return last ? g_bit_nth_msf (mask, -1) : g_bit_nth_lsf (mask, -1);
}

/* First or last month, then day, of @year that fit. */
static gboolean
find_day (const DlEdtfPoint *point, const Fit *fit, gint64 year, gboolean last, DlCivil *civil)
{
  guint32 months;

  for (months = fit->months; months != 0; months &= ~((guint32) 1 << edge_of (months, last)))
    {
      int     month = edge_of (months, last);
      guint32 days = 1 << 1;

      if (point->components == 3)
        days = fit->days & (((guint32) 2 << dl_calendar_days_in_month (year, month)) - 1);
      if (days == 0)
        continue;
      *civil = (DlCivil){ .year = year, .month = (gint8) month, .day = (gint8) edge_of (days, last) };
      return TRUE;
    }
  return FALSE;
}

/* Smallest or largest of the years, 0 to 9999 without the sign, that fit the
 * digits of @point; with @leap, of the leap years. The last two digits are
 * looked at once: all but 00 make a leap year of every hundred or of none.
 * Returns: FALSE when there is none */
static gboolean
find_year (const DlEdtfPoint *point, gboolean leap, gboolean largest, gint64 *year)
{
  guint8 rests[100];
  int    n_rests = 0;
  int    hundreds;
  int    i;
  int    j;

  for (i = 0; i < 100; i += leap ? 4 : 1)
    if (fits (point->digits + 2, 2, i))
      rests[n_rests++] = (guint8) i;
  for (i = 0; i < 100 && n_rests > 0; i++)
    {
      hundreds = largest ? 99 - i : i;
      if (!fits (point->digits, 2, hundreds))
        continue;
      for (j = 0; j < n_rests; j++)
        {
          int rest = rests[largest ? n_rests - 1 - j : j];

          /* There is no year -0000. */
          if (rest == 0 && ((leap && hundreds % 4 != 0) || (point->negative && hundreds == 0)))
            continue;
          *year = hundreds * 100 + rest;
          if (point->negative)
            *year = -*year;
          return TRUE;
        }
    }
  return FALSE;
}

/* The first or the last day, or month, that fits the digits as written. What
 * a year has depends on nothing but whether it is a leap year, so the years
 * are not tried one by one. */
static gboolean
find_edge (const DlEdtfPoint *point, gboolean last, DlCivil *civil)
{
  Fit    fit = { fitting (point->digits + 4, 1, 12), point->components == 3 ? fitting (point->digits + 6, 1, 31) : 0 };
  gint64 year = point->year;

  if ((point->unspecified & 1 << DL_EDTF_YEAR) == 0)
    return find_day (point, &fit, year, last, civil);
  if (find_year (point, FALSE, last != point->negative, &year) && find_day (point, &fit, year, last, civil))
    return TRUE;
  /* Only 29 February can be missing from one year and be in another. */
  return find_day (point, &fit, 2000, last, civil) && find_year (point, TRUE, last != point->negative, &year) &&
         find_day (point, &fit, year, last, civil);
}

static DlCivil
month_start (gint64 year, int month)
{
  return (DlCivil){ .year = year + (month - 1) / 12, .month = (gint8) ((month - 1) % 12 + 1), .day = 1 };
}

gint64
dl_edtf_point_year_unit (const DlEdtfPoint *point)
{
  gint64 unit = 1;
  int    places = 0;
  int    i;

  if (point->significant > 0)
    places = point->year_digits - point->significant;
  else if (point->year_form == DL_EDTF_YEAR_EXPONENT)
    places = point->exponent;
  else if ((point->unspecified & 1 << DL_EDTF_YEAR) != 0)
    for (i = 0; i < 4 && places == 0; i++)
      if (point->digits[i] == 'X')
        places = 4 - i;
  for (i = 0; i < places; i++)
    unit *= 10;
  return unit;
}

void
dl_edtf_point_years (const DlEdtfPoint *point, gint64 *first, gint64 *last)
{
  gint64 low = point->negative ? -point->year : point->year;
  gint64 high = low;
  gint64 unit;
  int    i;

  if (point->significant > 0)
    {
      unit = dl_edtf_point_year_unit (point);
      low -= low % unit;
      high = low + unit - 1;
    }
  else if ((point->unspecified & 1 << DL_EDTF_YEAR) != 0)
    for (i = 3, unit = 9; i >= 0; i--, unit *= 10)
      if (point->digits[i] == 'X')
        high += unit;
  if (point->negative)
    {
      /* There is no year -0000. */
      *first = -high;
      *last = -MAX (low, (point->unspecified & 1 << DL_EDTF_YEAR) != 0 ? 1 : 0);
    }
  else
    {
      *first = low;
      *last = high;
    }
}

gboolean
dl_edtf_point_hull (const DlEdtfPoint *point, DlCivil *first, DlCivil *after)
{
  gint64 first_year;
  gint64 last_year;

  if (point->components == 1 || point->season != 0)
    {
      int month = 1;
      int count = 12;

      dl_edtf_point_years (point, &first_year, &last_year);
      if (point->season != 0)
        {
          month = season_months[point->season - 21].first;
          count = season_months[point->season - 21].count;
        }
      *first = month_start (first_year, month);
      *after = month_start (last_year, month + count);
      return TRUE;
    }

  if (point->unspecified == 0)
    {
      *first = (DlCivil){ .year = point->year, .month = (gint8) point->month, .day = 1 };
      if (point->components == 3)
        first->day = (gint8) point->day;
      *after = *first;
    }
  else if (!find_edge (point, FALSE, first) || !find_edge (point, TRUE, after))
    return FALSE;

  if (point->components == 2)
    *after = month_start (after->year, after->month + 1);
  else if (after->day < dl_calendar_days_in_month (after->year, after->month))
    after->day++;
  else
    *after = month_start (after->year, after->month + 1);
  return TRUE;
}
