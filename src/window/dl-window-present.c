/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Presenting: in a window of its own, so that this one is, when that is over, what
 * and where it was. */
#include <glib/gi18n.h>

#include "widgets/dl-presenter.h"
#include "window/dl-window-private.h"

/* Through what */

/* The events in the lane of the selected one. Returns: (transfer full) (nullable) */
static DlEventSet *
list_lane (DlWindow *self)
{
  guint         index, n_lanes;
  const DlLane *lane = dl_view_get_lane (self->view, NULL, &index, &n_lanes);
  DlEventSet   *events;

  if (lane == NULL)
    return NULL;
  events = dl_event_set_new (dl_timeline_get_n_events (dl_session_get_timeline (self->session)));
  for (guint i = 0; i < lane->events->len; i++)
    dl_event_set_add (events, g_array_index (lane->events, guint32, i));
  return events;
}

/* The window of the presentation */

static void
ended_cb (DlWindow *self)
{
  self->presentation = NULL;
  if (self->inhibited != 0)
    gtk_application_uninhibit (gtk_window_get_application (GTK_WINDOW (self)), self->inhibited);
  self->inhibited = 0;
  dl_window_update_live (self);
  dl_window_focus_view (self);
}

/* Where this window is: on the projector, if it is there. */
static void
fill_monitor (DlWindow *self, GtkWindow *window)
{
  GdkSurface  *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor  *monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle geometry;

  if (monitor == NULL)
    {
      gtk_window_fullscreen (window);
      return;
    }
  gdk_monitor_get_geometry (monitor, &geometry);
  /* Where nobody fills a screen for us, it is as large as one. */
  gtk_window_set_default_size (window, geometry.width, geometry.height);
  gtk_window_fullscreen_on_monitor (window, monitor);
}

/* @presenter: (nullable): consumed */
static void
show (DlWindow *self, GtkWidget *presenter)
{
  GtkApplication  *application = gtk_window_get_application (GTK_WINDOW (self));
  GtkWindow       *window;
  g_autofree char *title = NULL;

  if (presenter == NULL)
    {
      dl_window_show_toast (self, _ ("There is no event to present."));
      return;
    }
  self->presentation = gtk_window_new ();
  window = GTK_WINDOW (self->presentation);
  /* Translators: the title of a window that presents the timeline of that title. */
  title = g_strdup_printf (_ ("Presentation: %s"), gtk_window_get_title (GTK_WINDOW (self)));
  gtk_window_set_title (window, title);
  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_set_decorated (window, FALSE);
  /* For the keys of the program: the size of text, leaving it. */
  gtk_window_set_application (window, application);
  gtk_window_set_child (window, presenter);
  g_signal_connect_object (presenter, "leave", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  self->inhibited =
    gtk_application_inhibit (application, window, GTK_APPLICATION_INHIBIT_IDLE, _ ("Presenting a timeline"));
  fill_monitor (self, window);
  gtk_window_present (window);
  dl_window_update_live (self);
}

/* Returns: whether there is a presentation already, which comes to the front */
static gboolean
is_presenting (DlWindow *self)
{
  if (self->presentation != NULL)
    gtk_window_present (GTK_WINDOW (self->presentation));
  return self->presentation != NULL;
}

static void
present (DlWindow *self, DlEventSet *events)
{
  if (!is_presenting (self))
    show (self, dl_presenter_new (self->session, dl_view_get_fold (self->view), events,
                                  dl_session_get_selected_position (self->session)));
}

void
dl_window_end_presentation (DlWindow *self)
{
  if (self->presentation != NULL)
    gtk_window_destroy (GTK_WINDOW (self->presentation));
}

/* Actions */

/* What the reader has chosen to see, else all. */
static void
present_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, dl_session_get_shown (DL_WINDOW (data)->session));
}

static void
present_all_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, NULL);
}

static void
present_lane_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (DlEventSet) events = list_lane (data);

  present (data, events);
}

static void
present_bookmarks_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow    *self = data;
  DlBookmarks *bookmarks = dl_window_get_bookmarks (self);

  if (is_presenting (self) || bookmarks == NULL)
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (bookmarks)) == 0)
    {
      dl_window_show_toast (self, _ ("There is no bookmark to present."));
      return;
    }
  show (self, dl_presenter_new_of_bookmarks (self->session, dl_view_get_fold (self->view), G_LIST_MODEL (bookmarks),
                                             dl_session_get_selected_position (self->session)));
}

static const GActionEntry entries[] = {
  { .name = "present", .activate = present_action },
  { .name = "present-all", .activate = present_all_action },
  { .name = "present-bookmarks", .activate = present_bookmarks_action },
  { .name = "present-lane", .activate = present_lane_action },
  { .name = "present-shown", .activate = present_action },
};

void
dl_window_init_present (DlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

GMenuModel *
dl_window_new_present_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_All Events"), "win.present-all");
  g_menu_append (menu, _ ("This _Lane"), "win.present-lane");
  g_menu_append (menu, _ ("_Filtered Events"), "win.present-shown");
  g_menu_append (menu, _ ("_Bookmarks"), "win.present-bookmarks");
  return G_MENU_MODEL (menu);
}

void
dl_window_update_present (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  gboolean    has_events = timeline != NULL && dl_timeline_get_n_events (timeline) > 0;
  gboolean    has_event = dl_session_get_selected (self->session) != NULL;
  gboolean    filters = !dl_filter_is_empty (dl_session_get_filter (self->session));

  g_simple_action_set_enabled (dl_window_get_action (self, "present"), has_events);
  g_simple_action_set_enabled (dl_window_get_action (self, "present-all"), has_events);
  /* Whether there are any is looked at then: another window may have made some. */
  g_simple_action_set_enabled (dl_window_get_action (self, "present-bookmarks"),
                               has_events && dl_window_has_lasting_file (self));
  g_simple_action_set_enabled (dl_window_get_action (self, "present-lane"), has_event);
  g_simple_action_set_enabled (dl_window_get_action (self, "present-shown"), has_events && filters);
}
