/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands above the lanes and does not scroll with them: the eras, the ruler with its breaks, and the markers'
 * names. */
#include "layout/dl-layout-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "layout/dl-ruler-names.h"
#include "layout/dl-text-wrap.h"
#include "time/dl-words.h"

/* Beside words of the upper tier that have a ground of their own. */
#define CONTEXT_PADDING 4.0

/* Of an era without room for its name, how high. */
#define ERA_LINE 3.0

/* Between eras that follow each other. */
#define ERA_GAP 2.0

/* Less of an era's name says nothing; less of its time is not seen. */
#define ERA_LEAST_NAME 20.0
#define ERA_LEAST_WIDTH 2.0

/* Around a name in the upper tier, and between a pill and a label. */
#define NAME_GAP 8.0
#define PILL_GAP 6.0
#define MARKER_PADDING 18.0
#define PILL_INSET 2.0

/* Two of them may stand at either side of one line, and touch it. */
#define PILLS_APART 1.5
#define LINE_REACH 1.0

/* Places tried for a pill, from left of its line to right of it. */
#define N_PLACES 9

/* What is worse than what, where a pill is placed: a label that has to go, one
 * that has to be shorter, one that has to move, a pixel that it moves, a pixel that the pill is beside its
 * line. */
#define COST_HIDDEN 10000.0
#define COST_BRIEF 40.0
#define COST_MOVED 20.0
#define COST_MOVE 0.1
#define COST_BESIDE 0.2

/* What is written over a marker's line. */
typedef struct
{
  char  *text;
  double x; /* of the line */
  double left;
  double width;
} Pill;

enum
{
  PILL_AS_OF,
  PILL_TODAY,
  N_PILLS,
};

typedef struct
{
  DlLayoutContext *layout;
  const DlRuler   *ruler;
  Pill             pills[N_PILLS]; /* without a text: not in sight */
  GArray          *names;          /* Span: of eras, in the upper tier */
  GArray          *tints;          /* Span: eras there */
  double           top;            /* of the ruler */
  double           tick_y;         /* of its lower tier */
} Head;

typedef struct
{
  double left;
  double right;
} Span;

static gboolean
meets (double a_left, double a_right, double b_left, double b_right)
{
  return a_left < b_right && b_left < a_right;
}

/* Half a label says something else: "2010" ends in "10". */
static gboolean
is_whole (const Head *self, const DlTick *tick)
{
  return tick->text != NULL && tick->text_x >= 0 &&
         tick->text_x + tick->text_width <= self->layout->input->viewport.width;
}

/* Pills */

/* Where a label of the upper tier that is @width wide stands beside the pills:
 * where it is, else to the right of them. Returns: FALSE when there is no room */
static gboolean
find_room (const Head *self, const DlTick *tick, double width, double *x)
{
  *x = tick->text_x;
  for (guint tries = 0; tries < N_PILLS; tries++)
    for (guint i = 0; i < N_PILLS; i++)
      {
        const Pill *pill = &self->pills[i];

        if (pill->text != NULL && meets (*x, *x + width, pill->left - PILL_GAP, pill->left + pill->width + PILL_GAP))
          *x = pill->left + pill->width + PILL_GAP;
      }
  return *x == tick->text_x || *x + width <= tick->text_limit;
}

/* How bad it is to have the pills where they are. */
static double
judge_pills (const Head *self)
{
  const Pill *as_of = &self->pills[PILL_AS_OF];
  const Pill *today = &self->pills[PILL_TODAY];
  double      cost = 0;

  if (as_of->text != NULL && today->text != NULL &&
      meets (as_of->left - PILLS_APART, as_of->left + as_of->width + PILLS_APART, today->left,
             today->left + today->width))
    return G_MAXDOUBLE;
  for (guint i = 0; i < N_PILLS; i++)
    if (self->pills[i].text != NULL)
      cost += COST_BESIDE * fabs (self->pills[i].left + self->pills[i].width / 2 - self->pills[i].x);
  for (guint i = 0; i < self->ruler->contexts->len; i++)
    {
      const DlTick *tick = &g_array_index (self->ruler->contexts, DlTick, i);
      double        x;

      if (!is_whole (self, tick))
        continue;
      if (find_room (self, tick, tick->text_width, &x))
        cost += x > tick->text_x ? COST_MOVED + COST_MOVE * (x - tick->text_x) : 0;
      else if (tick->brief != NULL && find_room (self, tick, tick->brief_width, &x))
        cost += COST_BRIEF + COST_MOVE * (x - tick->text_x);
      else
        cost += COST_HIDDEN;
    }
  return cost;
}

