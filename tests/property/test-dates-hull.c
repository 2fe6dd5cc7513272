/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "time/dl-date.h"

/* What the calendar is asked is counted, so that the work of a date can be
 * told without a clock: this program has the search for the hull with a
 * calendar that counts, in place of the library's. */
static guint n_asked;

static int
counted_days_in_month (gint64 year, int month)
{
  n_asked++;
  return dl_calendar_days_in_month (year, month);
}

#define dl_calendar_days_in_month counted_days_in_month
#include "time/dl-edtf-hull.c"
#undef dl_calendar_days_in_month

#define ROUNDS 3000

/* More than any date needs: twelve months, for each end, with and without
 * leap years, and again when the bounds are laid out. */
#define MOST_ASKED 150

typedef struct
{
  char   digits[10];
  guint8 month;
  guint8 day;
  guint8 n_days; /* in a common year */
} Day;

/* Every day that a year can have, as it is written. */
static Day  days[366];
static char years[10000][8];

static void
write_calendar (void)
{
  guint n = 0;

  for (int year = 0; year < 10000; year++)
    g_snprintf (years[year], sizeof years[year], "%04d", year);
  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= dl_calendar_days_in_month (2000, month); day++)
      {
        g_snprintf (days[n].digits, sizeof days[n].digits, "%02d-%02d", month, day);
        days[n].month = (guint8) month;
        days[n].day = (guint8) day;
        days[n].n_days = (guint8) dl_calendar_days_in_month (2001, month);
        n++;
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (days));
}

static gboolean
matches (const char *pattern, const char *text)
{
  for (; *text != '\0'; pattern++, text++)
    if (*pattern != 'X' && *pattern != *text)
      return FALSE;
  return TRUE;
}

/* The first and the last day of each kind of year that match, or NULL. */
static void
try_days (const char *pattern, const Day *edges[2][2])
{
  memset (edges, 0, sizeof (Day *) * 4);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (int leap = days[i].day > days[i].n_days; leap < 2 && matches (pattern, days[i].digits); leap++)
      {
        if (edges[leap][0] == NULL)
          edges[leap][0] = &days[i];
        edges[leap][1] = &days[i];
      }
}

/* The days from 1970 to the first and to the last day that match, trying every
 * year. Returns: FALSE when there is none */
static gboolean
try_years (const char *pattern, gint64 *first, gint64 *last)
{
  gboolean    negative = pattern[0] == '-';
  const Day  *edges[2][2];
  const char *digits = pattern + negative;

  try_days (digits + 5, edges);
  *first = G_MAXINT64;
  *last = G_MININT64;
  for (int i = negative; i < 10000; i++)
    {
      int year = negative ? -i : i;
      int leap = dl_calendar_is_leap_year (year);

      if (edges[leap][0] == NULL || !matches (digits, years[i]))
        continue;
      *first = MIN (*first, dl_calendar_days (year, edges[leap][0]->month, edges[leap][0]->day));
      *last = MAX (*last, dl_calendar_days (year, edges[leap][1]->month, edges[leap][1]->day));
    }
  return *first <= *last;
}

static void
check (const char *pattern)
{
  DlDate   date;
  gint64   first;
  gint64   last;
  gboolean there = try_years (pattern, &first, &last);

  n_asked = 0;
  if (dl_date_parse (pattern, -1, &date, NULL) != there)
    g_error ("%s: %s", pattern, there ? "there is such a day" : "there is no such day");
  if (n_asked > MOST_ASKED)
    g_error ("%s: the calendar is asked %u times", pattern, n_asked);
  if (there && (date.earliest_start.seconds != first * 86400 || date.latest_end.seconds != (last + 1) * 86400))
    g_error ("%s: its hull is not that of its days", pattern);
}

static void
test_edges (void)
{
  static const char *const patterns[] = {
    "XXXX-02-3X",  "XXX1-02-29",  "XXX1-02-2X",  "XXXX-02-29",  "X1XX-02-29",  "XX00-02-29",  "X100-02-29",
    "X300-02-29",  "19X0-02-29",  "1X00-02-29",  "-XXXX-02-29", "-000X-02-29", "-00X0-02-29", "-00X0-XX-XX",
    "-0X00-02-29", "-XXXX-XX-31", "-000X-XX-XX", "0XXX-X2-XX",  "XXXX-XX-30",  "XXXX-X2-31",  "XXXX-0X-3X",
    "XXXX-1X-31",  "2001-0X-29",  "2001-X2-29",  "XXX7-X1-31",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    check (patterns[i]);
}

/* Mostly about the end of February, where years differ. */
static void
test_random (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      gboolean         february = g_test_rand_bit ();
      g_autofree char *pattern =
        g_strdup_printf ("%s%04d-%02d-%02d", g_test_rand_int_range (0, 3) == 0 ? "-" : "",
                         g_test_rand_int_range (1, 10000), february ? 2 : g_test_rand_int_range (1, 13),
                         february ? g_test_rand_int_range (27, 32) : g_test_rand_int_range (1, 32));
      int n = g_test_rand_int_range (1, 7);

      for (int step = 0; step < n; step++)
        {
          char *at = pattern + g_test_rand_int_range (0, (gint32) strlen (pattern));

          if (*at != '-')
            *at = 'X';
        }
      if (strchr (pattern, 'X') != NULL)
        check (pattern);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  write_calendar ();
  g_test_add_func ("/property/dates-hull/edges", test_edges);
  g_test_add_func ("/property/dates-hull/random", test_random);
  return g_test_run ();
}
