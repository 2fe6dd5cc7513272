/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-arrangement.h"

G_BEGIN_DECLS

struct _DlArrangement
{
  gatomicrefcount ref_count;
  DlTimeline     *timeline;
  DlFolds        *folds; /* nullable */
  DlMetrics       metrics;
  GArray         *lanes; /* DlLane */
  DlLaneRows     *rows;
  guint16        *lane_of;
  guint32        *index_of;       /* within the group; the top bit is the group */
  DlInstant       real_home_from; /* what dl_home_view() says */
  DlInstant       real_home_to;   /* */
  DlInstant       home_from;      /* on the folded axis */
  DlInstant       home_to;        /* */
  guint           home_level;     /* at which a narrow window shows the home view */
  guint           farthest_level; /* at which a small one shows everything */
  DlEraPlace     *eras;           /* per era */
  double          eras_height;    /* of their rows over the ruler */
  double          head_height;
  double          lanes_height;
  int             complete; /* atomic */
};

#define DL_INTERVAL_BIT (1u << 31)
#define DL_UNPLACED G_MAXUINT16

/* What is known of a group before its rows are filled.
 * @items: owned until the rows are filled
 * @wanted: how many rows it wants
 * @levels: (nullable): all levels in so many rows, of a small group */
typedef struct
{
  DlLevelItem *items;
  guint        wanted;
  DlLevels    *levels;
} DlGroupDraft;

/* Groups of no more events than this are complete from the beginning. */
#define DL_COMPLETE_AT_ONCE 4000u

void dl_arrangement_measure_metrics (DlMetrics *metrics, DlTextMeasure *measure);

/* Splits the lane's events into its two groups. Several lanes may be split at
 * once if no event is in more than one. */
void dl_arrangement_split_lane (DlArrangement *self, guint lane);

/* Settles whether a lane shows cards or lines; @singles gets its items if they
 * are cards. */
void dl_arrangement_draft_lane (DlArrangement *self, guint lane, DlTextMeasure *measure, DlGroupDraft *singles);

/* Measures the labels of a group. @texts: (nullable): what cards say; else
 * lines. Returns: (transfer full) */
DlLevelItem *
dl_arrangement_make_items (DlArrangement *self, DlGroup *group, DlTextMeasure *measure, const DlCardText *texts);

/* Height of a card without the when-line over it. */
double dl_arrangement_card_height (const DlMetrics *metrics, gboolean quote);

/* Rows that a group wants: as deep as its overlap, and enough for its labels
 * where the timeline is first seen. */
guint dl_arrangement_wanted_rows (const DlArrangement *self, const DlLevelItem *items, guint n_items);

/* The level from which @n_rows are filled: where all labels of the home view
 * find room, rows are filled for that view; where they do not, from the
 * farthest view inwards. */
guint dl_arrangement_first_level (const DlArrangement *self, const DlLevelItem *items, guint n_items, guint n_rows);

/* Settles how many rows the group of @n_items wants. The best ones choose their
 * rows first, so that filling may take more rows than the overlap is deep: of a
 * group that is complete at once, as many as leave nothing without a label. */
void dl_arrangement_draft_rows (const DlArrangement *self, DlGroupDraft *draft, guint n_items);

G_END_DECLS
