/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include "widgets/dl-announcer.h"
#include "window/dl-toast.h"

static DlApplication *application;

gboolean
window_fixture_start (int *argc, char ***argv, gboolean programs)
{
  if (!bench_desk_open_for_test (argc, argv))
    return FALSE;
  /* Nothing of whoever runs this: no bookmarks. */
  g_setenv ("XDG_DATA_HOME", bench_desk_get_folder (), TRUE);
  if (!programs)
    g_setenv ("XDG_DATA_DIRS", "/nowhere", TRUE);
  gtk_init ();
  application = dl_application_new (TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return TRUE;
}

DlApplication *
window_fixture_get_application (void)
{
  return application;
}

void
window_fixture_write (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
}

void
window_fixture_wait (WindowFixture *self)
{
  WAIT_FOR (!dl_session_get_loading (self->session));
}

void
window_fixture_set_up (WindowFixture *self, gconstpointer data)
{
  static const char *const names[] = { "one.json", "two.json", "three.json" };
  static const char *const texts[] = { ONE, TWO, THREE };
  g_autoptr (GSettings)    settings = g_settings_new (APP_ID);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->files[i] = g_file_new_build_filename (bench_desk_get_folder (), names[i], NULL);
      window_fixture_write (self->files[i], texts[i]);
    }
  /* What has just been written is not read again, but where that is what is tried. */
  g_settings_set_enum (settings, "reread", data != NULL ? DL_REREAD_AT_ONCE : DL_REREAD_NEVER);
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  self->window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  dl_view_set_size (self->view, 1000, 600);
  dl_session_open_files (self->session, self->files, 2, NULL);
  window_fixture_wait (self);
  g_assert_cmpuint (dl_timeline_get_n_files (dl_session_get_whole (self->session)), ==, 2);
}

void
window_fixture_tear_down (WindowFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    widget_tree_close_window (self->window);
  widget_tree_wait_until_gone (self->view);
  widget_tree_wait_until_gone (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (self->files); i++)
    g_object_unref (self->files[i]);
}

void
window_fixture_activate (WindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->window, action, NULL));
}

guint
window_fixture_get_n_events (WindowFixture *self)
{
  return dl_timeline_get_n_events (dl_session_get_timeline (self->session));
}

GtkWidget *
window_fixture_find_window (GType type, const char *label, GtkWidget *but)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != but && widget_tree_find (window, type, label) != NULL)
        return window;
    }
  return NULL;
}

const char *
window_fixture_get_said (GtkWidget *window)
{
  GtkWidget *toast = widget_tree_find (window, DL_TYPE_TOAST, NULL);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (widget_tree_find (toast, GTK_TYPE_REVEALER, NULL))))
    return NULL;
  return gtk_label_get_text (GTK_LABEL (widget_tree_find (toast, GTK_TYPE_LABEL, NULL)));
}

const char *
window_fixture_get_banner (GtkWidget *window)
{
  GtkWidget *button = widget_tree_find (window, GTK_TYPE_BUTTON, "_Show Problems");
  GtkWidget *banner = gtk_widget_get_ancestor (button, GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (banner))
           ? gtk_label_get_text (GTK_LABEL (widget_tree_find (banner, GTK_TYPE_LABEL, NULL)))
           : NULL;
}

void
window_fixture_wait_for (WindowFixture *self, const char *announced)
{
  GtkAccessible *announcer = GTK_ACCESSIBLE (widget_tree_find (self->window, DL_TYPE_ANNOUNCER, NULL));
  guint          id = g_timeout_add_seconds (DEADLINE_SECONDS, widget_tree_deadline_cb, (gpointer) announced);

  for (;;)
    {
      g_autofree char *other = gtk_test_accessible_check_property (announcer, GTK_ACCESSIBLE_PROPERTY_LABEL, announced);

      if (other == NULL)
        break;
      g_test_message ("said: %s", other);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
}

gboolean
window_fixture_offers (GtkWidget *widget, const char *label)
{
  GtkWidget *button = widget_tree_find (widget, GTK_TYPE_BUTTON, label);

  for (; button != NULL && button != widget; button = gtk_widget_get_parent (button))
    if (!gtk_widget_get_visible (button) || !gtk_widget_get_child_visible (button))
      return FALSE;
  return button != NULL;
}

void
window_fixture_click (GtkWidget *widget, const char *label)
{
  g_assert_true (window_fixture_offers (widget, label));
  g_signal_emit_by_name (widget_tree_find (widget, GTK_TYPE_BUTTON, label), "clicked");
}

gpointer
window_fixture_get_controller (GtkWidget *widget, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) &&
          (button == 0 || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller;
    }
  g_assert_not_reached ();
}

GtkWidget *
window_fixture_get_offer (GtkWidget *window)
{
  GtkWidget *button = widget_tree_find (widget_tree_find (window, DL_TYPE_TOAST, NULL), GTK_TYPE_BUTTON, NULL);

  return gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button) ? button : NULL;
}

char *
window_fixture_find_action (GMenuModel *menu, const char *label)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char     *text = NULL;
      g_autofree char     *action = NULL;
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text) && g_str_equal (text, label) &&
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        return g_action_print_detailed_name (action, target);
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) model = g_menu_model_get_item_link (menu, i, links[j]);
          char                  *found = model == NULL ? NULL : window_fixture_find_action (model, label);

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}
