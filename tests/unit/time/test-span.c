/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-span.h"

#include <string.h>

/* Without a zone; "" when there is no distance. */
static char *
span_words (const DlDate *a, const DlDate *b)
{
  DlSpan span;

  if (!dl_span_between (a, b, NULL, &span))
    return g_strdup ("");
  return dl_span_to_words (&span);
}

static DlDate
date_in (const char *text, const DlZone *zone)
{
  g_autoptr (GError) error = NULL;
  DlDate             date = { 0 };

  g_assert_true (dl_date_parse (text, -1, &date, &error));
  g_assert_no_error (error);
  dl_date_resolve (&date, zone);
  return date;
}

static void
test_between (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gint64      min;
    gint64      max;
    const char *words;
  } rows[] = {
    { "2025-10-25", "2025-10-28", 3, 3, "3 days" },
    { "2025-10-28", "2025-10-25", -3, -3, "3 days" },
    { "2025-10-25", "2025-10-26", 1, 1, "1 day" },
    { "2025-10-25", "2025-10-25", 0, 0, "the same day" },
    { "2025-09", "2025-10-14", 14, 43, "14 to 43 days" },
    { "2025-10-14", "2025-09", -43, -14, "14 to 43 days" },
    { "2025-09", "2025-10", 1, 60, "1 to 60 days" },
    { "2025-10", "2025-10-14", -17, 13, "up to 17 days" },
    { "2025-10", "2025-10", -30, 30, "up to 30 days" },
    { "2025-03-01", "2025-04-01", 31, 31, "31 days" },
    { "2024-02-28", "2024-03-01", 2, 2, "2 days" },
    { "1999-12-31", "2000-01-01", 1, 1, "1 day" },
    { "-0001-12-31", "0000-01-01", 1, 1, "1 day" },
    { "2025-10-25~", "2025-10-30", 4, 6, "4 to 6 days" },
    { "2025-10-25?", "2025-10-30", 5, 5, "5 days" },
    /* A time of day and a day: days of the calendar. */
    { "2025-10-25T23:59", "2025-10-26", 1, 1, "1 day" },
    { "2025-10-25", "2025-10-28T00:00", 3, 3, "3 days" },
    { "2025-10-25T23:59:59", "2025-10-25", 0, 0, "the same day" },
    { "2025-10-25T23", "2025-10-27", 2, 2, "2 days" },
    /* Intervals: from start to start. */
    { "2025-10-21/2025-10-25", "2025-10-28", 7, 7, "7 days" },
    { "2025-10-21/..", "2025-10-28/", 7, 7, "7 days" },
    /* Up to 99 days are counted one by one. */
    { "2025-01-01", "2025-04-10", 99, 99, "99 days" },
    { "2025-01-01", "2025-04-11", 100, 100, "about 3 months" },
    { "2025-04-11", "2025-01-01", -100, -100, "about 3 months" },
    /* Many days */
    { "[2022-01-01..2024-03-20]", "2024-06-01", 73, 882, "2 to 29 months" },
    { "[2022-03-24..2024-03-20]", "2024-06-01", 73, 800, "2 to 26 months" },
    { "[2022-03-25..2024-03-20]", "2024-06-01", 73, 799, "73 to 799 days" },
    { "[2000-01-01..2005-06-01]", "2005-08-01", 61, 2039, "up to about 6 years" },
    { "[2025-09-20..2025-10-30]", "2025-10-10", -20, 20, "up to 20 days" },
    { "[2025-10-01..2025-10-12]", "2025-10-10", -2, 9, "up to 9 days" },
    { "2025-01-01", "2025-07-01", 181, 181, "about 6 months" },
    { "2017-10-25", "2025-10-25", 2922, 2922, "about 8 years" },
    { "2023-06-25", "2025-10-25", 853, 853, "2 years, 4 months" },
    { "1984", "1985", 1, 730, "1 to 730 days" },
    { "2023-01", "2025-01", 701, 761, "23 to 25 months" },
    { "1960", "2004", 15706, 16436, "43 to 45 years" },
    { "1900", "1960-06-15", 21716, 22080, "59 to 60 years" },
    { "1900-01-15", "1960-01", 21900, 21930, "about 60 years" },
    { "-0043", "2025", 754958, 755686, "2067 to 2069 years" },
    /* Times of day */
    { "2025-10-25T22:00:00Z", "2025-10-25T22:00:30Z", 30, 30, "30 seconds" },
    { "2025-10-25T22:00", "2025-10-25T22:07", 7, 7, "7 minutes" },
    { "2025-10-25T22:07", "2025-10-25T22:00", -7, -7, "7 minutes" },
    { "2025-10-25T22:00:05", "2025-10-25T22:07", 7, 7, "7 minutes" },
    { "2025-10-25T22", "2025-10-25T23:05", 6, 65, "6 minutes to 65 minutes" },
    { "2025-10-25T22:00Z", "2025-10-26T07:00+09:00", 0, 0, "the same time" },
    { "2025-10-25T22:00", "2025-10-28T22:00", 4320, 4320, "3 days" },
    { "2025-10-25T22:00:00.25", "2025-10-25T22:00:00.5", 0, 0, "250 milliseconds" },
    { "2025-10-25T22:00:00.014", "2025-10-25T22:00:00.007", 0, 0, "7 milliseconds" },
    { "2025-10-25T22:00:00.25", "2025-10-25T22:00:01.125", 1, 1, "875 milliseconds" },
    { "2025-10-25T22:00:00.5", "2025-10-25T22:00:00.5", 0, 0, "the same time" },
    { "2025-10-25T22:00:00.5", "2025-10-25T22:00:00", 0, 0, "the same time" },
    { "2025-10-25T22", "2025-10-25T22:30", -29, 30, "up to 30 minutes" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlDate           a = date_in (rows[i].a, NULL);
      DlDate           b = date_in (rows[i].b, NULL);
      g_autofree char *words = span_words (&a, &b);
      DlSpan           span = { 0 };

      g_assert_true (dl_span_between (&a, &b, NULL, &span));
      if (span.min != rows[i].min || span.max != rows[i].max || strcmp (words, rows[i].words) != 0)
        g_test_fail_printf ("%s to %s: %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ", “%s”; expected %" G_GINT64_FORMAT
                            " to %" G_GINT64_FORMAT ", “%s”",
                            rows[i].a, rows[i].b, span.min, span.max, words, rows[i].min, rows[i].max, rows[i].words);
    }
}