/* Places of a pill that touch its line: around it, and beside labels. Of
 * double. */
static GArray *
list_places (const Head *self, const Pill *pill)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  double  last = MAX (self->layout->input->viewport.width - pill->width - PILL_INSET, PILL_INSET);
  double  first = pill->x - pill->width - LINE_REACH;

  for (guint i = 0; i < N_PLACES; i++)
    {
      double left = CLAMP (first + (pill->width + 2 * LINE_REACH) * i / (N_PLACES - 1), PILL_INSET, last);

      g_array_append_val (places, left);
    }
  for (guint i = 0; i < self->ruler->contexts->len; i++)
    {
      const DlTick *tick = &g_array_index (self->ruler->contexts, DlTick, i);
      const double beside[] = { tick->text_x + tick->text_width + PILL_GAP, tick->text_x + tick->brief_width + PILL_GAP,
                                tick->text_x - PILL_GAP - pill->width };

      for (guint j = 0; tick->text != NULL && j < G_N_ELEMENTS (beside); j++)
        if (beside[j] >= MAX (pill->x - pill->width, PILL_INSET) && beside[j] <= MIN (pill->x, last))
          g_array_append_val (places, beside[j]);
    }
  return places;
}

/* Each pill touches its line, none lies on another, and as few labels as can be
 * give way to them. */
static void
place_pills (Head *self)
{
  Pill              *as_of = &self->pills[PILL_AS_OF];
  Pill              *today = &self->pills[PILL_TODAY];
  g_autoptr (GArray) of_as_of = list_places (self, as_of);
  g_autoptr (GArray) of_today = list_places (self, today);
  double             least = G_MAXDOUBLE;
  Span               best = { as_of->left, today->left };

  for (guint i = 0; i < (as_of->text != NULL ? of_as_of->len : 1); i++)
    for (guint j = 0; j < (today->text != NULL ? of_today->len : 1); j++)
      {
        double cost;

        as_of->left = g_array_index (of_as_of, double, i);
        today->left = g_array_index (of_today, double, j);
        cost = judge_pills (self);
        if (cost >= least)
          continue;
        least = cost;
        best = (Span){ as_of->left, today->left };
      }
  as_of->left = best.left;
  today->left = best.right;
  /* At an edge there may be room over the line for one only. */
  if (least == G_MAXDOUBLE)
    {
      as_of->left = g_array_index (of_as_of, double, 0);
      today->left = as_of->left - PILL_GAP - today->width;
      if (today->left < PILL_INSET)
        today->left = as_of->left + as_of->width + PILL_GAP;
    }
  for (guint i = 0; i < self->ruler->contexts->len; i++)
    {
      DlTick *tick = &g_array_index (self->ruler->contexts, DlTick, i);
      double  x;

      if (!is_whole (self, tick))
        continue;
      if (!find_room (self, tick, tick->text_width, &x))
        {
          g_clear_pointer (&tick->text, g_free);
          tick->text_width = tick->brief_width;
          if (tick->brief != NULL && find_room (self, tick, tick->brief_width, &x))
            tick->text = g_steal_pointer (&tick->brief);
        }
      tick->text_x = x;
    }
}

/* @text: (transfer full) */
static void
prepare_pill (Head *self, guint index, DlInstant at, char *text)
{
  const DlLayoutInput *input = self->layout->input;
  Pill                *pill = &self->pills[index];
  double               x = dl_viewport_x (&input->viewport, at);

  if (x < -1 || x > input->viewport.width + 1)
    {
      g_free (text);
      return;
    }
  *pill = (Pill){ .text = text, .x = x };
  pill->width = ceil (dl_text_measure_width (input->measure, DL_TEXT_PILL, text)) + MARKER_PADDING;
  if (pill->width > input->viewport.width)
    g_clear_pointer (&pill->text, g_free);
  pill->left = x - pill->width / 2;
}

/* Whether words of the lower tier stand at @x. */
static gboolean
is_written_on (const Head *self, double x)
{
  for (guint i = 0; i < self->ruler->ticks->len; i++)
    {
      const DlTick *tick = &g_array_index (self->ruler->ticks, DlTick, i);

      if (tick->text != NULL && meets (tick->text_x, tick->text_x + tick->text_width, x - 2, x + 2))
        return TRUE;
    }
  for (guint i = 0; i < self->ruler->breaks->len; i++)
    {
      const DlBreak *each = &g_array_index (self->ruler->breaks, DlBreak, i);

      if (each->has_label && meets (each->text_x, each->text_x + each->text_width, x - 2, x + 2))
        return TRUE;
    }
  return FALSE;
}

