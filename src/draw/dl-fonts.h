/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "layout/dl-text-measure.h"

G_BEGIN_DECLS

/**
 * DlFonts:
 *
 * One font description per text style. Immutable, atomically reference counted.
 */
typedef struct _DlFonts DlFonts;

/* @family: a Pango family list; @factor: 1 is the size meant for 96 dpi. */
DlFonts *dl_fonts_new (const char *family, double factor);
/* What every export is set in, whatever the desktop's settings are. */
DlFonts *dl_fonts_new_for_export (void);
DlFonts *dl_fonts_ref (DlFonts *self);
void     dl_fonts_unref (DlFonts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFonts, dl_fonts_unref)

const PangoFontDescription *dl_fonts_get (DlFonts *self, DlTextStyle style);
const char                 *dl_fonts_get_family (DlFonts *self, DlTextStyle style);
/* In pixels. */
double dl_fonts_get_size (DlFonts *self, DlTextStyle style);

/* A context of its own font map, 96 dpi, unhinted metrics: the same on every
 * machine with the same fonts, and free to be used on any one thread.
 * @language: (nullable): BCP 47, chooses between the forms of Han characters */
PangoContext *dl_pango_context_new (const char *language);

/**
 * dl_fonts_check:
 * @context: (nullable): where to look; %NULL: where GTK does
 * @error: %DL_ERROR_FONTS
 *
 * Whether there is any font at all. Without one Pango measures text by what
 * happens to lie in memory.
 */
gboolean dl_fonts_check (PangoContext *context, GError **error);

/**
 * dl_pango_measure_new:
 *
 * Measures by cached advances, so that a million titles are not shaped. The
 * widths may be asked for from several threads at once; @context belongs to it
 * until it is freed.
 *
 * Returns: (transfer full): free with dl_text_measure_free()
 */
DlTextMeasure *dl_pango_measure_new (DlFonts *fonts, PangoContext *context);

G_END_DECLS
