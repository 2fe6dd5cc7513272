/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Scale of level 0 as a power of two of pixels per second. */
#define FIRST_OCTAVE -64

/* How many items a gap is offered before it stays empty at this level. */
#define MAX_TRIES 24

#define NO_ITEM G_MAXUINT32

typedef struct
{
  GArray *items; /* guint32: placed so far, in time order */
  /* What dl_levels_query() reads: items in time order level by level, and
   * where each level that brought something begins. */
  guint32 *sorted;
  guint32 *starts;
  guint8  *levels;
  guint    n_levels;
} Row;

struct _DlLevels
{
  DlLevelItem *items;
  guint        n_items;
  guint8      *level;
  guint16     *row;
  Row         *rows;
  guint        n_rows;
};

/* While levels are built: a tournament tree over the items that have no place
 * yet, so that the best of any stretch is found in logarithmic time. */
typedef struct
{
  DlLevels *levels;
  guint32  *tree; /* priorities + 1; 0 is a placed item */
  guint32   n_leaves;
  guint32  *by_priority;
  guint     n_left;
  float     least_width;
} Filler;

guint
dl_level_at_scale (double scale)
{
  double level = floor ((log2 (scale) - FIRST_OCTAVE) * 2 + 1e-9);

  return (guint) CLAMP (level, 0, DL_N_LEVELS - 1);
}

double
dl_level_scale (guint level)
{
  return exp2 (FIRST_OCTAVE + level / 2.0);
}

/* Whether @next may follow @item in a row at @scale and at all finer ones. */
static inline gboolean
may_follow (const DlLevelItem *item, const DlLevelItem *next, double scale)
{
  return dl_instant_compare (item->end, next->start) <= 0 &&
         dl_instant_distance (item->anchor, next->start) * scale >= item->width;
}

static void
filler_set (Filler *self, guint item, guint32 value)
{
  guint32 node = self->n_leaves + item;

  self->tree[node] = value;
  for (node /= 2; node >= 1; node /= 2)
    self->tree[node] = MAX (self->tree[2 * node], self->tree[2 * node + 1]);
}

/* The best unplaced item in [@low, @high), or NO_ITEM. */
static guint
filler_best (Filler *self, guint low, guint high)
{
  guint32 best = 0;
  guint32 left, right;

  if (low >= high)
    return NO_ITEM;
  for (left = low + self->n_leaves, right = high + self->n_leaves; left < right; left /= 2, right /= 2)
    {
      if (left & 1)
        {
          best = MAX (best, self->tree[left]);
          left++;
        }
      if (right & 1)
        {
          right--;
          best = MAX (best, self->tree[right]);
        }
    }
  return best == 0 ? NO_ITEM : self->by_priority[best - 1];
}

/* First item in [@low, @high) that starts at @instant or later. */
static guint
first_from (const DlLevels *self, guint low, guint high, DlInstant instant)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (self->items[middle].start, instant) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  guint low;
  guint high;
  guint best;
} Stretch;

static gboolean
fits (const DlLevels *levels, guint item, guint previous, guint next, double scale)
{
  return (previous == NO_ITEM || may_follow (&levels->items[previous], &levels->items[item], scale)) &&
         (next == NO_ITEM || may_follow (&levels->items[item], &levels->items[next], scale));
}

/* Fills the gap between two neighbours of a row (either may be missing) with
 * the best of [@low, @high) that fits, then the two gaps that remain.
 * Appends what it placed to @placed, in time order. */
