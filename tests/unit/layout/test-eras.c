/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "layout/dl-layout.h"

#include "sample-timeline.h"

#define MAX_ERAS 8

static DlTimeline *
timeline_with_eras (const char *const *eras, const SampleEvent *events, guint n_events)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; eras[i] != NULL; i++)
    dl_timeline_builder_add_era (builder, &(DlEra){ .title = eras[i], .date_text = eras[i] });
  sample_add_events (builder, events, n_events);
  return dl_timeline_builder_end (builder);
}

/* The row of each era: those that overlap are apart, those that follow each
 * other are in one, also where both know the same year. */
static void
test_rows (void)
{
  static const struct
  {
    const char *eras[MAX_ERAS];
    const char *rows;
  } rows[] = {
    { { NULL }, "" },
    { { "1900/1910" }, "0" },
    { { "1900/1910", "1911/1920", "1921/.." }, "000" },
    { { "1185/1333", "1333/1573", "1573/1603" }, "000" },
    { { "1573/1603", "1185/1333", "1333/1573" }, "000" },
    { { "1900/1950", "1900/1949", "1950/1960" }, "010" },
    { { "1900/1901", "1899/1950", "1900/1949", "1940/.." }, "2012" },
    { { "190X", "1905" }, "01" },
    { { "1940/", "1950/1960" }, "01" },
    { { "../1950", "1940/1960", "1950/1970" }, "010" },
    { { "1900/1950", "1900/1950", "1900/1950" }, "012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlTimeline) timeline = timeline_with_eras (rows[i].eras, NULL, 0);
      guint                  n_rows;
      g_autofree DlEraPlace *places = dl_era_rows_new (timeline, &n_rows);
      g_autoptr (GString)    found = g_string_new (NULL);

      for (guint e = 0; e < dl_timeline_get_n_eras (timeline); e++)
        {
          g_string_append_printf (found, "%u", places[e].row);
          if (places[e].next != DL_NONE)
            g_assert_cmpint (dl_instant_compare (places[e].to, places[places[e].next].from), <=, 0);
          g_assert_cmpint (dl_instant_compare (places[e].from, places[e].to), <, 0);
        }
      g_assert_cmpstr (found->str, ==, rows[i].rows);
    }
}

/* Of each era its band, and whether its name stands beside or in it. */
static guint
look_at_eras (DlTimeline *timeline, double width, gboolean fold)
{
  g_auto (DlArrangeOptions) options = { .fold = fold };
  g_autoptr (DlArrangement) arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  DlLayoutInput       input = { .arrangement = arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
  g_autoptr (DlScene) scene = NULL;
  DlInstant           from, to;
  const DlOp         *ops;
  guint               n_ops, n_names = 0;

  input.viewport.folds = dl_arrangement_get_folds (arrangement);
  g_assert_true (!fold || input.viewport.folds != NULL);
  dl_full_view (timeline, input.viewport.folds, NULL, &from, &to);
  dl_viewport_set_range (&input.viewport, from, to, width);
  scene = dl_layout_build (&input);
  ops = dl_scene_get_ops (scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].role != DL_ROLE_ERA)
        continue;
      g_assert_cmpfloat (ops[i].y + ops[i].h, <=, dl_arrangement_get_head_height (arrangement));
      n_names += ops[i].kind == DL_OP_TEXT;
      for (guint j = i + 1; j < n_ops; j++)
        if (ops[j].role == DL_ROLE_ERA && ops[j].kind == ops[i].kind)
          g_assert_true (ops[j].x >= ops[i].x + ops[i].w + 1 || ops[i].x >= ops[j].x + ops[j].w + 1 ||
                         ops[j].y >= ops[i].y + ops[i].h || ops[i].y >= ops[j].y + ops[j].h);
    }
  return n_names;
}

static void
test_overlapping (void)
{
  static const char *const eras[] = { "1900/1901", "1899/1950", "1900/1949", "1940/..", NULL };
  static const SampleEvent events[] = { { "1898" }, { "1948" } };
  g_autoptr (DlTimeline)   timeline = timeline_with_eras (eras, events, 2);

  g_assert_cmpuint (look_at_eras (timeline, 1000, FALSE), ==, 4);
}

static void
test_following (void)
{
  static const char *const eras[] = { "1900/1920", "1921/1940", "1940/1960", NULL };
  static const SampleEvent events[] = { { "1900" }, { "1960" } };
  g_autoptr (DlTimeline)   timeline = timeline_with_eras (eras, events, 2);

  g_assert_cmpuint (look_at_eras (timeline, 1000, FALSE), ==, 3);
}

