/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every theme can be read (WCAG 2.1), and its hues stay apart for readers who
 * do not see red, green or blue. */
#include "draw/dl-theme.h"

#include <math.h>

/* Smallest difference between two hues, CIELAB. */
#define LEAST_DIFFERENCE 9.0

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
      check_contrast ((DlThemeKind) kind, DL_PAINT_INK, DL_PAINT_HIT, 0);
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

/* Lanes are told apart by colour too, whoever looks. */
static void
test_hues_apart (void)
{
  for (guint kind = 0; kind < DL_N_THEMES; kind++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      for (guint a = 0; a < DL_N_HUES; a++)
        for (guint b = a + 1; b < DL_N_HUES; b++)
          {
            const DlTheme *theme = dl_theme_get ((DlThemeKind) kind);
            double         found = difference (&theme->hues[a], &theme->hues[b], vision);

            if (found < LEAST_DIFFERENCE)
              g_test_fail_printf ("%s, %s: hues %u and %u are %.1f apart", dl_theme_kind_to_string ((DlThemeKind) kind),
                                  visions[vision].name, a, b, found);
          }
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
  g_test_add_func ("/draw/theme/hits", test_hits);
  g_test_add_func ("/draw/theme/hues-apart", test_hues_apart);
  g_test_add_func ("/draw/theme/names", test_names);
  return g_test_run ();
}
