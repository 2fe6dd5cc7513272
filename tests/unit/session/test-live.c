/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The open file, while others write it. */
#include "session/dl-session.h"

#include <string.h>

#include <glib/gstdio.h>

#include "formats/dl-watch.h"

#define EVENT(id, title)                                                                                               \
  "{ \"id\": \"" id "\", \"title\": \"" title "\", \"date\": \"2001-02-03\", \"topics\": [\"t\"] }"
#define NO_ID(title) "{ \"title\": \"" title "\", \"date\": \"2001-02-03\" }"
#define FILE_OF(events) "{ \"topics\": [{\"id\":\"t\",\"name\":\"T\"}],\n  \"events\": [ " events " ] }"

#define ONE FILE_OF (EVENT ("a", "A") "," EVENT ("b", "B"))
#define TWO FILE_OF (EVENT ("c", "C") "," EVENT ("b", "Z"))
#define BROKEN "{ \"events\": [\n  { \"id\": "

typedef struct
{
  DlSession *session;
  char      *folder;
  char      *path;
  char      *words; /* of the last reread that changed something */
  guint      n_rereads;
  guint      n_loads;
  guint      n_states;
  guint      n_news;
  guint      n_failures;
} Fixture;

static void
save (Fixture *self, const char *contents)
{
  FILE *file = g_fopen (self->path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (contents, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
reread_cb (DlSession *session, const char *words, Fixture *self)
{
  self->n_rereads++;
  /* What has only just been written may be read twice. */
  if (words == NULL)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
}

static void
loading_cb (DlSession *session, GParamSpec *pspec, Fixture *self)
{
  self->n_loads += dl_session_get_loading (session);
}

static void
state_cb (DlSession *session, Fixture *self)
{
  self->n_states++;
}

static void
news_cb (DlSession *session, Fixture *self)
{
  self->n_news++;
}

static void
failed_cb (DlSession *session, const char *message, Fixture *self)
{
  self->n_failures++;
}

static void
wait_for_load (Fixture *self)
{
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_file (Fixture *self, const char *contents, DlReread reread)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  save (self, contents);
  dl_session_set_reread (self->session, reread);
  dl_session_open (self->session, file);
  wait_for_load (self);
  g_assert_nonnull (dl_session_get_timeline (self->session));
  self->n_loads = 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->session = dl_session_new ();
  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "a.json", NULL);
  g_signal_connect (self->session, "reread", G_CALLBACK (reread_cb), self);
  g_signal_connect (self->session, "notify::loading", G_CALLBACK (loading_cb), self);
  g_signal_connect (self->session, "file-state-changed", G_CALLBACK (state_cb), self);
  g_signal_connect (self->session, "news-changed", G_CALLBACK (news_cb), self);
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer session = self->session;

  g_object_add_weak_pointer (session, &session);
  g_object_unref (self->session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->words);
}

static void
wait_for_title (Fixture *self, const char *id, const char *title)
{
  DlTimeline *timeline;
  guint       position;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      timeline = dl_session_get_timeline (self->session);
      position = dl_timeline_find (timeline, id);
    }
  while (position == DL_NONE || !g_str_equal (dl_timeline_get_record (timeline, position)->title, title) ||
         dl_session_get_loading (self->session));
}

static void
wait_for_state (Fixture *self, DlFileState state)
{
  while (dl_session_get_file_state (self->session) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
select_id (Fixture *self, const char *id)
{
  dl_session_select (self->session, dl_timeline_find (dl_session_get_timeline (self->session), id));
  g_assert_nonnull (dl_session_get_selected (self->session));
}

static void
test_at_once (Fixture *self, gconstpointer data)
{
  DlTimeline *timeline;

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  save (self, TWO);
  wait_for_title (self, "b", "Z");
  g_assert_cmpstr (self->words, ==, "1 added, 1 changed, 1 gone");
  timeline = dl_session_get_timeline (self->session);
  g_assert_true (dl_event_set_contains (dl_session_get_added (self->session), dl_timeline_find (timeline, "c")));
  g_assert_true (dl_event_set_contains (dl_session_get_changed (self->session), dl_timeline_find (timeline, "b")));
  g_assert_cmpint (dl_session_get_file_state (self->session), ==, DL_FILE_AS_READ);
}

/* All that the reader has chosen. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (DlQuery)  query = dl_query_new ("z");
  g_autoptr (DlFilter) filter = dl_filter_new ();
  g_autoptr (DlFilter) before = NULL;
  DlInstant            from, to;

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  dl_session_set_lane_field (self->session, DL_LANES_BY_PLACE);
  dl_session_search (self->session, query);
  select_id (self, "b");
  dl_session_measure_range (self->session, DL_INSTANT (0), DL_INSTANT (86400), DL_UNIT_DAY);
  dl_session_set_filter_hides (self->session, TRUE);
  before = dl_filter_copy (dl_session_get_filter (self->session));
  save (self, TWO);
  wait_for_title (self, "b", "Z");
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "b");
  g_assert_cmpint (dl_session_get_lane_options (self->session)->field, ==, DL_LANES_BY_PLACE);
  g_assert_true (dl_session_get_query (self->session) == query);
  g_assert_true (dl_session_get_filter_hides (self->session));
  g_assert_true (dl_filter_equal (before, dl_session_get_filter (self->session)));
  g_assert_true (dl_session_get_range (self->session, &from, &to));
  g_assert_cmpint (dl_instant_compare (to, DL_INSTANT (86400)), ==, 0);
  while (!dl_session_get_searched (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dl_event_set_get_n (dl_session_get_hits (self->session)), ==, 1);
}

/* Where an id is made up for each, the selected event is found by what it is called. */
static void
test_no_ids (Fixture *self, gconstpointer data)
{
  open_file (self, FILE_OF (NO_ID ("A") "," NO_ID ("B")), DL_REREAD_AT_ONCE);
  select_id (self, "event-1");
  save (self, FILE_OF (NO_ID ("Y") "," NO_ID ("Z") "," NO_ID ("A") "," NO_ID ("B")));
  wait_for_title (self, "event-3", "A");
  g_assert_cmpstr (dl_event_get_title (dl_session_get_selected (self->session)), ==, "A");
  g_assert_cmpstr (self->words, ==, "2 added");
}

static void
test_broken (Fixture *self, gconstpointer data)
{
  DlTimeline      *before;
  const DlProblem *unread;

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  before = dl_session_get_timeline (self->session);
  save (self, BROKEN);
  wait_for_state (self, DL_FILE_BROKEN);
  g_assert_true (dl_session_get_timeline (self->session) == before);
  g_assert_nonnull (strstr (dl_session_get_file_failure (self->session), "a.json:2:"));
  g_assert_true (g_file_equal (dl_session_get_mistaken_file (self->session), dl_session_get_file (self->session)));
  g_assert_false (dl_session_get_loading (self->session));
  unread = dl_session_get_unread (self->session)->pdata[0];
  g_assert_cmpuint (unread->line, ==, 2);
  g_assert_true (g_str_has_prefix (unread->message, "not valid JSON: "));
  g_assert_true (
    g_file_equal (dl_session_get_problem_file (self->session, unread), dl_session_get_file (self->session)));
  save (self, "");
  while (strstr (dl_session_get_file_failure (self->session), "a.json:2:") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (dl_session_get_file_state (self->session), ==, DL_FILE_BROKEN);
  save (self, TWO);
  wait_for_title (self, "b", "Z");
  g_assert_cmpint (dl_session_get_file_state (self->session), ==, DL_FILE_AS_READ);
  g_assert_null (dl_session_get_file_failure (self->session));
  g_assert_null (dl_session_get_mistaken_file (self->session));
  g_assert_cmpuint (dl_session_get_unread (self->session)->len, ==, 0);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  open_file (self, ONE, DL_REREAD_AT_ONCE);
  g_unlink (self->path);
  wait_for_state (self, DL_FILE_GONE);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, 2);
  save (self, TWO);
  wait_for_title (self, "b", "Z");
  g_assert_cmpint (dl_session_get_file_state (self->session), ==, DL_FILE_AS_READ);
}

static void
test_ask (Fixture *self, gconstpointer data)
{
  open_file (self, ONE, DL_REREAD_ASK);
  save (self, TWO);
  wait_for_state (self, DL_FILE_SAVED);
  g_assert_cmpuint (self->n_loads, ==, 0);
  dl_session_reload (self->session);
  wait_for_load (self);
  g_assert_cmpstr (self->words, ==, "1 added, 1 changed, 1 gone");
  g_assert_cmpint (dl_session_get_file_state (self->session), ==, DL_FILE_AS_READ);
}

/* With the setting comes what it was wanted for. */
static void
test_never (Fixture *self, gconstpointer data)
{
  open_file (self, ONE, DL_REREAD_NEVER);
  save (self, TWO);
  dl_session_look_at_file (self->session);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (self->n_loads + self->n_states, ==, 0);
  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  wait_for_title (self, "b", "Z");
}

static void
test_no_news (Fixture *self, gconstpointer data)
{
  open_file (self, ONE, DL_REREAD_AT_ONCE);
  save (self, FILE_OF ("  " EVENT ("a", "A") ",  " EVENT ("b", "B")));
  while (self->n_rereads == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (self->words);
  g_assert_null (dl_session_get_added (self->session));
  g_assert_null (dl_session_get_changed (self->session));
}

/* What one looks at is no news any more; what is not seen stays it, whatever is told, and
 * where the file is saved again without anything new. */
static void
test_seen (Fixture *self, gconstpointer data)
{
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);
  guint              n;

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  save (self, TWO);
  wait_for_title (self, "b", "Z");
  n = self->n_rereads;
  save (self, " " TWO);
  while (self->n_rereads == n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->words, ==, "1 added, 1 changed, 1 gone");
  g_assert_nonnull (dl_session_get_added (self->session));
  dl_session_set_zone (self->session, zone);
  g_assert_cmpuint (dl_event_set_get_n (dl_session_get_added (self->session)), ==, 1);
  g_assert_cmpuint (dl_event_set_get_n (dl_session_get_changed (self->session)), ==, 1);
  select_id (self, "c");
  g_assert_null (dl_session_get_added (self->session));
  g_assert_cmpuint (dl_event_set_get_n (dl_session_get_changed (self->session)), ==, 1);
  g_assert_cmpuint (self->n_news, ==, 1);
  select_id (self, "b");
  g_assert_null (dl_session_get_changed (self->session));
  g_assert_cmpuint (self->n_news, ==, 2);
}

static void
test_own (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  dl_session_look_at_file (self->session);
  for (guint i = 0; i < 10; i++)
    {
      save (self, TWO);
      dl_session_wrote (self->session, file);
    }
  save (self, BROKEN);
  wait_for_state (self, DL_FILE_BROKEN);
  g_assert_cmpuint (self->n_rereads, ==, 0);
}

static void
looked_cb (DlWatch *watch, gboolean *looked)
{
  *looked = TRUE;
}

/* Until somebody who began to look at the file later than the session has done so. */
static void
wait_for_look (GFile *file)
{
  g_autoptr (DlWatch) watch = dl_watch_new (file, NULL);
  gboolean            looked = FALSE;

  g_signal_connect (watch, "changed", G_CALLBACK (looked_cb), &looked);
  while (!looked)
    g_main_context_iteration (NULL, TRUE);
}

/* What is pasted never changes by itself; saved, it is a file like any other. */
static void
test_pasted (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)  file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) text = g_bytes_new_static (ONE, strlen (ONE));

  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  dl_session_open_text (self->session, text);
  wait_for_load (self);
  save (self, ONE);
  dl_session_take_saved (self->session, file);
  wait_for_look (file);
  wait_for_load (self);
  save (self, BROKEN);
  wait_for_state (self, DL_FILE_BROKEN);
  g_assert_cmpuint (self->n_rereads, ==, 0);
  save (self, TWO);
  wait_for_title (self, "b", "Z");
}

/* The files with it are watched all the same. */
static void
test_beside_pasted (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)  file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) text = g_bytes_new_static (ONE, strlen (ONE));

  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  dl_session_open_text (self->session, text);
  wait_for_load (self);
  save (self, ONE);
  dl_session_add_files (self->session, &file, 1);
  wait_for_load (self);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, 4);
  save (self, TWO);
  wait_for_title (self, "a.json:b", "Z");
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
}

