/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_SPLIT (dl_split_get_type ())
G_DECLARE_FINAL_TYPE (DlSplit, dl_split, DL, SPLIT, GtkWidget)

/* A main part and a side part with a handle between them: the side stands at
 * the end where there is room, and below where it is narrow.
 *
 * Properties: "main-part", "side-part" (#GtkWidget, at construction);
 * "show-side", "side-needed", "side-width": as below. */

GtkWidget *dl_split_new (GtkWidget *main_part, GtkWidget *side_part);
/* Whether the side part is wanted at all. */
void     dl_split_set_show_side (DlSplit *self, gboolean show);
gboolean dl_split_get_show_side (DlSplit *self);
/* Whether it is so narrow that the side part stands below, and takes the main part's room. */
gboolean dl_split_get_narrow (DlSplit *self);
/* Whether the side part has something to show; below the main part it is
 * hidden while it has nothing. */
void dl_split_set_side_needed (DlSplit *self, gboolean needed);
/* Width of the side part where it stands at the end, in pixels: 240 to 4096.
 * It is what was set last, or what the reader has dragged it to. */
void dl_split_set_side_width (DlSplit *self, int width);

G_END_DECLS
