/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-loaded.h"

#include "formats/dl-formats.h"

void
dl_loaded_free (DlLoaded *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_object (&loaded->timeline);
  g_clear_pointer (&loaded->problems, g_ptr_array_unref);
  g_clear_pointer (&loaded->own_text, g_bytes_unref);
  g_clear_pointer (&loaded->own_texts, g_ptr_array_unref);
  g_clear_pointer (&loaded->formats, g_ptr_array_unref);
  g_clear_pointer (&loaded->files, g_ptr_array_unref);
  g_clear_pointer (&loaded->stamps, g_ptr_array_unref);
  g_clear_pointer (&loaded->failures, g_strfreev);
  g_clear_object (&loaded->mistaken);
  g_free (loaded->stamp);
  g_free (loaded);
}

gboolean
dl_loaded_is_own (const DlLoaded *loaded, guint part)
{
  const char *format = loaded->format;

  g_return_val_if_fail (loaded->formats == NULL || part < loaded->formats->len, FALSE);
  if (loaded->formats != NULL)
    format = loaded->formats->pdata[part];
  return dl_formats_is_own (format);
}
