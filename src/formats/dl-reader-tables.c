/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-reader-tables.h"

DlReaderTables *
dl_reader_tables_new (GBytes *bytes)
{
  DlReaderTables *tables = g_new0 (DlReaderTables, 1);

  tables->bytes = g_bytes_ref (bytes);
  tables->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return tables;
}

void
dl_reader_tables_free (DlReaderTables *tables)
{
  if (tables == NULL)
    return;
  g_bytes_unref (tables->bytes);
  g_clear_pointer (&tables->people, g_hash_table_unref);
  g_clear_pointer (&tables->places, g_hash_table_unref);
  g_clear_pointer (&tables->topics, g_hash_table_unref);
  g_clear_pointer (&tables->sources, g_hash_table_unref);
  g_clear_pointer (&tables->files, g_hash_table_unref);
  dl_reader_tables_set_outline (tables, NULL);
  g_free (tables);
}

/* Of each of @ids its index. Returns: (transfer full) */
static guint32 *
find_all (GHashTable *table, const GPtrArray *ids)
{
  guint32 *indexes = g_new (guint32, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    indexes[i] = dl_reader_table_find (table, ids->pdata[i]);
  return indexes;
}

void
dl_reader_tables_set_outline (DlReaderTables *tables, const DlReaderOutline *outline)
{
  tables->outline = outline;
  g_clear_pointer (&tables->outlined_topics, g_free);
  g_clear_pointer (&tables->outlined_people, g_free);
  g_clear_pointer (&tables->outlined_sources, g_free);
  g_clear_pointer (&tables->outlined_places, g_free);
  if (outline == NULL)
    return;
  tables->outlined_topics = find_all (tables->topics, outline->topics);
  tables->outlined_people = find_all (tables->people, outline->people);
  tables->outlined_sources = find_all (tables->sources, outline->sources);
  tables->outlined_places = find_all (tables->places, outline->places);
}

void
dl_reader_table_add (GHashTable *table, const char *id, guint32 index)
{
  g_hash_table_insert (table, g_strdup (id), GUINT_TO_POINTER (index + 1));
}

guint32
dl_reader_table_find (GHashTable *table, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) - 1;
}
