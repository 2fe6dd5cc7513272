/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our widgets are whole once they are made: what they are of is a property, and
 * they show what holds already. Settings are properties too. */
#include "config.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "../bench/bench-desk.h"
#include "app/dl-application.h"
#include "widgets/dl-announcer.h"
#include "widgets/dl-detail-pane.h"
#include "widgets/dl-event-proxy.h"
#include "widgets/dl-keys.h"
#include "widgets/dl-list-view.h"
#include "widgets/dl-overview-view.h"
#include "widgets/dl-measure-bar.h"
#include "widgets/dl-presenter.h"
#include "widgets/dl-timeline-about.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-export-popover.h"
#include "window/dl-go-to-popover.h"
#include "window/dl-split.h"
#include "window/dl-window.h"

#define DEADLINE_SECONDS 40

static DlApplication *application;

typedef struct
{
  DlSession *session;
  DlView    *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char  text[] = "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"2025-10-01\"}, "
                              "{\"title\": \"Second\", \"date\": \"2025-10-05\"}]}";
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "two.dateline.json", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data != NULL ? data : text, -1, &error);
  g_assert_no_error (error);
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (self->session)), ==, 2);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
}

/* Whether there is a label with this text in a widget. */
static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* A new one of @type, whose property @name is @object from the start. */
static GtkWidget *
make (GType type, const char *name, gpointer object)
{
  GtkWidget          *widget = g_object_ref_sink (g_object_new (type, name, object, NULL));
  g_autoptr (GObject) held = NULL;

  g_object_get (widget, name, &held, NULL);
  g_assert_true (held == object);
  return widget;
}

static int
get_side_width (GtkWidget *split)
{
  int width;

  g_object_get (split, "side-width", &width, NULL);
  return width;
}

static void
test_made_of (Fixture *self, gconstpointer data)
{
  GtkWidget *widget;

  dl_session_select (self->session, 0);
  widget = make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_true (has_label (widget, "First"));
  g_assert_finalize_object (widget);
  g_assert_finalize_object (make (DL_TYPE_TIMELINE_ABOUT, "view", self->view));

  dl_session_measure_to (self->session, 1);
  widget = make (DL_TYPE_MEASURE_BAR, "session", self->session);
  g_assert_true (has_label (widget, "4 days · 2 events · 0 sources"));
  g_assert_finalize_object (widget);

  g_assert_finalize_object (make (DL_TYPE_GO_TO_POPOVER, "view", self->view));
  g_assert_finalize_object (make (DL_TYPE_EXPORT_POPOVER, "view", self->view));
  g_assert_finalize_object (make (DL_TYPE_TIMELINE_VIEW, "view", self->view));
}

/* The one with that style class in a widget; NULL where there is none. */
static GtkWidget *
find_class (GtkWidget *widget, const char *name)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, name);
  return found;
}

/* A date in words is told in them, and within which years it lies. */
static const char dates_in_words[] =
  "{\"dateline\": 1, \"events\": [{\"title\": \"A\", \"date\": \"[-0699..-0650]\", "
  "\"dateNote\": \"1st half of 7th century BC\"}, "
  "{\"title\": \"B\", \"date\": \"[0467~..0499]\", \"dateNote\": \"Of his coins\"}]}";

