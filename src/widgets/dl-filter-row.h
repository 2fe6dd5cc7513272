/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-facets.h"

G_BEGIN_DECLS

#define DL_TYPE_FILTER_ROW (dl_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (DlFilterRow, dl_filter_row, DL, FILTER_ROW, GtkWidget)

/* One value that a filter can ask for, with how many events have it and when: what
 * is wanted is checked, what is excluded has a dash. A click or Space checks it or
 * takes off what there is; the button beside it, Shift with a click, Delete and the
 * minus key exclude it, or no more.
 *
 * Signal "choose" (choice): the reader asks for that #DlFilterChoice. The row shows
 * it when it is told so. */

GtkWidget *dl_filter_row_new (DlFilterField field);

/* What it is of. @value: copied; @hue: that of its dot, or %DL_NONE for none. */
void dl_filter_row_set_value (DlFilterRow *self, const DlFacetValue *value, DlFilterChoice choice, guint hue);

/* #DlFacetValue's, of what it is. */
const char *dl_filter_row_get_key (DlFilterRow *self);

G_END_DECLS
