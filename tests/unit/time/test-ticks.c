/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words.h"

#include <locale.h>
#include <string.h>

#define DAY 86400.0
#define YEAR (DAY * 365.2425)

static void
test_ticks (void)
{
  static const struct
  {
    DlCivil     civil;
    DlUnit      unit;
    gint64      count;
    DlTickForm  form;
    const char *words;
  } rows[] = {
    { { 2025, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1, DL_TICK_FULL, "2025" },
    { { 2020, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 10, DL_TICK_PART, "2020" },
    { { -43, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1, DL_TICK_FULL, "44 BC" },
    { { 0, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1, DL_TICK_FULL, "1 BC" },
    { { -999, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1000, DL_TICK_FULL, "1000 BC" },
    { { 1, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1, DL_TICK_FULL, "AD 1" },
    { { -99, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 100, DL_TICK_FULL, "100 BC" },
    { { -12000, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1, DL_TICK_FULL, "12,001 BC" },
    { { -11999, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1000, DL_TICK_FULL, "12,000 BC" },
    { { -999999, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 500000, DL_TICK_FULL, "1 million BC" },
    { { -65999999, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1000000, DL_TICK_FULL, "66 million BC" },
    { { -66499999, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 500000, DL_TICK_BRIEF, "66.5 million BC" },
    { { -13799999999, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 100000000, DL_TICK_FULL, "13.8 billion BC" },
    { { 12000, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, 1000, DL_TICK_FULL, "AD 12,000" },
    { { 2025, 10, 1, 0, 0, 0 }, DL_UNIT_QUARTER, 1, DL_TICK_FULL, "Q4 2025" },
    { { 2025, 10, 1, 0, 0, 0 }, DL_UNIT_QUARTER, 1, DL_TICK_PART, "Q4" },
    { { 2025, 10, 1, 0, 0, 0 }, DL_UNIT_MONTH, 1, DL_TICK_FULL, "October 2025" },
    { { 2025, 10, 1, 0, 0, 0 }, DL_UNIT_MONTH, 1, DL_TICK_PART, "October" },
    { { 2025, 10, 1, 0, 0, 0 }, DL_UNIT_MONTH, 3, DL_TICK_BRIEF, "Oct" },
    { { -43, 3, 1, 0, 0, 0 }, DL_UNIT_MONTH, 1, DL_TICK_FULL, "March 44 BC" },
    { { 2025, 10, 25, 0, 0, 0 }, DL_UNIT_DAY, 1, DL_TICK_FULL, "25 October 2025" },
    { { 2025, 10, 25, 0, 0, 0 }, DL_UNIT_DAY, 1, DL_TICK_PART, "25" },
    { { 2025, 10, 25, 0, 0, 0 }, DL_UNIT_DAY, 1, DL_TICK_BRIEF, "25" },
    { { 2025, 10, 25, 0, 0, 0 }, DL_UNIT_DAY, 1, DL_TICK_WEEKDAY, "25 Sat" },
    { { 1453, 5, 29, 0, 0, 0 }, DL_UNIT_DAY, 1, DL_TICK_WEEKDAY, "29" },
    { { 2025, 10, 20, 0, 0, 0 }, DL_UNIT_WEEK, 1, DL_TICK_PART, "20" },
    { { 2025, 10, 20, 0, 0, 0 }, DL_UNIT_WEEK, 1, DL_TICK_WEEKDAY, "20 Mon" },
    { { 2025, 10, 25, 22, 0, 0 }, DL_UNIT_HOUR, 1, DL_TICK_FULL, "22:00" },
    { { 2025, 10, 25, 6, 0, 0 }, DL_UNIT_HOUR, 6, DL_TICK_BRIEF, "06:00" },
    { { 2025, 10, 25, 22, 5, 0 }, DL_UNIT_MINUTE, 5, DL_TICK_PART, "22:05" },
    { { 2025, 10, 25, 22, 5, 30 }, DL_UNIT_SECOND, 15, DL_TICK_PART, "22:05:30" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dl_words_tick (&rows[i].civil, rows[i].unit, rows[i].count, rows[i].form);

      if (strcmp (words, rows[i].words) != 0)
        g_test_fail_printf ("“%s”, expected “%s”", words, rows[i].words);
    }
}

static void
check_instant (gint64 seconds, DlUnit unit, const char *zone_name, const char *expected)
{
  g_autoptr (DlZone) zone = dl_zone_new (zone_name, NULL);
  g_autofree char   *words = dl_words_instant (DL_INSTANT (seconds), unit, zone);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_instant (void)
{
  /* 25 October 2025, 14:05:09 UTC. */
  const gint64     seconds = 1761401109;
  g_autofree char *endless = dl_words_instant (DL_INSTANT_MAX, DL_UNIT_DAY, NULL);

  check_instant (seconds, DL_UNIT_SECOND, "UTC", "Sat 25 October 2025, 14:05:09 (UTC)");
  check_instant (seconds, DL_UNIT_MINUTE, "UTC", "Sat 25 October 2025, 14:05 (UTC)");
  check_instant (seconds, DL_UNIT_HOUR, "UTC", "Sat 25 October 2025, 14:05 (UTC)");
  check_instant (seconds, DL_UNIT_DAY, "UTC", "Sat 25 October 2025");
  check_instant (seconds, DL_UNIT_WEEK, "UTC", "Sat 25 October 2025");
  check_instant (-16302124800, DL_UNIT_DAY, "UTC", "29 May 1453");
  check_instant (seconds, DL_UNIT_MONTH, "UTC", "October 2025");
  check_instant (seconds, DL_UNIT_QUARTER, "UTC", "October 2025");
  check_instant (seconds, DL_UNIT_YEAR, "UTC", "2025");
  check_instant (seconds, DL_UNIT_MINUTE, "Asia/Tokyo", "Sat 25 October 2025, 23:05 (JST)");
  check_instant (seconds + 3600, DL_UNIT_DAY, "Asia/Tokyo", "Sun 26 October 2025");
  g_assert_cmpstr (endless, ==, "");
}

static void
test_duration (void)
{
  static const struct
  {
    double      seconds;
    const char *words;
  } rows[] = {
    { 0, "less than a second" },
    { 1, "1 second" },
    { 90, "90 seconds" },
    { 120, "2 minutes" },
    { 45 * 60, "45 minutes" },
    { 2 * 3600, "2 hours" },
    { 2.5 * 3600, "2 hours, 30 minutes" },
    { 7 * 3600 + 60, "7 hours, 1 minute" },
    { 18 * 3600, "18 hours" },
    { DAY, "1 day" },
    { 1.5 * DAY, "36 hours" },
    { 3 * DAY, "3 days" },
    { 18 * DAY, "18 days" },
    { 18 * DAY + 3600, "18 days" },
    { 60 * DAY, "60 days" },
    { 100 * DAY, "about 3 months" },
    { 365 * DAY, "about 12 months" },
    { 2 * YEAR, "2 years" },
    { YEAR * 28 / 12, "2 years, 4 months" },
    { YEAR * 25 / 12, "2 years, 1 month" },
    { 8.2 * YEAR, "about 8 years" },
    { 2068 * YEAR, "about 2068 years" },
    { 12000 * YEAR, "about 12,000 years" },
    { 66e6 * YEAR, "about 66 million years" },
    { 4.54e9 * YEAR, "about 4.54 billion years" },
    { 9.2e18, "about 292 billion years" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dl_words_duration (rows[i].seconds);

      if (strcmp (words, rows[i].words) != 0)
        g_test_fail_printf ("%g s: “%s”, expected “%s”", rows[i].seconds, words, rows[i].words);
    }
}

static void
test_first_weekday (void)
{
  int first = dl_words_first_weekday ();

  g_assert_cmpint (first, >=, 0);
  g_assert_cmpint (first, <=, 6);
#ifdef __GLIBC__
  if (strcmp (setlocale (LC_TIME, NULL), "C") == 0)
    g_assert_cmpint (first, ==, 6);
#endif
}

static void
test_parts (void)
{
  const DlCivil    civil = { 2024, 5, 6, 7, 8, 9 };
  const DlInstant  instant = { 1714979289, 7250000 };
  g_autofree char *half = dl_words_tick_part (&civil, 500000000, 500000000);
  g_autofree char *hundredth = dl_words_tick_part (&civil, 20000000, 20000000);
  g_autofree char *nano = dl_words_tick_part (&civil, 20000001, 1);
  g_autofree char *hover = dl_words_instant_part (instant, 3, NULL);
  g_autofree char *millis = dl_words_duration (0.126);
  g_autofree char *micros = dl_words_duration (0.000004);
  g_autofree char *second = dl_words_duration (0.9999);

  g_assert_cmpstr (half, ==, "07:08:09.5");
  g_assert_cmpstr (hundredth, ==, "07:08:09.02");
  g_assert_cmpstr (nano, ==, "07:08:09.020000001");
  g_assert_cmpstr (hover, ==, "Mon 6 May 2024, 07:08:09.007 (UTC)");
  g_assert_cmpstr (millis, ==, "126 milliseconds");
  g_assert_cmpstr (micros, ==, "4 microseconds");
  g_assert_cmpstr (second, ==, "1 second");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/ticks/table", test_ticks);
  g_test_add_func ("/time/ticks/instant", test_instant);
  g_test_add_func ("/time/ticks/duration", test_duration);
  g_test_add_func ("/time/ticks/first-weekday", test_first_weekday);
  g_test_add_func ("/time/ticks/parts", test_parts);
  return g_test_run ();
}
