/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pane of filters and its groups: finding a value, the time in sight, and where the keyboard goes. */
#include <string.h>

#include "widget-fixture.h"
#include "widgets/dl-filter-group.h"
#include "widgets/dl-filter-pane.h"
#include "widgets/dl-filter-row.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-timeline-view.h"

/* Two events a month apart, of two people: one of them is known by other names. */
#define FEW                                                                                                            \
  "{\"dateline\": 1, \"people\": [{\"id\": \"m\", \"name\": \"Mark Twain\", \"aliases\": [\"Samuel Clemens\"]}, "      \
  "{\"id\": \"o\", \"name\": \"Olivia\"}], \"events\": ["                                                              \
  "{\"title\": \"First\", \"date\": \"2025-10-01\", \"people\": [\"m\", \"o\"], \"quotes\": [{\"text\": \"So\", "      \
  "\"speaker\": \"m\"}]}, {\"title\": \"Second\", \"date\": \"2025-11-01\", \"people\": [\"o\"]}]}"

/* Opens @n events, a day and a topic each. */
static void
open_topics (WidgetFixture *self, guint n)
{
  g_autoptr (GString) text = g_string_new ("{\"dateline\": 1, \"topics\": [");
  g_autoptr (GBytes)  bytes = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\": \"t%u\", \"name\": \"Topic %02u\"}", i > 0 ? ", " : "", i, i);
  g_string_append (text, "], \"events\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"title\": \"E\", \"date\": \"2025-%02u-%02u\", \"topics\": [\"t%u\"]}",
                            i > 0 ? ", " : "", 1 + i / 28 % 12, 1 + i % 28, i);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  dl_session_open_text (self->session, bytes);
  WAIT_FOR (!dl_session_get_loading (self->session));
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, n);
}

static GtkWidget *
find_field (GtkWidget *pane)
{
  return widget_tree_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL);
}

/* Looks for a value at once, not after what a person takes to type. */
static void
find_value (GtkWidget *pane, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_field (pane)), text);
  g_signal_emit_by_name (find_field (pane), "search-changed");
}

/* The row of the value that is called so. */
static GtkWidget *
find_row (GtkWidget *widget, const char *name)
{
  GtkWidget *label = widget_tree_find (widget, GTK_TYPE_LABEL, name);

  return label == NULL ? NULL : gtk_widget_get_ancestor (label, DL_TYPE_FILTER_ROW);
}

static GtkWidget *
find_group (GtkWidget *pane, const char *name)
{
  return gtk_widget_get_ancestor (widget_tree_find (pane, GTK_TYPE_LABEL, name), DL_TYPE_FILTER_GROUP);
}

/* Finding a value */

/* It is there for fields of many values, narrows all groups, and says where there is nothing. */
static void
test_find (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_ref_sink (dl_filter_pane_new (self->view));
  GtkWidget *nothing = widget_tree_find (pane, GTK_TYPE_LABEL, "No value matches.");

  g_assert_false (gtk_widget_get_visible (find_field (pane)));
  open_topics (self, 13);
  g_assert_true (gtk_widget_get_visible (find_field (pane)));
  gtk_test_accessible_assert_property (find_field (pane), GTK_ACCESSIBLE_PROPERTY_LABEL, "Find a filter value");
  find_value (pane, "12");
  g_assert_nonnull (find_row (pane, "Topic 12"));
  g_assert_null (find_row (pane, "Topic 00"));
  g_assert_false (gtk_widget_get_visible (find_group (pane, "Status")));
  g_assert_false (gtk_widget_get_visible (nothing));
  find_value (pane, "happened");
  g_assert_true (gtk_widget_get_visible (find_group (pane, "Status")));
  g_assert_false (gtk_widget_get_visible (find_group (pane, "Topic")));
  g_assert_false (gtk_widget_get_visible (nothing));
  find_value (pane, "xyz");
  g_assert_true (gtk_widget_get_visible (nothing));
  find_value (pane, "");
  g_assert_false (gtk_widget_get_visible (nothing));
  g_assert_nonnull (find_row (pane, "Topic 00"));

  /* Where there are few again, nobody looks for one of them. */
  find_value (pane, "xyz");
  open_topics (self, 3);
  g_assert_false (gtk_widget_get_visible (find_field (pane)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (pane))), ==, "");
  WAIT_FOR (!gtk_widget_get_visible (nothing) && find_row (pane, "Topic 00") != NULL);
  g_assert_finalize_object (pane);
}

