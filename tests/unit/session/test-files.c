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

/* That one file alone could not be read, and where in it. */
static void
assert_unread (Fixture *self, GFile *file)
{
  GPtrArray *unread = dl_session_get_unread (self->session);

  g_assert_cmpuint (unread->len, ==, 1);
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, unread->pdata[0]), file));
  g_assert_cmpuint (((const DlProblem *) unread->pdata[0])->line, ==, 1);
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
  g_assert_nonnull (strstr (dl_session_get_failures (self->session)[0], "bad.json"));
  g_assert_null (dl_session_get_failures (self->session)[1]);
  g_assert_null (dl_session_get_mistaken_file (self->session));
  assert_unread (self, bad);

  g_clear_pointer (&self->failure, g_free);
  g_object_unref (write_file (self, "second.json", "{\"events\":"));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 2);
  g_assert_nonnull (strstr (self->failure, "second.json"));
  /* That one an editor can mend. */
  g_assert_true (g_file_equal (dl_session_get_mistaken_file (self->session), self->second));
  g_assert_cmpuint (dl_session_get_unread (self->session)->len, ==, 2);
  g_object_unref (write_file (self, "second.json", FILE_OF ("Second", EVENT ("a", "law"))));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  /* The other one has been tried again, and is as it was. */
  g_assert_nonnull (strstr (dl_session_get_failures (self->session)[0], "bad.json"));
  g_assert_null (dl_session_get_failures (self->session)[1]);
  g_assert_null (dl_session_get_mistaken_file (self->session));
}

static void
assert_words (const DlProblem *problem, const char *start)
{
  g_autofree char *words = dl_problem_dup_words (problem);

  g_assert_cmpstr (words, >=, start);
  g_assert_true (g_str_has_prefix (words, start));
}

/* One that could not be read when it was opened is tried again with the others. */
static void
test_try_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)     bad = write_file (self, "bad.json", "{\"events\": [");
  GFile                *all[] = { bad, self->first, self->second };
  g_autoptr (GPtrArray) left = NULL;

  g_assert_false (dl_session_can_reload (self->session));
  dl_session_open (self->session, bad);
  wait (self);
  g_assert_null (dl_session_get_timeline (self->session));
  g_assert_true (dl_session_can_reload (self->session));
  g_object_unref (write_file (self, "bad.json", FILE_OF ("Bad", EVENT ("x", "law"))));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 1);

  g_object_unref (write_file (self, "bad.json", "{\"events\": ["));
  dl_session_open_files (self->session, all, 3, NULL);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), self->first));
  dl_session_set_lane_field (self->session, DL_LANES_BY_STATUS);
  left = dl_session_dup_left_behind (self->session);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, left->pdata[0]), bad));
  assert_words (left->pdata[0], "bad.json, line 1, column 13: A file that could not be read is not in it: ");
  g_object_unref (write_file (self, "bad.json", FILE_OF ("Bad", EVENT ("x", "law"))));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 4);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), bad));
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 3);
  g_assert_null (dl_session_get_failures (self->session));
  /* It is the same that one looks at. */
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_STATUS);

  /* Also where others have been added to it meanwhile. */
  g_object_unref (write_file (self, "bad.json", "{\"events\": ["));
  dl_session_open_files (self->session, all, 2, NULL);
  wait (self);
  dl_session_add_files (self->session, &self->second, 1);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  g_object_unref (write_file (self, "bad.json", FILE_OF ("Bad", EVENT ("x", "law"))));
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 4);
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
  /* Of several the first is told of. */
  dl_session_open_files (self->session, (GFile *[]){ bad, missing }, 2, NULL);
  wait (self);
  g_assert_true (g_file_equal (dl_session_get_mistaken_file (self->session), bad));
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
  g_assert_nonnull (dl_session_get_own_text (self->session, NULL));
  dl_session_open_text (self->session, none);
  wait (self);
  g_assert_nonnull (self->failure);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), self->first));
  g_clear_pointer (&self->failure, g_free);

  dl_session_add_text (self->session, bytes);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 3);
  g_assert_true (dl_session_get_unsaved (self->session));
  g_assert_true (g_bytes_equal (dl_session_get_own_text (self->session, NULL), bytes));
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

