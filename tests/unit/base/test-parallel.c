/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-parallel.h"

#define N_MOST 5000

typedef struct
{
  guint n;
  int   times[N_MOST]; /* atomic */
  int   beyond;        /* atomic: calls with an index that there is not */
} Calls;

static void
count_call (guint index, gpointer data)
{
  Calls *calls = data;

  if (index < calls->n)
    g_atomic_int_inc (&calls->times[index]);
  else
    g_atomic_int_inc (&calls->beyond);
}

static void
check_for (guint n)
{
  g_autofree Calls *calls = g_new0 (Calls, 1);

  calls->n = n;
  dl_parallel_for (n, count_call, calls);
  /* All are done when it returns: nobody else writes any more. */
  for (guint i = 0; i < N_MOST; i++)
    g_assert_cmpint (calls->times[i], ==, i < n ? 1 : 0);
  g_assert_cmpint (calls->beyond, ==, 0);
}

/* Every index once, be there fewer of them than threads or many more. */
static void
test_every_index (void)
{
  for (guint n = 0; n <= 2 * g_get_num_processors () + 8; n++)
    check_for (n);
  check_for (N_MOST);
}

/* What each call does takes its own time. */
static void
work_unevenly (guint index, gpointer data)
{
  guint          n = index % 97 * 500;
  volatile guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += i;
  g_assert_cmpuint (sum, ==, n * (n - 1) / 2);
  count_call (index, data);
}

static void
test_uneven (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autofree Calls *calls = g_new0 (Calls, 1);

      calls->n = 300;
      dl_parallel_for (calls->n, work_unevenly, calls);
      for (guint i = 0; i < calls->n; i++)
        g_assert_cmpint (calls->times[i], ==, 1);
    }
}

static void
nest (guint index, gpointer data)
{
  check_for (index);
}

/* One within another, as when lanes are arranged while a file is read. */
static void
test_nested (void)
{
  dl_parallel_for (12, nest, NULL);
}

typedef struct
{
  GThread *here;
  int      n_here; /* atomic */
  int      n_all;  /* atomic */
} Runs;

static void
count_run (gpointer data)
{
  Runs *runs = data;

  g_atomic_int_inc (&runs->n_all);
  if (g_thread_self () == runs->here)
    g_atomic_int_inc (&runs->n_here);
}

/* Once here, and once on each other thread, of which there are no more than
 * processors. */
static void
test_run (void)
{
  for (guint round = 0; round < 50; round++)
    {
      Runs runs = { g_thread_self (), 0, 0 };

      dl_parallel_run (count_run, &runs);
      g_assert_cmpint (runs.n_here, ==, 1);
      g_assert_cmpint (runs.n_all, >=, 1);
      g_assert_cmpint (runs.n_all, <=, (int) g_get_num_processors ());
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/parallel/every-index", test_every_index);
  g_test_add_func ("/base/parallel/uneven", test_uneven);
  g_test_add_func ("/base/parallel/nested", test_nested);
  g_test_add_func ("/base/parallel/run", test_run);
  return g_test_run ();
}
