/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes: which one the reader is in, and what stays in place when there are
 * others. */
#include "view/dl-view-private.h"

/* A lane that shrinks away above the window is brought back to its edge. */
#define LEAST_IN_SIGHT 20.0

/* Where labels stand when they have settled. */
static const DlPlacedLane *
get_placed (DlView *self, guint lane)
{
  return dl_placement_get_lane (self->settled != NULL ? self->settled : self->placement, lane);
}

void
dl_view_locate (DlView *self, guint position, guint *lane, guint *item)
{
  *item = DL_NONE;
  *lane = self->current_lane;
  if (*lane < dl_arrangement_get_n_lanes (self->arrangement))
    *item = dl_arrangement_locate_in (self->arrangement, position, *lane);
  if (*item == DL_NONE)
    dl_arrangement_locate (self->arrangement, position, lane, item);
}

void
dl_view_select_in (DlView *self, guint position, guint lane)
{
  gboolean elsewhere;

  g_return_if_fail (DL_IS_VIEW (self));
  elsewhere =
    lane != DL_NO_LANE && self->current_lane != lane && dl_session_get_selected_position (self->session) == position;
  if (lane != DL_NO_LANE)
    self->current_lane = lane;
  dl_session_select (self->session, position);
  /* The same event in another lane: nothing else says so. */
  if (elsewhere)
    dl_view_changed (self);
}

/* The lane of the selected event, or DL_NONE. */
static guint
selected_lane (DlView *self)
{
  guint position = dl_session_get_selected_position (self->session);
  guint lane, item;

  if (self->arrangement == NULL || position == DL_NONE ||
      dl_arrangement_get_timeline (self->arrangement) != self->timeline)
    return DL_NONE;
  dl_view_locate (self, position, &lane, &item);
  return lane;
}

void
dl_view_update_current_lane (DlView *self)
{
  guint lane = selected_lane (self);

  if (lane != DL_NONE)
    self->current_lane = lane;
}

guint
dl_view_get_current_lane (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), DL_NONE);
  return self->current_lane;
}

const DlLane *
dl_view_get_lane (DlView *self, const char *key, guint *index, guint *n_lanes)
{
  guint lane;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  if (self->arrangement == NULL)
    return NULL;
  lane = key != NULL ? dl_arrangement_find_lane (self->arrangement, key) : selected_lane (self);
  if (lane == DL_NONE)
    return NULL;
  *index = lane;
  *n_lanes = dl_arrangement_get_n_lanes (self->arrangement);
  return dl_arrangement_get_lane (self->arrangement, lane);
}

gboolean
dl_view_keeps_rows_back (DlView *self, guint lane)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  g_return_val_if_fail (self->arrangement != NULL, FALSE);
  return self->placement != NULL && get_placed (self, lane)->crowded &&
         dl_arrangement_get_lane (self->arrangement, lane)->state == DL_LANE_AUTO;
}

guint
dl_view_header_at (DlView *self, double x, double y)
{
  g_return_val_if_fail (DL_IS_VIEW (self), DL_NONE);
  if (self->arrangement == NULL || self->placement == NULL || y < dl_view_get_head_height (self))
    return DL_NONE;
  y += self->scroll - dl_view_get_head_height (self);
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const DlPlacedLane *placed = get_placed (self, i);
      double              header = placed->header_y + dl_arrangement_get_metrics (self->arrangement)->lane_name;

      if (y < placed->y || y >= placed->y + placed->height)
        continue;
      /* One without rows is all header; else its name shares the first row. */
      if (placed->n_rows == 0 || (y < placed->y + header && (placed->note_from <= 0 || x < placed->note_from)))
        return i;
      return DL_NONE;
    }
  return DL_NONE;
}

void
dl_view_toggle_lane (DlView *self, guint lane)
{
  const DlLane *target;

  g_return_if_fail (DL_IS_VIEW (self));
  g_return_if_fail (self->arrangement != NULL);
  target = dl_arrangement_get_lane (self->arrangement, lane);
  self->keep_header = TRUE;
  dl_session_set_lane_state (self->session, target->key,
                             target->state == DL_LANE_COLLAPSED ? DL_LANE_AUTO : DL_LANE_COLLAPSED);
}

/* From one arrangement to the next */

static gboolean
is_in_sight (DlView *self, guint lane)
{
  const DlPlacedLane *placed = get_placed (self, lane);

  return placed->y < self->scroll + dl_view_get_page_height (self) && placed->y + placed->height > self->scroll;
}

/* The lane that does not move: the one that was asked to change, else that of
 * the selected event where it is in sight, else the uppermost in sight. */
