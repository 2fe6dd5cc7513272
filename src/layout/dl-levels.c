/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels-private.h"

#include <math.h>

/* Scale of level 0 as a power of two of pixels per second. */
#define FIRST_OCTAVE -64

/* Bins that hold fewer items than this on average are searched. */
#define BIN_ITEMS 32

guint
dl_level_at_scale (double scale)
{
  double level = floor ((log2 (scale) - FIRST_OCTAVE) * DL_LEVELS_PER_OCTAVE + 1e-9);

  return (guint) CLAMP (level, 0, DL_N_LEVELS - 1);
}

double
dl_level_scale (guint level)
{
  return exp2 (FIRST_OCTAVE + level / (double) DL_LEVELS_PER_OCTAVE);
}

guint
dl_level_reaching (double scale)
{
  double level;

  if (!(scale < G_MAXDOUBLE))
    return DL_N_LEVELS;
  level = ceil ((log2 (scale) - FIRST_OCTAVE) * DL_LEVELS_PER_OCTAVE - 1e-6);
  return (guint) CLAMP (level, 0, DL_N_LEVELS);
}

guint
dl_levels_get_n_items (const DlLevels *self)
{
  return self->n_items;
}

guint
dl_levels_get_n_rows (const DlLevels *self)
{
  return self->n_rows;
}

const DlLevelItem *
dl_levels_get_item (const DlLevels *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, NULL);
  return &self->items[item];
}

guint
dl_levels_get_level (const DlLevels *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, DL_LEVEL_NEVER);
  return __atomic_load_n (&self->level[item], __ATOMIC_RELAXED);
}

guint
dl_levels_get_row (const DlLevels *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, 0);
  return __atomic_load_n (&self->row[item], __ATOMIC_RELAXED);
}

double
dl_levels_get_left (const DlLevels *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, 0);
  return (double) self->left[item];
}

