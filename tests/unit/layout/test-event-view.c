/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown of one event: it, and its neighbours. */
#include "layout/dl-event-view.h"

#include "sample-timeline.h"

#define DAY 86400.0

/* A view, as shares of the window: 0 is its left edge, 1 its right one. */
typedef struct
{
  DlTimeline *timeline;
  DlInstant   from;
  double      length;
} View;

static View
view_of (DlTimeline *timeline, const DlFolds *folds, DlEventSet *shown, guint position)
{
  View      view = { .timeline = timeline };
  DlInstant to;

  dl_event_view (timeline, folds, shown, position, NULL, &view.from, &to);
  view.from = dl_folds_to_axis (folds, view.from);
  view.length = dl_instant_distance (view.from, dl_folds_to_axis (folds, to));
  g_assert_cmpfloat (view.length, >, 0);
  return view;
}

static double
start_in (const View *view, guint position)
{
  return dl_instant_distance (view->from, dl_timeline_get_record (view->timeline, position)->start) / view->length;
}

static double
end_in (const View *view, guint position)
{
  return dl_instant_distance (view->from, dl_timeline_get_record (view->timeline, position)->end) / view->length;
}

/* What holds of any event: all of it is seen, not at the edges, and it does not fill the window. */
static void
assert_usual (const View *view, guint position)
{
  double start = start_in (view, position);
  double end = end_in (view, position);

  g_assert_cmpfloat (start, >, 0.1);
  g_assert_cmpfloat (end, <, 0.9);
  g_assert_cmpfloat (end - start, <=, DL_EVENT_SHARE + 1e-6);
  g_assert_cmpfloat ((start + end) / 2, >=, 0.25 - 1e-6);
  g_assert_cmpfloat ((start + end) / 2, <=, 0.75 + 1e-6);
}

static void
assert_in_sight (const View *view, guint position)
{
  g_assert_cmpfloat (start_in (view, position), >=, 0.1);
  g_assert_cmpfloat (end_in (view, position), <=, 0.9);
}

/* The days before and after it, at every scale. */
static void
test_neighbours (void)
{
  static const SampleEvent events[] = {
    { "2025-10-01" }, { "2025-10-10" }, { "2025-10-14" }, { "2025-10-20" }, { "2025-11-20" }
  };
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      View view = view_of (timeline, NULL, NULL, i);

      assert_usual (&view, i);
      if (i > 0)
        assert_in_sight (&view, i - 1);
      if (i + 1 < G_N_ELEMENTS (events))
        assert_in_sight (&view, i + 1);
      /* And not everything. */
      g_assert_cmpfloat (view.length, <, 80 * DAY);
    }
}

/* A day that is known to the second, in days that are not. */
static void
test_second (void)
{
  static const SampleEvent events[] = {
    { "2025-10-24" }, { "2025-10-25" }, { "2025-10-25T14:00:07Z" }, { "2025-10-27" }
  };
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  View                   view = view_of (timeline, NULL, NULL, 2);

  assert_usual (&view, 2);
  assert_in_sight (&view, 0);
  assert_in_sight (&view, 3);
  g_assert_cmpfloat (view.length, <, 8 * DAY);
}

/* However close they are, some days are seen around a day, and some seconds around a second. */
static void
test_cluster (void)
{
  GArray                *events = g_array_new (FALSE, TRUE, sizeof (SampleEvent));
  g_autoptr (GPtrArray)  dates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DlTimeline) timeline = NULL;
  View                   view;

  for (guint i = 0; i < 60; i++)
    {
      SampleEvent event = { 0 };

      g_ptr_array_add (dates, i < 30 ? g_strdup_printf ("2025-10-%02u", 10 + i / 10)
                                     : g_strdup_printf ("2025-11-03T10:00:%02uZ", i));
      event.date = dates->pdata[i];
      g_array_append_val (events, event);
    }
  timeline = sample_timeline_new ((const SampleEvent *) (gpointer) events->data, events->len);
  view = view_of (timeline, NULL, NULL, 15);
  assert_usual (&view, 15);
  assert_in_sight (&view, 9);
  assert_in_sight (&view, 20);
  g_assert_cmpfloat (view.length, >=, 4 * DAY);
  g_assert_cmpfloat (view.length, <, 10 * DAY);
  view = view_of (timeline, NULL, NULL, 45);
  assert_usual (&view, 45);
  g_assert_cmpfloat (view.length, >=, 4);
  g_assert_cmpfloat (view.length, <, 15);
  g_array_unref (events);
}

