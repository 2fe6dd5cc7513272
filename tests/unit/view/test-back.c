/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going back and forth through views: what is a step, and what it brings back. */
#include "view-fixture.h"

#include <math.h>

/* Of any clock. */
#define BEGIN G_GINT64_CONSTANT (987654321)

static DlTextMeasure *
new_measure (const char *language, gpointer data)
{
  return dl_text_measure_fixed ();
}

static void
turn (ViewFixture *self)
{
  while (g_main_context_iteration (self->context, FALSE))
    ;
}

static void
go (ViewFixture *self, int direction, const Look *expected)
{
  g_assert_true (dl_view_can_go (self->view, direction));
  g_assert_true (dl_view_go (self->view, direction));
  view_fixture_assert_look (self, expected);
}

static void
assert_ends (ViewFixture *self, gboolean back, gboolean forth)
{
  g_assert_cmpint (dl_view_can_go (self->view, -1), ==, back);
  g_assert_cmpint (dl_view_can_go (self->view, 1), ==, forth);
}

static void
select_id (ViewFixture *self, const char *id)
{
  dl_session_select (self->session, id == NULL ? DL_NONE : view_fixture_position (self, id));
}

/* Each of the ways to another view that the reader can ask for. */
static void
fit (ViewFixture *self)
{
  dl_view_fit (self->view);
}

static void
now (ViewFixture *self)
{
  dl_view_go_to_now (self->view);
}

static void
page (ViewFixture *self)
{
  dl_view_turn_page (self->view, 1);
}

static void
range (ViewFixture *self)
{
  dl_view_show_range (self->view, DL_INSTANT (1740000000), DL_INSTANT (1741000000));
}

static void
reveal (ViewFixture *self)
{
  dl_view_reveal (self->view, view_fixture_position (self, "e9"));
}

static void
fly_to (ViewFixture *self)
{
  dl_view_fly_to (self->view, view_fixture_position (self, "e9"), TRUE);
}

static void
zoom (ViewFixture *self)
{
  dl_view_zoom (self->view, 2);
}

static void
step (ViewFixture *self)
{
  select_id (self, "e0");
  dl_view_step_event (self->view, 1);
}

static void
last (ViewFixture *self)
{
  dl_view_step_to_end (self->view, 1);
}

static void
home (ViewFixture *self)
{
  dl_view_go_home (self->view);
}

static void
wheel (ViewFixture *self)
{
  dl_view_zoom_at (self->view, 100, 0.25);
  dl_view_zoom_at (self->view, 100, 0.25);
  dl_view_pan (self->view, 60);
}

static void
drag (ViewFixture *self)
{
  dl_view_begin_drag (self->view);
  for (guint i = 1; i < 5; i++)
    dl_view_drag (self->view, 10.0 * i, 0);
  dl_view_end_drag (self->view);
}

static void
pinch (ViewFixture *self)
{
  dl_view_begin_pinch (self->view, 300);
  for (guint i = 1; i < 5; i++)
    dl_view_pinch (self->view, 300, 1 + 0.1 * i);
  dl_view_end_pinch (self->view);
}

static void
test_steps (ViewFixture *self, gconstpointer data)
{
  static void (*const ways[]) (ViewFixture *) = { fit,  now,  page, range, reveal, fly_to, zoom,
                                                  step, last, home, wheel, drag,   pinch };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint flies = 0; flies < 2; flies++)
      {
        Look before, after;

        /* From a view that none of them leads to. */
        dl_view_set_animated (self->view, FALSE);
        select_id (self, NULL);
        dl_view_show_range (self->view, DL_INSTANT (1736000000), DL_INSTANT (1738000000));
        turn (self);
        before = view_fixture_look (self);
        g_assert_false (dl_view_can_go (self->view, 1));
        dl_view_set_animated (self->view, flies == 1);
        ways[i](self);
        g_assert_true (dl_view_can_go (self->view, -1));
        view_fixture_land (self, BEGIN);
        view_fixture_wait (self);
        dl_view_set_animated (self->view, FALSE);
        dl_view_rest (self->view);
        after = view_fixture_look (self);
        g_assert_cmpfloat (fabs (dl_instant_distance (before.from, after.from)) +
                             fabs (dl_instant_distance (before.to, after.to)),
                           >, 3600);
        go (self, -1, &before);
        g_assert_null (dl_session_get_selected (self->session));
        go (self, 1, &after);
      }
}

