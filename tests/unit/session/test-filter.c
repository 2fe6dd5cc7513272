/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which events a session shows of the open file. */
#include "session/dl-session.h"

#include <glib/gstdio.h>

static const char contents[] =
  "{ \"topics\": [{ \"id\": \"a\" }, { \"id\": \"b\" }], \"events\": ["
  "{ \"id\": \"1\", \"title\": \"1\", \"date\": \"2025-01-01T23:00Z\", \"topics\": [\"a\"] },"
  "{ \"id\": \"2\", \"title\": \"2\", \"date\": \"2025-01-02\", \"topics\": [\"b\"] },"
  "{ \"id\": \"3\", \"title\": \"3\", \"date\": \"2025-01-03\", \"topics\": [\"a\"] },"
  "{ \"id\": \"4\", \"title\": \"4\", \"date\": \"2025-01-04\" } ] }";
static const char without_a[] =
  "{ \"topics\": [{ \"id\": \"b\" }], \"events\": ["
  "{ \"id\": \"2\", \"title\": \"2\", \"date\": \"2025-01-02\", \"topics\": [\"b\"] } ] }";

typedef struct
{
  DlSession *session;
  GFile     *files[2];
  char      *folder;
  guint      n_changed;
  guint      n_timelines;
  DlFilter  *filter;
} Fixture;

static void
changed_cb (DlSession *session, Fixture *self)
{
  self->n_changed++;
}

static void
timeline_cb (DlSession *session, GParamSpec *pspec, Fixture *self)
{
  self->n_timelines++;
}

static void
write_file (Fixture *self, guint index, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (self->files[index]), text, -1, &error);
  g_assert_no_error (error);
}

static void
wait_for_load (Fixture *self)
{
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  self->n_changed = self->n_timelines = 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->session = dl_session_new ();
  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (self->files); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.dateline.json", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      self->files[i] = g_file_new_for_path (path);
      write_file (self, i, contents);
    }
  g_signal_connect (self->session, "filter-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->session, "notify::timeline", G_CALLBACK (timeline_cb), self);
  dl_session_open (self->session, self->files[0]);
  wait_for_load (self);
  self->filter = dl_filter_new ();
  dl_filter_set (self->filter, DL_FILTER_TOPIC, "a", DL_FILTER_WITH);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  dl_filter_free (self->filter);
  g_assert_finalize_object (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (self->files); i++)
    {
      g_file_delete (self->files[i], NULL, NULL);
      g_object_unref (self->files[i]);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* The ids of all events, those that are not shown in brackets. */
static void
assert_events (Fixture *self, const char *expected)
{
  DlTimeline         *timeline = dl_session_get_timeline (self->session);
  DlEventSet         *shown = dl_session_get_shown (self->session);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      gboolean in = shown == NULL || dl_event_set_contains (shown, i);

      g_string_append_printf (ids, in ? "%s " : "(%s) ", dl_timeline_get_record (timeline, i)->id);
    }
  g_strchomp (ids->str);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_selected (Fixture *self, const char *id)
{
  DlEvent *selected = dl_session_get_selected (self->session);

  g_assert_cmpstr (selected == NULL ? NULL : dl_event_get_id (selected), ==, id);
  if (selected != NULL)
    g_assert_true (dl_event_get_timeline (selected) == dl_session_get_timeline (self->session));
}

static void
test_dimmed (Fixture *self, gconstpointer data)
{
  g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
  g_assert_null (dl_session_get_shown (self->session));
  dl_session_select (self->session, 1);
  dl_session_set_filter (self->session, self->filter);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (self->n_timelines, ==, 0);
  assert_events (self, "1 (2) 3 (4)");
  assert_selected (self, "2");
  g_assert_true (dl_filter_equal (dl_session_get_filter (self->session), self->filter));
  dl_session_set_filter (self->session, self->filter);
  g_assert_cmpuint (self->n_changed, ==, 1);
  dl_session_set_filter (self->session, NULL);
  g_assert_cmpuint (self->n_changed, ==, 2);
  g_assert_null (dl_session_get_shown (self->session));
}

static void
test_hidden (Fixture *self, gconstpointer data)
{
  dl_session_set_filter_hides (self->session, TRUE);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (self->n_timelines, ==, 0);
  dl_session_select (self->session, 2);
  dl_session_set_filter (self->session, self->filter);
  g_assert_cmpuint (self->n_changed, ==, 2);
  g_assert_cmpuint (self->n_timelines, ==, 1);
  assert_events (self, "1 3");
  g_assert_null (dl_session_get_shown (self->session));
  assert_selected (self, "3");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 1);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_whole (self->session)), ==, 4);

  dl_filter_set (self->filter, DL_FILTER_TOPIC, "a", DL_FILTER_NOT);
  dl_session_set_filter (self->session, self->filter);
  assert_events (self, "2 4");
  assert_selected (self, NULL);
  dl_session_set_filter_hides (self->session, FALSE);
  assert_events (self, "(1) 2 (3) 4");
  g_assert_true (dl_session_get_whole (self->session) == dl_session_get_timeline (self->session));
}

