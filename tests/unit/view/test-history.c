/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stops and their order, without a view. */
#include "view/dl-history.h"

#define N_RANDOM 20000
#define LIMIT 7

/* Stops are known by where they begin. */
static DlStop
stop_at (gint64 number)
{
  return (DlStop){ .from = DL_INSTANT (number), .to = DL_INSTANT (number + 1000) };
}

static void
visit (DlHistory *history, gint64 number, DlMoveKind kind, gint64 msec)
{
  DlStop stop = stop_at (number);

  dl_history_visit (history, &stop, kind, msec * G_TIME_SPAN_MILLISECOND);
}

static gint64
current (DlHistory *history)
{
  const DlStop *stop = dl_history_get_current (history);

  return stop == NULL ? -1 : stop->from.seconds;
}

static void
test_empty (void)
{
  g_autoptr (DlHistory) history = dl_history_new (LIMIT);

  g_assert_null (dl_history_get_current (history));
  g_assert_false (dl_history_can_go (history, -1));
  g_assert_false (dl_history_can_go (history, 1));
  g_assert_null (dl_history_go (history, -1));
  visit (history, 1, DL_MOVE_JUMP, 0);
  g_assert_false (dl_history_can_go (history, -1));
  g_assert_false (dl_history_can_go (history, 1));
  visit (history, 2, DL_MOVE_JUMP, 0);
  g_assert_cmpint (dl_history_go (history, -1)->from.seconds, ==, 1);
  dl_history_clear (history);
  g_assert_cmpint (current (history), ==, -1);
  g_assert_false (dl_history_can_go (history, 1));
}

/* Two moves, at these times: are they one step? */
static void
test_merge (void)
{
  static const struct
  {
    DlMoveKind first, second;
    gint64     apart; /* ms */
    gboolean   one;
  } cases[] = {
    { DL_MOVE_JUMP, DL_MOVE_JUMP, 0, FALSE },      { DL_MOVE_GESTURE, DL_MOVE_GESTURE, 500, FALSE },
    { DL_MOVE_EVENT, DL_MOVE_EVENT, 0, TRUE },     { DL_MOVE_EVENT, DL_MOVE_EVENT, 1500, TRUE },
    { DL_MOVE_EVENT, DL_MOVE_EVENT, 1501, FALSE }, { DL_MOVE_ZOOM, DL_MOVE_ZOOM, 300, TRUE },
    { DL_MOVE_ZOOM, DL_MOVE_EVENT, 0, FALSE },     { DL_MOVE_EVENT, DL_MOVE_ZOOM, 0, FALSE },
    { DL_MOVE_JUMP, DL_MOVE_EVENT, 0, FALSE },     { DL_MOVE_EVENT, DL_MOVE_JUMP, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlHistory) history = dl_history_new (LIMIT);

      visit (history, 1, DL_MOVE_JUMP, 0);
      visit (history, 2, cases[i].first, 10000);
      visit (history, 3, cases[i].second, 10000 + cases[i].apart);
      g_assert_cmpint (current (history), ==, 3);
      g_assert_cmpint (dl_history_go (history, -1)->from.seconds, ==, cases[i].one ? 1 : 2);
      g_assert_cmpint (dl_history_go (history, 1)->from.seconds, ==, 3);
    }
}

/* What one has gone back to is not a move that others go on with. */
static void
test_no_merge_after_going (void)
{
  g_autoptr (DlHistory) history = dl_history_new (LIMIT);

  visit (history, 1, DL_MOVE_JUMP, 0);
  visit (history, 2, DL_MOVE_EVENT, 0);
  visit (history, 3, DL_MOVE_JUMP, 0);
  dl_history_go (history, -1);
  visit (history, 4, DL_MOVE_EVENT, 10);
  g_assert_false (dl_history_can_go (history, 1));
  g_assert_cmpint (dl_history_go (history, -1)->from.seconds, ==, 2);
}

static void
test_amend (void)
{
  g_autoptr (DlHistory) history = dl_history_new (LIMIT);
  DlStop                stop = stop_at (20);

  visit (history, 1, DL_MOVE_JUMP, 0);
  visit (history, 2, DL_MOVE_JUMP, 0);
  visit (history, 3, DL_MOVE_JUMP, 0);
  dl_history_go (history, -1);
  stop.selected = (char *) "one";
  dl_history_amend (history, &stop);
  g_assert_cmpint (current (history), ==, 20);
  dl_history_amend (history, dl_history_get_current (history));
  g_assert_cmpstr (dl_history_get_current (history)->selected, ==, "one");
  g_assert_cmpint (dl_history_go (history, 1)->from.seconds, ==, 3);
  g_assert_null (dl_history_get_current (history)->selected);
}

/* The same as a list would do it. */
typedef struct
{
  gint64 stops[LIMIT];
  guint  n, at;
} Naive;

