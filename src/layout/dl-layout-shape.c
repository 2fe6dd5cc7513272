/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout-shape.h"

#include <math.h>
#include <string.h>

#include "layout/dl-metrics.h"
#include "time/dl-edtf.h"

#define MAX_MEMBERS 200
#define UNKNOWN_REACH 20.0 /* how far beyond the window an unknown end is drawn */

static double
x_of (const DlLayoutShape *self, DlInstant instant)
{
  return dl_viewport_x (self->viewport, instant);
}

guint32
dl_layout_shape_get_flags (const DlLayoutShape *self)
{
  guint32 flags = 0;

  if (self->status == DL_STATUS_PLANNED || self->status == DL_STATUS_POSTPONED)
    flags |= DL_OP_PLANNED;
  if (self->status == DL_STATUS_CANCELLED)
    flags |= DL_OP_CANCELLED;
  if (self->date.flags & DL_DATE_UNCERTAIN_START || self->status == DL_STATUS_DISPUTED)
    flags |= DL_OP_DOUBT_START;
  if (self->date.flags & DL_DATE_UNCERTAIN_END || self->status == DL_STATUS_DISPUTED)
    flags |= DL_OP_DOUBT_END;
  return flags;
}

static DlOp *
add_own (DlScene *scene, DlOpKind kind, const DlOp *own)
{
  DlOp *op = dl_scene_add (scene, kind, DL_ROLE_WHEN);

  op->event = own->event;
  op->lane = own->lane;
  op->row = own->row;
  op->hue = own->hue;
  op->flags |= own->flags;
  op->fill = DL_PAINT_HUE;
  return op;
}

static DlOp *
add_line (const DlLayoutShape *self, DlScene *scene, const DlOp *own, double y, double height, double from, double to)
{
  DlOp *op = add_own (scene, DL_OP_BAR, own);

  op->x = (float) from;
  op->y = (float) y;
  op->w = (float) MAX (to - from, self->least_width);
  op->h = (float) height;
  op->solid_from = op->x;
  op->solid_to = op->x + op->w;
  op->radius = (float) (height / 2);
  return op;
}

/* x of a member's first or last moment; open ends reach as far as the whole. */
static double
member_x (const DlLayoutShape *self, const DlEdtfPoint *point, gboolean end)
{
  DlCivil first, after;

  if (point->kind != DL_EDTF_DATE || !dl_edtf_point_hull (point, &first, &after))
    return x_of (self, end ? self->date.latest_end : self->date.earliest_start);
  return x_of (self, dl_zone_to_instant (self->zone, dl_calendar_to_instant (end ? &after : &first)));
}

/* A set is a thin line over the whole, and a full one over each member; of "one
 * of these" each is in doubt. */
static void
add_members (const DlLayoutShape *self, DlScene *scene, const DlOp *own, double y, double height)
{
  double      thin = MAX (height / 4, 1);
  DlEdtf      edtf;
  DlEdtfError error;
  DlEdtfPoint from, to;
  gsize       at = 0;

  add_line (self, scene, own, y + (height - thin) / 2, thin, x_of (self, self->date.earliest_start),
            x_of (self, self->date.latest_end))
    ->radius = 0;
  if (self->date_text == NULL || !dl_edtf_parse (self->date_text, strlen (self->date_text), &edtf, &error))
    return;
  for (guint i = 0; i < MAX_MEMBERS && dl_edtf_next_member (&edtf, &at, &from, &to); i++)
    {
      double left = member_x (self, &from, FALSE);
      double right = member_x (self, to.kind == DL_EDTF_NONE ? &from : &to, TRUE);
      DlOp  *op = add_line (self, scene, own, y, height, left, right);

      if (edtf.form == DL_EDTF_SET_ONE)
        op->flags |= DL_OP_DOUBT;
    }
}

