/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words.h"

#include <string.h>

#include "time/dl-date-words.h"
#include "time/dl-date.h"
#include "time/dl-words-parts.h"

typedef struct
{
  const char  *edtf;
  DlWordsFlags flags;
  const char  *words;
} Row;

/* clang-format off */
static const Row rows[] = {
  /* Plain dates */
  { "2025-10-25", 0, "25 October 2025" },
  { "2025-10-25", DL_WORDS_WEEKDAY, "Saturday 25 October 2025" },
  { "2025-10-25", DL_WORDS_SHORT, "25 Oct 2025" },
  { "2025-10-25", DL_WORDS_SHORT | DL_WORDS_WEEKDAY, "Sat 25 Oct 2025" },
  /* Before the Gregorian calendar nobody knows which one a day is of. */
  { "1453-05-29", DL_WORDS_WEEKDAY, "29 May 1453" },
  { "1582-10-14", DL_WORDS_WEEKDAY, "14 October 1582" },
  { "1582-10-15", DL_WORDS_WEEKDAY, "Friday 15 October 1582" },
  { "1453-05-28/1453-05-29", DL_WORDS_WEEKDAY, "28–29 May 1453" },
  { "1453-04-06/1453-05-29", DL_WORDS_WEEKDAY, "6 April – 29 May 1453" },
  { "1582-10-04/1582-10-15", DL_WORDS_WEEKDAY, "4–15 October 1582" },
  { "1581-12-24/1583-01-06", DL_WORDS_WEEKDAY, "24 December 1581 – 6 January 1583" },
  { "1453-05-29T02:00", DL_WORDS_WEEKDAY, "29 May 1453, 02:00" },
  { "1582-10-14T22:00/1582-10-15T02:00", DL_WORDS_WEEKDAY, "14 October 1582, 22:00 – 15 October 1582, 02:00" },
  { "2025-10", 0, "October 2025" },
  { "2025-10", DL_WORDS_WEEKDAY, "October 2025" },
  { "2025-10", DL_WORDS_SHORT, "Oct 2025" },
  { "2025", 0, "2025" },
  { "1066-10-14", 0, "14 October 1066" },

  /* Years that need a word */
  { "-0043", 0, "44 BC" },
  { "-0043-03-15", 0, "15 March 44 BC" },
  { "0000", 0, "1 BC" },
  { "-0043~", 0, "around 44 BC" },
  { "0014", 0, "AD 14" },
  { "0014-08-19", 0, "19 August AD 14" },
  { "0800-12-25", 0, "25 December 800" },
  { "Y-11999", 0, "12,000 BC" },
  { "Y-170000002", 0, "170,000,003 BC" },
  { "Y-170000000", 0, "170 million BC" },
  { "Y-277E3~", 0, "around 277,000 BC" },
  { "Y-277E3", 0, "277,001 BC" },
  { "Y-17E7", 0, "170 million BC" },
  { "Y-66500000", 0, "66.5 million BC" },
  { "Y-4540000000", 0, "4.54 billion BC" },
  { "Y-170000002~", 0, "about 170 million years ago" },
  { "Y-17E7~", 0, "about 170 million years ago" },
  { "Y-17E7%", 0, "about 170 million years ago (uncertain)" },
  { "Y-454E7~", 0, "about 4.54 billion years ago" },
  { "Y-20000~", 0, "around 20,001 BC" },
  { "Y170000002", 0, "AD 170,000,002" },
  { "Y12000", 0, "AD 12,000" },

  /* Parts of a year */
  { "2026-21", 0, "spring 2026" },
  { "2026-22", 0, "summer 2026" },
  { "2026-23", 0, "autumn 2026" },
  { "2025-24", 0, "winter 2025–2026" },
  { "2026-25", 0, "northern spring 2026" },
  { "2026-29", 0, "southern spring 2026" },
  { "2025-30", 0, "southern summer 2025–2026" },
  { "2026-32", 0, "southern winter 2026" },
  { "2026-33", 0, "the first quarter of 2026" },
  { "2026-36", 0, "the fourth quarter of 2026" },
  { "2026-37", 0, "the first third of 2026" },
  { "2026-41", 0, "the second half of 2026" },
  { "2026-21~", 0, "around spring 2026" },
  { "2026-21", DL_WORDS_PLANNED, "planned for spring 2026" },

  /* Qualifiers */
  { "2025-10~", 0, "around October 2025" },
  { "2025-10-25~", 0, "around 25 October 2025" },
  /* A weekday would say more than is known. */
  { "2025-10-25~", DL_WORDS_WEEKDAY, "around 25 October 2025" },
  { "2025-10-25?", 0, "25 October 2025 (uncertain)" },
  { "2025-10-25?", DL_WORDS_WEEKDAY, "Saturday 25 October 2025 (uncertain)" },
  { "2025-10%", 0, "around October 2025 (uncertain)" },
  { "1984?", 0, "1984 (uncertain)" },
  { "2004-06-~11", 0, "around 11 June 2004" },
  { "2004?-06-11", 0, "11 June 2004 (year uncertain)" },
  { "2004-06?-11", 0, "11 June 2004 (year and month uncertain)" },
  { "2004-?06-11", 0, "11 June 2004 (month uncertain)" },
  { "2004-06-?11", 0, "11 June 2004 (day uncertain)" },
  { "2004~-06-11", 0, "11 June 2004 (year approximate)" },
  { "2004-~06-11", 0, "11 June 2004 (month approximate)" },
  { "2004-06~-11", 0, "11 June 2004 (year and month approximate)" },
  { "2004-%06-11", 0, "11 June 2004 (month approximate, uncertain)" },
  { "?2004-06-~11", 0, "around 11 June 2004 (year uncertain)" },
  { "~2004-06-~11", 0, "around 11 June 2004" },

  /* Planned */
  { "2025-10-28", DL_WORDS_PLANNED, "planned for 28 October 2025" },
  { "2025-10", DL_WORDS_PLANNED, "planned for October 2025" },
  { "2025-10-27/2025-10-29", DL_WORDS_PLANNED, "planned for 27–29 October 2025" },
  { "2025-10~", DL_WORDS_PLANNED, "planned for around October 2025" },
  { "2025-10-28?", DL_WORDS_PLANNED, "planned for 28 October 2025 (uncertain)" },
  { "2026-06/..", DL_WORDS_PLANNED, "planned from June 2026" },
  { "../2026-06", DL_WORDS_PLANNED, "planned until June 2026" },
  { "2026-06/", DL_WORDS_PLANNED, "planned from June 2026, end unknown" },
  { "/2026-06", DL_WORDS_PLANNED, "start unknown, planned until June 2026" },
  { "[2026,2027]", DL_WORDS_PLANNED, "planned for one of: 2026, 2027" },

  /* Ranges */
  { "2025-10-21/2025-10-25", 0, "21–25 October 2025" },
  { "2025-10-21/2025-10-25", DL_WORDS_WEEKDAY, "Tuesday 21 – Saturday 25 October 2025" },
  { "2025-10-21/2025-10-25", DL_WORDS_SHORT, "21–25 Oct 2025" },
  { "2025-10-28/2025-11-02", 0, "28 October – 2 November 2025" },
  { "2025-10-28/2025-11-02", DL_WORDS_WEEKDAY, "Tuesday 28 October – Sunday 2 November 2025" },
  { "2025-12-28/2026-01-02", 0, "28 December 2025 – 2 January 2026" },
  { "2025-10-25/2025-10-25", 0, "25 October 2025" },
  { "2004-06/2004-08", 0, "June–August 2004" },
  { "2004-06/2006-08", 0, "June 2004 to August 2006" },
  { "2004/2006", 0, "2004–2006" },
  { "2004/2004", 0, "2004" },
  { "-0059/-0043", 0, "60–44 BC" },
  { "-0043/0014", 0, "44 BC to AD 14" },
  { "2025-10/2026-21", 0, "October 2025 to spring 2026" },
  { "2004-02-01/2005", 0, "1 February 2004 to 2005" },
  { "2025-10-21~/2025-10-25~", 0, "around 21–25 October 2025" },
  { "2025-10-21?/2025-10-25?", 0, "21–25 October 2025 (uncertain)" },
  { "1984~/2004-06", 0, "around 1984 to June 2004" },
  { "Y-66000000~/Y-56000000~", 0, "about 66 million years ago to about 56 million years ago" },
  { "2004-06/..", 0, "since June 2004" },
  { "2004-06~/..", 0, "since around June 2004" },
  { "../2004-06", 0, "until June 2004" },
  { "2004-06/", 0, "from June 2004, end unknown" },
  { "/2004-06", 0, "start unknown, until June 2004" },

  /* Unspecified digits */
  { "156X", 0, "the 1560s" },
  { "15XX", 0, "16th century" },
  { "15XX?", 0, "16th century (uncertain)" },
  { "15XX~", 0, "around the 16th century" },
  { "15XX/..", 0, "since the 16th century" },
  { "15XX/1623", 0, "the 16th century to 1623" },
  { "15XX", DL_WORDS_PLANNED, "planned for the 16th century" },
  { "[..15XX]", 0, "the 16th century or earlier" },
  { "150X", 0, "the years 1500–1509" },
  { "00XX", 0, "1st century" },
  { "10XX", 0, "11th century" },
  { "20XX", 0, "21st century" },
  { "201X", 0, "the 2010s" },
  { "1XXX", 0, "the years 1000–1999" },
  { "000X", 0, "the years 1 BC to AD 9" },
  { "-004X", 0, "the years 50–41 BC" },
  { "XXXX", 0, "an unknown year" },
  { "201X~", 0, "around the 2010s" },
  { "2025-10-XX", 0, "a day in October 2025" },
  { "2025-XX", 0, "a month of 2025" },
  { "2025-XX-XX", 0, "a day in 2025" },
  { "2025-XX-25", 0, "day 25 of a month of 2025" },
  { "156X-12-25", 0, "25 December of a year in the 1560s" },
  { "156X-12", 0, "December of a year in the 1560s" },
  { "15XX-12-XX", 0, "a day in December of a year in the 16th century" },
  { "156X-21", 0, "spring of a year in the 1560s" },
  { "XXXX-12-25", 0, "25 December of an unknown year" },
  { "XXXX-12-XX", 0, "a day in December of an unknown year" },
  { "XXXX-12", 0, "December of an unknown year" },
  { "XXXX-XX", 0, "a month of an unknown year" },
  { "XXXX-XX-XX", 0, "a day of an unknown year" },
  { "XXXX-XX-25", 0, "day 25 of a month of an unknown year" },
  { "1984-1X", 0, "between October and December 1984" },
  { "2025-10-2X", 0, "between 20 and 29 October 2025" },
  { "2025-XX-1X", 0, "between 10 January 2025 and 19 December 2025" },
  { "1984-X3", 0, "March 1984" },
  { "156X-1X", 0, "between October 1560 and December 1569" },
  { "1950S2", 0, "about 1950 (within 1900–1999)" },
  { "1950S4", 0, "1950" },
  { "Y171010000S3", 0, "about AD 171.01 million (within 171,000,000–171,999,999)" },

  /* Sets */
  { "[1667,1668,1670..1672]", 0, "one of: 1667, 1668, 1670–1672" },
  { "[..1760-12-03]", 0, "3 December 1760 or earlier" },
  { "[1760-12..]", 0, "December 1760 or later" },
  { "[1760-01,1760-02,1760-12..]", 0, "one of: January 1760, February 1760, December 1760 or later" },
  { "[1850..1860]", 0, "between 1850 and 1860" },
  { "[1854~..1857~]", 0, "between around 1854 and around 1857" },
  { "[1914-06-01..1914-06-10]", 0, "between 1 June 1914 and 10 June 1914" },
  { "[1850..1850]", 0, "1850" },
  { "{1850..1860}", 0, "1850–1860" },

  /* Parts of a century, and what looks like them */
  { "[-0699..-0650]", 0, "first half of the 7th century BC" },
  { "[-0049..0000]", 0, "second half of the 1st century BC" },
  { "[0467~..0499]", 0, "late 5th century" },
  { "[0000..0033~]", 0, "early 1st century" },
  { "[1834~..1866~]", 0, "mid-19th century" },
  { "[1834..1866]", 0, "between 1834 and 1866" },
  { "[1867~..1899?]", 0, "between around 1867 and 1899 (uncertain)" },
  { "[1875..1899]", 0, "last quarter of the 19th century" },
  { "[1100..1124]", 0, "first quarter of the 12th century" },
  { "[2000..2049]", 0, "first half of the 21st century" },
  { "[1857~..1859]", 0, "late 1850s" },
  { "[1900..1904]", 0, "between 1900 and 1904" },
  { "[-1999..-1500]", 0, "first half of the 2nd millennium BC" },
  { "[1867~..1899]", DL_WORDS_PLANNED, "planned for late 19th century" },
  { "-06XX", 0, "7th century BC" },
  { "-06XX~", 0, "around the 7th century BC" },
  { "[-0099..0000]", 0, "1st century BC" },
  { "[-0999..0000]", 0, "1st millennium BC" },
  { "[-0099~..0000]", 0, "between around 100 BC and 1 BC" },
  { "[1300..1399]", 0, "between 1300 and 1399" },
  { "-00XX", 0, "the years 100–2 BC" },
  { "{1960,1961-12}", 0, "1960, December 1961" },
  { "{..1984}", 0, "1984 and earlier" },
  { "{1984..}", 0, "1984 and later" },

  /* Times of day */
  { "2025-10-25T22:00", 0, "25 October 2025, 22:00" },
  { "2025-10-25T22:00:05", 0, "25 October 2025, 22:00:05" },
  { "2025-10-25T22", 0, "25 October 2025, 22 h" },
  { "2025-10-25T22:00", DL_WORDS_WEEKDAY, "Saturday 25 October 2025, 22:00" },
  { "2025-10-25T22:00:00.5", 0, "25 October 2025, 22:00:00.5" },
  { "2025-10-25T24:00:00", 0, "25 October 2025, 24:00:00" },
  { "2016-12-31T23:59:60Z", 0, "31 December 2016, 23:59:60" },
  { "2025-10-25T22:00+08:00", 0, "25 October 2025, 22:00" },
  { "2025-10-25T22:00+08:00", DL_WORDS_ZONE, "25 October 2025, 22:00 (UTC+8)" },
  { "2025-10-25T22:00-05:30", DL_WORDS_ZONE, "25 October 2025, 22:00 (UTC−5:30)" },
  { "2025-10-25T22:00Z", DL_WORDS_ZONE, "25 October 2025, 22:00 (UTC)" },
  { "2025-10-25T22:00", DL_WORDS_ZONE, "25 October 2025, 22:00" },
  { "2025-10-25T22:00/2025-10-25T23:30", 0, "25 October 2025, 22:00–23:30" },
  { "2025-10-25T22:00Z/2025-10-25T23:30Z", DL_WORDS_ZONE, "25 October 2025, 22:00–23:30 (UTC)" },
  { "2025-10-25T22:00/2025-10-26T01:00", 0, "25 October 2025, 22:00 – 26 October 2025, 01:00" },
  { "2025-10-25T22:00/2025-10-26", 0, "25 October 2025, 22:00 to 26 October 2025" },
  { "2025-10-25T22:00/..", 0, "since 25 October 2025, 22:00" },
  { "2025-10-28T10:00", DL_WORDS_PLANNED, "planned for 28 October 2025, 10:00" },

  /* No date */
  { "yesterday", 0, "yesterday" },
  { "2025-13", DL_WORDS_PLANNED, "2025-13" },
  { "2025-10-25/2025-10-24", 0, "2025-10-25/2025-10-24" },
  { "", 0, "" },
};
/* clang-format on */

