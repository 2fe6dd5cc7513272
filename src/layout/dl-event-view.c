/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-event-view.h"

#include "layout/dl-home-view.h"

/* Beyond the neighbours at each side, as a share of the window. */
#define NEIGHBOUR_MARGIN 0.15

/* The middle of the event is at least so far inside. */
#define LEAST_FROM_EDGE 0.25

/* Units of its date that are shown at least, and of what has no neighbour. */
#define LEAST_UNITS 5.0
#define UNITS_ALONE 30.0

/* A neighbour that is so many times as far away as the other one is left out, and
 * one that is so many times as far from an interval as that is long. */
#define FAR 12.0
#define FAR_FROM_INTERVAL 6.0

/* So many that begin before it are asked when they end. */
#define MOST_ASKED 4096

/* The event and its neighbours on the folded axis, in seconds from its start. */
typedef struct
{
  double length;
  double unit;
  double before; /* so much before it is kept in sight; 0 for nothing */
  double after;  /* the same after its end */
} Surroundings;

static double
seconds_of (guint8 precision)
{
  static const double seconds[] = {
    [DL_PRECISION_NONE] = 0,
    [DL_PRECISION_FRACTION] = 0.01,
    [DL_PRECISION_SECOND] = 1,
    [DL_PRECISION_MINUTE] = 60,
    [DL_PRECISION_HOUR] = 3600,
    [DL_PRECISION_DAY] = 86400,
    [DL_PRECISION_MONTH] = 30.44 * 86400,
    [DL_PRECISION_SEASON] = 91.3 * 86400,
    [DL_PRECISION_QUARTER] = 91.3 * 86400,
    [DL_PRECISION_QUADRIMESTER] = 121.7 * 86400,
    [DL_PRECISION_SEMESTER] = 182.6 * 86400,
    [DL_PRECISION_YEAR] = 365.25 * 86400,
    [DL_PRECISION_DECADE] = 3652.5 * 86400,
    [DL_PRECISION_CENTURY] = 36525.0 * 86400,
    [DL_PRECISION_MILLENNIUM] = 365250.0 * 86400,
  };

  g_return_val_if_fail (precision < G_N_ELEMENTS (seconds), 0);
  return seconds[precision];
}

static guint
step (DlTimeline *timeline, DlEventSet *shown, guint position, int direction)
{
  if (shown != NULL)
    return dl_event_set_step (shown, position, direction);
  if (direction < 0)
    return position > 0 ? position - 1 : DL_NONE;
  return position + 1 < dl_timeline_get_n_events (timeline) ? position + 1 : DL_NONE;
}

/* The one that was over last before @start, or DL_NONE. They are in the order in
 * which they begin. */
static guint
find_before (DlTimeline *timeline, DlEventSet *shown, guint position, DlInstant start)
{
  guint best = DL_NONE;
  guint n = 0;

  for (guint i = step (timeline, shown, position, -1); i != DL_NONE && n < MOST_ASKED;
       i = step (timeline, shown, i, -1), n++)
    {
      DlInstant end = dl_timeline_get_record (timeline, i)->end;

      if (dl_instant_compare (end, start) <= 0 &&
          (best == DL_NONE || dl_instant_compare (end, dl_timeline_get_record (timeline, best)->end) > 0))
        best = i;
    }
  return best;
}

/* The first one that begins at @end or later, or DL_NONE. */
static guint
find_after (DlTimeline *timeline, DlEventSet *shown, guint position, DlInstant end)
{
  guint n = dl_timeline_get_n_events (timeline);
  guint low = position;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (dl_timeline_get_record (timeline, middle)->start, end) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == position)
    low++;
  if (low >= n)
    return DL_NONE;
  return shown == NULL || dl_event_set_contains (shown, low) ? low : dl_event_set_step (shown, low, 1);
}

/* How far a neighbour reaches from the event: all of it where it is short, else its
 * nearer end. @near, @far: its ends on the folded axis, how far away */
static double
reach (const Surroundings *self, double near, double far)
{
  return far - near <= MAX (MAX (self->length, self->unit), 2 * near) ? far : near;
}

