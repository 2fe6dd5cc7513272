/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where labels stand: they follow while the view moves, and settle when it has
 * come to rest. */
#include "view/dl-view-private.h"

/* The view is at rest when it has not moved for this long. */
#define UNTIL_REST_MSEC 400

/* Settling so that one can follow. */
#define SETTLE_USEC (200 * G_TIME_SPAN_MILLISECOND)

/* The labels of larger timelines are placed on a thread when they settle. */
#define SETTLE_AT_ONCE 20000

static void
clear_rest (DlView *self)
{
  if (self->rest == NULL)
    return;
  g_source_destroy (self->rest);
  g_clear_pointer (&self->rest, g_source_unref);
}

static void
stop_placing (DlView *self)
{
  if (self->placing != NULL)
    g_cancellable_cancel (self->placing);
  g_clear_object (&self->placing);
}

/* What settles is where it is going to be. */
static void
finish_settling (DlView *self)
{
  if (self->settled == NULL)
    return;
  g_clear_pointer (&self->placement, dl_placement_unref);
  g_clear_pointer (&self->unsettled, dl_placement_unref);
  self->placement = g_steal_pointer (&self->settled);
  if (!self->flying)
    self->scroll = dl_view_limit_scroll (self, self->settle_scroll_to);
}

void
dl_view_clear_placement (DlView *self)
{
  clear_rest (self);
  stop_placing (self);
  dl_view_put_scene_away (self);
  g_clear_pointer (&self->placement, dl_placement_unref);
  g_clear_pointer (&self->unsettled, dl_placement_unref);
  g_clear_pointer (&self->settled, dl_placement_unref);
  self->followed = FALSE;
}

void
dl_view_stop_resting (DlView *self)
{
  clear_rest (self);
  stop_placing (self);
}

static gboolean
rested_cb (gpointer data)
{
  DlView *self = data;

  g_clear_pointer (&self->rest, g_source_unref);
  dl_view_end_gesture (self);
  dl_view_settle (self, self->animated);
  dl_view_arrive (self);
  return G_SOURCE_REMOVE;
}

void
dl_view_start_resting (DlView *self)
{
  dl_view_stop_resting (self);
  /* What is held has not come to rest, however long it is held still. */
  if (!self->followed || self->flying || self->dragging || self->pinching)
    return;
  self->rest = g_timeout_source_new (UNTIL_REST_MSEC);
  g_source_set_callback (self->rest, rested_cb, self, NULL);
  g_source_attach (self->rest, self->context);
}

static void
follow (DlView *self, DlPlacement **placement)
{
  DlPlacement *old = *placement;

  *placement = dl_placement_follow (old, self->measure, dl_timeline_get_zone (self->timeline), &self->viewport);
  dl_placement_unref (old);
}

static void
show_between (DlView *self)
{
  g_clear_pointer (&self->placement, dl_placement_unref);
  self->placement = dl_placement_between (self->unsettled, self->settled, self->settle_progress);
}

void
dl_view_follow (DlView *self)
{
  dl_view_stop_resting (self);
  if (self->placement == NULL || !self->has_viewport)
    return;
  self->followed = TRUE;
  /* What moves while it settles goes on settling: nothing jumps. */
  if (self->settled != NULL)
    {
      follow (self, &self->settled);
      show_between (self);
    }
  else
    follow (self, &self->placement);
  dl_view_start_resting (self);
}

/* What stays where it is on the screen while it settles, as far as there is
 * something to scroll: the selected event where its label is in sight, else the
 * first lane. Returns: how much lower that stands in @to than in @from */
static double
find_drop (DlView *self, DlPlacement *from, DlPlacement *to)
{
  guint  selected = dl_session_get_selected_position (self->session);
  guint  n_lanes = dl_arrangement_get_n_lanes (self->arrangement);
  double page = dl_view_get_page_height (self);
  guint  lane, item;

  if (from == NULL || self->scroll <= 0)
    return 0;
  if (selected != DL_NONE)
    {
      const DlLabel *before, *after;

      dl_view_locate (self, selected, &lane, &item);
      before = dl_placement_find (from, lane, item);
      after = dl_placement_find (to, lane, item);
      if (before != NULL && after != NULL)
        {
          double y = dl_placement_get_lane (from, lane)->y + (double) before->y;

          if (y + (double) before->height > self->scroll && y < self->scroll + page)
            return dl_placement_get_lane (to, lane)->y + (double) after->y - y;
        }
    }
  for (lane = 0; lane < n_lanes; lane++)
    {
      const DlPlacedLane *before = dl_placement_get_lane (from, lane);

      if (before->y + before->height > self->scroll)
        return before->y < self->scroll ? 0 : dl_placement_get_lane (to, lane)->y - before->y;
    }
  return 0;
}

/* Whether anything stands higher or lower in @to than in @from. */
static gboolean
differs (DlView *self, DlPlacement *from, DlPlacement *to)
{
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const DlPlacedLane *old = dl_placement_get_lane (from, i);
      const DlPlacedLane *lane = dl_placement_get_lane (to, i);

      if (old->y != lane->y || old->height != lane->height || old->strip_y != lane->strip_y ||
          old->header_y != lane->header_y)
        return TRUE;
      for (guint j = 0; j < lane->labels->len; j++)
        {
          const DlLabel *label = &g_array_index (lane->labels, DlLabel, j);
          const DlLabel *before = dl_placement_find (from, i, label->item);

          if (before != NULL && before->y != label->y)
            return TRUE;
        }
    }
  return FALSE;
}

