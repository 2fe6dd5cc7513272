/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event-order.h"

G_BEGIN_DECLS

/**
 * DlEventGroup:
 * @from: where the group's part of the calendar begins, on the axis; not finite
 *   for the events of which no time is known
 * @first: index of its first event among those that were grouped
 * @unit: %DL_UNIT_DAY, %DL_UNIT_MONTH or %DL_UNIT_YEAR
 * @years: of years, how many: 1, 10, 100, …
 *
 * Events that follow each other under one heading; the next group begins where
 * this one ends.
 */
typedef struct
{
  DlInstant from;
  guint32   first;
  guint8    unit;
  gint64    years;
} DlEventGroup;

/**
 * dl_event_groups_new:
 *
 * Parts a list of events by the calendar, as fine as there is something to part:
 * centuries where little happened, days where there is much of each. What is known
 * to the year only, or takes longer, stands before the months of that year under
 * the year, and never under a month that nobody told. Takes a time that grows with
 * the number of groups and hardly with that of the events. Any thread.
 *
 * Returns: (transfer full): array of #DlEventGroup, in order, none of them empty
 */
GArray *dl_event_groups_new (const DlEventOrder *order);

/* What stands over it: "25 October 2025", "October 2025", "2025", "1990s",
 * "1100 – 1199", "Start unknown". @zone: (nullable): of the axis.
 * Returns: (transfer full) */
char *dl_event_group_dup_title (const DlEventGroup *group, const DlZone *zone);

G_END_DECLS
