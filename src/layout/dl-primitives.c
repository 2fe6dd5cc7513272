/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-primitives-private.h"

#define CARD_STRIPE 4.0
#define CARD_STRIPE_DASH 6.0
#define CARD_STRIPE_PERIOD 10.0
#define TOOTH_WIDTH 4.0
#define TOOTH_HEIGHT 8.0
#define DIAMOND_LINE 1.25  /* of what is planned or cancelled: hollow */
#define DIAMOND_GAP 2.0    /* between the halves of what is in doubt */
#define DIAMOND_GROUND 1.0 /* around it, so that it stands out from what is below it */
#define LEAST_TEXT 6.0
#define HIT_RADIUS 2.0
#define HIT_LINE 1.5
#define CURVE_LINE 1.5
#define NEWS_LINE 2.0
#define NEWS_GROUND 1.0    /* around a badge */
#define NEWS_ARM_INSET 2.0 /* of its plus */
#define HEAD_LENGTH 8.0    /* of an arrow */
#define HEAD_WIDTH 7.0
#define FADE 28.0 /* of words that run out of the picture */

/* How much there is left of what is dimmed. */
#define DIMMED_COLOUR 0.35f
#define DIMMED_EDGE 0.6f   /* thin, and pale before */
#define DIMMED_WORDS 0.88f /* to be read, if one looks at them */

struct _DlPrimitives
{
  DlScene *scene;
  GArray  *primitives;
  GArray  *steps;
};

/* With a stripe of the lane's colour along the side where its date is. What is
 * planned is hatched, with broken lines. */
static void
add_card (DlPrimitiveSink *self, const DlOp *op)
{
  gboolean planned = (op->flags & DL_OP_PLANNED) != 0;
  double   stripe = op->flags & DL_OP_ALIGN_END ? (double) (op->x + op->w) - CARD_STRIPE : (double) op->x;

  dl_sink_clip (self, op->x, op->y, op->w, op->h, op->radius);
  dl_sink_fill (self, (DlPaint) op->fill, op->x, op->y, op->w, op->h, 0);
  if (planned)
    {
      dl_sink_hatch (self, op->x, op->y, op->w, op->h, op->x, op->y);
      for (double y = op->y; y < (double) (op->y + op->h); y += CARD_STRIPE_PERIOD)
        dl_sink_fill (self, DL_PAINT_HUE, stripe, y, CARD_STRIPE, CARD_STRIPE_DASH, 0);
    }
  else
    dl_sink_fill (self, DL_PAINT_HUE, stripe, op->y, CARD_STRIPE, op->h, 0);
  dl_sink_unclip (self);
  if (planned)
    dl_primitive_dash (
      dl_sink_outline (self, (DlPaint) op->border, op->x, op->y, op->w, op->h, op->radius, op->radius, 1), DL_DASH,
      DL_DASH_GAP);
  else
    dl_sink_border (self, (DlPaint) op->border, op->x, op->y, op->w, op->h, op->radius, 1);
}

static void
add_rect (DlPrimitiveSink *self, const DlOp *op)
{
  if (op->fill != DL_PAINT_NONE)
    dl_sink_fill (self, (DlPaint) op->fill, op->x, op->y, op->w, op->h, op->radius);
  if (op->border != DL_PAINT_NONE)
    dl_sink_border (self, (DlPaint) op->border, op->x, op->y, op->w, op->h, op->radius, 1);
}

/* Under words: a marker's ground, and a line that is seen where the ground is pale. Where no
 * words are, a box. */
static void
add_hit (DlPrimitiveSink *self, const DlOp *op)
{
  if (op->radius > 0)
    {
      add_rect (self, op);
      return;
    }
  dl_sink_fill (self, (DlPaint) op->fill, op->x, op->y, op->w, op->h, HIT_RADIUS);
  dl_sink_fill (self, (DlPaint) op->border, op->x, (double) (op->y + op->h) - HIT_LINE, op->w, HIT_LINE, 0);
}

/* A badge that says by its shape what it says: a disc with a plus on it, or a ring with a
 * dot in it. */
