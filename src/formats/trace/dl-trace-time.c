/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/trace/dl-trace-time.h"

#include <math.h>
#include <string.h>

#include "time/dl-calendar.h"

#define NANOS 1000000000
#define WHOLE_BYTES 19
/* The most microseconds whose nanoseconds an integer holds. */
#define MAX_MICROS 9e15
#define MAX_MICROS_DIGITS 16

/* @n digits of @number, with a @mark before them. Returns: behind them */
static char *
write_digits (char *out, char mark, int number, int n)
{
  *out++ = mark;
  for (int i = n - 1; i >= 0; i--, number /= 10)
    out[i] = (char) ('0' + number % 10);
  return out + n;
}

static void
set_second (DlTraceClock *self, gint64 second)
{
  DlCivil civil = dl_calendar_from_instant (DL_INSTANT (second));
  char    text[sizeof self->text + 1];
  char   *end;

  /* Years of four digits: none is further from 1970 than nanoseconds count. */
  end = write_digits (text, ' ', (int) civil.year, 4);
  end = write_digits (end, '-', civil.month, 2);
  end = write_digits (end, '-', civil.day, 2);
  end = write_digits (end, 'T', civil.hour, 2);
  end = write_digits (end, ':', civil.minute, 2);
  write_digits (end, ':', civil.second, 2);
  memcpy (self->text, text + 1, WHOLE_BYTES);
  self->text[WHOLE_BYTES] = '\0';
  self->second = second;
}

/* A number without an exponent, and with no more digits than an integer holds, digit by digit: a number
 * with a fraction holds fewer than microseconds since 1970 have. What is less than a nanosecond is rounded. */
static gboolean
read_digits (const DlLiteral *value, DlTraceTime *time)
{
  const char *at = value->text + value->at;
  const char *end = value->text + value->length;
  gboolean    negative = at < end && *at == '-';
  guint       n = 0;
  gint64      whole = 0;

  at += negative;
  for (; at < end && g_ascii_isdigit (*at); at++, n++)
    if (n < MAX_MICROS_DIGITS)
      whole = whole * 10 + (*at - '0');
  if (n == 0 || n > MAX_MICROS_DIGITS || whole >= (gint64) MAX_MICROS)
    return FALSE;
  *time = (DlTraceTime){ whole * DL_TRACE_MICROS, DL_TRACE_MICROS };
  if (at < end && *at == '.')
    {
      int      unit = DL_TRACE_MICROS;
      gboolean rounds = TRUE;

      time->step = DL_TRACE_NANOS;
      for (at++; at < end && g_ascii_isdigit (*at); at++)
        {
          unit /= 10;
          if (unit > 0)
            time->nanos += (*at - '0') * unit;
          else if (rounds && *at >= '5')
            time->nanos++;
          rounds = unit > 0;
        }
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    return FALSE;
  if (negative)
    time->nanos = -time->nanos;
  return TRUE;
}

gboolean
dl_trace_read_time (const DlLiteral *value, gint64 base, DlTraceTime *time)
{
  double micros;

  if (value->kind != DL_LITERAL_NUMBER || !read_digits (value, time))
    {
      if (!dl_literal_get_number (value, &micros) || !(fabs (micros) < MAX_MICROS))
        return FALSE;
      time->nanos = (gint64) llround (micros * DL_TRACE_MICROS);
      time->step = time->nanos % DL_TRACE_MICROS == 0 ? DL_TRACE_MICROS : DL_TRACE_NANOS;
    }
  if (ABS (time->nanos) >= (gint64) MAX_MICROS * DL_TRACE_MICROS ||
      (time->nanos > 0 && base > G_MAXINT64 - time->nanos))
    return FALSE;
  time->nanos += base;
  if (base % DL_TRACE_MICROS != 0)
    time->step = DL_TRACE_NANOS;
  return TRUE;
}

DlInstant
dl_trace_get_instant (gint64 nanos)
{
  DlInstant at = { nanos / NANOS - (nanos % NANOS < 0), 0 };

  at.nanos = (gint32) (nanos - at.seconds * NANOS);
  return at;
}

gsize
dl_trace_clock_write (DlTraceClock *self, gint64 nanos, gint32 step, char *out)
{
  DlInstant at = dl_trace_get_instant (nanos);
  int       digits = step == DL_TRACE_NANOS ? 9 : 6;

  if (self->text[0] == '\0' || self->second != at.seconds)
    set_second (self, at.seconds);
  memcpy (out, self->text, WHOLE_BYTES);
  write_digits (out + WHOLE_BYTES, '.', at.nanos / step, digits);
  return WHOLE_BYTES + 1 + (gsize) digits;
}
