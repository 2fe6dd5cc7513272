/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view of a timeline that a filter is put on. */
#include "view-fixture.h"

/* e0, e3, … are in the lane "a"; e1, e4, … in "b"; e2, e5, … in "c". */

static void
set_topics (ViewFixture *self, const char *topic, DlFilterChoice choice)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();

  if (topic != NULL)
    dl_filter_set (filter, DL_FILTER_TOPIC, topic, choice);
  dl_session_set_filter (self->session, filter);
  while (dl_session_get_filtering (self->session) || dl_view_get_arranging (self->view))
    g_main_context_iteration (self->context, TRUE);
}

static void
test_steps (ViewFixture *self, gconstpointer data)
{
  set_topics (self, "b", DL_FILTER_WITH);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e1");
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e4");
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e7");
  g_assert_true (dl_view_step_event (self->view, -1));
  view_fixture_assert_selected (self, "e4");
  g_assert_true (dl_view_step_to_end (self->view, 1));
  view_fixture_assert_selected (self, "e10");
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e10");
  g_assert_true (dl_view_step_to_end (self->view, -1));
  view_fixture_assert_selected (self, "e1");
  g_assert_true (dl_view_step_event (self->view, -1));
  view_fixture_assert_selected (self, "e1");

  /* From one that is not let through to the next that is. */
  dl_session_select (self->session, view_fixture_position (self, "e5"));
  g_assert_true (dl_view_step_event (self->view, -1));
  view_fixture_assert_selected (self, "e4");
  dl_session_select (self->session, view_fixture_position (self, "e5"));
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e7");
}

static void
test_steps_between_lanes (ViewFixture *self, gconstpointer data)
{
  set_topics (self, "b", DL_FILTER_NOT);
  dl_session_select (self->session, view_fixture_position (self, "e3"));
  g_assert_true (dl_view_step_lane (self->view, 1));
  view_fixture_assert_selected (self, "e2");
  g_assert_false (dl_view_step_lane (self->view, 1));
  g_assert_true (dl_view_step_lane (self->view, -1));
  view_fixture_assert_selected (self, "e3");
  set_topics (self, "a", DL_FILTER_WITH);
  g_assert_false (dl_view_step_lane (self->view, 1));
  view_fixture_assert_selected (self, "e3");
}

/* What is measured to is let through as well. */
static void
test_steps_of_measure (ViewFixture *self, gconstpointer data)
{
  set_topics (self, "b", DL_FILTER_WITH);
  dl_session_select (self->session, view_fixture_position (self, "e4"));
  g_assert_true (dl_view_step_measure (self->view, 1));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, view_fixture_position (self, "e7"));
  g_assert_true (dl_view_step_measure (self->view, 1));
  g_assert_false (dl_view_step_measure (self->view, 1));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, view_fixture_position (self, "e10"));
}

/* Where what is in sight is not let through, on to what is. */
static void
test_steps_from_elsewhere (ViewFixture *self, gconstpointer data)
{
  dl_view_fly_to (self->view, view_fixture_position (self, "e5"), TRUE);
  set_topics (self, "b", DL_FILTER_WITH);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e7");
  dl_session_select (self->session, DL_NONE);
  dl_view_fly_to (self->view, view_fixture_position (self, "e11"), TRUE);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e10");
}

static void
test_nothing_to_step_to (ViewFixture *self, gconstpointer data)
{
  set_topics (self, "gone", DL_FILTER_WITH);
  g_assert_false (dl_view_step_event (self->view, 1));
  g_assert_false (dl_view_step_to_end (self->view, 1));
  g_assert_false (dl_view_step_lane (self->view, 1));
  g_assert_false (dl_view_step_measure (self->view, 1));
  g_assert_null (dl_session_get_selected (self->session));
  dl_session_set_filter_hides (self->session, TRUE);
  g_assert_false (dl_view_step_event (self->view, 1));
  g_assert_false (dl_view_step_to_end (self->view, -1));
}

static guint
count_dimmed (ViewFixture *self)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);
  guint       n = 0;

  for (guint i = 0; i < n_ops; i++)
    n += (ops[i].flags & DL_OP_DIMMED) != 0;
  return n;
}

/* The time in sight stays, whichever way; the picture is another one. */
static void
test_keeps_time (ViewFixture *self, gconstpointer data)
{
  static const gboolean hides[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (hides); i++)
    {
      Look             look = view_fixture_look (self);
      g_autofree char *before = view_fixture_dump (self);
      g_autofree char *filtered = NULL;
      g_autofree char *after = NULL;

      dl_session_set_filter_hides (self->session, hides[i]);
      set_topics (self, "b", DL_FILTER_WITH);
      view_fixture_assert_look (self, &look);
      g_assert_true ((count_dimmed (self) > 0) == !hides[i]);
      g_assert_cmpuint (dl_timeline_get_n_events (dl_view_get_timeline (self->view)), ==, hides[i] ? 4 : 12);
      filtered = view_fixture_dump (self);
      g_assert_cmpstr (filtered, !=, before);
      set_topics (self, NULL, DL_FILTER_ANY);
      view_fixture_assert_look (self, &look);
      after = view_fixture_dump (self);
      g_assert_cmpstr (after, ==, before);
      dl_view_fly_to (self->view, view_fixture_position (self, "e5"), TRUE);
    }
}

