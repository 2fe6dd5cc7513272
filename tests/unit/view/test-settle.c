/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels follow while the view moves, and settle when it has come to rest. */
#include "view-fixture.h"

#include <math.h>

/* Of any clock. */
#define BEGIN G_GINT64_CONSTANT (1234567)
#define MSEC 1000

/* The label's op, or NULL where it has none. */
static const DlOp *
find_label (ViewFixture *self, guint event)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].event == event && (ops[i].role == DL_ROLE_CARD || ops[i].role == DL_ROLE_LABEL))
      return &ops[i];
  return NULL;
}

static guint
count_labels (ViewFixture *self)
{
  guint n = 0;

  for (guint i = 0; i < dl_timeline_get_n_events (dl_view_get_timeline (self->view)); i++)
    n += find_label (self, i) != NULL;
  return n;
}

/* Where a label's words begin and how high they stand, as it is seen. */
static gboolean
find_place (ViewFixture *self, guint event, double *x, double *y)
{
  const DlOp *op = find_label (self, event);

  if (op == NULL)
    return FALSE;
  *x = (double) op->x;
  *y = (double) op->y - dl_scene_get_scroll (dl_view_get_scene (self->view));
  return TRUE;
}

/* Zooms out by the wheel, so that there is something to settle. */
static void
move (ViewFixture *self)
{
  dl_view_fit (self->view);
  view_fixture_land (self, BEGIN);
  g_assert_true (dl_view_get_at_rest (self->view));
  dl_view_zoom_at (self->view, 300, 1.5);
  dl_view_zoom_at (self->view, 300, -1.5);
  g_assert_false (dl_view_get_at_rest (self->view));
}

/* It comes to rest by itself, a while after the last step, and only then. */
static void
test_rest (ViewFixture *self, gconstpointer data)
{
  gint64 before, last;

  g_assert_true (dl_view_get_at_rest (self->view));
  dl_view_zoom_at (self->view, 300, 1);
  g_assert_false (dl_view_get_at_rest (self->view));
  before = g_get_monotonic_time ();
  /* A step in between begins it anew. */
  while (g_get_monotonic_time () < before + 250 * MSEC)
    {
      g_assert_false (dl_view_get_at_rest (self->view));
      g_main_context_iteration (self->context, FALSE);
    }
  dl_view_pan (self->view, 10);
  last = g_get_monotonic_time ();
  self->n_changed = 0;
  view_fixture_wait_for_rest (self);
  g_assert_cmpint (g_get_monotonic_time () - last, >=, 390 * MSEC);
  g_assert_cmpuint (self->n_changed, ==, 1);
  /* Nothing comes after it. */
  g_assert_false (view_fixture_counts_down (self));
  dl_view_pan (self->view, 10);
  g_assert_true (view_fixture_counts_down (self));
}

/* Nor does anything in the middle of a flight. */
static void
test_flight (ViewFixture *self, gconstpointer data)
{
  dl_view_pan (self->view, 10);
  g_assert_true (view_fixture_counts_down (self));
  dl_view_set_animated (self->view, TRUE);
  dl_view_zoom (self->view, 2);
  g_assert_false (view_fixture_counts_down (self));
  dl_view_advance (self->view, BEGIN);
  g_assert_false (view_fixture_counts_down (self));
  view_fixture_land (self, BEGIN + 20 * MSEC);
  g_assert_true (dl_view_get_at_rest (self->view));
  g_assert_false (view_fixture_counts_down (self));
}

/* Who wants the picture now has it. */
static void
test_rest_now (ViewFixture *self, gconstpointer data)
{
  g_autofree char *settled = NULL;
  g_autofree char *at_once = NULL;

  dl_view_set_animated (self->view, TRUE);
  move (self);
  dl_view_rest (self->view);
  g_assert_true (dl_view_get_at_rest (self->view));
  at_once = view_fixture_dump (self);
  dl_view_pan (self->view, 10);
  dl_view_pan (self->view, -10);
  view_fixture_wait_for_rest (self);
  settled = view_fixture_dump (self);
  g_assert_cmpstr (at_once, ==, settled);
  self->n_changed = 0;
  dl_view_rest (self->view);
  g_assert_cmpuint (self->n_changed, ==, 0);

  /* Also in flight, where it is, and in the middle of settling. */
  dl_view_zoom (self->view, 4);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 60 * MSEC);
  dl_view_rest (self->view);
  g_assert_true (dl_view_get_at_rest (self->view));
  g_assert_false (dl_view_advance (self->view, BEGIN + 90 * MSEC));
}

