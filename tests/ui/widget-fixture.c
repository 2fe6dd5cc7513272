/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widget-fixture.h"

static DlApplication *application;

gboolean
widget_fixture_start (int *argc, char ***argv)
{
  if (!bench_desk_open_for_test (argc, argv))
    return FALSE;
  gtk_init ();
  application = dl_application_new (TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return TRUE;
}

DlApplication *
widget_fixture_get_application (void)
{
  return application;
}

void
widget_fixture_set_up (WidgetFixture *self, gconstpointer data)
{
  static const char  text[] = "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"2025-10-01\"}, "
                              "{\"title\": \"Second\", \"date\": \"2025-10-05\"}]}";
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "two.dateline.json", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data != NULL ? data : text, -1, &error);
  g_assert_no_error (error);
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, 2);
}

void
widget_fixture_tear_down (WidgetFixture *self, gconstpointer data)
{
  widget_tree_wait_until_gone (self->view);
  widget_tree_wait_until_gone (self->session);
}

GtkWidget *
widget_fixture_make (GType type, const char *name, gpointer object)
{
  GtkWidget          *widget = g_object_ref_sink (g_object_new (type, name, object, NULL));
  g_autoptr (GObject) held = NULL;

  g_object_get (widget, name, &held, NULL);
  g_assert_true (held == object);
  return widget;
}

gboolean
widget_fixture_is_enabled (GtkWidget *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

int
widget_fixture_get_side_width (GtkWidget *split)
{
  int width;

  g_object_get (split, "side-width", &width, NULL);
  return width;
}
