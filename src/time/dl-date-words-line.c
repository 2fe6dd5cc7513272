/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joins the tokens of one date to what they say together. */
#include "time/dl-date-words-line.h"

#include <string.h>

#include "time/dl-words-parts.h"

static char
code_at (const DlWordsLine *self, int i)
{
  return i >= 0 && i < self->n ? self->tokens[i].code : '\0';
}

static gint64
value_at (const DlWordsLine *self, int i)
{
  return i >= 0 && i < self->n ? self->tokens[i].value : 0;
}

/* One where there is no amount of years. */
static gint64
unit_at (const DlWordsLine *self, int i)
{
  return code_at (self, i) == 'q' ? self->tokens[i].unit : 1;
}

static int
digits_at (const DlWordsLine *self, int i)
{
  return code_at (self, i) == 'n' ? self->tokens[i].digits : 0;
}

/* Puts one token into the place of @count of them. Of an amount it stays known
 * whether it has decimals. */
static void
join (DlWordsLine *self, int at, int count, char code, gint64 value, gint64 unit)
{
  guint8 decimal = 0;
  int    i;

  for (i = at; i < at + count; i++)
    if (code_at (self, i) == 'q')
      decimal = self->tokens[i].digits;
  for (i = at + count; i < self->n; i++)
    self->tokens[i - count + 1] = self->tokens[i];
  self->n -= count - 1;
  self->tokens[at] = (DlWordsToken){ .code = code, .value = value, .unit = unit, .digits = decimal };
}

static void
drop (DlWordsLine *self, int at)
{
  int i;

  for (i = at + 1; i < self->n; i++)
    self->tokens[i - 1] = self->tokens[i];
  self->n--;
}

/* "13.8 billion", "1億7000万", from @at on. Returns: how many tokens it takes, or 0 */
static int
read_amount (const DlWordsLine *self, int at, gint64 *total, gint64 *unit, gboolean *decimal)
{
  gboolean by_myriads = FALSE;
  int      i = at;

  *total = 0;
  *decimal = FALSE;
  while (code_at (self, i) == 'n')
    {
      gint64 number = value_at (self, i);
      gint64 multiplier = 1;
      gint64 decimals = 1;
      int    next = i + 1;

      if ((code_at (self, next) == '.' || code_at (self, next) == ',') && code_at (self, next + 1) == 'n' &&
          code_at (self, next + 2) == 'k')
        {
          int digit;

          for (digit = 0; digit < self->tokens[next + 1].digits && decimals < DL_MILLION; digit++)
            decimals *= 10;
          if (value_at (self, next + 1) >= decimals || __builtin_mul_overflow (number, decimals, &number) ||
              __builtin_add_overflow (number, value_at (self, next + 1), &number))
            return 0;
          *decimal = TRUE;
          next += 2;
        }
      for (; code_at (self, next) == 'k'; next++)
        if (__builtin_mul_overflow (multiplier, value_at (self, next), &multiplier))
          return 0;
      if (multiplier % decimals != 0)
        return 0;
      /* After 万 and 億 more may follow; without either this was a plain number. */
      if (multiplier == 1 && !by_myriads)
        break;
      by_myriads = multiplier == DL_MYRIAD || multiplier == DL_MYRIAD * DL_MYRIAD;
      if (__builtin_mul_overflow (number, multiplier / decimals, &number) ||
          __builtin_add_overflow (*total, number, total))
        return 0;
      *unit = multiplier / decimals;
      i = next;
    }
  return i - at;
}

static void
join_amounts (DlWordsLine *self)
{
  gint64   total;
  gint64   unit = 1;
  gboolean decimal;
  int      count;
  int      i;

  for (i = 0; i < self->n; i++)
    {
      count = read_amount (self, i, &total, &unit, &decimal);
      if (count == 0)
        continue;
      join (self, i, count, 'q', total, unit);
      self->tokens[i].digits = decimal;
    }
}

/* "20 000 BC", "10 000 years ago": groups of three that a space parts. Beside
 * a month it is "25 800". */
