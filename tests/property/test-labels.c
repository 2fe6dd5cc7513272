/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good labels are that never flicker: nearly as many as if the best were
 * placed afresh at every scale, and nearly as far out as can be. */
#include "../bench/label-quality.h"

#ifdef __SANITIZE_ADDRESS__
#define N_SETS 2
#define N_ITEMS 2000
#define N_SMALL_SETS 60
#else
#define N_SETS 4
#define N_ITEMS 6000
#define N_SMALL_SETS 200
#endif
#define N_ROWS 6
#define MAX_SMALL 14

static guint32
next_number (gpointer data)
{
  return (guint32) g_test_rand_int ();
}

/* Mean share of the ideal over some sets of one kind. */
static double
coverage_ratio (LabelKind kind)
{
  double ratio = 0;

  for (guint i = 0; i < N_SETS; i++)
    {
      g_autofree DlLevelItem *items = label_items_new (kind, N_ITEMS, next_number, NULL);
      double                  stable, ideal;

      ratio += label_coverage (items, N_ITEMS, N_ROWS, &stable, &ideal) / N_SETS;
      g_assert_cmpfloat (stable, >, 0);
      g_assert_cmpfloat (stable, <=, 1);
    }
  g_test_message ("%s: %.3f of the ideal", label_kind_to_string (kind), ratio);
  return ratio;
}

/* Placing afresh may use the narrowest labels again at every scale to fill what
 * the wide ones leave; on even data, where that counts most, labels that stay
 * come a little short of nine tenths. */
static void
test_coverage (void)
{
  double random = coverage_ratio (LABELS_RANDOM);
  double clumped = coverage_ratio (LABELS_CLUMPED);
  double intervals = coverage_ratio (LABELS_INTERVALS);

  g_assert_cmpfloat (random, >=, 0.85);
  g_assert_cmpfloat (clumped, >=, 0.9);
  g_assert_cmpfloat (intervals, >=, 0.9);
  g_assert_cmpfloat ((random + clumped) / 2, >=, 0.9);
}

static void
test_ranges (void)
{
  double ratio = 0;

  for (guint i = 0; i < N_SMALL_SETS; i++)
    {
      guint                   n = 2 + i % (MAX_SMALL - 1);
      g_autofree DlLevelItem *items = label_items_new ((LabelKind) (i % N_LABEL_KINDS), n, next_number, NULL);

      ratio += label_range_ratio (items, n) / N_SMALL_SETS;
    }
  g_test_message ("%.3f of the best active ranges", ratio);
  g_assert_cmpfloat (ratio, >=, 0.9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/labels/coverage", test_coverage);
  g_test_add_func ("/property/labels/ranges", test_ranges);
  return g_test_run ();
}
