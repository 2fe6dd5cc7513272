/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dl-export-watch.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "formats/dl-watch.h"
#include "model/dl-timeline-changes.h"

typedef struct
{
  const char       *path;
  const char       *output;
  DlLoaded         *loaded; /* what is drawn */
  DlExportWatchFunc func;
  gpointer          data;
  GMainLoop        *loop;
} Watching;

static gboolean
end_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

static void
tell_written (Watching *self, const DlTimelineChanges *changes)
{
  g_autofree char *words = dl_timeline_changes_dup_words (changes);
  g_autofree char *text = NULL;

  if (words == NULL)
    /* Translators: %s is the name of a picture that has been written again. */
    text = g_strdup_printf (_ ("%s: written again"), self->output);
  else
    /* Translators: the same, and what has changed: “story.png: written again (2 added, 1 gone)”. */
    text = g_strdup_printf (_ ("%s: written again (%s)"), self->output, words);
  dl_command_fail (DL_EXIT_GOOD, text);
}

static gboolean
is_same_text (const DlLoaded *before, const DlLoaded *now)
{
  GBytes *text = before->unwritten != NULL ? before->unwritten : before->own_text;
  GBytes *other = now->unwritten != NULL ? now->unwritten : now->own_text;

  return text != NULL && other != NULL && g_bytes_equal (text, other);
}

static void
changed_cb (DlWatch *watch, Watching *self)
{
  g_autoptr (DlTimelineChanges) changes = NULL;
  DlLoaded                     *loaded;

  dl_watch_hold (watch);
  loaded = self->func (self->data);
  if (loaded != NULL)
    {
      /* A file that was saved a moment before it was read is read once more to be sure. */
      if (!is_same_text (self->loaded, loaded))
        {
          changes = dl_timeline_changes_new (self->loaded->timeline, loaded->timeline);
          tell_written (self, changes);
        }
      dl_watch_set_stamp (watch, loaded->stamp);
      dl_loaded_free (self->loaded);
      self->loaded = loaded;
    }
  dl_watch_release (watch);
}

static void
gone_cb (DlWatch *watch, Watching *self)
{
  /* Translators: %s is the name of a file that is watched. */
  g_autofree char *text = g_strdup_printf (_ ("%s: the file is gone; its picture stays"), self->path);

  dl_command_fail (DL_EXIT_GOOD, text);
}

int
dl_export_watch (const char *path, const char *output, DlLoaded *loaded, DlExportWatchFunc func, gpointer data)
{
  g_autoptr (GFile)     file = dl_command_new_file (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (DlWatch)   watch = dl_watch_new (file, loaded->stamp);
  g_autofree char      *text = NULL;
  Watching              self = { path, output, loaded, func, data, loop };
  guint signals[] = { g_unix_signal_add (SIGINT, end_cb, loop), g_unix_signal_add (SIGTERM, end_cb, loop) };

  g_signal_connect (watch, "changed", G_CALLBACK (changed_cb), &self);
  g_signal_connect (watch, "gone", G_CALLBACK (gone_cb), &self);
  /* Translators: the name of a picture, then that of a file. */
  text = g_strdup_printf (_ ("%s: written, and again whenever %s is saved"), output, path);
  dl_command_fail (DL_EXIT_GOOD, text);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (watch, &self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_source_remove (signals[i]);
  dl_loaded_free (self.loaded);
  return DL_EXIT_GOOD;
}
