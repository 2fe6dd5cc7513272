/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/dl-export-file.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/dl-error.h"
#include "base/dl-file-replace.h"

#define SANDBOX_INFO "/.flatpak-info"

/* Whether @path is @folder, or lies in it. */
static gboolean
is_inside (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_has_prefix (path, folder) && (path[length] == '/' || path[length] == '\0');
}

/* Whether a folder is granted by its path, or one above it. */
static gboolean
is_granted (GKeyFile *info, const char *folder)
{
  g_auto (GStrv) granted = g_key_file_get_string_list (info, "Context", "filesystems", NULL, NULL);

  for (guint i = 0; granted != NULL && granted[i] != NULL; i++)
    {
      /* How it is granted follows, as in "/tmp/timelines:create". */
      char *how = strrchr (granted[i], ':');

      if (how != NULL)
        *how = '\0';
      if (granted[i][0] == '/' && is_inside (folder, granted[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whether what is written into @folder is gone when the sandbox ends: it was
 * neither granted nor the application's own. Flatpak lists what is granted in
 * its instance file; all else of the host is a stand-in of the sandbox's. */
static gboolean
vanishes_with_sandbox (const char *folder)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char     *real = realpath (folder, NULL);
  g_autofree char     *documents = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  const char          *own[] = { g_get_user_cache_dir (), g_get_user_data_dir (), g_get_user_config_dir (), documents };
  GStatBuf             here, root;

  if (real == NULL || !g_key_file_load_from_file (info, SANDBOX_INFO, G_KEY_FILE_NONE, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *own_real = realpath (own[i], NULL);

      if (own_real != NULL && is_inside (real, own_real))
        return FALSE;
    }
  /* A granted folder is mounted from the host, so it, or a folder above it, is
   * a mount point of its own; the stand-ins share the sandbox's root. */
  if (g_stat (real, &here) != 0 || g_stat ("/", &root) != 0)
    return FALSE;
  if (here.st_dev == root.st_dev)
    return TRUE;
  /* The sandbox has a /tmp of its own, on a disk of the host's too. */
  return is_inside (real, "/tmp") && !is_granted (info, real);
}

gboolean
dl_export_write (GBytes *contents, DlExportKind kind, GFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char   *name = g_file_get_parse_name (file);
  const char        *path = g_file_peek_path (file);
  gsize              length;
  const char        *data = g_bytes_get_data (contents, &length);
  gboolean           picture = kind == DL_EXPORT_PICTURE;
  gboolean           written;

  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      if (vanishes_with_sandbox (folder))
        {
          g_set_error (
            error, DL_ERROR, DL_ERROR_WRITE,
            picture ? _ ("%s: this folder is not shared with the sandbox, so the picture would vanish; share it with "
                         "“flatpak run --filesystem=FOLDER”")
                    : _ ("%s: this folder is not shared with the sandbox, so the timeline would vanish; share it with "
                         "“flatpak run --filesystem=FOLDER”"),
            name);
          return FALSE;
        }
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_set_error (
            error, DL_ERROR, DL_ERROR_WRITE,
            picture ? _ ("%s: is a folder, not a picture’s name") : _ ("%s: is a folder, not a timeline’s name"), name);
          return FALSE;
        }
      written = dl_file_replace (path, data, length, &reason);
    }
  else
    written = g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &reason);

  if (!written)
    /* Translators: a file's name and what the system said. */
    g_set_error (error, DL_ERROR, DL_ERROR_WRITE,
                 picture ? _ ("%s: the picture could not be written: %s")
                         : _ ("%s: the timeline could not be written: %s"),
                 name, reason->message);
  return written;
}
