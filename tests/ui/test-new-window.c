/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window is from the start: as the settings have it, and as its view is. */
#include "config.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <string.h>

#include "widget-fixture.h"

#include "widgets/dl-announcer.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-split.h"
#include "window/dl-window.h"

static void
test_settings (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings)        settings = g_settings_new_with_backend (APP_ID, backend);
  GtkWidget                   *window;
  GtkWidget                   *split;
  gboolean                     wheel_zooms;
  guint                        n_folded = 0;
  int                          width, height;

  g_settings_set_int (settings, "window-width", 1000);
  g_settings_set_int (settings, "window-height", 700);
  g_settings_set_int (settings, "detail-width", 450);
  g_settings_set_boolean (settings, "show-details", FALSE);
  g_settings_set_boolean (settings, "wheel-zooms", TRUE);
  window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);
  split = widget_tree_find (window, DL_TYPE_SPLIT, NULL);

  /* As it was left. */
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 700);
  g_assert_cmpint (widget_fixture_get_side_width (split), ==, 450);
  g_assert_false (dl_split_get_show_side (DL_SPLIT (split)));
  g_assert_true (dl_view_get_fold (self->view));
  g_object_get (widget_tree_find (window, DL_TYPE_TIMELINE_VIEW, NULL), "wheel-zooms", &wheel_zooms, NULL);
  g_assert_true (wheel_zooms);

  /* What is chosen is there at once; what is only seen now is not kept. */
  g_settings_set_boolean (settings, "show-details", TRUE);
  g_assert_true (dl_split_get_show_side (DL_SPLIT (split)));
  g_object_set (window, "show-details", FALSE, NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-details"));
  g_object_set (window, "show-details", TRUE, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-details", g_variant_new_boolean (FALSE));
  g_assert_false (g_settings_get_boolean (settings, "show-details"));
  g_signal_connect_swapped (self->view, "notify::fold", G_CALLBACK (widget_tree_count_cb), &n_folded);
  g_settings_set_boolean (settings, "fold-empty-time", FALSE);
  g_assert_false (dl_view_get_fold (self->view));
  g_assert_cmpuint (n_folded, ==, 1);

  /* What the window has become is kept, as far as the settings take it. */
  dl_split_set_side_width (DL_SPLIT (split), 333);
  g_assert_cmpint (g_settings_get_int (settings, "detail-width"), ==, 333);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 100);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1100);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 290);
  /* But an open window does not become what another one has. */
  g_settings_set_int (settings, "window-width", 640);
  g_settings_set_int (settings, "detail-width", 600);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (widget_fixture_get_side_width (split), ==, 333);
  widget_tree_close_window (window);
}

/* Settings that an administrator has fixed take nothing else from the reader. */
static void
test_fixed_settings (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_null_settings_backend_new ();
  g_autoptr (GSettings)        settings = g_settings_new_with_backend (APP_ID, backend);
  GtkWidget                   *window;

  g_assert_false (g_settings_is_writable (settings, "wheel-zooms"));
  window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);
  g_assert_true (gtk_widget_is_sensitive (widget_tree_find (window, DL_TYPE_TIMELINE_VIEW, NULL)));
  g_assert_true (gtk_widget_is_sensitive (widget_tree_find (window, DL_TYPE_SPLIT, NULL)));
  widget_tree_close_window (window);
}

/* A window of a view that shows something already shows it too. */
static void
test_window_of_view (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GSettings)    settings = g_settings_new (APP_ID);
  GtkWidget               *window;
  GtkWidget               *split;
  gboolean                 needed;
  DlView                  *view;
  static const char *const of_event[] = { "read", "zoom-to-event", "copy", "copy-title", "present-lane" };

  dl_session_select (self->session, 1);
  window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);
  split = widget_tree_find (window, DL_TYPE_SPLIT, NULL);
  g_object_get (window, "view", &view, NULL);
  g_assert_true (view == self->view);
  g_object_unref (view);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "two.dateline.json");
  g_assert_true (gtk_widget_get_child_visible (split));
  g_object_get (split, "side-needed", &needed, NULL);
  g_assert_true (needed);
  for (guint i = 0; i < G_N_ELEMENTS (of_event); i++)
    g_assert_true (widget_fixture_is_enabled (window, of_event[i]));
  g_assert_true (widget_fixture_is_enabled (window, "lanes"));
  dl_session_select (self->session, DL_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (of_event); i++)
    g_assert_false (widget_fixture_is_enabled (window, of_event[i]));
  widget_tree_close_window (window);
}