static void
test_measured (Fixture *self, gconstpointer data)
{
  dl_session_set_filter_hides (self->session, TRUE);
  dl_session_select (self->session, 0);
  dl_session_measure_to (self->session, 3);
  dl_session_set_filter (self->session, self->filter);
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
}

static void
test_zone (Fixture *self, gconstpointer data)
{
  g_autoptr (DlZone) tokyo = dl_zone_new ("Asia/Tokyo", NULL);

  dl_session_set_filter (self->session, self->filter);
  dl_session_set_filter_hides (self->session, TRUE);
  dl_session_select (self->session, 0);
  self->n_changed = 0;
  dl_session_set_zone (self->session, tokyo);
  /* The first has an offset and moves behind the second, which floats. */
  g_assert_cmpuint (self->n_changed, ==, 1);
  assert_events (self, "1 3");
  assert_selected (self, "1");
  g_assert_true (dl_timeline_get_zone (dl_session_get_timeline (self->session)) == tokyo);
  g_assert_true (dl_timeline_get_zone (dl_session_get_whole (self->session)) == tokyo);
  dl_session_set_filter_hides (self->session, FALSE);
  assert_events (self, "(2) 1 3 (4)");
}

static void
test_reload (Fixture *self, gconstpointer data)
{
  dl_session_set_filter (self->session, self->filter);
  write_file (self, 0, without_a);
  dl_session_reload (self->session);
  wait_for_load (self);
  /* Its topic is gone, but it stays asked for. */
  assert_events (self, "(2)");
  g_assert_true (dl_filter_equal (dl_session_get_filter (self->session), self->filter));
  write_file (self, 0, contents);
  dl_session_reload (self->session);
  wait_for_load (self);
  assert_events (self, "1 (2) 3 (4)");
}

static void
test_other_file (Fixture *self, gconstpointer data)
{
  dl_session_set_filter (self->session, self->filter);
  dl_session_set_filter_hides (self->session, TRUE);
  dl_session_open (self->session, self->files[1]);
  wait_for_load (self);
  g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
  assert_events (self, "1 2 3 4");
  /* How filters work is a way of the reader's, not the file's. */
  g_assert_true (dl_session_get_filter_hides (self->session));
}

/* Without a file a filter is only kept. */
static void
test_nothing_open (void)
{
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlFilter)  filter = dl_filter_new ();

  dl_filter_set (filter, DL_FILTER_STATUS, "planned", DL_FILTER_WITH);
  dl_session_set_filter (session, filter);
  g_assert_null (dl_session_get_shown (session));
  g_assert_null (dl_session_get_whole (session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/filter/dimmed", Fixture, NULL, set_up, test_dimmed, tear_down);
  g_test_add ("/session/filter/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/session/filter/measured", Fixture, NULL, set_up, test_measured, tear_down);
  g_test_add ("/session/filter/zone", Fixture, NULL, set_up, test_zone, tear_down);
  g_test_add ("/session/filter/reload", Fixture, NULL, set_up, test_reload, tear_down);
  g_test_add ("/session/filter/other-file", Fixture, NULL, set_up, test_other_file, tear_down);
  g_test_add_func ("/session/filter/nothing-open", test_nothing_open);
  return g_test_run ();
}
