/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard's way from part to part of the window, into the details and back. */
#include "widgets/dl-focus.h"
#include "window/dl-window-private.h"

/* As one comes to them going round, from the top, and from the start to the end. */
typedef enum
{
  HEADER,
  BANNER,
  FILTERS,
  SEARCH,
  CHIPS,
  NOTE,
  VIEW,
  OVERVIEW,
  DETAILS,
  N_PANES
} Pane;

/* Returns: (nullable): NULL where there is none yet */
static GtkWidget *
get_pane (DlWindow *self, Pane pane)
{
  switch (pane)
    {
    case HEADER:
      return gtk_window_get_titlebar (GTK_WINDOW (self));
    case BANNER:
      return self->banner;
    case FILTERS:
      return self->filter_pane;
    case SEARCH:
      return self->search_bar;
    case CHIPS:
      return self->filter_chips;
    case NOTE:
      return self->filter_note;
    case VIEW:
      return gtk_widget_get_mapped (self->body) ? self->views : self->message;
    case OVERVIEW:
      return self->overview;
    case DETAILS:
      return self->pane;
    default:
      return NULL;
    }
}

/* Returns: whether the keyboard is there then */
static gboolean
enter_pane (DlWindow *self, Pane pane)
{
  GtkWidget *widget = get_pane (self, pane);

  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (pane == VIEW)
    dl_window_focus_view (self);
  else if (pane == DETAILS)
    gtk_widget_grab_focus (widget);
  else
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return dl_focus_is_inside (widget);
}

/* From where the keyboard is, else from the beginning. */
static void
go_round (DlWindow *self, int direction)
{
  int at = direction > 0 ? -1 : N_PANES;

  for (int pane = 0; pane < N_PANES; pane++)
    {
      GtkWidget *widget = get_pane (self, (Pane) pane);

      if (widget != NULL && dl_focus_is_inside (widget))
        at = pane;
    }
  for (int i = 0; i < N_PANES; i++)
    {
      at = (at + direction + N_PANES) % N_PANES;
      if (enter_pane (self, (Pane) at))
        return;
    }
}

static void
next_pane_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_round (data, 1);
}

static void
previous_pane_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_round (data, -1);
}

void
dl_window_read (DlWindow *self)
{
  dl_window_set_details (self, TRUE);
  gtk_widget_grab_focus (self->pane);
}

gboolean
dl_window_leave_details (DlWindow *self)
{
  if (!dl_focus_is_inside (self->pane))
    return FALSE;
  dl_window_focus_view (self);
  return TRUE;
}

static void
read_cb (GtkWidget *view, guint position, DlWindow *self)
{
  dl_window_read (self);
}

void
dl_window_follow_reader (DlWindow *self, GtkWidget *view)
{
  g_signal_connect (view, "read", G_CALLBACK (read_cb), self);
}

void
dl_window_init_panes (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "next-pane", .activate = next_pane_action },
    { .name = "previous-pane", .activate = previous_pane_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  dl_window_follow_reader (self, self->timeline);
}
