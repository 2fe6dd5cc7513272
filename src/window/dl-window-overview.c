/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of the timeline in a strip below it, as long as not all of it is in sight. */
#include "widgets/dl-focus.h"
#include "widgets/dl-overview-view.h"
#include "window/dl-window-private.h"

static void
left_cb (DlWindow *self)
{
  dl_window_focus_view (self);
}

static gboolean
is_shown (DlWindow *self)
{
  return self->overview != NULL && gtk_widget_get_visible (self->overview);
}

/* Only below the timeline, and where the reader wants it. */
static gboolean
is_wanted (DlWindow *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->views)) == self->timeline &&
         g_settings_get_boolean (self->settings, "show-overview") &&
         dl_overview_view_is_needed (self->view, is_shown (self));
}

void
dl_window_update_overview (DlWindow *self)
{
  gboolean show = is_wanted (self);

  g_clear_handle_id (&self->overview_id, g_source_remove);
  if (show == is_shown (self))
    return;
  if (self->overview == NULL)
    {
      self->overview = dl_overview_view_new (self->view);
      g_signal_connect_swapped (self->overview, "left", G_CALLBACK (left_cb), self);
      gtk_box_append (GTK_BOX (self->middle), self->overview);
    }
  if (!show && dl_focus_is_inside (self->overview))
    dl_window_focus_view (self);
  gtk_widget_set_visible (self->overview, show);
}

static gboolean
update_cb (gpointer data)
{
  DlWindow *self = data;

  self->overview_id = 0;
  dl_window_update_overview (self);
  return G_SOURCE_REMOVE;
}

/* The view may be given its size just now: no widget comes or goes meanwhile, but
 * before the next frame. */
static void
changed_cb (DlWindow *self)
{
  if (self->overview_id == 0 && is_wanted (self) != is_shown (self))
    self->overview_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

void
dl_window_init_overview (DlWindow *self)
{
  /* A toggle that is the setting itself. */
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "show-overview");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings, "changed::show-overview", G_CALLBACK (dl_window_update_overview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (dl_window_update_overview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
