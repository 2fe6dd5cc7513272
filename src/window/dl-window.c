/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-window.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "widgets/dl-detail-pane.h"
#include "widgets/dl-look.h"
#include "widgets/dl-measure-bar.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-drawer.h"
#include "window/dl-header-middle.h"
#include "window/dl-message-page.h"
#include "window/dl-split.h"
#include "window/dl-toast.h"
#include "window/dl-view-switch.h"
#include "window/dl-window-private.h"

/* A load that is over sooner shows no progress bar. */
#define PROGRESS_DELAY_MSEC 250

/* Of what is not there the next time. */
#define STDIN_SCHEME "stdin"
#define PASTED_SCHEME "pasted"
/* A page of a file of which nothing could be read repeats so many problems. */
#define MAX_REASONS 5

#define STORY_URI "resource:///io/github/dateline_app/Dateline/timelines/takaichi-trump-call.dateline.json"

enum
{
  PROP_0,
  PROP_SETTINGS,
  PROP_VIEW,
  PROP_SHOW_DETAILS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DlWindow, dl_window, GTK_TYPE_APPLICATION_WINDOW)

/* Until it is needed first a revealer is hidden: GTK styles and measures also
 * what is in a closed one, and the first picture would wait for that. */
static void
reveal (GtkWidget *revealer)
{
  gtk_widget_set_visible (revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
}

/* Banner */

void
dl_window_show_banner (DlWindow *self, const char *text, gboolean with_problems)
{
  gboolean again = gtk_revealer_get_reveal_child (GTK_REVEALER (self->banner)) &&
                   g_str_equal (gtk_label_get_text (GTK_LABEL (self->banner_label)), text);

  gtk_label_set_text (GTK_LABEL (self->banner_label), text);
  gtk_widget_set_visible (self->banner_button, with_problems);
  gtk_widget_set_visible (self->banner_reload, FALSE);
  gtk_widget_set_visible (self->banner_edit, FALSE);
  gtk_widget_set_visible (self->banner_copy, FALSE);
  self->banner_is_live = FALSE;
  self->told_left_behind = FALSE;
  /* A file that is always saved again is read with the same problems. */
  if (self->announcer != NULL && !(again && dl_session_get_rereading (self->session)))
    dl_window_announce (self, text);
  reveal (self->banner);
}

/* Says for a moment what has been done, over the content. */
void
dl_window_show_toast (DlWindow *self, const char *text)
{
  dl_toast_show (DL_TOAST (self->toast), text);
}

static void
hide_banner_cb (GtkButton *button, DlWindow *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
}

static void
problems_cb (GtkButton *button, DlWindow *self)
{
  dl_window_show_problems (self);
}

static void
edit_cb (GtkButton *button, DlWindow *self)
{
  dl_window_edit (self);
}

static void
copy_left_behind_cb (GtkButton *button, DlWindow *self)
{
  dl_window_copy_left_behind (self);
}

/* Pages */

static void
open_story_cb (DlMessagePage *page, DlWindow *self)
{
  g_autoptr (GFile) story = g_file_new_for_uri (STORY_URI);

  dl_window_open (self, story);
}

static void
show_message (DlWindow *self, const char *title, const char *text)
{
  if (self->message == NULL)
    {
      self->message = dl_message_page_new ();
      g_signal_connect (self->message, "story", G_CALLBACK (open_story_cb), self);
      g_signal_connect_swapped (self->message, "edit", G_CALLBACK (dl_window_edit), self);
      dl_window_add_page (self->stack, self->message, "message", C_ ("accessible page", "Message"));
    }
  dl_message_page_set_message (DL_MESSAGE_PAGE (self->message), title, text, dl_window_can_edit (self),
                               dl_session_can_reload (self->session));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->message);
}

static void
show_start (DlWindow *self)
{
  show_message (self, _ ("No timeline is open"), _ ("Open a timeline file, drop one here, or paste one."));
}

