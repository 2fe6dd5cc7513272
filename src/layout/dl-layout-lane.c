/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-layout-private.h"

#define HEADER_PADDING 3.0

/* Less than this of a note, with the gap after it, says nothing. */
#define LEAST_NOTE 40.0

/* So little of a label that reaches into the window from an event outside it says nothing. */
#define LEAST_REMAINDER 40.0

/* The ring around what is selected reaches so far above and below its row. */
#define ROW_OVERHANG 5.0

static guint
selected_item (DlLayoutContext *self, guint lane)
{
  return self->input->selected == DL_NONE
           ? DL_NONE
           : dl_arrangement_locate_in (self->input->arrangement, self->input->selected, lane);
}

void
dl_layout_count_lane (DlLayoutContext *self, guint lane, DlLaneCount *count)
{
  dl_lane_count_init (count, dl_arrangement_get_index (self->input->arrangement, lane),
                      dl_placement_get_lane (self->placement, lane)->labels, selected_item (self, lane), self->from,
                      self->to);
}

/* What stands in a lane on a ground of its own: its name, or a note. */
static DlOp *
header_text (DlLayoutContext *self,
             guint            lane,
             DlRole           role,
             DlTextStyle      style,
             DlPaint          paint,
             double           x,
             double           y,
             double           width,
             const char      *text)
{
  DlOp *op = dl_layout_text (self, role, style, paint, x, y, width, text);

  op->lane = (guint16) lane;
  op->hue = (guint8) dl_arrangement_get_lane (self->input->arrangement, lane)->hue;
  if (dl_text_measure_width (self->input->measure, style, text) > width)
    op->flags |= DL_OP_CUT;
  return op;
}

/* While the view moves, labels of the first row may come under it: then they do
 * with all their height. */
static void
add_header_ground (DlLayoutContext *self, guint lane, double lane_y, double x, double y, double width)
{
  const DlPlacedLane *placed = dl_placement_get_lane (self->placement, lane);
  double              height = MAX (self->metrics->lane_name, self->metrics->note);

  if (dl_placement_get_moving (self->placement) && placed->n_rows > 0)
    {
      height =
        MAX (y + height, lane_y + (double) placed->row_y[0] + self->metrics->when + self->metrics->text) - lane_y - 1;
      y = lane_y + 1;
    }
  dl_layout_rect (self, DL_ROLE_GROUND, DL_PAINT_VIEW, x - HEADER_PADDING, y, width + 2 * HEADER_PADDING, height)
    ->lane = (guint16) lane;
}

/* A dot in the lane's colour, or where it can be pressed a triangle that says
 * whether the rows are shown. */
static void
add_lane_mark (DlLayoutContext *self, guint lane_index, double text_y)
{
  const DlLane *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  double        y = text_y + (self->metrics->lane_name - DL_HEADER_DOT) / 2;
  DlOp         *op;

  if (self->input->interactive)
    {
      op = dl_scene_add (self->scene, DL_OP_TRIANGLE, DL_ROLE_TOGGLE);
      op->fill = DL_PAINT_HUE;
      op->x = (float) DL_HEADER_INDENT;
      op->y = (float) y;
      op->w = op->h = (float) DL_HEADER_DOT;
      if (lane->state == DL_LANE_COLLAPSED)
        op->flags |= DL_OP_COLLAPSED;
    }
  else
    {
      op = dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_HUE, DL_HEADER_INDENT, y, DL_HEADER_DOT, DL_HEADER_DOT);
      op->radius = (float) (DL_HEADER_DOT / 2);
    }
  op->lane = (guint16) lane_index;
  op->hue = (guint8) lane->hue;
}

/* One note of a header at @x, up to @limit. Returns: where the next one begins */
static double
add_note (DlLayoutContext *self,
          guint            lane,
          DlRole           role,
          const char      *text,
          guint            count,
          guint32          event,
          double           x,
          double           y,
          double           limit)
{
  double   available = self->input->viewport.width;
  double   full = dl_lane_header_note_width (self->input->measure, text, available);
  double   width = MIN (full, limit - x + DL_HEADER_GAP);
  gboolean outside = role == DL_ROLE_EARLIER || role == DL_ROLE_LATER;
  DlOp    *op;

  if (text == NULL || (width < LEAST_NOTE && role != DL_ROLE_COUNT))
    return x;
  /* Nothing is hidden without its number, however little of it is seen. */
  width = MAX (width, LEAST_NOTE);
  op = header_text (self, lane, role, DL_TEXT_NOTE, role == DL_ROLE_COUNT ? DL_PAINT_HUE : DL_PAINT_DIM, x, y,
                    width - DL_HEADER_GAP, text);
  op->count = count;
  op->event = event;
  op->flags |= (outside ? DL_OP_OUTSIDE : 0) | (role == DL_ROLE_LATER ? DL_OP_ALIGN_END : 0);
  return x + width;
}

