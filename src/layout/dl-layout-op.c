/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout-private.h"

DlOp *
dl_layout_text (DlLayoutContext *self,
                DlRole           role,
                DlTextStyle      style,
                DlPaint          paint,
                double           x,
                double           y,
                double           width,
                const char      *text)
{
  DlOp *op = dl_scene_add (self->scene, DL_OP_TEXT, role);

  op->style = (guint8) style;
  op->fill = (guint8) paint;
  op->x = (float) x;
  op->y = (float) y;
  op->w = (float) width;
  op->h = (float) dl_text_measure_line_height (self->input->measure, style);
  op->text = dl_scene_keep (self->scene, text);
  return op;
}

DlOp *
dl_layout_rect (DlLayoutContext *self, DlRole role, DlPaint paint, double x, double y, double width, double height)
{
  DlOp *op = dl_scene_add (self->scene, DL_OP_RECT, role);

  op->fill = (guint8) paint;
  op->x = (float) x;
  op->y = (float) y;
  op->w = (float) width;
  op->h = (float) height;
  return op;
}
