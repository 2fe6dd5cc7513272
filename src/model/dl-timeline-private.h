/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

struct _DlTimeline
{
  GObject parent_instance;

  DlTimeline   *base; /* the timeline that this one is told in another zone of; nullable */
  GStringChunk *strings;
  const char   *title;
  const char   *description;
  const char   *language;
  const char   *as_of_text;
  const char   *view_text;
  DlInstant     as_of;
  gboolean      has_as_of;
  DlInstant     view_from;
  DlInstant     view_to;
  gboolean      has_view;
  DlZone       *zone;

  GArray     *people;  /* DlPerson */
  GArray     *places;  /* DlPlace */
  GArray     *topics;  /* DlTopic */
  GArray     *sources; /* DlSource */
  GArray     *eras;    /* DlEra */
  GArray     *records; /* DlEventRecord, sorted */
  GArray     *refs;    /* guint32 */
  GArray     *links;   /* DlLink */
  GHashTable *by_id;   /* id -> position + 1 */
  guint       n_quotes;
  DlInstant   extent_from;
  DlInstant   extent_to;
  gboolean    has_extent;

  DlDetailsFunc  details_func;
  gpointer       details_data;
  GDestroyNotify details_destroy;
};

/* Lays every date on the axis of the timeline's zone, sorts the events, and
 * finds the extent. */
void dl_timeline_settle (DlTimeline *self);
/* @text, valid EDTF, on the axis. */
void dl_timeline_resolve_date (DlTimeline *self, const char *text, DlDate *date);
/* Where the stated extent of a settled record begins. */
DlInstant dl_timeline_stated_start (DlTimeline *self, const DlEventRecord *record);
void      dl_timeline_sort_links (DlTimeline *self);

G_END_DECLS
