/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-span.h"

#include <glib/gi18n.h>

#include "time/dl-words-parts.h"

/* The first and last day that @date's start can lie on. */
static gboolean
start_days (const DlDate *date, const DlZone *zone, DlCivil *first, DlCivil *last)
{
  DlInstant before_end = date->latest_start;

  if (!dl_instant_is_finite (date->earliest_start) || !dl_instant_is_finite (date->latest_start))
    return FALSE;
  if (dl_instant_compare (date->earliest_start, date->latest_start) < 0 && before_end.nanos == 0)
    before_end = dl_instant_add (before_end, -1);
  *first = dl_zone_to_civil (zone, date->earliest_start);
  *last = dl_zone_to_civil (zone, before_end);
  return TRUE;
}

/* Birthdays from @birth to @at; 29 February has its own in leap years, and on
 * 1 March in others. */
static gint64
completed_years (const DlCivil *birth, const DlCivil *at)
{
  gboolean not_yet = at->month < birth->month || (at->month == birth->month && at->day < birth->day);

  return at->year - birth->year - not_yet;
}

char *
dl_span_age_words (const DlDate *birth, const DlDate *at, const DlZone *zone)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  DlCivil          born[2];
  DlCivil          day[2];
  gint64           min;
  gint64           max;

  g_return_val_if_fail (birth != NULL && at != NULL, NULL);

  if (!start_days (birth, zone, &born[0], &born[1]) || !start_days (at, zone, &day[0], &day[1]))
    return g_strdup ("");
  min = MAX (completed_years (&born[1], &day[0]), 0);
  max = completed_years (&born[0], &day[1]);
  if (max < 0)
    return g_strdup ("");
  if (max == 0)
    return dl_span_words (birth, at);
  to = dl_words_number (max);
  if (min == max)
    /* Translators: an age in whole years. */
    return dl_words_fill (ngettext ("{age} year old", "{age} years old", (gulong) max), "age", to, NULL);
  from = dl_words_number (min);
  /* Translators: an age that is not known more closely: 43 to 44 years old; the
   * plural form is that of {max}. */
  return dl_words_fill (ngettext ("{min} to {max} year old", "{min} to {max} years old", (gulong) max), "min", from, "max", to, NULL);
}
