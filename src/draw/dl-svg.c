/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/dl-svg.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "draw/dl-text-cache.h"
#include "layout/dl-card.h"
#include "layout/dl-primitives.h"

/* Lines of text kept while one picture is written. */
#define MAX_MEASURED_TEXTS 256

/* While one picture is written. */
typedef struct
{
  GString       *out;
  const DlTheme *theme;
  DlFonts       *fonts;
  DlTextCache   *texts;
  guint          n_gradients;
  guint          n_clips;
  guint32        titled; /* the operation whose title is open, or DL_NONE */
  DlPrimitive    faded;  /* the fade that was defined last */
} Svg;

/* A number with at most two decimals, in the C locale. */
static void
number (Svg *self, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  value = round (value * 100) / 100;
  g_string_append_printf (self->out, " %s=\"%s\"", name,
                          g_ascii_formatd (digits, sizeof digits, "%g", value == 0 ? 0 : value));
}

/* Text as XML 1.0 allows it. */
static void
escaped (Svg *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = dl_text_drawable_char (g_utf8_get_char (p));

      if (c == '<')
        g_string_append (self->out, "&lt;");
      else if (c == '>')
        g_string_append (self->out, "&gt;");
      else if (c == '&')
        g_string_append (self->out, "&amp;");
      else if (c == '"')
        g_string_append (self->out, "&quot;");
      else
        g_string_append_unichar (self->out, c);
    }
}

static void
color (Svg *self, const char *name, const GdkRGBA *rgba)
{
  g_string_append_printf (self->out, " %s=\"#%02x%02x%02x\"", name, (guint) (rgba->red * 255 + 0.5f),
                          (guint) (rgba->green * 255 + 0.5f), (guint) (rgba->blue * 255 + 0.5f));
  if (rgba->alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      number (self, opacity, (double) rgba->alpha);
    }
}

