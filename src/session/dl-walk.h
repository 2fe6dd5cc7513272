/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event-set.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlWalk:
 *
 * The way through some of a timeline's events, one after the other in their time or
 * as somebody wants it, and through the pages of each: which they are, and where one is.
 */
typedef struct _DlWalk DlWalk;

/* Returns: how many pages the event at @position has; at least 1. @position: %DL_NONE where
 * there is no event */
typedef guint (*DlWalkCountFunc) (guint position, gpointer data);

/**
 * dl_walk_new:
 * @events: (nullable): through which; %NULL for all
 * @start: where it begins; where that is %DL_NONE at the first, where it is none
 *   of them at the next one that is, or at the last
 * @count: (nullable): pages; %NULL where each event has one
 *
 * They come as a list has them: see dl-event-order.h.
 *
 * Returns: (transfer full) (nullable): %NULL where there is no event to walk to
 */
DlWalk *dl_walk_new (DlTimeline *timeline, DlEventSet *events, guint start, DlWalkCountFunc count, gpointer data);
/**
 * dl_walk_new_in_order:
 * @positions: (array length=n): of events in whatever order, any of them more than once;
 *   %DL_NONE for a place without one, which has a single page
 * @n: how many
 * @start: where it begins: at the first place with that event, else at the first
 * @count: (nullable): pages; %NULL where each event has one
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to walk to
 */
DlWalk *dl_walk_new_in_order (DlTimeline     *timeline,
                              const guint    *positions,
                              guint           n,
                              guint           start,
                              DlWalkCountFunc count,
                              gpointer        data);
void    dl_walk_free (DlWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlWalk, dl_walk_free)

DlTimeline *dl_walk_get_timeline (DlWalk *self);
/* How many places, and which of them one is at, from 0. */
guint dl_walk_get_n (DlWalk *self);
guint dl_walk_get_index (DlWalk *self);
/* The event that one is at; %DL_NONE where there is none. */
guint dl_walk_get_position (DlWalk *self);
/* The event of the place after (1) or before (-1) it, or %DL_NONE. */
guint dl_walk_get_neighbour (DlWalk *self, int direction);
/* Which page of the event, from 0. */
guint dl_walk_get_page (DlWalk *self);
guint dl_walk_get_n_pages (DlWalk *self);

/* To the next (1) or previous (-1) page, the last one of an event that one comes
 * back to. Returns: whether there is one */
gboolean dl_walk_step (DlWalk *self, int direction);
/* To the first page of the first (-1) or last (1) event. Returns: whether that is
 * another place */
gboolean dl_walk_step_to_end (DlWalk *self, int direction);
/* Asks again how many pages the event has: there is more room, or less. */
void dl_walk_count_again (DlWalk *self);

G_END_DECLS