static void
naive_visit (Naive *self, gint64 stop)
{
  if (self->n > 0)
    self->n = self->at + 1;
  if (self->n == LIMIT)
    {
      for (guint i = 1; i < LIMIT; i++)
        self->stops[i - 1] = self->stops[i];
      self->n--;
    }
  self->stops[self->n++] = stop;
  self->at = self->n - 1;
}

static void
test_random (void)
{
  g_autoptr (DlHistory) history = dl_history_new (LIMIT);
  Naive                 naive = { 0 };

  for (guint i = 0; i < N_RANDOM; i++)
    {
      int direction = g_test_rand_bit () ? 1 : -1;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          visit (history, i, g_test_rand_bit () ? DL_MOVE_JUMP : DL_MOVE_GESTURE, i);
          naive_visit (&naive, i);
          break;
        case 1:
          if (naive.n > 0)
            {
              DlStop stop = stop_at (i);

              dl_history_amend (history, &stop);
              naive.stops[naive.at] = i;
            }
          break;
        default:
          if (direction < 0 ? naive.at > 0 : naive.at + 1 < naive.n)
            naive.at = direction < 0 ? naive.at - 1 : naive.at + 1;
          dl_history_go (history, direction);
        }
      g_assert_cmpint (current (history), ==, naive.n == 0 ? -1 : naive.stops[naive.at]);
      g_assert_cmpint (dl_history_can_go (history, -1), ==, naive.at > 0);
      g_assert_cmpint (dl_history_can_go (history, 1), ==, naive.at + 1 < naive.n);
    }
}

/* To be kept */

static void
test_variant (void)
{
  DlFold               fold = { .from = { -1000, 5 }, .to = { 1000, 0 } };
  DlStop               stop = { .from = { -123456789012345, 999999999 }, .to = { 7, 1 }, .scroll = 12.5 };
  g_auto (DlStop)      read = { 0 };
  g_autoptr (GVariant) variant = NULL;

  stop.selected = (char *) "é“x”";
  dl_opened_folds_add (&stop.opened, &fold);
  variant = g_variant_ref_sink (dl_stop_to_variant (&stop));
  g_assert_true (dl_stop_from_variant (variant, &read));
  g_assert_cmpint (dl_instant_compare (read.from, stop.from), ==, 0);
  g_assert_cmpint (dl_instant_compare (read.to, stop.to), ==, 0);
  g_assert_cmpfloat (read.scroll, ==, 12.5);
  g_assert_cmpstr (read.selected, ==, "é“x”");
  g_assert_cmpuint (read.opened.n, ==, 1);
  g_assert_true (dl_opened_folds_meet (&read.opened, fold.from, fold.to));
}

/* Whatever is in it: what is no place is none, and the rest is taken. */
static void
test_bad_variants (void)
{
  static const struct
  {
    const char *text;
    gboolean    good;
  } cases[] = {
    { "@a{sv} {}", FALSE },
    { "1", FALSE },
    { "{'range': <1>}", FALSE },
    { "{'range': <((int64 5, 0), (int64 5, 0))>}", FALSE },
    { "{'range': <((int64 6, 0), (int64 5, 0))>}", FALSE },
    { "{'range': <((int64 5, 1000000000), (int64 7, 0))>}", FALSE },
    { "{'range': <((int64 5, -1), (int64 7, 0))>}", FALSE },
    { "{'range': <((int64 -9223372036854775808, 0), (int64 7, 0))>}", FALSE },
    { "{'range': <((int64 5, 0), (int64 9223372036854775807, 0))>}", FALSE },
    { "{'range': <((int64 5, 0), (int64 7, 0))>, 'scroll': <'x'>, 'opened': <7>, 'selected': <2>}", TRUE },
    { "{'range': <((int64 5, 0), (int64 7, 0))>, 'scroll': <inf>, 'more': <'x'>}", TRUE },
    { "{'range': <((int64 5, 0), (int64 7, 0))>, 'scroll': <-4.0>}", TRUE },
    { "{'range': <((int64 5, 0), (int64 7, 0))>, 'opened': <[((int64 9, 0), (int64 7, 0))]>}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)   error = NULL;
      g_autoptr (GVariant) variant = g_variant_parse (NULL, cases[i].text, NULL, NULL, &error);
      g_auto (DlStop)      stop = { 0 };

      g_assert_no_error (error);
      g_assert_cmpint (dl_stop_from_variant (variant, &stop), ==, cases[i].good);
      if (!cases[i].good)
        continue;
      g_assert_cmpint (stop.from.seconds, ==, 5);
      g_assert_cmpfloat (stop.scroll, ==, 0);
      g_assert_cmpuint (stop.opened.n, ==, 0);
      g_assert_null (stop.selected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/empty", test_empty);
  g_test_add_func ("/history/merge", test_merge);
  g_test_add_func ("/history/no-merge-after-going", test_no_merge_after_going);
  g_test_add_func ("/history/amend", test_amend);
  g_test_add_func ("/history/random", test_random);
  g_test_add_func ("/history/variant", test_variant);
  g_test_add_func ("/history/bad-variants", test_bad_variants);
  return g_test_run ();
}
