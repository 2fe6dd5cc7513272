/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of events against an array of what is in it. */
#include "model/dl-event-set.h"

#define N_ROUNDS 400

typedef struct
{
  DlEventSet *set;
  gboolean   *in;
  guint       n;
} Pair;

/* Of all sizes about those of its words. */
static Pair
make_pair (guint n)
{
  Pair pair = { dl_event_set_new (n), g_new0 (gboolean, n + 1), n };
  int  rarity = g_test_rand_int_range (1, 100);

  for (guint i = 0; i < n; i++)
    if (g_test_rand_int_range (0, rarity) == 0)
      {
        pair.in[i] = TRUE;
        dl_event_set_add (pair.set, i);
        dl_event_set_add (pair.set, i);
      }
  return pair;
}

static void
pair_clear (Pair *pair)
{
  g_clear_pointer (&pair->set, dl_event_set_unref);
  g_clear_pointer (&pair->in, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static guint
count_between (const Pair *pair, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < MIN (end, pair->n); i++)
    n += pair->in[i];
  return n;
}

static guint
find_step (const Pair *pair, guint position, int direction)
{
  if (direction > 0)
    for (guint i = position == DL_NONE ? 0 : position + 1; i < pair->n; i++)
      if (pair->in[i])
        return i;
  if (direction < 0)
    for (guint i = MIN (position, pair->n); i-- > 0;)
      if (pair->in[i])
        return i;
  return DL_NONE;
}

static guint
random_position (const Pair *pair)
{
  return (guint) g_test_rand_int_range (0, (int) pair->n + 2);
}

static void
test_random (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (Pair) pair = make_pair ((guint) g_test_rand_int_range (0, 300));

      g_assert_cmpuint (dl_event_set_get_n (pair.set), ==, count_between (&pair, 0, pair.n));
      g_assert_cmpuint (dl_event_set_step (pair.set, DL_NONE, 1), ==, find_step (&pair, DL_NONE, 1));
      g_assert_cmpuint (dl_event_set_step (pair.set, DL_NONE, -1), ==, find_step (&pair, DL_NONE, -1));
      for (guint i = 0; i < 20; i++)
        {
          guint a = random_position (&pair);
          guint b = random_position (&pair);

          g_assert_true (dl_event_set_contains (pair.set, a) == (a < pair.n && pair.in[a]));
          g_assert_cmpuint (dl_event_set_count_before (pair.set, a), ==, count_between (&pair, 0, a));
          g_assert_cmpuint (dl_event_set_count_between (pair.set, a, b), ==, count_between (&pair, a, b));
          g_assert_cmpuint (dl_event_set_step (pair.set, a, 1), ==, find_step (&pair, a, 1));
          g_assert_cmpuint (dl_event_set_step (pair.set, a, -1), ==, find_step (&pair, a, -1));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-set/random", test_random);
  return g_test_run ();
}
