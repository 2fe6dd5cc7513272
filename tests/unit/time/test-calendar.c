/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-calendar.h"

#include <string.h>

static void
assert_civil (const DlCivil *civil, gint64 year, int month, int day, int hour, int minute, int second)
{
  g_assert_cmpint (civil->year, ==, year);
  g_assert_cmpint (civil->month, ==, month);
  g_assert_cmpint (civil->day, ==, day);
  g_assert_cmpint (civil->hour, ==, hour);
  g_assert_cmpint (civil->minute, ==, minute);
  g_assert_cmpint (civil->second, ==, second);
}

/* Every day of the years that GDateTime knows. */
static void
test_against_gdatetime (void)
{
  int    year;
  int    month;
  int    day;
  gint64 expected = dl_calendar_days (1, 1, 1);

  for (year = 1; year <= 9999; year++)
    {
      g_autoptr (GDateTime) start = g_date_time_new_utc (year, 1, 1, 0, 0, 0);

      g_assert_cmpint (dl_calendar_days (year, 1, 1), ==,
                       g_date_time_to_unix (start) / 86400 - (g_date_time_to_unix (start) % 86400 < 0));
      g_assert_cmpint (dl_calendar_weekday (year, 1, 1) + 1, ==, g_date_time_get_day_of_week (start));
      for (month = 1; month <= 12; month++)
        {
          int length = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

          g_assert_cmpint (dl_calendar_days_in_month (year, month), ==, length);
          for (day = 1; day <= length; day++)
            {
              DlCivil civil = dl_calendar_from_instant (DL_INSTANT (expected * 86400 + 45296));

              g_assert_cmpint (dl_calendar_days (year, month, day), ==, expected);
              assert_civil (&civil, year, month, day, 12, 34, 56);
              expected++;
            }
        }
    }
}

static void
test_known_days (void)
{
  g_assert_cmpint (dl_calendar_days (1970, 1, 1), ==, 0);
  g_assert_cmpint (dl_calendar_days (2000, 3, 1), ==, 11017);
  g_assert_cmpint (dl_calendar_days (0, 1, 1), ==, -719528);
  g_assert_cmpint (dl_calendar_days (-1, 12, 31), ==, -719529);
  /* Julian day 0 is 24 November -4713. */
  g_assert_cmpint (dl_calendar_days (-4713, 11, 24), ==, -2440588);
  /* A day outside its month counts on. */
  g_assert_cmpint (dl_calendar_days (2025, 1, 32), ==, dl_calendar_days (2025, 2, 1));
  g_assert_cmpint (dl_calendar_days (2025, 3, 0), ==, dl_calendar_days (2025, 2, 28));
  g_assert_true (dl_calendar_is_leap_year (0));
  g_assert_true (dl_calendar_is_leap_year (-4));
  g_assert_false (dl_calendar_is_leap_year (-100));
  g_assert_true (dl_calendar_is_leap_year (-400));
  g_assert_false (dl_calendar_is_leap_year (1900));
}

static void
test_round_trips_far_out (void)
{
  static const gint64 years[] = { DL_YEAR_MIN, -170000000, -10000, -401,  -400,        -1,
                                  0,           1,          9999,   10000, 13800000000, DL_YEAR_MAX };
  gint64              last = G_MININT64;
  gsize               i;
  int                 month;

  for (i = 0; i < G_N_ELEMENTS (years); i++)
    for (month = 1; month <= 12; month++)
      {
        DlCivil   civil = { years[i], (gint8) month, (gint8) dl_calendar_days_in_month (years[i], month), 23, 59, 59 };
        DlInstant instant = dl_calendar_to_instant (&civil);
        DlCivil   back = dl_calendar_from_instant (instant);

        g_assert_true (dl_instant_is_finite (instant));
        g_assert_cmpint (instant.seconds, >, last);
        last = instant.seconds;
        assert_civil (&back, civil.year, civil.month, civil.day, 23, 59, 59);
      }
}

