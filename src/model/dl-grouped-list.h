/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event-set.h"
#include "model/dl-timeline.h"
#include "model/dl-quote-speakers.h"

G_BEGIN_DECLS

#define DL_TYPE_GROUPED_LIST (dl_grouped_list_get_type ())
G_DECLARE_FINAL_TYPE (DlGroupedList, dl_grouped_list, DL, GROUPED_LIST, GObject)
#define DL_TYPE_GROUPED_ITEM (dl_grouped_item_get_type ())
G_DECLARE_FINAL_TYPE (DlGroupedItem, dl_grouped_item, DL, GROUPED_ITEM, GObject)

/* Events or quotes under headings, as a GListModel of #DlGroupedItem, made on
 * demand: an entry, or the heading over some. Immutable. "Row" below is an index
 * of the model, headings counted; "entry" one without. A row is found in a time
 * that grows with the logarithm of their number, and where all is shown nothing is kept
 * of single events but of those whose date is vague. By time means as in dl-event-order.h. */

/* The events that @shown holds, by time. @shown: (nullable): %NULL for all */
DlGroupedList *dl_grouped_list_new_events (DlTimeline *timeline, DlEventSet *shown);
/* The quotes of these events, by the time of their events. */
DlGroupedList *dl_grouped_list_new_quotes (DlTimeline *timeline, DlEventSet *shown);
/* The same quotes by who speaks. @speakers: what dl_quote_speakers_new() found for
 * the same timeline and events */
DlGroupedList *
dl_grouped_list_new_quotes_by_speaker (DlTimeline *timeline, DlEventSet *shown, DlQuoteSpeakers *speakers);

DlTimeline *dl_grouped_list_get_timeline (DlGroupedList *self);
guint       dl_grouped_list_get_n_entries (DlGroupedList *self);
guint       dl_grouped_list_get_n_groups (DlGroupedList *self);
/* Whether the row is a heading. */
gboolean dl_grouped_list_is_heading (DlGroupedList *self, guint row);
/* The row of an entry. */
guint dl_grouped_list_get_row (DlGroupedList *self, guint entry);
/* The entry of a row; of a heading, the first one below it. */
guint dl_grouped_list_get_entry (DlGroupedList *self, guint row);
/* The first entry of an event, or %DL_NONE. */
guint dl_grouped_list_find (DlGroupedList *self, guint position);
/* The first entry of the first event that stands at @at or later; %DL_NONE where
 * there is none, or they do not stand by time. */
guint dl_grouped_list_find_instant (DlGroupedList *self, DlInstant at);

/* Returns: (transfer none): the list that made it */
DlGroupedList *dl_grouped_item_get_list (DlGroupedItem *self);

DlTimeline *dl_grouped_item_get_timeline (DlGroupedItem *self);
gboolean    dl_grouped_item_is_heading (DlGroupedItem *self);

/* Of an entry: which one it is, whose event, and which of the event's quotes,
 * %DL_NONE in a list of events. */
guint dl_grouped_item_get_entry (DlGroupedItem *self);
guint dl_grouped_item_get_position (DlGroupedItem *self);
guint dl_grouped_item_get_quote (DlGroupedItem *self);

/* Of a heading: its words, and how many entries stand under it.
 * Returns: (transfer full) */
char *dl_grouped_item_dup_title (DlGroupedItem *self);
guint dl_grouped_item_get_n (DlGroupedItem *self);

G_END_DECLS
