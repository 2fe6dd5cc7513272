/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-lane-count.h"
#include "layout/dl-layout.h"
#include "layout/dl-ruler.h"

G_BEGIN_DECLS

/* What the parts of the layout share while one scene is built. */
typedef struct
{
  const DlLayoutInput *input;
  const DlMetrics     *metrics;
  DlTimeline          *timeline;
  DlScene             *scene;
  DlPlacement         *placement;
  DlInstant            from; /* of the window, on the folded axis */
  DlInstant            to;   /* */
  DlInstant            as_of;
  gboolean             has_as_of;
  double               head;     /* height of all that does not scroll */
  double               legend;   /* of what explains signs, below the input's height */
  guint                below;    /* events below the fold */
  guint                n_behind; /* operations of what lies behind the lanes */
} DlLayoutContext;

/* What lies behind the lanes; before them. */
void dl_layout_ground (DlLayoutContext *self, const DlRuler *ruler);

/* A torn part of the picture from @top to @bottom, at what is in sight. */
DlOp *dl_layout_tear (DlLayoutContext *self, DlRole role, const DlBreak *each, double top, double bottom);

/* What stands above the lanes, down to the context's head; after them. Labels
 * of @ruler that a marker covers lose their text. */
void dl_layout_head (DlLayoutContext *self, const DlRuler *ruler);

/* A picture's title; nothing without one. */
void dl_layout_heading (DlLayoutContext *self);
/* Of a picture's title and what is below it; 0 without a title. Pixels. */
double dl_layout_heading_height (const DlLayoutInput *input);

void dl_layout_count_lane (DlLayoutContext *self, guint lane, DlLaneCount *count);

/* One lane whose top is at @y. */
void dl_layout_lane (DlLayoutContext *self, guint lane, double y);

/* One labelled event, its words at @x. @outside: only its label reaches into
 * the window. */
void
dl_layout_event (DlLayoutContext *self, guint lane, double lane_y, const DlLabel *label, double x, gboolean outside);

/* Under the selected event, which is drawn after the others of its lane: a ring
 * around it, with a gap in between; pixels. */
void dl_layout_selection (DlLayoutContext *self,
                          guint            lane,
                          guint            row,
                          double           x,
                          double           y,
                          double           width,
                          double           height,
                          double           radius);

/* Whether the event is searched for. */
gboolean dl_layout_is_hit (DlLayoutContext *self, guint32 event);

/**
 * DlHitMarks:
 * @own: what all operations of the event have in common
 * @n: how many words have been marked
 *
 * The marks under the words of an event that is searched for.
 */
typedef struct
{
  DlLayoutContext *layout;
  DlOp             own;
  guint            n;
} DlHitMarks;

/* Marks what is searched for in lines of one text: those from @lines on that have not
 * gone before in it, of which the first stands at @x, @y and the others @step lower
 * each. @skip: bytes at the text's beginning that nobody searches; @cut: whether the
 * last line is shortened. */
void dl_hit_marks_add (DlHitMarks        *self,
                       const DlLabelLine *lines,
                       guint              n_lines,
                       gsize              skip,
                       DlTextStyle        style,
                       double             x,
                       double             y,
                       double             step,
                       gboolean           cut);
/* Tells at the end of a label, which is at @x, that the words are not among what is drawn. */
void dl_hit_marks_add_end (DlHitMarks *self, double x, double y, double height);

/* Whether a file that was read again has the event anew, or changed it: %DL_OP_ADDED,
 * %DL_OP_CHANGED or 0. */
guint32 dl_layout_get_news (DlLayoutContext *self, guint32 event);
/* The same of those of the items [@low, @high) of a lane that have no label. */
guint32 dl_layout_find_news (DlLayoutContext *self, guint lane, guint low, guint high);
/* Tells it at a label whose words are at @x, and whose top is at @y. */
void dl_layout_add_news (DlLayoutContext *self, const DlOp *own, const DlLabel *label, double x, double y);
/* And at a mark or a density. */
void dl_layout_add_strip_news (DlLayoutContext *self, const DlOp *op, guint32 news);

/* What has no label: marks and densities. */
void dl_layout_strip (DlLayoutContext *self, guint lane, double y, const DlLaneCount *count);

/* What the selected event is related to; after the lanes. */
void dl_layout_related (DlLayoutContext *self);

/* What is told below the lanes of a picture: which of them have events without a
 * label, and how many. It takes up to @most pixels, where it has to be shorter by
 * a sum. Returns: how high it is; 0 where all is named, or nothing fits */
double dl_layout_foot_need (DlLayoutContext *self, double most);
/* The same with which lanes have nothing in its time, as far as that has room. */
double dl_layout_foot_height (DlLayoutContext *self, double most);
/* Tells it, at the picture's end, with a ground from @y on. */
void dl_layout_foot (DlLayoutContext *self, double y);

/* What explains @meanings at the foot of a picture of that width: its height; 0 for nothing. */
double dl_layout_legend_height (DlTextMeasure *measure, double width, guint32 meanings);
/* Explains them, with a ground from @y on to the picture's end. */
void dl_layout_legend (DlScene *scene, DlTextMeasure *measure, const DlLegendShown *shown, double y);

/* The bin, a part of the folded axis, that the density mark at @x stands for. */
void dl_layout_get_bin (const DlViewport *viewport, double x, DlInstant *from, DlInstant *to);

/* Appends a text run; @width is what it may take. */
DlOp *dl_layout_text (DlLayoutContext *self,
                      DlRole           role,
                      DlTextStyle      style,
                      DlPaint          paint,
                      double           x,
                      double           y,
                      double           width,
                      const char      *text);
DlOp *
dl_layout_rect (DlLayoutContext *self, DlRole role, DlPaint paint, double x, double y, double width, double height);

G_END_DECLS
