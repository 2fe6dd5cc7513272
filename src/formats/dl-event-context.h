/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-problem-list.h"
#include "formats/dl-reader-tables.h"
#include "formats/dl-vocabulary.h"
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

/* A member that the format does not have, of objects of one kind. */
typedef struct
{
  const char  *name; /* in the text */
  gsize        length;
  DlObjectKind kind;
  guint        n_told;
  guint64      n_passed; /* over, when it had been told often enough */
} DlStrange;

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
  GArray               *stranges; /* of DlStrange; few */
  GArray               *passing;  /* of guint, indexes in them: met in the event that is being read */
} DlEventContext;

void dl_event_context_init (DlEventContext *self, const DlReaderTables *tables, DlStringArena *strings);
void dl_event_context_clear (DlEventContext *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlEventContext, dl_event_context_clear)

/* A member without a name that the format has, in an event that is read straight. Returns:
 * whether to pass over it: so many files have the members of some other program in each of
 * their events that telling so of all of them would take longer than to read them */
gboolean dl_event_context_meet (DlEventContext *self, DlObjectKind kind, const char *name, gsize length);
/* The event that was being read straight was read, or was not. */
void dl_event_context_end_event (DlEventContext *self, gboolean was_read);
/* Counts what was passed over among the notes of @problems. */
void dl_event_context_tell_passed (DlEventContext *self, DlProblemList *problems);

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
