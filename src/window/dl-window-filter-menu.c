/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What menus offer to filter by: the value of a lane, those of an event. */
#include <string.h>

#include <glib/gi18n.h>

#include "window/dl-window-private.h"

/* So many people, or topics, of one event; who wants another finds it in the pane. */
#define MOST_OF_FIELD 8

/* What a filter knows a value by; an id may look like what is none. */
static char *
dup_key (const char *id, guint index)
{
  return id == NULL || id[0] == '#' || g_str_equal (id, "none") ? g_strdup_printf ("#%u", index) : g_strdup (id);
}

/* What is in a menu's label is text, not a mnemonic. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu *menu, const char *label, const char *action, DlFilterField field, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(us)", (guint) field, key);
  g_menu_append_item (menu, item);
}

/* Lanes */

/* The value of the lane that a menu is about: NULL where it has none, as one of many
 * values, or of all events. */
static char *
dup_lane_key (DlWindow *self, DlFilterField *field)
{
  const char   *nick = dl_lane_field_to_string (dl_session_get_lane_options (self->session)->field);
  const DlLane *lane = NULL;
  const char   *rest;
  guint         index, n_lanes;

  if (self->menu_lane != NULL)
    lane = dl_view_get_lane (self->view, self->menu_lane, &index, &n_lanes);
  if (lane == NULL || !g_str_has_prefix (lane->key, nick) || !dl_filter_field_from_string (nick, field))
    return NULL;
  /* "topic=ID", "topic#INDEX", "topic:none", "topic:other" */
  rest = lane->key + strlen (nick);
  if (rest[0] == ':')
    return g_str_equal (rest, ":none") ? g_strdup ("none") : NULL;
  return dup_key (rest[0] == '#' ? NULL : rest + 1, lane->value);
}

void
dl_window_update_lane_filter (DlWindow *self)
{
  DlTimeline      *timeline = dl_session_get_whole (self->session);
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *only = NULL;
  g_autofree char *exclude = NULL;
  DlFilterField    field;
  g_autofree char *key = dup_lane_key (self, &field);

  g_menu_remove_all (self->lane_filter);
  if (timeline == NULL || key == NULL)
    return;
  name = dl_filter_dup_value_name (timeline, field, key);
  escaped = escape (name);
  /* Translators: in a menu: filters by this value, such as a topic. */
  only = g_strdup_printf (_ ("Show _Only %s"), escaped);
  /* Translators: in a menu: leaves out all of this value, such as a topic. */
  exclude = g_strdup_printf (_ ("E_xclude %s"), escaped);
  append (self->lane_filter, only, "win.filter-only", field, key);
  append (self->lane_filter, exclude, "win.filter-exclude", field, key);
}

/* Events */

static void
add_value (DlWindow *self, DlFilterField field, const char *key)
{
  g_autofree char *name = dl_filter_dup_value_name (dl_session_get_whole (self->session), field, key);
  g_autofree char *told = g_strdup_printf (C_ ("filter", "%s: %s"), dl_filter_field_get_label (field), name);
  g_autofree char *label = escape (told);

  append (self->event_only, label, "win.filter-only", field, key);
  append (self->event_exclude, label, "win.filter-exclude", field, key);
}

void
dl_window_update_event_filter (DlWindow *self)
{
  DlTimeline          *timeline = dl_session_get_timeline (self->session);
  guint                position = dl_session_get_selected_position (self->session);
  const DlEventRecord *record;

  g_menu_remove_all (self->event_only);
  g_menu_remove_all (self->event_exclude);
  if (timeline == NULL || position == DL_NONE)
    return;
  record = dl_timeline_get_record (timeline, position);
  for (guint i = 0; i < MIN (record->n_topics, MOST_OF_FIELD); i++)
    {
      guint            index = dl_timeline_get_event_topics (timeline, position)[i];
      g_autofree char *key = dup_key (dl_timeline_get_topic (timeline, index)->id, index);

      add_value (self, DL_FILTER_TOPIC, key);
    }
  for (guint i = 0; i < MIN (record->n_people, MOST_OF_FIELD); i++)
    {
      guint            index = dl_timeline_get_event_people (timeline, position)[i];
      g_autofree char *key = dup_key (dl_timeline_get_person (timeline, index)->id, index);

      add_value (self, DL_FILTER_PERSON, key);
    }
  if (record->place != DL_NONE)
    {
      g_autofree char *key = dup_key (dl_timeline_get_place (timeline, record->place)->id, record->place);

      add_value (self, DL_FILTER_PLACE, key);
    }
  add_value (self, DL_FILTER_STATUS, dl_status_to_string (record->status));
}

void
dl_window_add_filter_menus (DlWindow *self, GMenu *menu)
{
  /* Translators: in the menu of an event; a submenu of its topics, people, …, to filter by. */
  g_menu_append_submenu (menu, _ ("Show _Only"), G_MENU_MODEL (self->event_only));
  /* Translators: in the menu of an event; a submenu of its topics, people, …, to leave out. */
  g_menu_append_submenu (menu, _ ("E_xclude"), G_MENU_MODEL (self->event_exclude));
}

/* Wiring */

static void
filter_by (DlWindow *self, GVariant *target, DlFilterChoice choice)
{
  g_autoptr (DlFilter) filter = dl_filter_copy (dl_session_get_filter (self->session));
  const char          *key;
  guint                field;

  g_variant_get (target, "(u&s)", &field, &key);
  if (field >= DL_N_FILTER_FIELDS)
    return;
  if (choice == DL_FILTER_WITH)
    dl_filter_clear_field (filter, field);
  dl_filter_set (filter, field, key, choice);
  dl_session_set_filter (self->session, filter);
}

static void
only_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  filter_by (data, target, DL_FILTER_WITH);
}

static void
exclude_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  filter_by (data, target, DL_FILTER_NOT);
}

void
dl_window_init_filter_menus (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "filter-only", .parameter_type = "(us)", .activate = only_cb },
    { .name = "filter-exclude", .parameter_type = "(us)", .activate = exclude_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
