/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/dl-event-set.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlQuoteSpeakers:
 *
 * Who speaks in each quote of some events. Records do not tell; it takes reading
 * the details of every event with a quote. Immutable, atomically reference counted.
 */
typedef struct _DlQuoteSpeakers DlQuoteSpeakers;

/**
 * dl_quote_speakers_new:
 * @shown: (nullable): whose quotes; %NULL for all
 * @cancellable: (nullable): gives it up
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL where it was given up
 */
DlQuoteSpeakers *dl_quote_speakers_new (DlTimeline *timeline, DlEventSet *shown, GCancellable *cancellable);
DlQuoteSpeakers *dl_quote_speakers_ref (DlQuoteSpeakers *self);
void             dl_quote_speakers_unref (DlQuoteSpeakers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlQuoteSpeakers, dl_quote_speakers_unref)

/* The quotes of those events. */
guint dl_quote_speakers_get_n_quotes (DlQuoteSpeakers *self);
/* How many speakers there are; those who speak most come first, what nobody named
 * said is last. */
guint dl_quote_speakers_get_n (DlQuoteSpeakers *self);
/* %NULL for nobody named. */
const char *dl_quote_speakers_get_name (DlQuoteSpeakers *self, guint speaker);
/* The quotes by speaker, of each in the order of time: for each its number in the
 * order of time. Those of a speaker begin at dl_quote_speakers_get_first(). */
const guint32 *dl_quote_speakers_get_order (DlQuoteSpeakers *self);
guint          dl_quote_speakers_get_first (DlQuoteSpeakers *self, guint speaker);

G_END_DECLS
