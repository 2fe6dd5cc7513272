/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* Elements of a list that are one cell, or one row. */
#define DL_ROW_MAX_ELEMENTS 200

/* A value as the text of a cell below @name; of a list the texts of its elements. @joined: is written over.
 * Returns: (transfer full) (nullable) */
char *dl_row_cell_dup (const char *name, const DlLiteral *value, GString *joined);

G_END_DECLS
