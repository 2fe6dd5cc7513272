/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-arrangement.h"

/* The densest part holds this share of the events, and is shown instead of
 * the whole when it takes less than this share of the span. */
#define CORE_EVENTS 0.8
#define CORE_SPAN 0.4

/* Share of the span that stays free at each side. */
#define MARGIN 0.04

/* The canvas for which a view without an author's word is made. */
#define HOME_WIDTH 1000.0

static void
add_margin (DlInstant *from, DlInstant *to)
{
  /* A single moment still wants to be seen with its day around it. */
  double span = MAX (dl_instant_distance (*from, *to), 3600.0);
  double margin = MAX (span * MARGIN, (3600.0 - dl_instant_distance (*from, *to)) / 2);

  *from = dl_instant_add_double (*from, -margin);
  *to = dl_instant_add_double (*to, margin);
}

/* Labels run to the right of what they name: room for the last one. */
static void
add_label_room (double width, DlInstant *to, DlInstant from)
{
  double label = MIN (DL_CARD_WIDTH_MAX / width, 0.5);

  *to = dl_instant_add_double (*to, dl_instant_distance (from, *to) * label / (1 - label));
}

/* Where the day or the month of an event ends; an interval counts as its start. */
static DlInstant
end_of_unit (DlTimeline *timeline, guint position)
{
  DlDate date;

  dl_timeline_get_date (timeline, position, &date);
  return dl_instant_is_finite (date.latest_start) ? date.latest_start : date.earliest_start;
}

/* On the folded axis, as @from and @to are. */
static gboolean
densest_part (DlTimeline *timeline, const DlFolds *folds, DlInstant *from, DlInstant *to)
{
  guint              n = dl_timeline_get_n_events (timeline);
  g_autoptr (GArray) starts = g_array_sized_new (FALSE, FALSE, sizeof (DlInstant), n);
  double             least = G_MAXDOUBLE;
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
      double span = dl_instant_distance (g_array_index (starts, DlInstant, i), g_array_index (starts, DlInstant, i + core - 1));

      if (span < least)
        {
          least = span;
          best = i;
        }
    }
  if (least > CORE_SPAN * dl_instant_distance (*from, *to))
    return FALSE;
  *from = g_array_index (starts, DlInstant, best);
  end = dl_folds_to_axis (folds, end_of_unit (timeline, first + best + core - 1));
  *to = dl_instant_max (g_array_index (starts, DlInstant, best + core - 1), end);
  return TRUE;
}

/* Everything, on the folded axis. */
static gboolean
get_extent (DlTimeline *timeline, const DlFolds *folds, DlInstant *from, DlInstant *to)
{
  if (!dl_timeline_get_extent (timeline, from, to))
    return FALSE;
  *from = dl_folds_to_axis (folds, *from);
  *to = dl_folds_to_axis (folds, *to);
  return TRUE;
}

void
dl_full_view (DlTimeline *timeline, const DlFolds *folds, double width, DlInstant *from, DlInstant *to)
{
  if (!get_extent (timeline, folds, from, to))
    {
      *from = dl_calendar_to_instant (&(DlCivil){ .year = 2000, .month = 1, .day = 1 });
      *to = dl_calendar_to_instant (&(DlCivil){ .year = 2030, .month = 1, .day = 1 });
    }
  add_margin (from, to);
  add_label_room (width, to, *from);
  *from = dl_folds_from_axis (folds, *from);
  *to = dl_folds_from_axis (folds, *to);
}

void
dl_home_view (DlTimeline *timeline, const DlFolds *folds, DlInstant *from, DlInstant *to)
{
  if (dl_timeline_get_view (timeline, from, to))
    return;
  if (!get_extent (timeline, folds, from, to) || !densest_part (timeline, folds, from, to))
    {
      dl_full_view (timeline, folds, HOME_WIDTH, from, to);
      return;
    }
  add_margin (from, to);
  add_label_room (HOME_WIDTH, to, *from);
  *from = dl_folds_from_axis (folds, *from);
  *to = dl_folds_from_axis (folds, *to);
}
