/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of the events: the pane beside the timeline, and the chips above it. */
#include "widgets/dl-filter-chips.h"
#include "widgets/dl-filter-pane.h"
#include "widgets/dl-focus.h"
#include "window/dl-drawer.h"
#include "window/dl-window-private.h"

/* The pane */

static void
set_filters (DlWindow *self, gboolean show)
{
  if (!show && self->filter_pane != NULL && dl_focus_is_inside (self->filter_pane))
    dl_window_focus_view (self);
  if (show)
    {
      dl_drawer_ask_for_side (DL_DRAWER (self->body), TRUE);
      gtk_widget_grab_focus (self->filter_pane);
    }
  else
    dl_drawer_set_show_side (DL_DRAWER (self->body), FALSE);
}

/* What the reader sets is kept; that there is no room for it beside the timeline is
 * not. */
static void
change_filters_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow *self = data;
  /* It may be on and yet not there. */
  gboolean show = g_variant_get_boolean (value) || !dl_drawer_needs_side (DL_DRAWER (self->body));

  set_filters (self, show);
  g_settings_set_boolean (self->settings, "show-filters", show);
}

static void
close_pane_cb (DlFilterPane *pane, DlWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-filters", g_variant_new_boolean (FALSE));
}

/* It is made when it is first to be seen. */
static void
arranged_cb (DlDrawer *drawer, DlWindow *self)
{
  gboolean there = dl_drawer_needs_side (drawer);

  if (there && self->filter_pane == NULL)
    {
      self->filter_pane = dl_filter_pane_new (self->view);
      g_signal_connect (self->filter_pane, "close", G_CALLBACK (close_pane_cb), self);
      dl_drawer_set_side (drawer, self->filter_pane);
    }
  g_simple_action_set_state (dl_window_get_action (self, "show-filters"), g_variant_new_boolean (there));
}

void
dl_window_put_filters_aside (DlWindow *self)
{
  DlDrawer *drawer = DL_DRAWER (self->body);

  if (dl_drawer_is_narrow (drawer) && dl_drawer_needs_side (drawer))
    dl_drawer_ask_for_side (drawer, FALSE);
}

/* Escape, where the keyboard is with the filter, or that lies over the timeline. It
 * takes away words that are looked for, or leads back to the timeline; it never clears
 * a filter, nor any part of one: what somebody has put together in many steps goes by a
 * key, or a click, that is for that. */
gboolean
dl_window_leave_filters (DlWindow *self)
{
  gboolean in_pane = self->filter_pane != NULL && dl_focus_is_inside (self->filter_pane);

  if (in_pane && dl_filter_pane_stop_finding (DL_FILTER_PANE (self->filter_pane)))
    return TRUE;
  if (dl_drawer_is_narrow (DL_DRAWER (self->body)) && dl_drawer_needs_side (DL_DRAWER (self->body)))
    {
      dl_window_focus_view (self);
      dl_drawer_ask_for_side (DL_DRAWER (self->body), FALSE);
      return TRUE;
    }
  if (!dl_window_is_in_filters (self))
    return FALSE;
  dl_window_focus_view (self);
  return TRUE;
}

gboolean
dl_window_is_in_filters (DlWindow *self)
{
  return (self->filter_pane != NULL && dl_focus_is_inside (self->filter_pane)) ||
         (self->filter_chips != NULL && dl_focus_is_inside (self->filter_chips));
}

/* The filter */

static void
update_chips (DlWindow *self)
{
  if (self->filter_chips != NULL)
    dl_filter_chips_set_in_picture (DL_FILTER_CHIPS (self->filter_chips), dl_window_shows_timeline (self));
}

static void
filter_changed_cb (DlWindow *self)
{
  gboolean empty = dl_filter_is_empty (dl_session_get_filter (self->session));

  if (!empty && self->filter_chips == NULL)
    {
      self->filter_chips = dl_filter_chips_new (self->session);
      g_signal_connect_swapped (self->filter_chips, "emptied", G_CALLBACK (dl_window_focus_view), self);
      gtk_box_prepend (GTK_BOX (self->middle), self->filter_chips);
      update_chips (self);
    }
  g_simple_action_set_enabled (dl_window_get_action (self, "clear-filter"), !empty);
  g_simple_action_set_state (dl_window_get_action (self, "filter-hides"),
                             g_variant_new_boolean (dl_session_get_filter_hides (self->session)));
}

static void
clear_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();

  dl_session_set_filter (DL_WINDOW (data)->session, filter);
}

static void
change_hides_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow *self = data;

  g_simple_action_set_state (action, value);
  g_settings_set_boolean (self->settings, "filter-hides", g_variant_get_boolean (value));
  dl_session_set_filter_hides (self->session, g_variant_get_boolean (value));
}

/* Wiring */

void
dl_window_init_filters (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-filters", .state = "false", .change_state = change_filters_cb },
    { .name = "clear-filter", .activate = clear_filter_cb },
    { .name = "filter-hides", .state = "false", .change_state = change_hides_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  dl_window_init_filter_menus (self);
  g_signal_connect (self->body, "arranged", G_CALLBACK (arranged_cb), self);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
  /* The next window begins as this one was last; open ones leave each other alone. */
  dl_session_set_filter_hides (self->session, g_settings_get_boolean (self->settings, "filter-hides"));
  dl_drawer_set_show_side (DL_DRAWER (self->body), g_settings_get_boolean (self->settings, "show-filters"));
  filter_changed_cb (self);
}
