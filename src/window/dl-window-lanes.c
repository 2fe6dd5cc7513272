/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-window-private.h"

/* All lanes */

static void
change_field_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow   *self = data;
  DlLaneField field;

  if (dl_lane_field_from_string (g_variant_get_string (value, NULL), &field))
    dl_session_set_lane_field (self->session, field);
}

static void
change_every_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow *self = data;

  dl_session_set_lane_every (self->session, g_variant_get_boolean (value));
}

static void
collapse_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;

  dl_session_set_all_lane_states (self->session, DL_LANE_COLLAPSED);
}

static void
expand_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;

  dl_session_set_all_lane_states (self->session, DL_LANE_AUTO);
}

/* One lane: the one that the menu is of */

static void
collapse_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;

  dl_session_set_lane_state (self->session, self->menu_lane, DL_LANE_COLLAPSED);
}

static void
expand_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;

  dl_session_set_lane_state (self->session, self->menu_lane, DL_LANE_AUTO);
}

static void
change_all_rows_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow *self = data;

  dl_session_set_lane_state (self->session, self->menu_lane,
                             g_variant_get_boolean (value) ? DL_LANE_EXPANDED : DL_LANE_AUTO);
  g_simple_action_set_state (action, value);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;

  dl_session_move_lane (self->session, self->menu_lane, -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;

  dl_session_move_lane (self->session, self->menu_lane, 1);
}

/* The file that the lane is of, where it can be taken out; nullable. */
static GFile *
get_lane_file (DlWindow *self, const DlLane *lane)
{
  GPtrArray *files = dl_session_get_files (self->session);

  if (lane == NULL || lane->value == DL_NONE || files == NULL || files->len < 2 ||
      dl_session_get_lane_options (self->session)->field != DL_LANES_BY_FILE)
    return NULL;
  return dl_session_get_file_of (self->session, lane->value);
}

static void
take_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;
  guint     index, n_lanes;
  GFile    *file = get_lane_file (self, dl_view_get_lane (self->view, self->menu_lane, &index, &n_lanes));

  if (file != NULL)
    dl_window_take_out (self, file);
}

static GMenuModel *
new_lane_menu (DlWindow *self)
{
  GMenu                *menu = g_menu_new ();
  g_autoptr (GMenu)     rows = g_menu_new ();
  g_autoptr (GMenu)     places = g_menu_new ();
  g_autoptr (GMenuItem) collapse = g_menu_item_new (_ ("_Collapse"), "win.lane-collapse");
  g_autoptr (GMenuItem) expand = g_menu_item_new (_ ("_Expand"), "win.lane-expand");
  g_autoptr (GMenuItem) out = g_menu_item_new (_ ("_Take Out"), "win.lane-take-out");

  g_menu_item_set_attribute (collapse, "hidden-when", "s", "action-disabled");
  g_menu_item_set_attribute (expand, "hidden-when", "s", "action-disabled");
  g_menu_append_item (rows, collapse);
  g_menu_append_item (rows, expand);
  /* Translators: shows all the rows of a lane, however many; a toggle. */
  g_menu_append (rows, _ ("_All Its Rows"), "win.lane-all-rows");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->lane_filter));
  g_menu_append (places, _ ("Move _Up"), "win.lane-up");
  g_menu_append (places, _ ("Move _Down"), "win.lane-down");
  g_menu_item_set_attribute (out, "hidden-when", "s", "action-disabled");
  g_menu_append_item (places, out);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  return G_MENU_MODEL (menu);
}

void
dl_window_add_lane_menu (DlWindow *self, GMenu *menu)
{
  g_autoptr (GMenuModel) lane = new_lane_menu (self);

  /* Translators: what can be done with the lane of an event; a submenu. */
  g_menu_append_submenu (menu, _ ("_Lane"), lane);
}

/* Says which lane the actions are about, and what can be done with it. */
void
dl_window_set_menu_lane (DlWindow *self, const char *key)
{
  guint         index = 0;
  guint         n_lanes = 0;
  const DlLane *lane = dl_view_get_lane (self->view, key, &index, &n_lanes);

  if (lane == NULL)
    return;
  g_free (self->menu_lane);
  self->menu_lane = g_strdup (lane->key);
  g_simple_action_set_enabled (dl_window_get_action (self, "lane-collapse"), lane->state != DL_LANE_COLLAPSED);
  g_simple_action_set_enabled (dl_window_get_action (self, "lane-expand"), lane->state == DL_LANE_COLLAPSED);
  g_simple_action_set_enabled (dl_window_get_action (self, "lane-all-rows"),
                               lane->state != DL_LANE_AUTO || dl_view_keeps_rows_back (self->view, index));
  g_simple_action_set_state (dl_window_get_action (self, "lane-all-rows"),
                             g_variant_new_boolean (lane->state == DL_LANE_EXPANDED));
  g_simple_action_set_enabled (dl_window_get_action (self, "lane-up"), index > 0);
  g_simple_action_set_enabled (dl_window_get_action (self, "lane-down"), index + 1 < n_lanes);
  g_simple_action_set_enabled (dl_window_get_action (self, "lane-take-out"), get_lane_file (self, lane) != NULL);
  dl_window_update_lane_filter (self);
}

