/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-text-measure.h"
#include "layout/dl-viewport.h"
#include "time/dl-words.h"

G_BEGIN_DECLS

/**
 * DlTick:
 * @at: a boundary of the calendar
 * @x: its pixel
 * @text: (nullable): the label; %NULL where there was no room for one
 * @text_x: where the label begins
 * @text_width: how wide it may be, by the measure
 */
typedef struct
{
  DlInstant at;
  double    x;
  char     *text;
  double    text_x;
  double    text_width;
} DlTick;

/**
 * DlRuler:
 * @ticks: of DlTick, the lower tier, left to right
 * @contexts: of DlTick, the upper tier; the first one stands at the left edge
 * @unit: of the ticks
 * @count: units from tick to tick
 *
 * Two tiers of calendar boundaries for a viewport: the finest step whose
 * labels do not touch, and what they are part of.
 */
typedef struct
{
  GArray *ticks;
  GArray *contexts;
  DlUnit  unit;
  gint64  count;
} DlRuler;

/* @zone: of the axis, NULL for UTC. Returns: (transfer full) */
DlRuler *dl_ruler_new (const DlViewport *viewport, const DlZone *zone, DlTextMeasure *measure);
void     dl_ruler_free (DlRuler *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlRuler, dl_ruler_free)

/* @text with the name of the axis's zone at @at: "25 October 2025 (JST)"; for
 * where a time of day is told. Returns: (transfer full) */
char *dl_ruler_name_zone (const char *text, const DlZone *zone, DlInstant at);

/* The unit that one pixel is worth at @scale, for telling what is under the
 * pointer: never finer than can be pointed at. */
DlUnit dl_ruler_pointer_unit (double scale);

G_END_DECLS
