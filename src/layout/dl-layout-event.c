/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "layout/dl-layout-private.h"
#include "time/dl-edtf.h"

#define WHEN_HEIGHT 4.0
#define LINE_WHEN_HEIGHT 3.0
#define LEAST_SHAPE_WIDTH 3.0
#define DIAMOND_SIZE 9.0
#define EDGE 8.0 /* a label that slides along stays this far from the window's edge */
#define TEXT_INDENT 12.0
#define CARD_RADIUS 6.0f
#define BAR_RADIUS 5.0f
#define LABEL_RADIUS 3.0
#define LABEL_PADDING 4.0 /* of the ground of a selected label, left and right */
#define BAR_INDENT 8.0
#define MAX_MEMBERS 200
#define LEAST_REMAINDER 40.0
#define UNKNOWN_REACH 20.0 /* how far beyond the window an unknown end is drawn */
#define RING_GAP 2.0       /* around what is selected */
#define RING_WIDTH 2.0     /* */
#define RING_REACH 20.0    /* beyond the window */

/* Which event, and where. */
typedef struct
{
  DlLayoutContext     *layout;
  const DlEventRecord *record;
  DlDate               date;
  guint32              position;
  guint                lane;
  guint                row;
  guint8               hue;
  guint32              flags;
  double               from;        /* x of the extent */
  double               to;          /* */
  double               stated_from; /* x of the stated extent */
  double               stated_to;   /* */
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
  dl_timeline_get_date (self->timeline, shape.position, &shape.date);
  date = &shape.date;
  shape.from = dl_viewport_x (viewport, date->earliest_start);
  shape.to = dl_viewport_x (viewport, date->latest_end);
  shape.stated_from = dl_viewport_x (viewport, date->stated_start);
  shape.stated_to = dl_viewport_x (viewport, date->stated_end);

  if (outside)
    shape.flags |= DL_OP_OUTSIDE;
  if (shape.record->status == DL_STATUS_PLANNED || shape.record->status == DL_STATUS_POSTPONED)
    shape.flags |= DL_OP_PLANNED;
  if (shape.record->status == DL_STATUS_CANCELLED)
    shape.flags |= DL_OP_CANCELLED;
  if (shape.position == self->input->selected)
    shape.flags |= DL_OP_SELECTED;
  if (date->flags & DL_DATE_UNCERTAIN || shape.record->status == DL_STATUS_DISPUTED)
    shape.flags |= DL_OP_DOUBT;
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

static DlOp *
add_when_line (const Shape *shape, double y, double height, double from, double to)
{
  DlOp *op = own (shape, dl_scene_add (shape->layout->scene, DL_OP_BAR, DL_ROLE_WHEN));

  op->x = (float) from;
  op->y = (float) y;
  op->w = (float) MAX (to - from, LEAST_SHAPE_WIDTH);
  op->h = (float) height;
  op->solid_from = op->x;
  op->solid_to = op->x + op->w;
  op->radius = (float) (height / 2);
  op->fill = DL_PAINT_HUE;
  return op;
}

/* x of a member's first or last moment; open ends reach as far as the whole. */
static double
member_x (const Shape *shape, const DlEdtfPoint *point, gboolean end)
{
  DlCivil first, after;

  if (point->kind != DL_EDTF_DATE || !dl_edtf_point_hull (point, &first, &after))
    return end ? shape->to : shape->from;
  return dl_viewport_x (
    &shape->layout->input->viewport,
    dl_zone_to_instant (shape->layout->input->zone, dl_calendar_to_instant (end ? &after : &first)));
}

/* A set is a thin line over the whole, and a full one over each member; of "one
 * of these" each is in doubt. */
static void
add_members (const Shape *shape, double y, double height)
{
  const char *text = shape->record->date_text;
  double      thin = MAX (height / 4, 1);
  DlEdtf      edtf;
  DlEdtfError error;
  DlEdtfPoint from, to;
  gsize       at = 0;

  add_when_line (shape, y + (height - thin) / 2, thin, shape->from, shape->to)->radius = 0;
  if (!dl_edtf_parse (text, strlen (text), &edtf, &error))
    return;
  for (guint i = 0; i < MAX_MEMBERS && dl_edtf_next_member (&edtf, &at, &from, &to); i++)
    {
      double left = member_x (shape, &from, FALSE);
      double right = to.kind == DL_EDTF_NONE ? member_x (shape, &from, TRUE) : member_x (shape, &to, TRUE);
      DlOp  *op = add_when_line (shape, y, height, left, right);

      if (edtf.form == DL_EDTF_SET_ONE)
        op->flags |= DL_OP_DOUBT;
    }
}

static void
add_when (const Shape *shape, double y, double height)
{
  double seconds = dl_instant_distance (shape->record->start, shape->record->end);
  DlOp  *op;

  if (shape->date.start_precision < DL_PRECISION_DAY && seconds * shape->layout->input->viewport.scale < DIAMOND_SIZE)
    {
      op = own (shape, dl_scene_add (shape->layout->scene, DL_OP_DIAMOND, DL_ROLE_WHEN));
      op->x = (float) (shape->from - DIAMOND_SIZE / 2);
      op->y = (float) (y + (height - DIAMOND_SIZE) / 2);
      op->w = op->h = (float) DIAMOND_SIZE;
      op->fill = DL_PAINT_HUE;
      return;
    }
  if (shape->date.flags & (DL_DATE_SET_ONE | DL_DATE_SET_ALL))
    {
      add_members (shape, y, height);
      return;
    }
  op = add_when_line (shape, y, height, shape->from, shape->to);
  op->solid_from = (float) shape->stated_from;
  op->solid_to = (float) MAX (shape->stated_to, shape->stated_from + LEAST_SHAPE_WIDTH);
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

/* An unknown end has no bound to fade towards, so it fades towards the edge of
 * the window. */
static void
bound_unknown_ends (DlOp *op, const DlDate *date, double width)
{
  float end = op->x + op->w;

  if (date->flags & DL_DATE_UNKNOWN_START)
    {
      op->x = MIN (MAX (op->x, (float) -UNKNOWN_REACH), end - (float) LEAST_SHAPE_WIDTH);
      op->solid_from = op->solid_to = end;
    }
  if (date->flags & DL_DATE_UNKNOWN_END)
    {
      end = MAX (MIN (end, (float) (width + UNKNOWN_REACH)), op->x + (float) LEAST_SHAPE_WIDTH);
      op->solid_from = op->solid_to = op->x;
    }
  op->w = end - op->x;
}

/* Where a bar stands, and where it is certain. */
static void
place_bar (const Shape *shape, double y, DlOp *op)
{
  const DlViewport *viewport = &shape->layout->input->viewport;
  const DlDate     *date = &shape->date;

  op->x = (float) shape->from;
  op->y = (float) y;
  op->w = (float) MAX (shape->to - shape->from, LEAST_SHAPE_WIDTH);
  op->h = (float) shape->layout->metrics->bar;
  op->solid_from = (float) dl_viewport_x (viewport, date->latest_start);
  op->solid_to = (float) dl_viewport_x (viewport, date->earliest_end);
  /* An end that is known to the day or better is hard, at the day's edge. */
  if (date->start_precision <= DL_PRECISION_DAY &&
      (date->flags & (DL_DATE_APPROXIMATE_START | DL_DATE_OPEN_START | DL_DATE_UNKNOWN_START)) == 0)
    op->solid_from = op->x;
  if (date->end_precision <= DL_PRECISION_DAY &&
      (date->flags & (DL_DATE_APPROXIMATE_END | DL_DATE_OPEN_END | DL_DATE_UNKNOWN_END)) == 0)
    op->solid_to = op->x + op->w;
  if (op->solid_to < op->solid_from)
    op->solid_from = op->solid_to = (op->solid_from + op->solid_to) / 2;
  bound_unknown_ends (op, date, viewport->width);
}

void
dl_layout_interval (DlLayoutContext *self, guint lane, guint index, guint row, double lane_y, gboolean outside)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane);
  const DlViewport *viewport = &self->input->viewport;
  Shape             shape = start_shape (self, lane, DL_GROUP_INTERVALS, index, row, outside);
  const DlDate     *date = &shape.date;
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

      place_bar (&shape, y, &bar);
      dl_layout_selection (self, lane, shape.row, bar.x, y, MAX (bar.x + bar.w, line_end + LABEL_PADDING) - bar.x,
                           bar.h, BAR_RADIUS);
    }
  op = own (&shape, dl_scene_add (self->scene, DL_OP_BAR, DL_ROLE_BAR));
  place_bar (&shape, y, op);
  op->radius = BAR_RADIUS;
  op->fill = DL_PAINT_HUE_FILL;
  op->border = DL_PAINT_HUE_LINE;
  op->flags |= (date->flags & DL_DATE_OPEN_START ? DL_OP_OPEN_START : 0) |
               (date->flags & DL_DATE_OPEN_END ? DL_OP_OPEN_END : 0) |
               (date->flags & DL_DATE_UNKNOWN_START ? DL_OP_UNKNOWN_START : 0) |
               (date->flags & DL_DATE_UNKNOWN_END ? DL_OP_UNKNOWN_END : 0);
  if (self->has_as_of && (op->flags & DL_OP_PLANNED) == 0)
    op->split = (float) dl_viewport_x (viewport, self->as_of);
  if (x < op->x + op->w && line_end > op->x + op->w)
    op->flags |= DL_OP_OVERRUN;
  add_line (&shape, DL_PAINT_INK, x, y + (self->metrics->bar - self->metrics->label) / 2, width, self->metrics->label);
}
