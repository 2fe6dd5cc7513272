/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-levels.h"

G_BEGIN_DECLS

/* How much labels that never flicker cost, against labels that may. */

typedef enum
{
  LABELS_RANDOM,    /* evenly over twenty years */
  LABELS_CLUMPED,   /* most within some hundred clumps of hours to weeks */
  LABELS_INTERVALS, /* a third of them from an hour to two years long */
  N_LABEL_KINDS,
} LabelKind;

const char *label_kind_to_string (LabelKind kind);

/* @n items of @kind over twenty years, in time order, 60 to 252 pixels wide.
 * @random: any source of numbers; called for every one. Returns: (transfer full) */
DlLevelItem *label_items_new (LabelKind kind, guint n, guint32 (*random) (gpointer data), gpointer data);

/**
 * label_coverage:
 * @n_rows: rows to fill
 * @stable: (out): mean share of the rows' length that the labels of DlLevels take
 * @ideal: (out): the same, when at every scale the best are placed afresh
 *
 * Returns: the mean of the ratios of the two, over scales from all in a
 *   narrow window to most of them labelled
 */
double label_coverage (const DlLevelItem *items, guint n, guint n_rows, double *stable, double *ideal);

/**
 * label_range_ratio:
 * @n: at most 14
 *
 * One row, all items of the same rank: the sum of active ranges (Been,
 * Nöllenburg, Poon and Wolff, CGTA 43(3), 2010: how far out each label is
 * still shown, in seconds per pixel) against the largest that there can be,
 * found by trying all orders.
 */
double label_range_ratio (const DlLevelItem *items, guint n);

G_END_DECLS