static void
add_news (DlPrimitiveSink *self, const DlOp *op)
{
  double middle = op->x + op->w / 2;
  double center = op->y + op->h / 2;
  double arm = op->w / 2 - NEWS_ARM_INSET;

  dl_sink_fill (self, (DlPaint) op->border, op->x - NEWS_GROUND, op->y - NEWS_GROUND, op->w + 2 * NEWS_GROUND,
                op->h + 2 * NEWS_GROUND, op->radius + NEWS_GROUND);
  dl_sink_fill (self, (DlPaint) op->fill, op->x, op->y, op->w, op->h, op->radius);
  if (op->flags & DL_OP_ADDED)
    {
      dl_sink_fill (self, DL_PAINT_ON_ACCENT, middle - arm, center - NEWS_LINE / 2, 2 * arm, NEWS_LINE, 0);
      dl_sink_fill (self, DL_PAINT_ON_ACCENT, middle - NEWS_LINE / 2, center - arm, NEWS_LINE, 2 * arm, 0);
    }
  else
    {
      double hole = op->w / 2 - NEWS_LINE;

      dl_sink_fill (self, (DlPaint) op->border, middle - hole, center - hole, 2 * hole, 2 * hole, hole);
      dl_sink_fill (self, (DlPaint) op->fill, middle - NEWS_LINE, center - NEWS_LINE, 2 * NEWS_LINE, 2 * NEWS_LINE,
                    NEWS_LINE);
    }
}

static void
add_diamond (DlPrimitiveSink *self, const DlOp *op)
{
  /* The box before it is turned onto a corner. */
  double side = op->w / G_SQRT2;
  double x = op->x + (op->w - side) / 2;
  double y = op->y + (op->h - side) / 2;

  dl_sink_fill (self, DL_PAINT_VIEW, x - DIAMOND_GROUND, y - DIAMOND_GROUND, side + 2 * DIAMOND_GROUND,
                side + 2 * DIAMOND_GROUND, 0)
    ->turn = 45;
  dl_sink_fill (self, (DlPaint) op->fill, x, y, side, side, 0)->turn = 45;
  if (op->flags & (DL_OP_PLANNED | DL_OP_CANCELLED))
    dl_sink_fill (self, DL_PAINT_VIEW, x + DIAMOND_LINE, y + DIAMOND_LINE, side - 2 * DIAMOND_LINE,
                  side - 2 * DIAMOND_LINE, 0)
      ->turn = 45;
  else if (op->flags & DL_OP_DOUBT)
    dl_sink_fill (self, DL_PAINT_VIEW, op->x + (op->w - DIAMOND_GAP) / 2, op->y, DIAMOND_GAP, op->h, 0);
}

static void
add_triangle (DlPrimitiveSink *self, const DlOp *op)
{
  static const double corners[3][2] = { { -1, -0.6 }, { 1, -0.6 }, { 0, 0.75 } };
  gboolean            collapsed = (op->flags & DL_OP_COLLAPSED) != 0;

  dl_sink_area (self, (DlPaint) op->fill);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double x = op->x + op->w / 2 * (1 + (collapsed ? corners[i][1] : corners[i][0]));
      double y = op->y + op->h / 2 * (1 + (collapsed ? -corners[i][0] : corners[i][1]));

      if (i == 0)
        dl_sink_move (self, x, y);
      else
        dl_sink_line (self, x, y);
    }
  dl_sink_close (self);
  dl_sink_end (self);
}

/* How far the paper of a torn edge reaches into the hole at @y. Teeth stand at
 * whole periods, so that the parts of one edge join. */
static double
tooth_at (double y, double tooth)
{
  double phase = y / TOOTH_HEIGHT - floor (y / TOOTH_HEIGHT);

  return tooth * (1 - fabs (2 * phase - 1));
}

/* One torn edge along @x from one y to another, down or up, after a move or a
 * line to where it begins. */
static void
add_torn_edge (DlPrimitiveSink *self, double x, double tooth, double from, double to)
{
  double step = TOOTH_HEIGHT / 2;

  for (double y = from; y != to;)
    {
      y = to > from ? MIN ((floor (y / step) + 1) * step, to) : MAX ((ceil (y / step) - 1) * step, to);
      dl_sink_line (self, x + tooth_at (y, tooth), y);
    }
}

