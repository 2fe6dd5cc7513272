/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-view-private.h"

#define FLIGHT_USEC (200 * G_TIME_SPAN_MILLISECOND)

/* Free at each side of a range that is shown, as a share of it. */
#define RANGE_MARGIN 0.25

static void
limit_viewport (DlTimelineView *self, DlViewport *viewport)
{
  DlInstant today = dl_timeline_view_get_today ();
  DlInstant from, to;

  dl_full_view (self->timeline, viewport->folds, &today, viewport->width, &from, &to);
  dl_viewport_limit (viewport, from, to);
}

void
dl_timeline_view_apply_home (DlTimelineView *self)
{
  DlInstant from, to;
  int       width, height;

  dl_timeline_view_get_canvas_size (self, &width, &height);
  if (width <= 0)
    return;
  dl_arrangement_get_home_view (self->arrangement, &from, &to);
  dl_viewport_set_range (&self->viewport, from, to, width);
  self->has_viewport = TRUE;
  dl_timeline_view_changed (self);
}

void
dl_timeline_view_move (DlTimelineView *self, const DlViewport *viewport)
{
  if (!self->has_viewport)
    return;
  self->viewport = *viewport;
  self->at_home = FALSE;
  limit_viewport (self, &self->viewport);
  dl_timeline_view_changed (self);
  dl_timeline_view_check_fold (self);
  dl_timeline_view_update_cursor (self);
}

void
dl_timeline_view_stop_flight (DlTimelineView *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static gboolean
flight_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  gint64          now = gdk_frame_clock_get_frame_time (clock);
  double          t;
  DlViewport      step;

  if (self->flight_start == 0)
    self->flight_start = now;
  t = CLAMP ((double) (now - self->flight_start) / (double) FLIGHT_USEC, 0, 1);
  /* Cubic, slowing down: what one follows with the eye comes to rest softly. */
  t = 1 - (1 - t) * (1 - t) * (1 - t);
  step = dl_viewport_interpolate (&self->flight_from, &self->flight_to, t);
  step.width = self->viewport.width;
  gtk_adjustment_set_value (self->vadjustment, self->flight_scroll_from + (self->flight_scroll_to - self->flight_scroll_from) * t);
  if (t >= 1)
    self->tick_id = 0;
  self->viewport = step;
  dl_timeline_view_changed (self);
  if (t >= 1)
    dl_timeline_view_check_fold (self);
  return t < 1 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
dl_timeline_view_fly (DlTimelineView *self, const DlViewport *viewport, double scroll)
{
  gboolean   animate = TRUE;
  DlViewport target = *viewport;

  if (!self->has_viewport)
    return;
  limit_viewport (self, &target);
  dl_timeline_view_stop_flight (self);
  self->at_home = FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  if (!animate || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_adjustment_set_value (self->vadjustment, scroll);
      self->viewport = target;
      dl_timeline_view_changed (self);
      dl_timeline_view_check_fold (self);
      return;
    }
  self->flight_start = 0;
  self->flight_from = self->viewport;
  self->flight_to = target;
  self->flight_scroll_from = gtk_adjustment_get_value (self->vadjustment);
  self->flight_scroll_to = scroll;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), flight_cb, NULL, NULL);
}

/* Where the view is going to be when it has come to rest. */
static DlViewport
destination (DlTimelineView *self)
{
  DlViewport viewport = self->tick_id != 0 ? self->flight_to : self->viewport;

  viewport.width = self->viewport.width;
  return viewport;
}

static double
destination_scroll (DlTimelineView *self)
{
  return self->tick_id != 0 ? self->flight_scroll_to : gtk_adjustment_get_value (self->vadjustment);
}

void
dl_timeline_view_get_destination (DlTimelineView *self, DlInstant *from, DlInstant *to)
{
  DlViewport viewport = destination (self);

  *from = self->has_awaited ? self->awaited_from : dl_viewport_from (&viewport);
  *to = self->has_awaited ? self->awaited_to : dl_viewport_to (&viewport);
}

void
dl_timeline_view_jump (DlTimelineView *self)
{
  self->last_selected = DL_NONE;
  self->jumped = TRUE;
}

double
dl_timeline_view_scroll_for_event (DlTimelineView *self, guint position, double scale)
{
  double            scroll = destination_scroll (self);
  double            page = gtk_adjustment_get_page_size (self->vadjustment);
  double            top = 0;
  double            height = 40;
  guint             lane, group, index;
  const DlLaneRows *rows;

  dl_timeline_view_locate (self, position, &lane, &group, &index);
  for (guint i = 0; i < lane; i++)
    top += dl_arrangement_get_rows (self->arrangement, i)->height;
  rows = dl_arrangement_get_rows (self->arrangement, lane);
  /* Its row, or the strip where it has no label at this scale. */
  if (dl_levels_get_level (rows->groups[group].levels, index) <= dl_level_at_scale (scale))
    {
      guint row = rows->groups[group].first_row + dl_levels_get_row (rows->groups[group].levels, index);

      top += rows->row_y[row];
      height = rows->row_y[row + 1] - rows->row_y[row];
    }
  else
    top += rows->strip_y;
  if (top < scroll)
    return MAX (top - 30, 0);
  if (top + height > scroll + page)
    return MAX (MIN (top + height + 10 - page, gtk_adjustment_get_upper (self->vadjustment) - page), 0);
  return scroll;
}