static void
add_when (const DlLayoutShape *self, DlScene *scene, const DlOp *own, double y, double height)
{
  const DlDate *date = &self->date;
  double        seconds = dl_instant_distance (date->earliest_start, date->latest_end);
  double        from = x_of (self, date->earliest_start);
  double        stated_from = x_of (self, date->stated_start);
  DlOp         *op;

  if (date->start_precision < DL_PRECISION_DAY && seconds * self->viewport->scale < DL_POINT_SIZE)
    {
      op = add_own (scene, DL_OP_DIAMOND, own);
      op->x = (float) (from - DL_POINT_SIZE / 2);
      op->y = (float) (y + (height - DL_POINT_SIZE) / 2);
      op->w = op->h = (float) DL_POINT_SIZE;
      return;
    }
  if (date->flags & (DL_DATE_SET_ONE | DL_DATE_SET_ALL))
    {
      add_members (self, scene, own, y, height);
      return;
    }
  op = add_line (self, scene, own, y, height, from, x_of (self, date->latest_end));
  op->solid_from = (float) stated_from;
  op->solid_to = (float) MAX (x_of (self, date->stated_end), stated_from + self->least_width);
}

/* An unknown end has no bound to fade towards, so it fades towards the edge of
 * the window. */
static void
bound_unknown_ends (const DlLayoutShape *self, DlOp *op)
{
  float end = op->x + op->w;
  float least = (float) self->least_width;

  if (op->flags & DL_OP_UNKNOWN_START)
    {
      op->x = MIN (MAX (op->x, (float) -UNKNOWN_REACH), end - least);
      op->solid_from = op->solid_to = end;
    }
  if (op->flags & DL_OP_UNKNOWN_END)
    {
      end = MAX (MIN (end, (float) (self->viewport->width + UNKNOWN_REACH)), op->x + least);
      op->solid_from = op->solid_to = op->x;
    }
  op->w = end - op->x;
}

static guint32
end_flags (const DlDate *date)
{
  return (date->flags & DL_DATE_OPEN_START ? DL_OP_OPEN_START : 0) |
         (date->flags & DL_DATE_OPEN_END ? DL_OP_OPEN_END : 0) |
         (date->flags & DL_DATE_UNKNOWN_START ? DL_OP_UNKNOWN_START : 0) |
         (date->flags & DL_DATE_UNKNOWN_END ? DL_OP_UNKNOWN_END : 0);
}

static void
place_bar (const DlLayoutShape *self, DlOp *op, double y, double height)
{
  const DlDate *date = &self->date;
  double        from = x_of (self, date->earliest_start);

  op->x = (float) from;
  op->y = (float) y;
  op->w = (float) MAX (x_of (self, date->latest_end) - from, self->least_width);
  op->h = (float) height;
  op->flags |= end_flags (date);
  op->solid_from = (float) x_of (self, date->latest_start);
  op->solid_to = (float) x_of (self, date->earliest_end);
  /* An end that is known to the day or better is hard, at the day's edge. */
  if (date->start_precision <= DL_PRECISION_DAY &&
      (date->flags & (DL_DATE_APPROXIMATE_START | DL_DATE_OPEN_START | DL_DATE_UNKNOWN_START)) == 0)
    op->solid_from = op->x;
  if (date->end_precision <= DL_PRECISION_DAY &&
      (date->flags & (DL_DATE_APPROXIMATE_END | DL_DATE_OPEN_END | DL_DATE_UNKNOWN_END)) == 0)
    op->solid_to = op->x + op->w;
  /* Nor does it fade where that would only be its round end. */
  if (x_of (self, date->latest_end) - from < self->least_width)
    {
      op->solid_from = op->x;
      op->solid_to = op->x + op->w;
    }
  if (op->solid_to < op->solid_from)
    op->solid_from = op->solid_to = (op->solid_from + op->solid_to) / 2;
  bound_unknown_ends (self, op);
  /* Wider than it is, so that it can be seen, it is no more planned than that. */
  if (self->as_of != NULL && (dl_layout_shape_get_flags (self) & DL_OP_PLANNED) == 0 &&
      dl_instant_compare (*self->as_of, date->latest_end) < 0)
    op->split = (float) x_of (self, *self->as_of);
}

void
dl_layout_shape_add (const DlLayoutShape *self, DlScene *scene, const DlOp *own, double middle)
{
  DlOp *op;

  if ((self->date.flags & DL_DATE_INTERVAL) == 0)
    {
      add_when (self, scene, own, middle - DL_WHEN_LINE / 2, DL_WHEN_LINE);
      return;
    }
  op = add_own (scene, DL_OP_BAR, own);
  op->role = DL_ROLE_BAR;
  op->fill = DL_PAINT_HUE_LINE;
  op->border = DL_PAINT_HUE_LINE;
  op->radius = (float) (DL_BAR / 2);
  place_bar (self, op, middle - DL_BAR / 2, DL_BAR);
}
