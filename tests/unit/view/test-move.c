/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a view looks, and how it moves at once. */
#include "view-fixture.h"

#include <math.h>

#include "layout/dl-home-view.h"

/* Until it has a timeline, a measure and a size there is no picture; whatever is
 * asked of it then does nothing. */
static void
test_no_picture (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlView) other = dl_view_new (self->session);
  g_autofree char   *contents = view_fixture_contents (VIEW_YEAR);
  DlInstant          from, to;

  g_assert_null (dl_view_get_scene (self->view));
  g_assert_null (dl_view_get_viewport (self->view));
  g_assert_null (dl_view_list_unlabelled (self->view));
  g_assert_false (dl_view_get_range (self->view, &from, &to));
  g_assert_false (dl_view_get_destination (self->view, &from, &to));
  g_assert_false (dl_view_step_event (self->view, 1));
  g_assert_false (dl_view_step_to_end (self->view, 1));
  dl_view_zoom_at (self->view, 10, 1);
  dl_view_pan (self->view, 10);
  dl_view_begin_drag (self->view);
  dl_view_drag (self->view, 5, 5);
  dl_view_begin_pinch (self->view, 5);
  dl_view_pinch (self->view, 5, 2);
  dl_view_go_home (self->view);
  dl_view_fit (self->view);
  dl_view_turn_page (self->view, 1);
  dl_view_show_below (self->view);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
  g_assert_null (dl_view_get_scene (self->view));

  view_fixture_open (self, "a.dateline.json", contents);
  g_assert_nonnull (dl_view_get_scene (self->view));
  /* The other one has no measure. */
  dl_view_set_size (other, 100, 100);
  g_assert_null (dl_view_get_scene (other));
}

static void
test_size_and_home (ViewFixture *self, gconstpointer data)
{
  DlInstant from, to;
  Look      look = view_fixture_look (self);

  dl_arrangement_get_home_view (dl_view_get_arrangement (self->view), &from, &to);
  view_fixture_assert_look (self, &(Look){ from, to, 0 });
  g_assert_cmpfloat (dl_scene_get_width (dl_view_get_scene (self->view)), ==, VIEW_WIDTH);
  g_assert_cmpfloat (dl_scene_get_height (dl_view_get_scene (self->view)), ==, VIEW_HEIGHT);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  g_assert_cmpuint (self->n_changed, ==, 0);

  /* At home, the same time whatever the width. */
  dl_view_set_size (self->view, VIEW_WIDTH / 2, VIEW_HEIGHT);
  g_assert_cmpuint (self->n_changed, >, 0);
  g_assert_cmpfloat (dl_view_get_width (self->view), ==, VIEW_WIDTH / 2);
  view_fixture_assert_look (self, &look);
  g_assert_cmpfloat (dl_scene_get_width (dl_view_get_scene (self->view)), ==, VIEW_WIDTH / 2);
}

/* Who has moved keeps the left edge and the scale, as long as there is more at the right. */
static void
test_resize_elsewhere (ViewFixture *self, gconstpointer data)
{
  Look      before;
  double    scale;
  DlInstant from, to;

  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 1);
  before = view_fixture_look (self);
  scale = dl_view_get_viewport (self->view)->scale;
  dl_view_set_size (self->view, VIEW_WIDTH + 100, VIEW_HEIGHT);
  g_assert_true (dl_view_get_range (self->view, &from, &to));
  g_assert_cmpint (dl_instant_compare (from, before.from), ==, 0);
  g_assert_cmpfloat (dl_view_get_viewport (self->view)->scale, ==, scale);

  /* Until one goes home again. */
  dl_view_go_home (self->view);
  before = view_fixture_look (self);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  view_fixture_assert_look (self, &before);
}

/* How far beyond the right edge, or inside of it, all there is ends. */
static double
whole_beyond (ViewFixture *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  DlInstant         today = dl_view_get_today ();
  DlInstant         from, to;

  dl_full_view (dl_view_get_timeline (self->view), viewport->folds, &today, &from, &to);
  return dl_viewport_x (viewport, to) - viewport->width;
}

/* Where there is no more at the right, the room that comes is filled from the left, and goes back to
 * where it came from. */