static void
test_words (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dl_words_from_edtf (rows[i].edtf, rows[i].flags | DL_WORDS_AS_WRITTEN, NULL);

      if (strcmp (words, rows[i].words) != 0)
        g_test_fail_printf ("%s: “%s”, expected “%s”", rows[i].edtf, words, rows[i].words);
    }
}

/* The words of a part of a century are read as just that part. */
static void
test_parts_are_read (void)
{
  static const char *const parts[] = { "early",
                                       "mid",
                                       "late",
                                       "first half of the",
                                       "second half of the",
                                       "first quarter of the",
                                       "second quarter of the",
                                       "third quarter of the",
                                       "last quarter of the" };
  static const char *const periods[] = { "1st century",    "12th century",      "22nd century",   "93rd century",
                                         "7th century BC", "2nd millennium BC", "1st century BC", "2nd millennium",
                                         "1850s",          "3rd millennium BC" };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      {
        g_autofree char *text = g_strdup_printf ("%s%s%s", parts[j], j == 1 ? "-" : " ", periods[i]);
        g_autofree char *edtf = dl_date_words_to_edtf (text, NULL, NULL, NULL);
        g_autofree char *words = edtf != NULL ? dl_words_from_edtf (edtf, DL_WORDS_NONE, NULL) : NULL;

        /* Decades have no quarters. */
        if (j < 5 || strchr (periods[i], ' ') != NULL)
          g_assert_cmpstr (words, ==, text);
      }
}

