/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From one arrangement to the next: what stays in its place. */
#include "view-fixture.h"

/* The operation of the picture that has the lane's name, or ends the lane. */
static const DlOp *
op_of (ViewFixture *self, guint lane, DlRole role)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].lane == lane && ops[i].role == role && (role != DL_ROLE_SEPARATOR || ops[i].h <= 1))
      return &ops[i];
  return NULL;
}

/* The top of the lane's name, from the window's top. */
static double
header_of (ViewFixture *self, const char *key)
{
  guint         index = DL_NONE, n_lanes = 0;
  const DlLane *lane = dl_view_get_lane (self->view, key, &index, &n_lanes);
  const DlOp   *op;

  g_assert_nonnull (lane);
  g_assert_cmpstr (lane->key, ==, key);
  op = op_of (self, index, DL_ROLE_LANE);
  g_assert_nonnull (op);
  return (double) op->y - dl_scene_get_scroll (dl_view_get_scene (self->view));
}

static guint
index_of (ViewFixture *self, const char *key)
{
  guint index = DL_NONE, n_lanes = 0;

  g_assert_nonnull (dl_view_get_lane (self->view, key, &index, &n_lanes));
  g_assert_cmpuint (n_lanes, ==, dl_arrangement_get_n_lanes (dl_view_get_arrangement (self->view)));
  return index;
}

/* A lane that is pressed stays under the pointer, shown or hidden. */
static void
test_toggle (ViewFixture *self, gconstpointer data)
{
  double before;

  /* The event far above would be revealed, were nothing held. */
  dl_session_select (self->session, view_fixture_position (self, "e0"));
  view_fixture_make_low (self, 80);
  dl_view_set_scroll (self->view, 40);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 40);
  before = header_of (self, "topic=b");
  g_assert_cmpfloat (before, <, 200);
  dl_view_toggle_lane (self->view, index_of (self, "topic=b"));
  g_assert_cmpint (dl_view_get_lane (self->view, "topic=b", &(guint){ 0 }, &(guint){ 0 })->state, ==,
                   DL_LANE_COLLAPSED);
  g_assert_cmpfloat_with_epsilon (header_of (self, "topic=b"), before, 0.01);
  dl_view_toggle_lane (self->view, index_of (self, "topic=b"));
  g_assert_cmpint (dl_view_get_lane (self->view, "topic=b", &(guint){ 0 }, &(guint){ 0 })->state, ==, DL_LANE_AUTO);
  g_assert_cmpfloat_with_epsilon (header_of (self, "topic=b"), before, 0.01);
}

/* Also where that pushes what is selected out of sight. */
static void
test_toggle_above_selected (ViewFixture *self, gconstpointer data)
{
  double before;

  dl_view_toggle_lane (self->view, 0);
  view_fixture_make_low (self, 88);
  dl_session_select (self->session, view_fixture_position (self, "e1"));
  view_fixture_assert_in_sight (self, "e1");
  before = header_of (self, "topic=a");
  dl_view_toggle_lane (self->view, 0);
  g_assert_cmpfloat_with_epsilon (header_of (self, "topic=a"), before, 0.01);
  g_assert_cmpfloat (header_of (self, "topic=b"), >, before + 20);
}

/* What shrinks and grows above the window moves nothing in it. */
static void
test_shrinks_above (ViewFixture *self, gconstpointer data)
{
  double before;
  double scroll;

  view_fixture_make_low (self, 60);
  dl_view_set_scroll (self->view, 1e6);
  before = header_of (self, "topic=c");
  scroll = dl_view_get_scroll (self->view);
  dl_session_set_lane_state (self->session, "topic=a", DL_LANE_COLLAPSED);
  g_assert_cmpfloat_with_epsilon (header_of (self, "topic=c"), before, 0.01);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), <, scroll - 5);
  dl_session_set_lane_state (self->session, "topic=a", DL_LANE_AUTO);
  g_assert_cmpfloat_with_epsilon (header_of (self, "topic=c"), before, 0.01);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view), scroll, 0.01);
}

