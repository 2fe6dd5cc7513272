/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/dl-filter.h"

G_BEGIN_DECLS

/* Up to so many events a filter is put on at once: no one sees the wait. */
#define DL_FILTERING_AT_ONCE 50000

/**
 * DlFiltered:
 * @timeline: the whole one, or what is told of it
 * @shown: (nullable): which of its events are let through; %NULL: all
 *
 * What a filter makes of a timeline.
 */
typedef struct
{
  DlTimeline *timeline;
  DlEventSet *shown;
} DlFiltered;

void dl_filtered_free (DlFiltered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFiltered, dl_filtered_free)

/**
 * dl_filtered_new:
 * @whole: in the zone that the reader wants
 * @hides: whether the others are left out
 *
 * Any thread. Takes a time that grows with the events, most where they are left out.
 *
 * Returns: (transfer full)
 */
DlFiltered *dl_filtered_new (DlTimeline *whole, const DlFilter *filter, gboolean hides);

/* The same on a thread. */
void dl_filtered_new_async (DlTimeline         *whole,
                            const DlFilter     *filter,
                            gboolean            hides,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data);
/* Returns: (transfer full) (nullable): %NULL where it was given up */
DlFiltered *dl_filtered_new_finish (GAsyncResult *result);

G_END_DECLS
