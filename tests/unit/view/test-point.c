/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view that points at one event after the other, beside one that the reader has. */
#include "view-fixture.h"

#include <string.h>

#define BEGIN G_GINT64_CONSTANT (987654321)
#define MSEC 1000
#define DAY 86400.0

static DlTextMeasure *
new_measure (const char *language, gpointer data)
{
  return dl_text_measure_fixed ();
}

/* A second view of the session, as wide as the first one. */
static DlView *
make_pointing (ViewFixture *self)
{
  DlView *view = dl_view_new (self->session);

  dl_view_set_pointing (view, TRUE);
  dl_view_set_measure_func (view, new_measure, NULL);
  dl_view_set_size (view, VIEW_WIDTH, 200);
  g_assert_nonnull (dl_view_get_viewport (view));
  return view;
}

static double
x_of (DlView *view, guint position)
{
  return dl_viewport_x (dl_view_get_viewport (view),
                        dl_timeline_get_record (dl_view_get_timeline (view), position)->start);
}

/* The one event that a picture shows as the selected one, or DL_NONE. */
static guint
find_selected (DlView *view)
{
  guint       n, found = DL_NONE;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (view), &n);

  for (guint i = 0; i < n; i++)
    if (ops[i].flags & DL_OP_SELECTED)
      {
        g_assert_true (found == DL_NONE || found == ops[i].event);
        found = ops[i].event;
      }
  return found;
}

static void
test_middle (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlView) view = make_pointing (self);
  double             scale, half;

  dl_view_point_at (view, 5, 4, 6);
  scale = dl_view_get_viewport (view)->scale;
  g_assert_cmpfloat_with_epsilon (x_of (view, 5) + DAY / 2 * scale, VIEW_WIDTH / 2, 0.1);
  /* From 10 June to 10 July it is 30 days, to 10 May 31. */
  half = 1.25 * 29.5 * DAY;
  g_assert_cmpfloat_with_epsilon (VIEW_WIDTH / 2 / scale / half, 1, 1e-6);
  g_assert_cmpfloat (x_of (view, 6), <, VIEW_WIDTH);

  /* Others in between are not meant. */
  dl_view_point_at (view, 5, 1, DL_NONE);
  g_assert_cmpfloat (x_of (view, 1), >, 0);
  g_assert_cmpfloat_with_epsilon (x_of (view, 5) + DAY / 2 * dl_view_get_viewport (view)->scale, VIEW_WIDTH / 2, 0.1);

  /* By itself it is seen from a little farther than it is long. */
  dl_view_point_at (view, 5, DL_NONE, DL_NONE);
  g_assert_cmpfloat_with_epsilon (VIEW_WIDTH / dl_view_get_viewport (view)->scale / DAY, 1.3, 1e-6);
}

/* The first and the last do not leave half of the picture empty: there is more at their other side. */
static void
test_ends (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlView) view = make_pointing (self);

  dl_view_point_at (view, 11, 10, DL_NONE);
  g_assert_cmpfloat (x_of (view, 11), >, VIEW_WIDTH * 0.7);
  g_assert_cmpfloat (x_of (view, 11), <, VIEW_WIDTH * 0.8);
  g_assert_cmpfloat (x_of (view, 10), >, 0);
  dl_view_point_at (view, 0, DL_NONE, 1);
  g_assert_cmpfloat (x_of (view, 0), >, VIEW_WIDTH * 0.2);
  g_assert_cmpfloat (x_of (view, 0), <, VIEW_WIDTH * 0.3);
  g_assert_cmpfloat (x_of (view, 1), <, VIEW_WIDTH);
}

