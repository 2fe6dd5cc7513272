/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A labelled event: the line that says when it was, and its words. */
#include <math.h>
#include <string.h>

#include "layout/dl-card.h"
#include "layout/dl-layout-private.h"
#include "layout/dl-layout-shape.h"

#define CARD_RADIUS 6.0f
#define SELECTION_RADIUS 3.0
#define SELECTION_PADDING 4.0 /* of the ground of a selected line, left and right */
#define GROUND_PADDING 2.0
#define RING_GAP 2.0    /* around what is selected */
#define RING_WIDTH 2.0  /* */
#define RING_REACH 20.0 /* beyond the window */
#define HIT_END_GAP 4.0
#define HIT_END_INSET 6.0 /* in a card */

/* Which event, and where. */
typedef struct
{
  DlLayoutContext     *layout;
  const DlLabel       *label;
  const DlEventRecord *record;
  DlOp                 own;  /* what all its operations have in common */
  DlHitMarks          *hits; /* nullable: it is not searched for */
  double               x;    /* of its words, or of its card */
  double               y;
} Shape;

static DlOp *
own (const Shape *shape, DlOp *op)
{
  op->event = shape->own.event;
  op->lane = shape->own.lane;
  op->row = shape->own.row;
  op->hue = shape->own.hue;
  op->flags |= shape->own.flags;
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

  add_selection (self, lane, row, DL_PAINT_SELECTED, x - grow, y - grow, width + 2 * grow, height + 2 * grow,
                 radius + grow);
  add_selection (self, lane, row, DL_PAINT_VIEW, x - RING_GAP, y - RING_GAP, width + 2 * RING_GAP,
                 height + 2 * RING_GAP, radius + RING_GAP);
}

/* The status as a pill, where it says more than that it happened. */
static void
add_status (const Shape *shape, double x, double y)
{
  const DlMetrics *metrics = shape->layout->metrics;
  DlOp            *op = own (shape, dl_layout_text (shape->layout, DL_ROLE_STATUS, DL_TEXT_PILL, DL_PAINT_HUE, x,
                                                    floor (y + (metrics->text - metrics->pill) / 2), shape->label->status,
                                                    dl_status_get_label ((DlStatus) shape->record->status)));

  op->flags &= ~(guint32) (DL_OP_PLANNED | DL_OP_CANCELLED);
  op->flags |= DL_OP_ROUND | DL_OP_ALIGN_CENTER;
  op->border = DL_PAINT_HUE;
}

static DlOp *
add_text (const Shape       *shape,
          DlRole             role,
          DlTextStyle        style,
          DlPaint            paint,
          double             x,
          double             y,
          const DlLabelLine *line)
{
  g_autofree char *text = g_strndup (line->text, line->length);
  /* What is beside the window is not what one looks at. */
  DlPaint shown = shape->own.flags & DL_OP_OUTSIDE && shape->hits == NULL ? DL_PAINT_DIM : paint;
  DlOp   *op = own (shape, dl_layout_text (shape->layout, role, style, shown, x, y, line->width, text));

  op->flags &= ~(guint32) DL_OP_PLANNED;
  if (role != DL_ROLE_LABEL && style != DL_TEXT_TITLE && style != DL_TEXT_LABEL)
    op->flags &= ~(guint32) DL_OP_CANCELLED;
  return op;
}

/* Under the words that are searched for in lines below each other, before these.
 * Returns: whether there are any */
static gboolean
add_hits (const Shape       *shape,
          const DlLabelLine *lines,
          guint              n_lines,
          gsize              skip,
          DlTextStyle        style,
          double             x,
          double             y,
          gboolean           cut)
{
  guint n;

  if (shape->hits == NULL)
    return FALSE;
  n = shape->hits->n;
  dl_hit_marks_add (shape->hits, lines, n_lines, skip, style, x, y,
                    style == DL_TEXT_QUOTE ? shape->layout->metrics->quote : shape->layout->metrics->text, cut);
  return shape->hits->n > n;
}

/* The lines of the title; below each other. Returns: y below the last one */
static double
add_title (const Shape *shape, DlRole role, DlPaint paint, double x, double y)
{
  const DlLabel *label = shape->label;

  add_hits (shape, label->title, label->n_title, 0, label->style, x, y, label->cut);
  for (guint i = 0; i < label->n_title; i++)
    {
      DlOp *op = add_text (shape, role, label->style, paint, x, y, &label->title[i]);

      if (label->cut && i + 1 == label->n_title)
        op->flags |= DL_OP_CUT;
      y += shape->layout->metrics->text;
    }
  return y;
}

/* Where in a card's date its place begins: the date in words is not searched. */
static gsize
get_place (const Shape *shape)
{
  const DlEventRecord *record = shape->record;
  gsize                length = shape->label->date.length;
  const char          *name =
    record->place == DL_NONE ? "" : dl_timeline_get_place (shape->layout->timeline, record->place)->name;
  gsize own_length = strlen (name);

  return own_length <= length && memcmp (shape->label->date.text + length - own_length, name, own_length) == 0
           ? length - own_length
           : length;
}

