/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-bookmarks.h"

G_BEGIN_DECLS

#define DL_TYPE_BOOKMARKS_POPOVER (dl_bookmarks_popover_get_type ())
G_DECLARE_FINAL_TYPE (DlBookmarksPopover, dl_bookmarks_popover, DL, BOOKMARKS_POPOVER, GtkPopover)

/* The bookmarks of a timeline: to go to, rename, delete, and put in order. Signals:
 * "chosen" (#DlBookmark); "failed" (message): what was done could not be kept. */

GtkWidget *dl_bookmarks_popover_new (void);
/* Opens with these. */
void dl_bookmarks_popover_show (DlBookmarksPopover *self, DlBookmarks *bookmarks);

G_END_DECLS
