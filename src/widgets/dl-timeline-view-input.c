/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-ruler.h"
#include "widgets/dl-timeline-view-private.h"

/* One notch of a wheel, and one pixel of a touchpad, in octaves. */
#define WHEEL_OCTAVES 0.25
#define PIXEL_OCTAVES 0.006

/* One notch of a wheel, when it moves instead, and one pixel of a touchpad, as GTK's
 * own scrolled windows have it. */
#define WHEEL_PIXELS 60.0
#define PIXEL_PIXELS 2.5

/* Wheel and touchpad */

static void
zoom_at_pointer (DlTimelineView *self, double octaves)
{
  dl_view_zoom_at (self->view, self->has_pointer ? self->pointer_x : dl_view_get_width (self->view) / 2, octaves);
}

/* A wheel has one axis and zooms, or scrolls the lanes where the reader has set it so;
 * a touchpad has two, which move: it has the pinch for zooming. Over the ruler both
 * zoom. None of it depends on how many lanes there are. Turns of less than a notch
 * do their part of it. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, DlTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double          octaves = wheel ? WHEEL_OCTAVES : PIXEL_OCTAVES;
  double          pixels = wheel ? WHEEL_PIXELS : PIXEL_PIXELS;
  gboolean        over_ruler = self->pointer_y < dl_view_get_head_height (self->view);

  self->scroll_moves = FALSE;
  if (dl_view_get_viewport (self->view) == NULL)
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    zoom_at_pointer (self, -dy * octaves);
  else if (state & GDK_SHIFT_MASK)
    dl_view_pan (self->view, (dx + dy) * pixels);
  else
    {
      if (dx != 0)
        dl_view_pan (self->view, dx * pixels);
      if (dy != 0 && (over_ruler || (wheel && self->wheel_zooms)))
        zoom_at_pointer (self, -dy * octaves);
      else
        {
          self->scroll_moves = !wheel;
          if (dy != 0)
            dl_view_set_scroll (self->view, dl_view_get_scroll (self->view) + dy * pixels);
        }
    }
  return TRUE;
}

/* Fingers are on the touchpad again: what they had set going stops. */
static void
scroll_begin_cb (GtkEventControllerScroll *controller, DlTimelineView *self)
{
  dl_view_stop (self->view);
}

/* They have left it. @velocity_x, @velocity_y: units of scrolling a second */
static void
decelerate_cb (GtkEventControllerScroll *controller, double velocity_x, double velocity_y, DlTimelineView *self)
{
  if (self->scroll_moves)
    dl_view_glide (self->view, -velocity_x * PIXEL_PIXELS, -velocity_y * PIXEL_PIXELS);
}

/* From here on both fingers are the pinch's, whatever one of them has begun; no click
 * is to come of it, nor a long press. */
static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, DlTimelineView *self)
{
  double x, y;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    dl_view_begin_pinch (self->view, x);
}

static void
pinch_scale_cb (GtkGestureZoom *gesture, double scale, DlTimelineView *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    dl_view_pinch (self->view, x, scale);
}

static void
pinch_end_cb (GtkGesture *gesture, GdkEventSequence *sequence, DlTimelineView *self)
{
  dl_view_end_pinch (self->view);
}

/* Drag */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, DlTimelineView *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);

  dl_view_begin_drag (self->view);
  self->measuring = y < dl_view_get_head_height (self->view);
  if (viewport != NULL)
    self->measure_from = dl_viewport_instant (viewport, x);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, DlTimelineView *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  double            x, end, scale;

  if (viewport == NULL)
    return;
  if (!self->dragging)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      self->dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (!self->measuring)
    {
      dl_view_drag (self->view, dx, dy);
      return;
    }
  gtk_gesture_drag_get_start_point (gesture, &x, NULL);
  end = CLAMP (x + dx, 0, viewport->width);
  /* No finer than can be pointed at, which in a fold is little. */
  scale = MIN (dl_viewport_scale_at (viewport, x), dl_viewport_scale_at (viewport, end));
  dl_session_measure_range (self->session, self->measure_from, dl_viewport_instant (viewport, end),
                            dl_ruler_pointer_unit (scale));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, DlTimelineView *self)
{
  self->dragging = FALSE;
  dl_view_end_drag (self->view);
  dl_timeline_view_update_cursor (self);
}