/* So are those of a whole one, also within a sentence; none of its decades takes its words. */
static void
test_centuries_are_read (void)
{
  static const char *const patterns[] = {
    "%sXX", "%sXX~", "%sXX?", "%sXX/2100", "%sXX/..", "[..%sXX]", "%s3X", "%s0X"
  };
  enum
  {
    DECADES = 6
  };

  for (int sign = 0; sign < 2; sign++)
    for (int century = sign; century < 100; century++)
      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        {
          g_autofree char    *digits = g_strdup_printf ("%s%02d", sign == 1 ? "-" : "", century);
          g_autoptr (GString) edtf = g_string_new (patterns[i]);
          g_autofree char    *words = NULL;
          g_autofree char    *again = NULL;
          DlDate              date, found;

          g_string_replace (edtf, "%s", digits, 0);
          /* The end would be before the start. */
          if (!dl_date_parse (edtf->str, -1, &date, NULL))
            continue;
          words = dl_words_from_edtf (edtf->str, DL_WORDS_NONE, NULL);
          again = dl_date_words_to_edtf (words, NULL, NULL, NULL);
          g_test_message ("%s: %s: %s", edtf->str, words, again);
          /* "the years 60–51 BC" are only read by people. */
          if (again == NULL && i >= DECADES)
            continue;
          g_assert_nonnull (again);
          g_assert_true (dl_date_parse (again, -1, &found, NULL));
          g_assert_cmpint (dl_instant_compare (found.earliest_start, date.earliest_start), ==, 0);
          g_assert_cmpint (dl_instant_compare (found.latest_end, date.latest_end), ==, 0);
          g_assert_cmpuint (found.flags & DL_DATE_APPROXIMATE, ==, date.flags & DL_DATE_APPROXIMATE);
          if (i == 0)
            g_assert_cmpstr (again, ==, edtf->str);
        }
}

