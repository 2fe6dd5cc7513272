/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_HUE_DOT (dl_hue_dot_get_type ())
G_DECLARE_FINAL_TYPE (DlHueDot, dl_hue_dot, DL, HUE_DOT, GtkWidget)

/* A dot in a colour of the timeline's lanes, as it stands before a lane's name.
 * Nothing to assistive technology. */

GtkWidget *dl_hue_dot_new (void);

/* @hue: 0 to DL_N_HUES - 1 */
void dl_hue_dot_set_hue (DlHueDot *self, guint hue);

G_END_DECLS