/* Takes @placement. */
static void
take_placement (DlView *self, DlPlacement *placement, gboolean animated)
{
  double drop, scroll;

  /* From where they are now, which may be on the way to somewhere else. */
  g_clear_pointer (&self->settled, dl_placement_unref);
  g_clear_pointer (&self->unsettled, dl_placement_unref);
  drop = find_drop (self, self->placement, placement);
  self->followed = FALSE;
  if (animated && self->placement != NULL &&
      dl_placement_get_arrangement (self->placement) == dl_placement_get_arrangement (placement) &&
      differs (self, self->placement, placement))
    {
      self->unsettled = dl_placement_ref (self->placement);
      self->settled = placement;
      self->settle_started = FALSE;
      self->settle_progress = 0;
      self->settle_scroll_from = self->scroll;
      show_between (self);
    }
  else
    {
      g_clear_pointer (&self->placement, dl_placement_unref);
      self->placement = placement;
    }
  if (self->flying)
    return;
  scroll = self->scroll;
  self->scroll = dl_view_limit_scroll (self, scroll + drop);
  if (self->revealed != DL_NONE)
    self->scroll = dl_view_scroll_for_event (self, self->revealed);
  else if (self->landing >= 0)
    self->scroll = dl_view_limit_scroll (self, self->landing);
  self->revealed = DL_NONE;
  self->landing = -1;
  self->settle_scroll_to = self->scroll;
  if (self->settled != NULL)
    self->scroll = scroll;
}

static void
fill_input (DlView *self, DlLayoutInput *input)
{
  dl_view_fill_input (self, input);
  input->placement = NULL;
}

void
dl_view_settle_now (DlView *self)
{
  DlLayoutInput input;

  dl_view_stop_resting (self);
  if (self->arrangement == NULL || !self->has_viewport || self->height <= 0)
    return;
  fill_input (self, &input);
  take_placement (self, dl_layout_place (&input), FALSE);
}

/* On a thread */

typedef struct
{
  GWeakRef      view;
  DlLayoutInput input; /* owns its arrangement and its measure */
  DlTimeline   *timeline;
  GMainContext *context;
  GCancellable *cancellable;
  DlPlacement  *placement;
} Job;

static gboolean
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->placement, dl_placement_unref);
  dl_arrangement_unref (self->input.arrangement);
  dl_text_measure_free (self->input.measure);
  g_object_unref (self->cancellable);
  g_object_unref (self->timeline);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->view);
  g_free (self);
  return G_SOURCE_REMOVE;
}

static gboolean
placed_cb (gpointer data)
{
  Job               *job = data;
  g_autoptr (DlView) self = g_weak_ref_get (&job->view);

  /* What has moved on meanwhile has cancelled it. */
  if (self != NULL && self->placing == job->cancellable)
    {
      g_clear_object (&self->placing);
      take_placement (self, g_steal_pointer (&job->placement), self->animated);
      dl_view_changed (self);
    }
  return G_SOURCE_REMOVE;
}

static void
free_job (gpointer data)
{
  job_free (data);
}

static void
place_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job     *job = task_data;
  GSource *source = g_idle_source_new ();

  if (!g_cancellable_is_cancelled (job->cancellable))
    job->placement = dl_layout_place (&job->input);
  /* The timeline may go with it, so it goes in the view's thread. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, placed_cb, job, free_job);
  g_source_attach (source, job->context);
  g_source_unref (source);
  g_task_return_boolean (task, TRUE);
}

static void
settle_on_thread (DlView *self)
{
  g_autoptr (GTask) task = NULL;
  Job              *job = g_new0 (Job, 1);

  self->placing = g_cancellable_new ();
  g_weak_ref_init (&job->view, self);
  fill_input (self, &job->input);
  job->input.arrangement = dl_arrangement_ref (self->arrangement);
  job->input.measure = dl_text_measure_fork (self->measure);
  job->timeline = g_object_ref (self->timeline);
  job->context = g_main_context_ref (self->context);
  job->cancellable = g_object_ref (self->placing);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, settle_on_thread);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, place_thread);
}

void
dl_view_settle (DlView *self, gboolean animated)
{
  DlLayoutInput input;

  dl_view_stop_resting (self);
  if (self->arrangement == NULL || !self->has_viewport || self->height <= 0)
    return;
  if (dl_timeline_get_n_events (self->timeline) > SETTLE_AT_ONCE && self->placement != NULL)
    {
      dl_view_follow (self);
      clear_rest (self);
      settle_on_thread (self);
    }
  else
    {
      fill_input (self, &input);
      take_placement (self, dl_layout_place (&input), animated);
    }
  dl_view_changed (self);
}

void
dl_view_rest (DlView *self)
{
  g_return_if_fail (DL_IS_VIEW (self));
  dl_view_stop (self);
  dl_view_end_gesture (self);
  dl_view_arrive (self);
  if (dl_view_get_at_rest (self))
    return;
  if (self->followed)
    dl_view_settle_now (self);
  finish_settling (self);
  dl_view_changed (self);
}

gboolean
dl_view_get_at_rest (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  return self->placement != NULL && !self->flying && !self->followed && self->settled == NULL;
}

gboolean
dl_view_get_settling (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  return self->settled != NULL;
}

gboolean
dl_view_advance_settling (DlView *self, gint64 time)
{
  double t;

  if (self->settled == NULL)
    return FALSE;
  if (!self->settle_started)
    self->settle_start = time;
  self->settle_started = TRUE;
  t = CLAMP ((double) (time - self->settle_start) / (double) SETTLE_USEC, 0, 1);
  if (t >= 1)
    {
      finish_settling (self);
      return TRUE;
    }
  self->settle_progress = 1 - (1 - t) * (1 - t) * (1 - t);
  show_between (self);
  if (!self->flying)
    self->scroll =
      self->settle_scroll_from + (self->settle_scroll_to - self->settle_scroll_from) * self->settle_progress;
  return TRUE;
}
