/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-queue.h"

#include "formats/dl-append.h"
#include "formats/dl-event-reader.h"

/* Events that go from hand to hand together, at most, and about so many bytes of texts. */
#define N_IN_BATCH 1024
#define BATCH_BYTES (1 << 18)
/* Batches that there are at most: the one that is filled, the one that is added, and those that wait. */
#define N_BATCHES 4
/* So many events before it where its id goes in memory is looked up: that takes less time for
 * some together than one by one. */
#define N_EXPECTED 16
/* After so many events it is known about how many there will be. */
#define N_BEFORE 1024
#define MAX_RESERVED (1 << 24)

/* Its texts stand behind each other, each with a NUL. */
typedef struct
{
  DlEventRecord record;
  DlDate        date;
  gboolean      dated;
  guint         texts; /* where they begin */
  guint         id_length;
  guint         title_length;
  guint         date_length;
  guint         refs; /* where they begin */
} Waiting;

typedef struct
{
  Waiting  events[N_IN_BATCH];
  guint    n_events;
  GString *texts;
  GArray  *refs; /* of guint32 */
} Batch;

struct _DlEventQueue
{
  DlTimelineBuilder *builder;
  guint64            n_keys;
  Batch             *filling;

  /* of who adds: the other thread while there is one */
  DlStringArena *strings;
  guint          n_events;
  gboolean       reserved;
  gboolean       met;

  int failed; /* atomic */

  GThread     *thread; /* nullable */
  GAsyncQueue *full;   /* of Batch, then of the queue itself for an end */
  GAsyncQueue *empty;  /* of Batch */
  guint        n_batches;
};

static Batch *
batch_new (void)
{
  Batch *self = g_new (Batch, 1);

  self->n_events = 0;
  self->texts = g_string_sized_new (N_IN_BATCH * 64);
  self->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static void
batch_free (gpointer data)
{
  Batch *self = data;

  g_string_free (self->texts, TRUE);
  g_array_unref (self->refs);
  g_free (self);
}

DlEventQueue *
dl_event_queue_new (DlTimelineBuilder *builder, guint64 n_keys)
{
  DlEventQueue *self = g_new0 (DlEventQueue, 1);

  self->builder = builder;
  self->n_keys = n_keys;
  self->strings = dl_string_arena_new ();
  self->filling = batch_new ();
  self->n_batches = 1;
  self->full = g_async_queue_new_full (batch_free);
  self->empty = g_async_queue_new_full (batch_free);
  return self;
}

/* Whatever is full is seen to before. */
static void
stop (DlEventQueue *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->full, self);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
dl_event_queue_free (DlEventQueue *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->failed, TRUE);
  stop (self);
  batch_free (self->filling);
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  dl_string_arena_free (self->strings);
  g_free (self);
}

gboolean
dl_event_queue_is_plain (const char *name, gsize length)
{
  return length > 0 && !g_ascii_isspace (name[length - 1]) && !g_unichar_isspace (g_utf8_get_char (name));
}

gboolean
dl_event_queue_has_failed (DlEventQueue *self)
{
  return g_atomic_int_get (&self->failed) != 0;
}

/* Gives an event its texts. */
static void
keep_texts (DlEventQueue *self, const Batch *batch, Waiting *event, guint number)
{
  const char *text = batch->texts->str + event->texts;

  if (event->id_length > 0)
    event->record.id = dl_string_arena_add (self->strings, text, event->id_length);
  else
    event->record.id = dl_event_keep_made_id (self->strings, number);
  text += event->id_length + 1;
  event->record.title = dl_string_arena_add (self->strings, text, event->title_length);
  text += event->title_length + 1;
  event->record.date_text = dl_string_arena_add (self->strings, text, event->date_length);
  dl_timeline_builder_expect_event (self->builder, event->record.id);
}

/* Without a zone of the axis there is no more to it than its text. */
static gboolean
read_date (Waiting *event)
{
  return event->dated || dl_date_parse (event->record.date_text, event->date_length, &event->date, NULL);
}

