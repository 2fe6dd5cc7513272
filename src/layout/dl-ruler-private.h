/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-ruler.h"

G_BEGIN_DECLS

/* One file a concern: -steps (which steps there are, and where their boundaries
 * lie), -names (what a place is called), -contexts (the upper tier), and the ruler
 * itself (which steps it takes, and the lower tier). */

/* Ticks are never closer than this, labels or not; pixels. */
#define DL_LEAST_STEP 20.0

/* A label begins this far right of its tick, and stays this far from the next. */
#define DL_TICK_INDENT 5.0
#define DL_TICK_GAP 8.0

/* Labels end this far before a break. */
#define DL_BREAK_GAP 4.0

/**
 * DlRulerStep:
 * @unit: of the calendar
 * @count: how many of them are one step
 * @seconds: how long it is, about
 * @nanos: a part of a second; 0 for units of the calendar
 */
typedef struct
{
  DlUnit unit;
  gint64 count;
  double seconds;
  gint32 nanos;
} DlRulerStep;

/* Step number @index, from fine to coarse: the parts of a second, seconds to
 * months, then years 1, 2, 5, 10, 20, 50, …
 * Returns: FALSE when there is no such step */
gboolean dl_ruler_step_get (guint index, DlRulerStep *step);

/* What a step's labels are told in; FALSE: they stand alone. */
gboolean dl_ruler_step_get_context (const DlRulerStep *step, DlRulerStep *context);

/* Whether it is counted in seconds that go by; other ones are in days. */
gboolean dl_ruler_step_is_clock (const DlRulerStep *step);

/* The start of the step that holds @civil. */
DlCivil dl_ruler_step_floor (const DlCivil *civil, const DlRulerStep *step);

/* Of DlTick, without any. Returns: (transfer full) */
GArray *dl_ruler_ticks_new (void);

/* Every boundary from the last one before the window to the first one after it,
 * but for those that are folded; without labels.
 * Returns: (transfer full) (nullable): %NULL when there are more than would be
 * looked at */
GArray *dl_ruler_step_find (const DlRulerStep *step, const DlViewport *viewport, const DlZone *zone);

/* Of DlTick: the boundaries of @step, and where one is after each fold, with
 * their labels.
 * Returns: (transfer full) (nullable): %NULL when contexts would be so narrow that
 * markers find no room beside their labels */
GArray *dl_ruler_find_contexts (const DlViewport  *viewport,
                                const DlZone      *zone,
                                const DlRulerStep *step,
                                DlTextMeasure     *measure);

/* Years need no context; but beside a fold there may be none among @ticks that is
 * named, or none nearby. Of DlTick: where one is there. Returns: (transfer full) */
GArray *dl_ruler_name_unlabelled (const DlViewport  *viewport,
                                  const DlZone      *zone,
                                  GArray            *ticks,
                                  const DlRulerStep *step,
                                  DlTextMeasure     *measure);

G_END_DECLS
