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
 *
 * A piece of what a person typed.
 */
typedef struct
{
  char   code;
  guint8 digits;
  gint64 value;
} DlQueryToken;

/* Cuts @text, which need not be normalised, into @tokens. Words that say
 * nothing ("the") are left out. Returns: how many; -1 where a piece is not known */
int dl_query_tokenize (const char *text, DlQueryToken tokens[DL_QUERY_MAX_TOKENS]);

G_END_DECLS