/* It has been let go of in motion. @velocity_x, @velocity_y: pixels a second */
static void
swipe_cb (GtkGestureSwipe *gesture, double velocity_x, double velocity_y, DlTimelineView *self)
{
  if (self->dragging && !self->measuring)
    dl_view_glide (self->view, velocity_x, velocity_y);
}

/* Click */

static void
click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlTimelineView *self)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  const DlOp *op = scene == NULL ? NULL : dl_scene_pick (scene, x, y, DL_PICK_SLACK);

  if (self->dragging || scene == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* What was a fold at the first click is something else at the second. */
  if (n_press == 2 && self->clicked_fold)
    return;
  self->clicked_fold = op != NULL && (op->fold != DL_NO_FOLD || op->role == DL_ROLE_RELATION);
  if (op == NULL)
    {
      if (n_press == 2)
        dl_view_fit (self->view);
      else if (n_press == 1)
        {
          dl_session_clear_measure (self->session);
          dl_session_select (self->session, DL_NONE);
        }
      return;
    }
  if (op->event != DL_NONE &&
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK)
    {
      dl_session_measure_to (self->session, op->event);
      return;
    }
  if (dl_timeline_view_activate (self, op) || op->event == DL_NONE)
    return;
  if (n_press == 2)
    dl_view_fly_to (self->view, op->event, TRUE);
  else
    dl_timeline_view_activate_event (self, op);
}

/* The menu of what is at a point: an event, or a lane's header. Returns:
 * whether there is one */
static gboolean
ask_menu_at (DlTimelineView *self, double x, double y)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  const DlOp *op = scene == NULL ? NULL : dl_scene_pick (scene, x, y, DL_PICK_SLACK);
  guint       lane = dl_view_header_at (self->view, x, y);

  if (op != NULL && op->event != DL_NONE)
    {
      dl_view_select_in (self->view, op->event, op->lane);
      dl_timeline_view_ask_menu (self, x, y);
      return TRUE;
    }
  if (lane != DL_NONE)
    g_signal_emit_by_name (self, "lane-menu", dl_arrangement_get_lane (dl_view_get_arrangement (self->view), lane)->key,
                           x, y);
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
  if (ask_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
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
  GtkGesture         *pinch;

  controller = add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                           GTK_EVENT_CONTROLLER_SCROLL_KINETIC));
  g_signal_connect (controller, "scroll-begin", G_CALLBACK (scroll_begin_cb), self);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (controller, "decelerate", G_CALLBACK (decelerate_cb), self);

  controller = add (self, gtk_gesture_zoom_new ());
  pinch = GTK_GESTURE (controller);
  g_signal_connect (controller, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (controller, "scale-changed", G_CALLBACK (pinch_scale_cb), self);
  g_signal_connect (controller, "end", G_CALLBACK (pinch_end_cb), self);

  /* One group: a drag that has claimed its finger leaves it to a pinch that another
   * finger makes of it. The swipe is asked first, while it still is a drag. */
  controller = add (self, gtk_gesture_drag_new ());
  gtk_gesture_group (GTK_GESTURE (controller), pinch);
  g_signal_connect (controller, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (controller, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (controller, "drag-end", G_CALLBACK (drag_end_cb), self);

  controller = add (self, gtk_gesture_swipe_new ());
  gtk_gesture_group (GTK_GESTURE (controller), pinch);
  g_signal_connect (controller, "swipe", G_CALLBACK (swipe_cb), self);

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
}