/* A pill, and the line from it down to the lanes where that is free. */
static void
add_pill (Head *self, guint index, DlPaint paint, double thickness)
{
  const Pill *pill = &self->pills[index];
  double      bottom;
  DlOp       *op;

  if (pill->text == NULL)
    return;
  op = dl_layout_text (self->layout, DL_ROLE_MARKER, DL_TEXT_PILL, DL_PAINT_ON_ACCENT, pill->left, self->top + 6,
                       pill->width, pill->text);
  op->border = DL_PAINT_ACCENT;
  op->flags |= DL_OP_FIXED | DL_OP_ROUND | DL_OP_ALIGN_CENTER;
  bottom = (double) (op->y + op->h) + 1;
  if (!is_written_on (self, pill->x))
    dl_layout_rect (self->layout, DL_ROLE_MARKER, paint, pill->x - thickness / 2, bottom, thickness,
                    self->layout->head - bottom)
      ->flags |= DL_OP_FIXED;
}

/* Eras */

/* How far right the name of the era at @place may reach: into what is free
 * after it, up to the next one of its row. */
static double
era_limit (DlLayoutContext *self, const DlEraPlace *place)
{
  const DlEraPlace *places = dl_arrangement_get_era_places (self->input->arrangement);
  double            width = self->input->viewport.width;

  return place->next == DL_NONE ? width : MIN (dl_viewport_x (&self->input->viewport, places[place->next].from), width);
}

/* What is in the way of a name from @left to @right in the upper tier, and where
 * that ends. */
static gboolean
is_taken (const Head *self, double left, double right, double *clear_from)
{
  left -= NAME_GAP;
  right += NAME_GAP;
  for (guint i = 0; i < self->ruler->contexts->len; i++)
    {
      const DlTick *tick = &g_array_index (self->ruler->contexts, DlTick, i);

      if (!is_whole (self, tick) || !meets (left, right, tick->text_x, tick->text_x + tick->text_width))
        continue;
      *clear_from = tick->text_x + tick->text_width;
      return TRUE;
    }
  for (guint i = 0; i < N_PILLS; i++)
    {
      const Pill *pill = &self->pills[i];

      if (pill->text == NULL || !meets (left, right, pill->left, pill->left + pill->width))
        continue;
      *clear_from = pill->left + pill->width;
      return TRUE;
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const Span *name = &g_array_index (self->names, Span, i);

      if (!meets (left, right, name->left, name->right))
        continue;
      *clear_from = name->right;
      return TRUE;
    }
  return FALSE;
}

/* In a row of its own a name stands in its era, else after it, where that is free;
 * so that the era's end does not run through it. If it is too long for either it
 * is cut. Returns: where it begins; @width: (inout): what it may take */
static double
place_alone (double left, double right, double limit, double *width)
{
  double inside = right - left - 2 * NAME_GAP;
  double after = limit - right - NAME_GAP - ERA_GAP;

  if (*width <= inside || (inside >= after && inside >= ERA_LEAST_NAME))
    {
      *width = MIN (*width, inside);
      return left + NAME_GAP;
    }
  *width = MIN (*width, after);
  return right + NAME_GAP;
}

/* In the upper tier a name stands in its era where that is free, or not at all.
 * Returns: whether there is room for it; @width: (out): what it may take */
static gboolean
place_name (const Head *self,
            double      left,
            double      right,
            double      limit,
            double      full,
            gboolean    alone,
            double     *x,
            double     *width)
{
  double clear_from;

  *width = full;
  *x = left + NAME_GAP;
  if (alone)
    *x = place_alone (left, right, limit, width);
  else
    while (*x + *width < limit && is_taken (self, *x, *x + *width, &clear_from))
      *x = clear_from + NAME_GAP + 1;
  return *x + *width < limit && *width >= MIN (full, ERA_LEAST_NAME);
}

/* What is too short for its name has that behind it, where there is nothing up to the next
 * one, nor in it. Returns: the same */
static gboolean
place_behind (const Head *self, double left, double right, double next, double full, double *x)
{
  double clear_from;

  *x = right + NAME_GAP;
  return *x + full + ERA_GAP < next && !is_taken (self, left, *x + full, &clear_from);
}

