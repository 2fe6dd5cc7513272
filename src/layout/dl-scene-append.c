/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One scene in another one. */
#include "layout/dl-scene.h"

/* What goes on beyond a sample ends as far before that does as others begin in it, and
 * fades over the last of it, which reads as cut; pixels. */
#define CUT_MARGIN 3.0f
#define CUT_END 3.0f

static void
move_curve (DlCurve *curve, float x, float y)
{
  for (guint i = 0; i < G_N_ELEMENTS (curve->x); i++)
    {
      curve->x[i] += x;
      curve->y[i] += y;
    }
}

/* A copy of an operation of another scene, where it is there; with a text of its own. */
static DlOp *
copy (DlScene *self, const DlOp *from, float x, float y)
{
  const DlCurve *curve = NULL;
  DlOp          *op;

  if (from->curve != NULL)
    {
      DlCurve moved = *from->curve;

      move_curve (&moved, x, y);
      op = dl_scene_add_curve (self, (DlRole) from->role, &moved);
      curve = op->curve;
    }
  else
    op = dl_scene_add (self, (DlOpKind) from->kind, (DlRole) from->role);
  *op = *from;
  op->curve = curve;
  op->x += x;
  op->y += y;
  op->solid_from += x;
  op->solid_to += x;
  if (op->split < G_MAXFLOAT)
    op->split += op->role == DL_ROLE_DENSITY ? y : x;
  if (op->text != NULL)
    op->text = dl_scene_keep (self, op->text);
  return op;
}

static void
make_dot (DlOp *op)
{
  op->kind = DL_OP_RECT;
  op->role = DL_ROLE_SEPARATOR;
  op->radius = op->w / 2;
  op->flags &= ~(guint32) DL_OP_COLLAPSED;
}

/* What can be pressed in a lane's header, after what else it says; or NULL. */
static const DlOp *
find_more_rows (const DlOp *ops, guint n_ops, guint lane)
{
  for (guint i = 1; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_MORE_ROWS && ops[i].lane == lane)
      return &ops[i];
  return NULL;
}

/* The ground of a header ends where its words do once what can be pressed is gone from it. */
static void
shorten_ground (DlOp *op, const DlOp *ground, const DlOp *more_rows)
{
  const DlOp *last = more_rows - 1;

  if (ground->y <= more_rows->y && more_rows->y < ground->y + ground->h && ground->x <= more_rows->x &&
      more_rows->x < ground->x + ground->w)
    op->w -= more_rows->x + more_rows->w - (last->x + last->w);
}

void
dl_scene_append (DlScene *self, DlScene *other, double x, double y)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (other, &n_ops);

  g_return_if_fail (self != other);
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *more_rows = NULL;
      DlOp       *op;

      if (ops[i].role == DL_ROLE_MORE_ROWS)
        continue;
      if (ops[i].role == DL_ROLE_GROUND && ops[i].row == DL_NO_ROW && ops[i].lane != DL_NO_LANE)
        more_rows = find_more_rows (ops, n_ops, ops[i].lane);
      op = copy (self, &ops[i], (float) x, (float) y);
      if (more_rows != NULL)
        shorten_ground (op, &ops[i], more_rows);
      if (op->role == DL_ROLE_TOGGLE)
        make_dot (op);
    }
}

/* A bar that goes on beyond its sample ends with it. */
static void
cut (DlOp *op, float from, float to)
{
  float end = op->x + op->w;

  if (op->kind != DL_OP_BAR)
    return;
  if (op->x < from)
    {
      op->x = from + CUT_MARGIN;
      op->solid_from = MAX (op->solid_from, op->x + CUT_END);
    }
  if (end > to)
    {
      end = to - CUT_MARGIN;
      op->solid_to = MIN (op->solid_to, end - CUT_END);
    }
  op->w = end - op->x;
}

void
dl_scene_append_sample (DlScene *self, DlScene *sample, double x, double y, guint hue, const char *words)
{
  const char *kept = dl_scene_keep (self, words);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (sample, &n_ops);

  g_return_if_fail (self != sample);
  for (guint i = 0; i < n_ops; i++)
    {
      DlOp *op = copy (self, &ops[i], (float) x, (float) y);

      op->flags |= DL_OP_FIXED | DL_OP_SAMPLE;
      op->hue = (guint8) hue;
      cut (op, (float) x, (float) (x + dl_scene_get_width (sample)));
      if (op->kind != DL_OP_TEXT)
        op->text = kept;
    }
}