/* Neither the session nor the reader's view hears of it, and it hears of neither. */
static void
test_apart (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlView) view = NULL;
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;

  dl_session_select (self->session, 2);
  view_fixture_wait_for_rest (self);
  before = view_fixture_dump (self);
  view = make_pointing (self);
  dl_view_point_at (view, 7, 6, 8);
  g_assert_cmpuint (find_selected (view), ==, 7);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 2);
  after = view_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpuint (dl_arrangement_get_n_lanes (dl_view_get_arrangement (self->view)), ==, 3);
  g_assert_cmpuint (dl_arrangement_get_n_lanes (dl_view_get_arrangement (view)), ==, 1);
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  dl_session_select (self->session, 3);
  g_assert_cmpuint (dl_arrangement_get_n_lanes (dl_view_get_arrangement (view)), ==, 1);
  g_assert_cmpuint (find_selected (view), ==, 7);
}

/* However many there are beside it, what is pointed at is named and in sight. */
static void
test_named (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GString) contents = g_string_new ("{\"events\": [");
  g_autoptr (DlView)  view = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (contents, "%s{\"id\": \"e%u\", \"title\": \"Number %u\", \"date\": \"2025-10-25\"}",
                            i == 0 ? "" : ",", i, i);
  g_string_append (contents, "]}");
  view_fixture_open (self, "day.dateline.json", contents->str);
  view = make_pointing (self);
  for (guint i = 0; i < 40; i++)
    {
      const DlOp *op;

      dl_view_point_at (view, i, i > 0 ? i - 1 : DL_NONE, i < 39 ? i + 1 : DL_NONE);
      op = dl_scene_find_event (dl_view_get_scene (view), i, DL_NO_LANE);
      g_assert_nonnull (op);
      g_assert_true (op->role == DL_ROLE_LABEL || op->role == DL_ROLE_CARD);
      g_assert_cmpfloat (op->y - dl_view_get_scroll (view), >=, dl_view_get_head_height (view));
      g_assert_cmpfloat (op->y + op->h - dl_view_get_scroll (view), <=, 200);
    }
}

/* Slower than a reader's own way, so that all of a room can follow. */
static void
test_flight (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlView) view = make_pointing (self);

  dl_view_point_at (view, 1, 0, 2);
  dl_view_set_animated (view, TRUE);
  dl_view_point_at (view, 9, 8, 10);
  g_assert_true (dl_view_get_flying (view));
  dl_view_advance (view, BEGIN);
  dl_view_advance (view, BEGIN + 690 * MSEC);
  g_assert_true (dl_view_get_flying (view));
  dl_view_advance (view, BEGIN + 700 * MSEC);
  g_assert_false (dl_view_get_flying (view));
  g_assert_cmpfloat_with_epsilon (x_of (view, 9) + DAY / 2 * dl_view_get_viewport (view)->scale, VIEW_WIDTH / 2, 0.1);
}

static guint
count_relations (DlView *view)
{
  guint       n_ops, n = 0;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == DL_ROLE_RELATION;
  return n;
}

/* What leads elsewhere is for who reads, not for who is shown one thing. */
static void
test_no_relations (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlView) view = NULL;

  view_fixture_open (self, "two.dateline.json",
                     "{\"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": \"2025-01-01\", \"related\": "
                     "[{\"event\": \"b\"}]}, {\"id\": \"b\", \"title\": \"B\", \"date\": \"2025-01-20\"}]}");
  dl_session_select (self->session, 0);
  g_assert_cmpuint (count_relations (self->view), >, 0);
  view = make_pointing (self);
  dl_view_point_at (view, 0, DL_NONE, 1);
  g_assert_cmpuint (find_selected (view), ==, 0);
  g_assert_cmpuint (count_relations (view), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/point/middle", VIEW_YEAR, test_middle);
  VIEW_TEST ("/view/point/ends", VIEW_YEAR, test_ends);
  VIEW_TEST ("/view/point/apart", VIEW_YEAR, test_apart);
  VIEW_TEST ("/view/point/named", NULL, test_named);
  VIEW_TEST ("/view/point/no-relations", NULL, test_no_relations);
  VIEW_TEST ("/view/point/flight", VIEW_YEAR, test_flight);
  return g_test_run ();
}