void
dl_timeline_view_reveal (DlTimelineView *self, guint position)
{
  const DlEventRecord *record;
  DlViewport           viewport;
  double               x, end, margin;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (self->arrangement == NULL || !self->has_viewport || position == DL_NONE)
    return;
  self->jumped = FALSE;
  viewport = destination (self);
  record = dl_timeline_get_record (self->timeline, position);
  x = dl_viewport_x (&viewport, record->start);
  end = dl_viewport_x (&viewport, record->end);
  margin = MIN (viewport.width / 4, DL_CARD_WIDTH_MAX);
  if (x > viewport.width - margin)
    dl_viewport_pan (&viewport, x - (viewport.width - margin));
  else if (end < 20 || (x < 0 && end - x < viewport.width))
    dl_viewport_pan (&viewport, x - margin / 2);
  dl_timeline_view_fly (self, &viewport, dl_timeline_view_scroll_for_event (self, position, viewport.scale));
}

void
dl_timeline_view_fly_to (DlTimelineView *self, guint position, gboolean fit)
{
  const DlEventRecord *record;
  DlViewport           viewport;
  DlInstant            now = dl_timeline_view_get_today ();
  DlInstant            from, to, until;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (self->arrangement == NULL || !self->has_viewport || position == DL_NONE)
    return;
  self->jumped = FALSE;
  viewport = destination (self);
  record = dl_timeline_get_record (self->timeline, position);
  from = dl_instant_is_finite (record->start) ? record->start : dl_viewport_from (&viewport);
  to = dl_instant_is_finite (record->end) ? record->end : dl_viewport_to (&viewport);
  /* What goes on without an end is whole up to now. */
  if (fit && (record->date_flags & DL_DATE_OPEN_END) && dl_open_until (self->timeline, &now, &until) && dl_instant_compare (until, from) > 0)
    to = until;
  if (fit)
    dl_viewport_set_range_with_margin (&viewport, from, to, 1, viewport.width);
  else
    {
      double length = dl_instant_distance (dl_folds_to_axis (viewport.folds, from), dl_folds_to_axis (viewport.folds, to));

      dl_viewport_place (&viewport, from, (viewport.width - MAX (length, 1) * viewport.scale) / 2);
    }
  dl_timeline_view_fly (self, &viewport, dl_timeline_view_scroll_for_event (self, position, viewport.scale));
}

void
dl_timeline_view_zoom (DlTimelineView *self, double factor)
{
  DlViewport viewport;
  double     x;
  guint      selected;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (!self->has_viewport)
    return;
  viewport = destination (self);
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
  dl_timeline_view_fly (self, &viewport, destination_scroll (self));
}

void
dl_timeline_view_fit (DlTimelineView *self)
{
  DlViewport viewport;
  DlInstant  today = dl_timeline_view_get_today ();
  DlInstant  from, to;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_timeline_view_jump (self);
  viewport = self->viewport;
  dl_full_view (self->timeline, viewport.folds, &today, viewport.width, &from, &to);
  dl_viewport_set_range (&viewport, from, to, viewport.width);
  dl_timeline_view_fly (self, &viewport, destination_scroll (self));
}

void
dl_timeline_view_go_home (DlTimelineView *self)
{
  DlViewport viewport;
  DlInstant  from, to;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_timeline_view_jump (self);
  if (dl_timeline_view_close_folds (self))
    {
      /* The home view comes with the folds. */
      dl_timeline_view_stop_flight (self);
      gtk_adjustment_set_value (self->vadjustment, 0);
      self->at_home = TRUE;
      dl_timeline_view_arrange (self);
      return;
    }
  viewport = self->viewport;
  dl_arrangement_get_home_view (self->arrangement, &from, &to);
  dl_viewport_set_range (&viewport, from, to, viewport.width);
  dl_timeline_view_fly (self, &viewport, 0);
  self->at_home = self->tick_id == 0;
}

void
dl_timeline_view_go_to_now (DlTimelineView *self)
{
  DlViewport viewport;
  DlInstant  now = dl_timeline_view_get_today ();

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_timeline_view_jump (self);
  dl_timeline_get_as_of (self->timeline, &now);
  viewport = destination (self);
  dl_viewport_place (&viewport, now, viewport.width / 2);
  dl_timeline_view_fly (self, &viewport, destination_scroll (self));
}

void
dl_timeline_view_show_range (DlTimelineView *self, DlInstant from, DlInstant to)
{
  DlViewport viewport;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (!self->has_viewport)
    return;
  dl_timeline_view_jump (self);
  viewport = self->viewport;
  if (!dl_instant_is_finite (from))
    from = dl_viewport_from (&viewport);
  if (!dl_instant_is_finite (to))
    to = dl_viewport_to (&viewport);
  if (dl_timeline_view_open_fold_around (self, from, to))
    return;
  dl_viewport_set_range_with_margin (&viewport, from, to, RANGE_MARGIN, viewport.width);
  dl_timeline_view_fly (self, &viewport, destination_scroll (self));
}

gboolean
dl_timeline_view_get_range (DlTimelineView *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), FALSE);
  if (!self->has_viewport)
    return FALSE;
  *from = dl_viewport_from (&self->viewport);
  *to = dl_viewport_to (&self->viewport);
  return TRUE;
}
