/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "time/dl-date.h"
#include "time/dl-edtf.h"
#include "time/dl-words-parts.h"
#include "time/dl-years-part.h"

typedef struct
{
  DlWordsFlags  flags;
  gboolean      brief;
  gboolean      weekday;
  gboolean      written; /* with the offset that is written */
  const DlZone *zone;    /* else told in this one; NULL: UTC */
} Wording;

/* A date that has a plain unit: a day, a month or a year, nothing hidden. */
static gboolean
is_plain (const DlEdtfPoint *point)
{
  return point->kind == DL_EDTF_DATE && point->unspecified == 0 && point->significant == 0 && point->season == 0 &&
         point->time_parts == 0;
}

static DlUnit
plain_unit (const DlEdtfPoint *point)
{
  static const DlUnit units[] = { DL_UNIT_YEAR, DL_UNIT_MONTH, DL_UNIT_DAY };

  return units[point->components - 1];
}

static DlCivil
plain_civil (const DlEdtfPoint *point)
{
  return (DlCivil){ .year = point->year,
                    .month = (gint8) (point->month > 0 ? point->month : 1),
                    .day = (gint8) (point->day > 0 ? point->day : 1) };
}

static guint
qualifier_mask (const DlEdtfPoint *point, DlEdtfQualifier qualifier)
{
  guint mask = 0;
  int   i;

  for (i = 0; i < point->components; i++)
    if ((point->qualifiers[i] & qualifier) != 0)
      mask |= 1u << i;
  return mask;
}

static char *
fill_date (const char *pattern, const char *date)
{
  return dl_words_fill (pattern, "date", date, NULL);
}

/* Times of day */

/* A date-time in the zone that the reader is told it in. */
static DlCivil
told_civil (const DlEdtfPoint *point, const Wording *wording)
{
  DlCivil civil = plain_civil (point);

  civil.hour = (gint8) point->hour;
  civil.minute = (gint8) point->minute;
  civil.second = (gint8) point->second;
  if (point->zone != DL_EDTF_FLOATING && !wording->written)
    {
      civil.second = MIN (civil.second, 59);
      civil = dl_zone_to_civil (wording->zone, dl_instant_add (dl_calendar_to_instant (&civil), -point->offset));
      civil.second = (gint8) (point->second > 59 ? point->second : civil.second);
    }
  return civil;
}

static char *
offset_words (int offset)
{
  g_autofree char *number = NULL;
  int              size = abs (offset);

  if (offset == 0)
    return g_strdup ("UTC");
  if (size % 3600 == 0)
    number = g_strdup_printf ("%s%d", offset < 0 ? "−" : "+", size / 3600);
  else
    number = g_strdup_printf ("%s%d:%02d", offset < 0 ? "−" : "+", size / 3600, size / 60 % 60);
  return g_strconcat ("UTC", number, NULL);
}

char *
dl_words_zone (const DlZone *zone, DlInstant instant)
{
  const char *abbreviation = dl_zone_abbreviation_at (zone, instant);

  /* Many zones have no letters, and "+08" alone says little. */
  if (g_ascii_isalpha (abbreviation[0]))
    return g_strdup (abbreviation);
  return offset_words (dl_zone_offset_at (zone, instant));
}

/* The zone that a date-time is told in; NULL where it floats. */
static char *
zone_words (const DlEdtfPoint *point, const Wording *wording)
{
  DlCivil   civil = plain_civil (point);
  DlInstant instant;

  civil.hour = (gint8) point->hour;
  civil.minute = (gint8) point->minute;
  instant = dl_calendar_to_instant (&civil);
  if (point->zone == DL_EDTF_FLOATING)
    return wording->flags & DL_WORDS_ON_AXIS
             ? dl_words_zone (wording->zone, dl_zone_to_instant (wording->zone, instant))
             : NULL;
  if ((wording->flags & DL_WORDS_ZONE) == 0)
    return NULL;
  if (wording->written)
    return offset_words (point->offset);
  return dl_words_zone (wording->zone, dl_instant_add (instant, -point->offset));
}

