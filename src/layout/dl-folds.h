/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

#define DL_MAX_FOLDS 20
#define DL_NO_FOLD G_MAXUINT16

/* The narrowest canvas on which all breaks of a timeline that is seen whole have
 * room for their words; pixels. */
#define DL_FOLDS_WIDTH 870.0

/**
 * DlStretch:
 * @last: until when there is something before it
 * @from: where what is folded begins, a margin later
 * @to: where it ends
 * @next: from when on there is something again, a margin later
 * @width: seconds of its break on the axis, at least 1, and less than the stretch
 *
 * Empty time that may be folded. All are whole seconds but for @last and @next.
 */
typedef struct
{
  DlInstant last;
  DlInstant from;
  DlInstant to;
  DlInstant next;
  gint64    width;
} DlStretch;

/**
 * DlFold:
 * @last: until when there is something before it
 * @from: where the folded stretch begins
 * @to: where it ends
 * @next: from when on there is something again
 * @axis_from: where its break begins on the folded axis
 * @axis_to: where that ends
 *
 * A long stretch of time that is drawn as a narrow break.
 */
typedef struct
{
  DlInstant last;
  DlInstant from;
  DlInstant to;
  DlInstant next;
  DlInstant axis_from;
  DlInstant axis_to;
} DlFold;

/**
 * DlOpenedFolds:
 * @n: how many
 * @from: where each began
 * @to: where it ended
 *
 * Which folds the reader has opened, by their extents: they stay open while
 * other folds come and go. Plain data; zeroed for none.
 */
typedef struct
{
  guint     n;
  DlInstant from[DL_MAX_FOLDS];
  DlInstant to[DL_MAX_FOLDS];
} DlOpenedFolds;

/* Adds a fold; of too many the one that was opened first is forgotten. */
void dl_opened_folds_add (DlOpenedFolds *self, const DlFold *fold);
/* Whether some opened extent meets [@from, @to). */
gboolean dl_opened_folds_meet (const DlOpenedFolds *self, DlInstant from, DlInstant to);

/**
 * DlFolds:
 *
 * A monotone, piecewise linear map between instants and the *folded axis*: the
 * identity before the first fold, the identity less a constant after it, and
 * inside a fold a long stretch of time on a short one of the axis. Both sides
 * are DlInstant, so that pixels stay exact however far from 1970.
 * Immutable, atomically reference counted. %NULL stands for no folds wherever
 * a `const DlFolds *` is taken.
 */
typedef struct _DlFolds DlFolds;

/**
 * dl_folds_new_for_timeline:
 * @timeline: what is drawn
 * @opened: (nullable): folds that stay open
 *
 * Finds the longest stretches in which nothing begins or ends, and folds those
 * with which the rest is seen largest, where that shortens the axis by a third or
 * more, and where they stand out from the other distances. What may begin or end
 * somewhere within a stretch is not absent from it: a single date takes all of
 * its extent, an interval the extents of its two ends, but not what lies
 * between, so that bars run through folds; eras are taken like intervals. The
 * as-of date and the bounds of the author's view are kept in sight, and so is
 * all of that view, unless it shows most of the timeline.
 *
 * Breaks are so wide and so far apart that where everything is in sight, from
 * %DL_FOLDS_WIDTH pixels on, and in usual fonts, each has room for its length,
 * and what is between two of them for its name. Which stretches are folded, and
 * how wide their breaks are, does not depend on @opened.
 *
 * Returns: (transfer full) (nullable): %NULL where folding would not help
 */
DlFolds *dl_folds_new_for_timeline (DlTimeline *timeline, const DlOpenedFolds *opened);

/**
 * dl_folds_new:
 * @stretches: in order, and apart
 * @n: how many, 1 to %DL_MAX_FOLDS
 *
 * Returns: (transfer full)
 */
DlFolds *dl_folds_new (const DlStretch *stretches, guint n);
DlFolds *dl_folds_ref (DlFolds *self);
void     dl_folds_unref (DlFolds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFolds, dl_folds_unref)

/* Exact outside folds, where the one undoes the other to the nanosecond; up to
 * the rounding of a double inside. Both never fall where the argument grows;
 * "no bound" stays "no bound", and what lies outside all finite instants
 * becomes the nearest of them. O(log folds). */
DlInstant dl_folds_to_axis (const DlFolds *self, DlInstant instant);
DlInstant dl_folds_from_axis (const DlFolds *self, DlInstant axis);

guint         dl_folds_get_n (const DlFolds *self);
const DlFold *dl_folds_get (const DlFolds *self, guint index);
/* The fold with @axis inside its break or at its start, else %DL_NO_FOLD. */
guint dl_folds_find (const DlFolds *self, DlInstant axis);
/* Seconds that the fold hides. */
double dl_fold_get_seconds (const DlFold *fold);

gboolean dl_folds_equal (const DlFolds *a, const DlFolds *b);

G_END_DECLS
