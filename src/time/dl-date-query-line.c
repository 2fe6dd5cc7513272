/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-query-words.h"

#include "time/dl-words-parts.h"

static char
code_at (const DlQueryLine *self, int i)
{
  return i >= 0 && i < self->n ? self->tokens[i].code : '\0';
}

static gint64
value_at (const DlQueryLine *self, int i)
{
  return i >= 0 && i < self->n ? self->tokens[i].value : 0;
}

/* One where there is no amount of years. */
static gint64
unit_at (const DlQueryLine *self, int i)
{
  return code_at (self, i) == 'q' ? self->tokens[i].unit : 1;
}

/* Puts one token into the place of @count of them. */
static void
join (DlQueryLine *self, int at, int count, char code, gint64 value, gint64 unit)
{
  int i;

  for (i = at + count; i < self->n; i++)
    self->tokens[i - count + 1] = self->tokens[i];
  self->n -= count - 1;
  self->tokens[at] = (DlQueryToken){ .code = code, .value = value, .unit = unit };
}

static void
drop (DlQueryLine *self, int at)
{
  int i;

  for (i = at + 1; i < self->n; i++)
    self->tokens[i - 1] = self->tokens[i];
  self->n--;
}

/* "13.8 billion", "1億7000万", from @at on. Returns: how many tokens it takes, or 0 */
static int
read_amount (const DlQueryLine *self, int at, gint64 *total, gint64 *unit)
{
  gboolean by_myriads = FALSE;
  int      i = at;

  *total = 0;
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
join_amounts (DlQueryLine *self)
{
  gint64 total;
  gint64 unit = 1;
  int    count;
  int    i;

  for (i = 0; i < self->n; i++)
    {
      count = read_amount (self, i, &total, &unit);
      if (count > 0)
        join (self, i, count, 'q', total, unit);
    }
}

/* Commas, and points and dashes beside words, only part the pieces. */
static void
drop_punctuation (DlQueryLine *self)
{
  int i = 0;

  while (i < self->n)
    {
      char     code = code_at (self, i);
      gboolean beside_word = (g_ascii_isalpha (code_at (self, i - 1)) && code_at (self, i - 1) != 'n') ||
                             (g_ascii_isalpha (code_at (self, i + 1)) && code_at (self, i + 1) != 'n');

      if (code == ',' || (code == '.' && (i == self->n - 1 || code_at (self, i - 1) == '~')) ||
          ((code == '.' || code == '-' || code == '/') && beside_word && i > 0))
        drop (self, i);
      else
        i++;
    }
}

/* A year before or after Christ: the number at @at with what stands around it. */
static gboolean
join_era (DlQueryLine *self, int at)
{
  gint64   value = value_at (self, at);
  gint64   unit = unit_at (self, at);
  gboolean before = code_at (self, at - 1) == 'b' || code_at (self, at + 1) == 'b';
  gboolean prefix =
    code_at (self, at - 1) == 'b' || code_at (self, at - 1) == 'a' || (at == 1 && code_at (self, 0) == 'g');
  gboolean suffix = !prefix && (code_at (self, at + 1) == 'b' || code_at (self, at + 1) == 'a');
  int      count;

  /* 前44年; elsewhere the same character says "ago". */
  before = before || (at == 1 && code_at (self, 0) == 'g');
  if (!prefix && !suffix)
    return FALSE;
  count = prefix && code_at (self, at + 1) == 'J' ? 3 : 2;
  if (value == 0)
    {
      self->has_year_0 = TRUE;
      return FALSE;
    }
  if (before && value >= DL_MILLION && code_at (self, at) == 'q')
    join (self, at - prefix, count, 'H', value, unit);
  else
    join (self, at - prefix, count, 'Y', before ? 1 - value : value, 1);
  return TRUE;
}

/* Numbers with the words that make them something. */
static void
join_numbers (DlQueryLine *self)
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
      if (number && (after == 'c' || after == 'l'))
        join (self, i, next - i + 1, after == 'c' ? 'C' : 'L', value_at (self, i), 1);
      else if (number && after == 's')
        join (self, i, 2, 'S', value_at (self, i), 1);
      else if ((after == 'y' || after == 'J') && code_at (self, i + 2) == 'g')
        join (self, i, 3, 'G', value_at (self, i), unit);
      else if (join_era (self, i))
        i = MAX (i - 1, 0);
      else if (after == 'J' || (number && after != 'O' && after != 'T' && after != ':' &&
                                code_at (self, i + 1) != 'o' && self->tokens[i].digits >= 3))
        {
          if (value_at (self, i) == 0)
            self->has_year_0 = TRUE;
          join (self, i, after == 'J' ? 2 : 1, 'Y', value_at (self, i), 1);
        }
      else if (number && after == 'O')
        join (self, i, 2, 'M', value_at (self, i), 1);
      else if (number && after == 'T')
        join (self, i, 2, 'D', value_at (self, i), 1);
      else if (number && after == ':' && code_at (self, i + 2) == 'n')
        {
          int    seconds = code_at (self, i + 3) == ':' && code_at (self, i + 4) == 'n';
          gint64 hour = value_at (self, i);
          gint64 minute = value_at (self, i + 2);
          gint64 second = seconds ? value_at (self, i + 4) : 0;

          if (hour > 23 || minute > 59 || second > 59)
            continue;
          self->has_seconds = seconds;
          join (self, i, seconds ? 5 : 3, 'K', hour * 3600 + minute * 60 + second, 1);
        }
      else if (number && code_at (self, i + 1) == 'o')
        join (self, i, 2, 'D', value_at (self, i), 1);
    }
}

/* Takes what stands beside the date: "about", a weekday, a clock. */
static void
take_extras (DlQueryLine *self)
{
  int i = 0;

  while (i < self->n)
    {
      char code = code_at (self, i);

      if (code == '~' && !self->about && (i == 0 || i == self->n - 1))
        self->about = TRUE;
      else if (code == 'W' && self->weekday < 0)
        self->weekday = (int) value_at (self, i);
      /* 日 and 月 without a number are Sunday and Monday. */
      else if ((code == 'T' || code == 'O') && self->weekday < 0)
        self->weekday = code == 'T' ? 6 : 0;
      else if (code == 'K' && self->clock < 0 && i == self->n - 1)
        self->clock = (int) value_at (self, i);
      else
        {
          i++;
          continue;
        }
      drop (self, i);
    }
}

gboolean
dl_query_read_line (const char *text, DlQueryLine *line)
{
  *line = (DlQueryLine){ .weekday = -1, .clock = -1 };
  line->n = dl_query_tokenize (text, line->tokens);
  if (line->n <= 0)
    return FALSE;
  join_amounts (line);
  drop_punctuation (line);
  join_numbers (line);
  take_extras (line);
  return TRUE;
}