static char *
clock_words (const DlEdtfPoint *point, const DlCivil *civil)
{
  static const DlUnit units[] = { DL_UNIT_DAY, DL_UNIT_HOUR, DL_UNIT_MINUTE, DL_UNIT_SECOND };

  if (point->fraction_digits > 0)
    return dl_words_clock_part (civil->hour, civil->minute, civil->second, point->nanos, point->fraction_digits);
  /* An hour's start may fall within an hour elsewhere (India). */
  return dl_words_clock (civil->hour, civil->minute, civil->second,
                         civil->minute > 0 ? MIN (units[point->time_parts], DL_UNIT_MINUTE) : units[point->time_parts]);
}

static char *
date_time_words (const char *date, const char *time, const char *zone)
{
  if (zone != NULL)
    /* Translators: a day, a time of day and its zone: 25 October 2025, 22:00 (UTC+8). */
    return dl_words_fill (C_ ("date and time", "{date}, {time} ({zone})"), "date", date, "time", time, "zone", zone,
                          NULL);
  /* Translators: a day and a time of day: 25 October 2025, 22:00. */
  return dl_words_fill (C_ ("date and time", "{date}, {time}"), "date", date, "time", time, NULL);
}

static char *
time_words (const DlEdtfPoint *point, const Wording *wording)
{
  DlCivil          civil = told_civil (point, wording);
  g_autofree char *date = dl_words_date (&civil, DL_UNIT_DAY, wording->weekday, wording->brief);
  g_autofree char *clock = clock_words (point, &civil);
  g_autofree char *zone = zone_words (point, wording);

  return date_time_words (date, clock, zone);
}

/* Qualifiers */

/* Doubt about a part of the date only; NULL where it is about the whole. */
static const char *
partial_pattern (guint mask, guint all, guint8 qualifiers)
{
  static const guint year_month = 1u << DL_EDTF_YEAR | 1u << DL_EDTF_MONTH;
  gboolean           uncertain = qualifiers == DL_EDTF_UNCERTAIN;
  gboolean           approximate = qualifiers == DL_EDTF_APPROXIMATE;

  if (mask == all)
    return NULL;
  if (mask == 1u << DL_EDTF_YEAR)
    {
      if (uncertain)
        return C_ ("uncertain", "{date} (year uncertain)");
      return approximate ? C_ ("approximate", "{date} (year approximate)")
                         : C_ ("approximate", "{date} (year approximate, uncertain)");
    }
  if (mask == 1u << DL_EDTF_MONTH)
    {
      if (uncertain)
        return C_ ("uncertain", "{date} (month uncertain)");
      return approximate ? C_ ("approximate", "{date} (month approximate)")
                         : C_ ("approximate", "{date} (month approximate, uncertain)");
    }
  if (mask == year_month)
    {
      if (uncertain)
        return C_ ("uncertain", "{date} (year and month uncertain)");
      return approximate ? C_ ("approximate", "{date} (year and month approximate)")
                         : C_ ("approximate", "{date} (year and month approximate, uncertain)");
    }
  if (mask == 1u << DL_EDTF_DAY && uncertain)
    return C_ ("uncertain", "{date} (day uncertain)");
  return NULL;
}

static char *
uncertain_words (guint mask, guint all, const char *date)
{
  const char *pattern = partial_pattern (mask, all, DL_EDTF_UNCERTAIN);

  if (mask == 0)
    return g_strdup (date);
  /* Translators: the source itself is in doubt about the date. */
  return fill_date (pattern != NULL ? pattern : C_ ("uncertain", "{date} (uncertain)"), date);
}

