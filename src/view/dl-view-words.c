/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view shows, in words. */
#include <glib/gi18n.h>

#include "layout/dl-lane-count.h"
#include "time/dl-words.h"
#include "view/dl-view-private.h"

/* Of both ends of what is in sight what tells them apart. */
static DlUnit
choose_unit (double seconds)
{
  if (seconds > 2 * DL_YEAR_SECONDS)
    return DL_UNIT_YEAR;
  if (seconds > 60 * DL_DAY_SECONDS)
    return DL_UNIT_MONTH;
  if (seconds > 2 * DL_DAY_SECONDS)
    return DL_UNIT_DAY;
  return seconds > 2 * DL_MINUTE_SECONDS ? DL_UNIT_MINUTE : DL_UNIT_SECOND;
}

/* An event in several lanes is one. */
static guint
count_one_by_one (DlTimeline *timeline, DlInstant from, DlInstant to)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  guint                n = 0;

  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    n += dl_event_record_meets (&records[i], from, to);
  return n;
}

/* The indexes of lanes are asked, so that it takes the same for very many. */
static guint
count_by_lanes (DlView *self, const DlViewport *viewport)
{
  DlInstant from = dl_folds_to_axis (viewport->folds, dl_viewport_from (viewport));
  DlInstant to = dl_folds_to_axis (viewport->folds, dl_viewport_to (viewport));
  guint     n = 0;

  for (guint lane = 0; lane < dl_arrangement_get_n_lanes (self->arrangement); lane++)
    {
      DlLaneCount count;

      dl_lane_count_init (&count, dl_arrangement_get_index (self->arrangement, lane), NULL, DL_NONE, from, to);
      n += count.n_meeting;
    }
  return n;
}

char *
dl_view_dup_range_words (DlView *self, DlInstant from, DlInstant to, guint n)
{
  DlZone          *zone;
  DlUnit           unit;
  guint            n_events;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  g_return_val_if_fail (self->timeline != NULL, NULL);
  zone = dl_timeline_get_zone (self->timeline);
  n_events = dl_timeline_get_n_events (self->timeline);
  unit = choose_unit (dl_instant_distance (from, to));
  first = dl_words_instant (from, unit, zone);
  /* The last one that is in sight, not the first beyond. */
  last = dl_words_instant (dl_instant_add_double (to, -1), unit, zone);
  if (g_str_equal (first, last))
    /* Translators: what a view shows, as it is read out: a day, a month or a year that both of
     * its ends lie in, how many of all events: "October 2025, 14 of 2,052 events". */
    return g_strdup_printf (ngettext ("%s, %'u of %'u event", "%s, %'u of %'u events", n_events), first, n, n_events);
  /* Translators: what a view shows, as it is read out, or what a bar of the overview stands
   * for: from when to when, how many of all events: "October 2025 to January 2026, 214 of 2,052 events". */
  return g_strdup_printf (ngettext ("%s to %s, %'u of %'u event", "%s to %s, %'u of %'u events", n_events), first, last,
                          n, n_events);
}

char *
dl_view_dup_words (DlView *self)
{
  DlViewport viewport;
  DlInstant  from, to;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  if (!self->has_viewport || self->arrangement == NULL)
    return NULL;
  viewport = dl_view_get_resting (self);
  from = dl_viewport_from (&viewport);
  to = dl_viewport_to (&viewport);
  return dl_view_dup_range_words (self, from, to,
                                  self->options.lanes.every ? count_one_by_one (self->timeline, from, to)
                                                            : count_by_lanes (self, &viewport));
}
