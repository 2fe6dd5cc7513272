/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

#define DL_TYPE_EVENT (dl_event_get_type ())
G_DECLARE_FINAL_TYPE (DlEvent, dl_event, DL, EVENT, GObject)

/* One event of a timeline, as an object for list models and bindings: a
 * reference to the timeline and a position. Immutable. Properties: "id",
 * "title", "date" (EDTF), "status" (nick), "position". */

DlEvent             *dl_event_new (DlTimeline *timeline, guint position); /* transfer full */
DlTimeline          *dl_event_get_timeline (DlEvent *self);
guint                dl_event_get_position (DlEvent *self);
const DlEventRecord *dl_event_get_record (DlEvent *self);
const char          *dl_event_get_id (DlEvent *self);
const char          *dl_event_get_title (DlEvent *self);
/* The date in words with its status told ("planned for 28 October 2025").
 * @flags: DlWordsFlags but for PLANNED, which the status decides. transfer full */
char *dl_event_dup_date_words (DlEvent *self, guint flags);
/* Read once, when first asked for; owned by the event. */
const DlEventDetails *dl_event_get_details (DlEvent *self);

G_END_DECLS
