/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/**
 * DlViewport:
 * @origin: the instant at x = 0
 * @scale: pixels per second, positive
 * @width: pixels, positive
 *
 * Which part of the axis is seen. Plain data; x runs to the right from the
 * canvas's left edge. The origin is subtracted before anything becomes a
 * float, so pixels are exact anywhere on the axis.
 */
typedef struct
{
  DlInstant origin;
  double    scale;
  double    width;
} DlViewport;

/* Nearest and farthest that any timeline can be looked at: a second is 400
 * pixels wide; all that an instant can hold is one pixel wide. */
#define DL_SCALE_MAX 400.0
#define DL_SCALE_MIN 1e-19

/* How far x may lie outside the canvas before it is cut (pixels): far beyond
 * any screen, well within a float. */
#define DL_X_LIMIT 1.0e6

/* x of @instant, cut to ±DL_X_LIMIT around the canvas ("no bound" too). */
double dl_viewport_x (const DlViewport *self, DlInstant instant);
/* The instant at @x; saturates. */
DlInstant dl_viewport_instant (const DlViewport *self, double x);
/* The first instant seen, and the first one no longer seen. */
DlInstant dl_viewport_from (const DlViewport *self);
DlInstant dl_viewport_to (const DlViewport *self);

/* Shows [@from, @to), @from < @to, in @width pixels. */
void dl_viewport_set_range (DlViewport *self, DlInstant from, DlInstant to, double width);
/* Multiplies the scale by @factor; the instant at @x stays at @x. */
void dl_viewport_zoom_at (DlViewport *self, double x, double factor);
/* Moves what is seen by @pixels; positive looks later. */
void dl_viewport_pan (DlViewport *self, double pixels);
/* Another width; the left edge and the scale stay. */
void dl_viewport_set_width (DlViewport *self, double width);

/**
 * dl_viewport_limit:
 * @from: start of all there is to see
 * @to: its end
 *
 * Keeps the view useful: the scale within the limits and never so small that
 * everything takes less than a third of the width; some of [@from, @to)
 * always within the middle of the window's reach.
 */
void dl_viewport_limit (DlViewport *self, DlInstant from, DlInstant to);

/* Whether the two show the same. */
gboolean dl_viewport_equal (const DlViewport *a, const DlViewport *b);

/**
 * dl_viewport_interpolate:
 * @t: 0 is @a, 1 is @b
 *
 * A step of the way from @a to @b: the scale moves evenly in octaves, and the
 * point that stays fixed between the two stays fixed (Van Wijk and Nuij,
 * "Smooth and efficient zooming and panning", 2003, the case without a
 * detour). Both must be of the same width.
 */
DlViewport dl_viewport_interpolate (const DlViewport *a, const DlViewport *b, double t);

G_END_DECLS