static void
test_dates_in_words (Fixture *self, gconstpointer data)
{
  static const char *const labels[][3] = {
    { "first half of the 7th century BC", "Not known more exactly than from 700 BC to 651 BC",
      "As written: 1st half of 7th century BC" },
    { "late 5th century", "Approximate: drawn from 466 to 499, with Dateline’s own margin", "Of his coins" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *pane;

      dl_session_select (self->session, i);
      pane = make (DL_TYPE_DETAIL_PANE, "view", self->view);
      for (guint j = 0; j < 3; j++)
        g_assert_true (has_label (pane, labels[i][j]));
      g_assert_false (i == 1 && has_label (pane, "As written"));
      g_assert_finalize_object (pane);
    }
}

/* Where one reads from right to left the details do too, but what is earlier is to the
 * left, as it is on the axis. */
static void
test_right_to_left (Fixture *self, gconstpointer data)
{
  GtkWidget *pane;
  GtkWidget *previous;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  dl_session_select (self->session, 1);
  pane = make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_cmpint (gtk_widget_get_direction (pane), ==, GTK_TEXT_DIR_RTL);
  previous = find_class (pane, "previous");
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (previous)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (previous), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (previous)))),
                   ==, GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (pane);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_split (Fixture *self, gconstpointer data)
{
  GtkWidget *main_part = gtk_label_new ("Main");
  GtkWidget *side_part = gtk_label_new ("Side");
  GtkWidget *split = g_object_ref_sink (g_object_new (DL_TYPE_SPLIT, "main-part", main_part, "side-part", side_part,
                                                      "side-width", 500, "show-side", FALSE, NULL));
  guint      count = 0;

  g_assert_cmpint (get_side_width (split), ==, 500);
  g_assert_false (gtk_widget_get_visible (side_part));
  g_signal_connect_swapped (split, "notify", G_CALLBACK (count_cb), &count);
  g_object_set (split, "show-side", TRUE, "side-width", 300, "side-needed", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (side_part));
  g_assert_cmpuint (count, ==, 3);
  /* What holds already is no news. */
  g_object_set (split, "show-side", TRUE, "side-width", 300, "side-needed", TRUE, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (split);
}

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
test_picture_choices (Fixture *self, gconstpointer data)
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
  GtkWidget *popover = make (DL_TYPE_EXPORT_POPOVER, "view", self->view);

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

static void
test_picture_of_view (Fixture *self, gconstpointer data)
{
  GtkWidget               *popover = make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
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

/* Windows */

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings)        settings = g_settings_new_with_backend (APP_ID, backend);
  GtkWidget                   *window;
  GtkWidget                   *split;
  gboolean                     wheel_zooms;
  guint                        n_folded = 0;
  int                          width, height;

  g_settings_set_int (settings, "window-width", 1000);
  g_settings_set_int (settings, "window-height", 700);
  g_settings_set_int (settings, "detail-width", 450);
  g_settings_set_boolean (settings, "show-details", FALSE);
  g_settings_set_boolean (settings, "wheel-zooms", TRUE);
  window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  split = find (window, DL_TYPE_SPLIT);

  /* As it was left. */
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 700);
  g_assert_cmpint (get_side_width (split), ==, 450);
  g_assert_false (dl_split_get_show_side (DL_SPLIT (split)));
  g_assert_true (dl_view_get_fold (self->view));
  g_object_get (find (window, DL_TYPE_TIMELINE_VIEW), "wheel-zooms", &wheel_zooms, NULL);
  g_assert_true (wheel_zooms);

  /* What is chosen is there at once; what is only seen now is not kept. */
  g_settings_set_boolean (settings, "show-details", TRUE);
  g_assert_true (dl_split_get_show_side (DL_SPLIT (split)));
  g_object_set (window, "show-details", FALSE, NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-details"));
  g_object_set (window, "show-details", TRUE, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-details", g_variant_new_boolean (FALSE));
  g_assert_false (g_settings_get_boolean (settings, "show-details"));
  g_signal_connect_swapped (self->view, "notify::fold", G_CALLBACK (count_cb), &n_folded);
  g_settings_set_boolean (settings, "fold-empty-time", FALSE);
  g_assert_false (dl_view_get_fold (self->view));
  g_assert_cmpuint (n_folded, ==, 1);

  /* What the window has become is kept, as far as the settings take it. */
  dl_split_set_side_width (DL_SPLIT (split), 333);
  g_assert_cmpint (g_settings_get_int (settings, "detail-width"), ==, 333);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 100);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1100);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 290);
  /* But an open window does not become what another one has. */
  g_settings_set_int (settings, "window-width", 640);
  g_settings_set_int (settings, "detail-width", 600);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (get_side_width (split), ==, 333);
  close_window (window);
}

