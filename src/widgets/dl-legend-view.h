/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "layout/dl-legend.h"

G_BEGIN_DECLS

#define DL_TYPE_LEGEND_VIEW (dl_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (DlLegendView, dl_legend_view, DL, LEGEND_VIEW, GtkWidget)

/* A list of signs, each with what it means; to assistive technology a list whose
 * items have these words as their names. */

GtkWidget *dl_legend_view_new (void);

/**
 * dl_legend_view_show:
 * @timeline: whose signs they are
 * @meanings: of #DlMeaning: what occurs
 *
 * Shows the signs for @meanings, and no others.
 *
 * Returns: whether there are any
 */
gboolean dl_legend_view_show (DlLegendView *self, DlTimeline *timeline, guint32 meanings);

G_END_DECLS
