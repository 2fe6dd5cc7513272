/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlRelatedEvent:
 * @position: the other event
 * @label: translated, how the two belong together, as it reads before the other
 *   one's title: "leads to"
 * @directed: whether that reads otherwise from the other event
 * @to_it: whether the other event follows from this one, answers it or holds it
 * @from_it: whether it is the other way round
 *
 * One of the events that an event is related to, with all that relates the two.
 */
typedef struct
{
  guint32  position;
  char    *label;
  gboolean directed;
  gboolean to_it;
  gboolean from_it;
} DlRelatedEvent;

/* Each event that @position is related to, once, in the order of
 * dl_timeline_dup_related(). Returns: (transfer full): of DlRelatedEvent */
GArray *dl_related_events_new (DlTimeline *timeline, guint position);

/* "leads to Planned Tokyo summit, 28 October 2025". Returns: (transfer full) */
char *dl_related_event_dup_words (DlTimeline *timeline, const DlRelatedEvent *related);

G_END_DECLS
