/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lane-index.h"

#include <string.h>

#include "layout/dl-rank.h"

/* Bins that hold fewer items than this on average are searched. */
#define BIN_ITEMS 32

/* So many items share a leaf of the tournament. */
#define LEAF_ITEMS 16u

/* How many events' records ahead memory is asked for. */
#define AHEAD 12

/* Digits of a radix sort. */
#define DIGIT_BITS 16
#define N_DIGITS (1u << DIGIT_BITS)

/* Of smaller lanes comparing is quicker. */
#define RADIX_LEAST 4096u

/**
 * BinIndex:
 * @first: number of the first bin
 * @n: how many bins there are
 * @items: the first item that begins in each, or after it; n + 1 of them;
 *   NULL for bins so small that they hold few items
 */
typedef struct
{
  gint64   first;
  guint    n;
  guint32 *items;
} BinIndex;

struct _DlLaneIndex
{
  guint       n_items;
  DlExtent   *extents;
  guint16    *weights;
  guint32    *priorities;
  guint32    *by_end;       /* all items in the order of their ends */
  DlEventSet *shown;        /* items that a filter lets through; NULL: all */
  DlEventSet *shown_by_end; /* the same by their places in @by_end */
  BinIndex    bins[DL_N_BIN_SIZES];
  guint       busiest[DL_N_BIN_SIZES];
  guint       n_leaves; /* of the tournament, a power of two; node 1 is its root */
  guint32    *best;     /* per node, the largest priority below it, and one: 0 is nobody's */
  gint64     *last_end; /* per node, the seconds of the latest end below it */
};

/* Rounds down, before 1970 as well. */
static gint64
bin_number (gint64 seconds, guint size)
{
  gint64 length = (gint64) 1 << size;

  return seconds >= 0 ? seconds / length : -((-(seconds + 1)) / length) - 1;
}

static void
take_extents (DlLaneIndex *self, DlTimeline *timeline, const DlFolds *folds, const guint32 *events)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);

  for (guint i = 0; i < self->n_items; i++)
    {
      const DlEventRecord *record = &records[events[i]];

      if (i + AHEAD < self->n_items)
        __builtin_prefetch (&records[events[i + AHEAD]]);
      self->extents[i].start = dl_folds_to_axis (folds, record->start);
      self->extents[i].end = dl_folds_to_axis (folds, record->end);
    }
}

/* By end */

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const DlExtent *extents = data;
  guint32         left = *(const guint32 *) a;
  guint32         right = *(const guint32 *) b;
  int             order = dl_instant_compare (extents[left].end, extents[right].end);

  return order != 0 ? order : (left > right) - (left < right);
}

typedef struct
{
  guint64 key;
  guint32 item;
} SortedEnd;

/* By the seconds, digit by digit from the last; those of one second stay in the
 * order of their starts. */
static void
sort_by_seconds (DlLaneIndex *self)
{
  guint                 n = self->n_items;
  g_autofree SortedEnd *from = g_new (SortedEnd, n);
  g_autofree SortedEnd *to = g_new (SortedEnd, n);
  g_autofree guint32   *counts = g_new (guint32, N_DIGITS);

  for (guint i = 0; i < n; i++)
    from[i] = (SortedEnd){ (guint64) self->extents[i].end.seconds ^ ((guint64) 1 << 63), i };
  for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
    {
      guint      sum = 0;
      SortedEnd *other;

      memset (counts, 0, sizeof (guint32) * N_DIGITS);
      for (guint i = 0; i < n; i++)
        counts[(from[i].key >> shift) & (N_DIGITS - 1)]++;
      for (guint digit = 0; digit < N_DIGITS; digit++)
        {
          guint count = counts[digit];

          counts[digit] = sum;
          sum += count;
        }
      for (guint i = 0; i < n; i++)
        to[counts[(from[i].key >> shift) & (N_DIGITS - 1)]++] = from[i];
      other = from;
      from = to;
      to = other;
    }
  for (guint i = 0; i < n; i++)
    self->by_end[i] = from[i].item;
}