static void
test_resize_at_the_end (ViewFixture *self, gconstpointer data)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  Look              before;
  double            scale, x;

  dl_view_zoom_at (self->view, VIEW_WIDTH, 1);
  before = view_fixture_look (self);
  scale = viewport->scale;
  x = view_fixture_x (self, "e11");
  for (double width = VIEW_WIDTH; width <= VIEW_WIDTH * 1.5; width += 25)
    {
      dl_view_set_size (self->view, width, VIEW_HEIGHT);
      g_assert_cmpfloat_with_epsilon (viewport->scale, scale, scale * 1e-9);
      g_assert_cmpfloat_with_epsilon (whole_beyond (self), 0, 1);
    }
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e11"), x + VIEW_WIDTH / 2, 1);
  dl_view_set_size (self->view, VIEW_WIDTH * 1.2, VIEW_HEIGHT);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  view_fixture_assert_look (self, &before);

  /* What is selected does not go out of sight by that. */
  dl_view_set_size (self->view, VIEW_WIDTH * 1.5, VIEW_HEIGHT);
  dl_session_select (self->session, view_fixture_position (self, "e4"));
  g_assert_cmpfloat (view_fixture_x (self, "e4"), <, VIEW_WIDTH / 2);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  view_fixture_assert_in_sight (self, "e4");
  g_assert_cmpfloat (view_fixture_x (self, "e4"), >, 0);
}

static void
assert_fitted (ViewFixture *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  DlInstant         today = dl_view_get_today ();
  DlInstant         from, to;

  dl_full_view (dl_view_get_timeline (self->view), viewport->folds, &today, &from, &to);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (viewport, from), 0, 1);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (viewport, to), viewport->width, 1);
}

/* All of it stays all of it, and where there is room for all, it has all of the room. */
static void
test_resize_all (ViewFixture *self, gconstpointer data)
{
  dl_view_pan (self->view, 150);
  dl_view_set_size (self->view, VIEW_WIDTH * 1.5, VIEW_HEIGHT);
  assert_fitted (self);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  assert_fitted (self);

  dl_view_zoom_at (self->view, 0, 2);
  dl_view_fit (self->view);
  dl_session_select (self->session, view_fixture_position (self, "e8"));
  dl_view_set_size (self->view, VIEW_WIDTH / 2, VIEW_HEIGHT);
  assert_fitted (self);
  dl_view_set_size (self->view, VIEW_WIDTH * 2, VIEW_HEIGHT);
  assert_fitted (self);

  /* On the way there as well. */
  dl_view_zoom_at (self->view, 0, 2);
  dl_view_set_animated (self->view, TRUE);
  dl_view_fit (self->view);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  view_fixture_land (self, G_TIME_SPAN_SECOND);
  assert_fitted (self);
}

/* What is selected stays in sight where a pane takes room, and what that took comes back. */
static void
test_resize_selected (ViewFixture *self, gconstpointer data)
{
  Look   before;
  double x;

  dl_view_pan (self->view, 30);
  view_fixture_wait_for_rest (self);
  before = view_fixture_look (self);
  dl_session_select (self->session, view_fixture_position (self, "e8"));
  x = view_fixture_x (self, "e8");
  g_assert_cmpfloat (x, >, VIEW_WIDTH / 2);
  /* Step by step, as what slides in; and the scroll bar comes and goes. */
  for (double width = VIEW_WIDTH; width >= VIEW_WIDTH / 2; width -= 25)
    {
      dl_view_set_size (self->view, width, VIEW_HEIGHT);
      dl_view_set_size (self->view, width - 10, VIEW_HEIGHT);
      g_assert_cmpfloat (view_fixture_x (self, "e8"), <=, width - 10 - MIN (VIEW_WIDTH - x, 90));
      view_fixture_assert_in_sight (self, "e8");
    }
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  view_fixture_assert_look (self, &before);

  /* Where that is in sight anyway, nothing moves. */
  before = view_fixture_look (self);
  dl_session_select (self->session, view_fixture_position (self, "e0"));
  dl_view_set_size (self->view, VIEW_WIDTH * 0.8, VIEW_HEIGHT);
  g_assert_cmpint (dl_instant_compare (view_fixture_look (self).from, before.from), ==, 0);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);

  /* Who moves meanwhile is not moved back, where there is more to see at the right. */
  dl_session_select (self->session, view_fixture_position (self, "e8"));
  dl_view_zoom_at (self->view, view_fixture_x (self, "e8"), 2);
  dl_view_set_size (self->view, VIEW_WIDTH / 2, VIEW_HEIGHT);
  dl_view_pan (self->view, -40);
  view_fixture_wait_for_rest (self);
  before = view_fixture_look (self);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  g_assert_cmpint (dl_instant_compare (view_fixture_look (self).from, before.from), ==, 0);

  /* On the way to it, it arrives in sight. */
  dl_view_set_animated (self->view, TRUE);
  dl_view_fly_to (self->view, view_fixture_position (self, "e8"), FALSE);
  dl_view_set_size (self->view, VIEW_WIDTH / 3, VIEW_HEIGHT);
  view_fixture_land (self, G_TIME_SPAN_SECOND);
  view_fixture_assert_in_sight (self, "e8");
  g_assert_cmpfloat (view_fixture_x (self, "e8"), <, VIEW_WIDTH / 3);
}

