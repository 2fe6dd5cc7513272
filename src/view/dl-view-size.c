/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room that the picture gets, and what becomes of the view in another one. */
#include <math.h>

#include "layout/dl-home-view.h"
#include "view/dl-view-private.h"

/* What is at an edge is in sight for rounding as well. */
#define AT_EDGE 0.5
/* As far from the left edge as what one looks at stays, where the view goes back. */
#define LEAST_KEPT_LEFT 20.0

/* How far right what one looks at is: the selected event where it begins in sight, else the
 * middle. Negative where it goes on from before, and cannot be lost at the other edge. */
static double
find_looked_at (DlView *self, const DlViewport *viewport)
{
  guint                selected = dl_session_get_selected_position (self->session);
  const DlEventRecord *record;
  double               start, end;

  if (selected != DL_NONE && dl_session_get_timeline (self->session) == self->timeline)
    {
      record = dl_timeline_get_record (self->timeline, selected);
      start = dl_viewport_x (viewport, record->start);
      end = dl_viewport_x (viewport, record->end);
      if (start < viewport->width && end >= 0)
        return start;
    }
  return viewport->width / 2;
}

/* How far right an instant is, however far that is. */
static double
find_x (const DlViewport *viewport, DlInstant instant)
{
  return dl_instant_distance (viewport->origin, dl_folds_to_axis (viewport->folds, instant)) * viewport->scale;
}

/* How many pixels beyond each edge there is something to see, with the margin that it has where
 * all of it is fitted; negative: of how many there is nothing. */
static void
find_beyond (DlView *self, const DlViewport *viewport, double *left, double *right)
{
  DlInstant today = dl_view_get_today ();
  DlInstant from, to;

  dl_full_view (self->timeline, viewport->folds, &today, &from, &to);
  *left = -find_x (viewport, from);
  *right = find_x (viewport, to) - viewport->width;
}

static gboolean
shows_all (DlView *self, const DlViewport *viewport)
{
  double left, right;

  find_beyond (self, viewport, &left, &right);
  return left <= AT_EDGE && right <= AT_EDGE;
}

/* The same without the margin. */
static gboolean
holds_all (DlView *self, const DlViewport *viewport)
{
  DlInstant today = dl_view_get_today ();
  DlInstant first, last;

  return dl_full_extent (self->timeline, &today, &first, &last) && find_x (viewport, first) >= 0 &&
         find_x (viewport, last) <= viewport->width;
}

/* The left edge and the scale stay, as far as can be. */
static void
set_width (DlView *self, DlViewport *viewport, double width)
{
  dl_viewport_set_width (viewport, width);
  dl_view_limit (self, viewport, 0);
}

/* But what one looks at stays in sight, and has as much room at its right as it had, up to that
 * of a label. Returns: by how much the left edge moved */
static double
squeeze (DlView *self, DlViewport *viewport, double width)
{
  double x = find_looked_at (self, viewport);
  double room = MIN (MIN (width / 4, DL_CARD_WIDTH_MAX), viewport->width - x);
  double pixels = x < 0 ? 0 : MAX (MIN (x, x - (width - room)), 0);

  dl_viewport_pan (viewport, pixels);
  set_width (self, viewport, width);
  return pixels;
}

void
dl_view_fill (DlView *self, DlViewport *viewport, double most)
{
  double left, right;

  find_beyond (self, viewport, &left, &right);
  if (left > 0 && right < 0)
    dl_viewport_pan (viewport, -MIN (MIN (left, -right), most));
  else if (right > 0 && left < 0)
    dl_viewport_pan (viewport, MIN (MIN (right, -left), most));
}

/* More of the time at the right comes into sight, and where there is no more, of that at the
 * left; when there is no more there either, all of it is fitted. Returns: by how much the left
 * edge moved */
