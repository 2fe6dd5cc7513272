/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event-set.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* Events in the order in which people look for them in a list. The timeline has them by
 * the earliest that they can have begun; here "around 1500" stands at 1500 and not at
 * 1499, and "before 1900" and "until 1899", which have no earliest, at 1899. All others
 * stand where they begin. Immutable; may be read from any thread. "Index" below is a
 * place in that order. Nothing is kept of single events where none stands elsewhere. */
typedef struct _DlEventOrder DlEventOrder;

/**
 * dl_event_order_new:
 * @positions: (transfer full) (nullable) (element-type guint32): of events, ascending;
 *   %NULL for all of the timeline
 *
 * Takes a look at each event, and sorts those that stand elsewhere.
 *
 * Returns: (transfer full)
 */
DlEventOrder *dl_event_order_new (DlTimeline *timeline, GArray *positions);
/* The same of the events with quotes. @shown: (nullable): of these */
DlEventOrder *dl_event_order_new_quoting (DlTimeline *timeline, DlEventSet *shown);
void          dl_event_order_free (DlEventOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventOrder, dl_event_order_free)

/* Returns: (transfer none) */
DlTimeline *dl_event_order_get_timeline (const DlEventOrder *self);
guint       dl_event_order_get_n (const DlEventOrder *self);
guint       dl_event_order_get_position (const DlEventOrder *self, guint index);
/* Whether any of them stands elsewhere than in the timeline. */
gboolean dl_event_order_is_own (const DlEventOrder *self);
/* The index of an event, or %DL_NONE. Looks at each where some stand elsewhere. */
guint dl_event_order_find (const DlEventOrder *self, guint position);
/* Where the event stands, on the axis; not finite where nothing is known of when. */
DlInstant dl_event_order_get_start (const DlEventOrder *self, guint index);
/* Where it is over, as its date says it, or where not, at the latest; exclusive. */
DlInstant dl_event_order_get_end (const DlEventOrder *self, guint index);
/* The first index of [@from, @to) that stands at @at or later, or @to. */
guint dl_event_order_find_start (const DlEventOrder *self, guint from, guint to, DlInstant at);

G_END_DECLS
