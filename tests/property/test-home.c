/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown of all there is, whatever it is:
 *
 *   F1 the view of everything begins at the first date and ends at the last one,
 *      with a small margin at each side in which no mark stands on the edge
 *   F2 so does the first view, or it shows a part of it that begins and ends
 *      with an event
 *   F3 what goes on without an end is seen up to the as-of date, else up to
 *      today, and is not counted where neither is known
 *
 * The dates are looked for event by event, in what they say and not in what the
 * timeline has summed up. A failure prints the seed; `--seed` brings it back. */
#include "layout/dl-home-view.h"
#include "layout/dl-viewport.h"

#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_TIMELINES 10
#else
#define N_TIMELINES 60
#endif

#define WIDTH 870.0
#define LEAST_MARGIN 12.0
#define MOST_MARGIN (WIDTH * 0.03)

static void
take_in (DlInstant instant, gboolean *found, DlInstant *first, DlInstant *last)
{
  if (!dl_instant_is_finite (instant))
    return;
  *first = *found ? dl_instant_min (*first, instant) : instant;
  *last = *found ? dl_instant_max (*last, instant) : instant;
  *found = TRUE;
}

/* Everything that any event says of when it was. */
static gboolean
find_dates (DlTimeline *timeline, const DlInstant *today, DlInstant *first, DlInstant *last)
{
  gboolean  found = FALSE;
  gboolean  goes_on = FALSE;
  DlInstant until;

  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      DlDate date;

      dl_timeline_get_date (timeline, i, &date);
      take_in (date.earliest_start, &found, first, last);
      take_in (date.latest_start, &found, first, last);
      take_in (date.earliest_end, &found, first, last);
      take_in (date.latest_end, &found, first, last);
      goes_on = goes_on || (date.flags & DL_DATE_OPEN_END) != 0;
    }
  if (goes_on && found && (dl_timeline_get_as_of (timeline, &until) || today != NULL))
    {
      if (!dl_timeline_get_as_of (timeline, &until))
        until = *today;
      *last = dl_instant_max (*last, until);
    }
  return found;
}

/* Whether all there is is one point in time, known to the minute or better. */
static gboolean
is_moment (DlTimeline *timeline)
{
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      DlDate first, date;

      dl_timeline_get_date (timeline, 0, &first);
      dl_timeline_get_date (timeline, i, &date);
      if ((date.flags & DL_DATE_INTERVAL) != 0 || dl_instant_compare (date.earliest_start, first.earliest_start) != 0 ||
          dl_instant_compare (date.latest_end, first.latest_end) != 0 ||
          dl_instant_distance (date.earliest_start, date.latest_end) > 60)
        return FALSE;
    }
  return TRUE;
}

static void
assert_margin (double margin)
{
  g_assert_cmpfloat (margin, >=, LEAST_MARGIN);
  g_assert_cmpfloat (margin, <=, MOST_MARGIN);
}

/* Whether an event has a bound within a margin of that edge. */
static gboolean
has_event_at_edge (DlTimeline *timeline, const DlViewport *viewport, gboolean right)
{
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      DlDate               date;
      DlInstant            bounds[4];

      dl_timeline_get_date (timeline, i, &date);
      bounds[0] = record->start;
      bounds[1] = record->end;
      bounds[2] = date.earliest_start;
      bounds[3] = date.latest_start;
      for (guint j = 0; j < G_N_ELEMENTS (bounds); j++)
        {
          double x = dl_viewport_x (viewport, bounds[j]);
          double margin = right ? viewport->width - x : x;

          if (margin >= LEAST_MARGIN && margin <= MOST_MARGIN)
            return TRUE;
        }
    }
  return FALSE;
}

static void
check_full (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today)
{
  DlViewport viewport = { .folds = folds };
  DlInstant  first, last, from, to;

  dl_full_view (timeline, folds, today, &from, &to);
  dl_viewport_set_range (&viewport, from, to, WIDTH);
  g_assert_true (find_dates (timeline, today, &first, &last));
  if (is_moment (timeline))
    {
      /* It has something around it, and stands in the middle. */
      g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, first) + dl_viewport_x (&viewport, last), WIDTH, 0.1);
      g_assert_cmpfloat (dl_instant_distance (from, to), >=, 3600);
      return;
    }
  assert_margin (dl_viewport_x (&viewport, first));
  assert_margin (WIDTH - dl_viewport_x (&viewport, last));
}

static void
check_home (DlTimeline *timeline, const DlFolds *folds, const DlInstant *today)
{
  DlViewport viewport = { .folds = folds };
  DlInstant  from, to, full_from, full_to;

  dl_full_view (timeline, folds, today, &full_from, &full_to);
  dl_home_view (timeline, folds, today, &from, &to);
  if (dl_instant_compare (from, full_from) == 0 && dl_instant_compare (to, full_to) == 0)
    return;
  dl_viewport_set_range (&viewport, from, to, WIDTH);
  g_assert_cmpint (dl_instant_compare (from, to), <, 0);
  g_assert_true (has_event_at_edge (timeline, &viewport, FALSE));
  g_assert_true (has_event_at_edge (timeline, &viewport, TRUE));
}

static void
test_kind (gconstpointer data)
{
  for (guint i = 0; i < N_TIMELINES; i++)
    {
      g_autoptr (DlTimeline) timeline = random_timeline_new ((RandomKind) GPOINTER_TO_UINT (data), 1);
      g_autoptr (DlFolds)    folds = g_test_rand_bit () ? dl_folds_new_for_timeline (timeline, NULL) : NULL;
      DlInstant              today = DL_INSTANT (g_test_rand_int_range (1600000000, 2000000000));
      DlInstant              first, last;
      const DlInstant       *known = g_test_rand_bit () ? &today : NULL;

      /* Only events that say nothing at all of when they were. */
      if (!find_dates (timeline, known, &first, &last))
        continue;
      check_full (timeline, folds, known);
      check_home (timeline, folds, known);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < RANDOM_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/property/home/%s", random_kind_to_string ((RandomKind) kind));

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_kind);
    }
  return g_test_run ();
}
