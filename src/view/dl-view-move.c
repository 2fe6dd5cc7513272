/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving at once: by wheel, drag and pinch. */
#include <math.h>

#include "view/dl-view-private.h"

/* Keeps @viewport where there is something to see. */
void
dl_view_limit (DlView *self, DlViewport *viewport)
{
  DlInstant today = dl_view_get_today ();
  DlInstant from, to;

  dl_full_view (self->timeline, viewport->folds, &today, &from, &to);
  dl_viewport_limit (viewport, from, to);
}

void
dl_view_apply_home (DlView *self)
{
  DlInstant from, to;

  if (self->width <= 0)
    return;
  dl_arrangement_get_home_view (self->arrangement, &from, &to);
  dl_viewport_set_range (&self->viewport, from, to, self->width);
  self->has_viewport = TRUE;
  dl_view_changed (self);
}

void
dl_view_move (DlView *self, const DlViewport *viewport)
{
  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  self->viewport = *viewport;
  self->at_home = FALSE;
  dl_view_limit (self, &self->viewport);
  dl_view_changed (self);
  dl_view_check_fold (self);
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
  dl_view_move (self, &viewport);
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
dl_view_begin_pinch (DlView *self, double x)
{
  g_return_if_fail (DL_IS_VIEW (self));
  dl_view_stop (self);
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
  dl_view_move (self, &viewport);
}
