/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What filters are asked for with, without a window around it. */
#include <string.h>

#include "../bench/bench-desk.h"
#include "widgets/dl-detail-pane.h"
#include "widgets/dl-filter-chips.h"
#include "widgets/dl-filter-group.h"
#include "widgets/dl-filter-pane.h"
#include "widgets/dl-filter-row.h"
#include "widgets/dl-wrap-layout.h"
#include "window/dl-drawer.h"

typedef struct
{
  DlSession *session;
  DlView    *view;
} Fixture;

/* Each event has a topic of its own; of every tenth it is the same, and every second
 * is planned. */
static char *
write_events (guint n)
{
  GString *out = g_string_new ("{\"dateline\": 1, \"topics\": [{\"id\": \"tenth\", \"name\": \"Every tenth\"}");

  for (guint i = 0; i < n; i++)
    if (i % 10 != 0)
      g_string_append_printf (out, ", {\"id\": \"t%u\", \"name\": \"Topic %05u%s\"}", i, i, i == 41 ? " Ärger" : "");
  g_string_append (out, "], \"events\": [");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "%s{\"title\": \"Number %u\", \"date\": \"%u\", \"status\": \"%s\", \"topics\": [\"",
                              i > 0 ? ", " : "", i, 1900 + i % 100, i % 2 == 0 ? "happened" : "planned");
      if (i % 10 == 0)
        g_string_append (out, "tenth\"]}");
      else
        g_string_append_printf (out, "t%u\"]}", i);
    }
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}

static void
open_events (Fixture *self, guint n)
{
  g_autofree char   *text = write_events (n);
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "many.dateline.json", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, n);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  open_events (self, GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
}

static guint
count (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_is_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

/* The first one of its kind, within which there is that label where @text is not NULL. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_visible (widget) &&
      (text == NULL || (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)) ||
       (!GTK_IS_LABEL (widget) && find (widget, GTK_TYPE_LABEL, text) != NULL)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);
  return found;
}

static void
click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  if (GTK_IS_CHECK_BUTTON (widget))
    g_signal_emit_by_name (widget, "activate");
  else
    g_signal_emit_by_name (widget, "clicked");
}

static DlFilterChoice
asked (Fixture *self, DlFilterField field, const char *key)
{
  return dl_filter_get (dl_session_get_filter (self->session), field, key);
}

static void
ask (Fixture *self, DlFilterField field, const char *key, DlFilterChoice choice)
{
  g_autoptr (DlFilter) filter = dl_filter_copy (dl_session_get_filter (self->session));

  dl_filter_set (filter, field, key, choice);
  dl_session_set_filter (self->session, filter);
}

/* Rows */

static void
chosen_cb (DlFilterRow *row, guint choice, GArray *choices)
{
  g_array_append_val (choices, choice);
}

/* A row asks, and shows what it is told. */
static void
test_row (Fixture *self, gconstpointer data)
{
  GtkWidget         *row = g_object_ref_sink (dl_filter_row_new (DL_FILTER_STATUS));
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (guint));
  DlFacetValue       value = { .key = (char *) "planned", .name = (char *) "Planned", .index = 2, .n = 7 };
  GtkWidget         *check = find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget         *exclude = find (row, GTK_TYPE_TOGGLE_BUTTON, NULL);
  static const struct
  {
    DlFilterChoice now;
    gboolean       excludes;
    DlFilterChoice wanted;
  } rows[] = {
    { DL_FILTER_ANY, FALSE, DL_FILTER_WITH }, { DL_FILTER_WITH, FALSE, DL_FILTER_ANY },
    { DL_FILTER_NOT, FALSE, DL_FILTER_ANY },  { DL_FILTER_ANY, TRUE, DL_FILTER_NOT },
    { DL_FILTER_WITH, TRUE, DL_FILTER_NOT },  { DL_FILTER_NOT, TRUE, DL_FILTER_ANY },
  };

  g_signal_connect (row, "choose", G_CALLBACK (chosen_cb), choices);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      dl_filter_row_set_value (DL_FILTER_ROW (row), &value, rows[i].now, DL_NONE);
      g_assert_cmpuint (choices->len, ==, i);
      click (rows[i].excludes ? exclude : check);
      g_assert_cmpuint (choices->len, ==, i + 1);
      g_assert_cmpuint (g_array_index (choices, guint, i), ==, rows[i].wanted);
      /* It is told nothing new: it shows what holds. */
      g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)), ==, rows[i].now == DL_FILTER_WITH);
      g_assert_cmpint (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (check)), ==, rows[i].now == DL_FILTER_NOT);
      g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (exclude)), ==, rows[i].now == DL_FILTER_NOT);
    }
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "Planned"));
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "7"));
  g_assert_finalize_object (row);
}

