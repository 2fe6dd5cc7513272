/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture says by its shapes. */
#include "layout/dl-primitives.h"

#include <math.h>

#include "sample-timeline.h"

#define WIDTH 400.0
#define HEIGHT 300.0

/* One operation, and what becomes of it. */
typedef struct
{
  DlScene           *scene;
  DlPrimitives      *primitives;
  const DlPrimitive *all;
  guint              n;
} Drawn;

static DlScene *
make_scene (void)
{
  static const SampleEvent events[] = { { "2025-01-01" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));

  return dl_scene_new (timeline, WIDTH, HEIGHT);
}

static DlOp *
add_op (DlScene *scene, DlOpKind kind, DlRole role, double x, double w, guint32 flags)
{
  DlOp *op = dl_scene_add (scene, kind, role);

  op->x = (float) x;
  op->y = 100;
  op->w = (float) w;
  op->h = 20;
  op->fill = DL_PAINT_HUE_FILL;
  op->border = DL_PAINT_HUE_LINE;
  op->radius = 5;
  op->hue = 3;
  op->flags = flags;
  op->solid_from = op->x;
  op->solid_to = op->x + op->w;
  return op;
}

/* Takes @scene. */
static Drawn
draw (DlScene *scene)
{
  Drawn drawn = { .scene = scene, .primitives = dl_primitives_new (scene) };
  int   depth = 0;

  drawn.all = dl_primitives_get (drawn.primitives, &drawn.n);
  for (guint i = 0; i < drawn.n; i++)
    {
      depth += drawn.all[i].kind == DL_PRIMITIVE_CLIP ? 1 : drawn.all[i].kind == DL_PRIMITIVE_UNCLIP ? -1 : 0;
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
  return drawn;
}

static void
drawn_clear (Drawn *drawn)
{
  g_clear_pointer (&drawn->primitives, dl_primitives_free);
  g_clear_pointer (&drawn->scene, dl_scene_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

static Drawn
draw_bar (double x, double w, guint32 flags)
{
  DlScene *scene = make_scene ();

  add_op (scene, DL_OP_BAR, DL_ROLE_BAR, x, w, flags);
  return draw (scene);
}

/* The @nth (from 0) of a kind and a paint, or NULL. */
static const DlPrimitive *
find (const Drawn *drawn, DlPrimitiveKind kind, DlPaint paint, guint nth)
{
  for (guint i = 0; i < drawn->n; i++)
    if (drawn->all[i].kind == kind && drawn->all[i].paint == paint && nth-- == 0)
      return &drawn->all[i];
  return NULL;
}

static guint
count (const Drawn *drawn, DlPrimitiveKind kind, DlPaint paint)
{
  guint n = 0;

  while (find (drawn, kind, paint, n) != NULL)
    n++;
  return n;
}

static void
assert_box (const DlPrimitive *box, double x, double y, double w, double h)
{
  g_assert_nonnull (box);
  g_assert_cmpfloat_with_epsilon (box->x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (box->y, y, 0.01);
  g_assert_cmpfloat_with_epsilon (box->w, w, 0.01);
  g_assert_cmpfloat_with_epsilon (box->h, h, 0.01);
}

static void
assert_fade (const DlPrimitive *primitive, double clear_from, double full_from, double full_to, double clear_to)
{
  g_assert_nonnull (primitive);
  g_assert_cmpint (primitive->brush, ==, DL_BRUSH_FADE);
  g_assert_cmpfloat_with_epsilon (primitive->fade[0], clear_from, 0.01);
  g_assert_cmpfloat_with_epsilon (primitive->fade[1], full_from, 0.01);
  g_assert_cmpfloat_with_epsilon (primitive->fade[2], full_to, 0.01);
  g_assert_cmpfloat_with_epsilon (primitive->fade[3], clear_to, 0.01);
}

/* The clips that @primitive is inside of, as one box; the picture's included. */
static void
get_clip (const Drawn *drawn, const DlPrimitive *primitive, double *left, double *right)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; &drawn->all[i] != primitive; i++)
    if (drawn->all[i].kind == DL_PRIMITIVE_CLIP)
      g_array_append_val (open, i);
    else if (drawn->all[i].kind == DL_PRIMITIVE_UNCLIP)
      g_array_set_size (open, open->len - 1);
  *left = -G_MAXDOUBLE;
  *right = G_MAXDOUBLE;
  for (guint i = 0; i < open->len; i++)
    {
      const DlPrimitive *clip = &drawn->all[g_array_index (open, guint, i)];

      *left = MAX (*left, (double) clip->x);
      *right = MIN (*right, (double) (clip->x + clip->w));
    }
  g_array_unref (open);
}

/* Bars */

static void
test_bar (void)
{
  g_auto (Drawn) drawn = draw_bar (50, 200, 0);

  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0), 50, 100, 200, 20);
  g_assert_cmpint (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0)->brush, ==, DL_BRUSH_PLAIN);
  g_assert_cmpint (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0)->hue, ==, 3);
  assert_box (find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0), 50, 100, 200, 20);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0)->radius_left, ==, 5);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0)->radius_right, ==, 5);
  /* It is nothing else: no stripes, dashes, arrows, question marks. */
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH), ==, 0);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE), ==, 0);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_AREA, DL_PAINT_HUE), ==, 0);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_TEXT, DL_PAINT_HUE), ==, 0);
}

