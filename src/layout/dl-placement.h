/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-arrangement.h"
#include "layout/dl-label.h"

G_BEGIN_DECLS

/* However deep the overlap: more rows than this are not read, but counted. */
#define DL_MAX_ROWS 200

/**
 * DlPlacedLane:
 * @y: of its top, from that of the first lane; pixels
 * @height: with its separator
 * @labels: of DlLabel, sorted by item
 * @gone: (nullable): of DlLabel: what has gone while the view moved, and comes
 *   back where it stood or not before the view rests
 * @n_rows: how many rows it has
 * @strip_y: of the marks of events without a label, from the lane's top
 * @header_y: of its name, from the lane's top
 * @row_y: of each row, from the lane's top
 * @note_from: how much of the first row its name takes, or 0
 * @note_to: where what takes the end of that row begins, or the canvas's width
 * @crowded: whether some event of the view has no label
 * @shown: FALSE for one that is left out, because nothing of it is in sight or there is no room for it
 */
typedef struct
{
  double   y;
  double   height;
  GArray  *labels;
  GArray  *gone;
  guint    n_rows;
  double   strip_y;
  double   header_y;
  float   *row_y;
  double   note_from;
  double   note_to;
  gboolean crowded;
  gboolean shown;
} DlPlacedLane;

/**
 * DlPlacementInput:
 * @arrangement: what there is to place
 * @measure: of the same fonts as the arrangement's
 * @viewport: which time is seen
 * @zone: (nullable): of the axis
 * @height: what all lanes may take together, in pixels; 0 for what they need
 * @notes: whether lanes tell what lies outside the window, as on a screen
 * @all_lanes: show lanes of which nothing is in sight, which without @notes are left out
 * @all_rows: give every lane all the rows that it wants
 * @has_first: whether one event has its label before all others: @first
 * @has_marked: whether one event is a mark where it has no label, and in no lane's
 *   number of what has none: @marked
 * @left_out: (nullable): of each lane whether it is not shown, whatever is in it
 */
typedef struct
{
  DlArrangement  *arrangement;
  DlTextMeasure  *measure;
  DlViewport      viewport;
  const DlZone   *zone;
  double          height;
  gboolean        notes;
  gboolean        all_lanes;
  gboolean        all_rows;
  gboolean        has_first;
  guint           first;
  gboolean        has_marked;
  guint           marked;
  const gboolean *left_out;
} DlPlacementInput;

/* The item of @event in @lane where it is to have a label there, if any has: it is in sight,
 * not dimmed, and the lane is not collapsed. Returns: else %DL_NONE */
guint dl_placement_input_find (const DlPlacementInput *input, guint lane, guint event);

/**
 * DlPlacement:
 *
 * Which events of a view have a label, where it stands, and what it says: the
 * picture *at rest*. A pure function of its input: the same view of the same
 * arrangement is placed the same, however one came there.
 *
 * Lanes get as many rows as name all that is in sight, fewer where the height
 * does not allow it, but one each; what is left of the height makes titles
 * whole and labels richer, the most important first. Within a lane events take
 * rows in the order of time, on whichever side of their date is free.
 *
 * While the view moves, dl_placement_follow() keeps what is placed: see there.
 * Atomically reference counted.
 */
typedef struct _DlPlacement DlPlacement;

/* Returns: (transfer full) */
DlPlacement *dl_placement_new (const DlPlacementInput *input);
DlPlacement *dl_placement_ref (DlPlacement *self);
void         dl_placement_unref (DlPlacement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPlacement, dl_placement_unref)

/**
 * dl_placement_follow:
 * @measure: of the same fonts
 * @zone: (nullable): of the axis
 * @viewport: what is seen now, on the same axis
 *
 * The same labels where the view has moved on: none changes its row, and none
 * that is in view goes by zooming in. Where two come to overlap by zooming out
 * the lesser one goes; what comes into sight is named where a row has room, in
 * its plainest form. No heights change.
 *
 * Returns: (transfer full): another placement
 */
DlPlacement *
dl_placement_follow (DlPlacement *self, DlTextMeasure *measure, const DlZone *zone, const DlViewport *viewport);

/**
 * dl_placement_between:
 * @from: what was shown
 * @to: what is going to be shown, of the same arrangement
 * @t: 0 is @from, 1 is @to
 *
 * A step on the way from one to the other, up and down only: what is in both
 * moves, what is new is where it is going to be.
 *
 * Returns: (transfer full)
 */
DlPlacement *dl_placement_between (DlPlacement *from, DlPlacement *to, double t);

DlArrangement      *dl_placement_get_arrangement (DlPlacement *self);
const DlPlacedLane *dl_placement_get_lane (DlPlacement *self, guint lane);
/* Of all lanes together, in pixels. */
double dl_placement_get_height (DlPlacement *self);
/* Whether it follows a view that moves, or is on the way to another one. */
gboolean dl_placement_get_moving (DlPlacement *self);
/* Nullable. */
const DlLabel *dl_placement_find (DlPlacement *self, guint lane, guint item);
G_END_DECLS
