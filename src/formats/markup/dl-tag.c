/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/markup/dl-tag.h"

#include <string.h>

/* Whether a name goes on with it: "title-bar" is no "title". */
static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == ':' || c == '.';
}

const char *
dl_tag_find (const char *at, const char *end, const char *name)
{
  gsize n = strlen (name);

  while (at < end && (at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      if ((gsize) (end - at) > n + 1 && g_ascii_strncasecmp (at + 1, name, n) == 0 && !is_name (at[n + 1]))
        return at;
      at++;
    }
  return NULL;
}
