/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "time/dl-date.h"
#include "time/dl-edtf.h"
#include "time/dl-words-parts.h"

typedef struct
{
  DlWordsFlags  flags;
  gboolean      brief;
  gboolean      weekday;
  const DlZone *place;
} Wording;

static const char *const season_names[] = {
  NC_ ("season", "spring"),
  NC_ ("season", "summer"),
  NC_ ("season", "autumn"),
  NC_ ("season", "winter"),
};

/* Northern and southern, where the date names the hemisphere. */
static const char *const hemisphere_names[] = {
  NC_ ("season", "northern spring"),
  NC_ ("season", "northern summer"),
  NC_ ("season", "northern autumn"),
  NC_ ("season", "northern winter"),
  NC_ ("season", "southern spring"),
  NC_ ("season", "southern summer"),
  NC_ ("season", "southern autumn"),
  NC_ ("season", "southern winter"),
};

static const char *const part_names[] = {
  NC_ ("part of a year", "the first quarter"),
  NC_ ("part of a year", "the second quarter"),
  NC_ ("part of a year", "the third quarter"),
  NC_ ("part of a year", "the fourth quarter"),
  NC_ ("part of a year", "the first third"),
  NC_ ("part of a year", "the second third"),
  NC_ ("part of a year", "the last third"),
  NC_ ("part of a year", "the first half"),
  NC_ ("part of a year", "the second half"),
};

static gboolean
has_unspecified (const DlEdtfPoint *point, int component)
{
  return (point->unspecified & 1 << component) != 0;
}

static gboolean
is_all_x (const DlEdtfPoint *point, int component)
{
  static const int at[] = { 0, 4, 6 };

  return has_unspecified (point, component) && memcmp (point->digits + at[component], "XXXX", component == DL_EDTF_YEAR ? 4 : 2) == 0;
}

/* A date that has a plain unit: a day, a month or a year, nothing hidden. */
static gboolean
is_plain (const DlEdtfPoint *point)
{
  return point->kind == DL_EDTF_DATE && point->unspecified == 0 && point->significant == 0 &&
         point->season == 0 && point->time_parts == 0;
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

/* Years: ranges and X digits */

static char *
year_range_words (gint64 first, gint64 last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (first == last)
    return dl_words_year (first);
  if (last <= 0 && first > -1000000)
    {
      from = dl_words_number (1 - first);
      to = dl_words_number (1 - last);
      /* Translators: years before Christ: 60–44 BC. */
      return dl_words_fill (C_ ("year range", "{from}–{to} BC"), "from", from, "to", to, NULL);
    }
  if (first >= 100)
    {
      from = dl_words_year_in_date (first);
      to = dl_words_year_in_date (last);
      /* Translators: years: 2004–2006; {from}~{to}年 in Japanese. */
      return dl_words_fill (C_ ("year range", "{from}–{to}"), "from", from, "to", to, NULL);
    }
  from = dl_words_year (first);
  to = dl_words_year (last);
  /* Translators: years that are written differently: 44 BC to AD 14. */
  return dl_words_fill (C_ ("year range", "{from} to {to}"), "from", from, "to", to, NULL);
}

/* The years of a year with X digits; not for XXXX. */
static char *
loose_year_words (const DlEdtfPoint *point)
{
  g_autofree char *year = NULL;
  g_autofree char *range = NULL;
  gint64           first;
  gint64           last;

  dl_edtf_point_years (point, &first, &last);
  /* "the 1500s" is the century, so its first decade needs its years named. */
  if (first >= 100 &&
      ((last - first == 9 && first % 10 == 0 && first % 100 != 0) ||
       (last - first == 99 && first % 100 == 0 && first % 1000 != 0)))
    {
      year = g_strdup_printf ("%d", (int) first);
      if (last - first == 9)
        /* Translators: a decade: the 1560s; {year}年代 in Japanese. */
        return dl_words_fill (C_ ("decade", "the {year}s"), "year", year, NULL);
      /* Translators: a century by its years: the 1500s are 1500 to 1599. */
      return dl_words_fill (C_ ("century", "the {year}s"), "year", year, NULL);
    }
  range = year_range_words (first, last);
  /* Translators: {range} is 1000–1999 or 60–51 BC: one of these years. */
  return dl_words_fill (C_ ("unspecified", "the years {range}"), "range", range, NULL);
}

static char *
significant_words (const DlEdtfPoint *point)
{
  g_autofree char *year = dl_words_year (point->year);
  g_autofree char *range = NULL;
  gint64           first;
  gint64           last;

  dl_edtf_point_years (point, &first, &last);
  if (first == last)
    return g_steal_pointer (&year);
  range = year_range_words (first, last);
  /* Translators: an estimated year, and the years within which it lies: about 1950 (within 1900–1999). */
  return dl_words_fill (C_ ("estimated year", "about {year} (within {range})"), "year", year, "range", range, NULL);
}

/* "between … and …" for digits that no unit fits. */
static char *
hull_words (const DlEdtfPoint *point, const Wording *wording)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  DlCivil          first;
  DlCivil          after;

  if (!dl_edtf_point_hull (point, &first, &after))
    return g_strdup ("");
  after = dl_calendar_add (&after, DL_UNIT_DAY, -1);
  from = dl_words_date (&first, plain_unit (point), FALSE, wording->brief);
  to = dl_words_date (&after, plain_unit (point), FALSE, wording->brief);
  /* Translators: some time within: between 20 October 2025 and 29 October 2025. */
  return dl_words_fill (C_ ("unspecified", "between {from} and {to}"), "from", from, "to", to, NULL);
}