/* Of very many events one need not wait for the numbers to look for a value. */
static void
test_find_in_many (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_ref_sink (dl_filter_pane_new (self->view));

  open_topics (self, 5001);
  g_assert_true (gtk_widget_get_visible (find_field (pane)));
  g_assert_null (find_row (pane, "Topic 00"));
  WAIT_FOR (find_row (pane, "Topic 00") != NULL);
  g_assert_finalize_object (pane);
}

/* The keyboard begins where one looks for a value, else at the first one; Escape leaves off. */
static void
test_keyboard (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane = dl_filter_pane_new (self->view);
  GtkWidget *window = widget_tree_show (pane, 400, 800);

  g_assert_true (gtk_widget_grab_focus (pane));
  g_assert_true (dl_focus_is_inside (find_row (pane, "Olivia")));
  g_assert_false (dl_filter_pane_stop_finding (DL_FILTER_PANE (pane)));
  open_topics (self, 13);
  g_assert_true (gtk_widget_grab_focus (pane));
  g_assert_true (dl_focus_is_inside (find_field (pane)));
  g_assert_false (dl_filter_pane_stop_finding (DL_FILTER_PANE (pane)));
  find_value (pane, "12");
  g_assert_true (dl_filter_pane_stop_finding (DL_FILTER_PANE (pane)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (pane))), ==, "");
  find_value (pane, "12");
  g_assert_true (gtk_widget_grab_focus (find_row (pane, "Topic 12")));
  g_assert_false (dl_filter_pane_stop_finding (DL_FILTER_PANE (pane)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A person is found by all names. */
static void
test_aliases (WidgetFixture *self, gconstpointer data)
{
  static const DlFilterField fields[] = { DL_FILTER_PERSON, DL_FILTER_SPEAKER };
  g_autoptr (DlFacets)       facets = dl_facets_new (dl_session_get_whole (self->session), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *group = g_object_ref_sink (dl_filter_group_new (self->view, fields[i]));

      dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, NULL);
      dl_filter_group_find (DL_FILTER_GROUP (group), "clemens");
      g_assert_nonnull (find_row (group, "Mark Twain"));
      g_assert_null (find_row (group, "Olivia"));
      gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL, i == 0 ? "Person" : "Speaker");
      g_assert_finalize_object (group);
    }
}

/* The time in sight */

static const DlFilter *
get_filter (WidgetFixture *self)
{
  return dl_session_get_filter (self->session);
}

/* It is asked for as it can be said, is told in words, and goes. */
static void
test_sight (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_ref_sink (dl_filter_pane_new (self->view));
  GtkWidget *check =
    gtk_widget_get_ancestor (widget_tree_find (pane, GTK_TYPE_LABEL, "Only what is in sight"), GTK_TYPE_CHECK_BUTTON);
  GtkWidget *words = widget_tree_find_class (pane, "span");
  /* There is a picture, of that. */
  GtkWidget *timeline = g_object_ref_sink (dl_timeline_view_new (self->view));
  DlInstant  from, to;

  dl_view_set_size (self->view, 1000, 600);
  dl_view_show_range (self->view, DL_INSTANT (1760000123), DL_INSTANT (1761000456));
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Only what is in sight");
  gtk_test_accessible_assert_property (widget_tree_find_class (pane, "sight"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Time");
  g_assert_false (gtk_widget_get_visible (words));
  g_signal_emit_by_name (check, "activate");
  g_assert_true (dl_filter_get_span (get_filter (self), &from, &to));
  g_assert_cmpint (dl_instant_compare (from, to), <, 0);
  g_assert_cmpint (from.seconds % 3600, ==, 0);
  g_assert_cmpint (to.seconds % 3600, ==, 0);
  g_assert_true (gtk_widget_get_visible (words));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (words)), "October 2025"));
  {
    g_autofree char *name = g_strdup_printf ("Only what is in sight, %s", gtk_label_get_text (GTK_LABEL (words)));

    gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  }
  g_signal_emit_by_name (check, "activate");
  g_assert_false (dl_filter_get_span (get_filter (self), &from, &to));
  g_assert_false (gtk_widget_get_visible (words));
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Only what is in sight");
  g_assert_finalize_object (pane);
  g_assert_finalize_object (timeline);
}

