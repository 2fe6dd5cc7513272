/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-span.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "time/dl-words-parts.h"
#include "time/dl-words.h"

#define DAYS_PER_MONTH 30.436875
#define DAYS_PER_YEAR (DL_YEAR_SECONDS / DL_DAY_SECONDS)

/* Up to here days are counted one by one. */
#define MANY_DAYS 100

/* Where the days of the axis begin. */
typedef struct
{
  const DlZone *zone;
  gint64        shift; /* added to an instant instead, without a zone */
} Days;

static gboolean
has_time (guint8 precision)
{
  return precision == DL_PRECISION_FRACTION || precision == DL_PRECISION_SECOND || precision == DL_PRECISION_MINUTE ||
         precision == DL_PRECISION_HOUR;
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* Without a zone, the midnights are those that @date keeps to. */
static void
days_from_date (Days *days, const DlDate *date)
{
  DlInstant edge = dl_instant_is_finite (date->earliest_start) ? date->earliest_start : date->latest_end;
  guint8    precision = dl_instant_is_finite (date->earliest_start) ? date->start_precision : date->end_precision;

  if (!has_time (precision) && precision != DL_PRECISION_NONE && dl_instant_is_finite (edge))
    days->shift = -(edge.seconds - floor_div (edge.seconds, DL_DAY_SECONDS) * DL_DAY_SECONDS);
}

static gint64
local_seconds (const Days *days, DlInstant instant)
{
  gint64 shift = days->zone != NULL ? dl_zone_offset_at (days->zone, instant) : days->shift;

  return dl_instant_add (instant, shift).seconds;
}

static gint64
day_of (const Days *days, DlInstant instant, gint64 extra)
{
  return floor_div (dl_instant_add (DL_INSTANT (local_seconds (days, instant)), extra).seconds, DL_DAY_SECONDS);
}

/* First and last day of [from, to). The edges of whole days are rounded,
 * because without a zone summer time puts them an hour off. */
static void
day_range (const Days *days, DlInstant from, DlInstant to, gboolean timed, gint64 *first, gint64 *last)
{
  DlInstant before_end = to;

  if (!timed)
    {
      *first = day_of (days, from, DL_DAY_SECONDS / 2);
      *last = day_of (days, to, DL_DAY_SECONDS / 2) - 1;
    }
  else
    {
      if (to.nanos == 0)
        before_end = dl_instant_add (to, -1);
      *first = day_of (days, from, 0);
      *last = day_of (days, before_end, 0);
    }
  *last = MAX (*last, *first);
}

static gboolean
is_bounded (const DlDate *date)
{
  return dl_instant_is_finite (date->earliest_start) && dl_instant_is_finite (date->latest_start);
}

/* Two times of day, counted in the finer of their units. */
static void
span_of_times (const DlDate *a, const DlDate *b, DlSpan *span)
{
  static const double lengths[] = { 1.0, 60.0, 3600.0 };

  guint8 a_precision = MAX (a->start_precision, DL_PRECISION_SECOND);
  guint8 b_precision = MAX (b->start_precision, DL_PRECISION_SECOND);

  span->unit = MIN (a_precision, b_precision) - DL_PRECISION_SECOND + DL_UNIT_SECOND;
  /* The seconds of one say nothing when the other has none. */
  if (a_precision != b_precision && span->unit == DL_UNIT_SECOND)
    span->unit = DL_UNIT_MINUTE;
  span->min = (gint64) ceil (dl_instant_distance (a->latest_start, b->earliest_start) / lengths[span->unit]) + 1;
  span->max = (gint64) floor (dl_instant_distance (a->earliest_start, b->latest_start) / lengths[span->unit]) - 1;
  if (span->min > span->max)
    span->min = span->max =
      (gint64) floor (dl_instant_distance (a->earliest_start, b->earliest_start) / lengths[span->unit] + 0.5);
  if (a->start_precision == DL_PRECISION_FRACTION && b->start_precision == DL_PRECISION_FRACTION)
    {
      double seconds = fabs (dl_instant_distance (a->earliest_start, b->earliest_start));

      span->seconds = seconds < 0.9995 ? seconds : 0;
    }
}

gboolean
dl_span_between (const DlDate *a, const DlDate *b, const DlZone *zone, DlSpan *span)
{
  Days   days = { zone, 0 };
  gint64 first[2];
  gint64 last[2];

  g_return_val_if_fail (a != NULL && b != NULL && span != NULL, FALSE);

  if (!is_bounded (a) || !is_bounded (b))
    return FALSE;
  span->seconds = 0;
  if (has_time (a->start_precision) && has_time (b->start_precision))
    {
      span_of_times (a, b, span);
      return TRUE;
    }
  days_from_date (&days, has_time (a->start_precision) ? b : a);
  day_range (&days, a->earliest_start, a->latest_start, has_time (a->start_precision), &first[0], &last[0]);
  day_range (&days, b->earliest_start, b->latest_start, has_time (b->start_precision), &first[1], &last[1]);
  span->unit = DL_UNIT_DAY;
  span->min = first[1] - last[0];
  span->max = last[1] - first[0];
  return TRUE;
}

/* "14 to 43 days" and its like, where both ends round to something. */
static char *
range_words (gint64 min, gint64 max, const char *pattern)
{
  g_autofree char *from = dl_words_number (min);
  g_autofree char *to = dl_words_number (max);

  return dl_words_fill (pattern, "min", from, "max", to, NULL);
}

static char *
days_range_words (gint64 min, gint64 max)
{
  /* Translators: a distance that is not known more closely: 14 to 43 days; the
   * plural form is that of {max}. */
  return range_words (min, max, ngettext ("{min} to {max} day", "{min} to {max} days", (gulong) max));
}

static char *
up_to_words (double seconds)
{
  g_autofree char *length = dl_words_duration (seconds);

  /* Translators: at most so long: up to 17 days. */
  return dl_words_fill (C_ ("duration", "up to {duration}"), "duration", length, NULL);
}

static char *
exact_days_words (gint64 count)
{
  /* Translators: a distance in days of the calendar. */
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) count), (int) count);
}

