/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-sight.h"

#include "time/dl-edtf.h"
#include "time/dl-words.h"

/* From coarse to fine; a week or a quarter cannot be said as a date. */
static const struct
{
  DlUnit unit;
  double seconds; /* on average */
} units[] = {
  { DL_UNIT_YEAR, 31556952 }, { DL_UNIT_MONTH, 2629746 }, { DL_UNIT_DAY, 86400 },
  { DL_UNIT_HOUR, 3600 },     { DL_UNIT_MINUTE, 60 },     { DL_UNIT_SECOND, 1 },
};

/* So many units a span must have for two more to make no difference. */
#define FEWEST_UNITS 12

static DlInstant
start_of (const DlZone *zone, DlInstant instant, DlUnit unit, int after)
{
  DlCivil civil = dl_zone_to_civil (zone, instant);
  DlCivil start = dl_calendar_floor (&civil, unit, 1, 0);

  if (after > 0)
    start = dl_calendar_add (&start, unit, after);
  return dl_zone_to_instant (zone, dl_calendar_to_instant (&start));
}

static gboolean
is_boundary (const DlZone *zone, DlInstant instant, DlUnit unit)
{
  return dl_instant_compare (start_of (zone, instant, unit, 0), instant) == 0;
}

void
dl_sight_round (DlTimeline *timeline, DlInstant *from, DlInstant *to)
{
  DlZone *zone;
  double  length;

  g_return_if_fail (DL_IS_TIMELINE (timeline));
  g_return_if_fail (from != NULL && to != NULL);
  zone = dl_timeline_get_zone (timeline);
  if (!dl_instant_is_finite (*from) || !dl_instant_is_finite (*to))
    return;
  length = dl_instant_distance (*from, *to);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (length >= FEWEST_UNITS * units[i].seconds)
      {
        *from = start_of (zone, *from, units[i].unit, 0);
        if (!is_boundary (zone, *to, units[i].unit))
          *to = start_of (zone, *to, units[i].unit, 1);
        return;
      }
}

char *
dl_sight_dup_words (DlTimeline *timeline, DlInstant from, DlInstant to)
{
  DlZone          *zone;
  DlUnit           unit = DL_UNIT_SECOND;
  DlCivil          first, last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  zone = dl_timeline_get_zone (timeline);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (is_boundary (zone, from, units[i].unit) && is_boundary (zone, to, units[i].unit))
      {
        unit = units[i].unit;
        break;
      }
  first = dl_zone_to_civil (zone, from);
  /* A day, a month or a year is named and meant whole; a time of day is a moment. */
  last = dl_zone_to_civil (zone, unit >= DL_UNIT_DAY ? dl_instant_add (to, -1) : to);
  first_text = dl_edtf_from_civil (&first, unit);
  last_text = dl_edtf_from_civil (&last, unit);
  text = g_str_equal (first_text, last_text) ? g_strdup (first_text) : g_strdup_printf ("%s/%s", first_text, last_text);
  return dl_words_from_edtf (text, DL_WORDS_ON_AXIS, zone);
}
