/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-folds.h"
#include "model/dl-event-set.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* Of a window that shows one event, no more than this is that event. */
#define DL_EVENT_SHARE 0.6

/**
 * dl_event_view:
 * @folds: (nullable): what is folded
 * @shown: (nullable): the events that count as neighbours; %NULL for all
 * @position: the event
 * @today: (nullable): as for dl_open_until()
 * @from: (out): of the window, in real time
 * @to: (out): the first instant after it
 *
 * What a view of one event shows: all of the event, on no more than
 * %DL_EVENT_SHARE of the window and not at its edge, and its nearest neighbours:
 * the last event that is over before it, and the first one that begins after it,
 * with room for their names. A neighbour that is many times as far away as the
 * other one is left out, and so are those that are so far from an interval that
 * nothing would be seen of that. However close the neighbours are, some units of
 * the date's precision are shown: a few days around a day. An event without any
 * neighbour has more of them around it. An open end reaches as far as
 * dl_open_until() says.
 *
 * Takes a time that does not grow with the number of events, but for the
 * search of the first.
 */
void dl_event_view (DlTimeline      *timeline,
                    const DlFolds   *folds,
                    DlEventSet      *shown,
                    guint            position,
                    const DlInstant *today,
                    DlInstant       *from,
                    DlInstant       *to);

G_END_DECLS
