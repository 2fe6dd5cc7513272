/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* More lanes than this are not read but searched: the largest stay, the rest
 * share one. */
#define DL_MAX_LANES 12

/* How many colours a palette has; DlTopic names fold into it. */
#define DL_N_HUES 8

/* What makes the lanes. */
typedef enum
{
  DL_LANES_BY_TOPIC,
} DlLaneField;

/**
 * DlLaneOptions:
 * @field: what makes the lanes
 *
 * What the reader chooses about lanes; zeroed for the usual ones.
 */
typedef struct
{
  DlLaneField field;
} DlLaneOptions;

/**
 * DlLane:
 * @name: translated where it is ours ("Other topics")
 * @topic: the topic that it shows, or %DL_NONE
 * @hue: 0 to DL_N_HUES - 1
 * @events: positions in the timeline, in its order
 */
typedef struct
{
  char   *name;
  guint32 topic;
  guint   hue;
  GArray *events; /* guint32 */
} DlLane;

/**
 * dl_lanes_new:
 * @options: (nullable): %NULL for the usual ones
 *
 * Puts every event into one lane: that of its first topic. Lanes stand in the
 * order of the topics; of too many the largest stay and the others share one
 * at the end. Without topics there is a single lane.
 *
 * Returns: (transfer full): array of DlLane, at least one when there are events
 */
GArray *dl_lanes_new (DlTimeline *timeline, const DlLaneOptions *options);

/* The palette's index for a colour name of a file ("blue"); @fallback where unknown. */
guint dl_hue_from_name (const char *name, guint fallback);

G_END_DECLS
