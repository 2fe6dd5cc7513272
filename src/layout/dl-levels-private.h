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

/**
 * DlBinIndex:
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
} DlBinIndex;

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
  guint32      *by_end; /* all items in the order of their ends */
  DlBinIndex    bins[DL_N_BIN_SIZES];
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

/* A place in a row between two neighbours; either may be missing. */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 row;
} DlLevelGap;

/* Gaps sleep until the level at which something may fit into them. */
struct _DlLevelBuilder
{
  DlLevels *levels;
  guint32  *tree; /* a tournament of priorities + 1; 0 is a placed item */
  guint32   n_leaves;
  guint32  *by_priority;
  guint32  *after;            /* the next in the row, per item */
  guint32  *heads;            /* first of each row */
  guint32  *rank_of;          /* places in by_end, per item */
  GArray   *due[DL_N_LEVELS]; /* of DlLevelGap; NULL when none */
  GArray   *placed;           /* guint32: by the level that is being built */
  GArray   *stack;            /* DlLevelGap */
  guint     next_level;
  guint     n_in_octaves; /* levels that are in blocks of octaves */
  guint     n_left;
  float     least_width;
  float     least_right; /* of a label to the right of its anchor */
};

/* -gap: what fits between two neighbours */

/* How far before its anchor @item's label has to begin to leave room for what
 * follows in @gap; pixels. */
double   dl_level_gap_needed_left (const DlLevels *levels, guint item, const DlLevelGap *gap, double scale);
gboolean dl_level_gap_fits (const DlLevels *levels, guint item, const DlLevelGap *gap, double scale);
/* The least scale at which @gap, which has both neighbours, is @width pixels
 * wide; G_MAXDOUBLE where it never is. */
double dl_level_gap_scale_for_width (const DlLevels *levels, const DlLevelGap *gap, double width);
/* No wider label fits into @gap at @scale. */
double dl_level_gap_room (const DlLevels *levels, const DlLevelGap *gap, double scale);
/* At no coarser scale than this does @item stand clear of its neighbours in
 * @gap, however narrow its label; G_MAXDOUBLE where it never does. */
double dl_level_gap_reaching_scale (const DlLevels *levels, guint item, const DlLevelGap *gap);

/* -thin: from @level, where @row was filled first, out to the coarsest */
void dl_level_builder_thin (DlLevelBuilder *self, guint row, guint level);

/* The first level whose scale is @scale or more, DL_N_LEVELS when there is none;
 * rounding does not make it too late. */
guint dl_level_reaching (double scale);
/* First item in [@low, @high) that starts at @instant or later; else @high. */
guint dl_levels_first_between (const DlLevels *self, guint low, guint high, DlInstant instant);
/* Fills the index of bins that hold many items each. */
void dl_levels_index_bins (DlLevels *self);

/* -publish: lets readers see what has been placed so far, level by level, and
 * the octaves that are complete, each as one */
void dl_level_builder_publish (DlLevelBuilder *self);
void dl_level_builder_publish_octaves (DlLevelBuilder *self);
int  dl_level_compare_items (gconstpointer a, gconstpointer b);

G_END_DECLS
