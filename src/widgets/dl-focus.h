/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @widget, or something in it, is what has the keyboard in its window. */
gboolean dl_focus_is_inside (GtkWidget *widget);

/* How a class moves the keyboard that is given it where it has a place for it: GTK would
 * bring it there by Tab as well, and so back whenever it leaves. */
gboolean dl_focus_move (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
