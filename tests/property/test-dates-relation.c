/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-relation.h"

#include "time/dl-date-query.h"
#include "time/dl-words.h"

/* What two dates allow to say, against trying concrete intervals; and what
 * people type, against the words that the same dates are told in. The seed is
 * printed; give it back with --seed. */

#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 100
#else
#define ROUNDS 1000
#endif

/* Bounds are whole seconds from 0 to LAST or none; fifths of a second leave
 * room for four ends between two bounds. */
#define LAST 3
#define FIFTHS 5
#define N_INSTANTS ((LAST + 2) * FIFTHS + 3)

typedef struct
{
  DlInstant start;
  DlInstant end;
} Concrete;

static DlInstant
nth_instant (int n)
{
  if (n == 0)
    return DL_INSTANT_MIN;
  if (n == N_INSTANTS - 1)
    return DL_INSTANT_MAX;
  n -= 1;
  return (DlInstant){ n / FIFTHS - 1, n % FIFTHS * (1000000000 / FIFTHS) };
}

static DlInstant
random_bound (void)
{
  int n = g_test_rand_int_range (-1, LAST + 2);

  if (n < 0)
    return DL_INSTANT_MIN;
  return n > LAST ? DL_INSTANT_MAX : DL_INSTANT (n);
}

static DlDate
random_bounds (void)
{
  DlDate date = { 0 };

  do
    {
      date.earliest_start = random_bound ();
      date.latest_start = random_bound ();
      date.earliest_end = random_bound ();
      date.latest_end = random_bound ();
    }
  while (dl_instant_compare (date.earliest_start, date.latest_start) > 0 ||
         dl_instant_compare (date.earliest_end, date.latest_end) > 0 ||
         dl_instant_compare (date.earliest_start, date.earliest_end) > 0 ||
         dl_instant_compare (date.latest_start, date.latest_end) > 0);
  return date;
}

/* Every interval that @date can stand for. */
static GArray *
concrete_new (const DlDate *date)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Concrete));
  int     exact = dl_instant_compare (date->earliest_start, date->latest_start) == 0;
  int     i;
  int     j;

  for (i = 0; i < N_INSTANTS; i++)
    for (j = i; j < N_INSTANTS; j++)
      {
        Concrete concrete = { nth_instant (i), nth_instant (j) };

        if (dl_instant_compare (concrete.start, date->earliest_start) >= 0 &&
            dl_instant_compare (concrete.start, date->latest_start) < exact &&
            dl_instant_compare (concrete.end, date->earliest_end) >= 0 &&
            dl_instant_compare (concrete.end, date->latest_end) <= 0)
          g_array_append_val (all, concrete);
      }
  return all;
}

static DlAllen
relation_of (const Concrete *a, const Concrete *b)
{
  int starts = dl_instant_compare (a->start, b->start);
  int ends = dl_instant_compare (a->end, b->end);
  int a_end = dl_instant_compare (a->end, b->start);
  int b_end = dl_instant_compare (b->end, a->start);

  if (starts == 0)
    return ends == 0 ? DL_ALLEN_EQUALS : (ends < 0 ? DL_ALLEN_STARTS : DL_ALLEN_STARTED_BY);
  if (a_end <= 0)
    return a_end < 0 ? DL_ALLEN_BEFORE : DL_ALLEN_MEETS;
  if (b_end <= 0)
    return b_end < 0 ? DL_ALLEN_AFTER : DL_ALLEN_MET_BY;
  if (starts < 0)
    return ends == 0 ? DL_ALLEN_FINISHED_BY : (ends < 0 ? DL_ALLEN_OVERLAPS : DL_ALLEN_CONTAINS);
  return ends == 0 ? DL_ALLEN_FINISHES : (ends < 0 ? DL_ALLEN_DURING : DL_ALLEN_OVERLAPPED_BY);
}

static char *
describe (const DlDate *date)
{
  return g_strdup_printf ("[%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "]",
                          date->earliest_start.seconds, date->latest_start.seconds, date->earliest_end.seconds, date->latest_end.seconds);
}

static guint
inverse_of (guint relations)
{
  guint inverse = 0;
  int   i;

  for (i = 0; i < DL_N_ALLEN; i++)
    if ((relations & DL_ALLEN_BIT (i)) != 0)
      inverse |= DL_ALLEN_BIT (DL_ALLEN_INVERSE (i));
  return inverse;
}

static void
check_answers (const DlDate *a, const DlDate *b, guint possible)
{
  DlAnswer answers[DL_N_ALLEN];
  int      n_possible = 0;
  int      n_certain = 0;
  int      i;

  dl_relation_allen (a, b, answers);
  for (i = 0; i < DL_N_ALLEN; i++)
    {
      g_assert_cmpint (answers[i] != DL_NO, ==, (possible & DL_ALLEN_BIT (i)) != 0);
      n_possible += answers[i] != DL_NO;
      n_certain += answers[i] == DL_CERTAINLY;
    }
  g_assert_cmpint (n_possible, >=, 1);
  g_assert_cmpint (n_certain, ==, n_possible == 1);
  g_assert_cmpint (dl_relation_before (a, b), ==, dl_relation_after (b, a));
  g_assert_cmpint (dl_relation_overlaps (a, b), ==, dl_relation_overlaps (b, a));
  if (dl_relation_before (a, b) == DL_CERTAINLY || dl_relation_after (a, b) == DL_CERTAINLY)
    g_assert_cmpint (dl_relation_overlaps (a, b), ==, DL_NO);
  if (dl_relation_within (a, b) == DL_CERTAINLY)
    g_assert_cmpint (dl_relation_overlaps (a, b), ==, DL_CERTAINLY);
}