static char *
qualified_words (const DlEdtfPoint *point, const char *date)
{
  guint            all = (1u << point->components) - 1;
  guint            uncertain = qualifier_mask (point, DL_EDTF_UNCERTAIN);
  guint            approximate = qualifier_mask (point, DL_EDTF_APPROXIMATE);
  const char      *pattern;
  g_autofree char *around = NULL;

  if (approximate == 0)
    return uncertain_words (uncertain, all, date);
  if (approximate == uncertain)
    {
      pattern = partial_pattern (approximate, all, DL_EDTF_APPROXIMATE | DL_EDTF_UNCERTAIN);
      if (pattern != NULL)
        return fill_date (pattern, date);
    }
  pattern = partial_pattern (approximate, all, DL_EDTF_APPROXIMATE);
  /* Translators: around October 2025. */
  around = fill_date (pattern != NULL ? pattern : C_ ("approximate", "around {date}"), date);
  return uncertain_words (uncertain, all, around);
}

/* One date */

static char *
unqualified_words (const DlEdtfPoint *point, const Wording *wording)
{
  DlCivil civil;

  if (point->time_parts > 0)
    return time_words (point, wording);
  if (point->season != 0)
    return dl_words_season (point);
  if (point->significant > 0)
    return dl_words_significant (point);
  if (point->unspecified != 0)
    return dl_words_unspecified (point, wording->brief);
  civil = plain_civil (point);
  /* Around a round number of thousands of years, the year that there is not counts for nothing. */
  if (point->year_form == DL_EDTF_YEAR_EXPONENT && point->exponent >= 3 && point->year < 0 &&
      point->year > -DL_MILLION && qualifier_mask (point, DL_EDTF_APPROXIMATE) != 0)
    civil.year++;
  /* A weekday says more than is known where the day is approximate. */
  return dl_words_date (&civil, plain_unit (point),
                        wording->weekday && qualifier_mask (point, DL_EDTF_APPROXIMATE) == 0, wording->brief);
}

static char *
point_words (const DlEdtfPoint *point, const Wording *wording)
{
  g_autofree char *date = NULL;
  g_autofree char *ago = NULL;

  if (is_plain (point) && point->components == 1 && qualifier_mask (point, DL_EDTF_APPROXIMATE) != 0)
    {
      ago = dl_words_years_ago (point->year);
      if (ago != NULL)
        {
          /* Translators: {date} is "170 million years ago". */
          date = fill_date (C_ ("deep time", "about {date}"), ago);
          return uncertain_words (qualifier_mask (point, DL_EDTF_UNCERTAIN), 1, date);
        }
    }
  date = unqualified_words (point, wording);
  return qualified_words (point, date);
}

/* A date that is all there is: "14th century" stands there without its article. */
static char *
single_words (const DlEdtfPoint *point, const Wording *wording)
{
  g_autofree char *century = NULL;

  if (point->kind == DL_EDTF_DATE && qualifier_mask (point, DL_EDTF_APPROXIMATE) == 0 &&
      (wording->flags & DL_WORDS_PLANNED) == 0)
    century = dl_words_lone_century (point);
  return century != NULL ? qualified_words (point, century) : point_words (point, wording);
}

/* Intervals */

