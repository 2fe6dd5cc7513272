/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-view.h"
#include "window/dl-event-list-popover.h"
#include "window/dl-window-private.h"

static void
event_chosen_cb (DlEventListPopover *popover, guint position, DlWindow *self)
{
  dl_session_select (self->session, position);
  dl_view_fly_to (self->view, position, FALSE);
}

static void
zoom_to_list_cb (DlEventListPopover *popover, DlWindow *self)
{
  DlInstant from, to;

  dl_event_list_popover_get_range (popover, &from, &to);
  dl_view_show_range (self->view, from, to);
}

void
dl_window_list_events (DlWindow *self, GListModel *events, double x, double y)
{
  if (self->event_list == NULL)
    {
      self->event_list = dl_event_list_popover_new ();
      gtk_widget_set_parent (self->event_list, self->split);
      g_signal_connect (self->event_list, "chosen", G_CALLBACK (event_chosen_cb), self);
      g_signal_connect (self->event_list, "zoom", G_CALLBACK (zoom_to_list_cb), self);
      dl_window_lead_back (self, self->event_list);
    }
  dl_window_point_at (self, self->event_list, self->timeline, x, y);
  dl_event_list_popover_show (DL_EVENT_LIST_POPOVER (self->event_list), events);
}

static void
list_events_cb (DlTimelineView *view, GListModel *events, double x, double y, DlWindow *self)
{
  dl_window_list_events (self, events, x, y);
}

void
dl_window_init_list (DlWindow *self)
{
  g_signal_connect (self->timeline, "list-events", G_CALLBACK (list_events_cb), self);
}
