/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands above the lanes and does not scroll with them: a picture's title,
 * the eras, the ruler with its breaks, and the markers' names. */
#include "layout/dl-layout-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "time/dl-words.h"

#define HEADING_MARGIN 14.0

/* Between eras that follow each other. */
#define ERA_GAP 2.0

/* Less of an era's name says nothing. */
#define ERA_LEAST_NAME 20.0

double
dl_layout_heading_height (const DlLayoutInput *input)
{
  double height = 0;

  if (input->heading == NULL)
    return 0;
  height = 2 * HEADING_MARGIN + dl_text_measure_line_height (input->measure, DL_TEXT_HEADING);
  if (input->caption != NULL)
    height += dl_text_measure_line_height (input->measure, DL_TEXT_NOTE) + 2;
  return ceil (height);
}

static void
add_heading (DlLayoutContext *self)
{
  const DlLayoutInput *input = self->input;
  double               width = input->viewport.width - 2 * HEADING_MARGIN;
  double               y = HEADING_MARGIN;

  if (input->heading == NULL)
    return;
  dl_layout_text (self, DL_ROLE_HEADING, DL_TEXT_HEADING, DL_PAINT_INK, HEADING_MARGIN, y, width, input->heading)
    ->flags |= DL_OP_FIXED;
  y += dl_text_measure_line_height (input->measure, DL_TEXT_HEADING) + 2;
  if (input->caption != NULL)
    dl_layout_text (self, DL_ROLE_HEADING, DL_TEXT_NOTE, DL_PAINT_DIM, HEADING_MARGIN, y, width, input->caption)
      ->flags |= DL_OP_FIXED;
}

static void
add_ruler_folds (DlLayoutContext *self, const DlRuler *ruler, double top)
{
  for (guint i = 0; i < ruler->breaks->len; i++)
    dl_layout_tear (self, DL_ROLE_BREAK, &g_array_index (ruler->breaks, DlBreak, i), top, self->head - 1);
}

/* After the ruler's lines, so that none runs through the words. */
static void
add_break_words (DlLayoutContext *self, const DlRuler *ruler, double top)
{
  for (guint i = 0; i < ruler->breaks->len; i++)
    {
      const DlBreak *each = &g_array_index (ruler->breaks, DlBreak, i);
      double         y = top + self->metrics->context_height + 2;
      DlOp          *op;

      if (!each->has_label)
        continue;
      /* Where they are wider than the break, the words need a ground of their own. */
      if (each->text_width > each->right - each->left)
        dl_layout_rect (self, DL_ROLE_RULER, DL_PAINT_VIEW, each->text_x - 2, y, each->text_width + 4,
                        dl_text_measure_line_height (self->input->measure, DL_TEXT_TICK))
          ->flags |= DL_OP_FIXED;
      op = dl_layout_text (self, DL_ROLE_BREAK, DL_TEXT_TICK, DL_PAINT_INK, each->text_x, y, each->text_width,
                           each->words);
      op->fold = (guint16) each->fold;
      op->flags |= DL_OP_FIXED;
    }
}

/* Whether a break lies in [@left, @left + @width), and where the last one ends. */
static gboolean
is_broken (const DlRuler *ruler, double left, double width, double *clear_from)
{
  for (guint i = 0; i < ruler->breaks->len; i++)
    {
      const DlBreak *each = &g_array_index (ruler->breaks, DlBreak, i);

      if (each->left >= left + width + 4 || each->right <= left)
        continue;
      if (clear_from != NULL)
        *clear_from = each->right;
      return TRUE;
    }
  return FALSE;
}

/* Whether [@left, @left + @width) is free of the labels of the upper tier. */
static gboolean
is_free (const DlRuler *ruler, double left, double width, const DlTick **taken_by)
{
  for (guint i = 0; i < ruler->contexts->len; i++)
    {
      const DlTick *tick = &g_array_index (ruler->contexts, DlTick, i);

      if (tick->text == NULL || tick->text_x >= left + width + 8 || tick->text_x + tick->text_width + 8 <= left)
        continue;
      if (taken_by != NULL)
        *taken_by = tick;
      return FALSE;
    }
  return TRUE;
}

/* How far right the name of the era at @place may reach: into what is free
 * after it, up to the next one of its row. */
static double
era_limit (DlLayoutContext *self, const DlEraPlace *place)
{
  const DlEraPlace *places = dl_arrangement_get_era_places (self->input->arrangement);
  double            width = self->input->viewport.width;

  return place->next == DL_NONE ? width : MIN (dl_viewport_x (&self->input->viewport, places[place->next].from), width);
}

