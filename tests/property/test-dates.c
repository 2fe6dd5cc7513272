/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date.h"

#include <string.h>

#include "time/dl-words.h"

/* What holds for every date, tried on random ones. The seed is printed; give
 * it back with --seed. */

#define ROUNDS 20000

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static const char *
pick_qualifier (void)
{
  static const char *const marks[] = { "?", "~", "%" };

  return marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))];
}

static void
maybe_qualifier (GString *text, int percent)
{
  if (chance (percent))
    g_string_append (text, pick_qualifier ());
}

/* Digits of a number, some of them X. */
static void
append_digits (GString *text, int value, int count, int percent_x)
{
  g_autofree char *digits = g_strdup_printf ("%0*d", count, value);
  int              i;

  for (i = 0; i < count; i++)
    g_string_append_c (text, chance (percent_x) ? 'X' : digits[i]);
}

static void
append_time (GString *text)
{
  g_string_append_printf (text, "T%02d", g_test_rand_int_range (0, 24));
  if (chance (90))
    {
      g_string_append_printf (text, ":%02d", g_test_rand_int_range (0, 60));
      if (chance (60))
        {
          g_string_append_printf (text, ":%02d", g_test_rand_int_range (0, 60));
          if (chance (20))
            g_string_append_printf (text, ".%d", g_test_rand_int_range (0, G_MAXINT32));
        }
    }
  if (chance (30))
    g_string_append_c (text, 'Z');
  else if (chance (40))
    g_string_append_printf (text, "%c%02d:%02d", chance (50) ? '+' : '-', g_test_rand_int_range (0, 15),
                            15 * g_test_rand_int_range (0, 4));
}

static void
append_long_year (GString *text)
{
  int exponent = g_test_rand_int_range (1, 6);

  g_string_append_printf (text, "Y%s%d", chance (50) ? "-" : "", g_test_rand_int_range (10000, 290000));
  if (chance (40))
    g_string_append_printf (text, "E%d", exponent);
  if (chance (30))
    g_string_append_printf (text, "S%d", g_test_rand_int_range (1, 6));
}

/* A random date; nearly always a valid one. */
static void
append_date (GString *text, gboolean timed)
{
  int percent_x = chance (20) ? 30 : 0;
  int percent_q = timed ? 0 : (chance (30) ? 40 : 0);
  int day;

  if (timed)
    percent_x = 0;
  maybe_qualifier (text, percent_q / 2);
  if (!timed && chance (8))
    {
      append_long_year (text);
      maybe_qualifier (text, percent_q);
      return;
    }
  if (chance (8))
    g_string_append_c (text, '-');
  append_digits (text, g_test_rand_int_range (1, 10000), 4, percent_x);
  if (percent_x == 0 && !timed && chance (5))
    g_string_append_printf (text, "S%d", g_test_rand_int_range (1, 5));
  else if (timed || chance (80))
    {
      maybe_qualifier (text, percent_q / 2);
      g_string_append_c (text, '-');
      maybe_qualifier (text, percent_q / 2);
      if (!timed && chance (15))
        g_string_append_printf (text, "%d", g_test_rand_int_range (21, 42));
      else
        {
          append_digits (text, g_test_rand_int_range (1, 13), 2, percent_x);
          if (timed || chance (80))
            {
              maybe_qualifier (text, percent_q / 2);
              g_string_append_c (text, '-');
              maybe_qualifier (text, percent_q / 2);
              day = g_test_rand_int_range (1, chance (95) ? 29 : 32);
              append_digits (text, day, 2, percent_x);
            }
        }
    }
  maybe_qualifier (text, percent_q);
  if (timed)
    append_time (text);
}

static void
append_set (GString *text)
{
  gboolean one = chance (50);
  int      count = g_test_rand_int_range (1, 6);
  int      i;

  g_string_append_c (text, one ? '[' : '{');
  for (i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      else if (chance (15))
        g_string_append (text, "..");
      append_date (text, FALSE);
      if (i == count - 1 && chance (15))
        g_string_append (text, "..");
    }
  g_string_append_c (text, one ? ']' : '}');
}

static char *
random_edtf (void)
{
  GString *text = g_string_new (NULL);
  int      form = g_test_rand_int_range (0, 10);

  if (form < 5)
    append_date (text, chance (20));
  else if (form < 9)
    {
      if (chance (85))
        append_date (text, chance (20));
      else if (chance (50))
        g_string_append (text, "..");
      g_string_append_c (text, '/');
      if (chance (85))
        append_date (text, chance (20));
      else if (chance (50))
        g_string_append (text, "..");
    }
  else
    append_set (text);
  return g_string_free (text, FALSE);
}