/* A month or day known where the year is not, or the other way round. */
static char *
unspecified_words (const DlEdtfPoint *point, const Wording *wording)
{
  g_autofree char *years = NULL;
  g_autofree char *day = g_strdup_printf ("%d", point->day);
  const char      *month = point->month > 0 ? dl_words_month (point->month, wording->brief) : "";
  gboolean         day_x = is_all_x (point, DL_EDTF_DAY);
  gboolean         month_x = is_all_x (point, DL_EDTF_MONTH);
  gboolean         year_x = is_all_x (point, DL_EDTF_YEAR);

  if ((has_unspecified (point, DL_EDTF_MONTH) && !month_x) || (has_unspecified (point, DL_EDTF_DAY) && !day_x))
    return hull_words (point, wording);

  if (has_unspecified (point, DL_EDTF_YEAR) && !year_x)
    years = loose_year_words (point);
  else if (!year_x)
    years = dl_words_year (point->year);

  if (point->components == 1)
    return year_x ? g_strdup (C_ ("unspecified", "an unknown year")) : g_steal_pointer (&years);
  if (month_x && point->components == 2)
    {
      if (year_x)
        return g_strdup (C_ ("unspecified", "a month of an unknown year"));
      /* Translators: {years} is a year or some years: 2025, the 1560s. */
      return dl_words_fill (C_ ("unspecified", "a month of {years}"), "years", years, NULL);
    }
  if (month_x && day_x)
    {
      if (year_x)
        return g_strdup (C_ ("unspecified", "a day of an unknown year"));
      /* Translators: {years} is a year or some years: 2025, the 1560s. */
      return dl_words_fill (C_ ("unspecified", "a day in {years}"), "years", years, NULL);
    }
  if (month_x)
    {
      if (year_x)
        return dl_words_fill (C_ ("unspecified", "day {day} of a month of an unknown year"), "day", day, NULL);
      /* Translators: day 25 of a month of 2025. */
      return dl_words_fill (C_ ("unspecified", "day {day} of a month of {years}"), "day", day, "years", years, NULL);
    }
  if (!has_unspecified (point, DL_EDTF_YEAR))
    {
      g_autofree char *year = dl_words_year_in_date (point->year);

      /* Translators: a day in October 2025. */
      return dl_words_fill (C_ ("unspecified", "a day in {month} {year}"), "month", month, "year", year, NULL);
    }
  if (point->components == 2)
    {
      if (year_x)
        return dl_words_fill (C_ ("unspecified", "{month} of an unknown year"), "month", month, NULL);
      /* Translators: December of a year in the 1560s. */
      return dl_words_fill (C_ ("unspecified", "{month} of a year in {years}"), "month", month, "years", years, NULL);
    }
  if (day_x)
    {
      if (year_x)
        return dl_words_fill (C_ ("unspecified", "a day in {month} of an unknown year"), "month", month, NULL);
      /* Translators: a day in December of a year in the 1500s. */
      return dl_words_fill (C_ ("unspecified", "a day in {month} of a year in {years}"), "month", month, "years", years, NULL);
    }
  if (year_x)
    return dl_words_fill (C_ ("unspecified", "{day} {month} of an unknown year"), "day", day, "month", month, NULL);
  /* Translators: 25 December of a year in the 1560s. */
  return dl_words_fill (C_ ("unspecified", "{day} {month} of a year in {years}"),
                        "day", day, "month", month, "years", years, NULL);
}

