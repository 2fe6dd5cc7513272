/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lanes say of themselves to who does not see them, and the buttons for what stands in them. */
#include "widget-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "widgets/dl-lane-proxy.h"
#include "widgets/dl-timeline-view.h"

#define N_EVENTS 300

/* All of them in ten years, in two lanes, but for the last one. */
static char *
write_many (void)
{
  GString *text = g_string_new ("{\"dateline\": 1, \"view\": \"1999/2011\", \"topics\": [{\"id\": \"a\", \"name\": "
                                "\"Alpha\"}, {\"id\": \"b\", \"name\": \"Beta\"}], \"events\": [");

  for (guint i = 0; i < N_EVENTS; i++)
    g_string_append_printf (text,
                            "%s{\"title\": \"A title that has some length %u\", \"date\": \"%u-%02u-01\", "
                            "\"topics\": [\"%s\"]}",
                            i == 0 ? "" : ", ", i, 2000 + i / 30, 1 + i % 12, i % 3 == 0 ? "a" : "b");
  g_string_append (text, ", {\"title\": \"Long after\", \"date\": \"2040-01-01\", \"topics\": [\"b\"]}]}");
  return g_string_free (text, FALSE);
}

static GtkWidget *
show_many (WidgetFixture *self, GtkWidget **timeline)
{
  GtkWidget         *window = gtk_window_new ();
  g_autofree char   *text = write_many ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  dl_session_open_text (self->session, bytes);
  WAIT_FOR (!dl_session_get_loading (self->session));
  *timeline = dl_timeline_view_new (self->view);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 400);
  gtk_window_set_child (GTK_WINDOW (window), *timeline);
  gtk_window_present (GTK_WINDOW (window));
  dl_view_set_animated (self->view, FALSE);
  WAIT_FOR (widget_tree_find (*timeline, DL_TYPE_LANE_PROXY, NULL) != NULL && dl_view_get_at_rest (self->view));
  return window;
}

/* Each is a group of its own, with its name, its number, and whether it is open. */
static void
test_names (WidgetFixture *self, gconstpointer data)
{
  GtkWidget       *timeline, *alpha, *beta;
  GtkWidget       *window = show_many (self, &timeline);
  g_autofree char *key = NULL;
  graphene_rect_t  first, second;

  alpha = widget_tree_find_named (timeline, "Alpha, 100 events");
  beta = widget_tree_find_named (timeline, "Beta, 201 events");
  g_assert_true (DL_IS_LANE_PROXY (alpha) && DL_IS_LANE_PROXY (beta));
  gtk_test_accessible_assert_property (alpha, GTK_ACCESSIBLE_PROPERTY_LABEL, "Alpha, 100 events");
  /* They lie where the lanes do. */
  WAIT_FOR (gtk_widget_compute_bounds (alpha, timeline, &first) && first.size.width > 100);
  g_assert_true (gtk_widget_compute_bounds (beta, timeline, &second));
  g_assert_cmpfloat (first.origin.y, >=, dl_view_get_head_height (self->view) - 1);
  g_assert_cmpfloat (second.origin.y, >, first.origin.y);
  key = g_strdup (dl_arrangement_get_lane (dl_view_get_arrangement (self->view), 0)->key);
  dl_session_set_lane_state (self->session, key, DL_LANE_COLLAPSED);
  WAIT_FOR (widget_tree_find_named (timeline, "Alpha, 100 events, collapsed") != NULL);
  g_assert_true (widget_tree_find_named (timeline, "Alpha, 100 events, collapsed") == alpha);
  gtk_test_accessible_assert_state (alpha, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
take_events_cb (GtkWidget *timeline, GListModel *events, double x, double y, guint *n)
{
  *n = g_list_model_get_n_items (events);
}

/* What stands for several events says how many and since when, and lists them. */
static void
test_counts (WidgetFixture *self, gconstpointer data)
{
  GtkWidget       *timeline, *button;
  GtkWidget       *window = show_many (self, &timeline);
  guint            n = 0;
  guint            said;
  g_autofree char *name = NULL;

  button = widget_tree_find_named (timeline, " events begin here: ");
  g_assert_nonnull (button);
  g_assert_true (DL_IS_LANE_PROXY (gtk_widget_get_parent (button)));
  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_nonnull (strstr (name, "20"));
  said = (guint) strtoul (name[0] == '\'' ? name + 1 : name, NULL, 10);
  g_signal_connect (timeline, "list-events", G_CALLBACK (take_events_cb), &n);
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (n > 0);
  g_assert_cmpuint (n, ==, said);
  /* What is beyond the window is told with the lane that it is of. */
  button = widget_tree_find_named (timeline, "1 later event: Long after, Sunday 1 January 2040");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Beta, 201 events");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, N_EVENTS);
  WAIT_FOR (widget_tree_find_named (timeline, "later event") == NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* With Tab one comes from the events to what lanes count. */
static void
test_focus (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *timeline, *focus;
  GtkWidget *window = show_many (self, &timeline);

  gtk_widget_grab_focus (timeline);
  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_ancestor (focus, DL_TYPE_LANE_PROXY) != NULL);
  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_BACKWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_null (gtk_widget_get_ancestor (focus, DL_TYPE_LANE_PROXY));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/lane-parts/names", NULL, test_names);
  WIDGET_TEST ("/lane-parts/counts", NULL, test_counts);
  WIDGET_TEST ("/lane-parts/focus", NULL, test_focus);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
