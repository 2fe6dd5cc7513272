/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/dl-writer.h"
#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_EXPORT_POPOVER (dl_export_popover_get_type ())
G_DECLARE_FINAL_TYPE (DlExportPopover, dl_export_popover, DL, EXPORT_POPOVER, GtkPopover)

/* Asks what to export of a view and how: what is seen or everything, which
 * format, which colours, how sharp.
 *
 * Property: "view" (#DlView, at construction). Signal "save": the reader wants
 * to choose a name. */

GtkWidget *dl_export_popover_new (DlView *view);

const DlWriter *dl_export_popover_get_writer (DlExportPopover *self);
/* What the reader has chosen, of the view as it is now, which has a timeline.
 * @current: the theme of the window, for "as in the window"; @options: (out):
 * borrows the timeline; free with dl_export_options_clear() */
void dl_export_popover_init_options (DlExportPopover *self, DlThemeKind current, DlExportOptions *options);

G_END_DECLS
