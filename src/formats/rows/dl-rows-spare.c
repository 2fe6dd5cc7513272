/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in other columns than those of the dates: where these are empty in a row, or say less. */
#include "formats/rows/dl-rows-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "time/dl-date.h"

/* Dates of a higher rank may be those of something else. */
#define LAST_DATE_RANK 1
/* Bytes of "2025-01-31". */
#define WHOLE_DAY_BYTES 10

/* Whether a column is called one of dates of what is told, and has anything but a number or a time of day in this
 * row. */
static gboolean
is_called_date (DlRows *self, guint i, const char *text)
{
  const DlRowColumn *column = dl_rows_column (self, i);
  guint              rank;
  DlRowMeaning       called = dl_row_name_get_meaning (column->name, &rank);

  return (called == DL_ROW_START || called == DL_ROW_YEAR) && rank < DL_ROW_RANK_RECORD && !column->aside &&
         !dl_row_column_is_age (column) && !dl_rows_is_clock (text) &&
         strspn (text, DL_ROWS_DIGITS ".,-") < strlen (text);
}

/* Whether a column that is called nothing known may date a row: not when it was changed. */
static gboolean
may_date (DlRows *self, guint i)
{
  const DlRowColumn *column = dl_rows_column (self, i);
  guint              rank;

  if (column->aside || (column->meaning != DL_ROW_OTHER && column->meaning != DL_ROW_TOPIC))
    return FALSE;
  return !dl_row_name_is_of_other_dates (column->name) &&
         (dl_row_name_get_meaning (column->name, &rank) != DL_ROW_START || rank < DL_ROW_RANK_RECORD);
}

/* Whether what stands in a column are spans of years, "1850-1852", so that "1854" is one of a year. */
static gboolean
is_year_of_spans (const DlRowColumn *column, const char *text)
{
  return dl_row_name_is_year (text) && column->n_numbers * 2 < column->n_filled &&
         dl_row_is_most (column->n_dates, column->n_filled);
}

/* A date without what is said of it behind it, in brackets: "1981–present (as of 2018)". Returns: (transfer full)
 * (nullable): NULL where that is none */
static char *
dup_before_brackets (const char *text)
{
  const char      *bracket = strpbrk (text, "([");
  g_autofree char *date = bracket != NULL ? g_strchomp (g_strndup (text, (gsize) (bracket - text))) : NULL;

  return date != NULL && dl_rows_is_surely_date (date) ? g_steal_pointer (&date) : NULL;
}

static int
find_spare (DlRows *self)
{
  int unread = -1;

  for (guint called = 2; called-- > 0;)
    for (guint i = 0; i < self->columns->len; i++)
      {
        const char        *text = dl_rows_get_stated (self, (int) i);
        const DlRowColumn *column = dl_rows_column (self, i);
        g_autofree char   *before = NULL;
        gboolean           year = is_year_of_spans (column, text);

        if (*text == '\0' || strstr (text, DL_ROW_SEPARATOR) != NULL ||
            !(called ? is_called_date (self, i, text) : may_date (self, i)))
          continue;
        before = dup_before_brackets (text);
        if (year || before != NULL || (called ? dl_rows_is_date (text) : dl_rows_is_surely_date (text)))
          return (int) i;
        /* A column of dates is told to have one that cannot be read. */
        if (unread < 0 && (called || (column->n_dates > 1 && dl_row_is_most (column->n_dates, column->n_filled))))
          unread = (int) i;
      }
  return unread;
}

int
dl_rows_take_spare_date (DlRows *self, DlRowsSource *source)
{
  int         column = find_spare (self);
  int         empty = self->starts->len > 0 ? (int) g_array_index (self->starts, guint, 0) : self->parts[DL_ROW_YEAR];
  const char *text;
  g_autofree char *before = NULL;

  if (column < 0)
    return -1;
  text = dl_rows_text (self, column);
  before = dl_rows_is_date (text) ? NULL : dup_before_brackets (text);
  dl_rows_take_cell (self, source, column, before != NULL ? before : text, self->start);
  if (before != NULL && source->draft != NULL)
    dl_draft_put_date_note (source->draft, text);
  if (source->draft != NULL && empty >= 0 && empty != column &&
      (before != NULL || dl_rows_is_date (text) || dl_row_name_is_year (text)))
    dl_draft_tell_note (source->draft, g_array_index (self->cells, DlRowCell, column).at,
                        source->dup_where (source, &source->here, column),
                        /* Translators: the names of two columns of the file, such as “date” and “period”. */
                        g_strdup_printf (_ ("“%s” is empty here, so the date is read from “%s”."),
                                         dl_rows_get_name (self, (guint) empty),
                                         dl_rows_get_name (self, (guint) column)));
  return column;
}