/* An end that is not known to the day fades, over ground, tint and edge; the
 * other keeps its corners. */
static void
test_soft_ends (void)
{
  for (guint end = 0; end < 2; end++)
    {
      DlScene       *scene = make_scene ();
      DlOp          *op = add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50, 200, 0);
      const double   fades[2][4] = { { 50, 90, 250, 250 }, { 50, 50, 210, 250 } };
      g_auto (Drawn) drawn = { NULL };

      if (end == 0)
        op->solid_from = 90;
      else
        op->solid_to = 210;
      drawn = draw (scene);
      for (guint i = 0; i < 3; i++)
        {
          const DlPrimitive *part = i == 0   ? find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_CARD, 0)
                                    : i == 1 ? find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0)
                                             : find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0);

          assert_fade (part, fades[end][0], fades[end][1], fades[end][2], fades[end][3]);
          if (i < 2)
            {
              g_assert_cmpfloat (part->radius_left, ==, end == 0 ? 0 : 5);
              g_assert_cmpfloat (part->radius_right, ==, end == 0 ? 5 : 0);
            }
        }
      /* Fading is not doubt: the edge is unbroken. */
      g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0)->dash[0], ==, 0);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE), ==, 0);
    }
}

/* A fade that nobody would see is an edge. */
static void
test_short_fade (void)
{
  DlScene       *scene = make_scene ();
  g_auto (Drawn) drawn = { NULL };

  add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50, 200, 0)->solid_to = 248.5f;
  drawn = draw (scene);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0)->radius_right, ==, 5);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE), ==, 1);
}

/* How far a bar goes on beside the picture does not blur where it begins or ends
 * in it: viewers know colours to some 1/65536 of the whole way. */
static void
test_far_fade (void)
{
  for (guint end = 0; end < 2; end++)
    {
      DlScene       *scene = make_scene ();
      DlOp          *op = add_op (scene, DL_OP_BAR, DL_ROLE_BAR, end == 0 ? 40 : 360 - 1e6, 1e6, 0);
      g_auto (Drawn) drawn = { NULL };

      if (end == 0)
        op->solid_from = 45;
      else
        {
          op->solid_to = 350;
          op->w = 360 - op->x;
        }
      drawn = draw (scene);
      if (end == 0)
        assert_fade (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0), 40, 45, WIDTH + 20, WIDTH + 20);
      else
        assert_fade (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0), -40, -40, 350, 360);
    }
}

static void
test_planned (void)
{
  g_auto (Drawn)     drawn = draw_bar (50, 200, DL_OP_PLANNED);
  const DlPrimitive *stripes = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0);
  const DlPrimitive *edge = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0);

  assert_box (stripes, 50, 100, 200, 20);
  g_assert_cmpint (stripes->brush, ==, DL_BRUSH_HATCH);
  g_assert_cmpfloat (stripes->opacity, ==, 1);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH), ==, 1);
  g_assert_nonnull (edge);
  g_assert_cmpfloat (edge->dash[0], >, 0);
  g_assert_cmpfloat (edge->dash[1], >, 0);
  /* Not tinted as what happened, but with a ground of its own. */
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL), ==, 0);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_CARD, 0), 50, 100, 200, 20);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE), ==, 0);
}

/* What is in doubt of a bar is dashes without an edge: all of it, or the half
 * whose end is. */
static void
test_doubtful_bar (void)
{
  static const struct
  {
    guint32 flags;
    double  sure_from, sure_to, dashed_from, dashed_to;
  } rows[] = {
    { DL_OP_DOUBT, 0, 0, 50, 250 },
    { DL_OP_DOUBT_START, 150, 250, 50, 150 },
    { DL_OP_DOUBT_END, 50, 150, 150, 250 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean           sure = rows[i].sure_to > rows[i].sure_from;
      g_auto (Drawn)     drawn = draw_bar (50, 200, rows[i].flags);
      const DlPrimitive *dashes = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_FILL, 0);
      const DlPrimitive *edge = find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0);
      const DlPathStep  *steps;
      double             left, right;

      g_assert_nonnull (dashes);
      g_assert_cmpfloat (dashes->dash[0], ==, 6);
      g_assert_cmpfloat (dashes->dash[1], ==, 4);
      g_assert_cmpfloat (dashes->line, ==, 20);
      get_clip (&drawn, dashes, &left, &right);
      g_assert_cmpfloat_with_epsilon (left, rows[i].dashed_from, 0.01);
      g_assert_cmpfloat_with_epsilon (right, rows[i].dashed_to, 0.01);
      /* As if they were on all of it. */
      steps = dl_primitives_get_path (drawn.primitives, dashes);
      g_assert_cmpfloat (steps[0].x[2], ==, 50);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL), ==, sure);
      g_assert_true ((edge != NULL) == sure);
      if (!sure)
        continue;
      assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0), rows[i].sure_from, 100,
                  rows[i].sure_to - rows[i].sure_from, 20);
      get_clip (&drawn, edge, &left, &right);
      g_assert_cmpfloat_with_epsilon (left, rows[i].sure_from, 1.01);
      g_assert_cmpfloat_with_epsilon (right, rows[i].sure_to, 1.01);
    }
}

