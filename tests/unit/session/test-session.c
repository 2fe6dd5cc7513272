/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is open, selected and measured, from one file to the next. */
#include "session/dl-session.h"

#include <string.h>

#include <glib/gstdio.h>

typedef struct
{
  DlSession *session;
  char      *folder;
  GPtrArray *paths;
  char      *failure; /* the last one; nullable */
  guint      n_measured;
  guint      n_timelines;
} Fixture;

static void
failed_cb (DlSession *session, const char *message, Fixture *self)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
}

static void
measured_cb (DlSession *session, Fixture *self)
{
  self->n_measured++;
}

static void
timeline_cb (DlSession *session, GParamSpec *pspec, Fixture *self)
{
  self->n_timelines++;
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
  g_signal_connect (self->session, "measured", G_CALLBACK (measured_cb), self);
  g_signal_connect (self->session, "notify::timeline", G_CALLBACK (timeline_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer session = self->session;

  /* A load that was given up keeps it until it has ended. */
  g_object_add_weak_pointer (session, &session);
  g_object_unref (self->session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < self->paths->len; i++)
    g_unlink (self->paths->pdata[i]);
  g_ptr_array_unref (self->paths);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->failure);
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

/* A week of single days, "e0" on the first, after @n_more that are long past. */
static GFile *
write_week (Fixture *self, const char *name, guint n_more)
{
  g_autoptr (GString) out = g_string_new ("{\"sources\": [{\"id\": \"s\", \"title\": \"S\"}], \"events\": [");

  for (guint i = 0; i < n_more; i++)
    g_string_append_printf (out, "{\"title\": \"Long ago\", \"date\": \"1900-01-%02u\"},", i % 31 + 1);
  for (guint i = 0; i < 7; i++)
    g_string_append_printf (out,
                            "%s{\"id\": \"e%u\", \"title\": \"%u\", \"date\": \"2025-10-%02u\", \"sources\": [\"s\"]}",
                            i == 0 ? "" : ",", i, i, i + 1);
  g_string_append (out, "]}");
  return write_file (self, name, out->str);
}

static void
wait (Fixture *self)
{
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_file (Fixture *self, GFile *file)
{
  dl_session_open (self->session, file);
  wait (self);
}

static guint
n_events (Fixture *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  return timeline == NULL ? 0 : dl_timeline_get_n_events (timeline);
}

static guint
position (Fixture *self, const char *id)
{
  guint found = dl_timeline_find (dl_session_get_timeline (self->session), id);

  g_assert_cmpuint (found, !=, DL_NONE);
  return found;
}

/* What the last load is of is what is open, also when an older one is ready
 * first, and nobody is told of the older one. */
static void
test_older_load (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) large = write_week (self, "large.dateline.json", 3000);
  g_autoptr (GFile) small = write_week (self, "small.dateline.json", 0);

  dl_session_open (self->session, large);
  g_assert_true (dl_session_has_file (self->session, large));
  /* It is read, and its result waits to be fetched, as far as that can be known. */
  while (!g_main_context_pending (NULL))
    g_thread_yield ();
  dl_session_open (self->session, small);
  g_assert_true (dl_session_has_file (self->session, small));
  g_assert_false (dl_session_has_file (self->session, large));
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 7);
  g_assert_cmpuint (self->n_timelines, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_events (self), ==, 7);
  g_assert_cmpuint (self->n_timelines, ==, 1);
  g_assert_null (self->failure);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), small));
}

/* One that fails, and one that is given up, change nothing of what is open. */
static void
test_nothing_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_week (self, "week.dateline.json", 0);
  g_autoptr (GFile) bad = write_file (self, "bad.dateline.json", "{\"events\": 7}");
  DlTimeline       *timeline;

  open_file (self, file);
  timeline = dl_session_get_timeline (self->session);
  dl_session_select (self->session, position (self, "e3"));
  open_file (self, bad);
  g_assert_nonnull (self->failure);
  g_assert_nonnull (strstr (self->failure, "bad.dateline.json"));
  g_assert_true (dl_session_get_timeline (self->session) == timeline);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), file));
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, position (self, "e3"));

  g_clear_pointer (&self->failure, g_free);
  dl_session_reload (self->session);
  g_assert_true (dl_session_get_loading (self->session));
  dl_session_cancel (self->session);
  g_assert_false (dl_session_get_loading (self->session));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (self->failure);
  g_assert_true (dl_session_get_timeline (self->session) == timeline);
}

/* What is selected is looked for by its id in what is read again, not in another file. */
/* What was lost is told with how many there are in the file. */
static void
test_lost_words (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) bad = write_file (self, "bad.dateline.json",
                                      "{\"events\": [{\"title\": \"A\", \"date\": \"2025\"}, {\"title\": \"B\"}]}");
  g_autoptr (GFile) good = write_week (self, "week.dateline.json", 0);
  g_autofree char  *words = NULL;

  g_assert_null (dl_session_dup_lost_words (self->session));
  open_file (self, bad);
  words = dl_session_dup_lost_words (self->session);
  g_assert_cmpstr (words, ==, "1 of 2 events could not be read");
  open_file (self, good);
  g_assert_null (dl_session_dup_lost_words (self->session));
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_week (self, "week.dateline.json", 0);
  g_autoptr (GFile) again = NULL;
  g_autoptr (GFile) other = write_week (self, "other.dateline.json", 0);
  g_autoptr (GFile) empty = NULL;

  open_file (self, file);
  dl_session_select (self->session, position (self, "e3"));
  again = write_week (self, "week.dateline.json", 5);
  dl_session_reload (self->session);
  wait (self);
  g_assert_cmpuint (n_events (self), ==, 12);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 8);
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "e3");
  open_file (self, other);
  g_assert_null (dl_session_get_selected (self->session));

  /* Nor where it is gone. */
  dl_session_select (self->session, position (self, "e3"));
  empty = write_file (self, "other.dateline.json",
                      "{\"events\": [{\"id\": \"e9\", \"title\": \"Nine\", \"date\": \"2025\"}]}");
  dl_session_reload (self->session);
  wait (self);
  g_assert_null (dl_session_get_selected (self->session));
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, DL_NONE);
}