static void
sort_by_end (DlLaneIndex *self)
{
  for (guint i = 0; i < self->n_items; i++)
    self->by_end[i] = i;
  if (self->n_items >= RADIX_LEAST)
    sort_by_seconds (self);
  /* What is left to do are parts of seconds; without any, all is in order. */
  for (guint i = 1; i < self->n_items; i++)
    if (compare_ends (&self->by_end[i - 1], &self->by_end[i], self->extents) > 0)
      {
        g_qsort_with_data (self->by_end, (int) self->n_items, sizeof (guint32), compare_ends, self->extents);
        break;
      }
}

/* Bins */

/* The smallest bins from the items. */
static void
index_smallest (DlLaneIndex *self, guint size, guint first)
{
  BinIndex *index = &self->bins[size];
  guint     item = first;

  for (guint i = 0; i < index->n; i++)
    {
      gint64 start = (index->first + i) * ((gint64) 1 << size);

      while (item < self->n_items && self->extents[item].start.seconds < start)
        item++;
      index->items[i] = item;
    }
  index->items[index->n] = self->n_items;
}

/* Larger ones are made of two smaller ones. */
static void
index_larger (BinIndex *index, const BinIndex *smaller)
{
  for (guint i = 0; i <= index->n; i++)
    {
      gint64 at = 2 * (index->first + i) - smaller->first;

      index->items[i] = smaller->items[CLAMP (at, 0, (gint64) smaller->n)];
    }
}

static void
index_bins (DlLaneIndex *self)
{
  guint smallest = DL_N_BIN_SIZES;
  guint first = 0;

  while (first < self->n_items && !dl_instant_is_finite (self->extents[first].start))
    first++;
  /* The largest are more than there is, and need no index. */
  for (guint size = DL_N_BIN_SIZES - 1; size-- > 0 && first < self->n_items; smallest = size)
    {
      gint64 from = bin_number (self->extents[first].start.seconds, size);
      gint64 n = bin_number (self->extents[self->n_items - 1].start.seconds, size) - from + 1;

      if (n > self->n_items / BIN_ITEMS)
        break;
      self->bins[size] = (BinIndex){ from, (guint) n, g_new (guint32, n + 1) };
    }
  for (guint size = smallest; size < DL_N_BIN_SIZES - 1; size++)
    if (size == smallest)
      index_smallest (self, size, first);
    else
      index_larger (&self->bins[size], &self->bins[size - 1]);
}

/* How many begin in each bin that has any, for ever larger ones: those of one
 * size come in pairs to make those of the next. */
static void
find_busiest (DlLaneIndex *self)
{
  g_autofree gint64 *numbers = g_new (gint64, MAX (self->n_items, 1));
  g_autofree guint  *counts = g_new (guint, MAX (self->n_items, 1));
  guint              n_bins = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      gint64 start = self->extents[i].start.seconds;

      if (start == G_MININT64)
        continue;
      if (n_bins > 0 && numbers[n_bins - 1] == start)
        counts[n_bins - 1]++;
      else
        {
          numbers[n_bins] = start;
          counts[n_bins++] = 1;
        }
    }
  for (guint size = 0; size < DL_N_BIN_SIZES; size++)
    {
      guint n = 0;

      for (guint j = 0; j < n_bins; j++)
        {
          gint64 number = size == 0 ? numbers[j] : bin_number (numbers[j], 1);

          if (n > 0 && numbers[n - 1] == number)
            counts[n - 1] += counts[j];
          else
            {
              numbers[n] = number;
              counts[n++] = counts[j];
            }
          self->busiest[size] = MAX (self->busiest[size], counts[n - 1]);
        }
      n_bins = n;
    }
}

/* The tournament */

