/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date-words-tokens.h"

G_BEGIN_DECLS

/**
 * DlWordsLine:
 * @about: whether the date is approximate
 * @uncertain: whether there is doubt
 * @weekday: 0 Monday to 6 Sunday, or -1
 * @clock: seconds since midnight, or -1
 * @clock_parts: 1 hours, 2 and minutes, 3 and seconds
 * @fraction_digits: of the second, 0 to 9
 * @fraction: these digits
 * @has_zone: whether @offset, in seconds, is known
 * @part: the part of the date that is meant: "e" of the tokens; or -1
 * @has_year_0: whether a year was 0, which there is not
 * @is_bare_span: whether it is years and does not say "ago"
 * @has_bare_year: whether a year is more than four digits and nothing else
 *
 * One date, put together as far as the pieces say by themselves what they are.
 */
typedef struct
{
  DlWordsToken tokens[DL_WORDS_MAX_TOKENS];
  int          n;
  gboolean     about;
  gboolean     uncertain;
  int          weekday;
  int          clock;
  int          clock_parts;
  int          fraction_digits;
  gint64       fraction;
  gboolean     has_zone;
  int          offset;
  int          part;
  gboolean     has_year_0;
  gboolean     has_bare_year;
  gboolean     is_bare_span;
} DlWordsLine;

/* Of @n tokens, one at least. FALSE where they cannot be one date's. */
gboolean dl_words_line_init (DlWordsLine *self, const DlWordsToken *tokens, int n);

G_END_DECLS