static gboolean
is_enabled (GtkWidget *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* A window of a view that shows something already shows it too. */
static void
test_window_of_view (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings)    settings = g_settings_new (APP_ID);
  GtkWidget               *window;
  GtkWidget               *split;
  gboolean                 needed;
  DlView                  *view;
  static const char *const of_event[] = { "read", "zoom-to-event", "copy", "copy-title", "present-lane" };

  dl_session_select (self->session, 1);
  window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  split = find (window, DL_TYPE_SPLIT);
  g_object_get (window, "view", &view, NULL);
  g_assert_true (view == self->view);
  g_object_unref (view);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "two.dateline.json");
  g_assert_true (gtk_widget_get_child_visible (split));
  g_object_get (split, "side-needed", &needed, NULL);
  g_assert_true (needed);
  for (guint i = 0; i < G_N_ELEMENTS (of_event); i++)
    g_assert_true (is_enabled (window, of_event[i]));
  g_assert_true (is_enabled (window, "lanes"));
  dl_session_select (self->session, DL_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (of_event); i++)
    g_assert_false (is_enabled (window, of_event[i]));
  close_window (window);
}

/* The same, but for what is hidden. */
static gboolean
shows_label (GtkWidget *widget, const char *text)
{
  if (!GTK_IS_WINDOW (widget) && !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    return has_label (widget, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* How many are let through stands under the title; where these are none, it is said,
 * with a way out, and not that the file has none. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget            *window = dl_window_new (GTK_APPLICATION (application), settings, self->view);

  g_assert_true (has_label (window, "2 events"));
  for (guint hides = 0; hides < 2; hides++)
    {
      g_autoptr (DlFilter) filter = dl_filter_new ();
      GtkWidget           *button;

      dl_session_set_filter_hides (self->session, hides != 0);
      dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_NOT);
      dl_session_set_filter (self->session, filter);
      g_assert_true (has_label (window, "2 of 2 events"));
      g_assert_false (shows_label (window, "No event matches the filter"));

      dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_WITH);
      dl_session_set_filter (self->session, filter);
      g_assert_true (has_label (window, "0 of 2 events"));
      g_assert_true (shows_label (window, "No event matches the filter"));
      g_assert_false (has_label (window, "This timeline has no events"));
      /* The chips have the one button for that. */
      g_assert_true (shows_label (window, "Timeline"));
      button = find_button (window, "Clear All");
      g_assert_true (gtk_widget_get_visible (button));
      g_signal_emit_by_name (button, "clicked");
      g_assert_true (dl_filter_is_empty (dl_session_get_filter (self->session)));
      g_assert_false (shows_label (window, "No event matches the filter"));
      g_assert_true (has_label (window, "2 events"));
    }
  close_window (window);
}

static gboolean
deadline_cb (gpointer data)
{
  g_error ("waited too long for “%s”", (const char *) data);
  return G_SOURCE_REMOVE;
}

static void
wait_until_said (GtkWidget *announcer, const char *text)
{
  guint id = g_timeout_add_seconds (DEADLINE_SECONDS, deadline_cb, (gpointer) text);

  for (;;)
    {
      g_autofree char *other =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (announcer), GTK_ACCESSIBLE_PROPERTY_LABEL, text);

      if (other == NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
}

/* A picture of all dims what the window does. */
static void
test_picture_of_filter (Fixture *self, gconstpointer data)
{
  GtkWidget               *popover = make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
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
test_picture_title (Fixture *self, gconstpointer data)
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
  GtkWidget   *popover = make (DL_TYPE_EXPORT_POPOVER, "view", self->view);
  GtkEditable *title = GTK_EDITABLE (find (popover, GTK_TYPE_ENTRY));

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

/* Keys */

static gboolean
class_has_action (GType type, const char *action)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const GVariantType    *parameter;
  const char            *name, *property;
  GType                  owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name, &parameter, &property);
       i++)
    if (g_str_equal (name, action))
      return TRUE;
  return FALSE;
}

/* Where the actions of a prefix are; the window's work everywhere in it. */
static const struct
{
  const char *prefix;
  GType (*get_type) (void);
  gboolean is_apart; /* in a window of its own */
} places[] = {
  { "timeline.", dl_timeline_view_get_type, FALSE }, { "entries.", dl_list_view_get_type, FALSE },
  { "overview.", dl_overview_view_get_type, FALSE }, { "presenter.", dl_presenter_get_type, TRUE },
  { "window.", gtk_window_get_type, FALSE },
};

/* Returns: an index of the above, or -1 for all of the program or the window */
static int
find_place (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (action, places[i].prefix))
      return (int) i;
  return -1;
}

