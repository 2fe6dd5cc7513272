/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-arrangement.h"
#include "layout/dl-scene.h"
#include "layout/dl-viewport.h"

G_BEGIN_DECLS

/**
 * DlLayoutInput:
 * @arrangement: what no pan or zoom changes
 * @measure: of the same fonts as the arrangement's
 * @viewport: which time is seen; its width is the canvas's
 * @height: of the canvas, in pixels
 * @scroll: pixels that the lanes are scrolled by
 * @zone: (nullable): of the axis
 * @selected: position of the selected event, or %DL_NONE
 * @today: drawn as a marker where @has_today
 * @heading: (nullable): a title over the picture, for export
 * @caption: (nullable): a line below the title
 * @only_in_sight: leave out the labels of rows that are scrolled out of sight;
 *   they count all the same
 */
typedef struct
{
  DlArrangement *arrangement;
  DlTextMeasure *measure;
  DlViewport     viewport;
  double         height;
  double         scroll;
  const DlZone  *zone;
  guint          selected;
  gboolean       has_today;
  DlInstant      today;
  const char    *heading;
  const char    *caption;
  gboolean       only_in_sight;
} DlLayoutInput;

/* The picture: a pure function of its input. Returns: (transfer full) */
DlScene *dl_layout_build (const DlLayoutInput *input);

/* Height at which nothing has to be cut, in pixels. */
double dl_layout_natural_height (const DlLayoutInput *input);

G_END_DECLS
