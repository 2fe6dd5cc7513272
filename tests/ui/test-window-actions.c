/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window's keys, buttons and menus do, and what is said of it: without a person. */
#include "config.h"

#include <string.h>

#include "window-fixture.h"

#include "widgets/dl-focus.h"
#include "widgets/dl-list-view.h"
#include "widgets/dl-overview-view.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-event-list-popover.h"
#include "window/dl-go-to-popover.h"
#include "window/dl-search-bar.h"
#include "window/dl-split.h"

/* Whether an action can be done. */
static gboolean
is_enabled (WindowFixture *self, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action);
}

static void
set_state (WindowFixture *self, const char *action, GVariant *state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), action, state);
}

static double
get_span (WindowFixture *self)
{
  DlInstant from, to;

  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  return dl_instant_distance (from, to);
}

static void
expect_destination (WindowFixture *self, const char *from_date, const char *to_date)
{
  DlDate    first, last;
  DlInstant from, to;
  double    room;

  g_assert_true (dl_date_parse (from_date, -1, &first, NULL));
  g_assert_true (dl_date_parse (to_date, -1, &last, NULL));
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  /* With a quarter of it as room at both sides. */
  room = dl_instant_distance (first.earliest_start, last.latest_end) / 4;
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, first.earliest_start), room, room / 10);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (last.latest_end, to), room, room / 10);
}

/* Moving */

static void
test_zoom (WindowFixture *self, gconstpointer data)
{
  double before = get_span (self);

  window_fixture_activate (self, "win.zoom-in");
  g_assert_cmpfloat (get_span (self), <, before);
  window_fixture_activate (self, "win.zoom-out");
  window_fixture_activate (self, "win.zoom-in");
  before = get_span (self);
  window_fixture_activate (self, "win.zoom-out");
  g_assert_cmpfloat (get_span (self), >, before);
}

/* The buttons at the side of a mouse, wherever its pointer is. */
static void
test_side_buttons (WindowFixture *self, gconstpointer data)
{
  dl_view_zoom (self->view, 4);
  g_signal_emit_by_name (window_fixture_get_controller (self->window, GTK_TYPE_GESTURE_CLICK, 8), "pressed", 1, 1.0,
                         1.0);
  g_assert_false (dl_view_can_go (self->view, -1));
  g_assert_true (dl_view_can_go (self->view, 1));
  g_signal_emit_by_name (window_fixture_get_controller (self->window, GTK_TYPE_GESTURE_CLICK, 9), "pressed", 1, 1.0,
                         1.0);
  g_assert_true (dl_view_can_go (self->view, -1));
  g_assert_false (dl_view_can_go (self->view, 1));
}

/* All of what was asked for comes into sight; what is no date leads nowhere. */
static void
test_go_to_date (WindowFixture *self, gconstpointer data)
{
  GtkWidget *popover, *entry;
  double     before;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.go-to-date");
  popover = widget_tree_find (self->window, DL_TYPE_GO_TO_POPOVER, NULL);
  entry = widget_tree_find (popover, GTK_TYPE_ENTRY, NULL);
  before = get_span (self);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no date");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpfloat (get_span (self), ==, before);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2003/2006");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_get_visible (popover));
  expect_destination (self, "2003", "2006");
}

/* A list of what a number stands for leads to each, and to all of them. */
static void
test_event_list (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GListStore) events = g_list_store_new (DL_TYPE_EVENT);
  GtkWidget             *popover;

  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (DlEvent) event = dl_event_new (dl_session_get_timeline (self->session), i);

      g_list_store_append (events, event);
    }
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL), "list-events", events, 5.0, 5.0);
  popover = widget_tree_find (self->window, DL_TYPE_EVENT_LIST_POPOVER, NULL);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_nonnull (widget_tree_find (popover, GTK_TYPE_LABEL, "2 events without a label"));
  window_fixture_click (popover, "_Zoom to These");
  expect_destination (self, "2005", "2009-02-03");
  g_signal_emit_by_name (widget_tree_find (popover, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 2);
}

