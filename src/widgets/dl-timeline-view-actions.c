/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys do on the timeline: the actions that the table of keys names. */
#include "widgets/dl-keys.h"
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
  else if (dl_timeline_view_focus_is_on_related (self))
    dl_timeline_view_focus_related (self, direction);
  else if (dl_timeline_view_focus_is_on_count (self))
    dl_timeline_view_focus_count (self, direction);
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
follow_relation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  follow (self, dl_timeline_view_follow_relation (self, g_variant_get_int32 (parameter)));
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
  g_signal_emit_by_name (self, "read", selected);
}

static void
centre_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  guint           selected = dl_session_get_selected_position (self->session);

  if (selected == DL_NONE)
    {
      follow (self, dl_view_step_event (self->view, 0));
      return;
    }
  self->n_centred = self->centred_event == selected ? self->n_centred + 1 : 0;
  self->centred_event = selected;
  dl_view_fly_to (self->view, selected, self->n_centred > 0);
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
    dl_timeline_view_ask_menu (self, CLAMP (op->x + op->w / 2, 0, dl_view_get_width (self->view)),
                               op->y - dl_scene_get_scroll (scene) + op->h);
}

/* Lanes: that of the selected event */

/* Fewer (-1): from all rows to the usual ones, then to none. More (1): to the
 * usual rows, then to all where there are more. */
static void
show_rows_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  gboolean        more = g_variant_get_int32 (parameter) > 0;
  guint           index, n_lanes;
  const DlLane   *lane = dl_view_get_lane (self->view, NULL, &index, &n_lanes);
  gboolean        collapsed = lane != NULL && lane->state == DL_LANE_COLLAPSED;

  if (lane == NULL || (more ? !collapsed && !dl_view_keeps_rows_back (self->view, index) : collapsed))
    gtk_widget_error_bell (widget);
  else if (more)
    dl_session_set_lane_state (self->session, lane->key, collapsed ? DL_LANE_AUTO : DL_LANE_EXPANDED);
  else
    dl_session_set_lane_state (self->session, lane->key,
                               lane->state == DL_LANE_EXPANDED ? DL_LANE_AUTO : DL_LANE_COLLAPSED);
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

void
dl_timeline_view_add_actions (GtkWidgetClass *klass)
{
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
    { "timeline.follow-relation", "i", follow_relation_action },
    { "timeline.enter", NULL, enter_action },
    { "timeline.centre", NULL, centre_action },
    { "timeline.turn-page", "i", turn_page_action },
    { "timeline.zoom", "d", zoom_action },
    { "timeline.menu", NULL, menu_action },
    { "timeline.show-rows", "i", show_rows_action },
    { "timeline.move-lane", "i", move_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].func);
  dl_keys_bind (klass, "timeline.");
}
