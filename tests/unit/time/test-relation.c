/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-relation.h"

#include "time/dl-span.h"

static DlDate
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  DlDate             date = { 0 };

  dl_date_parse (edtf, -1, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
test_questions (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    DlAnswer    before;
    DlAnswer    after;
    DlAnswer    within;
    DlAnswer    overlaps;
  } rows[] = {
    { "2025-10-25", "2025-10-26", DL_CERTAINLY, DL_NO, DL_NO, DL_NO },
    { "2025-10-26", "2025-10-25", DL_NO, DL_CERTAINLY, DL_NO, DL_NO },
    { "2025-10-25", "2025-10-25", DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY },
    { "2025-10-25", "2025-10", DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY },
    /* An interval of whole days holds what lies between its ends' days. */
    { "2025-10-23", "2025-10-21/2025-10-25", DL_NO, DL_NO, DL_CERTAINLY, DL_CERTAINLY },
    { "2025-10-21", "2025-10-21/2025-10-25", DL_POSSIBLY, DL_NO, DL_POSSIBLY, DL_POSSIBLY },
    { "2025-10-25", "2025-10-21/2025-10-25", DL_NO, DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY },
    { "2025-10-20", "2025-10-21/2025-10-25", DL_CERTAINLY, DL_NO, DL_NO, DL_NO },
    { "2025-10-21/2025-10-25", "2025-10-23", DL_NO, DL_NO, DL_NO, DL_CERTAINLY },
    { "2004/2006", "2005/2008", DL_NO, DL_NO, DL_NO, DL_CERTAINLY },
    { "2004/2006", "2006/2008", DL_POSSIBLY, DL_NO, DL_NO, DL_POSSIBLY },
    { "2004/2007", "2005/2008", DL_NO, DL_NO, DL_NO, DL_CERTAINLY },
    { "2005/2006", "2000/2010", DL_NO, DL_NO, DL_CERTAINLY, DL_CERTAINLY },
    /* Open ends have no bound, unknown ones may lie anywhere. */
    { "2025", "2004/..", DL_NO, DL_NO, DL_CERTAINLY, DL_CERTAINLY },
    { "2025", "2004/", DL_NO, DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY },
    { "../1985", "2004/..", DL_CERTAINLY, DL_NO, DL_NO, DL_NO },
    { "../2010", "2004/..", DL_NO, DL_NO, DL_NO, DL_CERTAINLY },
    { "2004/..", "2004/..", DL_NO, DL_NO, DL_POSSIBLY, DL_CERTAINLY },
    { "[..1984]", "1990", DL_CERTAINLY, DL_NO, DL_NO, DL_NO },
    { "[1984..]", "1990", DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY },
    { "2025-10-25~", "2025-10-26", DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY, DL_POSSIBLY },
    { "2025-10-25~", "2025-10-27", DL_CERTAINLY, DL_NO, DL_NO, DL_NO },
    { "2025-10-25T22:00", "2025-10-25T22:01", DL_CERTAINLY, DL_NO, DL_NO, DL_NO },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlDate   a = parse (rows[i].a);
      DlDate   b = parse (rows[i].b);
      DlAnswer before = dl_relation_before (&a, &b);
      DlAnswer after = dl_relation_after (&a, &b);
      DlAnswer within = dl_relation_within (&a, &b);
      DlAnswer overlaps = dl_relation_overlaps (&a, &b);

      if (before != rows[i].before || after != rows[i].after || within != rows[i].within || overlaps != rows[i].overlaps)
        g_test_fail_printf ("%s to %s: before %d, after %d, within %d, overlaps %d", rows[i].a, rows[i].b, before, after, within, overlaps);
    }
}

static char *
possible_words (const DlDate *a, const DlDate *b)
{
  DlAnswer answers[DL_N_ALLEN];
  GString *words = g_string_new (NULL);
  guint    i;

  dl_relation_allen (a, b, answers);
  for (i = 0; i < DL_N_ALLEN; i++)
    if (answers[i] != DL_NO)
      g_string_append_printf (words, "%s%s%s", words->len > 0 ? ", " : "", dl_allen_to_string ((DlAllen) i), answers[i] == DL_CERTAINLY ? "!" : "");
  return g_string_free (words, FALSE);
}

