/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/**
 * DlPrecision:
 *
 * How finely one end of a date is stated, from fine to coarse.
 */
typedef enum
{
  DL_PRECISION_NONE,     /* an open or unknown end states nothing */
  DL_PRECISION_FRACTION, /* of a second */
  DL_PRECISION_SECOND,
  DL_PRECISION_MINUTE,
  DL_PRECISION_HOUR,
  DL_PRECISION_DAY,
  DL_PRECISION_MONTH,
  DL_PRECISION_SEASON,
  DL_PRECISION_QUARTER,
  DL_PRECISION_QUADRIMESTER,
  DL_PRECISION_SEMESTER,
  DL_PRECISION_YEAR,
  DL_PRECISION_DECADE,
  DL_PRECISION_CENTURY,
  DL_PRECISION_MILLENNIUM,
} DlPrecision;

/* The word that `dateline date` prints: "day", "month", …; never %NULL. Not translated. */
const char *dl_precision_to_string (DlPrecision precision);

typedef enum
{
  DL_DATE_INTERVAL = 1 << 0,          /* `A/B`: a bar, not "some time within" */
  DL_DATE_APPROXIMATE_START = 1 << 1, /* `~` or `%`; on both ends of a single date */
  DL_DATE_APPROXIMATE_END = 1 << 2,
  DL_DATE_UNCERTAIN_START = 1 << 3, /* `?` or `%` */
  DL_DATE_UNCERTAIN_END = 1 << 4,
  DL_DATE_OPEN_START = 1 << 5, /* `../B` */
  DL_DATE_OPEN_END = 1 << 6,
  DL_DATE_UNKNOWN_START = 1 << 7, /* `/B` */
  DL_DATE_UNKNOWN_END = 1 << 8,
  DL_DATE_UNSPECIFIED = 1 << 9,   /* has `X` digits */
  DL_DATE_SET_ONE = 1 << 10,      /* `[…]`: one of these */
  DL_DATE_SET_ALL = 1 << 11,      /* `{…}`: all of these */
  DL_DATE_EXTENSION = 1 << 12,    /* beyond the standard: see dl-edtf.h */
  DL_DATE_OFFSET_START = 1 << 13, /* the end is fixed by `Z` or an offset; otherwise it floats */
  DL_DATE_OFFSET_END = 1 << 14,
} DlDateFlags;

#define DL_DATE_APPROXIMATE (DL_DATE_APPROXIMATE_START | DL_DATE_APPROXIMATE_END)
#define DL_DATE_UNCERTAIN (DL_DATE_UNCERTAIN_START | DL_DATE_UNCERTAIN_END)

/**
 * DlDate:
 * @earliest_start: ES, the earliest that it can have begun (CIDOC-CRM P82a)
 * @latest_start: LS, by then it had begun (P81a)
 * @earliest_end: EE, until then it went on (P81b)
 * @latest_end: LE, by then it was over (P82b); exclusive
 * @stated_start: where the stated extent begins: what the words say, before
 *   `~` widens anything
 * @stated_end: where the stated extent ends, exclusive
 * @flags: #DlDateFlags
 * @start_precision: #DlPrecision of the start; of the whole for a single date
 * @end_precision: of the end; the same as the start's for a single date
 * @level: EDTF level 0, 1 or 2 that the text needs
 *
 * A date as four bounds, half-open, with ES ≤ LS, EE ≤ LE, ES ≤ EE, LS ≤ LE.
 * %DL_INSTANT_MIN and %DL_INSTANT_MAX are "no bound": an open end (`..`) has
 * neither bound; an unknown end (empty) is only bounded by the other end.
 * Plain data without a pointer.
 *
 * A single date means *some time within*: ES = EE = the unit's start,
 * LS = LE = its end. An interval's ends have each their own unit's bounds.
 */
typedef struct
{
  DlInstant earliest_start;
  DlInstant latest_start;
  DlInstant earliest_end;
  DlInstant latest_end;
  DlInstant stated_start;
  DlInstant stated_end;
  guint32   flags;
  guint8    start_precision;
  guint8    end_precision;
  guint8    level;
} DlDate;

/**
 * dl_date_parse:
 * @text: an EDTF string (ISO 8601-2:2019, levels 0, 1 and 2, and the
 *   extensions named in dl-edtf.h), need not end in NUL
 * @length: its bytes, or -1 up to the NUL
 * @date: (out): filled on success, untouched otherwise
 * @error: %DL_ERROR_INVALID_DATE with what could be read of it, and what was expected then
 *
 * Reads a date. Ends without an offset are *floating*: their bounds are
 * counted as if the civil time were UTC, until dl_date_resolve() lays them on
 * an axis. Allocates nothing unless it fails.
 *
 * Returns: whether @text is a date
 */
gboolean dl_date_parse (const char *text, gssize length, DlDate *date, GError **error);

/* @edtf written the one way that Dateline prefers: qualifiers where they say it
 * shortest, `Z` and full offsets, no needless `S`. It parses to the same bounds.
 * Returns: (transfer full) (nullable): %NULL for a text that is not a date */
char *dl_date_canonical (const char *edtf);

/* Lays @date on the axis of @zone (%NULL: UTC): floating ends become the
 * instants at which the zone's clocks show them; ends with an offset stay. */
void dl_date_resolve (DlDate *date, const DlZone *zone);

/**
 * DlSkipped:
 * @DL_SKIPPED_PART: an end of the interval does, or what is said to be around it
 * @DL_SKIPPED_WHOLE: all of the date does
 *
 * Whether a date lies in time that a zone's clocks never showed, as 02:30 where
 * they go from 02:00 to 03:00, or 30 December 2011 in Pacific/Apia.
 */
typedef enum
{
  DL_SKIPPED_NONE,
  DL_SKIPPED_PART,
  DL_SKIPPED_WHOLE,
} DlSkipped;

/**
 * dl_date_find_skipped:
 * @date: as it was parsed, not yet resolved
 * @text: its EDTF
 * @zone: (nullable): of the axis
 * @reason: (out) (optional) (nullable) (transfer full): a clause that says which
 *   clocks skip it, from when to when; %NULL for %DL_SKIPPED_NONE
 *
 * What is skipped would be laid by dl_date_resolve() on the moment at which the
 * clocks change.
 */
DlSkipped dl_date_find_skipped (const DlDate *date, const char *text, const DlZone *zone, char **reason);

/* What is shown of @date, resolved, where it says what to show: from the start
 * of its first day to the end of its last, as people count days, but between
 * two times of day exactly. Returns: FALSE when an end is not known */
gboolean dl_date_get_view (const DlDate *date, DlInstant *from, DlInstant *to);

/* Sorts by earliest start, then latest end (the longer first), then stated start. */
int dl_date_compare (const DlDate *a, const DlDate *b);

/* Whether some of [@date's ES, LE) lies within [@from, @to). */
static inline gboolean
dl_date_meets (const DlDate *date, DlInstant from, DlInstant to)
{
  return dl_instant_compare (date->earliest_start, to) < 0 && dl_instant_compare (date->latest_end, from) > 0;
}

/* @instant as ISO 8601 in UTC, "2025-10-25T00:00:00Z", expanded years signed
 * ("-0043-…", "+170000-…"), a fraction where there is one.
 * Returns: (transfer full) (nullable): %NULL for "no bound" */
char *dl_instant_to_iso8601 (DlInstant instant);

G_END_DECLS
