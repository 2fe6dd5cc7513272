/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "model/dl-event-set.h"
#include "model/dl-records.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE (dl_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DlTimeline, dl_timeline, DL, TIMELINE, GObject)

/* A timeline is immutable once built (see dl-timeline-builder.h) and may be
 * read from any thread. As a GListModel it holds DlEvent objects, made on
 * demand, sorted by dl_date_compare(), then as in the file. "Position" below is that
 * order. Everything returned is owned by the timeline unless said otherwise. */

const char *dl_timeline_get_title (DlTimeline *self);       /* nullable */
const char *dl_timeline_get_description (DlTimeline *self); /* nullable */
const char *dl_timeline_get_language (DlTimeline *self);    /* BCP 47; nullable */
const char *dl_timeline_get_as_of_text (DlTimeline *self);  /* EDTF; nullable */
/* The moment up to which it is told: the end of the `asOf` date, on the axis.
 * Returns: whether the timeline has one. */
gboolean    dl_timeline_get_as_of (DlTimeline *self, DlInstant *moment);
const char *dl_timeline_get_view_text (DlTimeline *self); /* EDTF; nullable */
/* The span that the author wants seen first. Returns: whether there is one. */
gboolean dl_timeline_get_view (DlTimeline *self, DlInstant *from, DlInstant *to);
/* The zone of the axis; NULL: UTC. */
DlZone *dl_timeline_get_zone (DlTimeline *self);

guint dl_timeline_get_n_events (DlTimeline *self);
/* How many there are with those that a filter leaves out of this telling. */
guint dl_timeline_get_n_whole (DlTimeline *self);
/* As it was read: what this one is a telling of, or itself. What indexes stand for is the
 * same, but for positions of events. Returns: (transfer none) */
DlTimeline          *dl_timeline_get_read (DlTimeline *self);
const DlEventRecord *dl_timeline_get_record (DlTimeline *self, guint position);
/* All of them, by position, for loops over very many. */
const DlEventRecord *dl_timeline_get_records (DlTimeline *self);
/* All bounds of the event's date on the axis. Thread safe; allocates nothing. */
void dl_timeline_get_date (DlTimeline *self, guint position, DlDate *date);
/* How many events begin before @at, which is the position of the first that does not.
 * What has no known beginning comes before all others. */
guint dl_timeline_count_before (DlTimeline *self, DlInstant at);
/* Position of the event with that id, or DL_NONE. */
guint dl_timeline_find (DlTimeline *self, const char *id);

/* Indexes that belong to an event; the counts stand in its record. */
const guint32 *dl_timeline_get_event_topics (DlTimeline *self, guint position);
const guint32 *dl_timeline_get_event_people (DlTimeline *self, guint position);
const guint32 *dl_timeline_get_event_sources (DlTimeline *self, guint position);
const guint32 *dl_timeline_get_event_speakers (DlTimeline *self, guint position);

/* Which part of the timeline (see dl_timeline_builder_add_part()) the event
 * came with, or DL_NONE where its text is not kept. */
guint dl_timeline_get_part (DlTimeline *self, guint position);

/* The event of a part by the key that its reader gave it, or DL_NONE. Looks at all events. */
guint dl_timeline_find_key (DlTimeline *self, guint part, guint64 key);
/* That key; 0 where the event has no part. */
guint64 dl_timeline_get_key (DlTimeline *self, guint position);

/**
 * DlTimelineFile:
 * @id: what it is known by: the file's name, with as much of its path as tells it
 *   from the others
 * @name: what people read: its title
 *
 * One of several files that a timeline is of (see dl_timeline_new_overlaid()), or that its
 * file says it was made of.
 */
typedef struct
{
  const char *id;
  const char *name;
} DlTimelineFile;

/* 0 where it is of one file, which nobody needs to tell from others. */
guint                 dl_timeline_get_n_files (DlTimeline *self);
const DlTimelineFile *dl_timeline_get_file (DlTimeline *self, guint index);
/* Index of the file that the event is of, or DL_NONE where there is only one, or where one
 * file that was made of several does not say. */
guint dl_timeline_get_event_file (DlTimeline *self, guint position);

/**
 * dl_timeline_dup_details:
 * @position: an event
 *
 * Reads the event's details from the kept text. Thread safe.
 *
 * Returns: (transfer full): never %NULL; empty where the text has none
 */
DlEventDetails *dl_timeline_dup_details (DlTimeline *self, guint position);

/* What of an event's texts there is beside its title. */
typedef enum
{
  DL_EVENT_TEXT_SUMMARY,
  DL_EVENT_TEXT_DATE_NOTE,
  DL_EVENT_TEXT_QUOTE,
  DL_EVENT_TEXT_CONTEXT, /* of a quote */
  DL_EVENT_TEXT_SPEAKER, /* the same: the name of somebody who is not among the people */
} DlEventTextKind;

/**
 * DlEventText:
 * @text: valid UTF-8, not ended by NUL
 * @length: its bytes, at least one
 * @quote: index of the quote that it is of, else %DL_NONE
 * @source: of a %DL_EVENT_TEXT_QUOTE, the index of its source; else %DL_NONE
 */
