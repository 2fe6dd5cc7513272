/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-reader-tables.h"
#include "model/dl-string-arena.h"

G_BEGIN_DECLS

/* Which records an event has named already, without a search: the mark of a
 * record is that of the list that is being read. */
typedef struct
{
  guint32 *marks;
  guint    n;
  guint32  mark;
} DlSeen;

/**
 * DlEventContext:
 * @tables: what events point at
 * @strings: where the ids, titles and dates of events go
 * @text: the whole file's
 *
 * What every way to read an event works with. Belongs to one thread at a
 * time; borrows all but the marks.
 */
typedef struct
{
  const DlReaderTables *tables;
  DlStringArena        *strings;
  const char           *text;
  DlSeen                seen_people;
  DlSeen                seen_topics;
  DlSeen                seen_sources;
} DlEventContext;

void dl_event_context_init (DlEventContext *self, const DlReaderTables *tables, DlStringArena *strings);
void dl_event_context_clear (DlEventContext *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlEventContext, dl_event_context_clear)

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

G_END_DECLS
