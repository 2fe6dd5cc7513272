/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-arrangement.h"
#include "layout/dl-scene.h"
#include "layout/dl-viewport.h"
#include "model/dl-event-set.h"

G_BEGIN_DECLS

/**
 * DlOverviewInput:
 * @arrangement: what is shown, with its folds
 * @measure: of the labels; only used while the overview is made
 * @width: pixels, positive
 * @shown: (nullable): the events that a filter lets through; %NULL for all
 * @hits: (nullable): the events that a search has found; %NULL where nothing is
 *   searched for
 * @has_today: whether @today is known
 * @today: see dl_full_view()
 */
typedef struct
{
  DlArrangement *arrangement;
  DlTextMeasure *measure;
  double         width;
  DlEventSet    *shown;
  DlEventSet    *hits;
  gboolean       has_today;
  DlInstant      today;
} DlOverviewInput;

/**
 * DlOverviewBin:
 * @left: x of its first instant, pixels
 * @right: x of the first one after it
 * @first: the position of its first event
 * @n: how many events begin in it
 * @n_shown: how many of them a filter lets through
 * @n_hits: how many of them a search has found
 * @lasting: whether anything lasts in it, wherever it began
 *
 * What one bar of an overview stands for. No bin reaches over a fold, and all
 * events are in one of them.
 */
typedef struct
{
  double   left;
  double   right;
  guint    first;
  guint    n;
  guint    n_shown;
  guint    n_hits;
  gboolean lasting;
} DlOverviewBin;

/* What of an overview is at a place. The edges of the frame are as wide there as
 * can be hit, half of it outside; of a narrow frame all of it. */
typedef enum
{
  DL_OVERVIEW_BEFORE, /* the frame */
  DL_OVERVIEW_START,  /* its left edge */
  DL_OVERVIEW_INSIDE, /* */
  DL_OVERVIEW_END,    /* its right edge */
  DL_OVERVIEW_AFTER,  /* */
} DlOverviewPart;

/**
 * DlOverview:
 *
 * All of a timeline in one strip: how many events begin where, which of them are
 * let through and found, what is folded, and which years, months or days these
 * are. The axis is that of dl_full_view(), at the same folds, and a little more at
 * both sides. x counts pixels from
 * its left edge. The frame, which says what of it a view shows, is not in it: it
 * moves, and all this does not. Immutable.
 *
 * To make one takes a time that grows with the bins and hardly with the events.
 */
typedef struct _DlOverview DlOverview;

DlOverview *dl_overview_new (const DlOverviewInput *input);
void        dl_overview_free (DlOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlOverview, dl_overview_free)

/* How high it is with such labels; whole pixels. */
double dl_overview_height (DlTextMeasure *measure);

DlArrangement *dl_overview_get_arrangement (const DlOverview *self);
double         dl_overview_get_width (const DlOverview *self);
/* From left to right. */
const DlOverviewBin *dl_overview_get_bins (const DlOverview *self, guint *n_bins);
/* What is drawn, but for the frame. Owned by the overview. */
DlScene *dl_overview_get_scene (const DlOverview *self);
/* From where to where the frame reaches; pixels from the top. */
void dl_overview_get_frame_height (const DlOverview *self, double *top, double *bottom);

/* The way from an instant to its x and back, as exact as dl_viewport_x(). */
double    dl_overview_x (const DlOverview *self, DlInstant instant);
DlInstant dl_overview_instant (const DlOverview *self, double x);

/* The frame, which may lie outside. A view is of the same arrangement in all that follows. */

/* From where to where @view shows something; pixels. */
void dl_overview_get_frame (const DlOverview *self, const DlViewport *view, double *left, double *right);
/* What of a frame can be seen: a few pixels within the overview, so that its edges are whole. */
void dl_overview_clip_frame (const DlOverview *self, double *left, double *right);
/* Makes @view show what is between two x, at least a few pixels. */
void dl_overview_set_frame (const DlOverview *self, DlViewport *view, double left, double right);
/* Moves the frame's edge @edge, %DL_OVERVIEW_START or %DL_OVERVIEW_END, to @x; the
 * other stays, and a few pixels between them, or as few as there were. */
void dl_overview_move_edge (const DlOverview *self, DlViewport *view, DlOverviewPart edge, double x);
/* Moves the frame by so many pixels of the overview; it stays as it is, to the
 * nanosecond, but for its place. */
void dl_overview_move_frame (const DlOverview *self, DlViewport *view, double pixels);
/* Moves the frame so that its middle is at @x. */
void dl_overview_center_frame (const DlOverview *self, DlViewport *view, double x);
/* What is at @x, by what of the frame lies within the overview. */
DlOverviewPart dl_overview_find_part (const DlOverview *self, const DlViewport *view, double x);

/* How many events have some of their extent in what @view shows. */
guint dl_overview_count (const DlOverview *self, const DlViewport *view);

/* Whether @view shows all of a timeline that there is to see, but for @slack pixels
 * at either side. @today: (nullable): as for dl_full_extent() */
gboolean dl_overview_is_needless (DlTimeline *timeline, const DlViewport *view, const DlInstant *today, double slack);

G_END_DECLS
