/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rows of a table are: events, periods, or no more than where others stand. */
#include "formats/rows/dl-rows-private.h"

gboolean
dl_rows_has_named (const DlRows *self, DlRowMeaning meaning)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);

      if (column->meaning == meaning && column->n_filled > 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
dl_rows_is_frame (const DlRows *self)
{
  return dl_rows_has_named (self, DL_ROW_YEAR) && !dl_rows_has_named (self, DL_ROW_START) &&
         !dl_rows_has_named (self, DL_ROW_TITLE);
}

gboolean
dl_rows_is_spans (const DlRows *self)
{
  int column = dl_rows_get_date_column (self);

  return column >= 0 && g_array_index (self->columns, DlRowColumn, column).of_spans;
}

gboolean
dl_rows_is_periods (const DlRows *self)
{
  return dl_rows_has_named (self, DL_ROW_TITLE) &&
         (dl_rows_has_named (self, DL_ROW_END) || dl_rows_has_named (self, DL_ROW_END_YEAR));
}

gboolean
dl_rows_has_own_dates (const DlRows *self)
{
  int column = dl_rows_get_date_column (self);

  return column < 0 || g_array_index (self->columns, DlRowColumn, column).rank < DL_ROW_RANK_RECORD;
}

gboolean
dl_rows_is_full (const DlRows *self)
{
  return dl_rows_has_named (self, DL_ROW_START) && dl_rows_has_named (self, DL_ROW_TITLE) &&
         (dl_rows_has_named (self, DL_ROW_END) || dl_rows_has_named (self, DL_ROW_TEXT) ||
          dl_rows_has_named (self, DL_ROW_TIME));
}

gboolean
dl_rows_is_sure (const DlRows *self)
{
  gboolean dated = FALSE;
  gboolean titled = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);

      if (!dl_row_is_most (column->n_filled, self->n_rows))
        continue;
      dated = dated || ((column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR) &&
                        column->rank < DL_ROW_RANK_RECORD && dl_row_is_most (column->n_dates, column->n_filled));
      titled = titled || (((column->meaning == DL_ROW_TITLE && column->rank <= DL_ROW_LAST_OWN_RANK) ||
                           column->meaning == DL_ROW_TEXT) &&
                          dl_row_is_most (column->n_words, column->n_filled));
    }
  return dated && titled;
}
