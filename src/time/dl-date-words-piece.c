/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a text: which of its pieces are the year, the month and the day. */
#include "time/dl-date-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-words-parts.h"
#include "time/dl-words.h"

/* Early, in the middle, late; the season that is winter. */
#define LAST_PART 2
#define LAST_SEASON 24

static gint64
value_at (const DlDatePiece *self, int i)
{
  return self->line.tokens[i].value;
}

/* Reasons */

static gboolean
fail_number (DlReading *reading, DlDateAnswer answer, const char *pattern, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return dl_reading_fail (reading, answer, dl_words_fill (pattern, "number", digits, NULL));
}

static gboolean
fail_month (DlReading *reading, gint64 month)
{
  return fail_number (reading, DL_DATE_ANSWER_IMPOSSIBLE, _ ("There is no month {number}."), month);
}

static gboolean
fail_day (DlReading *reading, gint64 year, int month, gint64 day)
{
  DlCivil          civil = { .year = year, .month = (gint8) month, .day = 1 };
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, day);
  g_autofree char *month_words = dl_words_date (&civil, DL_UNIT_MONTH, FALSE, FALSE);

  return dl_reading_fail (reading, DL_DATE_ANSWER_IMPOSSIBLE,
                          /* Translators: for the 31st of February: February 2025 has no day 31. */
                          dl_words_fill (_ ("{month} has no day {day}."), "month", month_words, "day", digits, NULL));
}

static gboolean
fail_weekday (DlReading *reading, const DlCivil *civil, int weekday, int told)
{
  g_autofree char *words = dl_words_date (civil, DL_UNIT_DAY, FALSE, FALSE);

  return dl_reading_fail (
    reading, DL_DATE_ANSWER_IMPOSSIBLE,
    /* Translators: where another weekday was typed: 25 October 2025 is a Saturday, not a Sunday. */
    dl_words_fill (_ ("{date} is a {weekday}, not a {other}."), "date", words, "weekday",
                   dl_words_weekday (weekday, FALSE), "other", dl_words_weekday (told, FALSE), NULL));
}

static gboolean
fail_bare (DlReading *reading, gint64 number)
{
  return fail_number (
    reading, DL_DATE_ANSWER_UNREAD,
    /* Translators: for a number of one or two digits. */
    _ ("“{number}” alone is not clear: write “AD {number}” for the year, or all its digits, or a day with its month."),
    number);
}

/* Shapes */

static void
shape_of (const DlDatePiece *self, char shape[DL_WORDS_MAX_TOKENS + 1])
{
  gboolean has_month = FALSE;
  int      i;

  for (i = 0; i < self->line.n; i++)
    has_month = has_month || self->line.tokens[i].code == 'M';
  for (i = 0; i < self->line.n; i++)
    {
      char code = self->line.tokens[i].code;

      /* Beside a month, a number of one or two digits is a day. */
      shape[i] = has_month && code == 'n' ? 'D' : code == '=' ? '-' : code;
    }
  shape[i] = '\0';
}

/* A shape, and where year, month and day stand in it; -1 nowhere. */
typedef struct
{
  const char *shape;
  gint8       year;
  gint8       month;
  gint8       day;
  gboolean    partial; /* only as an end of an interval */
} Places;

static const Places places[] = {
  { "Y", 0, -1, -1, FALSE },   { "M", -1, 0, -1, FALSE },   { "MY", 1, 0, -1, FALSE },   { "YM", 0, 1, -1, FALSE },
  { "DM", -1, 1, 0, FALSE },   { "MD", -1, 0, 1, FALSE },   { "DMY", 2, 1, 0, FALSE },   { "MDY", 2, 0, 1, FALSE },
  { "YMD", 0, 1, 2, FALSE },   { "YDM", 0, 2, 1, FALSE },   { "Y-n", 0, 2, -1, FALSE },  { "Y/n", 0, 2, -1, FALSE },
  { "Y.n", 0, 2, -1, FALSE },  { "n-Y", 2, 0, -1, FALSE },  { "n/Y", 2, 0, -1, FALSE },  { "n.Y", 2, 0, -1, FALSE },
  { "Y-n-n", 0, 2, 4, FALSE }, { "Y/n/n", 0, 2, 4, FALSE }, { "Y.n.n", 0, 2, 4, FALSE }, { "D", -1, -1, 0, TRUE },
  { "DY", 1, -1, 0, TRUE },    { "nY", 1, -1, 0, TRUE },
};

