/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the place of a timeline, and what a window says around it. */
#include "config.h"

#include <string.h>

#include "window-fixture.h"

#include "widgets/dl-detail-pane.h"
#include "widgets/dl-measure-bar.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-event-list-popover.h"
#include "window/dl-message-page.h"
#include "window/dl-search-bar.h"
#include "window/dl-toast.h"

static void
open_text (WindowFixture *self, const char *text)
{
  window_fixture_write (self->files[2], text);
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
}

/* The page that is seen in the place of the timeline; NULL where that is there. */
static GtkWidget *
get_message (WindowFixture *self)
{
  GtkWidget *page = widget_tree_find (self->window, DL_TYPE_MESSAGE_PAGE, NULL);

  return page != NULL && gtk_widget_get_child_visible (page) ? page : NULL;
}

/* A file without events says so, one of which none could be read says why, and the next one is shown. */
static void
test_messages (WindowFixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  g_assert_null (get_message (self));
  open_text (self, "{\"dateline\": 1, \"events\": []}");
  g_assert_true (widget_tree_has_label (get_message (self), "This timeline has no events"));
  g_assert_true (widget_tree_has_label (get_message (self), "Ctrl+R"));
  open_text (self, "{\"dateline\": 1, \"events\": [{\"title\": \"X\"}, {\"title\": \"Y\", \"date\": \"soon\"}]}");
  g_assert_true (widget_tree_has_label (get_message (self), "None of its events could be read"));
  {
    GPtrArray       *problems = dl_session_get_problems (self->session);
    g_autofree char *first = dl_problem_dup_words (problems->pdata[0]);
    g_autofree char *second = dl_problem_dup_words (problems->pdata[1]);
    g_autofree char *both = g_strconcat (first, "\n", second, NULL);

    g_assert_true (widget_tree_has_label (get_message (self), both));
  }
  open_text (self, TWO);
  g_assert_null (get_message (self));
}

/* What cannot be opened while nothing is open says so; with something open that stays. */
static void
test_failure (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  DlSession            *session = dl_session_new ();
  DlView               *view = dl_view_new (session);
  GtkWidget            *window = dl_window_new (GTK_APPLICATION (window_fixture_get_application ()), settings, view);

  gtk_window_present (GTK_WINDOW (window));
  window_fixture_write (self->files[2], "no timeline at all");
  dl_session_open (session, self->files[2]);
  WAIT_FOR (!dl_session_get_loading (session));
  g_assert_true (widget_tree_has_label (window, "The file cannot be opened"));
  widget_tree_close_window (window);
  widget_tree_wait_until_gone (view);
  widget_tree_wait_until_gone (session);

  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  g_assert_null (get_message (self));
  g_assert_nonnull (window_fixture_get_banner (self->window));
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 3);
}

static void
test_title (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static (THREE, strlen (THREE));

  open_text (self,
             "{\"dateline\": 1, \"title\": \"Mine\", \"description\": \"Of what\", \"events\": [{\"title\": \"D\", "
             "\"date\": \"2006\"}]}");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Mine");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (widget_tree_find (self->window, GTK_TYPE_LABEL, "Mine")), ==,
                   "Of what");
  dl_session_open_text (self->session, text);
  window_fixture_wait (self);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Three (not saved)");
}

