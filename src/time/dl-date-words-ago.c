/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Years that are counted back from the present. */
#include "time/dl-date-words-private.h"

#include <string.h>

#include "time/dl-words-parts.h"

/* The present of geologists and of radiocarbon: the year from which they count back. */
#define PRESENT 1950
/* From here on it does not matter in a file when it is read. */
#define MIN_YEARS 10000
#define MIN_UNIT 100

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
gboolean
dl_reading_deep (DlReading *self, gint64 magnitude, gint64 unit, gboolean exact, char *buffer)
{
  if (unit <= 0 || magnitude < unit)
    return dl_reading_fail_unread (self);
  /* Of round numbers two digits are meant. */
  while (!exact && magnitude / unit >= 100 && magnitude / unit % 10 == 0)
    unit *= 10;
  if (unit > 1)
    g_snprintf (buffer, DL_PIECE_SIZE, "Y-%" G_GINT64_FORMAT "E%d~", magnitude / unit, count_digits (unit) - 1);
  else
    g_snprintf (buffer, DL_PIECE_SIZE, "Y-%" G_GINT64_FORMAT "~", magnitude);
  return TRUE;
}

/* As the person says who types it now. */
static gboolean
ago_from_now (DlReading *self, gint64 years, gint64 unit, char *buffer)
{
  const DlDateWordsHere *here = self->context->here;
  gint64                 year = dl_zone_to_civil (here->zone, here->now).year - years;
  int                    digits;
  gsize                  length;

  dl_date_piece_format_year (buffer, year);
  while (years >= MIN_YEARS && unit < years && years % (unit * 10) == 0)
    unit *= 10;
  digits = count_digits (ABS (year)) - count_digits (unit) + 1;
  length = strlen (buffer);
  if (years >= MIN_YEARS && unit > 1)
    g_snprintf (buffer + length, DL_PIECE_SIZE - length, "S%d~", MAX (digits, 1));
  else
    g_snprintf (buffer + length, DL_PIECE_SIZE - length, "~");
  return TRUE;
}

/* As geologists say, whoever reads it and whenever. */
gboolean
dl_reading_before_present (DlReading *self, gint64 years, gint64 unit, gboolean exact, char *buffer)
{
  gint64 year;
  gint64 rounded;

  if (years >= DL_MILLION)
    return dl_reading_deep (self, years, unit, exact, buffer);
  if (unit <= 0 || years < unit)
    return dl_reading_fail_unread (self);
  /* Of round numbers two digits are meant, but of 2000 years BP the last one only is not. */
  while (!exact && years / unit >= 100 && years / unit % 10 == 0 && (years >= MIN_YEARS || unit < 10))
    unit *= 10;
  year = PRESENT - years;
  rounded = (ABS (year) + unit / 2) / unit;
  if (year < -9999 && unit > 1)
    g_snprintf (buffer, DL_PIECE_SIZE, "Y-%" G_GINT64_FORMAT "E%d~", rounded, count_digits (unit) - 1);
  else
    {
      char from[DL_PIECE_SIZE];
      char to[DL_PIECE_SIZE];

      /* All that is rounded to it. */
      dl_date_piece_format_year (from, year - unit / 2);
      dl_date_piece_format_year (to, year + unit / 2);
      if (unit > 1)
        g_snprintf (buffer, DL_PIECE_SIZE, "[%.40s..%.40s]", from, to);
      else
        g_snprintf (buffer, DL_PIECE_SIZE, "%.40s~", from);
    }
  return TRUE;
}

gboolean
dl_reading_ago (DlReading *self, gint64 years, gint64 unit, gboolean exact, char *buffer)
{
  gint64 round = unit;

  if (years <= 0)
    return dl_reading_fail_unread (self);
  /* Where millions are counted, the years since Christ are not. */
  if (years >= DL_MILLION)
    return dl_reading_deep (self, years, unit, exact, buffer);
  if (self->context->here != NULL)
    return ago_from_now (self, years, unit, buffer);
  while (round < years && years % (round * 10) == 0)
    round *= 10;
  if (unit < 100 && (years < MIN_YEARS || round < MIN_UNIT))
    return dl_reading_fail (self, DL_DATE_ANSWER_TODAY, NULL);
  return dl_reading_before_present (self, years, unit, exact, buffer);
}