/* Remembers that a key does something there. Returns: whether it does nothing else */
static gboolean
take_key (GHashTable *seen, const char *accelerator, int place)
{
  gboolean         alone = TRUE;
  gboolean         apart = place >= 0 && places[place].is_apart;
  gboolean         local = place >= 0 && !apart && places[place].get_type != gtk_window_get_type;
  g_autofree char *everywhere = g_strconcat ("everywhere ", accelerator, NULL);
  g_autofree char *somewhere = g_strconcat ("somewhere ", accelerator, NULL);
  g_autofree char *here = g_strdup_printf ("%d %s", apart || local ? place : -1, accelerator);

  if (!apart)
    {
      alone = !g_hash_table_contains (seen, local ? everywhere : somewhere);
      g_hash_table_add (seen, g_strdup (local ? somewhere : everywhere));
    }
  return g_hash_table_add (seen, g_strdup (here)) && alone;
}

/* All keys of an action, of as many lines as it has. */
static guint
count_keys (const DlKeys *table, guint n, const char *action)
{
  guint n_keys = 0;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (table[i].action, action))
      {
        g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);

        n_keys += g_strv_length (keys);
      }
  return n_keys;
}

/* What a key is told to do there is, and no key does two things in one place. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings)  settings = g_settings_new (APP_ID);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget             *window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  guint                  n;
  const DlKeys          *table = dl_keys_get (&n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char     *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_auto (GStrv)       keys = g_strsplit (table[i].keys, " ", -1);
      g_auto (GStrv)       targets = g_strsplit (table[i].targets == NULL ? "" : table[i].targets, " ", -1);

      int place = find_place (table[i].action);

      g_test_message ("%s", table[i].action);
      g_assert_true (g_action_parse_detailed_name (table[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")));
      else if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), name + strlen ("app.")));
      else
        g_assert_true (place >= 0 && class_has_action (places[place].get_type (), name));
      if (table[i].targets != NULL)
        g_assert_cmpuint (g_strv_length (targets), ==, g_strv_length (keys));
      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *accelerator = NULL;
          GdkModifierType  modifiers;
          guint            key;

          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
          accelerator = gtk_accelerator_name (key, modifiers);
          g_assert_true (take_key (seen, accelerator, place));
        }
      if (place < 0 || places[place].get_type == gtk_window_get_type)
        {
          g_auto (GStrv) bound = gtk_application_get_accels_for_action (GTK_APPLICATION (application), table[i].action);

          g_assert_cmpuint (g_strv_length (bound), ==, count_keys (table, n, table[i].action));
        }
    }
  close_window (window);
}

/* A letter that two lines of a menu have only takes the keyboard from one to the other.
 * Returns: how many lines there are */
static guint
check_menu (GMenuModel *menu, GHashTable *letters)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
  guint                    n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        {
          g_auto (GStrv)   parts = g_strsplit (label, "__", -1);
          g_autofree char *plain = g_strjoinv ("", parts);
          const char      *mark = strchr (plain, '_');

          n++;
          if (mark != NULL && !g_hash_table_add (letters, GINT_TO_POINTER (g_ascii_tolower (mark[1]))))
            g_error ("“%s” has a letter that is taken", label);
        }
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) model = g_menu_model_get_item_link (menu, i, links[j]);
          g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);

          if (model != NULL)
            n += check_menu (model, j == 0 ? letters : own);
        }
    }
  return n;
}

/* Of all menus that were built in a widget; closes them. */
static guint
check_menus (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_POPOVER_MENU (widget) && gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)) != NULL)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

      gtk_popover_popdown (GTK_POPOVER (widget));
      return check_menu (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)), letters);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_menus (child);
  return n;
}

static void
test_menus (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget            *window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  guint                 n;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (check_menus (window), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "menu", NULL);
  n = check_menus (window);
  g_assert_cmpuint (n, >, 40);
  dl_session_select (self->session, 0);
  /* As soon as it is drawn. */
  for (; check_menus (window) == n; g_main_context_iteration (NULL, TRUE))
    gtk_widget_activate_action (find (window, DL_TYPE_TIMELINE_VIEW), "timeline.menu", NULL);
  close_window (window);
}