/* A letter of a path, and a point. */
static void
point (Svg *self, const char *letter, double x, double y)
{
  char digits[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (self->out, "%s%s %s", letter, g_ascii_formatd (digits[0], sizeof digits[0], "%.2f", x),
                          g_ascii_formatd (digits[1], sizeof digits[1], "%.2f", y));
}

/* Brushes */

static gboolean
is_same_fade (const DlPrimitive *a, const DlPrimitive *b)
{
  return a->brush == b->brush && a->paint == b->paint && a->hue == b->hue &&
         memcmp (a->fade, b->fade, sizeof a->fade) == 0;
}

static void
define_fade (Svg *self, const DlPrimitive *primitive)
{
  const GdkRGBA *paint = dl_theme_lookup (self->theme, (DlPaint) primitive->paint, primitive->hue);
  const float   *fade = primitive->fade;

  g_string_append_printf (self->out, "<linearGradient id=\"g%u\" gradientUnits=\"userSpaceOnUse\" y1=\"0\" y2=\"0\"",
                          ++self->n_gradients);
  number (self, "x1", (double) fade[0]);
  number (self, "x2", (double) fade[3]);
  g_string_append_c (self->out, '>');
  for (guint i = 0; i < G_N_ELEMENTS (primitive->fade); i++)
    {
      gboolean clear = (i == 0 && fade[1] > fade[0]) || (i == 3 && fade[2] < fade[3]);
      char     digits[G_ASCII_DTOSTR_BUF_SIZE];

      /* In full: where what fades goes on far beside the picture, all that is seen
       * of it is between two close offsets. */
      g_string_append_printf (
        self->out, "<stop offset=\"%s\"",
        g_ascii_formatd (digits, sizeof digits, "%.7g", (double) MIN ((fade[i] - fade[0]) / (fade[3] - fade[0]), 1)));
      color (self, "stop-color", paint);
      if (clear)
        g_string_append (self->out, " stop-opacity=\"0\"");
      g_string_append (self->out, "/>");
    }
  g_string_append (self->out, "</linearGradient>\n");
}

/* Stripes are all of one kind, and begin where the shape wants them to. */
static void
define_hatch (Svg *self, const DlPrimitive *primitive)
{
  double step = DL_HATCH_PERIOD / G_SQRT2;

  g_string_append_printf (self->out, "<linearGradient id=\"g%u\" xlink:href=\"#hatch%u\"", ++self->n_gradients,
                          primitive->hue);
  number (self, "x1", (double) primitive->hatch[0]);
  number (self, "y1", (double) primitive->hatch[1]);
  number (self, "x2", (double) primitive->hatch[0] + step);
  number (self, "y2", (double) primitive->hatch[1] + step);
  g_string_append (self->out, "/>\n");
}

/* What @primitive is drawn with, before its element begins. */
static void
define_brush (Svg *self, const DlPrimitive *primitive)
{
  if (primitive->brush == DL_BRUSH_PLAIN || is_same_fade (&self->faded, primitive))
    return;
  if (primitive->brush == DL_BRUSH_FADE)
    define_fade (self, primitive);
  else
    define_hatch (self, primitive);
  self->faded = *primitive;
}

/* @name: "fill" or "stroke" */
static void
brush (Svg *self, const char *name, const DlPrimitive *primitive)
{
  GdkRGBA          paint = *dl_theme_lookup (self->theme, (DlPaint) primitive->paint, primitive->hue);
  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

  if (primitive->brush == DL_BRUSH_PLAIN)
    {
      paint.alpha *= primitive->opacity;
      color (self, name, &paint);
      return;
    }
  g_string_append_printf (self->out, " %s=\"url(#g%u)\"", name, self->n_gradients);
  if (primitive->opacity < 1)
    number (self, opacity, (double) primitive->opacity);
}

/* Boxes and paths */

static void
corner (Svg *self, double radius, double x, double y)
{
  if (radius <= 0)
    return;
  point (self, "A", radius, radius);
  point (self, " 0 0 1 ", x, y);
}

/* Begins an element with the geometry of a box, smaller by @inset all around. */
static void
open_box (Svg *self, const DlPrimitive *box, double inset)
{
  double left = (double) box->x + inset;
  double top = (double) box->y + inset;
  double w = MAX ((double) box->w - 2 * inset, 0);
  double h = MAX ((double) box->h - 2 * inset, 0);
  double radius_left = MAX ((double) box->radius_left - inset, 0);
  double radius_right = MAX ((double) box->radius_right - inset, 0);

  if (radius_left == radius_right)
    {
      g_string_append (self->out, "<rect");
      number (self, "x", left);
      number (self, "y", top);
      number (self, "width", w);
      number (self, "height", h);
      if (radius_left > 0)
        number (self, "rx", radius_left);
      return;
    }
  g_string_append (self->out, "<path d=\"");
  point (self, "M", left + radius_left, top);
  point (self, "L", left + w - radius_right, top);
  corner (self, radius_right, left + w, top + radius_right);
  point (self, "L", left + w, top + h - radius_right);
  corner (self, radius_right, left + w - radius_right, top + h);
  point (self, "L", left + radius_left, top + h);
  corner (self, radius_left, left, top + h - radius_left);
  point (self, "L", left, top + radius_left);
  corner (self, radius_left, left + radius_left, top);
  g_string_append (self->out, "z\"");
}

static void
write_fill (Svg *self, const DlPrimitive *box)
{
  define_brush (self, box);
  open_box (self, box, 0);
  brush (self, "fill", box);
  if (box->turn != 0)
    {
      point (self, " transform=\"rotate(45 ", (double) (box->x + box->w / 2), (double) (box->y + box->h / 2));
      g_string_append (self->out, ")\"");
    }
  g_string_append (self->out, "/>\n");
}

static void
write_border (Svg *self, const DlPrimitive *box)
{
  open_box (self, box, (double) box->line / 2);
  g_string_append (self->out, " fill=\"none\"");
  brush (self, "stroke", box);
  if (box->line != 1)
    number (self, "stroke-width", (double) box->line);
  g_string_append (self->out, "/>\n");
}

static void
write_path (Svg *self, const DlPrimitives *primitives, const DlPrimitive *path)
{
  const DlPathStep *steps = dl_primitives_get_path (primitives, path);

  define_brush (self, path);
  g_string_append (self->out, "<path");
  if (path->kind == DL_PRIMITIVE_AREA)
    brush (self, "fill", path);
  else
    {
      g_string_append (self->out, " fill=\"none\" stroke-linejoin=\"round\"");
      brush (self, "stroke", path);
      if (path->line != 1)
        number (self, "stroke-width", (double) path->line);
      if (path->dash[0] > 0)
        g_string_append_printf (self->out, " stroke-dasharray=\"%d %d\"", (int) path->dash[0], (int) path->dash[1]);
    }
  g_string_append (self->out, " d=\"");
  for (guint i = 0; i < path->n; i++)
    {
      const DlPathStep *step = &steps[i];

      switch ((DlStepKind) step->kind)
        {
        case DL_STEP_MOVE:
          point (self, "M", (double) step->x[2], (double) step->y[2]);
          break;
        case DL_STEP_LINE:
          point (self, "L", (double) step->x[2], (double) step->y[2]);
          break;
        case DL_STEP_CURVE:
          for (guint j = 0; j < 3; j++)
            point (self, j == 0 ? "C" : " ", (double) step->x[j], (double) step->y[j]);
          break;
        case DL_STEP_CLOSE:
          g_string_append_c (self->out, 'z');
          break;
        default:
          g_assert_not_reached ();
        }
    }
  g_string_append (self->out, "\"/>\n");
}

/* Whether the words of a run follow each other from right to left. */
static gboolean
runs_leftward (const DlTextRun *run)
{
  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (run->layout, 0)) ==
         PANGO_DIRECTION_RTL;
}

