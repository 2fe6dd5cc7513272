/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rows of lists show and say of events and quotes, and what can be done in them. */
#include <string.h>

#include "window-fixture.h"

#include "widgets/dl-list-row.h"
#include "widgets/dl-list-view.h"

#define RICH                                                                                                           \
  "{\"dateline\": 1, \"language\": \"en\", \"people\": [{\"id\": \"p\", \"name\": \"Ada\"}], \"topics\": [{\"id\": "   \
  "\"t\", \"name\": \"Engines\"}, {\"id\": \"u\", \"name\": \"Other\"}], \"sources\": [{\"id\": \"s\", \"title\": "    \
  "\"The Book\", \"publisher\": \"The Press\"}, {\"id\": \"r\", \"title\": \"Notes\"}], \"events\": [{\"title\": "     \
  "\"Begun\", \"date\": \"2025-10-15\", \"topics\": [\"t\"], \"quotes\": [{\"text\": \"Spoken\", \"speaker\": \"p\", " \
  "\"source\": \"s\"}, {\"text\": \"Retold\", \"exact\": false, \"source\": \"r\"}]}, {\"title\": \"Hoped\", "         \
  "\"date\": \"2026-10-18\", \"status\": \"planned\", \"topics\": [\"u\"]}]}"

static GtkWidget *
show_list (WindowFixture *self, const char *view)
{
  GtkWidget *list;

  window_fixture_write (self->files[2], RICH);
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  gtk_window_present (GTK_WINDOW (self->window));
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "show-view", g_variant_new_string (view));
  WAIT_FOR ((list = widget_tree_find (self->window, DL_TYPE_LIST_VIEW, NULL)) != NULL && gtk_widget_get_mapped (list));
  return list;
}

/* The row that has these words. */
static GtkWidget *
find_row (GtkWidget *list, const char *words)
{
  GtkWidget *label;

  WAIT_FOR ((label = widget_tree_find (list, GTK_TYPE_LABEL, words)) != NULL);
  return gtk_widget_get_ancestor (label, DL_TYPE_LIST_ROW);
}

static gboolean
is_seen (GtkWidget *row, const char *css_class)
{
  GtkWidget *widget = widget_tree_find_class (row, css_class);

  return widget != NULL && gtk_widget_get_visible (widget);
}

static void
test_events (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list = show_list (self, "list");
  GtkWidget *row;

  WAIT_FOR (dl_view_get_arrangement (self->view) != NULL && dl_arrangement_get_timeline (dl_view_get_arrangement (
                                                              self->view)) == dl_session_get_timeline (self->session));
  row = find_row (list, "Begun");
  g_assert_true (widget_tree_has_label (row, "Wednesday 15 October 2025"));
  WAIT_FOR (is_seen (row, "lane") && widget_tree_has_label (row, "Engines"));
  g_assert_false (is_seen (row, "news"));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Begun, Wednesday 15 October 2025, Happened, Engines");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 of 2");
  row = find_row (list, "Hoped");
  g_assert_true (is_seen (row, "status"));
  g_assert_true (widget_tree_has_label (row, "Planned"));
  g_assert_true (gtk_widget_has_css_class (widget_tree_find_class (row, "status"), "unusual"));
  g_assert_true (widget_tree_has_label (row, "Other"));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 of 2");
  /* A heading is none that one could come to, and says how many there are below it. */
  row = find_row (list, "2026");
  g_assert_false (gtk_widget_get_focusable (gtk_widget_get_parent (row)));
  gtk_test_accessible_assert_role (widget_tree_find_class (row, "heading-title"), GTK_ACCESSIBLE_ROLE_HEADING);
}

/* What is searched for is told with its row. */
static void
test_found (WindowFixture *self, gconstpointer data)
{
  GtkWidget          *list = show_list (self, "list");
  GtkWidget          *frame = gtk_widget_get_parent (find_row (list, "Hoped"));
  g_autoptr (DlQuery) query = dl_query_new ("hoped");

  g_assert_false (gtk_widget_has_css_class (frame, "hit"));
  dl_session_search (self->session, query);
  WAIT_FOR (gtk_widget_has_css_class (frame, "hit"));
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 of 2, found");
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (find_row (list, "Begun")), "hit"));
  dl_session_search (self->session, NULL);
  WAIT_FOR (!gtk_widget_has_css_class (frame, "hit"));
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 of 2");
}

static void
test_quotes (WindowFixture *self, gconstpointer data)
{
  GtkWidget          *list = show_list (self, "quotes");
  GtkWidget          *row = find_row (list, "“Spoken”");
  GdkContentProvider *content;
  g_auto (GValue)     value = G_VALUE_INIT;

  g_assert_true (widget_tree_has_label (row, "Ada"));
  g_assert_true (widget_tree_has_label (row, "The Press · The Book"));
  g_assert_true (widget_tree_has_label (row, "Begun · 15 October 2025"));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "“Spoken”, Ada, 15 October 2025, Begun");
  g_signal_emit_by_name (widget_tree_find_named (row, "Copy with Citation"), "clicked");
  g_assert_cmpstr (window_fixture_get_said (self->window), ==, "The citation was copied.");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (list));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "“Spoken”"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "The Book"));

  row = find_row (list, "“Retold”");
  g_assert_true (widget_tree_has_label (row, "Not word for word · Notes"));
  g_assert_false (is_seen (row, "byline"));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "“Retold”, No speaker named, 15 October 2025, Not word for word, Begun");
  /* From there one comes to the event in the timeline. */
  g_signal_emit_by_name (widget_tree_find_class (row, "go"), "clicked");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 0);
  WAIT_FOR (!gtk_widget_get_mapped (list));
}

/* What others have added to the file is told with its row. */
static void
test_news (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list = show_list (self, "list");
  GtkWidget *row;

  find_row (list, "Hoped");
  window_fixture_write (
    self->files[2], "{\"events\": [{\"title\": \"Begun\", \"date\": \"2025-10-15\"}, "
                    "{\"title\": \"Hoped\", \"date\": \"2026-10-18\"}, {\"title\": \"Added\", \"date\": \"2027\"}]}");
  dl_session_look_at_file (self->session);
  row = find_row (list, "Added");
  WAIT_FOR (is_seen (row, "news"));
  g_assert_true (widget_tree_has_label (row, "New"));
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/list-rows/events", NULL, test_events);
  WINDOW_TEST ("/list-rows/found", NULL, test_found);
  WINDOW_TEST ("/list-rows/quotes", NULL, test_quotes);
  WINDOW_TEST ("/list-rows/news", REREAD, test_news);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
