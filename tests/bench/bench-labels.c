/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "label-quality.h"

/* What it costs, in labels shown, that no label ever flickers. */

#define N_ITEMS 6000
#define N_ROWS 6
#define N_SETS 5
#define N_SMALL_SETS 200
#define MAX_SMALL 14

static guint32
next_number (gpointer data)
{
  return bench_random (data);
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = bench_arguments (&argc, &argv, "how many labels fit that never flicker", &quick);
  BenchRandom         random = { 1969 };
  guint               n_sets = quick ? 1 : N_SETS;
  guint               n_items = quick ? N_ITEMS / 10 : N_ITEMS;
  g_autoptr (GString) json = g_string_new (NULL);
  double              ranges = 0;
  double              least = 1;

  bench_json_open (json, NULL);
  g_print ("%-34s %12s %12s %12s\n", "Labels that never flicker", "of the ideal", "rows covered", "ideal");
  for (int kind = 0; kind < N_LABEL_KINDS; kind++)
    {
      double ratio = 0, stable = 0, ideal = 0;

      for (guint i = 0; i < n_sets; i++)
        {
          g_autofree DlLevelItem *items = label_items_new ((LabelKind) kind, n_items, next_number, &random);
          double                  set_stable, set_ideal;

          ratio += label_coverage (items, n_items, N_ROWS, &set_stable, &set_ideal) / n_sets;
          stable += set_stable / n_sets;
          ideal += set_ideal / n_sets;
        }
      g_print ("%-34s %12.3f %12.3f %12.3f\n", label_kind_to_string ((LabelKind) kind), ratio, stable, ideal);
      bench_json_open (json, label_kind_to_string ((LabelKind) kind));
      bench_json_number (json, "ratio", ratio);
      bench_json_number (json, "stable_coverage", stable);
      bench_json_number (json, "ideal_coverage", ideal);
      bench_json_close (json);
    }

  for (guint i = 0; i < N_SMALL_SETS; i++)
    {
      guint                   n = 2 + i % (MAX_SMALL - 1);
      LabelKind               kind = (LabelKind) (i / (MAX_SMALL - 1) % N_LABEL_KINDS);
      g_autofree DlLevelItem *items = label_items_new (kind, n, next_number, &random);
      double                  ratio = label_range_ratio (items, n);

      ranges += ratio / N_SMALL_SETS;
      least = MIN (least, ratio);
    }
  g_print ("%-34s %12.3f (the least of %u sets: %.3f)\n", "sum of active ranges, up to 14", ranges, N_SMALL_SETS,
           least);
  bench_json_open (json, "active_ranges");
  bench_json_number (json, "ratio", ranges);
  bench_json_number (json, "least", least);
  bench_json_close (json);
  bench_json_close (json);
  return bench_write (file, json);
}
