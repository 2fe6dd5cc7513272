/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a table is none of events. */
#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-name-list.h"
#include "formats/rows/dl-rows-private.h"

/* Bytes of a text that tells something. */
#define MIN_SENTENCE_LENGTH 60

/* Whether what stands in a column is as long as sentences are. */
static gboolean
is_long (const DlRowColumn *column)
{
  return column->length > (gsize) column->n_filled * MIN_SENTENCE_LENGTH;
}

gboolean
dl_rows_is_meant (const DlRows *self)
{
  gboolean meant = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);
      guint              rank;
      DlRowMeaning       called = dl_row_name_get_meaning (column->name, &rank);

      if (column->meaning == DL_ROW_DATE_NOTE && column->n_dates > 0)
        return FALSE;
      meant =
        meant ||
        (rank < DL_ROW_RANK_GUESS && (called == DL_ROW_TITLE || called == DL_ROW_TEXT || called == DL_ROW_TOPIC ||
                                      called == DL_ROW_START || called == DL_ROW_YEAR)) ||
        /* Sentences, whatever they are called. */
        (column->meaning == DL_ROW_OTHER && dl_row_is_most (column->n_words, column->n_filled) && is_long (column));
    }
  return meant;
}

void
dl_rows_set_refused (const DlRows *self, DlInput *input, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char         *name;
  const char         *date;
  const char         *text;
  int                 dated = dl_rows_find_dated (self);
  guint               n = dl_rows_get_n_columns (self);

  if (dl_rows_get_unread (self, &name, &date))
    {
      dl_rows_set_unread (name, date, self->backwards, input, error);
      return;
    }
  if (dl_rows_get_wordless (self, &name, &text))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                   /* Translators: file name, the name of a column, and what stands in it first. */
                   _ ("%s: this is a table with dates, but its column “%s” has no words for what happened; it begins "
                      "with “%s”."),
                   input->name, name, text);
      return;
    }
  for (guint i = 0; i < MIN (n, DL_ROWS_MAX_TOLD); i++)
    dl_name_list_append (names, dl_rows_get_name (self, i));
  if (n > DL_ROWS_MAX_TOLD)
    g_string_append (names, _ (", …"));
  if (dated >= 0)
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                 /* Translators: file name, the names of columns, then the name of one of them. The examples are names
                    that are understood as they are. */
                 _ ("%s: this is a table with the columns %s; “%s” has dates, but no column tells in words what "
                    "happened then; a timeline needs one, best called “title” or “event”."),
                 input->name, names->str, dl_rows_get_name (self, (guint) dated));
  else
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                 /* Translators: file name, then the names of columns. The examples are names that are understood as
                    they are. */
                 _ ("%s: this is a table with the columns %s, but none of them has dates; a timeline needs one that "
                    "tells when something was, best called “date”, “year” or “start”."),
                 input->name, names->str);
}
