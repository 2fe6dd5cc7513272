/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "draw/dl-theme-kind.h"
#include "layout/dl-lanes.h"
#include "layout/dl-scene.h"

G_BEGIN_DECLS

/**
 * DlTheme:
 * @paints: by DlPaint; those of a hue are taken from the arrays below
 * @hues: a lane's colour at full strength
 * @fills: its tint
 * @hatches: the stripes of what is planned
 * @lines: its border
 * @print: no large tints, and lines that survive a photocopier
 *
 * The colours of a picture. Text stands at least 4.5:1 against what is below
 * it (WCAG 2.1, 1.4.3), 7:1 with high contrast, and what says something by its
 * shape 3:1 (1.4.11); the hues stay apart for readers who do not see red or green.
 */
typedef struct
{
  GdkRGBA  paints[DL_N_PAINTS];
  GdkRGBA  hues[DL_N_HUES];
  GdkRGBA  fills[DL_N_HUES];
  GdkRGBA  hatches[DL_N_HUES];
  GdkRGBA  lines[DL_N_HUES];
  gboolean print;
} DlTheme;

/* Static storage. */
const DlTheme *dl_theme_get (DlThemeKind kind);

/* The same for a picture that does not have the keyboard: the selection is paler in it.
 * Static storage. */
const DlTheme *dl_theme_get_unfocused (DlThemeKind kind);

/* The colour of a paint for a hue. */
const GdkRGBA *dl_theme_lookup (const DlTheme *self, DlPaint paint, guint hue);

G_END_DECLS
