/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a click on a part of the picture does, and a key on its stand-in. */
#include "widgets/dl-timeline-view-private.h"

/* Asks for a list of the events that a number stands for. */
static void
ask_list (DlTimelineView *self, const DlOp *op)
{
  g_autoptr (GListModel) events = dl_view_list_events (self->view, op);

  g_signal_emit_by_name (self, "list-events", events, CLAMP (op->x + op->w / 2, 0, dl_view_get_width (self->view)),
                         op->y + op->h - dl_view_get_scroll (self->view));
}

void
dl_timeline_view_activate_event (DlTimelineView *self, const DlOp *op)
{
  guint event = op->event;

  dl_view_select_in (self->view, event, op->lane);
  g_signal_emit_by_name (self, "activated", event);
}

gboolean
dl_timeline_view_activate (DlTimelineView *self, const DlOp *op)
{
  guint event = op->event;

  switch (op->role)
    {
    case DL_ROLE_TOGGLE:
    case DL_ROLE_LANE:
      dl_view_toggle_lane (self->view, op->lane);
      return TRUE;
    case DL_ROLE_MORE_ROWS:
      dl_session_set_lane_state (
        self->session, dl_arrangement_get_lane (dl_view_get_arrangement (self->view), op->lane)->key, DL_LANE_EXPANDED);
      return TRUE;
    case DL_ROLE_DENSITY:
    case DL_ROLE_COUNT:
    case DL_ROLE_UNLABELLED:
      ask_list (self, op);
      return TRUE;
    case DL_ROLE_BELOW:
      dl_view_show_below (self->view);
      return TRUE;
    case DL_ROLE_FOLD:
    case DL_ROLE_BREAK:
      dl_view_open_fold (self->view, op->fold);
      return TRUE;
    case DL_ROLE_RELATION:
      if (op->event != DL_NONE)
        dl_view_go_to_event (self->view, op->event, TRUE);
      else
        g_signal_emit_by_name (self, "activated", dl_session_get_selected_position (self->session));
      return TRUE;
    case DL_ROLE_EARLIER:
    case DL_ROLE_LATER:
      dl_view_select_in (self->view, event, op->lane);
      dl_view_fly_to (self->view, event, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}