static void
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean               taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  g_assert_true (taken);
}

/* Its two parts lie side by side, whichever way one reads. */
static void
test_row_keys (Fixture *self, gconstpointer data)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      GtkWidget         *window = gtk_window_new ();
      GtkWidget         *row = dl_filter_row_new (DL_FILTER_STATUS);
      DlFacetValue       value = { .key = (char *) "planned", .name = (char *) "Planned", .index = 2, .n = 7 };
      g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (guint));

      gtk_widget_set_direction (row, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      dl_filter_row_set_value (DL_FILTER_ROW (row), &value, DL_FILTER_ANY, DL_NONE);
      g_signal_connect (row, "choose", G_CALLBACK (chosen_cb), choices);
      gtk_window_set_child (GTK_WINDOW (window), row);
      gtk_window_present (GTK_WINDOW (window));
      press (row, rtl ? GDK_KEY_Left : GDK_KEY_Right);
      g_assert_true (GTK_IS_TOGGLE_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
      press (row, rtl ? GDK_KEY_Right : GDK_KEY_Left);
      g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
      press (row, GDK_KEY_Delete);
      g_assert_cmpuint (choices->len, ==, 1);
      g_assert_cmpuint (g_array_index (choices, guint, 0), ==, DL_FILTER_NOT);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Groups */

static void
test_group (Fixture *self, gconstpointer data)
{
  GtkWidget           *group = g_object_ref_sink (dl_filter_group_new (self->view, DL_FILTER_TOPIC));
  g_autoptr (DlFacets) facets = dl_facets_new (dl_session_get_whole (self->session), NULL);
  g_autoptr (DlFilter) filter = dl_filter_new ();
  g_autoptr (DlFacets) planned = NULL;

  /* What nothing is known of is not there. */
  g_assert_false (gtk_widget_get_visible (group));
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, NULL);
  g_assert_true (gtk_widget_get_visible (group));
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 5);
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Every tenth"));
  g_assert_nonnull (find (group, GTK_TYPE_BUTTON, "1796 more…"));

  click (find (group, GTK_TYPE_BUTTON, "1796 more…"));
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 55);
  click (find (group, GTK_TYPE_BUTTON, "1746 more…"));
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 105);

  /* What is asked for is always there, in its place. */
  dl_filter_group_find (DL_FILTER_GROUP (group), NULL);
  dl_filter_set (filter, DL_FILTER_TOPIC, "t1777", DL_FILTER_NOT);
  dl_filter_set (filter, DL_FILTER_TOPIC, "t999", DL_FILTER_WITH);
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, filter);
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 7);
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Topic 00999"));
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Topic 01777"));
  g_assert_nonnull (find (group, GTK_TYPE_BUTTON, "1794 more…"));

  /* Of what no event is left nothing is shown before what some are left of. */
  dl_filter_set (filter, DL_FILTER_STATUS, "planned", DL_FILTER_WITH);
  planned = dl_facets_new (dl_session_get_whole (self->session), filter);
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), planned, filter);
  g_assert_null (find (group, DL_TYPE_FILTER_ROW, "Every tenth"));
  g_assert_null (find (group, DL_TYPE_FILTER_ROW, "Topic 00002"));
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Topic 00001"));
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Topic 00999"));
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 7);
  dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, filter);
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Every tenth"));

  /* Found without case, accents and width. */
  dl_filter_group_find (DL_FILTER_GROUP (group), "ＡRG");
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 1);
  g_assert_nonnull (find (group, DL_TYPE_FILTER_ROW, "Topic 00041 Ärger"));
  dl_filter_group_find (DL_FILTER_GROUP (group), "topic");
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 22);
  dl_filter_group_find (DL_FILTER_GROUP (group), "nowhere");
  g_assert_false (gtk_widget_get_visible (group));
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 0);
  dl_filter_group_find (DL_FILTER_GROUP (group), "");
  g_assert_cmpuint (count (group, DL_TYPE_FILTER_ROW), ==, 7);
  g_assert_finalize_object (group);
}

/* The pane */

