/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-ruler.h"

#include <string.h>

#define DAY 86400.0
#define YEAR 31556952.0

/* 2025-10-25T00:00:00Z */
#define START G_GINT64_CONSTANT (1761350400)

static DlRuler *
make_ruler (gint64 from, double seconds, double width, const char *zone_name)
{
  g_autoptr (DlZone) zone = zone_name != NULL ? dl_zone_new (zone_name, NULL) : NULL;
  DlViewport         viewport = { .folds = NULL };

  dl_viewport_set_range (&viewport, DL_INSTANT (from), dl_instant_add_double (DL_INSTANT (from), seconds), width);
  return dl_ruler_new (&viewport, zone, dl_text_measure_fixed ());
}

static char *
join_texts (GArray *ticks)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " | " : "",
                            g_array_index (ticks, DlTick, i).text != NULL ? g_array_index (ticks, DlTick, i).text
                                                                          : "-");
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The words, at 1,000 pixels, from the last boundary before the window to the
 * first after it. */
static void
test_steps (void)
{
  static const struct
  {
    double      seconds;
    DlUnit      unit;
    gint64      count;
    const char *ticks;
    const char *contexts;
  } rows[] = {
    { 14 * DAY, DL_UNIT_DAY, 1,
      "25 Sat | 26 Sun | 27 Mon | 28 Tue | 29 Wed | 30 Thu | 31 Fri | 1 Sat | 2 Sun | 3 Mon | 4 Tue | 5 Wed | 6 Thu | "
      "7 Fri | 8 Sat",
      "October 2025 | November 2025 | December 2025" },
    { 2 * DAY, DL_UNIT_HOUR, 3,
      "00:00 | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00 | 00:00 | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | "
      "18:00 | 21:00 | 00:00",
      "25 October 2025 (UTC) | 26 October 2025 (UTC) | 27 October 2025 (UTC)" },
    { 3 * YEAR, DL_UNIT_MONTH, 3,
      "October | January | April | July | October | January | April | July | October | January | April | July | "
      "October | January",
      "2025 | 2026 | 2027 | 2028 | 2029" },
    { 40 * YEAR, DL_UNIT_YEAR, 2,
      "2024 | 2026 | 2028 | 2030 | 2032 | 2034 | 2036 | 2038 | 2040 | 2042 | 2044 | 2046 | 2048 | 2050 | 2052 | 2054 | "
      "2056 | 2058 | 2060 | 2062 | 2064 | 2066",
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlRuler) ruler = make_ruler (START, rows[i].seconds, 1000, NULL);
      g_autofree char    *ticks = join_texts (ruler->ticks);
      g_autofree char    *contexts = join_texts (ruler->contexts);

      g_assert_cmpstr (ticks, ==, rows[i].ticks);
      g_assert_cmpstr (contexts, ==, rows[i].contexts);
      g_assert_cmpint (ruler->unit, ==, rows[i].unit);
      g_assert_cmpint (ruler->count, ==, rows[i].count);
    }
}

/* Every tick is a boundary of the calendar in the axis's zone. */
static void
test_boundaries (void)
{
  static const char *const zones[] = { "UTC", "Asia/Tokyo", "Asia/Kathmandu", "America/New_York" };

  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    for (double seconds = 60; seconds < 1e13; seconds *= 3)
      {
        g_autoptr (DlZone)  zone = dl_zone_new (zones[z], NULL);
        g_autoptr (DlRuler) ruler = make_ruler (START, seconds, 1100, zones[z]);

        g_assert_cmpuint (ruler->ticks->len, >=, 3);
        for (guint i = 0; i < ruler->ticks->len; i++)
          {
            const DlTick *tick = &g_array_index (ruler->ticks, DlTick, i);
            DlCivil       civil = dl_zone_to_civil (zone, tick->at);
            DlCivil       floor = dl_calendar_floor (&civil, ruler->unit, ruler->count, dl_words_first_weekday ());

            /* Years are counted without a year 0: 500 BC, AD 1, 500. */
            if (ruler->unit == DL_UNIT_YEAR && ruler->count > 1 && civil.year < ruler->count)
              floor = (DlCivil){ .year = (civil.year - 1) % ruler->count == 0 ? civil.year : G_MININT64,
                                 .month = 1,
                                 .day = 1 };
            g_assert_cmpint (civil.year, ==, floor.year);
            g_assert_cmpint (dl_instant_compare (dl_calendar_to_instant (&civil), dl_calendar_to_instant (&floor)), ==,
                             0);
            g_assert_cmpint (tick->at.nanos, ==, 0);
          }
        /* From edge to edge. */
        g_assert_cmpfloat (g_array_index (ruler->ticks, DlTick, 0).x, <=, 0);
        g_assert_cmpfloat (g_array_index (ruler->ticks, DlTick, ruler->ticks->len - 1).x, >=, 1100);
      }
}

