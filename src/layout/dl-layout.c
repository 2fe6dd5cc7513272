/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout.h"

#include <math.h>

#include <glib/gi18n.h>

#include "layout/dl-layout-private.h"

/* Beside the note of what is below, to words and to the canvas's edges; and how
 * far apart the places are that are tried for it. */
#define BELOW_MARGIN 6.0
#define BELOW_STEP 8.0
#define BELOW_REACH 40.0

/* Whether nothing is written where a note would be, as it is seen. */
static gboolean
is_free (DlLayoutContext *self, double x, double y, double width, double height)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      double      top = op->flags & DL_OP_FIXED ? (double) op->y : (double) op->y - self->input->scroll;

      if (op->kind != DL_OP_TEXT && op->role != DL_ROLE_CARD)
        continue;
      if ((double) op->x < x + width && (double) (op->x + op->w) > x && top < y + height && top + (double) op->h > y)
        return FALSE;
    }
  return TRUE;
}

/* In the middle at the bottom, or as near to it as nothing is written below the
 * note; a little higher where the bottom is full. */
static void
find_place_below (DlLayoutContext *self, double width, double height, double *x, double *y)
{
  double last = self->input->viewport.width - width - BELOW_MARGIN;
  double middle = (self->input->viewport.width - width) / 2;
  double bottom = *y;

  *x = middle;
  for (; *y > MAX (bottom - BELOW_REACH, self->head); *y -= BELOW_STEP / 2)
    for (double aside = 0; middle - aside >= BELOW_MARGIN; aside += BELOW_STEP)
      {
        *x = middle - aside;
        if (is_free (self, *x - BELOW_MARGIN, *y - 1, width + 2 * BELOW_MARGIN, height + 2))
          return;
        *x = middle + aside;
        if (*x <= last && is_free (self, *x - BELOW_MARGIN, *y - 1, width + 2 * BELOW_MARGIN, height + 2))
          return;
      }
  *x = middle;
  *y = bottom;
}

static void
add_below (DlLayoutContext *self)
{
  g_autofree char *text = NULL;
  double           width, x, y;
  DlOp            *op;

  if (self->below == 0)
    return;
  /* Translators: at the bottom of the picture: events further down. */
  text = g_strdup_printf (ngettext ("%'u more event below", "%'u more events below", self->below), self->below);
  width = ceil (dl_text_measure_width (self->input->measure, DL_TEXT_PILL, text)) + 22;
  y = self->input->height - self->metrics->pill - 8;
  find_place_below (self, width, self->metrics->pill, &x, &y);
  op = dl_layout_text (self, DL_ROLE_BELOW, DL_TEXT_PILL, DL_PAINT_INK, x, y, width, text);
  op->border = DL_PAINT_LINE;
  op->count = self->below;
  op->flags |= DL_OP_FIXED | DL_OP_ROUND | DL_OP_ALIGN_CENTER;
}

static double
head_height (const DlLayoutInput *input)
{
  return dl_layout_heading_height (input) + dl_arrangement_get_head_height (input->arrangement);
}

DlPlacement *
dl_layout_place (const DlLayoutInput *input)
{
  DlPlacementInput placing = { input->arrangement, input->measure, input->viewport, input->zone };

  if (input->height > 0)
    placing.height = MAX (input->height - head_height (input), 1);
  placing.notes = input->notes;
  placing.all_lanes = input->all_lanes;
  placing.all_rows = input->all_rows;
  return dl_placement_new (&placing);
}

DlScene *
dl_layout_build (const DlLayoutInput *given)
{
  DlLayoutInput           input = *given;
  DlLayoutContext         self = { .input = &input };
  g_autoptr (DlPlacement) placement = NULL;
  g_autoptr (DlRuler)     ruler = NULL;
  double                  height;

  g_return_val_if_fail (input.arrangement != NULL && input.measure != NULL, NULL);
  g_return_val_if_fail (input.viewport.width > 0 && input.viewport.scale > 0, NULL);

  placement = input.placement != NULL ? dl_placement_ref (input.placement) : dl_layout_place (&input);
  height = dl_placement_get_height (placement);
  self.placement = placement;
  self.head = head_height (&input);
  if (input.height <= 0)
    input.height = ceil (self.head + height);
  self.timeline = dl_arrangement_get_timeline (input.arrangement);
  self.metrics = dl_arrangement_get_metrics (input.arrangement);
  self.scene = dl_scene_new (self.timeline, input.viewport.width, input.height);
  dl_scene_set_folds (self.scene, input.viewport.folds);
  self.from = dl_viewport_axis_from (&input.viewport);
  self.to = dl_viewport_axis_to (&input.viewport);
  self.has_as_of = dl_timeline_get_as_of (self.timeline, &self.as_of);
  ruler = dl_ruler_new (&input.viewport, input.zone, input.measure);

  dl_layout_ground (&self, ruler);
  for (guint i = 0; i < dl_arrangement_get_n_lanes (input.arrangement); i++)
    dl_layout_lane (&self, i, self.head + dl_placement_get_lane (placement, i)->y);
  dl_layout_head (&self, ruler);
  if (input.notes)
    add_below (&self);

  dl_scene_set_heights (self.scene, self.head, self.head + height);
  dl_scene_set_scroll (self.scene, input.scroll);
  g_debug ("scene at %g pixels a second, a tick every %" G_GINT64_FORMAT " of unit %d", input.viewport.scale,
           ruler->count, ruler->unit);
  return self.scene;
}
