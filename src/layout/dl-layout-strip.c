/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-layout-private.h"

/* The narrowest bin has room for a mark and the gap after it. */
#define MARK_WIDTH DL_LEAST_MARK
#define MARK_GAP 1.0
#define MARK_HEIGHT 8.0

/* Densities are as high as the root of their share of the lane's busiest. */
#define LEAST_DENSITY 3.0

void
dl_layout_get_bin (const DlViewport *viewport, double x, DlInstant *from, DlInstant *to)
{
  DlStripBin bin = dl_strip_bin_at_scale (viewport->scale);

  *to = dl_strip_bin_end (bin, dl_instant_add_double (viewport->origin, x / viewport->scale));
  *from = dl_strip_bin_start (bin, *to);
}

static void
finish_op (DlLayoutContext *self, DlOp *op, guint lane_index, guint count)
{
  const DlLane *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);

  op->lane = (guint16) lane_index;
  op->hue = (guint8) lane->hue;
  if (op->y - self->input->scroll >= self->input->height)
    self->below += count;
}

static void
take_hit (DlOp *op)
{
  op->flags |= DL_OP_HIT;
  op->fill = DL_PAINT_HIT;
  op->border = DL_PAINT_HIT_LINE;
}

/* The selected event is told apart where it has no label. */
static void
add_selected (DlLayoutContext *self, guint lane_index, double y, DlInstant start, gboolean shown)
{
  /* On whole pixels: a ring that is as small as this one must not be blurred. */
  double x =
    floor (CLAMP (dl_viewport_axis_x (&self->input->viewport, start), 0, self->input->viewport.width - MARK_WIDTH));
  DlOp *op;

  y += (self->metrics->strip - MARK_HEIGHT) / 2;
  dl_layout_selection (self, lane_index, DL_NO_ROW, x, y, MARK_WIDTH, MARK_HEIGHT, 2);
  op = dl_layout_rect (self, DL_ROLE_MARK, DL_PAINT_HUE, x, y, MARK_WIDTH, MARK_HEIGHT);
  op->radius = 2;
  op->event = self->input->selected;
  op->flags |= DL_OP_SELECTED | (shown ? 0 : DL_OP_DIMMED);
  if (dl_layout_is_hit (self, op->event))
    take_hit (op);
  finish_op (self, op, lane_index, 1);
}

/* Whether any of the items [@low, @high) without a label is searched for. */
static gboolean
has_hit (DlLayoutContext *self, guint lane, guint low, guint high, guint selected)
{
  const GArray *labels = dl_placement_get_lane (self->placement, lane)->labels;

  if (self->input->hits == NULL)
    return FALSE;
  for (guint i = low; i < high; i++)
    if (dl_event_set_contains (self->input->hits, dl_arrangement_get_event (self->input->arrangement, lane, i)) &&
        i != selected && dl_labels_find (labels, i) == NULL)
      return TRUE;
  return FALSE;
}

/* Of a density of @n events, where the busiest has @busiest. */
static double
density_height (double strip, guint n, guint busiest)
{
  return MIN (LEAST_DENSITY + (strip - LEAST_DENSITY) * sqrt ((double) n / busiest), strip);
}