static void
write_text (Svg *self, const DlPrimitive *text)
{
  /* Of what runs leftward, where it stands is where it ends. */
  static const char *const anchors[2][3] = {
    { [DL_ALIGN_START] = "", [DL_ALIGN_CENTER] = " text-anchor=\"middle\"", [DL_ALIGN_END] = " text-anchor=\"end\"" },
    { [DL_ALIGN_START] = " text-anchor=\"end\"", [DL_ALIGN_CENTER] = " text-anchor=\"middle\"", [DL_ALIGN_END] = "" },
  };
  const DlTextRun *run =
    dl_text_cache_get (self->texts, text->text, (DlTextStyle) text->style, (int) ceilf (text->w), NULL);
  g_autofree char *shown = dl_text_run_dup_shown (run);
  gboolean         leftward = runs_leftward (run);
  float            x, y;
  int              width;

  /* Where it would stand on the screen; in another font it stays in its place. */
  dl_text_run_place (run, text, &x, &y);
  pango_layout_get_size (run->layout, &width, NULL);
  g_string_append_printf (self->out, "<text%s%s", leftward ? " direction=\"rtl\"" : "", anchors[leftward][text->align]);
  number (self, "x", (double) x + (double) width / PANGO_SCALE * text->align / 2);
  number (self, "y", (double) (y + run->baseline));
  g_string_append_printf (self->out, " class=\"t%u\"", text->style);
  if (text->struck)
    g_string_append (self->out, " text-decoration=\"line-through\"");
  brush (self, "fill", text);
  if (pango_font_description_get_style (dl_fonts_get (self->fonts, (DlTextStyle) text->style)) == PANGO_STYLE_ITALIC)
    g_string_append (self->out, " font-style=\"italic\"");
  g_string_append_c (self->out, '>');
  escaped (self, shown);
  g_string_append (self->out, "</text>\n");
}

static void
write_clip (Svg *self, const DlPrimitive *box)
{
  g_string_append_printf (self->out, "<clipPath id=\"c%u\">", ++self->n_clips);
  open_box (self, box, 0);
  g_string_append_printf (self->out, "/></clipPath>\n<g clip-path=\"url(#c%u)\">\n", self->n_clips);
}

