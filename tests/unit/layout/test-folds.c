/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout.h"

#include <string.h>

#include "sample-timeline.h"

#define YEAR 31556952.0

/* Two busy years, and a century of nothing between them. */
static const SampleEvent century[] = {
  { .date = "1900-01-05" }, { .date = "1900-02-06" },
  { .date = "1900-03" },    { .date = "1900-05-02" },
  { .date = "1900-06-01" }, { .date = "1900-07-04" },
  { .date = "1900-08-03" }, { .date = "1900-09-05" },
  { .date = "1900-10-04" }, { .date = "1900-11-05" },
  { .date = "2000-02-01" }, { .date = "2000-03-02" },
  { .date = "2000-04-05" }, { .date = "2000-05-05/2000-08-01" },
  { .date = "2000-05-31" }, { .date = "2000-07-01" },
  { .date = "2000-09-02" }, { .date = "2000-10-01" },
  { .date = "2000-11-01" },
};

static gint64
seconds_of (const char *date)
{
  DlDate parsed;

  g_assert_true (dl_date_parse (date, -1, &parsed, NULL));
  return parsed.earliest_start.seconds;
}

static DlFolds *
folds_of (const SampleEvent *events, guint n_events)
{
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, n_events);

  return dl_folds_new_for_timeline (timeline, NULL);
}

static gboolean
is_folded (const DlFolds *folds, const char *date)
{
  return dl_folds_find (folds, dl_folds_to_axis (folds, DL_INSTANT (seconds_of (date)))) != DL_NO_FOLD;
}

static void
test_one_gap (void)
{
  g_autoptr (DlFolds) folds = folds_of (century, G_N_ELEMENTS (century));
  const DlFold       *fold;
  DlInstant           first, last;

  g_assert_nonnull (folds);
  g_assert_cmpuint (dl_folds_get_n (folds), ==, 1);
  fold = dl_folds_get (folds, 0);
  /* With a margin at both sides. */
  g_assert_cmpint (fold->from.seconds, >, seconds_of ("1900-11-06") + 86400);
  g_assert_cmpint (fold->to.seconds, <, seconds_of ("2000-02-01") - 86400);
  g_assert_cmpfloat (dl_fold_get_seconds (fold), >, 98 * YEAR);
  /* Some per cent of what is left. */
  first = dl_folds_to_axis (folds, DL_INSTANT (seconds_of ("1900-01-05")));
  last = dl_folds_to_axis (folds, DL_INSTANT (seconds_of ("2000-11-02")));
  g_assert_cmpfloat (dl_instant_distance (fold->axis_from, fold->axis_to) / dl_instant_distance (first, last), >, 0.05);
  g_assert_cmpfloat (dl_instant_distance (fold->axis_from, fold->axis_to) / dl_instant_distance (first, last), <, 0.1);
}

/* What shortens the axis by less than a third is left as it is. */
static void
test_not_worth_it (void)
{
  static const SampleEvent even[] = { { .date = "1900" }, { .date = "1902" }, { .date = "1904" },
                                      { .date = "1906" }, { .date = "1908" }, { .date = "1910" } };
  static const SampleEvent days[] = { { .date = "1900-01-01" }, { .date = "1902-01-01" }, { .date = "1904-02-01" },
                                      { .date = "1906-01-01" }, { .date = "1908-03-01" }, { .date = "1910-01-01" } };
  static const SampleEvent little[] = { { .date = "1900/1905" },
                                        { .date = "1905-01-01/1910" },
                                        { .date = "1914/1920" } };

  g_assert_null (folds_of (even, G_N_ELEMENTS (even)));
  /* Folded, nothing would be left of it but the order. */
  g_assert_null (folds_of (days, G_N_ELEMENTS (days)));
  g_assert_null (folds_of (days, 2));
  g_assert_null (folds_of (little, G_N_ELEMENTS (little)));
  g_assert_null (folds_of (even, 1));
  g_assert_null (folds_of (even, 0));
}

/* A hole of @years in a century that has something every year. */
static DlFolds *
folds_of_hole (int years)
{
  SampleEvent events[100];
  char        dates[100][8];
  guint       n = 0;

  for (int year = 1900; year < 2000; year++)
    if (year < 1930 || year >= 1930 + years)
      {
        g_snprintf (dates[n], sizeof dates[n], "%d", year);
        events[n] = (SampleEvent){ .date = dates[n] };
        n++;
      }
  return folds_of (events, n);
}

static void
test_a_third (void)
{
  g_autoptr (DlFolds) large = folds_of_hole (50);

  g_assert_null (folds_of_hole (35));
  g_assert_nonnull (large);
}