static void
add_bin (DlLayoutContext *self,
         guint            lane_index,
         double           y,
         DlInstant        first,
         DlInstant        end,
         guint            size,
         guint            count,
         guint            n_shown,
         guint32          event,
         gboolean         hit,
         guint32          news)
{
  const DlViewport *viewport = &self->input->viewport;
  double            strip = self->metrics->strip;
  /* Over its start, and within its bin: over the next one's, the two would be
   * taken for one. */
  double bin_right = dl_viewport_axis_x (viewport, end);
  double left = MIN (dl_viewport_axis_x (viewport, first), bin_right - MARK_WIDTH);
  DlOp  *op;

  if (count == 1)
    {
      op =
        dl_layout_rect (self, DL_ROLE_MARK, DL_PAINT_HUE, left, y + (strip - MARK_HEIGHT) / 2, MARK_WIDTH, MARK_HEIGHT);
      op->radius = 2;
      op->event = event;
    }
  else
    {
      double right = MAX (bin_right - MARK_GAP, left + MARK_WIDTH);
      guint  busiest;
      double height;

      busiest = dl_lane_index_get_busiest (dl_arrangement_get_index (self->input->arrangement, lane_index), size);
      busiest = MAX (busiest, count);
      height = density_height (strip, count, busiest);

      op = dl_layout_rect (self, DL_ROLE_DENSITY, DL_PAINT_HUE_LINE, left, y + strip - height, right - left, height);
      op->radius = 1;
      op->count = count;
      /* What is let through is as high as if it were alone, and never all of it. */
      if (n_shown > 0 && n_shown < count)
        op->split = (float) MAX (y + strip - density_height (strip, n_shown, busiest), (double) op->y + 1);
    }
  if (n_shown == 0)
    op->flags |= DL_OP_DIMMED;
  if (hit)
    take_hit (op);
  finish_op (self, op, lane_index, count);
  dl_layout_add_strip_news (self, op, news);
}

/* Those that begin within the window and have no label, bin by bin. The labels
 * are sorted as the items are: one looks at each once. */
static void
add_bins (DlLayoutContext *self, guint lane, double y, const DlLaneCount *count)
{
  const DlLaneIndex *index = dl_arrangement_get_index (self->input->arrangement, lane);
  const GArray      *labels = dl_placement_get_lane (self->placement, lane)->labels;
  DlStripBin         bin = dl_strip_bin_at_scale (self->input->viewport.scale);
  guint              low = count->first;
  guint              at = 0;

  while (low < count->end)
    {
      DlInstant start = dl_lane_index_get_extent (index, low)->start;
      DlInstant end = dl_strip_bin_end (bin, start);
      guint     high = MIN (dl_lane_index_first_from_bin (index, low, bin, end), count->end);
      guint     first = DL_NONE;
      guint     n = 0;
      guint     n_shown = 0;

      /* At the end of time a bin may end where it begins. */
      high = MAX (high, low + 1);
      for (guint i = low; i < high; i++)
        {
          while (at < labels->len && g_array_index (labels, DlLabel, at).item < i)
            at++;
          /* After the last label of the bin all are without one. */
          if (at == labels->len || g_array_index (labels, DlLabel, at).item >= high)
            {
              gboolean has_selected = count->selected != DL_NONE && count->selected >= i && count->selected < high;

              n += high - i - has_selected;
              n_shown += dl_lane_index_count_shown (index, i, high) -
                         (has_selected && dl_lane_index_is_shown (index, count->selected));
              if (first == DL_NONE && n > 0)
                first = count->selected == i ? i + 1 : i;
              break;
            }
          if (g_array_index (labels, DlLabel, at).item == i || i == count->selected)
            continue;
          n++;
          n_shown += dl_lane_index_is_shown (index, i);
          if (first == DL_NONE)
            first = i;
        }
      if (n > 0)
        add_bin (self, lane, y, dl_lane_index_get_extent (index, first)->start, end, bin.size, n, n_shown,
                 dl_arrangement_get_event (self->input->arrangement, lane, first),
                 has_hit (self, lane, low, high, count->selected), dl_layout_find_news (self, lane, low, high));
      low = high;
    }
}

void
dl_layout_strip (DlLayoutContext *self, guint lane, double y, const DlLaneCount *count)
{
  const DlLaneIndex *index = dl_arrangement_get_index (self->input->arrangement, lane);

  if (count->n_starting > 0)
    add_bins (self, lane, y, count);
  if (count->selected != DL_NONE)
    add_selected (self, lane, y, dl_lane_index_get_extent (index, count->selected)->start,
                  dl_lane_index_is_shown (index, count->selected));
}
