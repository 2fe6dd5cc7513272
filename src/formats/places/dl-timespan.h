/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"
#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/**
 * DlTimespan:
 * @earliest_start: as they stand in the file; nullable, and so all
 * @start_label: how the start is said in words
 *
 * A timespan of PeriodO and Linked Places: a start and an end, each of which may lie
 * between two years. Years are astronomical, as in ISO 8601: "-0049" is 50 BC.
 */
typedef struct
{
  char *earliest_start;
  char *latest_start;
  char *earliest_end;
  char *latest_end;
  char *start_label;
  char *end_label;
} DlTimespan;

void dl_timespan_clear (DlTimespan *self);

/**
 * dl_timespan_read:
 * @start: `{"in": "1850"}`, `{"earliest": …, "latest": …}`, `{"in": {"year": …}}`,
 *   `{"in": {"earliestYear": …, "latestYear": …}}`, or a year
 * @end: the same
 *
 * Returns: whether there is any date in it
 */
gboolean dl_timespan_read (DlTimespan *self, const DlLiteral *start, const DlLiteral *end);

/* Puts it. What it says in words is the note where it is not exact.
 * @at: where it stands. Returns: FALSE with %DL_ERROR_INVALID_DATE */
gboolean dl_timespan_put (const DlTimespan *self, gsize at, DlDraft *draft, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlTimespan, dl_timespan_clear)

G_END_DECLS