/* What somebody else asks for is shown, and not asked for again as what is in sight. */
static void
test_sight_of_others (WidgetFixture *self, gconstpointer data)
{
  GtkWidget           *pane = g_object_ref_sink (dl_filter_pane_new (self->view));
  GtkWidget           *timeline = g_object_ref_sink (dl_timeline_view_new (self->view));
  g_autoptr (DlFilter) filter = dl_filter_new ();
  DlInstant            from, to;

  dl_view_set_size (self->view, 1000, 600);
  dl_filter_set_span (filter, DL_INSTANT (0), DL_INSTANT (86400));
  dl_session_set_filter (self->session, filter);
  g_assert_true (
    gtk_check_button_get_active (GTK_CHECK_BUTTON (widget_tree_find_named (pane, "Only what is in sight"))));
  g_assert_true (dl_filter_get_span (get_filter (self), &from, &to));
  g_assert_cmpint (from.seconds, ==, 0);
  g_assert_cmpint (to.seconds, ==, 86400);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (widget_tree_find_class (pane, "span"))), ==, "1 January 1970");
  dl_session_set_filter (self->session, NULL);
  g_assert_false (
    gtk_check_button_get_active (GTK_CHECK_BUTTON (widget_tree_find_named (pane, "Only what is in sight"))));
  g_assert_finalize_object (pane);
  g_assert_finalize_object (timeline);
}

/* The pane itself */

static void
test_close (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_ref_sink (dl_filter_pane_new (self->view));
  GtkWidget *button = widget_tree_find_named (pane, "Hide the filters");
  guint      n = 0;

  gtk_test_accessible_assert_property (pane, GTK_ACCESSIBLE_PROPERTY_LABEL, "Filters");
  g_signal_connect_swapped (pane, "close", G_CALLBACK (widget_tree_count_cb), &n);
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (pane);
}

/* It grows with the text, but leaves room for the timeline. */
static void
test_width (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane = dl_filter_pane_new (self->view);
  GtkWidget *window = widget_tree_show (pane, 400, 800);
  int        usual, larger, largest;

  gtk_widget_get_size_request (pane, &usual, NULL);
  g_object_set (gtk_widget_get_settings (pane), "gtk-font-name", "Sans 13", NULL);
  WAIT_FOR ((gtk_widget_get_size_request (pane, &larger, NULL), larger > usual));
  g_object_set (gtk_widget_get_settings (pane), "gtk-font-name", "Sans 33", NULL);
  WAIT_FOR ((gtk_widget_get_size_request (pane, &largest, NULL), largest > larger));
  g_assert_cmpint (largest, <, usual * 2);
  gtk_settings_reset_property (gtk_widget_get_settings (pane), "gtk-font-name");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* More and fewer */

static DlFilterGroup *
new_group (WidgetFixture *self, const DlFilter *filter)
{
  GtkWidget           *group = dl_filter_group_new (self->view, DL_FILTER_TOPIC);
  g_autoptr (DlFacets) facets = dl_facets_new (dl_session_get_whole (self->session), filter);

  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, filter);
  return DL_FILTER_GROUP (group);
}

/* Opens others, and shows what there is of them. */
static void
show_topics (WidgetFixture *self, GtkWidget *group, guint n)
{
  g_autoptr (DlFacets) facets = NULL;

  open_topics (self, n);
  facets = dl_facets_new (dl_session_get_whole (self->session), NULL);
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, NULL);
}

