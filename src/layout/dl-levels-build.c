/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A gap with more candidates than this is offered the best ones by a search
 * tree, so many at a time; one with fewer is offered all. */
#define MANY_CANDIDATES 96
#define MAX_TRIES 12

/* How far before the first item a label may begin, in pixels. */
#define FRONT_MARGIN 24.0

/* A place in a row between two neighbours; either may be missing. */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 row;
} Gap;

/* Gaps sleep until the level at which something may fit into them. */
struct _DlLevelBuilder
{
  DlLevels *levels;
  guint32  *tree; /* a tournament of priorities + 1; 0 is a placed item */
  guint32   n_leaves;
  guint32  *by_priority;
  guint32  *before;           /* neighbours in the row, per item */
  guint32  *after;            /* */
  guint32  *heads;            /* first of each row */
  guint32  *rank_of;          /* places in by_end, per item */
  GArray   *due[DL_N_LEVELS]; /* of Gap; NULL when none */
  GArray   *placed;           /* guint32: by the level that is being built */
  GArray   *stack;            /* Gap */
  guint     next_level;
  guint     n_in_octaves; /* levels that are in blocks of octaves */
  guint     n_left;
  float     least_width;
  float     least_right; /* of a label to the right of its anchor */
};

void
dl_level_builder_free (DlLevelBuilder *self)
{
  for (guint i = 0; i < DL_N_LEVELS; i++)
    g_clear_pointer (&self->due[i], g_array_unref);
  g_array_unref (self->placed);
  g_array_unref (self->stack);
  g_free (self->tree);
  g_free (self->by_priority);
  g_free (self->before);
  g_free (self->after);
  g_free (self->heads);
  g_free (self->rank_of);
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

/* First item in [@low, @high) that starts at @instant or later. */
static guint
first_from (const DlLevels *levels, guint low, guint high, DlInstant instant)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (levels->items[middle].start, instant) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How far @item's label has to begin before its anchor to leave room for what
 * follows in @gap. */
static double
needed_left (const DlLevels *levels, guint item, const Gap *gap, double scale)
{
  const DlLevelItem *items = levels->items;
  double             room;

  if (gap->right == DL_NO_ITEM)
    return 0;
  room = dl_instant_distance (items[item].anchor, items[gap->right].start) * scale;
  if (levels->left[gap->right] > 0)
    room = MIN (room, dl_instant_distance (items[item].anchor, items[gap->right].anchor) * scale - levels->left[gap->right]);
  /* Rounded up, so that it is no less once it is kept. */
  return room >= items[item].width ? 0 : ceil ((items[item].width - room) * 16) / 16;
}

static gboolean
fits (const DlLevels *levels, guint item, const Gap *gap, double scale)
{
  const DlLevelItem *items = levels->items;
  double             left = needed_left (levels, item, gap, scale);

  /* A label does not reach back before everything else, out of the view that
   * shows all, but for its margin. */
  if (left > 0 && gap->left == DL_NO_ITEM && dl_instant_distance (items[0].anchor, items[item].anchor) * scale + FRONT_MARGIN < left)
    return FALSE;
  return left <= items[item].max_left &&
         (gap->left == DL_NO_ITEM || dl_level_may_follow (&items[gap->left], levels->left[gap->left], &items[item], left, scale)) &&
         (gap->right == DL_NO_ITEM || dl_level_may_follow (&items[item], left, &items[gap->right], levels->left[gap->right], scale));
}

/* The first level whose scale may be @scale or more; rounding must not make
 * it too late. */
static guint
level_for_scale (double scale)
{
  double level;

  if (!(scale < G_MAXDOUBLE))
    return DL_N_LEVELS;
  level = floor ((log2 (scale) - log2 (dl_level_scale (0))) * DL_LEVELS_PER_OCTAVE - 1e-6);
  return (guint) CLAMP (level, 0, DL_N_LEVELS);
}

/* The scale from which @distance seconds are @pixels wide. */
static double
scale_for (double distance, double pixels)
{
  if (pixels <= 0)
    return distance >= 0 ? 0 : G_MAXDOUBLE;
  return distance > 0 ? pixels / distance : G_MAXDOUBLE;
}

/* The least scale at which @gap has @width pixels between what stands at its
 * two sides; G_MAXDOUBLE where it never has. */
static double
scale_for_width (const DlLevels *levels, const Gap *gap, double width)
{
  const DlLevelItem *left = &levels->items[gap->left];
  const DlLevelItem *right = &levels->items[gap->right];
  double             before = left->width - levels->left[gap->left];
  double             after = levels->left[gap->right];
  double             scale = scale_for (dl_instant_distance (left->anchor, right->start), before + width);

  scale = MAX (scale, scale_for (dl_instant_distance (left->end, right->start), width));
  if (after > 0)
    {
      scale = MAX (scale, scale_for (dl_instant_distance (left->anchor, right->anchor), before + width + after));
      scale = MAX (scale, scale_for (dl_instant_distance (left->end, right->anchor), width + after));
    }
  return scale;
}

/* No scale finer than this is needed for @item to fit into @gap; G_MAXDOUBLE
 * where it never does. */
static double
fitting_scale (const DlLevels *levels, guint item, const Gap *gap)
{
  const DlLevelItem *items = levels->items;
  double             scale = 0;

  if (gap->left != DL_NO_ITEM)
    {
      if (dl_instant_compare (items[gap->left].end, items[item].start) > 0)
        return G_MAXDOUBLE;
      scale = scale_for (dl_instant_distance (items[gap->left].anchor, items[item].start), items[gap->left].width - levels->left[gap->left]);
    }
  if (gap->right != DL_NO_ITEM)
    {
      double after = levels->left[gap->right];
      double least = items[item].width - items[item].max_left;

      if (dl_instant_compare (items[item].end, items[gap->right].start) > 0)
        return G_MAXDOUBLE;
      scale = MAX (scale, scale_for (dl_instant_distance (items[item].anchor, items[gap->right].start), least));
      if (after > 0)
        {
          scale = MAX (scale, scale_for (dl_instant_distance (items[item].end, items[gap->right].anchor), after));
          scale = MAX (scale, scale_for (dl_instant_distance (items[item].anchor, items[gap->right].anchor), least + after));
        }
    }
  if (gap->left != DL_NO_ITEM && gap->right != DL_NO_ITEM && scale < G_MAXDOUBLE)
    scale = MAX (scale, items[item].max_left > 0 ? scale_for_width (levels, gap, items[item].width) : 0);
  return scale;
}

/* The best of all unplaced items in [@low, @high) that fit; where none does,
 * @due is the level at which one may. */
static guint
search_all (DlLevelBuilder *self, const Gap *gap, guint low, guint high, double scale, guint *due)
{
  const DlLevels *levels = self->levels;
  guint           best = DL_NO_ITEM;
  double          soonest = G_MAXDOUBLE;

  for (guint i = low; i < high; i++)
    {
      double needed;

      if (levels->level[i] != DL_LEVEL_NEVER)
        continue;
      if (fits (levels, i, gap, scale))
        {
          if (best == DL_NO_ITEM || levels->items[i].priority > levels->items[best].priority)
            best = i;
          continue;
        }
      if (best != DL_NO_ITEM)
        continue;
      needed = fitting_scale (levels, i, gap);
      soonest = MIN (soonest, needed);
    }
  *due = level_for_scale (soonest);
  return best;
}

typedef struct
{
  guint low;
  guint high;
  guint best;
} Stretch;

/* One of the best of [@low, @high) that fits, trying the best first; @tried:
 * all have been. */
static guint
try_best (DlLevelBuilder *self, const Gap *gap, guint low, guint high, double scale, gboolean *tried)
{
  const DlLevelItem *items = self->levels->items;
  Stretch            stretches[MAX_TRIES + 1];
  guint              n_stretches = 1;

  *tried = TRUE;
  stretches[0] = (Stretch){ low, high, best_between (self, low, high) };
  for (guint tries = 0; tries < MAX_TRIES; tries++)
    {
      guint   top = 0;
      Stretch stretch;

      for (guint i = 1; i < n_stretches; i++)
        if (stretches[top].best == DL_NO_ITEM ||
            (stretches[i].best != DL_NO_ITEM && items[stretches[i].best].priority > items[stretches[top].best].priority))
          top = i;
      stretch = stretches[top];
      if (stretch.best == DL_NO_ITEM || fits (self->levels, stretch.best, gap, scale))
        return stretch.best;
      stretches[top] = (Stretch){ stretch.low, stretch.best, best_between (self, stretch.low, stretch.best) };
      stretches[n_stretches++] = (Stretch){ stretch.best + 1, stretch.high, best_between (self, stretch.best + 1, stretch.high) };
    }
  *tried = FALSE;
  return DL_NO_ITEM;
}

/* The farther left in the gap, the more room there is: where the best ones do
 * not fit, the best of the left quarter are tried, and so on. */
static guint
search_best (DlLevelBuilder *self, const Gap *gap, guint low, guint high, double scale)
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
search (DlLevelBuilder *self, const Gap *gap, guint level, guint *due)
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
      double needed = scale_for_width (levels, gap, self->least_width) * (1 - 1e-9);

      if (scale < needed)
        {
          *due = MAX (level_for_scale (needed), level + 1);
          return DL_NO_ITEM;
        }
    }
  if (gap->left != DL_NO_ITEM)
    low = first_from (levels, gap->left + 1, high, levels->items[gap->left].end);
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

      low = first_from (levels, low, high, dl_instant_add_double (left->anchor, (left->width - levels->left[gap->left]) / scale * (1 - 1e-12) - 1));
    }
  if (gap->right != DL_NO_ITEM)
    high = first_from (levels, low, high, dl_instant_add_double (levels->items[gap->right].start, 1 - self->least_right / scale * (1 - 1e-12)));
  *due = level + 1;
  return search_best (self, gap, low, high, scale);
}