static gboolean
add (DlEventQueue *self, const Batch *batch, Waiting *event, guint number)
{
  /* Where none was put there is no array. */
  const guint32 *all = (const guint32 *) (gconstpointer) batch->refs->data;
  const guint32 *refs = all != NULL ? all + event->refs : NULL;
  DlEventRecord *record = &event->record;

  if (!read_date (event))
    return FALSE;
  if (dl_timeline_builder_take_event (self->builder, record, &event->date, refs, NULL, 0))
    return TRUE;
  /* An earlier one has its id. */
  self->met = TRUE;
  record->id = dl_event_keep_made_id (self->strings, number);
  return dl_timeline_builder_take_event (self->builder, record, &event->date, refs, NULL, 0);
}

/* Makes room for as many events as there will be if the rest is like what came before. */
static void
reserve (DlEventQueue *self, guint64 origin)
{
  self->reserved = TRUE;
  if (origin > 0)
    dl_timeline_builder_reserve (self->builder, (guint) MIN (self->n_keys / origin * self->n_events, MAX_RESERVED));
}

static void
add_batch (DlEventQueue *self, Batch *batch)
{
  guint first = self->n_events;
  guint kept = 0;
  guint i;

  if (!self->reserved && self->n_events >= N_BEFORE && self->n_keys > 0 && batch->n_events > 0)
    reserve (self, batch->events[0].record.origin);
  for (i = 0; i < batch->n_events && !dl_event_queue_has_failed (self); i++)
    {
      for (; kept < MIN (i + N_EXPECTED, batch->n_events); kept++)
        keep_texts (self, batch, &batch->events[kept], first + kept);
      if (add (self, batch, &batch->events[i], first + i))
        continue;
      g_atomic_int_set (&self->failed, TRUE);
      break;
    }
  /* Once for all: whoever fills the next batch looks at what is beside it in memory. */
  self->n_events = first + i;
  batch->n_events = 0;
  g_string_truncate (batch->texts, 0);
  g_array_set_size (batch->refs, 0);
}

static gpointer
add_all (gpointer data)
{
  DlEventQueue *self = data;
  gpointer      next;

  while ((next = g_async_queue_pop (self->full)) != self)
    {
      add_batch (self, next);
      g_async_queue_push (self->empty, next);
    }
  return NULL;
}

/* The batch is full: another is filled from here on, or it once more. */
static void
hand_over (DlEventQueue *self)
{
  if (self->thread == NULL && g_get_num_processors () > 1)
    self->thread = g_thread_try_new ("dateline-add", add_all, self, NULL);
  /* Without a thread to be had, all is done here. */
  if (self->thread == NULL)
    {
      add_batch (self, self->filling);
      return;
    }
  g_async_queue_push (self->full, self->filling);
  if (self->n_batches < N_BATCHES)
    {
      self->filling = batch_new ();
      self->n_batches++;
    }
  else
    self->filling = g_async_queue_pop (self->empty);
}

static guint
put_text (GString *texts, const DlQueuedText *text)
{
  if (text->length > 0)
    dl_append (texts, text->text, text->length);
  dl_append (texts, "", 1);
  return (guint) text->length;
}

void
dl_event_queue_push (DlEventQueue *self, const DlQueuedEvent *event)
{
  Batch         *batch = self->filling;
  Waiting       *waiting = &batch->events[batch->n_events++];
  const guint32 *refs = event->refs;
  guint          n_refs = (guint) event->record.n_topics + event->record.n_people + event->record.n_sources;

  waiting->record = event->record;
  waiting->dated = event->date != NULL;
  if (waiting->dated)
    waiting->date = *event->date;
  waiting->texts = (guint) batch->texts->len;
  waiting->id_length = put_text (batch->texts, &event->id);
  waiting->title_length = put_text (batch->texts, &event->title);
  waiting->date_length = put_text (batch->texts, &event->date_text);
  waiting->refs = batch->refs->len;
  if (n_refs > 0)
    g_array_append_vals (batch->refs, refs, n_refs);
  if (batch->n_events == N_IN_BATCH || batch->texts->len >= BATCH_BYTES)
    hand_over (self);
}

gboolean
dl_event_queue_end (DlEventQueue *self, guint *n_events, gboolean *met)
{
  stop (self);
  add_batch (self, self->filling);
  dl_timeline_builder_take_strings (self->builder, self->strings);
  *n_events = self->n_events;
  *met = self->met;
  return !dl_event_queue_has_failed (self);
}