/* What is too short for its name has that behind it, where the next one leaves room. */
static void
test_behind (void)
{
  static const char *const eras[] = { "1900/1902", "1985/1988", "1991/2020", NULL };
  static const SampleEvent events[] = { { "1900" }, { "2020" } };
  g_autoptr (DlTimeline)   timeline = timeline_with_eras (eras, events, 2);

  g_assert_cmpuint (look_at_eras (timeline, 900, FALSE), ==, 2);
  g_assert_cmpuint (look_at_eras (timeline, 9000, FALSE), ==, 3);
}

/* Where the time of an era is folded it still has its name. */
static void
test_folded (void)
{
  static const char *const eras[] = { "1000/1100", "1050/1400", "1350/1900", NULL };
  static const SampleEvent events[] = { { "1000-01-01" }, { "1000-03-01" }, { "1900-01-01" }, { "1900-05-01" } };
  g_autoptr (DlTimeline)   timeline = timeline_with_eras (eras, events, 4);

  g_assert_cmpuint (look_at_eras (timeline, 1000, TRUE), ==, 3);
}

/* An era that is too short for its name says it where one points at it, and when it
 * was; what one could act on it does not become. */
static void
test_too_short (void)
{
  static const char *const eras[] = { "1900-05/1900-06", "1950/1960", NULL };
  static const SampleEvent events[] = { { "1900-01-01" }, { "1900-12-01" }, { "1990-01-01" }, { "1990-11-05" } };

  for (guint fold = 0; fold < 2; fold++)
    {
      g_autoptr (DlTimeline)    timeline = timeline_with_eras (eras, events, 4);
      g_auto (DlArrangeOptions) options = { .fold = fold };
      g_autoptr (DlArrangement) arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
      DlLayoutInput             input = {
                    .arrangement = arrangement, .measure = dl_text_measure_fixed (), .height = 300, .selected = DL_NONE
      };
      g_autoptr (DlScene) scene = NULL;
      DlInstant           from, to;
      const DlOp         *op;
      double              x;

      input.viewport.folds = dl_arrangement_get_folds (arrangement);
      g_assert_true (dl_timeline_get_extent (timeline, &from, &to));
      dl_viewport_set_range_with_margin (&input.viewport, from, to, 0.02, 300);
      scene = dl_layout_build (&input);
      x = dl_viewport_x (&input.viewport, dl_timeline_get_era (timeline, 0)->date.earliest_start);
      op = dl_scene_find_era (scene, x + 1, 10, 0);
      g_assert_nonnull (op);
      g_assert_cmpstr (op->text, ==, "1900-05/1900-06: May–June 1900");
      g_assert_cmpfloat (op->w, <, 100);
      g_assert_null (dl_scene_find_era (scene, x + 1, 200, 0));
      g_assert_null (dl_scene_find_era (scene, x - 10, 10, 4));
      g_assert_nonnull (dl_scene_find_era (scene, x - 3, 10, 4));
      g_assert_null (dl_scene_pick (scene, x + 1, 10, 0));
      /* Its time is seen even where it takes less than a pixel. */
      g_assert_cmpfloat (op->w, >=, 2);
    }
}

/* A timeline of eras shows them. */
static void
test_only_eras (void)
{
  static const char *const eras[] = { "1900/1950", NULL };
  g_autoptr (DlTimeline)   timeline = timeline_with_eras (eras, NULL, 0);
  DlInstant                from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpint (dl_calendar_from_instant (from).year, >=, 1890);
  g_assert_cmpint (dl_calendar_from_instant (from).year, <, 1900);
  g_assert_cmpint (dl_calendar_from_instant (to).year, >, 1950);
  g_assert_cmpint (dl_calendar_from_instant (to).year, <, 1980);
  g_assert_cmpuint (look_at_eras (timeline, 1000, FALSE), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/layout/eras/rows", test_rows);
  g_test_add_func ("/layout/eras/overlapping", test_overlapping);
  g_test_add_func ("/layout/eras/following", test_following);
  g_test_add_func ("/layout/eras/behind", test_behind);
  g_test_add_func ("/layout/eras/folded", test_folded);
  g_test_add_func ("/layout/eras/too-short", test_too_short);
  g_test_add_func ("/layout/eras/only-eras", test_only_eras);
  return g_test_run ();
}