static void
test_zoom_at (ViewFixture *self, gconstpointer data)
{
  static const double xs[] = { 0, 17, 400, 799 };

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      double    scale = dl_view_get_viewport (self->view)->scale;
      DlInstant there = dl_viewport_instant (dl_view_get_viewport (self->view), xs[i]);

      self->n_changed = 0;
      dl_view_zoom_at (self->view, xs[i], 1.5);
      g_assert_cmpuint (self->n_changed, ==, 1);
      g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, exp2 (1.5), 1e-9);
      g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), there), xs[i], 1e-3);
      dl_view_zoom_at (self->view, xs[i], -1.5);
      g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), there), xs[i], 1e-3);
    }
}

static void
test_pan (ViewFixture *self, gconstpointer data)
{
  double x = view_fixture_x (self, "e5");
  double scale = dl_view_get_viewport (self->view)->scale;

  dl_view_pan (self->view, 70);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x - 70, 1e-3);
  dl_view_pan (self->view, -100);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x + 30, 1e-3);
  g_assert_cmpfloat (dl_view_get_viewport (self->view)->scale, ==, scale);
}

/* Nobody gets lost: an end of all there is never goes beyond the middle, and it
 * never becomes a dot. */
static void
test_limits (ViewFixture *self, gconstpointer data)
{
  double scale;

  dl_view_pan (self->view, 1e9);
  g_assert_cmpfloat (view_fixture_x (self, "e11"), >=, -VIEW_WIDTH);
  g_assert_cmpfloat (view_fixture_x (self, "e11"), <=, VIEW_WIDTH / 2);
  dl_view_pan (self->view, -1e9);
  g_assert_cmpfloat (view_fixture_x (self, "e0"), >=, VIEW_WIDTH / 2);
  g_assert_cmpfloat (view_fixture_x (self, "e0"), <=, VIEW_WIDTH);
  dl_view_fit (self->view);
  dl_view_zoom_at (self->view, 400, -60);
  scale = dl_view_get_viewport (self->view)->scale;
  g_assert_cmpfloat (view_fixture_x (self, "e11") - view_fixture_x (self, "e0"), >=, VIEW_WIDTH / 6);
  dl_view_zoom_at (self->view, 400, -1);
  g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, 1, 1e-6);
  dl_view_zoom_at (self->view, 400, 200);
  g_assert_cmpfloat (dl_view_get_viewport (self->view)->scale, <=, DL_SCALE_MAX);
}

/* Of all there is at Fit, how many times as much is in sight. */
static double
times_the_whole (ViewFixture *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  DlViewport        whole = *viewport;
  DlInstant         today = dl_view_get_today ();
  DlInstant         from, to;

  dl_full_view (dl_view_get_timeline (self->view), whole.folds, &today, &from, &to);
  dl_viewport_set_range (&whole, from, to, viewport->width);
  return whole.scale / viewport->scale;
}

static void
zoom_out (ViewFixture *self, guint way, double x)
{
  switch (way)
    {
    case 0:
      dl_view_zoom (self->view, 0.7);
      break;
    case 1:
      dl_view_zoom_at (self->view, x, -0.3);
      break;
    default:
      dl_view_begin_pinch (self->view, x);
      dl_view_pinch (self->view, x, 0.8);
      break;
    }
}

/* One can look at three times the whole, by whatever way; where the way ends the
 * picture stands still, wherever the pointer is or the selected event. */
static void
test_farthest (ViewFixture *self, gconstpointer data)
{
  static const double xs[] = { 0, 100, VIEW_WIDTH / 2, VIEW_WIDTH };

  dl_view_set_fold (self->view, TRUE);
  dl_session_select (self->session, view_fixture_position (self, "e0"));
  for (guint i = 0; i < 3 * G_N_ELEMENTS (xs); i++)
    {
      Look look;

      dl_view_fit (self->view);
      g_assert_cmpfloat_with_epsilon (times_the_whole (self), 1, 1e-6);
      for (guint j = 0; j < 30; j++)
        zoom_out (self, i % 3, xs[i / 3]);
      g_assert_cmpfloat_with_epsilon (times_the_whole (self), 3, 1e-6);

      dl_view_fit (self->view);
      dl_view_zoom_at (self->view, VIEW_WIDTH / 2, -2);
      look = view_fixture_look (self);
      zoom_out (self, i % 3, xs[i / 3]);
      view_fixture_assert_look (self, &look);
    }
}

