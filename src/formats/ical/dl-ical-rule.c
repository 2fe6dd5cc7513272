/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-rule.h"

#include <stdio.h>
#include <string.h>

#include "time/dl-calendar.h"

/* So many steps in a row may lead to no time: a 29 February is eight years from the
 * last, a Friday the 29 February forty. */
#define MAX_EMPTY_STEPS 4000
#define MAX_STEPS 2000000
#define MAX_INTERVAL 100000
/* Nor is any time further from the first. */
#define MAX_SECONDS ((gint64) (5000 * DL_YEAR_SECONDS))
#define MAX_NUMBERS 400

typedef enum
{
  EACH_SECOND,
  EACH_MINUTE,
  EACH_HOUR,
  EACH_DAY,
  EACH_WEEK,
  EACH_MONTH,
  EACH_YEAR,
} Frequency;

static const char *const frequencies[] = { "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

typedef struct
{
  int which; /* 0: all of them, -1: the last */
  int weekday;
} ByDay;

struct _DlIcalRule
{
  Frequency frequency;
  gint64    interval;
  guint     count; /* 0: not told */
  gboolean  has_until;
  gboolean  until_utc;
  gint64    until;
  int       week_start;
  GArray   *by_day; /* of ByDay */
  GArray   *by_month;
  GArray   *by_month_day;
  GArray   *by_year_day;
  GArray   *by_week;
  GArray   *by_position;
  GArray   *by_hour;
  GArray   *by_minute;
  GArray   *by_second;
};

void
dl_ical_rule_free (DlIcalRule *rule)
{
  GArray *lists[] = { rule->by_day,  rule->by_month,    rule->by_month_day, rule->by_year_day, rule->by_week,
                      rule->by_hour, rule->by_position, rule->by_minute,    rule->by_second };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (lists[i]);
  g_free (rule);
}

static int
find_weekday (const char *text)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (weekdays); i++)
    if (g_ascii_strcasecmp (text, weekdays[i]) == 0)
      return i;
  return -1;
}

/* Numbers from @low to @high, and where these may be negative also from the end. */
static gboolean
parse_numbers (const char *text, int low, int high, gboolean negative, GArray *numbers)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MAX_NUMBERS);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *digits = g_strstrip (parts[i]);
      gint64      number;
      int         own;

      if (*digits == '+')
        digits++;
      if (!g_ascii_string_to_signed (digits, 10, negative ? -high : low, high, &number, NULL) ||
          (number == 0 && low > 0))
        return FALSE;
      own = (int) number;
      g_array_append_val (numbers, own);
    }
  return numbers->len > 0;
}

static gboolean
parse_days (const char *text, GArray *days)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MAX_NUMBERS);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end;
      ByDay day;

      g_strstrip (parts[i]);
      day.which = (int) CLAMP (g_ascii_strtoll (parts[i], &end, 10), -999, 999);
      day.weekday = find_weekday (end);
      if (day.weekday < 0 || ABS (day.which) > 53)
        return FALSE;
      g_array_append_val (days, day);
    }
  return days->len > 0;
}

/* "20251231", "20251231T235959" or that with a "Z". */
static gboolean
parse_until (DlIcalRule *rule, const char *text)
{
  DlCivil civil = { 0, 1, 1, 23, 59, 59 };
  int     year, month, day, hour, minute, second;
  int     n = sscanf (text, "%4d%2d%2dT%2d%2d%2d", &year, &month, &day, &hour, &minute, &second);

  if ((n != 3 && n != 6) || month < 1 || month > 12 || day < 1 || day > dl_calendar_days_in_month (year, month))
    return FALSE;
  civil.year = year;
  civil.month = (gint8) month;
  civil.day = (gint8) day;
  if (n == 6)
    {
      civil.hour = (gint8) CLAMP (hour, 0, 23);
      civil.minute = (gint8) CLAMP (minute, 0, 59);
      civil.second = (gint8) CLAMP (second, 0, 59);
    }
  rule->has_until = TRUE;
  rule->until_utc = n == 6 && strchr (text, 'Z') != NULL;
  rule->until = dl_calendar_to_instant (&civil).seconds;
  return TRUE;
}

