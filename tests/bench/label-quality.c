/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "label-quality.h"

#include "layout/dl-arrangement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define YEAR (365.25 * 86400)
#define SPAN (20 * YEAR)
#define HOUR 3600.0
#define N_CLUMPS 100

#define LETTER_WIDTH 7.0
#define LABEL_SURROUNDINGS 24.0
#define LEAST_RIGHT 28.0f

/* All is this wide where one has zoomed out as far as can be; there the rows of
 * crowded lanes are filled first. */
#define FARTHEST_WIDTH 320.0

/* Scales from there on, a third of an octave apart so that they are no levels. */
#define SCALE_STEP 1.2599
#define MAX_SHARE 0.8 /* of the items: beyond, there is room for all that can be shown at once */
#define FINEST 1.0

const char *
label_kind_to_string (LabelKind kind)
{
  static const char *const names[N_LABEL_KINDS] = { "random", "clumped", "intervals" };

  return names[kind];
}

typedef struct
{
  guint32 (*random) (gpointer data);
  gpointer data;
} Source;

/* In [0, 1). */
static double
unit (const Source *source)
{
  return source->random (source->data) / 4294967296.0;
}

/* Of a title of three to eight words, cut where labels are cut, with what
 * stands around it. */
static double
title_width (const Source *source)
{
  guint n_words = 3 + (guint) (unit (source) * 6);
  guint n_letters = n_words - 1;

  for (guint i = 0; i < n_words; i++)
    n_letters += 2 + (guint) (unit (source) * 8);
  return MIN (n_letters * LETTER_WIDTH, DL_LABEL_WIDTH_MAX) + LABEL_SURROUNDINGS;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (((const DlLevelItem *) a)->start, ((const DlLevelItem *) b)->start);
}

DlLevelItem *
label_items_new (LabelKind kind, guint n, guint32 (*random) (gpointer data), gpointer data)
{
  Source       source = { random, data };
  DlLevelItem *items = g_new (DlLevelItem, n);
  double       centres[N_CLUMPS];
  double       lengths[N_CLUMPS];

  for (guint i = 0; i < N_CLUMPS; i++)
    {
      centres[i] = unit (&source) * SPAN;
      lengths[i] = HOUR * pow (24 * 30, unit (&source));
    }
  for (guint i = 0; i < n; i++)
    {
      double at = unit (&source) * SPAN;
      double length = 1;

      if (kind == LABELS_CLUMPED && unit (&source) < 0.9)
        {
          guint clump = (guint) (unit (&source) * N_CLUMPS);

          at = centres[clump] + unit (&source) * lengths[clump];
        }
      if (kind == LABELS_INTERVALS && unit (&source) < 1.0 / 3)
        length = HOUR * pow (2 * YEAR / HOUR, unit (&source));
      items[i].start = items[i].anchor = DL_INSTANT ((gint64) at);
      items[i].end = DL_INSTANT ((gint64) (at + length));
      items[i].width = (float) title_width (&source);
      items[i].max_left = length > 1 ? 0 : items[i].width - LEAST_RIGHT;
      items[i].priority = i;
    }
  /* Ranks by chance. */
  for (guint i = n; i-- > 1;)
    {
      guint   other = (guint) (unit (&source) * (i + 1));
      guint32 swap = items[i].priority;

      items[i].priority = items[other].priority;
      items[other].priority = swap;
    }
  qsort (items, n, sizeof *items, compare_starts);
  return items;
}

static gboolean
may_follow (const DlLevelItem *item, const DlLevelItem *next, double scale)
{
  return dl_instant_compare (item->end, next->start) <= 0 &&
         dl_instant_distance (item->anchor, next->start) * scale >= item->width;
}

/* How much of a label lies within the span, in pixels. */
static double
width_within (const DlLevelItem *item, double left, double scale)
{
  double from = (double) item->anchor.seconds * scale - left;

  return MIN (from + (double) item->width, SPAN * scale) - MAX (from, 0);
}

/* Places the best first, each into the first row that has room for it.
 * Returns: how much of the span they cover, in pixels; @n_placed: (out) */