static char *
day_range_words (const DlCivil *from, const DlCivil *to, gboolean weekday, const Wording *wording)
{
  g_autofree char *year = dl_words_year_in_date (from->year);
  g_autofree char *day = g_strdup_printf ("%d", from->day);
  g_autofree char *last_day = g_strdup_printf ("%d", to->day);
  const char      *names[2];

  names[0] = dl_words_weekday (dl_calendar_weekday (from->year, from->month, from->day), wording->brief);
  names[1] = dl_words_weekday (dl_calendar_weekday (to->year, to->month, to->day), wording->brief);
  if (from->month == to->month)
    {
      const char *pattern;

      if (weekday)
        /* Translators: days of one month: Tuesday 21 – Saturday 25 October 2025. */
        pattern = C_ ("date range", "{weekday} {day} – {last_weekday} {last_day} {month} {year}");
      else
        /* Translators: days of one month: 21–25 October 2025. */
        pattern = C_ ("date range", "{day}–{last_day} {month} {year}");
      return dl_words_fill (pattern, "weekday", names[0], "day", day, "last_weekday", names[1], "last_day", last_day,
                            "month", dl_words_month (from->month, wording->brief), "year", year, NULL);
    }
  if (weekday)
    /* Translators: days of one year: Tuesday 28 October – Sunday 2 November 2025. */
    return dl_words_fill (C_ ("date range", "{weekday} {day} {month} – {last_weekday} {last_day} {last_month} {year}"),
                          "weekday", names[0], "day", day, "month", dl_words_month (from->month, wording->brief),
                          "last_weekday", names[1], "last_day", last_day, "last_month",
                          dl_words_month (to->month, wording->brief), "year", year, NULL);
  /* Translators: days of one year: 28 October – 2 November 2025. */
  return dl_words_fill (C_ ("date range", "{day} {month} – {last_day} {last_month} {year}"), "day", day, "month",
                        dl_words_month (from->month, wording->brief), "last_day", last_day, "last_month",
                        dl_words_month (to->month, wording->brief), "year", year, NULL);
}

static char *
dash_words (const char *from, const char *to)
{
  /* Translators: from a day to a day: 28 December 2025 – 2 January 2026. */
  return dl_words_fill (C_ ("date range", "{from} – {to}"), "from", from, "to", to, NULL);
}

/* Two plain dates of one unit, qualified alike. */
static char *
plain_range_words (const DlEdtfPoint *start, const DlEdtfPoint *end, const Wording *wording)
{
  DlCivil          from = plain_civil (start);
  DlCivil          to = plain_civil (end);
  DlUnit           unit = plain_unit (start);
  gboolean         weekday = wording->weekday && qualifier_mask (start, DL_EDTF_APPROXIMATE) == 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (memcmp (&from, &to, sizeof from) == 0)
    return dl_words_date (&from, unit, weekday, wording->brief);
  if (unit == DL_UNIT_YEAR)
    return dl_words_year_range (from.year, to.year);
  if (from.year == to.year && unit == DL_UNIT_MONTH)
    {
      first = dl_words_year_in_date (from.year);
      /* Translators: months of one year: June–August 2004. */
      return dl_words_fill (C_ ("date range", "{month}–{last_month} {year}"), "month",
                            dl_words_month (from.month, wording->brief), "last_month",
                            dl_words_month (to.month, wording->brief), "year", first, NULL);
    }
  /* Both ends have one or neither. */
  weekday = weekday && dl_calendar_has_weekday (&from);
  if (from.year == to.year)
    return day_range_words (&from, &to, weekday, wording);
  first = dl_words_date (&from, unit, weekday, wording->brief);
  last = dl_words_date (&to, unit, weekday, wording->brief);
  if (unit == DL_UNIT_DAY)
    return dash_words (first, last);
  /* Translators: from one date to another: June 2004 to August 2006. */
  return dl_words_fill (C_ ("date range", "{from} to {to}"), "from", first, "to", last, NULL);
}

static char *
time_range_words (const DlEdtfPoint *start, const DlEdtfPoint *end, const Wording *wording)
{
  DlCivil          from = told_civil (start, wording);
  DlCivil          to = told_civil (end, wording);
  g_autofree char *first = clock_words (start, &from);
  g_autofree char *last = clock_words (end, &to);
  g_autofree char *zone = zone_words (start, wording);
  g_autofree char *last_zone = zone_words (end, wording);
  gboolean         weekday = wording->weekday && dl_calendar_has_weekday (&from);
  g_autofree char *date = dl_words_date (&from, DL_UNIT_DAY, weekday, wording->brief);
  g_autofree char *last_date = dl_words_date (&to, DL_UNIT_DAY, weekday, wording->brief);
  g_autofree char *range = NULL;
  g_autofree char *whole = NULL;
  gboolean         same_zone = g_strcmp0 (zone, last_zone) == 0 && (!wording->written || start->offset == end->offset);

  if (same_zone && strcmp (date, last_date) == 0)
    {
      /* Translators: times of one day: 22:00–23:30. */
      range = dl_words_fill (C_ ("time range", "{from}–{to}"), "from", first, "to", last, NULL);
      return date_time_words (date, range, zone);
    }
  range = date_time_words (date, first, same_zone ? NULL : zone);
  whole = date_time_words (last_date, last, last_zone);
  return dash_words (range, whole);
}