static gboolean
parse_frequency (DlIcalRule *rule, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_ascii_strcasecmp (value, frequencies[i]) == 0)
      {
        rule->frequency = (Frequency) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_part (DlIcalRule *rule, const char *name, const char *value)
{
  struct
  {
    const char *name;
    int         low;
    int         high;
    gboolean    negative;
    GArray     *list;
  } lists[] = {
    { "BYMONTH", 1, 12, FALSE, rule->by_month },      { "BYMONTHDAY", 1, 31, TRUE, rule->by_month_day },
    { "BYYEARDAY", 1, 366, TRUE, rule->by_year_day }, { "BYWEEKNO", 1, 53, TRUE, rule->by_week },
    { "BYSETPOS", 1, 366, TRUE, rule->by_position },  { "BYHOUR", 0, 23, FALSE, rule->by_hour },
    { "BYMINUTE", 0, 59, FALSE, rule->by_minute },    { "BYSECOND", 0, 59, FALSE, rule->by_second },
  };
  guint64 number;

  if (g_ascii_strcasecmp (name, "FREQ") == 0)
    return parse_frequency (rule, value);
  if (g_ascii_strcasecmp (name, "UNTIL") == 0)
    return parse_until (rule, value);
  if (g_ascii_strcasecmp (name, "BYDAY") == 0)
    return parse_days (value, rule->by_day);
  if (g_ascii_strcasecmp (name, "WKST") == 0)
    {
      rule->week_start = find_weekday (value);
      return rule->week_start >= 0;
    }
  if (g_ascii_strcasecmp (name, "INTERVAL") == 0 || g_ascii_strcasecmp (name, "COUNT") == 0)
    {
      if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32, &number, NULL))
        return FALSE;
      if (g_ascii_toupper (*name) == 'C')
        rule->count = (guint) number;
      else
        rule->interval = (gint64) MIN (number, MAX_INTERVAL);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_ascii_strcasecmp (name, lists[i].name) == 0)
      return parse_numbers (value, lists[i].low, lists[i].high, lists[i].negative, lists[i].list);
  /* Parts of a program's own change nothing. */
  return g_ascii_strncasecmp (name, "X-", 2) == 0;
}

DlIcalRule *
dl_ical_rule_new (const char *text)
{
  g_autoptr (DlIcalRule) rule = g_new0 (DlIcalRule, 1);
  g_auto (GStrv)         parts = g_strsplit (text, ";", -1);
  gboolean               has_frequency = FALSE;

  rule->interval = 1;
  rule->by_day = g_array_new (FALSE, FALSE, sizeof (ByDay));
  rule->by_month = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_month_day = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_year_day = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_week = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_position = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_hour = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_minute = g_array_new (FALSE, FALSE, sizeof (int));
  rule->by_second = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (g_strstrip (parts[i]), '=');

      if (*parts[i] == '\0')
        continue;
      if (value == NULL)
        return NULL;
      *value++ = '\0';
      if (!parse_part (rule, parts[i], value))
        return NULL;
      has_frequency |= g_ascii_strcasecmp (parts[i], "FREQ") == 0;
    }
  return has_frequency ? g_steal_pointer (&rule) : NULL;
}

gboolean
dl_ical_rule_is_finite (const DlIcalRule *rule)
{
  return rule->count > 0 || rule->has_until;
}

gboolean
dl_ical_rule_get_until (const DlIcalRule *rule, gint64 *local, gboolean *utc)
{
  *local = rule->until;
  *utc = rule->until_utc;
  return rule->has_until;
}

void
dl_ical_rule_set_until (DlIcalRule *rule, gint64 local)
{
  rule->until = local;
  rule->until_utc = FALSE;
}