/* It flies there, and can be told where while it is on the way. */
static void
test_flies (ViewFixture *self, gconstpointer data)
{
  Look      before = view_fixture_look (self);
  DlInstant from, to;

  dl_view_zoom (self->view, 4);
  dl_view_set_animated (self->view, TRUE);
  g_assert_true (dl_view_go (self->view, -1));
  g_assert_true (dl_view_get_flying (self->view));
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, before.from), 0, 60);
  view_fixture_land (self, BEGIN);
  view_fixture_assert_look (self, &before);
  assert_ends (self, FALSE, TRUE);
}

/* Whoever is faster than a flight comes through the same views. */
static void
test_fast (ViewFixture *self, gconstpointer data)
{
  Look      before = view_fixture_look (self);
  Look      look = { 0 };
  DlInstant from, to;

  dl_view_set_animated (self->view, TRUE);
  dl_view_fly_to (self->view, view_fixture_position (self, "e3"), TRUE);
  g_assert_true (dl_view_get_destination (self->view, &look.from, &look.to));
  dl_view_advance (self->view, BEGIN);
  dl_view_advance (self->view, BEGIN + 50000);
  dl_view_fly_to (self->view, view_fixture_position (self, "e9"), TRUE);
  dl_view_advance (self->view, BEGIN + 60000);
  dl_view_go (self->view, -1);
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, look.from), 0, 1);
  dl_view_go (self->view, -1);
  view_fixture_land (self, BEGIN + 100000);
  view_fixture_assert_look (self, &before);
}

/* All of a gesture, and what it leads to up to rest, is one step; what is not
 * at rest yet can be gone back from. */
static void
test_gesture (ViewFixture *self, gconstpointer data)
{
  Look first = view_fixture_look (self);
  Look second, third;

  assert_ends (self, FALSE, FALSE);
  wheel (self);
  assert_ends (self, TRUE, FALSE);
  view_fixture_wait_for_rest (self);
  second = view_fixture_look (self);
  wheel (self);
  third = view_fixture_look (self);
  go (self, -1, &second);
  go (self, -1, &first);
  assert_ends (self, FALSE, TRUE);
  go (self, 1, &second);
  go (self, 1, &third);
  assert_ends (self, TRUE, FALSE);
  /* A new way takes the place of those that were there. */
  go (self, -1, &second);
  wheel (self);
  assert_ends (self, TRUE, FALSE);
  view_fixture_wait_for_rest (self);
  assert_ends (self, TRUE, FALSE);
  go (self, -1, &second);
}

/* Where nothing is another, there is no step. */
static void
test_no_step (ViewFixture *self, gconstpointer data)
{
  Look before;

  dl_view_turn_page (self->view, 1);
  dl_view_fit (self->view);
  before = view_fixture_look (self);
  dl_view_zoom (self->view, 4);
  go (self, -1, &before);
  dl_view_fit (self->view);
  assert_ends (self, TRUE, TRUE);
  dl_view_reveal (self->view, view_fixture_position (self, "e5"));
  assert_ends (self, TRUE, TRUE);
  dl_view_begin_drag (self->view);
  dl_view_drag (self->view, 30, 0);
  dl_view_drag (self->view, 0, 0);
  dl_view_end_drag (self->view);
  view_fixture_wait_for_rest (self);
  assert_ends (self, TRUE, TRUE);
}

/* Event after event is one step; so is zooming by keys. */
static void
test_runs (ViewFixture *self, gconstpointer data)
{
  Look before, after;

  dl_view_show_range (self->view, DL_INSTANT (1736000000), DL_INSTANT (1738000000));
  dl_view_step_event (self->view, 1);
  turn (self);
  before = view_fixture_look (self);
  for (guint i = 0; i < 5; i++)
    {
      dl_view_step_event (self->view, 1);
      turn (self);
    }
  after = view_fixture_look (self);
  view_fixture_assert_selected (self, "e5");
  for (guint i = 0; i < 3; i++)
    dl_view_zoom (self->view, 2);
  go (self, -1, &after);
  view_fixture_assert_selected (self, "e5");
  go (self, -1, &before);
  view_fixture_assert_selected (self, "e0");
}

