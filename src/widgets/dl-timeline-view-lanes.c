/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-view-private.h"

/* A lane that shrinks away above the window is brought back to its edge. */
#define LEAST_IN_SIGHT 20.0

static double
lane_top (DlArrangement *arrangement, guint lane)
{
  double top = 0;

  for (guint i = 0; i < lane; i++)
    top += dl_arrangement_get_rows (arrangement, i)->height;
  return top;
}

static double
lane_height (DlArrangement *arrangement, guint lane)
{
  return dl_arrangement_get_rows (arrangement, lane)->height;
}

void
dl_timeline_view_locate (DlTimelineView *self, guint position, guint *lane, guint *group, guint *index)
{
  if (self->current_lane < dl_arrangement_get_n_lanes (self->arrangement) && dl_arrangement_locate_in (self->arrangement, position, self->current_lane, group, index))
    *lane = self->current_lane;
  else
    dl_arrangement_locate (self->arrangement, position, lane, group, index);
}

void
dl_timeline_view_select_in (DlTimelineView *self, guint position, guint lane)
{
  gboolean elsewhere = lane != DL_NO_LANE && self->current_lane != lane && dl_session_get_selected_position (self->session) == position;

  if (lane != DL_NO_LANE)
    self->current_lane = lane;
  dl_timeline_view_select (self, position);
  /* The same event in another lane: nothing else says so. */
  if (elsewhere)
    dl_timeline_view_changed (self);
}

/* The lane of the selected event, or DL_NONE. */
static guint
selected_lane (DlTimelineView *self)
{
  guint position = dl_session_get_selected_position (self->session);
  guint lane, group, index;

  if (self->arrangement == NULL || position == DL_NONE || dl_arrangement_get_timeline (self->arrangement) != self->timeline)
    return DL_NONE;
  dl_timeline_view_locate (self, position, &lane, &group, &index);
  return lane;
}

void
dl_timeline_view_update_current_lane (DlTimelineView *self)
{
  guint lane = selected_lane (self);

  if (lane != DL_NONE)
    self->current_lane = lane;
}

const DlLane *
dl_timeline_view_get_lane (DlTimelineView *self, const char *key, guint *index, guint *n_lanes)
{
  guint lane;

  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), NULL);
  if (self->arrangement == NULL)
    return NULL;
  lane = key != NULL ? dl_arrangement_find_lane (self->arrangement, key) : selected_lane (self);
  if (lane == DL_NONE)
    return NULL;
  *index = lane;
  *n_lanes = dl_arrangement_get_n_lanes (self->arrangement);
  return dl_arrangement_get_lane (self->arrangement, lane);
}

guint
dl_timeline_view_get_n_more_rows (DlTimelineView *self, guint lane)
{
  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), 0);
  return dl_arrangement_get_rows (self->arrangement, lane)->n_more_rows;
}

/* Headers */

guint
dl_timeline_view_header_at (DlTimelineView *self, double y)
{
  double top;

  if (self->arrangement == NULL || y < dl_timeline_view_get_head_height (self))
    return DL_NONE;
  y += gtk_adjustment_get_value (self->vadjustment) - dl_timeline_view_get_head_height (self);
  top = 0;
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement) && y >= top; i++)
    {
      gboolean collapsed = dl_arrangement_get_lane (self->arrangement, i)->state == DL_LANE_COLLAPSED;
      double   height = lane_height (self->arrangement, i);

      /* A collapsed lane is all header. */
      if (y < top + (collapsed ? height : dl_arrangement_get_metrics (self->arrangement)->lane_header))
        return i;
      top += height;
    }
  return DL_NONE;
}

void
dl_timeline_view_toggle_lane (DlTimelineView *self, guint lane)
{
  const DlLane *target = dl_arrangement_get_lane (self->arrangement, lane);

  self->keep_header = TRUE;
  dl_session_set_lane_state (self->session, target->key, target->state == DL_LANE_COLLAPSED ? DL_LANE_AUTO : DL_LANE_COLLAPSED);
}

/* The keyboard's actions, on the lane of the selected event. */

/* From all rows to the usual ones, then to none. */
static void
collapse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  guint           index, n_lanes;
  const DlLane   *lane = dl_timeline_view_get_lane (self, NULL, &index, &n_lanes);

  if (lane == NULL || lane->state == DL_LANE_COLLAPSED)
    gtk_widget_error_bell (widget);
  else
    dl_session_set_lane_state (self->session, lane->key, lane->state == DL_LANE_EXPANDED ? DL_LANE_AUTO : DL_LANE_COLLAPSED);
}

/* To the usual rows, then to all where there are more. */
static void
expand_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  guint           index, n_lanes;
  const DlLane   *lane = dl_timeline_view_get_lane (self, NULL, &index, &n_lanes);

  if (lane == NULL || (lane->state != DL_LANE_COLLAPSED && dl_timeline_view_get_n_more_rows (self, index) == 0))
    gtk_widget_error_bell (widget);
  else
    dl_session_set_lane_state (self->session, lane->key, lane->state == DL_LANE_COLLAPSED ? DL_LANE_AUTO : DL_LANE_EXPANDED);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  int             by = g_variant_get_int32 (parameter);
  guint           index, n_lanes;
  const DlLane   *lane = dl_timeline_view_get_lane (self, NULL, &index, &n_lanes);

  if (lane == NULL || (by < 0 && index == 0) || (by > 0 && index + 1 == n_lanes))
    gtk_widget_error_bell (widget);
  else
    dl_session_move_lane (self->session, lane->key, by);
}