/* Whether a text is a time of a day, which is no midnight: "2026-02-28T06:00:00Z", "2026-02-28 06:00" */
static gboolean
is_moment (const char *text)
{
  return strlen (text) > WHOLE_DAY_BYTES + 1 && (text[WHOLE_DAY_BYTES] == 'T' || text[WHOLE_DAY_BYTES] == ' ') &&
         g_ascii_isdigit (text[WHOLE_DAY_BYTES + 1]) && !dl_rows_is_midnight (text) && !dl_rows_is_last_second (text) &&
         dl_rows_is_date (text);
}

void
dl_row_column_find_clock (DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  const char    *clock = NULL;

  column->one_clock = column->meaning == DL_ROW_START && column->n_filled > 1;
  g_hash_table_iter_init (&iter, column->seen);
  while (column->one_clock && g_hash_table_iter_next (&iter, &text, NULL))
    {
      const char *own = strlen (text) > WHOLE_DAY_BYTES ? (const char *) text + WHOLE_DAY_BYTES : "";

      column->one_clock = clock == NULL || strcmp (clock, own) == 0;
      clock = own;
    }
}

int
dl_rows_find_moment (DlRows *self, const char *day)
{
  if (strlen (day) != WHOLE_DAY_BYTES || day[4] != '-' || day[7] != '-')
    return -1;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);
      const char        *text = dl_rows_text (self, (int) i);
      guint              rank;

      /* When it was put on record, or came out, is another thing. */
      if (strncmp (text, day, WHOLE_DAY_BYTES) == 0 && !column->aside && !column->one_clock && is_moment (text) &&
          dl_row_name_get_meaning (column->name, &rank) == DL_ROW_START && rank < 3)
        return (int) i;
    }
  return -1;
}

/* A cell of a column as EDTF. Returns: (transfer full) (nullable): NULL where it is no date */
static char *
dup_edtf (DlRows *self, int column, const char *text)
{
  const DlRowColumn *own = dl_rows_column (self, (guint) column);
  DlDateWordsContext context = { .foreign = TRUE, .bare_years = own->bare, .order = own->order };

  return dl_date_words_to_edtf (text, &context, NULL, NULL);
}

gboolean
dl_rows_read_date (DlRows *self, int column, const char *text, DlDate *date)
{
  g_autofree char *edtf = dup_edtf (self, column, text);

  return edtf != NULL && dl_date_parse (edtf, -1, date, NULL);
}

int
dl_rows_find_finer (DlRows *self, int column, const char *start)
{
  g_autofree char *edtf = dup_edtf (self, column, start);
  DlDate           whole;
  DlDate           part;

  /* A day within "1914–1918" says when it began, and not when it ended. */
  if (edtf == NULL || strpbrk (edtf, "/{") != NULL || !dl_date_parse (edtf, -1, &whole, NULL))
    return -1;
  for (guint i = 0; i < self->starts->len; i++)
    {
      int                index = (int) g_array_index (self->starts, guint, i);
      const DlRowColumn *other = dl_rows_column (self, (guint) index);
      const char        *text = dl_rows_get_stated (self, index);

      if (index == column || *text == '\0' || other->rank > LAST_DATE_RANK || other->aside || other->unit != NULL ||
          !dl_rows_read_date (self, index, text, &part))
        continue;
      if (dl_instant_compare (part.stated_start, whole.stated_start) >= 0 &&
          dl_instant_compare (part.stated_end, whole.stated_end) <= 0 &&
          (dl_instant_compare (part.stated_start, whole.stated_start) > 0 ||
           dl_instant_compare (part.stated_end, whole.stated_end) < 0))
        return index;
    }
  return -1;
}