static void
write_primitive (Svg *self, const DlPrimitives *primitives, const DlPrimitive *primitive)
{
  switch ((DlPrimitiveKind) primitive->kind)
    {
    case DL_PRIMITIVE_FILL:
      write_fill (self, primitive);
      break;
    case DL_PRIMITIVE_BORDER:
      write_border (self, primitive);
      break;
    case DL_PRIMITIVE_AREA:
    case DL_PRIMITIVE_STROKE:
      write_path (self, primitives, primitive);
      break;
    case DL_PRIMITIVE_TEXT:
      write_text (self, primitive);
      break;
    case DL_PRIMITIVE_CLIP:
      write_clip (self, primitive);
      break;
    case DL_PRIMITIVE_UNCLIP:
      g_string_append (self->out, "</g>\n");
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The event that a line, a bar or a mark shows, and its date. */
static char *
dup_event_title (DlTimeline *timeline, guint32 event)
{
  g_autofree char *date = dl_card_dup_date (timeline, event);

  return g_strdup_printf (C_ ("copied event", "%s, %s"), dl_timeline_get_record (timeline, event)->title, date);
}

/* What viewers show where the pointer rests on @op: what a text says that is
 * shortened, what a shape says that has words, and of which event a line is.
 * Returns: (transfer full) (nullable) */
static char *
dup_title (DlScene *scene, const DlOp *op)
{
  DlTimeline *timeline = dl_scene_get_timeline (scene);

  if (op->kind == DL_OP_TEXT)
    {
      if ((op->flags & DL_OP_CUT) == 0)
        return NULL;
      /* Of several lines, the last one is. */
      if (op->style == DL_TEXT_HEADING)
        return g_strdup (dl_scene_get_title (scene));
      if (op->event == DL_NONE)
        return g_strdup (op->text);
      return op->style == DL_TEXT_QUOTE ? dl_card_dup_quote (timeline, op->event)
                                        : g_strdup (dl_timeline_get_record (timeline, op->event)->title);
    }
  if (op->event != DL_NONE && (op->role == DL_ROLE_WHEN || op->role == DL_ROLE_BAR || op->role == DL_ROLE_MARK))
    return dup_event_title (timeline, op->event);
  return g_strdup (op->text);
}

static void
open_title (Svg *self, DlScene *scene, const DlOp *ops, guint32 op)
{
  g_autofree char *title = NULL;

  if (op == self->titled)
    return;
  if (self->titled != DL_NONE)
    g_string_append (self->out, "</g>\n");
  self->titled = DL_NONE;
  title = op == DL_NONE ? NULL : dup_title (scene, &ops[op]);
  if (title == NULL)
    return;
  self->titled = op;
  g_string_append (self->out, "<g><title>");
  escaped (self, title);
  g_string_append (self->out, "</title>\n");
}

static void
write_definitions (Svg *self)
{
  g_string_append (self->out, "<style>\n");
  for (guint i = 0; i < DL_N_TEXT_STYLES; i++)
    {
      const PangoFontDescription *font = dl_fonts_get (self->fonts, (DlTextStyle) i);
      char                        size[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (
        self->out, ".t%u{font:%s%d %spx ", i,
        pango_font_description_get_style (font) == PANGO_STYLE_NORMAL ? "" : "italic ",
        (int) pango_font_description_get_weight (font),
        g_ascii_formatd (size, sizeof size, "%g", dl_fonts_get_size (self->fonts, (DlTextStyle) i)));
      g_string_append (self->out, dl_fonts_get_family (self->fonts, (DlTextStyle) i));
      g_string_append (self->out, "}\n");
    }
  g_string_append (self->out, "</style>\n<defs>\n");
  for (guint i = 0; i < DL_N_HUES; i++)
    {
      const double offsets[4] = { 0, DL_HATCH_STRIPE / DL_HATCH_PERIOD, DL_HATCH_STRIPE / DL_HATCH_PERIOD, 1 };

      g_string_append_printf (
        self->out, "<linearGradient id=\"hatch%u\" gradientUnits=\"userSpaceOnUse\" spreadMethod=\"repeat\">", i);
      for (guint j = 0; j < G_N_ELEMENTS (offsets); j++)
        {
          GdkRGBA stripe = self->theme->hatches[i];
          char    digits[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (self->out, "<stop offset=\"%s\"",
                                  g_ascii_formatd (digits, sizeof digits, "%.7g", offsets[j]));
          color (self, "stop-color", &stripe);
          g_string_append (self->out, j < 2 ? "/>" : " stop-opacity=\"0\"/>");
        }
      g_string_append (self->out, "</linearGradient>\n");
    }
  g_string_append (self->out, "</defs>\n");
}

GBytes *
dl_svg_render (DlScene *scene, const DlTheme *theme, DlFonts *fonts, PangoContext *context)
{
  g_autoptr (DlTextCache)  texts = dl_text_cache_new (fonts, context, MAX_MEASURED_TEXTS);
  g_autoptr (DlPrimitives) primitives = dl_primitives_new (scene);
  Svg         self = { .out = g_string_new (NULL), .theme = theme, .fonts = fonts, .texts = texts, .titled = DL_NONE };
  DlTimeline *timeline = dl_scene_get_timeline (scene);
  guint       n, n_ops;
  const DlPrimitive *all = dl_primitives_get (primitives, &n);
  const DlOp        *ops = dl_scene_get_ops (scene, &n_ops);

  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                             "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" xml:space=\"preserve\"");
  number (&self, "width", dl_scene_get_width (scene));
  number (&self, "height", dl_scene_get_height (scene));
  g_string_append_printf (self.out, " viewBox=\"0 0 %d %d\"", (int) dl_scene_get_width (scene),
                          (int) dl_scene_get_height (scene));
  if (dl_timeline_get_language (timeline) != NULL)
    {
      g_string_append (self.out, " xml:lang=\"");
      escaped (&self, dl_timeline_get_language (timeline));
      g_string_append (self.out, "\"");
    }
  g_string_append (self.out, ">\n<title>");
  escaped (&self, dl_scene_get_title (scene) != NULL ? dl_scene_get_title (scene) : "Dateline");
  g_string_append (self.out, "</title>\n");
  if (dl_timeline_get_description (timeline) != NULL)
    {
      g_string_append (self.out, "<desc>");
      escaped (&self, dl_timeline_get_description (timeline));
      g_string_append (self.out, "</desc>\n");
    }
  write_definitions (&self);
  for (guint i = 0; i < n; i++)
    {
      open_title (&self, scene, ops, all[i].op);
      write_primitive (&self, primitives, &all[i]);
    }
  open_title (&self, scene, ops, DL_NONE);
  g_string_append (self.out, "</svg>\n");
  return g_string_free_to_bytes (self.out);
}
