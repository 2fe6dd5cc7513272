/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is folded while one looks at it, moves, and flies. */
#include "view-fixture.h"

#define BEGIN G_GINT64_CONSTANT (5)
#define MSEC 1000

static const DlFolds *
folds_of (ViewFixture *self)
{
  return dl_view_get_viewport (self->view)->folds;
}

/* The only fold there is. */
static DlFold
set_up_fold (ViewFixture *self)
{
  dl_view_set_fold (self->view, TRUE);
  g_assert_true (dl_view_get_fold (self->view));
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 1);
  return *dl_folds_get (folds_of (self), 0);
}

static void
assert_open (ViewFixture *self)
{
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 0);
  g_assert_cmpuint (dl_view_get_opened (self->view)->n, ==, 1);
}

static void
assert_folded (ViewFixture *self)
{
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 1);
  g_assert_cmpuint (dl_view_get_opened (self->view)->n, ==, 0);
}

/* One sees the whole of what has opened, and what is at its sides. */
static void
test_open (ViewFixture *self, gconstpointer data)
{
  DlFold fold = set_up_fold (self);
  double from, to;

  dl_view_open_fold (self->view, 7);
  assert_folded (self);
  dl_view_open_fold (self->view, 0);
  assert_open (self);
  from = dl_viewport_x (dl_view_get_viewport (self->view), fold.from);
  to = dl_viewport_x (dl_view_get_viewport (self->view), fold.to);
  g_assert_cmpfloat (from, >, 0);
  g_assert_cmpfloat (to, <, VIEW_WIDTH);
  g_assert_cmpfloat (to - from, >, VIEW_WIDTH / 2);
  g_assert_cmpint (dl_instant_compare (dl_view_get_opened (self->view)->from[0], fold.from), ==, 0);
}

/* Home is what it was, with all that was opened folded again. */
static void
test_home (ViewFixture *self, gconstpointer data)
{
  Look home;

  set_up_fold (self);
  home = view_fixture_look (self);
  dl_view_open_fold (self->view, 0);
  assert_open (self);
  dl_view_go_home (self->view);
  assert_folded (self);
  view_fixture_assert_look (self, &home);
  /* One is at home: another width shows the same. */
  dl_view_set_size (self->view, VIEW_WIDTH / 2, VIEW_HEIGHT);
  view_fixture_assert_look (self, &home);
}

/* A window in which there is nothing but a fold shows nothing. */
static void
test_zoom_into (ViewFixture *self, gconstpointer data)
{
  DlFold fold = set_up_fold (self);
  double x = (dl_viewport_axis_x (dl_view_get_viewport (self->view), fold.axis_from) +
              dl_viewport_axis_x (dl_view_get_viewport (self->view), fold.axis_to)) /
             2;
  DlInstant from, to;

  for (guint i = 0; i < 40 && dl_folds_get_n (folds_of (self)) > 0; i++)
    dl_view_zoom_at (self->view, x, 0.5);
  assert_open (self);
  g_assert_true (dl_view_get_range (self->view, &from, &to));
  g_assert_cmpint (dl_instant_compare (from, fold.from), >=, 0);
  g_assert_cmpint (dl_instant_compare (to, fold.to), <=, 0);
}

/* Also at the end of a flight. */
static void
test_fly_into (ViewFixture *self, gconstpointer data)
{
  DlFold     fold = set_up_fold (self);
  DlViewport viewport = *dl_view_get_viewport (self->view);

  dl_viewport_place (&viewport, dl_instant_add_double (fold.from, dl_fold_get_seconds (&fold) / 2), VIEW_WIDTH / 2);
  dl_view_move (self->view, &viewport);
  dl_view_set_animated (self->view, TRUE);
  for (guint i = 0; i < 20 && dl_folds_get_n (folds_of (self)) > 0; i++)
    {
      dl_view_zoom (self->view, 2);
      dl_view_advance (self->view, BEGIN);
      dl_view_advance (self->view, BEGIN + 500 * MSEC);
    }
  assert_open (self);
}

static void
test_show_range (ViewFixture *self, gconstpointer data)
{
  DlFold    fold = set_up_fold (self);
  DlInstant from = dl_instant_add_double (fold.from, dl_fold_get_seconds (&fold) * 0.4);
  DlInstant to = dl_instant_add_double (fold.from, dl_fold_get_seconds (&fold) * 0.5);

  dl_view_show_range (self->view, from, to);
  assert_open (self);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), from), VIEW_WIDTH / 6, 0.01);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), to), VIEW_WIDTH * 5 / 6, 0.01);

  /* What is more than the fold opens nothing. */
  dl_view_go_home (self->view);
  dl_view_show_range (self->view, dl_instant_add (fold.from, -1000), dl_instant_add (fold.to, 1000));
  assert_folded (self);
}

