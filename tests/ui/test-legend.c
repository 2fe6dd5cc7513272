/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend of signs, and the colours beside the values of a filter. */
#include "drawn.h"
#include "widget-fixture.h"

#include <string.h>

#include "draw/dl-theme.h"
#include "layout/dl-legend.h"
#include "widgets/dl-filter-group.h"
#include "widgets/dl-filter-row.h"
#include "widgets/dl-hue-dot.h"
#include "widgets/dl-legend-sample.h"
#include "widgets/dl-legend-view.h"
#include "widgets/dl-look.h"

static guint
count_rows (GtkWidget *legend)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (legend); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/* Each sign with what it means, in their order; shown anew, it has no more than what it is shown. */
static void
test_signs (WidgetFixture *self, gconstpointer data)
{
  DlTimeline      *timeline = dl_session_get_timeline (self->session);
  DlLegendView    *legend = DL_LEGEND_VIEW (g_object_ref_sink (dl_legend_view_new ()));
  g_autofree char *line = dl_legend_dup_words (DL_SIGN_LINE, DL_MEANS_DATE | DL_MEANS_DENSITY);
  g_autofree char *density = dl_legend_dup_words (DL_SIGN_DENSITY, DL_MEANS_DATE | DL_MEANS_DENSITY);
  GtkWidget       *first, *last, *words;

  gtk_test_accessible_assert_role (legend, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (legend, GTK_ACCESSIBLE_PROPERTY_LABEL, "How to read it");
  g_assert_false (dl_legend_view_show (legend, timeline, 0));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (dl_legend_view_show (legend, timeline, DL_MEANS_DATE | DL_MEANS_DENSITY));
      g_assert_cmpuint (count_rows (GTK_WIDGET (legend)), ==, 2);
    }
  first = gtk_widget_get_first_child (GTK_WIDGET (legend));
  last = gtk_widget_get_last_child (GTK_WIDGET (legend));
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, line);
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_LABEL, density);
  words = widget_tree_find (first, GTK_TYPE_LABEL, line);
  g_assert_nonnull (words);
  g_assert_true (DL_IS_LEGEND_SAMPLE (gtk_widget_get_prev_sibling (words)));
  /* Tab does not stop at each. */
  g_assert_false (gtk_label_get_selectable (GTK_LABEL (words)));
  g_assert_false (dl_legend_view_show (legend, timeline, 0));
  g_assert_cmpuint (count_rows (GTK_WIDGET (legend)), ==, 0);
  g_assert_finalize_object (legend);
}

