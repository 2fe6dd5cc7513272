/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-home-view.h"

#include <math.h>

/* The densest part holds this share of the events, and is shown instead of
 * the whole when it takes less than this share of the span. */
#define CORE_EVENTS 0.8
#define CORE_SPAN 0.4

/* Share of the view that stays free at each side: so much that no mark stands
 * on the edge. What is at the right edge has its label to the left. */
#define VIEW_MARGIN 0.025

/* What is around a single moment. */
#define MOMENT_SECONDS 3600.0

/* Where one or the other goes on, and nothing is known for longer than this before today, and for
 * longer than this share of all that is known, its end is rather not known. */
#define LONG_AGO_SECONDS (100 * 365.25 * 86400)
#define LONG_AGO_SHARE 0.25

gboolean
dl_open_until (DlTimeline *timeline, const DlInstant *today, DlInstant *until)
{
  if (dl_timeline_get_as_of (timeline, until))
    return TRUE;
  if (today != NULL)
    *until = *today;
  return today != NULL;
}

/* Whether all there is is one point in time, or several at the same one. */
static gboolean
is_moment (DlTimeline *timeline)
{
  guint                n = dl_timeline_get_n_events (timeline);
  const DlEventRecord *first = n == 0 ? NULL : dl_timeline_get_record (timeline, 0);
  const DlEventRecord *last = n == 0 ? NULL : dl_timeline_get_record (timeline, n - 1);

  if (n == 0 || (first->date_flags & DL_DATE_INTERVAL) != 0)
    return FALSE;
  /* They are sorted by both. */
  return dl_instant_compare (first->start, last->start) == 0 && dl_instant_compare (first->end, last->end) == 0;
}

static void
add_margin (DlTimeline *timeline, DlInstant *from, DlInstant *to)
{
  double span = dl_instant_distance (*from, *to);
  double around = 0;
  double margin;

  /* A single moment still wants to be seen with its day around it; what takes
   * some seconds fills the width with them. */
  if (span <= 0 || (span < MOMENT_SECONDS && is_moment (timeline)))
    around = (MOMENT_SECONDS - span) / 2;
  margin = around + (span + 2 * around) * VIEW_MARGIN / (1 - 2 * VIEW_MARGIN);
  *from = dl_instant_add_double (*from, -margin);
  *to = dl_instant_add_double (*to, margin);
}

/* Where the day or the month of an event ends; an interval counts as its start. */
static DlInstant
end_of_unit (DlTimeline *timeline, guint position)
{
  DlDate date;

  dl_timeline_get_date (timeline, position, &date);
  return dl_instant_is_finite (date.latest_start) ? date.latest_start : date.earliest_start;
}

static int
compare_later (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (*(const DlInstant *) b, *(const DlInstant *) a);
}

/* By when of the @n events from @first on as many are over as the densest part
 * has to hold, on the folded axis; what goes on without an end ends at @last. */
static DlInstant
end_of_most (DlTimeline *timeline, const DlFolds *folds, guint first, guint n, DlInstant last)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (DlInstant));
  guint              n_longer = n - (guint) ceil (n * CORE_EVENTS);

  for (guint i = first; i < first + n; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      DlInstant            end = last;

      if ((record->date_flags & DL_DATE_INTERVAL) == 0)
        continue;
      if (dl_instant_is_finite (record->end))
        end = dl_folds_to_axis (folds, record->end);
      g_array_append_val (ends, end);
    }
  if (ends->len <= n_longer)
    return DL_INSTANT_MIN;
  g_array_sort (ends, compare_later);
  return g_array_index (ends, DlInstant, n_longer);
}

