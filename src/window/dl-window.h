/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_WINDOW (dl_window_get_type ())
G_DECLARE_FINAL_TYPE (DlWindow, dl_window, DL, WINDOW, GtkApplicationWindow)

/* One window that shows one view, and what is open in the view's session.
 *
 * Properties: "settings" (#GSettings, the program's own) and "view" (#DlView),
 * both at construction; "show-details": whether the selected event's details
 * are wanted in this window. */

GtkWidget *dl_window_new (GtkApplication *application, GSettings *settings, DlView *view);

/* Opens a timeline; what is open stays when it cannot be read. Where that is in no file,
 * it is asked first what is to become of it. */
void dl_window_open (DlWindow *self, GFile *file);
/* The same of several files as one timeline; a folder stands for the timelines in it. */
void dl_window_open_files (DlWindow *self, GFile *const *files, guint n);

typedef void (*DlWindowFunc) (gpointer data);

/* Whether something is open that is in no file, and nobody has said that it may go. */
gboolean dl_window_get_unsaved (DlWindow *self);
/* Asks what is to become of that, and calls @func when it has been saved, or may go; at
 * once where there is nothing to ask, never where the person wants all to stay. @destroy:
 * (nullable): frees @data then */
void dl_window_settle_unsaved (DlWindow *self, DlWindowFunc func, gpointer data, GDestroyNotify destroy);

/* The window as it is, to be opened like that again: its file, the view of it, its
 * size, its panes. Returns: (transfer full) (nullable): "a{sv}"; NULL where nothing
 * is open that could be opened again */
GVariant *dl_window_dup_state (DlWindow *self);
/* Opens what @state says, and as it says; a file that is not there any more is said
 * to be gone. @state: "a{sv}". Returns: whether it says a file */
gboolean dl_window_open_state (DlWindow *self, GVariant *state);

/* The window that has @files open, or is about to, by whatever path they are named; one
 * alone perhaps among others. Returns: (transfer none) (nullable): NULL if none has */
DlWindow *dl_window_find (GtkApplication *application, GFile *const *files, guint n);

G_END_DECLS