static gboolean
not_after (DlInstant a, DlInstant b)
{
  return dl_instant_compare (a, b) <= 0;
}

static void
check_ordered (const char *text, const DlDate *date)
{
  if (!not_after (date->earliest_start, date->latest_start) || !not_after (date->earliest_end, date->latest_end) ||
      !not_after (date->earliest_start, date->earliest_end) || !not_after (date->latest_start, date->latest_end) ||
      !not_after (date->stated_start, date->stated_end))
    g_error ("%s: bounds are out of order", text);
}

static gboolean
same_bounds (const DlDate *a, const DlDate *b)
{
  return dl_instant_compare (a->earliest_start, b->earliest_start) == 0 &&
         dl_instant_compare (a->latest_start, b->latest_start) == 0 &&
         dl_instant_compare (a->earliest_end, b->earliest_end) == 0 &&
         dl_instant_compare (a->latest_end, b->latest_end) == 0 &&
         dl_instant_compare (a->stated_start, b->stated_start) == 0 &&
         dl_instant_compare (a->stated_end, b->stated_end) == 0;
}

/* Everything that must hold for one text, valid or not. */
static gboolean
check_text (const char *text)
{
  g_autofree char   *canonical = dl_date_canonical (text);
  g_autoptr (GError) error = NULL;
  DlDate             date;
  DlDate             again;
  int                flags;

  if (!dl_date_parse (text, -1, &date, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (canonical);
      return FALSE;
    }
  g_assert_no_error (error);
  check_ordered (text, &date);
  g_assert_nonnull (canonical);
  if (!dl_date_parse (canonical, -1, &again, NULL))
    g_error ("%s: its canonical text %s is no date", text, canonical);
  if (!same_bounds (&date, &again) || date.flags != (again.flags | (date.flags & DL_DATE_EXTENSION)) ||
      date.start_precision != again.start_precision || date.end_precision != again.end_precision ||
      again.level > date.level)
    g_error ("%s: another date than its canonical text %s", text, canonical);

  for (flags = 0; flags < 16; flags++)
    {
      g_autofree char *words = dl_words_from_edtf (text, (DlWordsFlags) flags, NULL);

      if (!g_utf8_validate (words, -1, NULL) || words[0] == '\0' || strpbrk (words, "{}") != NULL)
        g_error ("%s: bad words: %s", text, words);
    }
  return TRUE;
}

static void
test_random_dates (void)
{
  int valid = 0;
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = random_edtf ();

      valid += check_text (text);
    }
  /* Else the generator has gone astray and this tests nothing. */
  g_assert_cmpint (valid, >, ROUNDS / 2);
}

/* One edit of a valid text: still a date, or an error; never anything else. */
static void
test_mutated (void)
{
  static const char bytes[] = "0123456789XYSETZ-+?~%/.,:[]{}. \xff";
  int               i;

  for (i = 0; i < ROUNDS; i++)
    {
      g_autofree char *base = random_edtf ();
      GString         *text = g_string_new (base);
      int              edits = g_test_rand_int_range (1, 4);

      while (edits-- > 0)
        {
          gsize at = (gsize) g_test_rand_int_range (0, (int) text->len + 1);
          char  byte = bytes[g_test_rand_int_range (0, (int) sizeof bytes - 1)];

          if (chance (40))
            g_string_insert_c (text, (gssize) at, byte);
          else if (at < text->len && chance (50))
            g_string_erase (text, (gssize) at, 1);
          else if (at < text->len)
            text->str[at] = byte;
        }
      check_text (text->str);
      g_string_free (text, TRUE);
    }
}

static void
test_random_bytes (void)
{
  int i;
  int j;

  for (i = 0; i < ROUNDS; i++)
    {
      int              length = g_test_rand_int_range (0, 40);
      g_autofree char *bytes = g_malloc ((gsize) MAX (length, 1));
      DlDate           date;

      for (j = 0; j < length; j++)
        bytes[j] = (char) g_test_rand_int_range (0, 256);
      if (dl_date_parse (bytes, length, &date, NULL))
        check_ordered ("random bytes", &date);
    }
}

static DlDate
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  DlDate             date = { 0 };

  if (!dl_date_parse (text, -1, &date, &error))
    g_error ("%s: %s", text, error->message);
  return date;
}

static void
check_within (const char *narrow, const char *wide)
{
  DlDate inner = parse (narrow);
  DlDate outer = parse (wide);

  if (!not_after (outer.earliest_start, inner.earliest_start) || !not_after (inner.latest_end, outer.latest_end) ||
      !not_after (outer.earliest_end, inner.earliest_end) || !not_after (inner.latest_start, outer.latest_start))
    g_error ("%s is not within %s", narrow, wide);
}