/* One step back after the other, and each of them is one. */
static void
test_back (WindowFixture *self, gconstpointer data)
{
  dl_session_open (self->session, self->files[0]);
  window_fixture_write (self->files[0], "{\"events\": [{\"title\": \"A\"}, {\"title\": \"B\", \"date\": \"2001\"}]}");
  dl_session_reload (self->session);
  window_fixture_wait (self);
  g_assert_nonnull (window_fixture_get_banner (self->window));
  dl_session_select (self->session, 0);
  dl_session_measure_range (self->session, DL_INSTANT (0), DL_INSTANT (86400), DL_UNIT_DAY);
  window_fixture_activate (self, "win.back");
  g_assert_null (dl_session_dup_measure (self->session));
  g_assert_nonnull (dl_session_get_selected (self->session));
  window_fixture_activate (self, "win.back");
  g_assert_null (dl_session_get_selected (self->session));
  g_assert_nonnull (window_fixture_get_banner (self->window));
  window_fixture_activate (self, "win.back");
  g_assert_null (window_fixture_get_banner (self->window));
}

/* With F6 one comes to what is said above all too. */
static void
test_round (WindowFixture *self, gconstpointer data)
{
  GtkWidget *banner =
    gtk_widget_get_ancestor (widget_tree_find (self->window, GTK_TYPE_BUTTON, "_Show Problems"), GTK_TYPE_REVEALER);
  gboolean been_there = FALSE;

  window_fixture_write (self->files[0], "{\"events\": [{\"title\": \"A\"}, {\"title\": \"B\", \"date\": \"2001\"}]}");
  dl_session_reload (self->session);
  window_fixture_wait (self);
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (gtk_widget_get_mapped (widget_tree_find (banner, GTK_TYPE_BUTTON, "_Show Problems")));
  for (guint i = 0; i < 6 && !been_there; i++)
    {
      window_fixture_activate (self, "win.next-pane");
      been_there = dl_focus_is_inside (banner);
    }
  g_assert_true (been_there);
}

/* Whether the details are needed is what a narrow window goes by. */
static void
test_details (WindowFixture *self, gconstpointer data)
{
  GtkWidget *split = widget_tree_find (self->window, DL_TYPE_SPLIT, NULL);
  gboolean   needed;

  for (guint i = 0; i < 4; i++)
    {
      dl_session_select (self->session, i % 2 == 0 ? 1 : DL_NONE);
      g_object_get (split, "side-needed", &needed, NULL);
      g_assert_true (needed == (i % 2 == 0));
    }
}

/* Views */

/* What can be done with an event can be done in the list too. */
static void
test_list_menu (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list;

  gtk_window_present (GTK_WINDOW (self->window));
  set_state (self, "show-view", g_variant_new_string ("list"));
  list = widget_tree_find (self->window, DL_TYPE_LIST_VIEW, NULL);
  g_assert_null (widget_tree_find (self->window, GTK_TYPE_POPOVER_MENU, NULL));
  dl_session_select (self->session, 0);
  g_signal_emit_by_name (list, "context-menu", 1.0, 1.0);
  g_assert_nonnull (widget_tree_find (self->window, GTK_TYPE_POPOVER_MENU, NULL));
  /* From there one comes to it in the timeline. */
  g_signal_emit_by_name (list, "go", 2);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 2);
  g_assert_true (gtk_widget_get_child_visible (widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL)));
}

/* In the list too one comes to the day that the file is of, and not to today. */
static void
test_now (WindowFixture *self, gconstpointer data)
{
  window_fixture_write (self->files[2],
                        "{\"asOf\": \"2003-01-01\", \"events\": [{\"title\": \"A\", \"date\": \"2001\"}, "
                        "{\"title\": \"B\", \"date\": \"2004\"}, {\"title\": \"C\", \"date\": \"2005\"}]}");
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  gtk_window_present (GTK_WINDOW (self->window));
  set_state (self, "show-view", g_variant_new_string ("list"));
  WAIT_FOR (gtk_widget_get_mapped (widget_tree_find (self->window, DL_TYPE_LIST_VIEW, NULL)));
  window_fixture_activate (self, "win.now");
  WAIT_FOR (dl_session_get_selected (self->session) != NULL);
  g_assert_cmpstr (dl_event_get_title (dl_session_get_selected (self->session)), ==, "B");
}

static void
test_zone (WindowFixture *self, gconstpointer data)
{
  set_state (self, "time-zone", g_variant_new_string ("Asia/Tokyo"));
  g_assert_cmpstr (dl_zone_get_name (dl_session_get_zone (self->session)), ==, "Asia/Tokyo");
  set_state (self, "time-zone", g_variant_new_string ("Nowhere/At_all"));
  g_assert_nonnull (strstr (window_fixture_get_banner (self->window), "Nowhere/At_all"));
  g_assert_cmpstr (dl_zone_get_name (dl_session_get_zone (self->session)), ==, "Asia/Tokyo");
  set_state (self, "time-zone", g_variant_new_string (""));
  g_assert_null (dl_session_get_zone (self->session));
}

