/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a timeline that is in no file, in one of another format, or in several. */
#include <glib/gi18n.h>

#include "base/dl-file-ending.h"
#include "compat/dl-compat.h"
#include "export/dl-export-file.h"
#include "window/dl-save-dialog.h"
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
  GBytes        *text;        /* nullable: what is to be saved */
  DlTimeline    *whole;       /* nullable: what was open then */
  gboolean       joined;      /* it was made of all of several files */
  guint          n_off;       /* so many of these were not shown */
  GPtrArray     *left_behind; /* of DlProblem: what could not be carried over; nullable */
  DlWindowFunc   func;        /* nullable */
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
  g_clear_object (&job->whole);
  g_clear_pointer (&job->left_behind, g_ptr_array_unref);
  g_object_unref (job->window);
  g_free (job);
}

/* Says that it has been saved, with what one may not expect. */
static void
tell (Job *job, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;

  if (job->n_off > 0)
    text = g_strdup_printf (
      /* Translators: of several files that were saved as one; the first %s is that file's name. */
      ngettext ("The timeline was saved as “%s”, with %u file that is not shown.",
                "The timeline was saved as “%s”, with %u files that are not shown.", job->n_off),
      name, job->n_off);
  else
    /* Translators: %s is a file's name. */
    text = g_strdup_printf (_ ("The timeline was saved as “%s”."), name);
  dl_window_show_toast (job->window, text);
}

/* What was open is open from where it has been saved. Where something else is to be done
 * now, it is only no longer lost. */
static void
go_on (Job *job, GFile *file)
{
  DlSession *session = job->window->session;
  gboolean   opening = FALSE;

  if (job->func != NULL && dl_session_get_own_text (session, NULL) == job->text)
    dl_session_take_saved (session, file);
  else
    opening = dl_session_go_on_with (session, job->func == NULL ? job->whole : NULL, file);
  job->window->keeps_toast = opening;
  tell (job, file);
  if (job->left_behind != NULL && job->left_behind->len > 0)
    dl_window_tell_left_behind (job->window, g_steal_pointer (&job->left_behind), !opening);
}

static void
saved_cb (GFile *file, gpointer data)
{
  Job               *job = data;
  DlSession         *session = job->window->session;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    ;
  else if (job->joined && dl_session_has_file (session, file))
    /* Translators: where several files are saved as one, and the place chosen is that of one of them. */
    dl_window_show_banner (job->window, _ ("That is one of the files that are open; save all of them as another one."),
                           FALSE);
  else if (!dl_export_write (job->text, DL_EXPORT_TIMELINE, file, &error))
    dl_window_show_banner (job->window, error->message, FALSE);
  else
    {
      go_on (job, file);
      if (job->func != NULL)
        job->func (job->data);
    }
  job_free (job);
}

/* The name of the open file without its ending, or NULL where there is none to go by. */
static char *
dup_stem (DlWindow *self)
{
  g_autofree char *name = dl_session_get_unsaved (self->session) ? NULL : dl_session_dup_name (self->session);

  return name == NULL ? NULL : dl_file_ending_strip (name);
}

/* The title, without endings of files that it is called by; or the name of the file that was converted. */
static char *
suggest_stem (DlWindow *self, gboolean all)
{
  DlTimeline      *timeline = dl_session_get_timeline (self->session);
  gboolean         one = timeline != NULL && !dl_session_can_join (self->session);
  g_autofree char *title = one || all ? dl_session_dup_stem (self->session) : NULL;
  g_autofree char *other = title == NULL && one ? dup_stem (self) : NULL;

  return g_strdup (title != NULL ? title : other != NULL ? other : _ ("Timeline"));
}

/* Asks where to. @job: (transfer full) */
static void
choose_file (Job *job)
{
  static const char *const endings[] = { ENDING, ".json", NULL };
  DlWindow                *self = job->window;
  g_autoptr (GListStore)   filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkFileFilter           *filter;
  g_autofree char         *stem = suggest_stem (self, job->joined);

  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Dateline files"));
  gtk_file_filter_add_pattern (filter, "*" ENDING);
  g_list_store_append (filters, filter);
  g_object_unref (filter);
  dl_save_dialog_ask (GTK_WINDOW (self), _ ("Save as Dateline File"), dl_session_get_file (self->session), stem, ENDING,
                      endings, G_LIST_MODEL (filters), saved_cb, job);
}

/* What is open, where that is one file, or of several what is in none.
 * @job: (transfer full) */
static void
save (Job *job)
{
  g_autoptr (GError) error = NULL;
  GBytes            *text = dl_session_get_own_text (job->window->session, &error);

  if (text == NULL)
    {
      if (error != NULL)
        dl_window_show_banner (job->window, error->message, FALSE);
      job_free (job);
      return;
    }
  job->text = g_bytes_ref (text);
  /* Of several this is one. */
  if (!dl_session_can_join (job->window->session))
    {
      job->whole = g_object_ref (dl_session_get_whole (job->window->session));
      job->left_behind = dl_session_dup_left_behind (job->window->session);
    }
  choose_file (job);
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job                  *job = data;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError)    error = NULL;

  job->text = dl_session_join_finish (DL_SESSION (source), result, &notes, &error);
  if (job->text == NULL)
    {
      dl_window_show_banner (job->window, error->message, FALSE);
      job_free (job);
      return;
    }
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (job->left_behind, dl_problem_new_of_failure (notes->pdata[i]));
  choose_file (job);
}

/* Several files as one. */
static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow *self = data;
  Job      *job = job_new (self, NULL, NULL, NULL);

  if (!dl_session_can_join (self->session))
    {
      save (job);
      return;
    }
  job->joined = TRUE;
  job->whole = g_object_ref (dl_session_get_whole (self->session));
  job->n_off = dl_session_count_files_off (self->session);
  job->left_behind = dl_session_dup_left_behind (self->session);
  dl_session_join_async (self->session, joined_cb, job);
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
  gboolean any = dl_session_has_own_text (self->session) || dl_session_can_join (self->session);

  g_simple_action_set_enabled (dl_window_get_action (self, "save-as"), any);
}

void
dl_window_init_saving (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save-as", .activate = save_as_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  /* There may never be anything, where a file cannot be opened. */
  dl_window_update_saving (self);
}
