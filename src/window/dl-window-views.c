/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of one timeline: the picture, the list of its events, its quotes. */
#include <glib/gi18n.h>

#include "widgets/dl-focus.h"
#include "widgets/dl-list-view.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-window-private.h"

#define TIMELINE "timeline"

void
dl_window_add_page (GtkWidget *stack, GtkWidget *child, const char *name, const char *title)
{
  GtkStackPage *page = gtk_stack_add_named (GTK_STACK (stack), child, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* Returns: whether something else was shown */
static gboolean
show_view (DlWindow *self, const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (GTK_STACK (self->views), name);

  if (view == gtk_stack_get_visible_child (GTK_STACK (self->views)))
    return FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->views), view);
  dl_view_set_seen (self->view, view == self->timeline);
  g_simple_action_set_state (dl_window_get_action (self, "show-view"), g_variant_new_string (name));
  dl_window_update_actions (self);
  return TRUE;
}

void
dl_window_show_event (DlWindow *self, guint position)
{
  /* Before the timeline is there: it was not selected in it. */
  dl_session_select (self->session, position);
  show_view (self, TIMELINE);
  dl_view_go_to_event (self->view, position, TRUE);
  dl_window_focus_view (self);
}

static void
go_cb (DlListView *list, guint position, DlWindow *self)
{
  dl_window_show_event (self, position);
}

static void
context_menu_cb (GtkWidget *list, double x, double y, DlWindow *self)
{
  dl_window_show_context_menu (self, list, x, y);
}

static void
copied_cb (DlListView *list, DlWindow *self)
{
  dl_window_show_toast (self, _ ("The citation was copied."));
}

/* A view is built when it is asked for first. */
static GtkWidget *
get_view (DlWindow *self, const char *name)
{
  GtkWidget *list = gtk_stack_get_child_by_name (GTK_STACK (self->views), name);

  if (list != NULL)
    return list;
  if (g_str_equal (name, "list"))
    list = dl_list_view_new (self->view, DL_LIST_OF_EVENTS);
  else if (g_str_equal (name, "quotes"))
    list = dl_list_view_new (self->view, DL_LIST_OF_QUOTES);
  else
    return NULL;
  dl_window_follow_reader (self, list);
  g_signal_connect (list, "go", G_CALLBACK (go_cb), self);
  g_signal_connect (list, "context-menu", G_CALLBACK (context_menu_cb), self);
  g_signal_connect (list, "copied", G_CALLBACK (copied_cb), self);
  dl_window_add_page (self->views, list, name, g_str_equal (name, "list") ? _ ("List") : _ ("Quotes"));
  return list;
}

gboolean
dl_window_shows_timeline (DlWindow *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->views)) == self->timeline;
}

/* The list or the quotes, whichever is shown; NULL while it is the timeline. */
static DlListView *
get_list (DlWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->views));

  return DL_IS_LIST_VIEW (shown) ? DL_LIST_VIEW (shown) : NULL;
}

void
dl_window_show_view (DlWindow *self, const char *name)
{
  guint selected = dl_session_get_selected_position (self->session);

  if (get_view (self, name) == NULL)
    return;
  if (show_view (self, name))
    {
      if (get_list (self) != NULL)
        dl_list_view_reveal (get_list (self));
      else if (selected != DL_NONE)
        dl_view_go_to_event (self->view, selected, FALSE);
    }
  dl_window_focus_view (self);
}

char *
dl_window_dup_quote_citation (DlWindow *self)
{
  DlListView *list = get_list (self);

  return list == NULL ? NULL : dl_list_view_dup_citation (list);
}

void
dl_window_go_to_range (DlWindow *self, DlInstant from, DlInstant to)
{
  DlListView *list = get_list (self);

  dl_view_show_range (self->view, from, to);
  if (list != NULL)
    dl_list_view_go_to (list, from);
}

void
dl_window_go_to_now (DlWindow *self)
{
  DlListView *list = get_list (self);
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  DlInstant   now;

  dl_view_go_to_now (self->view);
  if (list == NULL || timeline == NULL)
    return;
  if (!dl_timeline_get_as_of (timeline, &now))
    now = dl_view_get_today ();
  dl_list_view_go_to (list, now);
}

static void
change_view_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  dl_window_show_view (data, g_variant_get_string (value, NULL));
}

void
dl_window_update_views (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  /* Those too that a filter leaves out: without any one goes on to look at the list. */
  gboolean has_events = timeline != NULL && dl_timeline_get_n_whole (timeline) > 0;

  gtk_widget_set_visible (self->view_switch, has_events);
  g_simple_action_set_enabled (dl_window_get_action (self, "show-view"), has_events);
}

void
dl_window_init_views (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-view", .parameter_type = "s", .state = "'" TIMELINE "'", .change_state = change_view_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  /* There may never be anything, where a file cannot be opened. */
  dl_window_update_views (self);
}