static void
add_era (DlLayoutContext *self, const DlRuler *ruler, guint index, double top)
{
  const DlLayoutInput *input = self->input;
  const DlEra         *era = dl_timeline_get_era (self->timeline, index);
  const DlEraPlace    *place = &dl_arrangement_get_era_places (input->arrangement)[index];
  gboolean             alone = dl_arrangement_get_eras_height (input->arrangement) > 0;
  double               left = MAX (dl_viewport_x (&input->viewport, place->from), 0);
  double               right = MIN (dl_viewport_x (&input->viewport, place->to), input->viewport.width);
  double               limit = alone ? era_limit (self, place) : right;
  double               width = ceil (dl_text_measure_width (input->measure, DL_TEXT_NOTE, era->title)) + 2;
  double               y = top + 3 + (alone ? place->row * self->metrics->era_row : 0);
  double               height = alone ? self->metrics->era_row - 2 : self->metrics->context_height - 4;
  double               x = left + 8;
  const DlTick        *taken_by = NULL;
  DlOp                *op;

  if (right <= left)
    return;
  /* Two that follow each other are two. */
  if (place->next != DL_NONE && era_limit (self, place) - right < ERA_GAP)
    right = MAX (right - ERA_GAP, left + 1);
  op = dl_layout_rect (self, DL_ROLE_ERA, DL_PAINT_WEEKEND, left, y, right - left, height);
  op->flags |= DL_OP_FIXED;
  op->radius = 4;
  while (x + width < limit)
    if (is_broken (ruler, x, width, &x))
      x += 8;
    else if (!alone && !is_free (ruler, x, width, &taken_by))
      x = taken_by->text_x + taken_by->text_width + 12;
    else
      break;
  if (alone && x + width >= limit)
    {
      /* Cut, and if need be over a break, where there is nothing better. */
      x = left + 8;
      width = MIN (width, limit - x - ERA_GAP);
      if (width < ERA_LEAST_NAME)
        return;
    }
  if (x + width < limit)
    dl_layout_text (self, DL_ROLE_ERA, DL_TEXT_NOTE, DL_PAINT_DIM, x, alone ? y + 2 : top + 6, width, era->title)
      ->flags |= DL_OP_FIXED;
}

/* Eras tint their time. They are named in the upper tier where it is free, and
 * in rows of their own where some overlap. */
static void
add_eras (DlLayoutContext *self, const DlRuler *ruler, double top)
{
  for (guint i = 0; i < dl_timeline_get_n_eras (self->timeline); i++)
    add_era (self, ruler, i, top);
}

static gboolean
is_beside (const DlOp *other, double left, double width)
{
  return other == NULL || left + width + 4 <= other->x || left >= other->x + other->w + 4;
}

/* Where a pill of @width around @x finds room beside the labels of the upper
 * tier: on the line, else at either side of it, else on the line all the same,
 * and the label that it covers gives way. */
static double
find_room (DlLayoutContext *self, const DlRuler *ruler, const DlOp *other, double x, double width)
{
  double last = MAX (self->input->viewport.width - width - 4, 4);
  double choices[] = { x - width / 2, x + 4, x - width - 4 };
  double left;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      choices[i] = CLAMP (choices[i], 4, last);
      if (is_free (ruler, choices[i], width, NULL) && is_beside (other, choices[i], width))
        return choices[i];
    }
  left = choices[0];
  if (!is_beside (other, left, width))
    left = other->x + other->w + 4 <= last ? other->x + other->w + 4 : other->x - 4 - width;
  for (guint i = 0; i < ruler->contexts->len; i++)
    {
      DlTick *tick = &g_array_index (ruler->contexts, DlTick, i);

      if (tick->text != NULL && tick->text_x < left + width + 8 && tick->text_x + tick->text_width + 8 > left)
        g_clear_pointer (&tick->text, g_free);
    }
  return left;
}

static const DlOp *
add_marker_pill (DlLayoutContext *self,
                 const DlRuler   *ruler,
                 const DlOp      *other,
                 DlInstant        at,
                 const char      *text,
                 double           top)
{
  double x = dl_viewport_x (&self->input->viewport, at);
  double width = ceil (dl_text_measure_width (self->input->measure, DL_TEXT_PILL, text)) + 18;
  DlOp  *op;

  if (x < -1 || x > self->input->viewport.width + 1)
    return NULL;
  x = find_room (self, ruler, other, x, width);
  op = dl_layout_text (self, DL_ROLE_MARKER, DL_TEXT_PILL, DL_PAINT_ON_ACCENT, x, top, width, text);
  op->border = DL_PAINT_ACCENT;
  op->flags |= DL_OP_FIXED | DL_OP_ROUND | DL_OP_ALIGN_CENTER;
  return op;
}

