/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date.h"

#include <stdlib.h>
#include <string.h>

#include "bench.h"

/* How fast dates are read, against GLib's reader of ISO 8601 and against only
 * copying the text. */

#define N_TEXTS 10000

/* Blocks asked for, by whatever in this process; glibc lets a program put its
 * own functions before the library's. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define COUNTS_BLOCKS 1
#else
#define COUNTS_BLOCKS 0
#endif

static guint64 n_blocks;

#if COUNTS_BLOCKS
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t count, size_t size);
extern void *__libc_realloc (void *block, size_t size);

void *
malloc (size_t size)
{
  n_blocks++;
  return __libc_malloc (size);
}

void *
calloc (size_t count, size_t size)
{
  n_blocks++;
  return __libc_calloc (count, size);
}

void *
realloc (void *block, size_t size)
{
  n_blocks++;
  return __libc_realloc (block, size);
}
#endif

/* Whether a block that is asked for is seen at all. */
static gboolean
counts_blocks (void)
{
  guint64          before = n_blocks;
  g_autofree char *block = g_strdup ("a block of memory");

  return COUNTS_BLOCKS && block != NULL && n_blocks > before;
}

typedef char Text[40];

/* Reads all @texts; the result only keeps the compiler from leaving it out. */
typedef gint64 (*ReadFunc) (Text *texts);

typedef struct
{
  const char *name;
  const char *title;
  ReadFunc    read;
  void (*write) (BenchRandom *random, Text text);
  Text   *texts;
  double *seconds; /* per date, one of each repetition */
  double  blocks;  /* per date */
} Workload;

static gint64
read_dates (Text *texts)
{
  gint64 sum = 0;
  int    i;

  for (i = 0; i < N_TEXTS; i++)
    {
      DlDate date;

      if (!dl_date_parse (texts[i], -1, &date, NULL))
        g_error ("%s is no date", texts[i]);
      sum += date.earliest_start.seconds;
    }
  return sum;
}

/* Most of them are no dates, which costs the words that say why. */
static gint64
refuse_dates (Text *texts)
{
  gint64 sum = 0;
  int    i;

  for (i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GError) error = NULL;
      DlDate             date;

      sum += dl_date_parse (texts[i], -1, &date, &error);
    }
  return sum;
}

static gint64
read_with_glib (Text *texts)
{
  gint64 sum = 0;
  int    i;

  for (i = 0; i < N_TEXTS; i++)
    {
      GDateTime *date = g_date_time_new_from_iso8601 (texts[i], NULL);

      if (date == NULL)
        g_error ("%s is no date", texts[i]);
      sum += g_date_time_to_unix (date);
      g_date_time_unref (date);
    }
  return sum;
}

static gint64
copy_texts (Text *texts)
{
  gint64 sum = 0;
  int    i;

  for (i = 0; i < N_TEXTS; i++)
    {
      volatile char copy[sizeof (Text)];

      memcpy ((char *) copy, texts[i], sizeof (Text));
      sum += copy[0];
    }
  return sum;
}

static void
write_day (BenchRandom *random, Text text)
{
  g_snprintf (text, sizeof (Text), "%04d-%02d-%02d", bench_random_int (random, 1, 9999),
              bench_random_int (random, 1, 12), bench_random_int (random, 1, 28));
}

static void
write_glib (BenchRandom *random, Text text)
{
  /* It takes no day without a time. */
  write_day (random, text);
  g_strlcat (text, "T00:00:00Z", sizeof (Text));
}

