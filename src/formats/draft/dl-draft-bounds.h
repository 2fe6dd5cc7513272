/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"
#include "time/dl-date-words.h"

G_BEGIN_DECLS

/**
 * DlDraftBounds:
 * @earliest_start: (nullable): it began then, or later
 * @latest_start: (nullable): it began then, or earlier
 * @earliest_end: (nullable): it went on until then, or later
 * @latest_end: (nullable): it was over by the end of this
 * @at: where they stand, in bytes
 * @context: (nullable): how dates are to be understood
 *
 * The dates of an event of which each end is told by its earliest and its latest.
 */
typedef struct
{
  const char               *earliest_start;
  const char               *latest_start;
  const char               *earliest_end;
  const char               *latest_end;
  gsize                     at;
  const DlDateWordsContext *context;
} DlDraftBounds;

/**
 * dl_draft_dup_bounds:
 * @note: (out) (optional) (nullable) (transfer full): what EDTF cannot say of it, in a sentence
 * @error: %DL_ERROR_INVALID_DATE when one of them is no date, or there is none
 *
 * The EDTF of them. Where only the start is told, that is a date: of two that are not
 * the same it is one out of `[A..B]`. Of an interval EDTF has no ends that are sets: such
 * an end is the outer of the two and approximate, and @note tells both. Of an end that
 * says "unknown" that is kept.
 *
 * Returns: (transfer full) (nullable)
 */
char *dl_draft_dup_bounds (const DlDraftBounds *bounds, char **note, GError **error);

/* Puts it, with the note unless the event has one. Returns: whether there is a date */
gboolean dl_draft_put_bounds (DlDraft *self, const DlDraftBounds *bounds, GError **error);

G_END_DECLS
