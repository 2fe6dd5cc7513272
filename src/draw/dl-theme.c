/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/dl-theme.h"

/* One source colour a paint and a hue, as 0xRRGGBB. The hues were found by annealing:
 * the set whose smallest difference is largest, by CIELAB and by CIEDE2000, for all
 * colours and as seen with protanopia, deuteranopia and tritanopia (Machado et al.
 * 2009), each hue within the hues, strengths and lightnesses that its name allows.
 * They differ in lightness as much as in hue: that is what all eyes have.
 * Order: blue, orange, purple, red, green, teal, pink, brown. */
typedef struct
{
  const char *nick;
  guint32     view, ink, dim, line, shape, grid, weekend, future, accent, on_accent, card, hit, hit_line;
  guint32     unfocused, on_unfocused; /* the selection where the keyboard is not */
  guint32     hues[DL_N_HUES];
  float       fill; /* how much of the hue is in a tint */
  float       edge; /* and in a border */
  gboolean    print;
} Source;

#define LIGHT_HUES                                                                                                     \
  {                                                                                                                    \
    0x1565dd, 0xb84f02, 0x5d0687, 0x960b10, 0x2f6d4f, 0x14353c, 0x8f4374, 0x331810                                     \
  }

static const Source sources[DL_N_THEMES] = {
  [DL_THEME_LIGHT] = {
    .nick = "light",
    .view = 0xffffff,
    .ink = 0x1e1e21,
    .dim = 0x5e5c64,
    .line = 0xd9d8dc,
    .shape = 0x8a8890,
    .grid = 0xe9e9ec,
    .weekend = 0xf3f3f6,
    .future = 0xf7f6fa,
    .accent = 0x1a66c9,
    .on_accent = 0xffffff,
    .unfocused = 0x828b98,
    .on_unfocused = 0x000000,
    .card = 0xffffff,
    .hit = 0xffe45c,
    .hit_line = 0x8f6200,
    .hues = LIGHT_HUES,
    .fill = 0.17f,
    .edge = 0.82f,
  },
  [DL_THEME_DARK] = {
    .nick = "dark",
    .view = 0x1d1d20,
    .ink = 0xf2f2f4,
    .dim = 0xb5b3bb,
    .line = 0x3f3f45,
    .shape = 0x7f7d86,
    .grid = 0x2d2d31,
    .weekend = 0x242428,
    .future = 0x26252c,
    .accent = 0x78aeed,
    .on_accent = 0x101014,
    .unfocused = 0x617793,
    .on_unfocused = 0xffffff,
    .card = 0x2b2b2f,
    .hit = 0x66500a,
    .hit_line = 0xf0c030,
    .hues = { 0x5492f6, 0xfc9717, 0xcfb9fa, 0xff5765, 0x73ca9e, 0x66fee2, 0xc088b2, 0xfcd986 },
    .fill = 0.26f,
    .edge = 0.82f,
  },
  [DL_THEME_HIGH_CONTRAST] = {
    .nick = "high-contrast",
    .view = 0xffffff,
    .ink = 0x000000,
    .dim = 0x2a2a2e,
    .line = 0x55555b,
    .shape = 0x55555b,
    .grid = 0xb8b8bd,
    .weekend = 0xf0f0f2,
    .future = 0xf5f4f8,
    .accent = 0x003f9e,
    .on_accent = 0xffffff,
    .unfocused = 0x585858,
    .on_unfocused = 0xffffff,
    .card = 0xffffff,
    .hit = 0xffe45c,
    .hit_line = 0x5c3d00,
    .hues = { 0x2347af, 0x6a4906, 0x210d51, 0x551909, 0x175b3f, 0x16323a, 0x902167, 0x170e07 },
    .fill = 0.14f,
    .edge = 1.0f,
  },
  [DL_THEME_HIGH_CONTRAST_DARK] = {
    .nick = "high-contrast-dark",
    .view = 0x000000,
    .ink = 0xffffff,
    .dim = 0xd4d4da,
    .line = 0x9a9aa2,
    .shape = 0x9a9aa2,
    .grid = 0x4a4a50,
    .weekend = 0x121214,
    .future = 0x0e0d14,
    .accent = 0x8fc1ff,
    .on_accent = 0x000000,
    .unfocused = 0xa0a8b6,
    .on_unfocused = 0x000000,
    .card = 0x000000,
    .hit = 0x4d3c00,
    .hit_line = 0xffd84a,
    .hues = { 0x1ba8fb, 0xfd7a1f, 0xdbcbfe, 0xf2a2a1, 0xc8feb3, 0x05f7d6, 0xb897b0, 0xffd950 },
    .fill = 0.25f,
    .edge = 1.0f,
  },
  [DL_THEME_PRINT] = {
    .nick = "print",
    .view = 0xffffff,
    .ink = 0x000000,
    .dim = 0x4a4a4f,
    .line = 0xa9a9ae,
    .shape = 0x85858a,
    .grid = 0xdededf,
    .weekend = 0xf6f6f7,
    .future = 0xfbfbfc,
    .accent = 0x1d3f6f,
    .on_accent = 0xffffff,
    .unfocused = 0x828b98,
    .on_unfocused = 0x000000,
    .card = 0xffffff,
    .hit = 0xffe98a,
    .hit_line = 0x6b4700,
    .hues = LIGHT_HUES,
    .fill = 0.13f,
    .edge = 0.82f,
    .print = TRUE,
  },
};

