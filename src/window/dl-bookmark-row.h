/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-bookmark.h"

G_BEGIN_DECLS

#define DL_TYPE_BOOKMARK_ROW (dl_bookmark_row_get_type ())
G_DECLARE_FINAL_TYPE (DlBookmarkRow, dl_bookmark_row, DL, BOOKMARK_ROW, GtkListBoxRow)

/* A bookmark in a list: its title, and what can be done with it. Signals: "rename"
 * (title): it is to be called so; "remove". */

GtkWidget  *dl_bookmark_row_new (DlBookmark *bookmark);
DlBookmark *dl_bookmark_row_get_bookmark (DlBookmarkRow *self);
/* Lets one type another title in place of the one there is. */
void dl_bookmark_row_edit (DlBookmarkRow *self);

G_END_DECLS
