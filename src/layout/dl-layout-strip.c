/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-layout-private.h"

/* Starts closer than this share one density mark. */
#define BIN_WIDTH 5.0

/* The narrowest bin has room for a mark and the gap after it. */
#define MARK_WIDTH 4.0
#define MARK_GAP 1.0
#define MARK_HEIGHT 8.0

/* Densities are as high as the root of their share of the lane's busiest. */
#define LEAST_DENSITY 3.0

/* How long a bin is, so that it does not depend on where the window stands: a
 * power of two of seconds, or a part of a second that is one, two or five of
 * its decimal digits. */
typedef struct
{
  guint  size;  /* the power of two */
  gint32 nanos; /* 0 where it is seconds */
} Bin;

static Bin
get_bin (double scale)
{
  Bin    bin = { (guint) CLAMP (ceil (log2 (BIN_WIDTH / scale)), 0, DL_N_BIN_SIZES - 1), 0 };
  gint32 part = 500000000;

  /* The shortest part that is wide enough. */
  for (guint i = 1; part > 0 && part * 1e-9 * scale >= BIN_WIDTH; i++)
    {
      bin.nanos = part;
      /* 5, 2, 1, and the same of the next digit */
      part = i % 3 == 1 ? part / 5 * 2 : part / 2;
    }
  return bin;
}

/* The end of the bin that holds @instant. */
static DlInstant
bin_end (DlInstant instant, Bin bin)
{
  gint64 seconds = (gint64) 1 << bin.size;
  gint64 offset = instant.seconds % seconds;

  if (!dl_instant_is_finite (instant))
    return instant;
  if (bin.nanos > 0)
    return dl_instant_add_part (instant, bin.nanos - instant.nanos % bin.nanos);
  if (offset < 0)
    offset += seconds;
  return dl_instant_add (DL_INSTANT (instant.seconds), seconds - offset);
}

void
dl_layout_get_bin (const DlViewport *viewport, double x, DlInstant *from, DlInstant *to)
{
  Bin bin = get_bin (viewport->scale);

  *to = bin_end (dl_instant_add_double (viewport->origin, x / viewport->scale), bin);
  if (bin.nanos == 0)
    *from = dl_instant_add (*to, -((gint64) 1 << bin.size));
  else if (to->nanos >= bin.nanos)
    *from = (DlInstant){ to->seconds, to->nanos - bin.nanos };
  else
    *from = (DlInstant){ dl_instant_add (*to, -1).seconds, to->nanos + 1000000000 - bin.nanos };
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

static guint32
event_at (DlLayoutContext *self, guint lane_index, guint group, guint item)
{
  return g_array_index (dl_arrangement_get_rows (self->input->arrangement, lane_index)->groups[group].events, guint32,
                        item);
}

/* The selected event is told apart where it has no label. */
static void
add_selected (DlLayoutContext *self, guint lane_index, double y, DlInstant start)
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
  op->flags |= DL_OP_SELECTED;
  finish_op (self, op, lane_index, 1);
}

static void
add_bin (DlLayoutContext *self,
         guint            lane_index,
         double           y,
         DlInstant        first,
         DlInstant        end,
         guint            size,
         guint            count,
         guint32          event)
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
      guint  busiest = dl_arrangement_get_rows (self->input->arrangement, lane_index)->busiest[size];
      double height =
        MIN (LEAST_DENSITY + (strip - LEAST_DENSITY) * sqrt ((double) count / MAX (busiest, count)), strip);
      double right = MAX (bin_right - MARK_GAP, left + MARK_WIDTH);

      op = dl_layout_rect (self, DL_ROLE_DENSITY, DL_PAINT_HUE_LINE, left, y + strip - height, right - left, height);
      op->radius = 1;
      op->count = count;
    }
  finish_op (self, op, lane_index, count);
}

/* The first of the items from @low on that is neither shown nor selected,
 * before @high; else @high. No more than there are rows are shown in a bin. */
static guint
first_without_label (const DlLaneCount *count, guint group, guint low, guint high)
{
  while (low < high && (dl_levels_view_shows (&count->views[group], low) || low == count->selected[group]))
    low++;
  return low;
}

/* The first event without a label of those that stand between. */
static guint32
first_of_bin (DlLayoutContext   *self,
              guint              lane_index,
              const DlLaneCount *count,
              const guint       *low,
              const guint       *high,
              DlInstant         *start)
{
  guint32 first = DL_NONE;

  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      guint     item = first_without_label (count, g, low[g], high[g]);
      DlInstant item_start;
      guint32   event;

      if (item == high[g])
        continue;
      item_start = dl_levels_get_item (count->views[g].levels, item)->start;
      event = event_at (self, lane_index, g, item);
      if (first != DL_NONE && (dl_instant_compare (item_start, *start) > 0 ||
                               (dl_instant_compare (item_start, *start) == 0 && event > first)))
        continue;
      first = event;
      *start = item_start;
    }
  return first;
}

/* Those that begin within the window and have no label, bin by bin. */
static void
add_bins (DlLayoutContext *self, guint lane_index, double y, const DlLaneCount *count)
{
  Bin            bin = get_bin (self->input->viewport.scale);
  DlLevelsCursor cursors[DL_N_GROUPS];
  guint          low[DL_N_GROUPS];

  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      low[g] = count->first[g];
      dl_levels_cursor_init (&cursors[g], &count->views[g], low[g]);
    }
  while (low[0] < count->end[0] || low[1] < count->end[1])
    {
      DlInstant first = DL_INSTANT_MAX;
      DlInstant end;
      guint     high[DL_N_GROUPS];
      guint     n = 0;

      for (guint g = 0; g < DL_N_GROUPS; g++)
        if (low[g] < count->end[g])
          first = dl_instant_min (first, dl_levels_get_item (count->views[g].levels, low[g])->start);
      end = bin_end (first, bin);
      for (guint g = 0; g < DL_N_GROUPS; g++)
        {
          if (bin.nanos > 0)
            high[g] = dl_levels_first_from (count->views[g].levels, low[g], end);
          else
            high[g] = dl_levels_first_from_bin (count->views[g].levels, low[g], bin.size, end);
          high[g] = MIN (high[g], count->end[g]);
          /* At the end of time a bin may end where it begins. */
          if (low[g] < count->end[g] &&
              dl_instant_compare (dl_levels_get_item (count->views[g].levels, low[g])->start, first) == 0)
            high[g] = MAX (high[g], low[g] + 1);
          n += high[g] - low[g] - dl_levels_cursor_advance (&cursors[g], high[g]);
          if (count->selected[g] != DL_NONE && count->selected[g] >= low[g] && count->selected[g] < high[g])
            n--;
        }
      if (n > 0)
        {
          guint32 event = first_of_bin (self, lane_index, count, low, high, &first);

          add_bin (self, lane_index, y, first, end, bin.size, n, event);
        }
      low[0] = high[0];
      low[1] = high[1];
    }
}

void
dl_layout_strip (DlLayoutContext *self, guint lane_index, double y, const DlLaneCount *count)
{
  if (count->n_starting > 0)
    add_bins (self, lane_index, y, count);
  for (guint g = 0; g < DL_N_GROUPS; g++)
    if (count->selected[g] != DL_NONE)
      add_selected (self, lane_index, y, dl_levels_get_item (count->views[g].levels, count->selected[g])->start);
}