/* Of a bar too short for dashes in its half, that half is empty, and not full. */
static void
test_doubtful_short_bar (void)
{
  static const double widths[] = { 4, 7, 8, 9, 10, 12, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_auto (Drawn)     drawn = draw_bar (50, widths[i], DL_OP_DOUBT_START);
      const DlPrimitive *dashes = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_FILL, 0);

      assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0), 50 + widths[i] / 2, 100, widths[i] / 2, 20);
      g_assert_true ((dashes != NULL) == (widths[i] >= 10));
      if (dashes == NULL)
        continue;
      g_assert_cmpfloat (dashes->dash[0], >=, 1);
      g_assert_cmpfloat (dashes->dash[1], >=, 3);
    }
}

/* What did not take place is hollow. */
static void
test_cancelled_bar (void)
{
  for (guint doubt = 0; doubt < 2; doubt++)
    {
      g_auto (Drawn)     drawn = draw_bar (50, 200, DL_OP_CANCELLED | (doubt ? DL_OP_DOUBT : 0));
      const DlPrimitive *edge = find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0);

      assert_box (edge, 50, 100, 200, 20);
      assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_CARD, 0), 50, 100, 200, 20);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL), ==, 0);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_FILL), ==, 0);
    }
}

/* What is planned about is stripes that fade away, without a gap between them. */
static void
test_planned_soft_end (void)
{
  DlScene       *scene = make_scene ();
  DlOp          *op = add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50.25, 200, DL_OP_PLANNED);
  g_auto (Drawn) drawn = { NULL };
  double         at = 50.25;
  float          opacity = 1;
  guint          n;

  op->solid_to = 190.5f;
  drawn = draw (scene);
  n = count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH);
  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < n; i++)
    {
      const DlPrimitive *part = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, i);

      g_assert_cmpfloat_with_epsilon (part->x, at, 0.01);
      g_assert_cmpfloat (part->opacity, <=, opacity);
      if (i == 0)
        g_assert_cmpfloat (part->opacity, ==, 1);
      else
        {
          /* At whole pixels, and of one pattern. */
          g_assert_cmpfloat (part->x, ==, floorf (part->x));
          g_assert_cmpfloat (part->hatch[0], ==, find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0)->hatch[0]);
          g_assert_cmpfloat (part->opacity, <, opacity);
        }
      opacity = part->opacity;
      at = part->x + part->w;
    }
  g_assert_cmpfloat_with_epsilon (at, 250.25, 0.01);
  g_assert_cmpfloat (opacity, <, 0.1);
  assert_fade (find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0), 50.25, 50.25, 190.5, 250.25);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0)->dash[0], >, 0);
}

/* Solid before the as-of date, planned after it, with a line between the two
 * and whole corners at both ends. */
static void
test_split (void)
{
  DlScene           *scene = make_scene ();
  DlOp              *op = add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50, 200, 0);
  g_auto (Drawn)     drawn = { NULL };
  const DlPrimitive *solid, *broken;
  double             left, right;

  op->split = 130;
  drawn = draw (scene);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0), 50, 100, 80, 20);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL, 0)->radius_right, ==, 0);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0), 130, 100, 120, 20);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_LINE, 0), 130, 100, 1, 20);

  solid = find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0);
  assert_box (solid, 50, 100, 200, 20);
  g_assert_cmpfloat (solid->radius_left, ==, 5);
  get_clip (&drawn, solid, &left, &right);
  g_assert_cmpfloat (left, <, 50);
  g_assert_cmpfloat (right, ==, 130);
  broken = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0);
  g_assert_nonnull (broken);
  g_assert_cmpfloat (broken->dash[0], >, 0);
  get_clip (&drawn, broken, &left, &right);
  g_assert_cmpfloat (left, ==, 130);
  g_assert_cmpfloat (right, >, 250);
}

/* The as-of date before or after the whole of a bar splits nothing. */
static void
test_split_outside (void)
{
  static const float splits[] = { 20, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      DlScene       *scene = make_scene ();
      g_auto (Drawn) drawn = { NULL };

      add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50, 200, 0)->split = splits[i];
      drawn = draw (scene);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_LINE), ==, 0);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH), ==, i == 0 ? 1 : 0);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL), ==, i == 0 ? 0 : 1);
    }
}

