/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/rows/dl-row-objects.h"

G_BEGIN_DECLS

/* A source of rows without a table so far. */
void dl_row_tables_init (DlRowTables *self);
void dl_row_tables_clear (DlRowTables *self);
/* @topic: (transfer full) (nullable) */
void
dl_row_tables_add (DlRowTables *self, DlRowTableKind kind, const DlLiteral *value, const DlLiteral *root, char *topic);

/* Makes the columns of a table of lists of its first row, if that is a header.
 * Returns: whether it is */
gboolean dl_row_tables_read_header (DlRowTables *self, DlRows *rows);

G_END_DECLS
