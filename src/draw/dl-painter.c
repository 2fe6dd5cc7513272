/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/dl-painter.h"

#include <math.h>

#include "draw/dl-text-cache.h"
#include "layout/dl-primitives.h"

/* Lines of text kept between frames; more than the largest screen is full of. */
#define MAX_TEXTS 4096

/* Pixels from which a curve is drawn in pieces on a screen. */
#define LONG_CURVE 80.0f

struct _DlPainter
{
  const DlTheme *theme;
  DlPainted      target;
  DlTextCache   *texts;
};

DlPainter *
dl_painter_new (DlFonts *fonts, PangoContext *context, DlPainted target)
{
  DlPainter *self = g_new0 (DlPainter, 1);

  self->target = target;
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

static GdkRGBA
get_color (DlPainter *self, const DlPrimitive *primitive)
{
  GdkRGBA color = *dl_theme_lookup (self->theme, (DlPaint) primitive->paint, primitive->hue);

  color.alpha *= primitive->opacity;
  return color;
}

static graphene_rect_t
get_bounds (const DlPrimitive *primitive)
{
  return GRAPHENE_RECT_INIT (primitive->x, primitive->y, primitive->w, primitive->h);
}

static GskRoundedRect
get_outline (const DlPrimitive *box)
{
  graphene_rect_t bounds = get_bounds (box);
  graphene_size_t left = GRAPHENE_SIZE_INIT (box->radius_left, box->radius_left);
  graphene_size_t right = GRAPHENE_SIZE_INIT (box->radius_right, box->radius_right);
  GskRoundedRect  outline;

  gsk_rounded_rect_init (&outline, &bounds, &left, &right, &right, &left);
  return outline;
}

static gboolean
is_round (const DlPrimitive *box)
{
  return box->radius_left > 0 || box->radius_right > 0;
}

/* The stops of a fade from its first x to its last. */
static void
get_stops (const DlPrimitive *primitive, const GdkRGBA *color, GskColorStop stops[4])
{
  const float *fade = primitive->fade;
  float        length = fade[3] - fade[0];
  GdkRGBA      clear = *color;

  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0, fade[1] > fade[0] ? clear : *color };
  /* Of what is cut far outside, rounding would bring these beyond the end. */
  stops[1] = (GskColorStop){ MIN ((fade[1] - fade[0]) / length, 1), *color };
  stops[2] = (GskColorStop){ MIN ((fade[2] - fade[0]) / length, 1), *color };
  stops[3] = (GskColorStop){ 1, fade[2] < fade[3] ? clear : *color };
}

static void
append_brush (DlPainter *self, const DlPrimitive *primitive, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = get_bounds (primitive);
  GdkRGBA         color = get_color (self, primitive);
  GdkRGBA         clear = color;
  float           step = (float) (DL_HATCH_PERIOD / G_SQRT2);
  float           stripe = (float) (DL_HATCH_STRIPE / DL_HATCH_PERIOD);
  GskColorStop    stops[4];

  switch ((DlBrush) primitive->brush)
    {
    case DL_BRUSH_PLAIN:
      gtk_snapshot_append_color (snapshot, &color, &bounds);
      break;
    case DL_BRUSH_FADE:
      get_stops (primitive, &color, stops);
      gtk_snapshot_append_linear_gradient (snapshot, &bounds, &GRAPHENE_POINT_INIT (primitive->fade[0], 0),
                                           &GRAPHENE_POINT_INIT (primitive->fade[3], 0), stops, 4);
      break;
    case DL_BRUSH_HATCH:
      clear.alpha = 0;
      stops[0] = (GskColorStop){ 0, color };
      stops[1] = (GskColorStop){ stripe, color };
      stops[2] = (GskColorStop){ stripe, clear };
      stops[3] = (GskColorStop){ 1, clear };
      gtk_snapshot_append_repeating_linear_gradient (
        snapshot, &bounds, &GRAPHENE_POINT_INIT (primitive->hatch[0], primitive->hatch[1]),
        &GRAPHENE_POINT_INIT (primitive->hatch[0] + step, primitive->hatch[1] + step), stops, 4);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A round box of one colour is a border that leaves nothing inside: the same to
 * the eye as a clip around the colour, and GTK has a shader less to make ready,
 * for which the first picture would wait. */
static void
append_round (DlPainter *self, const DlPrimitive *box, GtkSnapshot *snapshot)
{
  GskRoundedRect outline = get_outline (box);
  GdkRGBA        color = get_color (self, box);
  float          half = MIN (box->w, box->h) / 2;

  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ half, half, half, half },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
paint_fill (DlPainter *self, const DlPrimitive *box, GtkSnapshot *snapshot)
{
  GskRoundedRect outline = get_outline (box);

  if (box->turn != 0)
    {
      graphene_point_t middle = GRAPHENE_POINT_INIT (box->x + box->w / 2, box->y + box->h / 2);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &middle);
      gtk_snapshot_rotate (snapshot, box->turn);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-middle.x, -middle.y));
    }
  if (is_round (box) && box->brush == DL_BRUSH_PLAIN)
    append_round (self, box, snapshot);
  else if (is_round (box))
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      append_brush (self, box, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  else
    append_brush (self, box, snapshot);
  if (box->turn != 0)
    gtk_snapshot_restore (snapshot);
}

