/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving so that one can follow, and the places to move to. */
#include "layout/dl-event-view.h"
#include "view/dl-view-private.h"

#define FLIGHT_USEC (200 * G_TIME_SPAN_MILLISECOND)
/* One that others look on at. */
#define POINTING_USEC (700 * G_TIME_SPAN_MILLISECOND)

/* Free at each side of a range that is shown, as a share of it. */
#define RANGE_MARGIN 0.25

/* Of the window, that a page turns by. */
#define PAGE 0.8
#define PAGE_BELOW 0.9

/* Between an event and the edge that it comes in at. */
#define LEAST_INSIDE 20.0
#define ABOVE_EVENT 30.0
#define BELOW_EVENT 10.0
#define STRIP_HEIGHT 40.0
/* Around it is its ring. */
#define RING 4.0
/* Of the note that there are events further down, what is below it and above it. */
#define AROUND_NOTE 12.0

/* Flights */

void
dl_view_set_animated (DlView *self, gboolean animated)
{
  g_return_if_fail (DL_IS_VIEW (self));
  self->animated = animated != FALSE;
}

gboolean
dl_view_get_flying (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  return self->flying;
}

void
dl_view_stop (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  self->revealed = DL_NONE;
  self->landing = -1;
  if (!self->flying)
    return;
  self->flying = FALSE;
  self->settle_scroll_from = self->settle_scroll_to = self->scroll;
  dl_view_start_resting (self);
}

gboolean
dl_view_advance (DlView *self, gint64 time)
{
  gint64 duration;
  double t;

  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (dl_view_advance_settling (self, time) && !self->flying)
    dl_view_changed (self);
  if (!self->flying)
    return self->settled != NULL;
  if (!self->started)
    self->flight_start = time;
  duration = self->gliding ? dl_view_glide_duration () : self->pointing ? POINTING_USEC : FLIGHT_USEC;
  self->started = TRUE;
  t = CLAMP ((double) (time - self->flight_start) / (double) duration, 0, 1);
  self->flying = t < 1;
  /* Cubic, slowing down: what one follows with the eye comes to rest softly. */
  t = self->gliding ? dl_view_glide_ease (t) : 1 - (1 - t) * (1 - t) * (1 - t);
  self->flight_from.width = self->flight_to.width = self->viewport.width;
  self->viewport = dl_viewport_interpolate (&self->flight_from, &self->flight_to, t);
  dl_view_follow (self);
  /* There may be less to scroll than when it set out. */
  self->scroll =
    dl_view_limit_scroll (self, self->flight_scroll_from + (self->flight_scroll_to - self->flight_scroll_from) * t);
  if (self->flying)
    {
      dl_view_changed (self);
      return TRUE;
    }
  if (self->gliding)
    dl_view_end_gesture (self);
  dl_view_settle (self, self->animated);
  dl_view_arrive (self);
  dl_view_check_fold (self);
  return self->settled != NULL;
}

/* @landing: how far it is scrolled when it has settled; negative: as it comes */
static void
set_out (DlView *self, const DlViewport *target, double scroll, guint revealed, double landing)
{
  scroll = dl_view_limit_scroll (self, scroll);
  dl_view_stop (self);
  dl_view_stop_resting (self);
  self->revealed = revealed;
  self->landing = landing;
  self->at_home = FALSE;
  self->has_kept = FALSE;
  if (!self->animated)
    {
      self->scroll = scroll;
      self->viewport = *target;
      dl_view_settle (self, FALSE);
      dl_view_arrive (self);
      dl_view_check_fold (self);
      return;
    }
  g_debug ("flying from %g to %g pixels a second, its left edge by %g pixels", self->viewport.scale, target->scale,
           dl_viewport_x (&self->viewport, target->origin));
  self->flying = TRUE;
  self->gliding = FALSE;
  self->started = FALSE;
  self->flight_from = self->viewport;
  self->flight_to = *target;
  self->flight_scroll_from = self->scroll;
  self->flight_scroll_to = scroll;
  g_signal_emit_by_name (self, "changed");
}

