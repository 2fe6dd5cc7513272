/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that stand beside what they name: "cityLabel" beside "city", an address in a register, and one text in
 * several languages, "en" beside "de". */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* Whether all that stands in a column are addresses. */
static gboolean
is_of_addresses (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (strstr (text, "://") == NULL || strchr (text, ' ') != NULL)
      return FALSE;
  return column->n_filled > 0;
}

/* The column with the names for the addresses in another, as a query gives it. Returns: (nullable) */
static DlRowColumn *
find_label (DlRows *self, const DlRowColumn *column)
{
  static const char *const ends[] = { "Label", "_label", "Name", "_name" };
  gsize                    length = strlen (column->name);

  for (guint i = 0; length > 0 && i < self->columns->len; i++)
    {
      DlRowColumn *other = dl_rows_column (self, i);

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        if (strncmp (other->name, column->name, length) == 0 && strcmp (other->name + length, ends[k]) == 0)
          return other->n_words > 0 ? other : NULL;
    }
  return NULL;
}

/* Whether a column is called one of titles, and names no address beside it. */
static gboolean
is_title (DlRows *self, const DlRowColumn *column)
{
  if (column->meaning != DL_ROW_TITLE || column->n_words == 0)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    if (find_label (self, dl_rows_column (self, i)) == column)
      return FALSE;
  return TRUE;
}

void
dl_rows_find_labels_of_addresses (DlRows *self)
{
  DlRowColumn *thing = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (is_title (self, column))
        return;
      if (!is_of_addresses (column) || find_label (self, column) == NULL)
        continue;
      /* What is called "event" is asked for, be there a city before it. */
      if (thing == NULL || (column->meaning == DL_ROW_TITLE && thing->meaning != DL_ROW_TITLE))
        thing = column;
    }
  if (thing == NULL)
    return;
  find_label (self, thing)->meaning = DL_ROW_TITLE;
  find_label (self, thing)->rank = 0;
  thing->meaning = DL_ROW_SOURCE;
}

gboolean
dl_rows_is_translation (const DlRows *self, guint index)
{
  guint n = 0;

  if (!dl_row_name_is_language (g_array_index (self->columns, DlRowColumn, index).name))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);

      n += column->n_words > 0 && dl_row_is_most (column->n_words, column->n_filled) &&
               dl_row_name_is_language (column->name)
             ? 1
             : 0;
    }
  return n > 1;
}

int
dl_rows_choose_language (DlRows *self, int column)
{
  if (column < 0 || !dl_rows_is_translation (self, (guint) column))
    return column;
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (dl_rows_column (self, i)->name, "en") == 0 &&
        dl_row_is_most (dl_rows_column (self, i)->n_words, dl_rows_column (self, i)->n_filled) &&
        dl_row_is_most (dl_rows_column (self, i)->n_filled, self->n_rows))
      return (int) i;
  return column;
}
