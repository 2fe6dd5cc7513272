/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-event-batch.h"
#include "formats/dl-json-scan.h"
#include "formats/dl-reader-tables.h"
#include "model/dl-string-arena.h"

G_BEGIN_DECLS

/**
 * DlEventReader:
 *
 * Reads events into batches. Belongs to one thread at a time.
 */
typedef struct _DlEventReader DlEventReader;

/* What an id that is made up begins with, before the number of the event from 1 on. */
#define DL_EVENT_MADE_ID "event-"

/* The id of the event at @index, where it is made up. Returns: (transfer none): of @strings */
const char *dl_event_keep_made_id (DlStringArena *strings, guint index);

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

/* Counts members that the format does not have, and that were passed over without a word
 * because the same had been told often enough, among the notes of @problems. */
void dl_event_reader_tell_passed (DlEventReader *self, DlProblemList *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventReader, dl_event_reader_free)

G_END_DECLS
