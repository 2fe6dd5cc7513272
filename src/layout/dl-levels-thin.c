/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels-private.h"

/* From the level where a row was filled first out to the coarsest: at each
 * level the best ones keep their place, the others begin one level finer. */

typedef struct
{
  const DlLevels *levels;
  guint32        *items; /* of the row, in time order */
  guint          *before;
  guint          *after;
  guint           n; /* also "none" for the links */
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
  return dl_level_may_follow (&levels->items[item], levels->left[item], &levels->items[next], levels->left[next],
                              scale);
}

/* Drops from the chain what does not leave @keep its place at @scale. What is
 * near may be clear of it where something farther is not, for its label may be
 * wider; nothing beyond two labels' width can be in the way. */
static void
make_room (Chain *chain, guint keep, double scale, double widest, gboolean *dropped)
{
  const DlLevels    *levels = chain->levels;
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
  const Chain *chain = data;
  guint32      left = chain->levels->items[chain->items[*(const guint *) a]].priority;
  guint32      right = chain->levels->items[chain->items[*(const guint *) b]].priority;

  return left > right ? -1 : left < right;
}

void
dl_level_builder_thin (DlLevelBuilder *self, guint row, guint level)
{
  DlLevels            *levels = self->levels;
  g_autoptr (GArray)   items = g_array_new (FALSE, FALSE, sizeof (guint32));
  Chain                chain = { levels, NULL };
  g_autofree guint    *order = NULL;
  g_autofree gboolean *dropped = NULL;
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
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_better, &chain);

  while (level > 0 && n > 0)
    {
      guint n_kept = 0;

      level--;
      for (guint i = 0; i < n; i++)
        {
          guint index = order[i];

          if (dropped[index])
            continue;
          make_room (&chain, index, dl_level_scale (level), widest, dropped);
          levels->level[chain.items[index]] = (guint16) level;
          order[n_kept++] = index;
        }
      n = n_kept;
    }
  g_free (chain.before);
  g_free (chain.after);
}