/* The coarser a date is stated, the more it holds. */
static void
test_precision_nests (void)
{
  int i;

  for (i = 0; i < ROUNDS / 4; i++)
    {
      const char *sign = chance (30) ? "-" : "";
      int         year = g_test_rand_int_range (1, 10000);
      int         month = g_test_rand_int_range (1, 13);
      int         day = g_test_rand_int_range (1, dl_calendar_days_in_month (*sign == '-' ? -year : year, month) + 1);
      g_autofree char *year_text = g_strdup_printf ("%s%04d", sign, year);
      g_autofree char *decade = g_strdup_printf ("%s%03dX", sign, year / 10);
      g_autofree char *century = g_strdup_printf ("%s%02dXX", sign, year / 100);
      g_autofree char *significant = g_strdup_printf ("%sS%d", year_text, g_test_rand_int_range (1, 5));
      g_autofree char *month_text = g_strdup_printf ("%s-%02d", year_text, month);
      g_autofree char *quarter = g_strdup_printf ("%s-%d", year_text, 33 + (month - 1) / 3);
      g_autofree char *semester = g_strdup_printf ("%s-%d", year_text, 40 + (month - 1) / 6);
      g_autofree char *day_text = g_strdup_printf ("%s-%02d", month_text, day);
      g_autofree char *hour = g_strdup_printf ("%sT%02d", day_text, g_test_rand_int_range (0, 24));
      g_autofree char *minute = g_strdup_printf ("%s:%02d", hour, g_test_rand_int_range (0, 60));
      g_autofree char *second = g_strdup_printf ("%s:%02d", minute, g_test_rand_int_range (0, 60));
      g_autofree char *fraction = g_strdup_printf ("%s.%d", second, g_test_rand_int_range (0, 1000000));
      g_autofree char *around_year = g_strconcat (year_text, "~", NULL);
      g_autofree char *around_month = g_strconcat (month_text, "%", NULL);
      g_autofree char *around_day = g_strconcat (day_text, "~", NULL);
      g_autofree char *doubted = g_strconcat (day_text, "?", NULL);
      g_autofree char *open = g_strconcat (day_text, "/..", NULL);

      check_within (fraction, second);
      check_within (second, minute);
      check_within (minute, hour);
      check_within (hour, day_text);
      check_within (day_text, month_text);
      check_within (day_text, doubted);
      check_within (doubted, day_text);
      check_within (day_text, around_day);
      check_within (around_day, around_month);
      check_within (month_text, quarter);
      check_within (month_text, around_month);
      check_within (quarter, semester);
      check_within (semester, year_text);
      check_within (around_month, around_year);
      check_within (year_text, decade);
      check_within (decade, century);
      check_within (year_text, significant);
      check_within (year_text, around_year);
      g_assert_true (not_after (parse (day_text).latest_end, parse (open).latest_end));
    }
}

/* A digit that is not known only adds dates. */
static void
test_unspecified_widens (void)
{
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      int              year = g_test_rand_int_range (1, 10000);
      int              month = g_test_rand_int_range (1, 13);
      g_autofree char *narrow = g_strdup_printf (
        "%04d-%02d-%02d", year, month, g_test_rand_int_range (1, dl_calendar_days_in_month (year, month) + 1));
      g_autofree char *wide = g_strdup (narrow);
      int              step;

      for (step = 0; step < 4; step++)
        {
          int at = g_test_rand_int_range (0, 10);

          if (wide[at] == '-')
            continue;
          wide[at] = 'X';
          check_within (narrow, wide);
          g_free (narrow);
          narrow = g_strdup (wide);
        }
    }
}

static gboolean
matches (const char *pattern, int year, int month, int day)
{
  char text[32];
  int  i;

  g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
  for (i = 0; i < 10; i++)
    if (pattern[i] != 'X' && pattern[i] != text[i])
      return FALSE;
  return TRUE;
}

