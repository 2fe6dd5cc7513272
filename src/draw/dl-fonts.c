/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/dl-fonts.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"

#define SERIF "Noto Serif, DejaVu Serif, Noto Serif CJK JP, serif"
#define EXPORT_SANS "Cantarell, Noto Sans, DejaVu Sans, Noto Sans CJK JP, sans-serif"

static const struct
{
  double      size;
  PangoWeight weight;
  gboolean    quote;
} styles[DL_N_TEXT_STYLES] = {
  [DL_TEXT_TITLE] = { 12.5, PANGO_WEIGHT_SEMIBOLD, FALSE }, [DL_TEXT_LABEL] = { 12.5, PANGO_WEIGHT_NORMAL, FALSE },
  [DL_TEXT_DATE] = { 12, PANGO_WEIGHT_NORMAL, FALSE },      [DL_TEXT_QUOTE] = { 12, PANGO_WEIGHT_NORMAL, TRUE },
  [DL_TEXT_PILL] = { 11, PANGO_WEIGHT_BOLD, FALSE },        [DL_TEXT_LANE] = { 12.5, PANGO_WEIGHT_BOLD, FALSE },
  [DL_TEXT_NOTE] = { 12, PANGO_WEIGHT_NORMAL, FALSE },      [DL_TEXT_TICK] = { 12, PANGO_WEIGHT_NORMAL, FALSE },
  [DL_TEXT_CONTEXT] = { 14, PANGO_WEIGHT_BOLD, FALSE },     [DL_TEXT_HEADING] = { 20, PANGO_WEIGHT_BOLD, FALSE },
};

struct _DlFonts
{
  gatomicrefcount       ref_count;
  PangoFontDescription *descriptions[DL_N_TEXT_STYLES];
  double                sizes[DL_N_TEXT_STYLES];
};

DlFonts *
dl_fonts_new (const char *family, double factor)
{
  DlFonts *self = g_new0 (DlFonts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < DL_N_TEXT_STYLES; i++)
    {
      self->descriptions[i] = pango_font_description_new ();
      self->sizes[i] = styles[i].size * factor;
      pango_font_description_set_family (self->descriptions[i], styles[i].quote ? SERIF : family);
      pango_font_description_set_absolute_size (self->descriptions[i], self->sizes[i] * PANGO_SCALE);
      pango_font_description_set_weight (self->descriptions[i], styles[i].weight);
      if (styles[i].quote)
        pango_font_description_set_style (self->descriptions[i], PANGO_STYLE_ITALIC);
    }
  return self;
}

DlFonts *
dl_fonts_new_for_export (void)
{
  return dl_fonts_new (EXPORT_SANS, 1);
}

DlFonts *
dl_fonts_ref (DlFonts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_fonts_unref (DlFonts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < DL_N_TEXT_STYLES; i++)
    pango_font_description_free (self->descriptions[i]);
  g_free (self);
}

const PangoFontDescription *
dl_fonts_get (DlFonts *self, DlTextStyle style)
{
  return self->descriptions[style];
}

const char *
dl_fonts_get_family (DlFonts *self, DlTextStyle style)
{
  return pango_font_description_get_family (self->descriptions[style]);
}

double
dl_fonts_get_size (DlFonts *self, DlTextStyle style)
{
  return self->sizes[style];
}

PangoContext *
dl_pango_context_new (const char *language)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext            *context;
  cairo_font_options_t    *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 96);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

gboolean
dl_fonts_check (PangoContext *context, GError **error)
{
  PangoContext *where =
    context != NULL ? g_object_ref (context) : pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *any = pango_font_description_from_string (EXPORT_SANS);
  PangoFont            *font = pango_context_load_font (where, any);
  gboolean              found = font != NULL;

  g_clear_object (&font);
  pango_font_description_free (any);
  g_object_unref (where);
  if (!found)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_FONTS,
                         _ ("there are no fonts: install one, such as DejaVu or Noto"));
  return found;
}

/* Digits, signs and spaces belong to no script. They are set in the font of what
 * they stand beside, which need not be the one that they would have alone: in a
 * Japanese window 12 has other digits than 12 July has. */
#define SCRIPT_SHIFT 21        /* over a character in a key: the script that it stands in */
#define WITH_SPACE 0x80000000u /* in a key: a space that follows the character */

