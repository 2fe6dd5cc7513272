/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "model/dl-citation.h"
#include "time/dl-words.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-export-popover.h"
#include "window/dl-shortcuts.h"
#include "window/dl-window-private.h"

static DlView *
view_of (GtkWidget *widget)
{
  return DL_WINDOW (widget)->view;
}

/* Opening */

static GtkFileFilter *
new_filter (const char *name, const char *const *patterns)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  return filter;
}

static void
take_filter (GListStore *filters, GtkFileFilter *filter)
{
  g_list_store_append (filters, filter);
  g_object_unref (filter);
}

static void
opened_cb (GFile *file, gpointer data)
{
  g_autoptr (DlWindow) self = data;

  if (file != NULL)
    dl_window_open_or_raise (self, file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  take_filter (filters, new_filter (_ ("Timelines"), (const char *const[]){ "*.dateline.json", "*.dateline.json.gz", "*.json", "*.json.gz", NULL }));
  take_filter (filters, new_filter (_ ("All files"), (const char *const[]){ "*", NULL }));
  dl_compat_open_file (GTK_WINDOW (widget), _ ("Open a Timeline"), G_LIST_MODEL (filters), opened_cb, g_object_ref (widget));
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_session_reload (DL_WINDOW (widget)->session);
}

/* Saving a picture */

/* What to draw, settled before the dialog asks where to. */
typedef struct
{
  DlWindow       *window;
  DlExportOptions options;
  DlExportFormat  format;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_object_unref (job->options.timeline);
  dl_export_options_clear (&job->options);
  g_object_unref (job->window);
  g_free (job);
}

static void
saved_cb (GFile *file, gpointer data)
{
  SaveJob           *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autofree char   *name = NULL;

  if (file != NULL)
    {
      name = g_file_get_basename (file);
      /* A name typed with another ending means that format. */
      dl_export_format_from_name (name, &job->format);
      contents = dl_export_render (&job->options, job->format, &error);
      if (contents == NULL || !dl_export_write (contents, file, &error))
        dl_window_show_banner (job->window, error->message, FALSE);
      else
        {
          g_autofree char *text = g_strdup_printf (_ ("The picture was saved as “%s”."), name);

          dl_window_show_toast (job->window, text);
        }
    }
  save_job_free (job);
}

/* A file's name from the timeline's title. */
static char *
suggest_name (DlTimeline *timeline, DlExportFormat format)
{
  static const char *const endings[] = { [DL_EXPORT_PNG] = "png", [DL_EXPORT_SVG] = "svg", [DL_EXPORT_PDF] = "pdf" };
  const char              *title = dl_timeline_get_title (timeline);
  g_autofree char         *stem = g_strdelimit (g_strdup (title != NULL ? title : _ ("Timeline")), "/\\:\n\t", '-');

  return g_strdup_printf ("%s.%s", stem, endings[format]);
}

void
dl_window_save_picture (DlWindow *self)
{
  static const struct
  {
    const char *name;
    const char *pattern;
  } kinds[] = {
    [DL_EXPORT_PNG] = { N_ ("PNG pictures"), "*.png" },
    [DL_EXPORT_SVG] = { N_ ("SVG pictures"), "*.svg" },
    [DL_EXPORT_PDF] = { N_ ("PDF documents"), "*.pdf" },
  };
  DlExportPopover       *popover = DL_EXPORT_POPOVER (self->export_popover);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char       *name = NULL;
  DlTimeline            *timeline = dl_view_get_timeline (self->view);
  SaveJob               *job;

  if (timeline == NULL)
    return;
  job = g_new0 (SaveJob, 1);
  job->window = g_object_ref (self);
  job->format = dl_export_popover_get_format (popover);
  dl_export_popover_init_options (popover, dl_timeline_view_get_theme (DL_TIMELINE_VIEW (self->timeline)), &job->options);
  g_object_ref (job->options.timeline);

  name = suggest_name (timeline, job->format);
  take_filter (filters, new_filter (_ (kinds[job->format].name), (const char *const[]){ kinds[job->format].pattern, NULL }));
  dl_compat_save_file (GTK_WINDOW (self), _ ("Save Picture"), name, G_LIST_MODEL (filters), saved_cb, job);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (DL_WINDOW (widget)->export_button));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (DL_WINDOW (widget)->menu_button));
}

/* Moving */

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_zoom (view_of (widget), 2);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_zoom (view_of (widget), 0.5);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_fit (view_of (widget));
}

static void
home_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_go_home (view_of (widget));
}

static void
now_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_go_to_now (view_of (widget));
}

static void
go_to_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlInstant from, to;

  if (dl_view_get_range (view_of (widget), &from, &to))
    dl_window_ask_date (DL_WINDOW (widget), dl_instant_add_double (from, dl_instant_distance (from, to) / 2));
}

