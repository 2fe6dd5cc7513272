/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/dl-writer.h"

G_BEGIN_DECLS

#define DL_TYPE_EXPORT_POPOVER (dl_export_popover_get_type ())
G_DECLARE_FINAL_TYPE (DlExportPopover, dl_export_popover, DL, EXPORT_POPOVER, GtkPopover)

/* Asks what to export and how: what is seen or everything, which format,
 * which colours, how sharp.
 *
 * Signal "save": the reader wants to choose a name. */

GtkWidget *dl_export_popover_new (void);

gboolean        dl_export_popover_get_everything (DlExportPopover *self);
const DlWriter *dl_export_popover_get_writer (DlExportPopover *self);
double          dl_export_popover_get_scale (DlExportPopover *self);
/* @current: the theme of the window, for "as in the window". */
DlThemeKind dl_export_popover_get_theme (DlExportPopover *self, DlThemeKind current);

G_END_DECLS
