/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"
#include "time/dl-instant.h"

G_BEGIN_DECLS

/* What the digits of a trace count: whole microseconds, or parts of them. */
#define DL_TRACE_MICROS 1000
#define DL_TRACE_NANOS 1

/**
 * DlTraceTime:
 * @nanos: since 1970-01-01T00:00:00, or as many as a duration has
 * @step: nanoseconds that the last of its digits counts, %DL_TRACE_MICROS or %DL_TRACE_NANOS
 */
typedef struct
{
  gint64 nanos;
  gint32 step;
} DlTraceTime;

/**
 * dl_trace_read_time:
 * @value: microseconds
 * @base: nanoseconds to count from
 * @time: (out): where it is one
 *
 * Reads a time by its digits, so that none is lost and none is added.
 *
 * Returns: whether it is a time that nanoseconds can count
 */
gboolean dl_trace_read_time (const DlLiteral *value, gint64 base, DlTraceTime *time);

/* The most bytes that a time has. */
#define DL_TRACE_TIME_BYTES 29

/**
 * DlTraceClock:
 * @second: since 1970, of the time that was written last
 * @text: its date and its time up to the second
 *
 * Writes the times of a trace, of which very many are within one second. All zeros at the start.
 */
typedef struct
{
  gint64 second;
  char   text[20]; /* YYYY-MM-DDTHH:MM:SS; empty: there was none yet */
} DlTraceClock;

/**
 * dl_trace_clock_write:
 * @nanos: since 1970-01-01T00:00:00
 * @step: nanoseconds that the last of its digits counts
 * @out: room for %DL_TRACE_TIME_BYTES; there is no U+0000 at the end
 *
 * Writes a time as EDTF with six digits of a second, or nine, as exact as it is told.
 *
 * Returns: how many bytes
 */
gsize dl_trace_clock_write (DlTraceClock *self, gint64 nanos, gint32 step, char *out);

/* The same time. */
DlInstant dl_trace_get_instant (gint64 nanos);

G_END_DECLS
