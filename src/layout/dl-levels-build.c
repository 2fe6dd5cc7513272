/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels-private.h"

#include <stdlib.h>
#include <string.h>

/* A gap with more candidates than this is offered the best ones by a search
 * tree, so many at a time; one with fewer is offered all. */
#define MANY_CANDIDATES 96
#define MAX_TRIES 12

static void
builder_free (DlLevelBuilder *self)
{
  for (guint i = 0; i < DL_N_LEVELS; i++)
    g_clear_pointer (&self->due[i], g_array_unref);
  g_array_unref (self->placed);
  g_array_unref (self->stack);
  g_free (self->tree);
  g_free (self->by_priority);
  g_free (self->after);
  g_free (self->heads);
  g_free (self->rank_of);
  g_free (self);
}

static void
clear_blocks (DlLevelBlock *blocks, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!blocks[i].shared)
      {
        g_free (blocks[i].row_starts);
        g_free (blocks[i].sorted);
        g_free (blocks[i].by_start);
        g_free (blocks[i].end_ranks);
      }
  g_free (blocks);
}

void
dl_levels_free (DlLevels *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->builder, builder_free);
  for (guint i = 0; i < DL_N_BIN_SIZES; i++)
    g_free (self->bins[i].items);
  clear_blocks (self->fine, (guint) self->n_fine);
  clear_blocks (self->octaves, (guint) self->n_octaves);
  g_free (self->items);
  g_free (self->level);
  g_free (self->row);
  g_free (self->left);
  g_free (self->by_end);
  g_free (self);
}

static void
clear_leaf (DlLevelBuilder *self, guint item)
{
  guint32 node = self->n_leaves + item;

  self->tree[node] = 0;
  for (node /= 2; node >= 1; node /= 2)
    {
      guint32 best = MAX (self->tree[2 * node], self->tree[2 * node + 1]);

      if (self->tree[node] == best)
        break;
      self->tree[node] = best;
    }
}

/* The best unplaced item in [@low, @high), or DL_NO_ITEM. */
static guint
best_between (DlLevelBuilder *self, guint low, guint high)
{
  guint32 best = 0;
  guint32 left, right;

  if (low >= high)
    return DL_NO_ITEM;
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
  return best == 0 ? DL_NO_ITEM : self->by_priority[best - 1];
}

/* The best of all unplaced items in [@low, @high) that fit; where none does,
 * @due is the level at which one may. */
static guint
search_all (DlLevelBuilder *self, const DlLevelGap *gap, guint low, guint high, double scale, guint *due)
{
  const DlLevels    *levels = self->levels;
  const DlLevelItem *right = gap->right == DL_NO_ITEM ? NULL : &levels->items[gap->right];
  double             room = dl_level_gap_room (levels, gap, scale);
  float              narrowest = G_MAXFLOAT;
  double             soonest = G_MAXDOUBLE;
  guint              best = DL_NO_ITEM;

  for (guint i = low; i < high; i++)
    {
      const DlLevelItem *item = &levels->items[i];

      if (levels->level[i] != DL_LEVEL_NEVER || (right != NULL && dl_instant_compare (item->end, right->start) > 0))
        continue;
      if (best != DL_NO_ITEM && item->priority < levels->items[best].priority)
        continue;
      if (item->width <= room && dl_level_gap_fits (levels, i, gap, scale))
        best = i;
      else if (best == DL_NO_ITEM)
        {
          double needed = dl_level_gap_reaching_scale (levels, i, gap);

          if (!(needed < G_MAXDOUBLE))
            continue;
          narrowest = MIN (narrowest, item->width);
          soonest = MIN (soonest, needed);
        }
    }
  if (best != DL_NO_ITEM)
    return best;
  if (narrowest < G_MAXFLOAT && gap->left != DL_NO_ITEM && right != NULL)
    soonest = MAX (soonest, dl_level_gap_scale_for_width (levels, gap, narrowest));
  *due = dl_level_reaching (soonest);
  return DL_NO_ITEM;
}

typedef struct
{
  guint low;
  guint high;
  guint best;
} Part;

/* One of the best of [@low, @high) that fits, trying the best first; @tried:
 * all have been. */