static void
add_era (Head *self, guint index, double top)
{
  DlLayoutContext     *layout = self->layout;
  const DlLayoutInput *input = layout->input;
  const DlEra         *era = dl_timeline_get_era (layout->timeline, index);
  const DlEraPlace    *place = &dl_arrangement_get_era_places (input->arrangement)[index];
  gboolean             alone = dl_arrangement_get_eras_height (input->arrangement) > 0;
  double               left = MAX (dl_viewport_x (&input->viewport, place->from), 0);
  double               right = MIN (dl_viewport_x (&input->viewport, place->to), input->viewport.width);
  double               y = top + 3 + (alone ? place->row * layout->metrics->era_row : 0);
  double               height = alone ? layout->metrics->era_row - 2 : layout->metrics->context_height - 4;
  g_autofree char     *title = NULL;
  g_autofree char     *date = NULL;
  g_autofree char     *words = NULL;
  double               full = ceil (dl_text_measure_width (input->measure, DL_TEXT_NOTE, era->title)) + 2;
  double               x, width, limit;
  gboolean             named;
  DlOp                *op;

  if (right <= left)
    return;
  /* Two that follow each other are two. */
  if (place->next != DL_NONE && era_limit (layout, place) - right < ERA_GAP)
    right -= ERA_GAP;
  right = MAX (right, left + ERA_LEAST_WIDTH);
  limit = alone ? era_limit (layout, place) : right - ERA_GAP;
  named = place_name (self, left, right, limit, full, alone, &x, &width);
  if (!named && !alone && place_behind (self, left, right, era_limit (layout, place), full, &x))
    {
      named = TRUE;
      width = full;
    }
  /* Where its name has no room, it is a line over what has. */
  if (named || alone)
    op = dl_layout_rect (layout, DL_ROLE_ERA, DL_PAINT_WEEKEND, left, y, right - left, height);
  else
    op = dl_layout_rect (layout, DL_ROLE_ERA, DL_PAINT_SHAPE, left, top + 1, right - left, ERA_LINE);
  op->flags |= DL_OP_FIXED;
  op->radius = MIN (MIN (4, op->w / 2), op->h / 2);
  date = dl_timeline_dup_words (layout->timeline, era->date_text, DL_WORDS_NONE);
  /* Translators: an era, told under the pointer: its name, and its time. */
  title = dl_isolate (era->title);
  words = g_strdup_printf (C_ ("era", "%s: %s"), title, date);
  op->text = dl_scene_keep (layout->scene, words);
  if (!named)
    return;
  op = dl_layout_text (layout, DL_ROLE_ERA, DL_TEXT_NOTE, DL_PAINT_DIM, x, alone ? y + 2 : top + 6, width, era->title);
  op->flags |= DL_OP_FIXED | (width < full ? DL_OP_CUT : 0);
  if (alone)
    return;
  g_array_append_vals (self->tints, &(Span){ left, right }, 1);
  g_array_append_vals (self->names, &(Span){ x, x + width }, 1);
}

/* Eras tint their time. They are named in the upper tier where it is free, and
 * in rows of their own where some overlap. */
static void
add_eras (Head *self, double top)
{
  for (guint i = 0; i < dl_timeline_get_n_eras (self->layout->timeline); i++)
    add_era (self, i, top);
}

/* The ruler */

/* A boundary of the upper tier goes through both of them, but not through what is
 * written there: in weeks one may lie anywhere. */
static void
add_boundary (const Head *self, double x)
{
  double clear_from;
  double top = is_taken (self, x - 2 + NAME_GAP, x + 2 - NAME_GAP, &clear_from) ? self->tick_y : self->top + 6;
  double bottom = is_written_on (self, x) ? self->tick_y : self->layout->head;

  if (bottom > top)
    dl_layout_rect (self->layout, DL_ROLE_GRID, DL_PAINT_LINE, x, top, 1, bottom - top)->flags |= DL_OP_FIXED;
}

/* Where an era begins or ends under words, these have a ground of their own. */
static gboolean
is_at_era_edge (const Head *self, double left, double right)
{
  for (guint i = 0; i < self->tints->len; i++)
    {
      const Span *tint = &g_array_index (self->tints, Span, i);

      if ((tint->left > left && tint->left < right) || (tint->right > left && tint->right < right))
        return TRUE;
    }
  return FALSE;
}