static void
test_allen (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *words;
  } rows[] = {
    { "2025-10-25", "2025-10-26", "before, meets" },
    { "2025-10-25", "2025-10-27", "before!" },
    { "2025-10-27", "2025-10-25", "after!" },
    { "2025-10-26", "2025-10-25", "met by, after" },
    { "2005/2006", "2000/2010", "during!" },
    { "2000/2010", "2005/2006", "contains!" },
    { "2004/2007", "2005/2009", "overlaps!" },
    { "2005/2009", "2004/2007", "overlapped by!" },
    { "2005/2008", "2004/2007", "finishes, overlapped by" },
    { "2004/..", "2005/..", "finished by!" },
    { "../2004", "../2006", "starts!" },
    { "../2004", "../2005", "starts, equals" },
    { "2004/2006", "2006/2008", "before, meets, overlaps" },
    { "2025", "2025", "before, meets, overlaps, starts, during, finishes, equals, finished by, contains, started by, overlapped by, met by, after" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;
      DlDate           a = parse (rows[i].a);
      DlDate           b = parse (rows[i].b);

      words = possible_words (&a, &b);
      if (g_strcmp0 (words, rows[i].words) != 0)
        g_test_fail_printf ("%s to %s: %s", rows[i].a, rows[i].b, words);
    }
}

/* Ends that are known to the nanosecond leave one relation. */
static void
test_exact (void)
{
  static const gint64  ends[][2] = { { 0, 10 }, { 0, 5 }, { 2, 5 }, { 5, 10 }, { 5, 12 }, { 10, 12 }, { 11, 12 }, { 0, 0 }, { 10, 10 }, { 5, 5 }, { 11, 11 }, { -5, 0 }, { -5, 5 }, { -5, 20 } };
  static const DlAllen expected[] = {
    DL_ALLEN_EQUALS,
    DL_ALLEN_STARTED_BY,
    DL_ALLEN_CONTAINS,
    DL_ALLEN_FINISHED_BY,
    DL_ALLEN_OVERLAPS,
    DL_ALLEN_MEETS,
    DL_ALLEN_BEFORE,
    DL_ALLEN_STARTED_BY,
    DL_ALLEN_MEETS,
    DL_ALLEN_CONTAINS,
    DL_ALLEN_BEFORE,
    DL_ALLEN_MET_BY,
    DL_ALLEN_OVERLAPPED_BY,
    DL_ALLEN_DURING,
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      DlDate a = { .earliest_start = DL_INSTANT (0), .latest_start = DL_INSTANT (0), .earliest_end = DL_INSTANT (10), .latest_end = DL_INSTANT (10) };
      DlDate b = { .earliest_start = DL_INSTANT (ends[i][0]), .latest_start = DL_INSTANT (ends[i][0]), .earliest_end = DL_INSTANT (ends[i][1]), .latest_end = DL_INSTANT (ends[i][1]) };

      g_assert_cmpuint (dl_relation_possible (&a, &b), ==, DL_ALLEN_BIT (expected[i]));
      g_assert_cmpuint (dl_relation_possible (&b, &a), ==, DL_ALLEN_BIT (DL_ALLEN_INVERSE (expected[i])));
    }
}

static void
test_age (void)
{
  static const struct
  {
    const char *birth;
    const char *at;
    const char *words;
  } rows[] = {
    { "1961-03-07", "2025-10-25", "64 years old" },
    { "1961-03-07", "2025-03-07", "64 years old" },
    { "1961-03-07", "2025-03-06", "63 years old" },
    { "1961-03-07", "1962-03-07", "1 year old" },
    { "1961", "2025-10-25", "63 to 64 years old" },
    { "1960", "2004", "43 to 44 years old" },
    { "196X", "2025-10-25", "55 to 65 years old" },
    { "2000-02-29", "2001-02-28", "about 12 months" },
    { "2000-02-29", "2001-03-01", "1 year old" },
    { "2025-09-25", "2025-10-25", "30 days" },
    { "2025-06", "2026-10", "1 year old" },
    { "2025-06", "2026-06", "0 to 1 year old" },
    { "-0099-07-12", "-0043-03-15", "55 years old" },
    { "1961-03-07", "2025-10-25T23:59", "64 years old" },
    { "2025-10-26", "2025-10-25", "" },
    { "../1961", "2025", "" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlDate           birth = parse (rows[i].birth);
      DlDate           at = parse (rows[i].at);
      g_autofree char *words = dl_span_age_words (&birth, &at, NULL);

      if (g_strcmp0 (words, rows[i].words) != 0)
        g_test_fail_printf ("%s at %s: “%s”; expected “%s”", rows[i].birth, rows[i].at, words, rows[i].words);
    }
}

/* A birthday begins at the midnight of the axis's zone. */
static void
test_age_in_zone (void)
{
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);
  DlDate             birth = parse ("1961-03-07");
  DlDate             at = parse ("2025-03-06T15:00:00Z");
  g_autofree char   *words = NULL;

  g_assert_nonnull (zone);
  dl_date_resolve (&birth, zone);
  dl_date_resolve (&at, zone);
  words = dl_span_age_words (&birth, &at, zone);
  g_assert_cmpstr (words, ==, "64 years old");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/relation/questions", test_questions);
  g_test_add_func ("/time/relation/allen", test_allen);
  g_test_add_func ("/time/relation/exact", test_exact);
  g_test_add_func ("/time/age/words", test_age);
  g_test_add_func ("/time/age/zone", test_age_in_zone);
  return g_test_run ();
}
