/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys do on the timeline: actions, and a table of the keys that are bound
 * to them. */
#include "widgets/dl-timeline-view-private.h"

/* From event to event */

/* After a step the keyboard is on the event, and a screen reader says it. */
static void
follow (DlTimelineView *self, gboolean stepped)
{
  if (stepped)
    dl_timeline_view_focus_selected (self);
}

static void
step_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  int             direction = g_variant_get_int32 (parameter);

  if (dl_timeline_view_focus_is_on_fold (self))
    dl_timeline_view_focus_fold (self, direction);
  else
    follow (self, dl_view_step_event (self->view, direction));
}

static void
step_measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  follow (self, dl_view_step_measure (self->view, g_variant_get_int32 (parameter)));
}

static void
step_lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  follow (self, dl_view_step_lane (self->view, g_variant_get_int32 (parameter)));
}

static void
step_to_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  follow (self, dl_view_step_to_end (self->view, g_variant_get_int32 (parameter)));
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  guint           selected = dl_session_get_selected_position (self->session);

  if (selected == DL_NONE)
    {
      /* Back to where one was before Escape, or to the first in sight. */
      follow (self, dl_view_step_event (self->view, 0));
      return;
    }
  self->n_entered = self->entered_event == selected ? self->n_entered + 1 : 0;
  self->entered_event = selected;
  if (self->n_entered == 0)
    g_signal_emit_by_name (self, "activated", selected);
  else
    dl_view_fly_to (self->view, selected, self->n_entered > 1);
}

/* Moving */

static void
turn_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_turn_page (DL_TIMELINE_VIEW (widget)->view, g_variant_get_int32 (parameter));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_zoom (DL_TIMELINE_VIEW (widget)->view, g_variant_get_double (parameter));
}

/* Menus */

void
dl_timeline_view_ask_menu (DlTimelineView *self, double x, double y)
{
  if (dl_session_get_selected_position (self->session) != DL_NONE)
    g_signal_emit_by_name (self, "context-menu", x, y);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  DlScene        *scene = dl_view_get_scene (self->view);
  guint           selected = dl_session_get_selected_position (self->session);
  const DlOp     *op = NULL;

  if (scene != NULL && selected != DL_NONE)
    op = dl_scene_find_event (scene, selected, dl_view_get_current_lane (self->view));
  if (op != NULL)
    dl_timeline_view_ask_menu (self, CLAMP (op->x + op->w / 2, 0, dl_view_get_width (self->view)), op->y - dl_scene_get_scroll (scene) + op->h);
}

/* Lanes: that of the selected event */

/* From all rows to the usual ones, then to none. */
static void
collapse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  guint           index, n_lanes;
  const DlLane   *lane = dl_view_get_lane (self->view, NULL, &index, &n_lanes);

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
  const DlLane   *lane = dl_view_get_lane (self->view, NULL, &index, &n_lanes);

  if (lane == NULL || (lane->state != DL_LANE_COLLAPSED && dl_view_get_n_more_rows (self->view, index) == 0))
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
  const DlLane   *lane = dl_view_get_lane (self->view, NULL, &index, &n_lanes);

  if (lane == NULL || (by < 0 && index == 0) || (by > 0 && index + 1 == n_lanes))
    gtk_widget_error_bell (widget);
  else
    dl_session_move_lane (self->session, lane->key, by);
}

/* Keys */

static const struct
{
  const char                 *name;
  const char                 *type; /* of the parameter; nullable */
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "timeline.step-event", "i", step_event_action },
  { "timeline.step-measure", "i", step_measure_action },
  { "timeline.step-lane", "i", step_lane_action },
  { "timeline.step-to-end", "i", step_to_end_action },
  { "timeline.enter", NULL, enter_action },
  { "timeline.turn-page", "i", turn_page_action },
  { "timeline.zoom", "d", zoom_action },
  { "timeline.menu", NULL, menu_action },
  { "timeline.collapse-lane", NULL, collapse_action },
  { "timeline.expand-lane", NULL, expand_action },
  { "timeline.move-lane", "i", move_action },
};

/* Both of a key and of its twin on the number pad. */
static const struct
{
  guint           key, pad;
  GdkModifierType modifiers;
  const char     *action;
  double          parameter; /* as the action's type has it */
} keys[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, "timeline.step-event", -1 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, "timeline.step-event", 1 },
  { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_SHIFT_MASK, "timeline.step-measure", -1 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_SHIFT_MASK, "timeline.step-measure", 1 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, 0, "timeline.step-lane", -1 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 0, "timeline.step-lane", 1 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, 0, "timeline.step-to-end", -1 },
  { GDK_KEY_End, GDK_KEY_KP_End, 0, "timeline.step-to-end", 1 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, "timeline.turn-page", -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, "timeline.turn-page", 1 },
  { GDK_KEY_Return, GDK_KEY_KP_Enter, 0, "timeline.enter", 0 },
  { GDK_KEY_ISO_Enter, 0, 0, "timeline.enter", 0 },
  { GDK_KEY_plus, GDK_KEY_KP_Add, 0, "timeline.zoom", 2 },
  { GDK_KEY_equal, 0, 0, "timeline.zoom", 2 },
  { GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, "timeline.zoom", 0.5 },
  { GDK_KEY_Menu, 0, 0, "timeline.menu", 0 },
  { GDK_KEY_F10, 0, GDK_SHIFT_MASK, "timeline.menu", 0 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, "timeline.collapse-lane", 0 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, "timeline.expand-lane", 0 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, GDK_ALT_MASK, "timeline.move-lane", -1 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, GDK_ALT_MASK, "timeline.move-lane", 1 },
};

static void
bind (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, const char *action, double parameter)
{
  const char *type = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, action))
      type = actions[i].type;
  if (type == NULL)
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
  else if (type[0] == 'i')
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, "i", (int) parameter);
  else
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, "d", parameter);
}

void
dl_timeline_view_add_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].func);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      bind (klass, keys[i].key, keys[i].modifiers, keys[i].action, keys[i].parameter);
      if (keys[i].pad != 0)
        bind (klass, keys[i].pad, keys[i].modifiers, keys[i].action, keys[i].parameter);
    }
}
