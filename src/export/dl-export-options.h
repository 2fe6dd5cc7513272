/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/dl-theme-kind.h"
#include "layout/dl-arrangement.h"
#include "layout/dl-legend-shown.h"
#include "layout/dl-scene.h"

G_BEGIN_DECLS

#define DL_EXPORT_WIDTH 1600
#define DL_EXPORT_SIZE_MAX 32000
#define DL_EXPORT_SCALE_MAX 16.0

/**
 * DlExportOptions:
 * @timeline: what to draw; not owned
 * @arrange: what the reader chose about lanes, folds and what is dimmed; zeroed
 *   for the usual; owned
 * @from: the first instant of the picture
 * @to: the first one after it
 * @width: of the picture in pixels of 1/96 inch; 0 for DL_EXPORT_WIDTH
 * @height: the same; 0 for as high as it needs
 * @all_lanes: whether lanes of which nothing is in sight are in the picture
 * @all_rows: whether each lane has all the rows that name what is in sight; with
 *   a height of 0
 * @scale: device pixels per pixel, for PNG: 2 is twice as sharp
 * @theme: the colours
 * @selected: position of the event that is drawn as selected, or %DL_NONE
 * @title: (nullable): what stands over the picture; owned
 * @legend: which signs are explained below it
 * @today: (nullable): where to mark today, and up to where events without an
 *   end are shown; pictures do not change by the day unless asked to
 * @seen: (nullable): the picture as it is seen, which is drawn, between the title
 *   and the legend, instead of what the options above say of time, size, lanes and
 *   selection; owned
 * @family: (nullable): the fonts that @seen is set in, a Pango family list; owned
 * @factor: how large they are; 1 is the size meant for 96 dpi
 */
typedef struct
{
  DlTimeline      *timeline;
  DlArrangeOptions arrange;
  DlInstant        from;
  DlInstant        to;
  int              width;
  int              height;
  double           scale;
  DlThemeKind      theme;
  guint            selected;
  char            *title;
  DlLegendMode     legend;
  const DlInstant *today;
  gboolean         all_lanes;
  gboolean         all_rows;
  DlScene         *seen;
  char            *family;
  double           factor;
} DlExportOptions;

/* Everything at its home view in the default size and theme, unfolded, with the
 * timeline's title and a legend if it needs one; borrows @timeline and @today (nullable). */
void dl_export_options_init (DlExportOptions *options, DlTimeline *timeline, const DlInstant *today);
/* Folds long empty stretches, and shows the home view of what is left. */
void dl_export_options_fold (DlExportOptions *options);
/* Shows the whole timeline; after the width and the folds are settled. */
void dl_export_options_show_all (DlExportOptions *options);
/* @title: what stands over the picture; empty or %NULL for nothing */
void dl_export_options_set_title (DlExportOptions *options, const char *title);
/* Draws @scene, which is set in those fonts. */
void dl_export_options_set_seen (DlExportOptions *options, DlScene *scene, const char *family, double factor);
/* Frees what the options own: not the timeline. */
void dl_export_options_clear (DlExportOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlExportOptions, dl_export_options_clear)

G_END_DECLS