/* Advances of one style: arrays for ASCII, a table for the rest. Each is
 * shaped when it is met first: most texts have few different letters. */
typedef struct
{
  float       alone[128]; /* negative: not known yet */
  float       latin[128]; /* after a Latin letter */
  GHashTable *others;     /* key -> 26.6 fixed point + 1 */
  double      line_height;
} Advances;

typedef struct
{
  DlTextMeasure parent;
  DlFonts      *fonts;
  GMutex        mutex; /* for all but reading what is known of ASCII */
  PangoLayout  *layout;
  Advances      advances[DL_N_TEXT_STYLES];
} PangoMeasure;

static double
shape_width (PangoMeasure *self, DlTextStyle style, const char *text, int length)
{
  int width;

  pango_layout_set_font_description (self->layout, dl_fonts_get (self->fonts, style));
  pango_layout_set_text (self->layout, text, length);
  pango_layout_get_size (self->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
fill_advances (PangoMeasure *self, DlTextStyle style)
{
  Advances      *advances = &self->advances[style];
  PangoRectangle logical;

  if (g_atomic_pointer_get (&advances->others) != NULL)
    return;
  g_mutex_lock (&self->mutex);
  if (advances->others == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (advances->alone); i++)
        advances->alone[i] = advances->latin[i] = -1;
      shape_width (self, style, "Ágy", -1);
      pango_layout_get_pixel_extents (self->layout, NULL, &logical);
      advances->line_height = logical.height;
      g_atomic_pointer_set (&advances->others, g_hash_table_new (NULL, NULL));
    }
  g_mutex_unlock (&self->mutex);
}

/* The advance of @c, after @before where that is not 0. */
static double
shape_after (PangoMeasure *self, DlTextStyle style, gunichar before, gunichar c)
{
  char   text[12];
  int    length = before != 0 ? g_unichar_to_utf8 (before, text) : 0;
  double width = length > 0 ? shape_width (self, style, text, length) : 0;

  length += g_unichar_to_utf8 (c, text + length);
  width = shape_width (self, style, text, length) - width;
  return MAX (width, 0);
}

/* The width of an ASCII character, as @known has it or soon will. */
static float
measure_ascii (PangoMeasure *self, DlTextStyle style, float *known, char c)
{
  Advances *advances = &self->advances[style];
  float     width;

  __atomic_load (&known[(guchar) c], &width, __ATOMIC_RELAXED);
  if (width >= 0)
    return width;
  g_mutex_lock (&self->mutex);
  width = (float) shape_after (self, style, known == advances->latin && !g_ascii_isalpha (c) ? 'n' : 0, (guchar) c);
  __atomic_store (&known[(guchar) c], &width, __ATOMIC_RELAXED);
  g_mutex_unlock (&self->mutex);
  return width;
}

static gboolean
is_of_a_script (gunichar c, GUnicodeScript *script)
{
  *script = c < 128 && !g_ascii_isalpha ((char) c) ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script (c);
  return *script != G_UNICODE_SCRIPT_COMMON && *script != G_UNICODE_SCRIPT_INHERITED &&
         *script != G_UNICODE_SCRIPT_UNKNOWN;
}

/* Letters of these scripts join, or change places: alone each is another. */
static gboolean
is_joined (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_MONGOLIAN:
    case G_UNICODE_SCRIPT_DEVANAGARI:
    case G_UNICODE_SCRIPT_BENGALI:
    case G_UNICODE_SCRIPT_GURMUKHI:
    case G_UNICODE_SCRIPT_GUJARATI:
    case G_UNICODE_SCRIPT_ORIYA:
    case G_UNICODE_SCRIPT_TAMIL:
    case G_UNICODE_SCRIPT_TELUGU:
    case G_UNICODE_SCRIPT_KANNADA:
    case G_UNICODE_SCRIPT_MALAYALAM:
    case G_UNICODE_SCRIPT_SINHALA:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_joined (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    /* None of them comes before Arabic. */
    if ((guchar) *p >= 0xd8 && is_joined (g_unichar_get_script (g_utf8_get_char (p))))
      return TRUE;
  return FALSE;
}

/* Shaped as a whole. */
static double
measure_joined (PangoMeasure *self, DlTextStyle style, const char *text)
{
  g_autofree char *drawable = dl_text_drawable (text);
  double           width;

  g_mutex_lock (&self->mutex);
  width = shape_width (self, style, drawable, -1);
  g_mutex_unlock (&self->mutex);
  return width;
}

/* @text, which is not all ASCII: looked up in the table, shaped when it is new. */
static double
measure_others (PangoMeasure *self, DlTextStyle style, const char *text)
{
  Advances      *advances = &self->advances[style];
  GUnicodeScript script = G_UNICODE_SCRIPT_COMMON;
  gunichar       letter = 0; /* the last one of a script, or at first the next one */
  gunichar       last = 0;   /* what is no space */
  double         width = 0;

  for (const char *p = text; *p != '\0' && letter == 0; p = g_utf8_next_char (p))
    if (is_of_a_script (g_utf8_get_char (p), &script))
      letter = g_utf8_get_char (p);
  if (letter == 0)
    script = G_UNICODE_SCRIPT_COMMON;
  g_mutex_lock (&self->mutex);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar       c = dl_text_drawable_char (g_utf8_get_char (p));
      gunichar       before = 0;
      guint          key = c;
      GUnicodeScript own;
      gpointer       known;

      if (is_of_a_script (c, &own))
        {
          letter = c;
          script = own;
        }
      else if (c == ' ' && last >= 128)
        {
          before = last;
          key = last | WITH_SPACE;
        }
      else if (letter != 0 && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        {
          before = script == G_UNICODE_SCRIPT_LATIN ? 'n' : letter;
          key = (guint) script << SCRIPT_SHIFT | c;
        }
      last = c == ' ' ? last : c;
      known = g_hash_table_lookup (advances->others, GUINT_TO_POINTER (key));
      if (known == NULL)
        {
          known = GUINT_TO_POINTER ((guint) (shape_after (self, style, before, c) * 64 + 0.5) + 1);
          g_hash_table_insert (advances->others, GUINT_TO_POINTER (key), known);
        }
      width += (GPOINTER_TO_UINT (known) - 1) / 64.0;
    }
  g_mutex_unlock (&self->mutex);
  return width;
}

static double
measure_width (DlTextMeasure *measure, DlTextStyle style, const char *text)
{
  PangoMeasure *self = (PangoMeasure *) measure;
  Advances     *advances = &self->advances[style];
  float        *known = advances->alone;
  double        width = 0;

  fill_advances (self, style);
  for (const char *p = text; *p != '\0' && known == advances->alone; p++)
    if (g_ascii_isalpha (*p))
      known = advances->latin;
    else if ((guchar) *p >= 128)
      break;
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 128)
        return has_joined (text) ? measure_joined (self, style, text) : measure_others (self, style, text);
      width += measure_ascii (self, style, known, (char) dl_text_drawable_char ((guchar) *p));
    }
  return width;
}