static void
check_zone (const char *edtf, const char *zone_name, const char *expected)
{
  g_autoptr (DlZone) zone = zone_name == NULL ? NULL : dl_zone_new (zone_name, NULL);
  g_autofree char   *words = dl_words_from_edtf (edtf, DL_WORDS_ZONE, zone);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_zone (void)
{
  check_zone ("2025-10-25T14:00Z", "Asia/Kuala_Lumpur", "25 October 2025, 22:00 (UTC+8)");
  check_zone ("2025-10-25T22:00Z", "Asia/Tokyo", "26 October 2025, 07:00 (JST)");
  check_zone ("2025-10-25T22:00+02:00", "America/New_York", "25 October 2025, 16:00 (EDT)");
  check_zone ("2025-12-25T22:00+02:00", "America/New_York", "25 December 2025, 15:00 (EST)");
  /* An hour is not an hour's start where the offset has half of one. */
  check_zone ("2025-10-25T14Z", "Asia/Kolkata", "25 October 2025, 19:30 (IST)");
  check_zone ("2025-10-25T14:00Z/2025-10-25T15:30Z", "Asia/Tokyo",
              "25 October 2025, 23:00 – 26 October 2025, 00:30 (JST)");
  check_zone ("2025-10-25T22:00+02:00", NULL, "25 October 2025, 20:00 (UTC)");
  /* What floats is told as written. */
  check_zone ("2025-10-25T14:00", "Asia/Tokyo", "25 October 2025, 14:00");
  check_zone ("2025-10-25", "Asia/Tokyo", "25 October 2025");
}

/* What lies on the axis has the axis' zone, whose name goes with every time of day. */
static void
test_on_axis (void)
{
  g_autoptr (DlZone) tokyo = dl_zone_new ("Asia/Tokyo", NULL);
  g_autoptr (DlZone) singapore = dl_zone_new ("Asia/Singapore", NULL);
  g_autofree char   *range = dl_words_from_edtf ("2025-10-25T14:00/2025-10-25T18:00", DL_WORDS_ON_AXIS, tokyo);
  g_autofree char   *day = dl_words_from_edtf ("2025-10-25", DL_WORDS_ON_AXIS, tokyo);
  g_autofree char   *minute = dl_words_instant (DL_INSTANT (1761368400), DL_UNIT_MINUTE, tokyo);
  g_autofree char   *utc = dl_words_instant (DL_INSTANT (1761368400), DL_UNIT_HOUR, NULL);
  g_autofree char   *whole_day = dl_words_instant (DL_INSTANT (1761368400), DL_UNIT_DAY, tokyo);
  g_autofree char   *without_letters = dl_words_zone (singapore, DL_INSTANT (1761368400));

  g_assert_cmpstr (range, ==, "25 October 2025, 14:00–18:00 (JST)");
  g_assert_cmpstr (day, ==, "25 October 2025");
  g_assert_cmpstr (minute, ==, "Sat 25 October 2025, 14:00 (JST)");
  g_assert_cmpstr (utc, ==, "Sat 25 October 2025, 05:00 (UTC)");
  g_assert_cmpstr (whole_day, ==, "Sat 25 October 2025");
  g_assert_cmpstr (without_letters, ==, "UTC+8");
}

static void
check_fill (const char *pattern, const char *expected)
{
  g_autofree char *words = dl_words_fill (pattern, "day", "25", "month", "{day}", "empty", "", NULL);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_fill (void)
{
  check_fill ("{day}", "25");
  check_fill ("{day}.{day}", "25.25");
  /* What is filled in is not read again. */
  check_fill ("{month} {day}", "{day} 25");
  check_fill ("a{empty}b", "ab");
  check_fill ("{year} {", "{year} {");
  check_fill ("{{day}}", "{25}");
  check_fill ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/words/table", test_words);
  g_test_add_func ("/time/words/parts-are-read", test_parts_are_read);
  g_test_add_func ("/time/words/centuries-are-read", test_centuries_are_read);
  g_test_add_func ("/time/words/zone", test_zone);
  g_test_add_func ("/time/words/on-axis", test_on_axis);
  g_test_add_func ("/time/words/fill", test_fill);
  return g_test_run ();
}
