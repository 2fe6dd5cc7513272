/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-loader.h"

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-file-reader.h"
#include "formats/dl-formats.h"
#include "formats/dl-gzip.h"
#include "formats/dl-loader-private.h"
#include "formats/dl-pasted.h"
#include "formats/dl-stdin.h"

/* Between two calls of a progress function: to show it takes time from loading. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/* What a worker tells the thread that waits for it. Either may go first. */
typedef struct
{
  GMutex         mutex;
  GMainContext  *context;
  DlProgressFunc func;
  gpointer       data;
  GSource       *source; /* one at a time; NULL while nothing is on its way */
  gboolean       closed; /* the callback has been called, or soon will be */
  guint          done;
  guint          total;
  gint64         told;  /* monotonic time of the last source */
  GPtrArray     *files; /* what is loaded */
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_clear_pointer (&progress->source, g_source_unref);
  g_main_context_unref (progress->context);
  g_ptr_array_unref (progress->files);
  g_mutex_clear (&progress->mutex);
  g_free (progress);
}

static gboolean
progress_cb (gpointer data)
{
  Progress *progress = g_task_get_task_data (data);
  guint     done;
  guint     total;
  gboolean  closed;

  g_mutex_lock (&progress->mutex);
  g_clear_pointer (&progress->source, g_source_unref);
  done = progress->done;
  total = progress->total;
  closed = progress->closed;
  g_mutex_unlock (&progress->mutex);
  if (!closed)
    progress->func (done, total, progress->data);
  return G_SOURCE_REMOVE;
}

/* In the worker. @data: the task, whose data is the Progress. */
static void
progress_tell (guint done, guint total, gpointer data)
{
  GTask    *task = data;
  Progress *progress = g_task_get_task_data (task);
  gint64    now = g_get_monotonic_time ();

  if (progress->func == NULL)
    return;
  g_mutex_lock (&progress->mutex);
  progress->done = done;
  progress->total = total;
  if (!progress->closed && progress->source == NULL &&
      (now - progress->told >= PROGRESS_INTERVAL || (done == total && total > 0)))
    {
      progress->told = now;
      progress->source = g_idle_source_new ();
      g_source_set_priority (progress->source, g_task_get_priority (task));
      g_source_set_static_name (progress->source, "[dateline] progress of loading");
      g_source_set_callback (progress->source, progress_cb, g_object_ref (task), g_object_unref);
      g_source_attach (progress->source, progress->context);
    }
  g_mutex_unlock (&progress->mutex);
}

/* From here on nothing is told. */
static void
progress_close (Progress *progress)
{
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&progress->mutex);
  progress->closed = TRUE;
  source = g_steal_pointer (&progress->source);
  g_mutex_unlock (&progress->mutex);
  if (source != NULL)
    g_source_destroy (source);
}

static void
completed_cb (GTask *task, GParamSpec *pspec, gpointer data)
{
  progress_close (g_task_get_task_data (task));
}

DlLoaded *
dl_load_one (GFile         *file,
             const char    *name,
             gboolean       in_window,
             GCancellable  *cancellable,
             DlProgressFunc progress,
             gpointer       progress_data,
             GError       **error)
{
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *stamp = NULL;
  DlLoaded          *loaded;

  stored = dl_file_read_bytes (file, name, cancellable, &stamp, error);
  if (stored == NULL)
    return NULL;
  bytes = dl_gzip_inflate (stored, name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  g_clear_pointer (&stored, g_bytes_unref);
  if (dl_is_pasted (file) && !dl_formats_is_known (bytes))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                           /* Translators: of text from the clipboard, or one that was dropped on the window. */
                           _ ("The text is not a timeline; what can be read is JSON, or a table in which each row has "
                              "a date and a title"));
      return NULL;
    }
  loaded = dl_formats_read_told (bytes, name, in_window, cancellable, progress, progress_data, error);
  if (loaded == NULL)
    return NULL;
  loaded->stamp = g_steal_pointer (&stamp);
  loaded->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (loaded->files, g_object_ref (file));
  return loaded;
}

