/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "layout/dl-layout-private.h"

/* What is told at the foot of a picture takes no more than this of what is below the ruler. */
#define MAX_FOOT_SHARE 0.3
/* Except where that is too little for a line. */
#define LEAST_FOOT 36.0

/* What explains the signs takes no more than this of it, and where that is asked for no
 * more than the other. */
#define MAX_LEGEND_SHARE 0.25
#define MOST_LEGEND 0.5

/* Beside the note of what is below, to words and to the canvas's edges; and how
 * far apart the places are that are tried for it. */
#define BELOW_MARGIN 6.0
#define BELOW_STEP 8.0
#define BELOW_REACH 40.0

/* Pixels per second from which a part of one can be seen. */
#define SCALE_OF_PARTS 0.1

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
  op->border = DL_PAINT_SHAPE;
  op->count = self->below;
  op->flags |= DL_OP_FIXED | DL_OP_ROUND | DL_OP_ALIGN_CENTER;
}

static double
head_height (const DlLayoutInput *input)
{
  return dl_layout_heading_height (input) + dl_arrangement_get_head_height (input->arrangement);
}

/* Whether the selected event has a label in each lane that has it in sight. */
static gboolean
names_selected (DlPlacement *placement, const DlPlacementInput *placing, guint selected)
{
  for (guint i = 0; i < dl_arrangement_get_n_lanes (placing->arrangement); i++)
    {
      guint item = dl_placement_input_find (placing, i, selected);

      if (item != DL_NONE && dl_placement_find (placement, i, item) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* @height: of all lanes together, or 0 */
static DlPlacement *
place (const DlLayoutInput *input, double height, const gboolean *left_out)
{
  DlPlacementInput placing = { input->arrangement, input->measure, input->viewport, input->zone };
  DlPlacement     *placement;

  placing.height = height;
  placing.notes = input->notes;
  placing.all_lanes = input->all_lanes;
  placing.all_rows = input->all_rows;
  /* In a window selecting an event moves none. */
  placing.has_marked = !input->notes && input->selected != DL_NONE;
  placing.marked = input->selected;
  placing.left_out = left_out;
  placement = dl_placement_new (&placing);
  if (!input->name_selected || input->selected == DL_NONE || names_selected (placement, &placing, input->selected))
    return placement;
  dl_placement_unref (placement);
  placing.has_first = TRUE;
  placing.first = input->selected;
  return dl_placement_new (&placing);
}

DlPlacement *
dl_layout_place (const DlLayoutInput *input)
{
  return place (input, input->height > 0 ? MAX (input->height - head_height (input), 1) : 0, NULL);
}

/* Leaves out lanes from the last one on until the others fit, those first of
 * which nothing is in sight. Returns: whether any lane is left */
static gboolean
leave_out (DlLayoutContext *self, gboolean *left_out, double height)
{
  guint    n_lanes = dl_arrangement_get_n_lanes (self->input->arrangement);
  double   taken = dl_placement_get_height (self->placement);
  gboolean any = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = n_lanes; i > 0 && taken > height; i--)
      {
        const DlPlacedLane *lane = dl_placement_get_lane (self->placement, i - 1);

        if (!lane->shown || left_out[i - 1] || (pass == 0 && lane->labels->len > 0))
          continue;
        left_out[i - 1] = TRUE;
        taken -= lane->height;
      }
  for (guint i = 0; i < n_lanes; i++)
    any |= dl_placement_get_lane (self->placement, i)->shown && !left_out[i];
  return any;
}

/* Of a picture of a certain height nothing is cut: what is told at its foot takes
 * room too, and for want of room lanes are left out whole. Before there is none
 * left the title goes, and then what is told. */
static DlPlacement *
fit (DlLayoutContext *self, DlLayoutInput *input)
{
  guint                n_lanes = dl_arrangement_get_n_lanes (input->arrangement);
  g_autofree gboolean *left_out = g_new0 (gboolean, MAX (n_lanes, 1));
  double               foot = 0;
  gboolean             has_foot = TRUE;

  for (;;)
    {
      double all = MAX (input->height - head_height (input), 1);
      double height = MAX (all - foot, 1);
      double need;

      self->placement = place (input, height, left_out);
      if (dl_placement_get_height (self->placement) > height)
        {
          foot = 0;
          if (input->caption != NULL)
            input->caption = NULL;
          else if (!leave_out (self, left_out, height) && (input->heading != NULL || has_foot))
            {
              has_foot = input->heading != NULL;
              input->heading = NULL;
              memset (left_out, 0, n_lanes * sizeof (gboolean));
            }
          dl_placement_unref (self->placement);
          continue;
        }
      need = dl_layout_foot_need (self, MAX (all * MAX_FOOT_SHARE, MIN (all / 2, LEAST_FOOT)));
      if (need <= foot || !has_foot)
        return self->placement;
      foot = need;
      dl_placement_unref (self->placement);
    }
}

/* Parts of a second are told where they can be seen. */
static DlInstant
round_to_pixels (const DlViewport *viewport, DlInstant instant)
{
  return viewport->scale < SCALE_OF_PARTS ? DL_INSTANT (instant.seconds) : instant;
}

/* @legend: how high what explains its signs is, of the picture's height */
static DlScene *
build (const DlLayoutInput *given, double legend)
{
  DlLayoutInput           input = *given;
  DlLayoutContext         self = { .input = &input, .legend = legend };
  g_autoptr (DlPlacement) placement = NULL;
  g_autoptr (DlRuler)     ruler = NULL;
  double                  height;
  double                  foot = 0;

  if (input.height > 0)
    input.height = MAX (input.height - legend, 1);
  self.timeline = dl_arrangement_get_timeline (input.arrangement);
  self.metrics = dl_arrangement_get_metrics (input.arrangement);
  self.from = dl_viewport_axis_from (&input.viewport);
  self.to = dl_viewport_axis_to (&input.viewport);
  self.has_as_of = dl_timeline_get_as_of (self.timeline, &self.as_of);
  if (input.placement != NULL)
    placement = dl_placement_ref (input.placement);
  else if (input.notes || input.height <= 0)
    placement = dl_layout_place (&input);
  else
    placement = fit (&self, &input);
  self.placement = placement;
  height = dl_placement_get_height (placement);
  self.head = head_height (&input);
  if (!input.notes)
    foot = dl_layout_foot_height (&self, input.height > 0 ? input.height - self.head - height : G_MAXDOUBLE);
  if (input.height <= 0)
    input.height = ceil (self.head + height + foot);
  self.scene = dl_scene_new (self.timeline, input.viewport.width, input.height + legend);
  dl_scene_set_title (self.scene, given->heading);
  dl_scene_set_range (self.scene, round_to_pixels (&input.viewport, dl_viewport_from (&input.viewport)),
                      round_to_pixels (&input.viewport, dl_viewport_to (&input.viewport)));
  dl_scene_set_folds (self.scene, input.viewport.folds);
  ruler = dl_ruler_new (&input.viewport, input.zone, input.measure);

  /* Half a ruler says nothing. */
  if (!input.notes && self.head > input.height)
    {
      dl_layout_rect (&self, DL_ROLE_BACKGROUND, DL_PAINT_VIEW, 0, 0, input.viewport.width, input.height + legend)
        ->flags |= DL_OP_FIXED;
      dl_layout_foot (&self, input.height);
      return self.scene;
    }
  dl_layout_ground (&self, ruler);
  dl_scene_get_ops (self.scene, &self.n_behind);
  for (guint i = 0; i < dl_arrangement_get_n_lanes (input.arrangement); i++)
    dl_layout_lane (&self, i, self.head + dl_placement_get_lane (placement, i)->y);
  /* Before what is related, which finds its places around it: selecting moves nothing. */
  if (input.notes)
    add_below (&self);
  if (!input.unrelated)
    dl_layout_related (&self);
  dl_layout_head (&self, ruler);
  if (!input.notes)
    dl_layout_foot (&self, self.head + height);

  dl_scene_set_heights (self.scene, self.head, self.head + height);
  dl_scene_set_scroll (self.scene, input.scroll);
  g_debug ("scene at %g pixels a second, a tick every %" G_GINT64_FORMAT " of unit %d", input.viewport.scale,
           ruler->count, ruler->unit);
  return self.scene;
}

/* A picture with @legend pixels at its foot for what explains its signs, and how many that
 * would take. */
typedef struct
{
  DlScene      *scene;
  DlLegendShown shown; /* what is to be explained */
  double        legend;
  double        need;
} Explained;

static Explained
explain (const DlLayoutInput *input, double legend)
{
  Explained self = { .scene = build (input, legend), .legend = legend };

  dl_legend_find_shown (self.scene, &self.shown);
  self.shown.meanings = dl_legend_choose (input->legend, self.shown.meanings);
  self.need = dl_layout_legend_height (input->measure, input->viewport.width, self.shown.meanings);
  return self;
}

/* Some signs may have gone with what had no more room; then a lower foot may do. */
static void
tighten (const DlLayoutInput *input, Explained *self)
{
  double legend = self->need;

  while (legend < self->legend)
    {
      Explained less = explain (input, legend);

      legend = less.need;
      if (less.need <= less.legend)
        {
          DlScene *scene = self->scene;

          *self = less;
          less.scene = scene;
        }
      dl_scene_unref (less.scene);
    }
}

/* With more room at the foot there may be other signs in the picture, until all of them
 * have room. Unless it is asked for, nothing loses its name for a legend where all have
 * one without it. Returns: whether there is room for it; else @self has none */
static gboolean
make_room (const DlLayoutInput *input, Explained *self)
{
  gboolean all_named = dl_scene_get_unnamed (self->scene) == NULL;
  double   most = G_MAXDOUBLE;

  if (input->height > 0)
    most = (input->height - head_height (input)) * (input->legend == DL_LEGEND_ALL ? MOST_LEGEND : MAX_LEGEND_SHARE);
  while (self->need > self->legend && self->need <= most)
    {
      double legend = self->need;

      dl_scene_unref (self->scene);
      *self = explain (input, legend);
      if (self->need <= 0 ||
          (input->legend == DL_LEGEND_IF_NEEDED && all_named && dl_scene_get_unnamed (self->scene) != NULL))
        return FALSE;
    }
  if (self->need > self->legend)
    return FALSE;
  tighten (input, self);
  return TRUE;
}

static DlScene *
build_explained (const DlLayoutInput *input)
{
  Explained explained = explain (input, 0);

  if (explained.need <= 0)
    return explained.scene;
  if (make_room (input, &explained))
    {
      dl_layout_legend (explained.scene, input->measure, &explained.shown,
                        dl_scene_get_height (explained.scene) - explained.legend);
      return explained.scene;
    }
  dl_scene_unref (explained.scene);
  explained.scene = build (input, 0);
  dl_scene_set_unexplained (explained.scene, TRUE);
  return explained.scene;
}

DlScene *
dl_layout_build (const DlLayoutInput *input)
{
  g_return_val_if_fail (input->arrangement != NULL && input->measure != NULL, NULL);
  g_return_val_if_fail (input->viewport.width > 0 && input->viewport.scale > 0, NULL);
  return input->legend == DL_LEGEND_NONE || input->notes ? build (input, 0) : build_explained (input);
}
