/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/dl-painter.h"

#include <math.h>

#include "draw/dl-text-cache.h"

/* Lines of text kept between frames; more than the largest screen is full of. */
#define MAX_TEXTS 4096

#define HATCH_PERIOD 11.0f
#define HATCH_STROKE 5.0f
#define LEAST_FADE 2.0f
#define CARD_STRIPE 4.0f
#define DASH 4.0
#define DASH_GAP 3.0
#define TOOTH_WIDTH 4.0f
#define TOOTH_HEIGHT 8.0

struct _DlPainter
{
  const DlTheme *theme;
  gboolean       vector;
  DlTextCache   *texts;
  double         width; /* of the scene being painted */
  double         height;
};

DlPainter *
dl_painter_new (DlFonts *fonts, PangoContext *context, gboolean vector)
{
  DlPainter *self = g_new0 (DlPainter, 1);

  self->vector = vector;
  self->theme = dl_theme_get (DL_THEME_LIGHT);
  self->texts = dl_text_cache_new (fonts, context, MAX_TEXTS);
  return self;
}

void
dl_painter_free (DlPainter *self)
{
  if (self == NULL)
    return;
  dl_text_cache_free (self->texts);
  g_free (self);
}

void
dl_painter_set_theme (DlPainter *self, const DlTheme *theme)
{
  self->theme = theme;
}

static const GdkRGBA *
paint_of (DlPainter *self, guint paint, const DlOp *op)
{
  return dl_theme_lookup (self->theme, (DlPaint) paint, op->hue);
}

static const DlTextRun *
get_text (DlPainter *self, const DlOp *op)
{
  return dl_text_cache_get (self->texts, op->text, (DlTextStyle) op->style, (int) ceilf (op->w), (op->flags & DL_OP_CANCELLED) != 0, self->vector ? NULL : paint_of (self, op->fill, op));
}

/* The node is there already; all that is new is where it stands. */
static void
append_at (GtkSnapshot *snapshot, GskRenderNode *node, float x, float y)
{
  GskTransform  *place;
  GskRenderNode *placed;

  if (node == NULL)
    return;
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));
  placed = gsk_transform_node_new (node, place);
  gtk_snapshot_append_node (snapshot, placed);
  gsk_render_node_unref (placed);
  gsk_transform_unref (place);
}

static void
append_text (DlPainter *self, const DlTextRun *text, const GdkRGBA *color, float x, float y, GtkSnapshot *snapshot)
{
  cairo_t *cr;

  if (!self->vector)
    {
      append_at (snapshot, text->node, x, y);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 4, y - 4, (float) text->width + 8, (float) text->height + 8));
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, text->layout);
  cairo_destroy (cr);
}

static void
rounded (GskRoundedRect *out, float x, float y, float w, float h, float radius)
{
  gsk_rounded_rect_init_from_rect (out, &GRAPHENE_RECT_INIT (x, y, w, h), MIN (radius, MIN (w, h) / 2));
}

static void
fill_rounded (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float w, float h, float radius)
{
  GskRoundedRect outline;

  if (radius <= 0)
    {
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, w, h));
      return;
    }
  rounded (&outline, x, y, w, h, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, w, h));
  gtk_snapshot_pop (snapshot);
}

static void
stroke_rounded (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float w, float h, float radius, float thickness)
{
  GskRoundedRect outline;

  rounded (&outline, x, y, w, h, radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ thickness, thickness, thickness, thickness }, (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
rounded_path (cairo_t *cr, double x, double y, double w, double h, double radius)
{
  radius = MIN (radius, MIN (w, h) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + w - radius, y + h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
dash_rounded (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float w, float h, float radius)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, w, h));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, (double[2]){ DASH, DASH_GAP }, 2, 0);
  rounded_path (cr, x + 0.5, y + 0.5, w - 1, h - 1, radius);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Diagonal stripes. They start at the shape's own corner, so they move with it. */
static void
append_hatch (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float w, float h)
{
  GdkRGBA      clear = *color;
  float        step = HATCH_PERIOD / (float) G_SQRT2;
  GskColorStop stops[4];

  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0, *color };
  stops[1] = (GskColorStop){ HATCH_STROKE / HATCH_PERIOD, *color };
  stops[2] = (GskColorStop){ HATCH_STROKE / HATCH_PERIOD, clear };
  stops[3] = (GskColorStop){ 1, clear };
  gtk_snapshot_append_repeating_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (x, y, w, h), &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x + step, y + step), stops, 4);
}