/* Several are one text, which tells them apart as well. */
static void
test_join (Fixture *self, gconstpointer data)
{
  const char               text[] = FILE_OF ("Copied", EVENT ("a", "law"));
  g_autoptr (GBytes)       bytes = g_bytes_new_static (text, strlen (text));
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

  dl_session_open_text (self->session, joined);
  wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 1);
  g_assert_cmpuint (dl_timeline_get_n_files (dl_session_get_timeline (self->session)), ==, 2);
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_FILE);
  g_assert_false (dl_session_can_join (self->session));
  g_assert_null (self->failure);
}

/* Returns: (transfer full): the file that all that is open was saved as */
static GFile *
save_all (Fixture *self, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray)    notes = NULL;
  g_autoptr (GBytes)       joined = NULL;
  g_autofree char         *text = NULL;

  dl_session_join_async (self->session, joined_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  joined = dl_session_join_finish (self->session, result, &notes, NULL);
  g_assert_nonnull (joined);
  text = g_strndup (g_bytes_get_data (joined, NULL), g_bytes_get_size (joined));
  return write_file (self, name, text);
}

static void
count_cb (gpointer data)
{
  ++*(guint *) data;
}

/* Saved as one, they go on as that: as they were chosen, watched there, and saved. */
static void
test_go_on (Fixture *self, gconstpointer data)
{
  const char             text[] = FILE_OF ("Copied", EVENT ("c", "war"));
  g_autoptr (GBytes)     bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GFile)      all = NULL;
  g_autoptr (DlTimeline) whole = NULL;
  g_autofree char       *name = NULL;
  guint                  n_named = 0;

  dl_session_open (self->session, self->first);
  wait (self);
  dl_session_add_files (self->session, &self->second, 1);
  wait (self);
  dl_session_add_text (self->session, bytes);
  wait (self);
  dl_session_set_file_on (self->session, 1, FALSE);
  g_assert_cmpuint (dl_session_count_files_off (self->session), ==, 1);
  g_assert_false (dl_session_is_file_on (self->session, 1));
  dl_session_select (self->session, dl_timeline_find (dl_session_get_timeline (self->session), "b"));
  dl_session_set_lane_field (self->session, DL_LANES_BY_STATUS);
  all = save_all (self, "all.json");

  /* Something else was open then. */
  g_assert_false (dl_session_go_on_with (self->session, NULL, all));
  g_assert_true (dl_session_get_unsaved (self->session));
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 3);

  whole = g_object_ref (dl_session_get_whole (self->session));
  g_signal_connect_swapped (self->session, "notify::file", G_CALLBACK (count_cb), &n_named);
  g_assert_true (dl_session_go_on_with (self->session, whole, all));
  wait (self);
  g_assert_cmpuint (n_named, >, 0);
  g_assert_false (dl_session_get_unsaved (self->session));
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 1);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), all));
  name = dl_session_dup_name (self->session);
  g_assert_cmpstr (name, ==, "all.json");
  g_assert_cmpuint (dl_timeline_get_n_files (dl_session_get_whole (self->session)), ==, 3);
  g_assert_cmpuint (n_events (self), ==, 3);
  g_assert_cmpuint (dl_session_count_files_off (self->session), ==, 1);
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "b");
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_STATUS);
  dl_session_set_file_on (self->session, 1, TRUE);
  g_assert_cmpuint (n_events (self), ==, 4);
  g_assert_cmpuint (dl_session_count_files_off (self->session), ==, 0);

  /* What is no timeline any more is not what is open. */
  g_object_unref (write_file (self, "other.json", "{"));
  g_object_unref (all);
  all = g_file_new_for_path (self->paths->pdata[self->paths->len - 1]);
  g_assert_true (dl_session_go_on_with (self->session, dl_session_get_whole (self->session), all));
  wait (self);
  g_assert_nonnull (self->failure);
  g_assert_cmpuint (n_events (self), ==, 4);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), dl_session_get_files (self->session)->pdata[0]));
}

