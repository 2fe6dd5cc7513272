/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What parts of the picture say and do for who does not see them, or has no pointer; and what stands
 * around it. */
#include "widget-fixture.h"

#include <string.h>

#include "widgets/dl-filter-chips.h"
#include "widgets/dl-lane-proxy.h"
#include "widgets/dl-measure-bar.h"
#include "widgets/dl-overview-view.h"
#include "widgets/dl-timeline-view.h"

static void
open_text (WidgetFixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  dl_session_open_text (self->session, bytes);
  WAIT_FOR (!dl_session_get_loading (self->session));
}

/* Shows a widget of the view in a window, until it rests. */
static GtkWidget *
show (WidgetFixture *self, GtkWidget *widget)
{
  GtkWidget *window;

  dl_view_set_animated (self->view, FALSE);
  window = widget_tree_show (widget, 1000, 600);
  WAIT_FOR (dl_view_get_scene (self->view) != NULL && dl_view_get_at_rest (self->view));
  return window;
}

static gboolean
is_in_sight (WidgetFixture *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (dl_session_get_timeline (self->session), position);
  DlInstant            from, to;

  return dl_view_get_destination (self->view, &from, &to) && dl_instant_compare (from, record->start) <= 0 &&
         dl_instant_compare (record->end, to) <= 0;
}

/* The picture */

#define FOLDED                                                                                                         \
  "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"1900-01-01\", \"related\": [{\"event\": \"z\", "  \
  "\"type\": \"leads-to\"}]}, {\"title\": \"Second\", \"date\": \"1900-01-08\"}, "                                     \
  "{\"title\": \"Third\", \"date\": \"1950-01-01\"}, {\"title\": \"Fourth\", \"date\": \"1950-01-08\"}, "              \
  "{\"title\": \"Fifth\", \"date\": \"2000-01-01\"}, {\"id\": \"z\", \"title\": \"Sixth\", \"date\": "                 \
  "\"2000-01-08\"}]}"