static gboolean
read_places (DlDatePiece *self, DlReading *reading, const Places *place)
{
  self->kind = DL_PIECE_DATE;
  if (place->year >= 0)
    {
      const DlWordsToken *token = &self->line.tokens[place->year];

      self->has_year = TRUE;
      self->year = token->value;
      self->era = token->era;
      self->era_first = token->era != 0 && token->digits != 0;
    }
  if (place->month >= 0)
    {
      self->month = value_at (self, place->month);
      /* What a long dash parts need be no month, nor decimals. */
      if ((self->month > 12 || self->month < 1) && self->line.n == 3 &&
          strchr ("=.", self->line.tokens[1].code) != NULL)
        return dl_reading_fail_unread (reading);
      if (self->month < 1 || self->month > 12)
        return fail_month (reading, self->month);
    }
  if (place->day >= 0)
    {
      self->day = value_at (self, place->day);
      if (self->day < 1)
        return fail_number (reading, DL_DATE_ANSWER_IMPOSSIBLE, _ ("There is no day {number}."), self->day);
    }
  /* 1850.5 may be the middle of that year. */
  if (strcmp (place->shape, "Y.n") == 0 && self->line.tokens[2].digits < 2 && reading->context->here == NULL)
    return dl_reading_fail_unread (reading);
  return TRUE;
}

/* 25/10/2025, 10/25/2025, 25.10.2025 */
static gboolean
read_numeric (DlDatePiece *self, DlReading *reading, char separator)
{
  gint64          first = value_at (self, 0);
  gint64          second = value_at (self, 2);
  DlDayMonthOrder order = reading->context->order;

  /* The other end of an interval may have shown it. */
  if (order == DL_DAY_MONTH_UNKNOWN)
    order = reading->found.order;
  self->kind = DL_PIECE_DATE;
  self->has_year = TRUE;
  self->year = value_at (self, 4);
  self->era = self->line.tokens[4].era;
  if (first > 12 && second > 12)
    return fail_month (reading, MIN (first, second));
  if (first > 12)
    order = reading->found.order = DL_DAY_MONTH_DAY_FIRST;
  else if (second > 12)
    order = reading->found.order = DL_DAY_MONTH_MONTH_FIRST;
  /* Points part dates only where the day comes first. */
  else if (separator == '.' || first == second)
    order = DL_DAY_MONTH_DAY_FIRST;
  if (order == DL_DAY_MONTH_UNKNOWN && first > 0 && second > 0)
    {
      char year[DL_PIECE_SIZE];
      char day_first[DL_DATE_READING_SIZE];
      char month_first[DL_DATE_READING_SIZE];

      dl_date_piece_format_year (year, self->year);
      if (year[0] == 'Y')
        return dl_reading_fail_unread (reading);
      g_snprintf (day_first, sizeof day_first, "%.8s-%02d-%02d", year, (int) second, (int) first);
      g_snprintf (month_first, sizeof month_first, "%.8s-%02d-%02d", year, (int) first, (int) second);
      return dl_reading_fail_ambiguous (reading, day_first, month_first);
    }
  self->month = order == DL_DAY_MONTH_MONTH_FIRST ? first : second;
  self->day = order == DL_DAY_MONTH_MONTH_FIRST ? second : first;
  if (self->month < 1)
    return fail_month (reading, self->month);
  if (self->day < 1)
    return fail_number (reading, DL_DATE_ANSWER_IMPOSSIBLE, _ ("There is no day {number}."), self->day);
  return TRUE;
}

static gboolean
read_hidden (DlDatePiece *self, DlReading *reading, int hidden)
{
  gint64 number = value_at (self, 0);

  if (number < 1 || number > (hidden == 2 ? 100 : 10))
    return dl_reading_fail_unread (reading);
  self->kind = DL_PIECE_HIDDEN;
  self->has_year = TRUE;
  self->year = number - 1;
  self->era = self->line.tokens[0].era;
  self->hidden = hidden;
  return TRUE;
}

static gboolean
read_decade (DlDatePiece *self, DlReading *reading, gboolean partial)
{
  gint64 year = value_at (self, 0);

  /* "1960s–70s" takes its century from the first. */
  if (partial && year < 100 && year % 10 == 0)
    self->digits = 2;
  else if (year < 100 || year > 9999 || year % 10 != 0)
    return dl_reading_fail_unread (reading);
  self->kind = DL_PIECE_HIDDEN;
  self->has_year = TRUE;
  self->plural = TRUE;
  /* "1900s" is a century; "2000s" is said of the decade, as that century has hardly begun. */
  self->hidden = year % 100 == 0 && year != 2000 ? 2 : 1;
  self->year = year / (self->hidden == 2 ? 100 : 10);
  return TRUE;
}