static void
test_unbounded (void)
{
  static const char *const texts[] = { "../2004", "/2004", "[..1984]", "[1984..]" };
  DlDate                   other = date_in ("2025-10-25", NULL);
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DlDate           date = date_in (texts[i], NULL);
      DlSpan           span;
      g_autofree char *words = span_words (&date, &other);

      g_assert_false (dl_span_between (&date, &other, NULL, &span));
      g_assert_false (dl_span_between (&other, &date, NULL, &span));
      g_assert_cmpstr (words, ==, "");
    }
}

static void
test_far (void)
{
  DlDate           a = date_in ("Y-292277022655", NULL);
  DlDate           b = date_in ("Y292277026594", NULL);
  g_autofree char *words = span_words (&a, &b);

  g_assert_cmpstr (words, ==, "about 585 billion years");
}

/* On an axis with summer time, days are still days, with the zone and without. */
static void
test_summer_time (void)
{
  static const char *const names[] = { "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Asia/Kolkata",
                                       "Pacific/Kiritimati" };
  gsize                    i;
  int                      day;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DlZone) zone = dl_zone_new (names[i], NULL);
      DlDate             first = date_in ("2025-01-01", zone);
      DlDate             month = date_in ("2025-01", zone);

      for (day = 1; day <= 365; day++)
        {
          DlCivil          civil = { 2025, 1, 1, 0, 0, 0 };
          g_autofree char *text = NULL;
          DlDate           date;
          DlSpan           span;

          civil = dl_calendar_add (&civil, DL_UNIT_DAY, day);
          text = g_strdup_printf ("%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
          date = date_in (text, zone);
          g_assert_true (dl_span_between (&first, &date, NULL, &span));
          g_assert_cmpint (span.min, ==, day);
          g_assert_cmpint (span.max, ==, day);
          g_assert_true (dl_span_between (&first, &date, zone, &span));
          g_assert_cmpint (span.min, ==, day);
          g_assert_cmpint (span.max, ==, day);
          g_assert_true (dl_span_between (&month, &date, zone, &span));
          g_assert_cmpint (span.min, ==, day - 30);
          g_assert_cmpint (span.max, ==, day);
        }
    }
}

static DlInstant
end_of_day (const char *text, const DlZone *zone)
{
  return date_in (text, zone).latest_end;
}

