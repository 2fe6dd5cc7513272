/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-folds.h"

#include <string.h>

struct _DlFolds
{
  gatomicrefcount ref_count;
  guint           n;
  DlFold          folds[DL_MAX_FOLDS];
};

void
dl_opened_folds_add (DlOpenedFolds *self, const DlFold *fold)
{
  if (self->n == DL_MAX_FOLDS)
    {
      memmove (self->from, self->from + 1, sizeof (DlInstant) * (DL_MAX_FOLDS - 1));
      memmove (self->to, self->to + 1, sizeof (DlInstant) * (DL_MAX_FOLDS - 1));
      self->n--;
    }
  self->from[self->n] = fold->from;
  self->to[self->n] = fold->to;
  self->n++;
}

gboolean
dl_opened_folds_meet (const DlOpenedFolds *self, DlInstant from, DlInstant to)
{
  for (guint i = 0; i < self->n; i++)
    if (dl_instant_compare (self->from[i], to) < 0 && dl_instant_compare (self->to[i], from) > 0)
      return TRUE;
  return FALSE;
}

/* @a + (@to - @from) with the nanoseconds of @to, exact while it is finite,
 * else the nearest finite instant. The distance may be larger than a gint64 is. */
static DlInstant
shift (DlInstant a, DlInstant from, DlInstant to)
{
  DlInstant sum = to;
  gboolean  over;

  if (to.seconds >= from.seconds)
    over = __builtin_add_overflow (a.seconds, (guint64) to.seconds - (guint64) from.seconds, &sum.seconds) ||
           sum.seconds == G_MAXINT64;
  else
    over = __builtin_sub_overflow (a.seconds, (guint64) from.seconds - (guint64) to.seconds, &sum.seconds) ||
           sum.seconds == G_MININT64;
  if (!over)
    return sum;
  return to.seconds >= from.seconds ? (DlInstant){ G_MAXINT64 - 1, 999999999 } : DL_INSTANT (G_MININT64 + 1);
}

DlFolds *
dl_folds_new (const DlStretch *stretches, guint n)
{
  DlFolds  *self;
  DlInstant axis;

  g_return_val_if_fail (n >= 1 && n <= DL_MAX_FOLDS, NULL);

  self = g_new0 (DlFolds, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  axis = stretches[0].from;
  for (guint i = 0; i < n; i++)
    {
      const DlStretch *each = &stretches[i];

      if (i > 0)
        axis = shift (axis, stretches[i - 1].to, each->from);
      self->folds[i] = (DlFold){ .last = each->last,
                                 .from = each->from,
                                 .to = each->to,
                                 .next = each->next,
                                 .axis_from = axis,
                                 .axis_to = dl_instant_add (axis, MAX (each->width, 1)) };
      axis = self->folds[i].axis_to;
    }
  return self;
}

DlFolds *
dl_folds_ref (DlFolds *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_folds_unref (DlFolds *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/* How many folds begin at @instant or before it, on one of the two sides. */
static guint
count_begun (const DlFolds *self, DlInstant instant, gboolean on_axis)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint         middle = low + (high - low) / 2;
      const DlFold *fold = &self->folds[middle];

      if (dl_instant_compare (on_axis ? fold->axis_from : fold->from, instant) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The place in [@to_start, @to_end) that is as far along as @instant is in
 * [@from_start, @from_end). */
static DlInstant
interpolate (DlInstant instant, DlInstant from_start, DlInstant from_end, DlInstant to_start, DlInstant to_end)
{
  double share = dl_instant_distance (from_start, instant) / dl_instant_distance (from_start, from_end);
  /* In two steps: the longest fold is longer than a gint64 of seconds. */
  double half = share * dl_instant_distance (to_start, to_end) / 2;

  return dl_instant_min (dl_instant_add_double (dl_instant_add_double (to_start, half), half), to_end);
}

DlInstant
dl_folds_to_axis (const DlFolds *self, DlInstant instant)
{
  const DlFold *fold;
  guint         n;

  if (self == NULL || !dl_instant_is_finite (instant))
    return instant;
  n = count_begun (self, instant, FALSE);
  if (n == 0)
    return instant;
  fold = &self->folds[n - 1];
  if (dl_instant_compare (instant, fold->to) < 0)
    return interpolate (instant, fold->from, fold->to, fold->axis_from, fold->axis_to);
  return shift (fold->axis_to, fold->to, instant);
}

DlInstant
dl_folds_from_axis (const DlFolds *self, DlInstant axis)
{
  const DlFold *fold;
  guint         n;

  if (self == NULL || !dl_instant_is_finite (axis))
    return axis;
  n = count_begun (self, axis, TRUE);
  if (n == 0)
    return axis;
  fold = &self->folds[n - 1];
  if (dl_instant_compare (axis, fold->axis_to) < 0)
    return interpolate (axis, fold->axis_from, fold->axis_to, fold->from, fold->to);
  return shift (fold->to, fold->axis_to, axis);
}

guint
dl_folds_get_n (const DlFolds *self)
{
  return self == NULL ? 0 : self->n;
}

const DlFold *
dl_folds_get (const DlFolds *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n, NULL);
  return &self->folds[index];
}

guint
dl_folds_find (const DlFolds *self, DlInstant axis)
{
  guint n = self == NULL ? 0 : count_begun (self, axis, TRUE);

  return n == 0 || dl_instant_compare (axis, self->folds[n - 1].axis_to) >= 0 ? DL_NO_FOLD : n - 1;
}

double
dl_fold_get_seconds (const DlFold *fold)
{
  return dl_instant_distance (fold->from, fold->to);
}

gboolean
dl_folds_equal (const DlFolds *a, const DlFolds *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (dl_instant_compare (a->folds[i].from, b->folds[i].from) != 0 ||
        dl_instant_compare (a->folds[i].to, b->folds[i].to) != 0 ||
        dl_instant_compare (a->folds[i].axis_from, b->folds[i].axis_from) != 0 ||
        dl_instant_compare (a->folds[i].axis_to, b->folds[i].axis_to) != 0)
      return FALSE;
  return TRUE;
}
