/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-walk.h"

#include "model/dl-event-order.h"

struct _DlWalk
{
  DlTimeline     *timeline;
  DlEventSet     *events; /* nullable: all */
  GArray         *order;  /* of positions, DL_NONE too; nullable: those of the timeline */
  DlWalkCountFunc count;
  gpointer        data;
  guint           at; /* an index of the order, else a position */
  guint           page;
  guint           n_pages;
};

/* The place after or before @at, the first or the last where that is DL_NONE. */
static guint
step (DlWalk *self, guint at, int direction)
{
  guint n = self->order != NULL ? self->order->len : dl_timeline_get_n_events (self->timeline);

  if (self->events != NULL)
    return dl_event_set_step (self->events, at, direction);
  if (direction < 0)
    return at == DL_NONE ? n - 1 : at > 0 ? at - 1 : DL_NONE;
  return at == DL_NONE ? 0 : at + 1 < n ? at + 1 : DL_NONE;
}

/* The event of the place; DL_NONE where there is none. */
static guint
event_of (DlWalk *self, guint at)
{
  return at == DL_NONE || self->order == NULL ? at : g_array_index (self->order, guint, at);
}

static guint
count_pages (DlWalk *self)
{
  guint n = self->count == NULL ? 1 : self->count (event_of (self, self->at), self->data);

  return MAX (n, 1);
}

static void
arrive (DlWalk *self, guint at, gboolean at_end)
{
  self->at = at;
  self->n_pages = count_pages (self);
  self->page = at_end ? self->n_pages - 1 : 0;
}

/* The first event of the walk that is not before @start, else the last one. */
static guint
find_start (DlWalk *self, guint start)
{
  guint n = dl_timeline_get_n_events (self->timeline);
  guint found;

  if (n == 0)
    return DL_NONE;
  if (start == DL_NONE)
    return step (self, DL_NONE, 1);
  if (start < n && (self->events == NULL || dl_event_set_contains (self->events, start)))
    return start;
  found = start < n ? step (self, start, 1) : DL_NONE;
  return found != DL_NONE ? found : step (self, DL_NONE, -1);
}

static DlWalk *
walk_new (DlTimeline *timeline, DlWalkCountFunc count, gpointer data)
{
  DlWalk *self = g_new0 (DlWalk, 1);

  self->timeline = g_object_ref (timeline);
  self->count = count;
  self->data = data;
  return self;
}

/* Where some stand elsewhere in a list than in the timeline, one meets them there. */
static void
take_list_order (DlWalk *self, guint first)
{
  g_autoptr (DlEventOrder) order = NULL;
  GArray                  *positions = NULL;

  if (self->events != NULL)
    {
      positions = g_array_new (FALSE, FALSE, sizeof (guint32));
      for (guint32 at = step (self, DL_NONE, 1); at != DL_NONE; at = step (self, at, 1))
        g_array_append_val (positions, at);
    }
  order = dl_event_order_new (self->timeline, positions);
  if (!dl_event_order_is_own (order))
    return;
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < dl_event_order_get_n (order); i++)
    {
      guint position = dl_event_order_get_position (order, i);

      g_array_append_val (self->order, position);
    }
  g_clear_pointer (&self->events, dl_event_set_unref);
  self->at = first == DL_NONE ? 0 : dl_event_order_find (order, first);
}

DlWalk *
dl_walk_new (DlTimeline *timeline, DlEventSet *events, guint start, DlWalkCountFunc count, gpointer data)
{
  DlWalk *self;
  guint   first;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  self = walk_new (timeline, count, data);
  self->events = events == NULL ? NULL : dl_event_set_ref (events);
  first = find_start (self, start);
  if (first == DL_NONE)
    {
      dl_walk_free (self);
      return NULL;
    }
  self->at = first;
  take_list_order (self, start == DL_NONE ? DL_NONE : first);
  arrive (self, self->at, FALSE);
  return self;
}

DlWalk *
dl_walk_new_in_order (DlTimeline     *timeline,
                      const guint    *positions,
                      guint           n,
                      guint           start,
                      DlWalkCountFunc count,
                      gpointer        data)
{
  DlWalk *self;
  guint   first = 0;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (positions != NULL || n == 0, NULL);
  if (n == 0)
    return NULL;
  self = walk_new (timeline, count, data);
  self->order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_array_append_vals (self->order, positions, n);
  for (guint i = n; i > 0; i--)
    if (start != DL_NONE && positions[i - 1] == start)
      first = i - 1;
  arrive (self, first, FALSE);
  return self;
}

void
dl_walk_free (DlWalk *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->timeline);
  g_clear_pointer (&self->events, dl_event_set_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self);
}

DlTimeline *
dl_walk_get_timeline (DlWalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->timeline;
}

guint
dl_walk_get_n (DlWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);
  if (self->order != NULL)
    return self->order->len;
  return self->events != NULL ? dl_event_set_get_n (self->events) : dl_timeline_get_n_events (self->timeline);
}

guint
dl_walk_get_index (DlWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->events != NULL ? dl_event_set_count_before (self->events, self->at) : self->at;
}

guint
dl_walk_get_position (DlWalk *self)
{
  g_return_val_if_fail (self != NULL, DL_NONE);
  return event_of (self, self->at);
}

guint
dl_walk_get_neighbour (DlWalk *self, int direction)
{
  g_return_val_if_fail (self != NULL, DL_NONE);
  return event_of (self, step (self, self->at, direction));
}

guint
dl_walk_get_page (DlWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->page;
}

guint
dl_walk_get_n_pages (DlWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_pages;
}

gboolean
dl_walk_step (DlWalk *self, int direction)
{
  guint next;

  g_return_val_if_fail (self != NULL, FALSE);
  if (direction < 0 ? self->page > 0 : self->page + 1 < self->n_pages)
    {
      self->page = direction < 0 ? self->page - 1 : self->page + 1;
      return TRUE;
    }
  next = step (self, self->at, direction);
  if (next == DL_NONE)
    return FALSE;
  arrive (self, next, direction < 0);
  return TRUE;
}

gboolean
dl_walk_step_to_end (DlWalk *self, int direction)
{
  guint last;

  g_return_val_if_fail (self != NULL, FALSE);
  last = step (self, DL_NONE, -direction);
  if (last == self->at && self->page == 0)
    return FALSE;
  arrive (self, last, FALSE);
  return TRUE;
}

void
dl_walk_count_again (DlWalk *self)
{
  g_return_if_fail (self != NULL);
  self->n_pages = count_pages (self);
  self->page = MIN (self->page, self->n_pages - 1);
}
