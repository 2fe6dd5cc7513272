/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/* So long a text of an event, with a NUL behind it where it stands or not. */
typedef struct
{
  const char *text;
  gsize       length;
} DlQueuedText;

/**
 * DlQueuedEvent:
 * @record: without texts; where its origin is, how it is, and how many things it names
 * @id: of no length where one is to be made up
 * @title: as it is to be, see dl_event_queue_is_plain()
 * @date_text: EDTF
 * @date: (nullable): what @date_text says, where that is known; it is read otherwise
 * @refs: as dl_timeline_builder_take_event() takes them
 *
 * An event before it is one of a timeline. All of it is borrowed.
 */
typedef struct
{
  DlEventRecord  record;
  DlQueuedText   id;
  DlQueuedText   title;
  DlQueuedText   date_text;
  const DlDate  *date;
  const guint32 *refs;
} DlQueuedEvent;

/**
 * DlEventQueue:
 *
 * Events on their way to a timeline, for those who make it at once of a file of a million. Of a file
 * of more than some hundreds, another thread makes them events of the timeline while its owner reads on.
 */
typedef struct _DlEventQueue DlEventQueue;

/* @builder: without a zone; borrowed, and the queue's alone until dl_event_queue_end() or dl_event_queue_free().
 * @n_keys: more than the origin of any event: by how far the first events get it is foretold how many
 * there will be; 0 where it is not to be */
DlEventQueue *dl_event_queue_new (DlTimelineBuilder *builder, guint64 n_keys);
/* Ends the other thread's work, done or not. */
void dl_event_queue_free (DlEventQueue *self);

/* Whether a title, or the name of what events name, stays as it is when it is written down in Dateline's own
 * format and read: it shows something, and has no space at its ends. Where it does not, both ways of
 * reading would differ. */
gboolean dl_event_queue_is_plain (const char *name, gsize length);

/* The next event. */
void dl_event_queue_push (DlEventQueue *self, const DlQueuedEvent *event);

/* Whether the date of one is none, or an id that was made up is another's: the rest is not added then, and need
 * not be pushed. It may be told a little after that event. */
gboolean dl_event_queue_has_failed (DlEventQueue *self);

/* Waits for the last one, and gives their texts to the timeline. @n_events: (out): how many there were.
 * @met: (out): whether one of them had the id of an earlier one, given or made up, and got another
 * Returns: whether none has failed */
gboolean dl_event_queue_end (DlEventQueue *self, guint *n_events, gboolean *met);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventQueue, dl_event_queue_free)

G_END_DECLS
