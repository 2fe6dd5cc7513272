/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is let go of in motion goes on, and slows down. */
#include "view-fixture.h"

#include <math.h>

#define MSEC G_TIME_SPAN_MILLISECOND
#define BEGIN (5 * G_USEC_PER_SEC)

/* Longer than any glide. */
#define LONG (3 * G_USEC_PER_SEC)

static double
left_edge (ViewFixture *self, DlInstant of)
{
  return dl_viewport_x (dl_view_get_viewport (self->view), of);
}

/* Each tenth of a second it goes less far; it begins at the hand's speed, and as far
 * as its momentum reaches it goes in the hand's direction. */
static void
test_slows_down (ViewFixture *self, gconstpointer data)
{
  const double speed = 600;
  double       x, before, way, last = G_MAXDOUBLE, all = 0;
  DlInstant    there;

  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 3);
  there = dl_viewport_instant (dl_view_get_viewport (self->view), VIEW_WIDTH / 2);
  dl_view_set_animated (self->view, TRUE);
  dl_view_glide (self->view, speed, 0);
  g_assert_true (dl_view_get_flying (self->view));
  g_assert_true (dl_view_advance (self->view, BEGIN));
  before = left_edge (self, there);
  g_assert_true (dl_view_advance (self->view, BEGIN + MSEC));
  x = left_edge (self, there);
  g_assert_cmpfloat_with_epsilon (x - before, speed / 1000, 0.02 * speed / 1000);
  before = x;
  for (guint i = 1; dl_view_get_flying (self->view); i++)
    {
      g_assert_cmpuint (i, <, 30);
      dl_view_advance (self->view, BEGIN + MSEC + i * 100 * MSEC);
      way = left_edge (self, there) - before;
      g_assert_cmpfloat (way, >=, 0);
      g_assert_cmpfloat (way, <, last);
      last = way;
      all += way;
      before += way;
    }
  g_assert_cmpfloat_with_epsilon (all, speed * 0.325, 2);
  /* Its last step is not seen. */
  g_assert_cmpfloat (last, <, 1);
}

/* Down and up as well, at most to the end of the lanes. */
static void
test_lanes (ViewFixture *self, gconstpointer data)
{
  view_fixture_make_low (self, 60);
  dl_view_set_animated (self->view, TRUE);
  dl_view_glide (self->view, 0, -300);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 50 * MSEC);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), >, 5);
  view_fixture_land (self, BEGIN + 100 * MSEC);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), <=,
                     dl_view_get_lanes_height (self->view) - dl_view_get_page_height (self->view));
  dl_view_glide (self->view, 0, 5000);
  view_fixture_land (self, BEGIN + LONG);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
}

/* Whoever takes hold of it has it where it is. */
static void
test_caught (ViewFixture *self, gconstpointer data)
{
  Look look;

  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 3);
  dl_view_set_animated (self->view, TRUE);
  dl_view_glide (self->view, 900, 0);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 100 * MSEC);
  look = view_fixture_look (self);
  dl_view_begin_drag (self->view);
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_false (dl_view_advance (self->view, BEGIN + 200 * MSEC));
  view_fixture_assert_look (self, &look);
  dl_view_end_drag (self->view);
  /* A flight after it goes as flights go. */
  dl_view_fit (self->view);
  dl_view_advance (self->view, BEGIN + LONG);
  dl_view_advance (self->view, BEGIN + LONG + 201 * MSEC);
  g_assert_false (dl_view_get_flying (self->view));
}

static void
assert_stays (ViewFixture *self, double x, double y)
{
  Look look = view_fixture_look (self);

  dl_view_glide (self->view, x, y);
  g_assert_false (dl_view_get_flying (self->view));
  view_fixture_assert_look (self, &look);
}

/* What was put down stays; and where nothing is animated all does. No hand is too fast. */
static void
test_stays (ViewFixture *self, gconstpointer data)
{
  DlInstant there;

  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 8);
  assert_stays (self, 2000, 0);
  dl_view_set_animated (self->view, TRUE);
  assert_stays (self, 60, -60);
  assert_stays (self, NAN, 0);
  there = dl_viewport_instant (dl_view_get_viewport (self->view), 0);
  dl_view_glide (self->view, -1e9, 0);
  view_fixture_land (self, BEGIN);
  g_assert_cmpfloat (left_edge (self, there), <, -1000);
  g_assert_cmpfloat (left_edge (self, there), >, -4 * VIEW_WIDTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view-glide/slows-down", VIEW_YEAR, test_slows_down);
  VIEW_TEST ("/view-glide/lanes", VIEW_YEAR, test_lanes);
  VIEW_TEST ("/view-glide/caught", VIEW_YEAR, test_caught);
  VIEW_TEST ("/view-glide/stays", VIEW_YEAR, test_stays);
  return g_test_run ();
}