static gboolean
read_season (DlDatePiece *self, DlReading *reading, const char *shape, gboolean partial)
{
  int at = shape[0] == 'P' || shape[0] == 'Q' ? 0 : 1;

  self->season = (int) value_at (self, at);
  self->kind = DL_PIECE_SEASON;
  if (self->season < 21 || self->season > 41)
    return dl_reading_fail_unread (reading);
  if (shape[1] == '\0')
    return partial || reading->context->has_year || dl_reading_fail (reading, DL_DATE_ANSWER_NO_YEAR, NULL);
  self->has_year = TRUE;
  self->year = value_at (self, 1 - at);
  self->era = self->line.tokens[1 - at].era;
  self->ends_in_season = at == 1;
  return TRUE;
}

static gboolean
read_day_from (DlDatePiece *self, DlInstant instant, gint64 shift)
{
  DlCivil civil = dl_calendar_from_instant (instant);

  civil = dl_calendar_add (&civil, DL_UNIT_DAY, shift);
  self->kind = DL_PIECE_DATE;
  self->has_year = TRUE;
  self->year = civil.year;
  self->month = civil.month;
  self->day = civil.day;
  return TRUE;
}

/* Today, now, and the day of which a timeline is told: only where a person types. */
static gboolean
read_here (DlDatePiece *self, DlReading *reading, char code)
{
  const DlDateWordsHere *here = reading->context->here;
  DlCivil                civil;

  if (here == NULL)
    return dl_reading_fail (reading, DL_DATE_ANSWER_TODAY, NULL);
  if (code == 't' || code == 'A')
    {
      /* The as-of marker stands at the end of its day. */
      DlInstant as_of = here->as_of.nanos == 0 ? dl_instant_add (here->as_of, -1) : here->as_of;

      if (code == 'A' && !here->has_as_of)
        return dl_reading_fail (reading, DL_DATE_ANSWER_UNREAD, g_strdup (_ ("This timeline has no as-of date.")));
      civil = dl_zone_to_civil (here->zone, code == 'A' ? as_of : here->now);
      return read_day_from (self, dl_calendar_to_instant (&civil), code == 't' ? value_at (self, 0) : 0);
    }
  civil = dl_calendar_from_instant (here->now);
  if (civil.year < 1 || civil.year > 9999 || self->line.clock >= 0 || self->line.weekday >= 0)
    return dl_reading_fail_unread (reading);
  self->kind = DL_PIECE_TEXT;
  g_snprintf (self->text, sizeof self->text, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int) civil.year, civil.month, civil.day,
              civil.hour, civil.minute, civil.second);
  return TRUE;
}

static gboolean
read_number (DlDatePiece *self, DlReading *reading, gboolean partial)
{
  self->number = value_at (self, 0);
  self->digits = self->line.tokens[0].digits;
  self->kind = DL_PIECE_NUMBER;
  if (partial)
    return TRUE;
  if (!reading->context->bare_years)
    return fail_bare (reading, self->number);
  self->kind = DL_PIECE_DATE;
  self->has_year = TRUE;
  self->year = self->number;
  return TRUE;
}

static gboolean
is_one_of (const char *shape, const char *const *shapes)
{
  return g_strv_contains (shapes, shape);
}

static gboolean
read_shape (DlDatePiece *self, DlReading *reading, const char *shape, gboolean partial)
{
  static const char *const numeric[] = { "n/n/Y", "n.n.Y", "n-n-Y", NULL };
  static const char *const seasons[] = { "P", "PY", "YP", "Q", "QY", "YQ", NULL };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (shape, places[i].shape) == 0 && (partial || !places[i].partial))
      return read_places (self, reading, &places[i]);
  if (is_one_of (shape, numeric))
    return read_numeric (self, reading, shape[1]);
  if (strcmp (shape, "t") == 0 || strcmp (shape, "A") == 0 || strcmp (shape, "N") == 0)
    return read_here (self, reading, shape[0]);
  /* The clock of the other end's day. */
  if (shape[0] == '\0' && partial && self->line.clock >= 0)
    return TRUE;

  if (partial && strcmp (shape, "n") == 0)
    return read_number (self, reading, TRUE);

  /* From here on no day, so no weekday and no clock. */
  if (self->line.weekday >= 0 || self->line.clock >= 0)
    return dl_reading_fail_unread (reading);
  if (strcmp (shape, "n") == 0)
    return read_number (self, reading, FALSE);
  if (is_one_of (shape, seasons))
    return read_season (self, reading, shape, partial);
  if (strcmp (shape, "S") == 0)
    return read_decade (self, reading, partial);
  if (strcmp (shape, "C") == 0 || strcmp (shape, "L") == 0)
    return read_hidden (self, reading, shape[0] == 'C' ? 2 : 3);
  self->kind = DL_PIECE_TEXT;
  if (strcmp (shape, "p") == 0)
    return dl_reading_fail (reading, DL_DATE_ANSWER_TODAY, NULL);
  /* Whoever types that may mean how long something took. */
  if (strcmp (shape, "G") == 0 && self->line.is_bare_span && reading->context->here != NULL)
    return dl_reading_fail_unread (reading);
  if (strcmp (shape, "G") == 0)
    return dl_reading_ago (reading, value_at (self, 0), self->line.tokens[0].unit, self->line.tokens[0].digits != 0,
                           self->text);
  if (strcmp (shape, "R") == 0)
    return dl_reading_before_present (reading, value_at (self, 0), self->line.tokens[0].unit,
                                      self->line.tokens[0].digits != 0, self->text);
  if (strcmp (shape, "H") == 0)
    return dl_reading_deep (reading, value_at (self, 0), self->line.tokens[0].unit, self->line.tokens[0].digits != 0,
                            self->text);
  return dl_reading_fail_unread (reading);
}

