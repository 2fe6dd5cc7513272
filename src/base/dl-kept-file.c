/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-kept-file.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/dl-error.h"
#include "base/dl-file-replace.h"

#define FOLDER_MODE 0700
#define MAX_ASIDE 1000

GVariant *
dl_kept_file_read (const char *path, guint version, GError **error)
{
  g_autofree char     *text = NULL;
  g_autoptr (GVariant) contents = NULL;
  g_autoptr (GError)   trouble = NULL;
  gsize                length;
  guint                found;

  if (!g_file_get_contents (path, &text, &length, &trouble))
    {
      if (!g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_set_error_literal (error, DL_ERROR, DL_ERROR_READ, trouble->message);
      return NULL;
    }
  contents = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, text + length, NULL, &trouble);
  if (contents == NULL)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_DAMAGED, trouble->message);
      return NULL;
    }
  if (!g_variant_lookup (contents, "version", "u", &found) || found == 0)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_DAMAGED, _ ("it has no version"));
      return NULL;
    }
  if (found > version)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_READ, _ ("it was written by a newer version of Dateline"));
      return NULL;
    }
  return g_steal_pointer (&contents);
}

gboolean
dl_kept_file_write (const char *path, GVariant *contents, guint version, GError **error)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (contents);
  g_autoptr (GVariant) whole = NULL;
  g_autofree char     *folder = g_path_get_dirname (path);
  g_autofree char     *text = NULL;
  g_autofree char     *line = NULL;
  GVariantDict         dict;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      int reason = errno;

      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason), g_strerror (reason));
      return FALSE;
    }
  g_variant_dict_init (&dict, taken);
  g_variant_dict_insert (&dict, "version", "u", version);
  whole = g_variant_ref_sink (g_variant_dict_end (&dict));
  text = g_variant_print (whole, TRUE);
  line = g_strconcat (text, "\n", NULL);
  return dl_file_replace (path, line, strlen (line), error);
}

char *
dl_kept_file_put_aside (const char *path)
{
  for (guint i = 1; i <= MAX_ASIDE; i++)
    {
      g_autofree char *aside =
        i == 1 ? g_strconcat (path, ".damaged", NULL) : g_strdup_printf ("%s.damaged-%u", path, i);

      if (g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;
      return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
    }
  return NULL;
}