static void
join_groups (DlWordsLine *self)
{
  int i;

  for (i = 0; i < self->n; i++)
    {
      gint64 number = value_at (self, i);
      int    groups = 1;

      if (digits_at (self, i) == 0 || digits_at (self, i) > 3 || number == 0 || code_at (self, i - 1) == 'M')
        continue;
      for (; groups < 5 && digits_at (self, i + groups) == 3 && self->tokens[i + groups].spaced; groups++)
        number = number * 1000 + value_at (self, i + groups);
      if (groups == 1 || code_at (self, i + groups) == '\0' || strchr ("byRJ", code_at (self, i + groups)) == NULL)
        continue;
      join (self, i, groups, 'n', number, 1);
      self->tokens[i].digits = (guint8) (3 * groups);
    }
}

/* Commas, and points and dashes beside words, only part the pieces. */
static void
drop_punctuation (DlWordsLine *self)
{
  int i = 0;

  while (i < self->n)
    {
      char     code = code_at (self, i);
      gboolean beside_word = (g_ascii_isalpha (code_at (self, i - 1)) && code_at (self, i - 1) != 'n') ||
                             (g_ascii_isalpha (code_at (self, i + 1)) && code_at (self, i + 1) != 'n');

      if (code == ',' || (code == '.' && (i == self->n - 1 || code_at (self, i - 1) == '~')) ||
          ((code == '.' || code == '-' || code == '/' || code == '=') && beside_word && i > 0))
        drop (self, i);
      else
        i++;
    }
}

/* A year before or after Christ: the number at @at with what stands around it. */
static gboolean
join_era (DlWordsLine *self, int at)
{
  gint64   value = value_at (self, at);
  gint64   unit = unit_at (self, at);
  gboolean before = code_at (self, at - 1) == 'b' || code_at (self, at + 1) == 'b';
  gboolean ago = at == 1 && code_at (self, 0) == 'g';
  gboolean prefix = code_at (self, at - 1) == 'b' || code_at (self, at - 1) == 'a' || ago;
  gboolean suffix = !prefix && (code_at (self, at + 1) == 'b' || code_at (self, at + 1) == 'a');
  gboolean with_unit = prefix && code_at (self, at + 1) == 'J';

  /* 前44年; elsewhere the same character says "ago". */
  before = before || ago;
  if (!prefix && !suffix)
    return FALSE;
  if (value == 0)
    {
      self->has_year_0 = TRUE;
      return FALSE;
    }
  at -= prefix;
  if (before && value >= DL_MILLION && code_at (self, at + prefix) == 'q')
    join (self, at, with_unit ? 3 : 2, 'H', value, unit);
  else
    join (self, at, with_unit ? 3 : 2, 'Y', before ? 1 - value : value, 1);
  self->tokens[at].era = before ? -1 : 1;
  /* 紀元前60〜44年 are both before Christ. */
  if (code_at (self, at) == 'Y')
    self->tokens[at].digits = prefix && !with_unit;
  return TRUE;
}

/* The century or millennium at @at, with its era around it. */
static void
join_hidden_era (DlWordsLine *self, int at)
{
  char before = code_at (self, at - 1);
  char after = code_at (self, at + 1);

  if (before == 'b' || before == 'a' || (before == 'g' && at == 1))
    {
      self->tokens[at].era = before == 'a' ? 1 : -1;
      drop (self, at - 1);
    }
  else if (after == 'b' || after == 'a')
    {
      self->tokens[at].era = after == 'a' ? 1 : -1;
      drop (self, at + 1);
    }
}

/* The time of day */

static void
remove_tokens (DlWordsLine *self, int at, int count)
{
  while (count-- > 0)
    drop (self, at);
}

/* UTC, GMT-0600, -0600, +09:00 at @at, after a clock. Returns: how many tokens */
static int
read_zone (DlWordsLine *self, int at)
{
  int      i = at;
  gboolean named = code_at (self, i) == 'z';
  char     sign;
  gint64   hours;
  gint64   minutes = 0;

  if (named)
    {
      self->has_zone = TRUE;
      self->offset = (int) value_at (self, i);
      i++;
    }
  sign = code_at (self, i);
  if ((sign != '+' && sign != '-') || digits_at (self, i + 1) == 0)
    return i - at;
  /* 22:00-23:30 is no offset. */
  if (!named && sign == '-' && digits_at (self, i + 1) != 4 && !self->tokens[i].spaced)
    return i - at;
  hours = value_at (self, i + 1);
  if (digits_at (self, i + 1) == 4)
    {
      minutes = hours % 100;
      hours /= 100;
      i += 2;
    }
  else if (code_at (self, i + 2) == ':' && digits_at (self, i + 3) == 2)
    {
      minutes = value_at (self, i + 3);
      i += 4;
    }
  else
    i += 2;
  if (hours > 23 || minutes > 59)
    return 0;
  self->has_zone = TRUE;
  self->offset += (int) (hours * 3600 + minutes * 60) * (sign == '-' ? -1 : 1);
  return i - at;
}