/* However little of it is still to come, that is hatched and dashed, down to a pixel. */
static void
test_split_near_the_end (void)
{
  for (guint rest = 0; rest <= 12; rest += 3)
    {
      DlScene           *scene = make_scene ();
      g_auto (Drawn)     drawn = { NULL };
      const DlPrimitive *broken;

      add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50, 200, 0)->split = rest > 0 ? 250 - (float) rest : 249.5f;
      drawn = draw (scene);
      broken = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH), ==, rest > 0 ? 1 : 0);
      g_assert_true ((broken != NULL) == (rest > 0));
      if (rest == 0)
        continue;
      assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0), 250 - rest, 100, rest, 20);
      g_assert_cmpfloat (broken->dash[0], >, 0);
    }
}

/* @x: of an arrow's tip; a negative direction points to the left. */
static void
assert_arrow (const Drawn *drawn, const DlPrimitive *arrow, double tip, int direction)
{
  const DlPathStep *steps;

  g_assert_nonnull (arrow);
  steps = dl_primitives_get_path (drawn->primitives, arrow);
  g_assert_cmpuint (arrow->n, ==, 4);
  g_assert_cmpfloat_with_epsilon (steps[1].x[2], tip, 0.01);
  g_assert_cmpfloat_with_epsilon (steps[1].y[2], 110, 0.01);
  for (guint i = 0; i < 3; i += 2)
    g_assert_cmpfloat_with_epsilon (steps[i].x[2], tip - 8 * direction, 0.01);
  g_assert_cmpfloat_with_epsilon (steps[2].y[2] - steps[0].y[2], 10, 0.01);
}

static void
test_open_ends (void)
{
  g_auto (Drawn) start = draw_bar (50, 200, DL_OP_OPEN_START);
  g_auto (Drawn) end = draw_bar (50, 200, DL_OP_OPEN_END);
  g_auto (Drawn) both = draw_bar (-1000, 3000, DL_OP_OPEN_START | DL_OP_OPEN_END);
  g_auto (Drawn) narrow = draw_bar (50, 20, DL_OP_OPEN_START | DL_OP_OPEN_END);

  g_assert_cmpuint (count (&start, DL_PRIMITIVE_AREA, DL_PAINT_HUE), ==, 1);
  assert_arrow (&start, find (&start, DL_PRIMITIVE_AREA, DL_PAINT_HUE, 0), 52, -1);
  g_assert_cmpuint (count (&end, DL_PRIMITIVE_AREA, DL_PAINT_HUE), ==, 1);
  assert_arrow (&end, find (&end, DL_PRIMITIVE_AREA, DL_PAINT_HUE, 0), 248, 1);
  /* In sight, though the ends are not. */
  assert_arrow (&both, find (&both, DL_PRIMITIVE_AREA, DL_PAINT_HUE, 0), 4, -1);
  assert_arrow (&both, find (&both, DL_PRIMITIVE_AREA, DL_PAINT_HUE, 1), 396, 1);
  g_assert_cmpuint (count (&narrow, DL_PRIMITIVE_AREA, DL_PAINT_HUE), ==, 0);
  /* By what of it is in sight. */
  for (double seen = DL_LEAST_FOR_ENDS - 1; seen <= DL_LEAST_FOR_ENDS + 1; seen += 2)
    {
      gboolean       enough = seen >= DL_LEAST_FOR_ENDS;
      g_auto (Drawn) short_one = draw_bar (50, seen, DL_OP_OPEN_END);
      g_auto (Drawn) doubtful = draw_bar (50, seen, DL_OP_UNKNOWN_START);
      g_auto (Drawn) long_one = draw_bar (WIDTH - 2 - seen, 3000, DL_OP_OPEN_END);

      g_assert_cmpuint (count (&short_one, DL_PRIMITIVE_AREA, DL_PAINT_HUE), ==, enough);
      g_assert_cmpuint (count (&doubtful, DL_PRIMITIVE_TEXT, DL_PAINT_HUE), ==, enough);
      g_assert_cmpuint (count (&long_one, DL_PRIMITIVE_AREA, DL_PAINT_HUE), ==, enough);
    }
}

static void
test_unknown_ends (void)
{
  g_auto (Drawn)     start = draw_bar (50, 200, DL_OP_UNKNOWN_START);
  g_auto (Drawn)     end = draw_bar (50, 200, DL_OP_UNKNOWN_END);
  const DlPrimitive *mark = find (&start, DL_PRIMITIVE_TEXT, DL_PAINT_HUE, 0);

  g_assert_nonnull (mark);
  g_assert_cmpstr (mark->text, ==, "?");
  g_assert_cmpint (mark->align, ==, DL_ALIGN_CENTER);
  g_assert_cmpfloat (mark->x, >=, 50);
  g_assert_cmpfloat (mark->x + mark->w, <, 70);
  mark = find (&end, DL_PRIMITIVE_TEXT, DL_PAINT_HUE, 0);
  g_assert_nonnull (mark);
  g_assert_cmpstr (mark->text, ==, "?");
  g_assert_cmpfloat (mark->x, >, 230);
  g_assert_cmpfloat (mark->x + mark->w, <=, 250);
}

