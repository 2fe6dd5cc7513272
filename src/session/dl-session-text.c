/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that is in no file: opened, and saved as one. */
#include "formats/dl-pasted.h"
#include "session/dl-session-private.h"

GFile *
dl_session_keep_text (GBytes *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return dl_pasted_new (text);
}

void
dl_session_open_text (DlSession *self, GBytes *text)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (text != NULL);
  file = dl_pasted_new (text);
  dl_session_open (self, file);
}

void
dl_session_add_text (DlSession *self, GBytes *text)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (text != NULL);
  file = dl_pasted_new (text);
  dl_session_add_files (self, &file, 1);
}

gboolean
dl_session_knows_text (GBytes *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return dl_load_knows (text);
}

gboolean
dl_session_get_unsaved (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (dl_is_pasted (self->files->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
dl_session_has_own_text (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->loaded != NULL && (self->loaded->own_text != NULL || self->loaded->unwritten != NULL);
}

GBytes *
dl_session_get_own_text (DlSession *self, GError **error)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->loaded == NULL ? NULL : dl_load_get_own_text (self->loaded, error);
}

/* @files: of GFile, where @file takes the place of @before, if that is there */
static void
replace_file (GPtrArray *files, GFile *before, GFile *file)
{
  for (guint i = 0; i < files->len; i++)
    if (g_file_equal (files->pdata[i], before))
      {
        g_object_unref (files->pdata[i]);
        files->pdata[i] = g_object_ref (file);
      }
}

void
dl_session_take_saved (DlSession *self, GFile *file)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    {
      g_autoptr (GFile) pasted = g_object_ref (self->files->pdata[i]);

      if (!dl_is_pasted (pasted))
        continue;
      replace_file (self->files, pasted, file);
      if (self->loaded->files != self->files)
        replace_file (self->loaded->files, pasted, file);
      replace_file (self->asked, pasted, file);
      if (!dl_session_holds_file (self->loading_files, pasted))
        dl_pasted_forget (pasted);
      if (i == 0)
        {
          g_set_object (&self->file, file);
          g_object_notify (G_OBJECT (self), "file");
        }
      /* It can be watched from now on; nobody else has written it. */
      dl_session_start_watching (self);
      break;
    }
  dl_session_wrote (self, file);
}
