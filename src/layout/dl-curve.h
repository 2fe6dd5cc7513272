/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlCurve:
 * @x: where it begins, its two control points, where it ends
 * @y: the same
 *
 * A cubic Bézier curve, in pixels. Plain data.
 */
typedef struct
{
  float x[4];
  float y[4];
} DlCurve;

/* Where it is at @t: 0 where it begins, 1 where it ends. */
void dl_curve_at (const DlCurve *self, double t, double *x, double *y);
/* The part of it from @from to @to, both as above. */
DlCurve dl_curve_part (const DlCurve *self, double from, double to);
/* The box that holds all its points: its upper left corner at 0, its lower right
 * one at 3. */
DlCurve dl_curve_get_bounds (const DlCurve *self);
/* About how long it is, and how far a point is from it; to a pixel or so. */
double dl_curve_length (const DlCurve *self);
double dl_curve_distance (const DlCurve *self, double x, double y);
/* The @t from which it is no farther than @reach from its end. */
double dl_curve_before_end (const DlCurve *self, double reach);
/* The same curve, from its end to its beginning. */
DlCurve dl_curve_reversed (const DlCurve *self);

G_END_DECLS
