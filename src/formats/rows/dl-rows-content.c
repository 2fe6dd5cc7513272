/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in columns, where names alone would mislead. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* So many rows are looked at before a table is held to measure something. */
#define MIN_MEASURED 8

gboolean
dl_row_column_is_serial (const DlRowColumn *column)
{
  static const char *const words[] = { "date", "datum", "data", "fecha", "日", "날짜" };
  g_autofree char         *small = g_utf8_strdown (column->name, -1);

  if ((column->meaning != DL_ROW_START && column->meaning != DL_ROW_END) || column->n_filled < 2 ||
      column->n_serials != column->n_filled)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
dl_row_column_is_state (const DlRowColumn *column)
{
  static const char *const words[] = {
    "open", "closed", "active", "merged", "done", "resolved", "completed", "pending"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_hash_table_contains (column->seen, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
dl_rows_is_measured (DlRows *self, guint title)
{
  const DlRowColumn *words = dl_rows_column (self, title);
  gboolean           repeated = g_hash_table_size (words->seen) * 2 < words->n_filled;
  guint              n_numbers = 0;

  if (words->n_filled < MIN_MEASURED)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (i == title || column->n_filled == 0)
        continue;
      if (column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR)
        repeated = repeated || g_hash_table_size (column->seen) * 4 < column->n_filled;
      else if (column->n_numbers * 10 >= column->n_filled * 9)
        n_numbers += column->meaning == DL_ROW_ID ? 0 : 1;
      else if (column->n_words * 2 >= column->n_filled)
        return FALSE;
    }
  return repeated && n_numbers > 0;
}

gboolean
dl_rows_has_midnights (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if ((column->meaning == DL_ROW_START || column->meaning == DL_ROW_END) && column->rank < 3 &&
          column->n_midnights != column->n_filled)
        return FALSE;
    }
  return TRUE;
}

void
dl_rows_rank_answers (DlRows *self)
{
  static const char *const names[] = { "Timestamp",      "Zeitstempel",    "Horodateur",
                                       "Marca temporal", "タイムスタンプ", "타임스탬프" };
  DlRowColumn             *first = self->columns->len > 1 ? dl_rows_column (self, 0) : NULL;
  gboolean                 sent = FALSE;

  for (guint i = 0; first != NULL && i < G_N_ELEMENTS (names); i++)
    sent = sent || strcmp (first->name, names[i]) == 0;
  for (guint i = 1; sent && i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning != DL_ROW_START || column->n_filled == 0 || column->n_dates * 2 < column->n_filled)
        continue;
      first->meaning = DL_ROW_OTHER;
      return;
    }
}
