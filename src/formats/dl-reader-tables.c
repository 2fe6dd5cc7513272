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
  g_free (tables);
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
