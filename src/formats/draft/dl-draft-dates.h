/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"
#include "time/dl-date-words.h"

G_BEGIN_DECLS

/**
 * DlDraftDates:
 * @start: as it stands in the file
 * @end: (nullable): as it stands in the file
 * @start_at: where they stand, in bytes
 * @end_at:
 * @end_excluded: the end is no part of what it ends: "2014-04-19" is until its midnight
 * @context: (nullable): how dates are to be understood
 *
 * The dates of one event of another format.
 */
typedef struct
{
  const char               *start;
  const char               *end;
  gsize                     start_at;
  gsize                     end_at;
  gboolean                  end_excluded;
  const DlDateWordsContext *context;
} DlDraftDates;

/**
 * dl_draft_put_dates:
 * @error: %DL_ERROR_INVALID_DATE when the start cannot be read
 *
 * Puts the date that @dates make, as exact as they are. An end that cannot be
 * read, or is before the start, is told and left out. Where a date was read from
 * words, these are its note, unless the event has one. An end of "present" is open, one of
 * "unknown" is not known, and so is a start of that beside an end that can be read.
 *
 * Returns: whether there is a date
 */
gboolean dl_draft_put_dates (DlDraft *self, const DlDraftDates *dates, GError **error);

/**
 * dl_draft_dup_end:
 * @text: as it stands in the file
 * @context: (nullable): how it is to be understood
 * @form: (out) (optional): how EDTF that is read was written
 * @error: %DL_ERROR_INVALID_DATE where it says something that cannot be read
 *
 * What an end says, for dl_edtf_make_interval().
 *
 * Returns: (transfer full) (nullable): EDTF; ".." where it goes on, "" where the end is not
 *   known, %NULL where there is none
 */
char *dl_draft_dup_end (const char *text, const DlDateWordsContext *context, DlDateForm *form, GError **error);

/**
 * dl_draft_dup_year_meant:
 * @year: of more than four digits, beside a month
 *
 * Returns: (transfer full) (nullable): the year with a digit too many that it probably is:
 *   "1521" for 15211
 */
char *dl_draft_dup_year_meant (gint64 year);

/* Tells that an event is lost since its date cannot be read. @pointer: (transfer full).
 * @error: (transfer full) */
void dl_draft_tell_no_date (DlDraft *self, gsize offset, char *pointer, GError *error);

/**
 * dl_draft_tell_year_zero:
 * @pointer: (transfer full)
 * @program: whose file it is
 * @date: as it stands in the file
 * @edtf: (nullable): what is read of it
 *
 * Tells once of a file that the years before 1 are counted with a year 0, where @date is in one of them:
 * who wrote it may not know that.
 */
void dl_draft_tell_year_zero (DlDraft    *self,
                              gsize       offset,
                              char       *pointer,
                              const char *program,
                              const char *date,
                              const char *edtf);

/* The interval that begins at @start and has no end yet. Returns: (transfer full) (nullable): EDTF; NULL where it
 * cannot be said */
char *dl_draft_open_end (const char *start);

G_END_DECLS