/* On the folded axis, as @from and @to are. */
static gboolean
densest_part (DlTimeline *timeline, const DlFolds *folds, DlInstant *from, DlInstant *to)
{
  guint              n = dl_timeline_get_n_events (timeline);
  g_autoptr (GArray) starts = g_array_sized_new (FALSE, FALSE, sizeof (DlInstant), n);
  double             least = G_MAXDOUBLE;
  double             most_span;
  guint              core;
  DlInstant          end;
  guint              first = n; /* position of the first one with a start */
  guint              best = 0;

  for (guint i = 0; i < n; i++)
    {
      DlInstant start = dl_folds_to_axis (folds, dl_timeline_get_record (timeline, i)->start);

      if (!dl_instant_is_finite (start))
        continue;
      first = MIN (first, i);
      g_array_append_val (starts, start);
    }
  /* In the order of the timeline, so already sorted. */
  core = (guint) (starts->len * CORE_EVENTS);
  if (starts->len < 10)
    return FALSE;
  for (guint i = 0; i + core <= starts->len; i++)
    {
      double span =
        dl_instant_distance (g_array_index (starts, DlInstant, i), g_array_index (starts, DlInstant, i + core - 1));

      if (span < least)
        {
          least = span;
          best = i;
        }
    }
  most_span = CORE_SPAN * dl_instant_distance (*from, *to);
  if (least > most_span)
    return FALSE;
  end = dl_folds_to_axis (folds, end_of_unit (timeline, first + best + core - 1));
  end = dl_instant_max (g_array_index (starts, DlInstant, best + core - 1), end);
  /* What begins together may end far from each other. */
  end = dl_instant_max (end, end_of_most (timeline, folds, first + best, core, *to));
  if (dl_instant_distance (g_array_index (starts, DlInstant, best), end) > most_span)
    return FALSE;
  *from = g_array_index (starts, DlInstant, best);
  *to = end;
  return TRUE;
}

static void
include (DlInstant instant, gboolean *found, DlInstant *from, DlInstant *to)
{
  if (!dl_instant_is_finite (instant))
    return;
  *from = *found ? dl_instant_min (*from, instant) : instant;
  *to = *found ? dl_instant_max (*to, instant) : instant;
  *found = TRUE;
}

/* Without an event, eras are all there is. */
static gboolean
get_extent_of_eras (DlTimeline *timeline, DlInstant *from, DlInstant *to, gboolean *open_end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < dl_timeline_get_n_eras (timeline); i++)
    {
      const DlDate *date = &dl_timeline_get_era (timeline, i)->date;

      include (date->earliest_start, &found, from, to);
      include (date->latest_start, &found, from, to);
      include (date->earliest_end, &found, from, to);
      include (date->latest_end, &found, from, to);
      *open_end |= (date->flags & DL_DATE_OPEN_END) != 0;
    }
  return found;
}

/* Whether what goes on without an end is to be seen as far as that, in a timeline that is known
 * from @first to @last. */
static gboolean
is_seen_until (DlTimeline *timeline, DlInstant first, DlInstant last, DlInstant until)
{
  double    beyond = dl_instant_distance (last, until);
  DlInstant as_of;

  return dl_timeline_get_as_of (timeline, &as_of) || dl_timeline_goes_on (timeline) ||
         beyond <= MAX (LONG_AGO_SECONDS, LONG_AGO_SHARE * dl_instant_distance (first, last));
}

gboolean
dl_full_extent (DlTimeline *timeline, const DlInstant *today, DlInstant *first, DlInstant *last)
{
  gboolean  open_end = dl_timeline_has_open_end (timeline);
  DlInstant until;

  if (!dl_timeline_get_extent (timeline, first, last) && !get_extent_of_eras (timeline, first, last, &open_end))
    return FALSE;
  if (open_end && dl_open_until (timeline, today, &until) && is_seen_until (timeline, *first, *last, until))
    *last = dl_instant_max (*last, until);
  return TRUE;
}

/* The same on the folded axis. */
static gboolean
get_axis_extent (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today, DlInstant *from, DlInstant *to)
{
  if (!dl_full_extent (timeline, today, from, to))
    return FALSE;
  *from = dl_folds_to_axis (folds, *from);
  *to = dl_folds_to_axis (folds, *to);
  return TRUE;
}

void
dl_full_view (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today, DlInstant *from, DlInstant *to)
{
  if (!get_axis_extent (timeline, folds, today, from, to))
    {
      *from = dl_calendar_to_instant (&(DlCivil){ .year = 2000, .month = 1, .day = 1 });
      *to = dl_calendar_to_instant (&(DlCivil){ .year = 2030, .month = 1, .day = 1 });
    }
  add_margin (timeline, from, to);
  *from = dl_folds_from_axis (folds, *from);
  *to = dl_folds_from_axis (folds, *to);
}

void
dl_home_view (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today, DlInstant *from, DlInstant *to)
{
  if (dl_timeline_get_view (timeline, from, to))
    return;
  if (!get_axis_extent (timeline, folds, today, from, to) || !densest_part (timeline, folds, from, to))
    {
      dl_full_view (timeline, folds, today, from, to);
      return;
    }
  add_margin (timeline, from, to);
  *from = dl_folds_from_axis (folds, *from);
  *to = dl_folds_from_axis (folds, *to);
}
