/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-text-measure.h"
#include "model/dl-records.h"

G_BEGIN_DECLS

/* Between a title and the status or the date beside it. */
#define DL_PILL_GAP 6.0

/* How high an event's extent is drawn, of a single date and of an interval, in pixels. */
#define DL_WHEN_LINE 5.0
#define DL_BAR 7.0

/* The shortest that it is drawn. */
#define DL_LEAST_MARK 7.0
/* Of a diamond, which is a point in time. */
#define DL_POINT_SIZE 9.0

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
  double lane_name;      /* a lane's name */
  double text;           /* a line of a title, with the date beside it */
  double quote;          /* lines of text */
  double note;
  double pill;
  double when;         /* what an event's extent takes over its title, with the gap under it */
  double card_padding; /* above and below a card's words */
  double row_gap;      /* below a row */
  double least_gap;    /* the same where there is little room */
  double strip;        /* what has no label */
  double lane_top;     /* above a lane's first row */
  double lane_bottom;  /* below its last, before the separator */

  double status_width[DL_N_STATUSES]; /* of a pill */
} DlMetrics;

void dl_metrics_init (DlMetrics *metrics, DlTextMeasure *measure);

G_END_DECLS