static void
build_lane_popover (DlWindow *self)
{
  g_autoptr (GMenuModel) menu = new_lane_menu (self);

  self->lane_menu = gtk_popover_menu_new_from_model (menu);
  dl_compat_name_menu (GTK_POPOVER (self->lane_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->lane_menu), FALSE);
  gtk_widget_set_halign (self->lane_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->lane_menu, self->split);
  dl_window_lead_back (self, self->lane_menu);
}

static void
lane_menu_cb (DlTimelineView *view, const char *key, double x, double y, DlWindow *self)
{
  if (self->lane_menu == NULL)
    build_lane_popover (self);
  dl_window_set_menu_lane (self, key);
  dl_window_point_at (self, self->lane_menu, self->timeline, x, y);
  gtk_popover_popup (GTK_POPOVER (self->lane_menu));
}

/* Wiring */

/* Between what else makes lanes, where there are several files. */
static void
update_lanes_by (DlWindow *self)
{
  DlTimeline           *whole = dl_session_get_whole (self->session);
  gboolean              several = whole != NULL && dl_timeline_get_n_files (whole) > 0;
  int                   n = self->lanes_by == NULL ? 0 : g_menu_model_get_n_items (G_MENU_MODEL (self->lanes_by));
  g_autoptr (GMenuItem) item = NULL;

  if (self->lanes_by == NULL || (n == DL_N_LANE_FIELDS) == several)
    return;
  if (!several)
    {
      g_menu_remove (self->lanes_by, n - 2);
      return;
    }
  item = g_menu_item_new (_ ("_File"), NULL);
  g_menu_item_set_action_and_target (item, "win.lanes", "s", dl_lane_field_to_string (DL_LANES_BY_FILE));
  g_menu_insert_item (self->lanes_by, n - 1, item);
}

GMenuModel *
dl_window_new_lanes_menu (DlWindow *self)
{
  static const struct
  {
    const char *label;
    DlLaneField field;
  } fields[] = {
    { N_ ("_Topic"), DL_LANES_BY_TOPIC },
    { N_ ("_Person"), DL_LANES_BY_PERSON },
    { N_ ("Pl_ace"), DL_LANES_BY_PLACE },
    { N_ ("_Status"), DL_LANES_BY_STATUS },
    { N_ ("S_ource"), DL_LANES_BY_SOURCE },
    { N_ ("Spea_ker"), DL_LANES_BY_SPEAKER },
    /* Translators: no lanes: all events in one. */
    { N_ ("_None"), DL_LANES_NONE },
  };
  GMenu            *menu = g_menu_new ();
  GMenu            *by = g_menu_new ();
  g_autoptr (GMenu) events = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (fields[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.lanes", "s", dl_lane_field_to_string (fields[i].field));
      g_menu_append_item (by, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (by));
  g_clear_object (&self->lanes_by);
  self->lanes_by = by;
  update_lanes_by (self);
  /* Translators: a toggle: an event with several topics stands in the lane of
   * each, not only of the first. */
  g_menu_append (events, _ ("Each Event in All _Its Lanes"), "win.lanes-every");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (events));
  g_menu_append (all, _ ("_Expand All"), "win.expand-lanes");
  g_menu_append (all, _ ("_Collapse All"), "win.collapse-lanes");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

/* The menu says what holds: another file may have come with the usual lanes. */
void
dl_window_update_lanes (DlWindow *self)
{
  const DlLaneOptions *options = dl_session_get_lane_options (self->session);
  DlTimeline          *timeline = dl_session_get_timeline (self->session);
  gboolean             has_events = timeline != NULL && dl_timeline_get_n_events (timeline) > 0;
  gboolean             several = options->field != DL_LANES_BY_PLACE && options->field != DL_LANES_BY_STATUS &&
                     options->field != DL_LANES_BY_FILE && options->field != DL_LANES_NONE;

  update_lanes_by (self);
  g_simple_action_set_state (dl_window_get_action (self, "lanes"),
                             g_variant_new_string (dl_lane_field_to_string (options->field)));
  g_simple_action_set_state (dl_window_get_action (self, "lanes-every"), g_variant_new_boolean (options->every));
  g_simple_action_set_enabled (dl_window_get_action (self, "lanes"), has_events);
  g_simple_action_set_enabled (dl_window_get_action (self, "lanes-every"), has_events && several);
  g_simple_action_set_enabled (dl_window_get_action (self, "expand-lanes"), has_events);
  g_simple_action_set_enabled (dl_window_get_action (self, "collapse-lanes"), has_events);
}

void
dl_window_init_lanes (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "lanes", .parameter_type = "s", .state = "'topic'", .change_state = change_field_cb },
    { .name = "lanes-every", .state = "false", .change_state = change_every_cb },
    { .name = "expand-lanes", .activate = expand_all_cb },
    { .name = "collapse-lanes", .activate = collapse_all_cb },
    { .name = "lane-collapse", .activate = collapse_cb },
    { .name = "lane-expand", .activate = expand_cb },
    { .name = "lane-all-rows", .state = "false", .change_state = change_all_rows_cb },
    { .name = "lane-up", .activate = move_up_cb },
    { .name = "lane-down", .activate = move_down_cb },
    { .name = "lane-take-out", .activate = take_out_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self->timeline, "lane-menu", G_CALLBACK (lane_menu_cb), self);
  g_signal_connect_swapped (self->session, "lanes-changed", G_CALLBACK (dl_window_update_lanes), self);
}
