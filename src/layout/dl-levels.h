/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/* Levels are steps of the scale, so many to an octave. Level 0 lies beyond the
 * farthest that can be seen, the last beyond the nearest. */
#define DL_LEVELS_PER_OCTAVE 8
#define DL_N_OCTAVES 87
#define DL_N_LEVELS (DL_N_OCTAVES * DL_LEVELS_PER_OCTAVE)
#define DL_LEVEL_NEVER G_MAXUINT16

/* The finest level that is no finer than @scale (pixels per second). */
guint dl_level_at_scale (double scale);
/* The scale from which things of @level are shown. */
double dl_level_scale (guint level);

/**
 * DlLevelItem:
 * @start: where its extent begins
 * @anchor: where its label begins: at @start or later, finite
 * @end: where its extent ends, exclusive
 * @width: of its label with the gap after it, in pixels
 * @max_left: how far the label may begin before its anchor, in pixels
 * @priority: larger is better; 0 to n - 1 in a set of n, each once
 */
typedef struct
{
  DlInstant start;
  DlInstant anchor;
  DlInstant end;
  float     width;
  float     max_left;
  guint32   priority;
} DlLevelItem;

/**
 * DlLevels:
 *
 * Which label is shown from which scale on, and in which row: *consistent
 * dynamic labelling* with active ranges (Been, Daiches and Yap, "Dynamic Map
 * Labeling", IEEE TVCG 12(5), 2006; Been, Nöllenburg, Poon and Wolff,
 * "Optimizing active ranges for consistent dynamic map labeling", CGTA 43(3),
 * 2010). Rows are filled at one level with the best items that fit, thinned out
 * from there to the coarsest, and filled further from there to the finest: the
 * gaps of every row get the best item that fits, and once placed, an item stays
 * for all finer levels, its label at the same distance from its anchor. Items of a row never overlap in time, and their
 * labels only move apart as the scale grows, so nothing that is shown ever overlaps, jumps or vanishes by zooming in.
 *
 * One thread may go on building with dl_levels_step() while others read: what
 * is there stays as it is, and finer levels are added.
 */
typedef struct _DlLevels     DlLevels;
typedef struct _DlLevelBlock DlLevelBlock;

/**
 * dl_levels_begin:
 * @items: (transfer full): sorted by start, from g_malloc()
 * @n_items: how many
 * @n_rows: rows to fill, the first ones first; at most 65,535
 * @first_level: where the rows are filled first: that of the view that is
 *   seen first, so that this view has its labels in the first rows
 *
 * Has the levels up to @first_level; dl_levels_step() brings the finer ones.
 *
 * Returns: (transfer full)
 */
DlLevels *dl_levels_begin (DlLevelItem *items, guint n_items, guint n_rows, guint first_level);
/* Builds the next level that brings something. Returns: FALSE when all are there */
gboolean dl_levels_step (DlLevels *self);
/* The next level that dl_levels_step() would build, or DL_LEVEL_NEVER. Only
 * for the thread that builds. */
guint dl_levels_next_level (const DlLevels *self);
/* All levels at once; @items are copied. Returns: (transfer full) */
DlLevels *dl_levels_new (const DlLevelItem *items, guint n_items, guint n_rows, guint first_level);
/**
 * dl_levels_new_with_room:
 * @n_rows: rows that are filled first
 * @max_rows: how many there may be, at most 65,535
 * @from: start of the view that is seen first
 * @to: its end; @from where rows are too few for all of its labels
 *
 * The same, with as many rows as it takes. The best items choose their rows
 * first, and what is left may overlap in time with one in each of them,
 * although there are as many rows as the overlap is deep: it gets further
 * rows. So does what meets [@from, @to) and has no label at @first_level.
 *
 * Returns: (transfer full)
 */
DlLevels *dl_levels_new_with_room (const DlLevelItem *items,
                                   guint              n_items,
                                   guint              n_rows,
                                   guint              max_rows,
                                   guint              first_level,
                                   DlInstant          from,
                                   DlInstant          to);
void      dl_levels_free (DlLevels *self);

guint              dl_levels_get_n_items (const DlLevels *self);
guint              dl_levels_get_n_rows (const DlLevels *self);
const DlLevelItem *dl_levels_get_item (const DlLevels *self, guint item);
/* Level from which @item is shown, or DL_LEVEL_NEVER, as far as is built. */
guint dl_levels_get_level (const DlLevels *self, guint item);
guint dl_levels_get_row (const DlLevels *self, guint item);
/* How far before its anchor the label begins, in pixels at every scale; what
 * has no room to the right of its anchor reaches back into the room before it. */
