/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-query.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date-query-words.h"
#include "time/dl-words-parts.h"
#include "time/dl-words.h"

#define SHOWN_LETTERS 60
#define MILLION 1000000
#define MYRIAD 10000

/* More codes of tokens, for what several are joined to:
 *   q a number with its last digit's worth ("66 million")
 *   Y year      D day of a month     S decade      C century     L millennium
 *   G years ago H years before Christ, rounded     K a clock's time, in seconds */

typedef struct
{
  DlQueryToken  tokens[DL_QUERY_MAX_TOKENS];
  gint64        units[DL_QUERY_MAX_TOKENS]; /* what the last digit of a q, G or H is worth */
  int           n;
  DlInstant     as_of;
  gboolean      has_as_of;
  DlInstant     now;
  DlInstant     reference;
  const DlZone *zone;
  const char   *text;
  gboolean      about;
  int           weekday; /* or -1 */
  int           clock;   /* seconds, or -1 */
  gboolean      has_seconds;
  GError      **error;
} Query;

/* Sentences for the reader */

static char *
shown_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\t\r\n", ' ');
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= SHOWN_LETTERS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, SHOWN_LETTERS);
  return g_strconcat (start, "…", NULL);
}

static char *
fail (Query *self, const char *message)
{
  if (self->error == NULL || *self->error == NULL)
    g_set_error_literal (self->error, DL_ERROR, DL_ERROR_INVALID_DATE, message);
  return NULL;
}

static char *
fail_unknown (Query *self)
{
  g_autofree char *shown = shown_text (self->text);
  g_autofree char *message = NULL;

  if (shown[0] == '\0')
    /* Translators: give examples that work in your language, besides the last. */
    return fail (self, _ ("Type a date, such as “25 October 2025”, “Oct 2025”, “1960s”, “44 BC” or “2025-10-25”."));
  /* Translators: {text} is what was typed; give examples that work in your
   * language, besides the last. */
  message = dl_words_fill (_ ("“{text}” could not be read as a date. Try “25 October 2025”, “Oct 2025”, “1960s”, “44 BC” or “2025-10-25”."), "text", shown, NULL);
  return fail (self, message);
}

static char *
fail_number (Query *self, const char *pattern, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *message = dl_words_fill (pattern, "number", digits, NULL);

  return fail (self, message);
}

static char *
fail_month (Query *self, gint64 month)
{
  return fail_number (self, _ ("There is no month {number}."), month);
}

static char *
fail_year (Query *self)
{
  return fail (self, _ ("There is no year 0: 1 BC is followed by AD 1."));
}

static char *
fail_day (Query *self, gint64 year, int month, gint64 day)
{
  DlCivil          civil = { .year = year, .month = (gint8) month, .day = 1 };
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, day);
  g_autofree char *month_words = dl_words_date (&civil, DL_UNIT_MONTH, FALSE, FALSE);
  /* Translators: for the 31st of February: February 2025 has no day 31. */
  g_autofree char *message = dl_words_fill (_ ("{month} has no day {day}."), "month", month_words, "day", digits, NULL);

  return fail (self, message);
}

/* Writing EDTF */

