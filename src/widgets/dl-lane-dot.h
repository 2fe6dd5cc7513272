/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_LANE_DOT (dl_lane_dot_get_type ())
G_DECLARE_FINAL_TYPE (DlLaneDot, dl_lane_dot, DL, LANE_DOT, GtkWidget)

/* A dot in the colour of a lane, as it stands before the lane's name. It says
 * nothing by itself. */
GtkWidget *dl_lane_dot_new (void);
/* @hue: see #DlLane */
void dl_lane_dot_set_hue (DlLaneDot *self, guint hue);

G_END_DECLS