/* What a step is about: a day, and the years, months and days that are allowed. */

static gint64
floor_div (gint64 a, gint64 b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static DlCivil
civil_of_day (gint64 day)
{
  return dl_calendar_from_instant (DL_INSTANT (day * DL_DAY_SECONDS));
}

static int
weekday_of_day (gint64 day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) (day + 3 - floor_div (day + 3, 7) * 7);
}

static gboolean
has_number (const GArray *list, int number, int from_end)
{
  for (guint i = 0; i < list->len; i++)
    {
      int own = g_array_index (list, int, i);

      if (own == number || (own < 0 && own == from_end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_weekday (const DlIcalRule *rule, gint64 day)
{
  for (guint i = 0; i < rule->by_day->len; i++)
    if (g_array_index (rule->by_day, ByDay, i).weekday == weekday_of_day (day))
      return TRUE;
  return FALSE;
}

/* Whether @day is one of BYDAY, counted within [@first, @after). */
static gboolean
has_counted_day (const DlIcalRule *rule, gint64 day, gint64 first, gint64 after)
{
  for (guint i = 0; i < rule->by_day->len; i++)
    {
      ByDay by = g_array_index (rule->by_day, ByDay, i);

      if (by.weekday == weekday_of_day (day) && (by.which == 0 || by.which == 1 + (int) ((day - first) / 7) ||
                                                 by.which == -1 - (int) ((after - 1 - day) / 7)))
        return TRUE;
    }
  return FALSE;
}

/* The week of the year, and of the year of that week the last one, as ISO 8601 counts
 * them but for the first day of the week. */
static void
get_week (const DlIcalRule *rule, gint64 day, gint64 year, int *week, int *from_end)
{
  gint64 starts[3];
  int    own = 0;

  for (int i = 0; i < 3; i++)
    {
      gint64 fourth = dl_calendar_days (year - 1 + i, 1, 4);

      starts[i] = fourth - (weekday_of_day (fourth) - rule->week_start + 7) % 7;
    }
  if (day >= starts[1])
    own = 1;
  /* A day of a week that belongs to another year is none of this one. */
  if (own == 0 || day >= starts[2])
    {
      *week = 0;
      *from_end = 0;
      return;
    }
  *week = 1 + (int) ((day - starts[1]) / 7);
  *from_end = -1 - (int) ((starts[2] - 1 - day) / 7);
}

/* What narrows the days of any step. */
static gboolean
is_day_allowed (const DlIcalRule *rule, gint64 day)
{
  DlCivil civil = civil_of_day (day);
  int     in_month = dl_calendar_days_in_month (civil.year, civil.month);
  gint64  first_of_year = dl_calendar_days (civil.year, 1, 1);
  int     in_year = dl_calendar_is_leap_year (civil.year) ? 366 : 365;
  int     year_day = (int) (day - first_of_year);

  if (rule->by_month->len > 0 && !has_number (rule->by_month, civil.month, 0))
    return FALSE;
  if (rule->by_month_day->len > 0 && !has_number (rule->by_month_day, civil.day, civil.day - in_month - 1))
    return FALSE;
  return rule->by_year_day->len == 0 || has_number (rule->by_year_day, year_day + 1, year_day - in_year);
}

/* The days of [@first, @after), a month or a year, that the rule names. */
static void
add_days_of_span (const DlIcalRule *rule, gint64 start_day, gint64 first, gint64 after, GArray *days)
{
  DlCivil  start = civil_of_day (start_day);
  gboolean yearly = rule->frequency == EACH_YEAR;
  gboolean by_weeks = yearly && rule->by_week->len > 0;
  gboolean in_months = !yearly || rule->by_month->len > 0;

  for (gint64 day = first; day < after; day++)
    {
      DlCivil civil = civil_of_day (day);

      if (!is_day_allowed (rule, day))
        continue;
      if (by_weeks)
        {
          int week, from_end;

          get_week (rule, day, civil.year, &week, &from_end);
          if (week == 0 || !has_number (rule->by_week, week, from_end) ||
              !(rule->by_day->len > 0 ? has_weekday (rule, day) : weekday_of_day (day) == weekday_of_day (start_day)))
            continue;
        }
      else if (rule->by_day->len > 0)
        {
          gint64 from = in_months ? dl_calendar_days (civil.year, civil.month, 1) : first;
          gint64 to = in_months ? from + dl_calendar_days_in_month (civil.year, civil.month) : after;

          if (!has_counted_day (rule, day, from, to))
            continue;
        }
      else if (rule->by_month_day->len == 0 && rule->by_year_day->len == 0 &&
               (civil.day != start.day || (!in_months && civil.month != start.month)))
        continue;
      g_array_append_val (days, day);
    }
}

/* The days of the step @n from the one of @start_day. */
static void
add_days (const DlIcalRule *rule, gint64 start_day, gint64 n, GArray *days)
{
  DlCivil start = civil_of_day (start_day);
  gint64  first;
  gint64  month;

  switch (rule->frequency)
    {
    case EACH_YEAR:
      first = dl_calendar_days (start.year + n * rule->interval, 1, 1);
      add_days_of_span (rule, start_day, first, dl_calendar_days (start.year + n * rule->interval + 1, 1, 1), days);
      break;
    case EACH_MONTH:
      month = start.year * 12 + start.month - 1 + n * rule->interval;
      first = dl_calendar_days (floor_div (month, 12), (int) (month - floor_div (month, 12) * 12) + 1, 1);
      month++;
      add_days_of_span (rule, start_day, first,
                        dl_calendar_days (floor_div (month, 12), (int) (month - floor_div (month, 12) * 12) + 1, 1),
                        days);
      break;
    case EACH_WEEK:
      first = start_day - (weekday_of_day (start_day) - rule->week_start + 7) % 7 + n * 7 * rule->interval;
      for (gint64 day = first; day < first + 7; day++)
        if (is_day_allowed (rule, day) &&
            (rule->by_day->len > 0 ? has_weekday (rule, day) : weekday_of_day (day) == weekday_of_day (start_day)))
          g_array_append_val (days, day);
      break;
    case EACH_DAY:
    default:
      first = start_day + n * rule->interval;
      if (is_day_allowed (rule, first) && (rule->by_day->len == 0 || has_weekday (rule, first)))
        g_array_append_val (days, first);
      break;
    }
}

int
dl_ical_compare_seconds (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* @n-th of BYHOUR and the like, or what the start has. */
static int
get_part (const GArray *list, guint n, int start)
{
  return list->len > 0 ? g_array_index (list, int, n) : start;
}

/* The times on @days. */
static void
add_times (const DlIcalRule *rule, gint64 start, const GArray *days, GArray *times)
{
  int second_of_day = (int) (start - floor_div (start, DL_DAY_SECONDS) * DL_DAY_SECONDS);

  for (guint d = 0; d < days->len; d++)
    for (guint h = 0; h < MAX (rule->by_hour->len, 1); h++)
      for (guint m = 0; m < MAX (rule->by_minute->len, 1); m++)
        for (guint s = 0; s < MAX (rule->by_second->len, 1); s++)
          {
            gint64 time = g_array_index (days, gint64, d) * DL_DAY_SECONDS +
                          get_part (rule->by_hour, h, second_of_day / 3600) * 3600 +
                          get_part (rule->by_minute, m, second_of_day / 60 % 60) * 60 +
                          get_part (rule->by_second, s, second_of_day % 60);

            g_array_append_val (times, time);
          }
  if (rule->by_hour->len + rule->by_minute->len + rule->by_second->len > 0)
    g_array_sort (times, dl_ical_compare_seconds);
}

/* One step of less than a day. */
static void
add_short_step (const DlIcalRule *rule, gint64 start, gint64 n, GArray *times)
{
  static const gint64 lengths[] = { 1, 60, 3600 };
  gint64              time = start + n * rule->interval * lengths[rule->frequency];
  gint64              day = floor_div (time, DL_DAY_SECONDS);
  int                 second = (int) (time - day * DL_DAY_SECONDS);

  if (is_day_allowed (rule, day) && (rule->by_day->len == 0 || has_weekday (rule, day)) &&
      (rule->by_hour->len == 0 || has_number (rule->by_hour, second / 3600, 0)) &&
      (rule->frequency == EACH_HOUR || rule->by_minute->len == 0 || has_number (rule->by_minute, second / 60 % 60, 0)))
    g_array_append_val (times, time);
}

/* Leaves of @times those that BYSETPOS names. */
static void
choose_positions (const DlIcalRule *rule, GArray *times)
{
  g_autoptr (GArray) chosen = NULL;

  if (rule->by_position->len == 0)
    return;
  chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < times->len; i++)
    if (has_number (rule->by_position, (int) i + 1, (int) i - (int) times->len))
      g_array_append_val (chosen, g_array_index (times, gint64, i));
  g_array_set_size (times, 0);
  g_array_append_vals (times, chosen->data, chosen->len);
}

static void
get_step (const DlIcalRule *rule, gint64 start, gint64 n, GArray *days, GArray *times)
{
  g_array_set_size (days, 0);
  g_array_set_size (times, 0);
  if (rule->frequency <= EACH_HOUR)
    add_short_step (rule, start, n, times);
  else
    {
      add_days (rule, floor_div (start, DL_DAY_SECONDS), n, days);
      add_times (rule, start, days, times);
    }
  choose_positions (rule, times);
}

GArray *
dl_ical_rule_expand (const DlIcalRule *rule, gint64 start, guint most, gboolean *bounded)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray            *all = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64             horizon =
    start + (dl_ical_rule_is_finite (rule) ? MAX_SECONDS : (gint64) (DL_ICAL_MAX_YEARS * DL_YEAR_SECONDS));
  guint empty = 0;

  *bounded = FALSE;
  g_array_append_val (all, start);
  if (rule->count == 1)
    return all;
  for (gint64 n = 0; n < MAX_STEPS && empty < MAX_EMPTY_STEPS; n++)
    {
      get_step (rule, start, n, days, times);
      empty = times->len > 0 ? 0 : empty + 1;
      for (guint i = 0; i < times->len; i++)
        {
          gint64 time = g_array_index (times, gint64, i);

          if (time <= start)
            continue;
          if (rule->has_until && time > rule->until)
            return all;
          if (all->len >= most || time > horizon)
            {
              *bounded = TRUE;
              return all;
            }
          g_array_append_val (all, time);
          if (rule->count > 0 && all->len >= rule->count)
            return all;
        }
    }
  *bounded = empty < MAX_EMPTY_STEPS;
  return all;
}

gboolean
dl_ical_rule_find_last (const DlIcalRule *rule, gint64 start, gint64 until, gint64 *last)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64             end = rule->has_until ? MIN (rule->until, until) : until;
  gint64             years =
    civil_of_day (floor_div (end, DL_DAY_SECONDS)).year - civil_of_day (floor_div (start, DL_DAY_SECONDS)).year;

  if (end < start)
    return FALSE;
  *last = start;
  for (gint64 n = years / rule->interval; n >= 0 && n >= years / rule->interval - 2; n--)
    {
      get_step (rule, start, n, days, times);
      for (guint i = times->len; i > 0; i--)
        if (g_array_index (times, gint64, i - 1) <= end && g_array_index (times, gint64, i - 1) >= start)
          {
            *last = g_array_index (times, gint64, i - 1);
            return TRUE;
          }
    }
  return TRUE;
}
