/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flights, by the time of their frames, and the places to fly to. */
#include "view-fixture.h"

#include <math.h>

/* Of any clock. */
#define BEGIN G_GINT64_CONSTANT (987654321)
#define MSEC 1000

static void
test_frames (ViewFixture *self, gconstpointer data)
{
  Look      before, there;
  DlInstant from, to;
  double    last;

  view_fixture_make_low (self, 60);
  dl_view_zoom_at (self->view, 700, 3);
  dl_view_rest (self->view);
  dl_view_set_scroll (self->view, 20);
  before = view_fixture_look (self);
  dl_view_set_animated (self->view, TRUE);
  self->n_changed = 0;
  dl_view_turn_page (self->view, -1);
  g_assert_true (dl_view_get_flying (self->view));
  /* So that somebody asks for a frame. */
  g_assert_cmpuint (self->n_changed, ==, 1);
  view_fixture_assert_look (self, &before);
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  there = (Look){ from, to, 20 };
  g_assert_cmpfloat_with_epsilon (
    dl_instant_distance (from, before.from) / dl_instant_distance (before.from, before.to), 0.8, 1e-6);

  /* The first frame is where one is, whenever it comes. */
  g_assert_true (dl_view_advance (self->view, BEGIN));
  view_fixture_assert_look (self, &before);
  last = view_fixture_x (self, "e10");
  for (guint i = 1; i < 10; i++)
    {
      double x;

      g_assert_true (dl_view_advance (self->view, BEGIN + i * 20 * MSEC));
      x = view_fixture_x (self, "e10");
      g_assert_cmpfloat (x, >, last);
      last = x;
    }
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  g_assert_cmpint (dl_instant_compare (from, there.from), ==, 0);
  dl_view_advance (self->view, BEGIN + 200 * MSEC);
  g_assert_false (dl_view_get_flying (self->view));
  view_fixture_assert_look (self, &there);
  /* What settles after it does not move to the side. */
  view_fixture_land (self, BEGIN + 216 * MSEC);
  g_assert_true (dl_view_get_at_rest (self->view));
  view_fixture_assert_look (self, &there);
  self->n_changed = 0;
  g_assert_false (dl_view_advance (self->view, BEGIN + 900 * MSEC));
  g_assert_cmpuint (self->n_changed, ==, 0);
  view_fixture_assert_look (self, &there);
}

/* It slows down: in the middle of its time most of the way is done. */
static void
test_middle (ViewFixture *self, gconstpointer data)
{
  double begin, end, middle;

  dl_view_zoom_at (self->view, 0, 3);
  begin = view_fixture_x (self, "e0");
  dl_view_set_animated (self->view, TRUE);
  dl_view_turn_page (self->view, 1);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 100 * MSEC);
  middle = view_fixture_x (self, "e0");
  dl_view_advance (self->view, BEGIN + 400 * MSEC);
  end = view_fixture_x (self, "e0");
  g_assert_cmpfloat_with_epsilon ((middle - begin) / (end - begin), 0.875, 1e-3);
}

/* The lanes go along, and no further than there are any. */
static void
test_scroll (ViewFixture *self, gconstpointer data)
{
  double most, middle;

  view_fixture_make_low (self, 60);
  most = dl_view_get_lanes_height (self->view) - dl_view_get_page_height (self->view);
  dl_view_set_animated (self->view, TRUE);
  dl_view_show_below (self->view);
  dl_view_advance (self->view, BEGIN);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
  dl_view_advance (self->view, BEGIN + 100 * MSEC);
  middle = dl_view_get_scroll (self->view);
  g_assert_cmpfloat (middle, >, 0);
  dl_view_advance (self->view, BEGIN + 200 * MSEC);
  g_assert_cmpfloat_with_epsilon (middle / dl_view_get_scroll (self->view), 0.875, 1e-3);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), <=, most);
  dl_view_go_home (self->view);
  view_fixture_land (self, BEGIN);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
}

static void
interrupt (ViewFixture *self, guint way)
{
  if (way == 0)
    dl_view_zoom_at (self->view, 300, 0);
  else if (way == 1)
    dl_view_pan (self->view, 0);
  else if (way == 2)
    dl_view_begin_drag (self->view);
  else if (way == 3)
    dl_view_begin_pinch (self->view, 300);
  else
    dl_view_stop (self->view);
}

