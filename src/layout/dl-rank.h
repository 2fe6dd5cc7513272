/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-levels.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * dl_rank_items:
 * @events: positions of the @n_items events, in the timeline's order
 * @items: the same events; their priorities are set, from 0 for the last to
 *   @n_items - 1 for the first
 *
 * Ranks events by what a reader would miss most: importance, above all as
 * compared with what surrounds an event in time (where most events call
 * themselves important, none is by that), then quotes, sources, how long it
 * lasted, and how alone it stands. Of equals the earlier is first. The same
 * events always get the same ranks.
 */
void dl_rank_items (DlTimeline *timeline, const guint32 *events, DlLevelItem *items, guint n_items);

G_END_DECLS