/* It is there while not all is in sight, and for whoever wants it. */
static void
test_overview (WindowFixture *self, gconstpointer data)
{
  GtkWidget *overview;

  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (dl_view_get_scene (self->view) != NULL && dl_view_get_at_rest (self->view));
  dl_view_zoom (self->view, 16);
  WAIT_FOR ((overview = widget_tree_find (self->window, DL_TYPE_OVERVIEW_VIEW, NULL)) != NULL);
  g_assert_true (gtk_widget_get_visible (overview));
  set_state (self, "show-overview", g_variant_new_boolean (FALSE));
  g_assert_false (gtk_widget_get_visible (overview));
  set_state (self, "show-overview", g_variant_new_boolean (TRUE));
  g_assert_true (gtk_widget_get_visible (overview));
}

/* Lanes */

static int
find_lane (WindowFixture *self, const char *name)
{
  DlArrangement *arrangement = dl_view_get_arrangement (self->view);

  for (guint i = 0; i < dl_arrangement_get_n_lanes (arrangement); i++)
    if (g_str_equal (dl_arrangement_get_lane (arrangement, i)->name, name))
      return (int) i;
  return -1;
}

/* Of the lane that its menu is of. */
static void
test_lane_menu (WindowFixture *self, gconstpointer data)
{
  GtkWidget       *timeline = widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL);
  g_autofree char *key = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (dl_view_get_scene (self->view) != NULL);
  g_assert_cmpint (find_lane (self, "One_A"), ==, 0);
  key = g_strdup (dl_arrangement_get_lane (dl_view_get_arrangement (self->view), 0)->key);
  g_signal_emit_by_name (timeline, "lane-menu", key, 1.0, 1.0);
  window_fixture_activate (self, "win.lane-down");
  g_assert_cmpint (find_lane (self, "One_A"), ==, 1);
  g_signal_emit_by_name (timeline, "lane-menu", key, 1.0, 1.0);
  window_fixture_activate (self, "win.lane-up");
  g_assert_cmpint (find_lane (self, "One_A"), ==, 0);
  set_state (self, "lane-all-rows", g_variant_new_boolean (TRUE));
  g_assert_cmpint (dl_arrangement_get_lane (dl_view_get_arrangement (self->view), 0)->state, ==, DL_LANE_EXPANDED);
  set_state (self, "lane-all-rows", g_variant_new_boolean (FALSE));
  g_assert_cmpint (dl_arrangement_get_lane (dl_view_get_arrangement (self->view), 0)->state, ==, DL_LANE_AUTO);
  window_fixture_activate (self, "win.lane-collapse");
  g_assert_cmpint (dl_arrangement_get_lane (dl_view_get_arrangement (self->view), 0)->state, ==, DL_LANE_COLLAPSED);
  window_fixture_wait_for (self, "One_A, collapsed");
  g_signal_emit_by_name (timeline, "lane-menu", key, 1.0, 1.0);
  window_fixture_activate (self, "win.lane-expand");
  window_fixture_wait_for (self, "One_A, expanded");
}

/* Filters */

static void
activate_with (WindowFixture *self, const char *action, DlFilterField field, const char *key)
{
  g_assert_true (gtk_widget_activate_action (self->window, action, "(us)", (guint) field, key));
}

static void
test_filter_by (WindowFixture *self, gconstpointer data)
{
  const char *happened = dl_status_to_string (DL_STATUS_HAPPENED);

  activate_with (self, "win.filter-exclude", DL_FILTER_STATUS, happened);
  g_assert_cmpint (dl_filter_get (dl_session_get_filter (self->session), DL_FILTER_STATUS, happened), ==,
                   DL_FILTER_NOT);
  activate_with (self, "win.filter-only", DL_FILTER_STATUS, happened);
  g_assert_cmpint (dl_filter_get (dl_session_get_filter (self->session), DL_FILTER_STATUS, happened), ==,
                   DL_FILTER_WITH);
  g_assert_true (is_enabled (self, "clear-filter"));
  window_fixture_activate (self, "win.clear-filter");
  g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
  g_assert_false (is_enabled (self, "clear-filter"));
}

/* Whether the pane is there is kept for the next window. */
static void
test_show_filters (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  for (guint i = 0; i < 2; i++)
    {
      set_state (self, "show-filters", g_variant_new_boolean (i == 0));
      g_assert_true (g_settings_get_boolean (settings, "show-filters") == (i == 0));
    }
}

/* Searching */