static void
test_pane (Fixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_ref_sink (dl_filter_pane_new (self->view));
  GtkWidget *row;

  /* It shows what holds, and asks the session. */
  row = find (pane, DL_TYPE_FILTER_ROW, "Planned");
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "1000"));
  click (find (find (pane, DL_TYPE_FILTER_ROW, "Every tenth"), GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_cmpint (asked (self, DL_FILTER_TOPIC, "tenth"), ==, DL_FILTER_WITH);
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "0"));
  click (find (row, GTK_TYPE_TOGGLE_BUTTON, NULL));
  g_assert_cmpint (asked (self, DL_FILTER_STATUS, "planned"), ==, DL_FILTER_NOT);
  dl_session_set_filter (self->session, NULL);
  /* What no event has is no field to choose from, unless it is asked for. */
  g_assert_null (find (pane, DL_TYPE_FILTER_ROW, "No place"));
  ask (self, DL_FILTER_PLACE, "none", DL_FILTER_NOT);
  g_assert_nonnull (find (pane, DL_TYPE_FILTER_ROW, "No place"));
  dl_session_set_filter (self->session, NULL);
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "1000"));
  g_assert_false (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (find (row, GTK_TYPE_CHECK_BUTTON, NULL))));
  /* The same row all the time: the keyboard may be on it. */
  g_assert_true (find (pane, DL_TYPE_FILTER_ROW, "Planned") == row);
  g_assert_finalize_object (pane);
}

/* Of very many events the numbers come later; what is chosen is seen at once. */
static void
test_pane_of_many (Fixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_ref_sink (dl_filter_pane_new (self->view));
  GtkWidget *row;

  g_assert_null (find (pane, DL_TYPE_FILTER_ROW, NULL));
  while ((row = find (pane, DL_TYPE_FILTER_ROW, "Planned")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "3000"));
  click (find (find (pane, DL_TYPE_FILTER_ROW, "Every tenth"), GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_true (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (find (find (pane, DL_TYPE_FILTER_ROW, "Every tenth"), GTK_TYPE_CHECK_BUTTON, NULL))));
  g_assert_nonnull (find (row, GTK_TYPE_LABEL, "3000"));
  /* Another one before these are known. */
  ask (self, DL_FILTER_TOPIC, "tenth", DL_FILTER_NOT);
  ask (self, DL_FILTER_TOPIC, "t1", DL_FILTER_NOT);
  while (find (row, GTK_TYPE_LABEL, "2999") == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* It may go while something is being counted. */
  ask (self, DL_FILTER_TOPIC, "t1", DL_FILTER_ANY);
  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  g_object_unref (pane);
  while (pane != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Chips */

static void
test_chips (Fixture *self, gconstpointer data)
{
  GtkWidget *chips = g_object_ref_sink (dl_filter_chips_new (self->session));

  g_assert_false (gtk_widget_get_visible (chips));
  ask (self, DL_FILTER_TOPIC, "tenth", DL_FILTER_WITH);
  ask (self, DL_FILTER_TOPIC, "t1", DL_FILTER_WITH);
  ask (self, DL_FILTER_STATUS, "planned", DL_FILTER_NOT);
  g_assert_true (gtk_widget_get_visible (chips));
  g_assert_nonnull (find (chips, GTK_TYPE_BUTTON, "Topic: Every tenth or Topic 00001"));
  g_assert_nonnull (find (chips, GTK_TYPE_LABEL, "The other 1800 are dimmed"));
  dl_session_set_filter_hides (self->session, TRUE);
  while (dl_session_get_filtering (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find (chips, GTK_TYPE_LABEL, "The other 1800 are hidden"));
  /* A list has none of the others, dimmed or not. */
  dl_filter_chips_set_in_picture (DL_FILTER_CHIPS (chips), FALSE);
  g_assert_false (gtk_widget_is_visible (find (chips, GTK_TYPE_LABEL, "The other 1800 are hidden")));
  g_assert_true (gtk_widget_is_visible (find (chips, GTK_TYPE_BUTTON, "Clear All")));
  dl_filter_chips_set_in_picture (DL_FILTER_CHIPS (chips), TRUE);
  g_assert_true (gtk_widget_is_visible (find (chips, GTK_TYPE_LABEL, "The other 1800 are hidden")));
  /* A chip is of all its values. */
  click (find (chips, GTK_TYPE_BUTTON, "Topic: Every tenth or Topic 00001"));
  g_assert_cmpint (asked (self, DL_FILTER_TOPIC, "tenth"), ==, DL_FILTER_ANY);
  g_assert_cmpint (asked (self, DL_FILTER_TOPIC, "t1"), ==, DL_FILTER_ANY);
  g_assert_cmpint (asked (self, DL_FILTER_STATUS, "planned"), ==, DL_FILTER_NOT);
  click (find (chips, GTK_TYPE_BUTTON, "Status: not Planned"));
  g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
  g_assert_false (gtk_widget_get_visible (chips));
  dl_session_set_filter_hides (self->session, FALSE);
  g_assert_finalize_object (chips);
}

/* Where the keyboard is on a chip that goes, it comes to the one in its place, or to the last. */
static void
test_chips_focus (Fixture *self, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chips = dl_filter_chips_new (self->session);

  gtk_window_set_child (GTK_WINDOW (window), chips);
  ask (self, DL_FILTER_TOPIC, "tenth", DL_FILTER_NOT);
  ask (self, DL_FILTER_STATUS, "planned", DL_FILTER_NOT);
  ask (self, DL_FILTER_HAS, "quotes", DL_FILTER_NOT);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_grab_focus (find (chips, GTK_TYPE_BUTTON, "Status: not Planned")));
  click (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find (chips, GTK_TYPE_BUTTON, "Has: not With quotes"));
  click (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find (chips, GTK_TYPE_BUTTON, "Topic: not Every tenth"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Details of an event that the filter leaves out, but does not hide. */
static void
test_details (Fixture *self, gconstpointer data)
{
  static const char *const says = "This event does not match the filter.";
  GtkWidget               *pane = g_object_ref_sink (dl_detail_pane_new (self->view));
  guint                    odd = 1; /* planned */

  dl_session_select (self->session, odd);
  g_assert_null (find (pane, GTK_TYPE_LABEL, says));
  ask (self, DL_FILTER_STATUS, "planned", DL_FILTER_NOT);
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, says));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find (pane, GTK_TYPE_BUTTON, "Clear the Filter"))),
                   ==, "win.clear-filter");
  /* What else is asked for makes it no second time. */
  ask (self, DL_FILTER_TOPIC, "t1", DL_FILTER_NOT);
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, says));
  dl_session_select (self->session, odd + 1);
  g_assert_null (find (pane, GTK_TYPE_LABEL, says));
  dl_session_select (self->session, odd);
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, says));
  ask (self, DL_FILTER_TOPIC, "t1", DL_FILTER_ANY);
  ask (self, DL_FILTER_STATUS, "planned", DL_FILTER_ANY);
  g_assert_null (find (pane, GTK_TYPE_LABEL, says));
  dl_session_select (self->session, DL_NONE);
  g_assert_finalize_object (pane);
}

