/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a bar or a when-line says by its shape: where it is certain, where it
 * fades, where it is planned, whether it has an end. */
#include <math.h>

#include "layout/dl-primitives-private.h"

/* A fade that is too short to be seen is an edge. */
#define LEAST_FADE 2.0

/* How far beside the picture a bar is still drawn. */
#define REACH 20.0

/* More of a colour than this is not told from all of it. */
#define AS_GOOD_AS_FULL 0.99f

/* Doubt is dashes, and so are plans of a when-line. */
#define WHEN_DASH 6.0
#define WHEN_GAP 4.0
/* What is too short for two of these is two of its own, this far apart; or nothing. */
#define LEAST_GAP 3.0
#define LEAST_DASH 1.0

/* Stripes fade out in steps. */
#define FADE_STEP 6.0
#define MAX_FADE_STEPS 12

#define ARROW_INSET 6.0
#define ARROW_LENGTH 8.0
#define ARROW_HEIGHT 10.0
#define QUESTION_INSET 1.0
#define QUESTION_WIDTH 14.0

/* @x, or where it would be after whole periods to the right, just left of
 * @least: a pattern moves with what it is on. */
static double
period_before (double x, double period, double least)
{
  return x >= least ? x : x + floor ((least - x) / period) * period;
}

/* The part of a bar that can be seen. */
static gboolean
get_part (const DlPrimitiveSink *self, const DlOp *op, double *left, double *right)
{
  *left = period_before (op->x, DL_DASH + DL_DASH_GAP, -REACH);
  *right = MIN ((double) op->x + (double) op->w, self->width + REACH);
  return *right > *left;
}

/* Lets @fill fade as the operation does, from a hard edge to a hard edge where
 * it does not. Of what is full where the picture ends, or as good as full, it is
 * not told how far it goes on: along a million pixels, many viewers know where a
 * colour is no better than to some twenty. */
static void
fade (const DlPrimitiveSink *self, DlPrimitive *fill, const DlOp *op)
{
  float left = (float) (-2 * REACH);
  float right = (float) (self->width + REACH);
  float start = op->x;
  float end = op->x + op->w;
  float from = CLAMP (op->solid_from, start, end);
  float to = CLAMP (op->solid_to, from, end);

  if (from <= start && to >= end)
    return;
  if (start < left && left - start >= AS_GOOD_AS_FULL * (from - start))
    {
      start = from = left;
      to = MAX (to, left);
    }
  if (end > right && end - right >= AS_GOOD_AS_FULL * (end - to))
    {
      to = end = right;
      from = MIN (from, right);
    }
  fill->brush = DL_BRUSH_FADE;
  fill->fade[0] = start;
  fill->fade[1] = from;
  fill->fade[2] = to;
  fill->fade[3] = end;
}

/* How much is left of what fades at @x: 0 to 1. */
static double
opacity_at (const DlOp *op, double x)
{
  double from = MAX ((double) op->solid_from, (double) op->x);
  double end = (double) op->x + (double) op->w;
  double to = CLAMP ((double) op->solid_to, from, end);

  if (x < from)
    return CLAMP ((x - op->x) / (from - op->x), 0, 1);
  if (x > to)
    return CLAMP ((end - x) / (end - to), 0, 1);
  return 1;
}

/* Stripes from @left to @right that fade in steps where the bar fades. */
static void
add_soft_hatch (DlPrimitiveSink *self, const DlOp *op, double left, double right)
{
  double hatch_x = period_before (op->x, DL_HATCH_PERIOD * G_SQRT2, -REACH);
  double solid_from = op->solid_from > (float) left ? MIN (ceil ((double) op->solid_from), right) : left;
  double solid_to = op->solid_to < (float) right ? MAX (floor ((double) op->solid_to), solid_from) : right;
  double parts[3][2] = { { left, solid_from }, { solid_from, solid_to }, { solid_to, right } };

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      double from = parts[part][0];
      double length = parts[part][1] - from;
      guint  n = part == 1 ? 1 : (guint) CLAMP (ceil (length / FADE_STEP), 1, MAX_FADE_STEPS);
      double step = ceil (length / n);

      /* The steps begin at whole pixels, so that none shines through between them. */
      for (guint i = 0; i < n && from < parts[part][1]; i++)
        {
          double to = MIN (i + 1 == n ? G_MAXDOUBLE : floor (from) + step, parts[part][1]);

          dl_sink_hatch (self, from, op->y, to - from, op->h, hatch_x, op->y)->opacity =
            (float) opacity_at (op, (from + to) / 2);
          from = to;
        }
    }
}

