/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes as a session holds them for the open file. */
#include "session/dl-session.h"

#include <string.h>

#include <glib/gstdio.h>

#include "layout/dl-lanes.h"

static const char contents[] =
  "{ \"topics\": [{ \"id\": \"a\" }, { \"id\": \"b\" }, { \"id\": \"c\" }], \"people\": [{ \"id\": \"p\" }], "
  "\"events\": ["
  "{ \"title\": \"1\", \"date\": \"2025-01-01\", \"topics\": [\"a\", \"b\"], \"people\": [\"p\"] },"
  "{ \"title\": \"2\", \"date\": \"2025-01-02\", \"topics\": [\"b\"] },"
  "{ \"title\": \"3\", \"date\": \"2025-01-03\", \"topics\": [\"c\"] } ] }";

typedef struct
{
  DlSession *session;
  GFile     *files[2];
  char      *folder;
  guint      n_changed;
} Fixture;

static void
changed_cb (DlSession *session, Fixture *self)
{
  self->n_changed++;
}

static void
open_file (Fixture *self, GFile *file)
{
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (dl_session_get_timeline (self->session));
  self->n_changed = 0;
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

      g_file_set_contents (path, contents, -1, &error);
      g_assert_no_error (error);
      self->files[i] = g_file_new_for_path (path);
    }
  g_signal_connect (self->session, "lanes-changed", G_CALLBACK (changed_cb), self);
  open_file (self, self->files[0]);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (self->files); i++)
    {
      g_file_delete (self->files[i], NULL, NULL);
      g_object_unref (self->files[i]);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* Keys, lane after lane, those of collapsed lanes in brackets. */
static void
assert_lanes (Fixture *self, guint n_changed, const char *expected)
{
  g_autoptr (GArray) lanes =
    dl_lanes_new (dl_session_get_timeline (self->session), dl_session_get_lane_options (self->session));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < lanes->len; i++)
    {
      const DlLane *lane = &g_array_index (lanes, DlLane, i);

      g_string_append_printf (found, lane->state == DL_LANE_COLLAPSED ? "%s[%s]" : "%s%s", i > 0 ? " " : "", lane->key);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpuint (self->n_changed, ==, n_changed);
}

/* What is as it was changes nothing. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  assert_lanes (self, 0, "topic=a topic=b topic=c");
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  assert_lanes (self, 1, "person=p person:none");
  dl_session_set_lane_every (self->session, TRUE);
  dl_session_set_lane_every (self->session, 2);
  g_assert_cmpuint (self->n_changed, ==, 2);
  dl_session_set_lane_state (self->session, "person=p", DL_LANE_COLLAPSED);
  dl_session_set_lane_state (self->session, "person=p", DL_LANE_COLLAPSED);
  assert_lanes (self, 3, "[person=p] person:none");
  dl_session_set_all_lane_states (self->session, DL_LANE_COLLAPSED);
  dl_session_set_all_lane_states (self->session, DL_LANE_COLLAPSED);
  assert_lanes (self, 4, "[person=p] [person:none]");
  /* What was chosen for people says nothing of topics, and is there again. */
  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  assert_lanes (self, 5, "topic=a topic=b topic=c");
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  assert_lanes (self, 6, "[person=p] [person:none]");
}

static void
test_moving (Fixture *self, gconstpointer data)
{
  dl_session_move_lane (self->session, "topic=c", -1);
  assert_lanes (self, 1, "topic=a topic=c topic=b");
  dl_session_move_lane (self->session, "topic=a", 5);
  assert_lanes (self, 2, "topic=c topic=b topic=a");
  dl_session_move_lane (self->session, "topic=a", -2);
  assert_lanes (self, 3, "topic=a topic=c topic=b");
  dl_session_move_lane (self->session, "topic=a", -1);
  dl_session_move_lane (self->session, "topic=b", 1);
  dl_session_move_lane (self->session, "nobody", 1);
  assert_lanes (self, 3, "topic=a topic=c topic=b");
  /* Each field has an order of its own. */
  dl_session_set_lane_field (self->session, DL_LANES_BY_PERSON);
  dl_session_move_lane (self->session, "person=p", 1);
  assert_lanes (self, 5, "person:none person=p");
  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  assert_lanes (self, 6, "topic=a topic=c topic=b");
}

static void
test_files (Fixture *self, gconstpointer data)
{
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);

  dl_session_set_lane_state (self->session, "topic=a", DL_LANE_COLLAPSED);
  dl_session_move_lane (self->session, "topic=c", -2);
  open_file (self, self->files[0]);
  assert_lanes (self, 0, "topic=c [topic=a] topic=b");
  dl_session_set_zone (self->session, zone);
  assert_lanes (self, 0, "topic=c [topic=a] topic=b");
  open_file (self, self->files[1]);
  assert_lanes (self, 0, "topic=a topic=b topic=c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/lanes/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/session/lanes/moving", Fixture, NULL, set_up, test_moving, tear_down);
  g_test_add ("/session/lanes/files", Fixture, NULL, set_up, test_files, tear_down);
  return g_test_run ();
}
