/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "window/dl-problem-item.h"

G_BEGIN_DECLS

#define DL_TYPE_PROBLEM_ROW (dl_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (DlProblemRow, dl_problem_row, DL, PROBLEM_ROW, GtkBox)

/* One row of the list of problems, for whichever is in sight.
 *
 * Signals: "show-event", "open", "copy-place", "copy-suggestion": what is asked for. */

GtkWidget *dl_problem_row_new (void);

DlProblemItem *dl_problem_row_get_item (DlProblemRow *self); /* nullable */
/* @can_show: whether its event is in the timeline. @can_open: whether the file is one that
 * an editor can open. */
void dl_problem_row_set_item (DlProblemRow *self, DlProblemItem *item, gboolean can_show, gboolean can_open);

G_END_DECLS
