/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-calendar.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/**
 * DlWordsFlags:
 * @DL_WORDS_WEEKDAY: name the weekday where the date is known to the day and not before
 *   15 October 1582
 * @DL_WORDS_PLANNED: it lies ahead: "planned for 28 October 2025"
 * @DL_WORDS_SHORT: abbreviated months, for narrow places ("25 Oct 2025")
 * @DL_WORDS_ZONE: name the zone where a time of day with an offset is given
 * @DL_WORDS_AS_WRITTEN: with the offset that is written, not in the zone of the
 *   axis
 * @DL_WORDS_ON_AXIS: it was not written but read off the axis: its times
 *   without an offset are those of the axis' zone, and named so
 */
typedef enum
{
  DL_WORDS_NONE = 0,
  DL_WORDS_WEEKDAY = 1 << 0,
  DL_WORDS_PLANNED = 1 << 1,
  DL_WORDS_SHORT = 1 << 2,
  DL_WORDS_ZONE = 1 << 3,
  DL_WORDS_AS_WRITTEN = 1 << 4,
  DL_WORDS_ON_AXIS = 1 << 5,
} DlWordsFlags;

/**
 * dl_words_from_edtf:
 * @edtf: a valid EDTF string
 * @flags: how to say it
 * @zone: (nullable): of the axis; %NULL for UTC. A time with an offset is told
 *   in it, so that it agrees with the axis; one without stands there as written
 *
 * The one formatter of dates for people: every precision and qualification,
 * in the reader's language, through translatable patterns: "25 October 2025",
 * "around October 2025", "21–25 October 2025", "44 BC", "since June 2004".
 * An invalid string is returned as it is.
 *
 * Returns: (transfer full): the words
 */
char *dl_words_from_edtf (const char *edtf, DlWordsFlags flags, const DlZone *zone);

/**
 * DlTickForm:
 * @DL_TICK_FULL: stands alone: "October 2025", "25 October 2025", "22:00"
 * @DL_TICK_PART: stands under its context: "October", "25", "22:00"
 * @DL_TICK_BRIEF: the shortest that is still clear under its context: "Oct", "25"
 * @DL_TICK_WEEKDAY: a day under its context, with its weekday: "25 Sat"
 */
typedef enum
{
  DL_TICK_FULL,
  DL_TICK_PART,
  DL_TICK_BRIEF,
  DL_TICK_WEEKDAY,
} DlTickForm;

/**
 * dl_words_tick:
 * @civil: the start of a ruler step, in the axis's zone
 * @unit: the step's unit
 * @count: the step's units (10 years: a decade)
 * @form: how much context the reader already has
 *
 * What a ruler writes at a step: "2025", "44 BC", "12,000 BC", "66 million BC"
 * for years; never a year 0.
 *
 * Returns: (transfer full): the label
 */
char *dl_words_tick (const DlCivil *civil, DlUnit unit, gint64 count, DlTickForm form);

/* A step of a part of a second, 1 to 500,000,000 nanoseconds: "07:08:09.25", with
 * as many digits as @step needs. Returns: (transfer full) */
char *dl_words_tick_part (const DlCivil *civil, gint32 nanos, gint32 step);

/**
 * dl_words_instant:
 * @instant: a point on the axis
 * @unit: how finely to say it (what a pixel is worth): seconds to years
 * @zone: (nullable): the axis's zone
 *
 * For the pointer's guide: "Sat 25 October 2025", "Sat 25 October 2025, 14:00 (JST)".
 *
 * Returns: (transfer full): the words
 */
char *dl_words_instant (DlInstant instant, DlUnit unit, const DlZone *zone);

/* The same to so many @digits, 1 to 9, of a second: "Sat 25 October 2025,
 * 14:00:05.25 (JST)". Returns: (transfer full) */
char *dl_words_instant_part (DlInstant instant, int digits, const DlZone *zone);

/* What people call the zone at @instant: "JST", or where it has no letters of
 * its own "UTC+8". @zone: (nullable): UTC. Returns: (transfer full) */
char *dl_words_zone (const DlZone *zone, DlInstant instant);

/* A length of time for people, rounded to its largest unit: "3 days", "18 days",
 * "2 years, 4 months", "about 8 years". @seconds ≥ 0. Returns: (transfer full) */
char *dl_words_duration (double seconds);

/* A length of time where only its size matters, in one unit, rounded to a whole
 * number of at most two digits' worth in years, and marked as rounded:
 * "≈ 8 years", "≈ 14 months", "≈ 460 years", "≈ 66 million years".
 * @seconds ≥ 0. Returns: (transfer full) */
char *dl_words_about (double seconds);

/* First day of the week in the reader's locale: 0 Monday to 6 Sunday. */
int dl_words_first_weekday (void);

G_END_DECLS
