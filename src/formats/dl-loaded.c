/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-loaded.h"

void
dl_loaded_free (DlLoaded *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_object (&loaded->timeline);
  g_clear_pointer (&loaded->problems, g_ptr_array_unref);
  g_clear_pointer (&loaded->own_text, g_bytes_unref);
  g_clear_pointer (&loaded->unwritten, g_bytes_unref);
  g_clear_pointer (&loaded->own_texts, g_ptr_array_unref);
  g_clear_pointer (&loaded->are_own, g_array_unref);
  g_clear_pointer (&loaded->files, g_ptr_array_unref);
  g_clear_pointer (&loaded->stamps, g_ptr_array_unref);
  g_clear_pointer (&loaded->failures, g_strfreev);
  g_clear_pointer (&loaded->tried, g_ptr_array_unref);
  g_clear_pointer (&loaded->tried_stamps, g_ptr_array_unref);
  g_clear_object (&loaded->mistaken);
  g_free (loaded->stamp);
  g_free (loaded);
}

gboolean
dl_loaded_is_own (const DlLoaded *loaded, guint part)
{
  g_return_val_if_fail (loaded->are_own == NULL || part < loaded->are_own->len, FALSE);
  return loaded->are_own != NULL ? g_array_index (loaded->are_own, gboolean, part) : loaded->is_own;
}
