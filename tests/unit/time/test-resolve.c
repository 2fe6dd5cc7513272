/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date.h"

#include <string.h>

static DlDate
resolved (const char *text, const char *zone_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZone) zone = dl_zone_new (zone_name, &error);
  DlDate             date = { 0 };

  g_assert_no_error (error);
  g_assert_true (dl_date_parse (text, -1, &date, &error));
  g_assert_no_error (error);
  dl_date_resolve (&date, zone);
  g_assert_cmpint (dl_instant_compare (date.earliest_start, date.latest_start), <=, 0);
  g_assert_cmpint (dl_instant_compare (date.earliest_end, date.latest_end), <=, 0);
  g_assert_cmpint (dl_instant_compare (date.earliest_start, date.earliest_end), <=, 0);
  g_assert_cmpint (dl_instant_compare (date.latest_start, date.latest_end), <=, 0);
  return date;
}

static void
assert_iso (DlInstant instant, const char *expected)
{
  g_autofree char *text = dl_instant_to_iso8601 (instant);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_floating (void)
{
  DlDate date = resolved ("2025-10-25", "Asia/Tokyo");

  assert_iso (date.earliest_start, "2025-10-24T15:00:00Z");
  assert_iso (date.latest_end, "2025-10-25T15:00:00Z");
  assert_iso (date.stated_start, "2025-10-24T15:00:00Z");
  assert_iso (date.stated_end, "2025-10-25T15:00:00Z");

  date = resolved ("2025-10-25T22:00", "America/New_York");
  assert_iso (date.earliest_start, "2025-10-26T02:00:00Z");
  assert_iso (date.latest_end, "2025-10-26T02:01:00Z");

  /* A day on which the clocks change has 23 or 25 hours. */
  date = resolved ("2025-03-09", "America/New_York");
  assert_iso (date.earliest_start, "2025-03-09T05:00:00Z");
  assert_iso (date.latest_end, "2025-03-10T04:00:00Z");
  date = resolved ("2025-11-02", "America/New_York");
  assert_iso (date.earliest_start, "2025-11-02T04:00:00Z");
  assert_iso (date.latest_end, "2025-11-03T05:00:00Z");

  date = resolved ("Y-170000002", "Asia/Tokyo");
  g_assert_true (dl_instant_is_finite (date.earliest_start));
}

static void
test_fixed (void)
{
  DlDate date = resolved ("2025-10-25T22:00:00Z", "Asia/Tokyo");

  assert_iso (date.earliest_start, "2025-10-25T22:00:00Z");
  assert_iso (date.latest_end, "2025-10-25T22:00:01Z");
  date = resolved ("2025-10-25T22:00:00+08:00", "America/New_York");
  assert_iso (date.earliest_start, "2025-10-25T14:00:00Z");
}

static void
test_ends (void)
{
  DlDate date = resolved ("2025-10-25T22:00Z/2025-10-26", "America/New_York");

  assert_iso (date.earliest_start, "2025-10-25T22:00:00Z");
  assert_iso (date.earliest_end, "2025-10-26T04:00:00Z");
  assert_iso (date.latest_end, "2025-10-27T04:00:00Z");

  /* An unknown end is bounded by the start, wherever that lies. */
  date = resolved ("2025-10-25T22:00Z/", "America/New_York");
  assert_iso (date.earliest_start, "2025-10-25T22:00:00Z");
  assert_iso (date.earliest_end, "2025-10-25T22:00:00Z");
  assert_iso (date.latest_end, NULL);
  date = resolved ("/2025-10-25T22:00Z", "Asia/Tokyo");
  assert_iso (date.latest_start, "2025-10-25T22:01:00Z");
  assert_iso (date.earliest_start, NULL);

  date = resolved ("2025-10-25/..", "Asia/Tokyo");
  assert_iso (date.earliest_start, "2025-10-24T15:00:00Z");
  assert_iso (date.earliest_end, NULL);
  date = resolved ("[..2025-10-25]", "Asia/Tokyo");
  assert_iso (date.earliest_start, NULL);
  assert_iso (date.latest_end, "2025-10-25T15:00:00Z");

  /* In order as written, out of order on this axis: the bounds stay ordered. */
  date = resolved ("2025-10-25T22:00Z/2025-10-25T23:00", "Asia/Tokyo");
  assert_iso (date.earliest_start, "2025-10-25T22:00:00Z");
}

static void
test_utc_leaves_alone (void)
{
  DlDate date = resolved ("2025-10-25", "UTC");
  DlDate same = date;

  dl_date_resolve (&date, NULL);
  g_assert_cmpmem (&date, sizeof date, &same, sizeof same);
  assert_iso (date.earliest_start, "2025-10-25T00:00:00Z");
}

static void
test_compare (void)
{
  /* In their order: by start, then the longer first. */
  static const char *const texts[] = { "../1900",   "-0043",   "1984",       "2004/..",
                                       "2004",      "2004-01", "2004-01-01", "2004-01-01T00:00:00",
                                       "2025-10-25" };
  gsize                    i;
  gsize                    j;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    for (j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        DlDate a = resolved (texts[i], "UTC");
        DlDate b = resolved (texts[j], "UTC");
        int    order = dl_date_compare (&a, &b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_meets (void)
{
  DlDate    date = resolved ("2025-10-25", "UTC");
  DlInstant start = date.earliest_start;
  DlInstant end = date.latest_end;

  g_assert_true (dl_date_meets (&date, start, end));
  g_assert_false (dl_date_meets (&date, end, dl_instant_add (end, 5)));
  g_assert_false (dl_date_meets (&date, dl_instant_add (start, -5), start));
  g_assert_true (dl_date_meets (&date, dl_instant_add (start, -5), dl_instant_add (start, 1)));
}

static void
test_iso8601 (void)
{
  DlInstant instant = DL_INSTANT (0);

  assert_iso (instant, "1970-01-01T00:00:00Z");
  instant.nanos = 500000000;
  assert_iso (instant, "1970-01-01T00:00:00.5Z");
  instant.nanos = 1;
  assert_iso (instant, "1970-01-01T00:00:00.000000001Z");
  assert_iso (DL_INSTANT_MIN, NULL);
  assert_iso (DL_INSTANT_MAX, NULL);
  assert_iso (DL_INSTANT (-62167219200), "0000-01-01T00:00:00Z");
  assert_iso (DL_INSTANT (-62167219201), "-0001-12-31T23:59:59Z");
  assert_iso (DL_INSTANT (253402300800), "+10000-01-01T00:00:00Z");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/resolve/floating", test_floating);
  g_test_add_func ("/time/resolve/fixed", test_fixed);
  g_test_add_func ("/time/resolve/ends", test_ends);
  g_test_add_func ("/time/resolve/utc", test_utc_leaves_alone);
  g_test_add_func ("/time/date/compare", test_compare);
  g_test_add_func ("/time/date/meets", test_meets);
  g_test_add_func ("/time/date/iso8601", test_iso8601);
  return g_test_run ();
}