typedef struct
{
  DlEventTextKind kind;
  const char     *text;
  gsize           length;
  guint           quote;
  guint32         source;
} DlEventText;

/* Returns: whether there is to be more */
typedef gboolean (*DlEventTextFunc) (const DlEventText *text, gpointer data);

/**
 * dl_timeline_walk_texts:
 * @position: an event
 * @func: is told of every text of dl_timeline_dup_details(), till it has enough
 *
 * Reads the event's texts from the kept text of its file, for whoever reads those of
 * very many. Thread safe.
 */
void dl_timeline_walk_texts (DlTimeline *self, guint position, DlEventTextFunc func, gpointer data);

/* @edtf, a date of this timeline, in words that agree with the axis: a time of
 * day with an offset is told in the axis' zone, and with its name. @flags:
 * DlWordsFlags. Returns: (transfer full) */
char *dl_timeline_dup_words (DlTimeline *self, const char *edtf, guint flags);

/* The event's date so, and its status told ("planned for 28 October 2025").
 * @flags: DlWordsFlags but for PLANNED, which the status decides.
 * Returns: (transfer full) */
char *dl_timeline_dup_date_words (DlTimeline *self, guint position, guint flags);

/* @edtf as it is written, with its offset. Returns: (transfer full) (nullable):
 * %NULL where that is not another time of day than the axis has */
char *dl_timeline_dup_written_words (DlTimeline *self, const char *edtf);

/* The event's date by the clocks of its place, with the name of their zone.
 * Returns: (transfer full) (nullable): %NULL where they show what the axis has,
 * or what is written, or no zone is known */
char *dl_timeline_dup_local_words (DlTimeline *self, guint position);

/**
 * DlRelated:
 * @position: the other event
 * @inverse: the other event's file entry names this one
 */
typedef struct
{
  guint32        position;
  DlRelationType type;
  gboolean       inverse;
} DlRelated;

/* Every event that @position names, then every event that names @position.
 * Returns: (transfer full): array of DlRelated */
GArray *dl_timeline_dup_related (DlTimeline *self, guint position);

/* What events refer to by an index. */
typedef enum
{
  DL_TIMELINE_PEOPLE,
  DL_TIMELINE_PLACES,
  DL_TIMELINE_TOPICS,
  DL_TIMELINE_SOURCES,
} DlTimelineValues;

#define DL_N_TIMELINE_VALUES (DL_TIMELINE_SOURCES + 1)

/* Whether it is of the timeline as it is told, and not only of files that are switched off: indexes
 * stay what they are. */
gboolean dl_timeline_has_value (DlTimeline *self, DlTimelineValues values, guint index);
/* How many are. */
guint dl_timeline_count_values (DlTimeline *self, DlTimelineValues values);

guint           dl_timeline_get_n_people (DlTimeline *self);
const DlPerson *dl_timeline_get_person (DlTimeline *self, guint index);
guint           dl_timeline_get_n_places (DlTimeline *self);
const DlPlace  *dl_timeline_get_place (DlTimeline *self, guint index);
guint           dl_timeline_get_n_topics (DlTimeline *self);
const DlTopic  *dl_timeline_get_topic (DlTimeline *self, guint index);
guint           dl_timeline_get_n_sources (DlTimeline *self);
const DlSource *dl_timeline_get_source (DlTimeline *self, guint index);
guint           dl_timeline_get_n_eras (DlTimeline *self);
const DlEra    *dl_timeline_get_era (DlTimeline *self, guint index);
guint           dl_timeline_get_n_quotes (DlTimeline *self);

/* Bytes asked for on behalf of the events, beside the strings themselves: the
 * records, the pool of references, the index of ids, the relations and what
 * is unused of each. What it shares with the timeline that it was made from is
 * not counted. */
gsize dl_timeline_get_store_size (DlTimeline *self);

/* Whether the status of an event is worth telling: any but "happened" is, and that one where others
 * are not rare. */
gboolean dl_timeline_tells_status (DlTimeline *self, DlStatus status);

/* One line about the whole: "As of 26 October 2025 · 15 events · 3 quotes"; where a
 * filter leaves events out, or lets only @shown through: "2 of 15 events". @shown:
 * (nullable). Returns: (transfer full) */
char *dl_timeline_dup_caption (DlTimeline *self, DlEventSet *shown);

/* The same of a picture that shows the time from @from to before @to: of those that are in it. */
char *dl_timeline_dup_caption_between (DlTimeline *self, DlEventSet *shown, DlInstant from, DlInstant to);

/* From the first finite bound of any event to the last. Returns: FALSE when
 * there is no event with a finite bound. */
gboolean dl_timeline_get_extent (DlTimeline *self, DlInstant *from, DlInstant *to);
/* Whether any event goes on without an end (`../B` does not, `A/..` does). */
gboolean dl_timeline_has_open_end (DlTimeline *self);
/* Whether no more of its intervals end than go on: it is about what there still is. */
gboolean dl_timeline_goes_on (DlTimeline *self);

G_END_DECLS