/* Clocks that go back do not bring a day twice. */
static void
test_clocks_change (void)
{
  /* 2 November 2025 has 25 hours in New York. */
  g_autoptr (DlRuler) ruler = make_ruler (START + 6 * 86400, 5 * DAY, 600, "America/New_York");
  double              least = 1e9;
  double              most = 0;

  g_assert_cmpint (ruler->unit, ==, DL_UNIT_DAY);
  for (guint i = 1; i < ruler->ticks->len; i++)
    {
      double hours = dl_instant_distance (g_array_index (ruler->ticks, DlTick, i - 1).at,
                                          g_array_index (ruler->ticks, DlTick, i).at) /
                     3600;

      least = MIN (least, hours);
      most = MAX (most, hours);
    }
  g_assert_cmpfloat (least, ==, 24);
  g_assert_cmpfloat (most, ==, 25);
}

/* The hour that is told twice has its ticks twice, and it is told whose they
 * are; the one that is left out has none. */
static void
test_hours_at_a_change (void)
{
  static const struct
  {
    gint64      from;
    double      hours;
    double      width;
    const char *ticks;
    const char *contexts;
  } rows[] = {
    /* 6 November 2021, 21:00 in New York; where there is no room the hour after
     * the change gives way. */
    { 1636246800, 10, 840, "21:00 | 22:00 | 23:00 | 00:00 | 01:00 | 01:00 (EST) | - | 03:00 | 04:00 | 05:00 | 06:00",
      "6 November 2021 (EDT) | 7 November 2021 (EDT) | 8 November 2021 (EST)" },
    { 1636246800, 20, 650,
      "20:00 | 22:00 | 00:00 (EDT) | 02:00 (EST) | - | 06:00 | 08:00 | 10:00 | 12:00 | 14:00 | 16:00",
      "6 November 2021 (EDT) | 7 November 2021 (EDT) | 8 November 2021 (EST)" },
    /* Noon after the change: the day began in another time. */
    { 1636304400, 4, 400, "12:00 | 12:30 | 13:00 | 13:30 | 14:00 | 14:30 | 15:00 | 15:30 | 16:00",
      "7 November 2021 (EST) | 8 November 2021 (EST)" },
    /* 13 March 2021, 23:00: 02:00 is not there. */
    { 1615694400, 6, 500, "23:00 | 00:00 | 01:00 | 03:00 (EDT) | - | 05:00 | 06:00",
      "13 March 2021 (EST) | 14 March 2021 (EST) | 15 March 2021 (EDT)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlRuler) ruler = make_ruler (rows[i].from, rows[i].hours * 3600, rows[i].width, "America/New_York");
      g_autofree char    *ticks = join_texts (ruler->ticks);
      g_autofree char    *contexts = join_texts (ruler->contexts);

      g_assert_cmpstr (ticks, ==, rows[i].ticks);
      g_assert_cmpstr (contexts, ==, rows[i].contexts);
    }
}

/* The label of the context at the left edge stays in sight until the next one
 * pushes it out. */
static void
test_context_at_the_edge (void)
{
  g_autoptr (DlRuler) inside = make_ruler (START, 14 * DAY, 1000, NULL);
  g_autoptr (DlRuler) pushed = make_ruler (START + 6 * 86400, 14 * DAY, 1000, NULL);
  g_autoptr (DlRuler) gone = make_ruler (START + 7 * 86400 - 7200, 14 * DAY, 1000, NULL);

  g_assert_cmpfloat (g_array_index (inside->contexts, DlTick, 0).x, <, 0);
  g_assert_cmpfloat (g_array_index (inside->contexts, DlTick, 0).text_x, >, 0);
  /* November begins a day from the edge, then two hours. */
  g_assert_cmpstr (g_array_index (pushed->contexts, DlTick, 0).text, ==, "October 2025");
  g_assert_cmpfloat (g_array_index (pushed->contexts, DlTick, 0).text_x, <, 0);
  g_assert_null (g_array_index (gone->contexts, DlTick, 0).text);
  g_assert_cmpstr (g_array_index (gone->contexts, DlTick, 1).text, ==, "November 2025");
}

/* Under a second the ruler counts its decimal parts, in any zone. */
static void
test_parts_of_a_second (void)
{
  g_autoptr (DlRuler) tenths = make_ruler (0, 1, 1000, NULL);
  g_autoptr (DlRuler) hundredths = make_ruler (0, 0.2, 2000, "Asia/Kathmandu");
  g_autoptr (DlRuler) micros = make_ruler (-1, 0.0005, 1000, NULL);
  g_autofree char    *texts = join_texts (tenths->ticks);
  g_autofree char    *fine = join_texts (micros->ticks);

  g_assert_nonnull (strstr (texts, "00:00:00.1 | 00:00:00.2 | 00:00:00.3"));
  g_assert_cmpint (tenths->unit, ==, DL_UNIT_SECOND);
  g_assert_cmpstr (g_array_index (hundredths->ticks, DlTick, 1).text, ==, "05:30:00.01");
  g_assert_nonnull (strstr (fine, "23:59:59.0001"));
  for (guint i = 1; i < micros->ticks->len; i++)
    {
      const DlTick *ticks = &g_array_index (micros->ticks, DlTick, i - 1);

      g_assert_cmpfloat_with_epsilon (
        ticks[1].x - ticks[0].x,
        g_array_index (micros->ticks, DlTick, 1).x - g_array_index (micros->ticks, DlTick, 0).x, 0.01);
    }
}

static void
test_before_the_common_era (void)
{
  g_autoptr (DlRuler) ruler = make_ruler (-G_GINT64_CONSTANT (62230000000), 8 * YEAR, 1000, NULL);
  g_autofree char    *ticks = join_texts (ruler->ticks);

  g_assert_cmpint (ruler->unit, ==, DL_UNIT_YEAR);
  g_assert_nonnull (strstr (ticks, "2 BC | 1 BC | AD 1 | AD 2"));
}

/* What is pointed at is told ever more coarsely, and never more finely than a
 * pixel is wide. */
static void
test_pointer_unit (void)
{
  static const double seconds[] = { 1, 60, 3600, DAY, 7 * DAY, 28 * DAY, 90 * DAY, 365 * DAY };
  DlUnit              before = DL_UNIT_SECOND;

  for (double scale = 400; scale > 1e-12; scale /= 1.7)
    {
      DlUnit unit = dl_ruler_pointer_unit (scale);

      g_assert_cmpint (unit, >=, before);
      if (unit < DL_UNIT_YEAR)
        g_assert_cmpfloat (1 / scale, <, 12 * seconds[unit]);
      before = unit;
    }
  g_assert_cmpint (dl_ruler_pointer_unit (400), ==, DL_UNIT_SECOND);
  g_assert_cmpint (dl_ruler_pointer_unit (1 / DAY), ==, DL_UNIT_DAY);
  g_assert_cmpint (dl_ruler_pointer_unit (1 / YEAR), ==, DL_UNIT_YEAR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/layout/ruler/steps", test_steps);
  g_test_add_func ("/layout/ruler/boundaries", test_boundaries);
  g_test_add_func ("/layout/ruler/clocks-change", test_clocks_change);
  g_test_add_func ("/layout/ruler/hours-at-a-change", test_hours_at_a_change);
  g_test_add_func ("/layout/ruler/context-at-the-edge", test_context_at_the_edge);
  g_test_add_func ("/layout/ruler/parts-of-a-second", test_parts_of_a_second);
  g_test_add_func ("/layout/ruler/before-the-common-era", test_before_the_common_era);
  g_test_add_func ("/layout/ruler/pointer-unit", test_pointer_unit);
  return g_test_run ();
}
