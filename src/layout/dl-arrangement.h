/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-era-rows.h"
#include "layout/dl-folds.h"
#include "layout/dl-lane-index.h"
#include "layout/dl-lanes.h"
#include "layout/dl-metrics.h"

G_BEGIN_DECLS

/**
 * DlArrangeOptions:
 * @lanes: what the reader chose about lanes
 * @fold: whether long empty stretches are folded
 * @opened: but for these
 * @has_today: whether @today is known
 * @today: where what goes on without an end is now, see dl_open_until()
 * @shown: (nullable): those of the timeline's events that a filter lets through: they
 *   come first, and the others are dimmed; owned
 *
 * What the reader chooses about an arrangement; zeroed for the usual one. It
 * owns what it holds: dl_arrange_options_clear() frees that, and only
 * dl_arrange_options_copy() makes another one, never an assignment.
 */
typedef struct
{
  DlLaneOptions lanes;
  gboolean      fold;
  DlOpenedFolds opened;
  gboolean      has_today;
  DlInstant     today;
  DlEventSet   *shown;
} DlArrangeOptions;

/* Makes @to, whose old contents are not looked at, an independent copy. @from:
 * (nullable): %NULL for the usual one. */
void dl_arrange_options_copy (const DlArrangeOptions *from, DlArrangeOptions *to);
void dl_arrange_options_clear (DlArrangeOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlArrangeOptions, dl_arrange_options_clear)

/**
 * DlArrangement:
 *
 * Everything about the picture that no pan, zoom or resize changes: the axis
 * with its folds, the lanes with their events, and which of these matter most.
 * Where labels stand is a matter of the view: see #DlPlacement. Immutable,
 * atomically reference counted, may be built on any thread.
 */
typedef struct _DlArrangement DlArrangement;

/* @options: (nullable): %NULL for the usual ones; not kept. */
DlArrangement *dl_arrangement_new (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options);
DlArrangement *dl_arrangement_ref (DlArrangement *self);
void           dl_arrangement_unref (DlArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlArrangement, dl_arrangement_unref)

DlTimeline        *dl_arrangement_get_timeline (DlArrangement *self);
const DlMetrics   *dl_arrangement_get_metrics (DlArrangement *self);
guint              dl_arrangement_get_n_lanes (DlArrangement *self);
const DlLane      *dl_arrangement_get_lane (DlArrangement *self, guint lane);
const DlLaneIndex *dl_arrangement_get_index (DlArrangement *self, guint lane);
/* What a filter lets through; %NULL: all. */
DlEventSet *dl_arrangement_get_shown (DlArrangement *self);
/* What is folded: for the viewport of whoever draws it; nullable. */
const DlFolds *dl_arrangement_get_folds (DlArrangement *self);
/* The position in the timeline of an item of a lane's index. */
guint32 dl_arrangement_get_event (DlArrangement *self, guint lane, guint item);
/* Where the event is: its lane and its item there. Of several lanes it is the
 * first one that is not collapsed, else the first one. */
void dl_arrangement_locate (DlArrangement *self, guint position, guint *lane, guint *item);
/* Its item in one lane, or DL_NONE. */
guint dl_arrangement_locate_in (DlArrangement *self, guint position, guint lane);
/* The lane with that key, or DL_NONE. */
guint dl_arrangement_find_lane (DlArrangement *self, const char *key);
/* What dl_home_view() says of its timeline and folds, which it takes long to
 * find among very many events. */
void dl_arrangement_get_home_view (DlArrangement *self, DlInstant *from, DlInstant *to);
/* Where each era stands. */
const DlEraPlace *dl_arrangement_get_era_places (DlArrangement *self);
/* Eras that overlap have rows of their own over the ruler, so high together;
 * else they tint the ruler's upper tier, and this is 0. */
double dl_arrangement_get_eras_height (DlArrangement *self);
/* The ruler with the rows of eras; the lanes begin below. */
double dl_arrangement_get_head_height (DlArrangement *self);

G_END_DECLS
