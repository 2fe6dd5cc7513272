/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlInstant:
 * @seconds: seconds since 1970-01-01T00:00:00, proleptic Gregorian calendar,
 *   without leap seconds (as POSIX counts)
 * @nanos: 0 to 999,999,999, added to @seconds
 *
 * A point on the axis, good for ±292 thousand million years. Plain data,
 * passed by value. %DL_INSTANT_MIN and %DL_INSTANT_MAX stand for "no bound".
 */
typedef struct
{
  gint64 seconds;
  gint32 nanos;
} DlInstant;

#define DL_INSTANT_MIN ((DlInstant){ G_MININT64, 0 })
#define DL_INSTANT_MAX ((DlInstant){ G_MAXINT64, 999999999 })

/* How many seconds they have; a year and a month of the Gregorian calendar on
 * average. */
#define DL_MINUTE_SECONDS 60
#define DL_HOUR_SECONDS 3600
#define DL_DAY_SECONDS 86400
#define DL_MONTH_SECONDS (DL_YEAR_SECONDS / 12)
#define DL_YEAR_SECONDS 31556952.0

/* Shorthand for whole seconds. */
#define DL_INSTANT(s) ((DlInstant){ (s), 0 })

/* qsort()-style order of two instants: <0, 0 or >0. */
static inline int
dl_instant_compare (DlInstant a, DlInstant b)
{
  if (a.seconds != b.seconds)
    return a.seconds < b.seconds ? -1 : 1;
  return a.nanos < b.nanos ? -1 : a.nanos > b.nanos;
}

static inline DlInstant
dl_instant_min (DlInstant a, DlInstant b)
{
  return dl_instant_compare (a, b) <= 0 ? a : b;
}

static inline DlInstant
dl_instant_max (DlInstant a, DlInstant b)
{
  return dl_instant_compare (a, b) >= 0 ? a : b;
}

/* Whether @a is a real point, not one of the two "no bound" values. */
static inline gboolean
dl_instant_is_finite (DlInstant a)
{
  return a.seconds != G_MININT64 && a.seconds != G_MAXINT64;
}

/* @a moved by @seconds; stops at the last finite second instead of
 * overflowing. "No bound" stays "no bound". */
static inline DlInstant
dl_instant_add (DlInstant a, gint64 seconds)
{
  gint64 sum;

  if (!dl_instant_is_finite (a))
    return a;
  if (__builtin_add_overflow (a.seconds, seconds, &sum))
    sum = seconds < 0 ? G_MININT64 + 1 : G_MAXINT64 - 1;
  a.seconds = CLAMP (sum, G_MININT64 + 1, G_MAXINT64 - 1);
  return a;
}

/* @a moved by @nanos, 0 to 999,999,999; saturates like dl_instant_add(). */
static inline DlInstant
dl_instant_add_part (DlInstant a, gint32 nanos)
{
  if (!dl_instant_is_finite (a))
    return a;
  a.nanos += nanos;
  if (a.nanos < 1000000000)
    return a;
  a.nanos -= 1000000000;
  return dl_instant_add (a, 1);
}

/* Seconds from @a to @b as a double: exact in the integer part before it is
 * rounded once, so nearby instants far from 1970 keep their distance. */
static inline double
dl_instant_distance (DlInstant a, DlInstant b)
{
  gint64 diff;

  if (__builtin_sub_overflow (b.seconds, a.seconds, &diff))
    return (double) b.seconds - (double) a.seconds;
  return (double) diff + (double) (b.nanos - a.nanos) * 1e-9;
}

/* @a moved by @seconds with a fraction; saturates like dl_instant_add(). */
static inline DlInstant
dl_instant_add_double (DlInstant a, double seconds)
{
  gint64 whole;
  gint64 nanos;

  if (!dl_instant_is_finite (a))
    return a;
  if (seconds >= 1.9e19)
    return DL_INSTANT (G_MAXINT64 - 1);
  if (seconds <= -1.9e19)
    return DL_INSTANT (G_MININT64 + 1);
  /* More than an integer holds may still lead from one end to the other. */
  if (seconds >= 9.2e18 || seconds <= -9.2e18)
    return dl_instant_add_double (dl_instant_add_double (a, seconds / 2), seconds / 2);
  whole = (gint64) seconds;
  nanos = a.nanos + (gint64) ((seconds - (double) whole) * 1e9);
  if (nanos < 0)
    {
      nanos += 1000000000;
      whole--;
    }
  else if (nanos >= 1000000000)
    {
      nanos -= 1000000000;
      whole++;
    }
  a = dl_instant_add (a, whole);
  a.nanos = (gint32) nanos;
  return a;
}

G_END_DECLS
