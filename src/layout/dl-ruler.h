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
 * @brief: (nullable): of the upper tier, a shorter label for where a marker is
 *   close by
 * @brief_width: how wide that may be
 * @text_limit: of the upper tier, how far right it may end if it has to be moved
 * @section: which of the sections between folds it is in, from the left
 * @again: not a boundary, but where the context is named again after a fold
 */
typedef struct
{
  DlInstant at;
  double    x;
  char     *text;
  double    text_x;
  double    text_width;
  char     *brief;
  double    brief_width;
  double    text_limit;
  guint     section;
  gboolean  again;
} DlTick;

/**
 * DlBreak:
 * @fold: index of the fold
 * @left: x of its start; may lie outside the window
 * @right: x of its end
 * @words: how long it is: "≈ 8 years"
 * @has_label: whether there is room for them
 * @text_x: where they begin then
 * @text_width: how wide they may be
 */
typedef struct
{
  guint    fold;
  double   left;
  double   right;
  char    *words;
  gboolean has_label;
  double   text_x;
  double   text_width;
} DlBreak;

/**
 * DlRuler:
 * @ticks: of DlTick, the lower tier, left to right
 * @contexts: of DlTick, the upper tier; the first one stands at the left edge,
 *   and after each fold the context is named again
 * @breaks: of DlBreak, the folds in sight
 * @unit: of the ticks
 * @count: units from tick to tick
 *
 * Two tiers of calendar boundaries for a viewport: the finest step whose
 * labels do not touch, and what they are part of. The step is the same on all
 * sides of folds; inside them there is no tick, and of the lower tier no label
 * reaches into one. In the upper tier, where a break has nothing to say, the name
 * of what is before it may run on over it; each name is there once.
 */
typedef struct
{
  GArray *ticks;
  GArray *contexts;
  GArray *breaks;
  DlUnit  unit;
  gint64  count;
} DlRuler;

/* @zone: of the axis, NULL for UTC. Returns: (transfer full) */
DlRuler *dl_ruler_new (const DlViewport *viewport, const DlZone *zone, DlTextMeasure *measure);
void     dl_ruler_free (DlRuler *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlRuler, dl_ruler_free)

/* The unit that one pixel is worth at @scale, for telling what is under the
 * pointer: never finer than can be pointed at. */
DlUnit dl_ruler_pointer_unit (double scale);

G_END_DECLS
