/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "draw/dl-export.h"
#include "draw/dl-text-cache.h"

#define LEAST_FADE 2.0f
#define TOOTH_WIDTH 4.0
#define TOOTH_HEIGHT 8.0

/* Measures by shaping, for the little that is in one picture: its text is cut
 * where the other pictures cut it. */
typedef struct
{
  DlTextMeasure parent;
  DlFonts      *fonts;
  PangoLayout  *layout;
} ShapedMeasure;

/* While one picture is written. */
typedef struct
{
  GString       *out;
  const DlTheme *theme;
  DlFonts       *fonts;
  PangoContext  *context;
  ShapedMeasure  measure;
  double         width;
  double         height;
  guint          n_gradients;
  double         ascents[DL_N_TEXT_STYLES];
  double         descents[DL_N_TEXT_STYLES];
} Svg;

/* A number with at most two decimals, in the C locale. */
static void
number (Svg *self, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  value = round (value * 100) / 100;
  g_string_append_printf (self->out, " %s=\"%s\"", name, g_ascii_formatd (digits, sizeof digits, "%g", value == 0 ? 0 : value));
}

static double
shaped_width (DlTextMeasure *measure, DlTextStyle style, const char *text)
{
  ShapedMeasure *self = (ShapedMeasure *) measure;
  int            width;

  pango_layout_set_font_description (self->layout, dl_fonts_get (self->fonts, style));
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* Whether the words of @text follow each other from right to left. */
static gboolean
runs_leftward (Svg *self, const char *text)
{
  pango_layout_set_text (self->measure.layout, text, -1);
  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (self->measure.layout, 0)) == PANGO_DIRECTION_RTL;
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
  g_string_append_printf (self->out, " %s=\"#%02x%02x%02x\"", name, (guint) (rgba->red * 255 + 0.5f), (guint) (rgba->green * 255 + 0.5f), (guint) (rgba->blue * 255 + 0.5f));
  if (rgba->alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      number (self, opacity, (double) rgba->alpha);
    }
}

static const GdkRGBA *
paint_of (Svg *self, guint paint, const DlOp *op)
{
  return dl_theme_lookup (self->theme, (DlPaint) paint, op->hue);
}

static void
open_rect (Svg *self, double x, double y, double w, double h, double radius)
{
  g_string_append (self->out, "<rect");
  number (self, "x", x);
  number (self, "y", y);
  number (self, "width", w);
  number (self, "height", h);
  if (radius > 0)
    number (self, "rx", MIN (radius, MIN (w, h) / 2));
}

static void
tooltip (Svg *self, const DlOp *op)
{
  if (op->text == NULL)
    {
      g_string_append (self->out, "/>\n");
      return;
    }
  g_string_append (self->out, "><title>");
  escaped (self, op->text);
  g_string_append (self->out, "</title></rect>\n");
}

static void
write_rect (Svg *self, const DlOp *op)
{
  gboolean planned = op->role == DL_ROLE_CARD && op->flags & DL_OP_PLANNED;
  double   inset = op->border != DL_PAINT_NONE ? 0.5 : 0;

  open_rect (self, op->x + inset, op->y + inset, op->w - 2 * inset, op->h - 2 * inset, op->radius);
  color (self, "fill", paint_of (self, op->fill, op));
  if (op->border != DL_PAINT_NONE)
    color (self, "stroke", paint_of (self, op->border, op));
  if (planned)
    g_string_append (self->out, " stroke-dasharray=\"4 3\"");
  tooltip (self, op);
  if (op->role != DL_ROLE_CARD)
    return;
  if (planned)
    {
      open_rect (self, op->x, op->y, op->w, op->h, op->radius);
      g_string_append_printf (self->out, " fill=\"url(#hatch%u)\"/>\n", op->hue);
    }
  g_string_append (self->out, "<path");
  color (self, "stroke", paint_of (self, DL_PAINT_HUE, op));
  g_string_append (self->out, planned ? " stroke-width=\"4\" stroke-dasharray=\"6 4\"" : " stroke-width=\"4\"");
  {
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], h[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_printf (self->out, " d=\"M%s %sv%s\"/>\n", g_ascii_formatd (x, sizeof x, "%.2f", op->x + 2), g_ascii_formatd (y, sizeof y, "%.2f", op->y + 2), g_ascii_formatd (h, sizeof h, "%.2f", op->h - 4));
  }
}

