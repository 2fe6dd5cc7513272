/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every theme can be read (WCAG 2.1), and its hues stay apart for readers who
 * do not see red, green or blue. */
#include "draw/dl-theme.h"

#include <math.h>

/* Smallest difference between two hues: by CIELAB's plain distance, and by CIEDE2000,
 * which counts it as an eye does. */
#define LEAST_DIFFERENCE 16.0
#define LEAST_CIEDE2000 11.5
/* And between the paler colours of bars and densities. */
#define LEAST_LINE_DIFFERENCE 9.0

/* Least contrast of what says something by its shape (WCAG 2.1, 1.4.11). */
#define LEAST_OF_SHAPES 3.0

/* How colours are seen, on linear RGB: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
 * TVCG 15(6), 2009, severity 1.0. */
static const struct
{
  const char *name;
  double      matrix[3][3];
} visions[] = {
  { "all colours", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
};

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear ((double) color->red) + 0.7152 * linear ((double) color->green) +
         0.0722 * linear ((double) color->blue);
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double light = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (light + 0.05) / (dark + 0.05);
}

static double
lab_part (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIELAB (D65) of @color as @vision sees it. */
static void
to_lab (const GdkRGBA *color, guint vision, double lab[3])
{
  const double rgb[3] = { linear ((double) color->red), linear ((double) color->green), linear ((double) color->blue) };
  double       seen[3];
  double       x, y, z;

  for (guint i = 0; i < 3; i++)
    {
      const double *row = visions[vision].matrix[i];

      seen[i] = CLAMP (row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2], 0, 1);
    }
  x = lab_part ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_part (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_part ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
difference (const GdkRGBA *a, const GdkRGBA *b, guint vision)
{
  double left[3], right[3];

  to_lab (a, vision, left);
  to_lab (b, vision, right);
  return sqrt ((left[0] - right[0]) * (left[0] - right[0]) + (left[1] - right[1]) * (left[1] - right[1]) +
               (left[2] - right[2]) * (left[2] - right[2]));
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

/* In degrees, 0 to 360. */
static double
angle_of (double a, double b)
{
  double angle = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

/* Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and
 * Application 30(1), 2005. */
static double
ciede2000_of (const double left[3], const double right[3])
{
  double seventh = pow ((hypot (left[1], left[2]) + hypot (right[1], right[2])) / 2, 7);
  double grow = 1.5 - 0.5 * sqrt (seventh / (seventh + pow (25, 7)));
  double chroma[2] = { hypot (left[1] * grow, left[2]), hypot (right[1] * grow, right[2]) };
  double angle[2] = { angle_of (left[1] * grow, left[2]), angle_of (right[1] * grow, right[2]) };
  double turn = angle[1] - angle[0];
  double lightness = (left[0] + right[0]) / 2;
  double strength = (chroma[0] + chroma[1]) / 2;
  double middle = (angle[0] + angle[1]) / 2;
  double weight, part[3], rotation;

  if (fabs (turn) > 180)
    {
      turn += turn > 0 ? -360 : 360;
      middle += middle < 180 ? 180 : -180;
    }
  weight = 1 - 0.17 * cos (radians (middle - 30)) + 0.24 * cos (radians (2 * middle)) +
           0.32 * cos (radians (3 * middle + 6)) - 0.2 * cos (radians (4 * middle - 63));
  part[0] = (right[0] - left[0]) / (1 + 0.015 * pow (lightness - 50, 2) / sqrt (20 + pow (lightness - 50, 2)));
  part[1] = (chroma[1] - chroma[0]) / (1 + 0.045 * strength);
  part[2] = 2 * sqrt (chroma[0] * chroma[1]) * sin (radians (turn) / 2) / (1 + 0.015 * strength * weight);
  rotation = -2 * sqrt (pow (strength, 7) / (pow (strength, 7) + pow (25, 7))) *
             sin (radians (60 * exp (-pow ((middle - 275) / 25, 2))));
  return sqrt (part[0] * part[0] + part[1] * part[1] + part[2] * part[2] + rotation * part[1] * part[2]);
}

static double
ciede2000 (const GdkRGBA *a, const GdkRGBA *b, guint vision)
{
  double left[3], right[3];

  to_lab (a, vision, left);
  to_lab (b, vision, right);
  return ciede2000_of (left, right);
}

static void
check_contrast (DlThemeKind kind, DlPaint ink, DlPaint paper, guint hue)
{
  const DlTheme *theme = dl_theme_get (kind);
  gboolean       high = kind == DL_THEME_HIGH_CONTRAST || kind == DL_THEME_HIGH_CONTRAST_DARK;
  double         least = high ? 7.0 : 4.5;
  double         found = contrast (dl_theme_lookup (theme, ink, hue), dl_theme_lookup (theme, paper, hue));

  if (found < least)
    g_test_fail_printf ("%s: paint %d on paint %d, hue %u: %.2f to 1, wanted %.1f", dl_theme_kind_to_string (kind), ink,
                        paper, hue, found, least);
}

/* What a word can stand on, in every place where one does. */
static void
test_contrast (void)
{
  static const DlPaint papers[] = { DL_PAINT_VIEW, DL_PAINT_CARD, DL_PAINT_WEEKEND, DL_PAINT_FUTURE };

  for (guint kind = 0; kind < DL_N_THEMES; kind++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
        {
          check_contrast ((DlThemeKind) kind, DL_PAINT_INK, papers[i], 0);
          check_contrast ((DlThemeKind) kind, DL_PAINT_DIM, papers[i], 0);
          for (guint hue = 0; hue < DL_N_HUES; hue++)
            check_contrast ((DlThemeKind) kind, DL_PAINT_HUE, papers[i], hue);
        }
      for (guint hue = 0; hue < DL_N_HUES; hue++)
        {
          check_contrast ((DlThemeKind) kind, DL_PAINT_INK, DL_PAINT_HUE_FILL, hue);
          check_contrast ((DlThemeKind) kind, DL_PAINT_INK, DL_PAINT_HUE_HATCH, hue);
        }
      check_contrast ((DlThemeKind) kind, DL_PAINT_ON_ACCENT, DL_PAINT_ACCENT, 0);
      check_contrast ((DlThemeKind) kind, DL_PAINT_ON_SELECTED, DL_PAINT_SELECTED, 0);
      check_contrast ((DlThemeKind) kind, DL_PAINT_INK, DL_PAINT_HIT, 0);
      check_contrast ((DlThemeKind) kind, DL_PAINT_INK, DL_PAINT_GRID, 0);
      check_contrast ((DlThemeKind) kind, DL_PAINT_VIEW, DL_PAINT_INK, 0);
    }
}

/* What marks a hit is seen on all that it stands on (WCAG 2.1, 1.4.11). */
static void
test_hits (void)
{
  static const DlPaint papers[] = { DL_PAINT_VIEW, DL_PAINT_CARD, DL_PAINT_WEEKEND, DL_PAINT_FUTURE, DL_PAINT_HIT };

  for (guint kind = 0; kind < DL_N_THEMES; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
      {
        const DlTheme *theme = dl_theme_get ((DlThemeKind) kind);
        double         found = contrast (&theme->paints[DL_PAINT_HIT_LINE], &theme->paints[papers[i]]);

        if (found < 3)
          g_test_fail_printf ("%s: paint %d on paint %d: %.2f to 1", dl_theme_kind_to_string ((DlThemeKind) kind),
                              DL_PAINT_HIT_LINE, papers[i], found);
      }
}

static void
check_shape (DlThemeKind kind, DlPaint paint, DlPaint paper, guint hue)
{
  const DlTheme *theme = dl_theme_get (kind);
  double         found = contrast (dl_theme_lookup (theme, paint, hue), dl_theme_lookup (theme, paper, hue));

  if (found < LEAST_OF_SHAPES)
    g_test_fail_printf ("%s: paint %d on paint %d, hue %u: %.2f to 1", dl_theme_kind_to_string (kind), paint, paper,
                        hue, found);
}

/* A selection where the keyboard is not is another one, and no harder to read. */
static void
test_unfocused (void)
{
  static const DlPaint papers[] = { DL_PAINT_VIEW, DL_PAINT_CARD, DL_PAINT_WEEKEND, DL_PAINT_FUTURE };

  for (guint kind = 0; kind < DL_N_THEMES; kind++)
    {
      const DlTheme *focused = dl_theme_get ((DlThemeKind) kind);
      const DlTheme *theme = dl_theme_get_unfocused ((DlThemeKind) kind);
      gboolean       high = kind == DL_THEME_HIGH_CONTRAST || kind == DL_THEME_HIGH_CONTRAST_DARK;
      const GdkRGBA *ground = &theme->paints[DL_PAINT_SELECTED];

      g_test_message ("%s", dl_theme_kind_to_string ((DlThemeKind) kind));
      g_assert_cmpfloat (contrast (ground, &theme->paints[DL_PAINT_ON_SELECTED]), >=, high ? 7 : 4.5);
      for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
        {
          g_assert_cmpfloat (contrast (ground, &theme->paints[papers[i]]), >=, LEAST_OF_SHAPES);
          g_assert_cmpfloat (contrast (ground, &theme->paints[papers[i]]), <,
                             contrast (&focused->paints[DL_PAINT_SELECTED], &theme->paints[papers[i]]));
        }
      for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
        g_assert_cmpfloat (difference (ground, &focused->paints[DL_PAINT_SELECTED], vision), >=, LEAST_DIFFERENCE);
      g_assert_true (gdk_rgba_equal (&theme->paints[DL_PAINT_ACCENT], &focused->paints[DL_PAINT_ACCENT]));
    }
}

/* Bars, borders of cards, densities, folds, the line of the as-of date, curves: on all
 * that they stand on. */
static void
test_shapes (void)
{
  static const DlPaint papers[] = { DL_PAINT_VIEW, DL_PAINT_CARD, DL_PAINT_WEEKEND, DL_PAINT_FUTURE };
  static const DlPaint paints[] = { DL_PAINT_DIM,   DL_PAINT_ACCENT, DL_PAINT_SELECTED,
                                    DL_PAINT_SHAPE, DL_PAINT_HUE,    DL_PAINT_HUE_LINE };

  for (guint kind = 0; kind < DL_N_THEMES; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
      for (guint j = 0; j < G_N_ELEMENTS (paints); j++)
        for (guint hue = 0; hue < DL_N_HUES; hue++)
          check_shape ((DlThemeKind) kind, paints[j], papers[i], hue);
}

static void
check_apart (DlThemeKind kind, guint vision, guint a, guint b)
{
  const DlTheme *theme = dl_theme_get (kind);
  double         found = difference (&theme->hues[a], &theme->hues[b], vision);
  double         seen = ciede2000 (&theme->hues[a], &theme->hues[b], vision);
  double         lines = difference (&theme->lines[a], &theme->lines[b], vision);

  if (found < LEAST_DIFFERENCE || seen < LEAST_CIEDE2000)
    g_test_fail_printf ("%s, %s: hues %u and %u are %.1f apart, %.1f by CIEDE2000", dl_theme_kind_to_string (kind),
                        visions[vision].name, a, b, found, seen);
  if (lines < LEAST_LINE_DIFFERENCE)
    g_test_fail_printf ("%s, %s: the lines of hues %u and %u are %.1f apart", dl_theme_kind_to_string (kind),
                        visions[vision].name, a, b, lines);
}

/* Lanes are told apart by colour too, whoever looks. */
static void
test_hues_apart (void)
{
  for (guint kind = 0; kind < DL_N_THEMES; kind++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      for (guint a = 0; a < DL_N_HUES; a++)
        for (guint b = a + 1; b < DL_N_HUES; b++)
          check_apart ((DlThemeKind) kind, vision, a, b);
}

/* The yardsticks themselves, against known values. */
static void
test_yardsticks (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA red = { 1, 0, 0, 1 };
  double        lab[3];

  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (&red, &white), 3.998, 0.01);
  to_lab (&red, 0, lab);
  g_assert_cmpfloat_with_epsilon (lab[0], 53.24, 0.05);
  g_assert_cmpfloat_with_epsilon (lab[1], 80.09, 0.1);
  g_assert_cmpfloat_with_epsilon (lab[2], 67.20, 0.1);
  g_assert_cmpfloat_with_epsilon (difference (&black, &white, 0), 100, 0.05);
  /* From the data that its authors give to try an implementation on. */
  g_assert_cmpfloat_with_epsilon (
    ciede2000_of ((const double[]){ 50, 2.6772, -79.7751 }, (const double[]){ 50, 0, -82.7485 }), 2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (ciede2000_of ((const double[]){ 50, 2.5, 0 }, (const double[]){ 73, 25, -18 }),
                                  27.1492, 1e-4);
  g_assert_cmpfloat_with_epsilon (
    ciede2000_of ((const double[]){ 50, 2.49, -0.001 }, (const double[]){ 50, -2.49, 0.0011 }), 7.2195, 1e-4);
  /* To someone without red cones, red is a dark ochre. */
  to_lab (&red, 1, lab);
  g_assert_cmpfloat (lab[0], <, 45);
}

static void
test_names (void)
{
  DlThemeKind kind;

  for (guint i = 0; i < DL_N_THEMES; i++)
    {
      g_assert_true (dl_theme_kind_from_string (dl_theme_kind_to_string ((DlThemeKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (dl_theme_kind_from_string ("sepia", &kind));
  g_assert_false (dl_theme_kind_from_string (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/theme/yardsticks", test_yardsticks);
  g_test_add_func ("/draw/theme/contrast", test_contrast);
  g_test_add_func ("/draw/theme/shapes", test_shapes);
  g_test_add_func ("/draw/theme/unfocused", test_unfocused);
  g_test_add_func ("/draw/theme/hits", test_hits);
  g_test_add_func ("/draw/theme/hues-apart", test_hues_apart);
  g_test_add_func ("/draw/theme/names", test_names);
  return g_test_run ();
}