static void
test_relative (void)
{
  static const struct
  {
    const char *date;
    const char *as_of;
    const char *words;
  } rows[] = {
    { "2025-10-28", "2025-10-26", "2 days after the as-of date" },
    { "2025-10-27", "2025-10-26", "1 day after the as-of date" },
    { "2025-10-26", "2025-10-26", "" },
    { "2025-10-25", "2025-10-26", "1 day before the as-of date" },
    { "2025-10-22", "2025-10-26", "4 days before the as-of date" },
    /* Summer time ends or begins between the two. */
    { "2025-10-28", "2025-11-05", "8 days before the as-of date" },
    { "2025-11-05", "2025-10-28", "8 days after the as-of date" },
    { "2025-03-05", "2025-03-12", "7 days before the as-of date" },
    { "2025-03-12", "2025-03-05", "7 days after the as-of date" },
    { "2025-12", "2025-10-26", "36 to 66 days after the as-of date" },
    { "2025-09", "2025-10-26", "26 to 55 days before the as-of date" },
    { "2025-10", "2025-10-26", "" },
    { "2025", "2025-10-26", "" },
    { "2025-10-27/2025-10-29", "2025-10-26", "1 day after the as-of date" },
    { "2025-10-21/2025-10-25", "2025-10-26", "1 day before the as-of date" },
    { "2025-10-21/2025-10-29", "2025-10-26", "" },
    { "2004/..", "2025-10-26", "" },
    { "2027/..", "2025-10-26", "14 to 26 months after the as-of date" },
    { "../1985", "2025-10-26", "40 to 41 years before the as-of date" },
    { "[1984..]", "1980-01-01", "" },
    { "[..1984]", "2025-01-01", "" },
    { "2025-10-28T10:00", "2025-10-26", "2 days after the as-of date" },
    { "2025-10-27T00:00", "2025-10-26", "1 day after the as-of date" },
    { "2025-10-25T23:59", "2025-10-26", "1 day before the as-of date" },
    { "2025-10-26T10:00", "2025-10-26", "" },
    { "2017-10-26", "2025-10-26", "about 8 years before the as-of date" },
    { "2026-10-26", "2025-10-26", "about 12 months after the as-of date" },
    { "Y-66000000", "2025-10-26", "about 66 million years before the as-of date" },
  };
  static const char *const names[] = { "UTC", "Asia/Tokyo", "America/New_York" };
  gsize                    i;
  gsize                    j;

  for (j = 0; j < G_N_ELEMENTS (names); j++)
    for (i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_autoptr (DlZone) zone = dl_zone_new (names[j], NULL);
        DlDate             date = date_in (rows[i].date, zone);
        DlInstant          as_of = end_of_day (rows[i].as_of, zone);
        g_autofree char   *words = dl_words_relative (&date, as_of, zone);
        g_autofree char   *guessed = dl_words_relative (&date, as_of, NULL);

        if (strcmp (words, rows[i].words) != 0)
          g_test_fail_printf ("%s as of %s in %s: “%s”, expected “%s”", rows[i].date, rows[i].as_of, names[j], words,
                              rows[i].words);
        /* Without a zone, only dates of whole days know their midnights. */
        if (strchr (rows[i].date, 'T') == NULL && strcmp (guessed, rows[i].words) != 0)
          g_test_fail_printf ("%s as of %s in %s, guessed: “%s”, expected “%s”", rows[i].date, rows[i].as_of, names[j],
                              guessed, rows[i].words);
      }
}

/* "Now" in the middle of a day. */
static void
test_relative_now (void)
{
  DlInstant   noon = dl_instant_add (end_of_day ("2025-10-25", NULL), 43200);
  const char *texts[] = {
    "2025-10-28", "2025-10-27", "2025-10-26", "2025-10-25", "2025-10-26T15:00", "2025-10-27T01:00"
  };
  const char *words[] = {
    "2 days after the as-of date", "1 day after the as-of date", "", "1 day before the as-of date", "",
    "1 day after the as-of date"
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DlDate           date = date_in (texts[i], NULL);
      g_autofree char *actual = dl_words_relative (&date, noon, NULL);

      g_assert_cmpstr (actual, ==, words[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/span/between", test_between);
  g_test_add_func ("/time/span/unbounded", test_unbounded);
  g_test_add_func ("/time/span/far", test_far);
  g_test_add_func ("/time/span/summer-time", test_summer_time);
  g_test_add_func ("/time/span/relative", test_relative);
  g_test_add_func ("/time/span/relative-now", test_relative_now);
  return g_test_run ();
}
