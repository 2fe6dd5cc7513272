/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window of several files, and what is dropped on it or pasted: without a person. */
#include <string.h>

#include "window-fixture.h"

#include "window/dl-drop-zones.h"
#include "window/dl-problem-model.h"
#include "window/dl-problems-window.h"

/* The switches follow what is on, however that came to be. */
static void
test_switch (WindowFixture *self, gconstpointer data)
{
  g_autoptr (DlFilter) none = dl_filter_new ();
  g_autoptr (DlFilter) filter = NULL;

  dl_session_set_file_on (self->session, 0, FALSE);
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 1);
  window_fixture_activate (self, "files.show-0");
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 3);
  window_fixture_activate (self, "files.show-0");
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 1);

  /* By a filter, also where what it leaves out is only paler. */
  dl_session_set_filter (self->session, none);
  dl_session_set_filter_hides (self->session, FALSE);
  filter = dl_filter_new ();
  dl_filter_set (filter, DL_FILTER_FILE, "two.json", DL_FILTER_NOT);
  dl_session_set_filter (self->session, filter);
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 3);
  window_fixture_activate (self, "files.show-1");
  g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
}

/* Returns: how often a line of it, or of what is in it, has that label */
static guint
count_lines (GMenuModel *menu, const char *label)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
  guint                    n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *text = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text))
        n += g_str_equal (text, label);
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) model = g_menu_model_get_item_link (menu, i, links[j]);

          if (model != NULL)
            n += count_lines (model, label);
        }
    }
  return n;
}

static void
test_menu (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.menu");
  menu = widget_tree_find (self->window, GTK_TYPE_POPOVER_MENU, NULL);
  /* Among what is shown, and what can be taken out: whole, whatever is in its name. */
  g_assert_cmpuint (count_lines (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), "One__A"), ==, 2);
  g_assert_cmpuint (count_lines (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), "Two"), ==, 2);
  /* A zone that some place is in is not told again. */
  g_assert_cmpuint (count_lines (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), "UTC"), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

/* That one can be taken back is not hidden by what else there is to say; then all is as it was. */
static void
test_take_out (WindowFixture *self, gconstpointer data)
{
  DlInstant from, to, from_then, to_then;

  dl_session_select (self->session, dl_timeline_find (dl_session_get_timeline (self->session), "b"));
  dl_session_set_lane_field (self->session, DL_LANES_NONE);
  dl_view_zoom (self->view, 4);
  dl_view_rest (self->view);
  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  window_fixture_activate (self, "files.remove-0");
  window_fixture_wait (self);
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 1);
  g_assert_cmpstr (window_fixture_get_said (self->window), ==, "“One_A” is no longer part of this timeline.");
  g_assert_nonnull (window_fixture_get_offer (self->window));
  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  dl_view_fit (self->view);

  g_signal_emit_by_name (window_fixture_get_offer (self->window), "clicked");
  window_fixture_wait (self);
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 3);
  g_assert_nonnull (dl_session_get_selected (self->session));
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "b");
  g_assert_cmpint (dl_session_get_lane_options (self->session)->field, ==, DL_LANES_NONE);
  g_assert_true (dl_view_get_destination (self->view, &from_then, &to_then));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, from_then), 0, 1);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (to, to_then), 0, 1);
}

static DlWindow *
find_by (WindowFixture *self, guint a, guint b)
{
  GFile *files[] = { self->files[a], self->files[b] };

  return dl_window_find (GTK_APPLICATION (window_fixture_get_application ()), files, a == b ? 1 : 2);
}

/* By any one of its files, or by all of them. */
static void
test_find (WindowFixture *self, gconstpointer data)
{
  DlWindow *window = DL_WINDOW (self->window);

  g_assert_true (find_by (self, 0, 0) == window);
  g_assert_true (find_by (self, 1, 1) == window);
  g_assert_true (find_by (self, 1, 0) == window);
  g_assert_null (find_by (self, 2, 2));
  g_assert_null (find_by (self, 0, 2));
  dl_session_add_files (self->session, &self->files[2], 1);
  window_fixture_wait (self);
  g_assert_true (find_by (self, 2, 2) == window);
  g_assert_null (find_by (self, 0, 1));
}

