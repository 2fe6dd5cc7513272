/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-file-reader.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/dl-error.h"
#include "base/dl-pages.h"
#include "formats/dl-buffer.h"
#include "formats/dl-file-stamp.h"
#include "formats/dl-folder.h"
#include "formats/dl-json-scan.h"
#include "formats/dl-pasted.h"
#include "formats/dl-stdin.h"

/* Turns GIO's error into ours, which begins with the file's name. */
static void
translate_error (const GError *cause, const char *name, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: %s is the file's name. */
    g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: the file does not exist"), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    /* Translators: %s is the folder's name. */
    g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: is a folder"), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    /* Translators: %s is the file's name. */
    g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: cannot be read: permission is denied"), name);
  else
    /* Translators: the file's name, then the system's reason. */
    g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: cannot be read: %s"), name, cause->message);
}

/* Everything that @stream gives. @expected: a guess of its size */
static GBytes *
read_stream (GInputStream *stream, gsize expected, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize              allocated = CLAMP (expected + 1, DL_BUFFER_FIRST_SIZE, (gsize) DL_JSON_MAX_LENGTH);
  gsize              used = 0;
  gssize             n;
  char              *data = g_try_malloc (allocated);

  dl_pages_expect (data, allocated);
  while (data != NULL)
    {
      n = g_input_stream_read (stream, data + used, MIN (allocated - used, DL_BUFFER_CHUNK_SIZE), cancellable, &cause);
      if (n < 0)
        {
          translate_error (cause, name, error);
          g_free (data);
          return NULL;
        }
      if (n == 0)
        return dl_buffer_end (data, used, allocated);
      used += (gsize) n;
      if (used >= DL_JSON_MAX_LENGTH)
        {
          g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: the file has 2 GiB or more"), name);
          g_free (data);
          return NULL;
        }
      if (used == allocated)
        {
          char *larger;

          allocated = MIN (allocated * 2, (gsize) DL_JSON_MAX_LENGTH);
          larger = g_try_realloc (data, allocated);
          if (larger == NULL)
            g_free (data);
          data = larger;
        }
    }
  /* Translators: %s is the file's name. */
  g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: there is not enough memory"), name);
  return NULL;
}

gboolean
dl_file_check (GFile *file, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char        *path = g_file_peek_path (file);
  int                reason = 0;

  if (path == NULL)
    return TRUE;
  if (g_access (path, R_OK) != 0)
    reason = errno;
  else if (dl_is_folder (file))
    {
      g_autoptr (GPtrArray) files = dl_folder_list (file, name, NULL, error);

      return files != NULL;
    }
  if (reason == 0)
    return TRUE;
  cause = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason));
  translate_error (cause, name, error);
  return FALSE;
}

GBytes *
dl_file_read_bytes (GFile *file, const char *name, GCancellable *cancellable, char **stamp, GError **error)
{
  g_autoptr (GError)           cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo)        info = NULL;
  goffset                      size = 0;

  *stamp = NULL;
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  if (dl_is_stdin (file))
    return dl_stdin_read (cancellable, error);
  if (dl_is_pasted (file))
    return dl_pasted_read (file, error);
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      translate_error (cause, name, error);
      return NULL;
    }
  info = g_file_input_stream_query_info (stream, DL_FILE_STAMP_ATTRIBUTES, cancellable, NULL);
  if (info != NULL)
    *stamp = dl_file_stamp_new (info);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    size = g_file_info_get_size (info);
  if ((guint64) size >= DL_JSON_MAX_LENGTH)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: the file has 2 GiB or more"), name);
      return NULL;
    }
  return read_stream (G_INPUT_STREAM (stream), (gsize) size, name, cancellable, error);
}
