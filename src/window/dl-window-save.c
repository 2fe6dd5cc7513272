/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a timeline that is in no file, or in one of another format. */
#include <string.h>

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "export/dl-export-file.h"
#include "window/dl-window-private.h"

#define ENDING ".dateline.json"

/* The answers to the question whether to save, the first of which is to stay. */
enum
{
  STAY,
  DISCARD,
  SAVE
};

/* What to do once it is settled. */
typedef struct
{
  DlWindow      *window;
  GBytes        *text; /* nullable: what is to be saved */
  DlWindowFunc   func; /* nullable */
  gpointer       data;
  GDestroyNotify destroy;
} Job;

static Job *
job_new (DlWindow *self, DlWindowFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (self);
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  return job;
}

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_pointer (&job->text, g_bytes_unref);
  g_object_unref (job->window);
  g_free (job);
}

static void
saved_cb (GFile *file, gpointer data)
{
  Job               *job = data;
  DlWindow          *self = job->window;
  g_autoptr (GError) error = NULL;
  g_autofree char   *base = file == NULL ? NULL : g_file_get_basename (file);
  g_autofree char   *name = base == NULL ? NULL : g_filename_display_name (base);
  g_autofree char   *text = NULL;

  if (file == NULL)
    ;
  else if (!dl_export_write (job->text, DL_EXPORT_TIMELINE, file, &error))
    dl_window_show_banner (self, error->message, FALSE);
  else
    {
      /* Translators: %s is a file's name. */
      text = g_strdup_printf (_ ("The timeline was saved as “%s”."), name);
      /* Another may have been opened meanwhile. */
      if (dl_session_get_own_text (self->session) == job->text)
        dl_session_take_saved (self->session, file);
      else
        dl_session_wrote (self->session, file);
      dl_window_show_toast (self, text);
      if (job->func != NULL)
        job->func (job->data);
    }
  job_free (job);
}

/* The name of the open file without its ending, or NULL where there is none to go by. */
static char *
dup_stem (DlWindow *self)
{
  char *name = dl_session_get_unsaved (self->session) ? NULL : dl_session_dup_name (self->session);
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot != NULL && dot > name)
    *dot = '\0';
  return name;
}

/* A file's name from the title, or from the name of the file that was converted. */
static char *
suggest_name (DlWindow *self)
{
  DlTimeline      *timeline = dl_session_get_timeline (self->session);
  gboolean         one = timeline != NULL && dl_timeline_get_n_files (timeline) == 0;
  const char      *title = one ? dl_timeline_get_title (timeline) : NULL;
  g_autofree char *other = title == NULL && one ? dup_stem (self) : NULL;
  g_autofree char *stem = g_strdup (title != NULL ? title : other != NULL ? other : _ ("Timeline"));

  return g_strconcat (g_strdelimit (stem, "/\\:\n\t", '-'), ENDING, NULL);
}

/* @job: (transfer full) */
static void
save (Job *job)
{
  DlWindow              *self = job->window;
  GBytes                *text = dl_session_get_own_text (self->session);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkFileFilter         *filter;
  g_autofree char       *name = NULL;

  if (text == NULL)
    {
      job_free (job);
      return;
    }
  job->text = g_bytes_ref (text);
  name = suggest_name (self);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Dateline files"));
  gtk_file_filter_add_pattern (filter, "*" ENDING);
  g_list_store_append (filters, filter);
  g_object_unref (filter);
  dl_compat_save_file (GTK_WINDOW (self), _ ("Save as Dateline File"), name, G_LIST_MODEL (filters), saved_cb, job);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (job_new (data, NULL, NULL, NULL));
}

/* What would be lost */

static void
answered_cb (guint answer, gpointer data)
{
  Job *job = data;

  if (answer == SAVE)
    {
      save (job);
      return;
    }
  if (answer == DISCARD)
    {
      job->window->discards = TRUE;
      job->func (job->data);
    }
  job_free (job);
}

gboolean
dl_window_get_unsaved (DlWindow *self)
{
  g_return_val_if_fail (DL_IS_WINDOW (self), FALSE);
  return !self->discards && dl_session_get_unsaved (self->session);
}

void
dl_window_settle_unsaved (DlWindow *self, DlWindowFunc func, gpointer data, GDestroyNotify destroy)
{
  const char *const answers[] = { _ ("_Cancel"), _ ("_Discard"), _ ("_Save…"), NULL };
  Job              *job = job_new (self, func, data, destroy);

  g_return_if_fail (DL_IS_WINDOW (self));
  g_return_if_fail (func != NULL);
  if (!dl_window_get_unsaved (self))
    {
      func (data);
      job_free (job);
      return;
    }
  dl_compat_ask (GTK_WINDOW (self), _ ("Save the pasted timeline?"),
                 _ ("It is in no file, and is lost if it is not saved."), answers, answered_cb, job);
}

static void
close_now (gpointer data)
{
  gtk_window_close (data);
}

static gboolean
close_request_cb (DlWindow *self)
{
  if (!dl_window_get_unsaved (self))
    return FALSE;
  dl_window_settle_unsaved (self, close_now, g_object_ref (self), g_object_unref);
  return TRUE;
}

void
dl_window_update_saving (DlWindow *self)
{
  g_simple_action_set_enabled (dl_window_get_action (self, "save-as"), dl_session_get_own_text (self->session) != NULL);
}

void
dl_window_init_saving (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save-as", .activate = save_as_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}