/* What was selected where one looked is selected again; what is selected without
 * moving belongs to where that was. */
static void
test_selected (ViewFixture *self, gconstpointer data)
{
  select_id (self, "e2");
  turn (self);
  dl_view_zoom (self->view, 4);
  select_id (self, "e7");
  turn (self);
  dl_view_fit (self->view);
  select_id (self, NULL);
  turn (self);
  g_assert_true (dl_view_go (self->view, -1));
  view_fixture_assert_selected (self, "e7");
  g_assert_true (dl_view_go (self->view, -1));
  view_fixture_assert_selected (self, "e2");
  g_assert_true (dl_view_go (self->view, 1));
  g_assert_true (dl_view_go (self->view, 1));
  g_assert_null (dl_session_get_selected (self->session));
}

/* To follow a relation is a step, also where all stays in sight. */
static void
test_related (ViewFixture *self, gconstpointer data)
{
  Look before;

  view_fixture_open (self, "two.dateline.json",
                     "{\"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": \"2025-01-01\"}, {\"id\": \"b\", "
                     "\"title\": \"B\", \"date\": \"2025-01-20\", \"related\": [{\"event\": \"a\"}]}, {\"id\": "
                     "\"c\", \"title\": \"C\", \"date\": \"2025-02-10\"}]}");
  before = view_fixture_look (self);
  select_id (self, "a");
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED);
  view_fixture_assert_look (self, &before);
  view_fixture_assert_selected (self, "b");
  go (self, -1, &before);
  view_fixture_assert_selected (self, "a");
  assert_ends (self, FALSE, TRUE);
  go (self, 1, &before);
  view_fixture_assert_selected (self, "b");
  /* The same by what is pointed at; and what was only selected meanwhile was not a step. */
  select_id (self, "c");
  turn (self);
  select_id (self, "b");
  turn (self);
  dl_view_go_to_event (self->view, view_fixture_position (self, "a"), FALSE);
  view_fixture_assert_look (self, &before);
  for (guint i = 0; i < 2; i++)
    {
      view_fixture_assert_selected (self, i == 0 ? "a" : "b");
      go (self, -1, &before);
    }
  view_fixture_assert_selected (self, "a");
  assert_ends (self, FALSE, TRUE);
  /* On the way it is the same. */
  dl_view_set_animated (self->view, TRUE);
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED);
  g_assert_true (dl_view_go (self->view, -1));
  view_fixture_land (self, BEGIN);
  view_fixture_assert_look (self, &before);
  view_fixture_assert_selected (self, "a");
}

/* What is selected while it is not seen is not what was selected there. */
static void
test_unseen (ViewFixture *self, gconstpointer data)
{
  Look before, after;

  dl_view_show_range (self->view, DL_INSTANT (1736000000), DL_INSTANT (1738000000));
  select_id (self, "e0");
  turn (self);
  before = view_fixture_look (self);
  dl_view_set_seen (self->view, FALSE);
  for (guint i = 1; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      select_id (self, id);
      turn (self);
    }
  dl_view_set_seen (self->view, TRUE);
  dl_view_go_to_event (self->view, view_fixture_position (self, "e8"), TRUE);
  turn (self);
  after = view_fixture_look (self);
  go (self, -1, &before);
  view_fixture_assert_selected (self, "e0");
  go (self, 1, &after);
  view_fixture_assert_selected (self, "e8");

  /* What is followed from there is left there, wherever that is. */
  dl_view_set_seen (self->view, FALSE);
  select_id (self, "e3");
  turn (self);
  dl_view_go_to_event (self->view, view_fixture_position (self, "e4"), TRUE);
  go (self, -1, &after);
  view_fixture_assert_selected (self, "e3");
  go (self, -1, &after);
  view_fixture_assert_selected (self, "e8");
  /* Who comes back without going anywhere has selected it here. */
  select_id (self, "e5");
  turn (self);
  dl_view_set_seen (self->view, TRUE);
  turn (self);
  dl_view_zoom (self->view, 2);
  go (self, -1, &after);
  view_fixture_assert_selected (self, "e5");
}

