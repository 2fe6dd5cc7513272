/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a key is told to do, and a letter in a menu. */
#include "config.h"

#include <string.h>

#include "widget-fixture.h"

#include "widgets/dl-keys.h"
#include "widgets/dl-list-view.h"
#include "widgets/dl-overview-view.h"
#include "widgets/dl-presenter.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-window.h"

static gboolean
class_has_action (GType type, const char *action)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const GVariantType    *parameter;
  const char            *name, *property;
  GType                  owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name, &parameter, &property);
       i++)
    if (g_str_equal (name, action))
      return TRUE;
  return FALSE;
}

/* Where the actions of a prefix are; the window's work everywhere in it. */
static const struct
{
  const char *prefix;
  GType (*get_type) (void);
  gboolean is_apart; /* in a window of its own */
} places[] = {
  { "timeline.", dl_timeline_view_get_type, FALSE }, { "entries.", dl_list_view_get_type, FALSE },
  { "overview.", dl_overview_view_get_type, FALSE }, { "presenter.", dl_presenter_get_type, TRUE },
  { "window.", gtk_window_get_type, FALSE },
};

/* Returns: an index of the above, or -1 for all of the program or the window */
static int
find_place (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (action, places[i].prefix))
      return (int) i;
  return -1;
}

/* Remembers that a key does something there. Returns: whether it does nothing else */
static gboolean
take_key (GHashTable *seen, const char *accelerator, int place)
{
  gboolean         alone = TRUE;
  gboolean         apart = place >= 0 && places[place].is_apart;
  gboolean         local = place >= 0 && !apart && places[place].get_type != gtk_window_get_type;
  g_autofree char *everywhere = g_strconcat ("everywhere ", accelerator, NULL);
  g_autofree char *somewhere = g_strconcat ("somewhere ", accelerator, NULL);
  g_autofree char *here = g_strdup_printf ("%d %s", apart || local ? place : -1, accelerator);

  if (!apart)
    {
      alone = !g_hash_table_contains (seen, local ? everywhere : somewhere);
      g_hash_table_add (seen, g_strdup (local ? somewhere : everywhere));
    }
  return g_hash_table_add (seen, g_strdup (here)) && alone;
}

/* All keys of an action, of as many lines as it has. */
static guint
count_keys (const DlKeys *table, guint n, const char *action)
{
  guint n_keys = 0;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (table[i].action, action))
      {
        g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);

        n_keys += g_strv_length (keys);
      }
  return n_keys;
}

/* What a key is told to do there is, and no key does two things in one place. */
static void
test_keys (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GSettings)  settings = g_settings_new (APP_ID);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget    *window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);
  guint         n;
  const DlKeys *table = dl_keys_get (&n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char     *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_auto (GStrv)       keys = g_strsplit (table[i].keys, " ", -1);
      g_auto (GStrv)       targets = g_strsplit (table[i].targets == NULL ? "" : table[i].targets, " ", -1);

      int place = find_place (table[i].action);

      g_test_message ("%s", table[i].action);
      g_assert_true (g_action_parse_detailed_name (table[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")));
      else if (g_str_has_prefix (name, "app."))
        g_assert_true (
          g_action_group_has_action (G_ACTION_GROUP (widget_fixture_get_application ()), name + strlen ("app.")));
      else
        g_assert_true (place >= 0 && class_has_action (places[place].get_type (), name));
      if (table[i].targets != NULL)
        g_assert_cmpuint (g_strv_length (targets), ==, g_strv_length (keys));
      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *accelerator = NULL;
          GdkModifierType  modifiers;
          guint            key;

          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
          accelerator = gtk_accelerator_name (key, modifiers);
          g_assert_true (take_key (seen, accelerator, place));
        }
      if (place < 0 || places[place].get_type == gtk_window_get_type)
        {
          g_auto (GStrv) bound = gtk_application_get_accels_for_action (
            GTK_APPLICATION (widget_fixture_get_application ()), table[i].action);

          g_assert_cmpuint (g_strv_length (bound), ==, count_keys (table, n, table[i].action));
        }
    }
  widget_tree_close_window (window);
}

/* A letter that two lines of a menu have only takes the keyboard from one to the other.
 * Returns: how many lines there are */
static guint
check_menu (GMenuModel *menu, GHashTable *letters)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
  guint                    n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        {
          g_auto (GStrv)   parts = g_strsplit (label, "__", -1);
          g_autofree char *plain = g_strjoinv ("", parts);
          const char      *mark = strchr (plain, '_');

          n++;
          if (mark != NULL && !g_hash_table_add (letters, GINT_TO_POINTER (g_ascii_tolower (mark[1]))))
            g_error ("“%s” has a letter that is taken", label);
        }
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) model = g_menu_model_get_item_link (menu, i, links[j]);
          g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);

          if (model != NULL)
            n += check_menu (model, j == 0 ? letters : own);
        }
    }
  return n;
}

/* Of all menus that were built in a widget; closes them. */
static guint
check_menus (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_POPOVER_MENU (widget) && gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)) != NULL)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

      gtk_popover_popdown (GTK_POPOVER (widget));
      return check_menu (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)), letters);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_menus (child);
  return n;
}

static void
test_menus (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);
  guint      n;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (check_menus (window), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "menu", NULL);
  n = check_menus (window);
  g_assert_cmpuint (n, >, 40);
  dl_session_select (self->session, 0);
  /* As soon as it is drawn. */
  for (; check_menus (window) == n; g_main_context_iteration (NULL, TRUE))
    gtk_widget_activate_action (widget_tree_find (window, DL_TYPE_TIMELINE_VIEW, NULL), "timeline.menu", NULL);
  widget_tree_close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/key-table/keys", NULL, test_keys);
  WIDGET_TEST ("/key-table/menus", NULL, test_menus);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
