/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/dl-fonts.h"
#include "layout/dl-primitives.h"

G_BEGIN_DECLS

/* Summed advances are a little off what shaping gives; up to so many pixels
 * are let pass rather than cut. */
#define DL_TEXT_PASSED_OVER 2

/**
 * DlTextRun:
 * @layout: the shaped text
 * @node: (nullable): the text as a render node, its layout's corner at 0, 0;
 *   %NULL where nothing of it is seen, or it was not asked for
 * @width: in pixels, as it was set
 * @height: the same
 * @baseline: how far below its top letters stand, in pixels
 *
 * A line of text, ready to be painted. Owned by the cache.
 */
typedef struct
{
  PangoLayout   *layout;
  GskRenderNode *node;
  int            width;
  int            height;
  float          baseline;
} DlTextRun;

/**
 * DlTextCache:
 *
 * Shaped text, kept from frame to frame: shaping, and making nodes of what was
 * shaped, is most of what a picture costs. Holds a bounded number of runs, and
 * lets go of the one that was not asked for for the longest time. A text that
 * is cut counts twice: also whole, since its room may grow.
 */
typedef struct _DlTextCache DlTextCache;

/* @capacity: runs kept, at least 1 */
DlTextCache *dl_text_cache_new (DlFonts *fonts, PangoContext *context, guint capacity);
void         dl_text_cache_free (DlTextCache *self);

/**
 * dl_text_cache_get:
 * @text: UTF-8; only read during the call
 * @width: pixels; a text that needs more than %DL_TEXT_PASSED_OVER pixels more
 *   ends in an ellipsis
 * @color: (nullable): without one only the layout is wanted, and no node made
 *
 * Returns: (transfer none): good until the next call
 */
const DlTextRun *
dl_text_cache_get (DlTextCache *self, const char *text, DlTextStyle style, int width, const GdkRGBA *color);

/* Where the corner of @run stands in the room of @text, in pixels. Letters
 * stand on whole ones, so that they are sharp. */
void dl_text_run_place (const DlTextRun *run, const DlPrimitive *text, float *x, float *y);

/* Where a line runs through @run, whose corner is at @x, @y: as the font has it,
 * but no thinner than @least pixels. */
graphene_rect_t dl_text_run_place_strike (const DlTextRun *run, float x, float y, float least);

/* What is seen of @text, which @run was made of: cut where it is cut.
 * Returns: (transfer full) */
char *dl_text_run_dup_shown (const DlTextRun *run);

/* Runs that it holds. */
guint dl_text_cache_get_size (DlTextCache *self);
/* Runs that it has made since it was new. */
guint dl_text_cache_get_n_made (DlTextCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTextCache, dl_text_cache_free)

G_END_DECLS
