/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "bench.h"
#include "event-file.h"
#include "formats/dl-file-reader.h"
#include "formats/dl-json-scan.h"
#include "formats/dl-loader.h"

/* How fast a large file is loaded and how much memory that takes at most,
 * against json-glib's reading of the whole file into its tree and against only
 * checking that the file is JSON; and the same events as a table of separated values, and
 * as many of a trace, for each MiB and for each event against Dateline's own. Each loading is done
 * in a process of its own, all of them in turn. */

#define MEBIBYTE (1024.0 * 1024)
#define MAX_ROUNDS 9

typedef enum
{
  OURS,
  JSON_GLIB,
  SCAN,
  TABLE,
  TRACE,
  N_LOADERS,
} Loader;

typedef enum
{
  WALL, /* seconds */
  CPU,  /* seconds, of all threads */
  PEAK, /* MiB of resident memory */
  N_QUANTITIES,
} Quantity;

static const char *const loader_names[] = { "dateline", "json_glib", "scan", "table", "trace" };
static const char *const loader_titles[] = { "Dateline", "json-glib, the whole file", "the structural scan alone",
                                             "the same as CSV", "as many as a trace" };
static const char *const quantity_names[] = { "wall", "cpu", "peak" };
static const char *const quantity_titles[] = { "wall time, s", "processor time, s", "peak memory, MiB" };

typedef double Samples[N_LOADERS][N_QUANTITIES][MAX_ROUNDS];

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/* In MiB. What getrusage() tells may be of the process before it became this program. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char      *line;
  struct rusage    usage;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL) && (line = strstr (status, "VmHWM:")) != NULL)
    return (double) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1024;
  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* Nothing is freed: the process ends, and freeing is not loading. */
