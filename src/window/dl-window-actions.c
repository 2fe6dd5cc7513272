/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "export/dl-export-file.h"
#include "model/dl-citation.h"
#include "time/dl-words.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-export-popover.h"
#include "window/dl-save-dialog.h"
#include "window/dl-shortcuts.h"
#include "window/dl-split.h"
#include "window/dl-window-private.h"

static DlView *
view_of (DlWindow *self)
{
  return self->view;
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

/* Of every format that is read, compressed as well, in small letters and in capitals. */
static GtkFileFilter *
new_timelines_filter (void)
{
  g_auto (GStrv)        endings = dl_session_dup_endings ();
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *capitals = g_ascii_strup (endings[i], -1);

      g_ptr_array_add (patterns, g_strconcat ("*.", endings[i], NULL));
      g_ptr_array_add (patterns, g_strconcat ("*.", capitals, NULL));
      g_ptr_array_add (patterns, g_strconcat ("*.", endings[i], ".gz", NULL));
    }
  g_ptr_array_add (patterns, NULL);
  return new_filter (_ ("All timelines"), (const char *const *) patterns->pdata);
}

void
dl_window_ask_for_files (DlWindow *self, const char *title, DlCompatFilesFunc func)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  take_filter (filters, new_timelines_filter ());
  take_filter (filters, new_filter (_ ("All files"), (const char *const[]){ "*", NULL }));
  dl_compat_open_files (GTK_WINDOW (self), title, G_LIST_MODEL (filters), func, g_object_ref (self));
}

static void
reload_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_session_reload (DL_WINDOW (data)->session);
}

/* Saving a picture */

/* Also what has another ending, or ".PNG", and is such a file all the same. */
static GtkFileFilter *
new_writer_filter (const DlWriter *writer)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_free);
  GtkFileFilter        *filter;

  for (guint i = 0; writer->endings[i] != NULL; i++)
    g_ptr_array_add (patterns, g_strconcat ("*", writer->endings[i], NULL));
  g_ptr_array_add (patterns, NULL);
  filter = new_filter (_ (writer->kind), (const char *const *) patterns->pdata);
  gtk_file_filter_add_mime_type (filter, writer->media_type);
  return filter;
}

/* What to draw, settled before the dialog asks where to. */
typedef struct
{
  DlWindow       *window;
  DlExportOptions options;
  const DlWriter *writer;
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
  const DlWriter    *writer;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autofree char   *name = NULL;

  if (file != NULL && dl_session_has_file (job->window->session, file))
    dl_window_show_banner (job->window, _ ("That is a timeline that is open; save the picture as another file."),
                           FALSE);
  else if (file != NULL)
    {
      name = g_file_get_basename (file);
      /* A name typed with another ending means that format. */
      writer = dl_writer_find (name);
      contents = (writer != NULL ? writer : job->writer)->write (&job->options, NULL, &error);
      if (contents == NULL || !dl_export_write (contents, DL_EXPORT_PICTURE, file, &error))
        dl_window_show_banner (job->window, error->message, FALSE);
      else
        {
          g_autofree char *text = g_strdup_printf (_ ("The picture was saved as “%s”."), name);

          dl_window_show_toast (job->window, text);
        }
    }
  save_job_free (job);
}

