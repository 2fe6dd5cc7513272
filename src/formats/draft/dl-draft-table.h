/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlDraftTable:
 * @ids: id to its index in @order, and 1
 * @named: ids of those that were told a name
 * @order: of all ids
 * @text: the records of those that were told a name, `,\n` behind each
 *
 * The topics, people or places of a draft.
 */
typedef struct
{
  GHashTable *ids;
  GHashTable *named;
  GPtrArray  *order;
  GString    *text;
} DlDraftTable;

void dl_draft_table_init (DlDraftTable *table);
void dl_draft_table_clear (DlDraftTable *table);

/* Some event names @id. Returns: its index in the order */
guint dl_draft_table_use (DlDraftTable *table, const char *id);

/* Tells the name of @id, and of one member more what @value is, where there is one; the first name
 * stays. An id that is empty, or NULL, is passed over. */
void dl_draft_table_name (DlDraftTable *table, const char *id, const char *name, const char *member, const char *value);

/* Writes the list @name of all, of those as well whose name nobody told: their id is it. */
void dl_draft_table_write (DlDraftTable *table, const char *name, GString *out);

/* The same of @lines, which end with `,\n` each; they are spoilt. Nothing where there are none. */
void dl_draft_write_lines (GString *out, const char *name, GString *lines);

G_END_DECLS
