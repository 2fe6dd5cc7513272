/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through which events a window presents, and when it ends that. */
#include "config.h"

#include <string.h>

#include "../bench/bench-desk.h"
#include "app/dl-application.h"
#include "widget-tree.h"
#include "widgets/dl-presenter.h"
#include "window/dl-window.h"

static DlApplication *application;

typedef struct
{
  DlSession *session;
  DlView    *view;
  GSettings *settings;
  GtkWidget *window;
} Fixture;

static GFile *
write_file (const char *name)
{
  g_autoptr (GString) text =
    g_string_new ("{\"dateline\": 1, \"topics\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"events\": [");
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), name, NULL);

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "%s{\"title\": \"Event %u\", \"date\": \"2025-10-%02u\", \"topics\": [\"%s\"]}",
                            i == 0 ? "" : ",", i, i + 1, i % 3 == 0 ? "a" : "b");
  g_string_append (text, "]}");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
open_file (Fixture *self, const char *name)
{
  g_autoptr (GFile) file = write_file (name);

  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  self->settings = g_settings_new (APP_ID);
  open_file (self, "nine.dateline.json");
  self->window = dl_window_new (GTK_APPLICATION (application), self->settings, self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  while (dl_view_get_viewport (self->view) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The file is so young that a window reads it a second time, to be sure: who has begun
 * that holds the session until it ends. */
static void
assert_goes (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->settings);
  assert_goes (self->view);
  assert_goes (self->session);
}

/* The presentation's window; NULL while there is none. */
static GtkWidget *
find_presentation (void)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (application)); window != NULL;
       window = window->next)
    if (DL_IS_PRESENTER (gtk_window_get_child (window->data)))
      return window->data;
  return NULL;
}

static const char *
find_label (GtkWidget *widget, const char *css_class)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, css_class))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found = find_label (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
find_title (void)
{
  return find_label (find_presentation (), "event-title");
}

/* The titles of all events from where the presentation begins, by the numbers in them. */
static char *
present (Fixture *self, const char *action)
{
  GString   *out = g_string_new (NULL);
  GtkWidget *presenter;

  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
  presenter = gtk_window_get_child (GTK_WINDOW (find_presentation ()));
  while (find_title () == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (;;)
    {
      g_autofree char *title = g_strdup (find_title ());

      g_string_append (out, title + strlen ("Event "));
      gtk_widget_activate_action (presenter, "presenter.step", "i", 1);
      if (g_str_equal (find_title (), title))
        break;
    }
  return g_string_free (out, FALSE);
}

static void
leave (void)
{
  gtk_widget_activate_action (gtk_window_get_child (GTK_WINDOW (find_presentation ())), "presenter.leave", NULL);
  g_assert_null (find_presentation ());
}

static void
assert_presents (Fixture *self, const char *action, const char *expected)
{
  g_autofree char *found = present (self, action);

  g_assert_cmpstr (found, ==, expected);
  leave ();
}

static void
set_filter (Fixture *self)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();

  dl_filter_set (filter, DL_FILTER_TOPIC, "a", DL_FILTER_WITH);
  dl_session_set_filter (self->session, filter);
}

static void
test_through (Fixture *self, gconstpointer data)
{
  assert_presents (self, "present", "012345678");
  assert_presents (self, "present-all", "012345678");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "present-shown"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "present-lane"));

  dl_session_select (self->session, 4);
  assert_presents (self, "present", "45678");
  assert_presents (self, "present-lane", "4578");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 4);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  set_filter (self);
  assert_presents (self, "present", "036");
  assert_presents (self, "present-shown", "036");
  assert_presents (self, "present-all", "012345678");
  /* One that it does not let through is followed by the next that it does. */
  dl_session_select (self->session, 4);
  assert_presents (self, "present", "6");
  /* What is left out of the timeline is left out here too. */
  dl_session_select (self->session, DL_NONE);
  dl_session_set_filter_hides (self->session, TRUE);
  assert_presents (self, "present", "036");
}

/* A presentation is of one timeline, as one is told. */
static void
test_ends (Fixture *self, gconstpointer data)
{
  g_autofree char *found = present (self, "present");

  /* Asked for again, it is the same one. */
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "present", NULL);
  g_assert_cmpstr (find_title (), ==, "Event 8");
  open_file (self, "other.dateline.json");
  g_assert_null (find_presentation ());
  g_assert_cmpstr (found, ==, "012345678");

  /* And it goes with its window. */
  g_free (present (self, "present"));
  g_assert_nonnull (find_presentation ());
}

/* The label that begins with that; NULL where there is none. */
static const char *
find_words (GtkWidget *widget, const char *start)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), start))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, start);
  return found;
}

/* What shows the event, and stands for it. */
static GtkWidget *
find_page (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "page") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_page (child);
  return found;
}

static void
press (GtkWidget *presenter, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (presenter);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        g_signal_emit_by_name (controller, "pressed", 1, 1.0, 1.0);
    }
}

/* A click leads on, and one with the other button back. */
static void
test_clicks (Fixture *self, gconstpointer data)
{
  GtkWidget *presenter;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "present", NULL);
  while (find_title () == NULL)
    g_main_context_iteration (NULL, TRUE);
  presenter = gtk_window_get_child (GTK_WINDOW (find_presentation ()));
  g_assert_cmpstr (find_title (), ==, "Event 0");
  press (presenter, GDK_BUTTON_PRIMARY);
  g_assert_cmpstr (find_title (), ==, "Event 1");
  press (presenter, GDK_BUTTON_PRIMARY);
  press (presenter, GDK_BUTTON_SECONDARY);
  g_assert_cmpstr (find_title (), ==, "Event 1");
  leave ();
}

