/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "time/dl-calendar.h"

G_BEGIN_DECLS

/*
 * The Extended Date/Time Format (ISO 8601-2:2019, profile of the Library of
 * Congress), levels 0, 1 and 2, as a syntax tree. For the rooms above there is
 * dl-date.h (bounds) and dl-words.h (words); this header is for this room.
 *
 *   edtf      = date-time / date / interval / set
 *   interval  = end "/" end                    one of the two a date at least
 *   end       = date / date-time (2) / ".." / ""
 *   set       = ("[" / "{") member *("," member) ("]" / "}")
 *   member    = date / date ".." date / ".." date (first) / date ".." (last)
 *   date      = [q] year [q] [ "-" [q] month [q] [ "-" [q] day [q] ] ]
 *             / [q] long-year [q]
 *   year      = ["-"] 4 (DIGIT / "X") ["S" digits]   "-0000" is no year
 *   long-year = "Y" ["-"] digits ["E" digits] ["S" digits]
 *                                              beyond four digits, no leading 0
 *   month     = 01 to 12, or 21 to 41 without a day, or with "X" digits
 *   day       = 01 to the month's last, or with "X" digits
 *   q         = "?" uncertain / "~" approximate / "%" both. After a component
 *               it holds for all to its left too, before it for that one only
 *   date-time = year "-" month "-" day "T" time [zone]     digits only
 *   time      = hh ":" mm ":" ss / hh ":" mm (1) / hh (1) / hh ":" mm ":" ss "." digits (3)
 *   zone      = "Z" / ("+" / "-") hh [":" mm]
 *
 * Extensions, beyond the standard's profile and flagged DL_DATE_EXTENSION:
 *   (1) hours and minutes without what is finer: `2025-10-25T22:00`, `…T22`
 *   (2) date-times as ends of an interval: `2025-10-25T22:00Z/2025-10-25T23:00Z`
 *   (3) fractions of a second, with a point or a comma; what is finer than a
 *       nanosecond is dropped
 *   (4) the offset `-00:00` of RFC 3339, also `-00`, read as Z
 *
 * Not settled by the standard, and so read here:
 *   - 24:00:00 is the start of the next day. The second 60 stands at 23:59 UTC
 *     (at any minute 59 where no offset is given) and lies on the second 59,
 *     because instants count none.
 *   - `S` keeps as many of the written digits: `1950S2` lies in 1900 to 1999.
 *     It has no upper limit: `1859S5` keeps them all, as `1859S4` does.
 *   - 21 to 24 and 25 to 28 are the northern meteorological seasons, March to
 *     February. 29 to 32 are the southern ones, six months apart and begun in
 *     the year named: 29 spring is September to November, 30 summer December to
 *     February of the next year, 31 autumn March to May, 32 winter June to August.
 *   - `~` widens by one unit of what it stands at: a day, a month, a season's
 *     length, a year; a decade for `156X~`; the last digit kept of `S`; the last
 *     digit written before `E`.
 *   - years outside DL_YEAR_MIN to DL_YEAR_MAX are an error, as is a text of
 *     more than DL_EDTF_MAX_BYTES.
 */

#define DL_EDTF_MAX_BYTES 65536
/* Years of more digits are written with a Y. */
#define DL_EDTF_MAX_PLAIN_YEAR 9999

/* Parts of a year that are written as a month. */
enum
{
  DL_EDTF_FIRST_QUARTER = 33,
  DL_EDTF_LAST_QUARTER = 36,
  DL_EDTF_FIRST_THIRD = 37,
  DL_EDTF_LAST_THIRD = 39,
  DL_EDTF_FIRST_HALF = 40,
  DL_EDTF_SECOND_HALF = 41,
};

typedef enum
{
  DL_EDTF_NONE, /* an unknown end; or no second end */
  DL_EDTF_OPEN, /* ".." */
  DL_EDTF_DATE,
} DlEdtfKind;

typedef enum
{
  DL_EDTF_YEAR_PLAIN,
  DL_EDTF_YEAR_LONG,
  DL_EDTF_YEAR_EXPONENT,
} DlEdtfYearForm;

typedef enum
{
  DL_EDTF_FLOATING,
  DL_EDTF_Z,
  DL_EDTF_OFFSET,
} DlEdtfZone;

