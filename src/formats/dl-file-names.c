/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-file-names.h"

#include <string.h>

/* Where the last @n_parts of a path begin. */
static const char *
find_end (const char *path, guint n_parts)
{
  const char *at = path + strlen (path);

  while (at > path && !(at[-1] == '/' && at[0] != '\0' && --n_parts == 0))
    at--;
  return at;
}

/* Whether @text is what one of the first @n is called. */
static gboolean
is_taken (char **names, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* How many parts it takes until no other path has the same end, or no end is longer. */
static guint
count_parts (const char *const *names, guint n, guint which)
{
  guint    n_parts = 0;
  gboolean same;

  do
    {
      const char *end = find_end (names[which], ++n_parts);

      same = FALSE;
      for (guint i = 0; i < n && end > names[which]; i++)
        same |= strcmp (names[i], names[which]) != 0 && strcmp (find_end (names[i], n_parts), end) == 0;
    }
  while (same);
  return n_parts;
}

char **
dl_file_names_shorten (const char *const *names, guint n)
{
  char **shorter = g_new0 (char *, n + 1);

  g_return_val_if_fail (names != NULL || n == 0, shorter);
  for (guint i = 0; i < n; i++)
    {
      const char *end = find_end (names[i], count_parts (names, n, i));
      char       *text = g_strdup (end);

      for (guint number = 2; is_taken (shorter, i, text); number++)
        {
          g_free (text);
          text = g_strdup_printf ("%s (%u)", end, number);
        }
      shorter[i] = text;
    }
  return shorter;
}