static void
list_unlabelled_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GListModel) events = dl_view_list_unlabelled (view_of (widget));

  if (events == NULL)
    return;
  if (g_list_model_get_n_items (events) == 0)
    {
      dl_window_show_toast (DL_WINDOW (widget), _ ("Every event in sight has a label."));
      return;
    }
  dl_window_list_events (DL_WINDOW (widget), events, dl_view_get_width (view_of (widget)) / 2, 0);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* One step back: full screen, message, measuring, selection, details. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlWindow *self = DL_WINDOW (widget);
  DlInstant from, to;

  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->banner)))
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
  else if (dl_session_get_other (self->session) != DL_NONE || dl_session_get_range (self->session, &from, &to))
    {
      dl_session_clear_measure (self->session);
      dl_window_focus_view (self);
    }
  else if (dl_session_get_selected (self->session) != NULL)
    dl_session_select (self->session, DL_NONE);
  else if (dl_window_get_details (self))
    dl_window_set_details (self, FALSE);
}

/* The selected event */

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_window_set_details (DL_WINDOW (widget), TRUE);
}

static void
zoom_to_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_view_fly_to (view_of (widget), dl_session_get_selected_position (DL_WINDOW (widget)->session), TRUE);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlEvent         *event = dl_session_get_selected (DL_WINDOW (widget)->session);
  g_autofree char *citation = event == NULL ? NULL : dl_citation_for_event (event);

  if (citation == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  dl_window_show_toast (DL_WINDOW (widget), _ ("The citation was copied."));
}

static void
copy_title_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlEvent         *event = dl_session_get_selected (DL_WINDOW (widget)->session);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (event == NULL)
    return;
  date = dl_event_dup_date_words (event, DL_WORDS_NONE);
  /* Translators: an event as it is copied: its title, its date. */
  text = g_strdup_printf (C_ ("copied event", "%s, %s"), dl_event_get_title (event), date);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  dl_window_show_toast (DL_WINDOW (widget), _ ("The title and the date were copied."));
}

/* Problems */

static gboolean
problems_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GtkWindow *window)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  gtk_window_close (window);
  return TRUE;
}

void
dl_window_show_problems (DlWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GPtrArray          *problems = dl_session_get_problems (self->session);
  GtkWidget          *window = gtk_window_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkWidget          *text = gtk_text_view_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *line = dl_problem_to_string (problems->pdata[i]);

      g_string_append (out, line);
      g_string_append_c (out, '\n');
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), out->str, (int) out->len);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Problems, each with its line and column"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Problems in the File"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 400);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (problems_key_cb), window);
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}

/* Help */

/* The window is made when somebody asks for it: it is as much to build as all
 * the rest together. */
static void
show_help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *shortcuts = dl_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (shortcuts), TRUE);
  gtk_window_present (GTK_WINDOW (shortcuts));
  g_object_unref (shortcuts);
}

/* Wiring */

void
dl_window_add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "win.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "win.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "win.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "win.home", NULL, home_action);
  gtk_widget_class_install_action (klass, "win.now", NULL, now_action);
  gtk_widget_class_install_action (klass, "win.go-to-date", NULL, go_to_date_action);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_help_action);
  gtk_widget_class_install_action (klass, "win.list-unlabelled", NULL, list_unlabelled_action);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "win.read", NULL, read_action);
  gtk_widget_class_install_action (klass, "win.zoom-to-event", NULL, zoom_to_event_action);
  gtk_widget_class_install_action (klass, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "win.copy-title", NULL, copy_title_action);
}

/* What the reader sets is kept; what a step into the details or out of them
 * does is not. */
static void
change_details_cb (GSimpleAction *action, GVariant *value, DlWindow *self)
{
  dl_window_set_details (self, g_variant_get_boolean (value));
  g_settings_set_boolean (self->settings, "show-details", g_variant_get_boolean (value));
}

void
dl_window_init_actions (DlWindow *self)
{
  g_autoptr (GSimpleAction) details = g_simple_action_new_stateful ("show-details", NULL, g_variant_new_boolean (TRUE));
  /* A toggle that is the setting itself. */
  g_autoptr (GAction) fold = g_settings_create_action (self->settings, "fold-empty-time");

  g_signal_connect (details, "change-state", G_CALLBACK (change_details_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (details));
  g_action_map_add_action (G_ACTION_MAP (self), fold);
}

void
dl_window_update_actions (DlWindow *self)
{
  static const char *const with_timeline[] = { "win.export", "win.zoom-in", "win.zoom-out", "win.fit", "win.home", "win.now", "win.go-to-date", "win.list-unlabelled" };
  static const char *const with_event[] = { "win.read", "win.zoom-to-event", "win.copy", "win.copy-title" };
  DlTimeline              *timeline = dl_session_get_timeline (self->session);
  gboolean                 has_events = timeline != NULL && dl_timeline_get_n_events (timeline) > 0;
  gboolean                 has_event = dl_session_get_selected (self->session) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_timeline); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_timeline[i], has_events);
  for (guint i = 0; i < G_N_ELEMENTS (with_event); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_event[i], has_event);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", dl_session_get_file (self->session) != NULL);
  gtk_widget_set_sensitive (self->export_button, has_events);
}
