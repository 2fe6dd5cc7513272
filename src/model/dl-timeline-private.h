/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-id-index.h"
#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/* A relation by positions, kept twice (once per direction) and sorted by
 * @from, then in the order of the file. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint8  type;
  guint8  inverse;
} DlLink;

/* What came from one file. The origins of its events are the numbers from
 * @origin on, up to those of the next part, so that each says which it is. */
typedef struct
{
  guint64          origin;
  DlDetailsFunc    func;
  gpointer         data;
  GDestroyNotify   destroy;
  DlEventTextsFunc texts; /* nullable: the texts are those of the details */
  DlEventSameFunc  same;  /* nullable */
} DlTimelinePart;

/* From the event of that origin on, up to the next run, events are of that file, or DL_NONE. */
typedef struct
{
  guint64 origin;
  guint32 file;
} DlFileRun;

struct _DlTimeline
{
  GObject parent_instance;

  DlTimeline    *base; /* the timeline that this one is a telling of; nullable */
  DlStringArena *strings;
  const char    *title;
  const char    *description;
  const char    *language;
  const char    *as_of_text;
  const char    *view_text;
  DlInstant      as_of;
  gboolean       has_as_of;
  DlInstant      view_from;
  DlInstant      view_to;
  gboolean       has_view;
  DlZone        *zone;

  GArray        *people;  /* DlPerson */
  GArray        *places;  /* DlPlace */
  GArray        *topics;  /* DlTopic */
  GArray        *sources; /* DlSource */
  GArray        *eras;    /* DlEra */
  DlEventRecord *records; /* sorted */
  guint          n_records;
  guint          n_records_allocated;
  guint32       *refs; /* the base's, where there is one */
  guint          n_refs;
  guint          n_refs_allocated;
  DlLink        *links;
  guint          n_links;
  DlIdIndex      by_id;
  guint          n_quotes;
  guint          n_unusual; /* as it was read: events of another status than "happened" */
  DlInstant      extent_from;
  DlInstant      extent_to;
  gboolean       has_extent;
  guint          n_open_ends;  /* of events */
  guint          n_known_ends; /* the same of intervals that end */
  gboolean       is_filtered;  /* told with some of its events only */
  guint          n_left_out;
  guint          n_off;                        /* of these: of files that are switched off */
  gboolean       is_only_off;                  /* no others are left out */
  guint8        *absent[DL_N_TIMELINE_VALUES]; /* by index, of what only such files have; each nullable */

  GArray *parts; /* DlTimelinePart, in order of their origins */
  GArray *files; /* DlTimelineFile; empty where it is of one file */
  GArray *runs;  /* DlFileRun, in order of their origins; NULL where each file is a part */
};

/* The flags of a record whose date is still to be read. */
#define DL_DATE_UNREAD G_MAXUINT32

/* Lays every date that is not yet there on the axis of the timeline's zone, and
 * sorts the events. Returns: (transfer full) (nullable): by the position that
 * an event had before, the one that it has now; NULL when they are the same */
guint32 *dl_timeline_settle (DlTimeline *self);
/* What a timeline of events that are on the axis already reaches over. */
void dl_timeline_settle_extent (DlTimeline *self);
/* Takes over the bounds of a date on the axis into @record and the extent. */
void dl_timeline_set_date (DlTimeline *self, DlEventRecord *record, const DlDate *date);
/* @text, valid EDTF, on the axis. */
void dl_timeline_resolve_date (DlTimeline *self, const char *text, DlDate *date);
/* The as-of date and what is seen first, of their texts. */
void dl_timeline_settle_view (DlTimeline *self);
/* Where the stated extent of a settled record begins. */
DlInstant dl_timeline_stated_start (DlTimeline *self, const DlEventRecord *record);
void      dl_timeline_sort_links (DlTimeline *self);

/* As dl_timeline_dup_details() and dl_timeline_walk_texts(), of the event with that
 * origin. Returns: (transfer full) (nullable): %NULL where its text is not kept */
DlEventDetails *dl_timeline_dup_details_of (DlTimeline *self, guint64 origin);
void            dl_timeline_walk_texts_of (DlTimeline *self, guint64 origin, DlEventTextFunc func, gpointer data);
/* Whether the events of these origins are surely the same, since they are written alike,
 * which costs less than to read their details. */
gboolean dl_timeline_is_written_alike (DlTimeline *self, guint64 origin, DlTimeline *other, guint64 other_origin);

G_END_DECLS