static char *
day_span_words (gint64 min, gint64 max)
{
  g_autofree char *length = NULL;
  double           months = floor (min / DAYS_PER_MONTH + 0.5);
  double           years = floor (min / DAYS_PER_YEAR + 0.5);

  if (max == 0)
    return g_strdup (C_ ("duration", "the same day"));
  if (min == max && max < MANY_DAYS)
    return exact_days_words (max);
  if (min <= 0 && max < MANY_DAYS)
    {
      length = exact_days_words (max);
      return dl_words_fill (C_ ("duration", "up to {duration}"), "duration", length, NULL);
    }
  if (max < MANY_DAYS)
    return days_range_words (min, max);
  if (min == max)
    return dl_words_duration ((double) max * DL_DAY_SECONDS);
  if (min <= 0)
    return up_to_words ((double) max * DL_DAY_SECONDS);
  if (max < 800 && min < MANY_DAYS)
    return days_range_words (min, max);
  if (max < 60 * DAYS_PER_MONTH)
    {
      double last = floor (max / DAYS_PER_MONTH + 0.5);

      if (last > months)
        return range_words ((gint64) MAX (months, 1), (gint64) last,
                            ngettext ("{min} to {max} month", "{min} to {max} months", (gulong) last));
    }
  else if (max < 1e6 * DAYS_PER_YEAR)
    {
      double last = floor (max / DAYS_PER_YEAR + 0.5);

      if (last > years && years < 1)
        return up_to_words ((double) max * DL_DAY_SECONDS);
      if (last > years)
        return range_words ((gint64) years, (gint64) last,
                            ngettext ("{min} to {max} year", "{min} to {max} years", (gulong) last));
    }
  /* They round to the same. */
  return dl_words_duration (((double) min + (double) max) / 2.0 * DL_DAY_SECONDS);
}

char *
dl_span_to_words (const DlSpan *span)
{
  static const double lengths[] = { 1.0, 60.0, 3600.0 };
  g_autofree char    *from = NULL;
  g_autofree char    *to = NULL;
  gint64              min = span->min;
  gint64              max = span->max;

  if (max <= 0)
    {
      min = -span->max;
      max = -span->min;
    }
  else if (min < 0)
    {
      max = MAX (max, -min);
      min = 0;
    }
  if (span->unit >= DL_UNIT_DAY)
    return day_span_words (min, max);

  if (span->seconds > 0)
    return dl_words_duration (span->seconds);
  if (max == 0)
    return g_strdup (C_ ("duration", "the same time"));
  if (min == 0)
    return up_to_words ((double) max * lengths[span->unit]);
  from = dl_words_duration ((double) min * lengths[span->unit]);
  to = dl_words_duration ((double) max * lengths[span->unit]);
  if (strcmp (from, to) == 0)
    return g_steal_pointer (&from);
  /* Translators: a distance that is not known more closely: 6 minutes to 1 hour. */
  return dl_words_fill (C_ ("duration", "{min} to {max}"), "min", from, "max", to, NULL);
}

/* The day that @as_of belongs to. A midnight ends the day before it; without
 * a zone, summer time may put that midnight an hour off. */
static gint64
as_of_day (const Days *days, DlInstant as_of)
{
  gint64 local = local_seconds (days, as_of);
  gint64 of_day = local - floor_div (local, DL_DAY_SECONDS) * DL_DAY_SECONDS;

  if (as_of.nanos == 0 && (of_day == 0 || (days->zone == NULL && of_day == 3600)))
    return floor_div (local, DL_DAY_SECONDS) - 1;
  return floor_div (local, DL_DAY_SECONDS);
}

char *
dl_words_relative (const DlDate *date, DlInstant as_of, const DlZone *zone)
{
  g_autofree char *length = NULL;
  Days             days = { zone, 0 };
  gint64           first;
  gint64           last;
  gint64           day;

  g_return_val_if_fail (date != NULL, NULL);

  if (!dl_instant_is_finite (as_of))
    return g_strdup ("");
  days_from_date (&days, date);
  day = as_of_day (&days, as_of);
  if (dl_instant_compare (date->earliest_start, as_of) >= 0 && is_bounded (date))
    {
      day_range (&days, date->earliest_start, date->latest_start, has_time (date->start_precision), &first, &last);
      if (first <= day)
        return g_strdup ("");
      length = day_span_words (first - day, last - day);
      /* Translators: what is ahead at a timeline's as-of date: 2 days after the as-of date. */
      return dl_words_fill (C_ ("relative", "{duration} after the as-of date"), "duration", length, NULL);
    }
  if (dl_instant_compare (date->latest_end, as_of) <= 0 && dl_instant_is_finite (date->earliest_end))
    {
      day_range (&days, date->earliest_end, date->latest_end, has_time (date->end_precision), &first, &last);
      if (last >= day)
        return g_strdup ("");
      length = day_span_words (day - last, day - first);
      /* Translators: what was over by a timeline's as-of date: 4 days before the as-of date. */
      return dl_words_fill (C_ ("relative", "{duration} before the as-of date"), "duration", length, NULL);
    }
  return g_strdup ("");
}