/* The same, but for what is hidden. */
static gboolean
shows_label (GtkWidget *widget, const char *text)
{
  if (!GTK_IS_WINDOW (widget) && !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    return widget_tree_has_label (widget, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;
  return FALSE;
}

/* How many are let through stands under the title; where these are none, it is said,
 * with a way out, and not that the file has none. */
static void
test_filter (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);

  g_assert_true (widget_tree_has_label (window, "2 events"));
  for (guint hides = 0; hides < 2; hides++)
    {
      g_autoptr (DlFilter) filter = dl_filter_new ();
      GtkWidget           *button;

      dl_session_set_filter_hides (self->session, hides != 0);
      dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_NOT);
      dl_session_set_filter (self->session, filter);
      g_assert_true (widget_tree_has_label (window, "2 of 2 events"));
      g_assert_false (shows_label (window, "No event matches the filter"));

      dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_WITH);
      dl_session_set_filter (self->session, filter);
      g_assert_true (widget_tree_has_label (window, "0 of 2 events"));
      g_assert_true (shows_label (window, "No event matches the filter"));
      g_assert_false (widget_tree_has_label (window, "This timeline has no events"));
      /* The chips have the one button for that. */
      g_assert_true (shows_label (window, "Timeline"));
      button = widget_tree_find (window, GTK_TYPE_BUTTON, "Clear All");
      g_assert_true (gtk_widget_get_visible (button));
      g_signal_emit_by_name (button, "clicked");
      g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
      g_assert_false (shows_label (window, "No event matches the filter"));
      g_assert_true (widget_tree_has_label (window, "2 events"));
    }
  widget_tree_close_window (window);
}

static void
wait_until_said (GtkWidget *announcer, const char *text)
{
  guint id = g_timeout_add_seconds (DEADLINE_SECONDS, widget_tree_deadline_cb, (gpointer) text);

  for (;;)
    {
      g_autofree char *other =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (announcer), GTK_ACCESSIBLE_PROPERTY_LABEL, text);

      if (other == NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
}

static const char two_topics[] =
  "{\"dateline\": 1, \"topics\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}], \"events\": ["
  "{\"title\": \"First\", \"date\": \"2025-10-01\", \"topics\": [\"a\"]}, "
  "{\"title\": \"Second\", \"date\": \"2025-10-05\", \"topics\": [\"b\"]}]}";

/* What a menu has built stays; it is closed. */
static void
close_menus (GtkWidget *widget)
{
  if (GTK_IS_POPOVER_MENU (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_menus (child);
}

/* Of the lane that its menu is of; and of all lanes, what is said of them. */
static void
test_lanes (WidgetFixture *self, gconstpointer data)
{
  static const char *const fields[] = { "topic", "person", "source", "speaker", "place", "status", "none" };
  g_autoptr (GSettings)    settings = g_settings_new (APP_ID);
  GtkWidget *window = dl_window_new (GTK_APPLICATION (widget_fixture_get_application ()), settings, self->view);
  GtkWidget *timeline = widget_tree_find (window, DL_TYPE_TIMELINE_VIEW, NULL);
  GtkWidget *announcer = widget_tree_find (window, DL_TYPE_ANNOUNCER, NULL);

  gtk_window_present (GTK_WINDOW (window));
  while (dl_view_get_scene (self->view) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (timeline, "lane-menu",
                             dl_arrangement_get_lane (dl_view_get_arrangement (self->view), i)->key, 1.0, 1.0);
      close_menus (window);
      g_assert_true (widget_fixture_is_enabled (window, "lane-collapse"));
      g_assert_false (widget_fixture_is_enabled (window, "lane-expand"));
      g_assert_true (widget_fixture_is_enabled (window, "lane-up") == (i == 1));
      g_assert_true (widget_fixture_is_enabled (window, "lane-down") == (i == 0));
      g_assert_false (widget_fixture_is_enabled (window, "lane-take-out"));
    }
  g_action_group_activate_action (G_ACTION_GROUP (window), "collapse-lanes", NULL);
  wait_until_said (announcer, "The lanes are collapsed");
  g_action_group_activate_action (G_ACTION_GROUP (window), "expand-lanes", NULL);
  wait_until_said (announcer, "The lanes are expanded");
  /* An event has one place and one status. */
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), "lanes", g_variant_new_string (fields[i]));
      g_assert_true (widget_fixture_is_enabled (window, "lanes-every") == (i < 4));
    }
  widget_tree_close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/new-window/settings", NULL, test_settings);
  WIDGET_TEST ("/new-window/fixed-settings", NULL, test_fixed_settings);
  WIDGET_TEST ("/new-window/of-view", NULL, test_window_of_view);
  WIDGET_TEST ("/new-window/lanes", two_topics, test_lanes);
  WIDGET_TEST ("/new-window/filter", NULL, test_filter);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