/* A lane that changes above what one looks at moves nothing of it. */
static void
test_above (ViewFixture *self, gconstpointer data)
{
  double before;

  dl_view_set_scroll (self->view, 1e6);
  before = header_of (self, "topic=c");
  dl_session_select (self->session, view_fixture_position (self, "e2"));
  dl_session_move_lane (self->session, "topic=b", -1);
  g_assert_cmpuint (index_of (self, "topic=b"), ==, 0);
  g_assert_cmpfloat_with_epsilon (header_of (self, "topic=c"), before, 0.01);
}

/* Whatever makes the lanes, what is selected comes into sight again, where it was. */
static void
test_reveal (ViewFixture *self, gconstpointer data)
{
  dl_view_set_size (self->view, VIEW_WIDTH, dl_view_get_head_height (self->view) + 60);
  dl_session_select (self->session, view_fixture_position (self, "e5"));
  dl_view_reveal (self->view, view_fixture_position (self, "e5"));
  view_fixture_assert_in_sight (self, "e5");
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  view_fixture_assert_in_sight (self, "e5");
  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  view_fixture_assert_in_sight (self, "e5");
  dl_session_set_lane_state (self->session, "topic=a", DL_LANE_COLLAPSED);
  view_fixture_assert_in_sight (self, "e5");
  dl_session_move_lane (self->session, "topic=c", -2);
  view_fixture_assert_in_sight (self, "e5");
  dl_session_move_lane (self->session, "topic=c", 2);
  view_fixture_assert_in_sight (self, "e5");
}

/* A press on a lane's name is one on its header, not one on what stands beside it. */
static void
test_header_at (ViewFixture *self, gconstpointer data)
{
  static const char *const keys[] = { "topic=a", "topic=b", "topic=c" };
  double                   top, end;

  dl_view_set_size (self->view, VIEW_WIDTH, 2000);
  g_assert_cmpuint (dl_view_header_at (self->view, 30, dl_view_get_head_height (self->view) - 1), ==, DL_NONE);
  for (guint i = 0; i < 3; i++)
    {
      const DlOp *name = op_of (self, i, DL_ROLE_LANE);
      const DlOp *total = op_of (self, i, DL_ROLE_TOTAL);

      top = header_of (self, keys[i]);
      g_assert_cmpuint (dl_view_header_at (self->view, 30, top + 1), ==, i);
      g_assert_cmpuint (dl_view_header_at (self->view, (double) (total->x + total->w) - 1, top + 1), ==, i);
      g_assert_cmpuint (dl_view_header_at (self->view, 30, top + (double) name->h - 1), ==, i);
      g_assert_cmpuint (dl_view_header_at (self->view, 30, top + (double) name->h + 1), ==, DL_NONE);
      /* Its name shares the first row with labels. */
      g_assert_cmpuint (dl_view_header_at (self->view, VIEW_WIDTH / 2, top + 1), ==, DL_NONE);
      g_assert_cmpuint (dl_view_header_at (self->view, VIEW_WIDTH - 1, top + 1), ==, DL_NONE);
    }
  g_assert_cmpuint (dl_view_header_at (self->view, 30, 1900), ==, DL_NONE);
  /* A collapsed lane is all header. */
  dl_view_toggle_lane (self->view, 1);
  end = (double) op_of (self, 1, DL_ROLE_SEPARATOR)->y;
  g_assert_cmpuint (dl_view_header_at (self->view, 30, end - 1), ==, 1);
  g_assert_cmpuint (dl_view_header_at (self->view, VIEW_WIDTH - 1, end - 1), ==, 1);
  g_assert_cmpuint (dl_view_header_at (self->view, 30, header_of (self, "topic=c") + 1), ==, 2);
  dl_view_toggle_lane (self->view, 1);
  /* As it is seen. */
  view_fixture_make_low (self, 60);
  dl_view_set_scroll (self->view, 30);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 30);
  g_assert_cmpuint (dl_view_header_at (self->view, 30, header_of (self, "topic=b") + 1), ==, 1);
}

