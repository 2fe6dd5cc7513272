/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/rows/dl-row-tables.h"

G_BEGIN_DECLS

/* All tables of the file. @tables: (out): to be cleared, whatever is found. @draft: (nullable): where it is told what
 * is not read; @error: (nullable): set where there are none, and the dates of one could not be read. Returns: how many
 */
guint dl_json_tables_find (DlInput *input, DlRowTables *tables, DlDraft *draft, GError **error);

G_END_DECLS
