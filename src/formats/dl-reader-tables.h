/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-reader-outline.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/**
 * DlReaderTables:
 * @bytes: the whole file, which the details are read from
 * @zone: (nullable): of the axis; borrowed
 * @people: id to index
 * @places: id to index; not needed for details
 * @topics: id to index; not needed for details
 * @sources: id to index
 * @files: id to index, of those that the file says it was made of; not needed for details
 * @makes_up_ids: events whose id is left out are called by their number at once: no
 *   other has such an id
 * @outline: (nullable): what is known of the text, while its events are read; borrowed
 * @outlined_topics, @outlined_people, @outlined_sources, @outlined_places: of each of the outline's,
 *   its index, or %DL_NONE
 *
 * What events point at. Fixed while events are read, so that any number of
 * threads may look at it.
 */
typedef struct
{
  GBytes       *bytes;
  const DlZone *zone;
  GHashTable   *people;
  GHashTable   *places;
  GHashTable   *topics;
  GHashTable   *sources;
  GHashTable   *files;
  gboolean      makes_up_ids;

  const DlReaderOutline *outline;
  guint32               *outlined_topics;
  guint32               *outlined_people;
  guint32               *outlined_sources;
  guint32               *outlined_places;
} DlReaderTables;

DlReaderTables *dl_reader_tables_new (GBytes *bytes);
void            dl_reader_tables_free (DlReaderTables *tables);
/* Takes what is known of the text, when all that its events point at has been added; NULL: forgets it. */
void dl_reader_tables_set_outline (DlReaderTables *tables, const DlReaderOutline *outline);
/* Notes @id; it must be new to @table. */
void dl_reader_table_add (GHashTable *table, const char *id, guint32 index);
/* The index, or DL_NONE. */
guint32 dl_reader_table_find (GHashTable *table, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlReaderTables, dl_reader_tables_free)

G_END_DECLS
