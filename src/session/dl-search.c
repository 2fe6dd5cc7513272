/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-search.h"

#include <gio/gio.h>

#include "base/dl-parallel.h"
#include "session/dl-search-match.h"

/* How long somebody who types may wait for it, in microseconds. */
#define AT_ONCE (4 * 1000)
/* Events between two looks at the clock, and what a thread takes at one go. */
#define AT_ONCE_EVENTS 64
#define CHUNK_EVENTS 1024
/* After the first hits, how often more are told, in microseconds. */
#define TELL_EVERY (150 * 1000)

/* The search may be gone before the threads are done, which gives the job up. */
typedef struct
{
  gatomicrefcount ref_count;
  DlSearch       *search; /* looked at by its own thread only; NULL once it is gone */
  GMainContext   *context;
  DlTimeline     *timeline;
  DlEventSet     *shown; /* nullable */
  DlSearchNames  *names;
  guint           n_events;
  int             next; /* event that no thread has taken yet */
  int             given_up;

  GMutex      lock; /* of what is below */
  DlEventSet *found;
  gboolean    done;
  gboolean    telling; /* and not fetched yet */
  gint64      told;    /* when; 0: never */
} Job;

struct _DlSearch
{
  DlEventSet  *hits;
  gboolean     done;
  DlSearchFunc func;
  gpointer     data;
  Job         *job;
};

static gboolean
job_free (gpointer data)
{
  Job *self = data;

  dl_search_names_free (self->names);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  dl_event_set_unref (self->found);
  g_object_unref (self->timeline);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
  return G_SOURCE_REMOVE;
}

static Job *
job_ref (Job *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* The timeline may go with it, so it goes in the search's thread, whoever lets go last. */
static void
job_unref (gpointer data)
{
  Job *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (g_main_context_is_owner (self->context))
    job_free (self);
  else
    dl_call_in (self->context, job_free, self, NULL);
}

static gboolean
told_cb (gpointer data)
{
  Job      *job = data;
  DlSearch *self = job->search;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->hits, dl_event_set_unref);
  g_mutex_lock (&job->lock);
  self->hits = dl_event_set_copy (job->found);
  self->done = job->done;
  job->telling = FALSE;
  g_mutex_unlock (&job->lock);
  self->func (self, self->data);
  return G_SOURCE_REMOVE;
}

/* With the lock. */
static void
tell (Job *self)
{
  if (self->telling)
    return;
  self->telling = TRUE;
  self->told = g_get_monotonic_time ();
  dl_call_in (self->context, told_cb, job_ref (self), job_unref);
}

/* Events [@from, @to): adds those that match to @found. */
static void
search_events (Job *self, guint from, guint to, GString *scratch, GArray *found)
{
  for (guint i = from; i < to; i++)
    if ((self->shown == NULL || dl_event_set_contains (self->shown, i)) && dl_search_match (self->names, i, scratch))
      g_array_append_val (found, i);
}

/* Takes what was found to the rest, with the lock. */
static void
add_found (Job *self, GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    dl_event_set_add (self->found, g_array_index (found, guint, i));
  g_array_set_size (found, 0);
}

/* One of the threads: chunk after chunk. */
static void
search_chunks (gpointer data)
{
  Job                *self = data;
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (GArray)  found = g_array_new (FALSE, FALSE, sizeof (guint));

  while (!g_atomic_int_get (&self->given_up))
    {
      guint from = (guint) g_atomic_int_add (&self->next, CHUNK_EVENTS);

      if (from >= self->n_events)
        return;
      search_events (self, from, MIN (from + CHUNK_EVENTS, self->n_events), scratch, found);
      if (found->len == 0)
        continue;
      g_mutex_lock (&self->lock);
      add_found (self, found);
      if (self->told == 0 || g_get_monotonic_time () - self->told >= TELL_EVERY)
        tell (self);
      g_mutex_unlock (&self->lock);
    }
}

static void
search_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  dl_parallel_run (search_chunks, job);
  if (g_atomic_int_get (&job->given_up))
    g_debug ("a search that was given up has ended");
  g_mutex_lock (&job->lock);
  job->done = TRUE;
  /* What is on its way to be fetched is fetched with this. */
  tell (job);
  g_mutex_unlock (&job->lock);
  g_task_return_boolean (task, TRUE);
}

/* Returns: whether all is searched */
static gboolean
search_at_once (Job *self)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (GArray)  found = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64              begun = g_get_monotonic_time ();
  guint               at = 0;

  while (at < self->n_events && g_get_monotonic_time () - begun < AT_ONCE)
    {
      guint to = MIN (at + AT_ONCE_EVENTS, self->n_events);

      search_events (self, at, to, scratch, found);
      at = to;
    }
  add_found (self, found);
  if (dl_event_set_get_n (self->found) > 0)
    self->told = begun;
  self->next = (int) at;
  return at == self->n_events;
}

DlSearch *
dl_search_new (DlTimeline *timeline, DlQuery *query, DlEventSet *shown, DlSearchFunc func, gpointer data)
{
  DlSearch         *self;
  Job              *job;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (query != NULL && !dl_query_is_empty (query), NULL);
  g_return_val_if_fail (func != NULL, NULL);
  self = g_new0 (DlSearch, 1);
  self->func = func;
  self->data = data;
  self->job = job = g_new0 (Job, 1);
  g_atomic_ref_count_init (&job->ref_count);
  g_mutex_init (&job->lock);
  job->search = self;
  job->context = g_main_context_ref_thread_default ();
  job->timeline = g_object_ref (timeline);
  job->shown = shown == NULL ? NULL : dl_event_set_ref (shown);
  job->names = dl_search_names_new (timeline, query);
  job->n_events = dl_timeline_get_n_events (timeline);
  job->found = dl_event_set_new (job->n_events);

  self->done = search_at_once (job);
  self->hits = dl_event_set_copy (job->found);
  g_debug ("of %u events %u are searched at once: %u found", job->n_events, (guint) job->next,
           dl_event_set_get_n (self->hits));
  if (self->done)
    return self;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, dl_search_new);
  g_task_set_task_data (task, job_ref (job), job_unref);
  g_task_run_in_thread (task, search_thread);
  return self;
}

void
dl_search_free (DlSearch *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_int_set (&self->job->given_up, 1);
  self->job->search = NULL;
  job_unref (self->job);
  dl_event_set_unref (self->hits);
  g_free (self);
}

gboolean
dl_search_is_of (DlSearch *self, DlTimeline *timeline, DlEventSet *shown)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->job->timeline == timeline && self->job->shown == shown;
}

DlEventSet *
dl_search_get_hits (DlSearch *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->hits;
}

gboolean
dl_search_get_done (DlSearch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->done;
}
