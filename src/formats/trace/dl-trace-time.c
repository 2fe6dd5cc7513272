/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/trace/dl-trace-time.h"

#include <string.h>

#include "time/dl-calendar.h"

#define NANOS 1000000000
#define WHOLE_BYTES 19

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

DlInstant
dl_trace_get_instant (gint64 nanos)
{
  DlInstant at = { nanos / NANOS - (nanos % NANOS < 0), 0 };

  at.nanos = (gint32) (nanos - at.seconds * NANOS);
  return at;
}

gsize
dl_trace_clock_write (DlTraceClock *self, gint64 nanos, gint32 *step, char *out)
{
  DlInstant at = dl_trace_get_instant (nanos);
  int       part = at.nanos;
  int       digits = 9;

  *step = 1;

  if (self->text[0] == '\0' || self->second != at.seconds)
    set_second (self, at.seconds);
  while (digits > 3 && part % 1000 == 0)
    {
      part /= 1000;
      digits -= 3;
      *step *= 1000;
    }
  memcpy (out, self->text, WHOLE_BYTES);
  write_digits (out + WHOLE_BYTES, '.', part, digits);
  return WHOLE_BYTES + 1 + (gsize) digits;
}