void
dl_view_fly_as (DlView *self, const DlViewport *viewport, double scroll, guint revealed, DlMoveKind kind)
{
  DlViewport target = *viewport;

  if (!self->has_viewport)
    return;
  dl_view_stop_returning (self);
  dl_view_leave (self);
  dl_view_limit (self, &target, target.width / 2);
  dl_view_visit (self, &target, revealed != DL_NONE ? dl_view_scroll_for_event (self, revealed) : scroll, kind);
  set_out (self, &target, scroll, revealed, -1);
}

void
dl_view_fly (DlView *self, const DlViewport *viewport, double scroll, guint revealed)
{
  dl_view_fly_as (self, viewport, scroll, revealed, DL_MOVE_JUMP);
}

void
dl_view_fly_on (DlView *self, const DlViewport *viewport, double scroll)
{
  DlViewport target = *viewport;

  if (!self->has_viewport)
    return;
  dl_view_begin_gesture (self);
  dl_view_limit (self, &target, target.width / 2);
  set_out (self, &target, scroll, DL_NONE, -1);
}

void
dl_view_fly_back (DlView *self, const DlViewport *viewport, double scroll)
{
  DlViewport target = *viewport;

  if (!self->has_viewport)
    return;
  dl_view_limit (self, &target, target.width / 2);
  set_out (self, &target, scroll, DL_NONE, scroll);
}

DlViewport
dl_view_get_resting (DlView *self)
{
  DlViewport viewport = self->flying ? self->flight_to : self->viewport;

  viewport.width = self->viewport.width;
  return viewport;
}

double
dl_view_get_resting_scroll (DlView *self)
{
  return self->flying ? self->flight_scroll_to : self->settled != NULL ? self->settle_scroll_to : self->scroll;
}

gboolean
dl_view_get_destination (DlView *self, DlInstant *from, DlInstant *to)
{
  DlViewport viewport;

  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!self->has_viewport)
    return FALSE;
  viewport = dl_view_get_resting (self);
  *from = self->has_awaited ? self->awaited_from : dl_viewport_from (&viewport);
  *to = self->has_awaited ? self->awaited_to : dl_viewport_to (&viewport);
  if (self->has_returning)
    {
      *from = self->returning.from;
      *to = self->returning.to;
    }
  return TRUE;
}

/* Events */

/* What stands over the lowest part of the lanes while there is more below. */
static double
note_height (DlView *self, double scroll)
{
  if (scroll >= dl_view_limit_scroll (self, G_MAXDOUBLE))
    return 0;
  return dl_text_measure_line_height (self->measure, DL_TEXT_PILL) + AROUND_NOTE;
}

double
dl_view_scroll_for_event (DlView *self, guint position)
{
  DlPlacement        *placement = self->settled != NULL ? self->settled : self->placement;
  double              page = dl_view_get_page_height (self);
  double              height = STRIP_HEIGHT;
  const DlPlacedLane *placed;
  const DlLabel      *label;
  guint               lane, item;
  double              scroll = self->scroll;
  double              top, note;

  if (placement == NULL)
    return self->scroll;
  dl_view_locate (self, position, &lane, &item);
  placed = dl_placement_get_lane (placement, lane);
  label = dl_placement_find (placement, lane, item);
  /* Its label, or the strip where it has none. */
  top = placed->y + (label != NULL ? (double) label->y : placed->strip_y);
  if (label != NULL)
    height = (double) label->height;
  if (top - RING < scroll)
    scroll = dl_view_limit_scroll (self, top - ABOVE_EVENT);
  note = note_height (self, scroll);
  /* Of what is higher than the window, the beginning. */
  if (top + height + RING > scroll + page - note)
    scroll = dl_view_limit_scroll (self, MIN (top + height + BELOW_EVENT + note - page, top - RING));
  return scroll;
}

