/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-ruler.h"
#include "widgets/dl-timeline-view-private.h"

/* One notch of a wheel, and one pixel of a touchpad, in octaves. */
#define WHEEL_OCTAVES 0.25
#define PIXEL_OCTAVES 0.006

/* One notch of a wheel, when it moves instead. */
#define WHEEL_PIXELS 60.0

#define SLACK 4.0

void
dl_timeline_view_select (DlTimelineView *self, guint position)
{
  dl_session_select (self->session, position);
}

/* Wheel and touchpad */

static void
zoom_at_pointer (DlTimelineView *self, double octaves)
{
  DlViewport viewport = self->viewport;
  double     x = self->has_pointer ? self->pointer_x : viewport.width / 2;

  dl_timeline_view_stop_flight (self);
  dl_viewport_zoom_at (&viewport, x, exp2 (octaves));
  dl_timeline_view_move (self, &viewport);
}

static void
pan_by (DlTimelineView *self, double pixels)
{
  DlViewport viewport = self->viewport;

  dl_timeline_view_stop_flight (self);
  dl_viewport_pan (&viewport, pixels);
  dl_timeline_view_move (self, &viewport);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, DlTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double          octaves = wheel ? WHEEL_OCTAVES : PIXEL_OCTAVES;
  double          pixels = wheel ? WHEEL_PIXELS : 1;
  gboolean        over_ruler = self->pointer_y < dl_timeline_view_get_head_height (self);

  if (!self->has_viewport)
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    zoom_at_pointer (self, -dy * octaves);
  else if (state & GDK_SHIFT_MASK)
    pan_by (self, (dx + dy) * pixels);
  else
    {
      if (dx != 0)
        pan_by (self, dx * pixels);
      if (dy != 0 && gtk_widget_get_child_visible (self->scrollbar) && !over_ruler && !self->wheel_zooms)
        gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy * pixels);
      else if (dy != 0)
        zoom_at_pointer (self, -dy * octaves);
    }
  return TRUE;
}

/* Pinch: the point between the fingers stays the same instant; the scale is
 * the gesture's total, never a product of steps. */

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, DlTimelineView *self)
{
  double x, y;

  dl_timeline_view_stop_flight (self);
  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  self->pinch_from = self->viewport;
  self->pinch_anchor = dl_viewport_instant (&self->viewport, x);
}

static void
pinch_scale_cb (GtkGestureZoom *gesture, double scale, DlTimelineView *self)
{
  DlViewport viewport = self->pinch_from;
  double     x, y;

  if (!self->has_viewport || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  viewport.width = self->viewport.width;
  viewport.scale = CLAMP (viewport.scale * scale, DL_SCALE_MIN, DL_SCALE_MAX);
  dl_viewport_place (&viewport, self->pinch_anchor, x);
  dl_timeline_view_move (self, &viewport);
}

/* Drag */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, DlTimelineView *self)
{
  dl_timeline_view_stop_flight (self);
  self->drag_from = self->viewport;
  self->measuring = y < dl_timeline_view_get_head_height (self);
  if (self->has_viewport)
    self->measure_from = dl_viewport_instant (&self->viewport, x);
  self->drag_scroll_from = gtk_adjustment_get_value (self->vadjustment);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, DlTimelineView *self)
{
  DlViewport viewport = self->drag_from;

  if (!self->has_viewport)
    return;
  if (!self->dragging)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      self->dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (self->measuring)
    {
      double x, end;
      double scale;

      gtk_gesture_drag_get_start_point (gesture, &x, NULL);
      end = CLAMP (x + dx, 0, self->viewport.width);
      /* No finer than can be pointed at, which in a fold is little. */
      scale = MIN (dl_viewport_scale_at (&self->viewport, x), dl_viewport_scale_at (&self->viewport, end));
      dl_session_measure_range (self->session, self->measure_from, dl_viewport_instant (&self->viewport, end), dl_ruler_pointer_unit (scale));
      return;
    }
  viewport.width = self->viewport.width;
  dl_viewport_pan (&viewport, -dx);
  dl_timeline_view_move (self, &viewport);
  gtk_adjustment_set_value (self->vadjustment, self->drag_scroll_from - dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, DlTimelineView *self)
{
  self->dragging = FALSE;
  dl_timeline_view_update_cursor (self);
}

/* Click */

static void
show_below (DlTimelineView *self)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);

  dl_timeline_view_fly (self, &self->viewport, MIN (gtk_adjustment_get_value (self->vadjustment) + page * 0.9, gtk_adjustment_get_upper (self->vadjustment) - page));
}

