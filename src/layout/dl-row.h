/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlRow:
 *
 * What is taken of one row of a lane: stretches of pixels that do not overlap,
 * from left to right. Nothing in it knows what takes them.
 */
typedef struct
{
  GArray *taken; /* DlRowPart */
} DlRow;

/* @from, @to: pixels; @owner: whoever takes it */
typedef struct
{
  double from;
  double to;
  guint  owner;
} DlRowPart;

#define DL_NO_OWNER G_MAXUINT

void dl_row_init (DlRow *self);
void dl_row_clear (DlRow *self);
/* Gives everything back. */
void dl_row_empty (DlRow *self);

/**
 * dl_row_find_gap:
 * @from: pixels
 * @to: pixels
 * @gap_from: (inout): as far left as may be, and then as is free
 * @gap_to: (inout): the same to the right
 *
 * Finds what is free around [@from, @to].
 *
 * Returns: whether all of [@from, @to] is free
 */
gboolean dl_row_find_gap (const DlRow *self, double from, double to, double *gap_from, double *gap_to);

/* Takes [@from, @to), whether or not some of it is taken already. */
void dl_row_take (DlRow *self, double from, double to, guint owner);
/* Takes back what @owner has. Returns: what it was */
DlRowPart dl_row_give_back (DlRow *self, guint owner);
/* Whether all of [@from, @to] is free. */
gboolean dl_row_is_free (const DlRow *self, double from, double to);
/* Lets @owner have [@from, @to], which holds what it had and is free beside that. */
void dl_row_widen (DlRow *self, guint owner, double from, double to);
/* Lets @owner have no more than [@from, @to], which is part of what it had. */
void dl_row_shrink (DlRow *self, guint owner, double from, double to);
/* What is free beside what @owner has, within the bounds given. */
void dl_row_find_room (const DlRow *self, guint owner, double *gap_from, double *gap_to);

G_END_DECLS