static char *
season_words (const DlEdtfPoint *point)
{
  g_autofree char *year = NULL;
  g_autofree char *next = NULL;
  const char      *season;
  DlCivil          first;
  DlCivil          after;

  if (point->season >= 33)
    season = g_dpgettext2 (NULL, "part of a year", part_names[point->season - 33]);
  else if (point->season >= 25)
    season = g_dpgettext2 (NULL, "season", hemisphere_names[point->season - 25]);
  else
    season = g_dpgettext2 (NULL, "season", season_names[point->season - 21]);

  if (is_all_x (point, DL_EDTF_YEAR))
    return dl_words_fill (C_ ("unspecified", "{season} of an unknown year"), "season", season, NULL);
  if (has_unspecified (point, DL_EDTF_YEAR))
    {
      year = loose_year_words (point);
      /* Translators: spring of a year in the 1560s. */
      return dl_words_fill (C_ ("unspecified", "{season} of a year in {years}"), "season", season, "years", year, NULL);
    }

  year = dl_words_year_in_date (point->year);
  if (point->season >= 33)
    /* Translators: the first quarter of 2025. */
    return dl_words_fill (C_ ("part of a year", "{part} of {year}"), "part", season, "year", year, NULL);
  dl_edtf_point_hull (point, &first, &after);
  if (after.year > point->year)
    {
      next = dl_words_year_in_date (point->year + 1);
      /* Translators: a season that runs into the next year: winter 2025–2026. */
      return dl_words_fill (C_ ("season", "{season} {year}–{next}"), "season", season, "year", year, "next", next, NULL);
    }
  /* Translators: spring 2026. */
  return dl_words_fill (C_ ("season", "{season} {year}"), "season", season, "year", year, NULL);
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
  if (point->zone != DL_EDTF_FLOATING && wording->place != NULL)
    {
      civil.second = MIN (civil.second, 59);
      civil = dl_zone_to_civil (wording->place, dl_instant_add (dl_calendar_to_instant (&civil), -point->offset));
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

/* The zone that a date-time is told in; NULL where it floats. */
static char *
zone_words (const DlEdtfPoint *point, const Wording *wording)
{
  DlCivil     civil;
  DlInstant   instant;
  const char *abbreviation;

  if (point->zone == DL_EDTF_FLOATING || (wording->flags & DL_WORDS_ZONE) == 0)
    return NULL;
  if (wording->place == NULL)
    return offset_words (point->offset);
  civil = plain_civil (point);
  civil.hour = (gint8) point->hour;
  civil.minute = (gint8) point->minute;
  instant = dl_instant_add (dl_calendar_to_instant (&civil), -point->offset);
  abbreviation = dl_zone_abbreviation_at (wording->place, instant);
  /* Many zones have no letters, and "+08" alone says little. */
  if (g_ascii_isalpha (abbreviation[0]))
    return g_strdup (abbreviation);
  return offset_words (dl_zone_offset_at (wording->place, instant));
}

static char *
clock_words (const DlEdtfPoint *point, const DlCivil *civil)
{
  static const DlUnit units[] = { DL_UNIT_DAY, DL_UNIT_HOUR, DL_UNIT_MINUTE, DL_UNIT_SECOND };
  g_autofree char    *clock = NULL;
  g_autofree char    *fraction = NULL;

  /* An hour's start may fall within an hour elsewhere (India). */
  clock = dl_words_clock (civil->hour, civil->minute, civil->second, civil->minute > 0 ? MIN (units[point->time_parts], DL_UNIT_MINUTE) : units[point->time_parts]);
  if (point->fraction_digits == 0)
    return g_steal_pointer (&clock);
  fraction = g_strdup_printf ("%09d", point->nanos);
  fraction[point->fraction_digits] = '\0';
  return g_strconcat (clock, C_ ("decimal separator", "."), fraction, NULL);
}

static char *
date_time_words (const char *date, const char *time, const char *zone)
{
  if (zone != NULL)
    /* Translators: a day, a time of day and its zone: 25 October 2025, 22:00 (UTC+8). */
    return dl_words_fill (C_ ("date and time", "{date}, {time} ({zone})"), "date", date, "time", time, "zone", zone, NULL);
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

static char *
uncertain_words (guint mask, guint all, const char *date)
{
  if (mask == 0)
    return g_strdup (date);
  if (mask != all && mask == 1u << DL_EDTF_YEAR)
    return fill_date (C_ ("uncertain", "{date} (year uncertain)"), date);
  if (mask != all && mask == 1u << DL_EDTF_MONTH)
    return fill_date (C_ ("uncertain", "{date} (month uncertain)"), date);
  if (mask != all && mask == 1u << DL_EDTF_DAY)
    return fill_date (C_ ("uncertain", "{date} (day uncertain)"), date);
  if (mask != all && mask == (1u << DL_EDTF_YEAR | 1u << DL_EDTF_MONTH))
    return fill_date (C_ ("uncertain", "{date} (year and month uncertain)"), date);
  /* Translators: the source itself is in doubt about the date. */
  return fill_date (C_ ("uncertain", "{date} (uncertain)"), date);
}

static char *
approximate_words (guint mask, guint all, const char *date)
{
  if (mask == 0)
    return g_strdup (date);
  if (mask != all && mask == 1u << DL_EDTF_YEAR)
    return fill_date (C_ ("approximate", "{date} (year approximate)"), date);
  if (mask != all && mask == 1u << DL_EDTF_MONTH)
    return fill_date (C_ ("approximate", "{date} (month approximate)"), date);
  if (mask != all && mask == (1u << DL_EDTF_YEAR | 1u << DL_EDTF_MONTH))
    return fill_date (C_ ("approximate", "{date} (year and month approximate)"), date);
  /* Translators: around October 2025. */
  return fill_date (C_ ("approximate", "around {date}"), date);
}

static char *
qualified_words (const DlEdtfPoint *point, const char *date)
{
  guint            all = (1u << point->components) - 1;
  g_autofree char *approximate = approximate_words (qualifier_mask (point, DL_EDTF_APPROXIMATE), all, date);

  return uncertain_words (qualifier_mask (point, DL_EDTF_UNCERTAIN), all, approximate);
}

/* One date */

static char *
unqualified_words (const DlEdtfPoint *point, const Wording *wording)
{
  DlCivil civil;

  if (point->time_parts > 0)
    return time_words (point, wording);
  if (point->season != 0)
    return season_words (point);
  if (point->significant > 0)
    return significant_words (point);
  if (point->unspecified != 0)
    return unspecified_words (point, wording);
  civil = plain_civil (point);
  /* A weekday says more than is known where the day is approximate. */
  return dl_words_date (&civil, plain_unit (point), wording->weekday && qualifier_mask (point, DL_EDTF_APPROXIMATE) == 0, wording->brief);
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
      return dl_words_fill (pattern,
                            "weekday", names[0],
                            "day", day,
                            "last_weekday", names[1],
                            "last_day", last_day,
                            "month", dl_words_month (from->month, wording->brief),
                            "year", year,
                            NULL);
    }
  if (weekday)
    /* Translators: days of one year: Tuesday 28 October – Sunday 2 November 2025. */
    return dl_words_fill (C_ ("date range", "{weekday} {day} {month} – {last_weekday} {last_day} {last_month} {year}"),
                          "weekday", names[0],
                          "day", day,
                          "month", dl_words_month (from->month, wording->brief),
                          "last_weekday", names[1],
                          "last_day", last_day,
                          "last_month", dl_words_month (to->month, wording->brief),
                          "year", year,
                          NULL);
  /* Translators: days of one year: 28 October – 2 November 2025. */
  return dl_words_fill (C_ ("date range", "{day} {month} – {last_day} {last_month} {year}"),
                        "day", day,
                        "month", dl_words_month (from->month, wording->brief),
                        "last_day", last_day,
                        "last_month", dl_words_month (to->month, wording->brief),
                        "year", year,
                        NULL);
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
    return year_range_words (from.year, to.year);
  if (from.year == to.year && unit == DL_UNIT_MONTH)
    {
      first = dl_words_year_in_date (from.year);
      /* Translators: months of one year: June–August 2004. */
      return dl_words_fill (C_ ("date range", "{month}–{last_month} {year}"),
                            "month", dl_words_month (from.month, wording->brief),
                            "last_month", dl_words_month (to.month, wording->brief),
                            "year", first,
                            NULL);
    }
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
  g_autofree char *date = dl_words_date (&from, DL_UNIT_DAY, wording->weekday, wording->brief);
  g_autofree char *last_date = dl_words_date (&to, DL_UNIT_DAY, wording->weekday, wording->brief);
  g_autofree char *range = NULL;
  g_autofree char *whole = NULL;
  gboolean         same_zone = g_strcmp0 (zone, last_zone) == 0 && (wording->place != NULL || start->offset == end->offset);

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
      !(start->components == 1 && (start->year < -1000000 || end->year < -1000000) && qualifier_mask (start, DL_EDTF_APPROXIMATE) != 0))
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
        return fill_date (planned ? C_ ("planned", "planned from {date}, end unknown") : C_ ("unknown end", "from {date}, end unknown"), date);
      /* Translators: it began then and goes on. */
      return fill_date (planned ? C_ ("planned", "planned from {date}") : C_ ("open end", "since {date}"), date);
    }
  date = point_words (&edtf->end, wording);
  if (edtf->start.kind == DL_EDTF_NONE)
    /* Translators: when it began is not known. */
    return fill_date (planned ? C_ ("planned", "start unknown, planned until {date}") : C_ ("unknown start", "start unknown, until {date}"), date);
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
      g_autofree char *member = member_words (&from, &to, one, wording);

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
dl_words_from_edtf (const char *edtf, DlWordsFlags flags, const DlZone *place)
{
  Wording          wording = { flags, (flags & DL_WORDS_SHORT) != 0, (flags & DL_WORDS_WEEKDAY) != 0, place };
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
  words = point_words (&tree.start, &wording);
  if ((flags & DL_WORDS_PLANNED) != 0)
    return fill_date (C_ ("planned", "planned for {date}"), words);
  return g_steal_pointer (&words);
}