/* The hull of unspecified digits, against trying every day of 400 years. */
static void
test_hull_by_trying (void)
{
  int i;

  for (i = 0; i < 60; i++)
    {
      char     pattern[] = "1600-01-01";
      gint64   first = G_MAXINT64;
      gint64   last = G_MININT64;
      int      year = g_test_rand_int_range (1600, 2000);
      int      month;
      int      day;
      int      step;
      DlDate   date;
      gboolean valid;

      g_snprintf (pattern, sizeof pattern, "%04d-%02d-%02d", year, g_test_rand_int_range (1, 13) % 100,
                  g_test_rand_int_range (1, 32) % 100);
      for (step = 0; step < 3; step++)
        {
          int at = g_test_rand_int_range (2, 10);

          if (pattern[at] != '-')
            pattern[at] = 'X';
        }
      for (year = 1600; year < 2000; year++)
        for (month = 1; month <= 12; month++)
          for (day = 1; day <= dl_calendar_days_in_month (year, month); day++)
            if (matches (pattern, year, month, day))
              {
                first = MIN (first, dl_calendar_days (year, month, day));
                last = MAX (last, dl_calendar_days (year, month, day));
              }
      valid = dl_date_parse (pattern, -1, &date, NULL);
      g_assert_cmpint (valid, ==, first <= last);
      if (!valid)
        continue;
      if (date.earliest_start.seconds != first * 86400 || date.latest_end.seconds != (last + 1) * 86400)
        g_error ("%s: its hull is not that of its days", pattern);
    }
}

static void
test_sets_hold_members (void)
{
  int i;

  for (i = 0; i < ROUNDS / 4; i++)
    {
      GString    *set = g_string_new (chance (50) ? "[" : "{");
      const char *close = set->str[0] == '[' ? "]" : "}";
      char       *members[5] = { NULL };
      int         count = 0;
      int         j;

      while (count < 5)
        {
          GString *member = g_string_new (NULL);
          DlDate   date;

          append_date (member, FALSE);
          if (!dl_date_parse (member->str, -1, &date, NULL))
            {
              g_string_free (member, TRUE);
              continue;
            }
          if (count > 0)
            g_string_append_c (set, ',');
          g_string_append (set, member->str);
          members[count++] = g_string_free (member, FALSE);
        }
      g_string_append (set, close);
      for (j = 0; j < count; j++)
        {
          check_within (members[j], set->str);
          g_free (members[j]);
        }
      g_string_free (set, TRUE);
    }
}

/* On any axis the bounds keep their order. */
static void
test_resolved_stays_ordered (void)
{
  static const char *const names[] = { "Asia/Tokyo", "America/New_York", "Asia/Kuala_Lumpur", "Pacific/Apia",
                                       "-03:30" };
  gsize                    i;
  int                      j;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DlZone) zone = dl_zone_new (names[i], NULL);

      g_assert_nonnull (zone);
      for (j = 0; j < ROUNDS / 10; j++)
        {
          g_autofree char *text = random_edtf ();
          DlDate           date;

          if (!dl_date_parse (text, -1, &date, NULL))
            continue;
          dl_date_resolve (&date, zone);
          check_ordered (text, &date);
        }
    }
}

static void
test_calendar_round_trips (void)
{
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      gint64    random = (gint64) ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ());
      DlInstant instant = DL_INSTANT (random >> g_test_rand_int_range (0, 40));
      DlCivil   civil = dl_calendar_from_instant (instant);
      DlUnit    unit = (DlUnit) g_test_rand_int_range (DL_UNIT_SECOND, DL_UNIT_YEAR + 1);
      DlCivil   floor;
      DlInstant start;

      if (civil.year < DL_YEAR_MIN || civil.year > DL_YEAR_MAX)
        continue;
      g_assert_cmpint (dl_calendar_to_instant (&civil).seconds, ==, instant.seconds);
      g_assert_cmpint (civil.day, <=, dl_calendar_days_in_month (civil.year, civil.month));
      if (civil.year < DL_YEAR_MIN + 2 || civil.year > DL_YEAR_MAX - 2)
        continue;
      floor = dl_calendar_floor (&civil, unit, 1, g_test_rand_int_range (0, 7));
      start = dl_calendar_to_instant (&floor);
      g_assert_cmpint (start.seconds, <=, instant.seconds);
      floor = dl_calendar_add (&floor, unit, 1);
      g_assert_cmpint (dl_calendar_to_instant (&floor).seconds, >, instant.seconds);
      floor = dl_calendar_add (&floor, unit, -1);
      g_assert_cmpint (dl_calendar_to_instant (&floor).seconds, ==, start.seconds);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/dates/random", test_random_dates);
  g_test_add_func ("/property/dates/mutated", test_mutated);
  g_test_add_func ("/property/dates/bytes", test_random_bytes);
  g_test_add_func ("/property/dates/precision-nests", test_precision_nests);
  g_test_add_func ("/property/dates/unspecified-widens", test_unspecified_widens);
  g_test_add_func ("/property/dates/hull-by-trying", test_hull_by_trying);
  g_test_add_func ("/property/dates/sets", test_sets_hold_members);
  g_test_add_func ("/property/dates/resolved", test_resolved_stays_ordered);
  g_test_add_func ("/property/dates/calendar", test_calendar_round_trips);
  return g_test_run ();
}