static void
add_card (const Shape *shape)
{
  const DlMetrics *metrics = shape->layout->metrics;
  const DlLabel   *label = shape->label;
  double           x = shape->x + DL_CARD_INDENT;
  double           y = shape->y + metrics->when;
  double           status = label->status > 0 ? (double) label->status + DL_PILL_GAP : 0;
  DlOp            *op;

  op = own (shape, dl_layout_rect (shape->layout, DL_ROLE_CARD, DL_PAINT_CARD, shape->x, y, label->width,
                                   label->height - metrics->when));
  op->border = DL_PAINT_HUE_LINE;
  op->radius = CARD_RADIUS;
  op->text = shape->record->title;
  if (label->side == DL_SIDE_BEFORE)
    op->flags |= DL_OP_ALIGN_END;
  y = add_title (shape, DL_ROLE_TEXT, DL_PAINT_INK, x, y + metrics->card_padding);
  if (status > 0)
    add_status (shape, x, y);
  if (label->date.width > 0)
    {
      gboolean marked = add_hits (shape, &label->date, 1, get_place (shape), DL_TEXT_DATE, x + status, y, FALSE);

      add_text (shape, DL_ROLE_TEXT, DL_TEXT_DATE, marked ? DL_PAINT_INK : DL_PAINT_DIM, x + status, y, &label->date);
    }
  y += metrics->text;
  add_hits (shape, label->quote, label->n_quote, 0, DL_TEXT_QUOTE, x, y, label->quote_cut);
  for (guint i = 0; i < label->n_quote; i++)
    {
      op = add_text (shape, DL_ROLE_TEXT, DL_TEXT_QUOTE, DL_PAINT_INK, x, y, &label->quote[i]);
      if (label->quote_cut && i + 1 == label->n_quote)
        op->flags |= DL_OP_CUT;
      y += metrics->quote;
    }
  if (shape->hits != NULL && shape->hits->n == 0)
    dl_hit_marks_add_end (shape->hits, shape->x + label->width - HIT_END_INSET, shape->y + metrics->when + 1,
                          label->height - metrics->when - 2);
}

/* On a ground of its own, so that no line runs through the words. */
static void
add_line (const Shape *shape)
{
  const DlMetrics *metrics = shape->layout->metrics;
  const DlLabel   *label = shape->label;
  gboolean         selected = (shape->own.flags & DL_OP_SELECTED) != 0;
  DlPaint          ink = selected ? DL_PAINT_ON_SELECTED : DL_PAINT_INK;
  double           y = shape->y + metrics->when;
  double           height = label->n_title * metrics->text;
  double           x = shape->x;

  /* A marker's colour would not be seen on the selection's. */
  if (selected && shape->hits != NULL)
    {
      dl_layout_selection (shape->layout, shape->own.lane, shape->own.row, x - SELECTION_PADDING, y,
                           label->width + 2 * SELECTION_PADDING, height + 1, SELECTION_RADIUS);
      selected = FALSE;
      ink = DL_PAINT_INK;
    }
  else if (selected)
    add_selection (shape->layout, shape->own.lane, shape->own.row, DL_PAINT_SELECTED, x - SELECTION_PADDING, y,
                   label->width + 2 * SELECTION_PADDING, height + 1, SELECTION_RADIUS);
  else
    {
      DlOp *ground = dl_layout_rect (shape->layout, DL_ROLE_GROUND, DL_PAINT_VIEW, x - GROUND_PADDING, y,
                                     label->width + 2 * GROUND_PADDING, height);

      ground->lane = shape->own.lane;
      ground->row = shape->own.row;
    }
  add_title (shape, DL_ROLE_LABEL, ink, x, y);
  x += (double) label->title[0].width;
  if (label->status > 0)
    {
      add_status (shape, x + DL_PILL_GAP, y);
      x += (double) label->status + DL_PILL_GAP;
    }
  if (label->date.width > 0)
    add_text (shape, DL_ROLE_TEXT, DL_TEXT_DATE, selected ? DL_PAINT_ON_SELECTED : DL_PAINT_DIM, x + DL_PILL_GAP, y,
              &label->date);
  if (shape->hits != NULL && shape->hits->n == 0)
    dl_hit_marks_add_end (shape->hits, shape->x + label->width + HIT_END_GAP, y, height);
}

void
dl_layout_event (DlLayoutContext *self, guint lane, double lane_y, const DlLabel *label, double x, gboolean outside)
{
  Shape         shape = { .layout = self, .label = label, .x = x };
  DlLayoutShape form = { .viewport = &self->input->viewport, .zone = self->input->zone };

  DlHitMarks hits = { .layout = self };

  shape.record = dl_timeline_get_record (self->timeline, label->event);
  shape.y = lane_y + (double) label->y;
  dl_timeline_get_date (self->timeline, label->event, &form.date);
  form.date_text = shape.record->date_text;
  form.status = (DlStatus) shape.record->status;
  form.as_of = self->has_as_of ? &self->as_of : NULL;
  form.least_width = DL_LEAST_MARK;
  shape.own.event = label->event;
  shape.own.lane = (guint16) lane;
  shape.own.row = (guint16) label->row;
  shape.own.hue = (guint8) dl_arrangement_get_lane (self->input->arrangement, lane)->hue;
  shape.own.flags =
    dl_layout_shape_get_flags (&form) | (outside ? DL_OP_OUTSIDE : 0) |
    (label->event == self->input->selected ? DL_OP_SELECTED : 0) |
    (dl_lane_index_is_shown (dl_arrangement_get_index (self->input->arrangement, lane), label->item) ? 0
                                                                                                     : DL_OP_DIMMED);
  if (dl_layout_is_hit (self, label->event))
    {
      shape.own.flags |= DL_OP_HIT;
      hits.own = shape.own;
      shape.hits = &hits;
    }

  if (label->card && label->event == self->input->selected)
    dl_layout_selection (self, lane, label->row, x, shape.y + self->metrics->when, label->width,
                         (double) label->height - self->metrics->when, CARD_RADIUS);
  /* Over the words: how exactly the time is known. */
  dl_layout_shape_add (&form, self->scene, &shape.own, shape.y + (self->metrics->when - 1) / 2);
  if (label->card)
    add_card (&shape);
  else
    add_line (&shape);
  dl_layout_add_news (self, &shape.own, label, x, shape.y);
}