typedef enum
{
  DL_EDTF_UNCERTAIN = 1 << 0,
  DL_EDTF_APPROXIMATE = 1 << 1,
} DlEdtfQualifier;

enum
{
  DL_EDTF_YEAR,
  DL_EDTF_MONTH,
  DL_EDTF_DAY,
};

/**
 * DlEdtfPoint:
 * @year: astronomical; of a year with X digits, the one with zeros for them
 * @magnitude: the digits before `E`, or the year without its sign
 * @offset: seconds that the writer's clock is ahead of UTC
 * @components: 1 year, 2 and month or season, 3 and day
 * @time_parts: 0 none, 1 hour, 2 and minute, 3 and second
 * @fraction_digits: of the second, 0 to 9
 * @season: 21 to 41, or 0
 * @second: 60 in a leap second; @hour: 24 at a day's end
 * @significant: digits kept (`S`), or 0
 * @digits: of a plain date as written, "YYYYMMDD", for the X digits
 * @unspecified: bit 1 << component where that one has an X
 * @qualifiers: #DlEdtfQualifier that hold for each component
 *
 * A date or date-time as written. Valid throughout: the day exists.
 */
typedef struct
{
  gint64   year;
  gint64   magnitude;
  gint32   nanos;
  gint32   offset;
  guint8   kind;
  guint8   year_form;
  guint8   zone;
  guint8   components;
  guint8   time_parts;
  guint8   fraction_digits;
  guint8   season;
  guint8   month;
  guint8   day;
  guint8   hour;
  guint8   minute;
  guint8   second;
  guint8   exponent;
  guint8   significant;
  guint8   year_digits;
  guint8   unspecified;
  guint8   qualifiers[3];
  guint8   level;
  gboolean negative;
  gboolean extension;
  char     digits[8];
} DlEdtfPoint;

typedef enum
{
  DL_EDTF_SINGLE,
  DL_EDTF_INTERVAL,
  DL_EDTF_SET_ONE,
  DL_EDTF_SET_ALL,
} DlEdtfForm;

/**
 * DlEdtf:
 * @start: the date, or an interval's start; unused in a set
 * @end: an interval's end
 * @text: the text read, not copied
 * @end_at: byte at which an interval's end is written
 */
typedef struct
{
  DlEdtfPoint start;
  DlEdtfPoint end;
  const char *text;
  gsize       length;
  gsize       end_at;
  guint8      form;
  guint8      level;
  gboolean    extension;
} DlEdtf;

/* Where reading stopped and why: a sentence that is marked for translation,
 * not translated. */
typedef struct
{
  gsize       at;
  const char *reason;
} DlEdtfError;

/* Reads the syntax, and that each day exists; not the order of an interval's
 * ends. Allocates nothing. */
gboolean dl_edtf_parse (const char *text, gsize length, DlEdtf *edtf, DlEdtfError *error);

/* The members of a set, in turn; start with *@at 0. @to is DL_EDTF_NONE for a
 * member that is one date, DL_EDTF_OPEN for `1984..`; @from is DL_EDTF_OPEN for
 * `..1984`. Returns: FALSE when there are no more */
gboolean dl_edtf_next_member (const DlEdtf *edtf, gsize *at, DlEdtfPoint *from, DlEdtfPoint *to);

/* First or last day (civil, no time) that @point's date can mean; FALSE when
 * its X digits fit no day at all. For a season, a year or a month: its first
 * day, and the first day after its last. */
gboolean dl_edtf_point_hull (const DlEdtfPoint *point, DlCivil *first, DlCivil *after);

/* The years that @point's year can mean, both included. */
void dl_edtf_point_years (const DlEdtfPoint *point, gint64 *first, gint64 *last);

/* How many years the last digit that counts is worth: 1, 10 for `156X`, … */
gint64 dl_edtf_point_year_unit (const DlEdtfPoint *point);

/* The canonical text of a tree. Returns: (transfer full) */
char *dl_edtf_to_text (const DlEdtf *edtf);

/* @civil cut to @unit (weeks count as days, quarters as months) as EDTF:
 * "2025-10-25", "2025-10", "-0043", "Y-66000000", "2025-10-25T22:00".
 * Returns: (transfer full) */
char *dl_edtf_from_civil (const DlCivil *civil, DlUnit unit);

G_END_DECLS