/* Defines a gradient along x that is @paint between the solid edges. */
static guint
define_gradient (Svg *self, const DlOp *op, const GdkRGBA *paint)
{
  const double positions[4] = { op->x, op->solid_from, op->solid_to, op->x + op->w };
  double       opacity[4] = { op->solid_from > op->x ? 0 : 1, 1, 1, op->solid_to < op->x + op->w ? 0 : 1 };

  g_string_append_printf (self->out, "<linearGradient id=\"g%u\" gradientUnits=\"userSpaceOnUse\" y1=\"0\" y2=\"0\"", ++self->n_gradients);
  number (self, "x1", op->x);
  number (self, "x2", op->x + op->w);
  g_string_append_c (self->out, '>');
  for (guint i = 0; i < 4; i++)
    {
      g_string_append (self->out, "<stop");
      number (self, "offset", CLAMP ((positions[i] - op->x) / op->w, 0, 1));
      color (self, "stop-color", paint);
      if (opacity[i] < 1)
        g_string_append (self->out, " stop-opacity=\"0\"");
      g_string_append (self->out, "/>");
    }
  g_string_append (self->out, "</linearGradient>\n");
  return self->n_gradients;
}

static void
coordinates (Svg *self, char command, double x, double y)
{
  char numbers[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (self->out, "%c%s %s", command, g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", x), g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", y));
}

/* The outline of a bar without its end: no edge runs through the letters of a
 * label that is longer than its bar. */
static void
write_open_outline (Svg *self, const DlOp *op, double left, double right, gboolean dashed)
{
  double radius = MIN (op->radius, (right - left) / 2);
  double last = right - radius;

  g_string_append (self->out, "<path fill=\"none\"");
  color (self, "stroke", paint_of (self, op->border, op));
  if (dashed)
    g_string_append (self->out, " stroke-dasharray=\"4 3\"");
  g_string_append (self->out, " d=\"");
  coordinates (self, 'M', last, op->y + 0.5);
  coordinates (self, 'L', left + radius, op->y + 0.5);
  coordinates (self, 'Q', left + 0.5, op->y + 0.5);
  coordinates (self, ' ', left + 0.5, op->y + radius);
  coordinates (self, 'L', left + 0.5, op->y + op->h - radius);
  coordinates (self, 'Q', left + 0.5, op->y + op->h - 0.5);
  coordinates (self, ' ', left + radius, op->y + op->h - 0.5);
  coordinates (self, 'L', last, op->y + op->h - 0.5);
  g_string_append (self->out, "\"/>\n");
}

static void
write_bar (Svg *self, const DlOp *op)
{
  double left = MAX (op->x, -20);
  double right = MIN (op->x + op->w, self->width + 20);
  double split = op->flags & DL_OP_PLANNED ? left : CLAMP (op->split, left, right);
  /* A fade that is too short to be seen is an edge. */
  gboolean soft = op->solid_from > op->x + LEAST_FADE || op->solid_to < op->x + op->w - LEAST_FADE;
  gboolean when = op->role == DL_ROLE_WHEN;
  gboolean open = op->flags & DL_OP_OVERRUN && !soft && (split <= left || split >= right);
  guint    gradient = 0;

  if (right <= left)
    return;
  if (when)
    split = right;
  if (soft)
    gradient = define_gradient (self, op, paint_of (self, op->fill, op));
  if (split > left)
    {
      open_rect (self, left, op->y, split - left, op->h, soft ? 0 : op->radius);
      if (soft)
        g_string_append_printf (self->out, " fill=\"url(#g%u)\"", gradient);
      else
        color (self, "fill", paint_of (self, op->fill, op));
      if (!soft && op->border != DL_PAINT_NONE && !open)
        color (self, "stroke", paint_of (self, op->border, op));
      g_string_append (self->out, "/>\n");
    }
  if (when && op->flags & (DL_OP_DOUBT | DL_OP_PLANNED))
    {
      /* Gaps, so that doubt and plans are dashed as on the screen. */
      g_string_append (self->out, "<path fill=\"none\"");
      color (self, "stroke", paint_of (self, DL_PAINT_VIEW, op));
      number (self, "stroke-width", op->h + 1);
      g_string_append (self->out, " stroke-dasharray=\"4 6\" stroke-dashoffset=\"-6\" d=\"M");
      g_string_append_printf (self->out, "%d %d.5H%d\"/>\n", (int) left, (int) (op->y + op->h / 2), (int) right);
    }
  if (split < right)
    {
      /* Hatching is open: what lies behind the bar must not show through it. */
      if (!soft && !when)
        {
          open_rect (self, split + 0.5, op->y + 0.5, right - split - 1, op->h - 1, op->radius);
          color (self, "fill", paint_of (self, DL_PAINT_CARD, op));
          g_string_append (self->out, "/>\n");
        }
      open_rect (self, split + 0.5, op->y + 0.5, right - split - 1, op->h - 1, op->radius);
      g_string_append_printf (self->out, " fill=\"url(#hatch%u)\"", op->hue);
      if (!open)
        {
          color (self, "stroke", paint_of (self, op->border, op));
          g_string_append (self->out, " stroke-dasharray=\"4 3\"");
        }
      g_string_append (self->out, "/>\n");
    }
  if (open)
    write_open_outline (self, op, left, right, split <= left);
}

