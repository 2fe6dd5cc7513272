/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window that shows what the keyboard does. Returns: (transfer floating) */
GtkWidget *dl_shortcuts_window_new (void);

G_END_DECLS
