/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-layout.h"

G_BEGIN_DECLS

/* Where what shows a labelled event lies in a scene, all together; pixels. */
typedef struct
{
  guint  lane;
  guint  row;
  guint  event;
  double left, right, top, bottom;
} Box;

/**
 * Walk:
 * @input: its placement is the one that is followed; %NULL before the first rest
 * @first_slot: of each lane; a slot is an event in a lane
 * @boxes: of the labels of the scene looked at last; sorted by lane, row and place
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
  GHashTable    *slots; /* slot + 1 -> Box */
  GPtrArray     *boxes;
  GString       *path;
} Walk;

/* Begins anywhere. @arrangement must outlive the walk. */
void walk_init (Walk *self, DlArrangement *arrangement, DlTextMeasure *measure);
void walk_clear (Walk *self);

/* Comes to rest, perhaps on a canvas of another size or elsewhere: all is placed afresh. */
void walk_rest (Walk *self);
void walk_rest_elsewhere (Walk *self);

/* The view as a picture, without what only a window says. */
void walk_check_picture (Walk *self);

/* Goes, zooms, resizes or selects; the labels follow, and are held to P2 and P3. */
void walk_step (Walk *self);

/* Builds the scene and holds it to P1 and P5. Returns: (transfer full) */
DlScene *walk_look (Walk *self);

/* Holds what was looked at last to what is promised of a picture at rest. */
void walk_check_rest (Walk *self, DlScene *scene);

/* Whether the event is seen in [@from, @to), by our own reckoning and not by the
 * product's: it begins in the window, or is going on when that begins. */
gboolean walk_meets (DlTimeline *timeline, guint event, DlInstant from, DlInstant to);
/* In the walk's window. */
gboolean walk_sees (Walk *self, guint event);

/* Of the scene looked at last: what shows the event in that lane, where it has a
 * label there; nullable. */
const Box *walk_get_box (Walk *self, guint lane, guint event);

/* Any field, and what a reader may have done to the lanes. */
void choose_lanes (DlTimeline *timeline, DlLaneOptions *options);

/* The operations of a scene, one a line. Returns: (transfer full) */
char **dump_lines (DlScene *scene);

/* Whether two pictures of @what are the same, line by line. */
void assert_same_lines (char **first, char **second, const char *what, const char *path);

G_END_DECLS
