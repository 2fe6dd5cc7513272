/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From event to event. */
#include <math.h>

#include "view/dl-view-private.h"

/* Whether a filter lets it through. */
static gboolean
is_shown (DlView *self, guint position)
{
  DlEventSet *shown = dl_session_get_shown (self->session);

  return shown == NULL || dl_event_set_contains (shown, position);
}

/* The next event that a filter lets through, or the one before; from %DL_NONE on
 * the first or the last. Returns: %DL_NONE where there is none */
static guint
step (DlView *self, guint position, int direction)
{
  DlEventSet *shown = dl_session_get_shown (self->session);
  guint       n = dl_timeline_get_n_events (self->timeline);

  if (shown != NULL)
    return dl_event_set_step (shown, position, direction);
  if (position == DL_NONE)
    return direction < 0 ? n - 1 : 0;
  if (direction < 0)
    return position > 0 ? position - 1 : DL_NONE;
  return position + 1 < n ? position + 1 : DL_NONE;
}

/* The first event that has a label in sight and begins there, or DL_NONE. */
static guint
first_labelled (DlView *self, DlInstant from)
{
  DlScene    *scene = dl_view_get_scene (self);
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
      if (op->event < first && is_shown (self, op->event) &&
          dl_instant_compare (dl_timeline_get_record (self->timeline, op->event)->start, from) >= 0)
        first = op->event;
    }
  return first;
}

/* The first event that begins in sight, one with a label if there is any; else
 * the first one after or, where @direction is negative, the last one before. Of
 * those that a filter lets through, of which there are some. */
static guint
first_in_sight (DlView *self, int direction)
{
  guint     labelled = DL_NONE;
  guint     begun, before, first;
  DlInstant from, to;

  dl_view_get_destination (self, &from, &to);
  /* On the way there are other labels. */
  if (!self->flying && !self->has_awaited)
    labelled = first_labelled (self, from);
  if (labelled != DL_NONE)
    return labelled;
  begun = dl_timeline_count_before (self->timeline, from);
  before = begun > 0 ? step (self, begun, -1) : DL_NONE;
  first = before != DL_NONE ? step (self, before, 1) : step (self, DL_NONE, 1);
  if (first != DL_NONE && dl_event_record_meets (dl_timeline_get_record (self->timeline, first), from, to))
    return first;
  if (before != DL_NONE && (direction < 0 || first == DL_NONE))
    return before;
  return first;
}

/* Whether that event, or DL_NONE, is where one looks, so that the keys go on
 * from it. */
static gboolean
goes_on_from (DlView *self, guint position)
{
  const DlEventRecord *record;
  DlInstant            from, to;

  if (position == DL_NONE)
    return FALSE;
  record = dl_timeline_get_record (self->timeline, position);
  dl_view_get_destination (self, &from, &to);
  if (!dl_event_record_meets (record, from, to))
    return FALSE;
  /* What goes on for years meets every view: its neighbours are far away. */
  return !self->jumped || dl_instant_compare (record->start, from) >= 0;
}

static gboolean
has_events (DlView *self)
{
  DlEventSet *shown = dl_session_get_shown (self->session);

  return dl_view_get_viewport (self) != NULL && dl_timeline_get_n_events (self->timeline) > 0 &&
         (shown == NULL || dl_event_set_get_n (shown) > 0);
}

static gboolean
select_and_reveal (DlView *self, guint position, DlMoveKind kind)
{
  dl_session_select (self->session, position);
  dl_view_reveal_as (self, position, kind);
  return TRUE;
}

gboolean
dl_view_step_event (DlView *self, int direction)
{
  guint selected, next;

  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!has_events (self))
    return FALSE;
  selected = dl_session_get_selected_position (self->session);
  if (direction == 0)
    selected = self->last_selected != DL_NONE ? self->last_selected : first_in_sight (self, 1);
  else if (!goes_on_from (self, selected))
    selected = goes_on_from (self, self->last_selected) ? self->last_selected : first_in_sight (self, direction);
  else
    {
      next = step (self, selected, direction);
      if (next != DL_NONE)
        selected = next;
    }
  return select_and_reveal (self, selected, DL_MOVE_EVENT);
}

gboolean
dl_view_step_measure (DlView *self, int direction)
{
  guint other;

  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!has_events (self))
    return FALSE;
  if (dl_session_get_selected_position (self->session) == DL_NONE)
    return dl_view_step_event (self, direction);
  other = dl_session_get_other (self->session);
  if (other == DL_NONE)
    other = dl_session_get_selected_position (self->session);
  other = step (self, other, direction);
  if (other == DL_NONE)
    return FALSE;
  dl_session_measure_to (self->session, other);
  dl_view_reveal_as (self, other, DL_MOVE_EVENT);
  return TRUE;
}

/* The event of @lane that begins nearest to @at, of those that a filter lets
 * through, or DL_NONE. */
static guint
find_nearest (DlView *self, const DlLane *lane, DlInstant at)
{
  guint  best = DL_NONE;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < lane->events->len; i++)
    {
      guint  position = g_array_index (lane->events, guint32, i);
      double distance = fabs (dl_instant_distance (at, dl_timeline_get_record (self->timeline, position)->start));

      if (distance < nearest && is_shown (self, position))
        {
          nearest = distance;
          best = position;
        }
    }
  return best;
}

gboolean
dl_view_step_lane (DlView *self, int direction)
{
  guint selected, lane, item, best;

  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!has_events (self))
    return FALSE;
  selected = dl_session_get_selected_position (self->session);
  if (!goes_on_from (self, selected))
    return dl_view_step_event (self, direction);
  dl_view_locate (self, selected, &lane, &item);
  /* One in which the filter leaves nothing is passed over. */
  for (best = DL_NONE; best == DL_NONE;)
    {
      if ((direction < 0 && lane == 0) || (direction > 0 && lane + 1 >= dl_arrangement_get_n_lanes (self->arrangement)))
        return FALSE;
      lane = direction < 0 ? lane - 1 : lane + 1;
      best = find_nearest (self, dl_arrangement_get_lane (self->arrangement, lane),
                           dl_timeline_get_record (self->timeline, selected)->start);
    }
  dl_view_select_in (self, best, lane);
  dl_view_reveal_as (self, best, DL_MOVE_EVENT);
  return TRUE;
}

gboolean
dl_view_step_to_end (DlView *self, int direction)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  return has_events (self) && select_and_reveal (self, step (self, DL_NONE, direction < 0 ? 1 : -1), DL_MOVE_JUMP);
}
