/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-folds.h"

#include <math.h>
#include <stdlib.h>

/* Folding must leave no more of the axis than this. */
#define MOST_LEFT (2.0 / 3)

/* A break's width as a share of what is not folded: with one fold nine per
 * cent, with twenty less than four each, so that the breaks never take more of
 * the picture than the time between them. With its margins, each has room for
 * its words in a window of usual size while there are not many. */
#define BREAK_SHARE 0.09
#define BREAK_SHARE_FALL 0.08

/* Time that stays unfolded at each side of a stretch, in widths of a break. */
#define BREAK_MARGIN 0.5

/* A stretch is worth a break when it is this many times as wide. */
#define LEAST_GAIN 3.0

/* Of what there is, no more than every so manieth is followed by a fold, and no
 * stretch is folded while another, this many times shorter, is not: between
 * events that are spread evenly there is nothing but distances, and these are
 * what a timeline is for. */
#define THINGS_PER_FOLD 3
#define LEAST_DROP 1.5

/* Where there are only moments, so much of the whole counts as not empty. */
#define LEAST_REST 1e-3

/* A view that shows more than this share of everything may be broken. */
#define VIEW_SHARE (1.0 / 3)

typedef struct
{
  DlInstant from;
  DlInstant to;
} Range;

/* What is found on the way from the first start to the last end. */
typedef struct
{
  GArray   *occupied;               /* Range: what does not come in order of its start */
  Range     gaps[DL_MAX_FOLDS + 1]; /* one more, to compare with */
  guint     n_gaps;                 /* the longest first */
  gboolean  has_reach;
  DlInstant first;
  DlInstant reach;
} Search;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (((const Range *) a)->from, ((const Range *) b)->from);
}

static double
length (const Range *range)
{
  return dl_instant_distance (range->from, range->to);
}

/* What is certain to be taken of a pair of bounds: both, one or nothing. */
static gboolean
bound (DlInstant from, DlInstant to, Range *range)
{
  gboolean has_from = dl_instant_is_finite (from);
  gboolean has_to = dl_instant_is_finite (to);

  if (!has_from && !has_to)
    return FALSE;
  range->from = has_from ? from : to;
  range->to = has_to ? to : from;
  return TRUE;
}

/* Splits a date into where it begins and where it ends.
 * Returns: how many there are */
static guint
split_date (const DlDate *date, Range ranges[2])
{
  gboolean bounded = dl_instant_is_finite (date->earliest_start) && dl_instant_is_finite (date->latest_end);
  guint    n = 0;

  /* What may begin after it may have ended has no middle that is certain. */
  if ((date->flags & DL_DATE_INTERVAL) == 0 ||
      (bounded && dl_instant_compare (date->latest_start, date->earliest_end) >= 0))
    return bound (date->earliest_start, date->latest_end, &ranges[0]);
  n += bound (date->earliest_start, date->latest_start, &ranges[n]);
  n += bound (date->earliest_end, date->latest_end, &ranges[n]);
  return n;
}

static void
add_gap (Search *self, DlInstant from, DlInstant to)
{
  Range gap = { from, to };
  guint at = self->n_gaps;

  while (at > 0 && length (&self->gaps[at - 1]) < length (&gap))
    at--;
  if (at == G_N_ELEMENTS (self->gaps))
    return;
  self->n_gaps = MIN (self->n_gaps + 1, G_N_ELEMENTS (self->gaps));
  for (guint i = self->n_gaps - 1; i > at; i--)
    self->gaps[i] = self->gaps[i - 1];
  self->gaps[at] = gap;
}

static void
take (Search *self, const Range *range)
{
  if (!self->has_reach)
    {
      self->first = range->from;
      self->reach = range->from;
      self->has_reach = TRUE;
    }
  if (dl_instant_compare (range->from, self->reach) > 0)
    add_gap (self, self->reach, range->from);
  self->reach = dl_instant_max (self->reach, range->to);
}

static void
keep (Search *self, DlInstant from, DlInstant to)
{
  Range range = { from, to };

  if (dl_instant_is_finite (from) && dl_instant_is_finite (to))
    g_array_append_val (self->occupied, range);
}

/* All that is not an event but must not vanish in a break; only what lies
 * within the events' time, which is what is folded. */
static void
keep_surroundings (Search *self, DlTimeline *timeline, DlInstant first, DlInstant last)
{
  DlInstant from, to;

  if (dl_timeline_get_as_of (timeline, &from))
    keep (self, from, from);
  if (dl_timeline_get_view (timeline, &from, &to))
    {
      if (dl_instant_distance (from, to) < VIEW_SHARE * dl_instant_distance (first, last))
        keep (self, from, to);
      keep (self, from, from);
      keep (self, to, to);
    }
  for (guint i = 0; i < dl_timeline_get_n_eras (timeline); i++)
    {
      Range ranges[2];
      guint n = split_date (&dl_timeline_get_era (timeline, i)->date, ranges);

      for (guint j = 0; j < n; j++)
        keep (self, ranges[j].from, ranges[j].to);
    }
}

static gboolean
is_interval (const DlEventRecord *record)
{
  return (record->date_flags & DL_DATE_INTERVAL) != 0;
}

