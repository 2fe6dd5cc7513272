/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dl-window.h"

G_BEGIN_DECLS

/**
 * DlRestore:
 *
 * Keeps which windows are open, and how, so that the next start can open them
 * again: soon after something has changed, and when the program is quit. A window
 * that is closed while others are open is not opened again; the last one is.
 *
 * It works while the setting "restore-at-start" is on; with that off, nothing is
 * kept.
 */
typedef struct _DlRestore DlRestore;

/* Where it is kept. Returns: (transfer full) */
char *dl_restore_dup_path (void);

DlRestore *dl_restore_new (GtkApplication *application, GSettings *settings, const char *path);
void       dl_restore_free (DlRestore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlRestore, dl_restore_free)

/* What is to be opened again, in the order in which it is: "a{sv}" each, for
 * dl_window_open_state(). Returns: (transfer full) (element-type GVariant): perhaps
 * empty */
GPtrArray *dl_restore_read (DlRestore *self);
/* From now on what becomes of @window is kept. */
void dl_restore_watch (DlRestore *self, DlWindow *window, DlView *view);
/* Keeps all as it is now, which is what counts: the windows close. */
void dl_restore_quit (DlRestore *self);

G_END_DECLS
