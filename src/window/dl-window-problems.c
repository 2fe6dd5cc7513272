/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's way to the problems of its file. */
#include "window/dl-problems-window.h"
#include "window/dl-window-private.h"

/* The one that is open, or NULL. */
static GtkWindow *
find_problems_window (DlWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (DL_IS_PROBLEMS_WINDOW (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return window;
    }
  return NULL;
}

static void
show_event_cb (DlProblemsWindow *problems, guint position, DlWindow *self)
{
  dl_window_show_event (self, position);
  gtk_window_present (GTK_WINDOW (self));
}

/* Nullable. */
static GFile *
get_file_to_edit (DlWindow *self)
{
  GFile      *mistaken = dl_session_get_mistaken_file (self->session);
  GPtrArray  *files = dl_session_get_files (self->session);
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  if (mistaken != NULL || timeline == NULL || dl_timeline_get_n_whole (timeline) > 0 || files == NULL ||
      files->len != 1)
    return mistaken;
  return g_file_is_native (files->pdata[0]) ? files->pdata[0] : NULL;
}

gboolean
dl_window_can_edit (DlWindow *self)
{
  return get_file_to_edit (self) != NULL;
}

void
dl_window_edit (DlWindow *self)
{
  if (dl_window_can_edit (self))
    dl_compat_edit_file (GTK_WINDOW (self), get_file_to_edit (self));
}

void
dl_window_show_problems (DlWindow *self)
{
  GtkWindow *window = find_problems_window (self);

  if (window == NULL)
    {
      window = GTK_WINDOW (dl_problems_window_new (self->session));
      gtk_window_set_transient_for (window, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (window, TRUE);
      g_signal_connect_object (window, "show-event", G_CALLBACK (show_event_cb), self, 0);
    }
  gtk_window_present (window);
}
