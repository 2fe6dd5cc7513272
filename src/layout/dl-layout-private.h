/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-layout.h"

G_BEGIN_DECLS

/* What the parts of the layout share while one scene is built. */
typedef struct
{
  const DlLayoutInput *input;
  const DlMetrics     *metrics;
  DlTimeline          *timeline;
  DlScene             *scene;
  DlInstant            from;
  DlInstant            to;
  DlInstant            as_of;
  gboolean             has_as_of;
  double               head;  /* height of all that does not scroll */
  guint                below; /* events below the fold */
} DlLayoutContext;

/* One lane whose top is at @y. */
void dl_layout_lane (DlLayoutContext *self, guint lane, double y);

/* One labelled event: its shape and its words. @outside: only its label
 * reaches into the window. */
void dl_layout_single (DlLayoutContext *self, guint lane, guint index, guint row, double lane_y, gboolean outside);
void dl_layout_interval (DlLayoutContext *self, guint lane, guint index, guint row, double lane_y, gboolean outside);

/**
 * dl_layout_strip:
 * @labelled: indexes into the lane's events, of the labelled ones that meet
 *   the window; sorted by this
 *
 * What is not labelled: marks and densities.
 *
 * Returns: how many without a label were already running at the left edge
 */
guint dl_layout_strip (DlLayoutContext *self, guint lane, double y, GArray *labelled);

/* First event of the lane, from @low on, that starts at @instant or later. */
guint dl_layout_first_start (DlLayoutContext *self, const DlLane *lane, guint low, DlInstant instant);
/* How many of the lane's @n_events end at @from or earlier. */
guint dl_layout_count_ended (const DlLaneRows *rows, guint n_events, DlInstant from);

/* Appends a text run; @width is what it may take. */
DlOp *dl_layout_text (DlLayoutContext *self, DlRole role, DlTextStyle style, DlPaint paint, double x, double y, double width, const char *text);
DlOp *dl_layout_rect (DlLayoutContext *self, DlRole role, DlPaint paint, double x, double y, double width, double height);

G_END_DECLS