/* Patterns are part of what they are on, also where its start is not in sight. */
static void
test_patterns_move_along (void)
{
  for (double x = -1000; x < -960; x += 3.5)
    {
      g_auto (Drawn)     drawn = draw_bar (x, 2000, DL_OP_PLANNED);
      const DlPrimitive *stripes = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0);
      const DlPrimitive *edge = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0);
      double             period = DL_HATCH_PERIOD * G_SQRT2;
      double             stripes_off = (stripes->hatch[0] - x) / period;
      double             dashes_off =
        (dl_primitives_get_path (drawn.primitives, edge)[0].x[2] - 0.5 - x) / (edge->dash[0] + edge->dash[1]);

      g_assert_cmpfloat_with_epsilon (stripes_off, round (stripes_off), 0.001);
      g_assert_cmpfloat_with_epsilon (dashes_off, round (dashes_off), 0.001);
      /* Nothing is drawn that is far outside. */
      g_assert_cmpfloat (stripes->x, >=, -60);
      g_assert_cmpfloat (stripes->x + stripes->w, <=, WIDTH + 60);
    }
}

/* When-lines */

static const DlPrimitive *
when_line (Drawn *drawn, guint32 flags, gboolean soft)
{
  DlScene *scene = make_scene ();
  DlOp    *op = add_op (scene, DL_OP_BAR, DL_ROLE_WHEN, 50, 200, flags);

  op->fill = DL_PAINT_HUE;
  op->radius = 2;
  op->h = 4;
  if (soft)
    {
      op->solid_from = 100;
      op->solid_to = 150;
    }
  *drawn = draw (scene);
  return find (drawn, flags == 0 ? DL_PRIMITIVE_FILL : DL_PRIMITIVE_STROKE, DL_PAINT_HUE, 0);
}

static void
test_when (void)
{
  static const guint32 dashed[] = { DL_OP_DOUBT, DL_OP_PLANNED };
  const DlPrimitive   *line;

  {
    g_auto (Drawn) drawn = { NULL };

    line = when_line (&drawn, 0, FALSE);
    assert_box (line, 50, 100, 200, 4);
    g_assert_cmpint (line->brush, ==, DL_BRUSH_PLAIN);
    g_assert_cmpfloat (line->radius_left, ==, 2);
    g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE), ==, 0);
  }
  {
    g_auto (Drawn) drawn = { NULL };

    assert_fade (when_line (&drawn, 0, TRUE), 50, 100, 150, 250);
  }
  for (guint i = 0; i < G_N_ELEMENTS (dashed); i++)
    {
      g_auto (Drawn)    drawn = { NULL };
      const DlPathStep *steps;

      line = when_line (&drawn, dashed[i], TRUE);
      g_assert_nonnull (line);
      g_assert_cmpfloat (line->dash[0], >, 0);
      g_assert_cmpfloat (line->line, ==, 4);
      assert_fade (line, 50, 100, 150, 250);
      steps = dl_primitives_get_path (drawn.primitives, line);
      g_assert_cmpfloat (steps[0].x[2], ==, 50);
      g_assert_cmpfloat (steps[0].y[2], ==, 102);
      g_assert_cmpfloat (steps[1].x[2], ==, 250);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE), ==, 0);
    }
}

/* Too short for dashes: what is planned is hollow, and what is not is full. */
static void
test_short_when (void)
{
  for (guint planned = 0; planned < 2; planned++)
    for (double width = 7; width <= 13; width += 6)
      {
        DlScene           *scene = make_scene ();
        DlOp              *op = add_op (scene, DL_OP_BAR, DL_ROLE_WHEN, 50, width, planned ? DL_OP_PLANNED : 0);
        g_auto (Drawn)     drawn = { NULL };
        gboolean           hollow = planned && width < 10;
        const DlPrimitive *ring;

        op->fill = DL_PAINT_HUE;
        drawn = draw (scene);
        ring = find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE, 0);
        g_assert_true ((ring != NULL) == hollow);
        g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_CARD), ==, hollow);
        g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE), ==, !planned);
        g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE), ==, planned && !hollow);
        if (!hollow)
          continue;
        assert_box (ring, 50, 100, width, 20);
        g_assert_cmpfloat (ring->line, ==, 1);
        assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_CARD, 0), 50, 100, width, 20);
      }
}

/* Two dashes at least, so that doubt can be seen of a single day. */
static void
test_short_doubt (void)
{
  static const double rows[][3] = { { 7, 2, 3 }, { 12, 4, 4 }, { 15, 6, 3 }, { 16, 6, 4 }, { 40, 6, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlScene           *scene = make_scene ();
      g_auto (Drawn)     drawn = { NULL };
      const DlPrimitive *dashes;

      add_op (scene, DL_OP_BAR, DL_ROLE_WHEN, 50, rows[i][0], DL_OP_DOUBT);
      drawn = draw (scene);
      dashes = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_FILL, 0);
      g_assert_nonnull (dashes);
      g_assert_cmpfloat (dashes->dash[0], ==, rows[i][1]);
      g_assert_cmpfloat (dashes->dash[1], ==, rows[i][2]);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL), ==, 0);
    }
}

