/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-words-parts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-years-part.h"

static const char *const season_names[] = {
  NC_ ("season", "spring"),
  NC_ ("season", "summer"),
  NC_ ("season", "autumn"),
  NC_ ("season", "winter"),
};

/* Northern and southern, where the date names the hemisphere. */
static const char *const hemisphere_names[] = {
  NC_ ("season", "northern spring"), NC_ ("season", "northern summer"), NC_ ("season", "northern autumn"),
  NC_ ("season", "northern winter"), NC_ ("season", "southern spring"), NC_ ("season", "southern summer"),
  NC_ ("season", "southern autumn"), NC_ ("season", "southern winter"),
};

static const char *const part_names[] = {
  NC_ ("part of a year", "the first quarter"), NC_ ("part of a year", "the second quarter"),
  NC_ ("part of a year", "the third quarter"), NC_ ("part of a year", "the fourth quarter"),
  NC_ ("part of a year", "the first third"),   NC_ ("part of a year", "the second third"),
  NC_ ("part of a year", "the last third"),    NC_ ("part of a year", "the first half"),
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

  return has_unspecified (point, component) &&
         memcmp (point->digits + at[component], "XXXX", component == DL_EDTF_YEAR ? 4 : 2) == 0;
}

char *
dl_words_year_range (gint64 first, gint64 last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (first == last)
    return dl_words_year (first);
  if (last <= 0 && first > -1000000)
    {
      from = dl_words_years (1 - first);
      to = dl_words_years (1 - last);
      /* Translators: years before Christ: 60–44 BC. */
      return dl_words_fill (C_ ("year range", "{from}–{to} BC"), "from", from, "to", to, NULL);
    }
  if (first >= 100)
    {
      /* "171 million" and "171,999,999" do not go together. */
      from = last <= 9999 ? dl_words_year_in_date (first) : dl_words_years (first);
      to = last <= 9999 ? dl_words_year_in_date (last) : dl_words_years (last);
      /* Translators: years: 2004–2006; {from}~{to}年 in Japanese. */
      return dl_words_fill (C_ ("year range", "{from}–{to}"), "from", from, "to", to, NULL);
    }
  from = dl_words_year (first);
  to = dl_words_year (last);
  /* Translators: years that are written differently: 44 BC to AD 14. */
  return dl_words_fill (C_ ("year range", "{from} to {to}"), "from", from, "to", to, NULL);
}

/* The century whose years have only their last two digits hidden, else NULL. Before Christ the
 * digits that they have in common are one less than people count. */
static char *
century_words (gint64 first, gint64 last)
{
  if (last - first != 99 || (first < 0 ? last >= 0 || last % 100 != 0 : first % 100 != 0))
    return NULL;
  return dl_words_century ((int) (first < 0 ? -last / 100 : first / 100) + 1, first < 0);
}

/* The years of a year with X digits; not for XXXX. */
static char *
loose_year_words (const DlEdtfPoint *point)
{
  g_autofree char *range = NULL;
  gint64           first;
  gint64           last;

  dl_edtf_point_years (point, &first, &last);
  range = century_words (first, last);
  if (range != NULL)
    /* Translators: {century} is “7th century BC”, within a sentence. */
    return dl_words_fill (C_ ("century", "the {century}"), "century", range, NULL);
  /* Read as words, "the 1500s" is the century, so its first decade needs its years named. */
  if (first >= 100 && last - first == 9 && first % 10 == 0 && first % 100 != 0)
    {
      range = g_strdup_printf ("%d", (int) first);
      /* Translators: a decade: the 1560s; {year}年代 in Japanese. */
      return dl_words_fill (C_ ("decade", "the {year}s"), "year", range, NULL);
    }
  range = dl_words_year_range (first, last);
  /* Translators: {range} is 1000–1999 or 60–51 BC: one of these years. */
  return dl_words_fill (C_ ("unspecified", "the years {range}"), "range", range, NULL);
}

char *
dl_words_lone_century (const DlEdtfPoint *point)
{
  gint64 first;
  gint64 last;

  if (point->components != 1 || point->unspecified != 1 << DL_EDTF_YEAR || is_all_x (point, DL_EDTF_YEAR))
    return NULL;
  dl_edtf_point_years (point, &first, &last);
  return century_words (first, last);
}