static double
widen (DlView *self, DlViewport *viewport, double width)
{
  double    gained = width - viewport->width;
  double    pixels = 0;
  double    left, right;
  DlInstant today, from, to;

  set_width (self, viewport, width);
  find_beyond (self, viewport, &left, &right);
  if (left > 0 && right < 0)
    pixels = -MIN (MIN (left, -right), gained);
  dl_viewport_pan (viewport, pixels);
  if (!shows_all (self, viewport))
    return pixels;
  today = dl_view_get_today ();
  dl_full_view (self->timeline, viewport->folds, &today, &from, &to);
  dl_viewport_set_range (viewport, from, to, width);
  return 0;
}

static void
change_width (DlView *self, DlViewport *viewport, double width, DlRoom *room)
{
  double change = width - viewport->width;
  double back, x;

  /* All of it stays all of it, at the same places. */
  if (change > 0 ? shows_all (self, viewport) : holds_all (self, viewport))
    {
      dl_viewport_set_range (viewport, dl_viewport_from (viewport), dl_viewport_to (viewport), width);
      dl_view_limit (self, viewport, width / 2);
      *room = (DlRoom){ 0 };
    }
  else if (change > 0)
    {
      /* A pane that closes gives back what it took when it was opened, */
      change = MIN (change, room->lost);
      back = CLAMP (room->shifted, 0, change);
      dl_viewport_pan (viewport, -back);
      set_width (self, viewport, viewport->width + change);
      room->lost -= change;
      room->shifted -= back;
      if (viewport->width < width)
        room->shifted += widen (self, viewport, width);
    }
  else
    {
      /* and one that opens takes what came into sight when it was closed. */
      x = find_looked_at (self, viewport);
      back = x < 0 ? -room->shifted : MIN (-room->shifted, x - LEAST_KEPT_LEFT);
      back = CLAMP (back, 0, -change);
      dl_viewport_pan (viewport, back);
      set_width (self, viewport, viewport->width - back);
      room->shifted += back;
      if (viewport->width > width)
        {
          room->lost += viewport->width - width;
          room->shifted += squeeze (self, viewport, width);
        }
    }
}

static void
change_resting_width (DlView *self, double width)
{
  DlViewport *viewport = &self->viewport;

  if (viewport->scale != self->room_scale || dl_instant_compare (viewport->origin, self->room_origin) != 0)
    self->room = (DlRoom){ 0 };
  change_width (self, viewport, width, &self->room);
  self->room_scale = viewport->scale;
  self->room_origin = viewport->origin;
}

/* The selected event where it is in sight from top to bottom, else %DL_NONE. */
static guint
find_selected_in_sight (DlView *self)
{
  guint selected = dl_session_get_selected_position (self->session);

  if (selected == DL_NONE || self->flying || self->placement == NULL ||
      dl_arrangement_get_timeline (self->arrangement) != dl_session_get_timeline (self->session) ||
      dl_view_scroll_for_event (self, selected) != self->scroll)
    return DL_NONE;
  return selected;
}

void
dl_view_set_size (DlView *self, double width, double height)
{
  DlRoom room = { 0 };
  guint  selected;

  g_return_if_fail (DL_IS_VIEW (self));
  width = MAX (width, 1);
  height = MAX (height, 1);
  if (self->width == width && self->height == height && (self->has_viewport || self->arrangement == NULL))
    return;
  selected = find_selected_in_sight (self);
  self->width = width;
  self->height = height;
  if (self->arrangement != NULL && (!self->has_viewport || (self->at_home && self->viewport.width != width)))
    dl_view_apply_home (self);
  else if (self->has_viewport && self->viewport.width != width)
    change_resting_width (self, width);
  if (self->flying)
    {
      set_width (self, &self->flight_from, width);
      if (self->flight_to.width != width)
        change_width (self, &self->flight_to, width, &room);
    }
  dl_view_settle_now (self);
  self->scroll = dl_view_limit_scroll (self, self->scroll);
  /* What tells of it takes room from the lanes. */
  if (selected != DL_NONE)
    self->scroll = dl_view_scroll_for_event (self, selected);
  dl_view_changed (self);
}

double
dl_view_get_width (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), 0);
  return self->width;
}
