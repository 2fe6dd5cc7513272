/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates that are written as EDTF from their parts. */
#include "time/dl-date.h"
#include "time/dl-edtf-cover.h"
#include "time/dl-edtf-make.h"

#define NONE DL_PART_NONE

static void
test_make (void)
{
  static const struct
  {
    gint64      year;
    int         parts[5];
    const char *edtf;
  } rows[] = {
    { 2025, { NONE, NONE, NONE, NONE, NONE }, "2025" },
    { 2025, { 2, NONE, NONE, NONE, NONE }, "2025-02" },
    { 2025, { 2, 9, NONE, NONE, NONE }, "2025-02-09" },
    { 2025, { 2, 9, 5, NONE, NONE }, "2025-02-09T05:00" },
    { 2025, { 2, 9, 5, 6, NONE }, "2025-02-09T05:06" },
    { 2025, { 2, 9, 5, 6, 7 }, "2025-02-09T05:06:07" },
    { 2025, { 2, 9, 24, 0, 0 }, "2025-02-09T24:00:00" },
    /* What follows a part that is not told. */
    { 2025, { NONE, 9, 5, NONE, NONE }, "2025" },
    { 2025, { 2, NONE, 5, 6, 7 }, "2025-02" },
    { 30, { NONE, NONE, NONE, NONE, NONE }, "0030" },
    { 0, { 3, 15, NONE, NONE, NONE }, "0000-03-15" },
    { -43, { 3, 15, NONE, NONE, NONE }, "-0043-03-15" },
    { 12025, { NONE, NONE, NONE, NONE, NONE }, "Y12025" },
    { -13800000000, { NONE, NONE, NONE, NONE, NONE }, "Y-13800000000" },
    { 2024, { 2, 29, NONE, NONE, NONE }, "2024-02-29" },
    { 2025, { 2, 29, NONE, NONE, NONE }, NULL },
    { 2025, { 13, NONE, NONE, NONE, NONE }, NULL },
    { 2025, { 21, NONE, NONE, NONE, NONE }, NULL },
    { 2025, { 0, NONE, NONE, NONE, NONE }, NULL },
    { 2025, { 2, 9, 25, NONE, NONE }, NULL },
    { G_MAXINT64, { NONE, NONE, NONE, NONE, NONE }, NULL },
    /* EDTF has no day of so far a year. */
    { 12025, { 2, 9, NONE, NONE, NONE }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int       *parts = rows[i].parts;
      g_autofree char *edtf = dl_edtf_make (rows[i].year, parts[0], parts[1], parts[2], parts[3], parts[4]);

      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }
}

static void
test_interval (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *interval;
    gboolean    reversed;
  } rows[] = {
    { "2014", "2016", "2014/2016", FALSE },
    { "2014", NULL, "2014", FALSE },
    /* An end that is not known. */
    { "2014", "", "2014/", FALSE },
    { "2014-03-02~", "", "2014-03-02~/", FALSE },
    { "1848/1849", "", "1848~/", FALSE },
    { "1850/1860", "", "185X~/", FALSE },
    { "[1848,1849]", "", "1848~/", FALSE },
    { "[1800..1833~]", "", "181X~/", FALSE },
    { "[..1849]", "", "[..1849]", FALSE },
    { "1848/..", "", "1848/..", FALSE },
    { "../1848", "", "../1848", FALSE },
    { "1848/", "", "1848/", FALSE },
    { "", "1848", "/1848", FALSE },
    { "", "1848/1849", "/1848~", FALSE },
    { "", "[1867~..1899]", "/188X~", FALSE },
    { "", "", "", FALSE },
    { "", NULL, "", FALSE },
    { "", "..", "", FALSE },
    { "", "[1849..]", "", FALSE },
    { "2014-03", "2014-03", "2014-03", FALSE },
    { "2014-03-02", "2014", "2014-03-02/2014", FALSE },
    { "2016", "2014", "2016", TRUE },
    { "2016", "..", "2016/..", FALSE },
    { "2016/2017", "2018", "2016/2017", FALSE },
    /* Ends that are sets, which EDTF has not in intervals. */
    { "[1900..1910]", "1920", "190X~/1920", FALSE },
    { "[0467~..0499]", "0511", "048X~/0511", FALSE },
    { "[0467~..0499]", "0480", "048X~/0480", FALSE },
    { "[-0699..-0650]", "-0649", "-06XX/-0649", FALSE },
    { "[1800..1833~]", "182X", "181X~/182X", FALSE },
    { "[1867~..1899]", "[1900..1933~]", "188X~/191X~", FALSE },
    { "[1867~..1899]", "..", "188X~/..", FALSE },
    { "1914-06-28", "[1914-06-01..1914-06-30]", "1914-06-28/1914-06", FALSE },
    { "[1850,1851]", "1853", "1850~/1853", FALSE },
    { "[..1849]", "1853", "/1853", FALSE },
    { "[1851..]", "1870", "186X~/1870", FALSE },
    { "1850", "[..1860]", "1850/185X~", FALSE },
    { "1850", "[1901..]", "1850/", FALSE },
    { "[1860..1869]", "1850", "[1860..1869]", TRUE },
    { "185X", "1853", "185X/1853", FALSE },
    { "1853", "185X", "1853/185X", FALSE },
    { "1500~", "1500", "1500~/1500", FALSE },
    { "1914-06", "1914-06-28", "1914-06/1914-06-28", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean         reversed = -1;
      g_autofree char *interval = dl_edtf_make_interval (rows[i].start, rows[i].end, &reversed);

      g_assert_cmpstr (interval, ==, rows[i].interval);
      g_assert_true (reversed == rows[i].reversed);
    }
}

/* Of parts that do not go together as many as do; the first that does not is the wrong one. */
static void
test_longest (void)
{
  static const struct
  {
    gint64      parts[DL_EDTF_N_PARTS];
    guint       n;
    const char *edtf;
    guint       wrong;
  } rows[] = {
    { { 2020 }, 1, "2020", 1 },
    { { 2020, 2, 29, 23, 59, 58 }, 6, "2020-02-29T23:59:58", 6 },
    { { 2020, 2, 29, 23 }, 4, "2020-02-29T23:00", 4 },
    { { 2020, 13, 5 }, 3, "2020", 1 },
    { { 2020, 21 }, 2, "2020", 1 },
    { { 2020, 0, 0 }, 3, "2020", 1 },
    { { 2020, -4 }, 2, "2020", 1 },
    { { 2021, 2, 29 }, 3, "2021-02", 2 },
    { { 2021, 2, 28, 25, 61, 5 }, 6, "2021-02-28", 3 },
    { { 2021, 2, 28, 12, 61, 5 }, 6, "2021-02-28T12:00", 4 },
    { { 2021, 2, 28, 12, 30, 99 }, 6, "2021-02-28T12:30", 5 },
    { { 15211 }, 1, "Y15211", 1 },
    { { 15211, 3, 5 }, 3, "Y15211", 0 },
    { { -15211, 3 }, 2, "Y-15211", 0 },
    { { 9999, 3 }, 2, "9999-03", 2 },
    { { G_MAXINT64, 3 }, 2, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint            wrong = 99;
      g_autofree char *edtf = dl_edtf_make_longest (rows[i].parts, rows[i].n, &wrong);

      g_assert_cmpstr (edtf, ==, rows[i].edtf);
      g_assert_cmpuint (wrong, ==, rows[i].wrong);
    }
}

static void
test_cover (void)
{
  static const char *const rows[][2] = {
    { "[1857~..1859]", "1858~" },
    { "[1854~..1856~]", "1855~" },
    { "[1850..1854]", "185X" },
    { "[0434~..0466~]", "045X~" },
    { "[1800..1824]", "181X~" },
    { "[1850..1899]", "18XX" },
    { "[1300..1700]", "1XXX" },
    { "[-0049..0000]", "-00XX~" },
    { "[1914-06-01..1914-06-10]", "1914-06" },
    { "[1914-06-01..1914-06-03]", "1914-06-02~" },
    { "[1914-01..1914-04~]", "1914-37" },
    { "[1914-06..1914-07]", "1914-07~" },
    { "[1850?..1860?]", "185X%" },
    { "[1850]", "1850" },
    { "[1850..]", NULL },
    { "[Y20000..Y20010]", NULL },
    { "1850", NULL },
    { "[1850", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cover = dl_edtf_cover (rows[i][0]);

      g_assert_cmpstr (cover, ==, rows[i][1]);
    }
}

static void
test_before (void)
{
  static const char *const rows[][2] = {
    { "2014-04-19", "2014-04-18" },
    { "2014-05-01", "2014-04-30" },
    { "2014-03-01", "2014-02-28" },
    { "2016-03-01", "2016-02-29" },
    { "2014-01-01", "2013-12-31" },
    { "2014-04", "2014-03" },
    { "2014-01", "2013-12" },
    { "2014", "2013" },
    { "0000", "-0001" },
    { "-0043-03-01", "-0043-02-28" },
    { "2014-04-19T10:00", "2014-04-19T10:00" },
    { "2014~", "2014~" },
    { "2014/2015", "2014/2015" },
    { "Y12025", "Y12025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *before = dl_edtf_before (rows[i][0]);

      g_assert_cmpstr (before, ==, rows[i][1]);
    }
}

/* The end of what comes before any day is its start. */
static void
test_random_days (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      int              month = g_test_rand_int_range (1, 13);
      g_autofree char *edtf =
        dl_edtf_make (g_test_rand_int_range (-3000, 3000), month, g_test_rand_int_range (1, 29), NONE, NONE, NONE);
      g_autofree char *before = dl_edtf_before (edtf);
      DlDate           date;
      DlDate           last;

      g_assert_true (dl_date_parse (edtf, -1, &date, NULL));
      g_assert_true (dl_date_parse (before, -1, &last, NULL));
      g_assert_cmpint (dl_instant_compare (last.latest_end, date.earliest_start), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/edtf-make/make", test_make);
  g_test_add_func ("/time/edtf-make/interval", test_interval);
  g_test_add_func ("/time/edtf-make/longest", test_longest);
  g_test_add_func ("/time/edtf-make/cover", test_cover);
  g_test_add_func ("/time/edtf-make/before", test_before);
  g_test_add_func ("/time/edtf-make/random-days", test_random_days);
  return g_test_run ();
}