/* 12:30:05.25 or 12時30分5秒 or "5 pm" at @at. Returns: how many tokens, or 0 */
static int
read_clock (DlWordsLine *self, int at)
{
  gboolean east = code_at (self, at + 1) == 'I';
  gint64   parts[3] = { value_at (self, at), 0, 0 };
  int      n = 1;
  int      i = at + 1;

  if (digits_at (self, at) == 0 || digits_at (self, at) > 2)
    return 0;
  if (east)
    {
      static const char units[] = "Iij";

      for (i = at + 2; n < 3 && code_at (self, i) == 'n' && code_at (self, i + 1) == units[n]; i += 2)
        parts[n++] = value_at (self, i);
    }
  else
    while (n < 3 && code_at (self, i) == ':' && digits_at (self, i + 1) == 2)
      {
        parts[n++] = value_at (self, i + 1);
        i += 2;
      }
  if (n == 3 && !east && (code_at (self, i) == '.' || code_at (self, i) == ',') && digits_at (self, i + 1) > 0 &&
      digits_at (self, i + 1) <= 9 && !self->tokens[i + 1].spaced)
    {
      self->fraction_digits = digits_at (self, i + 1);
      self->fraction = value_at (self, i + 1);
      i += 2;
    }
  if (code_at (self, i) == 'm' && parts[0] >= 1 && parts[0] <= 12)
    parts[0] = parts[0] % 12 + value_at (self, i++);
  /* "13:01 PM" says it twice. */
  else if (code_at (self, i) == 'm' && n > 1 && parts[0] > 12 && value_at (self, i) == 12)
    i++;
  else if (n == 1 && !east)
    return 0;
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59)
    return 0;
  self->clock = (int) (parts[0] * 3600 + parts[1] * 60 + parts[2]);
  /* Five o'clock is said to the minute. */
  self->clock_parts = n == 1 && !east ? 2 : n;
  return i - at;
}

/* The offset that ends a line of git's, behind the year: "Mon Sep 17 10:00:00 2019 +0200".
 * Returns: how many tokens */
static int
read_last_zone (DlWordsLine *self)
{
  int at = self->n - 2;

  if (at < 1 || digits_at (self, at + 1) != 4 || digits_at (self, at - 1) != 4 || !self->tokens[at].spaced ||
      self->tokens[at + 1].spaced)
    return 0;
  return read_zone (self, at);
}

static void
take_clock (DlWordsLine *self)
{
  int i;

  for (i = 0; i < self->n; i++)
    {
      int count = read_clock (self, i);

      if (count == 0)
        continue;
      count += read_zone (self, i + count);
      remove_tokens (self, i, count);
      if (!self->has_zone)
        {
          count = read_last_zone (self);
          remove_tokens (self, self->n - count, count);
        }
      /* A comma before it, as in "25 Oct 2025, 22:00". */
      if (code_at (self, i - 1) == ',')
        drop (self, i - 1);
      return;
    }
}