static const char two_topics[] =
  "{\"dateline\": 1, \"topics\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}], \"events\": ["
  "{\"title\": \"First\", \"date\": \"2025-10-01\", \"topics\": [\"a\"]}, "
  "{\"title\": \"Second\", \"date\": \"2025-10-05\", \"topics\": [\"b\"]}]}";

/* Of the lane that its menu is of; and of all lanes, what is said of them. */
static void
test_lanes (Fixture *self, gconstpointer data)
{
  static const char *const fields[] = { "topic", "person", "source", "speaker", "place", "status", "none" };
  g_autoptr (GSettings)    settings = g_settings_new (APP_ID);
  GtkWidget               *window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  GtkWidget               *timeline = find (window, DL_TYPE_TIMELINE_VIEW);
  GtkWidget               *announcer = find (window, DL_TYPE_ANNOUNCER);

  gtk_window_present (GTK_WINDOW (window));
  while (dl_view_get_scene (self->view) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (timeline, "lane-menu",
                             dl_arrangement_get_lane (dl_view_get_arrangement (self->view), i)->key, 1.0, 1.0);
      check_menus (window);
      g_assert_true (is_enabled (window, "lane-collapse"));
      g_assert_false (is_enabled (window, "lane-expand"));
      g_assert_true (is_enabled (window, "lane-up") == (i == 1));
      g_assert_true (is_enabled (window, "lane-down") == (i == 0));
      g_assert_false (is_enabled (window, "lane-take-out"));
    }
  g_action_group_activate_action (G_ACTION_GROUP (window), "collapse-lanes", NULL);
  wait_until_said (announcer, "The lanes are collapsed");
  g_action_group_activate_action (G_ACTION_GROUP (window), "expand-lanes", NULL);
  wait_until_said (announcer, "The lanes are expanded");
  /* An event has one place and one status. */
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), "lanes", g_variant_new_string (fields[i]));
      g_assert_true (is_enabled (window, "lanes-every") == (i < 4));
    }
  close_window (window);
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

/* Settings that an administrator has fixed take nothing else from the reader. */
static void
test_fixed_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_null_settings_backend_new ();
  g_autoptr (GSettings)        settings = g_settings_new_with_backend (APP_ID, backend);
  GtkWidget                   *window;

  g_assert_false (g_settings_is_writable (settings, "wheel-zooms"));
  window = dl_window_new (GTK_APPLICATION (application), settings, self->view);
  g_assert_true (gtk_widget_is_sensitive (find (window, DL_TYPE_TIMELINE_VIEW)));
  g_assert_true (gtk_widget_is_sensitive (find (window, DL_TYPE_SPLIT)));
  close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  if (!bench_desk_open_for_test (&argc, &argv))
    return 77;
  gtk_init ();
  application = dl_application_new (TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/widgets/made-of", Fixture, NULL, set_up, test_made_of, tear_down);
  g_test_add ("/widgets/dates-in-words", Fixture, dates_in_words, set_up, test_dates_in_words, tear_down);
  g_test_add ("/widgets/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/widgets/split", Fixture, NULL, set_up, test_split, tear_down);
  g_test_add ("/widgets/picture-of-view", Fixture, NULL, set_up, test_picture_of_view, tear_down);
  g_test_add ("/widgets/picture-choices", Fixture, NULL, set_up, test_picture_choices, tear_down);
  g_test_add ("/widgets/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/widgets/fixed-settings", Fixture, NULL, set_up, test_fixed_settings, tear_down);
  g_test_add ("/widgets/window-of-view", Fixture, NULL, set_up, test_window_of_view, tear_down);
  g_test_add ("/widgets/lanes", Fixture, two_topics, set_up, test_lanes, tear_down);
  g_test_add ("/widgets/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/widgets/picture-title", Fixture, NULL, set_up, test_picture_title, tear_down);
  g_test_add ("/widgets/picture-of-filter", Fixture, NULL, set_up, test_picture_of_filter, tear_down);
  g_test_add ("/widgets/menus", Fixture, NULL, set_up, test_menus, tear_down);
  g_test_add_func ("/widgets/event-proxy", test_event_proxy);
  g_test_add ("/widgets/keys", Fixture, NULL, set_up, test_keys, tear_down);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