static gboolean
qualified_alike (const DlEdtfPoint *a, const DlEdtfPoint *b)
{
  return a->components == b->components && memcmp (a->qualifiers, b->qualifiers, sizeof a->qualifiers) == 0;
}

/* From one date to another; for intervals and for ranges in sets. */
static char *
range_words (const DlEdtfPoint *start, const DlEdtfPoint *end, const Wording *wording)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start->time_parts > 0 && end->time_parts > 0)
    return time_range_words (start, end, wording);
  if (is_plain (start) && is_plain (end) && qualified_alike (start, end) &&
      !(start->components == 1 && (start->year < -1000000 || end->year < -1000000) &&
        qualifier_mask (start, DL_EDTF_APPROXIMATE) != 0))
    {
      from = plain_range_words (start, end, wording);
      return qualified_words (start, from);
    }
  from = point_words (start, wording);
  to = point_words (end, wording);
  return dl_words_fill (C_ ("date range", "{from} to {to}"), "from", from, "to", to, NULL);
}

static char *
interval_words (const DlEdtf *edtf, const Wording *wording)
{
  gboolean         planned = (wording->flags & DL_WORDS_PLANNED) != 0;
  g_autofree char *date = NULL;

  if (edtf->start.kind == DL_EDTF_DATE && edtf->end.kind == DL_EDTF_DATE)
    {
      date = range_words (&edtf->start, &edtf->end, wording);
      if (planned)
        /* Translators: planned for 27–29 October 2025. */
        return fill_date (C_ ("planned", "planned for {date}"), date);
      return g_steal_pointer (&date);
    }
  if (edtf->start.kind == DL_EDTF_DATE)
    {
      date = point_words (&edtf->start, wording);
      if (edtf->end.kind == DL_EDTF_NONE)
        /* Translators: it began then; when it ended is not known. */
        return fill_date (planned ? C_ ("planned", "planned from {date}, end unknown")
                                  : C_ ("unknown end", "from {date}, end unknown"),
                          date);
      /* Translators: it began then and goes on. */
      return fill_date (planned ? C_ ("planned", "planned from {date}") : C_ ("open end", "since {date}"), date);
    }
  date = point_words (&edtf->end, wording);
  if (edtf->start.kind == DL_EDTF_NONE)
    /* Translators: when it began is not known. */
    return fill_date (planned ? C_ ("planned", "start unknown, planned until {date}")
                              : C_ ("unknown start", "start unknown, until {date}"),
                      date);
  return fill_date (planned ? C_ ("planned", "planned until {date}") : C_ ("open start", "until {date}"), date);
}

/* Sets */

static char *
member_words (const DlEdtfPoint *from, const DlEdtfPoint *to, gboolean one, const Wording *wording)
{
  g_autofree char *date = NULL;

  if (from->kind == DL_EDTF_DATE && to->kind == DL_EDTF_DATE)
    return range_words (from, to, wording);
  date = point_words (from->kind == DL_EDTF_DATE ? from : to, wording);
  if (from->kind == DL_EDTF_OPEN)
    /* Translators: in a list of dates: that one and all before it. */
    return fill_date (one ? C_ ("one of", "{date} or earlier") : C_ ("all of", "{date} and earlier"), date);
  if (to->kind == DL_EDTF_OPEN)
    return fill_date (one ? C_ ("one of", "{date} or later") : C_ ("all of", "{date} and later"), date);
  return g_steal_pointer (&date);
}

