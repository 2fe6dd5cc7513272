/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-extent.h"
#include "layout/dl-folds.h"
#include "layout/dl-strip-bin.h"

G_BEGIN_DECLS

/**
 * DlLaneIndex:
 *
 * What a lane knows of its events to answer, in a time that grows with the
 * answer and not with the lane: which of them meet a window, how many, and
 * which are the best. Its items are the lane's events in the order of their
 * starts, 0 to n - 1. Immutable; may be read from several threads.
 *
 * The best of a window are found in a tournament tree over the starts that
 * also knows the latest end below each of its nodes, from the root on and
 * the best branch first.
 */
typedef struct _DlLaneIndex DlLaneIndex;

/* @folds: (nullable): of the axis; @events: positions in the timeline
 * (guint32), sorted; @shown: (nullable): those of the timeline that a filter
 * lets through, not kept. Returns: (transfer full) */
DlLaneIndex *dl_lane_index_new (DlTimeline *timeline, const DlFolds *folds, const GArray *events, DlEventSet *shown);
void         dl_lane_index_free (DlLaneIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLaneIndex, dl_lane_index_free)

guint           dl_lane_index_get_n_items (const DlLaneIndex *self);
const DlExtent *dl_lane_index_get_extent (const DlLaneIndex *self, guint item);
/* Larger is better; 0 to n - 1, each once. */
guint dl_lane_index_get_priority (const DlLaneIndex *self, guint item);
/* The same as a weight that can be held against that of other lanes' items. */
guint dl_lane_index_get_weight (const DlLaneIndex *self, guint item);
/* Whether a filter lets it through. */
gboolean dl_lane_index_is_shown (const DlLaneIndex *self, guint item);
/* How many of the items from @low to before @high it lets through. */
guint dl_lane_index_count_shown (const DlLaneIndex *self, guint low, guint high);
/* The same of the first @n to end. */
guint dl_lane_index_count_shown_ended (const DlLaneIndex *self, guint n);
/* Bytes that it takes. */
gsize dl_lane_index_get_size (const DlLaneIndex *self);

/* First item, from @low on, that starts at @instant or later; n when none. */
guint dl_lane_index_first_from (const DlLaneIndex *self, guint low, DlInstant instant);
/* The same for the end of a bin of @size, see dl_strip_bin_end(): where such
 * bins hold many items each, it is known. */
guint dl_lane_index_first_from_bin (const DlLaneIndex *self, guint low, DlStripBin bin, DlInstant instant);
/* How many items end at @instant or earlier. */
guint dl_lane_index_count_ended (const DlLaneIndex *self, DlInstant instant);
/* The item that is @rank-th to end. */
guint dl_lane_index_item_by_end (const DlLaneIndex *self, guint rank);
/* The most items that begin in one bin of 2^@size seconds. */
guint dl_lane_index_get_busiest (const DlLaneIndex *self, guint size);

/* Returns: whether to go on */
typedef gboolean (*DlLaneIndexFunc) (guint item, gpointer data);

/* Calls @func for the items that meet [@from, @to), the best first, until it
 * has enough. */
void
dl_lane_index_foreach_best (const DlLaneIndex *self, DlInstant from, DlInstant to, DlLaneIndexFunc func, gpointer data);

G_END_DECLS
