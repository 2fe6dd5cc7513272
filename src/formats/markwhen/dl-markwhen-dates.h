/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-calendar.h"
#include "time/dl-date-words.h"

G_BEGIN_DECLS

/* Longer than this no date is. */
#define DL_MARKWHEN_MAX_DATE 120

/**
 * DlMarkwhenSpan:
 * @date: EDTF; "" for none
 * @start: where it begins, counted as UTC
 * @end: where it is over; exclusive
 * @open: it goes on until now
 *
 * When something is.
 */
typedef struct
{
  char      date[2 * DL_MARKWHEN_MAX_DATE];
  DlInstant start;
  DlInstant end;
  gboolean  open;
} DlMarkwhenSpan;

/**
 * DlMarkwhenDates:
 * @words: the order of day and month
 * @named: id to the DlMarkwhenSpan of that event
 * @last: (nullable): of the event before
 */
typedef struct
{
  DlDateWordsContext    words;
  GHashTable           *named;
  const DlMarkwhenSpan *last;
} DlMarkwhenDates;

/**
 * dl_markwhen_parse:
 * @text: what stands before the colon, without a rule of recurrence
 * @reason: (out): static and translated, where it is a date, but cannot be read; else NULL
 *
 * Returns: whether it is a date
 */
gboolean dl_markwhen_parse (const DlMarkwhenDates *self, const char *text, DlMarkwhenSpan *span, const char **reason);

/* The same span @count units later. */
void dl_markwhen_move (const DlMarkwhenSpan *span, DlUnit unit, gint64 count, DlMarkwhenSpan *moved);

/* A time such as "2 weeks", of one number and one unit. @rest: (out): behind it */
gboolean dl_markwhen_parse_step (const char *text, DlUnit *unit, gint64 *count, const char **rest);

G_END_DECLS
