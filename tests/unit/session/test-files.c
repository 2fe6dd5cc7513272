/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several files open at once, and text that is in none. */
#include "session/dl-session.h"

#include <string.h>

#include <glib/gstdio.h>

#define EVENT(id, topic) "{\"id\": \"" id "\", \"title\": \"" id "\", \"date\": \"2025\", \"topics\": [\"" topic "\"]}"
#define FILE_OF(title, event)                                                                                          \
  "{\"title\": \"" title "\", \"topics\": [{\"id\": \"law\", \"name\": \"Law\"}], \"events\": [" event "]}"

typedef struct
{
  DlSession *session;
  char      *folder;
  GPtrArray *paths;
  GFile     *first;
  GFile     *second;
  char      *failure; /* the last one; nullable */
} Fixture;

static void
failed_cb (DlSession *session, const char *message, Fixture *self)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
}

/* Returns: (transfer full) */
static GFile *
write_file (Fixture *self, const char *name, const char *contents)
{
  char              *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (self->paths, path);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->session = dl_session_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), self);
  self->first = write_file (self, "first.json", FILE_OF ("First", EVENT ("a", "law") ", " EVENT ("b", "law")));
  self->second = write_file (self, "second.json", FILE_OF ("Second", EVENT ("a", "law")));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->session);
  g_object_unref (self->first);
  g_object_unref (self->second);
  for (guint i = 0; i < self->paths->len; i++)
    g_unlink (self->paths->pdata[i]);
  g_ptr_array_unref (self->paths);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->failure);
}

static void
wait (Fixture *self)
{
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
}

static guint
n_events (Fixture *self)
{
  return dl_timeline_get_n_events (dl_session_get_timeline (self->session));
}

static DlLaneField
lane_field (Fixture *self)
{
  return dl_session_get_lane_options (self->session)->field;
}

/* What one was doing goes on with what is added. */
static void
test_add (Fixture *self, gconstpointer data)
{
  GFile *both[] = { self->first, self->second };

  dl_session_open (self->session, self->first);
  wait (self);
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_TOPIC);
  dl_session_select (self->session, dl_timeline_find (dl_session_get_timeline (self->session), "b"));
  dl_session_add_files (self->session, both, 2);
  g_assert_true (dl_session_has_file (self->session, self->second));
  wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), self->first));
  g_assert_cmpuint (n_events (self), ==, 3);
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "b");
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_FILE);

  /* All of them are read again. */
  g_object_unref (self->second);
  self->second = write_file (self, "second.json", FILE_OF ("Second", EVENT ("a", "law") ", " EVENT ("c", "law")));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 4);
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "b");

  /* One alone is told by its topics again. */
  dl_session_open (self->session, self->second);
  wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 1);
  g_assert_cmpuint (n_events (self), ==, 2);
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_TOPIC);
  g_assert_null (self->failure);
}

/* Lanes that somebody chose stay. */
static void
test_chosen_lanes (Fixture *self, gconstpointer data)
{
  dl_session_open (self->session, self->first);
  wait (self);
  dl_session_set_lane_field (self->session, DL_LANES_BY_STATUS);
  dl_session_add_files (self->session, &self->second, 1);
  wait (self);
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_STATUS);
}

static void
test_switch_off (Fixture *self, gconstpointer data)
{
  GFile               *both[] = { self->first, self->second };
  g_autoptr (DlFilter) filter = dl_filter_new ();

  dl_session_open_files (self->session, both, 2, NULL);
  wait (self);
  dl_filter_set (filter, DL_FILTER_FILE, "first.json", DL_FILTER_NOT);
  dl_session_set_filter_hides (self->session, TRUE);
  dl_session_set_filter (self->session, filter);
  g_assert_cmpuint (n_events (self), ==, 1);
  /* So it is once they have been read again. */
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 1);
  g_assert_cmpstr (dl_timeline_get_record (dl_session_get_timeline (self->session), 0)->id, ==, "second.json:a");
}