/* Layouts */

static void
allocate (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, MAX (height, 100), -1, NULL);
}

static graphene_rect_t
place_of (GtkWidget *widget, GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return bounds;
}

static GtkWidget *
add_block (GtkWidget *parent, int width)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (block, width, 20);
  gtk_widget_set_parent (block, parent);
  return block;
}

static void
test_wrap (Fixture *self, gconstpointer data)
{
  for (GtkTextDirection direction = GTK_TEXT_DIR_LTR; direction <= GTK_TEXT_DIR_RTL; direction++)
    {
      GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
      GtkWidget *blocks[4];
      int        least, wide, low, high;

      gtk_widget_set_layout_manager (box, g_object_new (DL_TYPE_WRAP_LAYOUT, NULL));
      gtk_widget_set_direction (box, direction);
      for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
        blocks[i] = add_block (box, 100 + 10 * (int) i);
      gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      g_assert_cmpint (least, ==, 130);
      g_assert_cmpint (wide, >, 460);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, wide, &low, NULL, NULL, NULL);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 260, &high, NULL, NULL, NULL);
      g_assert_cmpint (low, ==, 20);
      g_assert_cmpint (high, >, 40);
      g_assert_cmpint (high, <, 60);

      allocate (box, 260);
      for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
        {
          graphene_rect_t place = place_of (blocks[i], box);
          float           x = direction == GTK_TEXT_DIR_LTR ? place.origin.x : 260 - place.origin.x - place.size.width;

          g_assert_cmpint ((int) place.origin.y > 0, ==, i >= 2);
          if (i % 2 == 0)
            g_assert_cmpfloat (x, ==, 0);
          else
            g_assert_cmpfloat (x, >=, i == 1 ? 100 : 120);
          /* The last one ends where the line does. */
          if (i == 3)
            g_assert_cmpfloat (x + place.size.width, ==, 260);
        }
      while (gtk_widget_get_first_child (box) != NULL)
        gtk_widget_unparent (gtk_widget_get_first_child (box));
      g_assert_finalize_object (box);
    }
}

