/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-folds.h"

G_BEGIN_DECLS

/* One file a concern: -find (where there is nothing), -choose (what of it is
 * folded), and the map itself. */

/**
 * DlRange:
 * @from: its first instant
 * @to: the first one after it
 *
 * Some time: where there is something, or a gap in which there is nothing.
 */
typedef struct
{
  DlInstant from;
  DlInstant to;
} DlRange;

static inline double
dl_range_length (const DlRange *self)
{
  return dl_instant_distance (self->from, self->to);
}

/**
 * dl_folds_choose:
 * @timeline: what is to be drawn
 * @first: where it begins
 * @last: where it ends
 * @gaps: its longest gaps, the longest first
 * @n_gaps: up to one more than may be folded, to compare with
 * @most: the most that may be folded
 * @stretches: (out): what is folded, in the order of time
 *
 * Returns: how many are in @stretches; 0 where folding would not help
 */
guint dl_folds_choose (DlTimeline    *timeline,
                       DlInstant      first,
                       DlInstant      last,
                       const DlRange *gaps,
                       guint          n_gaps,
                       guint          most,
                       DlStretch      stretches[DL_MAX_FOLDS]);

G_END_DECLS
