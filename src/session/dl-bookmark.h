/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DL_TYPE_BOOKMARK (dl_bookmark_get_type ())
G_DECLARE_FINAL_TYPE (DlBookmark, dl_bookmark, DL, BOOKMARK, GObject)

/* A view that a reader wants to find again, by a title. Property: "title". */

/* @state: "a{sv}", consumed where floating; what a view is told to show */
DlBookmark *dl_bookmark_new (const char *title, GVariant *state);
const char *dl_bookmark_get_title (DlBookmark *self);
/* What dl_view_show_state() takes; owned by the bookmark. */
GVariant *dl_bookmark_get_state (DlBookmark *self);

/* For the list that it is in. */
void dl_bookmark_set_title (DlBookmark *self, const char *title);
/* To be kept: "a{sv}", floating; and from that again. Returns: (transfer full)
 * (nullable): NULL where it is no bookmark */
GVariant   *dl_bookmark_to_variant (DlBookmark *self);
DlBookmark *dl_bookmark_new_from_variant (GVariant *variant);
gboolean    dl_bookmark_equal (DlBookmark *a, DlBookmark *b);

G_END_DECLS
