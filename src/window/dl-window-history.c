/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Back and forth through views. */
#include "window/dl-window-private.h"

/* A mouse's buttons at its side. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

static void
go_back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_view_go (DL_WINDOW (data)->view, -1);
}

static void
go_forward_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_view_go (DL_WINDOW (data)->view, 1);
}

static void
side_button_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlWindow *self)
{
  guint button = gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  dl_view_go (self->view, button == BUTTON_BACK ? -1 : 1);
}

/* Wherever in the window the pointer is. */
static void
listen_to_button (DlWindow *self, guint button)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (side_button_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
history_changed_cb (DlWindow *self)
{
  g_simple_action_set_enabled (dl_window_get_action (self, "go-back"), dl_view_can_go (self->view, -1));
  g_simple_action_set_enabled (dl_window_get_action (self, "go-forward"), dl_view_can_go (self->view, 1));
}

void
dl_window_init_history (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "go-back", .activate = go_back_action },
    { .name = "go-forward", .activate = go_forward_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  listen_to_button (self, BUTTON_BACK);
  listen_to_button (self, BUTTON_FORWARD);
  g_signal_connect_object (self->view, "history-changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
}
