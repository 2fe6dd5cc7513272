/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-folder.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-formats.h"
#include "formats/dl-gzip.h"

#define ATTRIBUTES                                                                                                     \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN            \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP

/* So much of a file says what it is. */
#define HEAD_SIZE 65536

gboolean
dl_is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

/* What is packed is unpacked only when it is read. */
static gboolean
is_packed (const guint8 *head, gsize length)
{
  return length > 2 && head[0] == 0x1f && head[1] == 0x8b;
}

/* Whether it begins as one of the formats does. Who cannot be read may be one, and is
 * then told of. */
static gboolean
may_be_timeline (GFile *file, const char *name, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autofree guint8           *head = g_malloc (HEAD_SIZE);
  g_autoptr (GBytes)           bytes = NULL;
  gsize                        length = 0;

  if (stream == NULL)
    return g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".json.gz");
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_SIZE, &length, cancellable, NULL) || length == 0)
    return FALSE;
  if (is_packed (head, length))
    return g_str_has_suffix (name, ".json.gz");
  bytes = g_bytes_new_static (head, length);
  /* One with a mistake is told of. */
  return dl_formats_is_known (bytes) || g_str_has_suffix (name, ".json");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *right = g_file_get_basename (*(GFile *const *) b);

  return strcmp (left, right);
}

/* Returns: whether it could be; else @cause */
static gboolean
take_files (GFile *folder, GPtrArray *files, GCancellable *cancellable, GError **cause)
{
  g_autoptr (GFileEnumerator) list =
    g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, cause);
  GFileInfo *info;
  GFile     *file;

  if (list == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (list, &info, &file, cancellable, cause))
    {
      if (info == NULL)
        return TRUE;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !g_file_info_get_is_hidden (info) &&
          !g_file_info_get_is_backup (info) && may_be_timeline (file, g_file_info_get_name (info), cancellable))
        g_ptr_array_add (files, g_object_ref (file));
    }
  return FALSE;
}

GPtrArray *
dl_folder_list (GFile *folder, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError)    cause = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  if (!take_files (folder, files, cancellable, &cause))
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&cause));
      else
        g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: cannot be read: %s"), name, cause->message);
      return NULL;
    }
  if (files->len == 0)
    {
      /* Translators: %s is the folder's name. */
      g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: no file in the folder is a timeline"), name);
      return NULL;
    }
  if (files->len > DL_FOLDER_MAX_FILES)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT,
                   /* Translators: the folder's name, how many timelines are in it, and how many may be. */
                   ngettext ("%s: %u timeline in one folder is too many; up to %u are opened at once",
                             "%s: %u timelines in one folder are too many; up to %u are opened at once", files->len),
                   name, files->len, DL_FOLDER_MAX_FILES);
      return NULL;
    }
  g_ptr_array_sort (files, compare_names);
  return g_steal_pointer (&files);
}
