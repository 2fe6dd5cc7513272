/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/**
 * DlUnit:
 *
 * A unit of the calendar, from fine to coarse. The order is meaningful: a
 * larger value is a coarser unit.
 */
typedef enum
{
  DL_UNIT_SECOND,
  DL_UNIT_MINUTE,
  DL_UNIT_HOUR,
  DL_UNIT_DAY,
  DL_UNIT_WEEK,
  DL_UNIT_MONTH,
  DL_UNIT_QUARTER,
  DL_UNIT_YEAR,
} DlUnit;

/**
 * DlCivil:
 * @year: astronomical year: 0 is 1 BC, -43 is 44 BC
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 *
 * A date and time of the proleptic Gregorian calendar (ISO 8601-1), in no
 * particular zone.
 */
typedef struct
{
  gint64 year;
  gint8  month;
  gint8  day;
  gint8  hour;
  gint8  minute;
  gint8  second;
} DlCivil;

/* The years whose every second is a finite DlInstant. */
#define DL_YEAR_MIN (G_GINT64_CONSTANT (-292277022655))
#define DL_YEAR_MAX (G_GINT64_CONSTANT (292277026594))

/* Days from 1970-01-01 to the given day. @year is clamped to DL_YEAR_MIN …
 * DL_YEAR_MAX; @month 1 to 12; @day may lie outside its month and counts on. */
gint64 dl_calendar_days (gint64 year, int month, int day);

/* 28 to 31. */
int dl_calendar_days_in_month (gint64 year, int month);

gboolean dl_calendar_is_leap_year (gint64 year);

/* 0 Monday to 6 Sunday. */
int dl_calendar_weekday (gint64 year, int month, int day);

/* Whether a day's weekday may be told: from 15 October 1582 on, the first day of the Gregorian
 * calendar. Of an earlier day nobody knows whether it is told by the Julian one, as most are. */
gboolean dl_calendar_has_weekday (const DlCivil *civil);

/* The instant of a civil time read as UTC; saturates outside the years above. */
DlInstant dl_calendar_to_instant (const DlCivil *civil);

/* The civil time of an instant read as UTC (nanoseconds are dropped, towards the past). */
DlCivil dl_calendar_from_instant (DlInstant instant);

/**
 * dl_calendar_floor:
 * @civil: a civil time
 * @unit: a unit
 * @count: how many units make one step, at least 1; for days and weeks steps
 *   count from the first of the month or the week; for months and quarters
 *   from the year's start; for years from the astronomical year 0
 * @first_weekday: 0 Monday to 6 Sunday, used for weeks
 *
 * Returns: the start of the step that holds @civil.
 */
DlCivil dl_calendar_floor (const DlCivil *civil, DlUnit unit, gint64 count, int first_weekday);

/* The civil time @count units after @civil (which must be a unit's start for
 * units of a month or more; the day is kept within the month). Saturates. */
DlCivil dl_calendar_add (const DlCivil *civil, DlUnit unit, gint64 count);

G_END_DECLS
