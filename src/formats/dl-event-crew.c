/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-crew.h"

/* Batches that may be read ahead of the one that is wanted. */
#define N_AHEAD 8
/* With fewer batches than this a helper is not worth its start. */
#define MIN_BATCHES 4

struct _DlEventCrew
{
  const DlReaderTables *tables;
  const DlJsonMember   *events;
  guint                 n_batches;
  DlEventReader        *reader; /* the caller's */
  DlStringArena        *strings;
  GThread              *helper; /* nullable */
  DlEventReader        *helper_reader;
  DlStringArena        *helper_strings;

  GMutex        mutex;
  GCond         changed;
  guint         wanted;         /* the batch that the caller needs next */
  guint         untaken;        /* the first batch that nobody reads yet */
  DlEventBatch *ready[N_AHEAD]; /* by number modulo N_AHEAD */
  gboolean      stopped;
};

static DlEventBatch *
read_batch (DlEventCrew *self, DlEventReader *reader, guint number)
{
  DlEventBatch *batch = dl_event_batch_new ();
  guint         end = MIN ((number + 1) * DL_EVENT_BATCH_SIZE, self->events->elements->len);
  guint         i;

  for (i = number * DL_EVENT_BATCH_SIZE; i < end; i++)
    dl_event_reader_read (reader, i, FALSE, batch);
  return batch;
}

/* With the mutex held. Returns: whether there is a batch to read ahead */
static gboolean
take (DlEventCrew *self, guint *number)
{
  if (self->untaken >= self->n_batches || self->untaken - self->wanted >= N_AHEAD)
    return FALSE;
  *number = self->untaken++;
  return TRUE;
}

static gpointer
help (gpointer data)
{
  DlEventCrew *self = data;
  guint        number;

  g_mutex_lock (&self->mutex);
  while (!self->stopped && self->untaken < self->n_batches)
    {
      if (take (self, &number))
        {
          DlEventBatch *batch;

          g_mutex_unlock (&self->mutex);
          batch = read_batch (self, self->helper_reader, number);
          g_mutex_lock (&self->mutex);
          self->ready[number % N_AHEAD] = batch;
          g_cond_broadcast (&self->changed);
        }
      else
        g_cond_wait (&self->changed, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

DlEventCrew *
dl_event_crew_new (const DlReaderTables *tables, const DlJsonMember *events)
{
  DlEventCrew *self = g_new0 (DlEventCrew, 1);

  self->tables = tables;
  self->events = events;
  self->n_batches = (events->elements->len + DL_EVENT_BATCH_SIZE - 1) / DL_EVENT_BATCH_SIZE;
  self->strings = dl_string_arena_new ();
  self->helper_strings = dl_string_arena_new ();
  self->reader = dl_event_reader_new (tables, events, self->strings);
  self->helper_reader = dl_event_reader_new (tables, events, self->helper_strings);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  /* Without a thread to be had, all is done here. */
  if (self->n_batches >= MIN_BATCHES && g_get_num_processors () > 1)
    self->helper = g_thread_try_new ("dateline-read", help, self, NULL);
  return self;
}

static void
stop (DlEventCrew *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->helper, g_thread_join);
}

void
dl_event_crew_free (DlEventCrew *self)
{
  guint i;

  if (self == NULL)
    return;
  stop (self);
  for (i = 0; i < N_AHEAD; i++)
    g_clear_pointer (&self->ready[i], dl_event_batch_free);
  g_clear_pointer (&self->reader, dl_event_reader_free);
  g_clear_pointer (&self->helper_reader, dl_event_reader_free);
  g_clear_pointer (&self->strings, dl_string_arena_free);
  g_clear_pointer (&self->helper_strings, dl_string_arena_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

DlEventBatch *
dl_event_crew_next (DlEventCrew *self)
{
  DlEventBatch *batch = NULL;
  guint         number;

  g_mutex_lock (&self->mutex);
  if (self->wanted >= self->n_batches)
    {
      g_mutex_unlock (&self->mutex);
      return NULL;
    }
  while (self->ready[self->wanted % N_AHEAD] == NULL)
    {
      if (take (self, &number))
        {
          g_mutex_unlock (&self->mutex);
          batch = read_batch (self, self->reader, number);
          g_mutex_lock (&self->mutex);
          self->ready[number % N_AHEAD] = batch;
        }
      else
        g_cond_wait (&self->changed, &self->mutex);
    }
  batch = g_steal_pointer (&self->ready[self->wanted % N_AHEAD]);
  self->wanted++;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return batch;
}

void
dl_event_crew_tell_passed (DlEventCrew *self, DlProblemList *problems)
{
  stop (self);
  dl_event_reader_tell_passed (self->reader, problems);
  dl_event_reader_tell_passed (self->helper_reader, problems);
}

void
dl_event_crew_give_strings (DlEventCrew *self, DlTimelineBuilder *builder)
{
  stop (self);
  dl_timeline_builder_take_strings (builder, self->strings);
  dl_timeline_builder_take_strings (builder, self->helper_strings);
}
