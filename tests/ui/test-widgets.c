/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our widgets are whole once they are made: what they are of is a property, and
 * they show what holds already. */
#include "widget-fixture.h"

#include "widgets/dl-detail-pane.h"
#include "widgets/dl-event-proxy.h"
#include "widgets/dl-measure-bar.h"
#include "widgets/dl-timeline-about.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-export-popover.h"
#include "window/dl-go-to-popover.h"
#include "window/dl-header-middle.h"
#include "window/dl-split.h"

static void
test_made_of (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *widget;

  dl_session_select (self->session, 0);
  widget = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_true (widget_tree_has_label (widget, "First"));
  g_assert_finalize_object (widget);
  g_assert_finalize_object (widget_fixture_make (DL_TYPE_TIMELINE_ABOUT, "view", self->view));

  dl_session_measure_to (self->session, 1);
  widget = widget_fixture_make (DL_TYPE_MEASURE_BAR, "session", self->session);
  g_assert_true (widget_tree_has_label (widget, "4 days · 2 events · 0 sources"));
  g_assert_finalize_object (widget);

  g_assert_finalize_object (widget_fixture_make (DL_TYPE_GO_TO_POPOVER, "view", self->view));
  g_assert_finalize_object (widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view));
  g_assert_finalize_object (widget_fixture_make (DL_TYPE_TIMELINE_VIEW, "view", self->view));
}

static void
test_split (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *main_part = gtk_label_new ("Main");
  GtkWidget *side_part = gtk_label_new ("Side");
  GtkWidget *split = g_object_ref_sink (g_object_new (DL_TYPE_SPLIT, "main-part", main_part, "side-part", side_part,
                                                      "side-width", 500, "show-side", FALSE, NULL));
  guint      count = 0;

  g_assert_cmpint (widget_fixture_get_side_width (split), ==, 500);
  g_assert_false (gtk_widget_get_visible (side_part));
  g_signal_connect_swapped (split, "notify", G_CALLBACK (widget_tree_count_cb), &count);
  g_object_set (split, "show-side", TRUE, "side-width", 300, "side-needed", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (side_part));
  g_assert_cmpuint (count, ==, 3);
  /* What holds already is no news. */
  g_object_set (split, "show-side", TRUE, "side-width", 300, "side-needed", TRUE, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (split);
}

/* Sizes */

static int
get_least (GtkWidget *widget, GtkOrientation orientation)
{
  int least;

  gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
allocate (GtkWidget *widget, int width, int height)
{
  get_least (widget, GTK_ORIENTATION_HORIZONTAL);
  get_least (widget, GTK_ORIENTATION_VERTICAL);
  gtk_widget_allocate (widget, width, height, -1, NULL);
}

static graphene_rect_t
place_of (GtkWidget *widget, GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return bounds;
}

/* The details are beside the timeline, as wide as they were, or below it where there is no room. */
static void
test_split_sizes (void)
{
  GtkWidget *main_part = gtk_label_new ("Main");
  GtkWidget *side_part = gtk_label_new ("Side");
  GtkWidget *split = g_object_ref_sink (dl_split_new (main_part, side_part));
  GtkWidget *paned = gtk_widget_get_first_child (split);

  dl_split_set_side_width (DL_SPLIT (split), 300);
  allocate (split, 1200, 700);
  g_assert_false (dl_split_get_narrow (DL_SPLIT (split)));
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)), ==, GTK_ORIENTATION_HORIZONTAL);
  g_assert_cmpfloat_with_epsilon (place_of (side_part, split).size.width, 300, 12);
  g_assert_cmpfloat_with_epsilon (place_of (side_part, split).origin.x, 900, 12);
  /* The timeline takes what there is more, and somebody may move the edge. */
  allocate (split, 1400, 700);
  g_assert_cmpfloat_with_epsilon (place_of (side_part, split).size.width, 300, 12);
  gtk_paned_set_position (GTK_PANED (paned), 1000);
  allocate (split, 1400, 700);
  allocate (split, 1400, 701);
  g_assert_cmpint (widget_fixture_get_side_width (split), ==, 400);

  /* Only what is needed there. */
  allocate (split, 600, 700);
  g_assert_true (dl_split_get_narrow (DL_SPLIT (split)));
  WAIT_FOR (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_VERTICAL);
  g_assert_false (gtk_widget_get_visible (side_part));
  dl_split_set_side_needed (DL_SPLIT (split), TRUE);
  g_assert_true (gtk_widget_get_visible (side_part));
  allocate (split, 600, 700);
  g_assert_cmpfloat_with_epsilon (place_of (side_part, split).origin.y, 0.58 * 700, 12);
  g_assert_cmpint (get_least (split, GTK_ORIENTATION_HORIZONTAL), <=, 300);

  allocate (split, 1400, 700);
  WAIT_FOR (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_HORIZONTAL);
  allocate (split, 1400, 700);
  g_assert_cmpfloat_with_epsilon (place_of (side_part, split).size.width, 400, 12);
  dl_split_set_side_needed (DL_SPLIT (split), FALSE);
  g_assert_true (gtk_widget_get_visible (side_part));
  g_assert_finalize_object (split);
}

