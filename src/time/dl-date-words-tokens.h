/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
 *     F from, since        U until              > to       = a dash between dates
 *     B before             E after              w between  & and
 *     r or earlier -1, or later 1; and earlier -2, and later 2
 *     V the start -1 or the end 1 is not known
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

/* The words that are known: in a file the same for everybody; what a person
 * types may be in their language too. */
typedef struct _DlVocabulary DlVocabulary;

/* The code of words that say nothing. */
#define DL_WORDS_NOISE "x"

/**
 * DlVocabularyWord:
 * @text: as dl_words_normalise() writes it
 * @codes: of the tokens that it stands for; the first one has @value
 */
typedef struct
{
  char       *text;
  gsize       length;
  const char *codes;
  gint64      value;
  guint       order;
} DlVocabularyWord;

/* Those of any file. Owned by the program. */
const DlVocabulary *dl_vocabulary_get (void);

/* And those of the reader's language. Returns: (transfer full) */
DlVocabulary *dl_vocabulary_new_local (void);

void dl_vocabulary_free (DlVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlVocabulary, dl_vocabulary_free)

/* The longest word that begins @text, which is normalised; NULL where none does. */
const DlVocabularyWord *dl_vocabulary_find (const DlVocabulary *self, const char *text);

/* One form for one word: compatibility characters, case, spaces, dashes and
 * apostrophes; what can only be a dash between dates becomes "=", as does " - ".
 * Returns: (transfer full) (nullable): NULL for invalid UTF-8 */
char *dl_words_normalise (const char *text);

/* Cuts @text, which need not be normalised, into @tokens. Words that say
 * nothing ("the") are left out. Returns: how many; -1 where a piece is not known */
int dl_vocabulary_read (const DlVocabulary *self, const char *text, DlWordsToken tokens[DL_WORDS_MAX_TOKENS]);

/* Whether @text, normalised, says that there is no date: "n.d.", "unknown". */
gboolean dl_vocabulary_is_no_date (const char *text);

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
} DlWordsLine;

/* Of @n tokens, one at least. FALSE where they cannot be one date's. */
gboolean dl_words_line_init (DlWordsLine *self, const DlWordsToken *tokens, int n);

G_END_DECLS
