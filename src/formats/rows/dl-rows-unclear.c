/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days of which nothing tells whether the day or the month comes first: what is wrong with all of
 * a column is told once. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-rows-private.h"

/* So many rows are named where one sentence tells of all. */
#define MAX_ROWS_NAMED 10

gboolean
dl_rows_is_unclear (const char *text, const DlDateWordsContext *context)
{
  DlDateWordsFound found;
  DlDayMonthOrder  order;
  g_autofree char *edtf =
    dl_rows_is_slashed (text, &order) ? dl_date_words_to_edtf (text, context, &found, NULL) : NULL;

  return edtf == NULL && dl_rows_is_slashed (text, &order) && found.answer == DL_DATE_ANSWER_AMBIGUOUS;
}

void
dl_rows_keep_unclear (DlRows *self, DlRowsSource *source, int column, gsize at, const char *reason)
{
  g_autofree char *where = source->dup_where (source, &source->here, -1);
  const char      *title = dl_draft_get_title (source->draft);
  DlRowUnclear    *unclear = NULL;

  for (guint i = 0; i < self->unclear->len && unclear == NULL; i++)
    if (g_array_index (self->unclear, DlRowUnclear, i).column == (guint) column)
      unclear = &g_array_index (self->unclear, DlRowUnclear, i);
  if (unclear == NULL)
    {
      DlRowUnclear first = { .column = (guint) column, .at = at };

      first.where = source->dup_where (source, &source->here, column);
      first.text = g_strdup (self->start->str);
      first.title = g_strdup (title);
      first.reason = g_strdup (reason);
      first.rows = g_string_new (NULL);
      g_array_append_val (self->unclear, first);
      unclear = &g_array_index (self->unclear, DlRowUnclear, self->unclear->len - 1);
    }
  if (unclear->n < MAX_ROWS_NAMED)
    {
      g_string_append_printf (unclear->rows, "%s%s", unclear->n > 0 ? C_ ("list of rows", ", ") : "", where);
      if (*title != '\0')
        /* Translators: after a place such as “row 2”, the title of the event that stands there. */
        g_string_append_printf (unclear->rows, C_ ("list of rows", " “%s”"), title);
    }
  else if (unclear->n == MAX_ROWS_NAMED)
    g_string_append (unclear->rows, C_ ("list of rows", ", …"));
  unclear->n++;
}

void
dl_rows_tell_unclear (DlRows *self, DlDraft *draft)
{
  for (guint i = 0; i < self->unclear->len; i++)
    {
      DlRowUnclear *unclear = &g_array_index (self->unclear, DlRowUnclear, i);
      char         *message;

      if (unclear->n == 1)
        {
          message = g_strdup_printf (_ ("This event is left out: %s"), unclear->reason);
          dl_draft_tell_lost_named (draft, unclear->title, unclear->at, g_strdup (unclear->where), message);
          continue;
        }
      message = g_strdup_printf (
        /* Translators: how many, the name of a column, the first date in it, such as “03/04/2015”, and a
         * list of places such as “row 2, row 3”. */
        ngettext ("%u event is left out: no date of the column “%s” tells whether the day or the month comes first, "
                  "as in “%s” (%s).",
                  "%u events are left out: no date of the column “%s” tells whether the day or the month comes "
                  "first, as in “%s” (%s).",
                  unclear->n),
        unclear->n, dl_rows_get_name (self, unclear->column), unclear->text, unclear->rows->str);
      dl_draft_tell_lost_many (draft, unclear->n, unclear->at, g_strdup (unclear->where), message);
    }
}
