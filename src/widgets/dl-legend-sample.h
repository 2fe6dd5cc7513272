/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "layout/dl-scene.h"

G_BEGIN_DECLS

#define DL_TYPE_LEGEND_SAMPLE (dl_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (DlLegendSample, dl_legend_sample, DL, LEGEND_SAMPLE, GtkWidget)

/* A small picture, painted as the timeline is and in its colours, which grows
 * with the desktop's text. It is decoration: the words stand beside it. */

/* @scene: kept. */
GtkWidget *dl_legend_sample_new (DlScene *scene);

G_END_DECLS
