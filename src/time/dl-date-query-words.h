/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DL_QUERY_MAX_TOKENS 24

/**
 * DlQueryToken:
 * @code: what it is, a letter so that a line of tokens is a word that can be
 *   compared:
 *     n number             M month (1 to 12)    W weekday (0 Monday to 6)
 *     b before Christ      a after              o ending of an ordinal
 *     c century            l millennium         s ending of a decade
 *     k thousand and more  y years              g ago
 *     J 年 O 月 T 日, the units that East Asia writes after a number
 *     t today (-1 yesterday, 1 tomorrow)        N now      A the as-of date
 *     ~ about              and , . / - : as they stand
 * @digits: of a number
 * @value: of a number, month, weekday, thousand
 * @unit: what the last digit of an amount of years is worth
 *
 * A piece of what a person typed. More codes are for what several are joined to:
 *     q number with its unit ("66 million")
 *     Y year       D day of a month    S decade     C century    L millennium
 *     G years ago  H years before Christ, rounded   K clock's time, in seconds
 */
typedef struct
{
  char   code;
  guint8 digits;
  gint64 value;
  gint64 unit;
} DlQueryToken;

/* Cuts @text, which need not be normalised, into @tokens. Words that say
 * nothing ("the") are left out. Returns: how many; -1 where a piece is not known */
int dl_query_tokenize (const char *text, DlQueryToken tokens[DL_QUERY_MAX_TOKENS]);

/**
 * DlQueryLine:
 * @about: whether the date is approximate
 * @weekday: 0 Monday to 6 Sunday, or -1
 * @clock: seconds since midnight, or -1
 * @has_year_0: whether a year was 0, which there is not
 *
 * What a person typed, put together as far as the pieces say by themselves
 * what they are.
 */
typedef struct
{
  DlQueryToken tokens[DL_QUERY_MAX_TOKENS];
  int          n;
  gboolean     about;
  int          weekday;
  int          clock;
  gboolean     has_seconds;
  gboolean     has_year_0;
} DlQueryLine;

/* FALSE for an empty @text, and where a piece is not known. */
gboolean dl_query_read_line (const char *text, DlQueryLine *line);

G_END_DECLS
