/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-edtf.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  DlEdtfError error;
} Reader;

static inline char
peek (const Reader *reader)
{
  return reader->at < reader->length ? reader->text[reader->at] : '\0';
}

static inline gboolean
at_end (const Reader *reader)
{
  return reader->at >= reader->length;
}

static gboolean
fail (Reader *reader, gsize at, const char *reason)
{
  reader->error.at = at;
  reader->error.reason = reason;
  return FALSE;
}

static gboolean
take (Reader *reader, char c)
{
  if (at_end (reader) || reader->text[reader->at] != c)
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
take_dots (Reader *reader)
{
  if (reader->length - reader->at < 2 || memcmp (reader->text + reader->at, "..", 2) != 0)
    return FALSE;
  reader->at += 2;
  return TRUE;
}

static guint8
take_qualifier (Reader *reader)
{
  if (take (reader, '?'))
    return DL_EDTF_UNCERTAIN;
  if (take (reader, '~'))
    return DL_EDTF_APPROXIMATE;
  if (take (reader, '%'))
    return DL_EDTF_UNCERTAIN | DL_EDTF_APPROXIMATE;
  return 0;
}

/* Exactly @count digits, or X where @with_x. Gives the value with zeros for X. */
static gboolean
take_digits (Reader *reader, int count, char *digits, gboolean *with_x, int *value)
{
  int sum = 0;
  int i;

  for (i = 0; i < count; i++)
    {
      char c = peek (reader);

      if (c == 'X' && with_x != NULL)
        *with_x = TRUE;
      else if (!g_ascii_isdigit (c))
        return FALSE;
      if (digits != NULL)
        digits[i] = c;
      sum = sum * 10 + (c == 'X' ? 0 : c - '0');
      reader->at++;
    }
  *value = sum;
  return TRUE;
}

/* A number of any length; FALSE when there is none or it does not fit. */
static gboolean
take_number (Reader *reader, gint64 *value, guint *count)
{
  *value = 0;
  *count = 0;
  while (g_ascii_isdigit (peek (reader)))
    {
      if (__builtin_mul_overflow (*value, 10, value) ||
          __builtin_add_overflow (*value, (gint64) (peek (reader) - '0'), value))
        return fail (reader, reader->at, N_ ("this year is beyond what Dateline holds"));
      reader->at++;
      (*count)++;
    }
  if (*count == 0)
    return fail (reader, reader->at, N_ ("expected a digit"));
  return TRUE;
}

static gboolean
read_significant (Reader *reader, DlEdtfPoint *point)
{
  gsize at = reader->at;
  guint digits = 0;

  if (!take (reader, 'S'))
    return TRUE;
  if (!g_ascii_isdigit (peek (reader)))
    return fail (reader, reader->at, N_ ("expected a digit"));
  /* More than the year has keep them all, however many more. */
  for (; g_ascii_isdigit (peek (reader)); reader->at++)
    digits = MIN (digits * 10 + (guint) (peek (reader) - '0'), G_MAXUINT8);
  if (point->unspecified != 0)
    return fail (reader, at, N_ ("expected either X digits or S, not both"));
  if (digits < 1)
    return fail (reader, at + 1, N_ ("expected at least one significant digit"));
  point->significant = (guint8) MIN (digits, point->year_digits);
  point->level = 2;
  return TRUE;
}

static gboolean
read_long_year (Reader *reader, DlEdtfPoint *point)
{
  gsize  at;
  guint  count;
  gint64 exponent = 0;

  point->level = MAX (point->level, 1);
  point->negative = take (reader, '-');
  at = reader->at;
  if (peek (reader) == '0')
    return fail (reader, at, N_ ("expected a year without a leading zero after Y"));
  if (!take_number (reader, &point->year, &count))
    return FALSE;
  point->magnitude = point->year;
  point->year_form = DL_EDTF_YEAR_LONG;
  point->year_digits = (guint8) count;
  if (take (reader, 'E'))
    {
      gint64 i;

      point->level = 2;
      point->year_form = DL_EDTF_YEAR_EXPONENT;
      if (!take_number (reader, &exponent, &count))
        return FALSE;
      if (exponent < 1)
        return fail (reader, reader->at - count, N_ ("expected an exponent of at least 1"));
      for (i = 0; i < exponent; i++)
        if (__builtin_mul_overflow (point->year, 10, &point->year))
          return fail (reader, at, N_ ("this year is beyond what Dateline holds"));
      point->exponent = (guint8) exponent;
      point->year_digits += (guint8) exponent;
    }
  if (point->year_digits < 5)
    return fail (reader, at, N_ ("expected a year of more than four digits after Y"));
  if (point->negative)
    point->year = -point->year;
  if (point->year < DL_YEAR_MIN || point->year > DL_YEAR_MAX)
    return fail (reader, at, N_ ("this year is beyond what Dateline holds"));
  return read_significant (reader, point);
}

static gboolean
read_year (Reader *reader, DlEdtfPoint *point)
{
  gboolean with_x = FALSE;
  gsize    at = reader->at;
  int      value;

  point->negative = take (reader, '-');
  if (!take_digits (reader, 4, point->digits, &with_x, &value))
    return fail (reader, reader->at, N_ ("expected a year of four digits, such as 1969"));
  if (g_ascii_isdigit (peek (reader)))
    return fail (reader, reader->at, N_ ("expected a year of four digits; a longer year starts with Y"));
  if (point->negative && value == 0 && !with_x)
    return fail (reader, at, N_ ("expected 0000 for the year before 0001"));
  point->year = point->negative ? -value : value;
  point->magnitude = value;
  point->year_digits = 4;
  if (point->negative)
    point->level = MAX (point->level, 1);
  if (with_x)
    {
      point->unspecified |= 1 << DL_EDTF_YEAR;
      point->level = MAX (point->level, 1);
      /* Level 1 has 201X and 20XX only. */
      if (point->digits[0] == 'X' || point->digits[1] == 'X' || point->digits[3] != 'X')
        point->level = 2;
    }
  return read_significant (reader, point);
}

/* Whether @value fits two digits as written, X being any. */
static gboolean
fits_digits (const char *digits, int value)
{
  return (digits[0] == 'X' || digits[0] - '0' == value / 10) && (digits[1] == 'X' || digits[1] - '0' == value % 10);
}

static gboolean
read_month (Reader *reader, DlEdtfPoint *point)
{
  gboolean with_x = FALSE;
  gsize    at = reader->at;
  int      value;
  int      i;

  if (!take_digits (reader, 2, point->digits + 4, &with_x, &value))
    return fail (reader, at, N_ ("expected a month from 01 to 12, or a season from 21 to 41"));
  if (with_x)
    {
      for (i = 1; i <= 12 && !fits_digits (point->digits + 4, i); i++)
        ;
      if (i > 12)
        return fail (reader, at, N_ ("no month from 01 to 12 fits these digits"));
      point->unspecified |= 1 << DL_EDTF_MONTH;
      /* Level 1 has 2004-XX. */
      if (point->digits[4] != 'X' || point->digits[5] != 'X' || (point->unspecified & 1 << DL_EDTF_YEAR) != 0)
        point->level = 2;
      point->level = MAX (point->level, 1);
    }
  else if (value >= 21 && value <= 41)
    {
      point->season = (guint8) value;
      point->level = MAX (point->level, value <= 24 ? 1 : 2);
    }
  else if (value < 1 || value > 12)
    return fail (reader, at, N_ ("expected a month from 01 to 12, or a season from 21 to 41"));
  else
    point->month = (guint8) value;
  if (!with_x && (point->unspecified & 1 << DL_EDTF_YEAR) != 0)
    point->level = 2;
  return TRUE;
}

static gboolean
read_day (Reader *reader, DlEdtfPoint *point)
{
  gboolean with_x = FALSE;
  gsize    at = reader->at;
  DlCivil  first;
  DlCivil  after;
  int      value;

  if (!take_digits (reader, 2, point->digits + 6, &with_x, &value))
    return fail (reader, at, N_ ("expected a day of two digits"));
  point->day = (guint8) value;
  if (with_x)
    {
      point->unspecified |= 1 << DL_EDTF_DAY;
      /* Level 1 has 1985-04-XX and 1985-XX-XX. */
      if (point->digits[6] != 'X' || point->digits[7] != 'X' || (point->unspecified & 1 << DL_EDTF_YEAR) != 0)
        point->level = 2;
      point->level = MAX (point->level, 1);
    }
  else if (point->unspecified != 0)
    point->level = 2;
  if (point->unspecified == 0)
    {
      if (value < 1 || value > dl_calendar_days_in_month (point->year, point->month))
        return fail (reader, at, N_ ("this month has no such day"));
    }
  else if (!dl_edtf_point_hull (point, &first, &after))
    return fail (reader, at, N_ ("no month has such a day"));
  return TRUE;
}

static gboolean
read_zone (Reader *reader, DlEdtfPoint *point)
{
  gboolean negative;
  gsize    at = reader->at;
  int      hours;
  int      minutes = 0;

  if (take (reader, 'Z'))
    {
      point->zone = DL_EDTF_Z;
      return TRUE;
    }
  negative = peek (reader) == '-';
  if (!negative && peek (reader) != '+')
    return TRUE;
  reader->at++;
  if (!take_digits (reader, 2, NULL, NULL, &hours) || hours > 23)
    return fail (reader, at, N_ ("expected an offset such as +09:00 or -05"));
  if (take (reader, ':') && (!take_digits (reader, 2, NULL, NULL, &minutes) || minutes > 59))
    return fail (reader, at, N_ ("expected an offset such as +09:00 or -05"));
  point->zone = DL_EDTF_OFFSET;
  point->offset = (negative ? -1 : 1) * (hours * 3600 + minutes * 60);
  if (negative && point->offset == 0)
    point->extension = TRUE;
  return TRUE;
}

static void
read_fraction (Reader *reader, DlEdtfPoint *point)
{
  gint32 unit = 100000000;

  reader->at++;
  point->extension = TRUE;
  while (g_ascii_isdigit (peek (reader)))
    {
      if (point->fraction_digits < 9)
        {
          point->nanos += (peek (reader) - '0') * unit;
          unit /= 10;
          point->fraction_digits++;
        }
      reader->at++;
    }
}

static gboolean
check_time (Reader *reader, const DlEdtfPoint *point, gsize at)
{
  int clock = point->hour * 3600 + point->minute * 60;

  if (point->hour == 24 && (point->minute > 0 || point->second > 0 || point->nanos > 0))
    return fail (reader, at, N_ ("expected an hour from 00 to 23; 24 only as 24:00:00"));
  if (point->second == 60)
    {
      int utc = (clock - point->offset + DL_DAY_SECONDS) % DL_DAY_SECONDS;

      if (point->zone == DL_EDTF_FLOATING ? point->minute != 59 : utc != 23 * 3600 + 59 * 60)
        return fail (reader, at, N_ ("expected the second 60 only in the last minute of a day"));
    }
  return TRUE;
}

static gboolean
read_time (Reader *reader, DlEdtfPoint *point)
{
  gsize at = reader->at;
  int   value;

  if (!take_digits (reader, 2, NULL, NULL, &value) || value > 24)
    return fail (reader, at, N_ ("expected an hour from 00 to 24"));
  point->hour = (guint8) value;
  point->time_parts = 1;
  if (take (reader, ':'))
    {
      if (!take_digits (reader, 2, NULL, NULL, &value) || value > 59)
        return fail (reader, at + 3, N_ ("expected a minute from 00 to 59"));
      point->minute = (guint8) value;
      point->time_parts = 2;
    }
  if (point->time_parts == 2 && take (reader, ':'))
    {
      if (!take_digits (reader, 2, NULL, NULL, &value) || value > 60)
        return fail (reader, at + 6, N_ ("expected a second from 00 to 59"));
      point->second = (guint8) value;
      point->time_parts = 3;
      if ((peek (reader) == '.' || peek (reader) == ',') && reader->at + 1 < reader->length &&
          g_ascii_isdigit (reader->text[reader->at + 1]))
        read_fraction (reader, point);
    }
  if (point->time_parts < 3)
    point->extension = TRUE;
  return read_zone (reader, point) && check_time (reader, point, at);
}

/* A qualifier after a component holds for it and all to its left. */
static void
qualify (Reader *reader, DlEdtfPoint *point, int component, gboolean *any)
{
  guint8 qualifier = take_qualifier (reader);
  int    i;

  if (qualifier == 0)
    return;
  *any = TRUE;
  /* Level 1 has them at the end of the date only. */
  point->level = MAX (point->level, peek (reader) == '-' ? 2 : 1);
  for (i = 0; i <= component; i++)
    point->qualifiers[i] |= qualifier;
}

static void
qualify_before (Reader *reader, DlEdtfPoint *point, int component, gboolean *any)
{
  guint8 qualifier = take_qualifier (reader);

  if (qualifier == 0)
    return;
  *any = TRUE;
  point->level = 2;
  point->qualifiers[component] = qualifier;
}

static gboolean
read_point (Reader *reader, DlEdtfPoint *point)
{
  gboolean qualified = FALSE;

  memset (point, 0, sizeof *point);
  point->kind = DL_EDTF_DATE;
  point->components = 1;

  qualify_before (reader, point, DL_EDTF_YEAR, &qualified);
  if (take (reader, 'Y'))
    {
      if (!read_long_year (reader, point))
        return FALSE;
      qualify (reader, point, DL_EDTF_YEAR, &qualified);
      return TRUE;
    }
  if (!read_year (reader, point))
    return FALSE;
  qualify (reader, point, DL_EDTF_YEAR, &qualified);
  if (point->significant > 0 || !take (reader, '-'))
    return TRUE;

  point->components = 2;
  qualify_before (reader, point, DL_EDTF_MONTH, &qualified);
  if (!read_month (reader, point))
    return FALSE;
  qualify (reader, point, DL_EDTF_MONTH, &qualified);
  if (point->season != 0 || !take (reader, '-'))
    return TRUE;

  point->components = 3;
  qualify_before (reader, point, DL_EDTF_DAY, &qualified);
  if (!read_day (reader, point))
    return FALSE;
  qualify (reader, point, DL_EDTF_DAY, &qualified);
  if (peek (reader) != 'T')
    return TRUE;

  if (qualified || point->unspecified != 0)
    return fail (reader, reader->at, N_ ("expected the end; a qualified or unspecified date has no time of day"));
  reader->at++;
  return read_time (reader, point);
}

/* "expected the end" where something follows a whole date. */
static gboolean
expect_end (Reader *reader)
{
  if (at_end (reader))
    return TRUE;
  return fail (reader, reader->at, N_ ("expected the end of the date"));
}

/* A date in a set: no time of day. */
static gboolean
read_member_point (Reader *reader, DlEdtfPoint *point)
{
  gsize at = reader->at;

  if (!read_point (reader, point))
    return FALSE;
  if (point->time_parts > 0)
    return fail (reader, at, N_ ("expected no time of day in a set"));
  return TRUE;
}

/* [from] [".." [to]], up to "," or the closing bracket. */
static gboolean
read_member (Reader *reader, char close, gboolean first, DlEdtfPoint *from, DlEdtfPoint *to)
{
  gsize at = reader->at;

  memset (from, 0, sizeof *from);
  memset (to, 0, sizeof *to);
  if (take_dots (reader))
    {
      if (!first)
        return fail (reader, at, N_ ("expected an open start only in the first member of a set"));
      from->kind = DL_EDTF_OPEN;
      return read_member_point (reader, to);
    }
  if (!read_member_point (reader, from))
    return FALSE;
  if (!take_dots (reader))
    return TRUE;
  if (peek (reader) == close)
    {
      to->kind = DL_EDTF_OPEN;
      return TRUE;
    }
  if (peek (reader) == ',')
    return fail (reader, reader->at, N_ ("expected an open end only in the last member of a set"));
  return read_member_point (reader, to);
}

static gboolean
read_set (Reader *reader, DlEdtf *edtf)
{
  char        close = take (reader, '[') ? ']' : '}';
  gboolean    first = TRUE;
  DlEdtfPoint from;
  DlEdtfPoint to;

  if (close == '}')
    reader->at++;
  edtf->form = close == ']' ? DL_EDTF_SET_ONE : DL_EDTF_SET_ALL;
  edtf->level = 2;
  do
    {
      if (!read_member (reader, close, first, &from, &to))
        return FALSE;
      edtf->extension |= from.extension | to.extension;
      first = FALSE;
    }
  while (take (reader, ','));
  if (!take (reader, close))
    return fail (reader, reader->at, close == ']' ? N_ ("expected a comma or “]”") : N_ ("expected a comma or “}”"));
  return expect_end (reader);
}

static gboolean
read_end (Reader *reader, DlEdtf *edtf)
{
  edtf->end_at = reader->at;
  if (take_dots (reader))
    edtf->end.kind = DL_EDTF_OPEN;
  else if (!at_end (reader) && !read_point (reader, &edtf->end))
    return FALSE;
  if (edtf->start.kind != DL_EDTF_DATE && edtf->end.kind != DL_EDTF_DATE)
    return fail (reader, edtf->end_at, N_ ("expected a date at one end of the interval at least"));
  return expect_end (reader);
}

static gboolean
read_interval_or_date (Reader *reader, DlEdtf *edtf)
{
  if (take_dots (reader))
    {
      edtf->start.kind = DL_EDTF_OPEN;
      if (peek (reader) != '/')
        return fail (reader, reader->at, N_ ("expected “/” after an open start"));
    }
  else if (peek (reader) != '/' && !read_point (reader, &edtf->start))
    return FALSE;

  edtf->level = edtf->start.level;
  edtf->extension = edtf->start.extension;
  if (!take (reader, '/'))
    return expect_end (reader);

  edtf->form = DL_EDTF_INTERVAL;
  if (!read_end (reader, edtf))
    return FALSE;
  edtf->level = MAX (edtf->level, edtf->end.level);
  if (edtf->start.kind != DL_EDTF_DATE || edtf->end.kind != DL_EDTF_DATE)
    edtf->level = MAX (edtf->level, 1);
  /* X digits inside an interval are of level 2. */
  if ((edtf->start.unspecified | edtf->end.unspecified) != 0)
    edtf->level = 2;
  edtf->extension |= edtf->end.extension | (edtf->start.time_parts > 0) | (edtf->end.time_parts > 0);
  return TRUE;
}

gboolean
dl_edtf_parse (const char *text, gsize length, DlEdtf *edtf, DlEdtfError *error)
{
  Reader   reader = { .text = text, .length = length };
  gboolean ok;

  memset (edtf, 0, sizeof *edtf);
  edtf->text = text;
  edtf->length = length;
  if (length == 0)
    ok = fail (&reader, 0, N_ ("expected a date; the text is empty"));
  else if (length > DL_EDTF_MAX_BYTES)
    ok = fail (&reader, DL_EDTF_MAX_BYTES, N_ ("the text is too long for a date"));
  else if (text[0] == '[' || text[0] == '{')
    ok = read_set (&reader, edtf);
  else
    ok = read_interval_or_date (&reader, edtf);
  if (!ok && error != NULL)
    *error = reader.error;
  return ok;
}

gboolean
dl_edtf_next_member (const DlEdtf *edtf, gsize *at, DlEdtfPoint *from, DlEdtfPoint *to)
{
  Reader reader = { .text = edtf->text, .length = edtf->length, .at = *at };
  char   close = edtf->form == DL_EDTF_SET_ONE ? ']' : '}';

  /* Past the opening bracket or a comma; at the closing one it is over. */
  if (peek (&reader) == close)
    return FALSE;
  reader.at++;
  if (!read_member (&reader, close, *at == 0, from, to))
    return FALSE;
  *at = reader.at;
  return TRUE;
}
