/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-edtf.h"

#include <string.h>

#include "base/dl-error.h"

/* What is no date, and the byte that says so. */
static const struct
{
  const char *text;
  int         at;
} invalid[] = {
  { "", 0 },
  { " ", 0 },
  { " 2025", 0 },
  { "2025 ", 4 },
  { "2025-10-25\n", 10 },
  { "\t2025-10-25", 0 },
  { "x", 0 },
  { "yesterday", 0 },
  { "-", 1 },
  { "?", 1 },
  { "T22:00", 0 },
  { "22:00", 2 },
  { "２０２５", 0 },
  { "2025–10", 4 },

  /* Years */
  { "1", 1 },
  { "20", 2 },
  { "201", 3 },
  { "20250", 4 },
  { "+2025", 0 },
  { "-201", 4 },
  { "-0000", 0 },
  { "--2025", 1 },
  { "20x5", 2 },
  { "20xx", 2 },
  { "20uu", 2 },
  { "Y", 1 },
  { "Y-", 2 },
  { "Y2025", 1 },
  { "Y-2025", 2 },
  { "Y02025", 1 },
  { "Y+20250", 1 },
  { "y20250", 0 },
  { "Y1E3", 1 },
  { "Y17E", 4 },
  { "Y17E0", 4 },
  { "Y17E-7", 4 },
  { "Y17e7", 1 },
  { "Y1.7E8", 1 },
  { "Y20250-01", 6 },
  { "Y2025X", 1 },
  { "Y292277026595", 1 },
  { "Y-292277022656", 2 },
  { "Y-1E15", 2 },
  { "Y1E99999999999999999999", 21 },
  { "Y99999999999999999999", 19 },
  { "Y9223372036854775808", 19 },
  { "1950S", 5 },
  { "1950S0", 5 },
  { "1950S2-01", 6 },
  { "195XS2", 4 },
  { "1950s2", 4 },
  { "1950s", 4 },

  /* Months, seasons and days */
  { "2025-", 5 },
  { "2025-1", 5 },
  { "2025-13", 5 },
  { "2025-00", 5 },
  { "2025-20", 5 },
  { "2025-42", 5 },
  { "2025-99", 5 },
  { "2025-2X", 5 },
  { "2025-1-1", 5 },
  { "2025-010", 7 },
  { "2025-21-01", 7 },
  { "2025/1/2", 6 },
  { "31/02/2025", 2 },
  { "10/25/2025", 2 },
  { "25.10.2025", 2 },
  { "20251025", 4 },
  { "2025-1025", 7 },
  { "2025-W43", 5 },
  { "2025-298", 7 },
  { "2025-02-29", 8 },
  { "1900-02-29", 8 },
  { "-0001-02-29", 9 },
  { "2025-02-30", 8 },
  { "2025-04-31", 8 },
  { "2025-10-00", 8 },
  { "2025-10-32", 8 },
  { "2025-10-1", 8 },
  { "2025-10-", 8 },
  { "2025-10-25-", 10 },
  { "2025-10-251", 10 },
  { "2025-02-3X", 8 },
  { "2025-XX-32", 8 },
  { "2025-XX-4X", 8 },
  { "XXXX-02-30", 8 },
  { "XXX1-02-29", 8 },
  { "2025-10-x1", 8 },

  /* Qualifiers */
  { "2025??", 5 },
  { "2025?~", 5 },
  { "2025~?", 5 },
  { "2025-10%%", 8 },
  { "??2025", 1 },
  { "~", 1 },
  { "2025-10-25T22:00:00~", 19 },
  { "2025-10-25~T22:00:00", 11 },
  { "2025-10-2XT22:00:00", 10 },
  { "2025?T22", 5 },
  { "(2025)?", 0 },
  { "2025 ?", 4 },

  /* Times of day */
  { "2025-10-25T", 11 },
  { "2025-10-25t22:00:00", 10 },
  { "2025-10-25 22:00:00", 10 },
  { "2025-10T22:00:00", 7 },
  { "2025-10-25T2", 11 },
  { "2025-10-25T25:00:00", 11 },
  { "2025-10-25T24:00:01", 11 },
  { "2025-10-25T24:01:00", 11 },
  { "2025-10-25T24:00:00.5", 11 },
  { "2025-10-25T22:60:00", 14 },
  { "2025-10-25T22:0", 14 },
  { "2025-10-25T22:00:61", 17 },
  { "2025-10-25T22:00:60", 11 },
  { "2025-10-25T22:58:60", 11 },
  { "2016-12-31T22:59:60Z", 11 },
  { "2016-12-31T23:59:60+09:00", 11 },
  { "2025-10-25T22:00:0", 17 },
  { "2025-10-25T2200", 13 },
  { "2025-10-25T22:00:00.", 19 },
  { "2025-10-25T22:00:00.Z", 19 },
  { "2025-10-25T22:00:00ZZ", 20 },
  { "2025-10-25T22:00:00z", 19 },
  { "2025-10-25T22:00:00+", 19 },
  { "2025-10-25T22:00:00+9", 19 },
  { "2025-10-25T22:00:00+0900", 22 },
  { "2025-10-25T22:00:00+24:00", 19 },
  { "2025-10-25T22:00:00+09:60", 19 },
  { "2025-10-25T22:00:00+09:", 19 },
  { "2025-10-25T22:00:00 +09:00", 19 },
  { "2025-10-25T22:00:00[Asia/Tokyo]", 19 },

  /* Intervals. One that states neither end says nothing about when: the
   * standard gives a start, an end or both, and only one may be left open or
   * unknown; there would be nothing to place on an axis. */
  { "/", 1 },
  { "../..", 3 },
  { "../", 3 },
  { "/..", 1 },
  { "..", 2 },
  { "...", 2 },
  { "2025/2026/2027", 9 },
  { "2025//2026", 5 },
  { "2025/...", 7 },
  { "2025--2026", 5 },
  { "2025 / 2026", 4 },
  { "2025..2026", 4 },
  { "2025-10/11", 10 },
  { "2025/P1Y", 5 },
  { "2025/unknown", 5 },
  { "2025/open", 5 },
  { "2025-10-25/2025-10-24", 11 },
  { "2025-10-25/2024", 11 },
  { "2025/2024", 5 },
  { "0001/-0001", 5 },
  { "2025-10~/2025-08", 9 },
  { "2025-21/2025-02", 8 },
  { "2025-10-25T22:00Z/2025-10-25T21:59Z", 18 },
  { "2025-10-25T22:00+09:00/2025-10-25T12:00Z", 23 },
  { "2025-10-25T22:00Z/2025-10-23", 18 },
  { "[2025]/2026", 6 },
  { "2025/[2026]", 5 },

  /* Sets */
  { "[]", 1 },
  { "{}", 1 },
  { "[", 1 },
  { "[2025", 5 },
  { "[2025}", 5 },
  { "{2025]", 5 },
  { "[2025,]", 6 },
  { "[,2025]", 1 },
  { "[2025, 2026]", 6 },
  { "[2025;2026]", 5 },
  { "[2025]~", 6 },
  { "[[2025]]", 1 },
  { "[..]", 3 },
  { "[2025,..2026]", 6 },
  { "[2025..,2026]", 7 },
  { "[..2025..]", 7 },
  { "[2025..2026..2027]", 11 },
  { "[2026..2025]", -1 },
  { "[2025/2026]", 5 },
  { "[2025-10-25T22:00:00]", -1 },
  { "2025,2026", 4 },
  { "2025]", 4 },
};

