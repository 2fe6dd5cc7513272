/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date.h"

#include <glib/gi18n.h>

#include "time/dl-edtf.h"

/* Whether the clocks of @zone never show any of [@from, @to): both are then
 * laid on the moment at which they change. */
static gboolean
is_skipped (const DlZone *zone, DlInstant from, DlInstant to)
{
  return dl_instant_is_finite (from) && dl_instant_is_finite (to) && dl_instant_compare (from, to) < 0 &&
         dl_instant_compare (dl_zone_to_instant (zone, from), dl_zone_to_instant (zone, to)) == 0;
}

static char *
clock_at (DlInstant change, int offset)
{
  DlCivil civil = dl_calendar_from_instant (dl_instant_add (change, offset));

  return dl_edtf_from_civil (&civil, civil.second != 0 ? DL_UNIT_SECOND : DL_UNIT_MINUTE);
}

static char *
explain (const char *text, const DlZone *zone, DlInstant skipped)
{
  DlInstant        change = dl_zone_to_instant (zone, skipped);
  g_autofree char *from = clock_at (change, dl_zone_offset_at (zone, dl_instant_add (change, -1)));
  g_autofree char *to = clock_at (change, dl_zone_offset_at (zone, change));

  /* Translators: a date as the file has it, the name of a time zone, and two times: the
   * clocks there were put from the one to the other, and what is between never was. */
  return g_strdup_printf (_ ("“%s” does not exist in %s, where the clocks went from %s to %s"), text,
                          dl_zone_get_name (zone), from, to);
}

DlSkipped
dl_date_find_skipped (const DlDate *date, const char *text, const DlZone *zone, char **reason)
{
  gboolean  interval = (date->flags & DL_DATE_INTERVAL) != 0;
  gboolean  start;
  gboolean  end;
  DlInstant skipped;
  DlSkipped found;

  if (reason != NULL)
    *reason = NULL;
  if (dl_zone_is_utc (zone))
    return DL_SKIPPED_NONE;
  if (!interval)
    {
      start = (date->flags & DL_DATE_OFFSET_START) == 0 && is_skipped (zone, date->stated_start, date->stated_end);
      end = start;
      found = start && is_skipped (zone, date->earliest_start, date->latest_end) ? DL_SKIPPED_WHOLE : DL_SKIPPED_PART;
      skipped = date->stated_start;
    }
  else
    {
      start = (date->flags & (DL_DATE_OFFSET_START | DL_DATE_UNKNOWN_START)) == 0 &&
              is_skipped (zone, date->earliest_start, date->latest_start);
      end = (date->flags & (DL_DATE_OFFSET_END | DL_DATE_UNKNOWN_END)) == 0 &&
            is_skipped (zone, date->earliest_end, date->latest_end);
      found =
        start && end && is_skipped (zone, date->earliest_start, date->latest_end) ? DL_SKIPPED_WHOLE : DL_SKIPPED_PART;
      skipped = start ? date->earliest_start : date->earliest_end;
    }
  if (!start && !end)
    return DL_SKIPPED_NONE;
  if (reason != NULL)
    *reason = explain (text, zone, skipped);
  return found;
}