static void
add_ruler (DlLayoutContext *self, const DlRuler *ruler, double top)
{
  double width = self->input->viewport.width;
  double tick_y = top + self->metrics->context_height;
  double ruler_height = self->metrics->context_height + self->metrics->tick_height;

  for (guint i = 0; i < ruler->contexts->len; i++)
    {
      const DlTick *tick = &g_array_index (ruler->contexts, DlTick, i);
      DlOp         *op;

      if (i > 0 && !tick->again && tick->x >= 0 && tick->x < width)
        dl_layout_rect (self, DL_ROLE_GRID, DL_PAINT_LINE, floor (tick->x), top + 6, 1, ruler_height - 6)->flags |=
          DL_OP_FIXED;
      /* Half a label says something else: "2010" ends in "10". */
      if (tick->text == NULL || tick->text_x + tick->text_width > width || tick->text_x < 0)
        continue;
      if (is_broken (ruler, tick->text_x, tick->text_width, NULL))
        dl_layout_rect (self, DL_ROLE_RULER, DL_PAINT_VIEW, tick->text_x - 2, top + 6, tick->text_width + 4,
                        dl_text_measure_line_height (self->input->measure, DL_TEXT_CONTEXT))
          ->flags |= DL_OP_FIXED;
      op = dl_layout_text (self, DL_ROLE_CONTEXT, DL_TEXT_CONTEXT, DL_PAINT_INK, tick->text_x, top + 6,
                           tick->text_width, tick->text);
      op->flags |= DL_OP_FIXED;
    }
  for (guint i = 0; i < ruler->ticks->len; i++)
    {
      const DlTick *tick = &g_array_index (ruler->ticks, DlTick, i);

      if (tick->x >= 0 && tick->x < width)
        dl_layout_rect (self, DL_ROLE_GRID, DL_PAINT_GRID, floor (tick->x), tick_y + 4, 1,
                        self->metrics->tick_height - 4)
          ->flags |= DL_OP_FIXED;
      if (tick->text != NULL && tick->text_x + tick->text_width <= width && tick->text_x >= 0)
        dl_layout_text (self, DL_ROLE_TICK, DL_TEXT_TICK, DL_PAINT_DIM, tick->text_x, tick_y + 2, tick->text_width,
                        tick->text)
          ->flags |= DL_OP_FIXED;
    }
  dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_LINE, 0, self->head - 1, width, 1)->flags |= DL_OP_FIXED;
}

/* Before the ruler's labels: they give way to a marker. */
static void
add_markers (DlLayoutContext *self, const DlRuler *ruler, double y)
{
  DlOp        as_of_pill;
  const DlOp *other = NULL;

  if (self->has_as_of)
    {
      g_autofree char *date =
        dl_timeline_dup_words (self->timeline, dl_timeline_get_as_of_text (self->timeline), DL_WORDS_SHORT);
      /* Translators: a marker on the ruler; %s is a date: "As of 26 Oct 2025". */
      g_autofree char *text = g_strdup_printf (_ ("As of %s"), date);

      other = add_marker_pill (self, ruler, NULL, self->as_of, text, y);
    }
  if (!self->input->has_today)
    return;
  /* A copy: adding to the scene may move what is in it. */
  if (other != NULL)
    {
      as_of_pill = *other;
      other = &as_of_pill;
    }
  add_marker_pill (self, ruler, other, self->input->today, _ ("Today"), y);
}

void
dl_layout_head (DlLayoutContext *self, const DlRuler *ruler)
{
  double top = dl_layout_heading_height (self->input);

  add_heading (self);
  dl_layout_rect (self, DL_ROLE_RULER, DL_PAINT_VIEW, 0, top, self->input->viewport.width, self->head - top)->flags |=
    DL_OP_FIXED;
  add_eras (self, ruler, top);
  add_ruler_folds (self, ruler, top);
  top += dl_arrangement_get_eras_height (self->input->arrangement);
  add_markers (self, ruler, top + 6);
  add_ruler (self, ruler, top);
  add_break_words (self, ruler, top);
}
