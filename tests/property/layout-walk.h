/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-layout.h"

G_BEGIN_DECLS

/* What has been seen so far of one event in one lane. */
typedef struct
{
  double shown;  /* the smallest scale at which it had a label */
  double hidden; /* the largest one at which it met the window and had none */
  guint  row;
} Seen;

/**
 * Walk:
 * @first_slot: of each lane; a slot is an event in a lane
 * @seen: per slot
 * @path: the walk so far, for the message of a failure
 *
 * A reader's way through an arrangement, and what was seen on it.
 */
typedef struct
{
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlLayoutInput  input;
  guint          first_slot[DL_MAX_LANES + 1];
  guint          n_slots;
  Seen          *seen;
  GHashTable    *boxes; /* slot + 1 -> Box, of the scene at hand */
  GString       *path;
} Walk;

/* Begins anywhere. @arrangement must outlive the walk. */
void walk_init (Walk *self, DlArrangement *arrangement, DlTextMeasure *measure);
void walk_clear (Walk *self);

/* Goes, zooms, resizes, scrolls or selects. */
void walk_step (Walk *self);

/* Builds the scene and holds it, and all that was seen before, to P1 to P5.
 * Returns: (transfer full) */
DlScene *walk_look (Walk *self);

/* Whether the event is seen in [@from, @to), by our own reckoning and not by the
 * product's: it begins in the window, or is going on when that begins. */
gboolean walk_meets (DlTimeline *timeline, guint event, DlInstant from, DlInstant to);

/* There may be more labels than before, but no fewer. */
void walk_expect_more (Walk *self);

/* Whether the event has a label in that lane in the scene looked at last. */
gboolean walk_has_label (Walk *self, guint lane, guint event);

/* Any field, and what a reader may have done to the lanes. */
void choose_lanes (DlTimeline *timeline, DlLaneOptions *options);

/* The operations of a scene, one a line. Returns: (transfer full) */
char **dump_lines (DlScene *scene);

G_END_DECLS
