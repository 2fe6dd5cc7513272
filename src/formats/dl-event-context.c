/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-context.h"

#include <string.h>

static void
seen_init (DlSeen *seen, GHashTable *table)
{
  GHashTableIter iter;
  gpointer       value;

  /* Records without an id have an index, too, so the size does not do. */
  seen->n = 0;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    seen->n = MAX (seen->n, GPOINTER_TO_UINT (value));
  seen->marks = g_new0 (guint32, MAX (seen->n, 1));
  seen->mark = 0;
}

void
dl_seen_begin (DlSeen *seen)
{
  if (++seen->mark == 0)
    {
      memset (seen->marks, 0, seen->n * sizeof (guint32));
      seen->mark = 1;
    }
}

void
dl_event_context_init (DlEventContext *self, const DlReaderTables *tables, DlStringArena *strings)
{
  self->tables = tables;
  self->strings = strings;
  self->text = g_bytes_get_data (tables->bytes, NULL);
  seen_init (&self->seen_people, tables->people);
  seen_init (&self->seen_topics, tables->topics);
  seen_init (&self->seen_sources, tables->sources);
}

void
dl_event_context_clear (DlEventContext *self)
{
  g_clear_pointer (&self->seen_people.marks, g_free);
  g_clear_pointer (&self->seen_topics.marks, g_free);
  g_clear_pointer (&self->seen_sources.marks, g_free);
}
