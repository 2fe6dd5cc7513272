/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-event.h"
#include "model/dl-grouped-list.h"
#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_LIST_ROW (dl_list_row_get_type ())
G_DECLARE_FINAL_TYPE (DlListRow, dl_list_row, DL, LIST_ROW, GtkWidget)

/* One row of a list: a heading, an event, or a quote; rows are used again for
 * others, of whichever kind.
 *
 * Signals: "copy" and "go": the buttons of a quote. */
GtkWidget *dl_list_row_new (DlView *view);

/* @event: (nullable): of the item; %NULL for a heading */
void dl_list_row_set_item (DlListRow *self, DlGroupedItem *item, DlEvent *event);
/* Tells the same item again: its lane, or what is searched for, has changed. */
void           dl_list_row_update (DlListRow *self);
DlGroupedItem *dl_list_row_get_item (DlListRow *self);  /* nullable */
DlEvent       *dl_list_row_get_event (DlListRow *self); /* nullable */
/* Of a row that is a quote; owned by its event. Returns: (nullable) */
const DlQuote *dl_list_row_get_quote (DlListRow *self);
/* Whether what is searched for is found in its event. */
gboolean dl_list_row_is_hit (DlListRow *self);
/* What a screen reader says of it. Returns: (transfer full) */
char *dl_list_row_dup_name (DlListRow *self);

G_END_DECLS
