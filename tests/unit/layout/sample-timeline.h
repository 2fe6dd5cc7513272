/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/* One event of a timeline built by hand; all but @date may be left out. */
typedef struct
{
  const char *date;
  const char *title;
  const char *topic;
  DlStatus    status;
  guint8      importance; /* 0: none stated */
} SampleEvent;

/* Where a date begins, on the axis of UTC. @edtf: valid */
DlInstant sample_instant (const char *edtf);
/* Adds a topic of that id and name. */
void sample_add_topic (DlTimelineBuilder *builder, const char *id);
/* Adds @events with the ids "e0", "e1", … in their order here; topics that
 * are not there yet are added. */
void sample_add_events (DlTimelineBuilder *builder, const SampleEvent *events, guint n_events);
/* The two together, without anything else. Returns: (transfer full) */
DlTimeline *sample_timeline_new (const SampleEvent *events, guint n_events);

G_END_DECLS