static void
leave_out_far (Surroundings *self, gboolean interval)
{
  double least = MAX (self->length, self->unit);

  if (interval && self->before > FAR_FROM_INTERVAL * least)
    self->before = 0;
  if (interval && self->after > FAR_FROM_INTERVAL * least)
    self->after = 0;
  if (self->before > 0 && self->after > 0 && self->before > FAR * MAX (self->after, least))
    self->before = 0;
  else if (self->before > 0 && self->after > 0 && self->after > FAR * MAX (self->before, least))
    self->after = 0;
}

/* @from, @to: (out): in seconds from the event's start */
static void
surround (const Surroundings *self, double *from, double *to)
{
  gboolean alone = self->before <= 0 && self->after <= 0;
  double   kept = (self->before + self->length + self->after) / (1 - 2 * NEIGHBOUR_MARGIN);
  double   least = MAX (self->length / DL_EVENT_SHARE, self->unit * (alone ? UNITS_ALONE : LEAST_UNITS));
  double   middle = self->length / 2;

  if (alone)
    kept = 0;
  *from = -self->before - NEIGHBOUR_MARGIN * kept;
  *to = self->length + self->after + NEIGHBOUR_MARGIN * kept;
  if (*to - *from < least)
    {
      double grow = (least - (*to - *from)) / 2;

      *from -= grow;
      *to += grow;
    }
  if (middle - *from < LEAST_FROM_EDGE * (*to - *from))
    *from = (middle - LEAST_FROM_EDGE * *to) / (1 - LEAST_FROM_EDGE);
  else if (*to - middle < LEAST_FROM_EDGE * (*to - *from))
    *to = (middle - LEAST_FROM_EDGE * *from) / (1 - LEAST_FROM_EDGE);
}

void
dl_event_view (DlTimeline      *timeline,
               const DlFolds   *folds,
               DlEventSet      *shown,
               guint            position,
               const DlInstant *today,
               DlInstant       *from,
               DlInstant       *to)
{
  const DlEventRecord *record;
  Surroundings         self = { 0 };
  DlInstant            start, end, until, axis;
  double               left, right;
  guint                before, after;
  DlDate               date;

  g_return_if_fail (DL_IS_TIMELINE (timeline) && from != NULL && to != NULL);
  record = dl_timeline_get_record (timeline, position);
  g_return_if_fail (record != NULL);
  if (!dl_full_extent (timeline, today, &start, &end))
    {
      dl_full_view (timeline, folds, today, from, to);
      return;
    }
  dl_timeline_get_date (timeline, position, &date);
  if (dl_instant_is_finite (record->start))
    start = record->start;
  if (dl_instant_is_finite (record->end))
    end = record->end;
  /* What goes on without an end is whole up to now. */
  else if (date.flags & DL_DATE_OPEN_END && dl_open_until (timeline, today, &until) &&
           dl_instant_compare (until, start) > 0)
    end = until;
  if (dl_instant_compare (end, start) <= 0)
    end = dl_instant_add (start, 1);
  axis = dl_folds_to_axis (folds, start);
  self.length = dl_instant_distance (axis, dl_folds_to_axis (folds, end));
  /* An interval is as long as it is. */
  self.unit = date.flags & DL_DATE_INTERVAL ? 0 : seconds_of (date.start_precision);
  before = find_before (timeline, shown, position, start);
  after = find_after (timeline, shown, position, end);
  if (before != DL_NONE)
    {
      record = dl_timeline_get_record (timeline, before);
      left = dl_instant_distance (dl_folds_to_axis (folds, record->end), axis);
      self.before = reach (&self, left,
                           dl_instant_is_finite (record->start)
                             ? dl_instant_distance (dl_folds_to_axis (folds, record->start), axis)
                             : G_MAXDOUBLE);
    }
  if (after != DL_NONE)
    {
      record = dl_timeline_get_record (timeline, after);
      left = dl_instant_distance (axis, dl_folds_to_axis (folds, record->start)) - self.length;
      self.after = reach (&self, left,
                          dl_instant_is_finite (record->end)
                            ? dl_instant_distance (axis, dl_folds_to_axis (folds, record->end)) - self.length
                            : G_MAXDOUBLE);
    }
  leave_out_far (&self, (date.flags & DL_DATE_INTERVAL) != 0);
  surround (&self, &left, &right);
  *from = dl_folds_from_axis (folds, dl_instant_add_double (axis, left));
  *to = dl_folds_from_axis (folds, dl_instant_add_double (axis, right));
}
