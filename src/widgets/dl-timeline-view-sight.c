/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-view-private.h"

/* The first event that has a label in sight and begins there, or DL_NONE. */
static guint
first_labelled (DlTimelineView *self, DlInstant from)
{
  DlScene    *scene = dl_timeline_view_get_scene (self);
  guint       first = DL_NONE;
  guint       n_ops;
  const DlOp *ops;

  if (scene == NULL)
    return DL_NONE;
  ops = dl_scene_get_ops (scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      double      y = op->y - dl_scene_get_scroll (scene);

      if ((op->role != DL_ROLE_CARD && op->role != DL_ROLE_LABEL) || op->flags & DL_OP_OUTSIDE)
        continue;
      if (y < dl_scene_get_head_height (scene) || y + op->h > dl_scene_get_height (scene))
        continue;
      if (op->event < first && dl_instant_compare (dl_timeline_get_record (self->timeline, op->event)->start, from) >= 0)
        first = op->event;
    }
  return first;
}

/* The number of events that begin before @at. */
static guint
count_before (DlTimeline *timeline, DlInstant at)
{
  guint low = 0;
  guint high = dl_timeline_get_n_events (timeline);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (dl_timeline_get_record (timeline, middle)->start, at) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dl_timeline_view_first_in_sight (DlTimelineView *self, int direction)
{
  guint     n = dl_timeline_get_n_events (self->timeline);
  guint     labelled = DL_NONE;
  guint     first;
  DlInstant from, to;

  dl_timeline_view_get_destination (self, &from, &to);
  /* On the way there are other labels. */
  if (self->tick_id == 0 && !self->has_awaited)
    labelled = first_labelled (self, from);
  if (labelled != DL_NONE)
    return labelled;
  first = count_before (self->timeline, from);
  if (first < n && dl_event_record_meets (dl_timeline_get_record (self->timeline, first), from, to))
    return first;
  if (direction < 0)
    return first > 0 ? first - 1 : 0;
  return MIN (first, n - 1);
}

gboolean
dl_timeline_view_goes_on_from (DlTimelineView *self, guint position)
{
  const DlEventRecord *record;
  DlInstant            from, to;

  if (position == DL_NONE)
    return FALSE;
  record = dl_timeline_get_record (self->timeline, position);
  dl_timeline_view_get_destination (self, &from, &to);
  if (!dl_event_record_meets (record, from, to))
    return FALSE;
  /* What goes on for years meets every view: its neighbours are far away. */
  return !self->jumped || dl_instant_compare (record->start, from) >= 0;
}
