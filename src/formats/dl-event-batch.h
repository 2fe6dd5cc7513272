/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-problem-list.h"
#include "model/dl-records.h"

G_BEGIN_DECLS

/**
 * DlReadEvent:
 * @index: in the events list
 * @record: its refs is an index into the batch's refs; its id is %NULL when the file gives none
 * @date: on the axis
 * @file: index of the one of several that it was taken from, or %DL_NONE
 * @related: index of its first relation in the batch
 * @n_related: how many there are
 *
 * An event between its text and the timeline.
 */
typedef struct
{
  guint         index;
  DlEventRecord record;
  DlDate        date;
  guint32       file;
  guint         related;
  guint         n_related;
} DlReadEvent;

/* A relation with its place in the file. Its event is one of the batch's strings. */
typedef struct
{
  DlRelation relation;
  guint      nth;
} DlReadRelation;

/**
 * DlEventBatch:
 * @events: of #DlReadEvent, those that can be kept
 * @refs: of #guint32, as dl_timeline_builder_add_event() takes them
 * @related: of #DlReadRelation
 * @strings: what the relations point at
 * @problems: what could not be taken
 * @n_lost: events that cannot be kept
 *
 * Some events of the list. Belongs to one thread at a time.
 */
typedef struct
{
  GArray        *events;
  GArray        *refs;
  GArray        *related;
  GStringChunk  *strings;
  DlProblemList *problems;
  guint          n_lost;
} DlEventBatch;

DlEventBatch *dl_event_batch_new (void);
void          dl_event_batch_free (DlEventBatch *batch);
void          dl_event_batch_clear (DlEventBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventBatch, dl_event_batch_free)

G_END_DECLS