/* An event is of one file, and stands in no other lane. */
static void
test_lanes (WindowFixture *self, gconstpointer data)
{
  g_assert_cmpint (dl_session_get_lane_options (self->session)->field, ==, DL_LANES_BY_FILE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "lanes-every"));
  dl_session_set_lane_field (self->session, DL_LANES_BY_TOPIC);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "lanes-every"));
}

static void
expect_kinds (GtkWidget *problems, gboolean shown, const char *all)
{
  GtkWidget *button = widget_tree_find (problems, GTK_TYPE_TOGGLE_BUTTON, all);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (button)) == shown);
}

/* All of a kind. */
static void
expect_notes (WindowFixture *self, DlProblemKinds kinds, gboolean note)
{
  GPtrArray *const sources[DL_PROBLEM_N_SOURCES] = { [DL_PROBLEMS_READ] = dl_session_get_problems (self->session) };
  g_autoptr (DlProblemModel) model = dl_problem_model_new (sources, kinds);
  g_autoptr (DlProblemItem)  item = g_list_model_get_item (G_LIST_MODEL (model), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_assert_true (dl_problem_item_get_problem (item)->note == note);
}

/* There is a choice where there are both, problems and notes. */
static void
test_problems (WindowFixture *self, gconstpointer data)
{
  GtkWidget *problems = dl_problems_window_new (self->session);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (problems)), ==, "Problems in the Files");
  expect_kinds (problems, FALSE, "All 1");
  window_fixture_write (self->files[0], "{\"title\": \"One_A\", \"events\": [{\"id\": \"a\", \"title\": \"A\"}]}");
  dl_session_reload (self->session);
  window_fixture_wait (self);
  expect_kinds (problems, TRUE, "All 2");
  g_assert_nonnull (widget_tree_find (problems, GTK_TYPE_TOGGLE_BUTTON, "1 Problem"));
  g_assert_nonnull (widget_tree_find (problems, GTK_TYPE_TOGGLE_BUTTON, "1 Note"));
  expect_notes (self, DL_PROBLEMS_NOTES, TRUE);
  expect_notes (self, DL_PROBLEMS_WITHOUT_NOTES, FALSE);
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  expect_kinds (problems, FALSE, "All 0");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (problems)), ==, "Problems in the File");
  gtk_window_destroy (GTK_WINDOW (problems));
}

/* Dropped */

typedef struct
{
  guint    n;
  gboolean add; /* of the last */
} Dropped;

static void
dropped_cb (GtkWidget *zones, gpointer what, gboolean add, Dropped *dropped)
{
  dropped->n++;
  dropped->add = add;
}

/* The widget's own. */
static GtkDropTarget *
get_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static void
drop (GtkDropTarget *target, double x, const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean        taken;
  GdkDragAction   action;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_signal_emit_by_name (target, "motion", x, 1.0, &action);
  g_signal_emit_by_name (target, "drop", &value, x, 1.0, &taken);
  g_assert_true (taken == (text[0] != '\0'));
}

/* It is added where the zone that says so is seen, which is at the end of the line. */
static void
test_drop_zones (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      GtkWidget     *target = g_object_ref_sink (gtk_label_new (""));
      GtkWidget     *zones;
      GtkDropTarget *drops;
      Dropped        dropped = { 0 };
      /* It has no width: left of its middle is less than 0. */
      double end = rtl ? -1 : 1;

      gtk_widget_set_direction (target, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      zones = g_object_ref_sink (dl_drop_zones_new (target));
      drops = get_drop_target (target);
      g_signal_connect (zones, "text", G_CALLBACK (dropped_cb), &dropped);
      /* Nothing is open that it could be added to. */
      drop (drops, end, "a");
      g_assert_cmpuint (dropped.n, ==, 1);
      g_assert_false (dropped.add);
      dl_drop_zones_set_may_add (DL_DROP_ZONES (zones), TRUE);
      drop (drops, end, "a");
      g_assert_true (dropped.add);
      drop (drops, -end, "a");
      g_assert_cmpuint (dropped.n, ==, 3);
      g_assert_false (dropped.add);
      g_assert_false (gtk_widget_get_visible (zones));
      /* They are there while something hangs over them, and no longer. */
      g_signal_emit_by_name (drops, "motion", end, 1.0, &(GdkDragAction){ 0 });
      g_assert_true (gtk_widget_get_visible (zones));
      g_assert_true (gtk_widget_has_css_class (gtk_widget_get_last_child (zones), "here"));
      g_assert_false (gtk_widget_has_css_class (gtk_widget_get_first_child (zones), "here"));
      g_signal_emit_by_name (drops, "leave");
      g_assert_false (gtk_widget_get_visible (zones));
      drop (drops, end, "");
      g_assert_cmpuint (dropped.n, ==, 3);
      g_assert_finalize_object (zones);
      g_assert_finalize_object (target);
    }
}