static void
paint_card (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  const GdkRGBA *hue = paint_of (self, DL_PAINT_HUE, op);
  GskRoundedRect outline;

  rounded (&outline, op->x, op->y, op->w, op->h, op->radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, paint_of (self, op->fill, op), &GRAPHENE_RECT_INIT (op->x, op->y, op->w, op->h));
  if (op->flags & DL_OP_PLANNED)
    {
      append_hatch (snapshot, paint_of (self, DL_PAINT_HUE_HATCH, op), op->x, op->y, op->w, op->h);
      for (float y = op->y; y < op->y + op->h; y += 10)
        gtk_snapshot_append_color (snapshot, hue, &GRAPHENE_RECT_INIT (op->x, y, CARD_STRIPE, 6));
    }
  else
    gtk_snapshot_append_color (snapshot, hue, &GRAPHENE_RECT_INIT (op->x, op->y, CARD_STRIPE, op->h));
  gtk_snapshot_pop (snapshot);

  if (op->flags & DL_OP_PLANNED)
    dash_rounded (snapshot, paint_of (self, op->border, op), op->x, op->y, op->w, op->h, op->radius);
  else
    stroke_rounded (snapshot, paint_of (self, op->border, op), op->x, op->y, op->w, op->h, op->radius, 1);
}

static void
paint_rect (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  if (op->role == DL_ROLE_CARD)
    {
      paint_card (self, op, snapshot);
      return;
    }
  if (op->fill != DL_PAINT_NONE)
    fill_rounded (snapshot, paint_of (self, op->fill, op), op->x, op->y, op->w, op->h, op->radius);
  if (op->border != DL_PAINT_NONE)
    stroke_rounded (snapshot, paint_of (self, op->border, op), op->x, op->y, op->w, op->h, op->radius, 1);
}

/* A run along x that fades in before @solid_from and out after @solid_to. */
static void
append_soft (GtkSnapshot *snapshot, const GdkRGBA *color, const DlOp *op, float left, float right, float y, float h)
{
  GdkRGBA      clear = *color;
  float        from = CLAMP (op->solid_from, op->x, op->x + op->w);
  float        to = CLAMP (op->solid_to, from, op->x + op->w);
  GskColorStop stops[4];

  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0, from > op->x ? clear : *color };
  /* Of what is cut far outside, rounding would bring these beyond the end. */
  stops[1] = (GskColorStop){ MIN ((from - op->x) / op->w, 1), *color };
  stops[2] = (GskColorStop){ MIN ((to - op->x) / op->w, 1), *color };
  stops[3] = (GskColorStop){ 1, to < op->x + op->w ? clear : *color };
  if (from <= left && to >= right)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (left, y, right - left, h));
  else
    gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (left, y, right - left, h), &GRAPHENE_POINT_INIT (op->x, y), &GRAPHENE_POINT_INIT (op->x + op->w, y), stops, 4);
}

/* The shown part of a bar: a little more than the canvas, so that its rounded
 * corners stay outside, and no number is large. */
static void
visible_part (DlPainter *self, const DlOp *op, float *left, float *right)
{
  *left = MAX (op->x, -20);
  *right = MIN (op->x + op->w, (float) self->width + 20);
}