/* A stretch of the picture that is torn out: the ground behind it, between two
 * torn edges. */
static void
add_tear (DlPrimitiveSink *self, const DlOp *op)
{
  double tooth = MIN (TOOTH_WIDTH, op->w / 4);
  double left = op->x;
  double right = op->x + op->w;
  double top = op->y;
  double bottom = op->y + op->h;

  dl_sink_area (self, (DlPaint) op->fill);
  dl_sink_move (self, left + tooth_at (top, tooth), top);
  add_torn_edge (self, left, tooth, top, bottom);
  dl_sink_line (self, right - tooth_at (bottom, tooth), bottom);
  add_torn_edge (self, right, -tooth, bottom, top);
  dl_sink_close (self);
  dl_sink_end (self);
  /* Above and below, the next part of the edge goes on. */
  dl_sink_clip (self, left - 1, top, right - left + 2, bottom - top, 0);
  dl_sink_stroke (self, (DlPaint) op->border, 1);
  dl_sink_move (self, left + tooth_at (top, tooth), top);
  add_torn_edge (self, left, tooth, top, bottom);
  dl_sink_move (self, right - tooth_at (top, tooth), top);
  add_torn_edge (self, right, -tooth, top, bottom);
  dl_sink_end (self);
  dl_sink_unclip (self);
}

/* An arrowhead, its point where the curve ends. */
static void
add_head (DlPrimitiveSink *self, const DlOp *op, const DlCurve *curve, double base)
{
  double tip_x = (double) curve->x[3];
  double tip_y = (double) curve->y[3];
  double base_x, base_y, length, across_x, across_y;

  dl_curve_at (curve, base, &base_x, &base_y);
  length = hypot (tip_x - base_x, tip_y - base_y);
  if (length <= 0)
    return;
  across_x = -(tip_y - base_y) / length * HEAD_WIDTH / 2;
  across_y = (tip_x - base_x) / length * HEAD_WIDTH / 2;
  dl_sink_area (self, (DlPaint) op->fill);
  dl_sink_move (self, tip_x, tip_y);
  dl_sink_line (self, base_x + across_x, base_y + across_y);
  dl_sink_line (self, base_x - across_x, base_y - across_y);
  dl_sink_close (self);
  dl_sink_end (self);
}

/* Its line ends within its arrowhead, which ends in a point. */
static void
add_curve (DlPrimitiveSink *self, const DlOp *op)
{
  double  last = op->flags & DL_OP_HEAD_END ? dl_curve_before_end (op->curve, HEAD_LENGTH) : 1;
  DlCurve line;

  if (last > 0)
    {
      line = dl_curve_part (op->curve, 0, last);
      dl_sink_stroke (self, (DlPaint) op->fill, CURVE_LINE);
      dl_sink_move (self, (double) line.x[0], (double) line.y[0]);
      dl_sink_curve (self, &line);
      dl_sink_end (self);
    }
  if (op->flags & DL_OP_HEAD_END)
    add_head (self, op, op->curve, last);
}

static void
add_pill (DlPrimitiveSink *self, const DlOp *op)
{
  double y = op->y - 1;
  double h = op->h + 2;

  if (op->border == DL_PAINT_ACCENT)
    {
      dl_sink_fill (self, DL_PAINT_ACCENT, op->x, y, op->w, h, h / 2);
      return;
    }
  dl_sink_fill (self, DL_PAINT_CARD, op->x, y, op->w, h, h / 2);
  dl_sink_border (self, (DlPaint) op->border, op->x, y, op->w, h, h / 2, 1);
}

static void
add_text (DlPrimitiveSink *self, const DlOp *op)
{
  DlAlign align = op->flags & DL_OP_ALIGN_END      ? DL_ALIGN_END
                  : op->flags & DL_OP_ALIGN_CENTER ? DL_ALIGN_CENTER
                                                   : DL_ALIGN_START;

  if (op->w < LEAST_TEXT || op->text[0] == '\0')
    return;
  if (op->flags & DL_OP_ROUND)
    add_pill (self, op);
  dl_sink_text (self, (DlPaint) op->fill, (DlTextStyle) op->style, align, op->x, op->y, op->w, op->h, op->text)
    ->struck = (op->flags & DL_OP_CANCELLED) != 0;
}

