/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-folds.h"

G_BEGIN_DECLS

/**
 * DlViewport:
 * @origin: what is at x = 0, on the folded axis
 * @scale: pixels per second of the folded axis, positive
 * @width: pixels, positive
 * @folds: (nullable): what is folded; borrowed from the arrangement
 *
 * Which part of the axis is seen. Plain data; x runs to the right from the
 * canvas's left edge. The origin is subtracted before anything becomes a
 * float, so pixels are exact anywhere on the axis. All functions take and give
 * real instants, unless they say that it is one of the folded axis.
 */
typedef struct
{
  DlInstant origin;
  double    scale;
  double    width;

  const DlFolds *folds;
} DlViewport;

/* Nearest and farthest that any timeline can be looked at: a millisecond is
 * 4000 pixels wide; all that an instant can hold is one pixel wide. */
#define DL_SCALE_MAX 4e6
#define DL_SCALE_MIN 1e-19

/* How far x may lie outside the canvas before it is cut (pixels): far beyond
 * any screen, well within a float. */
#define DL_X_LIMIT 1.0e6

/* x of @instant, cut to ±DL_X_LIMIT around the canvas ("no bound" too). */
double dl_viewport_x (const DlViewport *self, DlInstant instant);
/* The same for a place on the folded axis. */
double dl_viewport_axis_x (const DlViewport *self, DlInstant axis);
/* The instant at @x; saturates. */
DlInstant dl_viewport_instant (const DlViewport *self, double x);
/* The first instant seen, and the first one no longer seen. */
DlInstant dl_viewport_from (const DlViewport *self);
DlInstant dl_viewport_to (const DlViewport *self);
/* The same on the folded axis, where a window is as long everywhere. */
DlInstant dl_viewport_axis_from (const DlViewport *self);
DlInstant dl_viewport_axis_to (const DlViewport *self);
/* Pixels per second of real time at @x: fewer where time is folded. */
double dl_viewport_scale_at (const DlViewport *self, double x);
/* The fold that the whole window lies in, else DL_NO_FOLD. */
guint dl_viewport_inside_fold (const DlViewport *self);

/* Shows [@from, @to), @from < @to, in @width pixels; the folds stay as they are. */
void dl_viewport_set_range (DlViewport *self, DlInstant from, DlInstant to, double width);
/* The same with @margin of the range's length on the axis free at each side. */
void dl_viewport_set_range_with_margin (DlViewport *self, DlInstant from, DlInstant to, double margin, double width);
/* Moves so that @instant is at @x. */
void dl_viewport_place (DlViewport *self, DlInstant instant, double x);
/* Other folds: the instant in the middle and the scale stay. */
void dl_viewport_set_folds (DlViewport *self, const DlFolds *folds);
/* Multiplies the scale by @factor; the instant at @x stays at @x. */
void dl_viewport_zoom_at (DlViewport *self, double x, double factor);
/* Moves what is seen by @pixels; positive looks later. */
void dl_viewport_pan (DlViewport *self, double pixels);
/* Another width; the left edge and the scale stay. */
void dl_viewport_set_width (DlViewport *self, double width);

/**
 * dl_viewport_limit_scale:
 * @x: what is there stays there
 * @seconds: positive; of the folded axis
 *
 * Keeps the scale within the limits of all timelines, and so that no more than
 * @seconds are seen.
 */
void dl_viewport_limit_scale (DlViewport *self, double x, double seconds);

/**
 * dl_viewport_limit_place:
 * @from: start of all there is to see, with what is around it
 * @to: its end
 * @first: the first thing that there is, in [@from, @to]
 * @last: the last one
 *
 * Moves no farther than so that the middle is within [@from, @to], and some of
 * [@first, @last] in sight, a tenth of the width inside the edges.
 */
void dl_viewport_limit_place (DlViewport *self, DlInstant from, DlInstant to, DlInstant first, DlInstant last);

/**
 * DlSection:
 * @from: the first instant
 * @to: the first one after it
 * @left: x of @from
 * @right: x of @to
 * @after_fold: the fold that ends at @from, or DL_NO_FOLD at the window's edge
 * @before_fold: the fold that begins at @to, or DL_NO_FOLD
 *
 * A part of what is seen in which no time is folded.
 */
typedef struct
{
  DlInstant from;
  DlInstant to;
  double    left;
  double    right;
  guint     after_fold;
  guint     before_fold;
} DlSection;

/* What is seen between the folds, from left to right; without folds one, the
 * window; inside a fold none. Returns: how many are in @sections */
guint dl_viewport_get_sections (const DlViewport *self, DlSection sections[DL_MAX_FOLDS + 1]);

/**
 * dl_viewport_interpolate:
 * @t: 0 is @a, 1 is @b
 *
 * A step of the way from @a to @b: the scale moves evenly in octaves, and the
 * point that stays fixed between the two stays fixed (Van Wijk and Nuij,
 * "Smooth and efficient zooming and panning", 2003, the case without a
 * detour). Both must be of the same width and folds.
 */
DlViewport dl_viewport_interpolate (const DlViewport *a, const DlViewport *b, double t);

G_END_DECLS
