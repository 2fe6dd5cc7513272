/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-lane-options.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* More lanes than this are not read but searched: the largest stay, the rest
 * share one. */
#define DL_MAX_LANES 12

/**
 * DlLane:
 * @key: stable over reloads, and unique among the lanes of every field:
 *   "topic=ID" ("topic#INDEX" where it has none), "status=NICK",
 *   "FIELD:none" for the events without a value, "FIELD:other" for those that
 *   share a lane
 * @name: translated where it is ours ("9 other topics")
 * @value: index of the topic, person, place, source or file, or a #DlStatus;
 *   %DL_NONE for the lanes that are ours
 * @hue: 0 to DL_N_HUES - 1; no reordering changes it, and no filter that leaves events
 *   out: it is what the lane of the timeline as it was read has
 * @state: as the reader chose
 * @events: positions in the timeline, in its order, none of them twice
 */
typedef struct
{
  char       *key;
  char       *name;
  guint32     value;
  guint       hue;
  DlLaneState state;
  GArray     *events; /* guint32 */
} DlLane;

/**
 * dl_lanes_new:
 * @options: (nullable): %NULL for the usual ones
 *
 * Puts every event into a lane: that of its first value, or with `every`
 * those of all its values. Lanes stand in the reader's order, then in that of
 * the values in the file; after these the events without a value, and of too
 * many lanes the largest stay and the others share one at the end. Where no
 * event has a value there is a single lane. Takes a time that grows with the
 * number of events and of values.
 *
 * Returns: (transfer full): array of DlLane, at least one when there are events
 */
GArray *dl_lanes_new (DlTimeline *timeline, const DlLaneOptions *options);

/* The hue of each value of the field of @options, as its lane has it or would.
 * Returns: (transfer full): as many as there are topics, people, … */
guint8 *dl_lanes_dup_hues (DlTimeline *timeline, const DlLaneOptions *options);

/* The keys of the lanes that dl_lanes_new() makes, in their order.
 * Returns: (transfer full): ended by %NULL */
char **dl_lanes_dup_keys (DlTimeline *timeline, const DlLaneOptions *options);

/* Where @position stands among sorted @positions (guint32), or DL_NONE. */
guint dl_positions_find (const GArray *positions, guint32 position);

/* The palette's index for a colour name of a file ("blue"); @fallback where unknown. */
guint dl_hue_from_name (const char *name, guint fallback);

G_END_DECLS
