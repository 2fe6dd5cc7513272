/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "session/dl-filtering.h"
#include "session/dl-session-private.h"

/* So long what has changed is marked, once somebody may have seen it. */
#define NEWS_SECONDS 10

/* A file that is always saved again while it is read is shown all the same, each time
 * that it was overtaken so often. */
#define MAX_OVERTAKEN 3

void
dl_arrival_clear (DlArrival *arrival)
{
  g_clear_pointer (&arrival->loaded, dl_loaded_free);
  g_clear_pointer (&arrival->failure, g_free);
  g_clear_pointer (&arrival->changes, dl_timeline_changes_free);
  g_clear_object (&arrival->mistaken);
  arrival->is_there = FALSE;
}

/* What is compared on a thread. */
typedef struct
{
  GFile      *file; /* as it is being loaded */
  DlTimeline *before;
  DlLoaded   *loaded;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  g_object_unref (self->file);
  g_object_unref (self->before);
  dl_loaded_free (self->loaded);
  g_free (self);
}

static void
compare_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Comparison *comparison = task_data;

  g_task_return_pointer (task, dl_timeline_changes_new (comparison->before, comparison->loaded->timeline),
                         (GDestroyNotify) dl_timeline_changes_free);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlSession)         self = data;
  Comparison                   *comparison = g_task_get_task_data (G_TASK (result));
  g_autoptr (DlTimelineChanges) changes = g_task_propagate_pointer (G_TASK (result), NULL);
  DlArrival                     arrival = { .is_there = TRUE };

  if (comparison->file != self->loading_file)
    return;
  arrival.loaded = g_steal_pointer (&comparison->loaded);
  arrival.changes = g_steal_pointer (&changes);
  dl_session_arrive (self, &arrival);
}

void
dl_session_compare (DlSession *self, DlLoaded *loaded)
{
  DlTimeline *before = self->loaded->timeline;
  Comparison *comparison;

  if (dl_timeline_get_n_events (before) + dl_timeline_get_n_events (loaded->timeline) <= DL_FILTERING_AT_ONCE)
    {
      DlArrival arrival = { .is_there = TRUE, .loaded = loaded };

      arrival.changes = dl_timeline_changes_new (before, loaded->timeline);
      dl_session_arrive (self, &arrival);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, compared_cb, g_object_ref (self));

      comparison = g_new0 (Comparison, 1);
      comparison->file = g_object_ref (self->loading_file);
      comparison->before = g_object_ref (before);
      comparison->loaded = loaded;
      g_task_set_source_tag (task, dl_session_compare);
      g_task_set_task_data (task, comparison, comparison_free);
      g_task_run_in_thread (task, compare_thread);
    }
}

/* Watching */

/* How one of the files was when it was read; nullable. */
static const char *
find_stamp (const DlLoaded *loaded, GFile *file)
{
  for (guint i = 0; loaded->files != NULL && i < loaded->files->len; i++)
    if (g_file_equal (loaded->files->pdata[i], file))
      return loaded->stamps != NULL ? loaded->stamps->pdata[i] : loaded->stamp;
  for (guint i = 0; loaded->tried != NULL && i < loaded->tried->len; i++)
    if (g_file_equal (loaded->tried->pdata[i], file))
      return loaded->tried_stamps->pdata[i];
  return NULL;
}

static void
keep_stamp (DlLoaded *loaded, GFile *file, const char *stamp)
{
  for (guint i = 0; loaded->files != NULL && i < loaded->files->len; i++)
    if (g_file_equal (loaded->files->pdata[i], file))
      {
        char **kept = loaded->stamps != NULL ? (char **) &loaded->stamps->pdata[i] : &loaded->stamp;

        g_free (*kept);
        *kept = g_strdup (stamp);
      }
}

static void
set_other_stamps (DlLive *live, const DlLoaded *loaded)
{
  for (guint i = 0; live->others != NULL && i < live->others->len; i++)
    {
      DlWatch *watch = live->others->pdata[i];

      /* Of what cannot be read it is known when it is other than it was found last. */
      if (dl_session_holds_file (loaded->files, dl_watch_get_file (watch)))
        dl_watch_set_stamp (watch, find_stamp (loaded, dl_watch_get_file (watch)));
    }
}

