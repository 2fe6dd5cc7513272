/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-viewport.h"

#include <math.h>

/* Of the width, how far inside its edges what is to stay in sight is. */
#define SHARE_INSIDE 0.1

double
dl_viewport_axis_x (const DlViewport *self, DlInstant axis)
{
  double x;

  if (!dl_instant_is_finite (axis))
    return axis.seconds < 0 ? -DL_X_LIMIT : self->width + DL_X_LIMIT;
  x = dl_instant_distance (self->origin, axis) * self->scale;
  return CLAMP (x, -DL_X_LIMIT, self->width + DL_X_LIMIT);
}

double
dl_viewport_x (const DlViewport *self, DlInstant instant)
{
  return dl_viewport_axis_x (self, dl_folds_to_axis (self->folds, instant));
}

DlInstant
dl_viewport_instant (const DlViewport *self, double x)
{
  return dl_folds_from_axis (self->folds, dl_instant_add_double (self->origin, x / self->scale));
}

DlInstant
dl_viewport_from (const DlViewport *self)
{
  return dl_folds_from_axis (self->folds, self->origin);
}

DlInstant
dl_viewport_to (const DlViewport *self)
{
  return dl_viewport_instant (self, self->width);
}

DlInstant
dl_viewport_axis_from (const DlViewport *self)
{
  return self->origin;
}

DlInstant
dl_viewport_axis_to (const DlViewport *self)
{
  return dl_instant_add_double (self->origin, self->width / self->scale);
}

double
dl_viewport_scale_at (const DlViewport *self, double x)
{
  guint         index = dl_folds_find (self->folds, dl_instant_add_double (self->origin, x / self->scale));
  const DlFold *fold;

  if (index == DL_NO_FOLD)
    return self->scale;
  fold = dl_folds_get (self->folds, index);
  return self->scale * dl_instant_distance (fold->axis_from, fold->axis_to) / dl_fold_get_seconds (fold);
}

guint
dl_viewport_inside_fold (const DlViewport *self)
{
  guint index = dl_folds_find (self->folds, self->origin);

  if (index == DL_NO_FOLD ||
      dl_instant_compare (dl_viewport_axis_to (self), dl_folds_get (self->folds, index)->axis_to) > 0)
    return DL_NO_FOLD;
  return index;
}

static void
set_axis_range (DlViewport *self, DlInstant from, double seconds, double width)
{
  g_return_if_fail (width > 0);

  self->origin = from;
  self->width = width;
  self->scale = CLAMP (width / MAX (seconds, 1e-9), DL_SCALE_MIN, DL_SCALE_MAX);
  /* Where the limit cuts in, the range stays in the middle. */
  if (seconds * self->scale < width)
    self->origin = dl_instant_add_double (from, (seconds - width / self->scale) / 2);
}

void
dl_viewport_set_range (DlViewport *self, DlInstant from, DlInstant to, double width)
{
  from = dl_folds_to_axis (self->folds, from);
  set_axis_range (self, from, dl_instant_distance (from, dl_folds_to_axis (self->folds, to)), width);
}

void
dl_viewport_set_range_with_margin (DlViewport *self, DlInstant from, DlInstant to, double margin, double width)
{
  double seconds;

  from = dl_folds_to_axis (self->folds, from);
  seconds = MAX (dl_instant_distance (from, dl_folds_to_axis (self->folds, to)), 1e-6);
  set_axis_range (self, dl_instant_add_double (from, -seconds * margin), seconds * (1 + 2 * margin), width);
}

void
dl_viewport_place (DlViewport *self, DlInstant instant, double x)
{
  self->origin = dl_instant_add_double (dl_folds_to_axis (self->folds, instant), -x / self->scale);
}

void
dl_viewport_set_folds (DlViewport *self, const DlFolds *folds)
{
  DlInstant middle;

  if (dl_folds_equal (self->folds, folds))
    {
      self->folds = folds;
      return;
    }
  middle = dl_viewport_instant (self, self->width / 2);
  self->folds = folds;
  dl_viewport_place (self, middle, self->width / 2);
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
dl_viewport_limit_scale (DlViewport *self, double x, double seconds)
{
  double least = self->width / seconds;

  if (self->scale < least)
    dl_viewport_zoom_at (self, x, least / self->scale);
  if (self->scale > DL_SCALE_MAX)
    dl_viewport_zoom_at (self, x, DL_SCALE_MAX / self->scale);
}

/* Moves so that some of [@from, @to] on the axis is seen between @left and @right. */
static void
keep_between (DlViewport *self, DlInstant from, DlInstant to, double left, double right)
{
  if (dl_instant_compare (dl_instant_add_double (self->origin, right / self->scale), from) < 0)
    self->origin = dl_instant_add_double (from, -right / self->scale);
  if (dl_instant_compare (dl_instant_add_double (self->origin, left / self->scale), to) > 0)
    self->origin = dl_instant_add_double (to, -left / self->scale);
}

void
dl_viewport_limit_place (DlViewport *self, DlInstant from, DlInstant to, DlInstant first, DlInstant last)
{
  double middle = self->width / 2;

  keep_between (self, dl_folds_to_axis (self->folds, from), dl_folds_to_axis (self->folds, to), middle, middle);
  keep_between (self, dl_folds_to_axis (self->folds, first), dl_folds_to_axis (self->folds, last),
                self->width * SHARE_INSIDE, self->width * (1 - SHARE_INSIDE));
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

guint
dl_viewport_get_sections (const DlViewport *self, DlSection sections[DL_MAX_FOLDS + 1])
{
  DlSection section = { .from = dl_viewport_from (self), .left = 0, .after_fold = DL_NO_FOLD };
  DlInstant end = dl_viewport_axis_to (self);
  guint     n = 0;
  guint     first = dl_folds_find (self->folds, self->origin);

  for (guint i = 0; i < dl_folds_get_n (self->folds); i++)
    {
      const DlFold *fold = dl_folds_get (self->folds, i);

      if (dl_instant_compare (fold->axis_to, self->origin) <= 0)
        continue;
      if (dl_instant_compare (fold->axis_from, end) >= 0)
        break;
      if (i != first)
        {
          section.to = fold->from;
          section.right = dl_viewport_axis_x (self, fold->axis_from);
          section.before_fold = i;
          sections[n++] = section;
        }
      section.from = fold->to;
      section.left = dl_viewport_axis_x (self, fold->axis_to);
      section.after_fold = i;
      if (dl_instant_compare (fold->axis_to, end) >= 0)
        return n;
    }
  section.to = dl_viewport_to (self);
  section.right = self->width;
  section.before_fold = DL_NO_FOLD;
  sections[n++] = section;
  return n;
}
