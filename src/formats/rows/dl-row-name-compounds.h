/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-row-meaning.h"

G_BEGIN_DECLS

/* Whether a name, in the words of dl_row_name_dup_words(), is one of those that are known. @meaning: (out); @rank:
 * (out): as of dl_row_name_get_meaning() */
typedef gboolean (*DlRowNameLookUpFunc) (const char *name, DlRowMeaning *meaning, guint *rank);

/* The same of a word for dates and one for a start or an end, in either order: "datum eind", "fechafin".
 * @look_up: for each of the two */
gboolean
dl_row_name_look_up_compound (const char *name, DlRowNameLookUpFunc look_up, DlRowMeaning *meaning, guint *rank);

G_END_DECLS
