/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "session/dl-session-private.h"
#include "session/dl-session-state.h"

void
dl_session_end_loading (DlSession *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  g_clear_pointer (&self->loading_state, g_variant_unref);
  g_object_notify (G_OBJECT (self), "loading");
}

/* What the reader had chosen for a file that is opened again. @id: (inout): of what is selected */
static void
take_loading_state (DlSession *self, char **id)
{
  DlZone   *zone;
  DlFilter *filter;

  if (self->loading_state == NULL)
    return;
  dl_lane_options_clear (&self->lanes);
  dl_session_state_get_lanes (self->loading_state, &self->lanes);
  filter = dl_session_state_get_filter (self->loading_state, &self->hides);
  if (filter != NULL)
    {
      dl_filter_free (self->filter);
      self->filter = filter;
    }
  if (dl_session_state_get_zone (self->loading_state, &zone))
    {
      g_clear_pointer (&self->telling.zone, dl_zone_unref);
      self->telling.zone = zone;
    }
  g_free (*id);
  *id = NULL;
  g_variant_lookup (self->loading_state, "selected", "s", id);
}

/* Whether it is the open file that is being loaded. */
static gboolean
is_same_file_again (DlSession *self)
{
  return self->file != NULL && g_file_equal (self->file, self->loading_file);
}

/* What the selected event is called in @now. Returns: (transfer full) (nullable) */
static char *
dup_selected_id (DlSession *self, DlTimeline *now)
{
  guint position;

  if (self->selected == NULL)
    return NULL;
  position = dl_timeline_find (self->loaded->timeline, dl_event_get_id (self->selected));
  position = dl_timeline_find_again (now, self->loaded->timeline, position);
  return position == DL_NONE ? NULL : g_strdup (dl_timeline_get_record (now, position)->id);
}

static void
take_loaded (DlSession *self, DlLoaded *loaded)
{
  gboolean         same_file = is_same_file_again (self);
  gboolean         anew = !same_file || self->loading_state != NULL;
  g_autofree char *id = same_file ? dup_selected_id (self, loaded->timeline) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (!same_file)
    {
      dl_lane_options_clear (&self->lanes);
      dl_filter_free (self->filter);
      self->filter = dl_filter_new ();
    }
  take_loading_state (self, &id);
  if (anew)
    dl_session_clear_news (self);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->loaded, dl_loaded_free);
  self->loaded = loaded;
  dl_session_take_timeline (self);
  g_set_object (&self->file, self->loading_file);
  dl_session_select_by_id (self, id);
  g_object_notify (G_OBJECT (self), "timeline");
  g_object_notify (G_OBJECT (self), "file");
  g_object_notify (G_OBJECT (self), "selected");
  dl_session_end_loading (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (anew)
    g_signal_emit_by_name (self, "lanes-changed");
  g_signal_emit_by_name (self, "filter-changed");
}