static void
add_contexts (const Head *self)
{
  for (guint i = 0; i < self->ruler->contexts->len; i++)
    {
      const DlTick *tick = &g_array_index (self->ruler->contexts, DlTick, i);

      if (i > 0 && !tick->again && tick->x >= 0 && tick->x < self->layout->input->viewport.width)
        add_boundary (self, floor (tick->x));
      if (is_whole (self, tick) &&
          is_at_era_edge (self, tick->text_x - CONTEXT_PADDING, tick->text_x + tick->text_width + CONTEXT_PADDING))
        dl_layout_rect (self->layout, DL_ROLE_RULER, DL_PAINT_VIEW, tick->text_x - CONTEXT_PADDING, self->top + 3,
                        tick->text_width + 2 * CONTEXT_PADDING, self->layout->metrics->context_height - 4)
          ->flags |= DL_OP_FIXED;
      if (is_whole (self, tick))
        dl_layout_text (self->layout, DL_ROLE_CONTEXT, DL_TEXT_CONTEXT, DL_PAINT_INK, tick->text_x, self->top + 6,
                        tick->text_width, tick->text)
          ->flags |= DL_OP_FIXED;
    }
}

static void
add_ticks (const Head *self)
{
  for (guint i = 0; i < self->ruler->ticks->len; i++)
    {
      const DlTick *tick = &g_array_index (self->ruler->ticks, DlTick, i);
      double        x = floor (tick->x);

      if (x >= 0 && x < self->layout->input->viewport.width && !is_written_on (self, x))
        dl_layout_rect (self->layout, DL_ROLE_GRID, DL_PAINT_GRID, x, self->tick_y + 4, 1,
                        self->layout->metrics->tick_height - 4)
          ->flags |= DL_OP_FIXED;
      if (is_whole (self, tick))
        dl_layout_text (self->layout, DL_ROLE_TICK, DL_TEXT_TICK, DL_PAINT_DIM, tick->text_x, self->tick_y + 2,
                        tick->text_width, tick->text)
          ->flags |= DL_OP_FIXED;
    }
}

/* Only in the lower tier, where it is told how long they are: the upper one is
 * for names, which run on over them. */
static void
add_breaks (const Head *self)
{
  for (guint i = 0; i < self->ruler->breaks->len; i++)
    dl_layout_tear (self->layout, DL_ROLE_BREAK, &g_array_index (self->ruler->breaks, DlBreak, i), self->tick_y,
                    self->layout->head - 1);
}

/* After the ruler's lines, so that none runs through the words. */
static void
add_break_words (const Head *self)
{
  for (guint i = 0; i < self->ruler->breaks->len; i++)
    {
      const DlBreak *each = &g_array_index (self->ruler->breaks, DlBreak, i);
      double         y = self->tick_y + 2;
      DlOp          *op;

      if (!each->has_label)
        continue;
      /* Where they are wider than the break, the words need a ground of their own. */
      if (each->text_width > each->right - each->left)
        dl_layout_rect (self->layout, DL_ROLE_RULER, DL_PAINT_VIEW, each->text_x - 2, y, each->text_width + 4,
                        dl_text_measure_line_height (self->layout->input->measure, DL_TEXT_TICK))
          ->flags |= DL_OP_FIXED;
      op = dl_layout_text (self->layout, DL_ROLE_BREAK, DL_TEXT_TICK, DL_PAINT_INK, each->text_x, y, each->text_width,
                           each->words);
      op->fold = (guint16) each->fold;
      op->flags |= DL_OP_FIXED;
    }
}

void
dl_layout_head (DlLayoutContext *self, const DlRuler *ruler)
{
  const DlLayoutInput *input = self->input;
  double               top = dl_layout_heading_height (input);
  g_autoptr (GArray)   names = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray)   tints = g_array_new (FALSE, FALSE, sizeof (Span));
  Head                 head = { .layout = self, .ruler = ruler, .names = names, .tints = tints };

  head.top = top + dl_arrangement_get_eras_height (input->arrangement);
  head.tick_y = head.top + self->metrics->context_height;
  if (self->has_as_of)
    prepare_pill (&head, PILL_AS_OF, self->as_of, dl_ruler_dup_as_of_words (self->timeline));
  if (input->has_today)
    prepare_pill (&head, PILL_TODAY, input->today, g_strdup (_ ("Today")));
  place_pills (&head);

  dl_layout_heading (self);
  dl_layout_rect (self, DL_ROLE_RULER, DL_PAINT_VIEW, 0, top, input->viewport.width, self->head - top)->flags |=
    DL_OP_FIXED;
  add_eras (&head, top);
  add_breaks (&head);
  add_contexts (&head);
  add_ticks (&head);
  dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_LINE, 0, self->head - 1, input->viewport.width, 1)->flags |=
    DL_OP_FIXED;
  add_pill (&head, PILL_TODAY, DL_PAINT_DIM, 1);
  add_pill (&head, PILL_AS_OF, DL_PAINT_ACCENT, 2);
  add_break_words (&head);
  for (guint i = 0; i < N_PILLS; i++)
    g_free (head.pills[i].text);
}