static void
test_cancelled_when (void)
{
  for (guint soft = 0; soft < 2; soft++)
    {
      DlScene           *scene = make_scene ();
      DlOp              *op = add_op (scene, DL_OP_BAR, DL_ROLE_WHEN, 50, 200, DL_OP_CANCELLED);
      g_auto (Drawn)     drawn = { NULL };
      const DlPrimitive *edge;

      op->solid_from = soft ? 100 : op->x;
      drawn = draw (scene);
      edge = find (&drawn, soft ? DL_PRIMITIVE_STROKE : DL_PRIMITIVE_BORDER, DL_PAINT_HUE_FILL, 0);
      g_assert_nonnull (edge);
      g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_FILL), ==, 0);
      if (soft)
        assert_fade (edge, 50, 100, 250, 250);
      else
        assert_box (edge, 50, 100, 200, 20);
    }
}

/* Cards */

static void
test_card (void)
{
  DlScene           *scene = make_scene ();
  g_auto (Drawn)     drawn = { NULL };
  const DlPrimitive *stripe;

  add_op (scene, DL_OP_RECT, DL_ROLE_CARD, 50, 100, 0);
  drawn = draw (scene);
  stripe = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE, 0);
  assert_box (stripe, 50, 100, 4, 20);
  /* Inside the card's round corners. */
  for (const DlPrimitive *clip = stripe;; clip--)
    if (clip->kind == DL_PRIMITIVE_CLIP)
      {
        assert_box (clip, 50, 100, 100, 20);
        g_assert_cmpfloat (clip->radius_left, ==, 5);
        break;
      }
  assert_box (find (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE, 0), 50, 100, 100, 20);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH), ==, 0);
}

static void
test_planned_card (void)
{
  DlScene       *scene = make_scene ();
  g_auto (Drawn) drawn = { NULL };

  add_op (scene, DL_OP_RECT, DL_ROLE_CARD, 50, 100, DL_OP_PLANNED);
  drawn = draw (scene);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0), 50, 100, 100, 20);
  g_assert_cmpint (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0)->brush, ==, DL_BRUSH_HATCH);
  /* The stripe is broken, too. */
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE, 0), 50, 100, 4, 6);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE, 1), 50, 110, 4, 6);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0)->dash[0], >, 0);
  g_assert_cmpuint (count (&drawn, DL_PRIMITIVE_BORDER, DL_PAINT_HUE_LINE), ==, 0);
}

/* Texts */

static const DlPrimitive *
text_of (Drawn *drawn, guint32 flags, DlPaint border)
{
  DlScene *scene = make_scene ();
  DlOp    *op = add_op (scene, DL_OP_TEXT, DL_ROLE_TEXT, 50, 100, flags);

  op->text = dl_scene_keep (scene, "Word");
  op->style = DL_TEXT_QUOTE;
  op->fill = DL_PAINT_INK;
  op->border = (guint8) border;
  *drawn = draw (scene);
  return find (drawn, DL_PRIMITIVE_TEXT, DL_PAINT_INK, 0);
}

static void
test_text (void)
{
  static const struct
  {
    guint32 flag;
    DlAlign align;
  } aligned[] = { { 0, DL_ALIGN_START }, { DL_OP_ALIGN_CENTER, DL_ALIGN_CENTER }, { DL_OP_ALIGN_END, DL_ALIGN_END } };

  for (guint i = 0; i < G_N_ELEMENTS (aligned); i++)
    {
      g_auto (Drawn)     drawn = { NULL };
      const DlPrimitive *text = text_of (&drawn, aligned[i].flag, DL_PAINT_NONE);

      assert_box (text, 50, 100, 100, 20);
      g_assert_cmpint (text->align, ==, aligned[i].align);
      g_assert_cmpint (text->style, ==, DL_TEXT_QUOTE);
      g_assert_cmpstr (text->text, ==, "Word");
      g_assert_false (text->struck);
      /* Nothing around it. */
      g_assert_cmpuint (drawn.n, ==, 5);
    }
}

static void
test_cancelled (void)
{
  g_auto (Drawn) drawn = { NULL };

  g_assert_true (text_of (&drawn, DL_OP_CANCELLED, DL_PAINT_NONE)->struck);
}

