/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-filtering.h"

#include "model/dl-telling.h"

typedef struct
{
  DlTimeline *whole;
  DlFilter   *filter;
  gboolean    hides;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->whole);
  dl_filter_free (job->filter);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, dl_filtered_new (job->whole, job->filter, job->hides),
                           (GDestroyNotify) dl_filtered_free);
}

void
dl_filtered_free (DlFiltered *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  g_free (self);
}

DlFiltered *
dl_filtered_new (DlTimeline *whole, const DlFilter *filter, gboolean hides)
{
  DlFiltered *self = g_new0 (DlFiltered, 1);

  if (hides)
    {
      g_auto (DlTelling) telling = { NULL, dl_filter_copy (filter) };
      DlZone            *zone = dl_timeline_get_zone (whole);

      telling.zone = zone == NULL ? NULL : dl_zone_ref (zone);
      self->timeline = dl_timeline_new_told (whole, &telling);
    }
  else
    {
      self->timeline = g_object_ref (whole);
      self->shown = dl_filter_match (filter, whole);
    }
  return self;
}

void
dl_filtered_new_async (DlTimeline         *whole,
                       const DlFilter     *filter,
                       gboolean            hides,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job              *job = g_new (Job, 1);

  *job = (Job){ g_object_ref (whole), dl_filter_copy (filter), hides };
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_job);
}

DlFiltered *
dl_filtered_new_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
