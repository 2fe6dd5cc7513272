/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which events a search finds, in which of their texts, and when. */
#include "session/dl-search.h"

#include <string.h>

#include <glib/gstdio.h>

#include "session/dl-session.h"

/* So many take longer than what is searched at once. */
#define N_MANY 120000

static const char story[] =
  "{\"people\": [{\"id\": \"person-2\", \"name\": \"Ambassador\"},"
  " {\"id\": \"person-1\", \"name\": \"Prime minister\", \"role\": \"Head\", \"aliases\": [\"総理\", \"PM\"]}],"
  " \"places\": [{\"id\": \"place-1\", \"name\": \"Zürich\"}],"
  " \"topics\": [{\"id\": \"topic-1\", \"name\": \"Trade\", \"color\": \"teal\"}],"
  " \"sources\": [{\"id\": \"source-1\", \"title\": \"Front page\", \"publisher\": \"The Gazette\", \"author\": \"A. "
  "Writer\","
  "   \"url\": \"https://hidden.example/\"}, {\"id\": \"source-2\", \"title\": \"Transcript\"}],"
  " \"events\": ["
  "{\"id\": \"title\", \"title\": \"First Café \\u65e5\\u672c\", \"date\": \"2025-10-01\"},"
  "{\"id\": \"summary\", \"title\": \"Two\", \"date\": \"2025-10-02\", \"summary\": \"It was \\\"quiet\\\" "
  "\\u00c9tude\"},"
  "{\"id\": \"note\", \"title\": \"Three\", \"date\": \"2025-10-03\", \"dateNote\": \"By a letter\"},"
  "{\"id\": \"quote\", \"title\": \"Four\", \"date\": \"2025-10-04\", \"quotes\": [{\"text\": \"Never\\nagain\","
  "  \"speaker\": \"person-2\", \"context\": \"aboard the train\", \"source\": \"source-2\", \"language\": "
  "\"frisian\"},"
  "  {\"text\": \"Always\", \"speaker\": \"A passer-by\"}]},"
  "{\"id\": \"refs\", \"title\": \"Five\", \"date\": \"2025-10-05\", \"people\": [\"person-1\"], \"place\": "
  "\"place-1\","
  "  \"topics\": [\"topic-1\"], \"sources\": [\"source-1\"], \"status\": \"planned\", \"x-other\": \"unseen\"},"
  "{\"id\": \"two\", \"title\": \"Trade\", \"date\": \"2025-10-06\", \"topics\": [\"topic-1\"],"
  "  \"quotes\": [{\"text\": \"gazette \\ud83d\\ude00\"}], \"related\": [{\"event\": \"note\", \"type\": "
  "\"see-also\"}]}"
  "]}";

static DlTimeline *
load (const char *text)
{
  g_autoptr (GBytes)   bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_bytes (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (loaded->problems->len, ==, 0);
  return g_object_ref (loaded->timeline);
}

static void
count_cb (DlSearch *search, gpointer n)
{
  (*(guint *) n)++;
}

static char *
join_hits (DlTimeline *timeline, DlEventSet *hits)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = DL_NONE; (i = dl_event_set_step (hits, i, 1)) != DL_NONE;)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", dl_timeline_get_record (timeline, i)->id);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_members (void)
{
  static const struct
  {
    const char *query;
    const char *hits;
  } rows[] = {
    { "cafe", "title" },
    { "日本", "title" },
    { "quiet", "summary" },
    { "etude", "summary" },
    { "letter", "note" },
    { "never", "quote" },
    { "\"never again\"", "quote" },
    { "train", "quote" },
    { "ambassador", "quote" },
    { "passer-by", "quote" },
    { "transcript", "quote" },
    { "prime", "refs" },
    { "総理", "refs" },
    { "pm", "refs" },
    { "zurich", "refs" },
    { "front", "refs" },
    { "writer", "refs" },
    { "gazette", "refs two" },
    { "trade", "refs two" },
    { "\U0001f600", "two" },
    /* One word here, the other there; a phrase in one text. */
    { "trade gazette", "refs two" },
    { "five zürich 総理 trade writer", "refs" },
    { "four always train", "quote" },
    { "\"again aboard\"", "" },
    { "\"trade gazette\"", "" },
    { "trade nowhere", "" },
    { "e", "title summary note quote refs two" },
    /* Neither names of members nor what only refers, nor what is not told. */
    { "title", "" },
    { "person-1", "" },
    { "source-", "" },
    { "topic-1", "" },
    { "see-also", "" },
    { "frisian", "" },
    { "hidden", "" },
    { "teal", "" },
    { "unseen", "" },
    { "2025", "" },
    { "u00c9", "" },
    { "\\", "" },
  };
  g_autoptr (DlTimeline) timeline = load (story);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlQuery)  query = dl_query_new (rows[i].query);
      guint                n_told = 0;
      g_autoptr (DlSearch) search = dl_search_new (timeline, query, NULL, count_cb, &n_told);
      g_autofree char     *hits = NULL;

      while (!dl_search_get_done (search))
        g_main_context_iteration (NULL, TRUE);
      hits = join_hits (timeline, dl_search_get_hits (search));
      g_test_message ("%s", rows[i].query);
      g_assert_cmpstr (hits, ==, rows[i].hits);
    }
}

