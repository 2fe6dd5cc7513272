/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In place of n_topics: the text of the event is to be read. */
#define DL_OUTLINED_NOT G_MAXUINT16

/**
 * DlOutlinedEvent:
 * @title, @date, @id: where they stand in the text, without quotes and without an escape in them,
 *   counted from where the text of the event begins
 * @id_length: 0: the event has none
 * @place: index into the outline's places, or %DL_NONE
 * @refs: index into the outline's refs, where those of its topics, then people, then sources are
 * @n_topics: or %DL_OUTLINED_NOT
 * @status: #DlStatus
 * @importance: as in #DlEventRecord
 *
 * What a record is made of, of an event that has neither quotes nor relations.
 */
typedef struct
{
  guint32 title;
  guint32 title_length;
  guint32 date;
  guint32 date_length;
  guint32 id;
  guint32 id_length;
  guint32 place;
  guint32 refs;
  guint16 n_topics;
  guint16 n_people;
  guint16 n_sources;
  guint8  status;
  guint8  importance;
} DlOutlinedEvent;

/**
 * DlReaderOutline:
 * @list_at: where the list of events begins, behind which only that list comes
 * @spans: of DlJsonSpan: the events in it, one by one
 * @events: of DlOutlinedEvent: the same
 * @refs: of guint32: indexes into these:
 * @topics, @people, @sources, @places: of char *: their ids
 * @has_numbered_ids: whether an event may have an id such as those that are made up
 *
 * What is known already of a text that was written a moment ago, and need not be
 * looked for in it. The text is JSON without flaws, and an id in it is one event's.
 */
typedef struct
{
  gsize      list_at;
  GArray    *spans;
  GArray    *events;
  GArray    *refs;
  GPtrArray *topics;
  GPtrArray *people;
  GPtrArray *sources;
  GPtrArray *places;
  gboolean   has_numbered_ids;
} DlReaderOutline;

G_END_DECLS
