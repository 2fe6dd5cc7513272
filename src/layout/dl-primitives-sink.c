/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-primitives-private.h"

/* Of a cubic curve that stands for a quarter of a circle, how far its control
 * points are from its ends, in radii. */
#define QUARTER 0.5522847498

static DlPrimitive *
add (DlPrimitiveSink *self, DlPrimitiveKind kind, DlPaint paint)
{
  DlPrimitive *primitive;

  g_array_set_size (self->primitives, self->primitives->len + 1);
  primitive = &g_array_index (self->primitives, DlPrimitive, self->primitives->len - 1);
  primitive->kind = (guint8) kind;
  primitive->paint = (guint8) paint;
  primitive->hue = self->hue;
  primitive->op = self->op;
  primitive->opacity = 1;
  primitive->first = self->steps->len;
  return primitive;
}

static DlPrimitive *
add_box (DlPrimitiveSink *self,
         DlPrimitiveKind  kind,
         DlPaint          paint,
         double           x,
         double           y,
         double           w,
         double           h,
         double           radius)
{
  DlPrimitive *box = add (self, kind, paint);

  box->x = (float) x;
  box->y = (float) y;
  box->w = (float) w;
  box->h = (float) h;
  box->radius_left = box->radius_right = (float) MIN (radius, MIN (w, h) / 2);
  return box;
}

DlPrimitive *
dl_sink_fill (DlPrimitiveSink *self, DlPaint paint, double x, double y, double w, double h, double radius)
{
  return add_box (self, DL_PRIMITIVE_FILL, paint, x, y, w, h, radius);
}

DlPrimitive *
dl_sink_border (DlPrimitiveSink *self,
                DlPaint          paint,
                double           x,
                double           y,
                double           w,
                double           h,
                double           radius,
                double           line)
{
  DlPrimitive *border = add_box (self, DL_PRIMITIVE_BORDER, paint, x, y, w, h, radius);

  border->line = (float) line;
  return border;
}

DlPrimitive *
dl_sink_hatch (DlPrimitiveSink *self, double x, double y, double w, double h, double hatch_x, double hatch_y)
{
  DlPrimitive *fill = dl_sink_fill (self, DL_PAINT_HUE_HATCH, x, y, w, h, 0);

  fill->brush = DL_BRUSH_HATCH;
  fill->hatch[0] = (float) hatch_x;
  fill->hatch[1] = (float) hatch_y;
  return fill;
}

DlPrimitive *
dl_sink_text (DlPrimitiveSink *self,
              DlPaint          paint,
              DlTextStyle      style,
              DlAlign          align,
              double           x,
              double           y,
              double           w,
              double           h,
              const char      *text)
{
  DlPrimitive *primitive = add_box (self, DL_PRIMITIVE_TEXT, paint, x, y, w, h, 0);

  primitive->style = (guint8) style;
  primitive->align = (guint8) align;
  primitive->text = text;
  return primitive;
}

DlPrimitive *
dl_sink_clip (DlPrimitiveSink *self, double x, double y, double w, double h, double radius)
{
  return add_box (self, DL_PRIMITIVE_CLIP, DL_PAINT_NONE, x, y, w, h, radius);
}

void
dl_sink_unclip (DlPrimitiveSink *self)
{
  add (self, DL_PRIMITIVE_UNCLIP, DL_PAINT_NONE);
}

/* Paths */

void
dl_sink_area (DlPrimitiveSink *self, DlPaint paint)
{
  add (self, DL_PRIMITIVE_AREA, paint);
}

void
dl_sink_stroke (DlPrimitiveSink *self, DlPaint paint, double line)
{
  add (self, DL_PRIMITIVE_STROKE, paint)->line = (float) line;
}

static DlPathStep *
add_step (DlPrimitiveSink *self, DlStepKind kind, double x, double y)
{
  DlPathStep *step;

  g_array_set_size (self->steps, self->steps->len + 1);
  step = &g_array_index (self->steps, DlPathStep, self->steps->len - 1);
  step->kind = (guint8) kind;
  step->x[2] = (float) x;
  step->y[2] = (float) y;
  return step;
}

