/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-curve.h"

#include <math.h>

/* Straight pieces that stand for the curve where a pixel does not matter. */
#define N_PIECES 32

/* So often a part is halved to find where it has come near. */
#define N_HALVINGS 24

void
dl_curve_at (const DlCurve *self, double t, double *x, double *y)
{
  double s = 1 - t;
  double weights[4] = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };

  *x = *y = 0;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      *x += weights[i] * (double) self->x[i];
      *y += weights[i] * (double) self->y[i];
    }
}

/* The part up to @t, by de Casteljau's construction. */
static void
cut (const float points[4], double t, float before[4])
{
  double left[4];

  for (guint i = 0; i < 4; i++)
    left[i] = (double) points[i];
  before[0] = points[0];
  for (guint n = 3; n > 0; n--)
    {
      for (guint i = 0; i < n; i++)
        left[i] += (left[i + 1] - left[i]) * t;
      before[4 - n] = (float) left[0];
    }
}

DlCurve
dl_curve_reversed (const DlCurve *self)
{
  DlCurve reversed;

  for (guint i = 0; i < 4; i++)
    {
      reversed.x[i] = self->x[3 - i];
      reversed.y[i] = self->y[3 - i];
    }
  return reversed;
}

DlCurve
dl_curve_part (const DlCurve *self, double from, double to)
{
  DlCurve part = *self, turned;

  if (to < 1)
    {
      cut (self->x, to, part.x);
      cut (self->y, to, part.y);
    }
  if (from <= 0 || to <= 0)
    return part;
  turned = dl_curve_reversed (&part);
  cut (turned.x, 1 - from / to, part.x);
  cut (turned.y, 1 - from / to, part.y);
  return dl_curve_reversed (&part);
}

DlCurve
dl_curve_get_bounds (const DlCurve *self)
{
  DlCurve bounds;

  for (guint i = 0; i < 4; i++)
    {
      bounds.x[i] = self->x[0];
      bounds.y[i] = self->y[0];
    }
  for (guint i = 1; i < 4; i++)
    {
      bounds.x[0] = MIN (bounds.x[0], self->x[i]);
      bounds.x[3] = MAX (bounds.x[3], self->x[i]);
      bounds.y[0] = MIN (bounds.y[0], self->y[i]);
      bounds.y[3] = MAX (bounds.y[3], self->y[i]);
    }
  return bounds;
}

double
dl_curve_length (const DlCurve *self)
{
  double length = 0;
  double x = (double) self->x[0];
  double y = (double) self->y[0];

  for (guint i = 1; i <= N_PIECES; i++)
    {
      double next_x, next_y;

      dl_curve_at (self, (double) i / N_PIECES, &next_x, &next_y);
      length += hypot (next_x - x, next_y - y);
      x = next_x;
      y = next_y;
    }
  return length;
}

/* How far a point is from the straight way between two others. */
static double
distance_to_piece (double x, double y, double from_x, double from_y, double to_x, double to_y)
{
  double dx = to_x - from_x;
  double dy = to_y - from_y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((x - from_x) * dx + (y - from_y) * dy) / square, 0, 1) : 0;

  return hypot (from_x + t * dx - x, from_y + t * dy - y);
}

double
dl_curve_distance (const DlCurve *self, double x, double y)
{
  double least = G_MAXDOUBLE;
  double from_x = (double) self->x[0];
  double from_y = (double) self->y[0];

  for (guint i = 1; i <= N_PIECES; i++)
    {
      double to_x, to_y;

      dl_curve_at (self, (double) i / N_PIECES, &to_x, &to_y);
      least = MIN (least, distance_to_piece (x, y, from_x, from_y, to_x, to_y));
      from_x = to_x;
      from_y = to_y;
    }
  return least;
}

double
dl_curve_before_end (const DlCurve *self, double reach)
{
  double end_x = (double) self->x[3];
  double end_y = (double) self->y[3];
  double far = 0;
  double near = 1;
  double x, y;

  /* The last place that is farther: a curve may come near before. */
  for (guint i = N_PIECES; i > 0; i--)
    {
      dl_curve_at (self, (double) (i - 1) / N_PIECES, &x, &y);
      far = (double) (i - 1) / N_PIECES;
      if (hypot (x - end_x, y - end_y) > reach)
        break;
      near = far;
    }
  for (guint i = 0; i < N_HALVINGS && near > far; i++)
    {
      double middle = (far + near) / 2;

      dl_curve_at (self, middle, &x, &y);
      if (hypot (x - end_x, y - end_y) > reach)
        far = middle;
      else
        near = middle;
    }
  return near;
}
