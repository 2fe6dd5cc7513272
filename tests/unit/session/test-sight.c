/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans of what is in sight: they hold it, hardly more, and say what they are. */
#include <math.h>
#include <string.h>

#include "model/dl-timeline-builder.h"
#include "session/dl-sight.h"

static DlTimeline *
make_timeline (const char *zone_name)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            zone = dl_zone_new (zone_name, NULL);

  dl_timeline_builder_set_zone (builder, zone);
  return dl_timeline_builder_end (builder);
}

static DlInstant
at (DlTimeline *timeline, gint64 year, int month, int day, int hour, int minute)
{
  DlCivil civil = { year, (gint8) month, (gint8) day, (gint8) hour, (gint8) minute, 7 };

  return dl_zone_to_instant (dl_timeline_get_zone (timeline), dl_calendar_to_instant (&civil));
}

static void
test_words (void)
{
  static const struct
  {
    int         from[5], to[5];
    const char *words;
  } rows[] = {
    { { -43, 3, 15, 9, 0 }, { 1453, 5, 29, 1, 0 }, "44 BC to 1453" },
    { { 1990, 6, 3, 14, 22 }, { 2025, 11, 4, 8, 0 }, "1990–2025" },
    { { 2015, 3, 9, 1, 0 }, { 2025, 11, 4, 8, 0 }, "March 2015 to November 2025" },
    { { 2025, 10, 17, 20, 0 }, { 2025, 11, 4, 8, 0 }, "17 October – 4 November 2025" },
    { { 2025, 10, 1, 0, 30 }, { 2025, 10, 31, 23, 0 }, "October 2025" },
    { { 2025, 1, 1, 5, 0 }, { 2025, 12, 31, 4, 0 }, "2025" },
  };
  g_autoptr (DlTimeline) timeline = make_timeline ("Asia/Tokyo");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int       *f = rows[i].from;
      const int       *t = rows[i].to;
      DlInstant        from = at (timeline, f[0], f[1], f[2], f[3], f[4]);
      DlInstant        to = at (timeline, t[0], t[1], t[2], t[3], t[4]);
      g_autofree char *words = NULL;

      dl_sight_round (timeline, &from, &to);
      words = dl_sight_dup_words (timeline, from, to);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* Times of day are moments, and told as they are. */
static void
test_hours (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ("Asia/Tokyo");
  DlInstant              from = at (timeline, 2025, 10, 25, 8, 20);
  DlInstant              to = at (timeline, 2025, 10, 25, 22, 40);
  g_autofree char       *words = NULL;

  dl_sight_round (timeline, &from, &to);
  g_assert_cmpint (dl_zone_to_civil (dl_timeline_get_zone (timeline), from).hour, ==, 8);
  g_assert_cmpint (dl_zone_to_civil (dl_timeline_get_zone (timeline), to).hour, ==, 23);
  words = dl_sight_dup_words (timeline, from, to);
  g_assert_nonnull (strstr (words, "08:00"));
  g_assert_nonnull (strstr (words, "23:00"));
}

/* Of any span: nothing in sight is left out, and little is added. */
static void
test_any (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ("Europe/Berlin");
  guint32                seed = g_test_rand_int ();
  g_autoptr (GRand)      random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++)
    {
      double           length = pow (10, g_rand_double_range (random, 0, 13));
      DlInstant        from = dl_instant_add_double (DL_INSTANT (0), g_rand_double_range (random, -1e12, 1e12));
      DlInstant        to = dl_instant_add_double (from, length);
      DlInstant        first = from, last = to;
      g_autofree char *words = NULL;

      dl_sight_round (timeline, &first, &last);
      g_assert_cmpint (dl_instant_compare (first, from), <=, 0);
      g_assert_cmpint (dl_instant_compare (last, to), >=, 0);
      g_assert_cmpfloat (dl_instant_distance (first, last), <=, length * 1.2);
      words = dl_sight_dup_words (timeline, first, last);
      g_assert_cmpstr (words, !=, "");
    }
}

static void
test_unbounded (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ("UTC");
  DlInstant              from = DL_INSTANT_MIN;
  DlInstant              to = at (timeline, 2025, 10, 25, 8, 20);
  DlInstant              before = to;

  dl_sight_round (timeline, &from, &to);
  g_assert_cmpint (dl_instant_compare (to, before), ==, 0);
  g_assert_false (dl_instant_is_finite (from));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sight/words", test_words);
  g_test_add_func ("/sight/hours", test_hours);
  g_test_add_func ("/sight/any", test_any);
  g_test_add_func ("/sight/unbounded", test_unbounded);
  return g_test_run ();
}
