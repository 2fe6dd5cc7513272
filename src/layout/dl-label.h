/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-extent.h"
#include "layout/dl-text-measure.h"
#include "layout/dl-viewport.h"

G_BEGIN_DECLS

/* The most lines of a title, and of a quote. */
#define DL_TITLE_LINES 2
#define DL_QUOTE_LINES 5

/* Between the labels of a row, and between a label and the canvas's edge, in pixels. */
#define DL_LABEL_GAP 12.0
#define DL_LABEL_EDGE 6.0

/* Where a label stands to what it names. */
typedef enum
{
  DL_SIDE_AFTER,  /* begins where its date begins */
  DL_SIDE_BEFORE, /* ends where its date ends, on the side that is earlier */
} DlLabelSide;

/**
 * DlLabelLine:
 * @text: not ended by NUL after @length bytes
 * @width: pixels that it may take
 */
typedef struct
{
  const char *text;
  gsize       length;
  float       width;
} DlLabelLine;

/**
 * DlLabel:
 * @item: of the lane's index
 * @event: position in the timeline
 * @priority: among the lane's items
 * @row: of the lane
 * @y: of its top, from that of its lane; pixels
 * @height: with what shows its extent
 * @width: of its words, with a card's margins
 * @shift: how far it may reach over the end of its extent that is next to an edge
 *   of the canvas, so as to be read there: positive at the left one, else negative
 * @side: of its date
 * @card: whether it has a ground and more to say than a line
 * @cut: whether its title is shortened
 * @point: whether its date is known to a point in time, and drawn so from afar
 * @hidden: whether it is not drawn: on its way to where it stands at rest, one
 *   that matters more passes it
 * @title: lines of its title
 * @status: width of its status, or 0
 * @date: (nullable): its date in words: beside the title of a line, under that of a card
 * @quote: lines of its first quote, only of a card
 *
 * A labelled event. Plain data; its texts belong to the placement or to the timeline.
 */
typedef struct
{
  guint32     item;
  guint32     event;
  guint32     priority;
  guint       row;
  float       y;
  float       height;
  float       width;
  float       shift;
  DlLabelSide side;
  gboolean    card;
  gboolean    cut;
  gboolean    point;
  gboolean    hidden;
  DlTextStyle style;
  DlLabelLine title[DL_TITLE_LINES];
  guint       n_title;
  float       status;
  DlLabelLine date;
  DlLabelLine quote[DL_QUOTE_LINES];
  guint       n_quote;
  gboolean    quote_cut;
  DlInstant   stated_from; /* on the folded axis */
  DlInstant   stated_to;   /* */
} DlLabel;

/**
 * DlLabelPlace:
 * @x: where the words begin
 * @from: where it begins with its event's extent, no less than the canvas
 * @to: and where that ends
 * @date_from: where what shows the extent begins
 * @date_to: and where that ends
 *
 * Pixels. Where a label stands on a viewport.
 */
typedef struct
{
  double x;
  double from;
  double to;
  double date_from;
  double date_to;
} DlLabelPlace;

DlLabelPlace dl_label_place (const DlLabel *self, const DlExtent *extent, const DlViewport *viewport);

/* Sorts @labels (of DlLabel) by item. */
void dl_labels_sort (GArray *labels);
/* The label of @item among @labels (of DlLabel, sorted by item; nullable);
 * nullable. */
const DlLabel *dl_labels_find (const GArray *labels, guint item);

G_END_DECLS
