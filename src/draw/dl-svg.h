/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/dl-fonts.h"
#include "draw/dl-theme.h"
#include "layout/dl-scene.h"

G_BEGIN_DECLS

/* Writes @scene as SVG with real text. Returns: (transfer full) */
GBytes *dl_svg_render (DlScene *scene, const DlTheme *theme, DlFonts *fonts, PangoContext *context);

G_END_DECLS
