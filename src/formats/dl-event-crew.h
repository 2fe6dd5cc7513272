/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-event-reader.h"
#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/* Events in a batch, but for the last one. */
#define DL_EVENT_BATCH_SIZE 256

/**
 * DlEventCrew:
 *
 * Reads all events of a list in two threads: the caller's, which takes the
 * batches in the order of the file and reads one itself instead of waiting,
 * and a helper's, which reads ahead. Of what is read ahead there are never
 * more than a few batches.
 */
typedef struct _DlEventCrew DlEventCrew;

/* Both are borrowed; nothing may change them while the crew lives. */
DlEventCrew *dl_event_crew_new (const DlReaderTables *tables, const DlJsonMember *events);
/* Ends the helper's work, done or not. */
void dl_event_crew_free (DlEventCrew *self);

/* The next batch. Returns: (transfer full) (nullable): NULL after the last one */
DlEventBatch *dl_event_crew_next (DlEventCrew *self);

/* Ends the work, and counts among the notes of @problems what was passed over without one. */
void dl_event_crew_tell_passed (DlEventCrew *self, DlProblemList *problems);

/* Ends the work. The strings of all events, which until then are the crew's,
 * become the timeline's. */
void dl_event_crew_give_strings (DlEventCrew *self, DlTimelineBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventCrew, dl_event_crew_free)

G_END_DECLS