/* Whoever takes hold of the picture has it where it is. */
static void
test_interrupted (ViewFixture *self, gconstpointer data)
{
  dl_view_set_animated (self->view, TRUE);
  for (guint way = 0; way < 5; way++)
    {
      Look look;

      dl_view_zoom (self->view, 4);
      dl_view_advance (self->view, BEGIN);
      g_assert_true (dl_view_advance (self->view, BEGIN + 50 * MSEC));
      look = view_fixture_look (self);
      interrupt (self, way);
      g_assert_false (dl_view_get_flying (self->view));
      g_assert_false (dl_view_advance (self->view, BEGIN + 100 * MSEC));
      view_fixture_assert_look (self, &look);
      dl_view_end_drag (self->view);
      dl_view_end_pinch (self->view);
      dl_view_fit (self->view);
      view_fixture_land (self, BEGIN);
    }
}

/* A second flight goes on from where the first one has come to, in a time of its
 * own; what adds up does. */
static void
test_second (ViewFixture *self, gconstpointer data)
{
  Look      look;
  DlInstant from, to, begin;
  double    span;

  dl_view_zoom_at (self->view, 0, 3);
  g_assert_true (dl_view_get_range (self->view, &begin, &to));
  span = dl_instant_distance (begin, to);
  dl_view_set_animated (self->view, TRUE);
  dl_view_turn_page (self->view, 1);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 60 * MSEC);
  look = view_fixture_look (self);
  dl_view_turn_page (self->view, 1);
  view_fixture_assert_look (self, &look);
  g_assert_true (dl_view_advance (self->view, BEGIN + 500 * MSEC));
  view_fixture_assert_look (self, &look);
  g_assert_true (dl_view_advance (self->view, BEGIN + 600 * MSEC));
  view_fixture_land (self, BEGIN + 700 * MSEC);
  g_assert_true (dl_view_get_range (self->view, &from, &to));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (begin, from) / span, 1.6, 1e-6);
}

static void
test_not_animated (ViewFixture *self, gconstpointer data)
{
  Look look = view_fixture_look (self);

  dl_view_zoom (self->view, 2);
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (look.from, look.to) /
                                    dl_instant_distance (view_fixture_look (self).from, view_fixture_look (self).to),
                                  2, 1e-6);
  g_assert_false (dl_view_advance (self->view, BEGIN));
}

/* Everything, and home again. */
static void
test_fit_and_home (ViewFixture *self, gconstpointer data)
{
  Look home;

  view_fixture_make_low (self, 60);
  home = view_fixture_look (self);
  dl_view_zoom_at (self->view, 100, 6);
  dl_view_set_scroll (self->view, 50);
  dl_view_fit (self->view);
  g_assert_cmpfloat (view_fixture_x (self, "e0"), >=, 0);
  g_assert_cmpfloat (view_fixture_x (self, "e11"), <, VIEW_WIDTH);
  g_assert_cmpfloat (view_fixture_x (self, "e11") - view_fixture_x (self, "e0"), >, VIEW_WIDTH / 3);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 50);
  dl_view_zoom_at (self->view, 100, 6);
  dl_view_set_scroll (self->view, 50);
  dl_view_go_home (self->view);
  view_fixture_assert_look (self, &home);
}

/* As little as needed. */
static void
test_reveal (ViewFixture *self, gconstpointer data)
{
  Look look;

  dl_view_set_size (self->view, VIEW_WIDTH, 2000);
  look = view_fixture_look (self);
  dl_view_reveal (self->view, view_fixture_position (self, "e4"));
  view_fixture_assert_look (self, &look);

  /* From either side, and with room for its label. */
  dl_view_zoom_at (self->view, 0, 3);
  g_assert_cmpfloat (view_fixture_x (self, "e8"), >, VIEW_WIDTH);
  dl_view_reveal (self->view, view_fixture_position (self, "e8"));
  view_fixture_assert_in_sight (self, "e8");
  g_assert_cmpfloat (view_fixture_x (self, "e8"), <, VIEW_WIDTH - 100);
  g_assert_cmpfloat (view_fixture_x (self, "e8"), >, VIEW_WIDTH / 2);
  dl_view_reveal (self->view, view_fixture_position (self, "e2"));
  view_fixture_assert_in_sight (self, "e2");
  g_assert_cmpfloat (view_fixture_x (self, "e2"), <, VIEW_WIDTH / 2);
  g_assert_cmpfloat (view_fixture_x (self, "e2"), >, 20);
}

