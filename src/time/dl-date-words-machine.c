/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as programs write them that are not EDTF, though they mean one thing
 * only: other spellings of ISO 8601, and years as numbers. No words. */
#include "time/dl-date-words-private.h"

#include <string.h>

#include "time/dl-date.h"

/* The longest that this reads: years of eight digits, a fraction, an offset. */
#define MAX_SPELLING_BYTES 64
#define MAX_FRACTION 9
#define MAX_YEAR_DIGITS 12

typedef struct
{
  const char *at;
  GString    *edtf;
} Scanner;

/* From @least to @most digits. Returns: how many, or 0 */
static int
take_digits (Scanner *self, int least, int most, gint64 *value)
{
  int digits = 0;

  *value = 0;
  while (g_ascii_isdigit (self->at[digits]) && digits <= most)
    {
      *value = *value * 10 + (self->at[digits] - '0');
      digits++;
    }
  if (digits < least || digits > most)
    return 0;
  self->at += digits;
  return digits;
}

static gboolean
take (Scanner *self, char c)
{
  if (*self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_word (Scanner *self, const char *word)
{
  if (g_ascii_strncasecmp (self->at, word, strlen (word)) != 0)
    return FALSE;
  self->at += strlen (word);
  return TRUE;
}

/* Two digits, whatever follows. */
static gboolean
take_two (Scanner *self, gint64 *value)
{
  if (!g_ascii_isdigit (self->at[0]) || !g_ascii_isdigit (self->at[1]))
    return FALSE;
  *value = (self->at[0] - '0') * 10 + (self->at[1] - '0');
  self->at += 2;
  return TRUE;
}

/* Z, +09:00, +0900, -05, UTC, GMT+0900, or nothing, up to the end. */
static gboolean
scan_zone (Scanner *self)
{
  gint64   hours;
  gint64   minutes = 0;
  gboolean named;
  char     sign;

  while (take (self, ' '))
    ;
  if (*self->at == '\0')
    return TRUE;
  named = take_word (self, "Z") || take_word (self, "UTC") || take_word (self, "GMT");
  sign = *self->at;
  if (named && sign == '\0')
    {
      g_string_append_c (self->edtf, 'Z');
      return TRUE;
    }
  if (sign != '+' && sign != '-')
    return FALSE;
  self->at++;
  if (!take_two (self, &hours))
    return FALSE;
  if ((take (self, ':') || g_ascii_isdigit (*self->at)) && !take_two (self, &minutes))
    return FALSE;
  if (hours == 0 && minutes == 0)
    g_string_append_c (self->edtf, 'Z');
  else
    g_string_append_printf (self->edtf, "%c%02d:%02d", sign, (int) hours, (int) minutes);
  return *self->at == '\0';
}

static void
scan_fraction (Scanner *self)
{
  gsize digits;

  if (*self->at != '.' && *self->at != ',')
    return;
  digits = strspn (self->at + 1, DL_READING_DIGITS);
  if (digits == 0)
    return;
  g_string_append_c (self->edtf, '.');
  g_string_append_len (self->edtf, self->at + 1, (gssize) MIN (digits, MAX_FRACTION));
  self->at += 1 + digits;
}

/* Whether all that is left is an offset: +01:00, as xsd:date may have one. It is that day there. */
static gboolean
is_last_offset (const char *at)
{
  return (*at == '+' || *at == '-') && strspn (at + 1, DL_READING_DIGITS) == 2 && at[3] == ':' &&
         strspn (at + 4, DL_READING_DIGITS) == 2 && at[6] == '\0';
}

/* hh:mm, hh:mm:ss, and after a T also hh, hhmm or hhmmss; with a zone. Or
 * nothing at all. */
static gboolean
scan_time (Scanner *self)
{
  gint64   hour;
  gint64   minute;
  gint64   second;
  gsize    run;
  gboolean after_t;
  gboolean compact;

  if (*self->at == '\0' || is_last_offset (self->at))
    return TRUE;
  after_t = take (self, 'T') || take (self, 't');
  if (!after_t && !take (self, ' '))
    return FALSE;
  run = strspn (self->at, DL_READING_DIGITS);
  compact = run == 4 || run == 6;
  if (compact ? !take_two (self, &hour) : take_digits (self, 1, 2, &hour) == 0)
    return FALSE;
  g_string_append_printf (self->edtf, "T%02d", (int) hour);
  if (!compact && !take (self, ':'))
    /* A number alone beside a day is an hour only after a T. */
    return after_t && scan_zone (self);
  if (!take_two (self, &minute))
    return FALSE;
  g_string_append_printf (self->edtf, ":%02d", (int) minute);
  if (compact ? run == 6 : take (self, ':'))
    {
      if (!take_two (self, &second))
        return FALSE;
      g_string_append_printf (self->edtf, ":%02d", (int) second);
      scan_fraction (self);
    }
  return scan_zone (self);
}

static void
append_year (GString *edtf, gboolean negative, gint64 year)
{
  g_string_append_printf (edtf, "%s%s%04" G_GINT64_FORMAT, year > 9999 ? "Y" : "", negative ? "-" : "", year);
}

/* 20140320, 20140320T120000Z, 20140320120000 +0100 */
static gboolean
scan_compact_day (Scanner *self)
{
  g_string_append_len (self->edtf, self->at, 4);
  g_string_append_c (self->edtf, '-');
  g_string_append_len (self->edtf, self->at + 4, 2);
  g_string_append_c (self->edtf, '-');
  g_string_append_len (self->edtf, self->at + 6, 2);
  self->at += 8;
  if (g_ascii_isdigit (*self->at))
    {
      g_string_append_printf (self->edtf, "T%.2s:%.2s:%.2s", self->at, self->at + 2, self->at + 4);
      self->at += 6;
      return scan_zone (self);
    }
  return scan_time (self);
}

/* 2014/3/20, 2014-3-20 12:00, 2014.3.20, 2014,3,20, +002014-03-20T12:00:00.000Z, 2014/3 */
static gboolean
scan_parted (Scanner *self, gboolean negative, gint64 year)
{
  char   separator = *self->at;
  gint64 month;
  gint64 day;
  int    digits;

  self->at++;
  while (separator == ',' && take (self, ' '))
    ;
  digits = take_digits (self, 1, 2, &month);
  if (digits == 0)
    return FALSE;
  /* A year whose month is not known, by a program that counts months from 1: -2333-0-01 */
  if ((negative || separator == '-') && month == 0 && digits == 1 && *self->at == separator)
    {
      self->at++;
      append_year (self->edtf, negative, year);
      return take_digits (self, 1, 2, &day) > 0 && *self->at == '\0';
    }
  append_year (self->edtf, negative, year);
  g_string_append_printf (self->edtf, "-%02d", (int) month);
  if (*self->at == '\0')
    /* 1850.5 may be the middle of that year, and -23.03 is a number. No season is meant by 2014/21. */
    return (separator != '.' || (digits == 2 && !negative)) && month <= 12;
  if (*self->at != separator)
    return FALSE;
  self->at++;
  while (separator == ',' && take (self, ' '))
    ;
  if (take_digits (self, 1, 2, &day) == 0)
    return FALSE;
  /* As databases write a day or a month that is not known: 2020-10-00, 2020-00-00. */
  if (day == 0 && separator == '-' && *self->at == '\0')
    {
      if (month == 0)
        g_string_truncate (self->edtf, self->edtf->len - 3);
      return TRUE;
    }
  g_string_append_printf (self->edtf, "-%02d", (int) day);
  /* "2014. 3. 20." is read from words. */
  return scan_time (self);
}

/* 2025-W43, 2025W43-2: a week, from Monday on, or a day of it. */
static gboolean
scan_week (Scanner *self, gint64 year)
{
  gint64  week;
  gint64  day = 0;
  gint64  last;
  DlCivil fourth = { .year = year, .month = 1, .day = 4 };
  DlCivil from;
  DlCivil to;

  if (!take (self, 'W') || !take_two (self, &week))
    return FALSE;
  if (take (self, '-') || g_ascii_isdigit (*self->at))
    {
      if (take_digits (self, 1, 1, &day) == 0 || day < 1 || day > 7)
        return FALSE;
    }
  /* The week with 4 January in it is the first, the one with 28 December the last. */
  last = 52 + ((dl_calendar_weekday (year, 12, 31) == 3 || dl_calendar_weekday (year, 1, 1) == 3) ? 1 : 0);
  if (week < 1 || week > last)
    return FALSE;
  from = dl_calendar_add (&fourth, DL_UNIT_DAY, (week - 1) * 7 - dl_calendar_weekday (year, 1, 4) + MAX (day - 1, 0));
  to = dl_calendar_add (&from, DL_UNIT_DAY, 6);
  if (day > 0)
    g_string_append_printf (self->edtf, "%04d-%02d-%02d", (int) from.year, from.month, from.day);
  else
    g_string_append_printf (self->edtf, "[%04d-%02d-%02d..%04d-%02d-%02d]", (int) from.year, from.month, from.day,
                            (int) to.year, to.month, to.day);
  return day > 0 ? scan_time (self) : *self->at == '\0';
}

/* 2025-298: the day of the year. */
static gboolean
scan_ordinal (Scanner *self, gint64 year)
{
  DlCivil first = { .year = year, .month = 1, .day = 1 };
  gint64  number;

  self->at++;
  take_digits (self, 3, 3, &number);
  if (number < 1 || number > 337 + dl_calendar_days_in_month (year, 2))
    return FALSE;
  first = dl_calendar_add (&first, DL_UNIT_DAY, number - 1);
  g_string_append_printf (self->edtf, "%04d-%02d-%02d", (int) first.year, first.month, first.day);
  return scan_time (self);
}

static gboolean
scan (Scanner *self, const DlDateWordsContext *context)
{
  gboolean negative = *self->at == '-';
  gboolean has_sign = negative || *self->at == '+';
  gboolean bare = context->bare_years;
  gsize    run;
  gint64   year;

  if (has_sign)
    self->at++;
  run = strspn (self->at, DL_READING_DIGITS);
  /* "-0000" is no year. */
  if (negative && strspn (self->at, "0") == run)
    return FALSE;
  if (!has_sign && (run == 8 || run == 14))
    return scan_compact_day (self);
  if (run == 0 || run > MAX_YEAR_DIGITS)
    return FALSE;
  take_digits (self, 1, MAX_YEAR_DIGITS, &year);
  /* As programs write a column of whole numbers with holes: 1990.0 */
  if (strcmp (self->at, ".0") == 0)
    self->at += 2;
  if (*self->at == '\0')
    {
      if (!bare && (run < 3 || run > 4))
        return FALSE;
      append_year (self->edtf, negative, year);
      return TRUE;
    }
  if (run == 4 && !has_sign && year > 0)
    {
      if (*self->at == 'W' || (*self->at == '-' && self->at[1] == 'W'))
        {
          take (self, '-');
          return scan_week (self, year);
        }
      if (*self->at == '-' && strspn (self->at + 1, DL_READING_DIGITS) == 3)
        return scan_ordinal (self, year);
    }
  if (strchr ("-/.,", *self->at) == NULL)
    return FALSE;
  /* The six digits of ISO 8601-1's and JavaScript's expanded years. */
  if (run == 4 || (negative && run < 4) || (has_sign && run == 6 && year <= 9999) ||
      (bare && run == 2 && *self->at == '-') || (run == 3 && g_str_has_prefix (self->at, "-0-")))
    return scan_parted (self, negative, year);
  return FALSE;
}

char *
dl_date_words_from_machine (const char *text, const DlDateWordsContext *context)
{
  g_autoptr (GString) edtf = NULL;
  Scanner             self;
  DlDate              date;

  /* Nothing is allocated for what is not like it. */
  if (!g_ascii_isdigit (text[0]) && !((text[0] == '-' || text[0] == '+') && g_ascii_isdigit (text[1])))
    return NULL;
  if (strlen (text) > MAX_SPELLING_BYTES)
    return NULL;
  edtf = g_string_sized_new (MAX_SPELLING_BYTES);
  self = (Scanner){ .at = text, .edtf = edtf };
  if (!scan (&self, context) || !dl_date_parse (edtf->str, (gssize) edtf->len, &date, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&edtf), FALSE);
}