/* How many there are, and which of them one is at. */
static void
test_search_count (WindowFixture *self, gconstpointer data)
{
  GtkWidget *bar, *entry;

  open_text (self, "{\"events\": [{\"title\": \"X 1\", \"date\": \"2001\"}, {\"title\": \"Y\", \"date\": \"2002\"}, "
                   "{\"title\": \"X 2\", \"date\": \"2003\"}]}");
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.search");
  bar = widget_tree_find (self->window, DL_TYPE_SEARCH_BAR, NULL);
  entry = widget_tree_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "x");
  WAIT_FOR (widget_tree_has_label (bar, "2 found"));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  dl_session_select (self->session, 2);
  g_assert_true (widget_tree_has_label (bar, "2 of 2"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  WAIT_FOR (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (widget_tree_has_label (bar, "No results"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "y");
  WAIT_FOR (!gtk_widget_has_css_class (entry, "error"));
  dl_search_bar_close (DL_SEARCH_BAR (bar));
  WAIT_FOR (dl_session_get_query (self->session) == NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* A list of events names each, and begins where one can go on with the keyboard. */
static void
test_event_list (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GListStore) events = g_list_store_new (DL_TYPE_EVENT);
  GtkWidget             *popover, *row;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DlEvent) event = dl_event_new (dl_session_get_timeline (self->session), i);

      g_list_store_append (events, event);
    }
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL), "list-events", events, 5.0, 5.0);
  popover = widget_tree_find (self->window, DL_TYPE_EVENT_LIST_POPOVER, NULL);
  WAIT_FOR (widget_tree_find (popover, GTK_TYPE_LABEL, "A") != NULL);
  row = gtk_widget_get_parent (widget_tree_find (popover, GTK_TYPE_LABEL, "A"));
  g_assert_true (widget_tree_has_label (row, "3 February 2001"));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A, 3 February 2001");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), popover));
}

/* What is measured is zoomed to; what the details lead to is gone to. */
static void
test_ways (WindowFixture *self, gconstpointer data)
{
  DlInstant from, to;

  dl_session_measure_range (self->session, DL_INSTANT (1000000000), DL_INSTANT (1000864000), DL_UNIT_DAY);
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_MEASURE_BAR, NULL), "zoom");
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  g_assert_cmpfloat (dl_instant_distance (from, to), <, 864000 * 2);
  g_assert_cmpint (dl_instant_compare (from, DL_INSTANT (1000000000)), <=, 0);
  g_assert_cmpint (dl_instant_compare (to, DL_INSTANT (1000864000)), >=, 0);
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_DETAIL_PANE, NULL), "go-to", 2);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 2);
  /* What the picture tells is said. */
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL), "told", "Something");
  g_assert_cmpstr (window_fixture_get_said (self->window), ==, "Something");
  window_fixture_wait_for (self, "Something");
}

/* Saying */

static void
count_cb (gpointer count)
{
  (*(guint *) count)++;
}

/* What is offered is done once, and nothing of it is left when something else is said. */
static void
test_toast (void)
{
  GtkWidget *toast = g_object_ref_sink (dl_toast_new ());
  GtkWidget *button = widget_tree_find (toast, GTK_TYPE_BUTTON, NULL);
  guint      done = 0;
  guint      dropped = 0;

  dl_toast_offer (DL_TOAST (toast), "Done", "_Undo", count_cb, &done, NULL);
  g_assert_true (widget_tree_has_label (toast, "Done"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Undo");
  g_assert_true (gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_can_target (toast));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (done, ==, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_get_can_target (toast));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (widget_tree_find (toast, GTK_TYPE_REVEALER, NULL))));

  dl_toast_offer (DL_TOAST (toast), "Done", "_Undo", count_cb, &dropped, count_cb);
  g_assert_cmpuint (dropped, ==, 0);
  dl_toast_show (DL_TOAST (toast), "Else");
  g_assert_cmpuint (dropped, ==, 1);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_false (gtk_widget_get_can_target (toast));
  g_assert_true (widget_tree_has_label (toast, "Else"));
  g_assert_finalize_object (toast);
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/window-pages/messages", NULL, test_messages);
  WINDOW_TEST ("/window-pages/failure", NULL, test_failure);
  WINDOW_TEST ("/window-pages/title", NULL, test_title);
  WINDOW_TEST ("/window-pages/search-count", NULL, test_search_count);
  WINDOW_TEST ("/window-pages/event-list", NULL, test_event_list);
  WINDOW_TEST ("/window-pages/ways", NULL, test_ways);
  g_test_add_func ("/window-pages/toast", test_toast);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
