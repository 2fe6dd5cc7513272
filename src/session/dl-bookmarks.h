/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "session/dl-bookmark.h"

G_BEGIN_DECLS

#define DL_TYPE_BOOKMARKS (dl_bookmarks_get_type ())
G_DECLARE_FINAL_TYPE (DlBookmarks, dl_bookmarks, DL, BOOKMARKS, GObject)

/* The bookmarks of one timeline's file: a #GListModel of #DlBookmark in the
 * reader's order. They are kept for all files together beside the reader's other
 * data, under the file's address and title, never in the file itself; a file that
 * was moved is known by its title when there is none at the old address any more.
 *
 * What is done is written at once, upon what another window or program has
 * written meanwhile. Where that fails nothing is done, and @error says why. */

/* Where they are kept. Returns: (transfer full) */
char *dl_bookmarks_dup_path (void);

/**
 * dl_bookmarks_new:
 * @path: where they are kept
 * @file: whose they are; need not be there
 * @title: (nullable): of its timeline
 *
 * Empty until dl_bookmarks_load().
 */
DlBookmarks *dl_bookmarks_new (const char *path, GFile *file, const char *title);

/* Reads them again; a damaged file is put aside, which @error says. Returns: whether
 * they can be used */
gboolean dl_bookmarks_load (DlBookmarks *self, GError **error);

/* The one of that state, whatever its title. Returns: (transfer none) (nullable) */
DlBookmark *dl_bookmarks_find (DlBookmarks *self, GVariant *state);
/* At the end. */
gboolean dl_bookmarks_add (DlBookmarks *self, DlBookmark *bookmark, GError **error);
/* What is not in the list any more is passed over. */
gboolean dl_bookmarks_rename (DlBookmarks *self, DlBookmark *bookmark, const char *title, GError **error);
gboolean dl_bookmarks_remove (DlBookmarks *self, DlBookmark *bookmark, GError **error);
/* Down by so many places, up where negative, at most to the end. */
gboolean dl_bookmarks_move (DlBookmarks *self, DlBookmark *bookmark, int by, GError **error);

G_END_DECLS