static void
append_year (GString *edtf, gint64 year)
{
  if (ABS (year) > 9999)
    g_string_append_printf (edtf, "Y%" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (edtf, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
}

static char *
finish (Query *self, GString *edtf)
{
  /* With a clock, or where "~" stands already, there is nothing to widen. */
  if (self->about && strpbrk (edtf->str, "~T/") == NULL)
    g_string_append_c (edtf, '~');
  return g_string_free (edtf, FALSE);
}

static char *
year_text (Query *self, gint64 year)
{
  GString *edtf = g_string_new (NULL);

  append_year (edtf, year);
  return finish (self, edtf);
}

/* A month, or with a @day that day; checks that there is such a thing. */
static char *
month_text (Query *self, gint64 year, gint64 month, gint64 day)
{
  GString *edtf;

  if (month < 1 || month > 12)
    return fail_month (self, month);
  if (day != 0 && (day < 1 || day > dl_calendar_days_in_month (year, (int) month)))
    return fail_day (self, year, (int) month, day);
  if (year < -9999 || year > 9999)
    return fail_unknown (self);
  if (day != 0 && self->weekday >= 0 && self->weekday != dl_calendar_weekday (year, (int) month, (int) day))
    {
      DlCivil          civil = { .year = year, .month = (gint8) month, .day = (gint8) day };
      g_autofree char *words = dl_words_date (&civil, DL_UNIT_DAY, FALSE, FALSE);
      /* Translators: where another weekday was typed: 25 October 2025 is a Saturday. */
      g_autofree char *message = dl_words_fill (_ ("{date} is a {weekday}."), "date", words, "weekday", dl_words_weekday (dl_calendar_weekday (year, (int) month, (int) day), FALSE), NULL);

      return fail (self, message);
    }
  if (day == 0 && (self->weekday >= 0 || self->clock >= 0))
    return fail_unknown (self);

  edtf = g_string_new (NULL);
  append_year (edtf, year);
  g_string_append_printf (edtf, "-%02d", (int) month);
  if (day != 0)
    g_string_append_printf (edtf, "-%02d", (int) day);
  if (self->clock >= 0)
    g_string_append_printf (edtf, "T%02d:%02d", self->clock / 3600, self->clock / 60 % 60);
  if (self->clock >= 0 && self->has_seconds)
    g_string_append_printf (edtf, ":%02d", self->clock % 60);
  return finish (self, edtf);
}

static char *
day_text (Query *self, DlInstant instant, gint64 shift)
{
  DlCivil civil = dl_zone_to_civil (self->zone, instant);

  civil = dl_calendar_add (&civil, DL_UNIT_DAY, shift);
  return month_text (self, civil.year, civil.month, civil.day);
}

static char *
as_of_text (Query *self)
{
  if (!self->has_as_of)
    return fail (self, _ ("This timeline has no as-of date."));
  /* Its marker stands at the end of the day. */
  return day_text (self, self->as_of.nanos == 0 ? dl_instant_add (self->as_of, -1) : self->as_of, 0);
}

static char *
now_text (Query *self)
{
  DlCivil  civil = dl_calendar_from_instant (self->now);
  GString *edtf;

  if (civil.year < 1 || civil.year > 9999 || self->clock >= 0 || self->weekday >= 0)
    return fail_unknown (self);
  edtf = g_string_new (NULL);
  append_year (edtf, civil.year);
  g_string_append_printf (edtf, "-%02d-%02dT%02d:%02d:%02dZ", civil.month, civil.day, civil.hour, civil.minute, civil.second);
  return finish (self, edtf);
}

/* All years of a decade, century or millennium of @digits hidden digits. */
static char *
hidden_text (Query *self, gint64 first_digits, gboolean before, int hidden)
{
  GString *edtf = g_string_new (NULL);

  g_string_append_printf (edtf, "%s%0*d", before ? "-" : "", 4 - hidden, (int) first_digits);
  while (hidden-- > 0)
    g_string_append_c (edtf, 'X');
  return finish (self, edtf);
}

static int
count_digits (gint64 number)
{
  int digits = 1;

  while (number >= 10)
    {
      number /= 10;
      digits++;
    }
  return digits;
}

/* A year of deep time, as exact as its words: `~` widens it by the last digit
 * that they gave. */
static char *
deep_text (Query *self, gint64 magnitude, gint64 unit)
{
  GString *edtf = g_string_new (NULL);

  /* Of round numbers two digits are meant. */
  while (magnitude / unit >= 100 && magnitude / unit % 10 == 0)
    unit *= 10;
  g_string_append_printf (edtf, "Y-%" G_GINT64_FORMAT, magnitude / unit);
  if (unit > 1)
    g_string_append_printf (edtf, "E%d", count_digits (unit) - 1);
  g_string_append_c (edtf, '~');
  return finish (self, edtf);
}

static char *
ago_text (Query *self, gint64 years, gint64 unit)
{
  gint64   year = dl_zone_to_civil (self->zone, self->now).year - years;
  GString *edtf;
  int      digits;

  /* Where millions are counted, the years since Christ are not. */
  if (years >= MILLION)
    return deep_text (self, years, unit);
  edtf = g_string_new (NULL);
  append_year (edtf, year);
  while (years >= 10000 && unit < years && years % (unit * 10) == 0)
    unit *= 10;
  digits = count_digits (ABS (year)) - count_digits (unit) + 1;
  if (years >= 10000 && unit > 1)
    g_string_append_printf (edtf, "S%d", MAX (digits, 1));
  g_string_append_c (edtf, '~');
  return finish (self, edtf);
}

/* Joining tokens */

static char
code_at (const Query *self, int i)
{
  return i >= 0 && i < self->n ? self->tokens[i].code : '\0';
}

static gint64
value_at (const Query *self, int i)
{
  return self->tokens[i].value;
}

/* Puts one token into the place of @count of them. */
static void
join (Query *self, int at, int count, char code, gint64 value, gint64 unit)
{
  int i;

  for (i = at + count; i < self->n; i++)
    {
      self->tokens[i - count + 1] = self->tokens[i];
      self->units[i - count + 1] = self->units[i];
    }
  self->n -= count - 1;
  self->tokens[at] = (DlQueryToken){ .code = code, .value = value };
  self->units[at] = unit;
}

static void
drop (Query *self, int at)
{
  int i;

  for (i = at + 1; i < self->n; i++)
    {
      self->tokens[i - 1] = self->tokens[i];
      self->units[i - 1] = self->units[i];
    }
  self->n--;
}

/* "13.8 billion", "1億7000万", from @at on. Returns: how many tokens it takes, or 0 */
static int
read_amount (const Query *self, int at, gint64 *total, gint64 *unit)
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

      if ((code_at (self, next) == '.' || code_at (self, next) == ',') && code_at (self, next + 1) == 'n' && code_at (self, next + 2) == 'k')
        {
          int digit;

          for (digit = 0; digit < self->tokens[next + 1].digits && decimals < MILLION; digit++)
            decimals *= 10;
          if (value_at (self, next + 1) >= decimals ||
              __builtin_mul_overflow (number, decimals, &number) || __builtin_add_overflow (number, value_at (self, next + 1), &number))
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
      by_myriads = multiplier == MYRIAD || multiplier == MYRIAD * MYRIAD;
      if (__builtin_mul_overflow (number, multiplier / decimals, &number) || __builtin_add_overflow (*total, number, total))
        return 0;
      *unit = multiplier / decimals;
      i = next;
    }
  return i - at;
}

static void
join_amounts (Query *self)
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
drop_punctuation (Query *self)
{
  int i = 0;

  while (i < self->n)
    {
      char     code = code_at (self, i);
      gboolean beside_word = (g_ascii_isalpha (code_at (self, i - 1)) && code_at (self, i - 1) != 'n') ||
                             (g_ascii_isalpha (code_at (self, i + 1)) && code_at (self, i + 1) != 'n');

      if (code == ',' || (code == '.' && (i == self->n - 1 || code_at (self, i - 1) == '~')) || ((code == '.' || code == '-' || code == '/') && beside_word && i > 0))
        drop (self, i);
      else
        i++;
    }
}

/* A year before or after Christ: the number at @at with what stands around it. */
static gboolean
join_era (Query *self, int at)
{
  gint64   value = value_at (self, at);
  gint64   unit = code_at (self, at) == 'q' ? self->units[at] : 1;
  gboolean before = code_at (self, at - 1) == 'b' || code_at (self, at + 1) == 'b';
  gboolean prefix = code_at (self, at - 1) == 'b' || code_at (self, at - 1) == 'a' || (at == 1 && code_at (self, 0) == 'g');
  gboolean suffix = !prefix && (code_at (self, at + 1) == 'b' || code_at (self, at + 1) == 'a');
  int      count;

  /* 前44年; elsewhere the same character says "ago". */
  before = before || (at == 1 && code_at (self, 0) == 'g');
  if (!prefix && !suffix)
    return FALSE;
  count = prefix && code_at (self, at + 1) == 'J' ? 3 : 2;
  if (value == 0)
    {
      fail_year (self);
      return FALSE;
    }
  if (before && value >= MILLION && code_at (self, at) == 'q')
    join (self, at - prefix, count, 'H', value, unit);
  else
    join (self, at - prefix, count, 'Y', before ? 1 - value : value, 1);
  return TRUE;
}

/* Numbers with the words that make them something. */
static void
join_numbers (Query *self)
{
  int i;

  for (i = 0; i < self->n; i++)
    {
      gboolean number = code_at (self, i) == 'n';
      int      next = i + 1 + (code_at (self, i + 1) == 'o');
      char     after = code_at (self, next);
      gint64   unit = code_at (self, i) == 'q' ? self->units[i] : 1;

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
      else if (after == 'J' || (number && after != 'O' && after != 'T' && after != ':' && code_at (self, i + 1) != 'o' && self->tokens[i].digits >= 3))
        {
          if (value_at (self, i) == 0)
            fail_year (self);
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
take_extras (Query *self)
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

static void
shape_of (const Query *self, char shape[DL_QUERY_MAX_TOKENS + 1])
{
  gboolean has_month = FALSE;
  int      i;

  for (i = 0; i < self->n; i++)
    has_month = has_month || code_at (self, i) == 'M';
  for (i = 0; i < self->n; i++)
    /* Beside a month, a number of one or two digits is a day. */
    shape[i] = has_month && code_at (self, i) == 'n' ? 'D' : code_at (self, i);
  shape[i] = '\0';
}

/* Reading the shape */

static gboolean
reads_month_first (void)
{
  const char *name = setlocale (LC_TIME, NULL);

  /* The C locale has American dates, but says nothing about the reader. */
  if (name == NULL || strcmp (name, "POSIX") == 0 || strcmp (name, "C") == 0 || g_str_has_prefix (name, "C."))
    return FALSE;
  return dl_date_format_is_month_first (nl_langinfo (D_FMT));
}

gboolean
dl_date_format_is_month_first (const char *format)
{
  const char *at;

  g_return_val_if_fail (format != NULL, FALSE);

  for (at = strchr (format, '%'); at != NULL; at = strchr (at, '%'))
    {
      at++;
      /* Flags of glibc, and other digits (%Od). */
      while (*at != '\0' && strchr ("-_0^#EO", *at) != NULL)
        at++;
      if (*at == '\0')
        break;
      if (strchr ("mbBhD", *at) != NULL)
        return TRUE;
      if (strchr ("de", *at) != NULL)
        return FALSE;
      at++;
    }
  return FALSE;
}

/* 25/10/2025, 10/25/2025, 25.10.2025 */
static char *
numeric_text (Query *self, char separator)
{
  gint64 first = value_at (self, 0);
  gint64 second = value_at (self, 2);
  gint64 year = value_at (self, 4);

  if (first > 12 && second > 12)
    return fail_month (self, MIN (first, second));
  if (first > 12)
    return month_text (self, year, second, first);
  /* Points part dates only where the day comes first. */
  if (second > 12 || (separator != '.' && reads_month_first ()))
    return month_text (self, year, first, second);
  return month_text (self, year, second, first);
}

static char *
century_text (Query *self, gint64 number, gboolean before, int hidden)
{
  gint64 last = hidden == 2 ? 100 : 10;

  if (number < 1 || number > last)
    return fail_unknown (self);
  /* -00XX would leave out the year before AD 1, which is 0. */
  if (before && number == 1)
    return g_strdup (hidden == 2 ? "-0099/0000" : "-0999/0000");
  return hidden_text (self, number - 1, before, hidden);
}

static char *
decade_text (Query *self, gint64 year)
{
  if (year < 100 || year > 9999 || year % 10 != 0)
    return fail_unknown (self);
  if (year % 100 == 0)
    return hidden_text (self, year / 100, FALSE, 2);
  return hidden_text (self, year / 10, FALSE, 1);
}

/* A shape, and where year, month and day stand in it; -1 nowhere. */
typedef struct
{
  const char *shape;
  gint8       year;
  gint8       month;
  gint8       day;
} Places;

static const Places places[] = {
  { "M", -1, 0, -1 },
  { "MY", 1, 0, -1 },
  { "YM", 0, 1, -1 },
  { "DM", -1, 1, 0 },
  { "MD", -1, 0, 1 },
  { "DMY", 2, 1, 0 },
  { "MDY", 2, 0, 1 },
  { "YMD", 0, 1, 2 },
  { "YDM", 0, 2, 1 },
  { "Y-n", 0, 2, -1 },
  { "Y/n", 0, 2, -1 },
  { "Y.n", 0, 2, -1 },
  { "n-Y", 2, 0, -1 },
  { "n/Y", 2, 0, -1 },
  { "n.Y", 2, 0, -1 },
  { "Y-n-n", 0, 2, 4 },
  { "Y/n/n", 0, 2, 4 },
  { "Y.n.n", 0, 2, 4 },
};

static char *
placed_text (Query *self, const Places *place)
{
  gint64 year = place->year >= 0 ? value_at (self, place->year) : dl_zone_to_civil (self->zone, self->reference).year;
  gint64 day = place->day >= 0 ? value_at (self, place->day) : 0;

  /* Day 0 is one that was typed. */
  if (place->day >= 0 && day == 0)
    day = -1;
  if (day == -1)
    return fail_number (self, _ ("There is no day {number}."), 0);
  return month_text (self, year, value_at (self, place->month), day);
}

static char *
shape_text (Query *self, const char *shape)
{
  gboolean before = strchr (shape, 'b') != NULL;
  int      number = shape[0] == 'b' || shape[0] == 'a' || shape[0] == 'g' ? 1 : 0;
  gsize    i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (shape, places[i].shape) == 0)
      return placed_text (self, &places[i]);
  if (strcmp (shape, "n/n/Y") == 0 || strcmp (shape, "n.n.Y") == 0 || strcmp (shape, "n-n-Y") == 0)
    return numeric_text (self, shape[1]);
  if (strcmp (shape, "t") == 0)
    return day_text (self, self->now, value_at (self, 0));
  if (strcmp (shape, "A") == 0)
    return as_of_text (self);
  if (strcmp (shape, "N") == 0)
    return now_text (self);

  /* From here on no day, so no weekday and no clock. */
  if (self->weekday >= 0 || self->clock >= 0)
    return fail_unknown (self);
  if (strcmp (shape, "Y") == 0)
    return year_text (self, value_at (self, 0));
  if (strcmp (shape, "S") == 0)
    return decade_text (self, value_at (self, 0));
  if (strcmp (shape, "G") == 0)
    return ago_text (self, value_at (self, 0), self->units[0]);
  if (strcmp (shape, "H") == 0)
    return deep_text (self, value_at (self, 0), self->units[0]);
  if (strcmp (shape, "C") == 0 || strcmp (shape, "Cb") == 0 || strcmp (shape, "bC") == 0 || strcmp (shape, "gC") == 0 || strcmp (shape, "Ca") == 0 || strcmp (shape, "aC") == 0)
    return century_text (self, value_at (self, number), before || shape[0] == 'g', 2);
  if (strcmp (shape, "L") == 0 || strcmp (shape, "Lb") == 0 || strcmp (shape, "bL") == 0 || strcmp (shape, "La") == 0 || strcmp (shape, "aL") == 0)
    return century_text (self, value_at (self, number), before, 3);
  if (strcmp (shape, "n") == 0)
    /* Translators: for a number of one or two digits. */
    return fail_number (self, _ ("“{number}” alone is not clear: write “AD {number}” for the year, or all its digits, or a day with its month."), value_at (self, 0));
  return fail_unknown (self);
}

gboolean
dl_date_query_parse (const char *text, DlInstant as_of, gboolean has_as_of, DlInstant now, DlInstant reference, const DlZone *zone, DlDate *date, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char   *stripped = NULL;
  g_autofree char   *edtf = NULL;
  char               shape[DL_QUERY_MAX_TOKENS + 1];
  DlDate             result;
  Query              self = { .as_of = as_of, .has_as_of = has_as_of, .now = now, .reference = reference, .zone = zone, .text = text, .weekday = -1, .clock = -1, .error = &local };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (dl_date_parse (stripped, -1, &result, NULL))
    {
      dl_date_resolve (&result, zone);
      *date = result;
      return TRUE;
    }
  self.n = dl_query_tokenize (stripped, self.tokens);
  if (self.n <= 0)
    fail_unknown (&self);
  else
    {
      join_amounts (&self);
      drop_punctuation (&self);
      join_numbers (&self);
      take_extras (&self);
      shape_of (&self, shape);
      if (local == NULL)
        edtf = shape_text (&self, shape);
    }
  /* What is too far for an instant, too. */
  if (edtf != NULL && !dl_date_parse (edtf, -1, &result, NULL))
    fail_unknown (&self);
  if (local != NULL || edtf == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  dl_date_resolve (&result, zone);
  *date = result;
  return TRUE;
}