static void
write_end_marks (Svg *self, const DlOp *op)
{
  static const struct
  {
    guint32     flag;
    const char *text;
    gboolean    at_end;
  } marks[] = {
    { DL_OP_OPEN_START, "◂", FALSE },
    { DL_OP_UNKNOWN_START, "?", FALSE },
    { DL_OP_OPEN_END, "▸", TRUE },
    { DL_OP_UNKNOWN_END, "?", TRUE },
  };
  double left = MAX (op->x, 2);
  double right = MIN (op->x + op->w, self->width - 2);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if ((op->flags & marks[i].flag) == 0 || right - left < 24)
        continue;
      g_string_append (self->out, "<text text-anchor=\"middle\" font-weight=\"bold\"");
      number (self, "x", marks[i].at_end ? right - 8 : left + 8);
      number (self, "y", op->y + op->h / 2 + 4.5);
      number (self, "font-size", dl_fonts_get_size (self->fonts, DL_TEXT_LABEL));
      color (self, "fill", paint_of (self, DL_PAINT_HUE, op));
      g_string_append_printf (self->out, ">%s</text>\n", marks[i].text);
    }
}

static void
write_diamond (Svg *self, const DlOp *op)
{
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (self->out, "<path");
  color (self, "fill", paint_of (self, op->fill, op));
  color (self, "stroke", paint_of (self, DL_PAINT_VIEW, op));
  g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", op->x + op->w / 2);
  g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", op->y);
  g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", op->w / 2);
  g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", op->h / 2);
  g_string_append_printf (self->out, " d=\"M%s %sl%s %s -%s %s -%s -%sz\"/>\n", numbers[0], numbers[1], numbers[2], numbers[3], numbers[2], numbers[3], numbers[2], numbers[3]);
}

/* How far the paper of a torn edge reaches into the hole at @y: teeth stand at
 * whole periods, so that the parts of one edge join. */
static double
tooth_at (double y, double tooth)
{
  double phase = fmod (y, TOOTH_HEIGHT) / TOOTH_HEIGHT;

  return tooth * (1 - fabs (2 * phase - 1));
}

/* One torn edge, down or up; @first: begins the path. */
static void
add_torn_edge (Svg *self, double x, double tooth, double from, double to, gboolean first)
{
  double step = to > from ? TOOTH_HEIGHT / 2 : -TOOTH_HEIGHT / 2;
  double y = from;
  char   numbers[2][G_ASCII_DTOSTR_BUF_SIZE];

  for (;;)
    {
      g_string_append_printf (self->out, "%c%s %s", first ? 'M' : 'L', g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", x + tooth_at (y, tooth)), g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", y));
      first = FALSE;
      if (y == to)
        return;
      y = step > 0 ? MIN ((floor (y / step) + 1) * step, to) : MAX ((ceil (y / -step) - 1) * -step, to);
    }
}

/* A hole between two torn edges, as on the screen. */
static void
write_tear (Svg *self, const DlOp *op)
{
  double tooth = MIN (TOOTH_WIDTH, op->w / 4);
  double left = op->x;
  double right = op->x + op->w;
  double top = op->y;
  double bottom = op->y + op->h;

  g_string_append (self->out, "<g>");
  if (op->text != NULL)
    {
      g_string_append (self->out, "<title>");
      escaped (self, op->text);
      g_string_append (self->out, "</title>");
    }
  g_string_append (self->out, "<path");
  color (self, "fill", paint_of (self, op->fill, op));
  g_string_append (self->out, " d=\"");
  add_torn_edge (self, left, tooth, top, bottom, TRUE);
  add_torn_edge (self, right, -tooth, bottom, top, FALSE);
  g_string_append (self->out, "z\"/><path fill=\"none\"");
  color (self, "stroke", paint_of (self, op->border, op));
  g_string_append (self->out, " stroke-linejoin=\"round\" d=\"");
  add_torn_edge (self, left, tooth, top, bottom, TRUE);
  add_torn_edge (self, right, -tooth, bottom, top, TRUE);
  g_string_append (self->out, "\"/></g>\n");
}

