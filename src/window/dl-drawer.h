/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_DRAWER (dl_drawer_get_type ())
G_DECLARE_FINAL_TYPE (DlDrawer, dl_drawer, DL, DRAWER, GtkWidget)

/* A main part, and a side part at its start: beside it where there is room for both,
 * else over it, so that the main part is never squeezed. What lies over it is there
 * only while the reader has asked for it since it was narrow.
 *
 * Properties: "main-part" (at construction), "show-side": whether the side part is
 * wanted. Signal "arranged": whether it is there has changed, or whether it lies over
 * the main part; not while sizes are given out. */

GtkWidget *dl_drawer_new (GtkWidget *main_part);

/* Once, before it is first to be seen. */
void dl_drawer_set_side (DlDrawer *self, GtkWidget *side_part);

void     dl_drawer_set_show_side (DlDrawer *self, gboolean show);
gboolean dl_drawer_get_show_side (DlDrawer *self);
/* Asks for it also where it lies over the main part, or no more. */
void dl_drawer_ask_for_side (DlDrawer *self, gboolean ask);

/* Whether there is to be a side part now. */
gboolean dl_drawer_needs_side (DlDrawer *self);
/* Whether it lies over the main part where it is there. */
gboolean dl_drawer_is_narrow (DlDrawer *self);

G_END_DECLS
