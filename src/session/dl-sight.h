/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* Spans of time that are taken from what is in sight, as a filter asks for them. */

/**
 * dl_sight_round:
 * @from, @to: (inout): [@from, @to), in this order
 *
 * Widens a span to boundaries of the calendar that can be said in few words: of
 * years where it has very many of them, else of months, days, hours, …; never by
 * more than a small part of its length, so that what is asked for is what is seen.
 * A span without bounds, or of less than some seconds, stays as it is.
 */
void dl_sight_round (DlTimeline *timeline, DlInstant *from, DlInstant *to);

/* Such a span for people, the last unit included: "March 2015 to November 2025".
 * Returns: (transfer full) */
char *dl_sight_dup_words (DlTimeline *timeline, DlInstant from, DlInstant to);

G_END_DECLS
