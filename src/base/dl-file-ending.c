/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-file-ending.h"

#include <string.h>

/* Endings of formats are no longer, with the dot. */
#define MAX_ENDING 9

/* Whether @name ends so, with something before it. */
static gboolean
has_ending (const char *name, gsize length, const char *ending)
{
  gsize n = strlen (ending);

  return length > n && g_ascii_strncasecmp (name + length - n, ending, n) == 0;
}

char *
dl_file_ending_mend (const char *name, const char *usual, const char *const *endings)
{
  gsize length;

  g_return_val_if_fail (name != NULL && usual != NULL && endings != NULL, NULL);
  length = strlen (name);
  /* All of it, then what is behind each further dot. */
  for (const char *rest = usual; rest != NULL; rest = strchr (rest + 1, '.'))
    for (guint i = 0; has_ending (name, length, rest) && endings[i] != NULL; i++)
      {
        gsize typed = length - strlen (rest);

        if (has_ending (name, typed, endings[i]))
          return g_strndup (name, typed);
      }
  return g_strdup (name);
}

/* Where the ending begins, or @length where there is none. */
static gsize
find_ending (const char *name, gsize length)
{
  gboolean any_letter = FALSE;
  gsize    at = length;

  while (at > 0 && g_ascii_isalnum (name[at - 1]))
    any_letter |= g_ascii_isalpha (name[--at]);
  return any_letter && at > 1 && name[at - 1] == '.' && length - at < MAX_ENDING ? at - 1 : length;
}

char *
dl_file_ending_strip (const char *name)
{
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);
  length = strlen (name);
  if (has_ending (name, length, ".gz"))
    length -= strlen (".gz");
  length = find_ending (name, length);
  if (has_ending (name, length, ".dateline"))
    length -= strlen (".dateline");
  return g_strndup (name, length);
}
