/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies behind the lanes over their whole height: weekends, the grid, what
 * is folded, the time to come, the markers' lines. */
#include "layout/dl-layout-private.h"

#include <math.h>

/* Weekends are shaded where a day is at least this wide. */
#define WEEKEND_LEAST_DAY 12.0

/* How far beyond the window a break is drawn: its torn edge stays outside. */
#define TEAR_REACH 20.0
#define TEAR_LEAST 6.0

/* A rectangle over the height of the lanes, from one instant to another. */
static void
add_column (DlLayoutContext *self, DlRole role, DlPaint paint, DlInstant from, DlInstant to)
{
  const DlLayoutInput *input = self->input;
  double               left = MAX (dl_viewport_x (&input->viewport, from), 0);
  double               right = MIN (dl_viewport_x (&input->viewport, to), input->viewport.width);

  if (right > left)
    dl_layout_rect (self, role, paint, left, self->head, right - left, input->height - self->head)->flags |=
      DL_OP_FIXED;
}

static void
add_weekends_of (DlLayoutContext *self, const DlSection *section)
{
  const DlZone *zone = self->input->zone;
  DlCivil       civil = dl_zone_to_civil (zone, section->from);
  guint n_days = (guint) ((section->right - section->left) / (DL_DAY_SECONDS * self->input->viewport.scale)) + 3;

  civil = dl_calendar_floor (&civil, DL_UNIT_DAY, 1, 0);
  for (guint i = 0; i < n_days; i++)
    {
      DlCivil   next = dl_calendar_add (&civil, DL_UNIT_DAY, 1);
      DlInstant from = dl_instant_max (dl_zone_to_instant (zone, dl_calendar_to_instant (&civil)), section->from);
      DlInstant to = dl_instant_min (dl_zone_to_instant (zone, dl_calendar_to_instant (&next)), section->to);

      if (dl_calendar_has_weekday (&civil) && dl_calendar_weekday (civil.year, civil.month, civil.day) >= 5)
        add_column (self, DL_ROLE_WEEKEND, DL_PAINT_WEEKEND, from, to);
      civil = next;
    }
}

static void
add_weekends (DlLayoutContext *self)
{
  const DlLayoutInput *input = self->input;
  DlSection            sections[DL_MAX_FOLDS + 1];
  guint                n_sections;

  if (DL_DAY_SECONDS * input->viewport.scale < WEEKEND_LEAST_DAY)
    return;
  n_sections = dl_viewport_get_sections (&input->viewport, sections);
  for (guint i = 0; i < n_sections; i++)
    add_weekends_of (self, &sections[i]);
}

DlOp *
dl_layout_tear (DlLayoutContext *self, DlRole role, const DlBreak *each, double top, double bottom)
{
  /* Far out a break is narrower than can be seen. */
  double grow = MAX (TEAR_LEAST - (each->right - each->left), 0) / 2;
  double left = MAX (each->left - grow, -TEAR_REACH);
  double right = MIN (each->right + grow, self->input->viewport.width + TEAR_REACH);
  DlOp  *op = dl_layout_rect (self, role, DL_PAINT_WEEKEND, left, top, right - left, bottom - top);

  op->kind = DL_OP_TEAR;
  op->border = DL_PAINT_SHAPE;
  op->fold = (guint16) each->fold;
  op->flags |= DL_OP_FIXED;
  return op;
}

/* Behind everything that runs through it. */
static void
add_folds (DlLayoutContext *self, const DlRuler *ruler)
{
  for (guint i = 0; i < ruler->breaks->len; i++)
    {
      const DlBreak *each = &g_array_index (ruler->breaks, DlBreak, i);

      dl_layout_tear (self, DL_ROLE_FOLD, each, self->head, self->input->height)->text =
        dl_scene_keep (self->scene, each->words);
    }
}

static void
add_grid (DlLayoutContext *self, const DlRuler *ruler)
{
  double width = self->input->viewport.width;

  for (guint i = 0; i < ruler->ticks->len; i++)
    {
      double x = floor (g_array_index (ruler->ticks, DlTick, i).x);

      if (x >= 0 && x < width)
        dl_layout_rect (self, DL_ROLE_GRID, DL_PAINT_GRID, x, self->head, 1, self->input->height - self->head)->flags |=
          DL_OP_FIXED;
    }
}

static void
add_marker_line (DlLayoutContext *self, DlInstant at, DlPaint paint, double thickness)
{
  double x = dl_viewport_x (&self->input->viewport, at);

  if (x >= -1 && x <= self->input->viewport.width + 1)
    dl_layout_rect (self, DL_ROLE_MARKER, paint, x - thickness / 2, self->head, thickness,
                    self->input->height - self->head)
      ->flags |= DL_OP_FIXED;
}

void
dl_layout_ground (DlLayoutContext *self, const DlRuler *ruler)
{
  const DlLayoutInput *input = self->input;

  dl_layout_rect (self, DL_ROLE_BACKGROUND, DL_PAINT_VIEW, 0, 0, input->viewport.width, input->height + self->legend)
    ->flags |= DL_OP_FIXED;
  if (self->has_as_of)
    add_column (self, DL_ROLE_FUTURE, DL_PAINT_FUTURE, self->as_of, DL_INSTANT_MAX);
  add_weekends (self);
  add_grid (self, ruler);
  add_folds (self, ruler);
  if (input->has_today)
    add_marker_line (self, input->today, DL_PAINT_DIM, 1);
  if (self->has_as_of)
    add_marker_line (self, self->as_of, DL_PAINT_ACCENT, 2);
}
