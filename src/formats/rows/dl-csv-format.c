/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are tables of separated values, and what is told of those that are none of events. */
#include "formats/rows/dl-csv-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-name-list.h"
#include "formats/rows/dl-csv-straight.h"
#include "formats/rows/dl-csv-table.h"

/* A longer text is no name of a column. */
#define MAX_NAME_BYTES 120
/* So many names that are known are no chance, though the rows may be few or uneven. */
#define MIN_SURE_NAMES 3
/* So large a table is made a timeline at once. */
#define LARGE_TABLE (1 << 20)

/* Whether this may be called a column: no sentence, and nothing of a program. */
static gboolean
is_name (const char *name)
{
  gsize length = strlen (name);

  return length <= MAX_NAME_BYTES && strpbrk (name, "{}=<>;\n") == NULL &&
         (length == 0 || strchr (".!?:*", name[length - 1]) == NULL) && strchr ("*-", *name) == NULL;
}

/* Whether what is no table of events is a table at all, so that it is worth while to
 * tell its columns. Of one without a header these are the first row. */
static gboolean
has_names (DlCsvTable *self, DlRows *rows)
{
  guint n_rows = 0;
  guint n_even = 0;
  guint n_known = 0;

  for (guint i = 0; i < self->n_columns; i++)
    n_known += dl_rows_is_known (dl_rows_get_name (rows, i)) ? 1 : 0;
  self->source.place = self->source.start;
  while (n_rows < DL_CSV_RECORDS_SEEN && self->source.next (&self->source, rows, NULL))
    {
      n_rows++;
      n_even += self->csv.n_fields == self->n_columns ? 1 : 0;
    }
  if (n_rows < 1 || (n_known < MIN_SURE_NAMES && (n_rows < 2 || n_even * 10 < n_rows * 9)))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (*dl_rows_get_name (rows, i) != '\0' && !is_name (dl_rows_get_name (rows, i)))
      return FALSE;
  return TRUE;
}

static gboolean
sniff (DlInput *input)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  DlInput            head = *input;
  DlCsvTable         self;
  gboolean           timeline;
  gboolean           found;

  head.length = dl_csv_measure_head (input->text, input->length);
  if (input->length == 0 || memchr (input->text, '\0', MIN (input->length, 4096)) != NULL ||
      !dl_csv_table_open (&head, &self, rows, &timeline))
    return FALSE;
  found = timeline || has_names (&self, rows);
  dl_csv_table_clear (&self);
  return found;
}

/* Whether what was taken for the names of columns is a row like others: numbers among words of which hardly one is
 * known, as "Mon" is. */
static gboolean
has_no_names (DlRows *rows)
{
  guint n_numbers = 0;
  guint n_known = 0;

  for (guint i = 0; i < dl_rows_get_n_columns (rows); i++)
    {
      const char *name = dl_rows_get_name (rows, i);

      n_known += dl_rows_is_known (name) ? 1 : 0;
      n_numbers += g_ascii_isdigit (*name) ? 1 : 0;
    }
  return n_numbers > 1 && n_known < MIN_SURE_NAMES;
}

static void
set_error (DlInput *input, DlCsvTable *self, DlRows *rows, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char         *name;
  const char         *date;

  gboolean nameless = !self->headless && has_no_names (rows);

  if ((!self->headless && !nameless) || dl_rows_get_unread (rows, &name, &date))
    {
      dl_rows_set_refused (rows, input, error);
      return;
    }
  self->csv.at = nameless ? 0 : self->source.start.at;
  dl_csv_next (&self->csv);
  for (guint i = 0; i < MIN (self->n_columns, DL_ROWS_MAX_TOLD); i++)
    dl_name_list_append (names, dl_csv_get (&self->csv, i));
  if (self->n_columns > DL_ROWS_MAX_TOLD)
    g_string_append (names, _ (", …"));
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
               /* Translators: file name, then what stands in the first row. The examples are names of columns that are
                  understood as they are. */
               _ ("%s: this is a table without names of its columns, whose first row is %s, and no dates or no words "
                  "for what happened were found in it; a timeline needs both, best below names such as “date” and "
                  "“title”."),
               input->name, names->str);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  DlCsvTable         self;
  gboolean           timeline;
  gboolean           done;

  if (!dl_csv_table_open (input, &self, rows, &timeline))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, _ ("%s: this table has no columns."), input->name);
      return FALSE;
    }
  if (!timeline)
    {
      set_error (input, &self, rows, error);
      dl_csv_table_clear (&self);
      return FALSE;
    }
  done = dl_csv_table_read (&self, rows, input, draft, error);
  dl_csv_table_clear (&self);
  return done;
}

/* Small ones are not worth a second way. */
static DlTimeline *
read_straight (DlInput *input, GBytes *text, DlDraft *told, guint *n_events, GError **error)
{
  return input->length >= LARGE_TABLE ? dl_csv_read_straight (input, text, told, n_events, error) : NULL;
}

const DlFormat dl_format_csv = {
  .nick = "csv",
  .label = N_ ("Table (CSV, TSV)"),
  .endings = "csv tsv tab",
  .sniff = sniff,
  .read = read_file,
  .read_straight = read_straight,
};