void
dl_timeline_view_add_lane_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "timeline.collapse-lane", NULL, collapse_action);
  gtk_widget_class_install_action (klass, "timeline.expand-lane", NULL, expand_action);
  gtk_widget_class_install_action (klass, "timeline.move-lane", "i", move_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_CONTROL_MASK, "timeline.collapse-lane", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Up, GDK_CONTROL_MASK, "timeline.collapse-lane", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_CONTROL_MASK, "timeline.expand-lane", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Down, GDK_CONTROL_MASK, "timeline.expand-lane", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "timeline.move-lane", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Up, GDK_ALT_MASK, "timeline.move-lane", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "timeline.move-lane", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Down, GDK_ALT_MASK, "timeline.move-lane", "i", 1);
}

/* From one arrangement to the next */

static gboolean
is_in_sight (DlTimelineView *self, guint lane)
{
  double scroll = gtk_adjustment_get_value (self->vadjustment);
  double top = lane_top (self->arrangement, lane);

  return top < scroll + gtk_adjustment_get_page_size (self->vadjustment) && top + lane_height (self->arrangement, lane) > scroll;
}

/* The lane that does not move: the one that was asked to change, else that of
 * the selected event where it is in sight, else the uppermost in sight. */
static guint
find_still_lane (DlTimelineView *self)
{
  guint lane = self->changed_lane == NULL ? DL_NONE : dl_arrangement_find_lane (self->arrangement, self->changed_lane);

  if (lane == DL_NONE)
    lane = selected_lane (self);
  if (lane != DL_NONE && is_in_sight (self, lane))
    return lane;
  for (lane = 0; lane + 1 < dl_arrangement_get_n_lanes (self->arrangement); lane++)
    if (is_in_sight (self, lane))
      break;
  return lane;
}

void
dl_timeline_view_note_changes (DlTimelineView *self)
{
  const DlLaneOptions *options = dl_session_get_lane_options (self->session);
  const char          *changed = NULL;
  guint                n_changed = 0;

  for (guint i = 0; self->arrangement != NULL && i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const char *key = dl_arrangement_get_lane (self->arrangement, i)->key;

      if (dl_lane_options_get_state (options, key) == dl_lane_options_get_state (&self->options.lanes, key))
        continue;
      changed = key;
      n_changed++;
    }
  g_free (self->changed_lane);
  self->changed_lane = n_changed == 1 ? g_strdup (changed) : NULL;
}

static void
set_scroll (DlTimelineView *self, double scroll)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);
  double lanes = dl_arrangement_get_lanes_height (self->arrangement);

  scroll = CLAMP (scroll, 0, MAX (lanes - page, 0));
  gtk_adjustment_configure (self->vadjustment, scroll, 0, MAX (lanes, page), gtk_adjustment_get_step_increment (self->vadjustment), gtk_adjustment_get_page_increment (self->vadjustment), page);
  self->flight_scroll_from = self->flight_scroll_to = scroll;
}

void
dl_timeline_view_replace_arrangement (DlTimelineView *self, DlArrangement *arrangement)
{
  DlArrangement   *old = self->arrangement;
  guint            selected = dl_session_get_selected_position (self->session);
  gboolean         reveal = FALSE;
  double           scroll = gtk_adjustment_get_value (self->vadjustment);
  double           page = gtk_adjustment_get_page_size (self->vadjustment);
  guint            still = DL_NONE;
  guint            lane;
  double           offset = 0;
  g_autofree char *still_key = NULL;
  g_autofree char *current_key = NULL;

  if (old != NULL && dl_arrangement_get_n_lanes (old) > 0)
    {
      still = find_still_lane (self);
      reveal = selected_lane (self) != DL_NONE && !self->keep_header && dl_timeline_view_scroll_for_event (self, selected, self->viewport.scale) == scroll;
      still_key = g_strdup (dl_arrangement_get_lane (old, still)->key);
      offset = lane_top (old, still) - scroll;
      if (self->current_lane < dl_arrangement_get_n_lanes (old))
        current_key = g_strdup (dl_arrangement_get_lane (old, self->current_lane)->key);
    }
  self->arrangement = arrangement;
  self->current_lane = DL_NONE;
  if (arrangement != NULL && current_key != NULL)
    self->current_lane = dl_arrangement_find_lane (arrangement, current_key);
  dl_timeline_view_update_current_lane (self);

  if (still_key != NULL && arrangement != NULL && self->has_viewport)
    {
      lane = dl_arrangement_find_lane (arrangement, still_key);
      if (lane == DL_NONE)
        {
          set_scroll (self, 0);
          reveal = TRUE;
        }
      else
        {
          if (offset + lane_height (arrangement, lane) < LEAST_IN_SIGHT)
            offset = 0;
          /* One that moves is followed only as far as it must be. */
          if (lane != still && lane_top (arrangement, lane) >= scroll && lane_top (arrangement, lane) + MIN (lane_height (arrangement, lane), page) <= scroll + page)
            offset = lane_top (arrangement, lane) - scroll;
          set_scroll (self, lane_top (arrangement, lane) - offset);
        }
      if (reveal && selected_lane (self) != DL_NONE)
        set_scroll (self, dl_timeline_view_scroll_for_event (self, selected, self->viewport.scale));
    }
  if (arrangement != NULL)
    {
      g_clear_pointer (&self->changed_lane, g_free);
      self->keep_header = FALSE;
    }
  g_clear_pointer (&old, dl_arrangement_unref);
}
