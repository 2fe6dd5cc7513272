/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-outlined.h"

/* Indexes of the outline as those of the timeline, each once. Returns: whether it has all */
static gboolean
add_refs (const guint32 *refs, guint n, const guint32 *indexes, DlSeen *seen, GArray *out, guint16 *n_refs)
{
  if (n == 0)
    return TRUE;
  dl_seen_begin (seen);
  for (guint i = 0; i < n; i++)
    {
      guint32 index = indexes[refs[i]];

      if (index == DL_NONE)
        return FALSE;
      if (!dl_seen_add (seen, index))
        continue;
      g_array_append_val (out, index);
      (*n_refs)++;
    }
  return TRUE;
}

static gboolean
add_all_refs (DlEventContext *self, const DlOutlinedEvent *outlined, DlEventRecord *record, GArray *out)
{
  const DlReaderTables *tables = self->tables;
  const guint32        *refs = (const guint32 *) (gconstpointer) tables->outline->refs->data;

  if (outlined->n_topics + outlined->n_people + outlined->n_sources == 0)
    return TRUE;
  refs += outlined->refs;
  if (!add_refs (refs, outlined->n_topics, tables->outlined_topics, &self->seen_topics, out, &record->n_topics))
    return FALSE;
  refs += outlined->n_topics;
  if (!add_refs (refs, outlined->n_people, tables->outlined_people, &self->seen_people, out, &record->n_people))
    return FALSE;
  refs += outlined->n_people;
  return add_refs (refs, outlined->n_sources, tables->outlined_sources, &self->seen_sources, out, &record->n_sources);
}

gboolean
dl_event_outlined_read (DlEventContext *self,
                        DlJsonSpan      span,
                        guint           index,
                        gboolean        keep,
                        DlReadEvent    *event,
                        DlEventBatch   *batch)
{
  const DlReaderTables  *tables = self->tables;
  const DlOutlinedEvent *outlined = &g_array_index (tables->outline->events, DlOutlinedEvent, index);
  const char            *text = self->text + span.start;
  DlEventRecord         *record = &event->record;
  guint                  n_refs = batch->refs->len;

  if (outlined->n_topics == DL_OUTLINED_NOT)
    return FALSE;
  /* A title that shows nothing is told of. */
  if (g_unichar_isspace (g_utf8_get_char (text + outlined->title)))
    return FALSE;
  if (!dl_date_parse (text + outlined->date, outlined->date_length, &event->date, NULL))
    return FALSE;
  record->place = outlined->place == DL_NONE ? DL_NONE : tables->outlined_places[outlined->place];
  if (record->place != outlined->place && record->place == DL_NONE)
    return FALSE;
  if (!add_all_refs (self, outlined, record, batch->refs))
    {
      g_array_set_size (batch->refs, n_refs);
      return FALSE;
    }
  record->refs = n_refs;
  record->status = outlined->status;
  record->importance = outlined->importance;
  record->origin = span.start;
  event->file = DL_NONE;
  event->related = batch->related->len;
  if (outlined->id_length > 0)
    record->id = dl_string_arena_add (self->strings, text + outlined->id, outlined->id_length);
  if (outlined->id_length > 0 || keep)
    {
      record->title = dl_string_arena_add (self->strings, text + outlined->title, outlined->title_length);
      record->date_text = dl_string_arena_add (self->strings, text + outlined->date, outlined->date_length);
    }
  return TRUE;
}
