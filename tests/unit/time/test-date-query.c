/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-query.h"

#include <string.h>

#include "base/dl-error.h"

static DlDate
parse (const char *edtf, const DlZone *zone)
{
  g_autoptr (GError) error = NULL;
  DlDate             date = { 0 };

  dl_date_parse (edtf, -1, &date, &error);
  g_assert_no_error (error);
  dl_date_resolve (&date, zone);
  return date;
}

static gboolean
same_bounds (const DlDate *a, const DlDate *b)
{
  return dl_instant_compare (a->earliest_start, b->earliest_start) == 0 &&
         dl_instant_compare (a->latest_start, b->latest_start) == 0 &&
         dl_instant_compare (a->earliest_end, b->earliest_end) == 0 &&
         dl_instant_compare (a->latest_end, b->latest_end) == 0;
}

/* Read on 2026-03-10, as of the end of 2025-10-26, with 2024 in view. */
static gboolean
query (const char *text, const DlZone *zone, DlDate *date, GError **error)
{
  DlInstant as_of = parse ("2025-10-26", zone).latest_end;
  DlInstant now = parse ("2026-03-10T06:30:15", zone).earliest_start;
  DlInstant reference = parse ("2024-07-01", zone).earliest_start;

  return dl_date_query_parse (text, as_of, TRUE, now, reference, zone, date, error);
}

typedef struct
{
  const char *text;
  const char *edtf;
} Row;

static void
check_rows (const Row *rows, gsize n_rows)
{
  static const char *const names[] = { "UTC", "Asia/Tokyo", "America/New_York" };
  gsize                    i;
  gsize                    j;

  for (j = 0; j < G_N_ELEMENTS (names); j++)
    {
      g_autoptr (DlZone) zone = dl_zone_new (names[j], NULL);

      g_assert_nonnull (zone);
      for (i = 0; i < n_rows; i++)
        {
          g_autoptr (GError) error = NULL;
          DlDate             expected = parse (rows[i].edtf, zone);
          DlDate             date = { 0 };

          if (!query (rows[i].text, zone, &date, &error))
            g_test_fail_printf ("“%s”: %s", rows[i].text, error->message);
          else if (!same_bounds (&date, &expected))
            {
              g_autofree char *from = dl_instant_to_iso8601 (date.earliest_start);
              g_autofree char *to = dl_instant_to_iso8601 (date.latest_end);

              g_test_fail_printf ("“%s”: %s to %s is not %s", rows[i].text, from, to, rows[i].edtf);
            }
        }
    }
}