static DlFolds *
folds_with (const char *date)
{
  SampleEvent events[G_N_ELEMENTS (century) + 1];

  memcpy (events, century, sizeof century);
  events[G_N_ELEMENTS (century)] = (SampleEvent){ .date = date };
  return folds_of (events, G_N_ELEMENTS (events));
}

/* A bar runs through a fold; but where something may begin or end, nothing is
 * folded. */
static void
test_what_counts (void)
{
  static const struct
  {
    const char *date;
    gboolean    folded_1930; /* */
    gboolean    folded_1970;
  } rows[] = {
    { "1900-06-01/2000-06-01", TRUE, TRUE },
    { "1900-06-01/..", TRUE, TRUE },
    { "../2000-06-01", TRUE, TRUE },
    { "1900-06-01/", TRUE, TRUE },
    { "/2000-06-01", TRUE, TRUE },
    { "1950-06-01", TRUE, TRUE },
    { "1900-06-01/1950", TRUE, TRUE },
    /* Some time within it. */
    { "192X", TRUE, TRUE },
    { "193X", FALSE, TRUE },
    { "19XX", FALSE, FALSE },
    /* Some time around it. */
    { "1930~", FALSE, TRUE },
    /* Its end is only known to the century. */
    { "1900-06-01/19XX", FALSE, FALSE },
    { "1900-06-01/197X", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlFolds) folds = folds_with (rows[i].date);

      g_test_message ("%s", rows[i].date);
      g_assert_cmpint (is_folded (folds, "1930-07-01"), ==, rows[i].folded_1930);
      g_assert_cmpint (is_folded (folds, "1970-07-01"), ==, rows[i].folded_1970);
    }
}

/* What has no start that is known comes first of all, and hides nothing of what
 * comes before its end. */
static void
test_open_start (void)
{
  static const SampleEvent history[] = {
    { .date = "[..1489]" },      { .date = "1240/.." },    { .date = "13XX" },       { .date = "1389/1464" },
    { .date = "[1427~..1429]" }, { .date = "1449/1492" },  { .date = "1452-04-15" }, { .date = "1453-05-29" },
    { .date = "1478-04-26" },    { .date = "1482/1499" },  { .date = "1492-10-12" }, { .date = "1501/1504" },
    { .date = "1508-05-10" },    { .date = "1517-10-31" }, { .date = "1527-05-06" },
  };
  g_autoptr (DlFolds)    folds = folds_of (history, G_N_ELEMENTS (history));
  g_autoptr (DlFolds)    open = folds_with ("[..1995]");
  g_autoptr (DlTimeline) timeline = sample_timeline_new (history, G_N_ELEMENTS (history));

  for (guint i = 0; folds != NULL && i < dl_folds_get_n (folds); i++)
    for (guint e = 0; e < G_N_ELEMENTS (history); e++)
      {
        const DlEventRecord *record = dl_timeline_get_record (timeline, e);
        const DlFold        *fold = dl_folds_get (folds, i);

        g_test_message ("%u in %u", e, i);
        g_assert_false (dl_instant_compare (record->start, fold->from) >= 0 &&
                        dl_instant_compare (record->start, fold->to) < 0);
        g_assert_false (dl_instant_compare (record->end, fold->from) > 0 &&
                        dl_instant_compare (record->end, fold->to) <= 0);
      }
  /* Its end, and what comes before that, are in sight. */
  g_assert_nonnull (open);
  g_assert_true (is_folded (open, "1950"));
  g_assert_false (is_folded (open, "1900-07-01"));
  g_assert_false (is_folded (open, "1996-01-01"));
}

/* The as-of date, eras and the author's view stay in sight. */
static void
test_surroundings (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlFolds)           folds = NULL;
  DlEra                         era = { .title = "An era", .date_text = "1920-01-01/1970-12-31" };

  sample_add_events (builder, century, G_N_ELEMENTS (century));
  g_assert_true (dl_date_parse (era.date_text, -1, &era.date, NULL));
  dl_timeline_builder_add_era (builder, &era);
  dl_timeline_builder_set_as_of (builder, "1990-06-15");
  dl_timeline_builder_set_view (builder, "1940/1945");
  timeline = dl_timeline_builder_end (builder);
  folds = dl_folds_new_for_timeline (timeline, NULL);
  g_assert_cmpuint (dl_folds_get_n (folds), ==, 5);
  g_assert_false (is_folded (folds, "1920-01-01"));
  g_assert_false (is_folded (folds, "1970-12-31"));
  g_assert_false (is_folded (folds, "1990-06-15"));
  g_assert_false (is_folded (folds, "1942"));
  g_assert_true (is_folded (folds, "1930"));
  g_assert_true (is_folded (folds, "1960"));
}

