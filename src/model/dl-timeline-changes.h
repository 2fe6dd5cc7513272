/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlTimelineChanges:
 * @timeline: as it is now
 * @added: which of its events were not there before
 * @changed: which were, and say something else now
 * @n_gone: how many of those before are not there any more
 *
 * What became of a timeline when its file was read again. Events are the same by
 * their id; those whose id had to be made up, which says no more than where they
 * stand in the file, by title and date, and what is left of them by that place.
 * Changed is what one reads of an event, not how it is written.
 */
typedef struct
{
  DlTimeline *timeline;
  DlEventSet *added;
  DlEventSet *changed;
  guint       n_gone;
} DlTimelineChanges;

/**
 * dl_timeline_changes_new:
 * @before: as it was read
 * @now: the same
 *
 * Any thread. Takes a time that grows with the events; where they are as they were,
 * no event's text is parsed.
 *
 * Returns: (transfer full)
 */
DlTimelineChanges *dl_timeline_changes_new (DlTimeline *before, DlTimeline *now);
void               dl_timeline_changes_free (DlTimelineChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTimelineChanges, dl_timeline_changes_free)

/* Whether no event differs. */
gboolean dl_timeline_changes_is_empty (const DlTimelineChanges *self);

/* "2 added, 1 changed, 1 gone". Returns: (transfer full) (nullable): %NULL where it is empty */
char *dl_timeline_changes_dup_words (const DlTimelineChanges *self);

/* The same events, @events of @timeline, in another telling of it, or another reading
 * of its file. Returns: (transfer full) (nullable): %NULL where there are none */
DlEventSet *dl_timeline_find_events (DlTimeline *told, DlTimeline *timeline, DlEventSet *events);

/* What an event of @before has become in @now. Returns: %DL_NONE where it is gone */
guint dl_timeline_find_again (DlTimeline *now, DlTimeline *before, guint position);

G_END_DECLS