static double
measure_line_height (DlTextMeasure *measure, DlTextStyle style)
{
  PangoMeasure *self = (PangoMeasure *) measure;

  fill_advances (self, style);
  return self->advances[style].line_height;
}

static void
measure_free (DlTextMeasure *measure)
{
  PangoMeasure *self = (PangoMeasure *) measure;

  for (guint i = 0; i < DL_N_TEXT_STYLES; i++)
    g_clear_pointer (&self->advances[i].others, g_hash_table_unref);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->layout);
  dl_fonts_unref (self->fonts);
  g_free (self);
}

/* With fonts, and a font map, of its own. */
static DlTextMeasure *
measure_fork (DlTextMeasure *measure)
{
  PangoMeasure *self = (PangoMeasure *) measure;
  PangoContext *context = dl_pango_context_new (
    pango_language_to_string (pango_context_get_language (pango_layout_get_context (self->layout))));
  DlTextMeasure *fork = dl_pango_measure_new (self->fonts, context);

  g_object_unref (context);
  return fork;
}

DlTextMeasure *
dl_pango_measure_new (DlFonts *fonts, PangoContext *context)
{
  PangoMeasure *self = g_new0 (PangoMeasure, 1);

  self->parent.width = measure_width;
  self->parent.line_height = measure_line_height;
  self->parent.fork = measure_fork;
  self->parent.free = measure_free;
  self->fonts = dl_fonts_ref (fonts);
  g_mutex_init (&self->mutex);
  self->layout = pango_layout_new (context);
  return &self->parent;
}
