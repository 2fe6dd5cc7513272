/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-extent.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * dl_rank_items:
 * @events: positions of the @n_items events, in the timeline's order
 * @extents: of the same events
 * @shown: (nullable): positions of those that a filter lets through
 * @weights: (out caller-allocates): of each; of different lanes they can be held against each other
 * @priorities: (out caller-allocates): from 0 for the last to @n_items - 1 for the first
 *
 * Ranks events by what a reader would miss most: importance before all else,
 * then quotes, sources, how long it lasted, and how alone it stands. Of equals
 * the earlier is first. What a filter lets through comes before all else. The same
 * events always get the same ranks.
 */
void dl_rank_items (DlTimeline     *timeline,
                    const guint32  *events,
                    const DlExtent *extents,
                    guint           n_items,
                    DlEventSet     *shown,
                    guint16        *weights,
                    guint32        *priorities);

/* Whether an author says that an event matters more than most. */
gboolean dl_rank_is_high (const DlEventRecord *record);

G_END_DECLS
