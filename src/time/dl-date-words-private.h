/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date-words-line.h"
#include "time/dl-date-words.h"

G_BEGIN_DECLS

#define DL_READING_DIGITS "0123456789"

/**
 * DlReading:
 * @text: that is read
 * @exact: whether a program wrote it, to the second and with its zone
 * @message: why it cannot be read, where there is more to say than that
 *
 * One reading of one text, with what came of it. Of several tries the first
 * reason that says anything stays.
 */
typedef struct
{
  const DlDateWordsContext *context;
  const char               *text;
  DlDateWordsFound          found;
  gboolean                  exact;
  char                     *message;
} DlReading;

/* Notes why @self cannot be read; takes @message. Returns: FALSE */
gboolean dl_reading_fail (DlReading *self, DlDateAnswer answer, char *message);

/* "“{text}” could not be read". Returns: FALSE */
gboolean dl_reading_fail_unread (DlReading *self);

/* It can be @first or @second, as EDTF. Returns: FALSE */
gboolean dl_reading_fail_ambiguous (DlReading *self, const char *first, const char *second);

/* Forgets why it could not be read, after another try. */
void dl_reading_clear_failure (DlReading *self);

/* The text as far as it is short, on one line. Returns: (transfer full) */
char *dl_reading_shown_text (const DlReading *self);

/* Why it could not be read. Returns: (transfer full) */
char *dl_reading_sentence (const DlReading *self);

#define DL_PIECE_SIZE 96

/**
 * DlPieceKind:
 * @DL_PIECE_DATE: a year, a month, a day, what of them is there, and a clock
 * @DL_PIECE_NUMBER: a number of one or two digits that may be any of them
 * @DL_PIECE_SEASON: a season or another part of a year, with its number of EDTF
 * @DL_PIECE_HIDDEN: a decade, century or millennium: years with hidden digits
 * @DL_PIECE_TEXT: EDTF already
 */
typedef enum
{
  DL_PIECE_DATE,
  DL_PIECE_NUMBER,
  DL_PIECE_SEASON,
  DL_PIECE_HIDDEN,
  DL_PIECE_TEXT,
} DlPieceKind;

/**
 * DlDatePiece:
 * @year: astronomical; of hidden digits those that are left, with no sign
 * @era: -1 before Christ, 1 after, 0 where nothing is said
 * @era_first: whether the era stands before a year without a unit, as in 紀元前60〜44年
 * @hidden: digits: 1 of a decade, 2 of a century, 3 of a millennium
 * @plural: whether it is said by its first year, as in "1900s"
 * @number: of %DL_PIECE_NUMBER, with its @digits; or a number that waits for a month
 * @ends_in_season: whether the season follows its year
 * @line: what else it says
 * @text: of %DL_PIECE_TEXT
 *
 * One date of a text. It may wait for the other date of an interval to be
 * complete.
 */
typedef struct
{
  DlPieceKind kind;
  gboolean    has_year;
  gint64      year;
  int         era;
  gboolean    era_first;
  int         hidden;
  gboolean    plural;
  gint64      month;
  gint64      day;
  gint64      number;
  int         digits;
  int         season;
  gboolean    ends_in_season;
  DlWordsLine line;
  char        text[DL_PIECE_SIZE];
} DlDatePiece;

/* Reads the one date of @tokens. @partial where it is an end of an interval,
 * which may leave to the other end what both share. FALSE with a reason. */
gboolean
dl_date_piece_read (DlDatePiece *self, DlReading *reading, const DlWordsToken *tokens, int n, gboolean partial);

/* Whether there is such a day, and a year to it, which may come from the
 * context. FALSE with a reason. */
gboolean dl_date_piece_complete (DlDatePiece *self, DlReading *reading);

/**
 * DlPieceTexts:
 * @whole: it alone
 * @from, @to: where it is the first or the last of what is between two dates; the
 *   same as @whole, but for parts of a century and the like, of which they are the
 *   two ends
 * @within: where it is an interval's start or end, where no set can stand; all of
 *   what @whole may mean
 *
 * A complete piece as EDTF.
 */
typedef struct
{
  char whole[DL_PIECE_SIZE];
  char from[DL_PIECE_SIZE];
  char to[DL_PIECE_SIZE];
  char within[DL_PIECE_SIZE];
} DlPieceTexts;

/* FALSE where no EDTF says it, with a reason. */
gboolean dl_date_piece_write (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts);

/* A year as EDTF; in @buffer, of DL_PIECE_SIZE. */
void dl_date_piece_format_year (char *buffer, gint64 year);

/* Years before the present, or millions of years before Christ, to the @unit
 * that their last digit is worth; @exact where that is a decimal, so that a
 * zero counts (66.0 million). FALSE with a reason. */
gboolean dl_reading_ago (DlReading *self, gint64 years, gint64 unit, gboolean exact, char *buffer);
gboolean dl_reading_before_present (DlReading *self, gint64 years, gint64 unit, gboolean exact, char *buffer);
gboolean dl_reading_deep (DlReading *self, gint64 magnitude, gint64 unit, gboolean exact, char *buffer);

/* Reads words. Returns: (transfer full) (nullable): EDTF that may still be too
 * far for an instant; NULL with a reason in @self */
char *dl_reading_words (DlReading *self);

/* With years of Christ for those of Japanese eras: 2024年4月1日 for 令和6年4月1日. Returns: (transfer
 * full) (nullable): NULL where there are none, or one whose days are not of this calendar */
char *dl_date_words_count_on (const char *text);

/* With digits for Roman numerals of centuries and months, all digits of the years of mail
 * programs and of those with an exponent, 12:00 for noon, and without marks of footnotes.
 * Returns: (transfer full) (nullable): NULL where there is nothing of the kind */
char *dl_date_words_respell (const char *text);

/* A year of Japan's accounts and schools, "2025年度", or some of them, as the months from April to
 * March that it has. Returns: (transfer full) (nullable): NULL where it is none */
char *dl_date_words_dup_fiscal (const char *text);

/* The value of @length letters, where they are written as the value is; else 0. */
int dl_date_words_read_roman (const char *letters, gsize length);

/* A date in Vietnamese in words that are read. Returns: (transfer full) (nullable) */
char *dl_date_words_dup_vietnamese (const char *text);

/* Reads @text, without space around it, where a program wrote it and it is not
 * EDTF. Returns: (transfer full) (nullable): valid EDTF; NULL for all else */
char *dl_date_words_from_machine (const char *text, const DlDateWordsContext *context);

G_END_DECLS
