/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pointer and keys do to the frame. */
#include <math.h>

#include "widgets/dl-keys.h"
#include "widgets/dl-overview-view-private.h"

/* One notch of a wheel, and one pixel of a touchpad, in octaves; and in pixels of
 * the view where they move. */
#define NOTCH_OCTAVES 0.25
#define TOUCHPAD_OCTAVES 0.006
#define NOTCH_PIXELS 60.0

/* Of the frame, that a key moves it by, but at least so far that it is seen to move. */
#define STEP 0.25
#define LEAST_STEP 4.0

/* Of the frame, that a key moves an edge out by; inwards by so much that the one
 * undoes the other. */
#define STEP_OUT 0.25
#define STEP_IN (STEP_OUT / (1 + STEP_OUT))

/* Pointer */

static void
update_cursor (DlOverviewView *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  const char       *name = NULL;

  if (dl_overview_view_get (self) == NULL || viewport == NULL)
    return;
  switch (dl_overview_find_part (self->overview, viewport, self->pointer_x))
    {
    case DL_OVERVIEW_START:
    case DL_OVERVIEW_END:
      name = "ew-resize";
      break;
    case DL_OVERVIEW_INSIDE:
      name = "grab";
      break;
    case DL_OVERVIEW_BEFORE:
    case DL_OVERVIEW_AFTER:
    default:
      break;
    }
  if (self->hold == DL_HOLD_FRAME)
    name = "grabbing";
  else if (self->hold == DL_HOLD_START || self->hold == DL_HOLD_END)
    name = "ew-resize";
  else if (self->hold == DL_HOLD_SWEEP)
    name = "crosshair";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, DlOverviewView *self)
{
  self->pointer_x = x;
  update_cursor (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, DlOverviewView *self)
{
  GdkModifierType   state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean          wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double            pixels = wheel ? NOTCH_PIXELS : 1;
  const DlViewport *viewport = dl_view_get_viewport (self->view);

  if (dl_overview_view_get (self) == NULL || viewport == NULL || self->hold != DL_HOLD_NONE)
    return FALSE;
  if (state & GDK_SHIFT_MASK)
    {
      dx += dy;
      dy = 0;
    }
  if (dx != 0)
    dl_view_pan (self->view, dx * pixels);
  if (dy != 0)
    dl_view_zoom_at (self->view, dl_viewport_x (viewport, dl_overview_instant (self->overview, self->pointer_x)),
                     -dy * (wheel ? NOTCH_OCTAVES : TOUCHPAD_OCTAVES));
  return TRUE;
}

/* Drag */

void
dl_overview_view_let_go (DlOverviewView *self)
{
  DlHold held = self->hold;

  self->hold = DL_HOLD_NONE;
  if (held != DL_HOLD_NONE && held != DL_HOLD_SWEEP)
    dl_view_end_hold (self->view);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, DlOverviewView *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  double            left, right;

  self->pointer_x = x;
  if (dl_overview_view_get (self) == NULL || viewport == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pressed = dl_overview_find_part (self->overview, viewport, x);
  dl_overview_get_frame (self->overview, viewport, &left, &right);
  dl_overview_clip_frame (self->overview, &left, &right);
  self->hold_edge = self->pressed == DL_OVERVIEW_END ? right : left;
}

static void
begin_hold (DlOverviewView *self, GtkGestureDrag *gesture, double x)
{
  switch (self->pressed)
    {
    case DL_OVERVIEW_START:
      self->hold = DL_HOLD_START;
      break;
    case DL_OVERVIEW_END:
      self->hold = DL_HOLD_END;
      break;
    case DL_OVERVIEW_INSIDE:
      self->hold = DL_HOLD_FRAME;
      break;
    case DL_OVERVIEW_BEFORE:
    case DL_OVERVIEW_AFTER:
    default:
      self->hold = DL_HOLD_SWEEP;
      self->sweep_from = x;
      break;
    }
  if (self->hold != DL_HOLD_SWEEP)
    dl_view_begin_hold (self->view);
  self->hold_from = *dl_view_get_viewport (self->view);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, DlOverviewView *self)
{
  DlViewport viewport;
  double     x;

  if (dl_overview_view_get (self) == NULL || dl_view_get_viewport (self->view) == NULL)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, NULL);
  if (self->hold == DL_HOLD_NONE)
    {
      gboolean outside = self->pressed == DL_OVERVIEW_BEFORE || self->pressed == DL_OVERVIEW_AFTER;

      if (dx == 0 || (outside && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)))
        return;
      begin_hold (self, gesture, x);
    }
  self->pointer_x = x + dx;
  update_cursor (self);
  viewport = self->hold_from;
  viewport.width = dl_view_get_width (self->view);
  switch (self->hold)
    {
    case DL_HOLD_FRAME:
      dl_overview_move_frame (self->overview, &viewport, dx);
      break;
    case DL_HOLD_START:
    case DL_HOLD_END:
      dl_overview_move_edge (self->overview, &viewport,
                             self->hold == DL_HOLD_START ? DL_OVERVIEW_START : DL_OVERVIEW_END, self->hold_edge + dx);
      break;
    case DL_HOLD_SWEEP:
      self->sweep_to = CLAMP (x + dx, 0, dl_overview_get_width (self->overview));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    case DL_HOLD_NONE:
    default:
      return;
    }
  dl_view_move (self->view, &viewport);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, DlOverviewView *self)
{
  gboolean   swept = self->hold == DL_HOLD_SWEEP;
  DlViewport viewport;

  dl_overview_view_let_go (self);
  if (swept && dl_overview_view_get (self) != NULL && dl_view_get_resting_viewport (self->view, &viewport))
    {
      dl_overview_set_frame (self->overview, &viewport, MIN (self->sweep_from, self->sweep_to),
                             MAX (self->sweep_from, self->sweep_to));
      dl_view_fly_to_viewport (self->view, &viewport);
    }
  update_cursor (self);
}

