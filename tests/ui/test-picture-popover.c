/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is chosen of a picture that is to be saved. */
#include "widget-fixture.h"

#include "window/dl-export-popover.h"

static DlTextMeasure *
measure_cb (const char *language, gpointer data)
{
  return dl_text_measure_fixed ();
}

/* The choice that has that entry; selects it. */
static void
choose (GtkWidget *widget, const char *entry)
{
  GtkDropDown *drop_down = GTK_IS_DROP_DOWN (widget) ? GTK_DROP_DOWN (widget) : NULL;
  GListModel  *entries = drop_down == NULL ? NULL : gtk_drop_down_get_model (drop_down);

  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (entries), i), entry))
      gtk_drop_down_set_selected (drop_down, i);
  for (GtkWidget *child = drop_down != NULL ? NULL : gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    choose (child, entry);
}

/* Each choice is what it says. */
static void
test_picture_choices (WidgetFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *colours, *resolution;
    DlThemeKind theme;
    double      scale;
  } rows[] = {
    { "As in the window", "1×", DL_THEME_HIGH_CONTRAST, 1 },
    { "Light", "2×", DL_THEME_LIGHT, 2 },
    { "Dark", "4×", DL_THEME_DARK, 4 },
    { "Print", "2×", DL_THEME_PRINT, 2 },
  };
  GtkWidget *popover = widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (DlExportOptions) options = { 0 };

      choose (popover, rows[i].colours);
      choose (popover, rows[i].resolution);
      dl_export_popover_init_options (DL_EXPORT_POPOVER (popover), DL_THEME_HIGH_CONTRAST, &options);
      g_assert_cmpint (options.theme, ==, rows[i].theme);
      g_assert_cmpfloat (options.scale, ==, rows[i].scale);
    }
  g_assert_finalize_object (popover);
}

/* On a sheet what is seen is laid out anew, for the same time. */
static void
test_picture_size (WidgetFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *size;
    int         width, height;
  } rows[] = { { "A4, landscape", 1123, 794 },
               { "A4, portrait", 794, 1123 },
               { "US Letter, landscape", 1056, 816 },
               { "Slide, 16:9", 1280, 720 } };
  GtkWidget *popover = widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
  DlInstant  from, to;

  dl_view_set_measure_func (self->view, measure_cb, NULL);
  dl_view_set_size (self->view, 1234, 500);
  g_assert_true (dl_view_get_range (self->view, &from, &to));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (DlExportOptions) options = { 0 };

      choose (popover, rows[i].size);
      choose (popover, i % 2 == 0 ? "What is seen now" : "Everything");
      dl_export_popover_init_options (DL_EXPORT_POPOVER (popover), DL_THEME_DARK, &options);
      g_assert_null (options.seen);
      g_assert_cmpint (options.width, ==, rows[i].width);
      g_assert_cmpint (options.height, ==, rows[i].height);
      g_assert_true (i % 2 == 1 ||
                     (dl_instant_compare (options.from, from) == 0 && dl_instant_compare (options.to, to) == 0));
    }
  {
    g_auto (DlExportOptions) options = { 0 };

    choose (popover, "As needed");
    choose (popover, "What is seen now");
    dl_export_popover_init_options (DL_EXPORT_POPOVER (popover), DL_THEME_DARK, &options);
    g_assert_nonnull (options.seen);
    g_assert_cmpint (options.height, ==, 0);
  }
  g_assert_finalize_object (popover);
}

static void
test_picture_of_view (WidgetFixture *self, gconstpointer data)
{
  GtkWidget               *popover = widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
  g_auto (DlExportOptions) options = { 0 };

  dl_view_set_measure_func (self->view, measure_cb, NULL);
  dl_view_set_fold (self->view, TRUE);
  dl_view_set_size (self->view, 1234, 500);
  dl_session_set_lane_field (self->session, DL_LANES_NONE);
  dl_export_popover_init_options (DL_EXPORT_POPOVER (popover), DL_THEME_DARK, &options);
  g_assert_true (options.timeline == dl_view_get_timeline (self->view));
  g_assert_true (options.seen == dl_view_get_scene (self->view));
  g_assert_cmpfloat (dl_scene_get_width (options.seen), ==, 1234);
  g_assert_true (options.arrange.fold);
  g_assert_cmpint (options.arrange.lanes.field, ==, DL_LANES_NONE);
  g_assert_cmpint (options.theme, ==, DL_THEME_DARK);
  g_assert_finalize_object (popover);
}

/* A picture of all dims what the window does. */
static void
test_picture_of_filter (WidgetFixture *self, gconstpointer data)
{
  GtkWidget               *popover = widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
  g_autoptr (DlFilter)     filter = dl_filter_new ();
  g_auto (DlExportOptions) options = { 0 };

  dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_WITH);
  dl_session_set_filter (self->session, filter);
  dl_export_popover_init_options (DL_EXPORT_POPOVER (popover), DL_THEME_DARK, &options);
  g_assert_true (options.arrange.shown == dl_session_get_shown (self->session));
  g_assert_cmpuint (dl_event_set_get_n (options.arrange.shown), ==, 0);
  g_assert_finalize_object (popover);
}

/* What somebody writes in the place of the timeline's title, of which this one has none, stays; and
 * the legend is the one that is chosen. */
static void
test_picture_title (WidgetFixture *self, gconstpointer data)
{
  static const struct
  {
    const char  *written, *legend;
    DlLegendMode mode;
  } rows[] = {
    { NULL, NULL, DL_LEGEND_IF_NEEDED },
    { "Another one", "None", DL_LEGEND_NONE },
    { "", "All signs", DL_LEGEND_ALL },
    { NULL, "Unusual signs", DL_LEGEND_IF_NEEDED },
  };
  GtkWidget   *popover = widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
  GtkEditable *title = GTK_EDITABLE (widget_tree_find (popover, GTK_TYPE_ENTRY, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (DlExportOptions) options = { 0 };

      if (rows[i].written != NULL)
        gtk_editable_set_text (title, rows[i].written);
      if (rows[i].legend != NULL)
        choose (popover, rows[i].legend);
      dl_export_popover_init_options (DL_EXPORT_POPOVER (popover), DL_THEME_DARK, &options);
      g_assert_cmpstr (options.title, ==, i == 1 ? rows[i].written : NULL);
      g_assert_cmpint (options.legend, ==, rows[i].mode);
    }
  g_assert_finalize_object (popover);
}

/* Its button asks for the picture to be saved. */
static void
test_picture_save (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *popover = widget_fixture_make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
  guint      n = 0;

  g_signal_connect_swapped (popover, "save", G_CALLBACK (widget_tree_count_cb), &n);
  g_signal_emit_by_name (widget_tree_find (popover, GTK_TYPE_BUTTON, "_Save Picture…"), "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (popover);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/picture-popover/size", NULL, test_picture_size);
  WIDGET_TEST ("/picture-popover/of-view", NULL, test_picture_of_view);
  WIDGET_TEST ("/picture-popover/choices", NULL, test_picture_choices);
  WIDGET_TEST ("/picture-popover/title", NULL, test_picture_title);
  WIDGET_TEST ("/picture-popover/save", NULL, test_picture_save);
  WIDGET_TEST ("/picture-popover/of-filter", NULL, test_picture_of_filter);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