/* What goes on until the as-of date is seen as far, and what is empty until then is
 * folded too. */
static void
test_open_end (void)
{
  SampleEvent                   events[G_N_ELEMENTS (century) + 1];
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlFolds)           folds = NULL;

  memcpy (events, century, sizeof century);
  events[G_N_ELEMENTS (century)] = (SampleEvent){ .date = "2000-12-01/.." };
  sample_add_events (builder, events, G_N_ELEMENTS (events));
  dl_timeline_builder_set_as_of (builder, "2100-06-15");
  timeline = dl_timeline_builder_end (builder);
  folds = dl_folds_new_for_timeline (timeline, NULL);
  g_assert_cmpuint (dl_folds_get_n (folds), ==, 2);
  g_assert_true (is_folded (folds, "1950"));
  g_assert_true (is_folded (folds, "2050"));
  g_assert_false (is_folded (folds, "2100-06-15"));
}

/* A view of nearly everything does not keep it from being folded. */
static void
test_large_view (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlFolds)           folds = NULL;

  sample_add_events (builder, century, G_N_ELEMENTS (century));
  dl_timeline_builder_set_view (builder, "1900/2000");
  timeline = dl_timeline_builder_end (builder);
  folds = dl_folds_new_for_timeline (timeline, NULL);
  g_assert_true (is_folded (folds, "1950"));
}

/* A cluster of three months, @n times, @years apart; after every @every-th of them
 * nothing for a century. */
static DlFolds *
folds_of_clusters (guint n, guint years, guint every)
{
  SampleEvent events[30 * 3];
  char        dates[G_N_ELEMENTS (events)][12];

  for (guint i = 0; i < n * 3; i++)
    {
      guint cluster = i / 3;

      g_snprintf (dates[i], sizeof dates[i], "%04u-%02u", 1000 + cluster * years + cluster / every * 100, i % 3 + 1);
      events[i] = (SampleEvent){ .date = dates[i] };
    }
  return folds_of (events, n * 3);
}

/* As many as have room for their words; which of equal ones would be left out? */
static void
test_few (void)
{
  g_autoptr (DlFolds) two = folds_of_clusters (3, 40, 100);
  g_autoptr (DlFolds) centuries = folds_of_clusters (25, 4, 5);

  g_assert_cmpuint (dl_folds_get_n (two), ==, 2);
  g_assert_null (folds_of_clusters (21, 40, 100));
  g_assert_cmpuint (dl_folds_get_n (centuries), ==, 4);
  g_assert_true (is_folded (centuries, "1070"));
  g_assert_false (is_folded (centuries, "1002"));
  g_assert_true (is_folded (centuries, "1450"));
  g_assert_false (is_folded (centuries, "1494"));
}

/* What there is on the axis, so many pixels wide where all of it is seen. */
static double
pixels (const DlFolds *folds, DlInstant from, DlInstant to, double scale)
{
  return dl_instant_distance (dl_folds_to_axis (folds, from), dl_folds_to_axis (folds, to)) * scale;
}

/* A break is as wide as its words, about; and what is between two of them is apart
 * from both. */
static void
test_widths (void)
{
  g_autoptr (DlFolds) folds = folds_of_clusters (25, 4, 5);
  DlInstant           last = DL_INSTANT (seconds_of ("1496-04"));
  double              scale = DL_FOLDS_WIDTH * 0.95 / pixels (folds, DL_INSTANT (seconds_of ("1000-01")), last, 1);

  for (guint i = 0; i < dl_folds_get_n (folds); i++)
    {
      const DlFold *fold = dl_folds_get (folds, i);

      g_assert_cmpfloat (pixels (folds, fold->from, fold->to, scale), >, 50);
      g_assert_cmpfloat (pixels (folds, fold->from, fold->to, scale), <, 80);
      g_assert_cmpfloat (pixels (folds, fold->last, fold->from, scale), >=, 9.9);
      g_assert_cmpfloat (pixels (folds, fold->to, fold->next, scale), >=, 9.9);
    }
}

