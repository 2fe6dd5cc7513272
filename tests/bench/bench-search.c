/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "bench.h"
#include "event-file.h"
#include "formats/dl-loader.h"
#include "session/dl-search.h"

/* How much of the processor the first hits of a search take, and the whole of it, and how
 * that grows with the number of events. Who types waits for what dl_search_new() does. */

#define MAX_ROUNDS 9

static const guint sizes[] = { 1000, 100000, 1000000 };
#define N_SIZES G_N_ELEMENTS (sizes)

static const struct
{
  const char *name;
  const char *title;
  const char *query;
} searches[] = {
  { "common", "a common word", "treaty" },
  { "rare", "a phrase and two words", "\"river school\" treaty ferry" },
  { "none", "what is nowhere", "zzyzx" },
};
#define N_SEARCHES G_N_ELEMENTS (searches)

typedef struct
{
  BenchStats typing; /* seconds of this thread, till dl_search_new() returns */
  BenchStats first;  /* seconds of all threads, till something is found */
  BenchStats whole;  /* seconds of all threads, till all is searched */
  double     one_in; /* events have a hit */
} Result;

static DlTimeline *
load (guint n_events)
{
  g_autofree char     *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char     *path = g_build_filename (folder, "events.dateline.json", NULL);
  g_autoptr (GFile)    file = g_file_new_for_path (path);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = NULL;

  if (!event_file_write (path, n_events, &error))
    g_error ("%s", error->message);
  loaded = dl_load_file (file, NULL, &error);
  g_unlink (path);
  g_rmdir (folder);
  if (loaded == NULL)
    g_error ("%s", error->message);
  return g_object_ref (loaded->timeline);
}

static void
found_cb (DlSearch *search, gpointer data)
{
  double *first = data;

  if (*first == 0 && dl_event_set_get_n (dl_search_get_hits (search)) > 0)
    *first = bench_now_all ();
}

static Result
measure (DlTimeline *timeline, const char *text, guint n_rounds)
{
  g_autoptr (DlQuery) query = dl_query_new (text);
  double              typing[MAX_ROUNDS], first[MAX_ROUNDS], whole[MAX_ROUNDS];
  guint               n_hits = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      double               start = bench_now ();
      double               start_all = bench_now_all ();
      double               at_first = 0;
      g_autoptr (DlSearch) search = dl_search_new (timeline, query, NULL, found_cb, &at_first);

      typing[i] = bench_now () - start;
      found_cb (search, &at_first);
      while (!dl_search_get_done (search))
        g_main_context_iteration (NULL, TRUE);
      whole[i] = bench_now_all () - start_all;
      first[i] = at_first == 0 ? whole[i] : at_first - start_all;
      n_hits = dl_event_set_get_n (dl_search_get_hits (search));
    }
  return (Result){ bench_stats (typing, n_rounds), bench_stats (first, n_rounds), bench_stats (whole, n_rounds),
                   n_hits == 0 ? 0 : (double) dl_timeline_get_n_events (timeline) / n_hits };
}

static void
tell (GString *json, guint which, const Result *results)
{
  bench_json_open (json, searches[which].name);
  g_print ("Searching for %s\n", searches[which].title);
  for (guint i = 0; i < N_SIZES; i++)
    {
      const Result    *result = &results[i];
      g_autofree char *name = g_strdup_printf ("%u", sizes[i]);

      g_print ("  %8u events: first hits %6.1f ms (%.2f times those of %u, %.3f of the whole), typing %.1f ms",
               sizes[i], result->first.median * 1e3, result->first.median / results[0].first.median, sizes[0],
               result->first.median / result->whole.median, result->typing.median * 1e3);
      if (result->one_in > 0)
        g_print (", one hit in %.0f", result->one_in);
      g_print ("\n");
      bench_json_open (json, name);
      bench_json_stats (json, "typing", &result->typing);
      bench_json_stats (json, "first", &result->first);
      bench_json_stats (json, "whole", &result->whole);
      bench_json_number (json, "first_to_smallest", result->first.median / results[0].first.median);
      bench_json_number (json, "first_to_whole", result->first.median / result->whole.median);
      bench_json_number (json, "whole_per_event", result->whole.median / sizes[i]);
      bench_json_number (json, "one_in", result->one_in);
      bench_json_close (json);
    }
  bench_json_close (json);
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = bench_arguments (&argc, &argv, "How fast a search finds something.", &quick);
  g_autoptr (GString) json = g_string_new (NULL);
  Result              results[N_SEARCHES][N_SIZES];

  for (guint i = 0; i < N_SIZES; i++)
    {
      g_autoptr (DlTimeline) timeline = load (sizes[i]);

      for (guint j = 0; j < N_SEARCHES; j++)
        results[j][i] = measure (timeline, searches[j].query, quick ? 1 : MAX_ROUNDS);
    }
  bench_json_open (json, NULL);
  for (guint j = 0; j < N_SEARCHES; j++)
    tell (json, j, results[j]);
  bench_json_close (json);
  return bench_write (file, json);
}
