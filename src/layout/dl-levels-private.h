/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-levels.h"

G_BEGIN_DECLS

#define DL_NO_ITEM G_MAXUINT32

/**
 * DlLevelBlock:
 * @level: what brought it; of a whole octave, the last one
 * @row_starts: n_rows + 1 offsets into @sorted
 * @sorted: items by row, then by start
 * @by_start: the same items by start alone
 * @end_ranks: their places in the order of ends, sorted
 * @shared: the arrays belong to another block
 *
 * What one level brought, or an octave of them.
 */
struct _DlLevelBlock
{
  guint    level;
  guint    n;
  guint32 *row_starts;
  guint32 *sorted;
  guint32 *by_start;
  guint32 *end_ranks;
  gboolean shared;
};

typedef struct _DlLevelBuilder DlLevelBuilder;

/* What lies below n_fine, n_octaves and built_level never changes. */
struct _DlLevels
{
  DlLevelItem  *items;
  guint         n_items;
  guint         n_rows;
  guint16      *level;
  guint16      *row;
  float        *left;
  guint32      *by_end;      /* all items in the order of their ends */
  DlLevelBlock *fine;        /* a level each; DL_N_LEVELS */
  DlLevelBlock *octaves;     /* an octave each; DL_N_OCTAVES */
  int           n_fine;      /* atomic */
  int           n_octaves;   /* atomic */
  int           built_level; /* atomic: this level and coarser ones are there */

  DlLevelBuilder *builder; /* NULL when all levels are there */
};

/* Whether @next, whose label begins @next_left before its anchor, may follow
 * @item in a row at @scale and at all finer ones: neither extents nor labels
 * nor one's extent and the other's label overlap. */
static inline gboolean
dl_level_may_follow (const DlLevelItem *item, double left, const DlLevelItem *next, double next_left, double scale)
{
  double right = item->width - left;

  return dl_instant_compare (item->end, next->start) <= 0 &&
         dl_instant_distance (item->anchor, next->start) * scale >= right &&
         (next_left <= 0 || (dl_instant_distance (item->end, next->anchor) * scale >= next_left &&
                             dl_instant_distance (item->anchor, next->anchor) * scale >= right + next_left));
}

void dl_level_builder_free (DlLevelBuilder *self);

G_END_DECLS