/* Close up there is less in sight, so that labels stand elsewhere. */
static void
zoom_into (ViewFixture *self)
{
  dl_view_set_animated (self->view, FALSE);
  dl_view_fit (self->view);
  dl_view_set_animated (self->view, TRUE);
  dl_view_zoom_at (self->view, 100, 1.2);
  g_assert_true (view_fixture_begin_to_settle (self));
}

/* It takes a while of frames, and moves nothing to the side. */
static void
test_frames (ViewFixture *self, gconstpointer data)
{
  double x[12], from[12], last[12], to[12];
  gint64 time = BEGIN;
  double left, y;
  guint  n_moved = 0;

  zoom_into (self);
  for (guint i = 0; i < 12; i++)
    {
      x[i] = from[i] = last[i] = NAN;
      find_place (self, i, &x[i], &from[i]);
      last[i] = from[i];
    }
  self->n_changed = 0;
  for (; dl_view_advance (self->view, time); time += 20 * MSEC)
    for (guint i = 0; i < 12; i++)
      if (find_place (self, i, &left, &y) && !isnan (from[i]))
        {
          g_assert_cmpfloat_with_epsilon (left, x[i], 0.01);
          last[i] = y;
        }
  g_assert_cmpint (time, ==, BEGIN + 200 * MSEC);
  g_assert_cmpuint (self->n_changed, ==, 11);
  g_assert_true (dl_view_get_at_rest (self->view));
  for (guint i = 0; i < 12; i++)
    {
      to[i] = NAN;
      if (!find_place (self, i, &left, &to[i]) || isnan (from[i]) || from[i] == to[i])
        continue;
      n_moved++;
      /* On the way there it is on the way. */
      g_assert_cmpfloat (fabs (last[i] - to[i]), <, fabs (from[i] - to[i]));
    }
  g_assert_cmpuint (n_moved, >, 0);
}

/* Without animations what has come to rest is there. */
static void
test_not_animated (ViewFixture *self, gconstpointer data)
{
  dl_view_fit (self->view);
  dl_view_zoom_at (self->view, 100, 1.2);
  g_assert_false (view_fixture_begin_to_settle (self));
  g_assert_false (dl_view_advance (self->view, BEGIN));
}

/* The same view, the same picture, however one came there. */
static void
test_same_picture (ViewFixture *self, gconstpointer data)
{
  for (guint way = 0; way < 5; way++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      dl_view_set_animated (self->view, way % 2 == 0);
      dl_view_fit (self->view);
      view_fixture_land (self, BEGIN);
      before = view_fixture_dump (self);
      if (way == 0)
        {
          dl_view_zoom (self->view, 2);
          view_fixture_land (self, BEGIN);
          dl_view_zoom (self->view, 0.5);
          view_fixture_land (self, BEGIN);
        }
      else if (way == 1)
        {
          dl_view_begin_pinch (self->view, 200);
          dl_view_pinch (self->view, 200, 3);
          dl_view_pinch (self->view, 230, 0.4);
          dl_view_pinch (self->view, 200, 1);
          dl_view_end_pinch (self->view);
        }
      else if (way == 2)
        {
          dl_view_begin_drag (self->view);
          dl_view_drag (self->view, -300, 0);
          dl_view_drag (self->view, 300, 0);
          dl_view_drag (self->view, 0, 0);
          dl_view_end_drag (self->view);
        }
      else if (way == 3)
        for (guint i = 0; i < 16; i++)
          dl_view_zoom_at (self->view, 400, i < 8 ? 0.25 : -0.25);
      else
        {
          dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT * 3);
          dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
        }
      if (view_fixture_begin_to_settle (self))
        view_fixture_land (self, BEGIN);
      after = view_fixture_dump (self);
      g_assert_cmpstr (before, ==, after);
    }
}

/* What tells of the selected event takes room from the lanes: it keeps its label and stays in
 * sight, in whatever room is left, and with the room all is as it was. */