static void
run_idles (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_drawer (Fixture *self, gconstpointer data)
{
  for (GtkTextDirection direction = GTK_TEXT_DIR_LTR; direction <= GTK_TEXT_DIR_RTL; direction++)
    {
      GtkWidget      *main_part = gtk_label_new ("Main");
      GtkWidget      *side_part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget      *drawer = g_object_ref_sink (dl_drawer_new (main_part));
      DlDrawer       *self_ = DL_DRAWER (drawer);
      graphene_rect_t place;
      int             least;

      gtk_widget_set_direction (drawer, direction);
      gtk_widget_set_size_request (side_part, 290, -1);
      g_assert_false (dl_drawer_needs_side (self_));
      dl_drawer_set_show_side (self_, TRUE);
      g_assert_true (dl_drawer_needs_side (self_));
      dl_drawer_set_side (self_, side_part);

      /* Side by side. */
      allocate (drawer, 1000);
      run_idles ();
      g_assert_cmpint (gtk_widget_get_width (main_part), ==, 710);
      place = place_of (side_part, drawer);
      g_assert_cmpfloat (place.origin.x, ==, direction == GTK_TEXT_DIR_LTR ? 0 : 710);
      g_assert_cmpfloat (place.size.width, ==, 290);

      /* No room for both: it goes, and comes when it is asked for, over the main part. */
      gtk_widget_measure (drawer, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <, 290);
      allocate (drawer, 600);
      run_idles ();
      g_assert_true (dl_drawer_is_narrow (self_));
      g_assert_false (dl_drawer_needs_side (self_));
      g_assert_false (gtk_widget_get_visible (side_part));
      dl_drawer_ask_for_side (self_, TRUE);
      g_assert_true (gtk_widget_get_visible (side_part));
      allocate (drawer, 600);
      g_assert_cmpint (gtk_widget_get_width (main_part), ==, 600);
      g_assert_cmpfloat (place_of (side_part, drawer).origin.x, ==, direction == GTK_TEXT_DIR_LTR ? 0 : 310);
      allocate (drawer, 360);
      g_assert_cmpint (gtk_widget_get_width (main_part), ==, 360);
      g_assert_cmpint (gtk_widget_get_width (side_part), ==, 290);
      dl_drawer_ask_for_side (self_, FALSE);
      g_assert_false (gtk_widget_get_visible (side_part));
      g_assert_true (dl_drawer_get_show_side (self_));

      /* It was not turned off. */
      allocate (drawer, 900);
      run_idles ();
      g_assert_true (gtk_widget_get_visible (side_part));
      dl_drawer_set_show_side (self_, FALSE);
      g_assert_false (gtk_widget_get_visible (side_part));
      allocate (drawer, 900);
      g_assert_cmpint (gtk_widget_get_width (main_part), ==, 900);
      g_assert_finalize_object (drawer);
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (!bench_desk_open_for_test (&argc, &argv))
    return 77;
  gtk_init ();
  g_test_add ("/filter/row", Fixture, GUINT_TO_POINTER (10), set_up, test_row, tear_down);
  g_test_add ("/filter/row-keys", Fixture, GUINT_TO_POINTER (10), set_up, test_row_keys, tear_down);
  g_test_add ("/filter/group", Fixture, GUINT_TO_POINTER (2000), set_up, test_group, tear_down);
  g_test_add ("/filter/pane", Fixture, GUINT_TO_POINTER (2000), set_up, test_pane, tear_down);
  g_test_add ("/filter/pane-of-many", Fixture, GUINT_TO_POINTER (6000), set_up, test_pane_of_many, tear_down);
  /* A year each. */
  g_test_add ("/filter/details", Fixture, GUINT_TO_POINTER (100), set_up, test_details, tear_down);
  g_test_add ("/filter/chips", Fixture, GUINT_TO_POINTER (2000), set_up, test_chips, tear_down);
  g_test_add ("/filter/chips-focus", Fixture, GUINT_TO_POINTER (20), set_up, test_chips_focus, tear_down);
  g_test_add ("/filter/wrap", Fixture, GUINT_TO_POINTER (10), set_up, test_wrap, tear_down);
  g_test_add ("/filter/drawer", Fixture, GUINT_TO_POINTER (10), set_up, test_drawer, tear_down);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