/* From the last hit one goes on at the first, and with Shift the other way. */
static void
test_search (WindowFixture *self, gconstpointer data)
{
  GtkWidget *bar, *entry;
  gpointer   keys;
  gboolean   taken;

  window_fixture_write (
    self->files[2], "{\"events\": [{\"title\": \"X 1\", \"date\": \"2001\"}, {\"title\": \"Y\", \"date\": \"2002\"}, "
                    "{\"title\": \"X 2\", \"date\": \"2003\"}, {\"title\": \"X 3\", \"date\": \"2004\"}]}");
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  g_assert_false (is_enabled (self, "search-next"));
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.search");
  bar = widget_tree_find (self->window, DL_TYPE_SEARCH_BAR, NULL);
  entry = widget_tree_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "x");
  WAIT_FOR (dl_session_get_query (self->session) != NULL && dl_session_get_searched (self->session));
  g_assert_true (is_enabled (self, "search-next"));
  dl_session_select (self->session, 3);
  window_fixture_activate (self, "win.search-next");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 0);
  window_fixture_wait_for (self, "1 of 3: X 1, 2001");
  window_fixture_activate (self, "win.search-previous");
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 3);
  keys = window_fixture_get_controller (entry, GTK_TYPE_EVENT_CONTROLLER_KEY, 0);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Return, 0, GDK_SHIFT_MASK, &taken);
  g_assert_true (taken);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 2);
  window_fixture_activate (self, "win.back");
  g_assert_null (dl_session_get_query (self->session));
}

/* What is said to who does not see it. */
static void
test_announced (WindowFixture *self, gconstpointer data)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();
  g_autoptr (DlFilter) none = dl_filter_new ();

  set_state (self, "fold-empty-time", g_variant_new_boolean (FALSE));
  window_fixture_wait_for (self, "Empty time is shown");
  set_state (self, "fold-empty-time", g_variant_new_boolean (TRUE));
  window_fixture_wait_for (self, "Empty time is folded");
  dl_session_measure_range (self->session, DL_INSTANT (0), DL_INSTANT (86400 * 2), DL_UNIT_DAY);
  window_fixture_wait_for (self, "1–3 January 1970: 2 days");
  dl_filter_set (filter, DL_FILTER_STATUS, dl_status_to_string (DL_STATUS_PLANNED), DL_FILTER_WITH);
  dl_session_set_filter (self->session, filter);
  window_fixture_wait_for (self, "No event meets the filter");
  dl_session_set_filter (self->session, none);
  window_fixture_wait_for (self, "No filter, 3 events");
  set_state (self, "show-details", g_variant_new_boolean (FALSE));
  window_fixture_wait_for (self, "The details are hidden");
  set_state (self, "show-details", g_variant_new_boolean (TRUE));
  window_fixture_wait_for (self, "The details are shown");
  set_state (self, "show-overview", g_variant_new_boolean (FALSE));
  window_fixture_wait_for (self, "The overview is hidden");
  set_state (self, "show-overview", g_variant_new_boolean (TRUE));
  window_fixture_wait_for (self, "The overview is shown");
  gtk_window_present (GTK_WINDOW (self->window));
  set_state (self, "show-view", g_variant_new_string ("quotes"));
  window_fixture_wait_for (self, "The quotes are shown");
  set_state (self, "show-view", g_variant_new_string ("timeline"));
  window_fixture_wait_for (self, "The timeline is shown");
}

/* Menus */

