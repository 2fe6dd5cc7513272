/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-query.h"

G_BEGIN_DECLS

/**
 * dl_hit_marks_show:
 * @widget: in which labels are marked; not those of buttons, statuses and headings of parts
 * @query: (nullable): %NULL takes the marks away
 *
 * Marks the words that are searched for in what can be read, in the colours of pictures.
 */
void dl_hit_marks_show (GtkWidget *widget, DlQuery *query);

/* The same of one label, also of one that is left out above. */
void dl_hit_marks_show_label (GtkLabel *label, DlQuery *query);

G_END_DECLS
