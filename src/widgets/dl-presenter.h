/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_PRESENTER (dl_presenter_get_type ())
G_DECLARE_FINAL_TYPE (DlPresenter, dl_presenter, DL, PRESENTER, GtkWidget)

/* One event after the other, as large as there is room, over a dim picture of the
 * timeline; or the views that a reader has bookmarked, with the event that is selected
 * in each, or the picture itself where none is. The session stays as it is. Signal "leave": the reader is done. */

/**
 * dl_presenter_new:
 * @fold: whether long empty stretches of time are folded
 * @events: (nullable): through which; %NULL for all
 * @start: where it begins, or %DL_NONE (see dl_walk_new())
 *
 * Returns: (nullable): %NULL where there is no event to present
 */
GtkWidget *dl_presenter_new (DlSession *session, gboolean fold, DlEventSet *events, guint start);

/**
 * dl_presenter_new_of_bookmarks:
 * @bookmarks: of #DlBookmark, in the order in which they are presented
 * @start: an event; it begins with the first bookmark that has it selected, else the first
 *
 * Returns: (nullable): %NULL where there is nothing to present
 */
GtkWidget *dl_presenter_new_of_bookmarks (DlSession *session, gboolean fold, GListModel *bookmarks, guint start);

G_END_DECLS