static gboolean
can_go_to (DlView *self, guint position)
{
  return self->arrangement != NULL && self->has_viewport && position != DL_NONE;
}

void
dl_view_reveal (DlView *self, guint position)
{
  dl_view_reveal_as (self, position, DL_MOVE_JUMP);
}

void
dl_view_reveal_as (DlView *self, guint position, DlMoveKind kind)
{
  const DlEventRecord *record;
  DlViewport           viewport;
  double               x, end, margin;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!can_go_to (self, position))
    return;
  self->jumped = FALSE;
  viewport = dl_view_get_resting (self);
  record = dl_timeline_get_record (self->timeline, position);
  x = dl_viewport_x (&viewport, record->start);
  end = dl_viewport_x (&viewport, record->end);
  margin = MIN (viewport.width / 4, DL_CARD_WIDTH_MAX);
  /* Placed, not moved by so many pixels: x is cut far outside the window. */
  if (x > viewport.width - margin)
    dl_viewport_place (&viewport, record->start, viewport.width - margin);
  else if (end < LEAST_INSIDE && !dl_instant_is_finite (record->start))
    dl_viewport_place (&viewport, record->end, margin);
  else if (end < LEAST_INSIDE || (x < 0 && end - x < viewport.width))
    dl_viewport_place (&viewport, record->start, margin / 2);
  dl_view_fly_as (self, &viewport, dl_view_get_resting_scroll (self), position, kind);
}

void
dl_view_center_as (DlView *self, guint position, DlMoveKind kind)
{
  const DlEventRecord *record;
  DlViewport           viewport;
  DlInstant            from, to;
  double               length;

  if (!can_go_to (self, position))
    return;
  self->jumped = FALSE;
  viewport = dl_view_get_resting (self);
  record = dl_timeline_get_record (self->timeline, position);
  from = dl_instant_is_finite (record->start) ? record->start : dl_viewport_from (&viewport);
  to = dl_instant_is_finite (record->end) ? record->end : dl_viewport_to (&viewport);
  length = dl_instant_distance (dl_folds_to_axis (viewport.folds, from), dl_folds_to_axis (viewport.folds, to));
  dl_viewport_place (&viewport, from, (viewport.width - MAX (length, 1) * viewport.scale) / 2);
  dl_view_fly_as (self, &viewport, dl_view_get_resting_scroll (self), position, kind);
}

void
dl_view_fly_to (DlView *self, guint position, gboolean fit)
{
  DlViewport viewport;
  DlInstant  today = dl_view_get_today ();
  DlInstant  from, to;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!fit)
    {
      dl_view_center_as (self, position, DL_MOVE_JUMP);
      return;
    }
  if (!can_go_to (self, position))
    return;
  self->jumped = FALSE;
  viewport = dl_view_get_resting (self);
  dl_event_view (self->timeline, viewport.folds, dl_session_get_shown (self->session), position, &today, &from, &to);
  dl_viewport_set_range (&viewport, from, to, viewport.width);
  dl_view_fly (self, &viewport, dl_view_get_resting_scroll (self), position);
}

void
dl_view_zoom (DlView *self, double factor)
{
  DlViewport viewport;
  double     x;
  guint      selected;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  viewport = dl_view_get_resting (self);
  x = viewport.width / 2;
  selected = dl_session_get_selected_position (self->session);
  if (selected != DL_NONE)
    {
      const DlEventRecord *record = dl_timeline_get_record (self->timeline, selected);
      double               start = dl_viewport_x (&viewport, record->start);
      double               end = dl_viewport_x (&viewport, record->end);

      if (end > 0 && start < viewport.width)
        x = (MAX (start, 0) + MIN (end, viewport.width)) / 2;
    }
  dl_viewport_zoom_at (&viewport, x, factor);
  dl_view_limit (self, &viewport, x);
  dl_view_fly_as (self, &viewport, dl_view_get_resting_scroll (self), DL_NONE, DL_MOVE_ZOOM);
}