/* Dashes of an operation's colour from @left to @right, that fade as it does. */
static void
add_dashes (DlPrimitiveSink *self, const DlOp *op, double left, double right)
{
  double       middle = op->y + op->h / 2;
  double       dash = WHEN_DASH, gap = WHEN_GAP;
  DlPrimitive *line;

  if (right - left < 2 * WHEN_DASH + WHEN_GAP)
    {
      dash = floor ((right - left - LEAST_GAP) / 2);
      gap = right - left - 2 * dash;
    }
  if (dash < LEAST_DASH)
    return;
  dl_sink_stroke (self, (DlPaint) op->fill, op->h);
  dl_sink_move (self, left, middle);
  dl_sink_line (self, right, middle);
  line = dl_sink_end (self);
  dl_primitive_dash (line, dash, gap);
  fade (self, line, op);
}

/* How a bar's part in sight is drawn. */
typedef struct
{
  double   left, right;
  double   split;              /* it happened before that, and is planned after it */
  double   sure_from, sure_to; /* of what happened: the rest is in doubt */
  double   radius_left, radius_right;
  gboolean soft;
} Part;

/* What of a bar is in doubt is that half of it whose end is. */
static void
find_doubt (const DlOp *op, Part *part)
{
  double middle = CLAMP (op->x + op->w / 2, part->left, part->split);

  part->sure_from = op->flags & DL_OP_DOUBT_START ? middle : part->left;
  part->sure_to = op->flags & DL_OP_DOUBT_END ? middle : part->split;
  if (part->sure_to <= part->sure_from)
    part->sure_from = part->sure_to = part->split;
}

static void
add_doubt (DlPrimitiveSink *self, const DlOp *op, const Part *part, double from, double to)
{
  DlPrimitive *clip;

  if (to <= from)
    return;
  clip = dl_sink_clip (self, from, op->y, to - from, op->h, 0);
  clip->radius_left = (float) (from > part->left ? 0 : part->radius_left);
  clip->radius_right = (float) (to < part->right ? 0 : part->radius_right);
  /* As they are on all of it, so that they move with it. */
  if (part->right - part->left > 2 * WHEN_DASH + WHEN_GAP)
    from = period_before (op->x, WHEN_DASH + WHEN_GAP, -REACH);
  add_dashes (self, op, from, to);
  dl_sink_unclip (self);
}

static void
add_ground (DlPrimitiveSink *self, const DlOp *op, const Part *part)
{
  DlPrimitive *fill;

  /* What lies behind a bar does not show through its stripes. */
  fill = dl_sink_fill (self, DL_PAINT_CARD, part->left, op->y, part->right - part->left, op->h, 0);
  fill->radius_left = (float) part->radius_left;
  fill->radius_right = (float) part->radius_right;
  fade (self, fill, op);
  if (op->flags & DL_OP_CANCELLED)
    return;
  if (part->sure_to > part->sure_from)
    {
      fill = dl_sink_fill (self, (DlPaint) op->fill, part->sure_from, op->y, part->sure_to - part->sure_from, op->h, 0);
      fill->radius_left = (float) (part->sure_from > part->left ? 0 : part->radius_left);
      fill->radius_right = (float) (part->sure_to < part->right ? 0 : part->radius_right);
      fade (self, fill, op);
    }
  add_doubt (self, op, part, part->left, part->sure_from);
  add_doubt (self, op, part, part->sure_to, part->split);
  if (part->split < part->right)
    {
      gboolean round = part->radius_left > 0 || part->radius_right > 0;

      if (round)
        {
          DlPrimitive *clip = dl_sink_clip (self, part->left, op->y, part->right - part->left, op->h, 0);

          clip->radius_left = (float) part->radius_left;
          clip->radius_right = (float) part->radius_right;
        }
      add_soft_hatch (self, op, part->split, part->right);
      if (round)
        dl_sink_unclip (self);
    }
}

/* The bar's edge where it is between @from and @to. */
static void
add_edge (DlPrimitiveSink *self, const DlOp *op, const Part *part, double from, double to, gboolean dashed)
{
  gboolean     whole = from <= part->left && to >= part->right;
  double       width = part->right - part->left;
  DlPrimitive *edge;

  if (to <= from)
    return;
  /* Where the edge ends with the bar, nothing is cut off it. */
  from -= from <= part->left ? 1 : 0;
  to += to >= part->right ? 1 : 0;
  if (!whole)
    dl_sink_clip (self, from, op->y, to - from, op->h, 0);
  if (!dashed && !part->soft)
    {
      edge = dl_sink_border (self, (DlPaint) op->border, part->left, op->y, width, op->h, 0, 1);
      edge->radius_left = (float) part->radius_left;
      edge->radius_right = (float) part->radius_right;
    }
  else
    {
      edge = dl_sink_outline (self, (DlPaint) op->border, part->left, op->y, width, op->h, part->radius_left,
                              part->radius_right, 1);
      if (dashed)
        dl_primitive_dash (edge, DL_DASH, DL_DASH_GAP);
      fade (self, edge, op);
    }
  if (!whole)
    dl_sink_unclip (self);
}

