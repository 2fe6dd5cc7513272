/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "time/dl-date.h"
#include "time/dl-words.h"

/* fuzz-dates SECONDS [SEED]
 *
 * Reads random dates for so long, lays them on the axis of a zone and puts them
 * into words; aborts on a mistake, and on a date that costs more time than any
 * should. The n-th date depends on SEED + n only. */

/* Of the processor's time, for each date, and for each byte of long ones: a set
 * has as many dates as it likes. Sanitizers make everything slower. */
#if defined(__SANITIZE_ADDRESS__)
#define SLOWNESS 15
#else
#define SLOWNESS 1
#endif
#define MOST_NANOSECONDS (10000 * SLOWNESS)
#define MOST_NANOSECONDS_A_BYTE (100 * SLOWNESS)

/* A date is only called slow when it is at every try: the processor has other
 * things to do, too. */
#define TRIES 20

static const char *const pieces[] = {
  "X",   "XX",   "XXXX",       "0",      "1",      "2",          "3",   "9",   "00", "02",     "29",
  "3X",  "X1",   "2025",       "1600",   "Y",      "Y-17000000", "E",   "S",   "E9", "S3",     "S99",
  "-",   "-02-", "-02-29",     "-02-3X", "-XX-31", "-21",        "-33", "-41", "T",  "T02:30", "T02:30:00",
  ":30", ".5",   ".123456789", "Z",      "+09:00", "-00:00",     "-05", "?",   "~",  "%",      "/",
  "..",  "/..",  "[",          "]",      "{",      "}",          ",",   " "
};

static const char *const starts[] = { "2025-10-25",
                                      "XXXX-02-29",
                                      "XXX1-02-29",
                                      "XX00-02-29",
                                      "-XXXX-XX-31",
                                      "2021-03-14T02:30:00",
                                      "2021-11-07T01:30",
                                      "2025-10-25T22:00:00.123+09:00",
                                      "2004-06/2006-08",
                                      "[1900,1904..1908]",
                                      "{..1984}",
                                      "156X~",
                                      "Y-17E7S2",
                                      "1859S2",
                                      "" };

static const char *
pick (GRand *rand, const char *const *texts, gsize n)
{
  return texts[g_rand_int_range (rand, 0, (gint32) n)];
}

static char *
make_date (GRand *rand)
{
  GString *text = g_string_new (pick (rand, starts, G_N_ELEMENTS (starts)));

  for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
    {
      gssize at = g_rand_int_range (rand, 0, (gint32) text->len + 1);
      gssize length = g_rand_int_range (rand, 0, (gint32) MIN (text->len - (gsize) at, 4) + 1);

      if (g_rand_int_range (rand, 0, 2) == 0)
        g_string_erase (text, at, length);
      g_string_insert (text, at, pick (rand, pieces, G_N_ELEMENTS (pieces)));
    }
  /* Now and then a long one. */
  if (g_rand_int_range (rand, 0, 500) == 0)
    for (int n = g_rand_int_range (rand, 0, 4000); n > 0; n--)
      g_string_append (text, pick (rand, pieces, G_N_ELEMENTS (pieces)));
  return g_string_free (text, FALSE);
}

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Nanoseconds that it takes to read @text and lay it on the axis, the least of some tries. */
static gint64
measure (const char *text, gsize length, const DlZone *zone, gint64 limit)
{
  gint64 least = G_MAXINT64;

  for (int i = 0; i < TRIES && least > limit; i++)
    {
      gint64 start = now ();
      DlDate date;

      if (dl_date_parse (text, (gssize) length, &date, NULL))
        dl_date_resolve (&date, zone);
      least = MIN (least, now () - start);
    }
  return least;
}

static gboolean
check (const char *text, const DlZone *zone)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *words = NULL;
  gsize              length = strlen (text);
  gint64             limit = MOST_NANOSECONDS + MOST_NANOSECONDS_A_BYTE * (gint64) length;
  gint64             taken = measure (text, length, zone, limit);
  DlDate             date;

  if (taken > limit)
    g_error ("“%.60s” takes %" G_GINT64_FORMAT " ns", text, taken);
  if (!dl_date_parse (text, -1, &date, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }
  dl_date_resolve (&date, zone);
  g_assert_cmpint (dl_instant_compare (date.earliest_start, date.latest_start), <=, 0);
  g_assert_cmpint (dl_instant_compare (date.earliest_end, date.latest_end), <=, 0);
  g_assert_cmpint (dl_instant_compare (date.earliest_start, date.earliest_end), <=, 0);
  g_assert_cmpint (dl_instant_compare (date.latest_start, date.latest_end), <=, 0);
  words = dl_words_from_edtf (text, DL_WORDS_WEEKDAY | DL_WORDS_ZONE, zone);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  return TRUE;
}

int
main (int argc, char **argv)
{
  double             seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 10;
  guint32            seed = argc > 2 ? (guint32) g_ascii_strtoull (argv[2], NULL, 10) : g_random_int ();
  g_autoptr (DlZone) zone = dl_zone_new ("America/New_York", NULL);
  gint64             end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  gint64             told = 0;
  guint64            n = 0;
  guint64            n_dates = 0;

  setlocale (LC_ALL, "C.UTF-8");
  do
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char  *text = make_date (rand);

      if (g_get_monotonic_time () - told > G_USEC_PER_SEC)
        {
          told = g_get_monotonic_time ();
          g_print ("seed %u\n", seed);
        }
      if (check (text, zone))
        n_dates++;
      n++;
      seed++;
    }
  while (g_get_monotonic_time () < end);
  g_print ("%" G_GUINT64_FORMAT " texts, %" G_GUINT64_FORMAT " of them dates\n", n, n_dates);
  return EXIT_SUCCESS;
}