/* Numbers with the words that make them something. */
static void
join_numbers (DlWordsLine *self)
{
  int i;

  for (i = 0; i < self->n; i++)
    {
      gboolean number = code_at (self, i) == 'n';
      int      next = i + 1 + (code_at (self, i + 1) == 'o');
      char     after = code_at (self, next);
      gint64   unit = unit_at (self, i);

      if (!number && code_at (self, i) != 'q')
        continue;
      /* "19th c.": elsewhere that is "circa". */
      if (number && next == i + 2 && after == '~' && value_at (self, next) == 0)
        after = 'c';
      if (after == 'y' && (code_at (self, next + 1) == 'b' || code_at (self, next + 1) == 'a'))
        {
          /* "541 million years BC" */
          drop (self, next);
          after = code_at (self, next);
        }
      /* "siglo 15" */
      if (number && code_at (self, i - 1) == 'c' && after != 'c')
        {
          join (self, i - 1, 2, 'C', value_at (self, i), 1);
          join_hidden_era (self, --i);
        }
      else if (number && (after == 'c' || after == 'l'))
        {
          join (self, i, next - i + 1, after == 'c' ? 'C' : 'L', value_at (self, i), 1);
          join_hidden_era (self, i);
        }
      else if (number && after == 'f')
        join (self, i, next - i + 1, 'Q', 32 + CLAMP (value_at (self, i), 0, 5), 1);
      else if (after == 'R')
        join (self, i, 2, 'R', value_at (self, i), unit);
      else if (after == 'y' && code_at (self, i + 2) == 'R')
        join (self, i, 3, 'R', value_at (self, i), unit);
      else if (number && after == 's')
        join (self, i, 2, 'S', value_at (self, i), 1);
      else if ((after == 'y' || after == 'J') && code_at (self, i + 2) == 'g')
        join (self, i, 3, 'G', value_at (self, i), unit);
      /* "13.8 billion years" with nothing else is how long ago it was. */
      else if (after == 'y' && self->n == next + 1 && value_at (self, i) >= DL_MILLION)
        {
          self->is_bare_span = TRUE;
          join (self, i, 2, 'G', value_at (self, i), unit);
        }
      else if (join_era (self, i))
        i = MAX (i - 1, 0);
      else if (after == 'J' || (number && after != 'O' && after != 'T' && after != ':' &&
                                code_at (self, i + 1) != 'o' && self->tokens[i].digits >= 3))
        {
          if (value_at (self, i) == 0)
            self->has_year_0 = TRUE;
          self->has_bare_year |= after != 'J' && self->tokens[i].digits > 4;
          join (self, i, after == 'J' ? 2 : 1, 'Y', value_at (self, i), 1);
        }
      else if (number && after == 'O')
        join (self, i, 2, 'M', value_at (self, i), 1);
      else if (number && after == 'T')
        join (self, i, 2, 'D', value_at (self, i), 1);
      else if (number && code_at (self, i + 1) == 'o')
        join (self, i, 2, 'D', value_at (self, i), 1);
    }
}

/* Takes what stands beside the date: "about", doubt, a weekday, a part. */
static void
take_extras (DlWordsLine *self)
{
  int i = 0;

  while (i < self->n)
    {
      char code = code_at (self, i);

      if (code == '~' && !self->about && (i == 0 || i == self->n - 1))
        self->about = TRUE;
      /* A zone without a time says in which place that day was. */
      else if (code == 'z' && i > 0 && i == self->n - 1 && self->clock < 0)
        ;
      /* "EST 1890" of a family tree: before a year it is no zone. */
      else if (code == 'z' && !self->about && i == 0 && self->n > 1 && code_at (self, 1) == 'Y')
        self->about = TRUE;
      else if (code == '?' && !self->uncertain && (i == 0 || i == self->n - 1))
        self->uncertain = TRUE;
      else if (code == 'W' && self->weekday < 0)
        self->weekday = (int) value_at (self, i);
      /* 日 and 月 without a number are Sunday and Monday. */
      else if ((code == 'T' || code == 'O') && self->weekday < 0)
        self->weekday = code == 'T' ? 6 : 0;
      /* 초 is a second, and early. */
      else if ((code == 'e' || code == 'j') && self->part < 0 && (i == 0 || i == self->n - 1))
        self->part = code == 'e' ? (int) value_at (self, i) : 0;
      /* "1469 (55 years ago)" */
      else if (code == 'G' && i == 1 && self->n == 2 && code_at (self, 0) == 'Y')
        ;
      else
        {
          i++;
          continue;
        }
      drop (self, i);
      /* Once more from the start: what was in the middle may be at an end now. */
      i = 0;
    }
}

gboolean
dl_words_line_init (DlWordsLine *self, const DlWordsToken *tokens, int n)
{
  *self = (DlWordsLine){ .weekday = -1, .clock = -1, .part = -1, .n = n };
  if (n <= 0 || n > DL_WORDS_MAX_TOKENS)
    return FALSE;
  memcpy (self->tokens, tokens, (gsize) n * sizeof *tokens);
  take_clock (self);
  join_groups (self);
  join_amounts (self);
  drop_punctuation (self);
  join_numbers (self);
  take_extras (self);
  return TRUE;
}
