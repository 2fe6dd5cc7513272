/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Large timelines, whose labels are placed on a thread. */
#include "view-fixture.h"

#include <string.h>

/* Begins to open the large file, and waits until it is read. */
static void
begin (ViewFixture *self)
{
  g_autofree char  *contents = view_fixture_contents (VIEW_MANY);
  g_autofree char  *path = g_build_filename (self->folder, "many.dateline.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  view_fixture_write (self, "many.dateline.json", contents);
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (self->context, TRUE);
}

/* Until a thread has something for the view, which it does not get yet. */
static void
wait_for_result (ViewFixture *self)
{
  while (!g_main_context_pending (self->context))
    g_thread_yield ();
}

/* The lanes as they are now, in one word. */
static char *
dup_lanes (ViewFixture *self)
{
  GString       *out = g_string_new (NULL);
  DlArrangement *arrangement = dl_view_get_arrangement (self->view);

  for (guint i = 0; i < dl_arrangement_get_n_lanes (arrangement); i++)
    g_string_append_printf (out, "%s;", dl_arrangement_get_lane (arrangement, i)->key);
  return g_string_free (out, FALSE);
}

static guint
count_labels (ViewFixture *self)
{
  guint       n_ops, n = 0;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == DL_ROLE_LABEL || ops[i].role == DL_ROLE_CARD;
  return n;
}

/* Nothing is there before the thread says so, and the first picture is at home. */
static void
test_first (ViewFixture *self, gconstpointer data)
{
  Look     home = { .scroll = 0 };
  gboolean more;

  begin (self);
  g_assert_true (dl_view_get_arranging (self->view));
  g_assert_null (dl_view_get_viewport (self->view));
  g_assert_null (dl_view_get_scene (self->view));
  /* Not even in the default context, which is not the view's. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (dl_view_get_scene (self->view));
  while (dl_view_get_viewport (self->view) == NULL)
    g_main_context_iteration (self->context, TRUE);
  dl_arrangement_get_home_view (dl_view_get_arrangement (self->view), &home.from, &home.to);
  view_fixture_assert_look (self, &home);
  /* The thread may have ended with the same turn of the loop. */
  more = dl_view_get_arranging (self->view);
  self->n_changed = 0;
  view_fixture_wait (self);
  g_assert_true (!more || self->n_changed > 0);
  g_assert_false (dl_view_get_arranging (self->view));
  /* Close up there is room for labels, and they have been placed. */
  dl_view_fly_to (self->view, 3000, FALSE);
  dl_view_zoom_at (self->view, VIEW_WIDTH / 2, 12);
  g_assert_cmpuint (count_labels (self), >, 0);
}

/* Where one looks at the large file it can be moved while labels are placed. */
static void
test_meanwhile (ViewFixture *self, gconstpointer data)
{
  Look look;

  begin (self);
  while (dl_view_get_viewport (self->view) == NULL)
    g_main_context_iteration (self->context, TRUE);
  dl_view_zoom_at (self->view, 300, 4);
  look = view_fixture_look (self);
  view_fixture_wait (self);
  view_fixture_assert_look (self, &look);
}

/* What is asked for last holds, whatever was ready before. */
static void
test_outdated (ViewFixture *self, gconstpointer data)
{
  g_autofree char *usual = dup_lanes (self);
  g_autofree char *last = NULL;

  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  g_assert_true (dl_view_get_arranging (self->view));
  wait_for_result (self);
  /* There is one by person now, and nobody has looked at it. */
  dl_session_set_lane_field (self->session, DL_LANES_NONE);
  while (dl_view_get_arranging (self->view))
    {
      g_autofree char *now = dup_lanes (self);

      /* What is shown stays until there is what was asked for. */
      if (!g_str_equal (now, usual))
        g_assert_null (strchr (now, '='));
      g_main_context_iteration (self->context, TRUE);
    }
  last = dup_lanes (self);
  g_assert_cmpuint (dl_arrangement_get_n_lanes (dl_view_get_arrangement (self->view)), ==, 1);
  g_assert_null (strchr (last, '='));
  /* Nor does it come later. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_pointer (&last, g_free);
  last = dup_lanes (self);
  g_assert_null (strchr (last, '='));
}

/* The small file that is opened after the large one is what one sees. */
static void
test_smaller (ViewFixture *self, gconstpointer data)
{
  g_autofree char *contents = view_fixture_contents (VIEW_YEAR);

  begin (self);
  wait_for_result (self);
  view_fixture_open (self, "small.dateline.json", contents);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_assert_false (dl_view_get_arranging (self->view));
  g_assert_cmpuint (dl_timeline_get_n_events (dl_view_get_timeline (self->view)), ==, 12);
  g_assert_true (dl_arrangement_get_timeline (dl_view_get_arrangement (self->view)) ==
                 dl_view_get_timeline (self->view));
  g_assert_true (dl_scene_get_timeline (dl_view_get_scene (self->view)) == dl_view_get_timeline (self->view));
}

/* Whether there is something to look at whenever the view says that it has changed. */
static void
look_cb (DlView *view, gboolean *empty)
{
  *empty = *empty || (dl_view_get_scene (view) == NULL && dl_view_get_still (view) == NULL);
}

static void
reload_halfway (ViewFixture *self)
{
  dl_session_reload (self->session);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (self->context, TRUE);
  g_assert_true (dl_view_get_arranging (self->view));
}

/* The picture of a file that is read again stays until there is another one, but there is
 * nothing to be clicked on; then it goes, with its timeline. */
static void
test_again (ViewFixture *self, gconstpointer data)
{
  DlTimeline *old = dl_view_get_timeline (self->view);
  DlScene    *scene = dl_view_get_scene (self->view);
  gboolean    empty = FALSE;

  g_assert_nonnull (scene);
  g_assert_null (dl_view_get_still (self->view));
  g_signal_connect (self->view, "changed", G_CALLBACK (look_cb), &empty);
  g_object_add_weak_pointer (G_OBJECT (old), (gpointer *) &old);
  reload_halfway (self);
  g_assert_true (dl_view_get_still (self->view) != NULL);
  g_assert_true (dl_scene_get_timeline (dl_view_get_still (self->view)) == old);
  g_assert_null (dl_view_get_scene (self->view));
  g_assert_null (dl_view_get_viewport (self->view));
  /* Whether or not there is another picture before the file is read once more. */
  reload_halfway (self);
  g_assert_true (dl_view_get_still (self->view) != NULL);
  view_fixture_wait (self);
  g_assert_false (empty);
  g_assert_null (dl_view_get_still (self->view));
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_assert_null (old);
  g_signal_handlers_disconnect_by_func (self->view, look_cb, &empty);
}

/* Also where nobody looks at what has come. */
static void
test_unseen (ViewFixture *self, gconstpointer data)
{
  DlTimeline *old = dl_view_get_timeline (self->view);

  g_assert_nonnull (dl_view_get_scene (self->view));
  g_object_add_weak_pointer (G_OBJECT (old), (gpointer *) &old);
  reload_halfway (self);
  g_assert_nonnull (old);
  view_fixture_wait (self);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_assert_null (old);
}

/* That of another file does not. */
static void
test_other (ViewFixture *self, gconstpointer data)
{
  g_assert_nonnull (dl_view_get_scene (self->view));
  begin (self);
  g_assert_true (dl_view_get_arranging (self->view));
  g_assert_null (dl_view_get_still (self->view));
  view_fixture_wait (self);
}

/* Lets go of view and session, and turns the loop until nobody has the timeline. */
static void
drop (ViewFixture *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  gpointer    view = self->view;

  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &timeline);
  g_object_add_weak_pointer (G_OBJECT (view), &view);
  g_clear_object (&self->view);
  g_assert_null (view);
  g_clear_object (&self->session);
  while (timeline != NULL)
    g_main_context_iteration (self->context, TRUE);
}

/* A view may go while its job runs; nothing of it comes back. */
static void
test_dropped_at_once (ViewFixture *self, gconstpointer data)
{
  begin (self);
  drop (self);
}

static void
test_dropped_with_a_result (ViewFixture *self, gconstpointer data)
{
  begin (self);
  wait_for_result (self);
  drop (self);
}

/* More labels are told of a while later: then there may be no view to tell. */
static void
test_dropped_while_refining (ViewFixture *self, gconstpointer data)
{
  begin (self);
  while (dl_view_get_viewport (self->view) == NULL)
    g_main_context_iteration (self->context, TRUE);
  drop (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/arrange/first", NULL, test_first);
  VIEW_TEST ("/view/arrange/meanwhile", NULL, test_meanwhile);
  VIEW_TEST ("/view/arrange/outdated", VIEW_MANY, test_outdated);
  VIEW_TEST ("/view/arrange/smaller", NULL, test_smaller);
  VIEW_TEST ("/view/arrange/again", VIEW_MANY, test_again);
  VIEW_TEST ("/view/arrange/unseen", VIEW_MANY, test_unseen);
  VIEW_TEST ("/view/arrange/other", VIEW_YEAR, test_other);
  VIEW_TEST ("/view/arrange/dropped-at-once", NULL, test_dropped_at_once);
  VIEW_TEST ("/view/arrange/dropped-with-a-result", NULL, test_dropped_with_a_result);
  VIEW_TEST ("/view/arrange/dropped-while-refining", NULL, test_dropped_while_refining);
  return g_test_run ();
}
