/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the selected event is related to: a curve to each that is in sight, with its meaning in words, and a chip at
 * the edge for each that is not. */
#include <math.h>
#include <string.h>

#include "layout/dl-layout-related-private.h"
#include "layout/dl-rank.h"

/* More curves than this say nothing. */
#define MAX_CURVES 12

/* So much of an event has to be in sight for a curve to end at it; pixels. */
#define LEAST_SPOT 6.0

/* Around the words of a curve, on their ground. */
#define MEANING_PADDING 3.0

/* What is marked in a strip is about as high. */
#define MARK_REACH 10.0

static DlArea
area_of (const DlRelatedLayout *self, const DlOp *op)
{
  double top = op->flags & DL_OP_FIXED ? (double) op->y : (double) op->y - self->layout->input->scroll;

  return (DlArea){ (double) op->x, top, (double) (op->x + op->w), top + (double) op->h };
}

static gboolean
is_seen (const DlRelatedLayout *self, const DlArea *area)
{
  return area->left < self->lanes.right - 1 && area->right > self->lanes.left + 1 &&
         MIN (area->bottom, self->lanes.bottom) - MAX (area->top, self->lanes.top) >=
           MIN (LEAST_SPOT, area->bottom - area->top);
}

static gboolean
is_words (const DlOp *op)
{
  return op->role == DL_ROLE_CARD || op->role == DL_ROLE_LABEL || op->role == DL_ROLE_TEXT ||
         op->role == DL_ROLE_STATUS;
}

static gboolean
is_shape (const DlOp *op)
{
  return op->role == DL_ROLE_WHEN || op->role == DL_ROLE_BAR || op->role == DL_ROLE_MARK;
}

/* What one reads: words, cards, and what shows a time. */
static void
find_obstacles (DlRelatedLayout *self)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (self->layout->scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      gboolean    words = (op->kind == DL_OP_TEXT && op->text[0] != '\0') || op->role == DL_ROLE_CARD;
      DlArea      area;

      if (!words && !is_shape (op) && op->role != DL_ROLE_DENSITY && op->role != DL_ROLE_TOGGLE)
        continue;
      area = area_of (self, op);
      if (dl_area_meets (&area, &self->lanes, 0))
        dl_related_layout_add_obstacle (self, &area, words);
    }
}

/* Where an event is */

static void
unite (DlArea *area, const DlArea *with)
{
  *area = (DlArea){ MIN (area->left, with->left), MIN (area->top, with->top), MAX (area->right, with->right),
                    MAX (area->bottom, with->bottom) };
}

/* Of the lanes that an event is in, the first one where its label is in sight, else
 * where its mark is. */
static guint
find_lane (DlRelatedLayout *self, guint32 event, const DlOp *ops, guint n_ops)
{
  guint marked = DL_NO_LANE;

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      DlArea      area;

      if (op->event != event || (op->role != DL_ROLE_CARD && op->role != DL_ROLE_LABEL && op->role != DL_ROLE_MARK))
        continue;
      area = area_of (self, op);
      if (!is_seen (self, &area))
        continue;
      if (op->role != DL_ROLE_MARK)
        return op->lane;
      if (marked == DL_NO_LANE)
        marked = op->lane;
    }
  return marked;
}

static void
gather (DlRelatedLayout *self, DlRelatedSpot *spot, const DlOp *ops, guint n_ops)
{
  gboolean has_shape = FALSE;

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      DlArea      area;

      if (op->event != spot->event || op->lane != spot->lane || !(is_words (op) || is_shape (op)))
        continue;
      area = area_of (self, op);
      if (is_shape (op))
        {
          if (has_shape)
            unite (&spot->shape, &area);
          else
            spot->shape = area;
          has_shape = TRUE;
          continue;
        }
      if (spot->has_words)
        unite (&spot->words, &area);
      else
        spot->words = area;
      spot->has_words = TRUE;
    }
  if (!has_shape)
    spot->shape = spot->words;
}

/* The number in its lane that it is one of: those that begin with it, or that go
 * on from before. */
static gboolean
find_number (DlRelatedLayout *self, DlRelatedSpot *spot, DlInstant start, const DlOp *ops, guint n_ops)
{
  gboolean running = dl_instant_compare (start, self->layout->from) < 0;

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      DlArea      area;
      DlInstant   from, to;

      if (op->lane != spot->lane || op->role != (running ? DL_ROLE_COUNT : DL_ROLE_DENSITY))
        continue;
      if (!running)
        {
          dl_layout_get_bin (&self->layout->input->viewport, op->x + op->w / 2, &from, &to);
          if (dl_instant_compare (start, from) < 0 || dl_instant_compare (start, to) >= 0)
            continue;
        }
      area = area_of (self, op);
      if (!is_seen (self, &area))
        return FALSE;
      spot->shape = area;
      spot->number = op;
      return TRUE;
    }
  return FALSE;
}

