/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event-set.h"
#include "model/dl-query.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlSearch:
 *
 * A search of a timeline for a query: which events have each of its words in their
 * title, summary, quotes, the names of their people, place, topics and sources, or the
 * note on their date, one here and another there; a phrase stands in one of them.
 * It begins when it is made, and goes on in the background for as long as it takes.
 * Belongs to the thread that made it.
 */
typedef struct _DlSearch DlSearch;

/* Called in that thread's main context, when more is found, and at the end. */
typedef void (*DlSearchFunc) (DlSearch *self, gpointer data);

/**
 * dl_search_new:
 * @query: not an empty one
 * @shown: (nullable): the events that are searched; %NULL: all
 * @func: what tells of more than is found when this returns
 *
 * Searches for a few milliseconds, so that of most timelines all is found at once.
 *
 * Returns: (transfer full)
 */
DlSearch *dl_search_new (DlTimeline *timeline, DlQuery *query, DlEventSet *shown, DlSearchFunc func, gpointer data);
/* Gives it up where it is not done; its function is not called again. */
void dl_search_free (DlSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlSearch, dl_search_free)

/* Whether it is of that timeline and of those events. */
gboolean dl_search_is_of (DlSearch *self, DlTimeline *timeline, DlEventSet *shown);
/* What is found so far; does not change once it is given out. */
DlEventSet *dl_search_get_hits (DlSearch *self);
/* Whether that is all. */
gboolean dl_search_get_done (DlSearch *self);

G_END_DECLS