/* Only of what is let through. */
static void
test_shown (void)
{
  g_autoptr (DlTimeline) timeline = load (story);
  g_autoptr (DlEventSet) shown = dl_event_set_new (dl_timeline_get_n_events (timeline));
  g_autoptr (DlQuery)    query = dl_query_new ("trade");
  guint                  n_told = 0;
  g_autoptr (DlSearch)   search = NULL;
  g_autofree char       *hits = NULL;

  dl_event_set_add (shown, 0);
  dl_event_set_add (shown, 5);
  search = dl_search_new (timeline, query, shown, count_cb, &n_told);
  while (!dl_search_get_done (search))
    g_main_context_iteration (NULL, TRUE);
  hits = join_hits (timeline, dl_search_get_hits (search));
  g_assert_cmpstr (hits, ==, "two");
  g_assert_true (dl_search_is_of (search, timeline, shown));
  g_assert_false (dl_search_is_of (search, timeline, NULL));
}

/* Every thousandth event says so in a quote. */
static char *
write_many (void)
{
  g_autoptr (GString) out = g_string_new ("{\"events\": [");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (out,
                            "%s{\"id\": \"e%u\", \"title\": \"Number %u\", \"date\": \"%04u\", \"quotes\": [{\"text\": "
                            "\"They said no%s in so many words\"}]}",
                            i == 0 ? "" : ",", i, i, i % 3000, i % 1000 == 7 ? " Nadelöhr" : "thing");
  g_string_append (out, "]}");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static DlSession *
open_text (const char *text, const char *name)
{
  DlSession         *session = dl_session_new ();
  g_autofree char   *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char   *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  dl_session_open (session, file);
  while (dl_session_get_loading (session))
    g_main_context_iteration (NULL, TRUE);
  g_unlink (path);
  g_rmdir (folder);
  return session;
}

typedef struct
{
  DlSession *session;
  guint      n_changes;
  guint      n_hits; /* at the last one */
  gboolean   fell;   /* became fewer within one search */

  DlEventSet *given; /* the last that was given out, nullable; it is not to change */
} Watch;

static void
hits_cb (DlSession *session, Watch *self)
{
  DlEventSet *hits = dl_session_get_hits (session);
  guint       n = hits == NULL ? 0 : dl_event_set_get_n (hits);

  if (self->given != NULL && self->n_changes > 0)
    g_assert_cmpuint (dl_event_set_get_n (self->given), ==, self->n_hits);
  g_clear_pointer (&self->given, dl_event_set_unref);
  self->given = hits == NULL ? NULL : dl_event_set_ref (hits);
  self->n_changes++;
  self->fell |= n < self->n_hits;
  self->n_hits = n;
}

static void
search (Watch *self, const char *text)
{
  g_autoptr (DlQuery) query = text == NULL ? NULL : dl_query_new (text);

  self->n_changes = 0;
  self->n_hits = 0;
  dl_session_search (self->session, query);
}

static void
finish (Watch *self)
{
  while (!dl_session_get_searched (self->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
let_go (Watch *self)
{
  DlSession *session = self->session;
  gpointer   left = session;

  g_clear_pointer (&self->given, dl_event_set_unref);

  g_object_add_weak_pointer (left, &left);
  g_object_unref (session);
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_background (void)
{
  g_autofree char *text = write_many ();
  Watch            watch = { open_text (text, "many.dateline.json"), 0, 0, FALSE, NULL };
  DlTimeline      *timeline = dl_session_get_timeline (watch.session);
  DlEventSet      *early;
  guint            n_early;

  g_signal_connect (watch.session, "hits-changed", G_CALLBACK (hits_cb), &watch);
  g_assert_null (dl_session_get_hits (watch.session));
  g_assert_true (dl_session_get_searched (watch.session));

  /* More comes later, and what was given out stays as it was. */
  search (&watch, "nadelohr");
  g_assert_cmpuint (watch.n_changes, ==, 1);
  g_assert_false (dl_session_get_searched (watch.session));
  early = dl_event_set_ref (dl_session_get_hits (watch.session));
  n_early = dl_event_set_get_n (early);
  finish (&watch);
  g_assert_cmpuint (watch.n_changes, >=, 2);
  g_assert_cmpuint (watch.n_hits, ==, N_MANY / 1000);
  g_assert_false (watch.fell);
  g_assert_cmpuint (dl_event_set_get_n (early), ==, n_early);
  dl_event_set_unref (early);
  for (guint i = 0; i < N_MANY; i++)
    {
      const char *id = dl_timeline_get_record (timeline, i)->id;

      g_assert_cmpint (dl_event_set_contains (dl_session_get_hits (watch.session), i), ==,
                       g_ascii_strtoull (id + 1, NULL, 10) % 1000 == 7);
    }

  /* Another query gives the first one up: nothing of it is told any more. */
  search (&watch, "said");
  search (&watch, "\"number 77777\"");
  g_assert_cmpuint (watch.n_hits, <=, 1);
  finish (&watch);
  g_assert_cmpuint (watch.n_hits, ==, 1);
  g_assert_false (watch.fell);
  g_assert_cmpstr (dl_query_get_text (dl_session_get_query (watch.session)), ==, "\"number 77777\"");

  /* No event is left out on the way from what is searched at once to the rest. */
  search (&watch, "said");
  finish (&watch);
  g_assert_cmpuint (watch.n_hits, ==, N_MANY);

  /* The end of the search gives it up as well, and that of the session. */
  search (&watch, "said");
  search (&watch, " ");
  g_assert_null (dl_session_get_query (watch.session));
  g_assert_null (dl_session_get_hits (watch.session));
  g_assert_true (dl_session_get_searched (watch.session));
  search (&watch, "said");
  let_go (&watch);
}

/* What is open is what is searched: after a reload, in another zone, in another file. */
static void
test_timelines (void)
{
  Watch              watch = { open_text (story, "story.dateline.json"), 0, 0, FALSE, NULL };
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);
  DlTimeline        *timeline = dl_session_get_timeline (watch.session);
  g_autofree char   *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char   *path = g_build_filename (folder, "other.dateline.json", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);

  g_signal_connect (watch.session, "hits-changed", G_CALLBACK (hits_cb), &watch);
  search (&watch, "trade");
  finish (&watch);
  g_assert_cmpuint (watch.n_hits, ==, 2);
  dl_session_set_zone (watch.session, zone);
  g_assert_true (dl_session_get_timeline (watch.session) != timeline);
  finish (&watch);
  g_assert_cmpuint (watch.n_hits, ==, 2);

  g_file_set_contents (path, "{\"events\": [{\"title\": \"Fair trade\", \"date\": \"2025\"}]}", -1, NULL);
  watch.n_changes = 0;
  dl_session_open (watch.session, file);
  while (dl_session_get_loading (watch.session))
    g_main_context_iteration (NULL, TRUE);
  finish (&watch);
  g_assert_cmpuint (watch.n_changes, >=, 1);
  g_assert_cmpuint (watch.n_hits, ==, 1);
  g_unlink (path);
  g_rmdir (folder);
  let_go (&watch);
}

/* What a filter does not let through is not found, whether it is dimmed or left out. */
static void
test_filter (void)
{
  Watch                watch = { open_text (story, "story.dateline.json"), 0, 0, FALSE, NULL };
  g_autoptr (DlFilter) filter = dl_filter_new ();
  g_autofree char     *dimmed = NULL;
  g_autofree char     *left_out = NULL;

  g_signal_connect (watch.session, "hits-changed", G_CALLBACK (hits_cb), &watch);
  search (&watch, "trade");
  finish (&watch);
  g_assert_cmpuint (watch.n_hits, ==, 2);
  dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_WITH);

  watch.n_changes = 0;
  dl_session_set_filter (watch.session, filter);
  finish (&watch);
  g_assert_cmpuint (watch.n_changes, >=, 1);
  g_assert_cmpuint (watch.n_hits, ==, 1);
  dimmed = join_hits (dl_session_get_timeline (watch.session), dl_session_get_hits (watch.session));
  g_assert_cmpstr (dimmed, ==, "two");

  dl_session_set_filter_hides (watch.session, TRUE);
  finish (&watch);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (watch.session)), ==, 2);
  left_out = join_hits (dl_session_get_timeline (watch.session), dl_session_get_hits (watch.session));
  g_assert_cmpstr (left_out, ==, "two");

  dl_session_set_filter (watch.session, NULL);
  finish (&watch);
  g_assert_cmpuint (watch.n_hits, ==, 2);
  let_go (&watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/search/members", test_members);
  g_test_add_func ("/session/search/shown", test_shown);
  g_test_add_func ("/session/search/background", test_background);
  g_test_add_func ("/session/search/timelines", test_timelines);
  g_test_add_func ("/session/search/filter", test_filter);
  return g_test_run ();
}
