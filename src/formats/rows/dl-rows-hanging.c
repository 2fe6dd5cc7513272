/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates that stand once for several rows: of cells that were one in a spreadsheet, only the first
 * has a text in a table of separated values. */
#include <glib/gi18n.h>

#include "formats/rows/dl-rows-private.h"
#include "time/dl-date.h"

/* One empty cell alone may be a date that is not known, and so may few of them. */
#define MIN_RUNS 2
#define ROWS_OF_RUN 5

/* Whether anything stands in the row. */
static gboolean
has_text (DlRows *self)
{
  for (guint i = 1; i < self->columns->len; i++)
    if (*dl_rows_text (self, (int) i) != '\0')
      return TRUE;
  return FALSE;
}

/* Whether dates go on in one direction. */
static gboolean
goes_on (DlRowHanging *hanging, const DlRowColumn *column, const char *text)
{
  DlDateWordsContext context = { .bare_years = column->bare, .order = DL_DAY_MONTH_MONTH_FIRST, .foreign = TRUE };
  g_autofree char   *edtf = dl_date_words_to_edtf (text, &context, NULL, NULL);
  gint64             before = hanging->seconds;
  DlDate             date;

  if (edtf == NULL || !dl_date_parse (edtf, -1, &date, NULL))
    return FALSE;
  hanging->seconds = date.stated_start.seconds;
  if (hanging->n_dates++ == 0 || hanging->seconds == before)
    return TRUE;
  hanging->up = hanging->up || hanging->seconds > before;
  hanging->down = hanging->down || hanging->seconds < before;
  return !(hanging->up && hanging->down);
}

void
dl_rows_look_for_hanging (DlRows *self)
{
  DlRowHanging      *hanging = &self->hanging;
  const DlRowColumn *column = self->columns->len > 1 ? dl_rows_column (self, 0) : NULL;
  const char        *text = column != NULL ? dl_rows_text (self, 0) : "";

  if (hanging->none)
    return;
  if (column == NULL || (column->meaning != DL_ROW_START && column->meaning != DL_ROW_YEAR) ||
      (*text == '\0' && hanging->n_dates == 0) || (*text != '\0' && !goes_on (hanging, column, text)))
    {
      hanging->none = TRUE;
      return;
    }
  if (*text == '\0')
    {
      hanging->run += has_text (self) ? 1 : 0;
      return;
    }
  /* What hangs at the end of the table may be what has no date at all. */
  if (hanging->run > 0)
    {
      hanging->n_runs++;
      hanging->n += hanging->run;
      hanging->longest = MAX (hanging->longest, hanging->run);
      hanging->run = 0;
    }
}

void
dl_rows_settle_hanging (DlRows *self)
{
  DlRowHanging *hanging = &self->hanging;
  guint         n_dated = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowMeaning meaning = dl_rows_column (self, i)->meaning;

      n_dated += meaning == DL_ROW_START || meaning == DL_ROW_YEAR || meaning == DL_ROW_END ? 1 : 0;
    }
  hanging->run = 0;
  if (hanging->n_runs < MIN_RUNS || hanging->n * ROWS_OF_RUN < self->n_rows || n_dated != 1 || self->timelinejs)
    hanging->none = TRUE;
}

gboolean
dl_rows_has_hanging (const DlRows *self)
{
  return !self->hanging.none;
}

void
dl_rows_fill_hanging (DlRows *self, DlRowsSource *source)
{
  DlRowHanging *hanging = &self->hanging;
  const char   *text;

  if (hanging->none || source->draft == NULL)
    return;
  text = dl_rows_text (self, 0);
  if (*text != '\0')
    {
      g_string_assign (self->above, text);
      hanging->run = 0;
      return;
    }
  if (self->above->len == 0 || hanging->run++ >= hanging->longest)
    return;
  dl_rows_set_cell (self, 0, self->above->str, source->here.at);
  if (hanging->told)
    return;
  hanging->told = TRUE;
  dl_draft_tell_note (source->draft, source->here.at, source->dup_where (source, &source->here, 0),
                      /* Translators: the name of a column of the file, such as “Date”, and what stands in it. */
                      g_strdup_printf (_ ("Where “%s” is empty, the date of the row above is taken: “%s”."),
                                       dl_rows_get_name (self, 0), self->above->str));
}