static void
update_title (DlWindow *self)
{
  g_autofree char *name = dl_session_dup_title (self->session);
  g_autofree char *unsaved = NULL;
  const char      *title = name != NULL ? name : _ ("Dateline");

  if (dl_session_get_unsaved (self->session))
    /* Translators: the title of a timeline that is in no file yet. */
    title = unsaved = g_strdup_printf (_ ("%s (not saved)"), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (GTK_LABEL (self->title), title);
}

/* The first problems, each with its place, in a line of its own. */
static char *
dup_reasons (DlWindow *self)
{
  GPtrArray *problems = dl_session_get_problems (self->session);
  GString   *reasons = g_string_new (NULL);

  for (guint i = 0; problems != NULL && i < MIN (problems->len, MAX_REASONS); i++)
    {
      g_autofree char *line = dl_problem_dup_words (problems->pdata[i]);

      g_string_append_printf (reasons, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (reasons, FALSE);
}

static void
timeline_changed_cb (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  dl_window_end_presentation (self);
  self->discards = FALSE;
  update_title (self);
  gtk_widget_set_tooltip_text (self->title, timeline == NULL ? NULL : dl_timeline_get_description (timeline));
  dl_window_update_filter_note (self);

  if (timeline == NULL)
    show_start (self);
  else if (dl_timeline_get_n_whole (timeline) == 0 && dl_session_get_n_lost (self->session) > 0)
    {
      g_autofree char *reasons = dup_reasons (self);

      show_message (self, _ ("None of its events could be read"), reasons);
    }
  else if (dl_timeline_get_n_whole (timeline) == 0)
    show_message (self, _ ("This timeline has no events"),
                  _ ("Add events to the file and read it again with Ctrl+R, or open another one."));
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "timeline");
      /* Who filters goes on with that, and whatever one does when others save the file. */
      if (!dl_window_is_in_filters (self) &&
          !(dl_session_get_rereading (self->session) && page == gtk_stack_get_visible_child (GTK_STACK (self->stack))))
        dl_window_focus_view (self);
    }
  dl_window_tell_problems (self);
  dl_window_forget_reopened (self);
  dl_window_update_files (self);
  dl_window_update_drops (self);
  dl_window_update_zones (self);
  dl_window_update_lanes (self);
  dl_window_update_views (self);
  dl_window_update_overview (self);
  dl_window_update_actions (self);
}

static void
failed_cb (DlSession *session, const char *message, DlWindow *self)
{
  g_autofree char *gone = dl_window_dup_gone (self, message);

  dl_window_forget_reopened (self);
  dl_window_update_actions (self);
  if (gone != NULL)
    {
      show_start (self);
      dl_window_show_banner (self, gone, FALSE);
      dl_window_focus_view (self);
    }
  else if (dl_session_get_timeline (session) != NULL)
    dl_window_tell_failure (self, message);
  else
    {
      g_autofree char *words = dl_problem_dup_failure_words (message);

      show_message (self, _ ("The file cannot be opened"), words);
    }
}

/* Progress */

static gboolean
show_progress_cb (gpointer data)
{
  DlWindow *self = data;

  self->progress_id = 0;
  reveal (self->progress);
  return G_SOURCE_REMOVE;
}

static void
loading_changed_cb (DlWindow *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (dl_session_get_loading (self->session))
    {
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), 0);
      gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress_bar), _ ("Opening…"));
      self->progress_id = g_timeout_add (PROGRESS_DELAY_MSEC, show_progress_cb, self);
    }
  else
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->progress), FALSE);
}

static void
progress_cb (DlSession *session, guint done, guint total, DlWindow *self)
{
  g_autofree char *text = NULL;

  if (total == 0)
    {
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
      return;
    }
  text = g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", total), done, total);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), (double) done / total);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress_bar), text);
}

static void
cancel_cb (GtkButton *button, DlWindow *self)
{
  dl_session_cancel (self->session);
  dl_window_forget_reopened (self);
  /* Nothing was open before: there is nothing to go back to but the start. */
  if (dl_session_get_timeline (self->session) == NULL)
    {
      show_start (self);
      dl_window_focus_view (self);
    }
}

/* Details */

static void
told_cb (DlTimelineView *view, const char *text, DlWindow *self)
{
  dl_window_show_toast (self, text);
}