static guint
try_best (DlLevelBuilder *self, const DlLevelGap *gap, guint low, guint high, double scale, gboolean *tried)
{
  const DlLevelItem *items = self->levels->items;
  Part               parts[MAX_TRIES + 1];
  guint              n_parts = 1;

  *tried = TRUE;
  parts[0] = (Part){ low, high, best_between (self, low, high) };
  for (guint tries = 0; tries < MAX_TRIES; tries++)
    {
      guint top = 0;
      Part  part;

      for (guint i = 1; i < n_parts; i++)
        if (parts[top].best == DL_NO_ITEM ||
            (parts[i].best != DL_NO_ITEM && items[parts[i].best].priority > items[parts[top].best].priority))
          top = i;
      part = parts[top];
      if (part.best == DL_NO_ITEM || dl_level_gap_fits (self->levels, part.best, gap, scale))
        return part.best;
      parts[top] = (Part){ part.low, part.best, best_between (self, part.low, part.best) };
      parts[n_parts++] = (Part){ part.best + 1, part.high, best_between (self, part.best + 1, part.high) };
    }
  *tried = FALSE;
  return DL_NO_ITEM;
}

/* The farther left in the gap, the more room there is: where the best ones do
 * not fit, the best of the left quarter are tried, and so on. */
static guint
search_best (DlLevelBuilder *self, const DlLevelGap *gap, guint low, guint high, double scale)
{
  while (high - low > MANY_CANDIDATES)
    {
      gboolean tried;
      guint    best = try_best (self, gap, low, high, scale, &tried);

      if (best != DL_NO_ITEM || tried)
        return best;
      high = low + (high - low) / 4;
    }
  return search_all (self, gap, low, high, scale, &(guint){ 0 });
}

/* What to put into @gap at @level; where nothing fits, @due is the level at
 * which to look again. */
static guint
search (DlLevelBuilder *self, const DlLevelGap *gap, guint level, guint *due)
{
  const DlLevels *levels = self->levels;
  double          scale = dl_level_scale (level);
  guint           low = 0;
  guint           high = gap->right == DL_NO_ITEM ? levels->n_items : gap->right;
  guint           best;

  *due = DL_N_LEVELS;
  if (gap->left != DL_NO_ITEM && gap->right != DL_NO_ITEM)
    {
      /* Most gaps have no room for even the narrowest label. */
      double needed = dl_level_gap_scale_for_width (levels, gap, self->least_width) * (1 - 1e-9);

      if (scale < needed)
        {
          *due = MAX (dl_level_reaching (needed), level + 1);
          return DL_NO_ITEM;
        }
    }
  if (gap->left != DL_NO_ITEM)
    low = dl_levels_first_between (levels, gap->left + 1, high, levels->items[gap->left].end);
  if (high - low <= MANY_CANDIDATES)
    {
      best = search_all (self, gap, low, high, scale, due);
      *due = MAX (*due, level + 1);
      return best;
    }
  /* Only where there is room for the label before, and for the narrowest. */
  if (gap->left != DL_NO_ITEM)
    {
      const DlLevelItem *left = &levels->items[gap->left];

      low = dl_levels_first_between (
        levels, low, high,
        dl_instant_add_double (left->anchor, (left->width - levels->left[gap->left]) / scale * (1 - 1e-12) - 1));
    }
  if (gap->right != DL_NO_ITEM)
    high = dl_levels_first_between (
      levels, low, high,
      dl_instant_add_double (levels->items[gap->right].start, 1 - self->least_right / scale * (1 - 1e-12)));
  *due = level + 1;
  return search_best (self, gap, low, high, scale);
}

static void
sleep_until (DlLevelBuilder *self, const DlLevelGap *gap, guint level)
{
  if (level >= DL_N_LEVELS)
    return;
  if (self->due[level] == NULL)
    self->due[level] = g_array_new (FALSE, FALSE, sizeof (DlLevelGap));
  g_array_append_vals (self->due[level], gap, 1);
}

static void
place (DlLevelBuilder *self, guint item, const DlLevelGap *gap, guint level)
{
  DlLevels *levels = self->levels;
  guint32   placed = item;

  clear_leaf (self, item);
  self->n_left--;
  levels->left[item] = (float) dl_level_gap_needed_left (levels, item, gap, dl_level_scale (level));
  self->after[item] = gap->right;
  if (gap->left == DL_NO_ITEM)
    self->heads[gap->row] = item;
  else
    self->after[gap->left] = item;
  __atomic_store_n (&levels->row[item], (guint16) gap->row, __ATOMIC_RELAXED);
  __atomic_store_n (&levels->level[item], (guint16) level, __ATOMIC_RELAXED);
  g_array_append_val (self->placed, placed);
}

