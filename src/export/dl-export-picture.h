/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/dl-export-options.h"
#include "layout/dl-scene.h"

G_BEGIN_DECLS

/* The kinds of pictures. This header needs no toolkit, what is behind it does. */
typedef enum
{
  DL_EXPORT_PNG,
  DL_EXPORT_SVG,
  DL_EXPORT_PDF,
} DlExportFormat;

/**
 * dl_export_render:
 * @unnamed: (out) (optional) (nullable) (transfer full): what the picture has no
 *   room to name, in words
 * @error: %DL_ERROR_LIMIT when the picture is larger than can be drawn,
 *   %DL_ERROR_FONTS, %DL_ERROR_WRITE
 *
 * Draws a picture without a display: the same input and options give the
 * same bytes. Call gtk_init_check() once before.
 *
 * Returns: (transfer full) (nullable): the file's contents
 */
GBytes *dl_export_render (const DlExportOptions *options, DlExportFormat format, char **unnamed, GError **error);

/* The scene that an export draws, with the fonts of exports; for
 * `dateline layout`, which has no heading.
 * @error: %DL_ERROR_FONTS
 * Returns: (transfer full) (nullable) */
DlScene *dl_export_scene (const DlExportOptions *options, GError **error);

G_END_DECLS