static void
test_pill (void)
{
  g_auto (Drawn) status = { NULL };
  g_auto (Drawn) marker = { NULL };

  text_of (&status, DL_OP_ROUND, DL_PAINT_HUE);
  assert_box (find (&status, DL_PRIMITIVE_FILL, DL_PAINT_CARD, 0), 50, 99, 100, 22);
  assert_box (find (&status, DL_PRIMITIVE_BORDER, DL_PAINT_HUE, 0), 50, 99, 100, 22);
  g_assert_cmpfloat (find (&status, DL_PRIMITIVE_BORDER, DL_PAINT_HUE, 0)->radius_left, ==, 11);
  text_of (&marker, DL_OP_ROUND, DL_PAINT_ACCENT);
  assert_box (find (&marker, DL_PRIMITIVE_FILL, DL_PAINT_ACCENT, 0), 50, 99, 100, 22);
}

/* The rest */

static void
test_diamond (void)
{
  DlScene           *scene = make_scene ();
  DlOp              *op = add_op (scene, DL_OP_DIAMOND, DL_ROLE_WHEN, 50, 20, 0);
  g_auto (Drawn)     drawn = { NULL };
  const DlPrimitive *ground, *diamond;

  op->fill = DL_PAINT_HUE;
  drawn = draw (scene);
  ground = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_VIEW, 0);
  diamond = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE, 0);
  g_assert_cmpfloat (diamond->turn, ==, 45);
  /* Its corners reach from side to side. */
  g_assert_cmpfloat_with_epsilon (diamond->w * G_SQRT2, 20, 0.01);
  g_assert_cmpfloat_with_epsilon (diamond->x + diamond->w / 2, 60, 0.01);
  g_assert_true (ground < diamond);
  g_assert_cmpfloat (ground->w, >, diamond->w);
}

/* Hollow where it is planned or cancelled, in two halves where it is in doubt. */
static void
test_unsure_diamonds (void)
{
  static const guint32 rows[] = { 0, DL_OP_PLANNED, DL_OP_CANCELLED, DL_OP_DOUBT, DL_OP_PLANNED | DL_OP_DOUBT };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlScene           *scene = make_scene ();
      DlOp              *op = add_op (scene, DL_OP_DIAMOND, DL_ROLE_WHEN, 50, 20, rows[i]);
      g_auto (Drawn)     drawn = { NULL };
      const DlPrimitive *body, *hole;

      op->fill = DL_PAINT_HUE;
      drawn = draw (scene);
      body = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE, 0);
      hole = find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_VIEW, 1);
      g_assert_nonnull (body);
      g_assert_true ((hole != NULL) == (rows[i] != 0));
      if (hole == NULL)
        continue;
      g_assert_cmpfloat_with_epsilon (hole->x + hole->w / 2, 60, 0.01);
      if (rows[i] == DL_OP_DOUBT)
        {
          g_assert_cmpfloat (hole->turn, ==, 0);
          assert_box (hole, 59, 100, 2, 20);
        }
      else
        {
          g_assert_cmpfloat (hole->turn, ==, 45);
          g_assert_cmpfloat_with_epsilon (hole->w, body->w - 2.5f, 0.01);
        }
    }
}

static void
test_triangle (void)
{
  for (guint collapsed = 0; collapsed < 2; collapsed++)
    {
      DlScene          *scene = make_scene ();
      DlOp             *op = add_op (scene, DL_OP_TRIANGLE, DL_ROLE_TOGGLE, 50, 20, collapsed ? DL_OP_COLLAPSED : 0);
      g_auto (Drawn)    drawn = { NULL };
      const DlPathStep *steps;

      op->fill = DL_PAINT_DIM;
      drawn = draw (scene);
      steps = dl_primitives_get_path (drawn.primitives, find (&drawn, DL_PRIMITIVE_AREA, DL_PAINT_DIM, 0));
      /* The tip: down, or to the right. */
      g_assert_cmpfloat_with_epsilon (steps[2].x[2], collapsed ? 67.5 : 60, 0.01);
      g_assert_cmpfloat_with_epsilon (steps[2].y[2], collapsed ? 110 : 117.5, 0.01);
    }
}

static double
edge_at (const DlPathStep *steps, guint n, double y)
{
  for (guint i = 0; i < n; i++)
    if (fabs (steps[i].y[2] - y) < 0.01)
      return steps[i].x[2];
  g_assert_not_reached ();
}

/* The paper's teeth point into the hole, and those of one part go on in the next. */
static void
test_tear (void)
{
  DlScene           *scene = make_scene ();
  DlOp              *op = add_op (scene, DL_OP_TEAR, DL_ROLE_BREAK, 50, 60, 0);
  g_auto (Drawn)     drawn = { NULL };
  const DlPrimitive *hole[2], *edge;
  const DlPathStep  *steps[2];

  op->h = 17;
  op->fill = DL_PAINT_GRID;
  op = add_op (scene, DL_OP_TEAR, DL_ROLE_FOLD, 50, 60, 0);
  op->y = 117;
  op->fill = DL_PAINT_GRID;
  drawn = draw (scene);
  for (guint i = 0; i < 2; i++)
    {
      hole[i] = find (&drawn, DL_PRIMITIVE_AREA, DL_PAINT_GRID, i);
      steps[i] = dl_primitives_get_path (drawn.primitives, hole[i]);
      for (guint j = 0; j + 1 < hole[i]->n; j++)
        {
          g_assert_cmpfloat (steps[i][j].x[2], >=, 50);
          g_assert_cmpfloat (steps[i][j].x[2], <=, 110);
        }
    }
  g_assert_cmpfloat_with_epsilon (edge_at (steps[0], hole[0]->n, 117), edge_at (steps[1], hole[1]->n, 117), 0.01);
  /* Teeth are eight pixels apart. */
  g_assert_cmpfloat_with_epsilon (edge_at (steps[0], hole[0]->n, 104), 50, 0.01);
  g_assert_cmpfloat_with_epsilon (edge_at (steps[0], hole[0]->n, 108), 54, 0.01);
  edge = find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0);
  g_assert_nonnull (edge);
  g_assert_cmpfloat (edge->dash[0], ==, 0);
}