/* At the edge of what there is, of which a filter leaves only what lies elsewhere. */
static void
test_keeps_time_without_events (ViewFixture *self, gconstpointer data)
{
  Look look;

  dl_view_fly_to (self->view, view_fixture_position (self, "e11"), TRUE);
  look = view_fixture_look (self);
  dl_session_set_filter_hides (self->session, TRUE);
  set_topics (self, "a", DL_FILTER_WITH);
  view_fixture_assert_look (self, &look);
  set_topics (self, "gone", DL_FILTER_WITH);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_view_get_timeline (self->view)), ==, 0);
  view_fixture_assert_look (self, &look);
  set_topics (self, NULL, DL_FILTER_ANY);
  view_fixture_assert_look (self, &look);
}

/* A resize does not lead home either, nor does a filter that is taken away. */
static void
test_never_goes_home (ViewFixture *self, gconstpointer data)
{
  Look look = view_fixture_look (self);

  dl_session_set_filter_hides (self->session, TRUE);
  set_topics (self, "b", DL_FILTER_WITH);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT + 50);
  view_fixture_assert_look (self, &look);
  dl_view_set_size (self->view, VIEW_WIDTH * 2, VIEW_HEIGHT);
  /* The same time begins at the left. */
  g_assert_cmpint (dl_instant_compare (view_fixture_look (self).from, look.from), ==, 0);
}

/* On the folded axis there are other folds. */
static void
test_keeps_time_over_folds (ViewFixture *self, gconstpointer data)
{
  g_autofree char *contents = view_fixture_contents (VIEW_GAP);
  g_autofree char *with_one = NULL;
  char            *end = g_strrstr (contents, "]}");
  Look             look;

  *end = '\0';
  with_one = g_strconcat (contents,
                          ",{\"id\": \"between\", \"title\": \"Between\", \"date\": \"1950-01-01\", \"topics\": "
                          "[\"b\"]}]}",
                          NULL);
  dl_view_set_fold (self->view, TRUE);
  view_fixture_open (self, "folded.dateline.json", with_one);
  dl_view_fly_to (self->view, view_fixture_position (self, "e3"), TRUE);
  look = view_fixture_look (self);
  dl_session_set_filter_hides (self->session, TRUE);
  set_topics (self, "a", DL_FILTER_WITH);
  g_assert_cmpuint (dl_folds_get_n (dl_view_get_viewport (self->view)->folds), ==, 1);
  view_fixture_assert_look (self, &look);
  set_topics (self, NULL, DL_FILTER_ANY);
  view_fixture_assert_look (self, &look);

  /* Both ends of what goes over a fold stay, however much of it is folded now. */
  dl_view_show_range (self->view, dl_timeline_get_record (dl_view_get_timeline (self->view), 2)->start,
                      dl_timeline_get_record (dl_view_get_timeline (self->view), 9)->start);
  look = view_fixture_look (self);
  set_topics (self, "a", DL_FILTER_WITH);
  view_fixture_assert_look (self, &look);
  set_topics (self, NULL, DL_FILTER_ANY);
  view_fixture_assert_look (self, &look);

  /* What one looks at would be within a fold: it opens. */
  dl_view_fly_to (self->view, view_fixture_position (self, "between"), TRUE);
  look = view_fixture_look (self);
  set_topics (self, "a", DL_FILTER_WITH);
  view_fixture_assert_look (self, &look);
  g_assert_cmpuint (dl_viewport_inside_fold (dl_view_get_viewport (self->view)), ==, DL_NO_FOLD);
}

/* Of so many the arrangement comes from a thread. */
static void
test_many (ViewFixture *self, gconstpointer data)
{
  Look look;

  dl_view_fly_to (self->view, view_fixture_position (self, "e3000"), TRUE);
  look = view_fixture_look (self);
  set_topics (self, "b", DL_FILTER_WITH);
  view_fixture_assert_look (self, &look);
  g_assert_cmpuint (count_dimmed (self), >, 0);
  dl_session_set_filter_hides (self->session, TRUE);
  set_topics (self, "b", DL_FILTER_WITH);
  view_fixture_assert_look (self, &look);
  g_assert_cmpuint (count_dimmed (self), ==, 0);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_view_get_timeline (self->view)), ==, 3000);
}

/* Who moves before it is there is not led back. */
static void
test_moved_meanwhile (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();
  Look                 look;

  dl_view_fly_to (self->view, view_fixture_position (self, "e3000"), TRUE);
  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_WITH);
  dl_session_set_filter_hides (self->session, TRUE);
  dl_session_set_filter (self->session, filter);
  g_assert_true (dl_view_get_arranging (self->view));
  dl_view_pan (self->view, 200);
  look = view_fixture_look (self);
  view_fixture_wait (self);
  view_fixture_assert_look (self, &look);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/filter/steps", VIEW_YEAR, test_steps);
  VIEW_TEST ("/view/filter/steps-between-lanes", VIEW_YEAR, test_steps_between_lanes);
  VIEW_TEST ("/view/filter/steps-of-measure", VIEW_YEAR, test_steps_of_measure);
  VIEW_TEST ("/view/filter/steps-from-elsewhere", VIEW_YEAR, test_steps_from_elsewhere);
  VIEW_TEST ("/view/filter/nothing-to-step-to", VIEW_YEAR, test_nothing_to_step_to);
  VIEW_TEST ("/view/filter/keeps-time", VIEW_YEAR, test_keeps_time);
  VIEW_TEST ("/view/filter/keeps-time-without-events", VIEW_YEAR, test_keeps_time_without_events);
  VIEW_TEST ("/view/filter/never-goes-home", VIEW_YEAR, test_never_goes_home);
  VIEW_TEST ("/view/filter/keeps-time-over-folds", NULL, test_keeps_time_over_folds);
  VIEW_TEST ("/view/filter/many", VIEW_MANY, test_many);
  VIEW_TEST ("/view/filter/moved-meanwhile", VIEW_VERY_MANY, test_moved_meanwhile);
  return g_test_run ();
}
