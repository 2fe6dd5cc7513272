/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From event to related event, forth and back. */
#include "model/dl-related.h"
#include "view/dl-view-private.h"

/* A step of the walk: from where, and whether it went to what is later (1) or earlier (-1). */
typedef struct
{
  guint from;
  int   direction;
} Step;

GArray *
dl_view_walk_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Step));
}

void
dl_view_end_walk (DlView *self)
{
  self->walk_at = DL_NONE;
  g_array_set_size (self->walk, 0);
  g_hash_table_remove_all (self->walked);
}

/* Who has selected another event since is not on that walk any more. */
static void
begin_walk (DlView *self, guint position)
{
  if (self->walk_at == position)
    return;
  dl_view_end_walk (self);
  self->walk_at = position;
  g_hash_table_add (self->walked, GUINT_TO_POINTER (position));
}

static void
go_to (DlView *self, guint position)
{
  self->walk_at = position;
  g_hash_table_add (self->walked, GUINT_TO_POINTER (position));
  dl_session_select (self->session, position);
}

/* Whether a related event is later (1) or earlier (-1). Of two that begin together, the one
 * that the other leads to is. */
static int
direction_to (DlView *self, guint from, const DlRelatedEvent *related)
{
  int order = dl_instant_compare (dl_timeline_get_record (self->timeline, related->position)->start,
                                  dl_timeline_get_record (self->timeline, from)->start);

  if (order != 0)
    return order > 0 ? 1 : -1;
  if (related->to_it != related->from_it)
    return related->to_it ? 1 : -1;
  return related->position > from ? 1 : -1;
}

static void
make_step (DlView *self, guint from, guint to, int direction)
{
  Step step = { from, direction };

  g_array_append_val (self->walk, step);
  go_to (self, to);
}

static gboolean
is_on_way_back (DlView *self, guint position)
{
  for (guint i = 0; i < self->walk->len; i++)
    if (g_array_index (self->walk, Step, i).from == position)
      return TRUE;
  return FALSE;
}

/* Whether @a is the one to go to first: what follows from the event, or what it follows
 * from, before what is only beside it; then the nearer one in time. */
static gboolean
is_before (const DlRelatedEvent *a, const DlRelatedEvent *b, int direction)
{
  gboolean a_leads = direction > 0 ? a->to_it : a->from_it;
  gboolean b_leads = direction > 0 ? b->to_it : b->from_it;

  if (a_leads != b_leads)
    return a_leads;
  return direction > 0 ? a->position < b->position : a->position > b->position;
}

/* The event to go on to in that direction, first to where the walk has not been: DL_NONE
 * where nothing is related there. */
static guint
find_next (DlView *self, const GArray *related, guint from, int direction)
{
  for (guint again = 0; again < 2; again++)
    {
      const DlRelatedEvent *best = NULL;

      for (guint i = 0; i < related->len; i++)
        {
          const DlRelatedEvent *each = &g_array_index (related, DlRelatedEvent, i);

          if (direction_to (self, from, each) != direction)
            continue;
          if (again ? is_on_way_back (self, each->position)
                    : g_hash_table_contains (self->walked, GUINT_TO_POINTER (each->position)))
            continue;
          if (best == NULL || is_before (each, best, direction))
            best = each;
        }
      if (best != NULL)
        return best->position;
    }
  return DL_NONE;
}

DlFollowed
dl_view_follow_relation (DlView *self, int direction)
{
  g_autoptr (GArray) related = NULL;
  guint              selected, next;

  g_return_val_if_fail (DL_IS_VIEW (self), DL_FOLLOWED_NOTHING_RELATED);
  g_return_val_if_fail (direction == 1 || direction == -1, DL_FOLLOWED_NOTHING_RELATED);
  selected = dl_session_get_selected_position (self->session);
  if (selected == DL_NONE)
    return dl_view_step_event (self, 0) ? DL_FOLLOWED : DL_FOLLOWED_NOTHING_RELATED;
  dl_view_visit_selected (self);
  begin_walk (self, selected);
  if (self->walk->len > 0 && g_array_index (self->walk, Step, self->walk->len - 1).direction == -direction)
    {
      next = g_array_index (self->walk, Step, self->walk->len - 1).from;
      g_array_set_size (self->walk, self->walk->len - 1);
      go_to (self, next);
      dl_view_reveal_as (self, next, DL_MOVE_SELECT);
      return DL_FOLLOWED;
    }
  related = dl_related_events_new (self->timeline, selected);
  next = find_next (self, related, selected, direction);
  if (next == DL_NONE)
    return related->len == 0 ? DL_FOLLOWED_NOTHING_RELATED : DL_FOLLOWED_NOTHING_THERE;
  make_step (self, selected, next, direction);
  dl_view_reveal_as (self, next, DL_MOVE_SELECT);
  return DL_FOLLOWED;
}

void
dl_view_go_to_event (DlView *self, guint position, gboolean centred)
{
  g_autoptr (GArray) related = NULL;
  guint              selected;

  g_return_if_fail (DL_IS_VIEW (self));
  if (self->timeline == NULL || position == DL_NONE)
    return;
  selected = dl_session_get_selected_position (self->session);
  if (selected != position)
    dl_view_visit_selected (self);
  related = selected == DL_NONE ? NULL : dl_related_events_new (self->timeline, selected);
  for (guint i = 0; related != NULL && i < related->len; i++)
    {
      const DlRelatedEvent *each = &g_array_index (related, DlRelatedEvent, i);

      if (each->position != position)
        continue;
      begin_walk (self, selected);
      make_step (self, selected, position, direction_to (self, selected, each));
    }
  dl_session_select (self->session, position);
  if (centred)
    dl_view_center_as (self, position, DL_MOVE_SELECT);
  else
    dl_view_reveal_as (self, position, DL_MOVE_SELECT);
}