/* Fills @gap, then the two gaps that this leaves, and so on. */
static void
fill (DlLevelBuilder *self, DlLevelGap gap, guint level)
{
  g_array_set_size (self->stack, 0);
  g_array_append_val (self->stack, gap);
  while (self->stack->len > 0)
    {
      guint      due;
      guint      item;
      DlLevelGap rest;

      gap = g_array_index (self->stack, DlLevelGap, self->stack->len - 1);
      g_array_set_size (self->stack, self->stack->len - 1);
      item = search (self, &gap, level, &due);
      if (item == DL_NO_ITEM)
        {
          sleep_until (self, &gap, due);
          continue;
        }
      place (self, item, &gap, level);
      rest = (DlLevelGap){ item, gap.right, gap.row };
      g_array_append_val (self->stack, rest);
      rest = (DlLevelGap){ gap.left, item, gap.row };
      g_array_append_val (self->stack, rest);
    }
}

/* What is placed can be seen; levels that bring nothing are passed over;
 * without any left, the builder goes. */
static void
go_on (DlLevels *self)
{
  DlLevelBuilder *builder = self->builder;

  dl_level_builder_publish (builder);
  while (builder->next_level < DL_N_LEVELS && builder->due[builder->next_level] == NULL)
    builder->next_level++;
  if (builder->n_left == 0)
    builder->next_level = DL_N_LEVELS;
  dl_level_builder_publish_octaves (builder);
  g_atomic_int_set (&self->built_level, (int) builder->next_level - 1);
  if (builder->next_level >= DL_N_LEVELS)
    g_clear_pointer (&self->builder, builder_free);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const DlLevelGap *left = a;
  const DlLevelGap *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  /* Without a left neighbour it is the first of its row. */
  return left->left + 1 < right->left + 1 ? -1 : left->left + 1 > right->left + 1;
}

/* Fills the gaps in which something may fit at the next level. */
static void
fill_level (DlLevelBuilder *self)
{
  guint   level = self->next_level++;
  GArray *gaps = g_steal_pointer (&self->due[level]);

  if (gaps == NULL)
    return;
  g_array_sort (gaps, compare_gaps);
  for (guint i = 0; i < gaps->len && self->n_left > 0; i++)
    fill (self, g_array_index (gaps, DlLevelGap, i), level);
  g_array_unref (gaps);
}

gboolean
dl_levels_step (DlLevels *self)
{
  if (self->builder == NULL)
    return FALSE;
  fill_level (self->builder);
  go_on (self);
  return self->builder != NULL;
}

guint
dl_levels_next_level (const DlLevels *self)
{
  return self->builder == NULL ? DL_LEVEL_NEVER : self->builder->next_level;
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const DlLevelItem *items = data;
  guint32            left = *(const guint32 *) a;
  guint32            right = *(const guint32 *) b;
  int                order = dl_instant_compare (items[left].end, items[right].end);

  return order != 0 ? order : dl_level_compare_items (a, b);
}

/* Single dates mostly end in the order in which they begin. */
static gboolean
is_sorted_by_end (const DlLevels *self)
{
  for (guint i = 1; i < self->n_items; i++)
    if (dl_instant_compare (self->items[i - 1].end, self->items[i].end) > 0)
      return FALSE;
  return TRUE;
}

static void
sort_by_end (DlLevels *self)
{
  for (guint i = 0; i < self->n_items; i++)
    self->by_end[i] = i;
  if (!is_sorted_by_end (self))
    g_qsort_with_data (self->by_end, (int) self->n_items, sizeof (guint32), compare_ends, self->items);
}

static DlLevelBuilder *
builder_new (DlLevels *levels, guint max_rows)
{
  DlLevelBuilder *self = g_new0 (DlLevelBuilder, 1);
  guint           n = MAX (levels->n_items, 1);

  self->levels = levels;
  self->n_leaves = n;
  self->n_left = levels->n_items;
  self->tree = g_new0 (guint32, 2 * (gsize) n);
  self->by_priority = g_new (guint32, n);
  self->after = g_new (guint32, n);
  self->rank_of = g_new (guint32, n);
  self->heads = g_new (guint32, max_rows);
  self->placed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->stack = g_array_new (FALSE, FALSE, sizeof (DlLevelGap));
  self->least_width = self->least_right = G_MAXFLOAT;
  for (guint i = 0; i < max_rows; i++)
    self->heads[i] = DL_NO_ITEM;
  for (guint i = 0; i < levels->n_items; i++)
    {
      self->least_width = MIN (self->least_width, levels->items[i].width);
      self->least_right = MIN (self->least_right, levels->items[i].width - levels->items[i].max_left);
      self->by_priority[levels->items[i].priority] = i;
      self->tree[self->n_leaves + i] = levels->items[i].priority + 1;
      self->rank_of[levels->by_end[i]] = i;
    }
  for (guint node = self->n_leaves; node-- > 1;)
    self->tree[node] = MAX (self->tree[2 * node], self->tree[2 * node + 1]);
  return self;
}