/* One reads on where one was, and may have fewer again. */
static void
test_more (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *group, *window, *more;

  open_topics (self, 20);
  group = GTK_WIDGET (new_group (self, NULL));
  window = widget_tree_show (group, 400, 800);
  more = widget_tree_find_class (group, "more");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "15 more…");
  g_assert_null (find_row (group, "Topic 05"));
  g_signal_emit_by_name (more, "clicked");
  g_assert_nonnull (find_row (group, "Topic 19"));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 05")));
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "Fewer");
  gtk_widget_grab_focus (more);
  g_signal_emit_by_name (more, "clicked");
  g_assert_null (find_row (group, "Topic 05"));
  g_assert_nonnull (find_row (group, "Topic 04"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "15 more…");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One or two more take no more room than the button for them. */
static void
test_no_more (WidgetFixture *self, gconstpointer data)
{
  for (guint n = 6; n <= 8; n++)
    {
      GtkWidget *group;

      open_topics (self, n);
      group = g_object_ref_sink (GTK_WIDGET (new_group (self, NULL)));
      g_assert_true (gtk_widget_get_visible (widget_tree_find_class (group, "more")) == (n == 8));
      g_assert_true ((find_row (group, "Topic 05") != NULL) == (n < 8));
      g_assert_finalize_object (group);
    }
}

/* The keyboard */

static gboolean
press (GtkWidget *group, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (group);
  gboolean               taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  return taken;
}

static void
test_group_keys (WidgetFixture *self, gconstpointer data)
{
  static const struct
  {
    guint       key;
    const char *row; /* NULL: the button below */
  } steps[] = {
    { GDK_KEY_Down, "Topic 01" }, { GDK_KEY_KP_Down, "Topic 02" }, { GDK_KEY_Up, "Topic 01" },
    { GDK_KEY_End, NULL },        { GDK_KEY_Down, NULL },          { GDK_KEY_Up, "Topic 04" },
    { GDK_KEY_Down, NULL },       { GDK_KEY_Home, "Topic 00" },    { GDK_KEY_Up, "Topic 00" },
  };
  GtkWidget *group, *window;

  open_topics (self, 20);
  group = GTK_WIDGET (new_group (self, NULL));
  window = widget_tree_show (group, 400, 800);
  gtk_widget_grab_focus (find_row (group, "Topic 00"));
  g_assert_false (press (group, GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_false (press (group, GDK_KEY_x, 0));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 00")));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("step %u", i);
      g_assert_true (press (group, steps[i].key, 0));
      g_assert_true (dl_focus_is_inside (steps[i].row == NULL ? widget_tree_find_class (group, "more")
                                                              : find_row (group, steps[i].row)));
    }
  /* Where all are there End is at the last. */
  show_topics (self, group, 3);
  g_assert_true (press (group, GDK_KEY_End, 0));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 02")));
  g_assert_true (press (group, GDK_KEY_Down, 0));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 02")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tab comes to where one was, and from there leaves. */
static void
test_group_tab (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Before");
  GtkWidget *group, *window;

  open_topics (self, 20);
  group = GTK_WIDGET (new_group (self, NULL));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), group);
  window = widget_tree_show (box, 400, 800);
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 00")));
  g_assert_false (gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD));
  gtk_widget_grab_focus (find_row (group, "Topic 03"));
  gtk_widget_grab_focus (button);
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 03")));
  /* The keyboard stays in the group where its row goes. */
  show_topics (self, group, 2);
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 01")));
  /* And one does not come to one that has gone. */
  gtk_widget_grab_focus (button);
  show_topics (self, group, 1);
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 00")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The row where the keyboard is stays, though it would be behind those that are shown. */
static void
test_group_stays (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();
  g_autoptr (DlFacets) facets = NULL;
  GtkWidget           *group, *window;

  open_topics (self, 20);
  dl_filter_set (filter, DL_FILTER_TOPIC, "t15", DL_FILTER_WITH);
  group = GTK_WIDGET (new_group (self, filter));
  window = widget_tree_show (group, 400, 800);
  g_assert_true (gtk_widget_grab_focus (find_row (group, "Topic 15")));
  dl_filter_set (filter, DL_FILTER_TOPIC, "t15", DL_FILTER_ANY);
  facets = dl_facets_new (dl_session_get_whole (self->session), filter);
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, filter);
  g_assert_nonnull (find_row (group, "Topic 15"));
  g_assert_true (dl_focus_is_inside (find_row (group, "Topic 15")));
  /* Nor does it go behind those that events are left of. */
  g_clear_pointer (&facets, dl_facets_unref);
  dl_filter_set_span (filter, DL_INSTANT (1735689600 + 16 * 86400), DL_INSTANT (1735689600 + 30 * 86400));
  facets = dl_facets_new (dl_session_get_whole (self->session), filter);
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, filter);
  g_assert_true (gtk_widget_get_prev_sibling (find_row (group, "Topic 15")) == NULL);
  gtk_widget_grab_focus (find_row (group, "Topic 16"));
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, filter);
  g_assert_null (find_row (group, "Topic 15"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/filter-pane/find", NULL, test_find);
  WIDGET_TEST ("/filter-pane/find-in-many", NULL, test_find_in_many);
  WIDGET_TEST ("/filter-pane/keyboard", FEW, test_keyboard);
  WIDGET_TEST ("/filter-pane/aliases", FEW, test_aliases);
  WIDGET_TEST ("/filter-pane/sight", NULL, test_sight);
  WIDGET_TEST ("/filter-pane/sight-of-others", NULL, test_sight_of_others);
  WIDGET_TEST ("/filter-pane/close", NULL, test_close);
  WIDGET_TEST ("/filter-pane/width", NULL, test_width);
  WIDGET_TEST ("/filter-pane/more", NULL, test_more);
  WIDGET_TEST ("/filter-pane/no-more", NULL, test_no_more);
  WIDGET_TEST ("/filter-pane/group-keys", NULL, test_group_keys);
  WIDGET_TEST ("/filter-pane/group-tab", NULL, test_group_tab);
  WIDGET_TEST ("/filter-pane/group-stays", NULL, test_group_stays);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
