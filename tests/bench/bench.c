/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

double
bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

double
bench_now_all (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

/* SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014. */
guint32
bench_random (BenchRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) ((z ^ (z >> 31)) >> 32);
}

int
bench_random_int (BenchRandom *self, int first, int last)
{
  return first + (int) (bench_random (self) % (guint32) (last - first + 1));
}

double
bench_random_double (BenchRandom *self)
{
  return bench_random (self) / 4294967296.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

BenchStats
bench_stats (double *values, guint n)
{
  BenchStats stats = { 0 };

  if (n == 0)
    return stats;
  qsort (values, n, sizeof *values, compare_doubles);
  stats.min = values[0];
  stats.max = values[n - 1];
  stats.median = (values[(n - 1) / 2] + values[n / 2]) / 2;
  stats.p95 = values[(guint) ceil (0.95 * n) - 1];
  return stats;
}

static void
append_name (GString *json, const char *name)
{
  if (json->len > 0 && json->str[json->len - 1] != '{')
    g_string_append (json, ", ");
  if (name != NULL)
    g_string_append_printf (json, "\"%s\": ", name);
}

void
bench_json_open (GString *json, const char *name)
{
  append_name (json, name);
  g_string_append_c (json, '{');
}

void
bench_json_close (GString *json)
{
  g_string_append_c (json, '}');
}

void
bench_json_number (GString *json, const char *name, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  append_name (json, name);
  g_string_append (json, g_ascii_formatd (number, sizeof number, "%.6g", value));
}

void
bench_json_stats (GString *json, const char *name, const BenchStats *stats)
{
  bench_json_open (json, name);
  bench_json_number (json, "median", stats->median);
  bench_json_number (json, "min", stats->min);
  bench_json_number (json, "max", stats->max);
  bench_json_number (json, "p95", stats->p95);
  bench_json_close (json);
}

char *
bench_arguments (int *argc, char ***argv, const char *summary, gboolean *quick)
{
  char                      *file = NULL;
  g_autoptr (GError)         error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry         entries[] = {
            { "json", 0, 0, G_OPTION_ARG_FILENAME, &file, "Write the numbers to FILE as a JSON object", "FILE" },
            { "quick", 0, 0, G_OPTION_ARG_NONE, quick, "Few rounds, to see that it runs", NULL },
            G_OPTION_ENTRY_NULL,
  };

  setlocale (LC_ALL, "");
  *quick = FALSE;
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error) || *argc > 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "There are no arguments besides options.");
      exit (2);
    }
  return file;
}

int
bench_write (const char *file, const GString *json)
{
  g_autoptr (GError) error = NULL;

  if (file == NULL || g_file_set_contents (file, json->str, (gssize) json->len, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
