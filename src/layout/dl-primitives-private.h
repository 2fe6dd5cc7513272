/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-primitives.h"

G_BEGIN_DECLS

#define DL_DASH 4.0
#define DL_DASH_GAP 3.0

/* While a scene is turned into primitives. */
typedef struct
{
  GArray *primitives; /* DlPrimitive */
  GArray *steps;      /* DlPathStep */
  double  width;      /* of the scene */
  guint32 op;         /* the operation that is being drawn */
  guint8  hue;        /* and its hue */
} DlPrimitiveSink;

/* Each is plain, opaque and of the operation's hue until it is told otherwise;
 * good until the next one is added. */
DlPrimitive *dl_sink_fill (DlPrimitiveSink *self, DlPaint paint, double x, double y, double w, double h, double radius);
DlPrimitive *dl_sink_border (DlPrimitiveSink *self,
                             DlPaint          paint,
                             double           x,
                             double           y,
                             double           w,
                             double           h,
                             double           radius,
                             double           line);
DlPrimitive *
dl_sink_hatch (DlPrimitiveSink *self, double x, double y, double w, double h, double hatch_x, double hatch_y);
DlPrimitive *dl_sink_text (DlPrimitiveSink *self,
                           DlPaint          paint,
                           DlTextStyle      style,
                           DlAlign          align,
                           double           x,
                           double           y,
                           double           w,
                           double           h,
                           const char      *text);
DlPrimitive *dl_sink_clip (DlPrimitiveSink *self, double x, double y, double w, double h, double radius);
void         dl_sink_unclip (DlPrimitiveSink *self);

/* Begins a path; its steps follow, and dl_sink_end() settles what it can touch. */
void dl_sink_area (DlPrimitiveSink *self, DlPaint paint);
void dl_sink_stroke (DlPrimitiveSink *self, DlPaint paint, double line);
void dl_sink_move (DlPrimitiveSink *self, double x, double y);
void dl_sink_line (DlPrimitiveSink *self, double x, double y);
/* A cubic curve from where the path is, of which @part is the way. */
void         dl_sink_curve (DlPrimitiveSink *self, const DlCurve *part);
void         dl_sink_close (DlPrimitiveSink *self);
DlPrimitive *dl_sink_end (DlPrimitiveSink *self);

/* A dashed or fading line along the inside of a box's edge: from the middle of
 * its left side over the top and over the bottom to that of its right one, so
 * that the dashes stay with the left side. Returns: (transfer none): as above */
DlPrimitive *dl_sink_outline (DlPrimitiveSink *self,
                              DlPaint          paint,
                              double           x,
                              double           y,
                              double           w,
                              double           h,
                              double           radius_left,
                              double           radius_right,
                              double           line);
void         dl_primitive_dash (DlPrimitive *self, double drawn, double left_out);

/* An interval's bar, and a line that says how exactly a time is known. */
void dl_sink_bar (DlPrimitiveSink *self, const DlOp *op);
void dl_sink_when (DlPrimitiveSink *self, const DlOp *op);

G_END_DECLS