static void
load (Loader loader, const char *path)
{
  static const char *const members[] = { "topics", "events", NULL };
  g_autoptr (GError)       error = NULL;
  g_autofree char         *stamp = NULL;
  g_autoptr (GFile)        file = g_file_new_for_path (path);
  gconstpointer            result = NULL;
  GBytes                  *bytes;
  JsonParser              *parser;
  gsize                    length;
  const char              *text;

  switch (loader)
    {
    case OURS:
    case TABLE:
    case TRACE:
      result = dl_load_file (file, NULL, &error);
      break;
    case JSON_GLIB:
      parser = json_parser_new ();
      if (json_parser_load_from_file (parser, path, &error))
        result = parser;
      break;
    case SCAN:
    case N_LOADERS:
    default:
      bytes = dl_file_read_bytes (file, path, NULL, &stamp, &error);
      if (bytes != NULL)
        {
          text = g_bytes_get_data (bytes, &length);
          result = dl_json_scan_new (text, length, path, members, NULL, &error);
        }
      break;
    }
  if (result == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
}

/* Loads once, and prints what it took. */
static int
run_child (const char *name, const char *path)
{
  gint64 start;
  double cpu;
  guint  i;

  for (i = 0; i < N_LOADERS && !g_str_equal (name, loader_names[i]); i++)
    ;
  start = g_get_monotonic_time ();
  cpu = cpu_seconds ();
  load ((Loader) i, path);
  cpu = cpu_seconds () - cpu;
  g_print ("%.6f %.6f %.3f\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, cpu, peak_memory ());
  return 0;
}

static void
measure (const char *program, Loader loader, const char *path, Samples samples, guint round)
{
  const char        *argv[] = { program, "--child", loader_names[loader], path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char   *output = NULL;
  int                status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", loader_names[loader], error->message);
  if (sscanf (output, "%lf %lf %lf", &samples[loader][WALL][round], &samples[loader][CPU][round],
              &samples[loader][PEAK][round]) != 3)
    g_error ("%s printed “%s”", loader_names[loader], output);
}

static BenchStats
stats_of (const double *values, guint n)
{
  double copy[MAX_ROUNDS];

  memcpy (copy, values, n * sizeof *copy);
  return bench_stats (copy, n);
}

/* Of @loader to json-glib, round by round, so that a busy moment slows both. */
static BenchStats
ratio_of (Samples samples, Loader loader, Quantity quantity, guint n)
{
  double ratios[MAX_ROUNDS];

  for (guint i = 0; i < n; i++)
    ratios[i] = samples[loader][quantity][i] / samples[JSON_GLIB][quantity][i];
  return bench_stats (ratios, n);
}

/* What another format costs to what Dateline's own does: for each MiB of the file (@unit the
 * sizes), or for each event (@unit ones). */
static void
tell_foreign_per (GString      *json,
                  Loader        loader,
                  const char   *unit_name,
                  const double *unit,
                  Samples       samples,
                  guint         n_rounds)
{
  g_autofree char *member = g_strconcat (loader_names[loader], "_per_", unit_name, NULL);
  g_autofree char *title = g_strdup_printf ("a %s of a %s, to ours", unit_name, loader_names[loader]);

  bench_json_open (json, member);
  for (guint quantity = WALL; quantity <= CPU; quantity++)
    {
      double     ratios[MAX_ROUNDS];
      BenchStats ratio;

      for (guint i = 0; i < n_rounds; i++)
        ratios[i] = samples[loader][quantity][i] / unit[loader] / (samples[OURS][quantity][i] / unit[OURS]);
      ratio = bench_stats (ratios, n_rounds);
      bench_json_stats (json, quantity_names[quantity], &ratio);
      g_print ("  %-28s %-20s %8.3f (%.3f to %.3f)\n", title, quantity_titles[quantity], ratio.median, ratio.min,
               ratio.max);
    }
  bench_json_close (json);
}

static void
tell_foreign (GString *json, Loader loader, const double *sizes, Samples samples, guint n_rounds)
{
  g_autofree char *mib = g_strconcat (loader_names[loader], "_mib", NULL);
  double           ones[N_LOADERS];

  for (guint i = 0; i < N_LOADERS; i++)
    ones[i] = 1;
  bench_json_number (json, mib, sizes[loader]);
  tell_foreign_per (json, loader, "mib", sizes, samples, n_rounds);
  tell_foreign_per (json, loader, "event", ones, samples, n_rounds);
}

static void
tell (GString *json, guint n_events, const double *sizes, Samples samples, guint n_rounds)
{
  g_autofree char *name = g_strdup_printf ("%u", n_events);

  bench_json_open (json, name);
  bench_json_number (json, "file_mib", sizes[OURS]);
  g_print ("Loading %u events, %.0f MiB: to json-glib\n", n_events, sizes[OURS]);
  tell_foreign (json, TABLE, sizes, samples, n_rounds);
  tell_foreign (json, TRACE, sizes, samples, n_rounds);
  bench_json_open (json, "ratios");
  for (guint loader = 0; loader < N_LOADERS; loader++)
    {
      if (loader == JSON_GLIB || loader == TABLE || loader == TRACE)
        continue;
      bench_json_open (json, loader_names[loader]);
      for (guint quantity = 0; quantity < N_QUANTITIES; quantity++)
        {
          BenchStats ratio = ratio_of (samples, (Loader) loader, (Quantity) quantity, n_rounds);

          bench_json_stats (json, quantity_names[quantity], &ratio);
          g_print ("  %-28s %-20s %8.3f (%.3f to %.3f)\n", loader_titles[loader], quantity_titles[quantity],
                   ratio.median, ratio.min, ratio.max);
        }
      bench_json_close (json);
    }
  bench_json_close (json);
  for (guint loader = 0; loader < N_LOADERS; loader++)
    {
      bench_json_open (json, loader_names[loader]);
      for (guint quantity = 0; quantity < N_QUANTITIES; quantity++)
        {
          BenchStats stats = stats_of (samples[loader][quantity], n_rounds);

          bench_json_stats (json, quantity_names[quantity], &stats);
          g_print ("    %-26s %-20s %8.3f (%.3f to %.3f)\n", loader_titles[loader], quantity_titles[quantity],
                   stats.median, stats.min, stats.max);
        }
      bench_json_close (json);
    }
  bench_json_close (json);
}

static void
run (const char *program, const char *folder, guint n_events, guint n_rounds, GString *json)
{
  g_autofree char   *path = g_build_filename (folder, "events.dateline.json", NULL);
  g_autofree char   *table_path = g_build_filename (folder, "events.csv", NULL);
  g_autofree char   *trace_path = g_build_filename (folder, "trace.json", NULL);
  const char        *paths[N_LOADERS] = { path, path, path, table_path, trace_path };
  double             sizes[N_LOADERS] = { 0 };
  g_autoptr (GError) error = NULL;
  Samples            samples;
  GStatBuf           info;

  if (!event_file_write (path, n_events, &error) || !event_file_write_table (table_path, n_events, &error) ||
      !event_file_write_trace (trace_path, n_events, &error))
    g_printerr ("%s\n", error->message);
  else
    {
      for (guint loader = 0; loader < N_LOADERS; loader++)
        if (g_stat (paths[loader], &info) == 0)
          sizes[loader] = (double) info.st_size / MEBIBYTE;
      /* The first one finds the file where later ones do: in memory. */
      measure (program, SCAN, path, samples, 0);
      for (guint round = 0; round < n_rounds; round++)
        for (guint loader = 0; loader < N_LOADERS; loader++)
          measure (program, (Loader) loader, paths[loader], samples, round);
      tell (json, n_events, sizes, samples, n_rounds);
    }
  g_unlink (path);
  g_unlink (table_path);
  g_unlink (trace_path);
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = NULL;
  g_autofree char    *folder = NULL;
  g_autofree char    *program = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;

  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3]);
  file = bench_arguments (&argc, &argv, "How fast files are loaded.", &quick);
  program = g_file_read_link ("/proc/self/exe", NULL);
  if (program == NULL)
    program = g_strdup (argv[0]);
  folder = g_dir_make_tmp ("dateline-bench-XXXXXX", &error);
  if (folder == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  bench_json_open (json, NULL);
  if (quick)
    run (program, folder, 10000, 3, json);
  else
    {
      run (program, folder, 100000, 7, json);
      run (program, folder, 1000000, 5, json);
    }
  bench_json_close (json);
  g_rmdir (folder);
  return bench_write (file, json);
}