static void
test_selected_in_less_room (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"events\": [");
  guint               n_lost = 0;

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (
      text, "%s{\"id\": \"e%u\", \"title\": \"Number %u, with words enough for a row\", \"date\": \"2025-03-1%u\"}",
      i == 0 ? "" : ",", i, i, i);
  g_string_append (text, "]}");
  view_fixture_open (self, "crowded.dateline.json", text->str);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      guint            event = view_fixture_position (self, id);

      dl_session_select (self->session, DL_NONE);
      dl_view_set_size (self->view, VIEW_WIDTH, dl_view_get_head_height (self->view) + 60);
      n_lost += find_label (self, event) == NULL;
      dl_view_set_size (self->view, VIEW_WIDTH, 1200);
      g_assert_nonnull (find_label (self, event));
      dl_session_select (self->session, event);
      before = view_fixture_dump (self);
      for (double page = 400; page >= 60; page -= 20)
        {
          dl_view_set_size (self->view, VIEW_WIDTH, dl_view_get_head_height (self->view) + page);
          g_assert_nonnull (find_label (self, event));
          view_fixture_assert_in_sight (self, id);
        }
      dl_view_set_size (self->view, VIEW_WIDTH, 1200);
      after = view_fixture_dump (self);
      g_assert_cmpstr (before, ==, after);
    }
  /* There is not room for all. */
  g_assert_cmpuint (n_lost, >, 3);
}

/* In the lowest of more lanes than have room then. What the reader has scrolled away stays away. */
static void
test_selected_in_sight (ViewFixture *self, gconstpointer data)
{
  for (guint away = 0; away < 2; away++)
    {
      dl_session_select (self->session, view_fixture_position (self, "e2"));
      dl_view_set_size (self->view, VIEW_WIDTH, 1200);
      if (away)
        {
          view_fixture_make_low (self, 90);
          dl_view_set_scroll (self->view, 0);
        }
      view_fixture_make_low (self, 60);
      if (away)
        g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
      else
        view_fixture_assert_in_sight (self, "e2");
    }
}

/* As long as it is held it has not come to rest, however still it is held. */
static void
test_held (ViewFixture *self, gconstpointer data)
{
  for (guint pinch = 0; pinch < 2; pinch++)
    {
      gint64 begin;

      if (pinch)
        dl_view_begin_pinch (self->view, 100);
      else
        dl_view_begin_drag (self->view);
      g_assert_true (dl_view_get_at_rest (self->view));
      if (pinch)
        dl_view_pinch (self->view, 100, 1.5);
      else
        dl_view_drag (self->view, 40, 0);
      begin = g_get_monotonic_time ();
      while (g_get_monotonic_time () < begin + 450 * MSEC)
        g_main_context_iteration (self->context, FALSE);
      g_assert_false (dl_view_get_at_rest (self->view));
      if (pinch)
        dl_view_end_pinch (self->view);
      else
        dl_view_end_drag (self->view);
      g_assert_false (dl_view_get_at_rest (self->view));
      view_fixture_wait_for_rest (self);
    }
  /* Who presses while it counts down stops it; a mere press moves nothing. */
  dl_view_pan (self->view, 10);
  dl_view_begin_drag (self->view);
  dl_view_end_drag (self->view);
  g_assert_false (dl_view_get_at_rest (self->view));
  view_fixture_wait_for_rest (self);
  dl_view_begin_drag (self->view);
  dl_view_end_drag (self->view);
  g_assert_true (dl_view_get_at_rest (self->view));
}

/* A gesture in the middle of settling: it goes on, and nothing jumps. */
static void
test_gesture (ViewFixture *self, gconstpointer data)
{
  double y[12], x, now;

  zoom_into (self);
  g_assert_true (dl_view_advance (self->view, BEGIN));
  g_assert_true (dl_view_advance (self->view, BEGIN + 60 * MSEC));
  for (guint i = 0; i < 12; i++)
    if (!find_place (self, i, &x, &y[i]))
      y[i] = NAN;
  dl_view_begin_drag (self->view);
  dl_view_drag (self->view, -3, 0);
  for (guint i = 0; i < 12; i++)
    if (!isnan (y[i]) && find_place (self, i, &x, &now))
      g_assert_cmpfloat_with_epsilon (now, y[i], 0.01);
  g_assert_true (dl_view_get_settling (self->view));
  view_fixture_land (self, BEGIN + 80 * MSEC);
  /* It has settled for another view. */
  g_assert_false (dl_view_get_at_rest (self->view));
  dl_view_end_drag (self->view);
  view_fixture_begin_to_settle (self);
  view_fixture_land (self, BEGIN);
  g_assert_true (dl_view_get_at_rest (self->view));
}