/* One that fails is told; of those that were open it may come back. */
static void
test_failures (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) bad = write_file (self, "bad.json", "{\"events\": 7}");
  GFile            *all[] = { self->first, bad, self->second };

  dl_session_open_files (self->session, all, 3, NULL);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  g_assert_nonnull (strstr (self->failure, "bad.json"));
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);

  g_clear_pointer (&self->failure, g_free);
  g_object_unref (write_file (self, "second.json", "{\"events\":"));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 2);
  g_assert_nonnull (strstr (self->failure, "second.json"));
  g_object_unref (write_file (self, "second.json", FILE_OF ("Second", EVENT ("a", "law"))));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
}

/* What an editor can mend is told from what it cannot. */
static void
test_mistaken (Fixture *self, gconstpointer data)
{
  static const char  text[] = "{\"events\": [";
  g_autoptr (GFile)  bad = write_file (self, "bad.json", text);
  g_autoptr (GFile)  other = write_file (self, "other.json", "{\"events\": 7}");
  g_autoptr (GFile)  folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile)  missing = g_file_get_child (folder, "missing.json");
  g_autoptr (GBytes) pasted = g_bytes_new_static (text, strlen (text));

  dl_session_open (self->session, bad);
  wait (self);
  g_assert_true (g_file_equal (dl_session_get_mistaken_file (self->session), bad));
  dl_session_open (self->session, self->first);
  wait (self);
  g_assert_null (dl_session_get_mistaken_file (self->session));
  /* What was open before is not what has the mistake. */
  dl_session_open (self->session, bad);
  wait (self);
  g_assert_true (g_file_equal (dl_session_get_mistaken_file (self->session), bad));
  dl_session_open (self->session, missing);
  wait (self);
  g_assert_null (dl_session_get_mistaken_file (self->session));
  dl_session_open (self->session, other);
  wait (self);
  g_assert_null (dl_session_get_mistaken_file (self->session));
  dl_session_open_text (self->session, pasted);
  wait (self);
  g_assert_null (dl_session_get_mistaken_file (self->session));
  /* Of a folder an editor makes nothing. */
  g_unlink (g_file_peek_path (self->first));
  g_unlink (g_file_peek_path (self->second));
  g_unlink (g_file_peek_path (other));
  dl_session_open (self->session, folder);
  wait (self);
  g_assert_nonnull (strstr (self->failure, "bad.json:1:"));
  g_assert_null (dl_session_get_mistaken_file (self->session));
}

