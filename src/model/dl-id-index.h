/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-records.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 hash;
  guint32 position; /* plus one; 0: free */
} DlIdSlot;

/**
 * DlIdIndex:
 *
 * Positions of events by their id: open addressing with linear probing, at
 * least a quarter of the slots free. The ids themselves stay in the records.
 * Plain data; all zero is an empty index.
 */
typedef struct
{
  DlIdSlot *slots;
  guint     n_slots; /* a power of two, or 0 */
  guint     n_used;
  guint64   seed;
} DlIdIndex;

void dl_id_index_clear (DlIdIndex *self);
/* Makes room for @n ids. */
void dl_id_index_reserve (DlIdIndex *self, guint n);

/* Says that @id will be looked for soon. */
void dl_id_index_prefetch (const DlIdIndex *self, const char *id);
/* Position of the one of @records with that id, or DL_NONE. */
guint dl_id_index_find (const DlIdIndex *self, const DlEventRecord *records, const char *id);
/* Notes @id for @position. Returns: FALSE, and notes nothing, when one of @records has it */
gboolean dl_id_index_add (DlIdIndex *self, const DlEventRecord *records, const char *id, guint position);
/* The event that was at a position is now at @positions[that]. */
void dl_id_index_renumber (DlIdIndex *self, const guint32 *positions);
/* Makes an empty @self one of the @n events of @other that @positions has, by the
 * position there, a new one for; for the others it has DL_NONE. */
void dl_id_index_copy_some (DlIdIndex *self, const DlIdIndex *other, const guint32 *positions, guint n);

G_END_DECLS
