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
  g_clear_pointer (&loaded->files, g_ptr_array_unref);
  g_clear_pointer (&loaded->stamps, g_ptr_array_unref);
  g_clear_pointer (&loaded->failures, g_strfreev);
  g_free (loaded->stamp);
  g_free (loaded);
}
