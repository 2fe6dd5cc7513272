/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One text of several files that are open. */
#include "formats/dl-joined.h"
#include "session/dl-session-private.h"

/* What is to be made one, and what came of it. */
typedef struct
{
  DlTimeline *timeline;
  GPtrArray  *texts;
  GPtrArray  *notes;
} Join;

static void
join_free (gpointer data)
{
  Join *join = data;

  g_object_unref (join->timeline);
  g_ptr_array_unref (join->texts);
  g_clear_pointer (&join->notes, g_ptr_array_unref);
  g_free (join);
}

static void
join_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Join   *join = data;
  GError *error = NULL;
  GBytes *text = dl_join (join->timeline, join->texts, join->notes, cancellable, &error);

  if (text != NULL)
    g_task_return_pointer (task, text, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

gboolean
dl_session_can_join (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->loaded != NULL && self->loaded->own_texts != NULL;
}

void
dl_session_join_async (DlSession *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Join             *join;

  g_return_if_fail (dl_session_can_join (self));
  task = g_task_new (self, NULL, callback, data);
  join = g_new (Join, 1);
  join->timeline = g_object_ref (self->loaded->timeline);
  join->texts = g_ptr_array_ref (self->loaded->own_texts);
  join->notes = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, dl_session_join_async);
  g_task_set_name (task, "[dateline] join");
  g_task_set_task_data (task, join, join_free);
  g_task_run_in_thread (task, join_thread);
}

GBytes *
dl_session_join_finish (DlSession *self, GAsyncResult *result, GPtrArray **notes, GError **error)
{
  Join *join;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == dl_session_join_async, NULL);
  join = g_task_get_task_data (G_TASK (result));
  if (notes != NULL)
    *notes = g_steal_pointer (&join->notes);
  return g_task_propagate_pointer (G_TASK (result), error);
}
