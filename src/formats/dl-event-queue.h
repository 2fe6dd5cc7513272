/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/**
 * DlEventQueue:
 * @met: whether one of them had the id of an earlier one, given or made up, and got another
 * @failed: whether one could not be added; the rest is not added then
 *
 * Events on their way to a timeline, for those who make it at once of a file of a million. Some
 * wait for each other: where their ids go in memory is looked up for all together, which takes less time
 * than one by one.
 */
typedef struct
{
  gboolean met;
  gboolean failed;

  /* private */
  DlTimelineBuilder *builder;
  DlStringArena     *strings;
  guint64            n_keys;
  GArray            *refs;
  gpointer           waiting;
  guint              n_waiting;
  guint              n_events;
} DlEventQueue;

/* @builder, @strings: borrowed. @n_keys: more than the origin of any event: by how far the first events
 * get it is foretold how many there will be; 0 where it is not to be */
void dl_event_queue_init (DlEventQueue *self, DlTimelineBuilder *builder, DlStringArena *strings, guint64 n_keys);
void dl_event_queue_clear (DlEventQueue *self);

/* Whether a title, or the name of what events name, stays as it is when it is written down in Dateline's own
 * format and read: it shows something, and has no space at its ends. Where it does not, both ways of
 * reading would differ. */
gboolean dl_event_queue_is_plain (const char *name, gsize length);

/* The next event, as for dl_timeline_builder_take_event(); @refs are copied. @record: without an id
 * where one is to be made up */
void dl_event_queue_push (DlEventQueue *self, const DlEventRecord *record, const DlDate *date, const guint32 *refs);

/* Lets those go that wait still. Returns: how many events there were */
guint dl_event_queue_end (DlEventQueue *self);

G_END_DECLS
