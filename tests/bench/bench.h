/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the benchmarks share. Times are of the processor, not of the clock, and
 * ratios are what counts: machines differ, and a busy one is slow at everything.
 */

/* Processor time of this thread, in seconds. */
double bench_now (void);
/* Processor time of all threads together, in seconds. */
double bench_now_all (void);

/* Numbers that are the same in every run. */
typedef struct
{
  guint64 state;
} BenchRandom;

guint32 bench_random (BenchRandom *self);
/* @first to @last, both included. */
int    bench_random_int (BenchRandom *self, int first, int last);
double bench_random_double (BenchRandom *self);

typedef struct
{
  double median;
  double min;
  double max;
  double p95;
} BenchStats;

/* Sorts @values. */
BenchStats bench_stats (double *values, guint n);

/* Writes a JSON object piece by piece; the caller opens and closes the first. */
void bench_json_open (GString *json, const char *name);
void bench_json_close (GString *json);
void bench_json_number (GString *json, const char *name, double value);
void bench_json_stats (GString *json, const char *name, const BenchStats *stats);

/* The file of --json=FILE; without the option NULL. Ends the program where the
 * arguments are wrong. @quick: (out): whether --quick was given: few rounds, to
 * see that it runs. Returns: (transfer full) (nullable) */
char *bench_arguments (int *argc, char ***argv, const char *summary, gboolean *quick);

/* Returns: the exit status */
int bench_write (const char *file, const GString *json);

G_END_DECLS
