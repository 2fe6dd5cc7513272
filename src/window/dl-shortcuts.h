/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One table of all that the keyboard does; what the program listens to and
 * what it tells the reader both come from it. */

/* Binds the keys of every action. */
void dl_shortcuts_apply (GtkApplication *application);

/* The window that shows them. Returns: (transfer floating) */
GtkWidget *dl_shortcuts_window_new (void);

G_END_DECLS
