/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* Elements of a list that are one cell, or one row. */
#define DL_ROW_MAX_ELEMENTS 200

/* Of an object in a cell: whether one of its members is kept in the words that stand for it; if not, that is noted.
 * @key: (nullable): of the member; NULL for all that stands in the cell
 * @value: (nullable): NULL where it is already known that it is not */
typedef gboolean (*DlRowKeepFunc) (gpointer data, const DlLiteral *key, const DlLiteral *value);

/* Whether a value is one for people: words or a number, and no address or a code of a program. */
gboolean dl_row_cell_says_something (const DlLiteral *value);

/* A value as the text of a cell below @name; of a list the texts of its elements, and of an object its name with what
 * else it says. @joined: is written over. Returns: (transfer full) (nullable) */
char *dl_row_cell_dup (const char *name, const DlLiteral *value, GString *joined, DlRowKeepFunc keep, gpointer data);

G_END_DECLS