static void
click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlTimelineView *self)
{
  DlScene    *scene = dl_timeline_view_get_scene (self);
  const DlOp *op = scene == NULL ? NULL : dl_scene_pick (scene, x, y, SLACK);
  guint       other;

  if (self->dragging || scene == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* What was a fold at the first click is something else at the second. */
  if (n_press == 2 && self->clicked_fold)
    return;
  self->clicked_fold = op != NULL && op->fold != DL_NO_FOLD;
  if (op == NULL)
    {
      if (n_press == 2)
        dl_timeline_view_fit (self);
      else if (n_press == 1)
        {
          dl_session_clear_measure (self->session);
          dl_timeline_view_select (self, DL_NONE);
        }
      return;
    }
  if (op->event != DL_NONE && gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK)
    {
      dl_session_measure_to (self->session, op->event);
      return;
    }
  switch (op->role)
    {
    case DL_ROLE_TOGGLE:
    case DL_ROLE_LANE:
      dl_timeline_view_toggle_lane (self, op->lane);
      break;
    case DL_ROLE_MORE_ROWS:
      dl_session_set_lane_state (self->session, dl_arrangement_get_lane (self->arrangement, op->lane)->key, DL_LANE_EXPANDED);
      break;
    case DL_ROLE_DENSITY:
    case DL_ROLE_COUNT:
    case DL_ROLE_UNLABELLED:
      dl_timeline_view_list (self, op);
      break;
    case DL_ROLE_BELOW:
      show_below (self);
      break;
    case DL_ROLE_FOLD:
    case DL_ROLE_BREAK:
      dl_timeline_view_open_fold (self, op->fold);
      break;
    case DL_ROLE_EARLIER:
    case DL_ROLE_LATER:
      other = op->event;
      dl_timeline_view_select_in (self, other, op->lane);
      dl_timeline_view_fly_to (self, other, FALSE);
      break;
    default:
      if (op->event == DL_NONE)
        break;
      if (n_press == 2)
        dl_timeline_view_fly_to (self, op->event, TRUE);
      else
        {
          other = op->event;
          dl_timeline_view_select_in (self, other, op->lane);
          g_signal_emit_by_name (self, "activated", other);
        }
    }
}

static void
ask_menu (DlTimelineView *self, double x, double y)
{
  if (dl_session_get_selected_position (self->session) != DL_NONE)
    g_signal_emit_by_name (self, "context-menu", x, y);
}

/* The menu of what is at a point: an event, or a lane's header. Returns:
 * whether there is one */
static gboolean
ask_menu_at (DlTimelineView *self, double x, double y)
{
  DlScene    *scene = dl_timeline_view_get_scene (self);
  const DlOp *op = scene == NULL ? NULL : dl_scene_pick (scene, x, y, SLACK);
  guint       lane = dl_timeline_view_header_at (self, y);

  if (op != NULL && op->event != DL_NONE)
    {
      dl_timeline_view_select_in (self, op->event, op->lane);
      ask_menu (self, x, y);
      return TRUE;
    }
  if (lane != DL_NONE)
    g_signal_emit_by_name (self, "lane-menu", dl_arrangement_get_lane (self->arrangement, lane)->key, x, y);
  return lane != DL_NONE;
}

static void
menu_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlTimelineView *self)
{
  if (ask_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, DlTimelineView *self)
{
  ask_menu_at (self, x, y);
}

/* Pointer */

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, DlTimelineView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  self->has_pointer = TRUE;
  dl_timeline_view_update_cursor (self);
}