static void
paint_when (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  const GdkRGBA *color = paint_of (self, op->fill, op);
  GskRoundedRect outline;
  float          left, right;

  visible_part (self, op, &left, &right);
  if (right <= left)
    return;
  rounded (&outline, left, op->y, right - left, op->h, op->radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (op->flags & (DL_OP_DOUBT | DL_OP_PLANNED))
    {
      /* Doubt and plans are dashed; the dashes fade like the line. */
      float first = op->x + floorf ((left - op->x) / 10) * 10;

      for (float x = first; x < right; x += 10)
        append_soft (snapshot, color, op, MAX (x, left), MIN (x + 6, right), op->y, op->h);
    }
  else
    append_soft (snapshot, color, op, left, right, op->y, op->h);
  gtk_snapshot_pop (snapshot);
}

static void
paint_mark_text (DlPainter *self, const DlOp *op, const char *text, float x, GtkSnapshot *snapshot)
{
  DlOp             mark = *op;
  const DlTextRun *run;

  mark.kind = DL_OP_TEXT;
  mark.style = DL_TEXT_LABEL;
  mark.text = text;
  mark.fill = DL_PAINT_HUE;
  mark.w = 14;
  mark.flags = 0;
  run = get_text (self, &mark);
  append_text (self, run, paint_of (self, DL_PAINT_HUE, op), x + (14 - (float) run->width) / 2, op->y + (op->h - (float) run->height) / 2, snapshot);
}

static void
append_triangle (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float h, int direction)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 8, y, 16, h));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x - 4 * direction, y + h / 2 - 5);
  cairo_line_to (cr, x + 4 * direction, y + h / 2);
  cairo_line_to (cr, x - 4 * direction, y + h / 2 + 5);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
paint_end_marks (DlPainter *self, const DlOp *op, float left, float right, GtkSnapshot *snapshot)
{
  const GdkRGBA *hue = paint_of (self, DL_PAINT_HUE, op);
  float          first = MAX (left, 2);
  float          last = MIN (right, (float) self->width - 2);

  if (last - first < 24)
    return;
  if (op->flags & DL_OP_OPEN_START)
    append_triangle (snapshot, hue, first + 6, op->y, op->h, -1);
  if (op->flags & DL_OP_OPEN_END)
    append_triangle (snapshot, hue, last - 6, op->y, op->h, 1);
  if (op->flags & DL_OP_UNKNOWN_START)
    paint_mark_text (self, op, "?", first + 1, snapshot);
  if (op->flags & DL_OP_UNKNOWN_END)
    paint_mark_text (self, op, "?", last - 15, snapshot);
}

static void
paint_bar (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  const GdkRGBA *fill = paint_of (self, op->fill, op);
  const GdkRGBA *line = paint_of (self, op->border, op);
  /* A fade that is too short to be seen is an edge. */
  gboolean       hard_start = op->solid_from <= op->x + LEAST_FADE;
  gboolean       hard_end = op->solid_to >= op->x + op->w - LEAST_FADE;
  float          left, right, split;
  GskRoundedRect outline;

  if (op->role == DL_ROLE_WHEN)
    {
      paint_when (self, op, snapshot);
      return;
    }
  visible_part (self, op, &left, &right);
  if (right <= left)
    return;
  split = op->flags & DL_OP_PLANNED ? left : CLAMP (op->split, left, right);
  if (right - split < 1)
    split = right;

  gsk_rounded_rect_init (&outline,
                         &GRAPHENE_RECT_INIT (left, op->y, right - left, op->h),
                         &GRAPHENE_SIZE_INIT (hard_start ? MIN (op->radius, (right - left) / 2) : 0, hard_start ? MIN (op->radius, (right - left) / 2) : 0),
                         &GRAPHENE_SIZE_INIT (hard_end ? MIN (op->radius, (right - left) / 2) : 0, hard_end ? MIN (op->radius, (right - left) / 2) : 0),
                         &GRAPHENE_SIZE_INIT (hard_end ? MIN (op->radius, (right - left) / 2) : 0, hard_end ? MIN (op->radius, (right - left) / 2) : 0),
                         &GRAPHENE_SIZE_INIT (hard_start ? MIN (op->radius, (right - left) / 2) : 0, hard_start ? MIN (op->radius, (right - left) / 2) : 0));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  append_soft (snapshot, paint_of (self, DL_PAINT_CARD, op), op, left, right, op->y, op->h);
  if (split > left)
    append_soft (snapshot, fill, op, left, split, op->y, op->h);
  if (split < right)
    append_hatch (snapshot, paint_of (self, DL_PAINT_HUE_HATCH, op), split, op->y, right - split, op->h);
  gtk_snapshot_pop (snapshot);

  /* No edge runs through the letters of a label that is longer than its bar. */
  if (op->flags & DL_OP_OVERRUN)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left - 1, op->y - 1, right - left, op->h + 2));
  if (hard_start && hard_end && split >= right)
    stroke_rounded (snapshot, line, left, op->y, right - left, op->h, op->radius, 1);
  else if (hard_start && hard_end && split <= left)
    dash_rounded (snapshot, line, left, op->y, right - left, op->h, op->radius);
  else
    {
      if (split > left)
        {
          append_soft (snapshot, line, op, left + (hard_start ? 3 : 0), split, op->y, 1);
          append_soft (snapshot, line, op, left + (hard_start ? 3 : 0), split, op->y + op->h - 1, 1);
          if (hard_start)
            gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (left, op->y + 3, 1, op->h - 6));
        }
      for (float x = split; x < right; x += (float) (DASH + DASH_GAP))
        {
          append_soft (snapshot, line, op, x, MIN (x + (float) DASH, right), op->y, 1);
          append_soft (snapshot, line, op, x, MIN (x + (float) DASH, right), op->y + op->h - 1, 1);
        }
      if (split < right && split > left)
        gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (split, op->y, 1, op->h));
      if (hard_end)
        gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (right - 1, op->y + 3, 1, op->h - 6));
    }
  if (op->flags & DL_OP_OVERRUN)
    gtk_snapshot_pop (snapshot);
  paint_end_marks (self, op, left, right, snapshot);
}