/* In a row at first, and below each other where there would be no room. */
static void
test_large_text (WidgetFixture *self, gconstpointer data)
{
  GtkWidget      *legend = dl_legend_view_new ();
  GtkWidget      *window, *row, *sample;
  GskRenderNode  *node;
  graphene_rect_t usual, large;
  int             width, height;

  dl_legend_view_show (DL_LEGEND_VIEW (legend), dl_session_get_timeline (self->session), DL_MEANS_INTERVAL);
  window = widget_tree_show (legend, 400, 600);
  row = gtk_widget_get_first_child (legend);
  sample = gtk_widget_get_first_child (row);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (row)), ==, GTK_ORIENTATION_HORIZONTAL);
  g_assert_cmpint (gtk_box_get_spacing (GTK_BOX (row)), >, 0);
  gtk_widget_measure (sample, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (sample, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, DL_SAMPLE_WIDTH);
  g_assert_cmpint (height, ==, DL_SAMPLE_HEIGHT);
  node = drawn_take (sample);
  gsk_render_node_get_bounds (node, &usual);
  gsk_render_node_unref (node);
  g_assert_cmpfloat (usual.size.width, >, DL_SAMPLE_WIDTH / 2);

  g_object_set (gtk_widget_get_settings (legend), "gtk-font-name", "Sans 22", NULL);
  WAIT_FOR (gtk_orientable_get_orientation (GTK_ORIENTABLE (row)) == GTK_ORIENTATION_VERTICAL);
  g_assert_cmpint (gtk_box_get_spacing (GTK_BOX (row)), ==, 0);
  g_assert_cmpint (gtk_widget_get_halign (sample), ==, GTK_ALIGN_START);
  gtk_widget_measure (sample, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, 2 * DL_SAMPLE_WIDTH);
  node = drawn_take (sample);
  gsk_render_node_get_bounds (node, &large);
  gsk_render_node_unref (node);
  g_assert_cmpfloat_with_epsilon (large.size.width, 2 * usual.size.width, 2);
  gtk_settings_reset_property (gtk_widget_get_settings (legend), "gtk-font-name");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Two topics, of which the file says the colours. */
#define COLOURS(first, second)                                                                                         \
  "{\"dateline\": 1, \"topics\": [{\"id\": \"a\", \"name\": \"Topic A\", \"color\": \"" first "\"}, {\"id\": \"b\", "  \
  "\"name\": \"Topic B\", \"color\": \"" second "\"}], \"events\": ["                                                  \
  "{\"title\": \"First\", \"date\": \"2025-10-01\", \"topics\": [\"a\"]}, "                                            \
  "{\"title\": \"Second\", \"date\": \"2025-10-05\", \"topics\": [\"b\"]}, {\"title\": \"Third\", \"date\": "          \
  "\"2025\"}]}"

/* In which colour the dot beside a value is. */
static gboolean
has_hue (GtkWidget *group, const char *name, guint hue)
{
  GtkWidget      *row = gtk_widget_get_ancestor (widget_tree_find (group, GTK_TYPE_LABEL, name), DL_TYPE_FILTER_ROW);
  GtkWidget      *dot = widget_tree_find (row, DL_TYPE_HUE_DOT, NULL);
  GskRenderNode  *node = drawn_take (dot);
  const DlTheme  *theme = dl_theme_get (dl_look_get_theme (dot));
  graphene_rect_t bounds;
  gboolean        found;

  g_assert_nonnull (node);
  found = drawn_has_color (node, &theme->hues[hue], &bounds);
  gsk_render_node_unref (node);
  return found && bounds.size.width == bounds.size.height && bounds.size.width > 0;
}

/* A topic has the colour of its lane, also after the file has been read anew; what has no topic has none. */
static void
test_hues (WidgetFixture *self, gconstpointer data)
{
  static const char *const texts[] = { COLOURS ("red", "blue"), COLOURS ("green", "red") };
  GtkWidget               *group = dl_filter_group_new (self->view, DL_FILTER_TOPIC);
  GtkWidget               *window = NULL;
  GtkWidget               *none;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (DlFacets) facets = NULL;
      g_autofree guint8   *hues = NULL;
      const DlLaneOptions  options = { .field = DL_LANES_BY_TOPIC };

      dl_session_open_text (self->session, bytes);
      WAIT_FOR (!dl_session_get_loading (self->session));
      facets = dl_facets_new (dl_session_get_whole (self->session), NULL);
      dl_filter_group_set_facets (DL_FILTER_GROUP (group), facets, NULL);
      if (window == NULL)
        window = widget_tree_show (group, 400, 600);
      hues = dl_lanes_dup_hues (dl_session_get_timeline (self->session), &options);
      g_assert_cmpuint (hues[0], !=, hues[1]);
      g_assert_true (has_hue (group, "Topic A", hues[0]));
      g_assert_true (has_hue (group, "Topic B", hues[1]));
    }
  none = gtk_widget_get_ancestor (widget_tree_find (group, GTK_TYPE_LABEL, "No topic"), DL_TYPE_FILTER_ROW);
  g_assert_cmpfloat (gtk_widget_get_opacity (widget_tree_find (none, DL_TYPE_HUE_DOT, NULL)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a row says to who does not see it. */
static void
test_row_names (void)
{
  GtkWidget   *row = g_object_ref_sink (dl_filter_row_new (DL_FILTER_STATUS));
  GtkWidget   *check = widget_tree_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget   *exclude = widget_tree_find_class (row, "exclude");
  DlFacetValue value = { .key = (char *) "planned", .name = (char *) "Planned", .n = 1 };

  dl_filter_row_set_value (DL_FILTER_ROW (row), &value, DL_FILTER_ANY, DL_NONE);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Planned, 1 event");
  gtk_test_accessible_assert_property (exclude, GTK_ACCESSIBLE_PROPERTY_LABEL, "Exclude Planned");
  g_assert_false (gtk_widget_has_css_class (row, "empty"));
  g_assert_false (gtk_widget_has_css_class (row, "excluded"));
  value.n = 0;
  dl_filter_row_set_value (DL_FILTER_ROW (row), &value, DL_FILTER_NOT, DL_NONE);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Planned, 0 events, excluded");
  g_assert_true (gtk_widget_has_css_class (row, "empty"));
  g_assert_true (gtk_widget_has_css_class (row, "excluded"));
  g_assert_cmpstr (dl_filter_row_get_key (DL_FILTER_ROW (row)), ==, "planned");
  value.key = (char *) "happened";
  dl_filter_row_set_value (DL_FILTER_ROW (row), &value, DL_FILTER_WITH, DL_NONE);
  g_assert_cmpstr (dl_filter_row_get_key (DL_FILTER_ROW (row)), ==, "happened");
  g_assert_false (gtk_widget_has_css_class (row, "excluded"));
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/legend/signs", NULL, test_signs);
  WIDGET_TEST ("/legend/large-text", NULL, test_large_text);
  WIDGET_TEST ("/legend/hues", NULL, test_hues);
  g_test_add_func ("/legend/row-names", test_row_names);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
