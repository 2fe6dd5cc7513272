/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-suggestion.h"

#include <string.h>

#define MAX_LENGTH 15
/* So long a name may have two mistakes. */
#define LONG 5

/* Optimal string alignment: each letter is changed once. */
static guint
count_mistakes (const char *a, guint a_length, const char *b, guint b_length)
{
  guint cost[MAX_LENGTH + 1][MAX_LENGTH + 1];

  for (guint i = 0; i <= a_length; i++)
    for (guint k = 0; k <= b_length; k++)
      {
        guint best = MAX (i, k);

        if (i > 0 && k > 0)
          {
            best = cost[i - 1][k - 1] + (g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[k - 1]));
            best = MIN (best, MIN (cost[i - 1][k], cost[i][k - 1]) + 1);
          }
        if (i > 1 && k > 1 && g_ascii_tolower (a[i - 1]) == g_ascii_tolower (b[k - 2]) &&
            g_ascii_tolower (a[i - 2]) == g_ascii_tolower (b[k - 1]))
          best = MIN (best, cost[i - 2][k - 2] + 1);
        cost[i][k] = best;
      }
  return cost[a_length][b_length];
}

const char *
dl_suggest (const char *word, const char *const *names)
{
  gsize       length = strlen (word);
  const char *best = NULL;
  guint       fewest = G_MAXUINT;

  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return NULL;
  if (length > MAX_LENGTH)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize name_length = strlen (names[i]);
      guint mistakes = count_mistakes (word, (guint) length, names[i], (guint) MIN (name_length, MAX_LENGTH));

      if (mistakes < fewest && mistakes <= (name_length > LONG ? 2 : 1))
        {
          fewest = mistakes;
          best = names[i];
        }
    }
  return best;
}
