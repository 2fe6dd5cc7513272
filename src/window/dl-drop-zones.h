/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_DROP_ZONES (dl_drop_zones_get_type ())
G_DECLARE_FINAL_TYPE (DlDropZones, dl_drop_zones, DL, DROP_ZONES, GtkWidget)

/* What is dropped on a window. While something hangs over it, and it may be added to
 * what is open, there are two zones that say what comes of it; else all of the window
 * is one.
 *
 * Signals: "files" (GPtrArray of #GFile, add), "text" (text, add). */

/* @target: on which things are dropped; it is to hold the zones, over all else */
GtkWidget *dl_drop_zones_new (GtkWidget *target);
/* Whether there is something open to add to. */
void dl_drop_zones_set_may_add (DlDropZones *self, gboolean may_add);

G_END_DECLS
