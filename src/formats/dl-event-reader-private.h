/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-event-reader.h"

G_BEGIN_DECLS

/* Which records an event has named already, without a search: the mark of a
 * record is that of the list that is being read. */
typedef struct
{
  guint32 *marks;
  guint    n;
  guint32  mark;
} DlSeen;

struct _DlEventReader
{
  const DlReaderTables *tables;
  const DlJsonMember   *events;
  DlStringArena        *strings;
  const char           *text;
  JsonParser           *parser;
  DlSeen                seen_people;
  DlSeen                seen_topics;
  DlSeen                seen_sources;
  gboolean              thorough;
};

/* Forgets what was seen. */
void dl_seen_begin (DlSeen *seen);
/* Returns: whether @index was not seen before */
static inline gboolean
dl_seen_add (DlSeen *seen, guint32 index)
{
  if (seen->marks[index] == seen->mark)
    return FALSE;
  seen->marks[index] = seen->mark;
  return TRUE;
}

/**
 * dl_event_reader_read_plain:
 * @span: the text of an element without a flaw
 * @keep: whether the strings of an event without an id are kept
 * @event: filled on success, spoilt on failure
 *
 * Reads an event straight from the text that the scan has found valid, as long
 * as there is nothing unusual about it: no problem to tell of, no member twice,
 * no escape in what refers to something. What comes of it is what the way by
 * json-glib's tree would give.
 *
 * Returns: %FALSE, with @batch as it was, for an event that is to go that way
 */
gboolean dl_event_reader_read_plain (DlEventReader *self, DlJsonSpan span, gboolean keep, DlReadEvent *event, DlEventBatch *batch);

G_END_DECLS
