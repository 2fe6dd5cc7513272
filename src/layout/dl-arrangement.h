/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-era-rows.h"
#include "layout/dl-folds.h"
#include "layout/dl-lanes.h"
#include "layout/dl-levels.h"
#include "layout/dl-text-measure.h"

G_BEGIN_DECLS

/* Between a status and what stands beside it. */
#define DL_PILL_GAP 6.0

/* However deep the overlap: more rows than this are not read, but counted. */
#define DL_MAX_ROWS 200

/**
 * DlMetrics:
 *
 * Heights and distances in pixels, from the line heights of the fonts.
 */
typedef struct
{
  double tick_height;    /* lower tier of the ruler */
  double context_height; /* upper tier */
  double era_row;        /* of eras that overlap */
  double lane_header;    /* name, number of events, what lies outside */
  double title;          /* lines of text */
  double date;
  double quote;
  double label;
  double pill;
  double card_padding;
  double when;                        /* the when-line over a card, with its gap */
  double line_row;                    /* rows */
  double bar_row;                     /* */
  double bar;                         /* a bar in its row */
  double row_gap;                     /* below a card */
  double strip;                       /* what is not labelled */
  double lane_gap;                    /* under the strip, before the separator */
  double status_width[DL_N_STATUSES]; /* of a pill */
} DlMetrics;

/* What a card says below its title; owned by the arrangement. */
typedef struct
{
  char *date;
  char *quote; /* nullable */
} DlCardText;

/**
 * DlGroup:
 * @events: positions in the timeline, in its order
 * @levels: items are indexes into @events
 * @first_row: of the lane's rows
 * @widths: of the labels in pixels, without the gap
 * @titles: of the titles on a line, uncut
 *
 * Rows of one kind: single dates, or intervals. Keeping them apart keeps rows
 * evenly high, and intervals without an end from taking the rows of the rest.
 */
typedef struct
{
  GArray   *events; /* guint32 */
  DlLevels *levels;
  guint     first_row;
  guint     n_rows;
  float    *widths;
  float    *titles;
} DlGroup;

enum
{
  DL_GROUP_SINGLES,
  DL_GROUP_INTERVALS,
  DL_N_GROUPS,
};

/**
 * DlLaneRows:
 * @cards: whether single dates are cards; else lines
 * @n_more_rows: rows that it would have if it were not kept short
 * @row_y: n_rows + 1 offsets from the lane's top
 * @busiest: the most events that begin in one of the bins that the axis is cut
 *   into, for bins of 2^i seconds; densities are drawn against it
 */
typedef struct
{
  DlGroup     groups[DL_N_GROUPS];
  gboolean    cards;
  DlCardText *texts; /* per single, when @cards */
  guint       n_rows;
  guint       n_more_rows;
  double     *row_y;
  double      strip_y;
  double      height;
  guint       busiest[DL_N_BIN_SIZES];
} DlLaneRows;

/**
 * DlArrangeOptions:
 * @lanes: what the reader chose about lanes
 * @fold: whether long empty stretches are folded
 * @opened: but for these
 * @has_today: whether @today is known
 * @today: where what goes on without an end is now, see dl_open_until()
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
} DlArrangeOptions;

/* Makes @to, whose old contents are not looked at, an independent copy. @from:
 * (nullable): %NULL for the usual one. */
void dl_arrange_options_copy (const DlArrangeOptions *from, DlArrangeOptions *to);
void dl_arrange_options_clear (DlArrangeOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlArrangeOptions, dl_arrange_options_clear)

/**
 * DlArrangement:
 *
 * Everything about the picture that no pan, zoom or resize changes: lanes,
 * rows, heights, widths of labels, the scale from which each is shown.
 * Atomically reference counted, may be built on any thread. Nothing in it
 * changes but that finer levels of labels are added while it is refined; it
 * may be read meanwhile.
 */
typedef struct _DlArrangement DlArrangement;

/* Everything at once. @options: (nullable): %NULL for the usual ones; not kept. */
DlArrangement *dl_arrangement_new (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options);

/* All but the labels of finer levels than the home view's, of large groups. */
DlArrangement *dl_arrangement_begin (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options);

typedef void (*DlArrangementFunc) (gpointer data);

/**
 * dl_arrangement_refine:
 * @func: (nullable): called from whatever thread when there are more labels
 *
 * Adds the finer levels, coarse ones first. One caller at a time; uses all
 * the processors there are.
 *
 * Returns: whether all are there; FALSE when cancelled, and the rest may be
 *   added later
 */
gboolean dl_arrangement_refine (DlArrangement *self, GCancellable *cancellable, DlArrangementFunc func, gpointer data);
gboolean dl_arrangement_is_complete (DlArrangement *self);
DlArrangement *dl_arrangement_ref (DlArrangement *self);
void           dl_arrangement_unref (DlArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlArrangement, dl_arrangement_unref)

DlTimeline       *dl_arrangement_get_timeline (DlArrangement *self);
const DlMetrics  *dl_arrangement_get_metrics (DlArrangement *self);
guint             dl_arrangement_get_n_lanes (DlArrangement *self);
const DlLane     *dl_arrangement_get_lane (DlArrangement *self, guint lane);
const DlLaneRows *dl_arrangement_get_rows (DlArrangement *self, guint lane);
/* What is folded: for the viewport of whoever draws it; nullable. */
const DlFolds *dl_arrangement_get_folds (DlArrangement *self);
/* Where the event is: its lane, group and index in that group. Of several
 * lanes it is the first one that is not collapsed, else the first one. */
void dl_arrangement_locate (DlArrangement *self, guint position, guint *lane, guint *group, guint *index);
/* The same in one lane. Returns: whether the event is in it. */
gboolean dl_arrangement_locate_in (DlArrangement *self, guint position, guint lane, guint *group, guint *index);
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
/* All lanes, without the head. */
double dl_arrangement_get_lanes_height (DlArrangement *self);

G_END_DECLS
