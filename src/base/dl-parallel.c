/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-parallel.h"

/* More threads than this wait for memory more than they work. */
#define MAX_THREADS 4u

typedef struct
{
  void (*func) (gpointer data);
  gpointer data;
} Run;

static gpointer
run_thread (gpointer data)
{
  Run *run = data;

  run->func (run->data);
  return NULL;
}

void
dl_parallel_run (void (*func) (gpointer data), gpointer data)
{
  Run      run = { func, data };
  GThread *threads[MAX_THREADS - 1];
  guint    n_threads = MIN (g_get_num_processors (), MAX_THREADS) - 1;

  /* Without a thread to be had, all is done here. */
  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_try_new ("dateline-work", run_thread, &run, NULL);
  func (data);
  for (guint i = 0; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

typedef struct
{
  guint          n;
  int            next;
  DlParallelFunc func;
  gpointer       data;
} Loop;

static void
run_loop (gpointer data)
{
  Loop *loop = data;
  guint index;

  while ((index = (guint) g_atomic_int_add (&loop->next, 1)) < loop->n)
    loop->func (index, loop->data);
}

void
dl_parallel_for (guint n, DlParallelFunc func, gpointer data)
{
  Loop loop = { n, 0, func, data };

  if (n == 1)
    func (0, data);
  else if (n > 1)
    dl_parallel_run (run_loop, &loop);
}

void
dl_call_in (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, notify);
  g_source_attach (source, context);
  g_source_unref (source);
}
