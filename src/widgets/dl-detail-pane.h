/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_DETAIL_PANE (dl_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (DlDetailPane, dl_detail_pane, DL, DETAIL_PANE, GtkWidget)

/* All there is to read about the session's selected event: when, how sure,
 * where, who, what was said, by which source, and what it belongs to.
 *
 * Property: "session" (#DlSession, at construction).
 *
 * Signals: "go-to" (position): the reader follows a link to another event;
 * "show-uri" (uri): the reader follows a link to a source. */

GtkWidget *dl_detail_pane_new (DlSession *session);

G_END_DECLS
