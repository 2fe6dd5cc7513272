/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-event-batch.h"
#include "formats/dl-event-context.h"
#include "formats/dl-json-scan.h"

G_BEGIN_DECLS

/**
 * dl_event_outlined_read:
 * @span: the text of the element
 * @index: its index in the outline that the context's tables have
 * @keep: whether the strings of an event without an id are kept
 * @event: filled on success, spoilt on failure
 *
 * Makes an event of what its writer noted of it, without a look at the rest of its text. What comes
 * of it is what dl_event_plain_read() would give.
 *
 * Returns: %FALSE, with @batch as it was, for an event that is to be read from its text
 */
gboolean dl_event_outlined_read (DlEventContext *context,
                                 DlJsonSpan      span,
                                 guint           index,
                                 gboolean        keep,
                                 DlReadEvent    *event,
                                 DlEventBatch   *batch);

G_END_DECLS