/* Which event comes next is told where there is no other page before it. */
static void
test_next (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"events\": [{\"title\": \"First\", \"date\": \"2001\", \"quotes\": [");
  g_autofree char    *path = g_build_filename (bench_desk_get_folder (), "long.dateline.json", NULL);
  g_autoptr (GFile)   file = g_file_new_for_path (path);
  g_autofree char    *name = NULL;
  GtkWidget          *presentation;

  for (guint i = 0; i < 6; i++)
    {
      g_string_append (text, i == 0 ? "{\"text\": \"" : ", {\"text\": \"");
      for (guint j = 0; j < 60; j++)
        g_string_append (text, "Words and words. ");
      g_string_append (text, "\"}");
    }
  g_string_append (text, "]}, {\"title\": \"Second\", \"date\": \"2002\"}]}");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "present", NULL);
  presentation = find_presentation ();
  while (find_words (presentation, "1 of 2 · page 1 of ") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_words (presentation, "Next: "));
  for (guint page = 1; find_words (presentation, "Next: ") == NULL; page++)
    {
      g_assert_nonnull (find_words (presentation, "1 of 2 · page "));
      gtk_widget_activate_action (gtk_window_get_child (GTK_WINDOW (presentation)), "presenter.step", "i", 1);
      g_assert_cmpuint (page, <, 30);
    }
  g_assert_cmpstr (find_words (presentation, "Next: "), ==, "Next: Second");
  /* What is seen is what a screen reader says of the page. */
  name =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_page (presentation)), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_nonnull (name);
  g_assert_nonnull (strstr (name, "First"));
  g_assert_nonnull (strstr (name, "Words and words."));
  g_assert_nonnull (strstr (name, "1 of 2"));
  gtk_widget_activate_action (gtk_window_get_child (GTK_WINDOW (presentation)), "presenter.step", "i", 1);
  g_assert_nonnull (find_words (presentation, "2 of 2"));
  g_assert_null (find_words (presentation, "Next: "));
  leave ();
}

/* Home and End lead to the first and the last. */
static void
test_ends_of_all (Fixture *self, gconstpointer data)
{
  GtkWidget *presentation;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "present", NULL);
  while (find_title () == NULL)
    g_main_context_iteration (NULL, TRUE);
  presentation = find_presentation ();
  gtk_widget_activate_action (gtk_window_get_child (GTK_WINDOW (presentation)), "presenter.step-to-end", "i", 1);
  g_assert_cmpstr (find_title (), ==, "Event 8");
  g_assert_nonnull (find_words (presentation, "9 of 9"));
  gtk_widget_activate_action (gtk_window_get_child (GTK_WINDOW (presentation)), "presenter.step-to-end", "i", -1);
  g_assert_cmpstr (find_title (), ==, "Event 0");
  g_assert_nonnull (find_words (presentation, "1 of 9"));
  g_assert_nonnull (find_words (presentation, "Wednesday 1 October 2025"));
  leave ();
}

/* The black screen keeps what it hides. */
static void
test_black (Fixture *self, gconstpointer data)
{
  g_autofree char *found = present (self, "present");
  GtkWidget       *presenter = gtk_window_get_child (GTK_WINDOW (find_presentation ()));

  g_assert_nonnull (found);
  g_assert_false (gtk_widget_get_visible (widget_tree_find_class (presenter, "black")));
  gtk_widget_activate_action (presenter, "presenter.black", NULL);
  g_assert_true (gtk_widget_get_visible (widget_tree_find_class (presenter, "black")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_presentation ())) ==
                 widget_tree_find_class (presenter, "black"));
  gtk_test_accessible_assert_property (widget_tree_find_class (presenter, "black"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The screen is black");
  gtk_widget_activate_action (presenter, "presenter.step", "i", -1);
  g_assert_false (gtk_widget_get_visible (widget_tree_find_class (presenter, "black")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_presentation ())) == find_page (presenter));
  g_assert_cmpstr (find_title (), ==, "Event 8");
  gtk_widget_activate_action (presenter, "presenter.step", "i", -1);
  g_assert_cmpstr (find_title (), ==, "Event 7");
  gtk_widget_activate_action (presenter, "presenter.black", NULL);
  gtk_widget_activate_action (presenter, "presenter.leave", NULL);
  g_assert_nonnull (find_presentation ());
  leave ();
}

/* Nothing but what is presented is to be seen. */
static void
test_cursor (Fixture *self, gconstpointer data)
{
  g_autofree char       *found = present (self, "present");
  GtkWidget             *presenter = gtk_window_get_child (GTK_WINDOW (find_presentation ()));
  g_autoptr (GListModel) controllers = NULL;

  g_assert_nonnull (found);
  while (gtk_widget_get_cursor (presenter) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (presenter)), ==, "none");
  /* It comes back where the pointer is moved. */
  controllers = gtk_widget_observe_controllers (presenter);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", 5.0, 5.0);
    }
  g_assert_null (gtk_widget_get_cursor (presenter));
  leave ();
}

int
main (int argc, char **argv)
{
  int result;

  if (!bench_desk_open_for_test (&argc, &argv))
    return 77;
  gtk_init ();
  application = dl_application_new (TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/presenting/through", Fixture, NULL, set_up, test_through, tear_down);
  g_test_add ("/presenting/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/presenting/ends", Fixture, NULL, set_up, test_ends, tear_down);
  g_test_add ("/presenting/clicks", Fixture, NULL, set_up, test_clicks, tear_down);
  g_test_add ("/presenting/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/presenting/ends-of-all", Fixture, NULL, set_up, test_ends_of_all, tear_down);
  g_test_add ("/presenting/black", Fixture, NULL, set_up, test_black, tear_down);
  g_test_add ("/presenting/cursor", Fixture, NULL, set_up, test_cursor, tear_down);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
