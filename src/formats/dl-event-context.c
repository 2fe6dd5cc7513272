/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-context.h"

#include <string.h>

#include "formats/dl-json-element.h"

/* Names that are looked up one after the other, at each that is none of the format's. */
#define MAX_STRANGES 32

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
  self->stranges = g_array_new (FALSE, FALSE, sizeof (DlStrange));
  self->passing = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
dl_event_context_clear (DlEventContext *self)
{
  g_clear_pointer (&self->seen_people.marks, g_free);
  g_clear_pointer (&self->seen_topics.marks, g_free);
  g_clear_pointer (&self->seen_sources.marks, g_free);
  g_clear_pointer (&self->stranges, g_array_unref);
  g_clear_pointer (&self->passing, g_array_unref);
}

gboolean
dl_event_context_meet (DlEventContext *self, DlObjectKind kind, const char *name, gsize length)
{
  DlStrange strange = { name, length, kind, 1, 0 };

  for (guint i = 0; i < self->stranges->len; i++)
    {
      DlStrange *known = &g_array_index (self->stranges, DlStrange, i);

      if (known->kind != kind || known->length != length || memcmp (known->name, name, length) != 0)
        continue;
      /* What the file has first is told by whoever reads it, and so in its order. */
      if (known->n_told++ < DL_PROBLEM_LIST_MAX_ALIKE)
        return FALSE;
      g_array_append_val (self->passing, i);
      return TRUE;
    }
  if (self->stranges->len < MAX_STRANGES)
    g_array_append_val (self->stranges, strange);
  return FALSE;
}

void
dl_event_context_end_event (DlEventContext *self, gboolean was_read)
{
  if (self->passing->len == 0)
    return;
  for (guint i = 0; was_read && i < self->passing->len; i++)
    g_array_index (self->stranges, DlStrange, g_array_index (self->passing, guint, i)).n_passed++;
  g_array_set_size (self->passing, 0);
}

void
dl_event_context_tell_passed (DlEventContext *self, DlProblemList *problems)
{
  for (guint i = 0; i < self->stranges->len; i++)
    {
      const DlStrange *strange = &g_array_index (self->stranges, DlStrange, i);
      g_autofree char *name = g_strndup (strange->name, strange->length);
      g_autofree char *shown = dl_json_quotable (name);
      g_autofree char *message = dl_vocabulary_dup_unknown (shown);

      if (strange->n_passed > 0)
        dl_problem_list_count_alike (problems, message, strange->n_passed);
    }
}