static void
activated_cb (DlTimelineView *view, guint position, DlWindow *self)
{
  dl_window_set_details (self, TRUE);
}

static void
go_to_cb (DlDetailPane *pane, guint position, DlWindow *self)
{
  dl_view_go_to_event (self->view, position, FALSE);
}

static void
show_uri_cb (DlDetailPane *pane, const char *uri, DlWindow *self)
{
  dl_compat_show_uri (GTK_WINDOW (self), uri);
}

static void
zoom_to_measure_cb (DlMeasureBar *bar, DlWindow *self)
{
  g_autoptr (DlMeasure) measure = dl_session_dup_measure (self->session);

  if (measure != NULL)
    dl_view_show_range (self->view, measure->from, measure->to);
}

/* What is of an open timeline: views of it with what stands above and below them,
 * the details at their end, and what is asked of it at their start. */
static void
build_body (DlWindow *self)
{
  self->views = gtk_stack_new ();
  self->middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  dl_window_add_page (self->views, self->timeline, "timeline", _ ("Timeline"));
  gtk_box_append (GTK_BOX (self->middle), self->views);
  self->split = dl_split_new (self->middle, self->pane);
  self->body = dl_drawer_new (self->split);
  dl_window_add_page (self->stack, self->body, "timeline", C_ ("accessible page", "Timeline and details"));
}

/* What is not in the template: the canvas, and what else is of a view. */
static void
build_content (DlWindow *self)
{
  GtkWidget *measure = dl_measure_bar_new (self->session);

  self->timeline = dl_timeline_view_new (self->view);
  self->pane = dl_detail_pane_new (self->view);
  gtk_widget_set_size_request (self->pane, 260, -1);
  gtk_widget_set_vexpand (self->timeline, TRUE);
  build_body (self);
  g_signal_connect (self->timeline, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->timeline, "told", G_CALLBACK (told_cb), self);
  dl_window_init_list (self);
  dl_window_init_popovers (self);
  g_signal_connect (self->pane, "go-to", G_CALLBACK (go_to_cb), self);
  g_signal_connect (self->pane, "show-uri", G_CALLBACK (show_uri_cb), self);

  g_signal_connect (measure, "zoom", G_CALLBACK (zoom_to_measure_cb), self);
  gtk_box_append (GTK_BOX (self->content), measure);
}

/* Object */