/* A flight that is stopped comes to rest where it is. */
static void
test_stopped_flight (ViewFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dl_view_set_animated (self->view, TRUE);
  dl_view_zoom (self->view, 4);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 50 * MSEC);
  dl_view_stop (self->view);
  g_assert_false (dl_view_get_at_rest (self->view));
  view_fixture_begin_to_settle (self);
  view_fixture_land (self, BEGIN);
  g_assert_true (dl_view_get_at_rest (self->view));
  before = view_fixture_dump (self);
  dl_view_pan (self->view, 0);
  dl_view_rest (self->view);
  after = view_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

/* What a flight was for is forgotten with it. */
static void
test_stopped_reveal (ViewFixture *self, gconstpointer data)
{
  view_fixture_make_low (self, 60);
  dl_view_set_animated (self->view, TRUE);
  dl_view_reveal (self->view, view_fixture_position (self, "e2"));
  dl_view_advance (self->view, BEGIN);
  dl_view_pan (self->view, 1);
  view_fixture_begin_to_settle (self);
  view_fixture_land (self, BEGIN);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);

  /* A small file that is opened meanwhile has no such event. */
  dl_view_reveal (self->view, view_fixture_position (self, "e11"));
  view_fixture_open (self, "one.dateline.json",
                     "{\"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": \"2025-06-01\"}]}");
  view_fixture_land (self, BEGIN);
  g_assert_true (dl_view_get_at_rest (self->view));
}

/* Other lanes on the way change nothing about what it is for; who scrolls does. */
static void
test_reveal_on_the_way (ViewFixture *self, gconstpointer data)
{
  view_fixture_make_low (self, 60);
  dl_view_set_animated (self->view, TRUE);
  dl_view_reveal (self->view, view_fixture_position (self, "e2"));
  dl_view_advance (self->view, BEGIN);
  dl_session_set_lane_state (self->session, "topic=a", DL_LANE_COLLAPSED);
  g_assert_true (dl_view_get_flying (self->view));
  view_fixture_land (self, BEGIN + 20 * MSEC);
  view_fixture_assert_in_sight (self, "e2");
  dl_view_set_scroll (self->view, 0);
  dl_view_show_below (self->view);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 60 * MSEC);
  dl_view_set_scroll (self->view, 7);
  view_fixture_land (self, BEGIN + 80 * MSEC);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 7);
}

/* Where there is something to scroll, the selected event stays where it is. */
static void
test_selected_stays (ViewFixture *self, gconstpointer data)
{
  double x = 0, before = 0, after = 0;
  guint  selected = view_fixture_position (self, "e2");

  dl_session_set_lane_state (self->session, "topic=a", DL_LANE_EXPANDED);
  dl_session_set_lane_state (self->session, "topic=c", DL_LANE_EXPANDED);
  view_fixture_make_low (self, 60);
  dl_session_select (self->session, selected);
  dl_view_reveal (self->view, selected);
  g_assert_true (find_place (self, selected, &x, &before));
  for (guint i = 0; i < 6; i++)
    {
      dl_view_set_animated (self->view, i >= 2);
      dl_view_zoom_at (self->view, x, i % 2 == 0 ? -1.5 : 1.5);
      view_fixture_begin_to_settle (self);
      g_assert_true (find_place (self, selected, &x, &after));
      g_assert_cmpfloat_with_epsilon (after, before, 0.01);
      for (gint64 time = BEGIN; dl_view_advance (self->view, time); time += 16 * MSEC)
        {
          g_assert_true (find_place (self, selected, &x, &after));
          g_assert_cmpfloat_with_epsilon (after, before, 0.01);
        }
      g_assert_true (dl_view_get_at_rest (self->view));
      g_assert_true (find_place (self, selected, &x, &after));
      g_assert_cmpfloat_with_epsilon (after, before, 0.01);
    }
}

