/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving at once: by wheel, drag and pinch. */
#include <math.h>

#include "view/dl-view-private.h"

/* How many times the whole one can look at. */
#define FARTHEST 3.0

static void
include (DlInstant from, DlInstant to, DlInstant *all_from, DlInstant *all_to)
{
  *all_from = dl_instant_min (*all_from, from);
  *all_to = dl_instant_max (*all_to, to);
}

static double
axis_seconds (const DlViewport *viewport, DlInstant from, DlInstant to)
{
  return dl_instant_distance (dl_folds_to_axis (viewport->folds, from), dl_folds_to_axis (viewport->folds, to));
}

void
dl_view_limit (DlView *self, DlViewport *viewport, double x)
{
  /* Also where there is only what a filter leaves out. */
  DlTimeline *timeline = self->whole;
  DlInstant   today = dl_view_get_today ();
  DlInstant   now = today;
  DlInstant   from, to, first, last, asked_from, asked_to;
  gboolean    as_of = dl_timeline_get_as_of (timeline, &now);
  double      most;

  dl_full_view (timeline, viewport->folds, &today, &from, &to);
  if (!dl_full_extent (timeline, &today, &first, &last))
    {
      first = from;
      last = to;
    }
  most = FARTHEST * axis_seconds (viewport, from, to);

  /* The line of now is something to see as well, where it is not far from all else. */
  if (as_of || (dl_instant_compare (now, from) >= 0 && dl_instant_compare (now, to) <= 0))
    {
      include (now, now, &from, &to);
      include (now, now, &first, &last);
    }
  /* What the author asks for can be had, whatever it is. */
  if (dl_timeline_get_view (timeline, &asked_from, &asked_to))
    {
      most = MAX (most, axis_seconds (viewport, asked_from, asked_to));
      include (asked_from, asked_to, &from, &to);
      include (asked_from, asked_to, &first, &last);
    }
  dl_viewport_limit_scale (viewport, x, most);
  dl_viewport_limit_place (viewport, from, to, first, last);
}

void
dl_view_apply_home (DlView *self)
{
  DlInstant from, to;

  if (self->width <= 0)
    return;
  dl_arrangement_get_home_view (self->arrangement, &from, &to);
  if (self->has_first)
    {
      from = self->first.from;
      to = self->first.to;
    }
  dl_viewport_set_range (&self->viewport, from, to, self->width);
  self->has_viewport = TRUE;
}

/* Where the scale has to change, what is at @x stays there. */
static void
move (DlView *self, const DlViewport *viewport, double x)
{
  dl_view_begin_gesture (self);
  self->viewport = *viewport;
  self->at_home = FALSE;
  self->has_kept = FALSE;
  dl_view_limit (self, &self->viewport, x);
  dl_view_follow (self);
  dl_view_changed (self);
  dl_view_check_fold (self);
}

void
dl_view_move (DlView *self, const DlViewport *viewport)
{
  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_view_stop (self);
  move (self, viewport, viewport->width / 2);
}

void
dl_view_zoom_at (DlView *self, double x, double octaves)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_view_stop (self);
  viewport = self->viewport;
  dl_viewport_zoom_at (&viewport, x, exp2 (octaves));
  move (self, &viewport, x);
}

void
dl_view_pan (DlView *self, double pixels)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_view_stop (self);
  viewport = self->viewport;
  dl_viewport_pan (&viewport, pixels);
  dl_view_move (self, &viewport);
}

void
dl_view_begin_drag (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  dl_view_stop (self);
  self->dragging = TRUE;
  dl_view_stop_resting (self);
  self->drag_from = self->viewport;
  self->drag_scroll_from = self->scroll;
}

void
dl_view_drag (DlView *self, double dx, double dy)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  viewport = self->drag_from;
  viewport.width = self->viewport.width;
  dl_viewport_pan (&viewport, -dx);
  dl_view_move (self, &viewport);
  dl_view_set_scroll (self, self->drag_scroll_from - dy);
}

void
dl_view_end_drag (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  self->dragging = FALSE;
  dl_view_start_resting (self);
}

void
dl_view_begin_hold (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  dl_view_begin_drag (self);
  self->holding = TRUE;
}

void
dl_view_end_hold (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  self->holding = FALSE;
  dl_view_end_drag (self);
  if (self->has_viewport)
    dl_view_check_fold (self);
}

void
dl_view_begin_pinch (DlView *self, double x)
{
  g_return_if_fail (DL_IS_VIEW (self));
  dl_view_stop (self);
  self->pinching = TRUE;
  dl_view_stop_resting (self);
  self->pinch_from = self->viewport;
  if (self->has_viewport)
    self->pinch_anchor = dl_viewport_instant (&self->viewport, x);
}

void
dl_view_pinch (DlView *self, double x, double scale)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  viewport = self->pinch_from;
  viewport.width = self->viewport.width;
  viewport.scale = CLAMP (viewport.scale * scale, DL_SCALE_MIN, DL_SCALE_MAX);
  dl_viewport_place (&viewport, self->pinch_anchor, x);
  move (self, &viewport, x);
}

void
dl_view_end_pinch (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  self->pinching = FALSE;
  dl_view_start_resting (self);
}
