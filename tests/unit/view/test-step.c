/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From event to event, and from lane to lane. */
#include "view-fixture.h"

/* e0, e3, … are in the first lane; e1, e4, … in the second; e2, e5, … in the third. */

static void
test_events (ViewFixture *self, gconstpointer data)
{
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e0");
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e1");
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e2");
  view_fixture_assert_in_sight (self, "e2");
  g_assert_true (dl_view_step_event (self->view, -1));
  view_fixture_assert_selected (self, "e1");
  view_fixture_assert_in_sight (self, "e1");
  g_assert_true (dl_view_step_to_end (self->view, 1));
  view_fixture_assert_selected (self, "e11");
  view_fixture_assert_in_sight (self, "e11");
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e11");
  g_assert_true (dl_view_step_to_end (self->view, -1));
  view_fixture_assert_selected (self, "e0");
  g_assert_true (dl_view_step_event (self->view, -1));
  view_fixture_assert_selected (self, "e0");
}

/* Close up, each step leads to the next event, wherever that is. */
static void
test_far_apart (ViewFixture *self, gconstpointer data)
{
  dl_session_select (self->session, view_fixture_position (self, "e4"));
  dl_view_fly_to (self->view, view_fixture_position (self, "e4"), FALSE);
  dl_view_zoom (self->view, 60);
  for (guint i = 5; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_assert_true (dl_view_step_event (self->view, 1));
      view_fixture_assert_selected (self, id);
      view_fixture_assert_in_sight (self, id);
    }
}

/* The label of the event, or its mark, is seen to all sides, and no note lies over it. */
static void
assert_whole (DlView *view, guint event)
{
  DlScene    *scene = dl_view_get_scene (view);
  double      head = dl_scene_get_head_height (scene);
  double      scroll = dl_scene_get_scroll (scene);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  guint       n = 0;

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      double      top = (double) op->y - scroll;

      if (op->event != event || (op->role != DL_ROLE_CARD && op->role != DL_ROLE_LABEL && op->role != DL_ROLE_MARK))
        continue;
      n++;
      g_assert_cmpfloat ((double) op->x, >=, 0);
      g_assert_cmpfloat ((double) (op->x + op->w), <=, dl_scene_get_width (scene));
      g_assert_cmpfloat (top, >=, head);
      g_assert_cmpfloat (top + (double) op->h, <=, dl_scene_get_height (scene));
      for (guint j = 0; j < n_ops; j++)
        g_assert_false (ops[j].role == DL_ROLE_BELOW && top < (double) (ops[j].y + ops[j].h) &&
                        top + (double) op->h > (double) ops[j].y && op->x < ops[j].x + ops[j].w &&
                        op->x + op->w > ops[j].x);
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_whole (ViewFixture *self, gconstpointer data)
{
  static const double heights[] = { 80, 95, 110, 130 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      view_fixture_make_low (self, heights[i]);
      /* No wider than the note, so that it has no place beside the labels. */
      dl_view_set_size (self->view, 240, dl_view_get_head_height (self->view) + heights[i]);
      dl_view_fit (self->view);
      dl_view_zoom (self->view, 40);
      dl_session_select (self->session, DL_NONE);
      for (guint step = 0; step < 60; step++)
        {
          g_assert_true (dl_view_step_event (self->view, 1));
          view_fixture_wait_for_rest (self);
          assert_whole (self->view, dl_session_get_selected_position (self->session));
        }
    }
}

/* Who looks elsewhere goes on from there; what is let go of is where one was. */
static void
test_jumps (ViewFixture *self, gconstpointer data)
{
  dl_view_set_size (self->view, VIEW_WIDTH, 900);
  dl_session_select (self->session, view_fixture_position (self, "e1"));
  dl_view_fly_to (self->view, view_fixture_position (self, "e8"), FALSE);
  dl_view_zoom (self->view, 60);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e8");

  dl_session_select (self->session, DL_NONE);
  g_assert_true (dl_view_step_event (self->view, 0));
  view_fixture_assert_selected (self, "e8");
  dl_session_select (self->session, DL_NONE);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e8");

  /* Where nothing begins, the nearest one after or before. */
  dl_session_select (self->session, DL_NONE);
  dl_view_show_range (self->view, dl_timeline_get_record (dl_view_get_timeline (self->view), 5)->end,
                      dl_instant_add (dl_timeline_get_record (dl_view_get_timeline (self->view), 5)->end, 86400));
  dl_view_pan (self->view, VIEW_WIDTH * 3);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e6");
  dl_session_select (self->session, DL_NONE);
  dl_view_show_range (self->view, dl_timeline_get_record (dl_view_get_timeline (self->view), 5)->end,
                      dl_instant_add (dl_timeline_get_record (dl_view_get_timeline (self->view), 5)->end, 86400));
  dl_view_pan (self->view, VIEW_WIDTH * 3);
  dl_view_turn_page (self->view, 1);
  g_assert_true (dl_view_step_event (self->view, -1));
  view_fixture_assert_selected (self, "e5");
}

/* What goes on for years meets every view, and its neighbours are far away. */
static void
test_jump_inside (ViewFixture *self, gconstpointer data)
{
  view_fixture_open (self, "long.dateline.json",
                     "{\"events\": [{\"id\": \"long\", \"title\": \"Long\", \"date\": \"1990/2030\"}, {\"id\": \"a\", "
                     "\"title\": \"A\", \"date\": \"1991-05-01\"},"
                     "{\"id\": \"b\", \"title\": \"B\", \"date\": \"2020-05-01\"}, {\"id\": \"c\", \"title\": \"C\", "
                     "\"date\": \"2020-05-20\"}]}");
  dl_view_set_size (self->view, VIEW_WIDTH, 900);
  dl_session_select (self->session, view_fixture_position (self, "long"));
  dl_view_show_range (
    self->view, dl_timeline_get_record (dl_view_get_timeline (self->view), view_fixture_position (self, "b"))->start,
    dl_timeline_get_record (dl_view_get_timeline (self->view), view_fixture_position (self, "c"))->end);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "b");
  /* By hand one has not jumped. */
  dl_session_select (self->session, view_fixture_position (self, "long"));
  dl_view_pan (self->view, 5);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "a");
}

