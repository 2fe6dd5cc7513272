/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-pasted.h"

#include <glib/gi18n.h>

#include "base/dl-error.h"

#define SCHEME "pasted"

static GMutex      mutex;
static GHashTable *kept; /* address to GBytes */
static guint       n_made;

GFile *
dl_pasted_new (GBytes *bytes)
{
  g_autoptr (GMutexLocker) locker = NULL;
  char                    *uri;
  GFile                   *file;

  g_return_val_if_fail (bytes != NULL, NULL);
  locker = g_mutex_locker_new (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  uri = g_strdup_printf (SCHEME ":///%u", ++n_made);
  file = g_file_new_for_uri (uri);
  g_hash_table_insert (kept, uri, g_bytes_ref (bytes));
  return file;
}

gboolean
dl_is_pasted (GFile *file)
{
  return g_file_has_uri_scheme (file, SCHEME);
}

void
dl_pasted_forget (GFile *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char         *uri = g_file_get_uri (file);

  if (kept != NULL)
    g_hash_table_remove (kept, uri);
}

GBytes *
dl_pasted_read (GFile *file, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char         *uri = g_file_get_uri (file);
  GBytes                  *bytes = kept == NULL ? NULL : g_hash_table_lookup (kept, uri);

  if (bytes != NULL)
    return g_bytes_ref (bytes);
  g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: the file does not exist"), dl_pasted_get_name ());
  return NULL;
}

const char *
dl_pasted_get_name (void)
{
  /* Translators: the name of a timeline that comes from the clipboard, as a file's name. */
  return _ ("Pasted");
}
