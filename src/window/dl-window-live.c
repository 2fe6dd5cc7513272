/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The open file, while others write it: what is said of that. */
#include <glib/gi18n.h>

#include "window/dl-window-private.h"

#define SETTING "reread"

/* Who presents is not led elsewhere; what is saved meanwhile is read after that. */
void
dl_window_update_live (DlWindow *self)
{
  dl_session_set_reread (self->session, self->presentation != NULL
                                          ? DL_REREAD_NEVER
                                          : (DlReread) g_settings_get_enum (self->settings, SETTING));
}

/* In the banner, until there is something else to say, or it holds no more. What is wrong in
 * others of several files is not hidden by it, and what it tells is in the list of problems. */
static void
say (DlWindow *self, const char *text, gboolean can_reload, gboolean can_edit)
{
  GPtrArray *files = dl_session_get_files (self->session);
  gboolean   others = files != NULL && files->len > 1;

  dl_window_show_banner (self, text,
                         dl_session_get_unread (self->session)->len > 0 ||
                           (others && dl_problem_count (dl_session_get_problems (self->session), NULL) > 0));
  gtk_widget_set_visible (self->banner_reload, can_reload);
  gtk_widget_set_visible (self->banner_edit, can_edit);
  self->banner_is_live = TRUE;
}

static void
state_changed_cb (DlWindow *self)
{
  const char      *failure = dl_session_get_file_failure (self->session);
  g_autofree char *words = failure == NULL ? NULL : dl_problem_dup_failure_words (failure);
  g_autofree char *text = NULL;

  dl_window_update_actions (self);
  switch (dl_session_get_file_state (self->session))
    {
    case DL_FILE_SAVED:
      say (self, _ ("The file was saved again."), TRUE, FALSE);
      break;
    case DL_FILE_BROKEN:
      /* Translators: %s is why, with the place: “story.json, line 12, column 3: not valid JSON: …”. */
      text = g_strdup_printf (_ ("The file was saved again and cannot be read; what was read before stays. %s"), words);
      say (self, text, FALSE, dl_session_get_mistaken_file (self->session) != NULL);
      break;
    case DL_FILE_GONE:
      say (self, _ ("The file is gone; what was read stays."), FALSE, FALSE);
      break;
    case DL_FILE_AS_READ:
      if (self->banner_is_live)
        gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
      self->banner_is_live = FALSE;
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
reread_cb (DlSession *session, const char *words, DlWindow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *both = NULL;

  if (gtk_window_is_active (GTK_WINDOW (self)))
    dl_session_see_news (session);
  if (words == NULL)
    return;
  /* Translators: the file has been read again: “Read again: 2 added, 1 changed, 1 gone”. */
  text = g_strdup_printf (_ ("Read again: %s"), words);
  if (self->told_notes == NULL)
    {
      dl_window_show_toast (self, text);
      return;
    }
  /* It has just been said, and would go. */
  both = g_strjoin ("\n", text, self->told_notes, NULL);
  dl_window_say_notes (self, both);
}

static void
active_cb (DlWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  dl_session_look_at_file (self->session);
  dl_session_see_news (self->session);
}

/* Beside the window of an editor, which has the keyboard, one looks where one points. */
static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, DlWindow *self)
{
  dl_session_see_news (self->session);
}

void
dl_window_init_live (DlWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (self->session, "file-state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "reread", G_CALLBACK (reread_cb), self, 0);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_object (self->settings, "changed::" SETTING, G_CALLBACK (dl_window_update_live), self,
                           G_CONNECT_SWAPPED);
  dl_window_update_live (self);
}