static void
fill_gap (Filler *self, guint previous, guint next, guint low, guint high, double scale, GArray *placed)
{
  const DlLevels *levels = self->levels;
  Stretch         stretches[MAX_TRIES + 1];
  guint           n_stretches = 1;

  if (low >= high)
    return;
  /* Most gaps have no room for even the narrowest label. */
  if (previous != NO_ITEM && next != NO_ITEM &&
      dl_instant_distance (levels->items[previous].anchor, levels->items[next].start) * scale < (double) (levels->items[previous].width + self->least_width) * (1 - 1e-9))
    return;
  if (previous != NO_ITEM)
    {
      const DlLevelItem *item = &levels->items[previous];
      DlInstant          free_from = dl_instant_max (item->end, dl_instant_add_double (item->anchor, item->width / scale * (1 - 1e-12) - 1));

      low = first_from (levels, low, high, free_from);
    }
  if (next != NO_ITEM)
    {
      DlInstant last = dl_instant_add_double (levels->items[next].start, 1 - self->least_width / scale * (1 - 1e-12));

      high = first_from (levels, low, high, last);
    }

  stretches[0] = (Stretch){ low, high, filler_best (self, low, high) };
  for (guint tries = 0; tries < MAX_TRIES && n_stretches > 0; tries++)
    {
      guint   top = 0;
      Stretch stretch;
      guint   item;

      for (guint i = 1; i < n_stretches; i++)
        if (stretches[top].best == NO_ITEM ||
            (stretches[i].best != NO_ITEM && levels->items[stretches[i].best].priority > levels->items[stretches[top].best].priority))
          top = i;
      stretch = stretches[top];
      item = stretch.best;
      if (item == NO_ITEM)
        return;

      if (fits (levels, item, previous, next, scale))
        {
          filler_set (self, item, 0);
          self->n_left--;
          fill_gap (self, previous, item, low, item, scale, placed);
          g_array_append_val (placed, item);
          fill_gap (self, item, next, item + 1, high, scale, placed);
          return;
        }
      stretches[top] = (Stretch){ stretch.low, item, filler_best (self, stretch.low, item) };
      stretches[n_stretches++] = (Stretch){ item + 1, stretch.high, filler_best (self, item + 1, stretch.high) };
    }
}

static void
fill_row (Filler *self, guint row_index, guint level, GArray *placed, GArray *merged)
{
  DlLevels *levels = self->levels;
  Row      *row = &levels->rows[row_index];
  double    scale = dl_level_scale (level);
  guint     n_before = row->items->len;
  guint     n_new = 0;
  GArray   *swap;

  g_array_set_size (merged, 0);
  for (guint gap = 0; gap <= n_before; gap++)
    {
      guint previous = gap == 0 ? NO_ITEM : g_array_index (row->items, guint32, gap - 1);
      guint next = gap == n_before ? NO_ITEM : g_array_index (row->items, guint32, gap);

      g_array_set_size (placed, 0);
      fill_gap (self, previous, next, previous == NO_ITEM ? 0 : previous + 1, next == NO_ITEM ? levels->n_items : next, scale, placed);
      for (guint i = 0; i < placed->len; i++)
        {
          guint item = g_array_index (placed, guint32, i);

          levels->level[item] = (guint8) level;
          levels->row[item] = (guint16) row_index;
        }
      g_array_append_vals (merged, placed->data, placed->len);
      n_new += placed->len;
      if (next != NO_ITEM)
        g_array_append_val (merged, next);
    }
  if (n_new == 0)
    return;
  swap = g_array_sized_new (FALSE, FALSE, sizeof (guint32), merged->len);
  g_array_append_vals (swap, merged->data, merged->len);
  g_array_unref (row->items);
  row->items = swap;
}

typedef struct
{
  guint32 *items; /* in time order */
  guint   *before;
  guint   *after;
  guint    n; /* also "none" for the links */
} Chain;

static void
chain_drop (Chain *self, guint index)
{
  if (self->before[index] != self->n)
    self->after[self->before[index]] = self->after[index];
  if (self->after[index] != self->n)
    self->before[self->after[index]] = self->before[index];
}

/* Drops from the chain what does not leave @keep its place at @scale. One that
 * follows is clear of it when a nearer one is; one before it may have a wider
 * label than those between, so all are looked at that end within @widest. */
static void
make_room (const DlLevels *levels, Chain *chain, guint keep, double scale, float widest, gboolean *dropped)
{
  const DlLevelItem *item = &levels->items[chain->items[keep]];

  for (guint i = chain->after[keep]; i != chain->n && !may_follow (item, &levels->items[chain->items[i]], scale); i = chain->after[i])
    {
      dropped[i] = TRUE;
      chain_drop (chain, i);
    }
  for (guint i = chain->before[keep]; i != chain->n; i = chain->before[i])
    {
      const DlLevelItem *before = &levels->items[chain->items[i]];

      if (dl_instant_distance (before->end, item->start) * scale >= widest)
        break;
      if (may_follow (before, item, scale))
        continue;
      dropped[i] = TRUE;
      chain_drop (chain, i);
    }
}

