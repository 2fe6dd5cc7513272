/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Toolkit and timeline go by one number, the resolution that text is set for:
 * what multiplies it makes all text larger, and with it all that has its size
 * from text. */
#include "widgets/dl-text-size.h"

#define KEY "text-size"
#define RESOLUTION "gtk-xft-dpi"

/* As the setting counts, 1024ths of a dot an inch, where the desktop says nothing. */
#define USUAL_RESOLUTION (96 * 1024)

/* Steps that one sees, and the same ones up and down. */
static const int sizes[] = { DL_TEXT_SIZE_LEAST, 80, 90, DL_TEXT_SIZE_USUAL, 110, 125, 150, 175, 200, 250,
                             DL_TEXT_SIZE_MOST };

static int percent = DL_TEXT_SIZE_USUAL;

static void
apply (GSettings *settings)
{
  GtkSettings *toolkit = gtk_settings_get_default ();
  int          resolution = -1;

  percent = CLAMP (g_settings_get_int (settings, KEY), DL_TEXT_SIZE_LEAST, DL_TEXT_SIZE_MOST);
  /* What the desktop says comes to light when ours is taken away. That this is
   * told, and told again, costs nothing: nobody lays out before the next frame. */
  gtk_settings_reset_property (toolkit, RESOLUTION);
  if (percent == DL_TEXT_SIZE_USUAL)
    return;
  g_object_get (toolkit, RESOLUTION, &resolution, NULL);
  if (resolution <= 0)
    resolution = USUAL_RESOLUTION;
  g_debug ("text at %d %% of a resolution of %.1f", percent, resolution / 1024.0);
  g_object_set (toolkit, RESOLUTION, (int) ((gint64) resolution * percent / 100), NULL);
}

/* The desktop's value is another one; that ours is set is not told here. */
static void
desktop_changed_cb (GdkDisplay *display, const char *name, GSettings *settings)
{
  if (g_str_equal (name, RESOLUTION))
    apply (settings);
}

/* Actions */

static void
change (GAction *action, int size)
{
  g_settings_set_int (g_object_get_data (G_OBJECT (action), "settings"), KEY, size);
}

static void
larger_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (G_ACTION (action), dl_text_size_step (percent, 1));
}

static void
smaller_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (G_ACTION (action), dl_text_size_step (percent, -1));
}

static void
usual_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (G_ACTION (action), DL_TEXT_SIZE_USUAL);
}

static const GActionEntry entries[] = {
  { .name = "text-larger", .activate = larger_action },
  { .name = "text-smaller", .activate = smaller_action },
  { .name = "text-usual", .activate = usual_action },
};

static void
update_actions (GActionMap *map)
{
  const gboolean can[G_N_ELEMENTS (entries)] = { percent<DL_TEXT_SIZE_MOST, percent> DL_TEXT_SIZE_LEAST,
                                                 percent != DL_TEXT_SIZE_USUAL };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, entries[i].name)), can[i]);
}

static void
changed_cb (GSettings *settings, const char *key, GActionMap *map)
{
  apply (settings);
  update_actions (map);
}

void
dl_text_size_start (GSettings *settings, GActionMap *map)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_set_data_full (G_OBJECT (g_action_map_lookup_action (map, entries[i].name)), "settings",
                            g_object_ref (settings), g_object_unref);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (changed_cb), map, 0);
  g_signal_connect_object (gdk_display_get_default (), "setting-changed", G_CALLBACK (desktop_changed_cb), settings, 0);
  if (g_settings_get_int (settings, KEY) != DL_TEXT_SIZE_USUAL)
    apply (settings);
  update_actions (map);
}

double
dl_text_size_get_factor (void)
{
  return percent / 100.0;
}

int
dl_text_size_step (int from, int direction)
{
  if (direction > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        if (sizes[i] > from)
          return sizes[i];
      return DL_TEXT_SIZE_MOST;
    }
  for (guint i = G_N_ELEMENTS (sizes); i-- > 0;)
    if (sizes[i] < from)
      return sizes[i];
  return DL_TEXT_SIZE_LEAST;
}