/* One of several files has been saved, or is gone: that is as if the first that can be
 * watched had been, with which all are read. Where none is open, all are tried again. */
static void
other_changed_cb (DlWatch *watch, DlSession *self)
{
  DlLive *live = &self->live;

  if (live->watch == NULL && dl_session_get_loading (self))
    /* It will be looked at again. */
    dl_watch_set_stamp (watch, NULL);
  else if (live->watch == NULL)
    dl_session_reload (self);
  else
    {
      live->others_changed = live->holding;
      dl_watch_set_stamp (live->watch, NULL);
      dl_watch_look (live->watch);
    }
}

static void
watch_others (DlSession *self)
{
  DlLive *live = &self->live;

  live->others = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->asked->len; i++)
    {
      GFile           *file = self->asked->pdata[i];
      g_autofree char *stamp = NULL;
      DlWatch         *watch;

      if ((live->watch != NULL && g_file_equal (file, dl_watch_get_file (live->watch))) || !dl_watch_can (file))
        continue;
      stamp = self->loaded == NULL ? dl_watch_dup_stamp (file) : g_strdup (find_stamp (self->loaded, file));
      watch = dl_watch_new (file, stamp);
      g_signal_connect (watch, "changed", G_CALLBACK (other_changed_cb), self);
      g_ptr_array_add (live->others, watch);
    }
}

static void
stop_watching_others (DlSession *self)
{
  for (guint i = 0; self->live.others != NULL && i < self->live.others->len; i++)
    g_signal_handlers_disconnect_by_data (self->live.others->pdata[i], self);
  g_clear_pointer (&self->live.others, g_ptr_array_unref);
}

static void
release (DlSession *self)
{
  if (!self->live.holding)
    return;
  self->live.holding = FALSE;
  dl_watch_release (self->live.watch);
}

void
dl_session_arrive (DlSession *self, DlArrival *arrival)
{
  DlLive *live = &self->live;

  if (!live->rereading)
    {
      dl_session_take_arrival (self, arrival);
      return;
    }
  dl_arrival_clear (&live->arrival);
  live->arrival = *arrival;
  *arrival = (DlArrival){ FALSE };
  if (live->arrival.loaded != NULL)
    {
      if (!live->others_changed)
        dl_watch_set_stamp (live->watch, find_stamp (live->arrival.loaded, dl_watch_get_file (live->watch)));
      set_other_stamps (live, live->arrival.loaded);
    }
  release (self);
}

void
dl_session_stop_rereading (DlSession *self)
{
  if (!self->live.rereading)
    return;
  self->live.rereading = FALSE;
  dl_arrival_clear (&self->live.arrival);
  release (self);
}

static void
read_again (DlSession *self)
{
  DlLive *live = &self->live;

  g_debug ("the file has been saved again, and is read");
  live->rereading = TRUE;
  live->holding = TRUE;
  live->others_changed = FALSE;
  dl_watch_hold (live->watch);
  dl_session_begin_loading (self, (GFile *const *) self->asked->pdata, self->asked->len, NULL);
}

static void
take_kept_arrival (DlSession *self)
{
  DlArrival arrival = self->live.arrival;

  self->live.arrival = (DlArrival){ FALSE };
  self->live.n_overtaken = 0;
  dl_session_take_arrival (self, &arrival);
}

static void
settled_cb (DlWatch *watch, DlSession *self)
{
  if (self->live.arrival.is_there)
    take_kept_arrival (self);
}

static void
changed_cb (DlWatch *watch, DlSession *self)
{
  DlLive *live = &self->live;

  if (dl_session_get_loading (self) && !live->rereading)
    {
      /* Somebody opens another file; if that fails, this one will be looked at again. */
      dl_watch_set_stamp (watch, NULL);
      return;
    }
  if (live->arrival.is_there && live->arrival.loaded != NULL && ++live->n_overtaken >= MAX_OVERTAKEN)
    take_kept_arrival (self);
  dl_arrival_clear (&live->arrival);
  /* What hears of what has been taken may have closed it. */
  if (live->watch != watch)
    return;
  if (live->reread == DL_REREAD_AT_ONCE)
    read_again (self);
  else
    {
      if (live->rereading)
        dl_session_end_loading (self);
      live->rereading = FALSE;
      dl_session_set_file_state (self, DL_FILE_SAVED, NULL);
    }
}