/* An event's words that run out of the picture, as they do only while it moves,
 * fade out: no letter is cut through. They stand on @ground, which comes over them. */
static void
add_fade (DlPrimitiveSink *self, const DlOp *op, DlPaint ground)
{
  DlPrimitive *fill;
  double       right = self->width;

  if (op->x < 0 && op->x + op->w > 0)
    {
      fill = dl_sink_fill (self, ground, 0, op->y, FADE, op->h, 0);
      fill->brush = DL_BRUSH_FADE;
      fill->fade[3] = (float) FADE;
    }
  if ((double) (op->x + op->w) > right && (double) op->x < right)
    {
      fill = dl_sink_fill (self, ground, right - FADE, op->y, FADE, op->h, 0);
      fill->brush = DL_BRUSH_FADE;
      fill->fade[0] = (float) (right - FADE);
      fill->fade[1] = fill->fade[2] = fill->fade[3] = (float) right;
    }
}

static gboolean
is_edge (const DlPrimitive *primitive)
{
  return primitive->paint == DL_PAINT_HUE_LINE &&
         (primitive->kind == DL_PRIMITIVE_BORDER || primitive->kind == DL_PRIMITIVE_STROKE);
}

/* What a filter does not let through is there, and no more: its colours are pale,
 * its words grey, and the ground below them is what it was. The selected one is
 * looked at, whatever the filter. */
static void
dim (DlPrimitiveSink *self, guint first)
{
  for (guint i = first; i < self->primitives->len; i++)
    {
      DlPrimitive *primitive = &g_array_index (self->primitives, DlPrimitive, i);

      if (primitive->paint == DL_PAINT_NONE || primitive->paint == DL_PAINT_VIEW || primitive->paint == DL_PAINT_CARD)
        continue;
      if (primitive->kind != DL_PRIMITIVE_TEXT)
        primitive->opacity *= is_edge (primitive) ? DIMMED_EDGE : DIMMED_COLOUR;
      else
        {
          primitive->opacity *= DIMMED_WORDS;
          if (primitive->paint == DL_PAINT_INK)
            primitive->paint = DL_PAINT_DIM;
        }
    }
}

/* A density; of one of which a filter lets some through, only these are strong. */
static void
add_density (DlPrimitiveSink *self, const DlOp *op)
{
  guint first = self->primitives->len;

  add_rect (self, op);
  if (op->split >= op->y + op->h)
    return;
  dim (self, first);
  dl_sink_fill (self, (DlPaint) op->fill, op->x, op->split, op->w, op->y + op->h - op->split, op->radius);
}

static gboolean
is_words_of_event (const DlOp *op)
{
  return op->kind == DL_OP_TEXT && op->event != DL_NONE &&
         (op->role == DL_ROLE_LABEL || op->role == DL_ROLE_TEXT || op->role == DL_ROLE_STATUS);
}