void
test_invalid (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *start = g_strndup (invalid[i].text, (gsize) MAX (invalid[i].at, 0));
      g_autofree char   *place = g_strdup_printf ("after “%s”, ", start);
      g_autofree char   *canonical = NULL;
      DlDate             date;
      DlDate             before;

      memset (&date, 0x5a, sizeof date);
      before = date;
      if (dl_date_parse (invalid[i].text, -1, &date, &error))
        {
          g_test_fail_printf ("“%s” is taken for a date", invalid[i].text);
          continue;
        }
      g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      g_assert_cmpmem (&date, sizeof date, &before, sizeof before);
      g_assert_nonnull (strstr (error->message, " is not a date: "));
      if (invalid[i].at == 0 ? strstr (error->message, "after “") != NULL
                             : invalid[i].at > 0 && strstr (error->message, place) == NULL)
        g_test_fail_printf ("“%s”: %s; expected %s", invalid[i].text, error->message, place);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (dl_date_parse (invalid[i].text, -1, &date, NULL));
      canonical = dl_date_canonical (invalid[i].text);
      g_assert_null (canonical);
    }
}

void
test_invalid_long (void)
{
  const gsize length = 10 * 1000 * 1000;
  const char  fills[] = { 'X', '9', '[', ' ', '\xff', '/', '.' };
  gsize       i;

  for (i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_autofree char   *text = g_malloc (length);
      g_autoptr (GError) error = NULL;
      DlDate             date;

      memset (text, fills[i], length);
      g_assert_false (dl_date_parse (text, (gssize) length, &date, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      g_assert_cmpuint (strlen (error->message), <, 400);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      memcpy (text, "[1984", 5);
      g_assert_false (dl_date_parse (text, (gssize) length, &date, NULL));
    }
}

void
test_not_terminated (void)
{
  static const char *const texts[] = { "2025-10-25", "2025-10",  "2025-10-25T22:00:00Z", "[1667,1668..]",
                                       "2004/..",    "Y-17E7S2", "2004-06-~11" };
  gsize                    i;
  gsize                    cut;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    for (cut = 0; cut <= strlen (texts[i]); cut++)
      {
        /* Exactly as large, so that a sanitizer sees one byte too many. */
        g_autofree char *exact = g_memdup2 (texts[i], MAX (cut, 1));
        DlDate           date;

        if (dl_date_parse (exact, (gssize) cut, &date, NULL))
          g_assert_cmpuint (cut, >=, 4);
        else
          g_assert_cmpuint (cut, <, strlen (texts[i]));
      }
  /* A NUL inside is no end. */
  {
    DlDate date;

    g_assert_false (dl_date_parse ("2025\0-10", 8, &date, NULL));
    g_assert_false (dl_date_parse ("2025-10-25\0", 11, &date, NULL));
    g_assert_false (dl_date_parse ("[2025\0]", 7, &date, NULL));
    g_assert_true (dl_date_parse (NULL, 0, &date, NULL) == FALSE);
  }
}