/* Pasted */

static void
offer_bytes (WindowFixture *self, const char *kind, const char *data, gsize length)
{
  g_autoptr (GBytes)             bytes = g_bytes_new (data, length);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (kind, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (self->window), provider);
}

/* Files are added as they are when they are dropped. */
static void
test_paste_files (WindowFixture *self, gconstpointer data)
{
  g_autofree char *uri = g_file_get_uri (self->files[2]);
  g_autofree char *list = g_strconcat (uri, "\r\n", NULL);

  offer_bytes (self, "text/uri-list", list, strlen (list));
  window_fixture_activate (self, "win.paste-add");
  WAIT_FOR (window_fixture_get_n_events (self) == 4);
  window_fixture_wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 3);
  g_assert_true (dl_session_has_file (self->session, self->files[0]));
  g_assert_false (dl_session_get_unsaved (self->session));
}

/* Of a web page it is the tables that count: a browser offers one also for a picture. */
static void
test_paste_page (WindowFixture *self, gconstpointer data)
{
  static const char picture[] = "<img src=\"2001-02-03.png\">";

  offer_bytes (self, "text/html", picture, strlen (picture));
  window_fixture_activate (self, "win.paste-add");
  WAIT_FOR (g_strcmp0 (window_fixture_get_said (self->window), "There is no text on the clipboard.") == 0);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
}

/* Text as other programs write it: with zeros at its end, and as UTF-16 that does not say so. */
static void
test_paste_text (WindowFixture *self, gconstpointer data)
{
  static const char  text[] = THREE "\0";
  gsize              length;
  g_autofree char   *wide = g_convert (THREE, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;

  offer_bytes (self, "text/plain;charset=utf-8", text, sizeof text);
  window_fixture_activate (self, "win.paste-add");
  WAIT_FOR (window_fixture_get_n_events (self) == 4);
  window_fixture_wait (self);
  g_assert_cmpuint (dl_session_get_problems (self->session)->len, ==, 1);
  offer_bytes (self, "text/plain", wide, length);
  window_fixture_activate (self, "win.paste-add");
  WAIT_FOR (window_fixture_get_n_events (self) == 5);
  window_fixture_wait (self);
  g_assert_cmpuint (dl_session_get_problems (self->session)->len, ==, 1);
  g_assert_true (dl_session_get_unsaved (self->session));
}

/* Whoever lets one go is asked again when there is another. */
static void
test_discard (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static (THREE, strlen (THREE));

  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (dl_window_get_unsaved (DL_WINDOW (self->window)));
      dl_session_add_text (self->session, text);
      window_fixture_wait (self);
      g_assert_true (dl_window_get_unsaved (DL_WINDOW (self->window)));
      dl_window_open (DL_WINDOW (self->window), self->files[i]);
      g_signal_emit_by_name (
        widget_tree_find (window_fixture_find_window (GTK_TYPE_BUTTON, "_Discard", NULL), GTK_TYPE_BUTTON, "_Discard"),
        "clicked");
      WAIT_FOR (dl_session_get_files (self->session)->len == 1);
      window_fixture_wait (self);
      g_assert_true (dl_session_has_file (self->session, self->files[i]));
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/window-files/switch", NULL, test_switch);
  WINDOW_TEST ("/window-files/menu", NULL, test_menu);
  WINDOW_TEST ("/window-files/take-out", NULL, test_take_out);
  WINDOW_TEST ("/window-files/find", NULL, test_find);
  WINDOW_TEST ("/window-files/lanes", NULL, test_lanes);
  WINDOW_TEST ("/window-files/problems", NULL, test_problems);
  g_test_add_func ("/window-files/drop-zones", test_drop_zones);
  WINDOW_TEST ("/window-files/paste-files", NULL, test_paste_files);
  WINDOW_TEST ("/window-files/paste-page", NULL, test_paste_page);
  WINDOW_TEST ("/window-files/paste-text", NULL, test_paste_text);
  WINDOW_TEST ("/window-files/discard", NULL, test_discard);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
