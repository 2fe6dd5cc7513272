/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-calendar.h"
#include "time/dl-date.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/**
 * DlSpan:
 * @min: the shortest that the distance can be; negative where it runs back
 * @max: the longest
 * @unit: what is counted: days, or %DL_UNIT_HOUR, %DL_UNIT_MINUTE or
 *   %DL_UNIT_SECOND where both dates have a time of day
 * @seconds: how many it is where both are known to fractions of a second and lie
 *   within a second of each other, else 0
 *
 * How far apart two uncertain dates lie, in whole units of the calendar: from
 * 25 to 28 October it is 3 days, from September 2025 to 14 October 2025 it is
 * 14 to 43 days.
 */
typedef struct
{
  gint64 min;
  gint64 max;
  DlUnit unit;
  double seconds;
} DlSpan;

/**
 * dl_span_between:
 * @a: a resolved date
 * @b: another one
 * @zone: (nullable): the axis's zone, whose midnights part the days. With %NULL
 *   the midnights are taken from the dates that are known to the day or coarser
 * @span: (out): from @a to @b, negative when @b is earlier
 *
 * The distance between the starts of two dates (for a single date: between
 * what it stands for).
 *
 * Returns: %FALSE when there is none, because one of them has no bound
 */
gboolean dl_span_between (const DlDate *a, const DlDate *b, const DlZone *zone, DlSpan *span);

/* The length for people, whichever comes first: "3 days", "14 to 43 days",
 * "up to 17 days", "the same day", "43 to 45 years". Returns: (transfer full) */
char *dl_span_to_words (const DlSpan *span);

/**
 * dl_words_relative:
 * @date: a resolved date
 * @as_of: a moment; at a midnight it is the end of the day before, which is
 *   where the marker of a timeline's `asOf` stands
 * @zone: (nullable): whose midnights; without it only dates of whole days know
 *   theirs
 *
 * How far @date lies from @as_of, counted in days: "2 days after the as-of
 * date" for what starts later, "4 days before the as-of date" for what was over
 * by then.
 *
 * Returns: (transfer full): the words; "" for what goes on at @as_of, lies on
 *   its day, or cannot be told
 */
char *dl_words_relative (const DlDate *date, DlInstant as_of, const DlZone *zone);

G_END_DECLS
