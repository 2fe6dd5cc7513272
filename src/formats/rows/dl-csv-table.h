/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-csv.h"
#include "formats/rows/dl-rows.h"

G_BEGIN_DECLS

/* Records that are looked at to know the separator and the header. */
#define DL_CSV_RECORDS_SEEN 40

/**
 * DlCsvTable:
 * @source: its rows
 * @n_columns: by its header
 * @headless: it has none
 * @date_column: of the dates, or -1
 * @joined: the last fields of a row that has too many
 * @date: of two fields
 * @title, @above: (nullable): the first line above the header, and the others
 * @terms: (nullable): texts of the row, where its fields are terms of SPARQL
 *
 * A table of separated values.
 */
typedef struct
{
  DlRowsSource source;
  DlCsv        csv;
  guint        n_columns;
  gboolean     headless;
  int          date_column;
  GString     *joined;
  GString     *date;
  char        *title;
  GString     *above;
  GPtrArray   *terms;
} DlCsvTable;

/* Whether a line names columns that are known, and nothing else: "year,description" */
gboolean dl_csv_is_header (const char *line);

/* How much of a file is looked at to know what it is, in bytes: no part of a character at its end. */
gsize dl_csv_measure_head (const char *text, gsize length);

/* Opens the table. Its text must stay. @rows: new ones, which are settled then. @timeline: (out): whether it
 * is one of events. Returns: whether it is one at all; if not there is nothing to be cleared */
gboolean dl_csv_table_open (DlInput *input, DlCsvTable *self, DlRows *rows, gboolean *timeline);
void     dl_csv_table_clear (DlCsvTable *self);

/* As dl_rows_read(). */
gboolean dl_csv_table_read (DlCsvTable *self, DlRows *rows, DlInput *input, DlDraft *draft, GError **error);

G_END_DECLS