static double
end_of (ViewFixture *self, const char *id)
{
  return dl_viewport_x (
    dl_view_get_viewport (self->view),
    dl_timeline_get_record (dl_view_get_timeline (self->view), view_fixture_position (self, id))->end);
}

/* Zoomed in, there is no way to where nothing is, beyond the first event and the last one. */
static void
test_beyond (ViewFixture *self, gconstpointer data)
{
  for (guint octaves = 0; octaves < 14; octaves++)
    {
      dl_view_pan (self->view, 1e12);
      g_assert_cmpfloat (end_of (self, "e11"), >=, VIEW_WIDTH / 10 - 1e-3);
      g_assert_cmpfloat (end_of (self, "e11"), <, VIEW_WIDTH / 2);
      dl_view_pan (self->view, -1e12);
      g_assert_cmpfloat (view_fixture_x (self, "e0"), >, VIEW_WIDTH / 2);
      g_assert_cmpfloat (view_fixture_x (self, "e0"), <=, VIEW_WIDTH * 0.9 + 1e-3);
      dl_view_zoom_at (self->view, view_fixture_x (self, "e0"), 1);
    }
}

/* A larger window shows no more than three times the whole either, at once or
 * where a flight ends. */
static void
test_limits_of_size (ViewFixture *self, gconstpointer data)
{
  dl_view_fit (self->view);
  dl_view_zoom (self->view, 0.1);
  dl_view_set_size (self->view, VIEW_WIDTH * 3, VIEW_HEIGHT);
  g_assert_cmpfloat_with_epsilon (times_the_whole (self), 3, 1e-6);
  dl_view_pan (self->view, 1e12);
  dl_view_set_size (self->view, VIEW_WIDTH / 3, VIEW_HEIGHT);
  g_assert_cmpfloat (end_of (self, "e11"), >=, VIEW_WIDTH / 30 - 1e-3);

  dl_view_fit (self->view);
  dl_view_set_animated (self->view, TRUE);
  dl_view_zoom (self->view, 0.1);
  dl_view_advance (self->view, G_TIME_SPAN_SECOND);
  dl_view_set_size (self->view, VIEW_WIDTH * 3, VIEW_HEIGHT);
  dl_view_advance (self->view, 2 * G_TIME_SPAN_SECOND);
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_cmpfloat_with_epsilon (times_the_whole (self), 3, 1e-6);
}

/* Nor does another choice of folds, or what the file has become. */
static void
test_limits_of_axis (ViewFixture *self, gconstpointer data)
{
  g_autofree char *year = view_fixture_contents (VIEW_YEAR);

  dl_view_fit (self->view);
  dl_view_zoom (self->view, 0.1);
  dl_view_pan (self->view, -VIEW_WIDTH);
  g_assert_cmpfloat (view_fixture_x (self, "e11"), >, VIEW_WIDTH / 2);
  dl_view_zoom_at (self->view, 0, 0.8);
  dl_view_set_fold (self->view, TRUE);
  g_assert_cmpfloat (times_the_whole (self), <=, 3 + 1e-6);

  /* Nor does it where a flight ends. */
  dl_view_set_fold (self->view, FALSE);
  dl_view_fit (self->view);
  dl_view_set_animated (self->view, TRUE);
  dl_view_zoom (self->view, 0.1);
  dl_view_advance (self->view, G_TIME_SPAN_SECOND);
  dl_view_set_fold (self->view, TRUE);
  dl_view_advance (self->view, 2 * G_TIME_SPAN_SECOND);
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_cmpfloat (times_the_whole (self), <=, 3 + 1e-6);
  dl_view_set_animated (self->view, FALSE);

  dl_view_set_fold (self->view, FALSE);
  dl_view_fit (self->view);
  view_fixture_open (self, VIEW_GAP ".dateline.json", year);
  g_assert_cmpfloat (times_the_whole (self), <=, 3 + 1e-6);
  g_assert_cmpfloat (view_fixture_x (self, "e0"), <=, VIEW_WIDTH * 0.9 + 1e-6);
  g_assert_cmpfloat (view_fixture_x (self, "e11"), >=, VIEW_WIDTH * 0.1 - 1e-6);
}