/* The others stay as they are looked at, whichever it is. */
static void
test_take_out (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) third =
    write_file (self, "third.json", "{\"title\": \"Third\", \"events\": [" EVENT ("z", "war") "]}");
  GFile           *all[] = { self->first, self->second, third };
  g_autofree char *title = NULL;
  guint            n_named = 0;

  dl_session_open_files (self->session, all, 3, NULL);
  wait (self);
  title = dl_session_dup_file_title (self->session, third);
  g_assert_cmpstr (title, ==, "Third");
  g_assert_true (g_file_equal (dl_session_get_file_of (self->session, 1), self->second));
  g_assert_null (dl_session_get_file_of (self->session, 3));
  dl_session_set_file_on (self->session, 1, FALSE);
  dl_session_set_file_on (self->session, 0, FALSE);
  dl_session_select (self->session, dl_timeline_find (dl_session_get_timeline (self->session), "z"));
  dl_session_set_lane_field (self->session, DL_LANES_BY_STATUS);
  g_signal_connect_swapped (self->session, "notify::file", G_CALLBACK (count_cb), &n_named);
  g_assert_true (dl_session_take_out (self->session, self->first));
  /* Whoever keeps something with that file lets go of it at once. */
  g_assert_cmpuint (n_named, ==, 1);
  wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), self->second));
  g_assert_cmpuint (n_events (self), ==, 1);
  g_assert_cmpuint (dl_session_count_files_off (self->session), ==, 1);
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "z");
  g_assert_cmpint (lane_field (self), ==, DL_LANES_BY_STATUS);
  /* What is off goes, and what asked for that with it. */
  g_assert_true (dl_session_take_out (self->session, self->second));
  wait (self);
  g_assert_cmpuint (dl_timeline_get_n_files (dl_session_get_whole (self->session)), ==, 0);
  g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
  g_assert_cmpuint (n_events (self), ==, 1);
  /* One is left, which is not taken out. */
  g_assert_false (dl_session_take_out (self->session, self->second));
  g_assert_false (dl_session_take_out (self->session, third));
  g_assert_null (self->failure);
}

/* What there is of a timeline beside its events, in one line: "title|description|as of|eras|people|sources". */
static char *
dup_rest (DlTimeline *timeline)
{
  GString *rest = g_string_new (dl_timeline_get_title (timeline));

  g_string_append_printf (rest, "|%s|%s|", dl_timeline_get_description (timeline),
                          dl_timeline_get_as_of_text (timeline));
  for (guint i = 0; i < dl_timeline_get_n_eras (timeline); i++)
    g_string_append (rest, dl_timeline_get_era (timeline, i)->title);
  g_string_append_c (rest, '|');
  for (guint i = 0; i < dl_timeline_get_n_people (timeline); i++)
    if (dl_timeline_has_value (timeline, DL_TIMELINE_PEOPLE, i))
      g_string_append (rest, dl_timeline_get_person (timeline, i)->name);
  g_string_append_c (rest, '|');
  for (guint i = 0; i < dl_timeline_get_n_sources (timeline); i++)
    if (dl_timeline_has_value (timeline, DL_TIMELINE_SOURCES, i))
      g_string_append (rest, dl_timeline_get_source (timeline, i)->title);
  return g_string_free (rest, FALSE);
}

static void
assert_rest (DlTimeline *timeline, const char *expected, const char *caption)
{
  g_autofree char *rest = dup_rest (timeline);
  g_autofree char *told = dl_timeline_dup_caption (timeline, NULL);

  g_assert_cmpstr (rest, ==, expected);
  g_assert_cmpstr (told, ==, caption);
}

#define WHOLE(title, description, as_of, eras, name, source)                                                           \
  "{\"title\": \"" title "\", \"description\": \"" description "\", \"asOf\": \"" as_of "\", \"eras\": [" eras         \
  "], \"people\": [{\"id\": \"p\", \"name\": \"" name "\"}, {\"id\": \"b\", \"name\": \"Both\"}],"                     \
  " \"sources\": [{\"id\": \"s\", \"title\": \"" source                                                                \
  "\"}], \"events\": [{\"id\": \"a\", \"title\": \"a\", \"date\": \"2025\", \"people\": [\"p\", \"b\"], \"sources\": " \
  "[\"s\"]}]}"
#define ERA(title) "{\"title\": \"" title "\", \"date\": \"2020/2030\"}"

static void
assert_title (Fixture *self, const char *expected)
{
  g_autofree char *title = dl_session_dup_title (self->session);

  g_assert_cmpstr (title, ==, expected);
}

