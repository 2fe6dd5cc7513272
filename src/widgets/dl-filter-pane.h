/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_FILTER_PANE (dl_filter_pane_get_type ())
G_DECLARE_FINAL_TYPE (DlFilterPane, dl_filter_pane, DL, FILTER_PANE, GtkWidget)

/* All that the reader can ask of a view's session by its filter: for each field the
 * values that its events have, with how many have each and when, and the time in
 * sight. What it asks for it asks of the session; what it shows follows that, by
 * whomever it was changed. Very many events are counted on a thread.
 *
 * Property: "view" (#DlView, at construction). Signal: "close": the reader wants it
 * out of the way. */

GtkWidget *dl_filter_pane_new (DlView *view);

/* Leaves off finding values.
 * Returns: whether the keyboard was there, and something to leave off */
gboolean dl_filter_pane_stop_finding (DlFilterPane *self);

G_END_DECLS
