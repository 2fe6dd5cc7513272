/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels-private.h"

#include <stdlib.h>
#include <string.h>

int
dl_level_compare_items (gconstpointer a, gconstpointer b)
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

  *block = (DlLevelBlock){ level,
                           n,
                           g_new0 (guint32, levels->n_rows + 1),
                           g_new (guint32, n),
                           g_memdup2 (items, sizeof (guint32) * n),
                           g_new (guint32, n) };
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
  qsort (block->end_ranks, n, sizeof (guint32), dl_level_compare_items);
}

static void
publish_level (DlLevelBuilder *self, const guint32 *items, guint n, guint level)
{
  DlLevels *levels = self->levels;

  make_block (self, &levels->fine[levels->n_fine], items, n, level);
  g_atomic_int_inc (&levels->n_fine);
}

/* Publishes what has been placed so far, level by level. */
void
dl_level_builder_publish (DlLevelBuilder *self)
{
  DlLevels           *levels = self->levels;
  const guint32      *placed;
  g_autofree guint32 *items = g_new (guint32, MAX (self->placed->len, 1));
  g_autofree guint   *starts = g_new0 (guint, DL_N_LEVELS + 1);
  g_autofree guint   *next = NULL;

  g_array_sort (self->placed, dl_level_compare_items);
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
void
dl_level_builder_publish_octaves (DlLevelBuilder *self)
{
  DlLevels *levels = self->levels;

  while (self->n_in_octaves < (guint) levels->n_fine)
    {
      const DlLevelBlock *first = &levels->fine[self->n_in_octaves];
      guint         last_level = first->level / DL_LEVELS_PER_OCTAVE * DL_LEVELS_PER_OCTAVE + DL_LEVELS_PER_OCTAVE - 1;
      guint         end = self->n_in_octaves;
      DlLevelBlock *octave = &levels->octaves[levels->n_octaves];

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
          g_array_sort (items, dl_level_compare_items);
          make_block (self, octave, (const guint32 *) (gpointer) items->data, items->len, last_level);
        }
      self->n_in_octaves = end;
      g_atomic_int_inc (&levels->n_octaves);
    }
}
