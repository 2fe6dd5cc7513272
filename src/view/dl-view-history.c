/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Back and forth: where the view has been, and what it is told to look like. */
#include <math.h>
#include <string.h>

#include "view/dl-view-private.h"

/* Views that differ by less are the same one; pixels. */
#define SAME 1.0

/* What is scrolled by more of the page is seen anew. */
#define SCROLLED_AWAY 0.5

/* Stops */

static const char *
get_selected_id (DlView *self)
{
  DlEvent *selected = dl_session_get_selected (self->session);

  return selected == NULL ? NULL : dl_event_get_id (selected);
}

static void
fill_stop (DlView *self, const DlViewport *viewport, double scroll, const char *selected, DlStop *stop)
{
  *stop = (DlStop){ .from = dl_viewport_from (viewport),
                    .to = dl_viewport_to (viewport),
                    .scroll = scroll,
                    .opened = self->opened,
                    .selected = g_strdup (selected) };
}

static void
fill_stop_here (DlView *self, const char *selected, DlStop *stop)
{
  DlViewport viewport = dl_view_get_resting (self);

  fill_stop (self, &viewport, dl_view_get_resting_scroll (self), selected, stop);
}

static gboolean
same_folds (const DlOpenedFolds *a, const DlOpenedFolds *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (dl_instant_compare (a->from[i], b->from[i]) != 0 || dl_instant_compare (a->to[i], b->to[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Whether one sees the same at both, but for a little scrolling. */
static gboolean
same_view (DlView *self, const DlStop *a, const DlStop *b)
{
  DlViewport viewport = self->viewport;

  if (!same_folds (&a->opened, &b->opened) ||
      fabs (a->scroll - b->scroll) > dl_view_get_page_height (self) * SCROLLED_AWAY)
    return FALSE;
  dl_viewport_set_range (&viewport, b->from, b->to, self->viewport.width);
  return fabs (dl_viewport_x (&viewport, a->from)) < SAME &&
         fabs (dl_viewport_x (&viewport, a->to) - viewport.width) < SAME;
}

/* The present view as a stop of its own, or as what the current one is by now. */
static void
take_stop (DlView *self, const DlStop *stop, DlMoveKind kind)
{
  const DlStop *current = dl_history_get_current (self->history);

  if (current != NULL && same_view (self, current, stop) &&
      (kind != DL_MOVE_SELECT || g_strcmp0 (current->selected, stop->selected) == 0))
    dl_history_amend (self->history, stop);
  else
    dl_history_visit (self->history, stop, kind, g_get_monotonic_time ());
  g_signal_emit_by_name (self, "history-changed");
}

/* What is selected */

static void
stop_noting (DlView *self)
{
  if (self->noting != NULL)
    g_source_destroy (self->noting);
  g_clear_pointer (&self->noting, g_source_unref);
}

static void
note_now (DlView *self)
{
  stop_noting (self);
  g_free (self->noted_selected);
  self->noted_selected = g_strdup (get_selected_id (self));
}

static gboolean
noting_cb (gpointer data)
{
  note_now (data);
  return G_SOURCE_REMOVE;
}

/* What is selected and then moved to belongs to where that leads; where nothing
 * moves along, it is selected here. */
void
dl_view_note_selected (DlView *self)
{
  if (self->noting != NULL || self->unseen)
    return;
  self->noting = g_idle_source_new ();
  g_source_set_callback (self->noting, noting_cb, self, NULL);
  g_source_attach (self->noting, self->context);
}

void
dl_view_set_seen (DlView *self, gboolean seen)
{
  g_return_if_fail (DL_IS_VIEW (self));
  if (self->unseen == !seen)
    return;
  if (!seen)
    note_now (self);
  self->unseen = !seen;
  /* Who comes back moves to what is selected, or it is selected here. */
  if (seen)
    dl_view_note_selected (self);
}

/* Steps */

void
dl_view_leave (DlView *self)
{
  g_auto (DlStop) stop = { 0 };

  dl_view_end_gesture (self);
  if (self->left || !self->has_viewport)
    return;
  self->left = TRUE;
  fill_stop_here (self, self->noted_selected, &stop);
  if (dl_history_get_current (self->history) != NULL)
    dl_history_amend (self->history, &stop);
  else
    dl_history_visit (self->history, &stop, DL_MOVE_JUMP, g_get_monotonic_time ());
}

void
dl_view_visit (DlView *self, const DlViewport *viewport, double scroll, DlMoveKind kind)
{
  g_auto (DlStop) stop = { 0 };

  note_now (self);
  fill_stop (self, viewport, scroll, self->noted_selected, &stop);
  take_stop (self, &stop, kind);
}

void
dl_view_visit_here (DlView *self)
{
  g_auto (DlStop) stop = { 0 };

  note_now (self);
  fill_stop_here (self, self->noted_selected, &stop);
  take_stop (self, &stop, DL_MOVE_JUMP);
  dl_view_arrive (self);
}

void
dl_view_visit_selected (DlView *self)
{
  g_auto (DlStop) stop = { 0 };

  if (!self->has_viewport || g_strcmp0 (get_selected_id (self), self->noted_selected) == 0)
    return;
  /* Who has just selected it here has it from here. */
  if (!self->unseen)
    {
      note_now (self);
      return;
    }
  dl_view_leave (self);
  fill_stop_here (self, get_selected_id (self), &stop);
  take_stop (self, &stop, DL_MOVE_SELECT);
  note_now (self);
  dl_view_arrive (self);
}

void
dl_view_begin_gesture (DlView *self)
{
  if (self->gesturing)
    return;
  dl_view_stop_returning (self);
  dl_view_leave (self);
  self->gesturing = TRUE;
  g_signal_emit_by_name (self, "history-changed");
}

void
dl_view_end_gesture (DlView *self)
{
  g_auto (DlStop) stop = { 0 };

  if (!self->gesturing)
    return;
  self->gesturing = FALSE;
  self->left = FALSE;
  note_now (self);
  fill_stop_here (self, self->noted_selected, &stop);
  take_stop (self, &stop, DL_MOVE_GESTURE);
}

void
dl_view_arrive (DlView *self)
{
  if (!self->flying && !self->gesturing && !self->has_awaited && !self->has_returning && !self->going_home)
    self->left = FALSE;
}

/* Another file: what is kept of it comes with its timeline. */
static void
take_first (DlView *self)
{
  self->has_first = self->first_file != NULL && self->file != NULL && g_file_equal (self->first_file, self->file);
  if (!self->has_first)
    return;
  g_clear_object (&self->first_file);
  dl_stop_clear (&self->first);
  self->first = self->first_stop;
  self->first_stop = (DlStop){ 0 };
  if (self->fold)
    self->opened = self->first.opened;
  self->scroll = self->first.scroll;
}

void
dl_view_drop_history (DlView *self)
{
  stop_noting (self);
  dl_view_stop_returning (self);
  dl_history_clear (self->history);
  g_clear_pointer (&self->noted_selected, g_free);
  self->gesturing = FALSE;
  self->left = FALSE;
  self->going_home = FALSE;
}

void
dl_view_clear_history (DlView *self)
{
  dl_view_drop_history (self);
  take_first (self);
  g_signal_emit_by_name (self, "history-changed");
}

/* Going there */

void
dl_view_stop_returning (DlView *self)
{
  self->has_returning = FALSE;
  dl_stop_clear (&self->returning);
}

static void
fly_to_stop (DlView *self, const DlStop *stop)
{
  DlViewport viewport = self->viewport;

  dl_viewport_set_range (&viewport, stop->from, stop->to, viewport.width);
  dl_view_fly_back (self, &viewport, stop->scroll);
}

void
dl_view_go_on_returning (DlView *self)
{
  g_auto (DlStop) stop = { 0 };

  if (self->going_home)
    {
      self->going_home = FALSE;
      dl_view_visit_here (self);
    }
  if (!self->has_returning)
    return;
  stop = self->returning;
  self->returning = (DlStop){ 0 };
  self->has_returning = FALSE;
  fly_to_stop (self, &stop);
}

/* The current stop of the history is @stop. */
static void
return_to (DlView *self, const DlStop *stop)
{
  guint    selected = stop->selected == NULL ? DL_NONE : dl_timeline_find (self->timeline, stop->selected);
  gboolean folds = self->fold && !same_folds (&self->opened, &stop->opened);

  dl_session_select (self->session, selected);
  note_now (self);
  /* The keys go on from there. */
  self->jumped = selected == DL_NONE;
  if (self->jumped)
    self->last_selected = DL_NONE;
  self->has_awaited = FALSE;
  self->going_home = FALSE;
  dl_view_stop_returning (self);
  if (!folds && self->arranging == NULL)
    {
      fly_to_stop (self, stop);
      return;
    }
  dl_view_stop (self);
  self->at_home = FALSE;
  dl_stop_copy (stop, &self->returning);
  self->has_returning = TRUE;
  if (!folds)
    return;
  self->opened = stop->opened;
  dl_view_arrange (self);
}

gboolean
dl_view_can_go (DlView *self, int direction)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!self->has_viewport)
    return FALSE;
  if (self->gesturing)
    return direction < 0;
  return dl_history_can_go (self->history, direction);
}

gboolean
dl_view_go (DlView *self, int direction)
{
  const DlStop   *stop;
  g_auto (DlStop) here = { 0 };
  g_auto (DlStop) there = { 0 };

  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!self->has_viewport)
    return FALSE;
  dl_view_end_gesture (self);
  if (!self->unseen)
    note_now (self);
  if (!dl_history_can_go (self->history, direction))
    return FALSE;
  dl_view_leave (self);
  fill_stop_here (self, self->noted_selected, &here);
  /* Where nothing would be another one goes on. */
  do
    stop = dl_history_go (self->history, direction);
  while (g_strcmp0 (stop->selected, here.selected) == 0 && same_view (self, stop, &here) &&
         dl_history_can_go (self->history, direction));
  dl_stop_copy (stop, &there);
  g_debug ("going %s", direction < 0 ? "back" : "forth");
  return_to (self, &there);
  g_signal_emit_by_name (self, "history-changed");
  return TRUE;
}

/* States */

GVariant *
dl_view_dup_state (DlView *self)
{
  g_auto (DlStop)      stop = { 0 };
  g_autoptr (GVariant) place = NULL;
  GVariantDict         dict;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  if (!self->has_viewport)
    return NULL;
  if (self->has_returning)
    dl_stop_copy (&self->returning, &stop);
  else
    fill_stop_here (self, get_selected_id (self), &stop);
  place = g_variant_ref_sink (dl_stop_to_variant (&stop));
  g_variant_dict_init (&dict, place);
  g_variant_dict_insert (&dict, "fold", "b", self->fold);
  dl_session_add_state (self->session, &dict);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

void
dl_view_show_state (DlView *self, GVariant *state)
{
  g_auto (DlStop) stop = { 0 };
  gboolean        fold;

  g_return_if_fail (DL_IS_VIEW (self));
  g_return_if_fail (state != NULL);
  if (!self->has_viewport || !dl_stop_from_variant (state, &stop))
    return;
  dl_view_stop_returning (self);
  dl_view_leave (self);
  dl_session_apply_state (self->session, state);
  if (g_variant_lookup (state, "fold", "b", &fold))
    dl_view_set_fold (self, fold);
  if (!self->fold)
    stop.opened.n = 0;
  dl_history_visit (self->history, &stop, DL_MOVE_JUMP, g_get_monotonic_time ());
  return_to (self, &stop);
  g_signal_emit_by_name (self, "history-changed");
}

void
dl_view_open (DlView *self, GFile *const *files, guint n, GVariant *state)
{
  g_return_if_fail (DL_IS_VIEW (self));
  g_return_if_fail (files != NULL && n > 0);
  g_clear_object (&self->first_file);
  dl_stop_clear (&self->first_stop);
  if (state != NULL && dl_stop_from_variant (state, &self->first_stop))
    self->first_file = g_object_ref (files[0]);
  dl_session_open_files (self->session, files, n, state);
}