static void
write_triangle (Svg *self, const DlOp *op)
{
  char   numbers[6][G_ASCII_DTOSTR_BUF_SIZE];
  double corners[6] = { -1, -0.6, 1, -0.6, 0, 0.75 };

  g_string_append (self->out, "<path");
  color (self, "fill", paint_of (self, op->fill, op));
  for (guint i = 0; i < 6; i += 2)
    {
      double x = op->flags & DL_OP_COLLAPSED ? corners[i + 1] : corners[i];
      double y = op->flags & DL_OP_COLLAPSED ? -corners[i] : corners[i + 1];

      g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", op->x + op->w / 2 * (1 + x));
      g_ascii_formatd (numbers[i + 1], sizeof numbers[i + 1], "%.2f", op->y + op->h / 2 * (1 + y));
    }
  g_string_append_printf (self->out, " d=\"M%s %sL%s %sL%s %sz\"/>\n", numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
}

static void
write_pill (Svg *self, const DlOp *op)
{
  open_rect (self, op->x + 0.5, op->y - 0.5, op->w - 1, op->h + 1, op->h);
  color (self, "fill", paint_of (self, op->border == DL_PAINT_ACCENT ? DL_PAINT_ACCENT : DL_PAINT_CARD, op));
  color (self, "stroke", paint_of (self, op->border, op));
  g_string_append (self->out, "/>\n");
}

static void
write_text (Svg *self, const DlOp *op)
{
  g_autofree char            *text = NULL;
  const PangoFontDescription *font = dl_fonts_get (self->fonts, (DlTextStyle) op->style);
  double                      x = op->x;
  double                      height = self->ascents[op->style] + self->descents[op->style];
  gboolean                    leftward;

  if (op->w < 6)
    return;
  text = dl_text_fit (&self->measure.parent, (DlTextStyle) op->style, op->text, ceil (op->w) + DL_TEXT_PASSED_OVER);
  leftward = runs_leftward (self, text);
  if (op->flags & DL_OP_ROUND)
    write_pill (self, op);
  g_string_append (self->out, "<text");
  /* Words that begin with a letter of Hebrew or Arabic run leftward as a whole.
   * They stand where others do, but where they stand is where they end. */
  if (leftward)
    g_string_append (self->out, " direction=\"rtl\"");
  if (op->flags & DL_OP_ALIGN_END)
    {
      if (!leftward)
        g_string_append (self->out, " text-anchor=\"end\"");
      x += op->w;
    }
  else if (op->flags & DL_OP_ALIGN_CENTER)
    {
      g_string_append (self->out, " text-anchor=\"middle\"");
      x += op->w / 2;
    }
  else if (leftward)
    g_string_append (self->out, " text-anchor=\"end\"");
  number (self, "x", x);
  number (self, "y", op->y + (op->h - height) / 2 + self->ascents[op->style]);
  g_string_append_printf (self->out, " class=\"t%u\"", op->style);
  /* As wide as it was measured. */
  if (strstr (text, "  ") != NULL)
    g_string_append (self->out, " xml:space=\"preserve\"");
  if (op->flags & DL_OP_CANCELLED)
    g_string_append (self->out, " text-decoration=\"line-through\"");
  color (self, "fill", paint_of (self, op->fill, op));
  if (pango_font_description_get_style (font) == PANGO_STYLE_ITALIC)
    g_string_append (self->out, " font-style=\"italic\"");
  g_string_append_c (self->out, '>');
  escaped (self, text);
  g_string_append (self->out, "</text>\n");
}

static void
write_definitions (Svg *self)
{
  g_string_append (self->out, "<style>\n");
  for (guint i = 0; i < DL_N_TEXT_STYLES; i++)
    {
      const PangoFontDescription *font = dl_fonts_get (self->fonts, (DlTextStyle) i);
      char                        size[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (self->out, ".t%u{font:%s%d %spx ", i, pango_font_description_get_style (font) == PANGO_STYLE_NORMAL ? "" : "italic ", (int) pango_font_description_get_weight (font), g_ascii_formatd (size, sizeof size, "%g", dl_fonts_get_size (self->fonts, (DlTextStyle) i)));
      g_string_append (self->out, dl_fonts_get_family (self->fonts, (DlTextStyle) i));
      g_string_append (self->out, "}\n");
    }
  g_string_append (self->out, "</style>\n<defs>\n");
  for (guint i = 0; i < DL_N_HUES; i++)
    {
      g_string_append_printf (self->out, "<pattern id=\"hatch%u\" width=\"11\" height=\"11\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"11\"", i);
      color (self, "fill", &self->theme->hatches[i]);
      g_string_append (self->out, "/></pattern>\n");
    }
  g_string_append (self->out, "</defs>\n");
}

static void
read_metrics (Svg *self)
{
  for (guint i = 0; i < DL_N_TEXT_STYLES; i++)
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (self->context, dl_fonts_get (self->fonts, (DlTextStyle) i), NULL);

      self->ascents[i] = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
      self->descents[i] = (double) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
      pango_font_metrics_unref (metrics);
    }
}

static void
write_op (Svg *self, const DlOp *op)
{
  switch ((DlOpKind) op->kind)
    {
    case DL_OP_RECT:
      write_rect (self, op);
      break;
    case DL_OP_BAR:
      write_bar (self, op);
      if (op->role == DL_ROLE_BAR)
        write_end_marks (self, op);
      break;
    case DL_OP_DIAMOND:
      write_diamond (self, op);
      break;
    case DL_OP_TRIANGLE:
      write_triangle (self, op);
      break;
    case DL_OP_TEXT:
      write_text (self, op);
      break;
    case DL_OP_TEAR:
      write_tear (self, op);
      break;
    default:
      g_assert_not_reached ();
    }
}

GBytes *
dl_svg_render (DlScene *scene, const DlTheme *theme, DlFonts *fonts, PangoContext *context)
{
  Svg         self = { .out = g_string_new (NULL), .theme = theme, .fonts = fonts, .context = context, .measure = { { shaped_width }, fonts, pango_layout_new (context) } };
  DlTimeline *timeline = dl_scene_get_timeline (scene);
  double      head = dl_scene_get_head_height (scene);
  gboolean    scrolled = FALSE;
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  self.width = dl_scene_get_width (scene);
  self.height = dl_scene_get_height (scene);
  read_metrics (&self);
  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
  number (&self, "width", self.width);
  number (&self, "height", self.height);
  g_string_append_printf (self.out, " viewBox=\"0 0 %d %d\"", (int) self.width, (int) self.height);
  if (dl_timeline_get_language (timeline) != NULL)
    {
      g_string_append (self.out, " xml:lang=\"");
      escaped (&self, dl_timeline_get_language (timeline));
      g_string_append (self.out, "\"");
    }
  g_string_append (self.out, ">\n<title>");
  escaped (&self, dl_timeline_get_title (timeline) != NULL ? dl_timeline_get_title (timeline) : "Dateline");
  g_string_append (self.out, "</title>\n");
  if (dl_timeline_get_description (timeline) != NULL)
    {
      g_string_append (self.out, "<desc>");
      escaped (&self, dl_timeline_get_description (timeline));
      g_string_append (self.out, "</desc>\n");
    }
  write_definitions (&self);
  g_string_append (self.out, "<clipPath id=\"lanes\">");
  open_rect (&self, 0, head, self.width, MAX (self.height - head, 0), 0);
  g_string_append (self.out, "/></clipPath>\n");

  for (guint i = 0; i < n_ops; i++)
    {
      gboolean fixed = (ops[i].flags & DL_OP_FIXED) != 0;

      if (ops[i].x > self.width || ops[i].x + ops[i].w < 0 || ops[i].y > self.height)
        continue;
      if (scrolled == fixed)
        {
          g_string_append (self.out, fixed ? "</g>\n" : "<g clip-path=\"url(#lanes)\">\n");
          scrolled = !fixed;
        }
      write_op (&self, &ops[i]);
    }
  if (scrolled)
    g_string_append (self.out, "</g>\n");
  g_string_append (self.out, "</svg>\n");
  g_object_unref (self.measure.layout);
  return g_string_free_to_bytes (self.out);
}