/* A line of a menu does what it says. */
static void
test_menu (WindowFixture *self, gconstpointer data)
{
  static const char *const lines[][2] = {
    { "_Show Everything", "win.fit" },
    { "Back to _Where It Began", "win.home" },
    { "_Go to As-of Date or Today", "win.now" },
    { "As on the _Desktop", "app.color-scheme::default" },
    { "L_ight", "app.color-scheme::light" },
    { "Da_rk", "app.color-scheme::dark" },
    { "_Larger", "app.text-larger" },
    { "_Smaller", "app.text-smaller" },
    { "Read It Again at _Once", "app.reread::at-once" },
    { "_Ask", "app.reread::ask" },
    { "Do Not_hing", "app.reread::never" },
    { "_Add File…", "win.add-file" },
    { "_Paste as a Timeline", "win.paste" },
    { "Paste _into This Timeline", "win.paste-add" },
    { "_All Events", "win.present-all" },
    { "This _Lane", "win.present-lane" },
    { "_Filtered Events", "win.present-shown" },
    { "_Expand All", "win.expand-lanes" },
    { "_Collapse All", "win.collapse-lanes" },
    { "_Person", "win.lanes::person" },
    { "Spea_ker", "win.lanes::speaker" },
    { "_New Window", "app.new-window" },
    { "_Open…", "win.open" },
    { "Pro_blems in the File…", "win.problems" },
    { "_Save Picture…", "win.export" },
    { "S_earch…", "win.search" },
    { "_Details", "win.show-details" },
    { "O_verview", "win.show-overview" },
    { "_Fold Empty Time", "win.fold-empty-time" },
    { "_Keyboard Shortcuts", "win.show-help-overlay" },
    { "_About Dateline", "app.about" },
    { "_Back", "win.go-back" },
    { "_Forward", "win.go-forward" },
    { "Go to _Date…", "win.go-to-date" },
    { "Book_mark This View", "win.bookmark" },
    { "Bookmar_ks…", "win.bookmarks" },
    { "Sho_w Filters", "win.show-filters" },
    { "Hide What Is Filtered O_ut", "win.filter-hides" },
    { "Clear t_he Filter", "win.clear-filter" },
    { "_Wheel Zooms", "app.wheel-zooms" },
    { "Restore Windows at S_tart", "app.restore-at-start" },
    { "_Normal Size", "app.text-usual" },
    { "_Read Again", "win.reload" },
    { "_Save as Dateline File…", "win.save-as" },
    { "_Bookmarks", "win.present-bookmarks" },
    { "Each Event in All _Its Lanes", "win.lanes-every" },
    { "_File", "win.lanes::file" },
  };
  GMenuModel *menu;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.menu");
  menu =
    gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget_tree_find (self->window, GTK_TYPE_POPOVER_MENU, NULL)));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *action = window_fixture_find_action (menu, lines[i][0]);

      g_assert_cmpstr (action, ==, lines[i][1]);
    }
}

/* That of an event offers what the event has to filter by. */
static void
test_event_menu (WindowFixture *self, gconstpointer data)
{
  static const char *const lines[][2] = {
    { "_Read About It", "win.read" },
    { "_Zoom to It", "win.zoom-to-event" },
    { "_Copy Title and Date", "win.copy-title" },
    { "Copy as C_itation", "win.copy" },
    { "_Collapse", "win.lane-collapse" },
    { "_Expand", "win.lane-expand" },
    { "_All Its Rows", "win.lane-all-rows" },
    { "Move _Up", "win.lane-up" },
    { "Move _Down", "win.lane-down" },
    { "_Take Out", "win.lane-take-out" },
  };
  GMenuModel      *menu;
  g_autofree char *status = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  dl_session_select (self->session, 0);
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL), "context-menu", 1.0, 1.0);
  menu =
    gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget_tree_find (self->window, GTK_TYPE_POPOVER_MENU, NULL)));
  status = window_fixture_find_action (menu, "Status: Happened");
  g_assert_nonnull (status);
  g_assert_nonnull (strstr (status, "filter-only"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *action = window_fixture_find_action (menu, lines[i][0]);

      g_assert_cmpstr (action, ==, lines[i][1]);
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/window-actions/zoom", NULL, test_zoom);
  WINDOW_TEST ("/window-actions/side-buttons", NULL, test_side_buttons);
  WINDOW_TEST ("/window-actions/go-to-date", NULL, test_go_to_date);
  WINDOW_TEST ("/window-actions/event-list", NULL, test_event_list);
  WINDOW_TEST ("/window-actions/back", NULL, test_back);
  WINDOW_TEST ("/window-actions/round", NULL, test_round);
  WINDOW_TEST ("/window-actions/details", NULL, test_details);
  WINDOW_TEST ("/window-actions/list-menu", NULL, test_list_menu);
  WINDOW_TEST ("/window-actions/now", NULL, test_now);
  WINDOW_TEST ("/window-actions/zone", NULL, test_zone);
  WINDOW_TEST ("/window-actions/overview", NULL, test_overview);
  WINDOW_TEST ("/window-actions/lane-menu", NULL, test_lane_menu);
  WINDOW_TEST ("/window-actions/filter-by", NULL, test_filter_by);
  WINDOW_TEST ("/window-actions/show-filters", NULL, test_show_filters);
  WINDOW_TEST ("/window-actions/search", NULL, test_search);
  WINDOW_TEST ("/window-actions/announced", NULL, test_announced);
  WINDOW_TEST ("/window-actions/menu", NULL, test_menu);
  WINDOW_TEST ("/window-actions/event-menu", NULL, test_event_menu);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