/* Of what is beyond the window up or down, its place there; of the rest, the one
 * in its lane. */
static void
find_row (DlRelatedLayout *self, DlRelatedSpot *spot, guint item, double x)
{
  const DlLayoutContext *layout = self->layout;
  const DlPlacedLane    *placed = dl_placement_get_lane (layout->placement, spot->lane);
  const DlLabel         *label = dl_placement_find (layout->placement, spot->lane, item);
  double                 y;

  if (!placed->shown)
    {
      spot->where = DL_WHERE_NOWHERE;
      return;
    }
  y = layout->head + placed->y + (label != NULL ? (double) label->y : placed->strip_y) - layout->input->scroll;
  spot->want = x;
  if (y + MARK_REACH < self->lanes.top + LEAST_SPOT)
    spot->where = DL_WHERE_ABOVE;
  else if (y > self->lanes.bottom - LEAST_SPOT)
    spot->where = DL_WHERE_BELOW;
  else
    spot->shape = (DlArea){ x, y, x, y + MARK_REACH };
}

static void
find_spot (DlRelatedLayout *self, DlRelatedSpot *spot)
{
  const DlLayoutContext *layout = self->layout;
  const DlPlacedLane    *placed;
  const DlExtent        *extent;
  guint                  n_ops;
  const DlOp            *ops = dl_scene_get_ops (layout->scene, &n_ops);
  guint                  item;

  spot->where = DL_WHERE_SEEN;
  spot->lane = find_lane (self, spot->event, ops, n_ops);
  if (spot->lane != DL_NO_LANE)
    {
      gather (self, spot, ops, n_ops);
      return;
    }
  dl_arrangement_locate (layout->input->arrangement, spot->event, &spot->lane, &item);
  extent = dl_lane_index_get_extent (dl_arrangement_get_index (layout->input->arrangement, spot->lane), item);
  /* Beside the window there are no rows: in the middle of its lane. */
  placed = dl_placement_get_lane (layout->placement, spot->lane);
  spot->want = layout->head + placed->y + placed->height / 2 - layout->input->scroll;
  if (dl_instant_compare (extent->end, layout->from) <= 0)
    spot->where = DL_WHERE_EARLIER;
  else if (dl_instant_compare (extent->start, layout->to) >= 0)
    spot->where = DL_WHERE_LATER;
  else if (!find_number (self, spot, extent->start, ops, n_ops))
    find_row (
      self, spot, item,
      CLAMP (dl_viewport_axis_x (&layout->input->viewport, extent->start), self->lanes.left, self->lanes.right));
}

/* Which events */

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 left = ((const DlRelatedEvent *) a)->position;
  guint32 right = ((const DlRelatedEvent *) b)->position;

  return left < right ? -1 : left > right;
}

/* @related: of DlRelatedEvent. Returns: (transfer full): its indexes, the best first */
static guint *
rank (DlLayoutContext *self, GArray *related)
{
  guint                n = related->len;
  guint               *order = g_new (guint, MAX (n, 1));
  g_autofree guint32  *events = g_new (guint32, MAX (n, 1));
  g_autofree DlExtent *extents = g_new (DlExtent, MAX (n, 1));
  g_autofree guint16  *weights = g_new (guint16, MAX (n, 1));
  g_autofree guint32  *priorities = g_new (guint32, MAX (n, 1));
  const DlEventRecord *record;

  g_array_sort (related, compare_positions);
  for (guint i = 0; i < n; i++)
    {
      events[i] = g_array_index (related, DlRelatedEvent, i).position;
      record = dl_timeline_get_record (self->timeline, events[i]);
      extents[i] = (DlExtent){ dl_folds_to_axis (self->input->viewport.folds, record->start),
                               dl_folds_to_axis (self->input->viewport.folds, record->end) };
    }
  dl_rank_items (self->timeline, events, extents, n, dl_arrangement_get_shown (self->input->arrangement), weights,
                 priorities);
  for (guint i = 0; i < n; i++)
    order[n - 1 - priorities[i]] = i;
  return order;
}

/* One curve leads to a number, however many of the related events are among it: to the
 * best of them. */
static gboolean
is_in_same_number (const DlRelatedSpot *a, const DlRelatedSpot *b)
{
  return a->number != NULL && a->number == b->number;
}

