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
  { 3, 3 },
  { 6, 3 },
  { 9, 3 },
  { 12, 3 },
  { 3, 3 },
  { 6, 3 },
  { 9, 3 },
  { 12, 3 },
  { 9, 3 },
  { 12, 3 },
  { 3, 3 },
  { 6, 3 },
  { 1, 3 },
  { 4, 3 },
  { 7, 3 },
  { 10, 3 },
  { 1, 4 },
  { 5, 4 },
  { 9, 4 },
  { 1, 6 },
  { 7, 6 },
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

/* Smallest or largest month, then day, of @year that fit. */
static gboolean
find_day (const DlEdtfPoint *point, gint64 year, gboolean last, DlCivil *civil)
{
  int month;
  int day;
  int i;
  int j;

  for (i = 1; i <= 12; i++)
    {
      month = last ? 13 - i : i;
      if (!fits (point->digits + 4, 2, month))
        continue;
      if (point->components < 3)
        {
          *civil = (DlCivil){ .year = year, .month = (gint8) month, .day = 1 };
          return TRUE;
        }
      for (j = 1; j <= 31; j++)
        {
          day = last ? 32 - j : j;
          if (day > dl_calendar_days_in_month (year, month) || !fits (point->digits + 6, 2, day))
            continue;
          *civil = (DlCivil){ .year = year, .month = (gint8) month, .day = (gint8) day };
          return TRUE;
        }
    }
  return FALSE;
}

/* The first or the last day, or month, that fits the digits as written. */
static gboolean
find_edge (const DlEdtfPoint *point, gboolean last, DlCivil *civil)
{
  gint64 first_year;
  gint64 last_year;
  gint64 year;

  dl_edtf_point_years (point, &first_year, &last_year);
  for (year = last ? last_year : first_year; year >= first_year && year <= last_year; year += last ? -1 : 1)
    if (((point->unspecified & 1 << DL_EDTF_YEAR) == 0 || fits (point->digits, 4, (int) ABS (year))) &&
        find_day (point, year, last, civil))
      return TRUE;
  return FALSE;
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
