/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Large timelines, whose labels are placed on a thread when the view is at rest. */
#include "view-fixture.h"

/* Of any clock. */
#define BEGIN G_GINT64_CONSTANT (1234567)

/* Until it is placed on a thread. */
static void
begin_placing (ViewFixture *self)
{
  dl_view_zoom_at (self->view, 300, 3);
  while (!dl_view_get_arranging (self->view))
    {
      g_assert_false (dl_view_get_at_rest (self->view));
      g_main_context_iteration (self->context, TRUE);
    }
}

static void
test_thread (ViewFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (dl_view_get_at_rest (self->view));
  dl_view_set_animated (self->view, TRUE);
  begin_placing (self);
  g_assert_false (dl_view_get_at_rest (self->view));
  /* There is a picture meanwhile. */
  g_assert_nonnull (dl_view_get_scene (self->view));
  view_fixture_begin_to_settle (self);
  view_fixture_land (self, BEGIN);
  g_assert_true (dl_view_get_at_rest (self->view));
  g_assert_false (view_fixture_counts_down (self));
  before = view_fixture_dump (self);
  dl_view_pan (self->view, 0);
  dl_view_rest (self->view);
  g_assert_true (dl_view_get_at_rest (self->view));
  after = view_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

/* What is placed for a view that has moved on is not shown. */
static void
test_thread_outdated (ViewFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  begin_placing (self);
  while (!g_main_context_pending (self->context))
    g_thread_yield ();
  dl_view_zoom_at (self->view, 300, -3);
  before = view_fixture_dump (self);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_assert_false (dl_view_get_at_rest (self->view));
  after = view_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  view_fixture_wait_for_rest (self);
}

/* Another file, other lanes, another size, or nobody any more, while it is placed. */
static void
test_thread_replaced (ViewFixture *self, gconstpointer data)
{
  g_autofree char *contents = view_fixture_contents (VIEW_YEAR);

  begin_placing (self);
  dl_session_set_lane_field (self->session, DL_LANES_NONE);
  view_fixture_wait (self);
  view_fixture_wait_for_rest (self);
  g_assert_cmpuint (dl_arrangement_get_n_lanes (dl_view_get_arrangement (self->view)), ==, 1);
  begin_placing (self);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT + 30);
  g_assert_true (dl_view_get_at_rest (self->view));
  begin_placing (self);
  view_fixture_open (self, "small.dateline.json", contents);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_assert_true (dl_view_get_at_rest (self->view));
  g_assert_cmpuint (dl_timeline_get_n_events (dl_view_get_timeline (self->view)), ==, 12);
  g_assert_true (dl_scene_get_timeline (dl_view_get_scene (self->view)) == dl_view_get_timeline (self->view));
}

static void
test_thread_dropped (ViewFixture *self, gconstpointer data)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  begin_placing (self);
  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &timeline);
  g_assert_finalize_object (g_steal_pointer (&self->view));
  g_assert_finalize_object (g_steal_pointer (&self->session));
  while (timeline != NULL)
    g_main_context_iteration (self->context, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/settle-thread/settles", VIEW_VERY_MANY, test_thread);
  VIEW_TEST ("/view/settle-thread/outdated", VIEW_VERY_MANY, test_thread_outdated);
  VIEW_TEST ("/view/settle-thread/replaced", VIEW_VERY_MANY, test_thread_replaced);
  VIEW_TEST ("/view/settle-thread/dropped", VIEW_VERY_MANY, test_thread_dropped);
  return g_test_run ();
}
