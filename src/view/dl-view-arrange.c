/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which events have their label where: small timelines at once, large ones on
 * a thread. */
#include "base/dl-parallel.h"
#include "view/dl-view-private.h"

/* Larger timelines are arranged on a thread. */
#define ARRANGE_AT_ONCE 4000
/* The same where others have saved the file: what one looks at is not to go away for a moment. */
#define ARRANGE_AT_ONCE_AGAIN 40000

/* The view may be gone before the thread is done, which cancels the job; only
 * the view's thread looks at it, and only while its @arranging is this job's. */
typedef struct
{
  gatomicrefcount  ref_count;
  GWeakRef         view;
  GMainContext    *context;
  DlTimeline      *timeline;
  DlTextMeasure   *measure;
  DlArrangeOptions options;
  DlArrangement   *arrangement; /* once it is there */
  GCancellable    *cancellable;
} Job;

static Job *
job_ref (Job *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static gboolean
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_object_unref (self->cancellable);
  g_object_unref (self->timeline);
  dl_text_measure_free (self->measure);
  dl_arrange_options_clear (&self->options);
  g_weak_ref_clear (&self->view);
  g_main_context_unref (self->context);
  g_free (self);
  return G_SOURCE_REMOVE;
}

/* The timeline may go with it, so it goes in the view's thread, whoever lets go last. */
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

static void
take_arrangement (DlView *self, DlArrangement *arrangement)
{
  gboolean kept = self->has_kept && arrangement != NULL;

  dl_view_replace_arrangement (self, arrangement);
  dl_view_changed (self);
  /* It keeps the timeline that it was of. */
  if (arrangement != NULL)
    g_clear_pointer (&self->still, dl_scene_unref);
  /* What one looked at has nothing left in it that a filter lets through. */
  if (kept && dl_viewport_inside_fold (&self->viewport) != DL_NO_FOLD)
    {
      self->has_kept = TRUE;
      dl_view_check_fold (self);
    }
}

static gboolean
arranged_cb (gpointer data)
{
  Job               *job = data;
  g_autoptr (DlView) self = g_weak_ref_get (&job->view);

  if (self != NULL && self->arranging == job->cancellable)
    {
      g_clear_object (&self->arranging);
      take_arrangement (self, g_steal_pointer (&job->arrangement));
    }
  return G_SOURCE_REMOVE;
}

static void
arrange_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  /* Many may wait for a thread where one choice follows the other. */
  if (!g_cancellable_is_cancelled (job->cancellable))
    {
      job->arrangement = dl_arrangement_new (job->timeline, job->measure, &job->options);
      dl_call_in (job->context, arranged_cb, job_ref (job), job_unref);
    }
  g_task_return_boolean (task, TRUE);
}

void
dl_view_stop_arranging (DlView *self)
{
  if (self->arranging != NULL)
    g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
}

static void
arrange_on_thread (DlView *self)
{
  g_autoptr (GTask) task = NULL;
  Job              *job = g_new0 (Job, 1);

  self->arranging = g_cancellable_new ();
  g_atomic_ref_count_init (&job->ref_count);
  g_weak_ref_init (&job->view, self);
  job->context = g_main_context_ref (self->context);
  job->timeline = g_object_ref (self->timeline);
  job->measure = dl_text_measure_fork (self->measure);
  dl_arrange_options_copy (&self->options, &job->options);
  job->cancellable = g_object_ref (self->arranging);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, arrange_on_thread);
  g_task_set_task_data (task, job, job_unref);
  g_task_run_in_thread (task, arrange_thread);
}

void
dl_view_arrange (DlView *self)
{
  guint at_once = dl_session_get_rereading (self->session) ? ARRANGE_AT_ONCE_AGAIN : ARRANGE_AT_ONCE;

  dl_view_stop_arranging (self);
  dl_arrange_options_clear (&self->options);
  dl_lane_options_copy (dl_session_get_lane_options (self->session), &self->options.lanes);
  if (self->pointing)
    {
      dl_lane_options_clear (&self->options.lanes);
      self->options.lanes.field = DL_LANES_NONE;
    }
  self->options.fold = self->fold;
  self->options.opened = self->opened;
  self->options.has_today = TRUE;
  self->options.today = dl_view_get_today ();
  /* Positions are those of the session's timeline. */
  if (self->timeline == dl_session_get_timeline (self->session) && dl_session_get_shown (self->session) != NULL)
    self->options.shown = dl_event_set_ref (dl_session_get_shown (self->session));
  if (self->timeline == NULL || self->measure == NULL)
    {
      take_arrangement (self, NULL);
      return;
    }
  g_debug ("arranging %u events %s", dl_timeline_get_n_events (self->timeline),
           dl_timeline_get_n_events (self->timeline) <= at_once ? "at once" : "on a thread");
  if (dl_timeline_get_n_events (self->timeline) <= at_once)
    {
      take_arrangement (self, dl_arrangement_new (self->timeline, self->measure, &self->options));
      return;
    }
  arrange_on_thread (self);
  if (self->arrangement != NULL && dl_arrangement_get_timeline (self->arrangement) != self->timeline)
    take_arrangement (self, NULL);
}
