/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-json-element.h"
#include "model/dl-records.h"
#include "model/dl-string-arena.h"

G_BEGIN_DECLS

/**
 * DlReaderTables:
 * @bytes: the whole file, which the details are read from
 * @zone: (nullable): of the axis; borrowed
 * @people: id to index
 * @places: id to index; not needed for details
 * @topics: id to index; not needed for details
 * @sources: id to index
 *
 * What events point at. Fixed while events are read, so that any number of
 * threads may look at it.
 */
typedef struct
{
  GBytes       *bytes;
  const DlZone *zone;
  GHashTable   *people;
  GHashTable   *places;
  GHashTable   *topics;
  GHashTable   *sources;
} DlReaderTables;

DlReaderTables *dl_reader_tables_new (GBytes *bytes);
void            dl_reader_tables_free (DlReaderTables *tables);
/* Notes @id; it must be new to @table. */
void dl_reader_table_add (GHashTable *table, const char *id, guint32 index);
/* The index, or DL_NONE. */
guint32 dl_reader_table_find (GHashTable *table, const char *id);

/**
 * DlReadEvent:
 * @index: in the events list
 * @record: its refs is an index into the batch's refs; its id is %NULL when the file gives none
 * @date: on the axis
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

/**
 * DlEventReader:
 *
 * Reads events into batches. Belongs to one thread at a time.
 */
typedef struct _DlEventReader DlEventReader;

/* All are borrowed. @strings: where the ids, titles and dates of events go */
DlEventReader *dl_event_reader_new (const DlReaderTables *tables, const DlJsonMember *events, DlStringArena *strings);
void           dl_event_reader_free (DlEventReader *self);

/* Whether every event goes the long way by json-glib's tree, even if it could
 * be read straight from the text. The same comes of both. */
void dl_event_reader_set_thorough (DlEventReader *self, gboolean thorough);

/* Adds the event at @index to @batch, or a problem when it is lost. The title
 * and the date's text of one without an id are only kept the second time.
 * @again: whether it was read before, and its problems told */
void dl_event_reader_read (DlEventReader *self, guint index, gboolean again, DlEventBatch *batch);

/* A DlDetailsFunc; @key: where the event's text begins, which is what its
 * record has as its origin; @tables: a DlReaderTables. Any thread. */
DlEventDetails *dl_event_read_details (guint64 key, gpointer tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlReaderTables, dl_reader_tables_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventBatch, dl_event_batch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventReader, dl_event_reader_free)

G_END_DECLS
