/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

#define DL_TYPE_EVENT_SUBSET (dl_event_subset_get_type ())
G_DECLARE_FINAL_TYPE (DlEventSubset, dl_event_subset, DL, EVENT_SUBSET, GObject)

/* Some of a timeline's events as a GListModel of DlEvent, made on demand. */

/* @positions: (element-type guint32) (transfer full): in the order in which
 * they are listed */
DlEventSubset *dl_event_subset_new (DlTimeline *timeline, GArray *positions);

G_END_DECLS
