/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/dl-layout-private.h"
#include "layout/dl-layout-shape.h"

#define WHEN_HEIGHT 4.0
#define LINE_WHEN_HEIGHT 3.0
#define LEAST_SHAPE_WIDTH 3.0
#define EDGE 8.0 /* a label that slides along stays this far from the window's edge */
#define TEXT_INDENT 12.0
#define CARD_RADIUS 6.0f
#define BAR_RADIUS 5.0f
#define LABEL_RADIUS 3.0
#define LABEL_PADDING 4.0 /* of the ground of a selected label, left and right */
#define BAR_INDENT 8.0
#define LEAST_REMAINDER 40.0
#define RING_GAP 2.0    /* around what is selected */
#define RING_WIDTH 2.0  /* */
#define RING_REACH 20.0 /* beyond the window */

/* Which event, and where. */
typedef struct
{
  DlLayoutContext     *layout;
  const DlEventRecord *record;
  DlLayoutShape        form;
  guint32              position;
  guint                lane;
  guint                row;
  guint8               hue;
  guint32              flags;
  double               from;        /* x of the extent */
  double               to;          /* */
  double               stated_from; /* x where the stated extent begins */
  double               title_width; /* uncut, on a line */
  double               left;        /* how far the label begins before its place */
} Shape;

static Shape
start_shape (DlLayoutContext *self, guint lane, guint group, guint index, guint row, gboolean outside)
{
  const DlViewport *viewport = &self->input->viewport;
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane);
  Shape             shape = { .layout = self, .lane = lane };
  const DlDate     *date;

  shape.position = g_array_index (rows->groups[group].events, guint32, index);
  shape.record = dl_timeline_get_record (self->timeline, shape.position);
  shape.row = rows->groups[group].first_row + row;
  shape.title_width = rows->groups[group].titles[index];
  shape.left = dl_levels_get_left (rows->groups[group].levels, index);
  shape.hue = (guint8) dl_arrangement_get_lane (self->input->arrangement, lane)->hue;
  dl_timeline_get_date (self->timeline, shape.position, &shape.form.date);
  shape.form.date_text = shape.record->date_text;
  shape.form.status = (DlStatus) shape.record->status;
  shape.form.viewport = viewport;
  shape.form.zone = self->input->zone;
  shape.form.as_of = self->has_as_of ? &self->as_of : NULL;
  shape.form.least_width = LEAST_SHAPE_WIDTH;
  date = &shape.form.date;
  shape.from = dl_viewport_x (viewport, date->earliest_start);
  shape.to = dl_viewport_x (viewport, date->latest_end);
  shape.stated_from = dl_viewport_x (viewport, date->stated_start);

  if (outside)
    shape.flags |= DL_OP_OUTSIDE;
  if (shape.position == self->input->selected)
    shape.flags |= DL_OP_SELECTED;
  shape.flags |= dl_layout_shape_get_flags (&shape.form);
  return shape;
}

static DlOp *
own (const Shape *shape, DlOp *op)
{
  op->event = shape->position;
  op->lane = (guint16) shape->lane;
  op->row = (guint16) shape->row;
  op->hue = shape->hue;
  op->flags |= shape->flags;
  return op;
}

/* The part of @x..@x + @width that is near the window. */
static DlOp *
add_selection (DlLayoutContext *self,
               guint            lane,
               guint            row,
               DlPaint          paint,
               double           x,
               double           y,
               double           width,
               double           height,
               double           radius)
{
  double left = MAX (x, -RING_REACH);
  double right = MIN (x + width, self->input->viewport.width + RING_REACH);
  DlOp  *op = dl_layout_rect (self, DL_ROLE_SELECTION, paint, left, y, MAX (right - left, 0), height);

  op->event = self->input->selected;
  op->lane = (guint16) lane;
  op->row = (guint16) row;
  op->radius = (float) radius;
  op->flags |= DL_OP_SELECTED;
  return op;
}

void
dl_layout_selection (DlLayoutContext *self,
                     guint            lane,
                     guint            row,
                     double           x,
                     double           y,
                     double           width,
                     double           height,
                     double           radius)
{
  double grow = RING_GAP + RING_WIDTH;

  add_selection (self, lane, row, DL_PAINT_ACCENT, x - grow, y - grow, width + 2 * grow, height + 2 * grow,
                 radius + grow);
  add_selection (self, lane, row, DL_PAINT_VIEW, x - RING_GAP, y - RING_GAP, width + 2 * RING_GAP,
                 height + 2 * RING_GAP, radius + RING_GAP);
}

