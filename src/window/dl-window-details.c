/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the details are there. */
#include "widgets/dl-focus.h"
#include "window/dl-split.h"
#include "window/dl-window-private.h"

/* Where they stand below, what is told about the timeline would take the
 * timeline's room: it is there when it is asked for. */
static void
update_side (DlWindow *self)
{
  dl_split_set_side_needed (DL_SPLIT (self->split),
                            self->about_asked || dl_session_get_selected (self->session) != NULL);
}

void
dl_window_ask_for_details (DlWindow *self)
{
  dl_window_set_details (self, TRUE);
  self->about_asked = self->about_asked || !gtk_widget_get_visible (self->pane);
  update_side (self);
}

gboolean
dl_window_shows_details (DlWindow *self)
{
  return gtk_widget_get_visible (self->pane);
}

void
dl_window_set_details (DlWindow *self, gboolean show)
{
  show = show != FALSE;
  if (dl_window_get_details (self) == show)
    return;
  g_simple_action_set_state (dl_window_get_action (self, "show-details"), g_variant_new_boolean (show));
  self->about_asked = self->about_asked && show;
  update_side (self);
  if (!show && dl_focus_is_inside (self->pane))
    dl_window_focus_view (self);
  dl_split_set_show_side (DL_SPLIT (self->split), show);
  g_object_notify (G_OBJECT (self), "show-details");
}

gboolean
dl_window_get_details (DlWindow *self)
{
  return dl_split_get_show_side (DL_SPLIT (self->split));
}

void
dl_window_follow_selection (DlWindow *self)
{
  update_side (self);
  /* Nothing is left to be read in the details. */
  if (dl_session_get_selected (self->session) == NULL && dl_focus_is_inside (self->pane))
    dl_window_focus_view (self);
  dl_window_update_actions (self);
}