static int
compare_better (gconstpointer a, gconstpointer b, gpointer data)
{
  const Chain *const *context = data;
  const DlLevels     *levels = (const DlLevels *) (gconstpointer) context[1];
  guint32             left = levels->items[context[0]->items[*(const guint *) a]].priority;
  guint32             right = levels->items[context[0]->items[*(const guint *) b]].priority;

  return left > right ? -1 : left < right;
}

/* From @level, where the row was filled first, out to the coarsest: at each
 * level the best ones keep their place, the others begin one level finer. */
static void
thin_row (DlLevels *self, guint row_index, guint level)
{
  GArray              *items = self->rows[row_index].items;
  Chain                chain = { (guint32 *) (gpointer) items->data, g_new (guint, items->len), g_new (guint, items->len), items->len };
  g_autofree guint    *order = g_new (guint, MAX (items->len, 1));
  g_autofree gboolean *dropped = g_new0 (gboolean, MAX (items->len, 1));
  gconstpointer        context[2] = { &chain, self };
  guint                n = items->len;
  float                widest = 0;

  for (guint i = 0; i < n; i++)
    {
      widest = MAX (widest, self->items[chain.items[i]].width);
      chain.before[i] = i == 0 ? n : i - 1;
      chain.after[i] = i + 1;
      order[i] = i;
    }
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_better, context);

  while (level > 0 && n > 0)
    {
      guint n_kept = 0;

      level--;
      for (guint i = 0; i < n; i++)
        {
          guint index = order[i];

          if (dropped[index])
            continue;
          make_room (self, &chain, index, dl_level_scale (level), widest, dropped);
          self->level[chain.items[index]] = (guint8) level;
          order[n_kept++] = index;
        }
      n = n_kept;
    }
  g_free (chain.before);
  g_free (chain.after);
}

/* Sorts a row's items by the level that brought them, keeping time order. */
static void
index_row (DlLevels *self, Row *row)
{
  guint counts[DL_N_LEVELS + 1] = { 0 };
  guint next[DL_N_LEVELS];
  guint at = 0;

  for (guint i = 0; i < row->items->len; i++)
    counts[self->level[g_array_index (row->items, guint32, i)]]++;
  for (guint level = 0; level < DL_N_LEVELS; level++)
    {
      next[level] = at;
      at += counts[level];
      row->n_levels += counts[level] > 0;
    }
  row->sorted = g_new (guint32, MAX (row->items->len, 1));
  row->starts = g_new (guint32, row->n_levels + 1);
  row->levels = g_new (guint8, MAX (row->n_levels, 1));
  row->n_levels = 0;
  for (guint level = 0; level < DL_N_LEVELS; level++)
    if (counts[level] > 0)
      {
        row->levels[row->n_levels] = (guint8) level;
        row->starts[row->n_levels++] = next[level];
      }
  row->starts[row->n_levels] = row->items->len;
  for (guint i = 0; i < row->items->len; i++)
    {
      guint32 item = g_array_index (row->items, guint32, i);

      row->sorted[next[self->level[item]]++] = item;
    }
  g_clear_pointer (&row->items, g_array_unref);
}

static int
compare_priority (gconstpointer a, gconstpointer b, gpointer data)
{
  const DlLevelItem *items = data;
  guint32            left = items[*(const guint32 *) a].priority;
  guint32            right = items[*(const guint32 *) b].priority;

  return left < right ? -1 : left > right;
}

DlLevels *
dl_levels_new (const DlLevelItem *items, guint n_items, guint n_rows, guint first_level)
{
  DlLevels          *self = g_new0 (DlLevels, 1);
  Filler             filler = { .levels = self };
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->n_items = n_items;
  self->n_rows = n_rows;
  self->items = g_memdup2 (items, sizeof (DlLevelItem) * n_items);
  self->level = g_malloc (MAX (n_items, 1));
  memset (self->level, DL_LEVEL_NEVER, n_items);
  self->row = g_new0 (guint16, MAX (n_items, 1));
  self->rows = g_new0 (Row, MAX (n_rows, 1));
  for (guint i = 0; i < n_rows; i++)
    self->rows[i].items = g_array_new (FALSE, FALSE, sizeof (guint32));

  filler.n_leaves = MAX (n_items, 1);
  filler.tree = g_new0 (guint32, 2 * (gsize) filler.n_leaves);
  filler.by_priority = g_new (guint32, MAX (n_items, 1));
  filler.n_left = n_items;
  filler.least_width = G_MAXFLOAT;
  for (guint i = 0; i < n_items; i++)
    {
      filler.by_priority[i] = i;
      filler.least_width = MIN (filler.least_width, items[i].width);
    }
  g_qsort_with_data (filler.by_priority, (int) n_items, sizeof (guint32), compare_priority, (gpointer) items);
  for (guint i = 0; i < n_items; i++)
    filler.tree[filler.n_leaves + filler.by_priority[i]] = i + 1;
  for (guint node = filler.n_leaves; node-- > 1;)
    filler.tree[node] = MAX (filler.tree[2 * node], filler.tree[2 * node + 1]);

  for (guint level = MIN (first_level, DL_N_LEVELS - 1); level < DL_N_LEVELS && filler.n_left > 0; level++)
    {
      for (guint row = 0; row < n_rows && filler.n_left > 0; row++)
        fill_row (&filler, row, level, placed, merged);
      if (level == first_level)
        for (guint row = 0; row < n_rows; row++)
          thin_row (self, row, level);
    }

  for (guint i = 0; i < n_rows; i++)
    index_row (self, &self->rows[i]);
  g_free (filler.tree);
  g_free (filler.by_priority);
  return self;
}