/* What names of pictures end in. Returns: (transfer full) */
static char **
dup_picture_endings (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint                    n;
  const DlWriter          *writers = dl_writer_get_all (&n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_addv (builder, (const char **) writers[i].endings);
  return g_strv_builder_end (builder);
}

/* The picture is called by its title, else by the timeline's; static while the options are. */
static const char *
suggest_stem (const DlExportOptions *options)
{
  const char *title = options->title != NULL ? options->title : dl_timeline_get_title (options->timeline);

  return title != NULL ? title : _ ("Timeline");
}

void
dl_window_save_picture (DlWindow *self)
{
  DlExportPopover       *popover = DL_EXPORT_POPOVER (self->export_popover);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_auto (GStrv)         endings = dup_picture_endings ();
  SaveJob               *job;

  if (dl_view_get_timeline (self->view) == NULL)
    return;
  job = g_new0 (SaveJob, 1);
  job->window = g_object_ref (self);
  job->writer = dl_export_popover_get_writer (popover);
  dl_export_popover_init_options (popover, dl_timeline_view_get_theme (DL_TIMELINE_VIEW (self->timeline)),
                                  &job->options);
  g_object_ref (job->options.timeline);

  take_filter (filters, new_writer_filter (job->writer));
  dl_save_dialog_ask (GTK_WINDOW (self), _ ("Save Picture"), dl_session_get_file (self->session),
                      suggest_stem (&job->options), job->writer->endings[0], (const char *const *) endings,
                      G_LIST_MODEL (filters), saved_cb, job);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (DL_WINDOW (data)->export_button));
}

static void
menu_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (DL_WINDOW (data)->menu_button));
}

/* Moving */

static void
zoom_in_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_view_zoom (view_of (data), 2);
}

static void
zoom_out_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_view_zoom (view_of (data), 0.5);
}

static void
fit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_view_fit (view_of (data));
}

static void
home_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_view_go_home (view_of (data));
}

static void
now_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_window_go_to_now (data);
}

static void
go_to_date_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlInstant from, to;

  if (dl_view_get_range (view_of (data), &from, &to))
    dl_window_ask_date (data, dl_instant_add_double (from, dl_instant_distance (from, to) / 2));
}

static void
list_unlabelled_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListModel) events = dl_view_list_unlabelled (view_of (data));

  if (events == NULL)
    return;
  if (g_list_model_get_n_items (events) == 0)
    {
      dl_window_show_toast (data, _ ("Every event in sight has a label."));
      return;
    }
  dl_window_list_events (data, events, dl_view_get_width (view_of (data)) / 2, 0);
}

static void
fullscreen_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (data)))
    gtk_window_unfullscreen (GTK_WINDOW (data));
  else
    gtk_window_fullscreen (GTK_WINDOW (data));
}

/* One step back: measuring, search, full screen, selection, message, and the details where they take
 * room of the timeline; first out of a search, or of the details, that have the keyboard. */
static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;
  DlInstant from, to;

  if (dl_window_leave_filters (self) || dl_window_end_search (self, TRUE) || dl_window_leave_details (self))
    return;
  if (dl_session_get_other (self->session) != DL_NONE || dl_session_get_range (self->session, &from, &to))
    {
      dl_session_clear_measure (self->session);
      dl_window_focus_view (self);
    }
  else if (dl_window_end_search (self, FALSE))
    return;
  else if (gtk_window_is_fullscreen (GTK_WINDOW (data)))
    gtk_window_unfullscreen (GTK_WINDOW (data));
  else if (dl_session_get_selected (self->session) != NULL)
    dl_session_select (self->session, DL_NONE);
  else if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->banner)))
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
  else if (dl_window_shows_details (self) && dl_split_get_narrow (DL_SPLIT (self->split)))
    dl_window_set_details (self, FALSE);
}

/* The selected event */

static void
read_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_window_set_details (data, TRUE);
}

static void
zoom_to_event_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_window_show_view (data, "timeline");
  dl_view_fly_to (view_of (data), dl_session_get_selected_position (DL_WINDOW (data)->session), TRUE);
}

/* Of an event; where quotes are looked at, of the quote. */
static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlEvent         *event = dl_session_get_selected (DL_WINDOW (data)->session);
  g_autofree char *citation = dl_window_dup_quote_citation (data);

  if (citation == NULL && event != NULL)
    citation = dl_citation_for_event (event);
  if (citation == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (data), citation);
  dl_window_show_toast (data, _ ("The citation was copied."));
}

