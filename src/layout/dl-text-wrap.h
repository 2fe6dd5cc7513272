/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-text-measure.h"

G_BEGIN_DECLS

/**
 * DlTextLine:
 * @from: first byte of the line
 * @length: bytes, without the space that it breaks at
 * @width: pixels
 */
typedef struct
{
  gsize  from;
  gsize  length;
  double width;
} DlTextLine;

/**
 * dl_text_wrap:
 * @width: pixels that a line may take
 * @lines: (out caller-allocates): room for @max_lines
 * @max_lines: at least 1
 * @whole: (out): whether all of @text is in the lines; else the last one holds
 *   the rest of it, however wide
 *
 * Breaks a text where its script allows (the classes of Unicode's line
 * breaking algorithm, UAX 14, in short: after spaces and hyphens, between
 * ideographs and kana but not before what closes or after what opens), and
 * within a word only where it alone is wider than a line.
 *
 * Returns: how many lines
 */
guint dl_text_wrap (DlTextMeasure *measure,
                    DlTextStyle    style,
                    const char    *text,
                    double         width,
                    DlTextLine    *lines,
                    guint          max_lines,
                    gboolean      *whole);

G_END_DECLS