static void
dl_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlWindow *self = DL_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_SHOW_DETAILS:
      g_value_set_boolean (value, dl_window_get_details (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DlWindow *self = DL_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_VIEW:
      self->view = g_value_dup_object (value);
      break;
    case PROP_SHOW_DETAILS:
      dl_window_set_details (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
text_size_changed_cb (GSettings *settings, const char *key, DlWindow *self)
{
  /* Translators: how large text is, of the usual size. */
  g_autofree char *text = g_strdup_printf (_ ("Text size: %d %%"), g_settings_get_int (settings, key));

  if (gtk_window_is_active (GTK_WINDOW (self)))
    dl_window_show_toast (self, text);
}

static void
dl_window_constructed (GObject *object)
{
  DlWindow *self = DL_WINDOW (object);

  G_OBJECT_CLASS (dl_window_parent_class)->constructed (object);
  self->session = g_object_ref (dl_view_get_session (self->view));
  dl_window_init_header (self);
  build_content (self);
  dl_window_init_actions (self);
  dl_window_init_files (self);
  dl_window_init_saving (self);
  dl_window_init_pasting (self);
  dl_window_init_present (self);
  dl_window_init_panes (self);
  dl_window_init_zones (self);
  dl_window_init_history (self);
  dl_window_init_bookmarks (self);
  dl_window_init_lanes (self);
  dl_window_init_filters (self);
  dl_window_init_filter_note (self);
  dl_window_init_views (self);
  dl_window_init_overview (self);
  dl_window_init_search (self);

  g_signal_connect_swapped (self->session, "notify::timeline", G_CALLBACK (timeline_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::file", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (self->session, "notify::loading", G_CALLBACK (loading_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::selected", G_CALLBACK (dl_window_follow_selection), self);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (dl_window_update_present), self);
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->session, "progress", G_CALLBACK (progress_cb), self);
  g_signal_connect_object (self->settings, "changed::text-size", G_CALLBACK (text_size_changed_cb), self, 0);
  dl_window_bind_settings (self);
  dl_window_init_announcements (self);
  g_signal_connect_swapped (self->toast, "said", G_CALLBACK (dl_window_announce), self);
  dl_window_init_live (self);
  /* What the view has already. */
  if (dl_session_get_timeline (self->session) != NULL)
    timeline_changed_cb (self);
  loading_changed_cb (self);
  dl_window_follow_selection (self);
  dl_window_update_lanes (self);
}

static void
dl_window_dispose (GObject *object)
{
  DlWindow *self = DL_WINDOW (object);

  /* They follow the settings as long as anybody holds them, and would tell a window that is gone. */
  if (self->settings != NULL)
    {
      g_action_map_remove_action (G_ACTION_MAP (self), "fold-empty-time");
      g_action_map_remove_action (G_ACTION_MAP (self), "show-overview");
    }
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_handle_id (&self->lead_back_id, g_source_remove);
  g_clear_handle_id (&self->overview_id, g_source_remove);
  g_clear_weak_pointer (&self->search_from);
  dl_window_end_presentation (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      dl_session_cancel (self->session);
    }
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->lane_menu, gtk_widget_unparent);
  g_clear_pointer (&self->menu_lane, g_free);
  g_clear_pointer (&self->go_to, gtk_widget_unparent);
  g_clear_pointer (&self->event_list, gtk_widget_unparent);
  g_clear_pointer (&self->bookmarks_popover, gtk_widget_unparent);
  g_clear_object (&self->bookmarks);
  dl_window_forget_reopened (self);
  dl_window_forget_problems (self);
  g_clear_object (&self->zones);
  g_clear_object (&self->files);
  g_clear_object (&self->file_actions);
  g_clear_object (&self->lanes_by);
  g_clear_object (&self->lane_filter);
  g_clear_object (&self->event_only);
  g_clear_object (&self->event_exclude);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dl_window_parent_class)->dispose (object);
}

static void
dl_window_unmap (GtkWidget *widget)
{
  dl_window_close_popovers (DL_WINDOW (widget));
  GTK_WIDGET_CLASS (dl_window_parent_class)->unmap (widget);
}

static void
dl_window_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_window_parent_class)->css_changed (widget, change);
  dl_look_mark_contrast (widget);
}

static void
dl_window_class_init (DlWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_window_get_property;
  object_class->set_property = dl_window_set_property;
  object_class->constructed = dl_window_constructed;
  object_class->dispose = dl_window_dispose;
  widget_class->unmap = dl_window_unmap;
  widget_class->css_changed = dl_window_css_changed;

  props[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_DETAILS] = g_param_spec_boolean (
    "show-details", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (DL_TYPE_HEADER_MIDDLE);
  g_type_ensure (DL_TYPE_TOAST);
  g_type_ensure (DL_TYPE_VIEW_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline_app/Dateline/ui/dl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DlWindow, header_middle);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, view_switch);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, content);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, banner_reload);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, banner_edit);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, banner_copy);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, problems_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_left_behind_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_banner_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
dl_window_init (DlWindow *self)
{
  self->zones = g_menu_new ();
  self->files = g_menu_new ();
  self->lane_filter = g_menu_new ();
  self->event_only = g_menu_new ();
  self->event_exclude = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  dl_compat_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
dl_window_new (GtkApplication *application, GSettings *settings, DlView *view)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_WINDOW, "application", application, "settings", settings, "view", view, NULL);
}

gboolean
dl_window_is_lasting (GFile *file)
{
  return !g_file_has_uri_scheme (file, STDIN_SCHEME) && !g_file_has_uri_scheme (file, PASTED_SCHEME);
}

gboolean
dl_window_has_lasting_file (DlWindow *self)
{
  GFile *file = dl_session_get_file (self->session);

  return file != NULL && dl_window_is_lasting (file);
}