static void
copy_title_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlEvent         *event = dl_session_get_selected (DL_WINDOW (data)->session);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (event == NULL)
    return;
  date = dl_event_dup_date_words (event, DL_WORDS_NONE);
  /* Translators: an event as it is copied: its title, its date. */
  text = g_strdup_printf (C_ ("copied event", "%s, %s"), dl_event_get_title (event), date);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (data), text);
  dl_window_show_toast (data, _ ("The title and the date were copied."));
}

/* Problems */

static void
problems_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_window_show_problems (data);
}

/* Help */

/* The window is made when somebody asks for it: it is as much to build as all
 * the rest together. */
static void
show_help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *shortcuts = dl_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (data));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (shortcuts), TRUE);
  gtk_window_present (GTK_WINDOW (shortcuts));
  g_object_unref (shortcuts);
}

/* Wiring */

GSimpleAction *
dl_window_get_action (DlWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

/* What the reader sets is kept; what a step into the details or out of them
 * does is not. */
static void
change_details_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow *self = data;
  /* They may be on and yet not there. */
  gboolean show = g_variant_get_boolean (value) || !dl_window_shows_details (self);

  if (show)
    dl_window_ask_for_details (self);
  else
    dl_window_set_details (self, FALSE);
  g_settings_set_boolean (self->settings, "show-details", show);
}

void
dl_window_init_actions (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "reload", .activate = reload_action },
    { .name = "problems", .activate = problems_action },
    { .name = "export", .activate = export_action },
    { .name = "menu", .activate = menu_action },
    { .name = "zoom-in", .activate = zoom_in_action },
    { .name = "zoom-out", .activate = zoom_out_action },
    { .name = "fit", .activate = fit_action },
    { .name = "home", .activate = home_action },
    { .name = "now", .activate = now_action },
    { .name = "go-to-date", .activate = go_to_date_action },
    { .name = "list-unlabelled", .activate = list_unlabelled_action },
    { .name = "show-details", .state = "true", .change_state = change_details_cb },
    { .name = "fullscreen", .activate = fullscreen_action },
    { .name = "back", .activate = back_action },
    { .name = "read", .activate = read_action },
    { .name = "zoom-to-event", .activate = zoom_to_event_action },
    { .name = "copy", .activate = copy_action },
    { .name = "copy-title", .activate = copy_title_action },
    { .name = "show-help-overlay", .activate = show_help_action },
  };
  /* A toggle that is the setting itself. */
  g_autoptr (GAction) fold = g_settings_create_action (self->settings, "fold-empty-time");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), fold);
}

void
dl_window_update_actions (DlWindow *self)
{
  static const char *const with_timeline[] = { "export", "now", "go-to-date", "search" };
  /* They are about a picture that is in sight. */
  static const char *const in_timeline[] = { "zoom-in", "zoom-out", "fit", "home", "list-unlabelled" };
  static const char *const with_event[] = { "read", "zoom-to-event", "copy", "copy-title" };
  DlTimeline              *timeline = dl_session_get_timeline (self->session);
  gboolean                 has_events = timeline != NULL && dl_timeline_get_n_events (timeline) > 0;
  gboolean                 has_event = dl_session_get_selected (self->session) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_timeline); i++)
    g_simple_action_set_enabled (dl_window_get_action (self, with_timeline[i]), has_events);
  for (guint i = 0; i < G_N_ELEMENTS (in_timeline); i++)
    g_simple_action_set_enabled (dl_window_get_action (self, in_timeline[i]),
                                 has_events && dl_window_shows_timeline (self));
  for (guint i = 0; i < G_N_ELEMENTS (with_event); i++)
    g_simple_action_set_enabled (dl_window_get_action (self, with_event[i]), has_event);
  g_simple_action_set_enabled (dl_window_get_action (self, "reload"), dl_session_can_reload (self->session));
  g_simple_action_set_enabled (dl_window_get_action (self, "problems"), dl_window_has_problems (self));
  gtk_widget_set_sensitive (self->export_button, has_events);
  dl_window_update_present (self);
}