/* What is opened stays as it is, and so do the other folds. */
static void
test_opened (void)
{
  static const SampleEvent events[] = { { .date = "1900" }, { .date = "1901" }, { .date = "1950" },
                                        { .date = "1951" }, { .date = "2000" }, { .date = "2001" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  g_autoptr (DlFolds)      all = dl_folds_new_for_timeline (timeline, NULL);
  g_autoptr (DlFolds)      one = NULL;
  g_autoptr (DlFolds)      again = NULL;
  DlOpenedFolds            opened = { 0 };

  g_assert_cmpuint (dl_folds_get_n (all), ==, 2);
  dl_opened_folds_add (&opened, dl_folds_get (all, 0));
  one = dl_folds_new_for_timeline (timeline, &opened);
  g_assert_cmpuint (dl_folds_get_n (one), ==, 1);
  g_assert_false (is_folded (one, "1925"));
  g_assert_cmpint (dl_instant_compare (dl_folds_get (one, 0)->from, dl_folds_get (all, 1)->from), ==, 0);
  g_assert_cmpint (dl_instant_compare (dl_folds_get (one, 0)->to, dl_folds_get (all, 1)->to), ==, 0);
  g_assert_cmpfloat (dl_instant_distance (dl_folds_get (one, 0)->axis_from, dl_folds_get (one, 0)->axis_to), ==,
                     dl_instant_distance (dl_folds_get (all, 1)->axis_from, dl_folds_get (all, 1)->axis_to));
  dl_opened_folds_add (&opened, dl_folds_get (all, 1));
  g_assert_null (dl_folds_new_for_timeline (timeline, &opened));
  again = dl_folds_new_for_timeline (timeline, &(DlOpenedFolds){ 0 });
  g_assert_true (dl_folds_equal (all, again));
  g_assert_false (dl_folds_equal (all, one));
}

static void
test_opened_forgets (void)
{
  DlOpenedFolds opened = { 0 };

  for (gint64 i = 0; i < DL_MAX_FOLDS + 3; i++)
    dl_opened_folds_add (&opened, &(DlFold){ .from = DL_INSTANT (i * 10), .to = DL_INSTANT (i * 10 + 5) });
  g_assert_cmpuint (opened.n, ==, DL_MAX_FOLDS);
  g_assert_false (dl_opened_folds_meet (&opened, DL_INSTANT (0), DL_INSTANT (30)));
  g_assert_true (dl_opened_folds_meet (&opened, DL_INSTANT (32), DL_INSTANT (33)));
  g_assert_true (dl_opened_folds_meet (&opened, DL_INSTANT ((DL_MAX_FOLDS + 2) * 10), DL_INSTANT (10000)));
}

/* A window keeps what is in its middle when folds come and go. */
static void
test_viewport (void)
{
  const DlStretch     stretch = { DL_INSTANT (990), DL_INSTANT (1000), DL_INSTANT (11000), DL_INSTANT (11010), 100 };
  g_autoptr (DlFolds) folds = dl_folds_new (&stretch, 1);
  DlViewport          viewport = { .folds = folds };

  dl_viewport_set_range (&viewport, DL_INSTANT (500), DL_INSTANT (11400), 1000);
  g_assert_cmpfloat (viewport.scale, ==, 1);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (1000)), ==, 500);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (6000)), ==, 550);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (11000)), ==, 600);
  g_assert_cmpint (dl_viewport_instant (&viewport, 550).seconds, ==, 6000);
  g_assert_cmpint (dl_viewport_to (&viewport).seconds, ==, 11400);
  g_assert_cmpfloat (dl_viewport_scale_at (&viewport, 499), ==, 1);
  g_assert_cmpfloat (dl_viewport_scale_at (&viewport, 550), ==, 0.01);
  g_assert_cmpuint (dl_viewport_inside_fold (&viewport), ==, DL_NO_FOLD);

  dl_viewport_zoom_at (&viewport, 550, 10);
  g_assert_cmpint (dl_viewport_instant (&viewport, 550).seconds, ==, 6000);
  g_assert_cmpuint (dl_viewport_inside_fold (&viewport), ==, DL_NO_FOLD);
  dl_viewport_zoom_at (&viewport, 550, 2);
  g_assert_cmpuint (dl_viewport_inside_fold (&viewport), ==, 0);

  dl_viewport_place (&viewport, DL_INSTANT (11050), 500);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (11050)), ==, 500);
  dl_viewport_set_folds (&viewport, NULL);
  g_assert_cmpfloat (viewport.scale, ==, 20);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (11050)), ==, 500);
}

