/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-look.h"

#include <string.h>

#include "compat/dl-compat.h"
#include "widgets/dl-text-size.h"

/* The size of text that the pictures are designed for: 11 points at 96 dpi. */
#define DESIGN_FONT_PIXELS (11.0 * 96 / 72)

/* Beyond that nothing is left of a picture but its text. */
#define LARGEST_TEXT 6.0

DlThemeKind
dl_look_get_theme (GtkWidget *widget)
{
  g_autofree char *name = g_strdup (g_getenv ("GTK_THEME")); /* outranks the setting, as for GTK itself */
  gboolean         high_contrast;
  gboolean         dark;
  GdkRGBA          ink;

  if (name == NULL)
    g_object_get (gtk_widget_get_settings (widget), "gtk-theme-name", &name, NULL);
  high_contrast = name != NULL && (g_str_has_prefix (name, "HighContrast") || strstr (name, "-hc") != NULL ||
                                   strstr (name, ":hc") != NULL);
  dl_compat_get_color (widget, &ink);
  dark = 0.2126f * ink.red + 0.7152f * ink.green + 0.0722f * ink.blue > 0.5f;
  if (high_contrast)
    return dark ? DL_THEME_HIGH_CONTRAST_DARK : DL_THEME_HIGH_CONTRAST;
  return dark ? DL_THEME_DARK : DL_THEME_LIGHT;
}

void
dl_look_mark_contrast (GtkWidget *window)
{
  DlThemeKind kind = dl_look_get_theme (window);

  if (kind == DL_THEME_HIGH_CONTRAST || kind == DL_THEME_HIGH_CONTRAST_DARK)
    gtk_widget_add_css_class (window, "high-contrast");
  else
    gtk_widget_remove_css_class (window, "high-contrast");
}

double
dl_look_get_font (GtkWidget *widget, char **family)
{
  PangoFontDescription *font;
  g_autofree char      *name = NULL;
  int                   dpi = -1;
  double                wanted = dl_text_size_get_factor ();
  double                pixels = DESIGN_FONT_PIXELS * wanted;

  g_object_get (gtk_widget_get_settings (widget), "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Sans 11");
  if (pango_font_description_get_size (font) > 0)
    pixels = (double) pango_font_description_get_size (font) / PANGO_SCALE *
             (pango_font_description_get_size_is_absolute (font) ? wanted : (dpi > 0 ? dpi / 1024.0 : 96) / 72);
  if (family != NULL)
    *family =
      g_strdup (pango_font_description_get_family (font) != NULL ? pango_font_description_get_family (font) : "Sans");
  pango_font_description_free (font);
  /* A desktop with small text is no reason to set a picture smaller than it is
   * designed for; that the reader asks for it is one. */
  return MIN (CLAMP (pixels / wanted / DESIGN_FONT_PIXELS, 1.0, 4.0) * wanted, LARGEST_TEXT);
}

/* Of a glyph that is hinted while its measures are not, GTK's renderers on
 * graphics hardware cut off the top at some sizes: neither is hinted, as in
 * every picture that is saved: of a window, what was seen in it. */
static void
leave_unhinted (PangoContext *context)
{
  const cairo_font_options_t *desktop = pango_cairo_context_get_font_options (context);
  cairo_font_options_t *options = desktop != NULL ? cairo_font_options_copy (desktop) : cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

PangoContext *
dl_look_create_context (GtkWidget *widget, const char *language)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);

  leave_unhinted (context);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

DlPainter *
dl_look_new_painter (GtkWidget *widget, const char *language, double factor, DlTextMeasure **measure)
{
  PangoContext       *context = dl_look_create_context (widget, language);
  g_autofree char    *family = NULL;
  g_autoptr (DlFonts) fonts = NULL;
  DlPainter          *painter;

  dl_look_get_font (widget, &family);
  fonts = dl_fonts_new (family, factor);
  painter = dl_painter_new (fonts, context, DL_PAINTED_SCREEN);
  if (measure != NULL)
    *measure = dl_pango_measure_new (fonts, context);
  g_object_unref (context);
  return painter;
}