/* Where a label of @width stands: at the stated start, or as far before it as
 * its row has it; along inside the extent while that reaches in from the left;
 * back towards the extent's start when the stated one is not in sight. */
static double
label_x (const Shape *shape, double width)
{
  double window = shape->layout->input->viewport.width;
  double x = CLAMP (shape->stated_from, shape->from, MAX (shape->from, shape->to)) - shape->left;

  if (x < EDGE)
    x = MAX (x, MIN (EDGE, shape->to - width));
  if (x > window - width)
    x = MIN (x, MAX (shape->from, MAX (window - width, EDGE)));
  return x;
}

static void
add_when (const Shape *shape, double y, double height)
{
  DlOp what = { 0 };

  dl_layout_shape_add_when (&shape->form, shape->layout->scene, own (shape, &what), y, height);
}

/* The status as a pill, where it says more than that it happened.
 * Returns: the width it took, with the gap after it. */
static double
add_status (const Shape *shape, double x, double y, double line_height)
{
  const DlMetrics *metrics = shape->layout->metrics;
  const char      *label;
  double           width;
  DlOp            *op;

  if (shape->record->status == DL_STATUS_HAPPENED)
    return 0;
  label = dl_status_get_label ((DlStatus) shape->record->status);
  width = metrics->status_width[shape->record->status];
  op = own (shape, dl_layout_text (shape->layout, DL_ROLE_STATUS, DL_TEXT_PILL, DL_PAINT_HUE, x,
                                   floor (y + (line_height - metrics->pill) / 2), width, label));
  op->flags &= ~(guint32) (DL_OP_PLANNED | DL_OP_CANCELLED);
  op->flags |= DL_OP_ROUND | DL_OP_ALIGN_CENTER;
  op->border = DL_PAINT_HUE;
  return width + DL_PILL_GAP;
}

static DlOp *
add_text (const Shape *shape,
          DlRole       role,
          DlTextStyle  style,
          DlPaint      paint,
          double       x,
          double       y,
          double       width,
          const char  *text)
{
  /* What is beside the window is not what one looks at. */
  DlPaint shown = shape->flags & DL_OP_OUTSIDE ? DL_PAINT_DIM : paint;
  DlOp   *op = own (shape, dl_layout_text (shape->layout, role, style, shown, x, y, width, text));

  op->flags &= ~(guint32) DL_OP_PLANNED;
  return op;
}

/* Whether so little of a label reaches into the window, from an event that is
 * outside it, that it says nothing. */
static gboolean
is_crumb (const Shape *shape, double x, double width)
{
  double window = shape->layout->input->viewport.width;

  return (shape->flags & DL_OP_OUTSIDE) != 0 && MIN (x + width, window) - MAX (x, 0) < LEAST_REMAINDER;
}

static void
add_card (const Shape *shape, const DlCardText *text, double width, double y)
{
  const DlMetrics *metrics = shape->layout->metrics;
  double           x = label_x (shape, width);
  double           text_x = x + TEXT_INDENT;
  double           text_width = width - TEXT_INDENT - 8;
  double           height =
    2 * metrics->card_padding + metrics->title + metrics->date + (text->quote != NULL ? metrics->quote : 0);
  double used;
  DlOp  *op;

  if (shape->flags & DL_OP_SELECTED)
    dl_layout_selection (shape->layout, shape->lane, shape->row, x, y + metrics->when, width, height, CARD_RADIUS);
  add_when (shape, y, WHEN_HEIGHT);
  y += metrics->when;
  op = own (shape, dl_layout_rect (shape->layout, DL_ROLE_CARD, DL_PAINT_CARD, x, y, width, height));
  op->border = DL_PAINT_HUE_LINE;
  op->radius = CARD_RADIUS;
  op->text = shape->record->title;

  y += metrics->card_padding;
  add_text (shape, DL_ROLE_TEXT, DL_TEXT_TITLE, DL_PAINT_INK, text_x, y, text_width, shape->record->title);
  y += metrics->title;
  used = add_status (shape, text_x, y, metrics->date);
  op = add_text (shape, DL_ROLE_TEXT, DL_TEXT_DATE, DL_PAINT_DIM, text_x + used, y, text_width - used, text->date);
  op->flags &= ~(guint32) DL_OP_CANCELLED;
  y += metrics->date;
  if (text->quote != NULL)
    {
      op = add_text (shape, DL_ROLE_TEXT, DL_TEXT_QUOTE, DL_PAINT_INK, text_x, y, text_width, text->quote);
      op->flags &= ~(guint32) DL_OP_CANCELLED;
    }
}

