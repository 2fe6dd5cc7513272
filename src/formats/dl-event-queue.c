/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-queue.h"

#include "formats/dl-event-reader.h"

#define N_WAITING 16
/* After so many events it is known about how many there will be; a multiple of the others. */
#define N_BEFORE 1024
#define MAX_RESERVED (1 << 24)

typedef struct
{
  DlEventRecord record;
  DlDate        date;
  guint         refs; /* where they begin */
} Waiting;

void
dl_event_queue_init (DlEventQueue *self, DlTimelineBuilder *builder, DlStringArena *strings, guint64 n_keys)
{
  *self = (DlEventQueue){ .builder = builder, .strings = strings, .n_keys = n_keys };
  self->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->waiting = g_new (Waiting, N_WAITING);
}

void
dl_event_queue_clear (DlEventQueue *self)
{
  g_array_unref (self->refs);
  g_free (self->waiting);
}

gboolean
dl_event_queue_is_plain (const char *name, gsize length)
{
  return length > 0 && !g_ascii_isspace (name[length - 1]) && !g_unichar_isspace (g_utf8_get_char (name));
}

static gboolean
add (DlEventQueue *self, Waiting *event)
{
  /* Where none was put there is no array. */
  const guint32 *all = (const guint32 *) (gconstpointer) self->refs->data;
  const guint32 *refs = all != NULL ? all + event->refs : NULL;
  DlEventRecord *record = &event->record;

  if (dl_timeline_builder_take_event (self->builder, record, &event->date, refs, NULL, 0))
    return TRUE;
  /* An earlier one has its id. */
  self->met = TRUE;
  record->id = dl_event_keep_made_id (self->strings, self->n_events);
  return dl_timeline_builder_take_event (self->builder, record, &event->date, refs, NULL, 0);
}

/* Makes room for as many events as there will be if the rest is like what came before. */
static void
reserve (DlEventQueue *self, guint64 origin)
{
  if (origin > 0)
    dl_timeline_builder_reserve (self->builder, (guint) MIN (self->n_keys / origin * N_BEFORE, MAX_RESERVED));
}

static void
add_waiting (DlEventQueue *self)
{
  Waiting *waiting = self->waiting;

  if (self->n_events == N_BEFORE && self->n_keys > 0 && self->n_waiting > 0)
    reserve (self, waiting[0].record.origin);
  for (guint i = 0; i < self->n_waiting && !self->failed; i++)
    if (add (self, &waiting[i]))
      self->n_events++;
    else
      self->failed = TRUE;
  self->n_waiting = 0;
  g_array_set_size (self->refs, 0);
}

void
dl_event_queue_push (DlEventQueue *self, const DlEventRecord *record, const DlDate *date, const guint32 *refs)
{
  Waiting *event = (Waiting *) self->waiting + self->n_waiting;
  guint    n_refs = record->n_topics + record->n_people + record->n_sources;

  *event = (Waiting){ *record, *date, self->refs->len };
  if (n_refs > 0)
    g_array_append_vals (self->refs, refs, n_refs);
  if (record->id == NULL)
    event->record.id = dl_event_keep_made_id (self->strings, self->n_events + self->n_waiting);
  dl_timeline_builder_expect_event (self->builder, event->record.id);
  if (++self->n_waiting == N_WAITING)
    add_waiting (self);
}

guint
dl_event_queue_end (DlEventQueue *self)
{
  add_waiting (self);
  return self->n_events;
}
