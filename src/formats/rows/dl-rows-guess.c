/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates below a name that tells of none: "Net", "Served". */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* Dates in fewer rows may be there by chance. */
#define MIN_GUESSED 2
/* Numbers before and after are seldom years where nothing says so. */
#define FIRST_SURE_YEAR 1000
#define LAST_SURE_YEAR 2100

gboolean
dl_rows_is_surely_date (const char *text)
{
  DlDateWordsContext context = { .foreign = TRUE };
  gsize              digits = strspn (text, DL_ROWS_DIGITS);
  gint64             year = digits == 4 ? g_ascii_strtoll (text, NULL, 10) : 0;
  gboolean           letters = FALSE;
  g_autofree char   *edtf = NULL;

  for (const char *p = text; *p != '\0' && !letters; p = g_utf8_next_char (p))
    letters = g_unichar_isalpha (g_utf8_get_char (p));
  if (!letters && (text[digits] == '\0' || year < FIRST_SURE_YEAR || year > LAST_SURE_YEAR))
    return FALSE;
  edtf = dl_date_words_to_edtf (text, &context, NULL, NULL);
  return edtf != NULL;
}

/* Whether it is a day and a month, whichever comes first, and a year with all its digits: "10/04/1957" */
static gboolean
is_slashed_day (const char *text)
{
  DlDateWordsContext context = { .order = DL_DAY_MONTH_MONTH_FIRST, .foreign = TRUE };
  DlDayMonthOrder    order;
  const char        *year = strrchr (text, '/');
  g_autofree char   *edtf = NULL;

  if (year == NULL || strspn (year + 1, DL_ROWS_DIGITS) != 4 || !dl_rows_is_slashed (text, &order))
    return FALSE;
  context.order = order != DL_DAY_MONTH_UNKNOWN ? order : context.order;
  edtf = dl_date_words_to_edtf (text, &context, NULL, NULL);
  return edtf != NULL;
}

gboolean
dl_row_column_is_dates (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  guint          n = 0;

  if (column->n_filled < MIN_GUESSED || column->n_dates * 10 < column->n_filled * 9 || column->n_numbers > 0 ||
      column->n_clock > 0)
    return FALSE;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      g_autofree char *month = column->month_years ? dl_rows_dup_month_year (text, TRUE) : NULL;

      n += month != NULL || dl_rows_is_surely_date (text) || is_slashed_day (text) ? 1 : 0;
    }
  return n * 10 >= g_hash_table_size (column->seen) * 9;
}

/* Whether years are all that is known so far of when the rows were, and each has one: no months and days beside. */
static gboolean
has_years_alone (DlRows *self)
{
  gboolean years = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if (column->n_filled > 0 &&
          ((column->meaning >= DL_ROW_START && column->meaning != DL_ROW_YEAR && column->meaning <= DL_ROW_END_TIME) ||
           column->meaning == DL_ROW_DATE_NOTE))
        return FALSE;
      years = years || (column->meaning == DL_ROW_YEAR && column->n_dates > 0);
    }
  return years;
}

void
dl_rows_guess_dates (DlRows *self)
{
  gboolean dated = dl_rows_find_dated (self) >= 0;

  if (dated ? !has_years_alone (self) : !self->guesses)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (dated
            ? !dl_row_column_is_within_year (column) || !dl_row_is_most (column->n_filled, self->n_rows)
            : (column->meaning != DL_ROW_OTHER && column->meaning != DL_ROW_MONTH && column->meaning != DL_ROW_DAY) ||
                !dl_row_column_is_dates (column))
        continue;
      column->meaning = DL_ROW_START;
      column->guessed = !dated;
      column->finer = dated;
      return;
    }
}

void
dl_rows_find_dates_in_words (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowMeaning meaning = dl_rows_column (self, i)->meaning;

      if (meaning == DL_ROW_START || meaning == DL_ROW_END || meaning == DL_ROW_YEAR || meaning == DL_ROW_END_YEAR)
        return;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if ((column->meaning == DL_ROW_OTHER || column->meaning == DL_ROW_TAGS || column->meaning == DL_ROW_TOPIC ||
           column->meaning == DL_ROW_DATE_NOTE || (column->meaning == DL_ROW_TITLE && column->rank > 1)) &&
          column->n_filled > 1 && dl_row_is_most (column->n_filled, self->n_rows) &&
          column->n_dates == column->n_filled && column->n_numbers == 0 &&
          dl_row_is_most (column->n_words, column->n_filled))
        {
          column->meaning = DL_ROW_START;
          return;
        }
    }
}
