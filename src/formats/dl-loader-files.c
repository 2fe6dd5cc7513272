/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several files, and what is in folders. */
#include "base/dl-error.h"
#include "formats/dl-folder.h"
#include "formats/dl-loader-private.h"
#include "formats/dl-overlaid.h"
#include "formats/dl-pasted.h"
#include "formats/dl-watch.h"

typedef struct
{
  GPtrArray  *loaded; /* DlLoaded, of the files that could be read */
  GPtrArray  *names;  /* of these */
  GPtrArray  *files;  /* the same */
  GPtrArray  *failures;
  GPtrArray  *tried;     /* GFile: all of them */
  GPtrArray  *stamps;    /* of each of these, where it could not be read */
  GHashTable *seen;      /* GFile: each is read once */
  GFile      *mistaken;  /* the first that is text with a mistake; nullable */
  GError     *error;     /* the first; nullable */
  gboolean    in_window; /* they are told there */
} Gathered;

static void
gathered_clear (Gathered *self)
{
  g_clear_pointer (&self->loaded, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_pointer (&self->tried, g_ptr_array_unref);
  g_clear_pointer (&self->stamps, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_object (&self->mistaken);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathered, gathered_clear)

/* @cause: (transfer full). Returns: FALSE where all is given up */
static gboolean
note_failure (Gathered *self, GError *cause)
{
  gboolean cancelled = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (cancelled)
    g_clear_error (&self->error);
  else
    /* Each is one line, whatever the file is called. */
    g_ptr_array_add (self->failures, g_strdelimit (g_strdup (cause->message), "\n\r", ' '));
  if (self->error == NULL)
    self->error = cause;
  else
    g_error_free (cause);
  return !cancelled;
}

/* What could not be read is noted with how it is now. */
static void
note_tried (Gathered *self, GFile *file, gboolean failed)
{
  g_ptr_array_add (self->tried, g_object_ref (file));
  g_ptr_array_add (self->stamps, failed && dl_watch_can (file) ? dl_watch_dup_stamp (file) : NULL);
}

static gboolean
gather_file (Gathered      *self,
             GFile         *file,
             const char    *name,
             GCancellable  *cancellable,
             DlProgressFunc progress,
             gpointer       progress_data)
{
  g_autofree char *own_name = NULL;
  GError          *cause = NULL;
  DlLoaded        *loaded;

  if (!g_hash_table_add (self->seen, g_object_ref (file)))
    return TRUE;
  own_name = name == NULL ? dl_load_dup_name (file) : g_strdup (name);
  loaded = dl_load_one (file, own_name, self->in_window, cancellable, progress, progress_data, &cause);
  note_tried (self, file, loaded == NULL);
  if (loaded == NULL)
    {
      if (self->mistaken == NULL && g_error_matches (cause, DL_ERROR, DL_ERROR_NOT_JSON))
        self->mistaken = g_object_ref (file);
      return note_failure (self, cause);
    }
  g_ptr_array_add (self->loaded, loaded);
  g_ptr_array_add (self->names, g_steal_pointer (&own_name));
  g_ptr_array_add (self->files, g_object_ref (file));
  return TRUE;
}

static gboolean
gather_folder (Gathered      *self,
               GFile         *folder,
               const char    *name,
               GCancellable  *cancellable,
               DlProgressFunc progress,
               gpointer       progress_data)
{
  g_autofree char      *own_name = name == NULL ? dl_load_dup_name (folder) : g_strdup (name);
  GError               *cause = NULL;
  g_autoptr (GPtrArray) files = dl_folder_list (folder, own_name, cancellable, &cause);

  if (files == NULL)
    {
      note_tried (self, folder, TRUE);
      return note_failure (self, cause);
    }
  for (guint i = 0; i < files->len; i++)
    {
      /* As who typed the folder's name would type it. */
      g_autofree char *base = g_file_get_basename (files->pdata[i]);
      g_autofree char *path = name == NULL ? NULL : g_build_filename (name, base, NULL);

      if (!gather_file (self, files->pdata[i], path, cancellable, progress, progress_data))
        return FALSE;
    }
  return TRUE;
}

/* Where nothing could be read: what is wrong with each. */
static void
fail (Gathered *self, GError **error)
{
  g_autofree char *all = NULL;

  if (self->failures->len > 1)
    {
      g_ptr_array_add (self->failures, NULL);
      all = g_strjoinv ("\n", (char **) self->failures->pdata);
      g_set_error_literal (error, self->error->domain, self->error->code, all);
    }
  else
    g_propagate_error (error, g_steal_pointer (&self->error));
}

/* Those that are read at once stand beside others only when they are written down; what cannot be
 * is not among them. */
static void
write_all (Gathered *self)
{
  for (guint i = 0; i < self->loaded->len && self->loaded->len > 1;)
    {
      GError *cause = NULL;

      if (dl_load_write (self->loaded->pdata[i], &cause))
        {
          i++;
          continue;
        }
      note_failure (self, cause);
      g_ptr_array_remove_index (self->loaded, i);
      g_ptr_array_remove_index (self->names, i);
      g_ptr_array_remove_index (self->files, i);
    }
}

static DlLoaded *
finish (Gathered *self)
{
  DlLoaded *whole;

  write_all (self);
  if (self->loaded->len == 1)
    whole = g_ptr_array_steal_index (self->loaded, 0);
  else
    {
      whole = dl_loaded_new_overlaid ((DlLoaded *const *) self->loaded->pdata, (const char *const *) self->names->pdata,
                                      self->loaded->len);
      whole->files = g_ptr_array_ref (self->files);
      whole->stamp = g_strdup (((const DlLoaded *) self->loaded->pdata[0])->stamp);
      whole->stamps = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < self->loaded->len; i++)
        g_ptr_array_add (whole->stamps, g_strdup (((const DlLoaded *) self->loaded->pdata[i])->stamp));
      for (guint i = 0; i < self->files->len && whole->own_text == NULL; i++)
        {
          const DlLoaded *loaded = self->loaded->pdata[i];

          if (dl_is_pasted (self->files->pdata[i]) && loaded->own_text != NULL)
            whole->own_text = g_bytes_ref (loaded->own_text);
        }
    }
  if (self->failures->len > 0)
    {
      g_ptr_array_add (self->failures, NULL);
      whole->failures = g_strdupv ((char **) self->failures->pdata);
      whole->tried = g_ptr_array_ref (self->tried);
      whole->tried_stamps = g_ptr_array_ref (self->stamps);
      whole->mistaken = g_steal_pointer (&self->mistaken);
    }
  return whole;
}

DlLoaded *
dl_load_all (GFile *const      *files,
             const char *const *names,
             guint              n,
             gboolean           in_window,
             GCancellable      *cancellable,
             DlProgressFunc     progress,
             gpointer           progress_data,
             GError           **error)
{
  g_auto (Gathered) gathered = { g_ptr_array_new_with_free_func ((GDestroyNotify) dl_loaded_free),
                                 g_ptr_array_new_with_free_func (g_free),
                                 g_ptr_array_new_with_free_func (g_object_unref),
                                 g_ptr_array_new_with_free_func (g_free),
                                 g_ptr_array_new_with_free_func (g_object_unref),
                                 g_ptr_array_new_with_free_func (g_free),
                                 g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL),
                                 NULL,
                                 NULL,
                                 in_window };
  gboolean          on = TRUE;

  for (guint i = 0; on && i < n; i++)
    {
      const char *name = names == NULL ? NULL : names[i];

      if (dl_is_folder (files[i]))
        on = gather_folder (&gathered, files[i], name, cancellable, progress, progress_data);
      else
        on = gather_file (&gathered, files[i], name, cancellable, progress, progress_data);
    }
  if (on && gathered.loaded->len > 0)
    return finish (&gathered);
  fail (&gathered, error);
  return NULL;
}

DlLoaded *
dl_load_files (GFile *const *files, const char *const *names, guint n, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (files != NULL && n > 0, NULL);
  return dl_load_all (files, names, n, FALSE, cancellable, NULL, NULL, error);
}
