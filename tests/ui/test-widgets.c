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
  g_test_add_func ("/widgets/event-proxy", test_event_proxy);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