/* An arrow where it is open, a question mark where nobody knows. */
static void
add_end (DlPrimitiveSink *self, const DlOp *op, double edge, int direction, guint32 open, guint32 unknown)
{
  double middle = op->y + op->h / 2;

  if (op->flags & open)
    {
      double x = edge - direction * ARROW_INSET;

      dl_sink_area (self, DL_PAINT_HUE);
      dl_sink_move (self, x - direction * ARROW_LENGTH / 2, middle - ARROW_HEIGHT / 2);
      dl_sink_line (self, x + direction * ARROW_LENGTH / 2, middle);
      dl_sink_line (self, x - direction * ARROW_LENGTH / 2, middle + ARROW_HEIGHT / 2);
      dl_sink_close (self);
      dl_sink_end (self);
    }
  if (op->flags & unknown)
    dl_sink_text (self, DL_PAINT_HUE, DL_TEXT_LABEL, DL_ALIGN_CENTER,
                  direction < 0 ? edge + QUESTION_INSET : edge - QUESTION_INSET - QUESTION_WIDTH, op->y, QUESTION_WIDTH,
                  op->h, "?");
}

static void
add_ends (DlPrimitiveSink *self, const DlOp *op, double left, double right)
{
  /* In sight, also of a bar that is not. */
  left = MAX (left, 2);
  right = MIN (right, self->width - 2);
  if (right - left < DL_LEAST_FOR_ENDS)
    return;
  add_end (self, op, left, -1, DL_OP_OPEN_START, DL_OP_UNKNOWN_START);
  add_end (self, op, right, 1, DL_OP_OPEN_END, DL_OP_UNKNOWN_END);
}

void
dl_sink_bar (DlPrimitiveSink *self, const DlOp *op)
{
  gboolean hard_start = op->solid_from <= op->x + (float) LEAST_FADE;
  gboolean hard_end = op->solid_to >= op->x + op->w - (float) LEAST_FADE;
  Part     part = { .soft = !hard_start || !hard_end };
  double   radius;

  if (!get_part (self, op, &part.left, &part.right))
    return;
  radius = MIN (op->radius, MIN (part.right - part.left, op->h) / 2);
  part.radius_left = hard_start ? radius : 0;
  part.radius_right = hard_end ? radius : 0;
  part.split = op->flags & DL_OP_PLANNED ? part.left : CLAMP ((double) op->split, part.left, part.right);
  if (part.right - part.split < 1)
    part.split = part.right;

  find_doubt (op, &part);

  add_ground (self, op, &part);

  /* What is in doubt has no edge but that of its dashes. */
  if (op->flags & DL_OP_CANCELLED)
    add_edge (self, op, &part, part.left, part.split, FALSE);
  else
    add_edge (self, op, &part, part.sure_from, part.sure_to, FALSE);
  add_edge (self, op, &part, part.split, part.right, TRUE);
  if (part.split > part.left && part.split < part.right)
    fade (self, dl_sink_fill (self, (DlPaint) op->border, part.split, op->y, 1, op->h, 0), op);

  add_ends (self, op, part.left, part.right);
}

/* What is cancelled, or planned and too short for dashes. */
static void
add_hollow (DlPrimitiveSink *self, const DlOp *op, double left, double right)
{
  if (op->solid_from > op->x || op->solid_to < op->x + op->w)
    {
      fade (self,
            dl_sink_outline (self, (DlPaint) op->fill, left, op->y, right - left, op->h, op->radius, op->radius, 1),
            op);
      return;
    }
  dl_sink_fill (self, DL_PAINT_CARD, left, op->y, right - left, op->h, op->radius);
  dl_sink_border (self, (DlPaint) op->fill, left, op->y, right - left, op->h, op->radius, 1);
}

void
dl_sink_when (DlPrimitiveSink *self, const DlOp *op)
{
  double left, right;

  if (!get_part (self, op, &left, &right))
    return;
  if (op->flags & DL_OP_CANCELLED || (op->flags & DL_OP_PLANNED && op->w < WHEN_DASH + WHEN_GAP))
    add_hollow (self, op, left, right);
  else if (op->flags & (DL_OP_DOUBT | DL_OP_PLANNED))
    {
      left = period_before (op->x, WHEN_DASH + WHEN_GAP, -REACH);
      dl_sink_clip (self, left, op->y, right - left, op->h, op->radius);
      add_dashes (self, op, left, right);
      dl_sink_unclip (self);
    }
  else
    fade (self, dl_sink_fill (self, (DlPaint) op->fill, left, op->y, right - left, op->h, op->radius), op);
}