static void
leave_cb (GtkEventControllerMotion *controller, DlTimelineView *self)
{
  self->has_pointer = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Keys */

static void
select_and_reveal (DlTimelineView *self, guint position)
{
  dl_timeline_view_select (self, position);
  dl_timeline_view_reveal (self, position);
  dl_timeline_view_focus_selected (self);
}

static void
step_event (DlTimelineView *self, int direction)
{
  guint n = dl_timeline_get_n_events (self->timeline);
  guint selected = dl_session_get_selected_position (self->session);

  if (n == 0)
    return;
  if (!dl_timeline_view_goes_on_from (self, selected))
    selected = dl_timeline_view_goes_on_from (self, self->last_selected) ? self->last_selected : dl_timeline_view_first_in_sight (self, direction);
  else if (direction < 0)
    selected = selected > 0 ? selected - 1 : 0;
  else
    selected = MIN (selected + 1, n - 1);
  select_and_reveal (self, selected);
}

/* Measures from the selected event to the one before or after the other end. */
static void
step_measure (DlTimelineView *self, int direction)
{
  guint n = dl_timeline_get_n_events (self->timeline);
  guint other = dl_session_get_other (self->session);

  if (dl_session_get_selected_position (self->session) == DL_NONE)
    {
      step_event (self, direction);
      return;
    }
  if (other == DL_NONE)
    other = dl_session_get_selected_position (self->session);
  if ((direction < 0 && other == 0) || (direction > 0 && other + 1 >= n))
    return;
  other = direction < 0 ? other - 1 : other + 1;
  dl_session_measure_to (self->session, other);
  dl_timeline_view_reveal (self, other);
}

/* The event nearest in time in the next lane that has any. */
static void
step_lane (DlTimelineView *self, int direction)
{
  guint         n_lanes = dl_arrangement_get_n_lanes (self->arrangement);
  guint         selected = dl_session_get_selected_position (self->session);
  guint         lane, group, index;
  const DlLane *target;
  DlInstant     at;
  guint         best = DL_NONE;
  double        nearest = G_MAXDOUBLE;

  if (!dl_timeline_view_goes_on_from (self, selected))
    {
      step_event (self, direction);
      return;
    }
  dl_timeline_view_locate (self, selected, &lane, &group, &index);
  if ((direction < 0 && lane == 0) || (direction > 0 && lane + 1 >= n_lanes))
    return;
  lane = direction < 0 ? lane - 1 : lane + 1;
  target = dl_arrangement_get_lane (self->arrangement, lane);
  at = dl_timeline_get_record (self->timeline, selected)->start;
  for (guint i = 0; i < target->events->len; i++)
    {
      guint  position = g_array_index (target->events, guint32, i);
      double distance = fabs (dl_instant_distance (at, dl_timeline_get_record (self->timeline, position)->start));

      if (distance < nearest)
        {
          nearest = distance;
          best = position;
        }
    }
  if (best == DL_NONE)
    return;
  dl_timeline_view_select_in (self, best, lane);
  dl_timeline_view_reveal (self, best);
  dl_timeline_view_focus_selected (self);
}

static void
enter (DlTimelineView *self)
{
  guint selected = dl_session_get_selected_position (self->session);

  if (selected == DL_NONE)
    {
      /* Back to where one was before Escape, or to the first in sight. */
      if (dl_timeline_get_n_events (self->timeline) > 0)
        select_and_reveal (self, self->last_selected != DL_NONE ? self->last_selected : dl_timeline_view_first_in_sight (self, 1));
      return;
    }
  self->n_entered = self->entered_event == selected ? self->n_entered + 1 : 0;
  self->entered_event = selected;
  if (self->n_entered == 0)
    g_signal_emit_by_name (self, "activated", selected);
  else
    dl_timeline_view_fly_to (self, selected, self->n_entered > 1);
}

static void
turn_page (DlTimelineView *self, int direction)
{
  DlViewport viewport = self->tick_id != 0 ? self->flight_to : self->viewport;

  dl_timeline_view_jump (self);
  dl_viewport_pan (&viewport, direction * viewport.width * 0.8);
  dl_timeline_view_fly (self, &viewport, gtk_adjustment_get_value (self->vadjustment));
}

static void
ask_menu_for_selected (DlTimelineView *self)
{
  DlScene    *scene = dl_timeline_view_get_scene (self);
  guint       selected = dl_session_get_selected_position (self->session);
  const DlOp *op = NULL;

  if (scene != NULL && selected != DL_NONE)
    op = dl_scene_find_event (scene, selected, self->current_lane);
  if (op != NULL)
    ask_menu (self, CLAMP (op->x + op->w / 2, 0, self->viewport.width), op->y - dl_scene_get_scroll (scene) + op->h);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DlTimelineView *self)
{
  if (!self->has_viewport || self->arrangement == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK))
    {
      ask_menu_for_selected (self);
      return TRUE;
    }
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if ((keyval == GDK_KEY_Left || keyval == GDK_KEY_Right) && dl_timeline_view_focus_is_on_fold (self))
    return dl_timeline_view_focus_fold (self, keyval == GDK_KEY_Left ? -1 : 1);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (state & GDK_SHIFT_MASK)
        step_measure (self, -1);
      else
        step_event (self, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (state & GDK_SHIFT_MASK)
        step_measure (self, 1);
      else
        step_event (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_lane (self, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_lane (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      if (dl_timeline_get_n_events (self->timeline) > 0)
        select_and_reveal (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      if (dl_timeline_get_n_events (self->timeline) > 0)
        select_and_reveal (self, dl_timeline_get_n_events (self->timeline) - 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      turn_page (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      turn_page (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      enter (self);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      dl_timeline_view_zoom (self, 2);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      dl_timeline_view_zoom (self, 0.5);
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkEventController *
add (DlTimelineView *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

void
dl_timeline_view_init_input (DlTimelineView *self)
{
  GtkEventController *controller;

  controller = add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES));
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);

  controller = add (self, gtk_gesture_zoom_new ());
  g_signal_connect (controller, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (controller, "scale-changed", G_CALLBACK (pinch_scale_cb), self);

  controller = add (self, gtk_gesture_drag_new ());
  g_signal_connect (controller, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (controller, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (controller, "drag-end", G_CALLBACK (drag_end_cb), self);

  controller = add (self, gtk_gesture_click_new ());
  g_signal_connect (controller, "released", G_CALLBACK (click_cb), self);

  controller = add (self, gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), GDK_BUTTON_SECONDARY);
  g_signal_connect (controller, "pressed", G_CALLBACK (menu_click_cb), self);

  controller = add (self, gtk_gesture_long_press_new ());
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (controller), TRUE);
  g_signal_connect (controller, "pressed", G_CALLBACK (long_press_cb), self);

  controller = add (self, gtk_event_controller_motion_new ());
  g_signal_connect (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), self);

  controller = add (self, gtk_event_controller_key_new ());
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), self);
}