/* However far away: close up, years are more pixels than a picture can tell apart. */
static void
test_reveal_far (ViewFixture *self, gconstpointer data)
{
  dl_view_set_size (self->view, VIEW_WIDTH, 2000);
  dl_view_fly_to (self->view, view_fixture_position (self, "e5"), FALSE);
  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 22);
  dl_view_reveal (self->view, view_fixture_position (self, "e11"));
  view_fixture_assert_in_sight (self, "e11");
  g_assert_cmpfloat (view_fixture_x (self, "e11"), >, VIEW_WIDTH / 2);
  dl_view_reveal (self->view, view_fixture_position (self, "e0"));
  view_fixture_assert_in_sight (self, "e0");
  g_assert_cmpfloat (view_fixture_x (self, "e0"), >, 0);
}

/* Of what has no start, the end. */
static void
test_reveal_without_start (ViewFixture *self, gconstpointer data)
{
  view_fixture_open (
    self, "open.dateline.json",
    "{\"events\": [{\"id\": \"a\", \"title\": \"Until then\", \"date\": \"../1990\"}, {\"id\": \"b\", \"title\": "
    "\"Today\", \"date\": \"2025-06-01\"}, {\"id\": \"c\", \"title\": \"Then\", \"date\": \"1960\"}]}");
  dl_view_fly_to (self->view, view_fixture_position (self, "b"), TRUE);
  dl_view_reveal (self->view, view_fixture_position (self, "a"));
  view_fixture_assert_in_sight (self, "a");
}

/* Lanes that are out of sight come into it. */
static void
test_reveal_below (ViewFixture *self, gconstpointer data)
{
  dl_view_set_size (self->view, VIEW_WIDTH, dl_view_get_head_height (self->view) + 60);
  dl_view_reveal (self->view, view_fixture_position (self, "e2"));
  g_assert_cmpfloat (dl_view_get_scroll (self->view), >, 0);
  view_fixture_assert_in_sight (self, "e2");
  dl_view_reveal (self->view, view_fixture_position (self, "e0"));
  view_fixture_assert_in_sight (self, "e0");
}

static void
test_fly_to (ViewFixture *self, gconstpointer data)
{
  double scale = dl_view_get_viewport (self->view)->scale;
  double day;

  dl_view_zoom_at (self->view, 0, 2);
  dl_view_fly_to (self->view, view_fixture_position (self, "e9"), FALSE);
  view_fixture_assert_in_sight (self, "e9");
  day = 86400 * scale * 4;
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e9"), (VIEW_WIDTH - day) / 2, 0.1);
  g_assert_cmpfloat_with_epsilon (dl_view_get_viewport (self->view)->scale / scale, 4, 1e-6);

  dl_view_fly_to (self->view, view_fixture_position (self, "e3"), TRUE);
  view_fixture_assert_in_sight (self, "e3");
  /* With the months before and after it, and no more. */
  view_fixture_assert_in_sight (self, "e2");
  view_fixture_assert_in_sight (self, "e4");
  g_assert_cmpfloat (view_fixture_x (self, "e1"), <, 0);
  g_assert_cmpfloat (view_fixture_x (self, "e5"), >, VIEW_WIDTH);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e3"), VIEW_WIDTH / 2, VIEW_WIDTH / 20);
}

/* What goes on is whole up to the as-of date, not up to the end of time. */
static void
test_fly_to_open_end (ViewFixture *self, gconstpointer data)
{
  DlInstant as_of;
  double    start, end;

  view_fixture_open (self, "open.dateline.json",
                     "{\"asOf\": \"2025-06-30\", \"events\": [{\"id\": \"on\", \"title\": \"Going on\", \"date\": "
                     "\"2025-01-01/..\"}, {\"id\": \"early\", \"title\": \"Early\", \"date\": \"1990\"}]}");
  dl_view_fly_to (self->view, view_fixture_position (self, "on"), TRUE);
  g_assert_true (dl_timeline_get_as_of (dl_view_get_timeline (self->view), &as_of));
  start = view_fixture_x (self, "on");
  end = dl_viewport_x (dl_view_get_viewport (self->view), as_of);
  g_assert_cmpfloat_with_epsilon (start, VIEW_WIDTH * 0.2, 1);
  g_assert_cmpfloat_with_epsilon (end, VIEW_WIDTH * 0.8, 1);

  dl_view_go_to_now (self->view);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), as_of), VIEW_WIDTH / 2, 0.1);
}