static void
test_text (Fixture *self, gconstpointer data)
{
  const char         text[] = FILE_OF ("Copied", EVENT ("a", "law"));
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) none = g_bytes_new_static ("Hello", 5);
  g_autofree char   *name = NULL;

  dl_session_open (self->session, self->first);
  wait (self);
  g_assert_false (dl_session_get_unsaved (self->session));
  g_assert_nonnull (dl_session_get_own_text (self->session));
  dl_session_open_text (self->session, none);
  wait (self);
  g_assert_nonnull (self->failure);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), self->first));
  g_clear_pointer (&self->failure, g_free);

  dl_session_add_text (self->session, bytes);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  g_assert_true (dl_session_get_unsaved (self->session));
  g_assert_true (g_bytes_equal (dl_session_get_own_text (self->session), bytes));
  /* It can be read again for as long as it is open, alone too. */
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  dl_session_open_text (self->session, bytes);
  wait (self);
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 1);
  g_assert_true (dl_session_get_unsaved (self->session));
  name = dl_session_dup_name (self->session);
  g_assert_cmpstr (name, ==, "Pasted");
  /* Once it is saved it is that file. */
  dl_session_take_saved (self->session, self->second);
  g_assert_false (dl_session_get_unsaved (self->session));
  g_assert_true (g_file_equal (dl_session_get_file (self->session), self->second));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpstr (dl_timeline_get_title (dl_session_get_timeline (self->session)), ==, "Second");
  g_assert_null (self->failure);
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What is in no file is in one that was made of all, until more is there. */
static void
test_join (Fixture *self, gconstpointer data)
{
  const char               text[] = FILE_OF ("Copied", EVENT ("a", "law"));
  g_autoptr (GBytes)       bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GFile)        file = g_file_new_for_path ("/nowhere/all.dateline.json");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray)    notes = NULL;
  g_autoptr (GBytes)       joined = NULL;
  g_autoptr (GError)       error = NULL;

  dl_session_open (self->session, self->first);
  wait (self);
  g_assert_false (dl_session_can_join (self->session));
  dl_session_add_text (self->session, bytes);
  wait (self);
  g_assert_true (dl_session_can_join (self->session));
  g_assert_true (dl_session_get_unsaved (self->session));
  dl_session_join_async (self->session, joined_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  joined = dl_session_join_finish (self->session, result, &notes, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (joined, NULL), (gssize) g_bytes_get_size (joined), "Copied"));
  g_assert_cmpuint (notes->len, ==, 0);

  /* Something else has been saved. */
  dl_session_take_joined (self->session, NULL, file);
  g_assert_true (dl_session_get_unsaved (self->session));
  dl_session_take_joined (self->session, dl_session_get_whole (self->session), file);
  g_assert_false (dl_session_get_unsaved (self->session));
  dl_session_reload (self->session);
  wait (self);
  g_assert_false (dl_session_get_unsaved (self->session));
  dl_session_add_files (self->session, &self->second, 1);
  wait (self);
  g_assert_true (dl_session_get_unsaved (self->session));

  /* That file tells them apart as well. */
  dl_session_open_text (self->session, joined);
  wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 1);
  g_assert_cmpuint (dl_timeline_get_n_files (dl_session_get_timeline (self->session)), ==, 2);
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_FILE);
  g_assert_false (dl_session_can_join (self->session));
  g_assert_null (self->failure);
}

/* Each is of the file that it is in, and not of the first. */
static void
test_problems (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) bad = write_file (self, "bad.json", "{\"events\": 7}");
  g_autoptr (GFile) third =
    write_file (self, "third.json", "{\"title\": \"Third\", \"events\": [" EVENT ("z", "war") "]}");
  GFile     *all[] = { self->first, bad, third };
  GPtrArray *problems;

  dl_session_open_files (self->session, all, 3, NULL);
  wait (self);
  problems = dl_session_get_problems (self->session);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, problems->pdata[0]), third));

  dl_session_open (self->session, third);
  wait (self);
  problems = dl_session_get_problems (self->session);
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, problems->pdata[0]), third));
}

/* Of every format, each once. */
static void
test_endings (void)
{
  g_auto (GStrv) endings = dl_session_dup_endings ();
  guint          n_json = 0;

  for (guint i = 0; endings[i] != NULL; i++)
    n_json += g_str_equal (endings[i], "json");
  g_assert_cmpuint (n_json, ==, 1);
  g_assert_cmpstr (endings[0], ==, "dateline.json");
  g_assert_true (g_strv_contains ((const char *const *) endings, "ics"));
  g_assert_true (g_strv_contains ((const char *const *) endings, "csv"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/files/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/session/files/chosen-lanes", Fixture, NULL, set_up, test_chosen_lanes, tear_down);
  g_test_add ("/session/files/switch-off", Fixture, NULL, set_up, test_switch_off, tear_down);
  g_test_add ("/session/files/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/session/files/mistaken", Fixture, NULL, set_up, test_mistaken, tear_down);
  g_test_add ("/session/files/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/session/files/join", Fixture, NULL, set_up, test_join, tear_down);
  g_test_add ("/session/files/problems", Fixture, NULL, set_up, test_problems, tear_down);
  g_test_add_func ("/session/files/endings", test_endings);
  return g_test_run ();
}
