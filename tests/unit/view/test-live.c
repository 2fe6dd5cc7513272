/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one looks at stays where it is while others save the file. */
#include "view-fixture.h"

#include <string.h>

/* Before the first event, far away, and after the last: it would all look otherwise. */
#define EARLIER "{\"id\": \"x0\", \"title\": \"Earlier\", \"date\": \"2024-11-10\", \"topics\": [\"a\"]},"
#define LATER "{\"id\": \"x1\", \"title\": \"Later\", \"date\": \"2026-03-10\", \"topics\": [\"b\"]},"

/* The file with these events before the others. */
static void
save_with (ViewFixture *self, const char *kind, const char *events)
{
  g_autofree char *contents = view_fixture_contents (kind);
  char            *list = strstr (contents, "\"events\": [") + strlen ("\"events\": [");
  g_autofree char *text = g_strdup_printf ("%.*s%s%s", (int) (list - contents), contents, events, list);
  g_autofree char *name = g_file_get_basename (dl_session_get_file (self->session));

  view_fixture_write (self, name, text);
}

static void
wait_for_id (ViewFixture *self, const char *id)
{
  while (dl_timeline_find (dl_session_get_timeline (self->session), id) == DL_NONE)
    g_main_context_iteration (self->context, TRUE);
  view_fixture_wait (self);
}

static void
watch (ViewFixture *self)
{
  g_main_context_push_thread_default (self->context);
  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  g_main_context_pop_thread_default (self->context);
}

static void
assert_same_viewport (ViewFixture *self, const DlViewport *before)
{
  const DlViewport *now = dl_view_get_viewport (self->view);

  g_assert_cmpint (dl_instant_compare (now->origin, before->origin), ==, 0);
  g_assert_cmpfloat (now->scale, ==, before->scale);
}

/* Also where one has never moved, and a file of that kind is seen otherwise at first. */
static void
test_home (ViewFixture *self, gconstpointer data)
{
  DlViewport before = *dl_view_get_viewport (self->view);

  watch (self);
  save_with (self, data, EARLIER LATER);
  wait_for_id (self, "x1");
  assert_same_viewport (self, &before);
}

static void
test_moved (ViewFixture *self, gconstpointer data)
{
  DlViewport before;
  Look       look;

  view_fixture_make_low (self, 60);
  dl_view_zoom_at (self->view, 200, 2);
  view_fixture_land (self, 0);
  view_fixture_wait_for_rest (self);
  view_fixture_land (self, G_USEC_PER_SEC);
  dl_view_set_scroll (self->view, 40);
  dl_session_select (self->session, view_fixture_position (self, "e4"));
  before = *dl_view_get_viewport (self->view);
  look = view_fixture_look (self);
  g_assert_cmpfloat (look.scroll, >, 0);
  watch (self);
  save_with (self, data, EARLIER LATER);
  wait_for_id (self, "x1");
  assert_same_viewport (self, &before);
  view_fixture_assert_look (self, &look);
  view_fixture_assert_selected (self, "e4");
}

/* Which is at a position then that there was not before. */
static void
test_last_selected (ViewFixture *self, gconstpointer data)
{
  dl_session_select (self->session, view_fixture_position (self, "e11"));
  watch (self);
  save_with (self, data, EARLIER LATER);
  wait_for_id (self, "x1");
  view_fixture_assert_selected (self, "e11");
}

/* What comes between labels in sight moves them at most by what it needs; the lane at the
 * window's top stays. */
static void
test_in_sight (ViewFixture *self, gconstpointer data)
{
  DlViewport before = *dl_view_get_viewport (self->view);
  DlOp       lane, again;
  guint      n_ops;
  DlScene   *scene = dl_view_get_scene (self->view);

  for (guint i = 0; i == 0 || lane.role != DL_ROLE_LANE; i++)
    lane = dl_scene_get_ops (scene, &n_ops)[i];
  watch (self);
  save_with (self, data, "{\"id\": \"x1\", \"title\": \"Among them\", \"date\": \"2025-04-11\", \"topics\": [\"a\"]},");
  wait_for_id (self, "x1");
  assert_same_viewport (self, &before);
  scene = dl_view_get_scene (self->view);
  for (guint i = 0; i == 0 || again.role != DL_ROLE_LANE; i++)
    again = dl_scene_get_ops (scene, &n_ops)[i];
  g_assert_cmpfloat (lane.y, ==, again.y);
  g_assert_true (dl_event_set_contains (dl_session_get_added (self->session), view_fixture_position (self, "x1")));
}

/* Opened folds stay open, and others closed. */
static void
test_folds (ViewFixture *self, gconstpointer data)
{
  DlViewport before;
  guint      n_folds;

  dl_view_set_fold (self->view, TRUE);
  view_fixture_wait (self);
  before = *dl_view_get_viewport (self->view);
  n_folds = dl_folds_get_n (before.folds);
  g_assert_cmpuint (n_folds, >, 0);
  watch (self);
  save_with (self, data, "{\"id\": \"x1\", \"title\": \"More\", \"date\": \"1900-03-11\", \"topics\": [\"a\"]},");
  wait_for_id (self, "x1");
  assert_same_viewport (self, &before);
  g_assert_cmpuint (dl_folds_get_n (dl_view_get_viewport (self->view)->folds), ==, n_folds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/live/home", VIEW_YEAR, test_home);
  VIEW_TEST ("/view/live/moved", VIEW_YEAR, test_moved);
  VIEW_TEST ("/view/live/moved-many", VIEW_MANY, test_moved);
  VIEW_TEST ("/view/live/last-selected", VIEW_YEAR, test_last_selected);
  VIEW_TEST ("/view/live/in-sight", VIEW_YEAR, test_in_sight);
  VIEW_TEST ("/view/live/folds", VIEW_GAP, test_folds);
  return g_test_run ();
}
