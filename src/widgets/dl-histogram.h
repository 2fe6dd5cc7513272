/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_HISTOGRAM (dl_histogram_get_type ())
G_DECLARE_FINAL_TYPE (DlHistogram, dl_histogram, DL, HISTOGRAM, GtkWidget)

/* A few small bars in the colour of its text, as high as a line of it and the
 * highest of them as high as that: when what is beside it happened. Time runs as on
 * the timeline, from the left. It says nothing to assistive technology: who has
 * numbers for that tells them with their subject. */

GtkWidget *dl_histogram_new (void);

/* @bins: how many each bar stands for; copied */
void dl_histogram_set_bins (DlHistogram *self, const guint *bins, guint n_bins);

G_END_DECLS