static void
hold_tournament (DlLaneIndex *self)
{
  guint n_blocks = (self->n_items + LEAF_ITEMS - 1) / LEAF_ITEMS;

  for (self->n_leaves = 1; self->n_leaves < n_blocks;)
    self->n_leaves *= 2;
  self->best = g_new0 (guint32, 2 * self->n_leaves);
  self->last_end = g_new (gint64, 2 * self->n_leaves);
  for (guint i = 0; i < 2 * self->n_leaves; i++)
    self->last_end[i] = G_MININT64;
  for (guint i = 0; i < self->n_items; i++)
    {
      guint leaf = self->n_leaves + i / LEAF_ITEMS;

      self->best[leaf] = MAX (self->best[leaf], self->priorities[i] + 1);
      self->last_end[leaf] = MAX (self->last_end[leaf], self->extents[i].end.seconds);
    }
  for (guint i = self->n_leaves - 1; i > 0; i--)
    {
      self->best[i] = MAX (self->best[2 * i], self->best[2 * i + 1]);
      self->last_end[i] = MAX (self->last_end[2 * i], self->last_end[2 * i + 1]);
    }
}

/* A node of the tree or, from 2 * n_leaves on, an item. */
typedef struct
{
  guint32 best;
  guint32 node;
} Branch;

static void
push (GArray *heap, guint32 best, guint32 node)
{
  guint   at = heap->len;
  Branch *branches;

  g_array_set_size (heap, at + 1);
  branches = (Branch *) (gpointer) heap->data;
  while (at > 0 && branches[(at - 1) / 2].best < best)
    {
      branches[at] = branches[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  branches[at] = (Branch){ best, node };
}

static Branch
pop (GArray *heap)
{
  Branch *branches = (Branch *) (gpointer) heap->data;
  Branch  top = branches[0];
  Branch  last = branches[heap->len - 1];
  guint   n = heap->len - 1;
  guint   at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && branches[child + 1].best > branches[child].best)
        child++;
      if (last.best >= branches[child].best)
        break;
      branches[at] = branches[child];
      at = child;
    }
  branches[at] = last;
  g_array_set_size (heap, n);
  return top;
}

/* The first item below @node. */
static guint
first_item (const DlLaneIndex *self, guint node)
{
  while (node < self->n_leaves)
    node *= 2;
  return (node - self->n_leaves) * LEAF_ITEMS;
}

void
dl_lane_index_foreach_best (const DlLaneIndex *self, DlInstant from, DlInstant to, DlLaneIndexFunc func, gpointer data)
{
  guint              end = dl_lane_index_first_from (self, 0, to);
  guint              first_own = 2 * self->n_leaves;
  g_autoptr (GArray) heap = g_array_sized_new (FALSE, FALSE, sizeof (Branch), 64);

  if (end > 0)
    push (heap, self->best[1], 1);
  while (heap->len > 0)
    {
      Branch top = pop (heap);

      if (top.node >= first_own)
        {
          if (!func (top.node - first_own, data))
            return;
        }
      else if (top.node >= self->n_leaves)
        {
          guint first = (top.node - self->n_leaves) * LEAF_ITEMS;

          for (guint i = first; i < MIN (first + LEAF_ITEMS, end); i++)
            if (dl_instant_compare (self->extents[i].end, from) > 0)
              push (heap, self->priorities[i] + 1, first_own + i);
        }
      else
        for (guint child = 2 * top.node; child <= 2 * top.node + 1; child++)
          if (self->best[child] > 0 && self->last_end[child] >= from.seconds && first_item (self, child) < end)
            push (heap, self->best[child], child);
    }
}

/* Object */

/* Where in time what a filter lets through is, so that it can be counted. */
static void
take_shown (DlLaneIndex *self, const guint32 *events, DlEventSet *shown)
{
  if (shown == NULL)
    return;
  self->shown = dl_event_set_new (self->n_items);
  self->shown_by_end = dl_event_set_new (self->n_items);
  for (guint i = 0; i < self->n_items; i++)
    if (dl_event_set_contains (shown, events[i]))
      dl_event_set_add (self->shown, i);
  for (guint i = 0; i < self->n_items; i++)
    if (dl_event_set_contains (self->shown, self->by_end[i]))
      dl_event_set_add (self->shown_by_end, i);
}