/* Lanes scroll, and nothing of them is seen over the head. */
static void
test_scroll (void)
{
  DlScene           *scene = make_scene ();
  g_auto (Drawn)     drawn = { NULL };
  const DlPrimitive *lanes = NULL;

  add_op (scene, DL_OP_BAR, DL_ROLE_BAR, 50, 200, DL_OP_PLANNED);
  add_op (scene, DL_OP_RECT, DL_ROLE_RULER, 0, WIDTH, DL_OP_FIXED)->fill = DL_PAINT_VIEW;
  dl_scene_set_heights (scene, 40, 1000);
  dl_scene_set_scroll (scene, 30);
  drawn = draw (scene);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0), 50, 70, 200, 20);
  g_assert_cmpfloat (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0)->hatch[1], ==, 70);
  g_assert_cmpfloat (
    dl_primitives_get_path (drawn.primitives, find (&drawn, DL_PRIMITIVE_STROKE, DL_PAINT_HUE_LINE, 0))[0].y[2], ==,
    80);
  assert_box (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_VIEW, 0), 0, 100, WIDTH, 20);
  for (guint i = 0; i < drawn.n; i++)
    if (drawn.all[i].kind == DL_PRIMITIVE_CLIP && drawn.all[i].y > 0 && lanes == NULL)
      lanes = &drawn.all[i];
  assert_box (lanes, 0, 40, WIDTH, HEIGHT - 40);
  g_assert_true (lanes < find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0));
  g_assert_cmpuint (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_HUE_HATCH, 0)->op, ==, 0);
  g_assert_cmpuint (find (&drawn, DL_PRIMITIVE_FILL, DL_PAINT_VIEW, 0)->op, ==, 1);
}

static void
test_out_of_sight (void)
{
  g_auto (Drawn) left = draw_bar (-300, 200, 0);
  g_auto (Drawn) right = draw_bar (WIDTH + 30, 200, 0);

  g_assert_cmpuint (left.n, ==, 2);
  g_assert_cmpuint (right.n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/primitives/bar", test_bar);
  g_test_add_func ("/primitives/soft-ends", test_soft_ends);
  g_test_add_func ("/primitives/short-fade", test_short_fade);
  g_test_add_func ("/primitives/far-fade", test_far_fade);
  g_test_add_func ("/primitives/planned", test_planned);
  g_test_add_func ("/primitives/doubtful-bar", test_doubtful_bar);
  g_test_add_func ("/primitives/doubtful-short-bar", test_doubtful_short_bar);
  g_test_add_func ("/primitives/cancelled-bar", test_cancelled_bar);
  g_test_add_func ("/primitives/planned-soft-end", test_planned_soft_end);
  g_test_add_func ("/primitives/split", test_split);
  g_test_add_func ("/primitives/split-near-the-end", test_split_near_the_end);
  g_test_add_func ("/primitives/split-outside", test_split_outside);
  g_test_add_func ("/primitives/open-ends", test_open_ends);
  g_test_add_func ("/primitives/unknown-ends", test_unknown_ends);
  g_test_add_func ("/primitives/patterns-move-along", test_patterns_move_along);
  g_test_add_func ("/primitives/when", test_when);
  g_test_add_func ("/primitives/short-when", test_short_when);
  g_test_add_func ("/primitives/short-doubt", test_short_doubt);
  g_test_add_func ("/primitives/cancelled-when", test_cancelled_when);
  g_test_add_func ("/primitives/card", test_card);
  g_test_add_func ("/primitives/planned-card", test_planned_card);
  g_test_add_func ("/primitives/text", test_text);
  g_test_add_func ("/primitives/cancelled", test_cancelled);
  g_test_add_func ("/primitives/pill", test_pill);
  g_test_add_func ("/primitives/diamond", test_diamond);
  g_test_add_func ("/primitives/diamonds-that-are-not-sure", test_unsure_diamonds);
  g_test_add_func ("/primitives/triangle", test_triangle);
  g_test_add_func ("/primitives/tear", test_tear);
  g_test_add_func ("/primitives/scroll", test_scroll);
  g_test_add_func ("/primitives/out-of-sight", test_out_of_sight);
  return g_test_run ();
}