/* Nothing is placed yet. Takes @items; @max_rows: no more rows will be filled. */
static DlLevels *
levels_new (DlLevelItem *items, guint n_items, guint max_rows)
{
  DlLevels *self = g_new0 (DlLevels, 1);
  guint     n = MAX (n_items, 1);

  self->n_items = n_items;
  self->items = items;
  self->level = g_new (guint16, n);
  memset (self->level, 0xff, sizeof (guint16) * n);
  self->row = g_new0 (guint16, n);
  self->left = g_new0 (float, n);
  self->by_end = g_new (guint32, n);
  self->fine = g_new0 (DlLevelBlock, DL_N_LEVELS);
  self->octaves = g_new0 (DlLevelBlock, DL_N_OCTAVES);
  self->built_level = DL_N_LEVELS - 1;
  sort_by_end (self);
  dl_levels_index_bins (self);
  if (max_rows > 0 && n_items > 0)
    {
      self->built_level = -1;
      self->builder = builder_new (self, max_rows);
    }
  return self;
}

/* The next row, with the best of what has no label yet. */
static void
fill_row (DlLevels *self, guint level)
{
  guint row = self->n_rows++;

  fill (self->builder, (DlLevelGap){ DL_NO_ITEM, DL_NO_ITEM, row }, level);
  dl_level_builder_thin (self->builder, row, level);
}

DlLevels *
dl_levels_begin (DlLevelItem *items, guint n_items, guint n_rows, guint first_level)
{
  DlLevels *self;

  g_return_val_if_fail (n_rows <= G_MAXUINT16, NULL);
  first_level = MIN (first_level, DL_N_LEVELS - 1);
  self = levels_new (items, n_items, n_rows);
  if (self->builder != NULL)
    {
      while (self->n_rows < n_rows && self->builder->n_left > 0)
        fill_row (self, first_level);
      self->n_rows = n_rows;
      self->builder->next_level = first_level + 1;
      go_on (self);
    }
  self->n_rows = n_rows;
  return self;
}

DlLevels *
dl_levels_new (const DlLevelItem *items, guint n_items, guint n_rows, guint first_level)
{
  DlLevels *self = dl_levels_begin (g_memdup2 (items, sizeof (DlLevelItem) * n_items), n_items, n_rows, first_level);

  while (dl_levels_step (self))
    continue;
  return self;
}

/* Whether something that meets [@from, @to) has no label yet. */
static gboolean
is_missing (const DlLevels *self, DlInstant from, DlInstant to)
{
  if (dl_instant_compare (from, to) >= 0)
    return FALSE;
  for (guint i = 0; i < self->n_items && dl_instant_compare (self->items[i].start, to) < 0; i++)
    if (self->level[i] == DL_LEVEL_NEVER && dl_instant_compare (self->items[i].end, from) > 0)
      return TRUE;
  return FALSE;
}

DlLevels *
dl_levels_new_with_room (const DlLevelItem *items,
                         guint              n_items,
                         guint              n_rows,
                         guint              max_rows,
                         guint              first_level,
                         DlInstant          from,
                         DlInstant          to)
{
  DlLevels       *self;
  DlLevelBuilder *builder;

  g_return_val_if_fail (n_rows <= max_rows && max_rows <= G_MAXUINT16, NULL);
  first_level = MIN (first_level, DL_N_LEVELS - 1);
  self = levels_new (g_memdup2 (items, sizeof (DlLevelItem) * n_items), n_items, max_rows);
  builder = self->builder;
  if (builder == NULL)
    return self;
  while (builder->n_left > 0 && (self->n_rows < n_rows || (self->n_rows < max_rows && is_missing (self, from, to))))
    fill_row (self, first_level);
  for (builder->next_level = first_level + 1;;)
    {
      while (builder->next_level < DL_N_LEVELS && builder->n_left > 0)
        fill_level (builder);
      if (builder->n_left == 0 || self->n_rows == max_rows)
        break;
      /* What is left has no place in any of the rows, at no scale. */
      fill_row (self, first_level);
      builder->next_level = first_level + 1;
    }
  self->n_rows = MAX (self->n_rows, n_rows);
  builder->next_level = DL_N_LEVELS;
  go_on (self);
  return self;
}