/* Another size in the middle of it: the picture is the one of that size. */
static void
test_resized (ViewFixture *self, gconstpointer data)
{
  for (guint way = 0; way < 3; way++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      zoom_into (self);
      dl_view_advance (self->view, BEGIN);
      dl_view_advance (self->view, BEGIN + 60 * MSEC);
      if (way == 1)
        dl_view_pan (self->view, 5);
      if (way == 2)
        {
          dl_view_zoom (self->view, 1.5);
          dl_view_advance (self->view, BEGIN + 500 * MSEC);
          dl_view_advance (self->view, BEGIN + 560 * MSEC);
        }
      self->n_changed = 0;
      dl_view_set_size (self->view, VIEW_WIDTH - 100, VIEW_HEIGHT + 40);
      g_assert_cmpuint (self->n_changed, ==, 1);
      g_assert_false (dl_view_get_settling (self->view));
      g_assert_true (dl_view_get_at_rest (self->view) == (way != 2));
      view_fixture_land (self, BEGIN + 600 * MSEC);
      before = view_fixture_dump (self);
      dl_view_pan (self->view, 0);
      dl_view_rest (self->view);
      after = view_fixture_dump (self);
      g_assert_cmpstr (before, ==, after);
      dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
    }
}

/* Other lanes in the middle of it. */
static void
test_other_lanes (ViewFixture *self, gconstpointer data)
{
  zoom_into (self);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 60 * MSEC);
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  g_assert_true (dl_view_get_at_rest (self->view));
  g_assert_cmpuint (count_labels (self), >, 0);
  zoom_into (self);
  dl_view_advance (self->view, BEGIN);
  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  g_assert_true (dl_view_get_at_rest (self->view));
  g_assert_false (dl_view_advance (self->view, BEGIN + 60 * MSEC));
}

/* A view may go while it counts down, or settles. */
static void
test_dropped (ViewFixture *self, gconstpointer data)
{
  dl_view_pan (self->view, 10);
  g_assert_false (dl_view_get_at_rest (self->view));
  g_assert_finalize_object (g_steal_pointer (&self->view));
  /* Its source went with it. */
  g_assert_false (g_main_context_iteration (self->context, FALSE));
}

static void
test_dropped_settling (ViewFixture *self, gconstpointer data)
{
  zoom_into (self);
  dl_view_advance (self->view, BEGIN);
  g_assert_finalize_object (g_steal_pointer (&self->view));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/settle/selected-in-less-room", NULL, test_selected_in_less_room);
  VIEW_TEST ("/view/settle/selected-in-sight", VIEW_YEAR, test_selected_in_sight);
  VIEW_TEST ("/view/settle/rest", VIEW_YEAR, test_rest);
  VIEW_TEST ("/view/settle/flight", VIEW_YEAR, test_flight);
  VIEW_TEST ("/view/settle/rest-now", VIEW_YEAR, test_rest_now);
  VIEW_TEST ("/view/settle/frames", VIEW_YEAR, test_frames);
  VIEW_TEST ("/view/settle/not-animated", VIEW_YEAR, test_not_animated);
  VIEW_TEST ("/view/settle/same-picture", VIEW_YEAR, test_same_picture);
  VIEW_TEST ("/view/settle/held", VIEW_YEAR, test_held);
  VIEW_TEST ("/view/settle/gesture", VIEW_YEAR, test_gesture);
  VIEW_TEST ("/view/settle/stopped-flight", VIEW_YEAR, test_stopped_flight);
  VIEW_TEST ("/view/settle/stopped-reveal", VIEW_YEAR, test_stopped_reveal);
  VIEW_TEST ("/view/settle/reveal-on-the-way", VIEW_YEAR, test_reveal_on_the_way);
  VIEW_TEST ("/view/settle/selected-stays", VIEW_YEAR, test_selected_stays);
  VIEW_TEST ("/view/settle/resized", VIEW_YEAR, test_resized);
  VIEW_TEST ("/view/settle/other-lanes", VIEW_YEAR, test_other_lanes);
  VIEW_TEST ("/view/settle/dropped", VIEW_YEAR, test_dropped);
  VIEW_TEST ("/view/settle/dropped-settling", VIEW_YEAR, test_dropped_settling);
  return g_test_run ();
}