/* Times */

/* Before a way to another time: the keys go on from there. */
static void
jump (DlView *self)
{
  self->last_selected = DL_NONE;
  self->jumped = TRUE;
}

void
dl_view_fit (DlView *self)
{
  DlViewport viewport;
  DlInstant  today = dl_view_get_today ();
  DlInstant  from, to;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  jump (self);
  viewport = self->viewport;
  dl_full_view (self->timeline, viewport.folds, &today, &from, &to);
  dl_viewport_set_range (&viewport, from, to, viewport.width);
  dl_view_fly (self, &viewport, dl_view_get_resting_scroll (self), DL_NONE);
}

gboolean
dl_view_get_resting_viewport (DlView *self, DlViewport *viewport)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (dl_view_get_viewport (self) == NULL)
    return FALSE;
  *viewport = dl_view_get_resting (self);
  return TRUE;
}

void
dl_view_fly_to_viewport (DlView *self, const DlViewport *viewport)
{
  g_return_if_fail (DL_IS_VIEW (self));
  g_return_if_fail (viewport != NULL);
  if (!self->has_viewport)
    return;
  jump (self);
  dl_view_fly (self, viewport, dl_view_get_resting_scroll (self), DL_NONE);
}

void
dl_view_go_home (DlView *self)
{
  DlViewport viewport;
  DlInstant  from, to;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  jump (self);
  self->has_first = FALSE;
  if (self->opened.n > 0 || self->arrangement == NULL)
    {
      dl_view_stop_returning (self);
      dl_view_leave (self);
      dl_view_close_folds (self);
      /* The home view comes with the arrangement. */
      dl_view_stop (self);
      self->scroll = 0;
      self->at_home = TRUE;
      self->has_viewport = self->arrangement != NULL;
      self->going_home = TRUE;
      dl_view_arrange (self);
      return;
    }
  viewport = self->viewport;
  dl_arrangement_get_home_view (self->arrangement, &from, &to);
  dl_viewport_set_range (&viewport, from, to, viewport.width);
  dl_view_fly (self, &viewport, 0, DL_NONE);
  self->at_home = !self->flying;
}

void
dl_view_go_to_now (DlView *self)
{
  DlViewport viewport;
  DlInstant  now = dl_view_get_today ();

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  jump (self);
  dl_timeline_get_as_of (self->timeline, &now);
  viewport = dl_view_get_resting (self);
  dl_viewport_place (&viewport, now, viewport.width / 2);
  dl_view_fly (self, &viewport, dl_view_get_resting_scroll (self), DL_NONE);
}

void
dl_view_turn_page (DlView *self, int direction)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  jump (self);
  viewport = dl_view_get_resting (self);
  dl_viewport_pan (&viewport, direction * viewport.width * PAGE);
  dl_view_fly (self, &viewport, dl_view_get_resting_scroll (self), DL_NONE);
}

void
dl_view_show_below (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  dl_view_fly (self, &self->viewport, self->scroll + dl_view_get_page_height (self) * PAGE_BELOW, DL_NONE);
}

void
dl_view_show_range (DlView *self, DlInstant from, DlInstant to)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_VIEW (self));
  if (!self->has_viewport)
    return;
  jump (self);
  viewport = self->viewport;
  if (!dl_instant_is_finite (from))
    from = dl_viewport_from (&viewport);
  if (!dl_instant_is_finite (to))
    to = dl_viewport_to (&viewport);
  if (dl_view_open_fold_around (self, from, to))
    return;
  dl_viewport_set_range_with_margin (&viewport, from, to, RANGE_MARGIN, viewport.width);
  dl_view_fly (self, &viewport, dl_view_get_resting_scroll (self), DL_NONE);
}
