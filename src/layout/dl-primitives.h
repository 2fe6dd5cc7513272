/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-scene.h"

G_BEGIN_DECLS

/* A box is a rectangle with rounded corners; a path has lines and curves. */
typedef enum
{
  DL_PRIMITIVE_FILL,   /* the inside of a box */
  DL_PRIMITIVE_BORDER, /* a line along the inside of a box's edge */
  DL_PRIMITIVE_AREA,   /* the inside of a path */
  DL_PRIMITIVE_STROKE, /* a line along a path, half of it on either side */
  DL_PRIMITIVE_TEXT,
  DL_PRIMITIVE_CLIP, /* until the next UNCLIP of the same depth nothing outside of the box is seen */
  DL_PRIMITIVE_UNCLIP,
} DlPrimitiveKind;

typedef enum
{
  DL_BRUSH_PLAIN,
  DL_BRUSH_FADE,  /* fades in and out along x */
  DL_BRUSH_HATCH, /* diagonal stripes */
} DlBrush;

typedef enum
{
  DL_ALIGN_START,
  DL_ALIGN_CENTER,
  DL_ALIGN_END,
} DlAlign;

/* Stripes repeat along a diagonal from upper left to lower right: one is this
 * wide, and the next begins this far after it began; pixels. */
#define DL_HATCH_STRIPE 5.0
#define DL_HATCH_PERIOD 11.0

/* What of a bar has to be in sight for an arrow or a question mark at its end, in pixels. */
#define DL_LEAST_FOR_ENDS 24.0

/**
 * DlPrimitive:
 * @op: index of the operation that it belongs to, or %DL_NONE
 * @opacity: 0 to 1, on top of what the paint has
 * @x: of the box; of a text's room; of what a path can touch; pixels as seen
 *   (scrolled)
 * @radius_left: of the box's corners; no more than half of its sides
 * @radius_right: the same
 * @turn: the box is turned about its middle by so many degrees, clockwise
 * @line: how thick a line is
 * @dash: for strokes, pixels that are drawn and left out in turn from the start
 *   of each part of the path; 0, 0 for an unbroken line
 * @fade: for %DL_BRUSH_FADE, four x in order: clear, full, full, clear; where
 *   the first two are one, or the last two, it does not fade there
 * @hatch: for %DL_BRUSH_HATCH, a corner where a stripe begins
 * @first: of a path, the index of its first step
 * @n: of a path, the number of its steps
 * @text: for texts; owned by the scene
 * @struck: a line runs through the text
 *
 * Something that any output can draw as it stands.
 */
typedef struct
{
  guint8      kind;  /* DlPrimitiveKind */
  guint8      brush; /* DlBrush */
  guint8      paint; /* DlPaint */
  guint8      hue;   /* palette index */
  guint8      style; /* DlTextStyle */
  guint8      align; /* DlAlign */
  gboolean    struck;
  guint32     op;
  float       opacity;
  float       x, y, w, h;
  float       radius_left, radius_right;
  float       turn;
  float       line;
  float       dash[2];
  float       fade[4];
  float       hatch[2];
  guint       first, n;
  const char *text;
} DlPrimitive;

typedef enum
{
  DL_STEP_MOVE,
  DL_STEP_LINE,
  DL_STEP_CURVE, /* a cubic Bézier: two control points, then its end */
  DL_STEP_CLOSE,
} DlStepKind;

/* A step of a path; lines and moves have only the last point. */
typedef struct
{
  guint8 kind; /* DlStepKind */
  float  x[3], y[3];
} DlPathStep;

/**
 * DlPrimitives:
 *
 * A scene as what is drawn, in painting order. All that a picture says by its
 * shapes (soft and open ends, doubt, what is planned) is decided here, so that
 * every output says the same; an output only knows how to draw a primitive.
 * Immutable.
 */
typedef struct _DlPrimitives DlPrimitives;

/* Only what is in sight. Keeps @scene. Returns: (transfer full) */
DlPrimitives *dl_primitives_new (DlScene *scene);
void          dl_primitives_free (DlPrimitives *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPrimitives, dl_primitives_free)

const DlPrimitive *dl_primitives_get (const DlPrimitives *self, guint *n_primitives);
/* The path of an area or a stroke; it has @primitive->n steps. */
const DlPathStep *dl_primitives_get_path (const DlPrimitives *self, const DlPrimitive *primitive);

G_END_DECLS
