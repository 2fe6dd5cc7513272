/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft-dates.h"
#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/**
 * DlDraftLiteral:
 * @draft: where all goes
 * @root: what pointers begin at
 * @n_told: problems that were told so far
 * @has_vocabulary: names are read with a vocabulary before them, too, "schema:name"; others of that kind are
 *   names of their own
 *
 * A draft that is made from literals.
 */
typedef struct
{
  DlDraft  *draft;
  DlLiteral root;
  guint     n_told;
  gboolean  has_vocabulary;
} DlDraftLiteral;

/* From here on a number counts milliseconds: as seconds it is in the year 5138. */
#define DL_EPOCH_MIN_MILLISECONDS 1e11

/**
 * DlEpoch:
 * @DL_EPOCH_NONE: a number is a year
 * @DL_EPOCH_MILLISECONDS: a number is milliseconds since 1970, as JavaScript counts;
 *   one that is so small that it can be nothing but a year is one
 * @DL_EPOCH_ALWAYS: a number is milliseconds since 1970, be it ever so small
 * @DL_EPOCH_ANY: a large number is milliseconds, a smaller one seconds, a small one a year
 * @DL_EPOCH_CHRIST: a number is a year, and one with a minus the year before Christ
 *
 * What a number means where a date belongs.
 */
typedef enum
{
  DL_EPOCH_NONE,
  DL_EPOCH_MILLISECONDS,
  DL_EPOCH_ALWAYS,
  DL_EPOCH_ANY,
  DL_EPOCH_CHRIST,
} DlEpoch;

/* @milliseconds since 1970 as EDTF in UTC; the day only, where @day.
 * Returns: (transfer full) (nullable) */
char *dl_epoch_to_edtf (double milliseconds, gboolean day);

/* The text of a value with markup in it, in one line, or in paragraphs. Returns: (transfer full) */
char *dl_literal_dup_line (const DlLiteral *value);
char *dl_literal_dup_words (const DlLiteral *value);

/* The date that a value states, for the reader of dates in words; of what is none the
 * beginning of how it is written, for people. Also `{"$date": …}` and `{"@value": …}`. A
 * midnight that is told as a number is a day: hardly anything else falls on one.
 * Returns: (transfer full) (nullable): NULL where there is no value */
char *dl_literal_dup_date (const DlLiteral *value, DlEpoch epoch);

/* The way to @value; "" where there is none, and when it has been asked for so often that it
 * takes too long: each time it is sought from the root on. Only for what is told.
 * Returns: (transfer full) */
char *dl_draft_literal_dup_pointer (DlDraftLiteral *self, const DlLiteral *value);

/* Tell something of @value, with the way to it. @message: (transfer full). Returns: as dl_draft_tell() */
DlProblem *dl_draft_literal_tell (DlDraftLiteral *self, const DlLiteral *value, char *message);
void       dl_draft_literal_tell_note (DlDraftLiteral *self, const DlLiteral *value, char *message);

/* Those of a start and an end; what is told as numbers is as exact in both. @from, @to: (out) (nullable) */
void dl_literal_dup_dates (const DlLiteral *start, const DlLiteral *end, DlEpoch epoch, char **from, char **to);

/**
 * dl_draft_literal_put_dates:
 * @event: whose dates they are
 * @epoch: what numbers mean
 *
 * Puts the dates of an event, as dl_draft_put_dates(). Where there is none that can be
 * read, that is told and the event is dropped.
 *
 * Returns: whether there is a date
 */
gboolean dl_draft_literal_put_dates (DlDraftLiteral           *self,
                                     const DlLiteral          *event,
                                     const DlLiteral          *start,
                                     const DlLiteral          *end,
                                     DlEpoch                   epoch,
                                     gboolean                  end_excluded,
                                     const DlDateWordsContext *context);

/* As dl_draft_tell_no_date(), at @value. @error: (transfer full) */
void dl_draft_literal_tell_no_date (DlDraftLiteral *self, const DlLiteral *value, GError *error);

G_END_DECLS
