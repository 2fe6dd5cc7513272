/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlOverlayValues:
 *
 * Of one file of an overlay: the indexes in the overlay of its people, places,
 * topics and sources, by those that these have in the file.
 */
typedef struct
{
  guint32 *people;
  guint32 *places;
  guint32 *topics;
  guint32 *sources;
} DlOverlayValues;

void dl_overlay_values_clear (DlOverlayValues *values);

/**
 * DlOverlayMerger:
 *
 * Puts together what the events of several files point at, file by file.
 */
typedef struct _DlOverlayMerger DlOverlayMerger;

/* What makes an era the same as one of another file. Returns: (transfer full) */
char *dl_overlay_dup_era_key (const DlEra *era);

/* @overlay: borrowed; gets people, places, topics, sources and eras */
DlOverlayMerger *dl_overlay_merger_new (DlTimeline *overlay);
void             dl_overlay_merger_free (DlOverlayMerger *self);
/* @timeline: whose strings live as long as the overlay. @values: (out) */
void dl_overlay_merger_take (DlOverlayMerger      *self,
                             DlTimeline           *timeline,
                             const DlTimelineFile *file,
                             DlOverlayValues      *values);

G_END_DECLS
