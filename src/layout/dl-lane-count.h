/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-arrangement.h"
#include "layout/dl-label.h"

G_BEGIN_DECLS

/**
 * DlLaneCount:
 * @first: the first item that starts within the window
 * @end: the first one that starts after it
 * @ended: how many have ended before it
 * @selected: the selected item where it meets the window and has no label, or
 *   %DL_NONE
 * @n_meeting: events of the lane that meet the window; the sum of those with a
 *   label, those without that began before the window, those without that
 *   begin within it, and the selected one where it has none
 * @n_running: without a label, begun before the window; not the selected one
 * @n_starting: without a label, beginning within it; not the selected one
 * @n_shown: of those that meet the window, how many a filter lets through
 *
 * How many events of a lane are where; costs a few binary searches and a look
 * at the labels.
 */
typedef struct
{
  guint first;
  guint end;
  guint ended;
  guint selected;
  guint n_meeting;
  guint n_running;
  guint n_starting;
  guint n_shown;
} DlLaneCount;

/* @labels: (nullable): of DlLabel, sorted by item; @selected: an item or
 * %DL_NONE; the window is [@from, @to) on the folded axis. */
void dl_lane_count_init (DlLaneCount       *count,
                         const DlLaneIndex *index,
                         const GArray      *labels,
                         guint              selected,
                         DlInstant          from,
                         DlInstant          to);

/**
 * DlLaneHeader:
 *
 * What a lane says of itself beside its name: how many events it has, and what
 * of them is not seen. Texts are NULL where there is nothing to say.
 */
typedef struct
{
  char   *total;
  char   *earlier;
  char   *running;
  char   *unlabelled;
  char   *more_rows;
  char   *later;
  guint   n_total; /* of the lane, or in a picture those in view */
  guint   n_earlier;
  guint   n_later;
  guint32 nearest_earlier; /* positions, or DL_NONE */
  guint32 nearest_later;   /* */
} DlLaneHeader;

/* @notes: with the nearest of what lies outside the window, and what can be pressed; a picture
 * tells how many lie there. @more_rows: whether rows are kept back. */
void dl_lane_header_init (DlLaneHeader      *header,
                          DlArrangement     *arrangement,
                          guint              lane,
                          const DlLaneCount *count,
                          gboolean           more_rows,
                          gboolean           notes);
void dl_lane_header_clear (DlLaneHeader *header);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlLaneHeader, dl_lane_header_clear)

/* Before a lane's name, with what stands for its colour; between the parts of a header. */
#define DL_HEADER_INDENT 12.0
#define DL_HEADER_DOT 9.0
#define DL_HEADER_NAME (DL_HEADER_INDENT + DL_HEADER_DOT + 7.0)
#define DL_HEADER_GAP 10.0

/* How wide a lane's name may be where @available pixels are there for the
 * header; pixels. */
double dl_lane_header_name_width (DlTextMeasure *measure, const char *name, double available);
/* The same of one of its other parts with the gap after it; 0 for NULL. */
double dl_lane_header_note_width (DlTextMeasure *measure, const char *note, double available);
/* What the header takes at its left, and at its right; pixels. */
double dl_lane_header_left (const DlLaneHeader *header, DlTextMeasure *measure, const char *name, double width);
double dl_lane_header_right (const DlLaneHeader *header, DlTextMeasure *measure, double width);

G_END_DECLS
