/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A first word that names of several columns share says what they are of, and nothing of what each tells:
 * "classTitle", "classStartTime", "classEndTime". */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* Fewer columns have it by chance. */
#define MIN_SHARING 3
/* From this rank on a name is one of its meaning only in some of its words. */
#define FIRST_WEAK_RANK 4

/* The first of several words of a name, which is none of an object within the row. Returns: (transfer full) (nullable)
 */
static char *
dup_first_word (const char *name)
{
  g_autofree char *words = dl_row_name_dup_words (name);
  const char      *space = strchr (words, ' ');

  return space != NULL && strchr (name, '.') == NULL ? g_strndup (words, (gsize) (space - words)) : NULL;
}

/* Whether a word alone says what a column tells, but for one that things are called by: "event", "class". */
static gboolean
means_something (const char *word)
{
  guint        rank;
  DlRowMeaning meaning = dl_row_name_get_meaning (word, &rank);

  return meaning != DL_ROW_OTHER && meaning != DL_ROW_TITLE && meaning != DL_ROW_TOPIC;
}

/* The first word that most columns share, and three at least. Returns: (transfer full) (nullable): NULL where two are
 * shared by as many */
static char *
dup_shared (DlRows *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter         iter;
  gpointer               word;
  gpointer               count;
  guint                  most = 0;
  const char            *found = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      char *own = dup_first_word (dl_rows_get_name (self, i));

      if (own != NULL)
        {
          count = g_hash_table_lookup (counts, own);
          g_hash_table_replace (counts, own, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    if (GPOINTER_TO_UINT (count) >= most)
      {
        found = GPOINTER_TO_UINT (count) > most ? word : NULL;
        most = GPOINTER_TO_UINT (count);
      }
  return most >= MIN_SHARING && found != NULL && !means_something (found) ? g_strdup (found) : NULL;
}

/* Whether some column is called one of @meaning, or of @other, without a doubt. */
static gboolean
has_sure (DlRows *self, DlRowMeaning meaning, DlRowMeaning other)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if ((column->meaning == meaning || column->meaning == other) && column->rank < FIRST_WEAK_RANK)
        return TRUE;
    }
  return FALSE;
}

void
dl_rows_judge_without_prefix (DlRows *self)
{
  g_autofree char *shared = NULL;

  /* Who has both has no need of it. */
  if (has_sure (self, DL_ROW_TITLE, DL_ROW_TITLE) && has_sure (self, DL_ROW_START, DL_ROW_YEAR))
    return;
  shared = dup_shared (self);
  for (guint i = 0; shared != NULL && i < self->columns->len; i++)
    {
      DlRowColumn     *column = dl_rows_column (self, i);
      g_autofree char *own = dup_first_word (column->name);
      g_autofree char *words = NULL;
      DlRowMeaning     meaning;
      guint            rank;

      if (g_strcmp0 (own, shared) != 0 || (column->meaning != DL_ROW_OTHER && column->rank < FIRST_WEAK_RANK))
        continue;
      words = dl_row_name_dup_words (column->name);
      meaning = dl_row_name_get_meaning (words + strlen (shared) + 1, &rank);
      if (meaning == DL_ROW_OTHER || meaning == DL_ROW_NOTHING)
        continue;
      column->meaning = meaning;
      column->rank = rank;
      column->bare = meaning == DL_ROW_YEAR || meaning == DL_ROW_END_YEAR;
    }
}