/* Of what is off nothing is told, and all of it is there again when it is on. */
static void
test_off (Fixture *self, gconstpointer data)
{
  GFile                 *both[] = { self->first, self->second };
  g_autoptr (DlFilter)   filter = NULL;
  g_autoptr (DlTimeline) on = NULL;

  g_object_unref (
    write_file (self, "first.json", WHOLE ("First", "One.", "2025-01-02", ERA ("X") ", " ERA ("Y"), "Ida", "Book")));
  g_object_unref (
    write_file (self, "second.json", WHOLE ("Second", "Two.", "2025-01-03", ERA ("Y") ", " ERA ("Z"), "Omar", "Map")));
  dl_session_open_files (self->session, both, 2, NULL);
  wait (self);
  assert_rest (dl_session_get_timeline (self->session),
               "First and Second|First: One.\n\nSecond: Two.|2025-01-03|XYZ|IdaBothOmar|BookMap",
               "As of 3 January 2025 · 2 events");
  dl_session_set_file_on (self->session, 1, FALSE);
  assert_rest (dl_session_get_timeline (self->session), "First|One.|2025-01-02|XY|IdaBoth|Book",
               "As of 2 January 2025 · 1 event");
  /* In another zone, and with another filter, too. */
  filter = dl_filter_copy (dl_session_get_filter (self->session));
  dl_filter_set (filter, DL_FILTER_STATUS, "planned", DL_FILTER_WITH);
  dl_session_set_filter (self->session, filter);
  assert_rest (dl_session_get_timeline (self->session), "First|One.|2025-01-02|XY|IdaBoth|Book",
               "As of 2 January 2025 · 0 of 1 event");
  on = dl_session_dup_switched_on (self->session);
  assert_rest (on, "First|One.|2025-01-02|XY|IdaBoth|Book", "As of 2 January 2025 · 1 event");
  dl_session_set_filter (self->session, NULL);
  dl_session_set_file_on (self->session, 0, FALSE);
  assert_rest (dl_session_get_timeline (self->session), "Second|Two.|2025-01-03|YZ|BothOmar|Map",
               "As of 3 January 2025 · 1 event");
  dl_session_set_file_on (self->session, 1, FALSE);
  assert_rest (dl_session_get_timeline (self->session), "|(null)|(null)|||", "0 events");
  dl_session_set_file_on (self->session, 0, TRUE);
  dl_session_set_file_on (self->session, 1, TRUE);
  assert_rest (dl_session_get_timeline (self->session),
               "First and Second|First: One.\n\nSecond: Two.|2025-01-03|XYZ|IdaBothOmar|BookMap",
               "As of 3 January 2025 · 2 events");
}

/* The same of one file that was made of several, which does not say whose its eras are. */
static void
test_off_within (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) one = write_file (
    self, "one.json",
    "{\"files\": [{\"id\": \"f\", \"name\": \"Third\"}, {\"id\": \"g\", \"name\": \"Second\"}], \"eras\": [" ERA (
      "X") "], \"people\": [{\"id\": \"p\", \"name\": \"Ida\"}, {\"id\": \"q\", \"name\": \"Omar\"}],"
           " \"events\": [{\"title\": \"A\", \"date\": \"2025\", \"file\": \"f\", \"people\": [\"p\"]},"
           " {\"title\": \"B\", \"date\": \"2026\", \"file\": \"g\", \"people\": [\"q\"]}]}");

  dl_session_open (self->session, one);
  wait (self);
  dl_session_set_file_on (self->session, 0, FALSE);
  assert_rest (dl_session_get_timeline (self->session), "Second|(null)|(null)|X|Omar|", "1 event");
  /* It keeps the name that somebody gave it, beside another file too. */
  assert_title (self, "one.json");
  dl_session_add_files (self->session, &self->first, 1);
  wait (self);
  assert_title (self, "one.json and First");
  dl_session_set_file_on (self->session, 1, FALSE);
  assert_title (self, "First");
  dl_session_set_file_on (self->session, 1, TRUE);
  dl_session_set_file_on (self->session, 2, FALSE);
  assert_title (self, "one.json");
  dl_session_open (self->session, self->first);
  wait (self);
  assert_title (self, "First");
}

/* With one that was made of several goes what was asked of each of these, and no more. */
static void
test_take_out_joined (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) third =
    write_file (self, "third.json", "{\"title\": \"Third\", \"events\": [" EVENT ("y", "war") "]}");
  g_autoptr (GFile) fourth =
    write_file (self, "fourth.json", "{\"title\": \"Fourth\", \"events\": [" EVENT ("z", "war") "]}");
  GFile            *both[] = { self->first, self->second };
  g_autoptr (GFile) all = NULL;
  g_auto (GStrv)    off = NULL;

  dl_session_open_files (self->session, both, 2, NULL);
  wait (self);
  all = save_all (self, "all.json");
  dl_session_open_files (self->session, (GFile *[]){ all, third, fourth }, 3, NULL);
  wait (self);
  g_assert_cmpuint (dl_timeline_get_n_files (dl_session_get_whole (self->session)), ==, 4);
  dl_session_set_file_on (self->session, 1, FALSE);
  dl_session_set_file_on (self->session, 2, FALSE);
  g_assert_true (dl_session_take_out (self->session, all));
  wait (self);
  off = dl_filter_dup_keys (dl_session_get_filter (self->session), DL_FILTER_FILE, DL_FILTER_NOT);
  g_assert_cmpuint (g_strv_length (off), ==, 1);
  g_assert_cmpstr (off[0], ==, "third.json");
  g_assert_cmpuint (n_events (self), ==, 1);
}

