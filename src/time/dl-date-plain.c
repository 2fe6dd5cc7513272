/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-plain.h"

#include <string.h>

#include "time/dl-calendar.h"

/* Bytes of YYYY-MM-DD, and of YYYY-MM-DDTHH:MM:SS. */
#define DAY_BYTES 10
#define SECOND_BYTES 19
/* Digits of a second that are kept. */
#define MAX_KEPT 9
/* In nanoseconds. */
#define A_SECOND 1000000000

/* The two digits at @text. Returns: FALSE when they are none or more than @most */
static inline gboolean
two_digits (const char *text, int most, int *value)
{
  int high = text[0] - '0';
  int low = text[1] - '0';

  *value = high * 10 + low;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 && *value <= most;
}

/* All bounds of a date of one point, which is @date's earliest start and reaches up to
 * its latest end. */
static inline void
set_bounds (DlDate *date, DlPrecision precision)
{
  date->earliest_end = date->stated_start = date->earliest_start;
  date->latest_start = date->stated_end = date->latest_end;
  date->start_precision = date->end_precision = precision;
}

/* YYYY-MM-DD. */
static inline gboolean
parse_day (const char *text, DlDate *date)
{
  int century;
  int year;
  int month;
  int day;

  if (text[4] != '-' || text[7] != '-' || !two_digits (text, 99, &century) || !two_digits (text + 2, 99, &year) ||
      !two_digits (text + 5, 12, &month) || !two_digits (text + 8, 31, &day))
    return FALSE;
  year += century * 100;
  if (month < 1 || day < 1 || (day > 28 && day > dl_calendar_days_in_month (year, month)))
    return FALSE;
  memset (date, 0, sizeof *date);
  date->earliest_start = DL_INSTANT (dl_calendar_days (year, month, day) * DL_DAY_SECONDS);
  date->latest_end = dl_instant_add (date->earliest_start, DL_DAY_SECONDS);
  set_bounds (date, DL_PRECISION_DAY);
  return TRUE;
}

/* YYYY-MM-DDTHH:MM:SS, digits of the second and Z, which both may be missing. A second 60
 * is left to the thorough reader. */
static gboolean
parse_moment (const char *text, gsize bytes, DlDate *date)
{
  gsize  at = SECOND_BYTES;
  int    hour;
  int    minute;
  int    second;
  gint32 nanos = 0;
  gint32 step = A_SECOND;

  if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || !two_digits (text + 11, 23, &hour) ||
      !two_digits (text + 14, 59, &minute) || !two_digits (text + 17, 59, &second) || !parse_day (text, date))
    return FALSE;
  if (at < bytes && text[at] == '.')
    {
      for (at++; at < bytes && g_ascii_isdigit (text[at]) && at - SECOND_BYTES <= MAX_KEPT; at++)
        {
          step /= 10;
          nanos += (text[at] - '0') * step;
        }
      if (at == SECOND_BYTES + 1)
        return FALSE;
      date->flags |= DL_DATE_EXTENSION;
    }
  if (at < bytes && text[at] == 'Z')
    {
      at++;
      date->flags |= DL_DATE_OFFSET_START | DL_DATE_OFFSET_END;
    }
  if (at != bytes)
    return FALSE;
  date->earliest_start = dl_instant_add (date->earliest_start, hour * 3600 + minute * 60 + second);
  date->earliest_start.nanos = nanos;
  date->latest_end = date->earliest_start;
  if (nanos + step < A_SECOND)
    date->latest_end.nanos += step;
  else
    {
      date->latest_end = dl_instant_add (date->latest_end, 1);
      date->latest_end.nanos += step - A_SECOND;
    }
  set_bounds (date, step < A_SECOND ? DL_PRECISION_FRACTION : DL_PRECISION_SECOND);
  return TRUE;
}

static inline gboolean
parse_point (const char *text, gsize bytes, DlDate *date)
{
  return bytes == DAY_BYTES ? parse_day (text, date) : bytes >= SECOND_BYTES && parse_moment (text, bytes, date);
}

/* Makes an interval of @date, where it begins, and @end. Returns: FALSE where one is not before the other */
static inline gboolean
join_points (DlDate *date, const DlDate *end)
{
  if (dl_instant_compare (date->latest_end, end->earliest_start) > 0)
    return FALSE;
  date->flags |= DL_DATE_INTERVAL;
  date->earliest_end = end->earliest_start;
  date->latest_end = date->stated_end = end->latest_end;
  date->end_precision = end->end_precision;
  return TRUE;
}

/* An interval of two points that both have an offset or both have none. */
static gboolean
parse_interval (const char *text, gsize bytes, gsize slash, DlDate *date)
{
  DlDate end;

  if (!parse_point (text, slash, date) || !parse_point (text + slash + 1, bytes - slash - 1, &end) ||
      ((date->flags ^ end.flags) & DL_DATE_OFFSET_START) != 0 || !join_points (date, &end))
    return FALSE;
  if (slash > DAY_BYTES || bytes - slash - 1 > DAY_BYTES)
    date->flags |= DL_DATE_EXTENSION;
  return TRUE;
}

void
dl_date_from_moment (DlInstant at, gint32 step, DlDate *date)
{
  memset (date, 0, sizeof *date);
  date->flags = DL_DATE_EXTENSION;
  date->earliest_start = date->latest_end = at;
  date->latest_end.nanos += step;
  if (date->latest_end.nanos >= A_SECOND)
    {
      date->latest_end = dl_instant_add (date->latest_end, 1);
      date->latest_end.nanos -= A_SECOND;
    }
  set_bounds (date, DL_PRECISION_FRACTION);
}

gboolean
dl_date_from_moments (DlInstant start, gint32 start_step, DlInstant end, gint32 end_step, DlDate *date)
{
  DlDate last;

  dl_date_from_moment (start, start_step, date);
  dl_date_from_moment (end, end_step, &last);
  return join_points (date, &last);
}

gboolean
dl_date_parse_plain (const char *text, gsize bytes, DlDate *date)
{
  const char *slash;

  if (bytes < DAY_BYTES)
    return FALSE;
  if (bytes == DAY_BYTES)
    return parse_day (text, date);
  slash = memchr (text + DAY_BYTES, '/', bytes - DAY_BYTES);
  return slash == NULL ? parse_point (text, bytes, date) : parse_interval (text, bytes, (gsize) (slash - text), date);
}