static void
sleep_until (DlLevelBuilder *self, const Gap *gap, guint level)
{
  if (level >= DL_N_LEVELS)
    return;
  if (self->due[level] == NULL)
    self->due[level] = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_array_append_vals (self->due[level], gap, 1);
}

static void
place (DlLevelBuilder *self, guint item, const Gap *gap, guint level)
{
  DlLevels *levels = self->levels;
  guint32   placed = item;

  clear_leaf (self, item);
  self->n_left--;
  levels->left[item] = (float) needed_left (levels, item, gap, dl_level_scale (level));
  self->before[item] = gap->left;
  self->after[item] = gap->right;
  if (gap->left == DL_NO_ITEM)
    self->heads[gap->row] = item;
  else
    self->after[gap->left] = item;
  if (gap->right != DL_NO_ITEM)
    self->before[gap->right] = item;
  __atomic_store_n (&levels->row[item], (guint16) gap->row, __ATOMIC_RELAXED);
  __atomic_store_n (&levels->level[item], (guint16) level, __ATOMIC_RELAXED);
  g_array_append_val (self->placed, placed);
}

/* Fills @gap, then the two gaps that this leaves, and so on. */
static void
fill (DlLevelBuilder *self, Gap gap, guint level)
{
  g_array_set_size (self->stack, 0);
  g_array_append_val (self->stack, gap);
  while (self->stack->len > 0)
    {
      guint due;
      guint item;
      Gap   rest;

      gap = g_array_index (self->stack, Gap, self->stack->len - 1);
      g_array_set_size (self->stack, self->stack->len - 1);
      item = search (self, &gap, level, &due);
      if (item == DL_NO_ITEM)
        {
          sleep_until (self, &gap, due);
          continue;
        }
      place (self, item, &gap, level);
      rest = (Gap){ item, gap.right, gap.row };
      g_array_append_val (self->stack, rest);
      rest = (Gap){ gap.left, item, gap.row };
      g_array_append_val (self->stack, rest);
    }
}

