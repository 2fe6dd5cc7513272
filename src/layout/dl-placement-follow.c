/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is placed, while the view moves. */
#include <string.h>

#include "layout/dl-lane-count.h"
#include "layout/dl-placement-private.h"

/* So far beside the window, in widths of it, labels are kept for when it comes back. */
#define KEPT_REACH 1.0

/* So many of the best that have come into sight are looked at, per lane and step. */
#define NEWCOMERS 24u

/* A little less than what labels are apart at rest: rounding lets none go. */
#define LEAST_APART 4.0

/* So many labels of a lane are compared with each other. */
#define MOST_PASSING 400

/* What a label takes of its lane; pixels. */
typedef struct
{
  double left, right;
  double top, bottom;
} Box;

/* While labels are compared from left to right. */
typedef struct
{
  DlLabel *label;
  double   to;
  guint    before; /* the one left of it in its row, by its index; DL_NONE */
  gboolean gone;
} Neighbour;

/* What it no longer reaches over the end of its extent, or of what shows that where it is
 * a point, may be another's by the time that it comes back to the edge. */
static void
draw_in (DlLabel *label, const DlExtent *extent, const DlViewport *viewport)
{
  DlLabelPlace place = dl_label_place (label, extent, viewport);

  if (label->shift > 0)
    label->shift = (float) CLAMP (place.x + (double) label->width - place.date_to, 0, (double) label->shift);
  else if (label->shift < 0)
    label->shift = (float) CLAMP (place.x - place.date_from, (double) label->shift, 0);
}

/* Of two that overlap the lesser one goes. Those of a row are in the order of
 * their dates, whatever the scale. */
static void
let_go (DlPlacement *self, guint lane_index)
{
  DlPlacedLane      *lane = &self->lanes[lane_index];
  const DlLaneIndex *index = dl_arrangement_get_index (self->arrangement, lane_index);
  g_autofree guint  *last = g_new (guint, MAX (lane->n_rows, 1));
  guint              n = lane->labels->len;
  guint              kept = 0;

  g_autofree Neighbour *neighbours = g_new (Neighbour, MAX (n, 1));

  memset (last, 0xff, sizeof (guint) * lane->n_rows);
  for (guint i = 0; i < n; i++)
    {
      DlLabel     *label = &g_array_index (lane->labels, DlLabel, i);
      DlLabelPlace place = dl_label_place (label, dl_lane_index_get_extent (index, label->item), &self->viewport);

      neighbours[i] = (Neighbour){ label, place.to, DL_NONE, FALSE };
      if (place.to < -KEPT_REACH * self->viewport.width || place.from > (1 + KEPT_REACH) * self->viewport.width)
        {
          neighbours[i].gone = TRUE;
          continue;
        }
      while (last[label->row] != DL_NONE && neighbours[last[label->row]].to + LEAST_APART > place.from)
        {
          Neighbour *other = &neighbours[last[label->row]];

          if (other->label->priority > label->priority)
            {
              neighbours[i].gone = TRUE;
              break;
            }
          other->gone = TRUE;
          last[label->row] = other->before;
        }
      if (neighbours[i].gone)
        continue;
      neighbours[i].before = last[label->row];
      last[label->row] = i;
    }
  for (guint i = 0; i < n; i++)
    if (neighbours[i].gone)
      g_array_append_val (lane->gone, *neighbours[i].label);
    else
      {
        draw_in (neighbours[i].label, dl_lane_index_get_extent (index, neighbours[i].label->item), &self->viewport);
        g_array_index (lane->labels, DlLabel, kept++) = *neighbours[i].label;
      }
  g_array_set_size (lane->labels, kept);
}

typedef struct
{
  DlLanePlacer *placer;
  DlPlacedLane *lane;
  GArray       *added; /* DlLabel */
  guint         n_tries;
} Naming;

/* A label that has gone is what it was, where it was, or nothing; and as any other
 * it reaches no farther over the end of its extent than is seen now. */
