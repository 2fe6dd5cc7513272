/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-folds-private.h"

#include <stdlib.h>

/* Folding must leave no more of the axis than this. */
#define MOST_LEFT (2.0 / 3)

/* Of what there is, no more than every so manieth is followed by a fold. */
#define THINGS_PER_FOLD 3

/* A view that shows more than this share of everything may be broken. */
#define VIEW_SHARE (1.0 / 3)

/* What is found on the way from the first start to the last end. */
typedef struct
{
  GArray   *occupied;               /* DlRange: what does not come in order of its start */
  DlRange   gaps[DL_MAX_FOLDS + 1]; /* one more, to compare with */
  guint     n_gaps;                 /* the longest first */
  gboolean  has_reach;
  DlInstant first;
  DlInstant reach;
} Search;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (((const DlRange *) a)->from, ((const DlRange *) b)->from);
}

/* What is certain to be taken of a pair of bounds: both, one or nothing. */
static gboolean
bound (DlInstant from, DlInstant to, DlRange *range)
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
split_date (const DlDate *date, DlRange ranges[2])
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
  DlRange gap = { from, to };
  guint   at = self->n_gaps;

  while (at > 0 && dl_range_length (&self->gaps[at - 1]) < dl_range_length (&gap))
    at--;
  if (at == G_N_ELEMENTS (self->gaps))
    return;
  self->n_gaps = MIN (self->n_gaps + 1, G_N_ELEMENTS (self->gaps));
  for (guint i = self->n_gaps - 1; i > at; i--)
    self->gaps[i] = self->gaps[i - 1];
  self->gaps[at] = gap;
}

static void
take (Search *self, const DlRange *range)
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
  DlRange range = { from, to };

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
      DlRange ranges[2];
      guint   n = split_date (&dl_timeline_get_era (timeline, i)->date, ranges);

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

  /* Single dates are in order already, and their record knows all of them; but
   * what has no start comes first, and all that is taken of it is its end. */
  for (guint i = 0; i < n_events; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      DlRange              ranges[2];
      DlDate               date;
      guint                n;

      if (!is_interval (record))
        {
          if (!dl_instant_is_finite (record->start))
            keep (self, record->end, record->end);
          continue;
        }
      dl_timeline_get_date (timeline, i, &date);
      n = split_date (&date, ranges);
      g_array_append_vals (self->occupied, ranges, n);
    }
  keep_surroundings (self, timeline, first, last);
  g_array_sort (self->occupied, compare_ranges);

  for (guint i = 0; i < n_events; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      DlRange              single;

      if (is_interval (record) || !dl_instant_is_finite (record->start) || !bound (record->start, record->end, &single))
        continue;
      for (; next < self->occupied->len && compare_ranges (&g_array_index (self->occupied, DlRange, next), &single) < 0;
           next++)
        if (dl_instant_compare (g_array_index (self->occupied, DlRange, next).to, first) >= 0)
          take (self, &g_array_index (self->occupied, DlRange, next));
      take (self, &single);
    }
  for (;
       next < self->occupied->len && dl_instant_compare (g_array_index (self->occupied, DlRange, next).from, last) <= 0;
       next++)
    if (dl_instant_compare (g_array_index (self->occupied, DlRange, next).to, first) >= 0)
      take (self, &g_array_index (self->occupied, DlRange, next));
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
  DlInstant          first, last, as_of;
  DlStretch          stretches[DL_MAX_FOLDS];
  guint              n;
  guint              n_folds = 0;
  guint              n_things;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);

  if (!dl_timeline_get_extent (timeline, &first, &last))
    return NULL;
  /* What goes on without an end goes on until then, and is shown as far. */
  if (dl_timeline_has_open_end (timeline) && dl_timeline_get_as_of (timeline, &as_of))
    last = dl_instant_max (last, as_of);
  if (!may_be_worth_it (timeline, first, last))
    return NULL;
  occupied = g_array_new (FALSE, FALSE, sizeof (DlRange));
  search.occupied = occupied;
  n_things = dl_timeline_get_n_events (timeline) + dl_timeline_get_n_eras (timeline);
  find_gaps (&search, timeline, first, last);
  n = dl_folds_choose (timeline, first, last, search.gaps, search.n_gaps, n_things / THINGS_PER_FOLD, stretches);
  for (guint i = 0; i < n; i++)
    if (opened == NULL || !dl_opened_folds_meet (opened, stretches[i].from, stretches[i].to))
      stretches[n_folds++] = stretches[i];
  g_debug ("%u stretches are worth a fold, %u of them stay folded", n, n_folds);
  return n_folds == 0 ? NULL : dl_folds_new (stretches, n_folds);
}