/* An event in two lanes is in the one where it was pointed at. */
static void
test_current (ViewFixture *self, gconstpointer data)
{
  guint index, n_lanes;
  guint both;

  view_fixture_open (self, "both.dateline.json",
                     "{\"topics\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"events\": [{\"id\": \"both\", \"title\": "
                     "\"Both\", \"date\": \"2025-01-01\", \"topics\": [\"a\", \"b\"]},"
                     "{\"id\": \"one\", \"title\": \"One\", \"date\": \"2025-02-01\", \"topics\": [\"a\"]}]}");
  dl_session_set_lane_every (self->session, TRUE);
  both = view_fixture_position (self, "both");
  g_assert_cmpuint (dl_view_get_current_lane (self->view), ==, DL_NONE);
  g_assert_null (dl_view_get_lane (self->view, NULL, &index, &n_lanes));
  dl_view_select_in (self->view, both, DL_NO_LANE);
  g_assert_cmpuint (dl_view_get_current_lane (self->view), ==, 0);
  self->n_changed = 0;
  dl_view_select_in (self->view, both, 1);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (dl_view_get_current_lane (self->view), ==, 1);
  g_assert_cmpstr (dl_view_get_lane (self->view, NULL, &index, &n_lanes)->key, ==, "topic=b");
  dl_view_select_in (self->view, both, 1);
  g_assert_cmpuint (self->n_changed, ==, 1);
  /* It goes along where its lane goes. */
  dl_session_move_lane (self->session, "topic=b", -1);
  g_assert_cmpuint (dl_view_get_current_lane (self->view), ==, 0);
  g_assert_cmpstr (dl_view_get_lane (self->view, NULL, &index, &n_lanes)->key, ==, "topic=b");
  /* By key, up into the other one. */
  g_assert_true (dl_view_step_lane (self->view, 1));
  g_assert_cmpuint (dl_view_get_current_lane (self->view), ==, 1);
  view_fixture_assert_selected (self, "both");
  /* What is only in one is there. */
  dl_session_select (self->session, view_fixture_position (self, "one"));
  g_assert_cmpstr (dl_view_get_lane (self->view, NULL, &index, &n_lanes)->key, ==, "topic=a");
  g_assert_null (dl_view_get_lane (self->view, "topic=nobody", &index, &n_lanes));
}

/* A file that is read again is looked at where one was. */
static void
test_reload (ViewFixture *self, gconstpointer data)
{
  g_autofree char *contents = view_fixture_contents (VIEW_YEAR);
  Look             before;

  dl_view_zoom_at (self->view, 200, 2);
  dl_view_set_scroll (self->view, 30);
  dl_session_select (self->session, view_fixture_position (self, "e2"));
  before = view_fixture_look (self);
  dl_session_reload (self->session);
  view_fixture_wait (self);
  view_fixture_assert_look (self, &before);
  view_fixture_assert_selected (self, "e2");

  /* Another one is seen from its home. */
  view_fixture_open (self, "other.dateline.json", contents);
  g_assert_null (dl_session_get_selected (self->session));
  dl_arrangement_get_home_view (dl_view_get_arrangement (self->view), &before.from, &before.to);
  before.scroll = 0;
  view_fixture_assert_look (self, &before);
  dl_view_set_size (self->view, VIEW_WIDTH * 2, VIEW_HEIGHT);
  view_fixture_assert_look (self, &before);
}

/* The same of another zone. */
static void
test_zone (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);
  Look               before;

  dl_view_zoom_at (self->view, 200, 2);
  dl_session_select (self->session, view_fixture_position (self, "e2"));
  before = view_fixture_look (self);
  dl_session_set_zone (self->session, zone);
  view_fixture_assert_look (self, &before);
  view_fixture_assert_selected (self, "e2");
  g_assert_true (dl_view_get_timeline (self->view) == dl_session_get_timeline (self->session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/lanes/toggle", VIEW_YEAR, test_toggle);
  VIEW_TEST ("/view/lanes/toggle-above-selected", VIEW_YEAR, test_toggle_above_selected);
  VIEW_TEST ("/view/lanes/shrinks-above", VIEW_YEAR, test_shrinks_above);
  VIEW_TEST ("/view/lanes/above", VIEW_YEAR, test_above);
  VIEW_TEST ("/view/lanes/reveal", VIEW_YEAR, test_reveal);
  VIEW_TEST ("/view/lanes/header-at", VIEW_YEAR, test_header_at);
  VIEW_TEST ("/view/lanes/current", NULL, test_current);
  VIEW_TEST ("/view/lanes/reload", VIEW_YEAR, test_reload);
  VIEW_TEST ("/view/lanes/zone", VIEW_YEAR, test_zone);
  return g_test_run ();
}