static void
test_edtf_first (void)
{
  static const Row rows[] = {
    { "2025", "2025" },
    { " 2025-10 ", "2025-10" },
    { "2025-10-25", "2025-10-25" },
    { "2025-10-25T22:00:00Z", "2025-10-25T22:00:00Z" },
    { "2025-10-25T22:00:00+08:00", "2025-10-25T22:00:00+08:00" },
    { "196X", "196X" },
    { "2025-21", "2025-21" },
    { "2004-06/2006-08", "2004-06/2006-08" },
    { "-0043", "-0043" },
    { "Y-66000000", "Y-66000000" },
    { "1985-04-12?", "1985-04-12?" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_english (void)
{
  static const Row rows[] = {
    { "oct 2025", "2025-10" },
    { "October 2025", "2025-10" },
    { "OCTOBER, 2025", "2025-10" },
    { "Oct. 2025", "2025-10" },
    { "2025 October", "2025-10" },
    { "Sept 2025", "2025-09" },
    { "may 2025", "2025-05" },
    { "October", "2024-10" },
    { "25 October", "2024-10-25" },
    { "October 25", "2024-10-25" },
    { "25th of October", "2024-10-25" },
    { "29 February", "2024-02-29" },
    { "25 Oct 2025", "2025-10-25" },
    { "25 October 2025", "2025-10-25" },
    { "25. October 2025", "2025-10-25" },
    { "the 25th of October 2025", "2025-10-25" },
    { "October 25, 2025", "2025-10-25" },
    { "Oct. 25,2025", "2025-10-25" },
    { "25-Oct-2025", "2025-10-25" },
    { "25/oct/2025", "2025-10-25" },
    { "2025 Oct 25", "2025-10-25" },
    { "oct2025", "2025-10" },
    { "Saturday 25 October 2025", "2025-10-25" },
    { "Sat, 25 Oct 2025", "2025-10-25" },
    { "25 October 2025, 14:00", "2025-10-25T14:00" },
    { "25 October 2025 at 14:00:05", "2025-10-25T14:00:05" },
    { "2025-10-25 22:00", "2025-10-25T22:00" },
    { "around October 2025", "2025-10~" },
    { "c. 1960", "1960~" },
    { "circa 44 BC", "-0043~" },
    { "about 25 Oct 2025", "2025-10-25~" },
    /* As they come from elsewhere: wide digits, other spaces and dashes. */
    { "２０２５", "2025" },
    { "25\u00a0October\u202f2025", "2025-10-25" },
    { "2025\u201310\u201325", "2025-10-25" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_numbers (void)
{
  static const Row rows[] = {
    { "25.10.2025", "2025-10-25" },
    { "25. 10. 2025", "2025-10-25" },
    { "25.10.2025.", "2025-10-25" },
    { "25/10/2025", "2025-10-25" },
    { "25-10-2025", "2025-10-25" },
    { "10/25/2025", "2025-10-25" },
    { "13/1/2025", "2025-01-13" },
    { "1/13/2025", "2025-01-13" },
    /* Either would do: the day comes first. */
    { "3/4/2025", "2025-04-03" },
    { "3.4.2025", "2025-04-03" },
    { "2025/10/25", "2025-10-25" },
    { "2025/1/5", "2025-01-05" },
    { "2025.10.25", "2025-10-25" },
    { "2025-1-5", "2025-01-05" },
    { "2025/10", "2025-10" },
    { "2025-1", "2025-01" },
    { "10/2025", "2025-10" },
    { "10.2025", "2025-10" },
    { "800", "0800" },
    { "12000", "Y12000" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_years (void)
{
  static const Row rows[] = {
    { "44 BC", "-0043" },
    { "44BC", "-0043" },
    { "44 B.C.", "-0043" },
    { "BC 44", "-0043" },
    { "1 BC", "0000" },
    { "500 BCE", "-0499" },
    { "AD 79", "0079" },
    { "79 AD", "0079" },
    { "A.D. 79", "0079" },
    { "79 CE", "0079" },
    { "15 March 44 BC", "-0043-03-15" },
    { "24 August AD 79", "0079-08-24" },
    { "August 24, 79 AD", "0079-08-24" },
    { "12,000 BC", "Y-11999" },
    { "AD 12,000", "Y12000" },
    { "170 million BC", "Y-17E7~" },
    { "1960s", "196X" },
    { "the 1960s", "196X" },
    { "1960's", "196X" },
    { "1960’s", "196X" },
    { "1900s", "19XX" },
    { "810s", "081X" },
    { "19th century", "18XX" },
    { "the 21st century", "20XX" },
    { "1st century", "00XX" },
    { "5th century BC", "-04XX" },
    { "1st century BC", "[-0099..0000]" },
    { "2nd millennium", "1XXX" },
    { "3rd millennium BCE", "-2XXX" },
    { "66 million years ago", "Y-66E6~" },
    { "66,000,000 years ago", "Y-66E6~" },
    { "13.8 billion years ago", "Y-138E8~" },
    { "about 4.54 billion years ago", "Y-454E7~" },
    { "2000 years ago", "0026~" },
    { "1 year ago", "2025~" },
    { "12,000 years ago", "-9974S1~" },
    { "12 thousand years ago", "-9974S1~" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_east_asian (void)
{
  static const Row rows[] = {
    { "2025年", "2025" },
    { "2025年10月", "2025-10" },
    { "2025年10月25日", "2025-10-25" },
    { "２０２５年１０月２５日", "2025-10-25" },
    { "2025年10月25日(土)", "2025-10-25" },
    { "2025年10月26日（日）", "2025-10-26" },
    { "2025年10月27日(月)", "2025-10-27" },
    { "2025年10月25日土曜日", "2025-10-25" },
    { "10月25日", "2024-10-25" },
    { "10月", "2024-10" },
    { "紀元前44年", "-0043" },
    { "前44年", "-0043" },
    { "紀元前44年3月15日", "-0043-03-15" },
    { "西暦79年", "0079" },
    { "1960年代", "196X" },
    { "19世紀", "18XX" },
    { "第19世紀", "18XX" },
    { "紀元前5世紀", "-04XX" },
    { "6600万年前", "Y-66E6~" },
    { "138億年前", "Y-138E8~" },
    { "1億7000万年前", "Y-17E7~" },
    { "1万2000年前", "-9974S1~" },
    { "約2000年前", "0026~" },
    { "今日", "2026-03-10" },
    { "昨日", "2026-03-09" },
    { "明日", "2026-03-11" },
    { "2025년", "2025" },
    { "2025년 10월", "2025-10" },
    { "2025년 10월 25일", "2025-10-25" },
    { "2025년 10월 25일 토요일", "2025-10-25" },
    { "2025년 10월 26일 (일)", "2025-10-26" },
    { "2025. 10. 25.", "2025-10-25" },
    { "10월 25일", "2024-10-25" },
    { "기원전 44년", "-0043" },
    { "서기 79년", "0079" },
    { "1960년대", "196X" },
    { "19세기", "18XX" },
    { "기원전 5세기", "-04XX" },
    { "6600만 년 전", "Y-66E6~" },
    { "138억 년 전", "Y-138E8~" },
    { "오늘", "2026-03-10" },
    { "어제", "2026-03-09" },
    { "내일", "2026-03-11" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_here_and_now (void)
{
  static const Row rows[] = {
    { "today", "2026-03-10" },
    { "Today", "2026-03-10" },
    { "yesterday", "2026-03-09" },
    { "tomorrow", "2026-03-11" },
    { "today, 14:00", "2026-03-10T14:00" },
    { "now", "2026-03-10T06:30:15" },
    { "as of", "2025-10-26" },
    { "As-of date", "2025-10-26" },
  };
  g_autoptr (GError) error = NULL;
  DlInstant          now = parse ("2026-03-10T06:30:15", NULL).earliest_start;
  DlDate             date = { 0 };

  check_rows (rows, G_N_ELEMENTS (rows));
  g_assert_false (dl_date_query_parse ("as of", now, FALSE, now, now, NULL, &date, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
  g_assert_cmpstr (error->message, ==, "This timeline has no as-of date.");
}

/* What is wrong gets its own sentence; what is not understood, examples. */
static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "", "Type a date, such as" },
    { "   ", "Type a date, such as" },
    { "31/02/2025", "February 2025 has no day 31." },
    { "2025-02-31", "February 2025 has no day 31." },
    { "31 February 2025", "February 2025 has no day 31." },
    { "2025年2月31日", "February 2025 has no day 31." },
    { "29 Feb 2025", "February 2025 has no day 29." },
    { "31 April", "April 2024 has no day 31." },
    { "0 May 2025", "There is no day 0." },
    { "13/14/2025", "There is no month 13." },
    { "2025-13", "There is no month 13." },
    { "2025年13月", "There is no month 13." },
    { "0 BC", "There is no year 0" },
    { "AD 0", "There is no year 0" },
    { "0年", "There is no year 0" },
    { "1 January 0000", "There is no year 0" },
    { "Sunday 25 October 2025", "25 October 2025 is a Saturday, not a Sunday." },
    { "2025年10月25日(日)", "25 October 2025 is a Saturday, not a Sunday." },
    { "79", "“79” alone is not clear" },
    { "25", "“25” alone is not clear" },
    { "25/10/25", "“25/10/25” could not be read as a date" },
    { "60s", "could not be read" },
    { "1965s", "could not be read" },
    { "maybe 2025", "could not be read" },
    { "octo 2025", "could not be read" },
    { "October 2025 October", "could not be read" },
    { "Sunday October 2025", "could not be read" },
    { "October 2025, 14:00", "could not be read" },
    { "25 October 2025, 24:30", "could not be read" },
    { "0th century", "could not be read" },
    { "101st century", "could not be read" },
    { "300 billion years ago", "could not be read" },
    { "999999999999 billion years ago", "could not be read" },
    { "-44", "could not be read" },
    { "years ago", "could not be read" },
    { "66 million years", "could not be read" },
    { "lorem ipsum", "Try “25 October 2025”" },
    { "lorem\nipsum", "“lorem ipsum”" },
    { "\xff\xfe", "could not be read" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DlDate             date = { .level = 77 };

      if (query (rows[i].text, NULL, &date, &error))
        {
          g_test_fail_printf ("“%s” is no date", rows[i].text);
          continue;
        }
      g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (date.level, ==, 77);
      if (strstr (error->message, rows[i].message) == NULL)
        g_test_fail_printf ("“%s”: “%s” does not say “%s”", rows[i].text, error->message, rows[i].message);
    }
}

/* A long text is not repeated as a whole. */
static void
test_long_text (void)
{
  g_autofree char   *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  DlDate             date;

  g_assert_false (query (text, NULL, &date, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_month_first (void)
{
  g_assert_true (dl_date_format_is_month_first ("%m/%d/%Y"));
  g_assert_true (dl_date_format_is_month_first ("%D"));
  g_assert_true (dl_date_format_is_month_first ("%Y年%m月%d日"));
  g_assert_false (dl_date_format_is_month_first ("%Y-%m-%d"));
  g_assert_false (dl_date_format_is_month_first ("%F"));
  g_assert_true (dl_date_format_is_month_first ("%b %e, %Y"));
  g_assert_true (dl_date_format_is_month_first ("%-m/%-d/%y"));
  g_assert_false (dl_date_format_is_month_first ("%d.%m.%Y"));
  g_assert_false (dl_date_format_is_month_first ("%e/%m/%Y"));
  g_assert_false (dl_date_format_is_month_first ("%Od/%Om/%y"));
  g_assert_false (dl_date_format_is_month_first ("%%m %d"));
  g_assert_false (dl_date_format_is_month_first ("%Y"));
  g_assert_false (dl_date_format_is_month_first ("%"));
  g_assert_false (dl_date_format_is_month_first (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/date-query/edtf", test_edtf_first);
  g_test_add_func ("/time/date-query/english", test_english);
  g_test_add_func ("/time/date-query/numbers", test_numbers);
  g_test_add_func ("/time/date-query/years", test_years);
  g_test_add_func ("/time/date-query/east-asian", test_east_asian);
  g_test_add_func ("/time/date-query/here-and-now", test_here_and_now);
  g_test_add_func ("/time/date-query/errors", test_errors);
  g_test_add_func ("/time/date-query/long", test_long_text);
  g_test_add_func ("/time/date-query/month-first", test_month_first);
  return g_test_run ();
}
