/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What parts the rows of a table into lanes, where nothing in it is called a topic. */
#include <glib/gi18n.h>
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* What parts fewer rows may be there by chance. */
#define MIN_GROUPED 6
/* Of more groups nobody has an overview, nor of those that have hardly two rows each; */
#define MAX_GROUPS 12
#define LEAST_ROWS 2
/* and names of groups are short, in bytes of all together. */
#define MAX_GROUP_BYTES 40

/* Whether it answers a question, and names nothing. */
static gboolean
is_answer (const char *text)
{
  static const char *const words[] = {
    "yes",  "no",  "true",   "false", "y",    "n",       "oui",  "non",   "ja",  "nein",   "sí",     "si",
    "да",   "нет", "是",     "否",    "はい", "いいえ",  "有",   "無",    "예",  "아니오", "아니요", "maybe",
    "high", "low", "medium", "good",  "bad",  "unknown", "none", "other", "n/a", NULL,
  };
  g_autofree char *small = g_utf8_strdown (text, -1);

  return g_strv_contains (words, small);
}

static gboolean
has_groups (DlRows *self, const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  guint          rank;
  guint          n_names = 0;
  guint          n = column->seen == NULL ? 0 : g_hash_table_size (column->seen);

  if (column->meaning != DL_ROW_OTHER || column->aside || *column->name == '\0' || column->n_filled < MIN_GROUPED ||
      column->n_filled * 4 < self->n_rows * 3 || n < 2 || n > MAX_GROUPS || n * LEAST_ROWS > column->n_filled ||
      column->n_words < column->n_filled || column->n_dates > 0 || column->n_clock > 0 ||
      column->length > (gsize) column->n_filled * MAX_GROUP_BYTES)
    return FALSE;
  /* It was called something else, and is not that either. */
  if (dl_row_name_get_meaning (column->name, &rank) != DL_ROW_OTHER || dl_row_name_is_of_record (column->name))
    return FALSE;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      if (strpbrk (text, "@\\;|" DL_ROW_SEPARATOR) != NULL)
        return FALSE;
      n_names += is_answer (text) ? 0 : 1;
    }
  if (n_names == 0)
    return FALSE;
  return !dl_row_column_is_state (column) && !dl_row_column_is_shape (column);
}

void
dl_rows_find_groups (DlRows *self)
{
  if (dl_rows_has_named (self, DL_ROW_TOPIC) || dl_rows_has_named (self, DL_ROW_TAGS))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (!has_groups (self, column))
        continue;
      column->meaning = DL_ROW_TOPIC;
      column->groups = TRUE;
      self->parts[DL_ROW_TOPIC] = (int) i;
      return;
    }
}

void
dl_rows_tell_groups (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if (!column->groups)
        continue;
      dl_draft_tell_note (draft, source->start.at, g_strdup (""),
                          /* Translators: the name of a column of a table, such as “House”; “topic” is left as it is. */
                          g_strdup_printf (_ ("No column is called one of topics; “%s” is taken for them, as its names "
                                              "repeat. To have another one, call it “topic”."),
                                           column->name));
    }
}