/* "first half of the 19th century": of longer times than a year it is a part. */
static void
take_part (DlDatePiece *self)
{
  DlWordsLine *line = &self->line;
  int          i;

  for (i = 0; i < line->n; i++)
    if (line->tokens[i].code == 'Q' && line->part < 0 && line->n == 2 &&
        strchr ("CLS", line->tokens[1 - i].code) != NULL)
      {
        line->part = (int) line->tokens[i].value;
        line->tokens[0] = line->tokens[1 - i];
        line->n = 1;
      }
}

gboolean
dl_date_piece_read (DlDatePiece *self, DlReading *reading, const DlWordsToken *tokens, int n, gboolean partial)
{
  char shape[DL_WORDS_MAX_TOKENS + 1];

  memset (self, 0, sizeof *self);
  if (!dl_words_line_init (&self->line, tokens, n))
    return dl_reading_fail_unread (reading);
  if (self->line.has_year_0)
    return dl_reading_fail (reading, DL_DATE_ANSWER_IMPOSSIBLE,
                            g_strdup (_ ("There is no year 0: 1 BC is followed by AD 1.")));
  take_part (self);
  shape_of (self, shape);
  return read_shape (self, reading, shape, partial);
}

gboolean
dl_date_piece_complete (DlDatePiece *self, DlReading *reading)
{
  const DlWordsLine *line = &self->line;

  if (self->kind == DL_PIECE_NUMBER)
    return fail_bare (reading, self->number);
  if (self->kind == DL_PIECE_TEXT)
    return line->part < 0 || dl_reading_fail_unread (reading);
  if (!self->has_year && self->kind == DL_PIECE_DATE && self->month == 0)
    return dl_reading_fail_unread (reading);
  if (!self->has_year)
    {
      if (!reading->context->has_year)
        return dl_reading_fail (reading, DL_DATE_ANSWER_NO_YEAR, NULL);
      self->has_year = TRUE;
      self->year = reading->context->year;
    }
  if (self->kind == DL_PIECE_HIDDEN)
    {
      /* The sixth millennium has not come, and without an era may be meant before Christ. */
      if (self->hidden == 3 && self->era == 0 && self->year > 2)
        return dl_reading_fail_unread (reading);
      return self->digits == 0 || dl_reading_fail_unread (reading);
    }
  /* Late summer is in summer; how much of it nobody says. */
  if (self->kind == DL_PIECE_SEASON)
    return (ABS (self->year) <= 9999 && (line->part < 0 || (line->part <= LAST_PART && self->season <= LAST_SEASON))) ||
           dl_reading_fail_unread (reading);

  if (self->month == 0)
    {
      /* Five digits without an era may as well count days or seconds. */
      if (line->has_bare_year && self->era == 0 && !reading->context->bare_years && reading->context->here == NULL)
        return dl_reading_fail_unread (reading);
      if (self->day != 0 || line->weekday >= 0 || line->clock >= 0)
        return dl_reading_fail_unread (reading);
      return TRUE;
    }
  if (self->day != 0 && self->day > dl_calendar_days_in_month (self->year, (int) self->month))
    return fail_day (reading, self->year, (int) self->month, self->day);
  if (self->year < -9999 || self->year > 9999)
    return dl_reading_fail_unread (reading);
  if (self->day != 0 && line->weekday >= 0)
    {
      DlCivil civil = { .year = self->year, .month = (gint8) self->month, .day = (gint8) self->day };
      int     weekday = dl_calendar_weekday (self->year, (int) self->month, (int) self->day);

      /* Before, it is that of another calendar. */
      if (weekday != line->weekday && dl_calendar_has_weekday (&civil))
        return fail_weekday (reading, &civil, weekday, line->weekday);
    }
  if (self->day == 0 && (line->weekday >= 0 || line->clock >= 0))
    return dl_reading_fail_unread (reading);
  if ((self->day != 0 && line->part >= 0) || (line->clock >= 0 && line->uncertain))
    return dl_reading_fail_unread (reading);
  return TRUE;
}