/* From the level where a row was filled first out to the coarsest: at each
 * level the best ones keep their place, the others begin one level finer. */

typedef struct
{
  guint32 *items; /* of the row, in time order */
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

static gboolean
may_follow (const DlLevels *levels, guint item, guint next, double scale)
{
  return dl_level_may_follow (&levels->items[item], levels->left[item], &levels->items[next], levels->left[next], scale);
}

/* Drops from the chain what does not leave @keep its place at @scale. What is
 * near may be clear of it where something farther is not, for its label may be
 * wider; nothing beyond two labels' width can be in the way. */
static void
make_room (const DlLevels *levels, Chain *chain, guint keep, double scale, double widest, gboolean *dropped)
{
  guint              kept = chain->items[keep];
  const DlLevelItem *item = &levels->items[kept];

  for (guint i = chain->after[keep]; i != chain->n; i = chain->after[i])
    {
      if (dl_instant_distance (item->end, levels->items[chain->items[i]].start) * scale >= 2 * widest)
        break;
      if (may_follow (levels, kept, chain->items[i], scale))
        continue;
      dropped[i] = TRUE;
      chain_drop (chain, i);
    }
  for (guint i = chain->before[keep]; i != chain->n; i = chain->before[i])
    {
      if (dl_instant_distance (levels->items[chain->items[i]].end, item->start) * scale >= 2 * widest)
        break;
      if (may_follow (levels, chain->items[i], kept, scale))
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

static void
thin (DlLevelBuilder *self, guint row, guint level)
{
  DlLevels            *levels = self->levels;
  g_autoptr (GArray)   items = g_array_new (FALSE, FALSE, sizeof (guint32));
  Chain                chain = { NULL };
  g_autofree guint    *order = NULL;
  g_autofree gboolean *dropped = NULL;
  gconstpointer        context[2] = { &chain, levels };
  float                widest = 0;
  guint                n;

  for (guint32 item = self->heads[row]; item != DL_NO_ITEM; item = self->after[item])
    g_array_append_val (items, item);
  n = items->len;
  if (n == 0)
    return;
  chain.items = (guint32 *) (gpointer) items->data;
  chain.n = n;
  chain.before = g_new (guint, n);
  chain.after = g_new (guint, n);
  order = g_new (guint, n);
  dropped = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      widest = MAX (widest, levels->items[chain.items[i]].width);
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
          make_room (levels, &chain, index, dl_level_scale (level), widest, dropped);
          levels->level[chain.items[index]] = (guint16) level;
          order[n_kept++] = index;
        }
      n = n_kept;
    }
  g_free (chain.before);
  g_free (chain.after);
}

/* Publishing */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* @items: @n of them, in time order */
static void
make_block (DlLevelBuilder *self, DlLevelBlock *block, const guint32 *items, guint n, guint level)
{
  DlLevels           *levels = self->levels;
  g_autofree guint32 *next = NULL;

  *block = (DlLevelBlock){ level, n, g_new0 (guint32, levels->n_rows + 1), g_new (guint32, n), g_memdup2 (items, sizeof (guint32) * n), g_new (guint32, n) };
  for (guint i = 0; i < n; i++)
    {
      block->row_starts[levels->row[items[i]] + 1]++;
      block->end_ranks[i] = self->rank_of[items[i]];
    }
  for (guint row = 0; row < levels->n_rows; row++)
    block->row_starts[row + 1] += block->row_starts[row];
  next = g_memdup2 (block->row_starts, sizeof (guint32) * levels->n_rows);
  for (guint i = 0; i < n; i++)
    block->sorted[next[levels->row[items[i]]]++] = items[i];
  qsort (block->end_ranks, n, sizeof (guint32), compare_numbers);
}

static void
publish_level (DlLevelBuilder *self, const guint32 *items, guint n, guint level)
{
  DlLevels *levels = self->levels;

  make_block (self, &levels->fine[levels->n_fine], items, n, level);
  g_atomic_int_inc (&levels->n_fine);
}

/* Publishes what has been placed so far, level by level. */
static void
publish_placed (DlLevelBuilder *self)
{
  DlLevels           *levels = self->levels;
  const guint32      *placed;
  g_autofree guint32 *items = g_new (guint32, MAX (self->placed->len, 1));
  g_autofree guint   *starts = g_new0 (guint, DL_N_LEVELS + 1);
  g_autofree guint   *next = NULL;

  g_array_sort (self->placed, compare_numbers);
  placed = (const guint32 *) (gpointer) self->placed->data;
  for (guint i = 0; i < self->placed->len; i++)
    starts[levels->level[placed[i]] + 1]++;
  for (guint level = 0; level < DL_N_LEVELS; level++)
    starts[level + 1] += starts[level];
  next = g_memdup2 (starts, sizeof (guint) * DL_N_LEVELS);
  for (guint i = 0; i < self->placed->len; i++)
    items[next[levels->level[placed[i]]]++] = placed[i];
  for (guint level = 0; level < DL_N_LEVELS; level++)
    if (starts[level + 1] > starts[level])
      publish_level (self, items + starts[level], starts[level + 1] - starts[level], level);
  g_array_set_size (self->placed, 0);
}

/* Puts the levels of each octave that is complete into one block, so that
 * there are not so many to search. */
static void
publish_octaves (DlLevelBuilder *self)
{
  DlLevels *levels = self->levels;

  while (self->n_in_octaves < (guint) levels->n_fine)
    {
      const DlLevelBlock *first = &levels->fine[self->n_in_octaves];
      guint               last_level = first->level / DL_LEVELS_PER_OCTAVE * DL_LEVELS_PER_OCTAVE + DL_LEVELS_PER_OCTAVE - 1;
      guint               end = self->n_in_octaves;
      DlLevelBlock       *octave = &levels->octaves[levels->n_octaves];

      if (last_level >= self->next_level)
        return;
      while (end < (guint) levels->n_fine && levels->fine[end].level <= last_level)
        end++;
      if (end == self->n_in_octaves + 1)
        {
          *octave = *first;
          octave->level = last_level;
          octave->shared = TRUE;
        }
      else
        {
          g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));

          for (guint i = self->n_in_octaves; i < end; i++)
            g_array_append_vals (items, levels->fine[i].by_start, levels->fine[i].n);
          g_array_sort (items, compare_numbers);
          make_block (self, octave, (const guint32 *) (gpointer) items->data, items->len, last_level);
        }
      self->n_in_octaves = end;
      g_atomic_int_inc (&levels->n_octaves);
    }
}