GBytes *
dl_load_get_own_text (DlLoaded *loaded, GError **error)
{
  g_autoptr (DlLoaded) written = NULL;

  g_return_val_if_fail (loaded != NULL, NULL);
  if (loaded->own_text == NULL && loaded->unwritten != NULL)
    {
      written = dl_formats_write (loaded->unwritten, _ (loaded->format), error);
      loaded->own_text = written != NULL ? g_steal_pointer (&written->own_text) : NULL;
    }
  return loaded->own_text;
}

gboolean
dl_load_write (DlLoaded *loaded, GError **error)
{
  g_autoptr (DlLoaded) written = NULL;

  if (loaded->unwritten == NULL)
    return TRUE;
  written = dl_formats_write (loaded->unwritten, _ (loaded->format), error);
  if (written == NULL)
    return FALSE;
  g_set_object (&loaded->timeline, written->timeline);
  g_clear_pointer (&loaded->own_text, g_bytes_unref);
  loaded->own_text = g_steal_pointer (&written->own_text);
  g_clear_pointer (&loaded->unwritten, g_bytes_unref);
  return TRUE;
}

char *
dl_load_dup_name (GFile *file)
{
  if (dl_is_stdin (file))
    return g_strdup (DL_STDIN_NAME);
  return dl_is_pasted (file) ? g_strdup (dl_pasted_get_name ()) : g_file_get_parse_name (file);
}

static void
load_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  Progress          *progress = task_data;
  DlLoaded          *loaded;

  progress_tell (0, 0, task);
  loaded = dl_load_all ((GFile *const *) progress->files->pdata, NULL, progress->files->len, TRUE, cancellable,
                        progress_tell, task, &error);
  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) dl_loaded_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

gboolean
dl_load_knows (GBytes *bytes)
{
  g_autoptr (GBytes) plain = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  plain = dl_gzip_inflate (bytes, "", NULL, NULL);
  return plain != NULL && dl_formats_is_known (plain);
}

char **
dl_load_dup_endings (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable)   seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                    n;
  const DlFormat *const   *formats = dl_formats_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) endings = g_strsplit (formats[i]->endings, " ", -1);

      for (guint e = 0; endings[e] != NULL; e++)
        if (g_hash_table_add (seen, g_strdup (endings[e])))
          g_strv_builder_add (builder, endings[e]);
    }
  return g_strv_builder_end (builder);
}

DlLoaded *
dl_load_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) plain = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  plain = dl_gzip_inflate (bytes, name, cancellable, error);
  if (plain == NULL)
    return NULL;
  return dl_formats_read (plain, name, cancellable, NULL, NULL, error);
}

DlLoaded *
dl_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  return dl_load_file_as (file, NULL, cancellable, error);
}

DlLoaded *
dl_load_file_as (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *own_name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  if (name == NULL)
    name = own_name = dl_load_dup_name (file);
  return dl_load_one (file, name, FALSE, cancellable, NULL, NULL, error);
}

void
dl_load_files_async (GFile *const       *files,
                     guint               n,
                     gpointer            source,
                     GCancellable       *cancellable,
                     DlProgressFunc      progress_func,
                     gpointer            progress_data,
                     GAsyncReadyCallback callback,
                     gpointer            data)
{
  g_autoptr (GTask) task = NULL;
  Progress         *progress;

  g_return_if_fail (files != NULL && n > 0);
  task = g_task_new (source, cancellable, callback, data);
  progress = g_new0 (Progress, 1);
  g_mutex_init (&progress->mutex);
  progress->context = g_main_context_ref_thread_default ();
  progress->func = progress_func;
  progress->data = progress_data;
  progress->told = -PROGRESS_INTERVAL;
  progress->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (progress->files, g_object_ref (files[i]));
  g_task_set_source_tag (task, dl_load_files_async);
  g_task_set_name (task, "[dateline] load");
  g_task_set_task_data (task, progress, progress_free);
  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
  g_task_run_in_thread (task, load_thread);
}

DlLoaded *
dl_load_files_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == dl_load_files_async, NULL);
  progress_close (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_pointer (G_TASK (result), error);
}
