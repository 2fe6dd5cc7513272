/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Momentum: what is let go of in motion goes on, and slows down.
 *
 * Its speed falls exponentially, v(t) = v₀ e^(-t/τ), so that it goes
 * x(t) = v₀ τ (1 - e^(-t/τ)) and all in all v₀ τ. A glide is a flight to there, with
 * that as its easing: where it ends is known as it begins. */
#include <math.h>

#include "view/dl-view-private.h"

/* τ. */
#define GLIDE_SECONDS 0.325

/* By then 99.5 % of the way is gone: 5.3 τ. */
#define GLIDE_USEC ((gint64) (5.3 * GLIDE_SECONDS * G_USEC_PER_SEC))

/* Pixels a second: what is slower was put down, and nothing is faster. */
#define SLOWEST 100.0
#define FASTEST 8000.0

gint64
dl_view_glide_duration (void)
{
  return GLIDE_USEC;
}

double
dl_view_glide_ease (double t)
{
  const double all = (double) GLIDE_USEC / G_USEC_PER_SEC / GLIDE_SECONDS;

  return (1 - exp (-t * all)) / (1 - exp (-all));
}

void
dl_view_glide (DlView *self, double velocity_x, double velocity_y)
{
  double     speed = hypot (velocity_x, velocity_y);
  double     reach = speed > FASTEST ? GLIDE_SECONDS * FASTEST / speed : GLIDE_SECONDS;
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport || !self->animated || !(speed >= SLOWEST))
    return;
  viewport = self->viewport;
  dl_viewport_pan (&viewport, -velocity_x * reach);
  dl_view_fly_on (self, &viewport, self->scroll - velocity_y * reach);
  self->gliding = self->flying;
}