static double
place_afresh (const DlLevelItem *items, const guint *order, guint n, guint n_rows, double scale, guint *n_placed)
{
  GArray **rows = g_new (GArray *, n_rows);
  double   width = 0;

  *n_placed = 0;
  for (guint r = 0; r < n_rows; r++)
    rows[r] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    for (guint r = 0; r < n_rows; r++)
      {
        guint item = order[i];
        guint low = 0;
        guint high = rows[r]->len;

        while (low < high)
          {
            guint middle = low + (high - low) / 2;

            if (g_array_index (rows[r], guint, middle) < item)
              low = middle + 1;
            else
              high = middle;
          }
        if (low > 0 && !may_follow (&items[g_array_index (rows[r], guint, low - 1)], &items[item], scale))
          continue;
        if (low < rows[r]->len && !may_follow (&items[item], &items[g_array_index (rows[r], guint, low)], scale))
          continue;
        g_array_insert_val (rows[r], low, item);
        width += width_within (&items[item], 0, scale);
        ++*n_placed;
        break;
      }
  for (guint r = 0; r < n_rows; r++)
    g_array_unref (rows[r]);
  g_free (rows);
  return width;
}

double
label_coverage (const DlLevelItem *items, guint n, guint n_rows, double *stable, double *ideal)
{
  g_autoptr (DlLevels) levels = dl_levels_new (items, n, n_rows, dl_level_at_scale (FARTHEST_WIDTH / SPAN));
  g_autofree guint    *order = g_new (guint, n);
  double               ratios = 0;
  guint                n_scales = 0;
  guint                n_last = 0;

  *stable = *ideal = 0;
  for (guint i = 0; i < n; i++)
    order[n - 1 - items[i].priority] = i;
  for (double scale = FARTHEST_WIDTH / SPAN; scale < FINEST; scale *= SCALE_STEP)
    {
      double kept = 0;
      double afresh;
      guint  n_placed;

      afresh = place_afresh (items, order, n, n_rows, scale, &n_placed);
      if (n_placed > MAX_SHARE * n || (n_last > n / 4 && n_placed < n_last * 1.02))
        break;
      n_last = n_placed;
      for (guint i = 0; i < n; i++)
        if (dl_levels_get_level (levels, i) <= dl_level_at_scale (scale))
          kept += width_within (&items[i], dl_levels_get_left (levels, i), scale);
      *stable += kept / (SPAN * scale * n_rows);
      *ideal += afresh / (SPAN * scale * n_rows);
      ratios += kept / afresh;
      n_scales++;
    }
  g_return_val_if_fail (n_scales > 0, 0);
  *stable /= n_scales;
  *ideal /= n_scales;
  return ratios / n_scales;
}

/* How far out both labels can be shown, in seconds per pixel. */
static double
common_range (const DlLevelItem *a, const DlLevelItem *b)
{
  if (dl_instant_compare (a->start, b->start) > 0)
    return common_range (b, a);
  if (dl_instant_compare (a->end, b->start) > 0)
    return 0;
  return dl_instant_distance (a->anchor, b->start) / (double) a->width;
}

double
label_range_ratio (const DlLevelItem *items, guint n)
{
  g_autofree DlLevelItem *equals = g_memdup2 (items, sizeof *items * n);
  g_autofree double      *best = NULL; /* by the set of those that are farther out */
  g_autoptr (DlLevels)    levels = NULL;
  double                  farthest = SPAN / FARTHEST_WIDTH;
  double                  reached = 0;

  g_return_val_if_fail (n <= 14, 0);
  for (guint i = 0; i < n; i++)
    equals[i].priority = n - 1 - i;
  levels = dl_levels_new (equals, n, 1, dl_level_at_scale (FARTHEST_WIDTH / SPAN));
  for (guint i = 0; i < n; i++)
    if (dl_levels_get_level (levels, i) != DL_LEVEL_NEVER)
      reached += MIN (1 / dl_level_scale (dl_levels_get_level (levels, i)), farthest);

  /* In the best solution each is shown as far out as those let it that are
   * shown farther out; which comes after which set is all that matters. */
  best = g_new0 (double, (gsize) 1 << n);
  for (guint set = 0; set < 1u << n; set++)
    for (guint i = 0; i < n; i++)
      {
        double range = farthest;

        if (set & 1u << i)
          continue;
        for (guint j = 0; j < n; j++)
          if (set & 1u << j)
            range = MIN (range, common_range (&items[i], &items[j]));
        best[set | 1u << i] = MAX (best[set | 1u << i], best[set] + range);
      }
  return reached / best[(1u << n) - 1];
}