/* Either way of folding begins with nothing opened. */
static void
test_set_fold (ViewFixture *self, gconstpointer data)
{
  Look      all;
  DlInstant from, to;

  set_up_fold (self);
  dl_view_open_fold (self->view, 0);
  dl_view_set_fold (self->view, FALSE);
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 0);
  g_assert_cmpuint (dl_view_get_opened (self->view)->n, ==, 0);
  dl_view_set_fold (self->view, TRUE);
  assert_folded (self);

  /* Where all was in sight, it still is. */
  dl_view_fit (self->view);
  dl_view_set_fold (self->view, FALSE);
  all = view_fixture_look (self);
  g_assert_true (dl_timeline_get_extent (dl_view_get_timeline (self->view), &from, &to));
  g_assert_cmpint (dl_instant_compare (all.from, from), <=, 0);
  g_assert_cmpint (dl_instant_compare (all.to, to), >=, 0);
  g_assert_cmpfloat (dl_instant_distance (all.from, all.to), <, 3 * dl_instant_distance (from, to));
}

/* Near the events before the fold, and not all in sight. */
static void
look_at_first (ViewFixture *self)
{
  dl_view_fly_to (self->view, view_fixture_position (self, "e5"), FALSE);
  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 1);
}

/* Other folds under the hand: the drag goes on from where it has led to. */
static void
test_drag (ViewFixture *self, gconstpointer data)
{
  double x;
  Look   look;

  set_up_fold (self);
  look_at_first (self);
  dl_view_begin_drag (self->view);
  dl_view_drag (self->view, -90, 0);
  dl_view_set_fold (self->view, FALSE);
  look = view_fixture_look (self);
  x = view_fixture_x (self, "e5");
  dl_view_drag (self->view, -90, 0);
  view_fixture_assert_look (self, &look);
  dl_view_drag (self->view, -60, 0);
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "e5"), x + 30, 0.01);
}

static void
test_pinch (ViewFixture *self, gconstpointer data)
{
  DlInstant there;
  Look      look;

  set_up_fold (self);
  look_at_first (self);
  dl_view_begin_pinch (self->view, 600);
  dl_view_pinch (self->view, 500, 1.25);
  dl_view_set_fold (self->view, FALSE);
  look = view_fixture_look (self);
  there = dl_viewport_instant (dl_view_get_viewport (self->view), 500);
  dl_view_pinch (self->view, 500, 1.25);
  view_fixture_assert_look (self, &look);
  dl_view_pinch (self->view, 450, 2);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (dl_view_get_viewport (self->view), there), 450, 0.01);
}

/* A flight goes on, to the same middle and the same scale. */
static void
test_flight (ViewFixture *self, gconstpointer data)
{
  DlInstant  from, to, middle;
  DlViewport found;
  double     scale;

  set_up_fold (self);
  /* After the fold, where the axis is another one without it. */
  dl_view_fly_to (self->view, view_fixture_position (self, "e9"), FALSE);
  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 1);
  dl_view_set_animated (self->view, TRUE);
  scale = dl_view_get_viewport (self->view)->scale;
  dl_view_fly_to (self->view, view_fixture_position (self, "e8"), FALSE);
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 40 * MSEC);
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  middle = dl_timeline_get_record (dl_view_get_timeline (self->view), 8)->start;
  dl_view_set_fold (self->view, FALSE);
  g_assert_true (dl_view_get_flying (self->view));
  g_assert_true (dl_view_advance (self->view, BEGIN + 80 * MSEC));
  view_fixture_land (self, BEGIN + 200 * MSEC);
  found = *dl_view_get_viewport (self->view);
  g_assert_cmpfloat_with_epsilon (found.scale / scale, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&found, middle), (VIEW_WIDTH - 86400 * scale) / 2, 0.01);
}

/* A file that is read again keeps what is opened, another one does not. */
static void
test_files (ViewFixture *self, gconstpointer data)
{
  g_autofree char *contents = view_fixture_contents (VIEW_GAP);

  set_up_fold (self);
  dl_view_open_fold (self->view, 0);
  dl_session_reload (self->session);
  view_fixture_wait (self);
  assert_open (self);
  view_fixture_open (self, "other.dateline.json", contents);
  assert_folded (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/folds/open", VIEW_GAP, test_open);
  VIEW_TEST ("/view/folds/home", VIEW_GAP, test_home);
  VIEW_TEST ("/view/folds/zoom-into", VIEW_GAP, test_zoom_into);
  VIEW_TEST ("/view/folds/fly-into", VIEW_GAP, test_fly_into);
  VIEW_TEST ("/view/folds/show-range", VIEW_GAP, test_show_range);
  VIEW_TEST ("/view/folds/set-fold", VIEW_GAP, test_set_fold);
  VIEW_TEST ("/view/folds/drag", VIEW_GAP, test_drag);
  VIEW_TEST ("/view/folds/pinch", VIEW_GAP, test_pinch);
  VIEW_TEST ("/view/folds/flight", VIEW_GAP, test_flight);
  VIEW_TEST ("/view/folds/files", VIEW_GAP, test_files);
  return g_test_run ();
}
