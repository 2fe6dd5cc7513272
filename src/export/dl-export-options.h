/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/dl-theme-kind.h"
#include "layout/dl-arrangement.h"

G_BEGIN_DECLS

#define DL_EXPORT_WIDTH 1600
#define DL_EXPORT_SIZE_MAX 32000
#define DL_EXPORT_SCALE_MAX 16.0

/**
 * DlExportOptions:
 * @timeline: what to draw; not owned
 * @arrange: what the reader chose about lanes and folds; zeroed for the
 *   usual; owned
 * @from: the first instant of the picture
 * @to: the first one after it
 * @width: of the picture in pixels of 1/96 inch; 0 for DL_EXPORT_WIDTH
 * @height: the same; 0 for as high as it needs, so that nothing is cut
 * @scale: device pixels per pixel, for PNG: 2 is twice as sharp
 * @theme: the colours
 * @selected: position of the event that is drawn as selected, or %DL_NONE
 * @heading: whether the timeline's title stands over the picture
 * @today: (nullable): where to mark today, and up to where events without an
 *   end are shown; pictures do not change by the day unless asked to
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
  gboolean         heading;
  const DlInstant *today;
} DlExportOptions;

/* Everything at its home view in the default size and theme, unfolded; borrows
 * @timeline and @today (nullable). */
void dl_export_options_init (DlExportOptions *options, DlTimeline *timeline, const DlInstant *today);
/* Folds long empty stretches, and shows the home view of what is left. */
void dl_export_options_fold (DlExportOptions *options);
/* Shows the whole timeline; after the width and the folds are settled. */
void dl_export_options_show_all (DlExportOptions *options);
/* Frees what the options own: @arrange, not the timeline. */
void dl_export_options_clear (DlExportOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlExportOptions, dl_export_options_clear)

G_END_DECLS