/* One op a fold, with what it hides; labels and bars keep their places. */
static void
test_scene (void)
{
  g_autoptr (DlTimeline)    timeline = sample_timeline_new (century, G_N_ELEMENTS (century));
  g_autoptr (DlArrangement) arrangement =
    dl_arrangement_new (timeline, dl_text_measure_fixed (), &(DlArrangeOptions){ .fold = TRUE });
  g_autoptr (DlScene) scene = NULL;
  g_autoptr (GString) dump = g_string_new (NULL);
  DlLayoutInput       input = {
          .arrangement = arrangement, .measure = dl_text_measure_fixed (), .height = 600, .selected = DL_NONE
  };
  const DlFolds   *folds = dl_arrangement_get_folds (arrangement);
  const DlOp      *op;
  DlInstant        from, to;
  g_autofree char *seconds = NULL;
  double           x;

  g_assert_nonnull (folds);
  input.viewport.folds = folds;
  dl_full_view (timeline, folds, NULL, &from, &to);
  dl_viewport_set_range (&input.viewport, from, to, 1200);
  scene = dl_layout_build (&input);
  dl_scene_dump (scene, dump);
  seconds = g_strdup_printf ("\"seconds\":%.2f,\"fixed\":true}", dl_fold_get_seconds (dl_folds_get (folds, 0)));
  g_assert_nonnull (strstr (dump->str, "{\"role\":\"fold\",\"kind\":\"tear\","));
  g_assert_nonnull (strstr (dump->str, seconds));
  g_assert_nonnull (strstr (dump->str, "\"text\":\"≈ 99 years\""));

  /* In the lanes and on the ruler a click finds it, beside it nothing. */
  x = dl_viewport_x (&input.viewport, dl_folds_get (folds, 0)->from);
  op = dl_scene_pick (scene, x + 4, 590, 4);
  g_assert_nonnull (op);
  g_assert_cmpint (op->role, ==, DL_ROLE_FOLD);
  g_assert_cmpuint (op->fold, ==, 0);
  op = dl_scene_pick (scene, x + 4, 30, 4);
  g_assert_cmpint (op->role, ==, DL_ROLE_BREAK);
  g_assert_null (dl_scene_pick (scene, x - 2, 590, 4));
  /* Above it names run on. */
  g_assert_null (dl_scene_pick (scene, x + 4, 10, 4));
}

/* A piece is named by what is in it, not by the empty time at its edges. */
static void
test_names (void)
{
  static const SampleEvent  events[] = { { "1900-01-01" }, { "1900-05-02" }, { "1900-12-31" },
                                         { "2000-01-01" }, { "2000-06-03" }, { "2000-12-31" } };
  g_autoptr (DlTimeline)    timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  g_autoptr (DlArrangement) arrangement =
    dl_arrangement_new (timeline, dl_text_measure_fixed (), &(DlArrangeOptions){ .fold = TRUE });
  DlLayoutInput input = {
    .arrangement = arrangement, .measure = dl_text_measure_fixed (), .height = 600, .selected = DL_NONE
  };
  g_autoptr (DlScene) scene = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  const DlOp         *ops;
  DlInstant           from, to;
  guint               n_ops;

  input.viewport.folds = dl_arrangement_get_folds (arrangement);
  g_assert_true (dl_timeline_get_extent (timeline, &from, &to));
  dl_viewport_set_range_with_margin (&input.viewport, from, to, 0.025, DL_FOLDS_WIDTH);
  scene = dl_layout_build (&input);
  ops = dl_scene_get_ops (scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_CONTEXT)
      g_string_append_printf (names, " %s", ops[i].text);
  /* 2001 begins at the last day's end. */
  g_assert_cmpstr (names->str, ==, " 1900 2000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/folds/one-gap", test_one_gap);
  g_test_add_func ("/layout/folds/not-worth-it", test_not_worth_it);
  g_test_add_func ("/layout/folds/a-third", test_a_third);
  g_test_add_func ("/layout/folds/what-counts", test_what_counts);
  g_test_add_func ("/layout/folds/open-start", test_open_start);
  g_test_add_func ("/layout/folds/surroundings", test_surroundings);
  g_test_add_func ("/layout/folds/open-end", test_open_end);
  g_test_add_func ("/layout/folds/large-view", test_large_view);
  g_test_add_func ("/layout/folds/few", test_few);
  g_test_add_func ("/layout/folds/widths", test_widths);
  g_test_add_func ("/layout/folds/opened", test_opened);
  g_test_add_func ("/layout/folds/opened-forgets", test_opened_forgets);
  g_test_add_func ("/layout/folds/viewport", test_viewport);
  g_test_add_func ("/layout/folds/scene", test_scene);
  g_test_add_func ("/layout/folds/names", test_names);
  return g_test_run ();
}