/* Somebody opens another file while this one is read again. */
static void
test_other (Fixture *self, gconstpointer data)
{
  g_autofree char  *path = g_build_filename (self->folder, "b.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_assert_true (g_file_set_contents (path, TWO, -1, NULL));
  open_file (self, ONE, DL_REREAD_AT_ONCE);
  save (self, FILE_OF (""));
  while (!dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  dl_session_open (self->session, other);
  wait_for_load (self);
  g_assert_true (dl_session_has_file (self->session, other));
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, 2);
  g_assert_null (dl_session_get_added (self->session));
  g_assert_cmpuint (self->n_rereads, ==, 0);
  g_unlink (path);
  wait_for_state (self, DL_FILE_GONE);
}

/* Opening another one fails: this one is looked after as before. */
static void
test_failed_other (Fixture *self, gconstpointer data)
{
  g_autofree char  *path = g_build_filename (self->folder, "b.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  save (self, TWO);
  dl_session_look_at_file (self->session);
  dl_session_open (self->session, other);
  wait_for_title (self, "b", "Z");
  g_assert_cmpuint (self->n_failures, ==, 1);
}

/* What is open has been saved elsewhere: it is looked after there. */
static void
test_go_on (Fixture *self, gconstpointer data)
{
  g_autofree char  *path = g_build_filename (self->folder, "b.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);

  open_file (self, ONE, DL_REREAD_AT_ONCE);
  g_assert_true (g_file_set_contents (path, ONE, -1, NULL));
  g_assert_true (dl_session_go_on_with (self->session, dl_session_get_whole (self->session), other));
  wait_for_load (self);
  g_assert_true (g_file_set_contents (path, TWO, -1, NULL));
  wait_for_title (self, "b", "Z");
  g_assert_cmpuint (self->n_failures, ==, 0);
  g_unlink (path);
  wait_for_state (self, DL_FILE_GONE);
}

/* One of several that could not be read is told once: what the others have wrong is not hidden by
 * that it still cannot. It comes back. */
static void
test_told (Fixture *self, gconstpointer data)
{
  g_autofree char  *path = g_build_filename (self->folder, "b.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) other = g_file_new_for_path (path);

  save (self, ONE);
  g_assert_true (g_file_set_contents (path, TWO, -1, NULL));
  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  dl_session_open_files (self->session, (GFile *[]){ file, other }, 2, NULL);
  wait_for_load (self);
  self->n_loads = 0;
  g_assert_true (g_file_set_contents (path, BROKEN, -1, NULL));
  dl_session_reload (self->session);
  while (self->n_loads < 2 || dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_cmpint (dl_session_get_file_state (self->session), ==, DL_FILE_AS_READ);
  g_assert_nonnull (dl_session_get_failures (self->session));
  g_assert_true (g_file_equal (dl_session_get_mistaken_file (self->session), other));
  g_assert_true (g_file_set_contents (path, TWO, -1, NULL));
  wait_for_title (self, "b.json:b", "Z");
  g_assert_null (dl_session_get_failures (self->session));
  g_unlink (path);
}

/* Nothing could be opened: what is mended is. */
static void
test_mended (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  save (self, BROKEN);
  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  dl_session_open (self->session, file);
  wait_for_load (self);
  g_assert_null (dl_session_get_timeline (self->session));
  save (self, TWO);
  while (dl_session_get_timeline (self->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_title (self, "b", "Z");
}

/* One of several could not be opened: it comes when it is mended, and what others say meanwhile
 * does not wait for it. */
static void
test_mended_beside (Fixture *self, gconstpointer data)
{
  g_autofree char  *path = g_build_filename (self->folder, "b.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) other = g_file_new_for_path (path);

  save (self, ONE);
  g_assert_true (g_file_set_contents (path, BROKEN, -1, NULL));
  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  dl_session_open_files (self->session, (GFile *[]){ other, file }, 2, NULL);
  wait_for_load (self);
  g_assert_true (g_file_equal (dl_session_get_file (self->session), file));
  save (self, TWO);
  wait_for_title (self, "b", "Z");
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_nonnull (dl_session_get_failures (self->session));
  g_assert_true (g_file_set_contents (path, TWO, -1, NULL));
  wait_for_title (self, "a.json:b", "Z");
  g_assert_null (dl_session_get_failures (self->session));
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } cases[] = {
    { "/live/at-once", test_at_once }, { "/live/kept", test_kept },
    { "/live/no-ids", test_no_ids },   { "/live/broken", test_broken },
    { "/live/gone", test_gone },       { "/live/ask", test_ask },
    { "/live/never", test_never },     { "/live/no-news", test_no_news },
    { "/live/seen", test_seen },       { "/live/own", test_own },
    { "/live/other", test_other },     { "/live/failed-other", test_failed_other },
    { "/live/pasted", test_pasted },   { "/live/beside-pasted", test_beside_pasted },
    { "/live/go-on", test_go_on },     { "/live/told", test_told },
    { "/live/mended", test_mended },   { "/live/mended-beside", test_mended_beside },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