static void
name_again (Naming *self, guint index)
{
  DlLabel           label = g_array_index (self->lane->gone, DlLabel, index);
  const DlExtent   *extent = dl_lane_index_get_extent (self->placer->index, label.item);
  const DlViewport *viewport = &self->placer->input->viewport;
  DlRow            *row = &self->placer->rows[label.row];
  DlLabelPlace      place = dl_label_place (&label, extent, viewport);
  double            gap_from = -G_MAXDOUBLE;
  double            gap_to = G_MAXDOUBLE;

  if (!dl_row_find_gap (row, place.from, place.to + DL_LABEL_GAP, &gap_from, &gap_to))
    return;
  dl_row_take (row, place.from, place.to + DL_LABEL_GAP, DL_NO_OWNER);
  draw_in (&label, extent, viewport);
  g_array_append_val (self->added, label);
  g_array_remove_index_fast (self->lane->gone, index);
}

static gboolean
has_room (Naming *self, const DlCandidate *candidate)
{
  DlLabelSide side;
  double      room;

  for (guint row = 0; row < self->lane->n_rows; row++)
    if (dl_lane_placer_fits (self->placer, candidate, row, candidate->want, &side, &room))
      return TRUE;
  return FALSE;
}

static gboolean
name (guint item, gpointer data)
{
  Naming      *self = data;
  DlCandidate  candidate;
  double       room;
  DlLabelPlace place;

  if (dl_labels_find (self->lane->labels, item) != NULL)
    return TRUE;
  for (guint i = 0; i < self->lane->gone->len; i++)
    if (g_array_index (self->lane->gone, DlLabel, i).item == item)
      {
        name_again (self, i);
        return ++self->n_tries < NEWCOMERS;
      }
  dl_candidate_measure (&candidate, self->placer, item);
  if (!has_room (self, &candidate))
    return ++self->n_tries < NEWCOMERS;
  dl_candidate_init (&candidate, self->placer, item);
  for (guint row = 0; row < self->lane->n_rows; row++)
    {
      if (!dl_lane_placer_fits (self->placer, &candidate, row, candidate.want, &candidate.label.side, &room))
        continue;
      candidate.width = candidate.want;
      dl_candidate_set_words (&candidate, self->placer);
      candidate.label.row = row;
      candidate.label.y = self->lane->row_y[row];
      candidate.label.height = self->placer->row_heights[0];
      dl_candidate_set_shift (&candidate, self->placer);
      place = dl_label_place (&candidate.label, dl_lane_index_get_extent (self->placer->index, item),
                              &self->placer->input->viewport);
      dl_row_take (&self->placer->rows[row], place.from, place.to + DL_LABEL_GAP, DL_NO_OWNER);
      g_array_append_val (self->added, candidate.label);
      break;
    }
  return ++self->n_tries < NEWCOMERS;
}

/* Names what has come into sight, where there is room. */
static void
name_newcomers (DlPlacement *self, guint lane_index, const DlPlacementInput *input, const DlRuler *ruler)
{
  DlPlacedLane      *lane = &self->lanes[lane_index];
  const DlMetrics   *metrics = dl_arrangement_get_metrics (self->arrangement);
  double             height = metrics->when + metrics->text;
  g_autofree DlRow  *rows = g_new (DlRow, DL_MAX_ROWS);
  DlLanePlacer       placer = { .input = input, .placement = self, .rows = rows, .row_heights = &height };
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (DlLabel));
  Naming             naming = { &placer, lane, added, 0 };
  DlLaneCount        count;

  placer.ruler_unit = ruler->unit;
  placer.ruler_count = ruler->count;
  placer.lane = lane_index;
  placer.index = dl_arrangement_get_index (self->arrangement, lane_index);
  placer.note_from = lane->note_from;
  placer.note_to = lane->note_to;
  dl_lane_count_init (&count, placer.index, lane->labels, DL_NONE, dl_viewport_axis_from (&self->viewport),
                      dl_viewport_axis_to (&self->viewport));
  if (count.n_running + count.n_starting == 0)
    return;
  dl_lane_placer_empty (&placer, lane->n_rows);
  for (guint i = 0; i < lane->labels->len; i++)
    {
      const DlLabel *label = &g_array_index (lane->labels, DlLabel, i);
      DlLabelPlace   place =
        dl_label_place (label, dl_lane_index_get_extent (placer.index, label->item), &self->viewport);

      dl_row_take (&placer.rows[label->row], place.from, place.to + DL_LABEL_GAP, DL_NO_OWNER);
    }
  dl_lane_index_foreach_best (placer.index, dl_viewport_axis_from (&self->viewport),
                              dl_viewport_axis_to (&self->viewport), name, &naming);
  g_array_append_vals (lane->labels, added->data, added->len);
  dl_labels_sort (lane->labels);
  for (guint i = 0; i < placer.n_inited; i++)
    dl_row_clear (&placer.rows[i]);
}

