/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of several columns calls a row by what is its own. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* In fewer rows the same title twice is no habit. */
#define MIN_REPEATED 4
/* Nor are kinds told by fewer rows, or by such as have hardly four of a kind. */
#define MIN_KINDS_ROWS 8
#define ROWS_OF_KIND 4
/* A text that is longer says more than what a row is called. */
#define MAX_HEADLINE_BYTES 120
/* And one of so many is what a row is called. */
#define SHORT_HEADLINE_BYTES 60

gboolean
dl_row_column_is_repeated (const DlRowColumn *column)
{
  return column->n_filled >= MIN_REPEATED && g_hash_table_size (column->seen) * 2 <= column->n_filled;
}

void
dl_rows_rank_titles (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *own = dl_rows_column (self, i);

      if (own->meaning != DL_ROW_TITLE || own->rank >= DL_ROW_LAST_OWN_RANK || own->n_filled < self->n_rows ||
          own->n_words < own->n_filled || g_hash_table_size (own->seen) * 10 < own->n_filled * 9)
        continue;
      for (guint k = 0; k < self->columns->len; k++)
        {
          DlRowColumn *other = dl_rows_column (self, k);

          if (other->meaning == DL_ROW_TITLE && other->rank <= own->rank && dl_row_column_is_repeated (other))
            other->rank = own->rank + 1;
        }
    }
}

/* Whether each row has its own words in a column, and they are no longer than those of a headline. */
static gboolean
has_headlines (const DlRows *self, const DlRowColumn *column)
{
  return column->meaning == DL_ROW_TEXT && column->n_filled == self->n_rows && column->n_words == column->n_filled &&
         g_hash_table_size (column->seen) * 10 >= column->n_filled * 9 &&
         column->length <= (gsize) column->n_filled * MAX_HEADLINE_BYTES;
}

gboolean
dl_row_is_headline (const DlRows *self, const DlRowColumn *column)
{
  return has_headlines (self, column) && column->rank == 0 && column->n_single == 0 &&
         column->length <= (gsize) column->n_filled * SHORT_HEADLINE_BYTES;
}

void
dl_rows_demote_kinds (DlRows *self)
{
  gboolean told = FALSE;
  gboolean kinds = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      told = told || has_headlines (self, column);
      if (column->meaning != DL_ROW_TITLE || column->n_filled == 0)
        continue;
      if (column->rank == 0 || column->n_filled < MIN_KINDS_ROWS ||
          g_hash_table_size (column->seen) * ROWS_OF_KIND > column->n_filled)
        return;
      kinds = TRUE;
    }
  for (guint i = 0; told && kinds && i < self->columns->len; i++)
    if (dl_rows_column (self, i)->meaning == DL_ROW_TITLE && dl_rows_column (self, i)->n_filled > 0)
      dl_rows_column (self, i)->meaning = DL_ROW_TOPIC;
}

gboolean
dl_rows_has_texts (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning == DL_ROW_TEXT && dl_row_is_most (column->n_filled, self->n_rows))
        return TRUE;
    }
  return FALSE;
}

gboolean
dl_row_column_is_of_versions (const DlRowColumn *column)
{
  static const char *const names[] = { "version", "versions", "release", "number", "code", "tag", NULL };
  g_autofree char         *own = dl_row_name_dup_words (column->name);

  return column->n_filled > 0 && g_strv_contains (names, own);
}

/* Whether a column has the states in which the rows are, of which there are few: "support_status" */
static gboolean
has_states (const DlRowColumn *column)
{
  static const char *const words[] = { "status", "state", "zustand", "estado", "stato", "statut", "état", NULL };
  g_autofree char         *own = dl_row_name_dup_words (column->name);
  const char              *space = strrchr (own, ' ');

  return column->meaning != DL_ROW_PLACE && dl_row_column_is_repeated (column) &&
         g_strv_contains (words, space != NULL ? space + 1 : own);
}

int
dl_rows_replace_states (DlRows *self, int title)
{
  if (title < 0 || !has_states (dl_rows_column (self, (guint) title)))
    return title;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if (dl_row_column_is_of_versions (column) && column->n_dates == 0 && column->n_filled == self->n_rows &&
          g_hash_table_size (column->seen) == column->n_filled)
        return (int) i;
    }
  return -1;
}

/* Whether it is the name of a date of somebody's life. */
static gboolean
is_of_life (const char *name)
{
  static const char *const words[] = { "birth", "born", "dob", "birthday", "birthdate", "death", "died", NULL };
  g_autofree char         *all = dl_row_name_dup_words (name);
  g_auto (GStrv)           own = g_strsplit (all, " ", -1);

  for (guint i = 0; own[i] != NULL; i++)
    if (g_strv_contains (words, own[i]))
      return TRUE;
  return FALSE;
}

void
dl_rows_find_title_beside (DlRows *self)
{
  int         date = self->starts->len > 0 ? (int) g_array_index (self->starts, guint, 0) : self->parts[DL_ROW_YEAR];
  const char *name = date >= 0 ? dl_rows_get_name (self, (guint) date) : "";
  const char *point = strrchr (name, '.');
  gsize       length = point != NULL ? (gsize) (point + 1 - name) : 0;

  if (length == 0 || (self->titles->len > 0 && !is_of_life (point + 1)))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);
      guint        rank;

      if (strncmp (column->name, name, length) != 0 || strchr (column->name + length, '.') != NULL ||
          (column->meaning != DL_ROW_OTHER && column->meaning != DL_ROW_TITLE) || column->n_words == 0 ||
          dl_row_name_get_meaning (column->name + length, &rank) != DL_ROW_TITLE || rank > 1)
        continue;
      column->meaning = DL_ROW_TITLE;
      column->aside = FALSE;
      g_array_prepend_val (self->titles, i);
      return;
    }
}
