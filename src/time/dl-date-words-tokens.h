/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date-vocabulary.h"

G_BEGIN_DECLS

#define DL_WORDS_MAX_TOKENS 40

/**
 * DlWordsToken:
 * @code: what it is, a letter so that a line of tokens is a word that can be
 *   compared:
 *     n number             M month (1 to 12)    W weekday (0 Monday to 6)
 *     b before Christ      a after              o ending of an ordinal
 *     c century            l millennium         s ending of a decade
 *     k thousand and more  y years              g ago      R before present
 *     J 年 O 月 T 日, and I 時 i 分 j 秒: what East Asia writes after a number
 *     P season, Q another part of a year (EDTF's 21 to 41)   f 四半期, after a number
 *     e early 0, mid 1, late 2, first half 3, second half 4
 *     m a.m. 0, p.m. 12    z time zone, in seconds ahead of UTC
 *     t today (-1 yesterday, 1 tomorrow)        N now      A the as-of date
 *     p the present, as an end
 *     F from, since        U until              > to (1 where it is no word at the start)   = a dash between dates
 *     B before             E after              w between  & and  v or
 *     r or earlier -1, or later 1; and earlier -2, and later 2
 *     V the start -1 or the end 1 is not known  u unknown, as an end
 *     X doubt about a part, which nothing takes
 *     ~ about (1 where it is the sign)          ? uncertain
 *     and , . / - : + as they stand
 * @digits: of a number
 * @era: -1 where a year is said to be before Christ, 1 after, else 0
 * @spaced: whether a space stands before it
 * @value: of a number, month, weekday, …
 * @unit: what the last digit of an amount of years is worth
 *
 * A piece of what a person wrote. More codes are for what several are joined to:
 *     q number with its unit ("66 million")
 *     Y year       D day of a month    S decade     C century    L millennium
 *     G years ago  H years before Christ, rounded
 */
typedef struct
{
  char   code;
  guint8 digits;
  gint8  era;
  guint8 spaced;
  gint64 value;
  gint64 unit;
} DlWordsToken;

/* Cuts @text, which need not be normalised, into @tokens. Words that say
 * nothing ("the") are left out. Returns: how many; -1 where a piece is not known */
int dl_words_tokenize (const DlVocabulary *vocabulary, const char *text, DlWordsToken tokens[DL_WORDS_MAX_TOKENS]);

G_END_DECLS