static void
gone_cb (DlWatch *watch, DlSession *self)
{
  DlLive *live = &self->live;

  if (live->arrival.loaded != NULL)
    take_kept_arrival (self);
  else if (live->rereading)
    {
      live->rereading = FALSE;
      dl_session_end_loading (self);
    }
  dl_arrival_clear (&live->arrival);
  if (live->watch == watch)
    dl_session_set_file_state (self, DL_FILE_GONE, NULL);
}

void
dl_session_stop_watching (DlSession *self)
{
  DlLive *live = &self->live;

  live->rereading = FALSE;
  live->holding = FALSE;
  live->n_overtaken = 0;
  dl_arrival_clear (&live->arrival);
  stop_watching_others (self);
  if (live->watch == NULL)
    return;
  g_signal_handlers_disconnect_by_data (live->watch, self);
  g_clear_object (&live->watch);
}

/* The first file that can be watched; nullable. */
static GFile *
find_watchable (DlSession *self)
{
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (dl_watch_can (self->files->pdata[i]))
      return self->files->pdata[i];
  return NULL;
}

void
dl_session_start_watching (DlSession *self)
{
  DlLive *live = &self->live;
  GFile  *file = find_watchable (self);

  dl_session_stop_watching (self);
  /* Who wants to be asked is asked by the page that says what is wrong. */
  if (self->file == NULL && self->asked != NULL && live->reread == DL_REREAD_AT_ONCE)
    watch_others (self);
  if (live->reread == DL_REREAD_NEVER || file == NULL)
    return;
  live->watch = dl_watch_new (file, find_stamp (self->loaded, file));
  g_signal_connect (live->watch, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (live->watch, "gone", G_CALLBACK (gone_cb), self);
  g_signal_connect (live->watch, "settled", G_CALLBACK (settled_cb), self);
  watch_others (self);
}

/* What cannot be read */

void
dl_session_take_unread (DlSession *self, const char *failures)
{
  if (failures == NULL && self->unread->len == 0)
    return;
  g_ptr_array_unref (self->unread);
  self->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  dl_problem_add_failures (self->unread, failures);
}

void
dl_session_forget_unread (DlSession *self)
{
  char           **lines = self->loaded == NULL ? NULL : self->loaded->failures;
  g_autofree char *failures = lines == NULL ? NULL : g_strjoinv ("\n", lines);

  dl_session_take_unread (self, failures);
}

GPtrArray *
dl_session_get_unread (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->unread;
}

void
dl_session_set_file_state (DlSession *self, DlFileState state, const char *failure)
{
  DlLive *live = &self->live;

  if (live->state == state && g_strcmp0 (live->failure, failure) == 0)
    return;
  live->state = state;
  if (state == DL_FILE_SAVED || state == DL_FILE_GONE)
    dl_session_forget_unread (self);
  g_free (live->failure);
  live->failure = g_strdup (failure);
  g_signal_emit_by_name (self, "file-state-changed");
}

void
dl_session_set_reread (DlSession *self, DlReread reread)
{
  DlLive *live;

  g_return_if_fail (DL_IS_SESSION (self));
  live = &self->live;
  if (live->reread == reread)
    return;
  live->reread = reread;
  if (live->rereading)
    dl_session_cancel (self);
  /* With the first look of a new watch comes what has happened before. */
  dl_session_start_watching (self);
  dl_session_set_file_state (self, DL_FILE_AS_READ, NULL);
}

DlFileState
dl_session_get_file_state (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_FILE_AS_READ);
  return self->live.state;
}

const char *
dl_session_get_file_failure (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->live.failure;
}

gboolean
dl_session_get_rereading (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->live.rereading;
}

void
dl_session_look_at_file (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (self->live.watch != NULL)
    dl_watch_look (self->live.watch);
  else
    for (guint i = 0; self->live.others != NULL && i < self->live.others->len; i++)
      dl_watch_look (self->live.others->pdata[i]);
}

static void
note_written (DlSession *self, DlWatch *watch, GFile *file)
{
  if (!dl_session_is_same_file (dl_watch_get_file (watch), file))
    return;
  dl_watch_wrote (watch);
  if (self->loaded != NULL)
    keep_stamp (self->loaded, dl_watch_get_file (watch), dl_watch_get_stamp (watch));
}

