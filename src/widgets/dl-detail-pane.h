/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_DETAIL_PANE (dl_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (DlDetailPane, dl_detail_pane, DL, DETAIL_PANE, GtkWidget)

/* All there is to read about the selected event of a view's session: when, how
 * sure, where, who, what was said, by which source, and what it belongs to. With
 * nothing selected it tells about the timeline.
 *
 * Property: "view" (#DlView, at construction).
 *
 * Signals: "go-to" (position): the reader follows a link to another event;
 * "show-uri" (uri): the reader follows a link to a source. */

GtkWidget *dl_detail_pane_new (DlView *view);

G_END_DECLS