static void
leave_out_same (DlRelatedLayout *self)
{
  for (guint i = 1; i < self->n_spots; i++)
    for (guint j = 0; j < i; j++)
      if (is_in_same_number (&self->spots[i], &self->spots[j]))
        self->spots[i].where = DL_WHERE_NOWHERE;
}

/* What is drawn */

static void
add_curves (DlRelatedLayout *self)
{
  DlLayoutContext *layout = self->layout;
  double           scroll = layout->input->scroll;
  guint            first;

  dl_scene_get_ops (layout->scene, &first);
  for (guint i = 0; i < self->n_spots; i++)
    {
      const DlRelatedSpot *spot = &self->spots[i];
      DlCurve              curve = spot->curve;
      DlOp                *op;

      if (!spot->has_curve)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (curve.y); j++)
        curve.y[j] += (float) scroll;
      op = dl_scene_add_curve (layout->scene, DL_ROLE_RELATION, &curve);
      op->fill = DL_PAINT_ACCENT;
      op->event = spot->event;
      op->text = dl_scene_keep (layout->scene, spot->description);
      /* It reads as its words do, from the selected event: "answered by" points to the answer. */
      op->flags |= spot->directed ? DL_OP_HEAD_END : 0;
    }
  /* Over what lies behind the lanes, and under all that is in them. */
  dl_scene_lower (layout->scene, first, layout->n_behind);
}

static void
add_words (DlRelatedLayout *self, const DlRelatedSpot *spot)
{
  DlLayoutContext *layout = self->layout;
  double           scroll = layout->input->scroll;
  const DlArea    *area = &spot->label_area;
  DlOp            *op;

  dl_layout_rect (layout, DL_ROLE_GROUND, DL_PAINT_VIEW, area->left, area->top + scroll, area->right - area->left,
                  area->bottom - area->top)
    ->radius = MEANING_PADDING;
  op = dl_layout_text (layout, DL_ROLE_RELATION, DL_TEXT_NOTE, DL_PAINT_ACCENT, area->left + MEANING_PADDING,
                       area->top + scroll, spot->label_width - 2 * MEANING_PADDING, spot->label);
  op->event = spot->event;
}

void
dl_layout_related (DlLayoutContext *layout)
{
  const DlLayoutInput *input = layout->input;
  g_autoptr (GArray)   related = NULL;
  g_autoptr (GArray)   obstacles = NULL;
  g_autoptr (GArray)   chips = NULL;
  g_autofree guint    *order = NULL;
  DlRelatedSpot        source = { .event = input->selected };
  DlRelatedSpot        spots[MAX_CURVES] = { { 0 } };
  DlRelatedLayout      self = { .layout = layout, .source = &source, .spots = spots };

  if (input->selected == DL_NONE)
    return;
  related = dl_related_events_new (layout->timeline, input->selected);
  self.lanes = (DlArea){ 0, layout->head, input->viewport.width, input->height };
  if (!input->notes)
    self.lanes.bottom = MIN (layout->head + dl_placement_get_height (layout->placement), input->height);
  if (related->len == 0 || self.lanes.bottom - self.lanes.top < LEAST_SPOT)
    return;
  self.obstacles = obstacles = g_array_new (FALSE, FALSE, sizeof (DlObstacle));
  self.chips = chips = g_array_new (FALSE, FALSE, sizeof (DlArea));
  find_obstacles (&self);
  order = rank (layout, related);
  self.n_spots = MIN (related->len, MAX_CURVES);
  self.n_more = related->len - self.n_spots;
  find_spot (&self, &source);
  for (guint i = 0; i < self.n_spots; i++)
    {
      const DlRelatedEvent *each = &g_array_index (related, DlRelatedEvent, order[i]);
      g_autofree char      *description = dl_related_event_dup_words (layout->timeline, each);

      spots[i].event = each->position;
      spots[i].label = each->label;
      spots[i].label_width =
        ceil (dl_text_measure_width (input->measure, DL_TEXT_NOTE, each->label)) + 1 + 2 * MEANING_PADDING;
      spots[i].description = dl_scene_keep (layout->scene, description);
      spots[i].directed = each->directed;
      find_spot (&self, &spots[i]);
    }
  leave_out_same (&self);
  dl_layout_related_edges (&self);
  dl_layout_related_route (&self);
  for (guint i = 0; i < self.n_spots; i++)
    if (spots[i].has_label)
      add_words (&self, &spots[i]);
  dl_layout_related_more (&self);
  add_curves (&self);
}