static guint
find_still_lane (DlView *self)
{
  guint lane = self->changed_lane == NULL ? DL_NONE : dl_arrangement_find_lane (self->arrangement, self->changed_lane);

  if (lane == DL_NONE)
    lane = selected_lane (self);
  if (lane != DL_NONE && is_in_sight (self, lane))
    return lane;
  for (lane = 0; lane + 1 < dl_arrangement_get_n_lanes (self->arrangement); lane++)
    if (is_in_sight (self, lane))
      break;
  return lane;
}

void
dl_view_note_changes (DlView *self)
{
  const DlLaneOptions *options = dl_session_get_lane_options (self->session);
  const char          *changed = NULL;
  guint                n_changed = 0;

  for (guint i = 0; self->arrangement != NULL && i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const char *key = dl_arrangement_get_lane (self->arrangement, i)->key;

      if (dl_lane_options_get_state (options, key) == dl_lane_options_get_state (&self->options.lanes, key))
        continue;
      changed = key;
      n_changed++;
    }
  g_free (self->changed_lane);
  self->changed_lane = n_changed == 1 ? g_strdup (changed) : NULL;
}

static void
set_scroll (DlView *self, double scroll)
{
  scroll = dl_view_limit_scroll (self, scroll);
  self->scroll = self->flight_scroll_from = self->flight_scroll_to = scroll;
}

/* What of the old arrangement is to be found in its place in the new one. */
typedef struct
{
  char    *still;  /* key of a lane; nullable */
  guint    index;  /* its place among all */
  double   offset; /* of its top from the window's */
  gboolean reveal; /* the selected event was in sight, and is to be again */
} Place;

/* In a lane without rows it stands higher than in others. */
static double
name_y (DlView *self, guint lane)
{
  return get_placed (self, lane)->y + get_placed (self, lane)->header_y;
}

static Place
note_place (DlView *self)
{
  Place place = { 0 };
  guint selected = dl_session_get_selected_position (self->session);

  if (self->arrangement == NULL || self->placement == NULL || dl_arrangement_get_n_lanes (self->arrangement) == 0)
    return place;
  place.index = find_still_lane (self);
  place.reveal =
    selected_lane (self) != DL_NONE && !self->keep_header && dl_view_scroll_for_event (self, selected) == self->scroll;
  place.still = g_strdup (dl_arrangement_get_lane (self->arrangement, place.index)->key);
  place.offset = name_y (self, place.index) - self->scroll;
  return place;
}

static void
restore_place (DlView *self, Place *place)
{
  double scroll = self->scroll;
  double page = dl_view_get_page_height (self);
  guint  lane = dl_arrangement_find_lane (self->arrangement, place->still);

  if (lane == DL_NONE)
    {
      set_scroll (self, 0);
      place->reveal = TRUE;
    }
  else
    {
      double top = name_y (self, lane);
      double height = get_placed (self, lane)->height;

      if (place->offset + height < LEAST_IN_SIGHT)
        place->offset = 0;
      /* One that moves is followed only as far as it must be. */
      if (lane != place->index && top >= scroll && top + MIN (height, page) <= scroll + page)
        place->offset = top - scroll;
      set_scroll (self, top - place->offset);
    }
  if (place->reveal && selected_lane (self) != DL_NONE)
    set_scroll (self, dl_view_scroll_for_event (self, dl_session_get_selected_position (self->session)));
}

void
dl_view_replace_arrangement (DlView *self, DlArrangement *arrangement)
{
  /* The views still refer to the old one's folds. */
  DlArrangement   *old = self->arrangement;
  g_autofree char *current = NULL;
  Place            place;

  /* What settles has settled. */
  if (!self->flying)
    self->scroll = dl_view_get_resting_scroll (self);
  place = note_place (self);
  if (old != NULL && self->current_lane < dl_arrangement_get_n_lanes (old))
    current = g_strdup (dl_arrangement_get_lane (old, self->current_lane)->key);
  dl_view_clear_placement (self);
  self->arrangement = arrangement;
  self->current_lane =
    arrangement != NULL && current != NULL ? dl_arrangement_find_lane (arrangement, current) : DL_NONE;
  dl_view_update_current_lane (self);
  dl_view_take_folds (self);
  if (arrangement != NULL && !self->has_viewport)
    dl_view_apply_home (self);
  if (arrangement != NULL && self->has_viewport && self->placement == NULL)
    dl_view_settle_now (self);
  if (self->placement != NULL && place.still != NULL)
    restore_place (self, &place);
  else if (self->placement != NULL)
    set_scroll (self, self->scroll);
  if (arrangement != NULL)
    {
      g_clear_pointer (&self->changed_lane, g_free);
      self->keep_header = FALSE;
    }
  g_free (place.still);
  g_clear_pointer (&old, dl_arrangement_unref);
  if (self->placement != NULL)
    dl_view_go_on_returning (self);
}
