/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @widget, or something in it, is what has the keyboard in its window. */
gboolean dl_focus_is_inside (GtkWidget *widget);

G_END_DECLS