static void
paint_border (DlPainter *self, const DlPrimitive *box, GtkSnapshot *snapshot)
{
  GskRoundedRect outline = get_outline (box);
  GdkRGBA        color = get_color (self, box);

  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ box->line, box->line, box->line, box->line },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
set_source (DlPainter *self, const DlPrimitive *path, cairo_t *cr)
{
  GdkRGBA          color = get_color (self, path);
  cairo_pattern_t *gradient;
  GskColorStop     stops[4];

  if (path->brush != DL_BRUSH_FADE)
    {
      gdk_cairo_set_source_rgba (cr, &color);
      return;
    }
  get_stops (path, &color, stops);
  gradient = cairo_pattern_create_linear ((double) path->fade[0], 0, (double) path->fade[3], 0);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgba (gradient, (double) stops[i].offset, (double) stops[i].color.red,
                                       (double) stops[i].color.green, (double) stops[i].color.blue,
                                       (double) stops[i].color.alpha);
  cairo_set_source (cr, gradient);
  cairo_pattern_destroy (gradient);
}

/* A curve across a window, in pieces: each node of cairo's is a picture of its own, as
 * large as what it can touch. */
static void
paint_long_curve (DlPainter *self, const DlPrimitive *path, const DlPathStep *steps, GtkSnapshot *snapshot)
{
  DlCurve curve = { { steps[0].x[2], steps[1].x[0], steps[1].x[1], steps[1].x[2] },
                    { steps[0].y[2], steps[1].y[0], steps[1].y[1], steps[1].y[2] } };
  guint   n = (guint) ceilf (MAX (path->w, path->h) / LONG_CURVE) + 1;
  float   reach = path->line + 1;

  for (guint i = 0; i < n; i++)
    {
      DlCurve  piece = dl_curve_part (&curve, (double) i / n, (double) (i + 1) / n);
      DlCurve  bounds = dl_curve_get_bounds (&piece);
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (bounds.x[0] - reach, bounds.y[0] - reach,
                                                                              bounds.x[3] - bounds.x[0] + 2 * reach,
                                                                              bounds.y[3] - bounds.y[0] + 2 * reach));

      cairo_move_to (cr, (double) piece.x[0], (double) piece.y[0]);
      cairo_curve_to (cr, (double) piece.x[1], (double) piece.y[1], (double) piece.x[2], (double) piece.y[2],
                      (double) piece.x[3], (double) piece.y[3]);
      set_source (self, path, cr);
      cairo_set_line_width (cr, (double) path->line);
      /* Their ends overlap, so that none of them is seen. */
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
}

static gboolean
is_long_curve (const DlPrimitive *path, const DlPathStep *steps)
{
  return path->kind == DL_PRIMITIVE_STROKE && path->n == 2 && steps[1].kind == DL_STEP_CURVE && path->dash[0] <= 0 &&
         MAX (path->w, path->h) > LONG_CURVE;
}