static void
find_gaps (Search *self, DlTimeline *timeline, DlInstant first, DlInstant last)
{
  guint n_events = dl_timeline_get_n_events (timeline);
  guint next = 0;

  /* Single dates are in order already, and their record knows all of them. */
  for (guint i = 0; i < n_events; i++)
    {
      Range  ranges[2];
      DlDate date;
      guint  n;

      if (!is_interval (dl_timeline_get_record (timeline, i)))
        continue;
      dl_timeline_get_date (timeline, i, &date);
      n = split_date (&date, ranges);
      g_array_append_vals (self->occupied, ranges, n);
    }
  keep_surroundings (self, timeline, first, last);
  g_array_sort (self->occupied, compare_ranges);

  for (guint i = 0; i < n_events; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      Range                single;

      if (is_interval (record) || !bound (record->start, record->end, &single))
        continue;
      for (; next < self->occupied->len && compare_ranges (&g_array_index (self->occupied, Range, next), &single) < 0;
           next++)
        if (dl_instant_compare (g_array_index (self->occupied, Range, next).to, first) >= 0)
          take (self, &g_array_index (self->occupied, Range, next));
      take (self, &single);
    }
  for (; next < self->occupied->len && dl_instant_compare (g_array_index (self->occupied, Range, next).from, last) <= 0;
       next++)
    if (dl_instant_compare (g_array_index (self->occupied, Range, next).to, first) >= 0)
      take (self, &g_array_index (self->occupied, Range, next));
}

/* How many of the gaps are worth folding, and how wide their breaks are.
 * @most: the most that may be */
static guint
choose (const Search *self, double span, guint most, double *width)
{
  double folded = 0;
  guint  first = MIN (MIN (self->n_gaps, DL_MAX_FOLDS), most);

  for (guint i = 0; i < first; i++)
    folded += length (&self->gaps[i]);
  for (guint n = first; n > 0; n--)
    {
      double rest = MAX (span - folded, span * LEAST_REST);
      double shortest = length (&self->gaps[n - 1]);
      double next = n < self->n_gaps ? length (&self->gaps[n]) : 0;

      *width = MAX (rest * BREAK_SHARE / (1 + BREAK_SHARE_FALL * (n - 1)), 1);
      if (shortest >= (LEAST_GAIN + 2 * BREAK_MARGIN) * *width && shortest >= LEAST_DROP * next)
        return span - folded + n * (1 + 2 * BREAK_MARGIN) * *width <= span * MOST_LEFT ? n : 0;
      folded -= shortest;
    }
  return 0;
}

/* Whether the stretches in which no event begins are long enough to be worth
 * it; those in which nothing ends either are shorter. Of very many events this
 * is seen at a glance, mostly, and spares reading all their dates. */
static gboolean
may_be_worth_it (DlTimeline *timeline, DlInstant first, DlInstant last)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  guint                n_events = dl_timeline_get_n_events (timeline);
  double               longest[DL_MAX_FOLDS] = { 0 };
  double               sum = 0;
  DlInstant            before = first;

  for (guint i = 0; i <= n_events; i++)
    {
      DlInstant start = i < n_events ? records[i].start : last;
      double    gap;
      guint     at;

      if (!dl_instant_is_finite (start))
        continue;
      gap = dl_instant_distance (before, start);
      before = start;
      if (gap <= longest[DL_MAX_FOLDS - 1])
        continue;
      for (at = DL_MAX_FOLDS - 1; at > 0 && longest[at - 1] < gap; at--)
        longest[at] = longest[at - 1];
      longest[at] = gap;
    }
  for (guint i = 0; i < DL_MAX_FOLDS; i++)
    sum += longest[i];
  return sum >= dl_instant_distance (first, last) * (1 - MOST_LEFT);
}

DlFolds *
dl_folds_new_for_timeline (DlTimeline *timeline, const DlOpenedFolds *opened)
{
  g_autoptr (GArray) occupied = NULL;
  Search             search = { 0 };
  DlInstant          first, last;
  DlInstant          from[DL_MAX_FOLDS], to[DL_MAX_FOLDS];
  double             width = 0;
  guint              n;
  guint              n_folds = 0;
  guint              n_things;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);

  if (!dl_timeline_get_extent (timeline, &first, &last) || !may_be_worth_it (timeline, first, last))
    return NULL;
  occupied = g_array_new (FALSE, FALSE, sizeof (Range));
  search.occupied = occupied;
  n_things = dl_timeline_get_n_events (timeline) + dl_timeline_get_n_eras (timeline);
  find_gaps (&search, timeline, first, last);
  n = choose (&search, dl_instant_distance (first, last), n_things / THINGS_PER_FOLD, &width);
  qsort (search.gaps, n, sizeof (Range), compare_ranges);
  width = floor (width);
  for (guint i = 0; i < n; i++)
    {
      double margin = ceil (width * BREAK_MARGIN);

      from[n_folds] = DL_INSTANT (dl_instant_add_double (search.gaps[i].from, margin).seconds + 1);
      to[n_folds] = DL_INSTANT (dl_instant_add_double (search.gaps[i].to, -margin).seconds);
      if (opened == NULL || !dl_opened_folds_meet (opened, from[n_folds], to[n_folds]))
        n_folds++;
    }
  g_debug ("%u stretches are worth a fold, %u of them stay folded; a break is %.0f s wide", n, n_folds, width);
  return n_folds == 0 || width < 1 ? NULL : dl_folds_new (from, to, n_folds, (gint64) width);
}
