/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-suggestion.h"

#include <string.h>

#define MAX_LENGTH 15
/* So long a name may have two mistakes. */
#define LONG 5

#define MAX_LETTERS G_N_ELEMENTS (((DlNearest *) NULL)->word)

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

/* The letters of @text that count. Returns: how many; more than there is room for where it is too long */
static guint
fold (const char *text, gunichar letters[MAX_LETTERS])
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '-' || c == '_' || g_unichar_isspace (c))
        continue;
      if (n == MAX_LETTERS)
        return n + 1;
      letters[n++] = g_unichar_tolower (c);
    }
  return n;
}

/* As count_mistakes(), up to @limit; what has more has G_MAXUINT. */
static guint
count_folded (const gunichar *a, guint a_length, const gunichar *b, guint b_length, guint limit)
{
  guint  rows[3][MAX_LETTERS + 1];
  guint *before = rows[0]; /* two rows up */
  guint *above = rows[1];
  guint *row = rows[2];

  if (MAX (a_length, b_length) - MIN (a_length, b_length) > limit)
    return G_MAXUINT;
  for (guint k = 0; k <= b_length; k++)
    above[k] = k;
  for (guint i = 1; i <= a_length; i++)
    {
      guint  least = i;
      guint *next;

      row[0] = i;
      for (guint k = 1; k <= b_length; k++)
        {
          row[k] = above[k - 1] + (a[i - 1] != b[k - 1]);
          row[k] = MIN (row[k], MIN (above[k], row[k - 1]) + 1);
          if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
            row[k] = MIN (row[k], before[k - 2] + 1);
          least = MIN (least, row[k]);
        }
      if (least > limit)
        return G_MAXUINT;
      next = before;
      before = above;
      above = row;
      row = next;
    }
  return above[b_length] <= limit ? above[b_length] : G_MAXUINT;
}

void
dl_nearest_init (DlNearest *self, const char *word)
{
  self->length = g_utf8_validate (word, -1, NULL) ? fold (word, self->word) : G_MAXUINT;
  self->fewest = G_MAXUINT;
  self->name = NULL;
}

void
dl_nearest_offer (DlNearest *self, const char *name)
{
  gunichar letters[G_N_ELEMENTS (self->word)];
  guint    length;
  guint    mistakes;

  if (self->length == 0 || self->length > G_N_ELEMENTS (self->word))
    return;
  length = fold (name, letters);
  if (length > G_N_ELEMENTS (letters))
    return;
  mistakes = count_folded (self->word, self->length, letters, length,
                           MIN (self->fewest, MIN (self->length, length) < 3 ? 0 : MAX (1, length / 4)));
  if (mistakes == G_MAXUINT)
    return;
  if (mistakes < self->fewest)
    {
      self->fewest = mistakes;
      self->name = name;
    }
  else if (mistakes > 0)
    self->name = NULL;
}

const char *
dl_nearest_of (const char *word, const char *const *names)
{
  DlNearest nearest;

  dl_nearest_init (&nearest, word);
  for (guint i = 0; names[i] != NULL; i++)
    dl_nearest_offer (&nearest, names[i]);
  return nearest.name;
}

int
dl_nearest_find_same (const char *word, const char *const *names)
{
  DlNearest nearest;

  dl_nearest_init (&nearest, word);
  for (guint i = 0; names[i] != NULL; i++)
    {
      dl_nearest_offer (&nearest, names[i]);
      if (nearest.fewest == 0)
        return (int) i;
    }
  return -1;
}
