/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/**
 * DlVisNumbers:
 *
 * What the numbers of a timeline say that are starts and ends: whether they are years. To
 * vis-timeline they are milliseconds, but years would all be within some seconds of 1970,
 * which nobody means. All zeros before the first.
 */
typedef struct
{
  guint    n;
  guint    n_years; /* that are hardly anything else */
  gboolean has_other;
} DlVisNumbers;

/* A start or an end; whatever is no number says nothing. Returns: whether it may be a year */
gboolean dl_vis_numbers_add (DlVisNumbers *self, const DlLiteral *value);

/* Whether the numbers are years. */
gboolean dl_vis_numbers_are_years (const DlVisNumbers *self);

G_END_DECLS
