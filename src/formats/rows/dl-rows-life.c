/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Births and deaths, which date a row only where what it tells of has no date: a king whose reign is not known. */
#include "formats/rows/dl-rows-private.h"

#include <glib/gi18n.h>

/* Dates of a higher rank are no better than those of a life. */
#define LAST_BETTER_RANK 2

/* The first of these columns that is none of a life, and would have the date if it had anything; or -1. */
static int
find_better (DlRows *self, const GArray *columns, DlRowMeaning year)
{
  for (guint i = 0; i < columns->len; i++)
    {
      int                column = (int) g_array_index (columns, guint, i);
      const DlRowColumn *own = dl_rows_column (self, (guint) column);

      if (!own->of_life && own->rank <= LAST_BETTER_RANK)
        return column;
    }
  return self->parts[year] >= 0 && !dl_rows_column (self, (guint) self->parts[year])->of_life ? self->parts[year] : -1;
}

/* Whether a cell says nothing, or that it is not known. */
static gboolean
is_absent (DlRows *self, int column)
{
  const char *text = dl_rows_get_stated (self, column);

  return *text == '\0' || dl_date_words_get_absence (text) != DL_DATE_ANSWER_READ;
}

static gboolean
is_of_life (DlRows *self, int column)
{
  return column >= 0 && dl_rows_column (self, (guint) column)->of_life;
}

void
dl_rows_note_parts (DlRows *self, DlRowsSource *source)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (*dl_rows_text (self, (int) i) != '\0')
      dl_rows_column (self, i)->part = source->here.part + 1;
}

/* Whether a column is one of the list of which the row is, and has nothing in it. A file may have several lists, each
 * with its own. */
static gboolean
is_empty_here (DlRows *self, DlRowsSource *source, int column)
{
  return is_absent (self, column) && (g_array_index (self->cells, DlRowCell, column).text != NULL ||
                                      dl_rows_column (self, (guint) column)->part == source->here.part + 1);
}

int
dl_rows_prefer_life (DlRows *self, const GArray *columns, int chosen)
{
  if (chosen < 0 || columns->len < 2 || !is_absent (self, chosen))
    return chosen;
  for (guint i = 0; i < columns->len; i++)
    {
      int column = (int) g_array_index (columns, guint, i);

      if (is_of_life (self, column) && !is_absent (self, column))
        return column;
    }
  return chosen;
}

/* Notes that one of the row's dates is of a life, instead of what stands in @better. */
static void
note (DlRowLife *self, const DlRowsSource *source, int better, int column)
{
  if (self->n++ > 0)
    return;
  self->at = source->here;
  self->better = better;
  self->column = column;
}

gboolean
dl_rows_check_life (DlRows *self, DlRowsSource *source, int *columns)
{
  int better[] = { find_better (self, self->starts, DL_ROW_YEAR), find_better (self, self->ends, DL_ROW_END_YEAR) };

  self->life_taken = FALSE;
  dl_rows_note_parts (self, source);
  for (guint i = 0; i < G_N_ELEMENTS (better); i++)
    if (!is_of_life (self, columns[i]) || (better[i] >= 0 && !is_empty_here (self, source, better[i])))
      better[i] = -1;
  if (better[0] < 0 && better[1] < 0)
    return TRUE;
  /* From a birth to the end of a reign is neither. */
  if (better[0] >= 0 && columns[1] >= 0 && !is_of_life (self, columns[1]))
    return FALSE;
  self->life_taken = TRUE;
  if (source->draft == NULL)
    return TRUE;
  if (better[0] >= 0)
    note (&self->lives[0], source, better[0], columns[0]);
  else
    note (&self->lives[1], source, better[1], columns[1]);
  return TRUE;
}

void
dl_rows_tell_life (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lives); i++)
    {
      const DlRowLife *life = &self->lives[i];

      if (life->n > 0)
        dl_draft_tell_note (
          draft, life->at.at, source->dup_where (source, &life->at, -1),
          g_strdup_printf (
            /* Translators: a number of events, and the names of two columns of the file, such as “reign start” and
             * “birth”. */
            ngettext ("%u event has nothing in “%s”; its date is that of a birth or a death, as in “%s”.",
                      "%u events have nothing in “%s”; their dates are those of births and deaths, as in “%s”.",
                      life->n),
            life->n, dl_rows_get_name (self, (guint) life->better), dl_rows_get_name (self, (guint) life->column)));
    }
}