/* One date, which lies between two: no interval, which would be from one to the other. */
static char *
between_words (const DlEdtfPoint *from, const DlEdtfPoint *to, const Wording *wording)
{
  guint            vague_from = qualifier_mask (from, DL_EDTF_APPROXIMATE);
  guint            vague_to = qualifier_mask (to, DL_EDTF_APPROXIMATE);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (is_plain (from) && is_plain (to) && from->components == 1 && to->components == 1 &&
      qualifier_mask (from, DL_EDTF_UNCERTAIN) == 0 && qualifier_mask (to, DL_EDTF_UNCERTAIN) == 0)
    {
      char *part = dl_words_part_of_years (from->year, to->year, vague_from != 0, vague_to != 0);

      if (part != NULL)
        return part;
    }
  first = point_words (from, wording);
  last = point_words (to, wording);
  if (strcmp (first, last) == 0)
    return g_steal_pointer (&first);
  return dl_words_fill (C_ ("unspecified", "between {from} and {to}"), "from", first, "to", last, NULL);
}

/* Whether one date is meant, and lies between two. */
static gboolean
is_between (const DlEdtf *edtf)
{
  DlEdtfPoint from;
  DlEdtfPoint to;
  gsize       at = 0;

  return edtf->form == DL_EDTF_SET_ONE && dl_edtf_next_member (edtf, &at, &from, &to) && from.kind == DL_EDTF_DATE &&
         to.kind == DL_EDTF_DATE && !dl_edtf_next_member (edtf, &at, &from, &to);
}

static char *
set_words (const DlEdtf *edtf, const Wording *wording)
{
  GString         *list = g_string_new (NULL);
  g_autofree char *members = NULL;
  g_autofree char *date = NULL;
  gboolean         one = edtf->form == DL_EDTF_SET_ONE;
  DlEdtfPoint      from;
  DlEdtfPoint      to;
  gsize            at = 0;
  guint            count = 0;

  while (dl_edtf_next_member (edtf, &at, &from, &to))
    {
      g_autofree char *member =
        is_between (edtf) ? between_words (&from, &to, wording) : member_words (&from, &to, one, wording);

      /* Translators: what separates the dates of a list. */
      if (count++ > 0)
        g_string_append (list, C_ ("list of dates", ", "));
      g_string_append (list, member);
    }
  members = g_string_free (list, FALSE);
  if (one && count > 1)
    /* Translators: the date is one of these, which one is not known. */
    date = dl_words_fill (C_ ("one of", "one of: {dates}"), "dates", members, NULL);
  else
    date = g_steal_pointer (&members);
  if ((wording->flags & DL_WORDS_PLANNED) != 0)
    return fill_date (C_ ("planned", "planned for {date}"), date);
  return g_steal_pointer (&date);
}

char *
dl_words_from_edtf (const char *edtf, DlWordsFlags flags, const DlZone *zone)
{
  Wording          wording = { flags, (flags & DL_WORDS_SHORT) != 0, (flags & DL_WORDS_WEEKDAY) != 0,
                               (flags & DL_WORDS_AS_WRITTEN) != 0, zone };
  DlEdtf           tree;
  DlDate           date;
  g_autofree char *words = NULL;

  g_return_val_if_fail (edtf != NULL, NULL);

  if (!dl_date_parse (edtf, -1, &date, NULL) || !dl_edtf_parse (edtf, strlen (edtf), &tree, NULL))
    return g_strdup (edtf);
  if (tree.form == DL_EDTF_INTERVAL)
    return interval_words (&tree, &wording);
  if (tree.form != DL_EDTF_SINGLE)
    return set_words (&tree, &wording);
  words = single_words (&tree.start, &wording);
  if ((flags & DL_WORDS_PLANNED) != 0)
    return fill_date (C_ ("planned", "planned for {date}"), words);
  return g_steal_pointer (&words);
}
