/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-zone.h"

#include "base/dl-error.h"

#define HOUR 3600

static DlInstant
civil_instant (gint64 year, int month, int day, int hour, int minute)
{
  DlCivil civil = { year, (gint8) month, (gint8) day, (gint8) hour, (gint8) minute, 0 };

  return dl_calendar_to_instant (&civil);
}

static void
assert_local (const DlZone *zone, DlInstant local, DlInstant expected)
{
  DlInstant instant = dl_zone_to_instant (zone, local);

  g_assert_cmpint (instant.seconds, ==, expected.seconds);
  g_assert_cmpint (instant.nanos, ==, expected.nanos);
}

static void
test_utc (void)
{
  static const char *const names[] = { "UTC", "Z", "+00:00" };
  gsize                    i;
  DlCivil                  civil;

  g_assert_true (dl_zone_is_utc (NULL));
  g_assert_cmpstr (dl_zone_get_name (NULL), ==, "UTC");
  g_assert_cmpstr (dl_zone_abbreviation_at (NULL, DL_INSTANT (0)), ==, "UTC");
  assert_local (NULL, DL_INSTANT (12345), DL_INSTANT (12345));
  civil = dl_zone_to_civil (NULL, DL_INSTANT (0));
  g_assert_cmpint (civil.year, ==, 1970);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlZone) zone = dl_zone_new (names[i], &error);

      g_assert_no_error (error);
      g_assert_true (dl_zone_is_utc (zone));
      g_assert_cmpstr (dl_zone_get_name (zone), ==, names[i]);
      g_assert_cmpint (dl_zone_offset_at (zone, DL_INSTANT (0)), ==, 0);
    }
}

static void
test_tokyo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", &error);
  DlInstant          local = civil_instant (2025, 10, 25, 0, 0);
  DlCivil            civil;

  g_assert_no_error (error);
  g_assert_false (dl_zone_is_utc (zone));
  g_assert_cmpint (dl_zone_offset_at (zone, local), ==, 9 * HOUR);
  assert_local (zone, local, civil_instant (2025, 10, 24, 15, 0));
  civil = dl_zone_to_civil (zone, civil_instant (2025, 10, 25, 15, 0));
  g_assert_cmpint (civil.day, ==, 26);
  g_assert_cmpint (civil.hour, ==, 0);
  g_assert_cmpstr (dl_zone_abbreviation_at (zone, local), ==, "JST");
  /* Far from any rule: the nearest that is known, and no overflow. */
  g_assert_cmpint (dl_zone_offset_at (zone, DL_INSTANT (G_MAXINT64 - 1)), ==, 9 * HOUR);
  g_assert_cmpint (dl_zone_offset_at (zone, civil_instant (170000000, 1, 1, 0, 0)), ==, 9 * HOUR);
  assert_local (zone, civil_instant (170000000, 1, 1, 9, 0), civil_instant (170000000, 1, 1, 0, 0));
  g_assert_cmpint (ABS (dl_zone_offset_at (zone, DL_INSTANT (G_MININT64 + 1))), <, 16 * HOUR);
  assert_local (zone, DL_INSTANT_MIN, DL_INSTANT_MIN);
  assert_local (zone, DL_INSTANT_MAX, DL_INSTANT_MAX);
  assert_local (zone, DL_INSTANT (G_MININT64 + 1), DL_INSTANT (G_MININT64 + 1));
}

static void
test_new_york (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZone) zone = dl_zone_new ("America/New_York", &error);
  DlInstant          jump = civil_instant (2025, 3, 9, 7, 0);
  DlInstant          local;

  g_assert_no_error (error);
  assert_local (zone, civil_instant (2025, 1, 1, 0, 0), civil_instant (2025, 1, 1, 5, 0));
  assert_local (zone, civil_instant (2025, 7, 1, 0, 0), civil_instant (2025, 7, 1, 4, 0));
  /* The clocks go from 02:00 to 03:00 on 9 March. */
  assert_local (zone, civil_instant (2025, 3, 9, 1, 59), civil_instant (2025, 3, 9, 6, 59));
  assert_local (zone, civil_instant (2025, 3, 9, 2, 0), jump);
  assert_local (zone, civil_instant (2025, 3, 9, 2, 30), jump);
  assert_local (zone, civil_instant (2025, 3, 9, 2, 59), jump);
  assert_local (zone, civil_instant (2025, 3, 9, 3, 0), jump);
  assert_local (zone, civil_instant (2025, 3, 9, 3, 1), civil_instant (2025, 3, 9, 7, 1));
  /* They go from 02:00 to 01:00 on 2 November: the first of the two. */
  assert_local (zone, civil_instant (2025, 11, 2, 0, 59), civil_instant (2025, 11, 2, 4, 59));
  assert_local (zone, civil_instant (2025, 11, 2, 1, 0), civil_instant (2025, 11, 2, 5, 0));
  assert_local (zone, civil_instant (2025, 11, 2, 1, 30), civil_instant (2025, 11, 2, 5, 30));
  assert_local (zone, civil_instant (2025, 11, 2, 2, 0), civil_instant (2025, 11, 2, 7, 0));
  g_assert_cmpstr (dl_zone_abbreviation_at (zone, civil_instant (2025, 7, 1, 0, 0)), ==, "EDT");
  g_assert_cmpstr (dl_zone_abbreviation_at (zone, civil_instant (2025, 1, 1, 0, 0)), ==, "EST");

  local = civil_instant (2025, 1, 1, 0, 0);
  local.nanos = 5;
  g_assert_cmpint (dl_zone_to_instant (zone, local).nanos, ==, 5);
}