/* What is placed can be seen; levels that bring nothing are passed over;
 * without any left, the builder goes. */
static void
go_on (DlLevels *self)
{
  DlLevelBuilder *builder = self->builder;

  publish_placed (builder);
  while (builder->next_level < DL_N_LEVELS && builder->due[builder->next_level] == NULL)
    builder->next_level++;
  if (builder->n_left == 0)
    builder->next_level = DL_N_LEVELS;
  publish_octaves (builder);
  g_atomic_int_set (&self->built_level, (int) builder->next_level - 1);
  if (builder->next_level >= DL_N_LEVELS)
    g_clear_pointer (&self->builder, dl_level_builder_free);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const Gap *left = a;
  const Gap *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  /* Without a left neighbour it is the first of its row. */
  return left->left + 1 < right->left + 1 ? -1 : left->left + 1 > right->left + 1;
}

gboolean
dl_levels_step (DlLevels *self)
{
  DlLevelBuilder *builder = self->builder;
  GArray         *gaps;
  guint           level;

  if (builder == NULL)
    return FALSE;
  level = builder->next_level++;
  gaps = g_steal_pointer (&builder->due[level]);
  g_array_sort (gaps, compare_gaps);
  for (guint i = 0; i < gaps->len && builder->n_left > 0; i++)
    fill (builder, g_array_index (gaps, Gap, i), level);
  g_array_unref (gaps);
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

  return order != 0 ? order : compare_numbers (a, b);
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
builder_new (DlLevels *levels)
{
  DlLevelBuilder *self = g_new0 (DlLevelBuilder, 1);
  guint           n = MAX (levels->n_items, 1);

  self->levels = levels;
  self->n_leaves = n;
  self->n_left = levels->n_items;
  self->tree = g_new0 (guint32, 2 * (gsize) n);
  self->by_priority = g_new (guint32, n);
  self->before = g_new (guint32, n);
  self->after = g_new (guint32, n);
  self->rank_of = g_new (guint32, n);
  self->heads = g_new (guint32, MAX (levels->n_rows, 1));
  self->placed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->stack = g_array_new (FALSE, FALSE, sizeof (Gap));
  self->least_width = self->least_right = G_MAXFLOAT;
  for (guint i = 0; i < levels->n_rows; i++)
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

DlLevels *
dl_levels_begin (DlLevelItem *items, guint n_items, guint n_rows, guint first_level)
{
  DlLevels *self = g_new0 (DlLevels, 1);
  guint     n = MAX (n_items, 1);

  g_return_val_if_fail (n_rows <= G_MAXUINT16, NULL);
  first_level = MIN (first_level, DL_N_LEVELS - 1);
  self->n_items = n_items;
  self->n_rows = n_rows;
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
  if (n_rows == 0 || n_items == 0)
    return self;

  self->built_level = -1;
  self->builder = builder_new (self);
  for (guint row = 0; row < n_rows && self->builder->n_left > 0; row++)
    {
      fill (self->builder, (Gap){ DL_NO_ITEM, DL_NO_ITEM, row }, first_level);
      thin (self->builder, row, first_level);
    }
  self->builder->next_level = first_level + 1;
  go_on (self);
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
