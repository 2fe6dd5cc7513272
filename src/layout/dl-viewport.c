/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-viewport.h"

#include <math.h>

/* Everything may shrink to this part of the window, so that there is always
 * something to see and to zoom back to. */
#define SMALLEST_SHARE 0.33

double
dl_viewport_x (const DlViewport *self, DlInstant instant)
{
  double x;

  if (!dl_instant_is_finite (instant))
    return instant.seconds < 0 ? -DL_X_LIMIT : self->width + DL_X_LIMIT;
  x = dl_instant_distance (self->origin, instant) * self->scale;
  return CLAMP (x, -DL_X_LIMIT, self->width + DL_X_LIMIT);
}

DlInstant
dl_viewport_instant (const DlViewport *self, double x)
{
  return dl_instant_add_double (self->origin, x / self->scale);
}

DlInstant
dl_viewport_from (const DlViewport *self)
{
  return self->origin;
}

DlInstant
dl_viewport_to (const DlViewport *self)
{
  return dl_viewport_instant (self, self->width);
}

void
dl_viewport_set_range (DlViewport *self, DlInstant from, DlInstant to, double width)
{
  double seconds = dl_instant_distance (from, to);

  g_return_if_fail (width > 0);

  self->origin = from;
  self->width = width;
  self->scale = CLAMP (width / MAX (seconds, 1e-6), DL_SCALE_MIN, DL_SCALE_MAX);
  /* Where the limit cuts in, the range stays in the middle. */
  if (seconds * self->scale < width)
    self->origin = dl_instant_add_double (from, (seconds - width / self->scale) / 2);
}

void
dl_viewport_zoom_at (DlViewport *self, double x, double factor)
{
  double scale = CLAMP (self->scale * factor, DL_SCALE_MIN, DL_SCALE_MAX);

  self->origin = dl_instant_add_double (self->origin, x / self->scale - x / scale);
  self->scale = scale;
}

void
dl_viewport_pan (DlViewport *self, double pixels)
{
  self->origin = dl_instant_add_double (self->origin, pixels / self->scale);
}

void
dl_viewport_set_width (DlViewport *self, double width)
{
  g_return_if_fail (width > 0);
  self->width = width;
}

void
dl_viewport_limit (DlViewport *self, DlInstant from, DlInstant to)
{
  double span = MAX (dl_instant_distance (from, to), 1.0);
  double least = MAX (self->width * SMALLEST_SHARE / span, DL_SCALE_MIN);
  double middle = self->width / 2;

  if (self->scale < least)
    dl_viewport_zoom_at (self, middle, least / self->scale);
  if (self->scale > DL_SCALE_MAX)
    dl_viewport_zoom_at (self, middle, DL_SCALE_MAX / self->scale);

  /* All there is must reach the middle of the window from either side. */
  if (dl_instant_compare (dl_viewport_instant (self, middle), from) < 0)
    self->origin = dl_instant_add_double (from, -middle / self->scale);
  if (dl_instant_compare (dl_viewport_instant (self, middle), to) > 0)
    self->origin = dl_instant_add_double (to, -middle / self->scale);
}

gboolean
dl_viewport_equal (const DlViewport *a, const DlViewport *b)
{
  return dl_instant_compare (a->origin, b->origin) == 0 && a->scale == b->scale && a->width == b->width;
}

DlViewport
dl_viewport_interpolate (const DlViewport *a, const DlViewport *b, double t)
{
  DlViewport step = *a;
  double     shift = dl_instant_distance (a->origin, b->origin);

  if (t <= 0)
    return *a;
  if (t >= 1)
    return *b;

  step.width = a->width + (b->width - a->width) * t;
  step.scale = a->scale * pow (b->scale / a->scale, t);
  if (fabs (b->scale / a->scale - 1) < 1e-6)
    step.origin = dl_instant_add_double (a->origin, shift * t);
  else
    {
      /* The left edge moves with 1/scale, so that one instant stays put. */
      double progress = (1 / a->scale - 1 / step.scale) / (1 / a->scale - 1 / b->scale);

      step.origin = dl_instant_add_double (a->origin, shift * progress);
    }
  return step;
}
