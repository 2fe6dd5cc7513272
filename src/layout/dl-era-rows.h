/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* Deeper than this eras are drawn over each other. */
#define DL_MAX_ERA_ROWS 12

/**
 * DlEraPlace:
 * @from: where it is drawn from
 * @to: and up to where
 * @row: of eras that overlap each has its own
 * @next: the era after it in its row, or %DL_NONE
 */
typedef struct
{
  DlInstant from;
  DlInstant to;
  guint     row;
  guint     next;
} DlEraPlace;

/**
 * dl_era_rows_new:
 * @n_rows: (out): how many rows there are; 0 without eras
 *
 * Gives each era a row in which it overlaps with no other one, in as few rows
 * as there are. One that begins in the year, month or day in which another
 * one ends follows it, and the two meet halfway.
 *
 * Returns: (transfer full): a place for each era, in their order
 */
DlEraPlace *dl_era_rows_new (DlTimeline *timeline, guint *n_rows);

G_END_DECLS