char *
dl_words_significant (const DlEdtfPoint *point)
{
  g_autofree char *year = dl_words_year (point->year);
  g_autofree char *range = NULL;
  gint64           first;
  gint64           last;

  dl_edtf_point_years (point, &first, &last);
  if (first == last)
    return g_steal_pointer (&year);
  range = dl_words_year_range (first, last);
  /* Translators: an estimated year, and the years within which it lies: about 1950 (within 1900–1999). */
  return dl_words_fill (C_ ("estimated year", "about {year} (within {range})"), "year", year, "range", range, NULL);
}

/* "between … and …" for month or day digits that no unit fits. */
static char *
hull_words (const DlEdtfPoint *point, gboolean brief)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *year = NULL;
  DlCivil          first;
  DlCivil          after;
  DlUnit           finest = point->components == 2 ? DL_UNIT_MONTH : DL_UNIT_DAY;

  if (!dl_edtf_point_hull (point, &first, &after))
    return g_strdup ("");
  after = dl_calendar_add (&after, DL_UNIT_DAY, -1);
  year = dl_words_year_in_date (first.year);
  if (finest == DL_UNIT_MONTH && first.year == after.year && first.month < after.month)
    /* Translators: a month within: between October and December 2025. */
    return dl_words_fill (C_ ("unspecified", "between {month} and {last_month} {year}"), "month",
                          dl_words_month (first.month, brief), "last_month", dl_words_month (after.month, brief),
                          "year", year, NULL);
  if (finest == DL_UNIT_DAY && first.year == after.year && first.month == after.month && first.day < after.day)
    {
      from = g_strdup_printf ("%d", first.day);
      to = g_strdup_printf ("%d", after.day);
      /* Translators: a day within: between 20 and 29 October 2025. */
      return dl_words_fill (C_ ("unspecified", "between {day} and {last_day} {month} {year}"), "day", from, "last_day",
                            to, "month", dl_words_month (first.month, brief), "year", year, NULL);
    }
  from = dl_words_date (&first, finest, FALSE, brief);
  to = dl_words_date (&after, finest, FALSE, brief);
  /* The digits leave one day or month only. */
  if (strcmp (from, to) == 0)
    return g_steal_pointer (&from);
  /* Translators: some time within: between 2 January 2025 and 20 December 2025. */
  return dl_words_fill (C_ ("unspecified", "between {from} and {to}"), "from", from, "to", to, NULL);
}

/* A month or day known where the year is not, or the other way round. */
char *
dl_words_unspecified (const DlEdtfPoint *point, gboolean brief)
{
  g_autofree char *years = NULL;
  g_autofree char *day = g_strdup_printf ("%d", point->day);
  const char      *month = point->month > 0 ? dl_words_month (point->month, brief) : "";
  gboolean         day_x = is_all_x (point, DL_EDTF_DAY);
  gboolean         month_x = is_all_x (point, DL_EDTF_MONTH);
  gboolean         year_x = is_all_x (point, DL_EDTF_YEAR);

  if ((has_unspecified (point, DL_EDTF_MONTH) && !month_x) || (has_unspecified (point, DL_EDTF_DAY) && !day_x))
    return hull_words (point, brief);

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
      /* Translators: a day in December of a year in the 16th century. */
      return dl_words_fill (C_ ("unspecified", "a day in {month} of a year in {years}"), "month", month, "years", years,
                            NULL);
    }
  if (year_x)
    return dl_words_fill (C_ ("unspecified", "{day} {month} of an unknown year"), "day", day, "month", month, NULL);
  /* Translators: 25 December of a year in the 1560s. */
  return dl_words_fill (C_ ("unspecified", "{day} {month} of a year in {years}"), "day", day, "month", month, "years",
                        years, NULL);
}

char *
dl_words_season (const DlEdtfPoint *point)
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
      return dl_words_fill (C_ ("season", "{season} {year}–{next}"), "season", season, "year", year, "next", next,
                            NULL);
    }
  /* Translators: spring 2026. */
  return dl_words_fill (C_ ("season", "{season} {year}"), "season", season, "year", year, NULL);
}