/* One torn edge along @x: the teeth of the paper point to @direction, where the
 * hole is. They stand at whole periods of y, so that the parts of one edge join. */
static void
paint_torn_edge (DlPainter *self, const DlOp *op, double x, double tooth, int direction, GtkSnapshot *snapshot)
{
  double   top = (double) op->y;
  double   bottom = (double) (op->y + op->h);
  double   first = floor (top / TOOTH_HEIGHT) * TOOTH_HEIGHT;
  double   tip = x + tooth * direction;
  cairo_t *cr;

  if (x < -tooth - 1 || x > self->width + tooth + 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (x - tooth - 1), (float) top, (float) (2 * tooth + 2), (float) (bottom - top)));
  cairo_rectangle (cr, x - tooth - 1, top, 2 * tooth + 2, bottom - top);
  cairo_clip (cr);
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_move_to (cr, x, first);
      for (double y = first; y < bottom; y += TOOTH_HEIGHT)
        {
          cairo_line_to (cr, tip, y + TOOTH_HEIGHT / 2);
          cairo_line_to (cr, x, y + TOOTH_HEIGHT);
        }
      if (pass == 0)
        {
          /* Between the teeth one sees the ground of the hole. */
          cairo_line_to (cr, tip, bottom + TOOTH_HEIGHT);
          cairo_line_to (cr, tip, first);
          gdk_cairo_set_source_rgba (cr, paint_of (self, op->fill, op));
          cairo_fill (cr);
        }
    }
  gdk_cairo_set_source_rgba (cr, paint_of (self, op->border, op));
  cairo_set_line_width (cr, 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A stretch of the picture that is torn out: the ground behind it, between
 * two torn edges. */
static void
paint_tear (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  float tooth = MIN (TOOTH_WIDTH, op->w / 4);

  gtk_snapshot_append_color (snapshot, paint_of (self, op->fill, op), &GRAPHENE_RECT_INIT (op->x + tooth, op->y, op->w - 2 * tooth, op->h));
  paint_torn_edge (self, op, (double) op->x, (double) tooth, 1, snapshot);
  paint_torn_edge (self, op, (double) (op->x + op->w), (double) tooth, -1, snapshot);
}

static void
paint_diamond (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  float side = op->w / (float) G_SQRT2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (op->x + op->w / 2, op->y + op->h / 2));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, paint_of (self, DL_PAINT_VIEW, op), &GRAPHENE_RECT_INIT (-side / 2 - 1, -side / 2 - 1, side + 2, side + 2));
  gtk_snapshot_append_color (snapshot, paint_of (self, op->fill, op), &GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side));
  gtk_snapshot_restore (snapshot);
}