static GtkWidget *
add_part (GtkWidget *middle, int width, int height)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (part, width, height);
  gtk_widget_set_parent (part, middle);
  return part;
}

/* The choice of views is in the middle, the title before it and the tools at the end; what has no room goes. */
static void
test_header_middle (void)
{
  for (GtkTextDirection direction = GTK_TEXT_DIR_LTR; direction <= GTK_TEXT_DIR_RTL; direction++)
    {
      GtkWidget *middle = g_object_ref_sink (g_object_new (DL_TYPE_HEADER_MIDDLE, NULL));
      GtkWidget *title, *choice, *tools;
      gboolean   rtl = direction == GTK_TEXT_DIR_RTL;

      /* Before all of it is there. */
      g_assert_cmpint (get_least (middle, GTK_ORIENTATION_VERTICAL), ==, 0);
      title = add_part (middle, 80, 20);
      choice = add_part (middle, 200, 34);
      tools = add_part (middle, 100, 30);
      gtk_widget_set_direction (middle, direction);
      g_assert_cmpint (get_least (middle, GTK_ORIENTATION_VERTICAL), ==, 34);
      g_assert_cmpint (get_least (middle, GTK_ORIENTATION_HORIZONTAL), ==, 200);
      allocate (middle, 1000, 40);
      g_assert_cmpfloat (place_of (title, middle).origin.x, ==, rtl ? 920 : 0);
      g_assert_cmpfloat (place_of (choice, middle).origin.x, ==, 400);
      g_assert_cmpfloat (place_of (choice, middle).size.width, ==, 200);
      g_assert_cmpfloat (place_of (tools, middle).origin.x, ==, rtl ? 0 : 900);
      /* It makes way for what is at the end, and the title for it. */
      allocate (middle, 420, 40);
      g_assert_cmpfloat (place_of (choice, middle).origin.x, ==, rtl ? 420 - 108 - 200 : 108);
      g_assert_cmpfloat (place_of (tools, middle).origin.x, ==, rtl ? 0 : 320);
      g_assert_cmpfloat (place_of (title, middle).size.width, ==, 80);
      allocate (middle, 330, 40);
      g_assert_false (gtk_widget_get_child_visible (title));
      g_assert_true (gtk_widget_get_child_visible (tools));
      allocate (middle, 250, 40);
      g_assert_false (gtk_widget_get_child_visible (tools));
      g_assert_true (gtk_widget_get_child_visible (choice));
      g_assert_finalize_object (middle);
    }
}

/* What stands in for an event counts from one. */
static void
test_event_proxy (void)
{
  GtkWidget *proxy = g_object_ref_sink (dl_event_proxy_new ());

  for (guint i = 0; i < 3; i++)
    {
      dl_event_proxy_set (DL_EVENT_PROXY (proxy), i, "Lane", "Name", "Description", i == 1, 3, graphene_rect_zero ());
      gtk_test_accessible_assert_relation (proxy, GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) i + 1);
      gtk_test_accessible_assert_relation (proxy, GTK_ACCESSIBLE_RELATION_SET_SIZE, 3);
      gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL, "Name");
      gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Description");
      gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_SELECTED, i == 1);
    }
  g_assert_finalize_object (proxy);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/widgets/made-of", NULL, test_made_of);
  WIDGET_TEST ("/widgets/split", NULL, test_split);
  g_test_add_func ("/widgets/split-sizes", test_split_sizes);
  g_test_add_func ("/widgets/header-middle", test_header_middle);
  g_test_add_func ("/widgets/event-proxy", test_event_proxy);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