static void
write_level_1 (BenchRandom *random, Text text)
{
  int year = bench_random_int (random, 1000, 2999);
  int month = bench_random_int (random, 1, 12);
  int day = bench_random_int (random, 1, 28);

  switch (bench_random (random) % 8)
    {
    case 0:
      g_snprintf (text, sizeof (Text), "%04d-%02d~", year, month);
      break;
    case 1:
      g_snprintf (text, sizeof (Text), "%04d-%02d-%02d?", year, month, day);
      break;
    case 2:
      g_snprintf (text, sizeof (Text), "%03dX", year / 10);
      break;
    case 3:
      g_snprintf (text, sizeof (Text), "%04d-%02d-XX", year, month);
      break;
    case 4:
      g_snprintf (text, sizeof (Text), "%04d-%02d", year, bench_random_int (random, 21, 24));
      break;
    case 5:
      g_snprintf (text, sizeof (Text), "%04d-%02d/..", year, month);
      break;
    case 6:
      g_snprintf (text, sizeof (Text), "%04d-%02d-%02d/%04d~", year, month, day, year + 1);
      break;
    default:
      g_snprintf (text, sizeof (Text), "Y-%d", bench_random_int (random, 10000, 99999999));
      break;
    }
}

static void
write_level_2 (BenchRandom *random, Text text)
{
  int year = bench_random_int (random, 1000, 2999);
  int month = bench_random_int (random, 1, 12);
  int day = bench_random_int (random, 1, 28);

  switch (bench_random (random) % 8)
    {
    case 0:
      g_snprintf (text, sizeof (Text), "%04d-%02d~-%02d", year, month, day);
      break;
    case 1:
      g_snprintf (text, sizeof (Text), "?%04d-%02d-~%02d", year, month, day);
      break;
    case 2:
      g_snprintf (text, sizeof (Text), "%03dX-%02d-%02d", year / 10, month, day);
      break;
    case 3:
      g_snprintf (text, sizeof (Text), "%04d-%d", year, bench_random_int (random, 25, 41));
      break;
    case 4:
      g_snprintf (text, sizeof (Text), "[%04d,%04d-%02d..%04d]", year, year + 1, month, year + 3);
      break;
    case 5:
      g_snprintf (text, sizeof (Text), "{%04d,%04d-%02d}", year, year + 1, month);
      break;
    case 6:
      g_snprintf (text, sizeof (Text), "%04dS%d", year, bench_random_int (random, 1, 3));
      break;
    default:
      g_snprintf (text, sizeof (Text), "Y-%dE%d", bench_random_int (random, 10, 99), bench_random_int (random, 4, 8));
      break;
    }
}

/* Days that only some years have, or none, where it is the year that is not known. */
static void
write_hard (BenchRandom *random, Text text)
{
  static const char *const years[] = { "XXXX", "XX00", "X1XX", "1X00", "-XXXX", "XXX0", "-00X0", "X6X4" };

  g_snprintf (text, sizeof (Text), "%s-02-29", years[bench_random (random) % G_N_ELEMENTS (years)]);
}

static void
write_refused (BenchRandom *random, Text text)
{
  static const char *const hard[] = { "XXXX-02-3X", "XXX1-02-29", "X1XX-X2-3X", "XX01-02-29", "2001-02-29" };

  g_strlcpy (text, hard[bench_random (random) % G_N_ELEMENTS (hard)], sizeof (Text));
}

enum
{
  PLAIN,
  LEVEL_1,
  LEVEL_2,
  HARD,
  REFUSED,
  GLIB,
  COPY,
  N_WORKLOADS,
};

static Workload workloads[N_WORKLOADS] = {
  [PLAIN] = { "plain", "YYYY-MM-DD", read_dates, write_day },
  [LEVEL_1] = { "level1", "level 1, mixed", read_dates, write_level_1 },
  [LEVEL_2] = { "level2", "level 2, mixed", read_dates, write_level_2 },
  [HARD] = { "hard", "29 February of X digits", read_dates, write_hard },
  [REFUSED] = { "refused", "days that no year has", refuse_dates, write_refused },
  [GLIB] = { "glib", "GLib, YYYY-MM-DDT00:00:00Z", read_with_glib, write_glib },
  [COPY] = { "copy", "copying the text", copy_texts, write_day },
};

static volatile gint64 sink;

/* Rounds until it takes long enough to be measured. */
static double
measure (const Workload *workload, double least)
{
  double start = bench_now ();
  double seconds;
  int    rounds = 0;

  do
    {
      sink = workload->read (workload->texts);
      rounds++;
      seconds = bench_now () - start;
    }
  while (seconds < least);
  return seconds / rounds / N_TEXTS;
}