/* What the author asks for is had as it is, and again: from there the first step
 * is no jump, however far it is from what there is. */
static void
test_limits_of_the_author (ViewFixture *self, gconstpointer data)
{
  Look   home;
  double scale;

  view_fixture_open (self, "asked.dateline.json",
                     "{\"view\": \"1900/2100\", \"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": "
                     "\"2025-06-01\"}, {\"id\": \"b\", \"title\": \"B\", \"date\": \"2025-08-01\"}]}");
  home = view_fixture_look (self);
  scale = dl_view_get_viewport (self->view)->scale;
  dl_view_pan (self->view, 1);
  g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, 1, 1e-9);
  dl_view_zoom_at (self->view, 300, -2);
  g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, 1, 1e-9);
  dl_view_fit (self->view);
  dl_view_go_home (self->view);
  view_fixture_assert_look (self, &home);
}

static void
append_event_before_today (GString *out, const char *id, gint64 days)
{
  DlCivil day = dl_calendar_from_instant (dl_instant_add (dl_view_get_today (), -days * 86400));

  g_string_append_printf (out, "{\"id\": \"%s\", \"title\": \"%s\", \"date\": \"%d-%02d-%02d\"}", id, id,
                          (int) day.year, day.month, day.day);
}

/* The as-of date can be looked at close up, even where nothing happened by then;
 * so can today, where it is hardly later than the last date. */
static void
test_limits_of_now (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GString) recent = g_string_new ("{\"events\": [");
  DlInstant           as_of;

  view_fixture_open (self, "as-of.dateline.json",
                     "{\"asOf\": \"2026-03-01\", \"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": "
                     "\"2025-06-01\"}, {\"id\": \"b\", \"title\": \"B\", \"date\": \"2025-08-01\"}]}");
  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 5);
  dl_view_go_to_now (self->view);
  g_assert_true (dl_timeline_get_as_of (dl_view_get_timeline (self->view), &as_of));
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), as_of), VIEW_WIDTH / 2, 1e-3);

  append_event_before_today (recent, "c", 400);
  g_string_append (recent, ", ");
  append_event_before_today (recent, "d", 5);
  g_string_append (recent, "]}");
  view_fixture_open (self, "recent.dateline.json", recent->str);
  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 8);
  dl_view_go_to_now (self->view);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), dl_view_get_today ()),
                                  VIEW_WIDTH / 2, 1);
}

/* A drag is told by the way since its beginning. */
static void
test_drag (ViewFixture *self, gconstpointer data)
{
  double x = view_fixture_x (self, "e5");
  Look   begin;

  view_fixture_make_low (self, 60);
  dl_view_set_scroll (self->view, 20);
  begin = view_fixture_look (self);
  dl_view_begin_drag (self->view);
  dl_view_drag (self->view, -40, -25);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x - 40, 1e-3);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view), 45, 1e-9);
  dl_view_drag (self->view, -60, -10);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x - 60, 1e-3);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view), 30, 1e-9);
  dl_view_drag (self->view, 0, 500);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
  dl_view_drag (self->view, 0, 0);
  view_fixture_assert_look (self, &begin);
  dl_view_end_drag (self->view);
}

/* What was between the fingers stays there, and the scale is that of the whole
 * way since the beginning. */
static void
test_pinch (ViewFixture *self, gconstpointer data)
{
  static const struct
  {
    double x, scale;
  } steps[] = { { 310, 1.2 }, { 310, 3 }, { 350, 4 }, { 200, 0.9 }, { 300, 1 } };
  double    scale = dl_view_get_viewport (self->view)->scale;
  DlInstant there = dl_viewport_instant (dl_view_get_viewport (self->view), 300);
  Look      begin = view_fixture_look (self);

  dl_view_begin_pinch (self->view, 300);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      dl_view_pinch (self->view, steps[i].x, steps[i].scale);
      g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), there), steps[i].x, 1e-3);
      g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, steps[i].scale, 1e-9);
    }
  view_fixture_assert_look (self, &begin);
  dl_view_end_pinch (self->view);
}

