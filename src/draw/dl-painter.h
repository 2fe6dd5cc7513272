/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/dl-fonts.h"
#include "draw/dl-theme.h"
#include "layout/dl-scene.h"

G_BEGIN_DECLS

/**
 * DlPainter:
 *
 * Turns scenes into render nodes. It sees no widget and no settings, only
 * fonts, a Pango context and a theme, and keeps shaped text between frames.
 */
typedef struct _DlPainter DlPainter;

/* What a picture is painted for. */
typedef enum
{
  DL_PAINTED_SCREEN, /* by whatever renderer: no line is thinner than a pixel, for some leave that out */
  DL_PAINTED_IMAGE,
  DL_PAINTED_PAGE, /* text goes through cairo, so that a PDF can be searched and copied */
} DlPainted;

/**
 * dl_painter_new:
 */
DlPainter *dl_painter_new (DlFonts *fonts, PangoContext *context, DlPainted target);
void       dl_painter_free (DlPainter *self);
void       dl_painter_set_theme (DlPainter *self, const DlTheme *theme);

/* Appends the whole picture to @snapshot, with the canvas's corner at 0, 0. */
void dl_painter_paint (DlPainter *self, DlScene *scene, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPainter, dl_painter_free)

G_END_DECLS