static void
test_saturation (void)
{
  DlCivil   civil = { DL_YEAR_MAX + 1, 1, 1, 0, 0, 0 };
  DlInstant instant = dl_calendar_to_instant (&civil);

  g_assert_cmpint (instant.seconds, ==, G_MAXINT64 - 1);
  civil.year = G_MININT64;
  instant = dl_calendar_to_instant (&civil);
  g_assert_cmpint (instant.seconds, ==, G_MININT64 + 1);

  /* None of these may overflow. */
  civil = dl_calendar_from_instant (DL_INSTANT_MIN);
  g_assert_cmpint (civil.year, <, DL_YEAR_MIN + 1);
  civil = dl_calendar_from_instant (DL_INSTANT_MAX);
  g_assert_cmpint (civil.year, >, DL_YEAR_MAX - 1);

  civil = (DlCivil){ 2025, 1, 1, 0, 0, 0 };
  civil = dl_calendar_add (&civil, DL_UNIT_YEAR, G_MAXINT64);
  assert_civil (&civil, DL_YEAR_MAX, 12, 31, 23, 59, 59);
  civil = dl_calendar_add (&civil, DL_UNIT_SECOND, G_MAXINT64);
  g_assert_cmpint (civil.year, ==, DL_YEAR_MAX);
  civil = dl_calendar_add (&civil, DL_UNIT_WEEK, G_MININT64);
  assert_civil (&civil, DL_YEAR_MIN, 1, 1, 0, 0, 0);
  civil = dl_calendar_add (&civil, DL_UNIT_MONTH, -1);
  assert_civil (&civil, DL_YEAR_MIN, 1, 1, 0, 0, 0);
  civil = dl_calendar_floor (&civil, DL_UNIT_YEAR, G_MAXINT64, 0);
  assert_civil (&civil, DL_YEAR_MIN, 1, 1, 0, 0, 0);
}

static void
check_floor (DlUnit unit, gint64 count, int first_weekday, const char *expected)
{
  DlCivil          civil = { 2025, 11, 16, 17, 47, 53 };
  g_autofree char *text = NULL;

  civil = dl_calendar_floor (&civil, unit, count, first_weekday);
  text = g_strdup_printf ("%" G_GINT64_FORMAT "-%02d-%02d %02d:%02d:%02d", civil.year, civil.month, civil.day,
                          civil.hour, civil.minute, civil.second);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_floor (void)
{
  DlCivil civil = { -1, 5, 1, 0, 0, 0 };

  check_floor (DL_UNIT_SECOND, 1, 0, "2025-11-16 17:47:53");
  check_floor (DL_UNIT_SECOND, 15, 0, "2025-11-16 17:47:45");
  check_floor (DL_UNIT_MINUTE, 30, 0, "2025-11-16 17:30:00");
  check_floor (DL_UNIT_HOUR, 6, 0, "2025-11-16 12:00:00");
  check_floor (DL_UNIT_HOUR, 100, 0, "2025-11-16 00:00:00");
  check_floor (DL_UNIT_DAY, 1, 0, "2025-11-16 00:00:00");
  check_floor (DL_UNIT_DAY, 10, 0, "2025-11-11 00:00:00");
  /* 16 November 2025 is a Sunday. */
  check_floor (DL_UNIT_WEEK, 1, 0, "2025-11-10 00:00:00");
  check_floor (DL_UNIT_WEEK, 1, 6, "2025-11-16 00:00:00");
  check_floor (DL_UNIT_WEEK, 1, 5, "2025-11-15 00:00:00");
  check_floor (DL_UNIT_MONTH, 1, 0, "2025-11-01 00:00:00");
  check_floor (DL_UNIT_MONTH, 6, 0, "2025-07-01 00:00:00");
  check_floor (DL_UNIT_QUARTER, 1, 0, "2025-10-01 00:00:00");
  check_floor (DL_UNIT_QUARTER, 2, 0, "2025-07-01 00:00:00");
  check_floor (DL_UNIT_YEAR, 1, 0, "2025-01-01 00:00:00");
  check_floor (DL_UNIT_YEAR, 100, 0, "2000-01-01 00:00:00");

  civil = dl_calendar_floor (&civil, DL_UNIT_YEAR, 10, 0);
  assert_civil (&civil, -10, 1, 1, 0, 0, 0);
}

static void
test_add (void)
{
  DlCivil civil = { 2024, 1, 31, 10, 0, 0 };
  DlCivil next;

  next = dl_calendar_add (&civil, DL_UNIT_MONTH, 1);
  assert_civil (&next, 2024, 2, 29, 10, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_MONTH, -2);
  assert_civil (&next, 2023, 11, 30, 10, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_QUARTER, 4);
  assert_civil (&next, 2025, 1, 31, 10, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_YEAR, -2025);
  assert_civil (&next, -1, 1, 31, 10, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_DAY, 30);
  assert_civil (&next, 2024, 3, 1, 10, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_WEEK, -5);
  assert_civil (&next, 2023, 12, 27, 10, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_HOUR, 14);
  assert_civil (&next, 2024, 2, 1, 0, 0, 0);
  next = dl_calendar_add (&civil, DL_UNIT_MINUTE, -601);
  assert_civil (&next, 2024, 1, 30, 23, 59, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/calendar/against-gdatetime", test_against_gdatetime);
  g_test_add_func ("/time/calendar/known-days", test_known_days);
  g_test_add_func ("/time/calendar/far-out", test_round_trips_far_out);
  g_test_add_func ("/time/calendar/saturation", test_saturation);
  g_test_add_func ("/time/calendar/floor", test_floor);
  g_test_add_func ("/time/calendar/add", test_add);
  return g_test_run ();
}