/* Click */

static void
click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlOverviewView *self)
{
  DlViewport viewport;

  if (self->hold != DL_HOLD_NONE || dl_overview_view_get (self) == NULL ||
      !dl_view_get_resting_viewport (self->view, &viewport))
    return;
  if (n_press == 2)
    dl_view_fit (self->view);
  else if (n_press == 1 && (self->pressed == DL_OVERVIEW_BEFORE || self->pressed == DL_OVERVIEW_AFTER))
    {
      dl_overview_center_frame (self->overview, &viewport, x);
      dl_view_fly_to_viewport (self->view, &viewport);
    }
}

/* Keys */

/* Where the view is going to be, and the frame then. Returns: FALSE where there is none */
static gboolean
get_frame (DlOverviewView *self, DlViewport *viewport, double *left, double *right)
{
  if (self->hold != DL_HOLD_NONE || dl_overview_view_get (self) == NULL ||
      !dl_view_get_resting_viewport (self->view, viewport))
    return FALSE;
  dl_overview_get_frame (self->overview, viewport, left, right);
  return TRUE;
}

static void
move (DlOverviewView *self, int direction)
{
  DlViewport viewport;
  double     left, right;

  if (!get_frame (self, &viewport, &left, &right))
    return;
  dl_overview_move_frame (self->overview, &viewport, direction * MAX (STEP * (right - left), LEAST_STEP));
  dl_view_fly_to_viewport (self->view, &viewport);
}

static void
move_to_end (DlOverviewView *self, int direction)
{
  DlViewport viewport;
  double     left, right;

  if (!get_frame (self, &viewport, &left, &right))
    return;
  dl_overview_move_frame (self->overview, &viewport,
                          direction < 0 ? -left : dl_overview_get_width (self->overview) - right);
  dl_view_fly_to_viewport (self->view, &viewport);
}

static void
move_edge (DlOverviewView *self, DlOverviewPart edge, int direction)
{
  DlViewport viewport;
  double     left, right;
  gboolean   out = (direction > 0) == (edge == DL_OVERVIEW_END);

  if (!get_frame (self, &viewport, &left, &right))
    return;
  dl_overview_move_edge (self->overview, &viewport, edge,
                         (edge == DL_OVERVIEW_START ? left : right) +
                           direction * (out ? STEP_OUT : STEP_IN) * (right - left));
  dl_view_fly_to_viewport (self->view, &viewport);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (DL_OVERVIEW_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
move_to_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_to_end (DL_OVERVIEW_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
move_start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_edge (DL_OVERVIEW_VIEW (widget), DL_OVERVIEW_START, g_variant_get_int32 (parameter));
}

static void
move_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_edge (DL_OVERVIEW_VIEW (widget), DL_OVERVIEW_END, g_variant_get_int32 (parameter));
}

static void
turn_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_turn_page (DL_OVERVIEW_VIEW (widget)->view, g_variant_get_int32 (parameter));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_zoom (DL_OVERVIEW_VIEW (widget)->view, g_variant_get_double (parameter));
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "left");
}

/* The slider takes its keys before anybody else does: they do what the table of
 * keys says, and not what moves a slider. */
static void
move_slider_cb (GtkRange *slider, GtkScrollType scroll, DlOverviewView *self)
{
  g_signal_stop_emission_by_name (slider, "move-slider");
  switch (scroll)
    {
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_RIGHT:
      move (self, scroll == GTK_SCROLL_STEP_LEFT ? -1 : 1);
      break;
    case GTK_SCROLL_PAGE_UP:
    case GTK_SCROLL_PAGE_LEFT:
      dl_view_turn_page (self->view, -1);
      break;
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_RIGHT:
      dl_view_turn_page (self->view, 1);
      break;
    case GTK_SCROLL_START:
    case GTK_SCROLL_END:
      move_to_end (self, scroll == GTK_SCROLL_START ? -1 : 1);
      break;
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_PAGE_FORWARD:
      dl_view_zoom (self->view, 2);
      break;
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_PAGE_BACKWARD:
      dl_view_zoom (self->view, 0.5);
      break;
    case GTK_SCROLL_NONE:
    case GTK_SCROLL_JUMP:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_STEP_DOWN:
    default:
      break;
    }
}

void
dl_overview_view_add_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                 *name;
    const char                 *type; /* of the parameter; nullable */
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "overview.move", "i", move_action },
    { "overview.turn-page", "i", turn_page_action },
    { "overview.move-to-end", "i", move_to_end_action },
    { "overview.move-end", "i", move_end_action },
    { "overview.move-start", "i", move_start_action },
    { "overview.zoom", "d", zoom_action },
    { "overview.leave", NULL, leave_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].func);
  dl_keys_bind (klass, "overview.");
}

static gpointer
add (DlOverviewView *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

void
dl_overview_view_init_input (DlOverviewView *self)
{
  gpointer controller;

  controller = add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES));
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);

  controller = add (self, gtk_gesture_drag_new ());
  g_signal_connect (controller, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (controller, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (controller, "drag-end", G_CALLBACK (drag_end_cb), self);

  controller = add (self, gtk_gesture_click_new ());
  g_signal_connect (controller, "released", G_CALLBACK (click_cb), self);

  controller = add (self, gtk_event_controller_motion_new ());
  g_signal_connect (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), self);

  g_signal_connect (self->slider, "move-slider", G_CALLBACK (move_slider_cb), self);
}