void
dl_levels_free (DlLevels *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_free (self->rows[i].sorted);
      g_free (self->rows[i].starts);
      g_free (self->rows[i].levels);
    }
  g_free (self->rows);
  g_free (self->items);
  g_free (self->level);
  g_free (self->row);
  g_free (self);
}

guint
dl_levels_get_n_rows (const DlLevels *self)
{
  return self->n_rows;
}

guint
dl_levels_get_level (const DlLevels *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, DL_LEVEL_NEVER);
  return self->level[item];
}

guint
dl_levels_get_row (const DlLevels *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, 0);
  return self->row[item];
}

/* Within one level of one row extents do not overlap, so their ends are in
 * order too. First of sorted[@low … @high) that ends after @from. */
static guint
first_ending_after (const DlLevels *self, const guint32 *sorted, guint low, guint high, DlInstant from)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (self->items[sorted[middle]].end, from) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
dl_levels_query (const DlLevels *self, double scale, DlInstant from, DlInstant to, DlLevelsFunc func, gpointer data)
{
  guint level = dl_level_at_scale (scale);

  for (guint r = 0; r < self->n_rows; r++)
    {
      const Row *row = &self->rows[r];

      for (guint l = 0; l < row->n_levels && row->levels[l] <= level; l++)
        {
          guint begin = row->starts[l];
          guint end = row->starts[l + 1];
          guint i = first_ending_after (self, row->sorted, begin, end, from);

          if (i > begin)
            {
              const DlLevelItem *before = &self->items[row->sorted[i - 1]];

              if (dl_instant_distance (before->anchor, from) * scale < before->width)
                func (row->sorted[i - 1], r, data);
            }
          for (; i < end && dl_instant_compare (self->items[row->sorted[i]].start, to) < 0; i++)
            func (row->sorted[i], r, data);
        }
    }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (*(const DlInstant *) a, *(const DlInstant *) b);
}

guint
dl_levels_depth (const DlLevelItem *items, guint n_items)
{
  g_autofree DlInstant *ends = g_new (DlInstant, MAX (n_items, 1));
  guint                 depth = 0;
  guint                 ended = 0;

  for (guint i = 0; i < n_items; i++)
    ends[i] = items[i].end;
  qsort (ends, n_items, sizeof *ends, compare_ends);
  for (guint i = 0; i < n_items; i++)
    {
      while (ended < i && dl_instant_compare (ends[ended], items[i].start) <= 0)
        ended++;
      depth = MAX (depth, i + 1 - ended);
    }
  return depth;
}

guint
dl_levels_rows_needed (const DlLevelItem *items, guint n_items, double scale, DlInstant from, DlInstant to, guint limit)
{
  g_autofree const DlLevelItem **last = g_new0 (const DlLevelItem *, MAX (limit, 1));
  guint                          n_rows = 0;

  for (guint i = 0; i < n_items; i++)
    {
      guint row;

      if (dl_instant_compare (items[i].end, from) <= 0 || dl_instant_compare (items[i].start, to) >= 0)
        continue;
      for (row = 0; row < n_rows; row++)
        if (may_follow (last[row], &items[i], scale))
          break;
      if (row == limit)
        return limit;
      last[row] = &items[i];
      n_rows = MAX (n_rows, row + 1);
    }
  return n_rows;
}