void
dl_sink_move (DlPrimitiveSink *self, double x, double y)
{
  add_step (self, DL_STEP_MOVE, x, y);
}

void
dl_sink_line (DlPrimitiveSink *self, double x, double y)
{
  add_step (self, DL_STEP_LINE, x, y);
}

void
dl_sink_curve (DlPrimitiveSink *self, const DlCurve *part)
{
  DlPathStep *step = add_step (self, DL_STEP_CURVE, (double) part->x[3], (double) part->y[3]);

  for (guint i = 0; i < 2; i++)
    {
      step->x[i] = part->x[i + 1];
      step->y[i] = part->y[i + 1];
    }
}

void
dl_sink_close (DlPrimitiveSink *self)
{
  add_step (self, DL_STEP_CLOSE, 0, 0);
}

/* A quarter of a circle from one point to another, round the corner (@corner_x,
 * @corner_y). */
static void
add_corner (DlPrimitiveSink *self,
            double           from_x,
            double           from_y,
            double           corner_x,
            double           corner_y,
            double           to_x,
            double           to_y)
{
  DlPathStep *step = add_step (self, DL_STEP_CURVE, to_x, to_y);

  step->x[0] = (float) (from_x + QUARTER * (corner_x - from_x));
  step->y[0] = (float) (from_y + QUARTER * (corner_y - from_y));
  step->x[1] = (float) (to_x + QUARTER * (corner_x - to_x));
  step->y[1] = (float) (to_y + QUARTER * (corner_y - to_y));
}

DlPrimitive *
dl_sink_end (DlPrimitiveSink *self)
{
  DlPrimitive *path = &g_array_index (self->primitives, DlPrimitive, self->primitives->len - 1);
  float        left = G_MAXFLOAT, top = G_MAXFLOAT, right = -G_MAXFLOAT, bottom = -G_MAXFLOAT;
  float        reach = path->line + 1; /* of a line's joins, too */

  path->n = self->steps->len - path->first;
  for (guint i = path->first; i < self->steps->len; i++)
    {
      const DlPathStep *step = &g_array_index (self->steps, DlPathStep, i);

      if (step->kind == DL_STEP_CLOSE)
        continue;
      /* A curve stays between its four points. */
      for (guint j = step->kind == DL_STEP_CURVE ? 0 : 2; j < G_N_ELEMENTS (step->x); j++)
        {
          left = MIN (left, step->x[j]);
          right = MAX (right, step->x[j]);
          top = MIN (top, step->y[j]);
          bottom = MAX (bottom, step->y[j]);
        }
    }
  path->x = left - reach;
  path->y = top - reach;
  path->w = right - left + 2 * reach;
  path->h = bottom - top + 2 * reach;
  return path;
}

DlPrimitive *
dl_sink_outline (DlPrimitiveSink *self,
                 DlPaint          paint,
                 double           x,
                 double           y,
                 double           w,
                 double           h,
                 double           radius_left,
                 double           radius_right,
                 double           line)
{
  double left = x + line / 2;
  double right = x + w - line / 2;
  double middle = y + h / 2;

  /* The line is inside, so its middle bends less. */
  radius_left = MAX (radius_left - line / 2, 0);
  radius_right = MAX (radius_right - line / 2, 0);
  dl_sink_stroke (self, paint, line);
  for (guint half = 0; half < 2; half++)
    {
      double edge = half == 0 ? y + line / 2 : y + h - line / 2;
      double down = half == 0 ? 1 : -1; /* from the edge to the middle */

      dl_sink_move (self, left, middle);
      dl_sink_line (self, left, edge + down * radius_left);
      if (radius_left > 0)
        add_corner (self, left, edge + down * radius_left, left, edge, left + radius_left, edge);
      dl_sink_line (self, right - radius_right, edge);
      if (radius_right > 0)
        add_corner (self, right - radius_right, edge, right, edge, right, edge + down * radius_right);
      dl_sink_line (self, right, middle);
    }
  return dl_sink_end (self);
}

void
dl_primitive_dash (DlPrimitive *self, double drawn, double left_out)
{
  self->dash[0] = (float) drawn;
  self->dash[1] = (float) left_out;
}