static void
test_against_trying (void)
{
  int round;

  for (round = 0; round < ROUNDS; round++)
    {
      DlDate             a = random_bounds ();
      DlDate             b = random_bounds ();
      g_autoptr (GArray) all_a = concrete_new (&a);
      g_autoptr (GArray) all_b = concrete_new (&b);
      guint              possible = dl_relation_possible (&a, &b);
      guint              tried = 0;
      guint              i;
      guint              j;

      for (i = 0; i < all_a->len; i++)
        for (j = 0; j < all_b->len; j++)
          tried |= DL_ALLEN_BIT (relation_of (&g_array_index (all_a, Concrete, i), &g_array_index (all_b, Concrete, j)));
      if (possible != tried)
        {
          g_autofree char *first = describe (&a);
          g_autofree char *second = describe (&b);

          g_error ("%s to %s: says %x, trying says %x", first, second, possible, tried);
        }
      g_assert_cmpuint (dl_relation_possible (&b, &a), ==, inverse_of (possible));
      check_answers (&a, &b, possible);
    }
}

static void
test_exact_bounds (void)
{
  int round;

  for (round = 0; round < ROUNDS; round++)
    {
      DlDate dates[2] = { random_bounds (), random_bounds () };
      int    i;

      for (i = 0; i < 2; i++)
        {
          dates[i].latest_start = dates[i].earliest_start;
          dates[i].earliest_end = dates[i].latest_end;
        }
      g_assert_cmpint (g_bit_nth_lsf (dl_relation_possible (&dates[0], &dates[1]), -1), ==, g_bit_nth_msf (dl_relation_possible (&dates[0], &dates[1]), -1));
    }
}

/* Dates that people type */

static gboolean
query (const char *text, DlDate *date, GError **error)
{
  return dl_date_query_parse (text, DL_INSTANT (0), FALSE, DL_INSTANT (0), DL_INSTANT (0), NULL, date, error);
}

/* What Dateline writes, a person can type. */
static void
test_words_read_back (void)
{
  int round;

  for (round = 0; round < ROUNDS; round++)
    {
      int              magnitude = g_test_rand_int_range (1, 10000);
      int              year = g_test_rand_int_range (0, 5) == 0 ? -magnitude : magnitude;
      int              month = g_test_rand_int_range (1, 13);
      int              day = g_test_rand_int_range (1, dl_calendar_days_in_month (year, month) + 1);
      int              form = g_test_rand_int_range (0, 5);
      g_autofree char *edtf = NULL;
      DlDate           expected;
      int              flags;

      if (form == 0)
        edtf = g_strdup_printf ("%s%04d", year < 0 ? "-" : "", magnitude);
      else if (form == 1)
        edtf = g_strdup_printf ("%s%04d-%02d", year < 0 ? "-" : "", magnitude, month);
      else if (form == 2)
        edtf = g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", magnitude, month, day);
      else if (form == 3)
        edtf = g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d", year < 0 ? "-" : "", magnitude, month, day, g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
      else
        edtf = g_strdup_printf ("%03dX", g_test_rand_int_range (10, 1000));
      g_assert_true (dl_date_parse (edtf, -1, &expected, NULL));

      for (flags = 0; flags < 16; flags++)
        {
          g_autofree char   *words = NULL;
          g_autoptr (GError) error = NULL;
          DlDate             date;

          if ((flags & DL_WORDS_PLANNED) != 0)
            continue;
          words = dl_words_from_edtf (edtf, (DlWordsFlags) flags, NULL);
          /* The first decade of a century is told by its years. */
          if (form == 4 && edtf[2] == '0')
            continue;
          if (!query (words, &date, &error))
            g_error ("%s: “%s”: %s", edtf, words, error->message);
          if (dl_instant_compare (date.earliest_start, expected.earliest_start) != 0 || dl_instant_compare (date.latest_end, expected.latest_end) != 0)
            g_error ("%s: “%s” is read as another date", edtf, words);
        }
    }
}

/* Texts that are put together at random; as many everywhere. */
#define TYPED 20000

/* Whatever is typed is a date or a sentence. */
static void
test_anything_typed (void)
{
  static const char *const pieces[] = { "25", "10", "2025", "0", "999999999999999", "13.8", "12,000", "oct", "October", "mon", "bc", "ad", "th", "century", "s", "million", "billion", "years", "ago", "today", "as of", "about", "the", "/", ".", "-", ":", ",", " ", " ", " ", "年", "月", "日", "万", "億", "前", "紀元前", "世紀", "년", "월", "일", "(", ")", "~", "X", "Y", "\xff", "'", "’" };
  int                      n_dates = 0;
  int                      round;

  for (round = 0; round < TYPED; round++)
    {
      GString           *text = g_string_new (NULL);
      int                n = g_test_rand_int_range (0, 9);
      g_autoptr (GError) error = NULL;
      DlDate             date;

      while (n-- > 0)
        {
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_int_range (0, 2) == 0)
            g_string_append_c (text, ' ');
        }
      if (query (text->str, &date, &error))
        {
          n_dates++;
          g_assert_no_error (error);
          g_assert_cmpint (dl_instant_compare (date.earliest_start, date.latest_end), <=, 0);
        }
      else
        {
          g_assert_nonnull (error);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
      g_string_free (text, TRUE);
    }
  /* Else the pieces have gone astray and this tests little. About one in
   * forty is a date, so that chance alone does not get near this. */
  g_test_message ("%d of %d are dates", n_dates, TYPED);
  g_assert_cmpint (n_dates, >, TYPED / 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/dates/relation/trying", test_against_trying);
  g_test_add_func ("/property/dates/relation/exact", test_exact_bounds);
  g_test_add_func ("/property/dates/query/words", test_words_read_back);
  g_test_add_func ("/property/dates/query/anything", test_anything_typed);
  return g_test_run ();
}