DlLaneIndex *
dl_lane_index_new (DlTimeline *timeline, const DlFolds *folds, const GArray *events, DlEventSet *shown)
{
  DlLaneIndex   *self = g_new0 (DlLaneIndex, 1);
  const guint32 *positions = (const guint32 *) (gpointer) events->data;
  guint          n = MAX (events->len, 1);

  self->n_items = events->len;
  self->extents = g_new (DlExtent, n);
  self->weights = g_new (guint16, n);
  self->priorities = g_new (guint32, n);
  self->by_end = g_new (guint32, n);
  take_extents (self, timeline, folds, positions);
  dl_rank_items (timeline, positions, self->extents, self->n_items, shown, self->weights, self->priorities);
  sort_by_end (self);
  take_shown (self, positions, shown);
  index_bins (self);
  find_busiest (self);
  hold_tournament (self);
  return self;
}

void
dl_lane_index_free (DlLaneIndex *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < DL_N_BIN_SIZES; i++)
    g_free (self->bins[i].items);
  g_free (self->extents);
  g_free (self->weights);
  g_free (self->priorities);
  g_free (self->by_end);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  g_clear_pointer (&self->shown_by_end, dl_event_set_unref);
  g_free (self->best);
  g_free (self->last_end);
  g_free (self);
}

guint
dl_lane_index_get_n_items (const DlLaneIndex *self)
{
  return self->n_items;
}

const DlExtent *
dl_lane_index_get_extent (const DlLaneIndex *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, NULL);
  return &self->extents[item];
}

guint
dl_lane_index_get_priority (const DlLaneIndex *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, 0);
  return self->priorities[item];
}

guint
dl_lane_index_get_weight (const DlLaneIndex *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, 0);
  return self->weights[item];
}

gboolean
dl_lane_index_is_shown (const DlLaneIndex *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, FALSE);
  return self->shown == NULL || dl_event_set_contains (self->shown, item);
}

guint
dl_lane_index_count_shown (const DlLaneIndex *self, guint low, guint high)
{
  g_return_val_if_fail (low <= high && high <= self->n_items, 0);
  return self->shown == NULL ? high - low : dl_event_set_count_between (self->shown, low, high);
}

guint
dl_lane_index_count_shown_ended (const DlLaneIndex *self, guint n)
{
  g_return_val_if_fail (n <= self->n_items, 0);
  return self->shown == NULL ? n : dl_event_set_count_between (self->shown_by_end, 0, n);
}

gsize
dl_lane_index_get_size (const DlLaneIndex *self)
{
  gsize size = self->n_items * (sizeof (DlExtent) + sizeof (guint16) + 2 * sizeof (guint32));

  size += 2 * self->n_leaves * (sizeof (guint32) + sizeof (gint64));
  for (guint i = 0; i < DL_N_BIN_SIZES; i++)
    if (self->bins[i].items != NULL)
      size += (self->bins[i].n + 1) * sizeof (guint32);
  return size;
}

guint
dl_lane_index_first_from (const DlLaneIndex *self, guint low, DlInstant instant)
{
  guint step = 1;
  guint high;

  /* Mostly it is near. */
  high = low;
  while (high < self->n_items && dl_instant_compare (self->extents[high].start, instant) < 0)
    {
      low = high + 1;
      high = self->n_items - high > step ? high + step : self->n_items;
      step *= 2;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (self->extents[middle].start, instant) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dl_lane_index_first_from_bin (const DlLaneIndex *self, guint low, DlStripBin bin, DlInstant instant)
{
  const BinIndex *index = &self->bins[bin.size];
  gint64          number = bin_number (instant.seconds, bin.size);

  if (bin.nanos > 0 || index->items == NULL || number < index->first ||
      instant.seconds != number * ((gint64) 1 << bin.size))
    return dl_lane_index_first_from (self, low, instant);
  return MAX (low, index->items[MIN (number - index->first, (gint64) index->n)]);
}

guint
dl_lane_index_count_ended (const DlLaneIndex *self, DlInstant instant)
{
  guint low = 0;
  guint high = self->n_items;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (self->extents[self->by_end[middle]].end, instant) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dl_lane_index_item_by_end (const DlLaneIndex *self, guint rank)
{
  g_return_val_if_fail (rank < self->n_items, DL_NONE);
  return self->by_end[rank];
}

guint
dl_lane_index_get_busiest (const DlLaneIndex *self, guint size)
{
  g_return_val_if_fail (size < DL_N_BIN_SIZES, 0);
  return self->busiest[size];
}