void
dl_session_take_arrival (DlSession *self, DlArrival *arrival)
{
  gboolean         again = is_same_file_again (self);
  gboolean         rereading = self->live.rereading;
  gboolean         has_range;
  g_autofree char *words = NULL;

  if (arrival->loaded == NULL)
    {
      self->live.rereading = FALSE;
      dl_session_end_loading (self);
      if (rereading)
        dl_session_set_file_state (self, DL_FILE_BROKEN, arrival->failure);
      else
        {
          g_signal_emit_by_name (self, "failed", arrival->failure);
          dl_session_look_at_file (self);
        }
      dl_arrival_clear (arrival);
      return;
    }
  if (arrival->changes != NULL)
    {
      words = dl_timeline_changes_dup_words (arrival->changes);
      dl_session_take_news (self, g_steal_pointer (&arrival->changes));
    }
  has_range = rereading && self->has_range;
  take_loaded (self, g_steal_pointer (&arrival->loaded));
  self->live.rereading = FALSE;
  /* Nobody has asked for it to end. */
  if (has_range)
    dl_session_measure_range (self, self->range_from, self->range_to, self->range_unit);
  dl_arrival_clear (arrival);
  if (!rereading)
    dl_session_start_watching (self);
  dl_session_set_file_state (self, DL_FILE_AS_READ, NULL);
  if (again)
    g_signal_emit_by_name (self, "reread", words);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlSession) self = data;
  g_autoptr (GError)    error = NULL;
  DlLoaded             *loaded = dl_load_file_finish (result, &error);
  DlArrival             arrival = { .is_there = TRUE };

  /* Another load was begun, or this one given up: what came is not wanted. */
  if (G_FILE (source) != self->loading_file || g_cancellable_is_cancelled (self->cancellable))
    {
      g_debug ("a load that was given up has ended");
      dl_loaded_free (loaded);
      return;
    }
  if (loaded != NULL && is_same_file_again (self) && self->loading_state == NULL)
    {
      dl_session_compare (self, loaded);
      return;
    }
  arrival.loaded = loaded;
  arrival.failure = error == NULL ? NULL : g_strdup (error->message);
  dl_session_arrive (self, &arrival);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  g_signal_emit_by_name (data, "progress", done, total);
}

GFile *
dl_session_get_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->file;
}

gboolean
dl_session_is_same_file (GFile *a, GFile *b)
{
  const char      *path = g_file_peek_path (a);
  const char      *other = g_file_peek_path (b);
  g_autofree char *real = path == NULL ? NULL : realpath (path, NULL);
  g_autofree char *other_real = other == NULL ? NULL : realpath (other, NULL);

  return g_file_equal (a, b) || (real != NULL && g_strcmp0 (real, other_real) == 0);
}

gboolean
dl_session_has_file (DlSession *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  own = self->loading_file != NULL ? self->loading_file : self->file;
  return own != NULL && dl_session_is_same_file (own, file);
}

gboolean
dl_session_get_loading (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->loading_file != NULL;
}

GPtrArray *
dl_session_get_problems (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->loaded == NULL ? NULL : self->loaded->problems;
}

guint
dl_session_get_n_lost (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);
  return self->loaded == NULL ? 0 : self->loaded->n_events_lost;
}

guint
dl_session_get_n_in_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);
  return self->loaded == NULL ? 0 : self->loaded->n_events_in_file;
}

void
dl_session_open (DlSession *self, GFile *file)
{
  dl_session_open_with_state (self, file, NULL);
}

void
dl_session_open_with_state (DlSession *self, GFile *file, GVariant *state)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (state == NULL || g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));
  dl_session_stop_rereading (self);
  dl_session_begin_loading (self, file, state);
}

void
dl_session_begin_loading (DlSession *self, GFile *file, GVariant *state)
{
  if (self->cancellable != NULL)
    {
      g_debug ("loading is given up for another file");
      g_cancellable_cancel (self->cancellable);
    }
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  self->cancellable = g_cancellable_new ();
  /* A new object each time, so that its callback knows whether it is the last. */
  self->loading_file = g_file_dup (file);
  g_clear_pointer (&self->loading_state, g_variant_unref);
  self->loading_state = state == NULL ? NULL : g_variant_ref_sink (state);
  g_object_notify (G_OBJECT (self), "loading");
  dl_load_file_async (self->loading_file, self->cancellable, progress_cb, self, loaded_cb, g_object_ref (self));
}

void
dl_session_reload (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (self->file != NULL)
    dl_session_open (self, self->file);
}

void
dl_session_cancel (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (self->cancellable == NULL)
    return;
  g_debug ("loading is given up");
  g_cancellable_cancel (self->cancellable);
  dl_session_end_loading (self);
  if (self->live.rereading)
    dl_session_set_file_state (self, DL_FILE_SAVED, NULL);
  dl_session_stop_rereading (self);
  dl_session_look_at_file (self);
}