/* Another size of the window, and another zone: the same time. */
static void
test_size_and_zone (ViewFixture *self, gconstpointer data)
{
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);
  Look               before;

  dl_view_show_range (self->view, DL_INSTANT (1740000000), DL_INSTANT (1741000000));
  before = view_fixture_look (self);
  dl_view_fit (self->view);
  dl_view_set_size (self->view, 1234, VIEW_HEIGHT + 100);
  dl_session_set_zone (self->session, zone);
  view_fixture_wait (self);
  go (self, -1, &before);
}

/* How far the lanes were scrolled is found again, at rest too, and scrolling
 * alone is no step. */
static void
test_scroll (ViewFixture *self, gconstpointer data)
{
  Look before;

  view_fixture_make_low (self, 60);
  dl_view_set_scroll (self->view, 25);
  assert_ends (self, FALSE, FALSE);
  before = view_fixture_look (self);
  dl_view_zoom (self->view, 8);
  dl_view_set_scroll (self->view, 0);
  dl_view_set_animated (self->view, TRUE);
  g_assert_true (dl_view_go (self->view, -1));
  view_fixture_land (self, BEGIN);
  view_fixture_assert_look (self, &before);
  /* What lies below is a jump. */
  dl_view_set_animated (self->view, FALSE);
  dl_view_set_scroll (self->view, 0);
  dl_view_show_below (self->view);
  g_assert_cmpfloat (dl_view_get_scroll (self->view), >, 30);
  assert_ends (self, TRUE, FALSE);
  g_assert_true (dl_view_go (self->view, -1));
  g_assert_cmpfloat (dl_view_get_scroll (self->view), ==, 0);
}

/* What is opened folds again on the way back, and opens on the way forth. */
static void
test_folds (ViewFixture *self, gconstpointer data)
{
  Look before, after;

  dl_view_set_fold (self->view, TRUE);
  before = view_fixture_look (self);
  g_assert_cmpuint (dl_folds_get_n (dl_view_get_viewport (self->view)->folds), ==, 1);
  dl_view_open_fold (self->view, 0);
  after = view_fixture_look (self);
  g_assert_cmpuint (dl_folds_get_n (dl_view_get_viewport (self->view)->folds), ==, 0);
  go (self, -1, &before);
  g_assert_cmpuint (dl_folds_get_n (dl_view_get_viewport (self->view)->folds), ==, 1);
  assert_ends (self, FALSE, TRUE);
  go (self, 1, &after);
  g_assert_cmpuint (dl_view_get_opened (self->view)->n, ==, 1);
  /* Home folds it, and is a step. */
  dl_view_go_home (self->view);
  view_fixture_assert_look (self, &before);
  g_assert_cmpuint (dl_view_get_opened (self->view)->n, ==, 0);
  go (self, -1, &after);
  g_assert_cmpuint (dl_view_get_opened (self->view)->n, ==, 1);
}

/* The same where the folds come from a thread; and whoever moves meanwhile is
 * not taken elsewhere. */
