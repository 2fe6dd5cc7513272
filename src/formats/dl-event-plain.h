/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-event-batch.h"
#include "formats/dl-event-context.h"
#include "formats/dl-json-scan.h"

G_BEGIN_DECLS

/**
 * dl_event_plain_read:
 * @span: the text of an element without a flaw
 * @keep: whether the strings of an event without an id are kept
 * @event: filled on success, spoilt on failure
 *
 * Reads an event straight from the text that the scan has found valid, as long
 * as there is nothing unusual about it: no problem to tell of, no member twice,
 * no escape in what refers to something. What comes of it is what the way by
 * json-glib's tree would give.
 *
 * Returns: %FALSE, with @batch as it was, for an event that is to go that way
 */
gboolean
dl_event_plain_read (DlEventContext *context, DlJsonSpan span, gboolean keep, DlReadEvent *event, DlEventBatch *batch);

G_END_DECLS