/* One far neighbour does not make all the rest too small to be seen. */
static void
test_isolated (void)
{
  static const SampleEvent events[] = { { "1700-01-01" }, { "2025-10-10" }, { "2025-10-14" }, { "2200-01-01" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  View                     view = view_of (timeline, NULL, NULL, 1);

  assert_usual (&view, 1);
  assert_in_sight (&view, 2);
  g_assert_cmpfloat (view.length, <, 20 * DAY);
  view = view_of (timeline, NULL, NULL, 2);
  assert_usual (&view, 2);
  assert_in_sight (&view, 1);
  g_assert_cmpfloat (view.length, <, 20 * DAY);
  /* What has no near one is seen beside the nearest that there is. */
  view = view_of (timeline, NULL, NULL, 0);
  assert_usual (&view, 0);
  assert_in_sight (&view, 1);
}

static void
test_alone (void)
{
  static const struct
  {
    SampleEvent event;
    double      least, most;
  } cases[] = {
    { { "2025-10-25" }, 20 * DAY, 40 * DAY },
    { { "2025-10-25T10:00:00Z" }, 20, 60 },
    { { "2025-10" }, 600 * DAY, 1200 * DAY },
    { { "2025-10-01/2025-10-31" }, 45 * DAY, 60 * DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlTimeline) timeline = sample_timeline_new (&cases[i].event, 1);
      View                   view = view_of (timeline, NULL, NULL, 0);

      assert_usual (&view, 0);
      g_assert_cmpfloat (view.length, >=, cases[i].least);
      g_assert_cmpfloat (view.length, <=, cases[i].most);
      g_assert_cmpfloat_with_epsilon ((start_in (&view, 0) + end_in (&view, 0)) / 2, 0.5, 1e-6);
    }
}

/* Of a long one the near neighbours are seen; those that would make it a dot are not. */
static void
test_interval (void)
{
  static const SampleEvent events[] = { { "1900" },       { "2024-12-20" }, { "2025-01/2025-06" },
                                        { "2025-03-01" }, { "2025-08-01" }, { "2100" } };
  static const SampleEvent far[] = { { "1900" }, { "2025-01/2025-06" }, { "2100" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  g_autoptr (DlTimeline)   far_timeline = sample_timeline_new (far, G_N_ELEMENTS (far));
  View                     view = view_of (timeline, NULL, NULL, 2);

  assert_usual (&view, 2);
  assert_in_sight (&view, 1);
  assert_in_sight (&view, 3);
  assert_in_sight (&view, 4);
  g_assert_cmpfloat (end_in (&view, 2) - start_in (&view, 2), >, 0.3);
  view = view_of (far_timeline, NULL, NULL, 1);
  assert_usual (&view, 1);
  g_assert_cmpfloat_with_epsilon (end_in (&view, 1) - start_in (&view, 1), DL_EVENT_SHARE, 1e-6);
}

/* A neighbour that began long ago is one when it is over shortly before. */
static void
test_long_neighbour (void)
{
  static const SampleEvent events[] = {
    { "2000-01-01/2025-10-08" }, { "2025-09-01" }, { "2025-10-10" }, { "2025-10-14" }
  };
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  View                   view = view_of (timeline, NULL, NULL, 2);

  assert_usual (&view, 2);
  assert_in_sight (&view, 3);
  g_assert_cmpfloat (end_in (&view, 0), >, 0.1);
  g_assert_cmpfloat (view.length, <, 20 * DAY);
}

/* What a filter leaves out is no neighbour. */
static void
test_shown (void)
{
  static const SampleEvent events[] = {
    { "2025-10-01" }, { "2025-10-09" }, { "2025-10-10" }, { "2025-10-11" }, { "2025-10-25" }
  };
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  g_autoptr (DlEventSet) shown = dl_event_set_new (G_N_ELEMENTS (events));
  View                   view = view_of (timeline, NULL, NULL, 2);

  g_assert_cmpfloat (view.length, <, 10 * DAY);
  dl_event_set_add (shown, 0);
  dl_event_set_add (shown, 4);
  view = view_of (timeline, NULL, shown, 2);
  assert_usual (&view, 2);
  assert_in_sight (&view, 0);
  assert_in_sight (&view, 4);
}

/* Across a fold a neighbour is as near as the fold makes it. */
static void
test_folded (void)
{
  static const SampleEvent events[] = {
    { "1900-01-01" }, { "1900-01-05" }, { "2025-10-10" }, { "2025-10-12" }, { "2025-10-20" }
  };
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  g_autoptr (DlFolds)    folds = dl_folds_new_for_timeline (timeline, NULL);
  DlInstant              from, to;

  g_assert_nonnull (folds);
  dl_event_view (timeline, folds, NULL, 2, NULL, &from, &to);
  g_assert_cmpint (dl_instant_compare (from, dl_timeline_get_record (timeline, 2)->start), <, 0);
  g_assert_cmpint (dl_instant_compare (to, dl_timeline_get_record (timeline, 3)->end), >, 0);
  g_assert_cmpfloat (dl_instant_distance (dl_folds_to_axis (folds, from), dl_folds_to_axis (folds, to)), <, 60 * DAY);
}

/* Whatever has no bounds: there is a window, and some of the event in it. */
static void
test_unbounded (void)
{
  static const char *const dates[] = {
    "../2025", "2025/..", "/2025", "2025/", "Y-66000000", "2025-10-25T10:00:00.125Z"
  };
  static const SampleEvent others[] = { { "1990" }, { "2024-05" } };

  for (guint with = 0; with < 2; with++)
    for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
      {
        SampleEvent            events[] = { { .date = dates[i], .title = "It" }, others[0], others[1] };
        g_autoptr (DlTimeline) timeline = sample_timeline_new (events, with ? 3 : 1);
        guint                  position = dl_timeline_find (timeline, "e0");
        View                   view = view_of (timeline, NULL, NULL, position);

        g_assert_cmpfloat (start_in (&view, position), <, 1);
        g_assert_cmpfloat (end_in (&view, position), >, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-view/neighbours", test_neighbours);
  g_test_add_func ("/event-view/second", test_second);
  g_test_add_func ("/event-view/cluster", test_cluster);
  g_test_add_func ("/event-view/isolated", test_isolated);
  g_test_add_func ("/event-view/alone", test_alone);
  g_test_add_func ("/event-view/interval", test_interval);
  g_test_add_func ("/event-view/long-neighbour", test_long_neighbour);
  g_test_add_func ("/event-view/shown", test_shown);
  g_test_add_func ("/event-view/folded", test_folded);
  g_test_add_func ("/event-view/unbounded", test_unbounded);
  return g_test_run ();
}
