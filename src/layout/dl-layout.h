/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-arrangement.h"
#include "layout/dl-home-view.h"
#include "layout/dl-legend-shown.h"
#include "layout/dl-placement.h"
#include "layout/dl-scene.h"
#include "layout/dl-viewport.h"
#include "model/dl-event-set.h"
#include "model/dl-query.h"

G_BEGIN_DECLS

/**
 * DlLayoutInput:
 * @arrangement: what no pan or zoom changes
 * @measure: of the same fonts as the arrangement's
 * @viewport: which time is seen; its width is the canvas's
 * @placement: (nullable): where labels stand; %NULL to place them afresh for
 *   this view, as the picture is at rest
 * @height: of the canvas, in pixels; 0 for as high as it needs
 * @scroll: pixels that the lanes are scrolled by
 * @zone: (nullable): of the axis
 * @selected: position of the selected event, or %DL_NONE
 * @hits: (nullable): events that are searched for, which are marked
 * @query: (nullable): the words that are marked in them
 * @added: (nullable): events that are marked as new in the file
 * @changed: (nullable): events that are marked as changed in it
 * @today: drawn as a marker where @has_today
 * @heading: (nullable): a title over the picture, for export
 * @caption: (nullable): a line below the title
 * @legend: which signs are explained at the foot; without @notes
 * @only_in_sight: leave out the labels of rows that are scrolled out of sight;
 *   they count all the same
 * @interactive: whether lanes get what shows and hides their rows
 * @notes: whether lanes tell of all that they have, as on a screen; else of what is in view, and
 *   how many events are not
 * @all_lanes: show lanes of which nothing is in sight, also without @notes
 * @all_rows: give every lane all the rows that name what is in sight
 * @name_selected: where labels are placed afresh, @selected has one, before all others where it
 *   would have none; but for what a filter dims, and what is collapsed
 * @unrelated: leave out how @selected belongs together with others
 */
typedef struct
{
  DlArrangement *arrangement;
  DlTextMeasure *measure;
  DlViewport     viewport;
  DlPlacement   *placement;
  double         height;
  double         scroll;
  const DlZone  *zone;
  guint          selected;
  DlEventSet    *hits;
  DlQuery       *query;
  DlEventSet    *added;
  DlEventSet    *changed;
  gboolean       has_today;
  DlInstant      today;
  const char    *heading;
  const char    *caption;
  DlLegendMode   legend;
  gboolean       only_in_sight;
  gboolean       interactive;
  gboolean       notes;
  gboolean       all_lanes;
  gboolean       all_rows;
  gboolean       name_selected;
  gboolean       unrelated;
} DlLayoutInput;

/* The picture: a pure function of its input. Returns: (transfer full) */
DlScene *dl_layout_build (const DlLayoutInput *input);

/**
 * dl_layout_mount:
 * @seen: a picture as it is seen
 * @measure: of the fonts that it is set in
 * @heading: (nullable): a title over it
 * @caption: (nullable): a line below the title
 * @legend: which of its signs are explained below it
 *
 * The same picture, to the pixel, between a title and a legend; only that nothing in it can be
 * pressed.
 *
 * Returns: (transfer full)
 */
DlScene *
dl_layout_mount (DlScene *seen, DlTextMeasure *measure, const char *heading, const char *caption, DlLegendMode legend);

/**
 * dl_layout_list_events:
 * @lane: whose events, or %DL_NO_LANE for all lanes
 * @role: what was counted: %DL_ROLE_DENSITY, %DL_ROLE_COUNT or
 *   %DL_ROLE_UNLABELLED; without a lane it does not matter
 * @x: for %DL_ROLE_DENSITY, a place within it
 *
 * The events that a number stands for; without a lane, all that meet the
 * window and have no label in any lane, the selected one among them.
 *
 * Returns: (transfer full) (element-type guint32): positions, in order
 */
GArray *dl_layout_list_events (const DlLayoutInput *input, guint lane, DlRole role, double x);

/* Where labels stand at rest on that canvas; its own placement is not looked at.
 * Returns: (transfer full) */
DlPlacement *dl_layout_place (const DlLayoutInput *input);

G_END_DECLS
