/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "draw/dl-fonts.h"
#include "draw/dl-theme.h"
#include "layout/dl-layout.h"

G_BEGIN_DECLS

typedef enum
{
  DL_EXPORT_PNG,
  DL_EXPORT_SVG,
  DL_EXPORT_PDF,
} DlExportFormat;

/* By the ending of a file's name (.png, .svg, .pdf, in any case). */
gboolean dl_export_format_from_name (const char *name, DlExportFormat *format);

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

/**
 * dl_export_render:
 * @error: %DL_ERROR_LIMIT when the picture is larger than can be drawn,
 *   %DL_ERROR_FONTS, %DL_ERROR_WRITE
 *
 * Draws a picture without a display: the same input and options give the
 * same bytes. Call gtk_init_check() once before.
 *
 * Returns: (transfer full) (nullable): the file's contents
 */
GBytes *dl_export_render (const DlExportOptions *options, DlExportFormat format, GError **error);

/**
 * dl_export_write:
 * @error: %DL_ERROR_WRITE; the message names the file
 *
 * Replaces @file by @contents as dl_file_replace() does: whatever fails leaves
 * what was there, and one that is read-only stays. In a sandbox, a place that
 * vanishes with the program counts as a failure.
 *
 * Returns: whether the file is there
 */
gboolean dl_export_write (GBytes *contents, GFile *file, GError **error);

/* The scene that an export draws, with the fonts of exports; for
 * `dateline layout`, which has no heading.
 * @error: %DL_ERROR_FONTS
 * Returns: (transfer full) (nullable) */
DlScene *dl_export_scene (const DlExportOptions *options, GError **error);

/* Writes @scene as SVG with real text. Returns: (transfer full) */
GBytes *dl_svg_render (DlScene *scene, const DlTheme *theme, DlFonts *fonts, PangoContext *context);

G_END_DECLS
