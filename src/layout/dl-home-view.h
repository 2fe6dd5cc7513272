/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-folds.h"

G_BEGIN_DECLS

/**
 * dl_open_until:
 * @today: (nullable): where it is known, and may change the picture
 *
 * Up to when events without an end are known to go on: to the as-of date, else
 * to today. Where neither is there, as in a picture that is the same on any
 * day, views reach to the last date that is stated.
 *
 * Returns: whether @until is set
 */
gboolean dl_open_until (DlTimeline *timeline, const DlInstant *today, DlInstant *until);

/**
 * dl_home_view:
 * @folds: (nullable): what is folded
 * @today: (nullable): as for dl_open_until()
 *
 * What is shown first: the author's `view`; else all, or the densest part
 * where a few far outliers would squeeze the rest. It begins at the first date
 * and ends at the last one, with a margin of a fortieth of the view at each
 * side, so that nothing sticks to the edges. A single moment has half an hour
 * around it. Without events, all eras; for a timeline without
 * a finite date, 2000 to 2030.
 */
void dl_home_view (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today, DlInstant *from, DlInstant *to);

/**
 * dl_full_extent:
 * @today: (nullable): as for dl_open_until()
 * @first: set where there is any date: the first one that is stated
 * @last: the last one; where something goes on without an end, at least as far as dl_open_until()
 *   says, unless that is today, nothing is known for centuries before, and most of it has ended
 *
 * From where to where there is anything; without events, any era.
 *
 * Returns: whether there is a date
 */
gboolean dl_full_extent (DlTimeline *timeline, const DlInstant *today, DlInstant *first, DlInstant *last);

/* Everything, from the first date to the last one, with the same small margin.
 * @folds: (nullable): what is folded; @today: (nullable): as for dl_open_until() */
void dl_full_view (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today, DlInstant *from, DlInstant *to);

G_END_DECLS
