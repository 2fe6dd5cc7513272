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
 * where a few far outliers would squeeze the rest. With a margin, so that
 * nothing sticks to the edges. Without events, all eras; for a timeline without
 * a finite date, 2000 to 2030.
 */
void dl_home_view (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today, DlInstant *from, DlInstant *to);

/* Everything, with a margin, and with room for the last label in a canvas of
 * @width pixels. @folds: (nullable): what is folded; @today: (nullable): as for
 * dl_open_until() */
void dl_full_view (DlTimeline      *timeline,
                   const DlFolds   *folds,
                   const DlInstant *today,
                   double           width,
                   DlInstant       *from,
                   DlInstant       *to);

G_END_DECLS