static double
status_width (const Shape *shape)
{
  return shape->record->status == DL_STATUS_HAPPENED
           ? 0
           : shape->layout->metrics->status_width[shape->record->status] + DL_PILL_GAP;
}

/* How much of @width the title and its status take as a single line. */
static double
line_width (const Shape *shape, double width)
{
  return MIN (shape->title_width + status_width (shape), width);
}

/* The title as a single line with its status. */
static void
add_line (const Shape *shape, DlPaint paint, double x, double y, double width, double line_height)
{
  double pill = status_width (shape);
  double text_width = line_width (shape, width) - pill;
  DlOp  *op;

  op = add_text (shape, DL_ROLE_LABEL, DL_TEXT_LABEL, paint, x, y, text_width, shape->record->title);
  op->h = (float) line_height;
  if (pill > 0)
    add_status (shape, x + text_width + DL_PILL_GAP, y, line_height);
}

void
dl_layout_single (DlLayoutContext *self, guint lane, guint index, guint row, double lane_y, gboolean outside)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane);
  Shape             shape = start_shape (self, lane, DL_GROUP_SINGLES, index, row, outside);
  double            y = lane_y + rows->row_y[shape.row];
  double            width = rows->groups[DL_GROUP_SINGLES].widths[index];
  double            x = label_x (&shape, width);

  if (is_crumb (&shape, x, width))
    return;
  if (rows->cards)
    add_card (&shape, &rows->texts[index], width, y);
  else
    {
      gboolean selected = (shape.flags & DL_OP_SELECTED) != 0;

      /* Between the lines there is no room for a ring. */
      if (selected)
        add_selection (self, lane, shape.row, DL_PAINT_ACCENT, x + 2 - LABEL_PADDING, y - 1,
                       line_width (&shape, width - 4) + 2 * LABEL_PADDING, self->metrics->label + 1, LABEL_RADIUS);
      add_when (&shape, y + self->metrics->label + 1, LINE_WHEN_HEIGHT);
      add_line (&shape, selected ? DL_PAINT_ON_ACCENT : DL_PAINT_INK, x + 2, y, width - 4, self->metrics->label);
    }
}

void
dl_layout_interval (DlLayoutContext *self, guint lane, guint index, guint row, double lane_y, gboolean outside)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane);
  const DlViewport *viewport = &self->input->viewport;
  Shape             shape = start_shape (self, lane, DL_GROUP_INTERVALS, index, row, outside);
  double            y = lane_y + rows->row_y[shape.row];
  double            width = rows->groups[DL_GROUP_INTERVALS].widths[index];
  double            x = label_x (&shape, width);
  double            line_end;
  DlOp             *op;

  if (is_crumb (&shape, x, width))
    return;
  /* What the bar itself is wider than its label's share is free for the title. */
  width = MAX (width, MIN (shape.to, viewport->width) - x) - BAR_INDENT - 4;
  x += BAR_INDENT;
  line_end = x + line_width (&shape, width);
  if (shape.flags & DL_OP_SELECTED)
    {
      DlOp bar = { 0 };

      dl_layout_shape_place_bar (&shape.form, &bar, y, self->metrics->bar);
      dl_layout_selection (self, lane, shape.row, bar.x, y, MAX (bar.x + bar.w, line_end + LABEL_PADDING) - bar.x,
                           bar.h, BAR_RADIUS);
    }
  op = own (&shape, dl_scene_add (self->scene, DL_OP_BAR, DL_ROLE_BAR));
  dl_layout_shape_place_bar (&shape.form, op, y, self->metrics->bar);
  op->radius = BAR_RADIUS;
  op->fill = DL_PAINT_HUE_FILL;
  op->border = DL_PAINT_HUE_LINE;
  if (x < op->x + op->w && line_end > op->x + op->w)
    op->flags |= DL_OP_OVERRUN;
  add_line (&shape, DL_PAINT_INK, x, y + (self->metrics->bar - self->metrics->label) / 2, width, self->metrics->label);
}
