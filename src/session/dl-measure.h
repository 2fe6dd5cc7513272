/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlMeasure:
 * @extent: what is measured, in words: "17 October – 4 November 2025"
 * @distance: how long it is, with its uncertainty: "18 days"; "" where it
 *   cannot be told
 * @from: where it begins on the axis
 * @to: where it ends, exclusive
 * @n_events: events whose extent meets it
 * @n_sources: different sources of those events
 */
typedef struct
{
  char     *extent;
  char     *distance;
  DlInstant from;
  DlInstant to;
  guint     n_events;
  guint     n_sources;
} DlMeasure;

/* From the @unit's boundary next to @from to the one next to @to, in either
 * order. Returns: (nullable): NULL when that is the same one */
DlMeasure *dl_measure_range (DlTimeline *timeline, DlInstant from, DlInstant to, DlUnit unit);
/* From the start of one event to the start of another, in either order. */
DlMeasure *dl_measure_events (DlTimeline *timeline, guint a, guint b);
void       dl_measure_free (DlMeasure *measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlMeasure, dl_measure_free)

G_END_DECLS