void
dl_session_wrote (DlSession *self, GFile *file)
{
  DlLive *live;

  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));
  live = &self->live;
  if (live->watch != NULL)
    note_written (self, live->watch, file);
  for (guint i = 0; live->others != NULL && i < live->others->len; i++)
    note_written (self, live->others->pdata[i], file);
}

/* News */

static void
stop_timer (DlLive *live)
{
  if (live->timer != NULL)
    g_source_destroy (live->timer);
  g_clear_pointer (&live->timer, g_source_unref);
}

void
dl_session_find_news (DlSession *self)
{
  DlLive *live = &self->live;

  g_clear_pointer (&live->added, dl_event_set_unref);
  g_clear_pointer (&live->changed, dl_event_set_unref);
  if (live->changes == NULL || self->timeline == NULL)
    return;
  live->added = dl_timeline_find_events (self->timeline, live->changes->timeline, live->changes->added);
  live->changed = dl_timeline_find_events (self->timeline, live->changes->timeline, live->changes->changed);
}

void
dl_session_clear_news (DlSession *self)
{
  stop_timer (&self->live);
  g_clear_pointer (&self->live.changes, dl_timeline_changes_free);
  dl_session_find_news (self);
}

/* The timeline that they are of is told to be open later on. What was news before and is
 * not seen yet still is, where nothing is now. */
void
dl_session_take_news (DlSession *self, DlTimelineChanges *changes)
{
  if (dl_timeline_changes_is_empty (changes))
    {
      dl_timeline_changes_free (changes);
      return;
    }
  dl_session_clear_news (self);
  self->live.changes = changes;
}

static gboolean
forget_cb (gpointer data)
{
  DlSession *self = data;

  dl_session_clear_news (self);
  g_signal_emit_by_name (self, "news-changed");
  return G_SOURCE_REMOVE;
}

void
dl_session_see_news (DlSession *self)
{
  DlLive *live;

  g_return_if_fail (DL_IS_SESSION (self));
  live = &self->live;
  if (live->changes == NULL || live->timer != NULL)
    return;
  live->timer = g_timeout_source_new_seconds (NEWS_SECONDS);
  g_source_set_callback (live->timer, forget_cb, self, NULL);
  g_source_set_static_name (live->timer, "[dateline] news");
  g_source_attach (live->timer, g_main_context_get_thread_default ());
}

/* @events: (inout): but for one */
static void
leave_out (DlEventSet **events, DlTimeline *timeline, guint position)
{
  DlEventSet *others = dl_event_set_new (dl_timeline_get_n_events (timeline));

  for (guint i = dl_event_set_step (*events, DL_NONE, 1); i != DL_NONE; i = dl_event_set_step (*events, i, 1))
    if (i != position)
      dl_event_set_add (others, i);
  dl_event_set_unref (*events);
  *events = others;
}

void
dl_session_see_selected (DlSession *self)
{
  DlLive *live = &self->live;
  guint   selected = dl_session_get_selected_position (self);
  guint   position;

  if (selected == DL_NONE || live->changes == NULL ||
      !((live->added != NULL && dl_event_set_contains (live->added, selected)) ||
        (live->changed != NULL && dl_event_set_contains (live->changed, selected))))
    return;
  position = dl_timeline_find (live->changes->timeline, dl_event_get_id (self->selected));
  leave_out (&live->changes->added, live->changes->timeline, position);
  leave_out (&live->changes->changed, live->changes->timeline, position);
  dl_session_find_news (self);
  g_signal_emit_by_name (self, "news-changed");
}

DlEventSet *
dl_session_get_added (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->live.added;
}

DlEventSet *
dl_session_get_changed (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->live.changed;
}

const char *
dl_session_get_news_label (DlSession *self, guint position)
{
  DlLive *live;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  live = &self->live;
  if (live->added != NULL && dl_event_set_contains (live->added, position))
    /* Translators: an event that has come into the file since it was saved again. */
    return C_ ("event", "New");
  if (live->changed != NULL && dl_event_set_contains (live->changed, position))
    /* Translators: an event that says something else since the file was saved again. */
    return C_ ("event", "Changed");
  return NULL;
}
