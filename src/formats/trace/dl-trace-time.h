/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

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
 * @step: (out): nanoseconds that the last of these digits counts
 * @out: room for %DL_TRACE_TIME_BYTES; there is no U+0000 at the end
 *
 * Writes a time as EDTF with three, six or nine digits of a second: as many as it takes.
 *
 * Returns: how many bytes
 */
gsize dl_trace_clock_write (DlTraceClock *self, gint64 nanos, gint32 *step, char *out);

/* The same time. */
DlInstant dl_trace_get_instant (gint64 nanos);

G_END_DECLS