static void
add_op (DlPrimitiveSink *self, const DlOp *op)
{
  switch ((DlOpKind) op->kind)
    {
    case DL_OP_RECT:
      if (op->role == DL_ROLE_CARD)
        add_card (self, op);
      else if (op->role == DL_ROLE_HIT)
        add_hit (self, op);
      else if (op->role == DL_ROLE_NEWS)
        add_news (self, op);
      else if (op->role == DL_ROLE_DENSITY)
        add_density (self, op);
      else
        add_rect (self, op);
      break;
    case DL_OP_BAR:
      if (op->role == DL_ROLE_WHEN)
        dl_sink_when (self, op);
      else
        dl_sink_bar (self, op);
      break;
    case DL_OP_DIAMOND:
      add_diamond (self, op);
      break;
    case DL_OP_TRIANGLE:
      add_triangle (self, op);
      break;
    case DL_OP_TEXT:
      add_text (self, op);
      break;
    case DL_OP_TEAR:
      add_tear (self, op);
      break;
    case DL_OP_CURVE:
      add_curve (self, op);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Moves what was added since up by @scroll. */
static void
scroll_up (DlPrimitiveSink *self, guint first_primitive, guint first_step, double scroll)
{
  float up = (float) scroll;

  for (guint i = first_primitive; i < self->primitives->len; i++)
    {
      DlPrimitive *primitive = &g_array_index (self->primitives, DlPrimitive, i);

      primitive->y -= up;
      primitive->hatch[1] -= up;
    }
  for (guint i = first_step; i < self->steps->len; i++)
    {
      DlPathStep *step = &g_array_index (self->steps, DlPathStep, i);

      for (guint j = 0; j < G_N_ELEMENTS (step->y); j++)
        step->y[j] -= up;
    }
}

static gboolean
is_in_sight (const DlOp *op, double width, double height, double scroll)
{
  double y = op->flags & DL_OP_FIXED ? op->y : op->y - scroll;

  return op->x < width + 10 && op->x + op->w > -10 && y < height + 10 && y + op->h > -10;
}

DlPrimitives *
dl_primitives_new (DlScene *scene)
{
  DlPrimitives   *self = g_new0 (DlPrimitives, 1);
  DlPrimitiveSink sink = { .op = DL_NONE };
  double          height = dl_scene_get_height (scene);
  double          head = dl_scene_get_head_height (scene);
  double          scroll = dl_scene_get_scroll (scene);
  gboolean        in_lanes = FALSE;
  guint32         carded = DL_NONE; /* the event whose words stand on a card */
  guint           n_ops;
  const DlOp     *ops = dl_scene_get_ops (scene, &n_ops);

  self->scene = dl_scene_ref (scene);
  self->primitives = sink.primitives = g_array_sized_new (FALSE, TRUE, sizeof (DlPrimitive), 2 * n_ops);
  self->steps = sink.steps = g_array_sized_new (FALSE, TRUE, sizeof (DlPathStep), 256);
  sink.width = dl_scene_get_width (scene);

  dl_sink_clip (&sink, 0, 0, sink.width, height, 0);
  for (guint i = 0; i < n_ops; i++)
    {
      gboolean fixed = (ops[i].flags & DL_OP_FIXED) != 0;
      gboolean on_selected;
      guint    first_primitive, first_step;

      if (!is_in_sight (&ops[i], sink.width, height, scroll))
        continue;
      if (in_lanes == fixed)
        {
          sink.op = DL_NONE;
          if (fixed)
            dl_sink_unclip (&sink);
          else
            dl_sink_clip (&sink, 0, head, sink.width, MAX (height - head, 0), 0);
          in_lanes = !fixed;
        }
      first_primitive = sink.primitives->len;
      first_step = sink.steps->len;
      sink.op = i;
      sink.hue = ops[i].hue;
      add_op (&sink, &ops[i]);
      if ((ops[i].flags & (DL_OP_DIMMED | DL_OP_SELECTED)) == DL_OP_DIMMED)
        dim (&sink, first_primitive);
      if (ops[i].role == DL_ROLE_CARD)
        carded = ops[i].event;
      on_selected = (ops[i].flags & (DL_OP_SELECTED | DL_OP_HIT)) == DL_OP_SELECTED;
      if (is_words_of_event (&ops[i]))
        add_fade (&sink, &ops[i],
                  ops[i].event == carded ? DL_PAINT_CARD
                  : on_selected          ? DL_PAINT_SELECTED
                                         : DL_PAINT_VIEW);
      if (!fixed)
        scroll_up (&sink, first_primitive, first_step, scroll);
    }
  sink.op = DL_NONE;
  if (in_lanes)
    dl_sink_unclip (&sink);
  dl_sink_unclip (&sink);
  return self;
}

void
dl_primitives_free (DlPrimitives *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->primitives);
  g_array_unref (self->steps);
  dl_scene_unref (self->scene);
  g_free (self);
}

const DlPrimitive *
dl_primitives_get (const DlPrimitives *self, guint *n_primitives)
{
  *n_primitives = self->primitives->len;
  return (const DlPrimitive *) (gpointer) self->primitives->data;
}

const DlPathStep *
dl_primitives_get_path (const DlPrimitives *self, const DlPrimitive *primitive)
{
  g_return_val_if_fail (primitive->first + primitive->n <= self->steps->len, NULL);
  return &g_array_index (self->steps, DlPathStep, primitive->first);
}