/* What is opened as it was has nothing selected where nothing was, whatever is by now. */
static void
test_selection_of_state (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)    file = write_week (self, "week.dateline.json", 0);
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_parsed ("{'selected': <'e1'>}"));

  open_file (self, file);
  dl_session_select (self->session, position (self, "e3"));
  dl_session_open_with_state (self->session, file, other);
  wait (self);
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "e1");
  dl_session_open_with_state (self->session, file, none);
  wait (self);
  g_assert_null (dl_session_get_selected (self->session));
}

static void
assert_measure (Fixture *self, const char *distance, guint n_events)
{
  g_autoptr (DlMeasure) measure = dl_session_dup_measure (self->session);

  if (distance == NULL)
    {
      g_assert_null (measure);
      return;
    }
  g_assert_nonnull (measure);
  g_assert_cmpstr (measure->distance, ==, distance);
  g_assert_cmpuint (measure->n_events, ==, n_events);
}

/* Measuring is from what is selected: of another one there is nothing measured. */
static void
test_measure (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_week (self, "week.dateline.json", 0);
  DlInstant         from, to;

  open_file (self, file);
  assert_measure (self, NULL, 0);
  /* From nothing there is no way. */
  dl_session_measure_to (self->session, position (self, "e4"));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
  dl_session_select (self->session, position (self, "e1"));
  dl_session_measure_to (self->session, position (self, "e4"));
  assert_measure (self, "3 days", 4);
  /* Nor from one to itself. */
  dl_session_measure_to (self->session, position (self, "e1"));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
  assert_measure (self, NULL, 0);

  dl_session_measure_to (self->session, position (self, "e4"));
  self->n_measured = 0;
  dl_session_select (self->session, position (self, "e2"));
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
  g_assert_cmpuint (self->n_measured, ==, 1);
  assert_measure (self, NULL, 0);

  /* What is drawn on the axis stays, whatever is selected, until the other way. */
  from = dl_timeline_get_record (dl_session_get_timeline (self->session), 0)->start;
  to = dl_timeline_get_record (dl_session_get_timeline (self->session), 2)->start;
  dl_session_measure_range (self->session, from, to, DL_UNIT_DAY);
  assert_measure (self, "2 days", 2);
  dl_session_select (self->session, position (self, "e5"));
  assert_measure (self, "2 days", 2);
  g_assert_true (dl_session_get_range (self->session, &from, &to));
  dl_session_measure_to (self->session, position (self, "e6"));
  g_assert_false (dl_session_get_range (self->session, &from, &to));
  assert_measure (self, "1 day", 2);
  dl_session_measure_range (self->session, from, to, DL_UNIT_DAY);
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
}

/* Nothing is measured on an axis that is told anew. */
static void
test_measure_ends (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)  file = write_week (self, "week.dateline.json", 0);
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);
  DlInstant          from, to;

  open_file (self, file);
  for (guint way = 0; way < 4; way++)
    {
      dl_session_select (self->session, position (self, "e1"));
      if (way % 2 == 0)
        dl_session_measure_to (self->session, position (self, "e4"));
      else
        dl_session_measure_range (
          self->session, dl_timeline_get_record (dl_session_get_timeline (self->session), 0)->start,
          dl_timeline_get_record (dl_session_get_timeline (self->session), 2)->start, DL_UNIT_DAY);
      self->n_measured = 0;
      if (way < 2)
        dl_session_set_zone (self->session, way == 0 ? zone : NULL);
      else
        {
          dl_session_reload (self->session);
          wait (self);
        }
      g_assert_cmpuint (self->n_measured, ==, 1);
      g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
      g_assert_false (dl_session_get_range (self->session, &from, &to));
      assert_measure (self, NULL, 0);
      g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "e1");
    }
  dl_session_clear_measure (self->session);
  g_assert_cmpuint (self->n_measured, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/older-load", Fixture, NULL, set_up, test_older_load, tear_down);
  g_test_add ("/session/nothing-new", Fixture, NULL, set_up, test_nothing_new, tear_down);
  g_test_add ("/session/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/session/lost-words", Fixture, NULL, set_up, test_lost_words, tear_down);
  g_test_add ("/session/selection-of-state", Fixture, NULL, set_up, test_selection_of_state, tear_down);
  g_test_add ("/session/measure", Fixture, NULL, set_up, test_measure, tear_down);
  g_test_add ("/session/measure-ends", Fixture, NULL, set_up, test_measure_ends, tear_down);
  return g_test_run ();
}