/* The lane's name, how many events it has, and what is not seen of it. */
static void
add_header (DlLayoutContext *self, guint lane_index, double y, const DlLaneCount *count)
{
  const DlPlacedLane *placed = dl_placement_get_lane (self->placement, lane_index);
  const DlLane       *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  DlTextMeasure      *measure = self->input->measure;
  double              width = self->input->viewport.width;
  double              name_width = dl_lane_header_name_width (measure, lane->name, width);
  double              text_y = y + placed->header_y;
  double              note_y = text_y + self->metrics->lane_name - self->metrics->note;
  double              x = DL_HEADER_NAME;
  guint               n_kept =
    self->input->notes && placed->crowded && lane->state == DL_LANE_AUTO ? count->n_starting + count->n_running : 0;
  double                left, right, limit, before_count;
  g_auto (DlLaneHeader) header = { NULL };

  dl_lane_header_init (&header, self->input->arrangement, lane_index, count, n_kept > 0, self->input->notes);
  right = dl_lane_header_right (&header, measure, width);
  limit = width - (right > 0 ? right + DL_HEADER_GAP : DL_HEADER_INDENT);
  /* What stands before the number gives way to it: it is told in any case. */
  before_count = limit - dl_lane_header_note_width (measure, header.running, width);
  left = dl_lane_header_left (&header, measure, lane->name, width);
  add_header_ground (self, lane_index, y, DL_HEADER_INDENT, text_y, MIN (left, limit) - DL_HEADER_INDENT);
  add_lane_mark (self, lane_index, text_y);
  header_text (self, lane_index, DL_ROLE_LANE, DL_TEXT_LANE, DL_PAINT_INK, x, text_y, name_width, lane->name);
  x += name_width + DL_HEADER_GAP;
  x = add_note (self, lane_index, DL_ROLE_TOTAL, header.total, header.n_total, DL_NONE, x, note_y, before_count);
  x = add_note (self, lane_index, DL_ROLE_EARLIER, header.earlier, header.n_earlier, header.nearest_earlier, x, note_y,
                before_count);
  x = add_note (self, lane_index, DL_ROLE_COUNT, header.running, count->n_running, DL_NONE, x, note_y, limit);
  x = add_note (self, lane_index, DL_ROLE_UNLABELLED, header.unlabelled, count->n_starting, DL_NONE, x, note_y, limit);
  add_note (self, lane_index, DL_ROLE_MORE_ROWS, header.more_rows, n_kept, DL_NONE, x, note_y, limit);
  if (right <= 0)
    return;
  add_header_ground (self, lane_index, y, width - right, note_y, right - DL_HEADER_INDENT);
  add_note (self, lane_index, DL_ROLE_LATER, header.later, header.n_later, header.nearest_later, width - right, note_y,
            width);
}

static void
add_label (DlLayoutContext *self, guint lane, double y, const DlLabel *label)
{
  const DlExtent *extent =
    dl_lane_index_get_extent (dl_arrangement_get_index (self->input->arrangement, lane), label->item);
  double       window = self->input->viewport.width;
  double       top = y + (double) label->y - self->input->scroll;
  DlLabelPlace place = dl_label_place (label, extent, &self->input->viewport);
  gboolean     meets = dl_extent_meets (extent, self->from, self->to);

  if (meets && top >= self->input->height)
    self->below++;
  if (label->hidden)
    return;
  if (self->input->only_in_sight &&
      (top - ROW_OVERHANG >= self->input->height || top + (double) label->height + ROW_OVERHANG <= self->head))
    return;
  if (!meets && (place.to <= 0 || place.from >= window))
    return;
  if (!meets && MIN (place.x + (double) label->width, window) - MAX (place.x, 0) < LEAST_REMAINDER)
    return;
  dl_layout_event (self, lane, y, label, place.x, !meets);
}

void
dl_layout_lane (DlLayoutContext *self, guint lane_index, double y)
{
  const DlPlacedLane *placed = dl_placement_get_lane (self->placement, lane_index);
  double              top = y - self->input->scroll;
  const DlLabel      *selected = NULL;
  DlLaneCount         count;
  DlOp               *op;

  /* While the view moves there may be marks under a lane that had none at rest. */
  if (!placed->shown ||
      (self->input->only_in_sight && top + placed->height + self->metrics->strip + ROW_OVERHANG <= self->head))
    return;
  dl_layout_count_lane (self, lane_index, &count);
  if (self->input->only_in_sight && top >= self->input->height)
    {
      self->below += count.n_meeting;
      return;
    }
  /* They are counted beside the lane's name. */
  if (top >= self->input->height)
    self->below += count.n_running;
  for (guint i = 0; i < placed->labels->len; i++)
    {
      const DlLabel *label = &g_array_index (placed->labels, DlLabel, i);

      /* After the others: nothing lies on what tells it apart. */
      if (label->event == self->input->selected)
        selected = label;
      else
        add_label (self, lane_index, y, label);
    }
  if (selected != NULL)
    add_label (self, lane_index, y, selected);
  if (self->input->only_in_sight && top + placed->strip_y - ROW_OVERHANG >= self->input->height)
    self->below += count.n_starting + (count.selected != DL_NONE);
  else
    dl_layout_strip (self, lane_index, y + placed->strip_y, &count);
  add_header (self, lane_index, y, &count);
  op =
    dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_LINE, 0, y + placed->height - 1, self->input->viewport.width, 1);
  op->lane = (guint16) lane_index;
}