/* Each opens the fold that it names. */
static void
test_folds (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *timeline = dl_timeline_view_new (self->view);
  GtkWidget *window;

  open_text (self, FOLDED);
  dl_view_set_fold (self->view, TRUE);
  window = show (self, timeline);
  WAIT_FOR (widget_tree_find_named (timeline, "begins or ends from January 1950") != NULL);
  g_assert_nonnull (widget_tree_find_named (timeline, "begins or ends from January 1900"));
  g_signal_emit_by_name (widget_tree_find_named (timeline, "begins or ends from January 1950"), "clicked");
  WAIT_FOR (widget_tree_find_named (timeline, "begins or ends from January 1950") == NULL);
  dl_view_fit (self->view);
  WAIT_FOR (widget_tree_find_named (timeline, "begins or ends from January 1900") != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What lies beyond the edges is told on its side, and one comes to the nearest of it. */
static void
test_beyond (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *timeline = dl_timeline_view_new (self->view);
  GtkWidget *window;
  GtkWidget *later;

  open_text (self, FOLDED);
  dl_view_set_fold (self->view, FALSE);
  window = show (self, timeline);
  dl_view_show_range (self->view, DL_INSTANT (-631152000 - 86400), DL_INSTANT (-631152000 + 10 * 86400));
  WAIT_FOR ((later = widget_tree_find_named (timeline, "2 later events, the nearest is Fifth")) != NULL);
  g_assert_nonnull (widget_tree_find_named (timeline, "2 earlier events, the nearest is Second"));
  g_assert_false (is_in_sight (self, 4));
  g_signal_emit_by_name (later, "clicked");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 4);
  g_assert_true (is_in_sight (self, 4));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is related to the selected event, and out of sight, can be gone to. */
static void
test_related (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *timeline = dl_timeline_view_new (self->view);
  GtkWidget *window;

  open_text (self, FOLDED);
  dl_view_set_fold (self->view, FALSE);
  window = show (self, timeline);
  dl_view_show_range (self->view, DL_INSTANT (-2208988800 - 86400), DL_INSTANT (-2208988800 + 10 * 86400));
  dl_session_select (self->session, 0);
  WAIT_FOR (widget_tree_find_named (timeline, "leads to") != NULL &&
            widget_tree_find_named (timeline, "Sixth") != NULL);
  g_signal_emit_by_name (widget_tree_find_named (timeline, "Sixth"), "clicked");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 5);
  g_assert_true (is_in_sight (self, 5));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What others have added to the file is told with the event. */
static void
test_news (WidgetFixture *self, gconstpointer data)
{
  static const char  text[] = "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"2025-10-01\"}, "
                              "{\"title\": \"Second\", \"date\": \"2025-10-05\"}, "
                              "{\"title\": \"Third\", \"date\": \"2025-10-03\"}]}";
  GtkWidget         *timeline = dl_timeline_view_new (self->view);
  GtkWidget         *window = show (self, timeline);
  g_autofree char   *path = g_file_get_path (dl_session_get_file (self->session));
  g_autoptr (GError) error = NULL;

  WAIT_FOR (widget_tree_find_named (timeline, "Second, ") != NULL);
  g_assert_null (widget_tree_find_named (timeline, "; New"));
  dl_session_set_reread (self->session, DL_REREAD_AT_ONCE);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  dl_session_look_at_file (self->session);
  WAIT_FOR (widget_tree_find_named (timeline, "Third, ") != NULL);
  g_assert_nonnull (strstr (dl_session_get_news_label (self->session, 1), "New"));
  WAIT_FOR (widget_tree_find_named (timeline, "; New") != NULL);
  g_assert_true (widget_tree_find_named (timeline, "; New") == widget_tree_find_named (timeline, "Third, "));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_lane (void)
{
  GtkWidget *proxy = g_object_ref_sink (dl_lane_proxy_new ());

  for (guint i = 0; i < 4; i++)
    {
      gboolean collapsed = i % 2 == 0;

      dl_lane_proxy_set (DL_LANE_PROXY (proxy), "Lane", collapsed, graphene_rect_zero ());
      gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_EXPANDED, collapsed ? FALSE : TRUE);
      gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lane");
    }
  g_assert_finalize_object (proxy);
}

/* Around it */

static gpointer
get_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* The overview's keys lead to the ends, a double click to all of it. */
static void
test_overview (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *timeline = dl_timeline_view_new (self->view);
  GtkWidget *overview = dl_overview_view_new (self->view);
  GtkWidget *slider = widget_tree_find (overview, GTK_TYPE_RANGE, NULL);
  GtkWidget *window;

  gtk_widget_set_vexpand (timeline, TRUE);
  gtk_box_append (GTK_BOX (box), timeline);
  gtk_box_append (GTK_BOX (box), overview);
  open_text (self, FOLDED);
  dl_view_set_fold (self->view, FALSE);
  window = show (self, box);
  dl_view_show_range (self->view, DL_INSTANT (-631152000), DL_INSTANT (-631152000 + 1000 * 86400.0));
  WAIT_FOR (dl_view_get_at_rest (self->view) && gtk_widget_get_width (overview) > 0);
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_START);
  g_assert_true (is_in_sight (self, 0));
  g_assert_false (is_in_sight (self, 5));
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_END);
  g_assert_true (is_in_sight (self, 5));
  g_assert_false (is_in_sight (self, 0));
  g_signal_emit_by_name (get_click (overview), "released", 2, 10.0, 10.0);
  g_assert_true (is_in_sight (self, 0) && is_in_sight (self, 5));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is measured can be taken along, and ended. */
static void
test_measure (WidgetFixture *self, gconstpointer data)
{
  GtkWidget          *bar = widget_fixture_make (DL_TYPE_MEASURE_BAR, "session", self->session);
  g_auto (GValue)     value = G_VALUE_INIT;
  GdkContentProvider *content;

  dl_session_select (self->session, 0);
  dl_session_measure_to (self->session, 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (bar), "");
  g_signal_emit_by_name (gtk_widget_get_ancestor (widget_tree_find_named (bar, "Copy"), GTK_TYPE_BUTTON), "clicked");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (bar));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "4 days · 2 events"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (widget_tree_find_named (bar, "Stop measuring"), GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_cmpuint (dl_session_get_other (self->session), ==, DL_NONE);
  g_assert_finalize_object (bar);
}

/* A button says what it will do, not what is. */
static void
test_chips (WidgetFixture *self, gconstpointer data)
{
  GtkWidget           *chips = widget_fixture_make (DL_TYPE_FILTER_CHIPS, "session", self->session);
  g_autoptr (DlFilter) filter = dl_filter_new ();

  dl_filter_set (filter, DL_FILTER_STATUS, dl_status_to_string (DL_STATUS_PLANNED), DL_FILTER_WITH);
  dl_session_set_filter (self->session, filter);
  for (guint i = 0; i < 4; i++)
    {
      dl_session_set_filter_hides (self->session, i % 2 == 0);
      g_assert_true (widget_tree_has_label (chips, i % 2 == 0 ? "hidden" : "dimmed"));
      g_assert_true (widget_tree_has_label (chips, i % 2 == 0 ? "Dim Them" : "Hide Them"));
    }
  g_assert_finalize_object (chips);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/picture-parts/folds", NULL, test_folds);
  WIDGET_TEST ("/picture-parts/beyond", NULL, test_beyond);
  WIDGET_TEST ("/picture-parts/related", NULL, test_related);
  WIDGET_TEST ("/picture-parts/news", NULL, test_news);
  g_test_add_func ("/picture-parts/lane", test_lane);
  WIDGET_TEST ("/picture-parts/overview", NULL, test_overview);
  WIDGET_TEST ("/picture-parts/measure", NULL, test_measure);
  WIDGET_TEST ("/picture-parts/chips", NULL, test_chips);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
