/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-filtering.h"
#include "session/dl-session-private.h"

void
dl_session_give_up_filtering (DlSession *self)
{
  if (self->filtering != NULL)
    g_cancellable_cancel (self->filtering);
  g_clear_object (&self->filtering);
}

/* @filtered: (transfer full). Keeps what is selected where it is in it. */
static void
take_filtered (DlSession *self, DlFiltered *filtered)
{
  g_clear_pointer (&self->shown, dl_event_set_unref);
  self->shown = g_steal_pointer (&filtered->shown);
  if (filtered->timeline != self->timeline)
    {
      g_autofree char *id = self->selected == NULL ? NULL : g_strdup (dl_event_get_id (self->selected));

      dl_session_clear_measure (self);
      g_set_object (&self->timeline, filtered->timeline);
      dl_session_select_by_id (self, id);
      g_object_notify (G_OBJECT (self), "timeline");
      g_object_notify (G_OBJECT (self), "selected");
    }
  dl_filtered_free (filtered);
}

static void
filtered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlSession) self = data;
  DlFiltered           *filtered = dl_filtered_new_finish (result);

  if (g_task_get_cancellable (G_TASK (result)) != self->filtering || filtered == NULL)
    {
      dl_filtered_free (filtered);
      return;
    }
  g_clear_object (&self->filtering);
  take_filtered (self, filtered);
  g_signal_emit_by_name (self, "filter-changed");
}

/* Another filter, or another way with what it does not let through. */
static void
filter_again (DlSession *self)
{
  dl_session_give_up_filtering (self);
  if (self->whole == NULL)
    ;
  else if (dl_filter_is_empty (self->filter) || dl_timeline_get_n_events (self->whole) <= DL_FILTERING_AT_ONCE)
    take_filtered (self, dl_filtered_new (self->whole, self->filter, self->hides));
  else
    {
      g_debug ("a filter is put on in a thread");
      self->filtering = g_cancellable_new ();
      dl_filtered_new_async (self->whole, self->filter, self->hides, self->filtering, filtered_cb, g_object_ref (self));
    }
  g_signal_emit_by_name (self, "filter-changed");
}

void
dl_session_take_timeline (DlSession *self)
{
  DlFiltered *filtered;

  dl_session_clear_measure (self);
  dl_session_give_up_filtering (self);
  g_clear_object (&self->timeline);
  g_clear_object (&self->whole);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  self->whole = dl_timeline_new_told (self->loaded->timeline, &self->telling);
  filtered = dl_filtered_new (self->whole, self->filter, self->hides);
  self->timeline = g_steal_pointer (&filtered->timeline);
  self->shown = g_steal_pointer (&filtered->shown);
  dl_filtered_free (filtered);
}

static void
found_cb (DlSearch *search, gpointer data)
{
  g_signal_emit_by_name (data, "hits-changed");
}

/* The search of what is open now: begun anew where that has become another one.
 * Returns: (nullable): %NULL while nothing is searched for */
static DlSearch *
get_search (DlSession *self)
{
  if (self->search != NULL && !dl_search_is_of (self->search, self->timeline, self->shown))
    g_clear_pointer (&self->search, dl_search_free);
  if (self->search == NULL && self->query != NULL && self->timeline != NULL)
    self->search = dl_search_new (self->timeline, self->query, self->shown, found_cb, self);
  return self->search;
}

void
dl_session_search_again (DlSession *self)
{
  if (self->query == NULL)
    return;
  get_search (self);
  g_signal_emit_by_name (self, "hits-changed");
}

/* Searching */

void
dl_session_search (DlSession *self, DlQuery *query)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (query != NULL && dl_query_is_empty (query))
    query = NULL;
  if (query == self->query || (query != NULL && self->query != NULL &&
                               g_str_equal (dl_query_get_text (query), dl_query_get_text (self->query))))
    return;
  if (query != NULL)
    dl_query_ref (query);
  g_clear_pointer (&self->search, dl_search_free);
  g_clear_pointer (&self->query, dl_query_unref);
  self->query = query;
  get_search (self);
  g_signal_emit_by_name (self, "hits-changed");
}

DlQuery *
dl_session_get_query (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->query;
}

DlEventSet *
dl_session_get_hits (DlSession *self)
{
  DlSearch *search;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  search = get_search (self);
  return search == NULL ? NULL : dl_search_get_hits (search);
}

gboolean
dl_session_get_searched (DlSession *self)
{
  DlSearch *search;

  g_return_val_if_fail (DL_IS_SESSION (self), TRUE);
  search = get_search (self);
  return search == NULL || dl_search_get_done (search);
}

/* Filtering */

const DlFilter *
dl_session_get_filter (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->filter;
}

void
dl_session_set_filter (DlSession *self, const DlFilter *filter)
{
  DlFilter *taken;

  g_return_if_fail (DL_IS_SESSION (self));
  if (dl_filter_equal (self->filter, filter))
    return;
  taken = dl_filter_copy (filter);
  dl_filter_free (self->filter);
  self->filter = taken;
  filter_again (self);
}

gboolean
dl_session_get_filter_hides (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->hides;
}

void
dl_session_set_filter_hides (DlSession *self, gboolean hides)
{
  g_return_if_fail (DL_IS_SESSION (self));
  hides = hides != FALSE;
  if (self->hides == hides)
    return;
  self->hides = hides;
  filter_again (self);
}

gboolean
dl_session_get_filtering (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->filtering != NULL;
}

DlEventSet *
dl_session_get_shown (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->shown;
}

DlTimeline *
dl_session_get_whole (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->whole;
}