static void
paint_path (DlPainter *self, const DlPrimitives *primitives, const DlPrimitive *path, GtkSnapshot *snapshot)
{
  const DlPathStep *steps = dl_primitives_get_path (primitives, path);
  graphene_rect_t   bounds = get_bounds (path);
  cairo_t          *cr;

  if (self->target == DL_PAINTED_SCREEN && is_long_curve (path, steps))
    {
      paint_long_curve (self, path, steps, snapshot);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < path->n; i++)
    {
      const DlPathStep *step = &steps[i];

      switch ((DlStepKind) step->kind)
        {
        case DL_STEP_MOVE:
          cairo_move_to (cr, (double) step->x[2], (double) step->y[2]);
          break;
        case DL_STEP_LINE:
          cairo_line_to (cr, (double) step->x[2], (double) step->y[2]);
          break;
        case DL_STEP_CURVE:
          cairo_curve_to (cr, (double) step->x[0], (double) step->y[0], (double) step->x[1], (double) step->y[1],
                          (double) step->x[2], (double) step->y[2]);
          break;
        case DL_STEP_CLOSE:
          cairo_close_path (cr);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  set_source (self, path, cr);
  if (path->kind == DL_PRIMITIVE_AREA)
    cairo_fill (cr);
  else
    {
      cairo_set_line_width (cr, (double) path->line);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      if (path->dash[0] > 0)
        cairo_set_dash (cr, (double[2]){ (double) path->dash[0], (double) path->dash[1] }, 2, 0);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
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
paint_text (DlPainter *self, const DlPrimitive *text, GtkSnapshot *snapshot)
{
  GdkRGBA          color = get_color (self, text);
  const DlTextRun *run = dl_text_cache_get (self->texts, text->text, (DlTextStyle) text->style, (int) ceilf (text->w),
                                            self->target == DL_PAINTED_PAGE ? NULL : &color);
  float            x, y;
  cairo_t         *cr;

  dl_text_run_place (run, text, &x, &y);
  if (self->target != DL_PAINTED_PAGE)
    append_at (snapshot, run->node, x, y);
  if (text->struck)
    {
      graphene_rect_t line = dl_text_run_place_strike (run, x, y, self->target == DL_PAINTED_SCREEN ? 1 : 0);

      gtk_snapshot_append_color (snapshot, &color, &line);
    }
  if (self->target != DL_PAINTED_PAGE)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (x - 4, y - 4, (float) run->width + 8, (float) run->height + 8));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, (double) x, (double) y);
  pango_cairo_show_layout (cr, run->layout);
  cairo_destroy (cr);
}

static void
push_clip (const DlPrimitive *box, GtkSnapshot *snapshot)
{
  GskRoundedRect outline = get_outline (box);

  if (is_round (box))
    gtk_snapshot_push_rounded_clip (snapshot, &outline);
  else
    gtk_snapshot_push_clip (snapshot, &outline.bounds);
}

void
dl_painter_paint (DlPainter *self, DlScene *scene, GtkSnapshot *snapshot)
{
  g_autoptr (DlPrimitives) primitives = dl_primitives_new (scene);
  guint                    n;
  const DlPrimitive       *all = dl_primitives_get (primitives, &n);

  for (guint i = 0; i < n; i++)
    switch ((DlPrimitiveKind) all[i].kind)
      {
      case DL_PRIMITIVE_FILL:
        paint_fill (self, &all[i], snapshot);
        break;
      case DL_PRIMITIVE_BORDER:
        paint_border (self, &all[i], snapshot);
        break;
      case DL_PRIMITIVE_AREA:
      case DL_PRIMITIVE_STROKE:
        paint_path (self, primitives, &all[i], snapshot);
        break;
      case DL_PRIMITIVE_TEXT:
        paint_text (self, &all[i], snapshot);
        break;
      case DL_PRIMITIVE_CLIP:
        push_clip (&all[i], snapshot);
        break;
      case DL_PRIMITIVE_UNCLIP:
        gtk_snapshot_pop (snapshot);
        break;
      default:
        g_assert_not_reached ();
      }
}