/* Local times in order stay in order, over every jump of 80 years. */
static void
test_monotone (void)
{
  static const char *const names[] = { "America/New_York", "Asia/Kuala_Lumpur",   "Pacific/Apia",
                                       "Europe/London",    "Australia/Lord_Howe", "Africa/Casablanca" };
  gsize                    i;
  gint64                   hours;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DlZone) zone = dl_zone_new (names[i], NULL);
      DlInstant          last = DL_INSTANT_MIN;

      g_assert_nonnull (zone);
      for (hours = -30 * 8766; hours < 50 * 8766; hours++)
        {
          DlInstant instant = dl_zone_to_instant (zone, DL_INSTANT (hours * HOUR));
          DlInstant back = dl_instant_add (instant, dl_zone_offset_at (zone, instant));

          g_assert_cmpint (dl_instant_compare (instant, last), >=, 0);
          /* The clocks show what was asked for, or skipped it. */
          g_assert_cmpint (back.seconds, >=, hours * HOUR);
          last = instant;
        }
    }
}

static void
test_offsets (void)
{
  g_autoptr (DlZone) lumpur = dl_zone_new ("Asia/Kuala_Lumpur", NULL);
  g_autoptr (DlZone) fixed = dl_zone_new ("+05:30", NULL);
  g_autoptr (DlZone) west = dl_zone_new ("-03:00", NULL);

  g_assert_cmpint (dl_zone_offset_at (lumpur, civil_instant (2025, 1, 1, 0, 0)), ==, 8 * HOUR);
  g_assert_cmpint (dl_zone_offset_at (lumpur, civil_instant (1980, 1, 1, 0, 0)), ==, 7 * HOUR + 1800);
  g_assert_cmpstr (dl_zone_abbreviation_at (lumpur, civil_instant (2025, 1, 1, 0, 0)), ==, "+08");
  g_assert_cmpint (dl_zone_offset_at (fixed, DL_INSTANT (0)), ==, 5 * HOUR + 1800);
  g_assert_cmpint (dl_zone_offset_at (west, DL_INSTANT (0)), ==, -3 * HOUR);
}

static void
test_unknown (void)
{
  static const char *const names[] = { "",          "Nowhere/Atlantis", "/etc/localtime", "../etc/localtime",
                                       "Asia",      "leapseconds",      "tzdata.zi",      "Asia/Tokyo ",
                                       "Asia/T\xff" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlZone) zone = dl_zone_new (names[i], &error);

      g_assert_null (zone);
      g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static gpointer
look_up (gpointer data)
{
  DlZone *zone = data;
  int     i;
  gint64  sum = 0;

  for (i = 0; i < 20000; i++)
    {
      DlZone *held = dl_zone_ref (zone);

      sum += dl_zone_to_instant (held, DL_INSTANT ((gint64) i * 86400)).seconds;
      dl_zone_unref (held);
    }
  return GSIZE_TO_POINTER ((gsize) sum);
}

static void
test_threads (void)
{
  DlZone  *zone = dl_zone_new ("America/New_York", NULL);
  GThread *threads[4];
  gpointer first;
  gsize    i;

  for (i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zone", look_up, zone);
  first = g_thread_join (threads[0]);
  for (i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == first);
  dl_zone_unref (zone);
}

/* Whoever asks often gets the clocks from a table; it says what GLib says. */
static void
test_table (void)
{
  static const char *const names[] = { "America/New_York", "Pacific/Apia", "Asia/Tokyo",       "Europe/London",
                                       "Asia/Kathmandu",   "-03:30",       "Africa/Casablanca" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DlZone)    zone = dl_zone_new (names[i], NULL);
      g_autoptr (GTimeZone) other = g_time_zone_new_identifier (names[i]);
      int                   last = -1;

      g_assert_nonnull (zone);
      g_assert_nonnull (other);
      /* From 1800 to 2110, and the ends of time. */
      for (gint64 seconds = -5400000000; seconds < 4400000000; seconds += 86400 * 3 + 7)
        {
          int    interval = g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, seconds);
          gint64 low = seconds - (86400 * 3 + 7);
          gint64 high = seconds;

          g_assert_cmpint (dl_zone_offset_at (zone, DL_INSTANT (seconds)), ==,
                           g_time_zone_get_offset (other, interval));
          /* To the second, where the clocks change. */
          while (last >= 0 && interval != last && high - low > 1)
            {
              gint64 middle = (low + high) / 2;

              if (g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, middle) < interval)
                low = middle;
              else
                high = middle;
            }
          for (gint64 near = high - 1; near <= high + 1; near++)
            g_assert_cmpint (
              dl_zone_offset_at (zone, DL_INSTANT (near)), ==,
              g_time_zone_get_offset (other, g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, near)));
          last = interval;
        }
      g_assert_cmpint (
        dl_zone_offset_at (zone, DL_INSTANT (G_MININT64 + 1)), ==,
        g_time_zone_get_offset (other, g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, G_MININT64 + 1)));
      g_assert_cmpint (
        dl_zone_offset_at (zone, DL_INSTANT (G_MAXINT64 - 1)), ==,
        g_time_zone_get_offset (other, g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, G_MAXINT64 - 1)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/zone/utc", test_utc);
  g_test_add_func ("/time/zone/tokyo", test_tokyo);
  g_test_add_func ("/time/zone/new-york", test_new_york);
  g_test_add_func ("/time/zone/monotone", test_monotone);
  g_test_add_func ("/time/zone/offsets", test_offsets);
  g_test_add_func ("/time/zone/unknown", test_unknown);
  g_test_add_func ("/time/zone/table", test_table);
  g_test_add_func ("/time/zone/threads", test_threads);
  return g_test_run ();
}
