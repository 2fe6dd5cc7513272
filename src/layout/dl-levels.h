/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/* Levels are half octaves of the scale. Level 0 lies beyond the farthest that
 * can be seen, the last beyond the nearest. */
#define DL_N_LEVELS 150
#define DL_LEVEL_NEVER 255

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
 * @priority: larger is better; unique within a set
 */
typedef struct
{
  DlInstant start;
  DlInstant anchor;
  DlInstant end;
  float     width;
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
 * for all finer levels. Items of a
 * row never overlap in time, and their labels only move apart as the scale
 * grows, so nothing that is shown ever overlaps, jumps or vanishes by zooming in.
 * Immutable once built.
 */
typedef struct _DlLevels DlLevels;

/**
 * dl_levels_new:
 * @items: sorted by start; copied
 * @n_items: how many
 * @n_rows: rows to fill, the first ones first
 * @first_level: where the rows are filled first: that of the view that is
 *   seen first, so that this view has its labels in the first rows
 *
 * Returns: (transfer full)
 */
DlLevels *dl_levels_new (const DlLevelItem *items, guint n_items, guint n_rows, guint first_level);
void      dl_levels_free (DlLevels *self);

guint dl_levels_get_n_rows (const DlLevels *self);
/* Level from which @item is shown, or DL_LEVEL_NEVER. */
guint dl_levels_get_level (const DlLevels *self, guint item);
guint dl_levels_get_row (const DlLevels *self, guint item);

/* Called for an item in a row; the order within a row is that of time, per level. */
typedef void (*DlLevelsFunc) (guint item, guint row, gpointer data);

/**
 * dl_levels_query:
 * @scale: pixels per second
 * @from: the window's start
 * @to: its end
 *
 * Calls @func for every item active at @scale whose extent meets [@from, @to),
 * and for those before it whose label still reaches past @from.
 */
void dl_levels_query (const DlLevels *self, double scale, DlInstant from, DlInstant to, DlLevelsFunc func, gpointer data);

/* How many of the extents overlap at once, at most; @items sorted by start. */
guint dl_levels_depth (const DlLevelItem *items, guint n_items);
/* How many rows the labels of those that meet [@from, @to) need at @scale, at
 * most @limit; @items sorted by start. */
guint dl_levels_rows_needed (const DlLevelItem *items, guint n_items, double scale, DlInstant from, DlInstant to, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLevels, dl_levels_free)

G_END_DECLS
