/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/dl-painter.h"
#include "draw/dl-theme-kind.h"

G_BEGIN_DECLS

/* How what a widget paints goes along with the desktop: its colours, its font. */

/* By the desktop's contrast, and by whether the widget's text is light. */
DlThemeKind dl_look_get_theme (GtkWidget *widget);

/* Gives @window the class by which the style sheet knows the desktop's high contrast,
 * or takes it away; wanted whenever its style has changed. */
void dl_look_mark_contrast (GtkWidget *window);

/**
 * dl_look_get_font:
 * @family: (out) (optional) (transfer full): of the desktop's font
 *
 * Returns: how much larger it is than the one that pictures are designed for: 1
 *   to 4 by the desktop, times what the reader wants (dl_text_size_get_factor())
 */
double dl_look_get_font (GtkWidget *widget, char **family);

/* What shapes the text that is painted, with measures that do not depend on
 * where it stands. @language: (nullable): BCP 47. Returns: (transfer full) */
PangoContext *dl_look_create_context (GtkWidget *widget, const char *language);

/**
 * dl_look_new_painter:
 * @language: (nullable): BCP 47
 * @factor: how much larger text is than in the pictures' design
 * @measure: (out) (optional) (transfer full): measures with what it paints with
 *
 * Returns: (transfer full): paints in @widget, with the desktop's font
 */
DlPainter *dl_look_new_painter (GtkWidget *widget, const char *language, double factor, DlTextMeasure **measure);

G_END_DECLS