static GdkRGBA
from_hex (guint32 hex)
{
  return (GdkRGBA){ (float) (hex >> 16 & 0xff) / 255, (float) (hex >> 8 & 0xff) / 255, (float) (hex & 0xff) / 255, 1 };
}

static GdkRGBA
mix (GdkRGBA a, GdkRGBA b, float share)
{
  return (GdkRGBA){ a.red * share + b.red * (1 - share), a.green * share + b.green * (1 - share),
                    a.blue * share + b.blue * (1 - share), 1 };
}

static void
make_theme (DlTheme *theme, const Source *source, gboolean unfocused)
{
  GdkRGBA view = from_hex (source->view);
  GdkRGBA line = from_hex (source->line);

  theme->paints[DL_PAINT_VIEW] = view;
  theme->paints[DL_PAINT_INK] = from_hex (source->ink);
  theme->paints[DL_PAINT_DIM] = from_hex (source->dim);
  theme->paints[DL_PAINT_LINE] = line;
  theme->paints[DL_PAINT_SHAPE] = from_hex (source->shape);
  theme->paints[DL_PAINT_GRID] = from_hex (source->grid);
  theme->paints[DL_PAINT_WEEKEND] = from_hex (source->weekend);
  theme->paints[DL_PAINT_FUTURE] = from_hex (source->future);
  theme->paints[DL_PAINT_ACCENT] = from_hex (source->accent);
  theme->paints[DL_PAINT_ON_ACCENT] = from_hex (source->on_accent);
  theme->paints[DL_PAINT_SELECTED] = from_hex (unfocused ? source->unfocused : source->accent);
  theme->paints[DL_PAINT_ON_SELECTED] = from_hex (unfocused ? source->on_unfocused : source->on_accent);
  theme->paints[DL_PAINT_CARD] = from_hex (source->card);
  theme->paints[DL_PAINT_HIT] = from_hex (source->hit);
  theme->paints[DL_PAINT_HIT_LINE] = from_hex (source->hit_line);
  theme->print = source->print;
  for (guint i = 0; i < DL_N_HUES; i++)
    {
      theme->hues[i] = from_hex (source->hues[i]);
      theme->fills[i] = mix (theme->hues[i], view, source->fill);
      theme->hatches[i] = mix (theme->hues[i], view, source->fill * 0.6f);
      theme->lines[i] = mix (theme->hues[i], line, source->edge);
    }
}

static const DlTheme *
get_theme (DlThemeKind kind, gboolean unfocused)
{
  static DlTheme themes[2][DL_N_THEMES];
  static gsize   ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < DL_N_THEMES; i++)
        {
          make_theme (&themes[0][i], &sources[i], FALSE);
          make_theme (&themes[1][i], &sources[i], TRUE);
        }
      g_once_init_leave (&ready, 1);
    }
  return &themes[unfocused ? 1 : 0][kind];
}

const DlTheme *
dl_theme_get (DlThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_THEMES, NULL);
  return get_theme (kind, FALSE);
}

const DlTheme *
dl_theme_get_unfocused (DlThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_THEMES, NULL);
  return get_theme (kind, TRUE);
}

const char *
dl_theme_kind_to_string (DlThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_THEMES, NULL);
  return sources[kind].nick;
}

gboolean
dl_theme_kind_from_string (const char *nick, DlThemeKind *kind)
{
  for (guint i = 0; i < DL_N_THEMES; i++)
    if (g_strcmp0 (nick, sources[i].nick) == 0)
      {
        *kind = (DlThemeKind) i;
        return TRUE;
      }
  return FALSE;
}

const GdkRGBA *
dl_theme_lookup (const DlTheme *self, DlPaint paint, guint hue)
{
  switch (paint)
    {
    case DL_PAINT_HUE:
      return &self->hues[hue];
    case DL_PAINT_HUE_FILL:
      return &self->fills[hue];
    case DL_PAINT_HUE_HATCH:
      return &self->hatches[hue];
    case DL_PAINT_HUE_LINE:
      return &self->lines[hue];
    case DL_PAINT_NONE:
    case DL_PAINT_VIEW:
    case DL_PAINT_INK:
    case DL_PAINT_DIM:
    case DL_PAINT_LINE:
    case DL_PAINT_SHAPE:
    case DL_PAINT_GRID:
    case DL_PAINT_WEEKEND:
    case DL_PAINT_FUTURE:
    case DL_PAINT_ACCENT:
    case DL_PAINT_ON_ACCENT:
    case DL_PAINT_SELECTED:
    case DL_PAINT_ON_SELECTED:
    case DL_PAINT_CARD:
    case DL_PAINT_HIT:
    case DL_PAINT_HIT_LINE:
    default:
      return &self->paints[paint];
    }
}
