/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a row. Where one cell is read as several by a guess, that is told at the first of its
 * column, and of how many it is true. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-name-list.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-rows-people.h"
#include "formats/rows/dl-rows-private.h"

/* In most of a column of last names alone, a comma stands between two. */
static gboolean
pairs_part (const DlRowColumn *column)
{
  return column->n_pairs * 3 < column->n_filled && column->n_single >= column->n_full;
}

static char *
dup_told (const DlRowColumn *column)
{
  return g_strdup_printf (
    /* Translators: how many cells of a table, the name of their column, what stands in the first of them, such as
     * “Cooke & Wheatstone”, and the people that it was taken for, in quotation marks, with commas in between. */
    ngettext ("People that are named together are read as several in %u cell of “%s”: “%s” as %s.",
              "People that are named together are read as several in %u cells of “%s”, of which this is the first: "
              "“%s” as %s.",
              column->n_split),
    column->n_split, column->name, column->split_text, column->split_names);
}

void
dl_rows_put_people (DlRows *self, DlRowsSource *source, DlDraft *draft, guint index, const char *text)
{
  DlRowColumn        *column = dl_rows_column (self, index);
  g_autofree char    *line = NULL;
  g_auto (GStrv)      names = NULL;
  g_autoptr (GString) list = NULL;
  gboolean            guessed;

  if (strchr (text, '<') != NULL || strchr (text, '&') != NULL)
    text = line = dl_markup_to_line (text);
  names = dl_rows_people_split (text, pairs_part (column), &guessed);
  for (guint i = 0; names[i] != NULL; i++)
    dl_draft_put_person (draft, names[i]);
  if (!guessed || column->n_split++ > 0)
    return;
  list = g_string_new (NULL);
  for (guint i = 0; names[i] != NULL; i++)
    dl_name_list_append (list, names[i]);
  column->split_text = g_strdup (text);
  column->split_names = g_strdup (list->str);
  column->split_told = dl_draft_tell_note (draft, g_array_index (self->cells, DlRowCell, index).at,
                                           source->dup_where (source, &source->here, (int) index), dup_told (column));
}

void
dl_rows_tell_people (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->n_split > 1 && column->split_told != NULL)
        dl_draft_retell (column->split_told, dup_told (column));
    }
}