static void
paint_triangle (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (op->x - 1, op->y - 1, op->w + 2, op->h + 2));

  gdk_cairo_set_source_rgba (cr, paint_of (self, op->fill, op));
  cairo_translate (cr, op->x + op->w / 2, op->y + op->h / 2);
  cairo_scale (cr, op->w / 2, op->h / 2);
  if (op->flags & DL_OP_COLLAPSED)
    cairo_rotate (cr, -G_PI_2);
  cairo_move_to (cr, -1, -0.6);
  cairo_line_to (cr, 1, -0.6);
  cairo_line_to (cr, 0, 0.75);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
paint_pill (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  float          y = op->y - 1;
  float          h = op->h + 2;
  const GdkRGBA *border = paint_of (self, op->border, op);

  if (op->border == DL_PAINT_ACCENT)
    fill_rounded (snapshot, border, op->x, y, op->w, h, h / 2);
  else
    {
      fill_rounded (snapshot, paint_of (self, DL_PAINT_CARD, op), op->x, y, op->w, h, h / 2);
      stroke_rounded (snapshot, border, op->x, y, op->w, h, h / 2, 1);
    }
}

static void
paint_text (DlPainter *self, const DlOp *op, GtkSnapshot *snapshot)
{
  const DlTextRun *run;
  float            x = op->x;

  if (op->w < 6 || op->text[0] == '\0')
    return;
  run = get_text (self, op);
  if (op->flags & DL_OP_ROUND)
    paint_pill (self, op, snapshot);
  if (op->flags & DL_OP_ALIGN_END)
    x += op->w - (float) run->width;
  else if (op->flags & DL_OP_ALIGN_CENTER)
    x += floorf ((op->w - (float) run->width) / 2);
  append_text (self, run, paint_of (self, op->fill, op), x, op->y + floorf ((op->h - (float) run->height) / 2), snapshot);
}

static gboolean
is_in_sight (DlPainter *self, const DlOp *op, double scroll)
{
  double y = op->flags & DL_OP_FIXED ? op->y : op->y - scroll;

  return op->x < self->width + 10 && op->x + op->w > -10 && y < self->height + 10 && y + op->h > -10;
}

void
dl_painter_paint (DlPainter *self, DlScene *scene, GtkSnapshot *snapshot)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  double      scroll = dl_scene_get_scroll (scene);
  double      head = dl_scene_get_head_height (scene);
  gboolean    scrolled = FALSE;

  self->width = dl_scene_get_width (scene);
  self->height = dl_scene_get_height (scene);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      gboolean    fixed = (op->flags & DL_OP_FIXED) != 0;

      if (!is_in_sight (self, op, scroll))
        continue;
      if (scrolled == fixed)
        {
          if (fixed)
            {
              gtk_snapshot_restore (snapshot);
              gtk_snapshot_pop (snapshot);
            }
          else
            {
              gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) head, (float) self->width, (float) (self->height - head)));
              gtk_snapshot_save (snapshot);
              gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) -scroll));
            }
          scrolled = !fixed;
        }
      switch ((DlOpKind) op->kind)
        {
        case DL_OP_RECT:
          paint_rect (self, op, snapshot);
          break;
        case DL_OP_BAR:
          paint_bar (self, op, snapshot);
          break;
        case DL_OP_DIAMOND:
          paint_diamond (self, op, snapshot);
          break;
        case DL_OP_TRIANGLE:
          paint_triangle (self, op, snapshot);
          break;
        case DL_OP_TEXT:
          paint_text (self, op, snapshot);
          break;
        case DL_OP_TEAR:
          paint_tear (self, op, snapshot);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  if (scrolled)
    {
      gtk_snapshot_restore (snapshot);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}