static void
test_folds_on_thread (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GString)  file = g_string_new ("{\"events\": [");
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) state_there = NULL;
  DlInstant            from, to;
  Look                 before, after;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (file, "%s{\"title\": \"%u\", \"date\": \"%u-%02u-%02u\"}", i == 0 ? "" : ",", i,
                            (i < 3000 ? 1600 : 1900) + i % 10, 1 + i % 12, 1 + i % 28);
  g_string_append (file, "]}");
  dl_view_set_fold (self->view, TRUE);
  view_fixture_open (self, "far.dateline.json", file->str);
  before = view_fixture_look (self);
  g_assert_cmpuint (dl_folds_get_n (dl_view_get_viewport (self->view)->folds), ==, 1);
  dl_view_open_fold (self->view, 0);
  view_fixture_wait (self);
  after = view_fixture_look (self);
  g_assert_true (dl_view_go (self->view, -1));
  g_assert_true (dl_view_get_arranging (self->view));
  /* Whoever asks, or quits, meanwhile is told where it leads. */
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, before.from), 0, 60);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (to, before.to), 0, 60);
  state = dl_view_dup_state (self->view);
  view_fixture_wait (self);
  view_fixture_assert_look (self, &before);
  state_there = dl_view_dup_state (self->view);
  g_assert_true (g_variant_equal (state, state_there));
  g_assert_true (dl_view_go (self->view, 1));
  view_fixture_wait (self);
  view_fixture_assert_look (self, &after);

  dl_view_go_home (self->view);
  view_fixture_wait (self);
  view_fixture_assert_look (self, &before);
  g_assert_true (dl_view_go (self->view, -1));
  dl_view_zoom_at (self->view, 300, 2);
  before = view_fixture_look (self);
  view_fixture_wait (self);
  g_assert_cmpfloat (fabs (dl_instant_distance (view_fixture_look (self).from, after.from)), >, 86400);
}

/* A file that is read again keeps its steps, another one begins anew. */
static void
test_files (ViewFixture *self, gconstpointer data)
{
  Look before = view_fixture_look (self);

  select_id (self, "e4");
  turn (self);
  dl_view_zoom (self->view, 4);
  dl_session_reload (self->session);
  view_fixture_wait (self);
  select_id (self, NULL);
  go (self, -1, &before);
  view_fixture_assert_selected (self, "e4");
  assert_ends (self, FALSE, TRUE);
  view_fixture_open (self, "other.dateline.json", "{\"events\": [{\"title\": \"x\", \"date\": \"1999\"}]}");
  assert_ends (self, FALSE, FALSE);
  g_assert_false (dl_view_go (self->view, -1));
}

/* States, to be kept */

static void
test_state (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GVariant) state = NULL;
  g_autoptr (DlFilter) filter = dl_filter_new ();
  Look                 before, there;

  dl_view_show_range (self->view, DL_INSTANT (1740000000), DL_INSTANT (1741000000));
  select_id (self, "e1");
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_WITH);
  dl_session_set_filter (self->session, filter);
  dl_session_set_filter_hides (self->session, TRUE);
  there = view_fixture_look (self);
  state = dl_view_dup_state (self->view);
  g_assert_true (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  dl_session_set_filter (self->session, NULL);
  dl_session_set_filter_hides (self->session, FALSE);
  select_id (self, "e9");
  dl_view_fit (self->view);
  before = view_fixture_look (self);
  dl_view_show_state (self->view, state);
  view_fixture_assert_look (self, &there);
  view_fixture_assert_selected (self, "e1");
  g_assert_cmpint (dl_session_get_lane_options (self->session)->field, ==, DL_LANES_BY_PERSON);
  g_assert_true (dl_filter_equal (dl_session_get_filter (self->session), filter));
  g_assert_true (dl_session_get_filter_hides (self->session));
  g_assert_cmpuint (dl_timeline_get_n_events (dl_view_get_timeline (self->view)), ==, 4);
  /* It is a step; what is left out stays so. */
  go (self, -1, &before);
  g_assert_null (dl_session_get_selected (self->session));
  g_assert_true (dl_session_get_filter_hides (self->session));
}

/* A file that is opened with a state is looked at there from the first picture on,
 * in whatever size, until somebody moves; and the next file is not. */
