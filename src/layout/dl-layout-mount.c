/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A title over a picture that is there already, and a legend below it. */
#include "layout/dl-layout-private.h"

DlScene *
dl_layout_mount (DlScene *seen, DlTextMeasure *measure, const char *heading, const char *caption, DlLegendMode legend)
{
  DlLayoutInput   input = { .measure = measure, .heading = heading, .caption = caption };
  DlLayoutContext self = { .input = &input };
  DlLegendShown   shown;
  double          width = dl_scene_get_width (seen);
  double          height = dl_scene_get_height (seen);
  double          over, under;

  input.viewport.width = width;
  dl_legend_find_shown (seen, &shown);
  shown.meanings = dl_legend_choose (legend, shown.meanings);
  over = dl_layout_heading_height (&input);
  under = dl_layout_legend_height (measure, width, shown.meanings);
  self.scene = dl_scene_new (dl_scene_get_timeline (seen), width, over + height + under);
  dl_layout_rect (&self, DL_ROLE_BACKGROUND, DL_PAINT_VIEW, 0, 0, width, over + height + under)->flags |= DL_OP_FIXED;
  dl_scene_append (self.scene, seen, 0, over);
  dl_scene_set_like (self.scene, seen);
  dl_scene_set_heights (self.scene, over + dl_scene_get_head_height (seen), over + dl_scene_get_content_height (seen));
  if (heading != NULL)
    dl_scene_set_title (self.scene, heading);
  dl_layout_heading (&self);
  if (under > 0)
    dl_layout_legend (self.scene, measure, &shown, over + height);
  return self.scene;
}
