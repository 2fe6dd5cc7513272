/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-calendar.h"

#define DAYS_PER_ERA 146097 /* 400 Gregorian years */

static const guint8 month_days[13] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static inline gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static inline gint64
floor_mod (gint64 a, gint64 b)
{
  gint64 rest = a % b;

  return rest < 0 ? rest + b : rest;
}

/* Counting years from March puts the leap day at the year's end, which makes
 * the days before each month a straight line. @year must not be near the
 * limits of 64 bits. */
static gint64
days_from_civil (gint64 year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = floor_div (y, 400);
  int    year_of_era = (int) (y - era * 400);
  int    day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
  int    day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era + day - 1 - 719468;
}

static void
civil_from_days (gint64 days, DlCivil *civil)
{
  gint64 shifted = days + 719468;
  gint64 era = floor_div (shifted, DAYS_PER_ERA);
  int    day_of_era = (int) (shifted - era * DAYS_PER_ERA);
  int    year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int    day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int    from_march = (5 * day_of_year + 2) / 153;

  civil->day = (gint8) (day_of_year - (153 * from_march + 2) / 5 + 1);
  civil->month = (gint8) (from_march < 10 ? from_march + 3 : from_march - 9);
  civil->year = era * 400 + year_of_era + (civil->month <= 2);
}

static DlCivil
start_of_day (gint64 year, int month, int day)
{
  return (DlCivil){ .year = year, .month = (gint8) month, .day = (gint8) day };
}

static DlCivil
last_civil (gboolean future)
{
  if (future)
    return (DlCivil){ DL_YEAR_MAX, 12, 31, 23, 59, 59 };
  return start_of_day (DL_YEAR_MIN, 1, 1);
}

static DlCivil
clamp_civil (DlCivil civil)
{
  if (civil.year < DL_YEAR_MIN || civil.year > DL_YEAR_MAX)
    return last_civil (civil.year > 0);
  return civil;
}

gint64
dl_calendar_days (gint64 year, int month, int day)
{
  return days_from_civil (CLAMP (year, DL_YEAR_MIN, DL_YEAR_MAX), month, day);
}

gboolean
dl_calendar_is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
dl_calendar_days_in_month (gint64 year, int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, 31);

  if (month == 2 && dl_calendar_is_leap_year (year))
    return 29;
  return month_days[month];
}

int
dl_calendar_weekday (gint64 year, int month, int day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) floor_mod (dl_calendar_days (year, month, day) + 3, 7);
}

gboolean
dl_calendar_has_weekday (const DlCivil *civil)
{
  if (civil->year != 1582)
    return civil->year > 1582;
  return civil->month > 10 || (civil->month == 10 && civil->day >= 15);
}

DlInstant
dl_calendar_to_instant (const DlCivil *civil)
{
  gint64 days;

  if (civil->year > DL_YEAR_MAX)
    return DL_INSTANT (G_MAXINT64 - 1);
  if (civil->year < DL_YEAR_MIN)
    return DL_INSTANT (G_MININT64 + 1);
  days = days_from_civil (civil->year, civil->month, civil->day);
  return DL_INSTANT (days * DL_DAY_SECONDS + civil->hour * 3600 + civil->minute * 60 + civil->second);
}

DlCivil
dl_calendar_from_instant (DlInstant instant)
{
  gint64  days = floor_div (instant.seconds, DL_DAY_SECONDS);
  int     rest = (int) floor_mod (instant.seconds, DL_DAY_SECONDS);
  DlCivil civil = { 0 };

  civil_from_days (days, &civil);
  civil.hour = (gint8) (rest / 3600);
  civil.minute = (gint8) (rest / 60 % 60);
  civil.second = (gint8) (rest % 60);
  return civil;
}

DlCivil
dl_calendar_floor (const DlCivil *civil, DlUnit unit, gint64 count, int first_weekday)
{
  DlCivil result = start_of_day (civil->year, civil->month, civil->day);
  gint64  second = civil->hour * 3600 + civil->minute * 60 + civil->second;
  gint64  step = 0;
  gint64  days;

  g_return_val_if_fail (count >= 1, *civil);
  g_return_val_if_fail (first_weekday >= 0 && first_weekday <= 6, *civil);

  switch (unit)
    {
    case DL_UNIT_SECOND:
      step = MIN (count, DL_DAY_SECONDS);
      break;
    case DL_UNIT_MINUTE:
      step = MIN (count, 1440) * 60;
      break;
    case DL_UNIT_HOUR:
      step = MIN (count, 24) * 3600;
      break;
    case DL_UNIT_DAY:
      result.day = (gint8) (civil->day - (civil->day - 1) % MIN (count, 31));
      return result;
    case DL_UNIT_WEEK:
      /* More weeks to a step: counted from the week of 1970-01-01, so that
       * the steps stay where they are when the window moves. */
      days = dl_calendar_days (civil->year, civil->month, civil->day) + 3 - first_weekday;
      step = 7 * MIN (count, 1000000);
      days = floor_div (days, step) * step - 3 + first_weekday;
      civil_from_days (days, &result);
      return clamp_civil (result);
    case DL_UNIT_MONTH:
    case DL_UNIT_QUARTER:
      step = MIN (count, 12) * (unit == DL_UNIT_QUARTER ? 3 : 1);
      result.month = (gint8) (civil->month - (civil->month - 1) % step);
      result.day = 1;
      return result;
    case DL_UNIT_YEAR:
    default:
      return clamp_civil (start_of_day (floor_div (civil->year, count) * count, 1, 1));
    }

  second -= second % step;
  result.hour = (gint8) (second / 3600);
  result.minute = (gint8) (second / 60 % 60);
  result.second = (gint8) (second % 60);
  return result;
}

static DlCivil
add_seconds (const DlCivil *civil, gint64 count, gint64 seconds)
{
  gint64 sum;

  if (__builtin_mul_overflow (count, seconds, &sum))
    return last_civil (count > 0);
  return clamp_civil (dl_calendar_from_instant (dl_instant_add (dl_calendar_to_instant (civil), sum)));
}

static DlCivil
add_months (const DlCivil *civil, gint64 count, gint64 months)
{
  DlCivil result = *civil;
  gint64  sum;

  if (__builtin_mul_overflow (count, months, &sum) ||
      __builtin_add_overflow (civil->year * 12 + civil->month - 1, sum, &sum))
    return last_civil (count > 0);
  result.year = floor_div (sum, 12);
  result.month = (gint8) (floor_mod (sum, 12) + 1);
  result.day = MIN (result.day, (gint8) dl_calendar_days_in_month (result.year, result.month));
  return clamp_civil (result);
}

DlCivil
dl_calendar_add (const DlCivil *civil, DlUnit unit, gint64 count)
{
  switch (unit)
    {
    case DL_UNIT_SECOND:
      return add_seconds (civil, count, 1);
    case DL_UNIT_MINUTE:
      return add_seconds (civil, count, 60);
    case DL_UNIT_HOUR:
      return add_seconds (civil, count, 3600);
    case DL_UNIT_DAY:
      return add_seconds (civil, count, DL_DAY_SECONDS);
    case DL_UNIT_WEEK:
      return add_seconds (civil, count, 7 * DL_DAY_SECONDS);
    case DL_UNIT_MONTH:
      return add_months (civil, count, 1);
    case DL_UNIT_QUARTER:
      return add_months (civil, count, 3);
    case DL_UNIT_YEAR:
    default:
      return add_months (civil, count, 12);
    }
}
