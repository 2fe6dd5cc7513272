/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-layout-private.h"

/* Starts closer than this share one density mark; its width is a power of two
 * of seconds, between this and twice this, so that it does not depend on
 * where the window stands. */
#define BIN_WIDTH 5.0

/* The narrowest bin has room for a mark and the gap after it. */
#define MARK_WIDTH 4.0
#define MARK_GAP 1.0
#define MARK_HEIGHT 8.0

static DlInstant
start_of (DlLayoutContext *self, const DlLane *lane, guint index)
{
  return dl_timeline_get_record (self->timeline, g_array_index (lane->events, guint32, index))->start;
}

guint
dl_layout_first_start (DlLayoutContext *self, const DlLane *lane, guint low, DlInstant instant)
{
  guint high = lane->events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (start_of (self, lane, middle), instant) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gint64
bin_seconds (double scale)
{
  double seconds = exp2 (ceil (log2 (BIN_WIDTH / scale)));

  return (gint64) CLAMP (seconds, 1.0, exp2 (60));
}

/* The end of the bin that holds @instant. */
static DlInstant
bin_end (DlInstant instant, gint64 seconds)
{
  gint64 offset = instant.seconds % seconds;

  if (!dl_instant_is_finite (instant))
    return instant;
  if (offset < 0)
    offset += seconds;
  return dl_instant_add (DL_INSTANT (instant.seconds), seconds - offset);
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

/* The selected event is told apart where it has no label, and then neither
 * counted nor marked with the others: adds it to @labelled. */
static void
add_selected (DlLayoutContext *self, guint lane_index, double y, GArray *labelled)
{
  const DlLane        *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  guint                position = self->input->selected;
  guint                selected_lane, group, unused, index;
  guint                at = 0;
  const DlEventRecord *record;
  double               x;
  DlOp                *op;

  if (position == DL_NONE)
    return;
  dl_arrangement_locate (self->input->arrangement, position, &selected_lane, &group, &unused);
  record = dl_timeline_get_record (self->timeline, position);
  if (selected_lane != lane_index || !dl_event_record_meets (record, self->from, self->to))
    return;
  index = dl_layout_first_start (self, lane, 0, record->start);
  while (g_array_index (lane->events, guint32, index) != position)
    index++;
  while (at < labelled->len && g_array_index (labelled, guint32, at) < index)
    at++;
  if (at < labelled->len && g_array_index (labelled, guint32, at) == index)
    return;
  g_array_insert_val (labelled, at, index);

  x = CLAMP (dl_viewport_x (&self->input->viewport, record->start), 0, self->input->viewport.width - MARK_WIDTH);
  op = dl_layout_rect (self, DL_ROLE_MARK, DL_PAINT_HUE, x, y + (self->metrics->strip - MARK_HEIGHT) / 2, MARK_WIDTH, MARK_HEIGHT);
  op->radius = 2;
  op->event = position;
  op->flags |= DL_OP_SELECTED;
  finish_op (self, op, lane_index, 1);
}

static void
add_bin (DlLayoutContext *self, guint lane_index, double y, DlInstant first, DlInstant end, guint count, guint32 event)
{
  const DlViewport *viewport = &self->input->viewport;
  double            strip = self->metrics->strip;
  /* Over its start, and within its bin: over the next one's, the two would be
   * taken for one. */
  double bin_right = dl_viewport_x (viewport, end);
  double left = MIN (dl_viewport_x (viewport, first), bin_right - MARK_WIDTH);
  DlOp  *op;

  if (count == 1)
    {
      op = dl_layout_rect (self, DL_ROLE_MARK, DL_PAINT_HUE, left, y + (strip - MARK_HEIGHT) / 2, MARK_WIDTH, MARK_HEIGHT);
      op->radius = 2;
      op->event = event;
    }
  else
    {
      double height = MIN (4 + 2 * log2 (count), strip);
      double right = MAX (bin_right - MARK_GAP, left + MARK_WIDTH);

      op = dl_layout_rect (self, DL_ROLE_DENSITY, DL_PAINT_HUE, left, y + strip - height, right - left, height);
      op->radius = 1;
      op->count = count;
    }
  finish_op (self, op, lane_index, count);
}

/* Those that begin within the window and have no label. */
static void
add_starts (DlLayoutContext *self, guint lane_index, double y, GArray *labelled, guint n_labelled_running)
{
  const DlLane *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  gint64        seconds = bin_seconds (self->input->viewport.scale);
  guint         index = dl_layout_first_start (self, lane, 0, self->from);
  guint         label = n_labelled_running;

  while (index < lane->events->len && dl_instant_compare (start_of (self, lane, index), self->to) < 0)
    {
      DlInstant first = start_of (self, lane, index);
      DlInstant end = bin_end (first, seconds);
      guint     next = dl_layout_first_start (self, lane, index, dl_instant_min (end, self->to));
      guint     count;
      guint32   event = DL_NONE;

      next = MAX (next, index + 1);
      count = next - index;
      for (guint i = index; i < next; i++)
        {
          if (label < labelled->len && g_array_index (labelled, guint32, label) == i)
            {
              label++;
              count--;
            }
          else if (event == DL_NONE)
            {
              event = g_array_index (lane->events, guint32, i);
              first = start_of (self, lane, i);
            }
        }
      if (count > 0)
        add_bin (self, lane_index, y, first, end, count, event);
      index = next;
    }
}

guint
dl_layout_count_ended (const DlLaneRows *rows, guint n_events, DlInstant from)
{
  guint low = 0;
  guint high = n_events;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (rows->ends[middle], from) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dl_layout_strip (DlLayoutContext *self, guint lane_index, double y, GArray *labelled)
{
  const DlLane     *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane_index);
  guint             n_before = dl_layout_first_start (self, lane, 0, self->from);
  guint             n_labelled_running = 0;

  add_selected (self, lane_index, y, labelled);
  /* Labelled ones are sorted, so those that began before come first. */
  while (n_labelled_running < labelled->len && g_array_index (labelled, guint32, n_labelled_running) < n_before)
    n_labelled_running++;
  add_starts (self, lane_index, y, labelled, n_labelled_running);
  return n_before - dl_layout_count_ended (rows, lane->events->len, self->from) - n_labelled_running;
}
