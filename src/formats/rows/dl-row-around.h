/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-row-objects.h"

G_BEGIN_DECLS

/* Sets the cells that the row has from the object around its table: the date of a day on which several things happened,
 * where they did, and what else is said of them all. What the row has of its own comes first. */
void dl_row_around_give (DlRowTables *self, DlRows *rows, DlRowTable *table);

void dl_row_around_free (GArray *given);

G_END_DECLS