double dl_levels_get_left (const DlLevels *self, guint item);

/* Sizes of the bins that time is cut into to count what begins: 2^0 seconds, 2^1
 * and so on, up to more than all time there is. */
#define DL_N_BIN_SIZES 61

/* Whole octaves, and the levels of the last one or two. */
#define DL_MAX_BLOCKS (DL_N_OCTAVES + 2 * DL_LEVELS_PER_OCTAVE)

/**
 * DlLevelsView:
 * @blocks: sorted parts that together hold what is shown
 * @level: items of this level and coarser ones are shown
 *
 * What is shown at one scale, as far as it is built; it stays the same while
 * levels are added. Plain data; valid as long as the levels.
 */
typedef struct
{
  const DlLevels     *levels;
  guint               level;
  double              scale;
  guint               n_blocks;
  const DlLevelBlock *blocks[DL_MAX_BLOCKS];
} DlLevelsView;

/* @scale: pixels per second; @view: (out) */
void dl_levels_at (const DlLevels *self, double scale, DlLevelsView *view);

static inline gboolean
dl_levels_view_shows (const DlLevelsView *self, guint item)
{
  return dl_levels_get_level (self->levels, item) <= self->level;
}

/* @meets: whether its extent meets the window; else only its label reaches in. */
typedef void (*DlLevelsFunc) (guint item, guint row, gboolean meets, gpointer data);

/**
 * dl_levels_view_foreach:
 * @from: the window's start
 * @to: its end
 * @first_row: first row to look at
 * @end_row: the row after the last
 *
 * Calls @func for every item of these rows that is shown and whose extent
 * meets [@from, @to), and for those before and after it whose label reaches
 * in. Costs what is found, and the logarithm of the rest per row and level.
 */
void dl_levels_view_foreach (const DlLevelsView *self,
                             DlInstant           from,
                             DlInstant           to,
                             guint               first_row,
                             guint               end_row,
                             DlLevelsFunc        func,
                             gpointer            data);

/* How many of these rows' shown items meet [@from, @to). */
guint
dl_levels_view_count_rows (const DlLevelsView *self, DlInstant from, DlInstant to, guint first_row, guint end_row);

/* First item, from @low on, that starts at @instant or later; n_items when none. */
guint dl_levels_first_from (const DlLevels *self, guint low, DlInstant instant);
/* The same for an @instant that lies between two bins of 2^@size seconds,
 * counted from 1970: where these hold many items each, it is known. */
guint dl_levels_first_from_bin (const DlLevels *self, guint low, guint size, DlInstant instant);
/* How many items end at @instant or earlier. */
guint dl_levels_count_ended (const DlLevels *self, DlInstant instant);
/* The item that is @rank-th to end. */
guint dl_levels_item_by_end (const DlLevels *self, guint rank);
/* How many of the first @n_items items, and of the first @n_ended to end, are shown. */
guint dl_levels_view_count_started (const DlLevelsView *self, guint n_items);
guint dl_levels_view_count_ended (const DlLevelsView *self, guint n_ended);

/**
 * DlLevelsCursor:
 *
 * Counts shown items from one bin to the next, each in little more time
 * than it takes to step over it.
 */
typedef struct
{
  const DlLevelsView *view;
  guint32             at[DL_MAX_BLOCKS];
} DlLevelsCursor;

/* Stands before the item @low; @view must stay. */
void dl_levels_cursor_init (DlLevelsCursor *self, const DlLevelsView *view, guint low);
/* Moves on to before @high, which is no less than where it stands.
 * Returns: how many shown items it passed */
guint dl_levels_cursor_advance (DlLevelsCursor *self, guint high);

/* How many of the extents overlap at once, but no more than @limit; @items
 * sorted by start. */
guint dl_levels_depth (const DlLevelItem *items, guint n_items, guint limit);
/* How many rows the labels of those that meet [@from, @to) need at @scale, at
 * most @limit; @items sorted by start. */
guint dl_levels_rows_needed (const DlLevelItem *items,
                             guint              n_items,
                             double             scale,
                             DlInstant          from,
                             DlInstant          to,
                             guint              limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLevels, dl_levels_free)

G_END_DECLS
