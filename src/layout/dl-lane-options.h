/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What makes the lanes. */
typedef enum
{
  DL_LANES_BY_TOPIC,
  DL_LANES_BY_PERSON,
  DL_LANES_BY_PLACE,
  DL_LANES_BY_STATUS,
  DL_LANES_BY_SOURCE,
  DL_LANES_BY_SPEAKER, /* the people who are quoted */
  DL_LANES_BY_FILE,    /* of several, see dl_timeline_get_n_files() */
  DL_LANES_NONE,       /* a single lane */
} DlLaneField;
#define DL_N_LANE_FIELDS 8

/* The nick that the command line and actions use: "topic", "person", … */
const char *dl_lane_field_to_string (DlLaneField field);
gboolean    dl_lane_field_from_string (const char *nick, DlLaneField *field);

/* How much of a lane is shown. */
typedef enum
{
  DL_LANE_AUTO,      /* its usual rows */
  DL_LANE_COLLAPSED, /* its header and its strip alone */
  DL_LANE_EXPANDED,  /* all its rows, however many */
} DlLaneState;

/**
 * DlLaneOptions:
 * @field: what makes the lanes
 * @every: whether an event with several values is in the lane of each; else
 *   in that of its first
 * @order: (nullable): keys of lanes in the order that the reader made, ended
 *   by %NULL; owned. Lanes that are not in it follow in their usual order.
 * @states: (nullable): key of a lane to its #DlLaneState, but for those that
 *   are %DL_LANE_AUTO; owned
 *
 * What the reader chooses about lanes; zeroed for the usual ones. A lane's key
 * (see #DlLane) names its field too, so that @order and @states hold what was
 * chosen for each field.
 *
 * It owns what it holds: dl_lane_options_clear() frees that, and only
 * dl_lane_options_copy() makes another one, never an assignment.
 */
typedef struct
{
  DlLaneField field;
  gboolean    every;
  char      **order;
  GHashTable *states;
} DlLaneOptions;

/* Makes @to, whose old contents are not looked at, an independent copy. @from:
 * (nullable): %NULL for the usual ones. The copy may go to another thread. */
void dl_lane_options_copy (const DlLaneOptions *from, DlLaneOptions *to);
/* Frees what it holds, and leaves the usual ones. */
void dl_lane_options_clear (DlLaneOptions *options);
/* Whether the two make the same lanes. */
gboolean dl_lane_options_equal (const DlLaneOptions *a, const DlLaneOptions *b);

DlLaneState dl_lane_options_get_state (const DlLaneOptions *options, const char *key);
void        dl_lane_options_set_state (DlLaneOptions *options, const char *key, DlLaneState state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlLaneOptions, dl_lane_options_clear)

G_END_DECLS