static void
test_scroll (ViewFixture *self, gconstpointer data)
{
  double most;

  g_assert_cmpfloat (dl_view_get_page_height (self->view), ==, VIEW_HEIGHT - dl_view_get_head_height (self->view));
  view_fixture_make_low (self, 60);
  most = dl_view_get_lanes_height (self->view) - dl_view_get_page_height (self->view);
  g_assert_cmpfloat (most, >, 60);
  dl_view_set_scroll (self->view, 1e6);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view), most, 1e-9);
  g_assert_cmpfloat_with_epsilon (dl_scene_get_scroll (dl_view_get_scene (self->view)), most, 1e-9);
  self->n_changed = 0;
  dl_view_set_scroll (self->view, 1e7);
  g_assert_cmpuint (self->n_changed, ==, 0);
  dl_view_set_scroll (self->view, -5);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);

  /* A window that grows shows more, never less than there is. */
  dl_view_set_scroll (self->view, 1e6);
  view_fixture_make_low (self, 80);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view), most - 20, 1e-9);
  dl_view_set_size (self->view, VIEW_WIDTH, 5000);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
}

static void
test_below (ViewFixture *self, gconstpointer data)
{
  Look before = view_fixture_look (self);

  view_fixture_make_low (self, 60);
  dl_view_show_below (self->view);
  /* Some of what was in sight still is. */
  g_assert_cmpfloat (dl_view_get_scroll (self->view), >, 60 * 0.7);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), <, 60);
  before.scroll = dl_view_get_scroll (self->view);
  view_fixture_assert_look (self, &before);
  for (guint i = 0; i < 20; i++)
    dl_view_show_below (self->view);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view),
                                  dl_view_get_lanes_height (self->view) - dl_view_get_page_height (self->view), 1e-9);
}

/* What cannot be seen is listed; what has a label is not. */
static void
test_lists (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) all = dl_view_list_unlabelled (self->view);
  g_autoptr (GListModel) none = NULL;
  guint                  n_ops, n_marked = 0;
  const DlOp            *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    n_marked += ops[i].role == DL_ROLE_MARK ? 1 : ops[i].role == DL_ROLE_DENSITY ? ops[i].count : 0;
  g_assert_cmpuint (g_list_model_get_n_items (all), >=, n_marked);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (DlEvent) event = g_list_model_get_item (all, i);
      const DlOp *op = dl_scene_find_event (dl_view_get_scene (self->view), dl_event_get_position (event), DL_NO_LANE);

      g_assert_true (op == NULL || op->role == DL_ROLE_MARK);
    }
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_DENSITY)
      {
        g_autoptr (GListModel) some = dl_view_list_events (self->view, &ops[i]);

        g_assert_cmpuint (g_list_model_get_n_items (some), ==, ops[i].count);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/move/no-picture", NULL, test_no_picture);
  VIEW_TEST ("/view/move/size-and-home", VIEW_YEAR, test_size_and_home);
  VIEW_TEST ("/view/move/resize-elsewhere", VIEW_YEAR, test_resize_elsewhere);
  VIEW_TEST ("/view/move/resize-at-the-end", VIEW_YEAR, test_resize_at_the_end);
  VIEW_TEST ("/view/move/resize-all", VIEW_YEAR, test_resize_all);
  VIEW_TEST ("/view/move/resize-selected", VIEW_YEAR, test_resize_selected);
  VIEW_TEST ("/view/move/zoom-at", VIEW_YEAR, test_zoom_at);
  VIEW_TEST ("/view/move/pan", VIEW_YEAR, test_pan);
  VIEW_TEST ("/view/move/limits", VIEW_YEAR, test_limits);
  VIEW_TEST ("/view/move/farthest", VIEW_GAP, test_farthest);
  VIEW_TEST ("/view/move/beyond", VIEW_YEAR, test_beyond);
  VIEW_TEST ("/view/move/limits-of-size", VIEW_YEAR, test_limits_of_size);
  VIEW_TEST ("/view/move/limits-of-axis", VIEW_GAP, test_limits_of_axis);
  VIEW_TEST ("/view/move/limits-of-the-author", NULL, test_limits_of_the_author);
  VIEW_TEST ("/view/move/limits-of-now", NULL, test_limits_of_now);
  VIEW_TEST ("/view/move/drag", VIEW_YEAR, test_drag);
  VIEW_TEST ("/view/move/pinch", VIEW_YEAR, test_pinch);
  VIEW_TEST ("/view/move/scroll", VIEW_YEAR, test_scroll);
  VIEW_TEST ("/view/move/below", VIEW_YEAR, test_below);
  VIEW_TEST ("/view/move/lists", VIEW_MANY, test_lists);
  return g_test_run ();
}