void
dl_levels_at (const DlLevels *self, double scale, DlLevelsView *view)
{
  /* A level that is being built is not shown yet. */
  int   level = MIN ((int) dl_level_at_scale (scale), g_atomic_int_get (&self->built_level));
  guint n_octaves = (guint) g_atomic_int_get (&self->n_octaves);
  guint n_fine = (guint) g_atomic_int_get (&self->n_fine);
  int   covered = -1;

  view->levels = self;
  view->level = (guint) MAX (level, 0);
  view->scale = scale;
  view->n_blocks = 0;
  for (guint i = 0; i < n_octaves && (int) self->octaves[i].level <= level; i++)
    {
      covered = (int) self->octaves[i].level;
      view->blocks[view->n_blocks++] = &self->octaves[i];
    }
  for (guint i = 0; i < n_fine && (int) self->fine[i].level <= level; i++)
    if ((int) self->fine[i].level > covered)
      view->blocks[view->n_blocks++] = &self->fine[i];
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

/* First of sorted[@low … @high) that starts at @to or later. */
static guint
first_starting_from (const DlLevels *self, const guint32 *sorted, guint low, guint high, DlInstant to)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (self->items[sorted[middle]].start, to) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
dl_levels_view_foreach (const DlLevelsView *self,
                        DlInstant           from,
                        DlInstant           to,
                        guint               first_row,
                        guint               end_row,
                        DlLevelsFunc        func,
                        gpointer            data)
{
  const DlLevels *levels = self->levels;

  g_return_if_fail (end_row <= levels->n_rows);
  for (guint row = first_row; row < end_row; row++)
    for (guint b = 0; b < self->n_blocks; b++)
      {
        const DlLevelBlock *block = self->blocks[b];
        const guint32      *sorted = block->sorted;
        guint               begin = block->row_starts[row];
        guint               end = block->row_starts[row + 1];
        guint               i;

        if (begin == end)
          continue;
        i = first_ending_after (levels, sorted, begin, end, from);
        if (i > begin)
          {
            const DlLevelItem *before = &levels->items[sorted[i - 1]];

            if (dl_instant_distance (before->anchor, from) * self->scale < before->width - levels->left[sorted[i - 1]])
              func (sorted[i - 1], row, FALSE, data);
          }
        for (; i < end && dl_instant_compare (levels->items[sorted[i]].start, to) < 0; i++)
          func (sorted[i], row, TRUE, data);
        if (i < end &&
            dl_instant_distance (to, levels->items[sorted[i]].anchor) * self->scale < levels->left[sorted[i]])
          func (sorted[i], row, FALSE, data);
      }
}

guint
dl_levels_view_count_rows (const DlLevelsView *self, DlInstant from, DlInstant to, guint first_row, guint end_row)
{
  const DlLevels *levels = self->levels;
  guint           count = 0;

  g_return_val_if_fail (end_row <= levels->n_rows, 0);
  for (guint b = 0; b < self->n_blocks; b++)
    for (guint row = first_row; row < end_row; row++)
      {
        const DlLevelBlock *block = self->blocks[b];
        const guint32      *sorted = block->sorted;
        guint               begin = block->row_starts[row];
        guint               end = block->row_starts[row + 1];
        guint               first;

        if (begin == end)
          continue;
        first = first_ending_after (levels, sorted, begin, end, from);
        count += first_starting_from (levels, sorted, first, end, to) - first;
      }
  return count;
}

guint
dl_levels_first_between (const DlLevels *self, guint low, guint high, DlInstant instant)
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

guint
dl_levels_first_from (const DlLevels *self, guint low, DlInstant instant)
{
  guint step = 1;
  guint high;

  /* Mostly it is near. */
  high = low;
  while (high < self->n_items && dl_instant_compare (self->items[high].start, instant) < 0)
    {
      low = high + 1;
      high = self->n_items - high > step ? high + step : self->n_items;
      step *= 2;
    }
  return dl_levels_first_between (self, low, high, instant);
}

/* Rounds down, before 1970 as well. */
static gint64
bin_number (gint64 seconds, guint size)
{
  gint64 length = (gint64) 1 << size;

  return seconds >= 0 ? seconds / length : -((-(seconds + 1)) / length) - 1;
}

/* The smallest bins from the items. */
static void
index_smallest (DlLevels *self, guint size, guint first)
{
  DlBinIndex *index = &self->bins[size];
  guint       item = first;

  for (guint i = 0; i < index->n; i++)
    {
      gint64 start = (index->first + i) * ((gint64) 1 << size);

      while (item < self->n_items && self->items[item].start.seconds < start)
        item++;
      index->items[i] = item;
    }
  index->items[index->n] = self->n_items;
}

/* Larger ones are made of two smaller ones. */
static void
index_larger (DlBinIndex *index, const DlBinIndex *smaller)
{
  for (guint i = 0; i <= index->n; i++)
    {
      gint64 at = 2 * (index->first + i) - smaller->first;

      index->items[i] = smaller->items[CLAMP (at, 0, (gint64) smaller->n)];
    }
}

void
dl_levels_index_bins (DlLevels *self)
{
  guint smallest = DL_N_BIN_SIZES;
  guint first = 0;

  while (first < self->n_items && !dl_instant_is_finite (self->items[first].start))
    first++;
  /* The largest are more than there is, and need no index. */
  for (guint size = DL_N_BIN_SIZES - 1; size-- > 0 && first < self->n_items; smallest = size)
    {
      gint64 from = bin_number (self->items[first].start.seconds, size);
      gint64 n = bin_number (self->items[self->n_items - 1].start.seconds, size) - from + 1;

      if (n > self->n_items / BIN_ITEMS)
        break;
      self->bins[size] = (DlBinIndex){ from, (guint) n, g_new (guint32, n + 1) };
    }
  for (guint size = smallest; size < DL_N_BIN_SIZES - 1; size++)
    if (size == smallest)
      index_smallest (self, size, first);
    else
      index_larger (&self->bins[size], &self->bins[size - 1]);
}

guint
dl_levels_first_from_bin (const DlLevels *self, guint low, guint size, DlInstant instant)
{
  const DlBinIndex *index = &self->bins[size];
  gint64            number = bin_number (instant.seconds, size);

  if (index->items == NULL || number < index->first || instant.seconds != number * ((gint64) 1 << size))
    return dl_levels_first_from (self, low, instant);
  return MAX (low, index->items[MIN (number - index->first, (gint64) index->n)]);
}

guint
dl_levels_count_ended (const DlLevels *self, DlInstant instant)
{
  guint low = 0;
  guint high = self->n_items;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (self->items[self->by_end[middle]].end, instant) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dl_levels_item_by_end (const DlLevels *self, guint rank)
{
  g_return_val_if_fail (rank < self->n_items, DL_NO_ITEM);
  return self->by_end[rank];
}

/* How many of the sorted @values are less than @bound. */
static guint
count_below (const guint32 *values, guint n, guint bound)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (values[middle] < bound)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

guint
dl_levels_view_count_started (const DlLevelsView *self, guint n_items)
{
  guint count = 0;

  for (guint b = 0; b < self->n_blocks; b++)
    count += count_below (self->blocks[b]->by_start, self->blocks[b]->n, n_items);
  return count;
}

guint
dl_levels_view_count_ended (const DlLevelsView *self, guint n_ended)
{
  guint count = 0;

  for (guint b = 0; b < self->n_blocks; b++)
    count += count_below (self->blocks[b]->end_ranks, self->blocks[b]->n, n_ended);
  return count;
}

void
dl_levels_cursor_init (DlLevelsCursor *self, const DlLevelsView *view, guint low)
{
  self->view = view;
  for (guint b = 0; b < view->n_blocks; b++)
    self->at[b] = count_below (view->blocks[b]->by_start, view->blocks[b]->n, low);
}

guint
dl_levels_cursor_advance (DlLevelsCursor *self, guint high)
{
  guint count = 0;

  for (guint b = 0; b < self->view->n_blocks; b++)
    {
      const guint32 *by_start = self->view->blocks[b]->by_start;
      guint          end = self->view->blocks[b]->n;
      guint          low = self->at[b];
      guint          at = low;
      guint          step = 1;

      while (at < end && by_start[at] < high)
        {
          low = at + 1;
          at = end - at > step ? at + step : end;
          step *= 2;
        }
      low += count_below (by_start + low, at - low, high);
      count += low - self->at[b];
      self->at[b] = low;
    }
  return count;
}

/* A heap of ends, the earliest on top. */
static void
sift_down (DlInstant *heap, guint n)
{
  DlInstant value = heap[0];
  guint     at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && dl_instant_compare (heap[child + 1], heap[child]) < 0)
        child++;
      if (dl_instant_compare (value, heap[child]) <= 0)
        break;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = value;
}

static void
sift_up (DlInstant *heap, guint at)
{
  DlInstant value = heap[at];

  while (at > 0 && dl_instant_compare (value, heap[(at - 1) / 2]) < 0)
    {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  heap[at] = value;
}

guint
dl_levels_depth (const DlLevelItem *items, guint n_items, guint limit)
{
  g_autofree DlInstant *ends = g_new (DlInstant, MAX (limit, 1));
  guint                 depth = 0;

  /* One slot for each that goes on at once; one that has ended makes room. */
  for (guint i = 0; i < n_items && depth < limit; i++)
    if (depth > 0 && dl_instant_compare (ends[0], items[i].start) <= 0)
      {
        ends[0] = items[i].end;
        sift_down (ends, depth);
      }
    else
      {
        ends[depth] = items[i].end;
        sift_up (ends, depth++);
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

      if (dl_instant_compare (items[i].start, to) >= 0)
        break;
      if (dl_instant_compare (items[i].end, from) <= 0)
        continue;
      for (row = 0; row < n_rows; row++)
        if (dl_level_may_follow (last[row], 0, &items[i], 0, scale))
          break;
      if (row == limit)
        return limit;
      last[row] = &items[i];
      n_rows = MAX (n_rows, row + 1);
    }
  return n_rows;
}
