/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-row-tables.h"

G_BEGIN_DECLS

/* Objects within a row are looked into so deep. */
#define DL_ROW_MAX_INNER_DEPTH 3
/* What the cells of a sheet are called in a feed, beside the members of the feed's own. */
#define DL_ROW_SHEET_CELL "gsx$"

/* Sets the cells of the row. @table: (nullable): where it may hold others. Returns: where the object ends; 0 where
 * it is not whole */
gsize dl_row_object_read (DlRowTables *self, DlRows *rows, const DlLiteral *object, const DlRowTable *table);

/* Sets one of them, which stays as long as the row. */
void dl_row_object_set_cell (DlRowTables *self, DlRows *rows, guint column, const DlLiteral *value);

/* Whether an object has nothing but another in it: `{"tweet": {…}}`; @inner is that. */
gboolean dl_row_object_is_wrapper (const DlLiteral *object, DlLiteral *inner);

/* Whether @name is one of @inner, as of #DlRowTable. @inner, @name: (nullable) */
gboolean dl_row_object_is_inner (const char *inner, const char *name);

G_END_DECLS
