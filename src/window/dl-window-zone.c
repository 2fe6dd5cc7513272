/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "window/dl-window-private.h"

/* The action's state: "" is the file's own zone, else the zone's name. */
#define ACTION "time-zone"

static void
change_zone_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow          *self = data;
  const char        *name = g_variant_get_string (value, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZone) zone = NULL;

  if (name[0] != '\0')
    {
      zone = dl_zone_new (name, &error);
      if (zone == NULL)
        {
          dl_window_show_banner (self, error->message, FALSE);
          return;
        }
    }
  g_simple_action_set_state (action, value);
  dl_session_set_zone (self->session, zone);
}

void
dl_window_init_zones (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = ACTION, .parameter_type = "s", .state = "''", .change_state = change_zone_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
add_zone (DlWindow *self, const char *label, const char *name)
{
  /* An underscore is part of a zone's name, not a mnemonic. */
  g_auto (GStrv)        parts = g_strsplit (label, "_", -1);
  g_autofree char      *plain = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target (item, "win." ACTION, "s", name);
  g_menu_append_item (self->zones, item);
}

/* The zones that matter here: the file's, the places', the reader's, UTC. */
void
dl_window_update_zones (DlWindow *self)
{
  DlTimeline            *timeline = dl_session_get_timeline (self->session);
  g_autoptr (GTimeZone)  local = g_time_zone_new_local ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char            *local_name = g_time_zone_get_identifier (local);
  g_autofree char       *label = NULL;

  g_menu_remove_all (self->zones);
  add_zone (self, _ ("As in the File"), "");
  for (guint i = 0; timeline != NULL && i < dl_timeline_get_n_places (timeline) && g_hash_table_size (seen) < 8; i++)
    {
      const DlPlace *place = dl_timeline_get_place (timeline, i);

      if (!dl_timeline_has_value (timeline, DL_TIMELINE_PLACES, i) || place->timezone == NULL ||
          !g_hash_table_add (seen, (gpointer) dl_zone_get_name (place->timezone)))
        continue;
      add_zone (self, dl_zone_get_name (place->timezone), dl_zone_get_name (place->timezone));
    }
  if (local_name != NULL && !g_hash_table_contains (seen, local_name) && strcmp (local_name, "Etc/UTC") != 0 &&
      strcmp (local_name, "UTC") != 0)
    {
      /* Translators: the time zone of this computer; %s is its name. */
      label = g_strdup_printf (_ ("Here: %s"), local_name);
      add_zone (self, label, local_name);
    }
  if (!g_hash_table_contains (seen, "UTC"))
    add_zone (self, "UTC", "UTC");
  /* It may have come with the file. */
  g_simple_action_set_state (dl_window_get_action (self, ACTION),
                             g_variant_new_string (dl_session_get_zone (self->session) == NULL
                                                     ? ""
                                                     : dl_zone_get_name (dl_session_get_zone (self->session))));
}
