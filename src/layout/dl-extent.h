/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/**
 * DlExtent:
 * @start: where an event's extent begins, on the folded axis
 * @end: where it ends, exclusive
 */
typedef struct
{
  DlInstant start;
  DlInstant end;
} DlExtent;

/* Whether any of it lies between @from and @to, exclusive. */
static inline gboolean
dl_extent_meets (const DlExtent *self, DlInstant from, DlInstant to)
{
  return dl_instant_compare (self->start, to) < 0 && dl_instant_compare (self->end, from) > 0;
}

G_END_DECLS
