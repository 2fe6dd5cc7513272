/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-filter.h"

G_BEGIN_DECLS

/* A timeline of events with random values of every field, quotes and relations to
 * each other, in the order of the file "event-0", …; among the topics one that has
 * no id, one whose id is "none", and one whose id is "#0".
 * Returns: (transfer full) */
DlTimeline *random_values_timeline (guint n_events);

/* Of any fields, perhaps with a span, perhaps with keys that no timeline knows.
 * Returns: (transfer full) */
DlFilter *random_values_filter (DlTimeline *timeline);

/* The keys of what an event has of a field, put together here, value after value.
 * Returns: (transfer full): ended by %NULL; "none" where it has nothing */
char **random_values_dup_keys (DlTimeline *timeline, DlFilterField field, guint position);

/* What a filter is said to be, asked of one event the slow way. @but: a field that is
 * not asked, or %DL_N_FILTER_FIELDS */
gboolean random_values_passes (const DlFilter *filter, DlTimeline *timeline, guint position, guint but);

G_END_DECLS
