/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-levels.h"

G_BEGIN_DECLS

#define DL_NO_ITEM G_MAXUINT32

/**
 * DlLevelBlock:
 * @start: where its items begin in the arrays of the levels
 * @row_starts: n_rows + 1 offsets from @start
 *
 * What one level brought.
 */
typedef struct
{
  guint    level;
  guint    start;
  guint    n;
  guint32 *row_starts;
} DlLevelBlock;

typedef struct _DlLevelBuilder DlLevelBuilder;

/* Each array has room for every item, and blocks fill them one after another;
 * what is below n_blocks never changes. */
struct _DlLevels
{
  DlLevelItem  *items;
  guint         n_items;
  guint         n_rows;
  guint8       *level;
  guint16      *row;
  guint32      *by_end;   /* all items in the order of their ends */
  guint32      *sorted;   /* by level, row, start */
  guint32      *by_start; /* by level, start */
  guint32      *end_rank; /* by level: places in by_end */
  guint         n_placed;
  DlLevelBlock *blocks;   /* DL_N_LEVELS */
  int           n_blocks; /* atomic */

  DlLevelBuilder *builder; /* NULL when all levels are there */
};

/* Whether @next may follow @item in a row at @scale and at all finer ones. */
static inline gboolean
dl_level_may_follow (const DlLevelItem *item, const DlLevelItem *next, double scale)
{
  return dl_instant_compare (item->end, next->start) <= 0 &&
         dl_instant_distance (item->anchor, next->start) * scale >= item->width;
}

void dl_level_builder_free (DlLevelBuilder *self);

G_END_DECLS