/* How many times as fast @workload is as @other, repetition by repetition, so
 * that a busy moment slows both. */
static BenchStats
speed_ratio (const Workload *workload, const Workload *other, guint n)
{
  g_autofree double *ratios = g_new (double, n);
  guint              i;

  for (i = 0; i < n; i++)
    ratios[i] = other->seconds[i] / workload->seconds[i];
  return bench_stats (ratios, n);
}

static void
prepare (Workload *workload, guint n_repetitions)
{
  BenchRandom random = { 1582 };
  guint64     before;
  int         i;

  workload->texts = g_new0 (Text, N_TEXTS);
  workload->seconds = g_new0 (double, n_repetitions);
  for (i = 0; i < N_TEXTS; i++)
    workload->write (&random, workload->texts[i]);
  sink = workload->read (workload->texts);
  before = n_blocks;
  sink = workload->read (workload->texts);
  workload->blocks = (double) (n_blocks - before) / N_TEXTS;
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = bench_arguments (&argc, &argv, "How fast dates are read.", &quick);
  g_autoptr (GString) json = g_string_new (NULL);
  gboolean            counted = counts_blocks ();
  guint               n_repetitions = quick ? 3 : 15;
  BenchStats          to_glib[N_WORKLOADS];
  BenchStats          to_copy[N_WORKLOADS];
  BenchStats          rates[N_WORKLOADS];
  guint               i;
  guint               j;

  for (j = 0; j < N_WORKLOADS; j++)
    prepare (&workloads[j], n_repetitions);
  for (i = 0; i < n_repetitions; i++)
    for (j = 0; j < N_WORKLOADS; j++)
      workloads[j].seconds[i] = measure (&workloads[j], quick ? 0.002 : 0.02);

  g_print ("%-28s %24s %12s %14s %8s\n", "Reading dates", "times as fast as GLib", "as copying", "dates a second",
           "blocks");
  for (j = 0; j < N_WORKLOADS; j++)
    {
      g_autofree double *rate = g_new (double, n_repetitions);

      to_glib[j] = speed_ratio (&workloads[j], &workloads[GLIB], n_repetitions);
      to_copy[j] = speed_ratio (&workloads[j], &workloads[COPY], n_repetitions);
      for (i = 0; i < n_repetitions; i++)
        rate[i] = 1 / workloads[j].seconds[i];
      rates[j] = bench_stats (rate, n_repetitions);
      g_print ("%-28s %8.2f (%5.2f to %5.2f) %12.3f %13.2fM %8.2f\n", workloads[j].title, to_glib[j].median,
               to_glib[j].min, to_glib[j].max, to_copy[j].median, rates[j].median / 1e6, workloads[j].blocks);
    }
  if (!counted)
    g_print ("Blocks of memory are not counted in this build.\n");

  bench_json_open (json, NULL);
  bench_json_open (json, "ratios");
  for (j = 0; j < N_WORKLOADS; j++)
    {
      bench_json_open (json, workloads[j].name);
      bench_json_stats (json, "to_glib", &to_glib[j]);
      bench_json_stats (json, "to_copy", &to_copy[j]);
      bench_json_close (json);
    }
  bench_json_close (json);
  bench_json_open (json, "blocks_per_date");
  for (j = 0; counted && j < N_WORKLOADS; j++)
    bench_json_number (json, workloads[j].name, workloads[j].blocks);
  bench_json_close (json);
  bench_json_open (json, "dates_per_second");
  for (j = 0; j < N_WORKLOADS; j++)
    bench_json_stats (json, workloads[j].name, &rates[j]);
  bench_json_close (json);
  bench_json_close (json);

  if (counted && workloads[PLAIN].blocks > 0)
    {
      g_printerr ("Reading YYYY-MM-DD asks for memory; it must not.\n");
      return 1;
    }
  return bench_write (file, json);
}