/* Of what is saved in Dateline's own format that of others is told which that has not; what is
 * wrong in one of its own is in it still. */
static void
test_left_behind (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) table =
    write_file (self, "table.csv", "Date,Title\n2025-01-01,Good\nwhenever,Bad\n2025-02-01,Better\n");
  GFile                *all[] = { self->first, table };
  g_autoptr (GPtrArray) left = NULL;

  g_object_unref (write_file (self, "first.json", FILE_OF ("First", EVENT ("a", "law") ", " EVENT ("b", "war"))));
  dl_session_open_files (self->session, all, 2, NULL);
  wait (self);
  g_assert_cmpuint (dl_session_get_problems (self->session)->len, ==, 2);
  left = dl_session_dup_left_behind (self->session);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, left->pdata[0]), table));
  assert_words (left->pdata[0], "table.csv, line 3, column 1: ");
  g_ptr_array_unref (left);

  dl_session_open (self->session, table);
  wait (self);
  left = dl_session_dup_left_behind (self->session);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, left->pdata[0]), table));
  assert_words (left->pdata[0], "table.csv, line 3, column 1: ");

  dl_session_open (self->session, self->first);
  wait (self);
  /* It is of that file, whatever is open now. */
  g_assert_true (g_file_equal (dl_session_get_problem_file (self->session, left->pdata[0]), table));
  g_ptr_array_unref (left);
  left = dl_session_dup_left_behind (self->session);
  g_assert_cmpuint (left->len, ==, 0);
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

/* A file that has no title is called by its name, of which the suggested one has not the ending. */
static void
test_stem (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name, *contents;
  } rows[] = {
    { "painters.csv", "Date,Title\n1503,Mona Lisa\n" },
    { "more.painters.csv", "Date,Title\n1504,David\n" },
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char      *stem = NULL;
  g_autofree char      *less = NULL;

  g_assert_null (dl_session_dup_stem (self->session));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (files, write_file (self, rows[i].name, rows[i].contents));
  g_ptr_array_add (files, write_file (self, "third.json", FILE_OF ("Notes.csv", EVENT ("a", "law"))));
  dl_session_open (self->session, files->pdata[0]);
  wait (self);
  g_assert_null (dl_session_dup_stem (self->session));
  dl_session_add_files (self->session, (GFile **) files->pdata + 1, 2);
  wait (self);
  stem = dl_session_dup_stem (self->session);
  g_assert_cmpstr (stem, ==, "painters, more.painters and Notes.csv");
  g_assert_true (dl_session_take_out (self->session, files->pdata[1]));
  wait (self);
  less = dl_session_dup_stem (self->session);
  g_assert_cmpstr (less, ==, "painters and Notes.csv");
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
  g_test_add ("/session/files/try-again", Fixture, NULL, set_up, test_try_again, tear_down);
  g_test_add ("/session/files/mistaken", Fixture, NULL, set_up, test_mistaken, tear_down);
  g_test_add ("/session/files/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/session/files/join", Fixture, NULL, set_up, test_join, tear_down);
  g_test_add ("/session/files/go-on", Fixture, NULL, set_up, test_go_on, tear_down);
  g_test_add ("/session/files/take-out", Fixture, NULL, set_up, test_take_out, tear_down);
  g_test_add ("/session/files/off", Fixture, NULL, set_up, test_off, tear_down);
  g_test_add ("/session/files/off-within", Fixture, NULL, set_up, test_off_within, tear_down);
  g_test_add ("/session/files/take-out-joined", Fixture, NULL, set_up, test_take_out_joined, tear_down);
  g_test_add ("/session/files/left-behind", Fixture, NULL, set_up, test_left_behind, tear_down);
  g_test_add ("/session/files/stem", Fixture, NULL, set_up, test_stem, tear_down);
  g_test_add ("/session/files/problems", Fixture, NULL, set_up, test_problems, tear_down);
  g_test_add_func ("/session/files/endings", test_endings);
  return g_test_run ();
}