static void
test_measure (ViewFixture *self, gconstpointer data)
{
  g_assert_true (dl_view_step_measure (self->view, 1));
  view_fixture_assert_selected (self, "e0");
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
  g_assert_false (dl_view_step_measure (self->view, -1));
  for (guint i = 1; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_assert_true (dl_view_step_measure (self->view, 1));
      g_assert_cmpuint (dl_session_get_other (self->session), ==, view_fixture_position (self, id));
      view_fixture_assert_selected (self, "e0");
      view_fixture_assert_in_sight (self, id);
    }
  g_assert_false (dl_view_step_measure (self->view, 1));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, view_fixture_position (self, "e11"));
  g_assert_true (dl_view_step_measure (self->view, -1));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, view_fixture_position (self, "e10"));
}

/* The nearest in time, not the next in the lane. */
static void
test_lanes (ViewFixture *self, gconstpointer data)
{
  dl_session_select (self->session, view_fixture_position (self, "e6"));
  g_assert_true (dl_view_step_lane (self->view, 1));
  view_fixture_assert_selected (self, "e7");
  view_fixture_assert_in_sight (self, "e7");
  g_assert_cmpuint (dl_view_get_current_lane (self->view), ==, 1);
  g_assert_true (dl_view_step_lane (self->view, 1));
  view_fixture_assert_selected (self, "e8");
  g_assert_false (dl_view_step_lane (self->view, 1));
  view_fixture_assert_selected (self, "e8");
  g_assert_true (dl_view_step_lane (self->view, -1));
  g_assert_true (dl_view_step_lane (self->view, -1));
  view_fixture_assert_selected (self, "e6");
  g_assert_false (dl_view_step_lane (self->view, -1));
  /* Nothing selected: into what is in sight. */
  dl_session_select (self->session, DL_NONE);
  dl_view_go_home (self->view);
  g_assert_true (dl_view_step_lane (self->view, 1));
  view_fixture_assert_selected (self, "e0");
}

/* In flight, what one looks at is where one flies to: an event with its neighbours. */
static void
test_in_flight (ViewFixture *self, gconstpointer data)
{
  dl_view_set_animated (self->view, TRUE);
  dl_view_fly_to (self->view, view_fixture_position (self, "e9"), TRUE);
  g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e8");
  for (guint i = 0; i < 3; i++)
    g_assert_true (dl_view_step_event (self->view, 1));
  view_fixture_assert_selected (self, "e11");
  view_fixture_land (self, 0);
  view_fixture_assert_in_sight (self, "e11");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/step/events", VIEW_YEAR, test_events);
  VIEW_TEST ("/view/step/far-apart", VIEW_YEAR, test_far_apart);
  VIEW_TEST ("/view/step/whole", VIEW_MANY, test_whole);
  VIEW_TEST ("/view/step/jumps", VIEW_YEAR, test_jumps);
  VIEW_TEST ("/view/step/jump-inside", NULL, test_jump_inside);
  VIEW_TEST ("/view/step/measure", VIEW_YEAR, test_measure);
  VIEW_TEST ("/view/step/lanes", VIEW_YEAR, test_lanes);
  VIEW_TEST ("/view/step/in-flight", VIEW_YEAR, test_in_flight);
  return g_test_run ();
}
