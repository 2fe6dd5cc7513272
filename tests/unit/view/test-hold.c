/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view that is moved from elsewhere, as by the frame of the overview. */
#include "view-fixture.h"

#define BEGIN G_GINT64_CONSTANT (5)
#define MSEC 1000

static const DlFolds *
folds_of (ViewFixture *self)
{
  return dl_view_get_viewport (self->view)->folds;
}

/* Nothing settles that is held. */
static void
test_held (ViewFixture *self, gconstpointer data)
{
  DlViewport viewport = *dl_view_get_viewport (self->view);

  dl_view_begin_hold (self->view);
  dl_viewport_zoom_at (&viewport, VIEW_WIDTH / 3, 3);
  dl_view_move (self->view, &viewport);
  g_assert_false (dl_view_get_at_rest (self->view));
  g_assert_false (view_fixture_counts_down (self));
  dl_view_end_hold (self->view);
  g_assert_true (view_fixture_counts_down (self));
  view_fixture_wait_for_rest (self);
  g_assert_cmpfloat (dl_view_get_viewport (self->view)->scale, ==, viewport.scale);
}

/* What is led over a fold does not open it; where it is let go in one, it does. */
static void
test_over_fold (ViewFixture *self, gconstpointer data)
{
  DlViewport viewport;
  DlFold     fold;

  dl_view_set_fold (self->view, TRUE);
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 1);
  fold = *dl_folds_get (folds_of (self), 0);
  viewport = *dl_view_get_viewport (self->view);
  dl_viewport_zoom_at (&viewport, 0, 100);
  dl_view_begin_hold (self->view);
  dl_viewport_place (&viewport, dl_instant_add_double (fold.from, dl_fold_get_seconds (&fold) / 2), VIEW_WIDTH / 2);
  dl_view_move (self->view, &viewport);
  g_assert_cmpuint (dl_viewport_inside_fold (dl_view_get_viewport (self->view)), ==, 0);
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 1);
  dl_viewport_place (&viewport, fold.from, VIEW_WIDTH / 2);
  dl_view_move (self->view, &viewport);
  dl_view_end_hold (self->view);
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 1);

  dl_view_begin_hold (self->view);
  dl_viewport_place (&viewport, dl_instant_add_double (fold.from, dl_fold_get_seconds (&fold) / 2), VIEW_WIDTH / 2);
  dl_view_move (self->view, &viewport);
  dl_view_end_hold (self->view);
  g_assert_cmpuint (dl_folds_get_n (folds_of (self)), ==, 0);
}

/* What is on its way is asked for as it is going to be. */
static void
test_fly (ViewFixture *self, gconstpointer data)
{
  DlViewport start = *dl_view_get_viewport (self->view);
  DlViewport target = start;
  DlViewport resting;

  dl_viewport_zoom_at (&target, VIEW_WIDTH / 2, 4);
  dl_view_set_animated (self->view, TRUE);
  dl_view_fly_to_viewport (self->view, &target);
  g_assert_true (dl_view_get_flying (self->view));
  g_assert_cmpfloat (dl_view_get_viewport (self->view)->scale, ==, start.scale);
  g_assert_true (dl_view_get_resting_viewport (self->view, &resting));
  g_assert_cmpfloat (resting.scale, ==, target.scale);
  g_assert_cmpint (dl_instant_compare (resting.origin, target.origin), ==, 0);
  view_fixture_land (self, BEGIN);
  g_assert_cmpfloat (dl_view_get_viewport (self->view)->scale, ==, target.scale);
  g_assert_cmpint (dl_instant_compare (dl_view_get_viewport (self->view)->origin, target.origin), ==, 0);

  /* No farther than there is something to see. */
  dl_viewport_pan (&target, 1e5 * VIEW_WIDTH);
  dl_view_fly_to_viewport (self->view, &target);
  view_fixture_land (self, BEGIN + 1000 * MSEC);
  g_assert_cmpfloat (dl_viewport_x (dl_view_get_viewport (self->view),
                                    dl_timeline_get_record (dl_view_get_timeline (self->view), 11)->start),
                     >, 0);
}

static void
test_nothing (ViewFixture *self, gconstpointer data)
{
  DlViewport viewport = { .scale = 1, .width = VIEW_WIDTH };

  g_assert_false (dl_view_get_resting_viewport (self->view, &viewport));
  dl_view_fly_to_viewport (self->view, &viewport);
  dl_view_begin_hold (self->view);
  dl_view_end_hold (self->view);
  g_assert_null (dl_view_get_scene (self->view));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/hold/held", VIEW_YEAR, test_held);
  VIEW_TEST ("/view/hold/over-fold", VIEW_GAP, test_over_fold);
  VIEW_TEST ("/view/hold/fly", VIEW_YEAR, test_fly);
  VIEW_TEST ("/view/hold/nothing", NULL, test_nothing);
  return g_test_run ();
}