static void
copy_lane (const DlPlacedLane *from, DlPlacedLane *to)
{
  *to = *from;
  to->labels = g_array_sized_new (FALSE, FALSE, sizeof (DlLabel), from->labels->len);
  g_array_append_vals (to->labels, from->labels->data, from->labels->len);
  to->gone = g_array_new (FALSE, FALSE, sizeof (DlLabel));
  if (from->gone != NULL)
    g_array_append_vals (to->gone, from->gone->data, from->gone->len);
  to->row_y = g_memdup2 (from->row_y, sizeof (float) * (from->n_rows + 1));
}

DlPlacement *
dl_placement_follow (DlPlacement *self, DlTextMeasure *measure, const DlZone *zone, const DlViewport *viewport)
{
  DlPlacementInput    input = { .arrangement = self->arrangement, .measure = measure, .viewport = *viewport };
  DlPlacement        *next = dl_placement_alloc (&input, self);
  g_autoptr (DlRuler) ruler = dl_ruler_new (viewport, zone, measure);

  input.zone = zone;
  next->moving = TRUE;
  next->height = self->height;
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      copy_lane (&self->lanes[i], &next->lanes[i]);
      let_go (next, i);
      if (next->lanes[i].n_rows > 0)
        name_newcomers (next, i, &input, ruler);
    }
  return next;
}

static int
compare_priority (gconstpointer a, gconstpointer b)
{
  const DlLabel *left = *(const DlLabel *const *) a;
  const DlLabel *right = *(const DlLabel *const *) b;

  return left->priority > right->priority ? -1 : left->priority < right->priority;
}

/* Of two labels that pass each other on their ways the lesser one is not seen. */
static void
hide_passed (DlPlacement *self, guint lane)
{
  const DlLaneIndex    *index = dl_arrangement_get_index (self->arrangement, lane);
  GArray               *labels = self->lanes[lane].labels;
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (labels->len);
  g_autoptr (GArray)    seen = g_array_new (FALSE, FALSE, sizeof (Box));

  if (labels->len > MOST_PASSING)
    return;
  for (guint i = 0; i < labels->len; i++)
    g_ptr_array_add (order, &g_array_index (labels, DlLabel, i));
  g_ptr_array_sort (order, compare_priority);
  for (guint i = 0; i < order->len; i++)
    {
      DlLabel     *label = order->pdata[i];
      DlLabelPlace place = dl_label_place (label, dl_lane_index_get_extent (index, label->item), &self->viewport);
      Box          box = { place.from, place.to, (double) label->y, (double) (label->y + label->height) };

      for (guint j = 0; j < seen->len && !label->hidden; j++)
        {
          const Box *other = &g_array_index (seen, Box, j);

          label->hidden =
            box.left < other->right && other->left < box.right && box.top < other->bottom && other->top < box.bottom;
        }
      if (!label->hidden)
        g_array_append_val (seen, box);
    }
}

DlPlacement *
dl_placement_between (DlPlacement *from, DlPlacement *to, double t)
{
  DlPlacementInput input = { .arrangement = to->arrangement, .viewport = to->viewport };
  DlPlacement     *self = dl_placement_alloc (&input, to);

  g_return_val_if_fail (from->arrangement == to->arrangement, self);
  self->moving = t < 1;
  self->height = from->height + (to->height - from->height) * t;
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      DlPlacedLane *lane = &self->lanes[i];
      DlPlacedLane *old = &from->lanes[i];

      copy_lane (&to->lanes[i], lane);
      lane->y = old->y + (lane->y - old->y) * t;
      lane->height = old->height + (lane->height - old->height) * t;
      lane->strip_y = old->strip_y + (lane->strip_y - old->strip_y) * t;
      lane->header_y = old->header_y + (lane->header_y - old->header_y) * t;
      for (guint j = 0; j < lane->labels->len; j++)
        {
          DlLabel       *label = &g_array_index (lane->labels, DlLabel, j);
          const DlLabel *before = dl_placement_find (from, i, label->item);

          if (before != NULL)
            label->y = before->y + (label->y - before->y) * (float) t;
        }
      if (self->moving)
        hide_passed (self, i);
    }
  return self;
}