static void
test_open_with_state (ViewFixture *self, gconstpointer data)
{
  g_autofree char     *path = g_build_filename (self->folder, "year.dateline.json", NULL);
  g_autoptr (GFile)    file = g_file_new_for_path (path);
  g_autoptr (DlZone)   zone = dl_zone_new ("Asia/Tokyo", NULL);
  g_autoptr (GVariant) state = NULL;
  g_autofree char     *contents = view_fixture_contents (VIEW_YEAR);
  g_autoptr (DlFilter) filter = dl_filter_new ();
  Look                 there, home_look;

  dl_session_set_zone (self->session, zone);
  dl_view_go_home (self->view);
  home_look = view_fixture_look (self);
  dl_view_show_range (self->view, DL_INSTANT (1740000000), DL_INSTANT (1741000000));
  select_id (self, "e1");
  dl_session_set_lane_state (self->session, "topic:a", DL_LANE_COLLAPSED);
  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_NOT);
  dl_session_set_filter (self->session, filter);
  there = view_fixture_look (self);
  state = dl_view_dup_state (self->view);

  g_assert_finalize_object (g_steal_pointer (&self->view));
  g_assert_finalize_object (g_steal_pointer (&self->session));
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  dl_view_set_measure_func (self->view, new_measure, NULL);
  dl_view_open (self->view, &file, 1, state);
  view_fixture_wait (self);
  dl_view_set_size (self->view, 500, VIEW_HEIGHT);
  view_fixture_assert_look (self, &there);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  view_fixture_assert_look (self, &there);
  view_fixture_assert_selected (self, "e1");
  g_assert_cmpstr (dl_zone_get_name (dl_session_get_zone (self->session)), ==, "Asia/Tokyo");
  g_assert_cmpint (dl_lane_options_get_state (dl_session_get_lane_options (self->session), "topic:a"), ==,
                   DL_LANE_COLLAPSED);
  g_assert_true (dl_filter_equal (dl_session_get_filter (self->session), filter));
  g_assert_cmpuint (dl_event_set_get_n (dl_session_get_shown (self->session)), ==, 8);
  assert_ends (self, FALSE, FALSE);
  /* Home is where the file begins. */
  dl_view_go_home (self->view);
  view_fixture_assert_look (self, &home_look);
  go (self, -1, &there);

  view_fixture_open (self, "again.dateline.json", contents);
  view_fixture_assert_look (self, &home_look);
  g_assert_cmpint (dl_lane_options_get_state (dl_session_get_lane_options (self->session), "topic:a"), ==,
                   DL_LANE_AUTO);
}

/* What is no state is passed over. */
static void
test_bad_state (ViewFixture *self, gconstpointer data)
{
  static const char *const texts[] = { "@a{sv} {}", "{'range': <'x'>, 'fold': <true>}", "{'lanes': <5>}" };
  Look                     before = view_fixture_look (self);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) state = g_variant_parse (G_VARIANT_TYPE_VARDICT, texts[i], NULL, NULL, NULL);

      g_assert_nonnull (state);
      dl_view_show_state (self->view, state);
      view_fixture_assert_look (self, &before);
      g_assert_false (dl_view_get_fold (self->view));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/back/steps", VIEW_YEAR, test_steps);
  VIEW_TEST ("/view/back/flies", VIEW_YEAR, test_flies);
  VIEW_TEST ("/view/back/fast", VIEW_YEAR, test_fast);
  VIEW_TEST ("/view/back/gesture", VIEW_YEAR, test_gesture);
  VIEW_TEST ("/view/back/no-step", VIEW_YEAR, test_no_step);
  VIEW_TEST ("/view/back/runs", VIEW_YEAR, test_runs);
  VIEW_TEST ("/view/back/selected", VIEW_YEAR, test_selected);
  VIEW_TEST ("/view/back/related", VIEW_YEAR, test_related);
  VIEW_TEST ("/view/back/unseen", VIEW_YEAR, test_unseen);
  VIEW_TEST ("/view/back/size-and-zone", VIEW_YEAR, test_size_and_zone);
  VIEW_TEST ("/view/back/scroll", VIEW_YEAR, test_scroll);
  VIEW_TEST ("/view/back/folds", VIEW_GAP, test_folds);
  VIEW_TEST ("/view/back/folds-on-thread", NULL, test_folds_on_thread);
  VIEW_TEST ("/view/back/files", VIEW_YEAR, test_files);
  VIEW_TEST ("/view/back/state", VIEW_YEAR, test_state);
  VIEW_TEST ("/view/back/open-with-state", VIEW_YEAR, test_open_with_state);
  VIEW_TEST ("/view/back/bad-state", VIEW_YEAR, test_bad_state);
  return g_test_run ();
}