/* Around what is selected, where that is in sight. */
static void
test_zoom (ViewFixture *self, gconstpointer data)
{
  DlInstant middle = dl_viewport_instant (dl_view_get_viewport (self->view), VIEW_WIDTH / 2);
  double    x;

  dl_view_zoom (self->view, 2);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), middle), VIEW_WIDTH / 2, 0.01);
  dl_view_go_home (self->view);
  dl_session_select (self->session, view_fixture_position (self, "e1"));
  x = view_fixture_x (self, "e1");
  g_assert_cmpfloat (x, <, VIEW_WIDTH / 3);
  dl_view_zoom (self->view, 2);
  /* Its middle stays; its day is some pixels wide. */
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e1"), x, 4);
  dl_view_pan (self->view, VIEW_WIDTH);
  middle = dl_viewport_instant (dl_view_get_viewport (self->view), VIEW_WIDTH / 2);
  dl_view_zoom (self->view, 0.5);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), middle), VIEW_WIDTH / 2, 0.01);
}

static void
test_pages (ViewFixture *self, gconstpointer data)
{
  Look   look;
  double x;

  dl_view_zoom_at (self->view, 400, 2);
  x = view_fixture_x (self, "e5");
  dl_view_turn_page (self->view, 1);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x - VIEW_WIDTH * 0.8, 0.01);
  dl_view_turn_page (self->view, -1);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x, 0.01);
  /* No further than there is something. */
  for (guint i = 0; i < 20; i++)
    dl_view_turn_page (self->view, 1);
  look = view_fixture_look (self);
  dl_view_turn_page (self->view, 1);
  view_fixture_assert_look (self, &look);
  g_assert_cmpfloat (view_fixture_x (self, "e11"), >=, -2 * VIEW_WIDTH);
}

/* With a quarter of it free at each side; what has no bound goes to the edge. */
static void
test_show_range (ViewFixture *self, gconstpointer data)
{
  const DlEventRecord *first = dl_timeline_get_record (dl_view_get_timeline (self->view), 3);
  const DlEventRecord *last = dl_timeline_get_record (dl_view_get_timeline (self->view), 5);

  dl_view_show_range (self->view, first->start, last->start);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e3"), VIEW_WIDTH / 6, 0.01);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), VIEW_WIDTH * 5 / 6, 0.01);
  dl_view_show_range (self->view, DL_INSTANT_MIN, last->start);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), VIEW_WIDTH * 5 / 6, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/fly/frames", VIEW_YEAR, test_frames);
  VIEW_TEST ("/view/fly/middle", VIEW_YEAR, test_middle);
  VIEW_TEST ("/view/fly/scroll", VIEW_YEAR, test_scroll);
  VIEW_TEST ("/view/fly/interrupted", VIEW_YEAR, test_interrupted);
  VIEW_TEST ("/view/fly/second", VIEW_YEAR, test_second);
  VIEW_TEST ("/view/fly/not-animated", VIEW_YEAR, test_not_animated);
  VIEW_TEST ("/view/fly/fit-and-home", VIEW_YEAR, test_fit_and_home);
  VIEW_TEST ("/view/fly/reveal", VIEW_YEAR, test_reveal);
  VIEW_TEST ("/view/fly/reveal-far", VIEW_YEAR, test_reveal_far);
  VIEW_TEST ("/view/fly/reveal-without-start", NULL, test_reveal_without_start);
  VIEW_TEST ("/view/fly/reveal-below", VIEW_YEAR, test_reveal_below);
  VIEW_TEST ("/view/fly/fly-to", VIEW_YEAR, test_fly_to);
  VIEW_TEST ("/view/fly/fly-to-open-end", NULL, test_fly_to_open_end);
  VIEW_TEST ("/view/fly/zoom", VIEW_YEAR, test_zoom);
  VIEW_TEST ("/view/fly/pages", VIEW_YEAR, test_pages);
  VIEW_TEST ("/view/fly/show-range", VIEW_YEAR, test_show_range);
  return g_test_run ();
}
