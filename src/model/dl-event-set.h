/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-records.h"

G_BEGIN_DECLS

/**
 * DlEventSet:
 *
 * Some of a timeline's events: those that a filter lets through, or that a search
 * has found. Filled by who made it; once shared, immutable. Atomically reference
 * counted, may be read on any thread.
 */
typedef struct _DlEventSet DlEventSet;

/* @n_events: of the timeline whose positions it holds. Returns: (transfer full): empty */
DlEventSet *dl_event_set_new (guint n_events);
DlEventSet *dl_event_set_ref (DlEventSet *self);
void        dl_event_set_unref (DlEventSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventSet, dl_event_set_unref)

/* Returns: (transfer full): another one that holds the same */
DlEventSet *dl_event_set_copy (DlEventSet *self);

void dl_event_set_add (DlEventSet *self, guint position);

gboolean dl_event_set_contains (DlEventSet *self, guint position);
/* How many are in it. */
guint dl_event_set_get_n (DlEventSet *self);
/* How many of them come before @position. */
guint dl_event_set_count_before (DlEventSet *self, guint position);
/* How many are from @first to before @end; costs what lies between. */
guint dl_event_set_count_between (DlEventSet *self, guint first, guint end);
/* The nearest one that is after @position (1) or before it (-1), itself left out;
 * %DL_NONE as @position is before the first, or after the last.
 * Returns: %DL_NONE where there is none */
guint dl_event_set_step (DlEventSet *self, guint position, int direction);

G_END_DECLS
