/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointing at one event after the other, whatever the session has selected. */
#include <math.h>

#include "view/dl-view-private.h"

/* Free beside the event, and beside the nearer of its neighbours, as a share. */
#define BESIDE_EVENT 0.3
#define BESIDE_NEIGHBOUR 0.25
/* So far from it, as a share of the width, the first and the last may be, where nothing is beyond them. */
#define FROM_MIDDLE 0.25

void
dl_view_set_pointing (DlView *self, gboolean pointing)
{
  g_return_if_fail (DL_IS_VIEW (self));
  pointing = pointing != FALSE;
  if (self->pointing == pointing)
    return;
  self->pointing = pointing;
  self->pointed = DL_NONE;
  dl_view_arrange (self);
}

/* Nothing to click on, to count or to follow, and what is pointed at has a name. */
void
dl_view_fill_pointing (DlView *self, DlLayoutInput *input)
{
  input->selected = self->pointed;
  input->interactive = FALSE;
  input->notes = FALSE;
  input->unrelated = TRUE;
}

/* How far a neighbour begins from @middle, on the axis; 0 where there is none. */
static double
distance_to (DlView *self, const DlViewport *viewport, guint neighbour, DlInstant middle)
{
  const DlEventRecord *record;

  if (neighbour == DL_NONE)
    return 0;
  record = dl_timeline_get_record (self->timeline, neighbour);
  if (!dl_instant_is_finite (record->start))
    return 0;
  return fabs (dl_instant_distance (dl_folds_to_axis (viewport->folds, record->start), middle));
}

static double
least_of (double a, double b)
{
  return a <= 0 ? b : b <= 0 ? a : MIN (a, b);
}

void
dl_view_point_at (DlView *self, guint position, guint before, guint after)
{
  const DlEventRecord *record;
  DlViewport           viewport;
  DlInstant            from, to, middle;
  double               length, near, half;

  g_return_if_fail (DL_IS_VIEW (self));
  g_return_if_fail (self->pointing);
  self->pointed = position;
  if (self->arrangement == NULL || !self->has_viewport || position == DL_NONE)
    return;
  viewport = dl_view_get_resting (self);
  record = dl_timeline_get_record (self->timeline, position);
  from = dl_instant_is_finite (record->start) ? record->start : record->end;
  to = dl_instant_is_finite (record->end) ? record->end : record->start;
  if (!dl_instant_is_finite (from))
    from = to = dl_viewport_instant (&viewport, viewport.width / 2);
  from = dl_folds_to_axis (viewport.folds, from);
  to = dl_folds_to_axis (viewport.folds, to);
  length = dl_instant_distance (from, to);
  middle = dl_instant_add_double (from, length / 2);
  near = least_of (distance_to (self, &viewport, before, middle), distance_to (self, &viewport, after, middle));
  half = MAX (length / 2 * (1 + BESIDE_EVENT), near * (1 + BESIDE_NEIGHBOUR));
  /* A moment by itself says nothing of how near one should look. */
  if (half > 0)
    viewport.scale = CLAMP (viewport.width / 2 / half, DL_SCALE_MIN, DL_SCALE_MAX);
  dl_viewport_place (&viewport, dl_folds_from_axis (viewport.folds, middle), viewport.width / 2);
  dl_view_fill (self, &viewport, viewport.width * FROM_MIDDLE);
  dl_view_fly (self, &viewport, dl_view_get_resting_scroll (self), position);
}
