/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/dl-view-private.h"

#include "model/dl-event-subset.h"

/* Where the reader has been, that can be gone back to. */
#define MAX_STOPS 100

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_FOLD,
  N_PROPS
};

enum
{
  CHANGED,
  HISTORY_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlView, dl_view, G_TYPE_OBJECT)

void
dl_view_put_scene_away (DlView *self)
{
  if (self->scene == NULL)
    return;
  g_clear_pointer (&self->still, dl_scene_unref);
  self->still = g_steal_pointer (&self->scene);
}

void
dl_view_changed (DlView *self)
{
  dl_view_put_scene_away (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* From the session */

static void
make_measure (DlView *self)
{
  g_clear_pointer (&self->measure, dl_text_measure_free);
  if (self->measure_func != NULL)
    self->measure = self->measure_func (self->timeline == NULL ? NULL : dl_timeline_get_language (self->timeline),
                                        self->measure_data);
}

/* Another filter, or who has saved the file again, has changed what there is, and so the
 * folds, but nobody has moved. */
static void
keep_time (DlView *self)
{
  if (!self->has_viewport || self->has_kept)
    return;
  self->has_kept = TRUE;
  self->at_home = FALSE;
  dl_view_get_destination (self, &self->kept_from, &self->kept_to);
}

static void
timeline_changed_cb (DlView *self)
{
  GFile      *file = dl_session_get_file (self->session);
  gboolean    again = self->file != NULL && file != NULL && g_file_equal (self->file, file);
  DlTimeline *whole = dl_session_get_whole (self->session);

  if (again)
    keep_time (self);
  else
    self->has_kept = FALSE;
  g_set_object (&self->timeline, dl_session_get_timeline (self->session));
  g_set_object (&self->whole, whole);
  g_set_object (&self->file, file);
  self->last_selected = DL_NONE;
  dl_view_end_walk (self);
  self->has_awaited = FALSE;
  dl_view_stop (self);
  /* A file that is read again is looked at where one was. */
  if (!again)
    {
      g_clear_pointer (&self->still, dl_scene_unref);
      g_clear_pointer (&self->scene, dl_scene_unref);
      self->has_viewport = FALSE;
      self->at_home = TRUE;
      dl_view_close_folds (self);
      self->scroll = 0;
      dl_view_clear_history (self);
    }
  else
    dl_view_note_selected (self);
  self->jumped = FALSE;
  make_measure (self);
  dl_view_arrange (self);
}

/* What is open has been saved as another file: one is still looking at it. */
static void
file_changed_cb (DlView *self)
{
  if (self->timeline == dl_session_get_timeline (self->session))
    g_set_object (&self->file, dl_session_get_file (self->session));
}

static void
selected_changed_cb (DlView *self)
{
  /* It is one of another timeline, of which one hears next. */
  if (self->timeline != dl_session_get_timeline (self->session))
    return;
  if (dl_session_get_selected (self->session) != NULL)
    self->last_selected = dl_session_get_selected_position (self->session);
  self->jumped = FALSE;
  dl_view_note_selected (self);
  dl_view_update_current_lane (self);
  dl_view_changed (self);
}

static void
lanes_changed_cb (DlView *self)
{
  if (self->timeline != dl_session_get_timeline (self->session) || self->pointing ||
      dl_lane_options_equal (&self->options.lanes, dl_session_get_lane_options (self->session)))
    return;
  dl_view_note_changes (self);
  dl_view_arrange (self);
}

static void
filter_changed_cb (DlView *self)
{
  if (self->timeline != dl_session_get_timeline (self->session) ||
      self->options.shown == dl_session_get_shown (self->session))
    return;
  dl_view_arrange (self);
}

/* Object */

static void
dl_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlView *self = DL_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_FOLD:
      g_value_set_boolean (value, self->fold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DlView *self = DL_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_FOLD:
      dl_view_set_fold (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_view_constructed (GObject *object)
{
  DlView *self = DL_VIEW (object);

  G_OBJECT_CLASS (dl_view_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "notify::timeline", G_CALLBACK (timeline_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::file", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (selected_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "lanes-changed", G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "hits-changed", G_CALLBACK (dl_view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "news-changed", G_CALLBACK (dl_view_changed), self, G_CONNECT_SWAPPED);
  if (dl_session_get_timeline (self->session) != NULL)
    timeline_changed_cb (self);
}

static void
dl_view_dispose (GObject *object)
{
  DlView *self = DL_VIEW (object);

  dl_view_stop_arranging (self);
  dl_view_clear_placement (self);
  dl_view_drop_history (self);
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->still, dl_scene_unref);
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_clear_pointer (&self->measure, dl_text_measure_free);
  self->measure_func = NULL;
  self->has_viewport = FALSE;
  g_clear_object (&self->timeline);
  g_clear_object (&self->whole);
  g_clear_object (&self->file);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_view_parent_class)->dispose (object);
}

static void
dl_view_finalize (GObject *object)
{
  DlView *self = DL_VIEW (object);

  dl_arrange_options_clear (&self->options);
  dl_history_free (self->history);
  dl_stop_clear (&self->first);
  dl_stop_clear (&self->first_stop);
  g_clear_object (&self->first_file);
  g_free (self->changed_lane);
  g_array_unref (self->walk);
  g_hash_table_unref (self->walked);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (dl_view_parent_class)->finalize (object);
}

static void
dl_view_class_init (DlViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dl_view_get_property;
  object_class->set_property = dl_view_set_property;
  object_class->constructed = dl_view_constructed;
  object_class->dispose = dl_view_dispose;
  object_class->finalize = dl_view_finalize;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_FOLD] = g_param_spec_boolean ("fold", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", DL_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HISTORY_CHANGED] =
    g_signal_new ("history-changed", DL_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_view_init (DlView *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->at_home = TRUE;
  self->last_selected = DL_NONE;
  self->current_lane = DL_NONE;
  self->revealed = DL_NONE;
  self->walk_at = DL_NONE;
  self->walk = dl_view_walk_new ();
  self->walked = g_hash_table_new (NULL, NULL);
  self->pointed = DL_NONE;
  self->landing = -1;
  self->history = dl_history_new (MAX_STOPS);
}

DlView *
dl_view_new (DlSession *session)
{
  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  return g_object_new (DL_TYPE_VIEW, "session", session, NULL);
}

DlSession *
dl_view_get_session (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  return self->session;
}

void
dl_view_set_measure_func (DlView *self, DlViewMeasureFunc func, gpointer data)
{
  g_return_if_fail (DL_IS_VIEW (self));
  self->measure_func = func;
  self->measure_data = data;
  make_measure (self);
  dl_view_arrange (self);
}

/* What is shown */

DlTimeline *
dl_view_get_timeline (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  return self->timeline;
}

DlArrangement *
dl_view_get_arrangement (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  return self->arrangement;
}

gboolean
dl_view_get_arranging (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  return self->arranging != NULL || self->placing != NULL;
}

const DlViewport *
dl_view_get_viewport (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  return self->has_viewport && self->arrangement != NULL ? &self->viewport : NULL;
}

gboolean
dl_view_get_range (DlView *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  if (!self->has_viewport)
    return FALSE;
  *from = dl_viewport_from (&self->viewport);
  *to = dl_viewport_to (&self->viewport);
  return TRUE;
}

DlInstant
dl_view_get_today (void)
{
  return DL_INSTANT (g_get_real_time () / G_USEC_PER_SEC);
}

void
dl_view_fill_input (DlView *self, DlLayoutInput *input)
{
  *input = (DlLayoutInput){ .arrangement = self->arrangement, .measure = self->measure, .viewport = self->viewport };
  input->placement = self->placement;
  input->height = self->height;
  input->scroll = self->scroll;
  input->zone = dl_timeline_get_zone (self->timeline);
  input->selected = dl_session_get_selected_position (self->session);
  /* While another timeline is being arranged they are not of this one. */
  if (dl_arrangement_get_timeline (self->arrangement) == dl_session_get_timeline (self->session))
    {
      input->hits = dl_session_get_hits (self->session);
      input->added = dl_session_get_added (self->session);
      input->changed = dl_session_get_changed (self->session);
      input->name_selected = TRUE;
    }
  input->query = dl_session_get_query (self->session);
  input->only_in_sight = TRUE;
  input->interactive = TRUE;
  input->notes = TRUE;
  if (self->pointing)
    dl_view_fill_pointing (self, input);
  input->has_today = TRUE;
  input->today = dl_view_get_today ();
}

DlScene *
dl_view_get_scene (DlView *self)
{
  DlLayoutInput input;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  if (self->scene != NULL || dl_view_get_viewport (self) == NULL || self->placement == NULL)
    return self->scene;
  dl_view_fill_input (self, &input);
  g_clear_pointer (&self->still, dl_scene_unref);
  self->scene = dl_layout_build (&input);
  return self->scene;
}

DlScene *
dl_view_get_still (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  return self->arrangement == NULL && self->arranging != NULL ? self->still : NULL;
}

GListModel *
dl_view_list_events (DlView *self, const DlOp *op)
{
  DlLayoutInput input;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  g_return_val_if_fail (self->arrangement != NULL, NULL);
  dl_view_fill_input (self, &input);
  return G_LIST_MODEL (dl_event_subset_new (
    self->timeline, dl_layout_list_events (&input, op->lane, (DlRole) op->role, op->x + op->w / 2)));
}

GListModel *
dl_view_list_unlabelled (DlView *self)
{
  DlLayoutInput input;

  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  if (dl_view_get_viewport (self) == NULL)
    return NULL;
  dl_view_fill_input (self, &input);
  return G_LIST_MODEL (
    dl_event_subset_new (self->timeline, dl_layout_list_events (&input, DL_NO_LANE, DL_ROLE_UNLABELLED, 0)));
}

/* Scrolling */

double
dl_view_get_scroll (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), 0);
  return self->scroll;
}

double
dl_view_limit_scroll (DlView *self, double scroll)
{
  return CLAMP (scroll, 0, MAX (dl_view_get_lanes_height (self) - dl_view_get_page_height (self), 0));
}

void
dl_view_set_scroll (DlView *self, double scroll)
{
  g_return_if_fail (DL_IS_VIEW (self));
  scroll = dl_view_limit_scroll (self, scroll);
  /* Whoever scrolls is not taken elsewhere by what is under way. */
  self->flight_scroll_from = self->flight_scroll_to = scroll;
  self->settle_scroll_from = self->settle_scroll_to = scroll;
  if (self->scroll == scroll)
    return;
  self->scroll = scroll;
  dl_view_changed (self);
}

double
dl_view_get_head_height (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), 0);
  return self->arrangement == NULL ? 0 : dl_arrangement_get_head_height (self->arrangement);
}

double
dl_view_get_lanes_height (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), 0);
  if (self->settled != NULL)
    return dl_placement_get_height (self->settled);
  return self->placement == NULL ? 0 : dl_placement_get_height (self->placement);
}

double
dl_view_get_page_height (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), 0);
  return MAX (self->height - dl_view_get_head_height (self), 1);
}
