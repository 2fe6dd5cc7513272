/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-session-private.h"
#include "session/dl-session-state.h"

enum
{
  PROP_0,
  PROP_TIMELINE,
  PROP_FILE,
  PROP_SELECTED,
  PROP_LOADING,
  N_PROPS
};

enum
{
  FAILED,
  PROGRESS,
  MEASURED,
  LANES_CHANGED,
  FILTER_CHANGED,
  HITS_CHANGED,
  REREAD,
  FILE_STATE_CHANGED,
  NEWS_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlSession, dl_session, G_TYPE_OBJECT)

void
dl_session_select_by_id (DlSession *self, const char *id)
{
  guint position = id == NULL ? DL_NONE : dl_timeline_find (self->timeline, id);

  g_clear_object (&self->selected);
  if (position != DL_NONE)
    self->selected = dl_event_new (self->timeline, position);
}

static void
dl_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlSession *self = DL_SESSION (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, dl_session_get_timeline (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, dl_session_get_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_session_dispose (GObject *object)
{
  DlSession *self = DL_SESSION (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  g_clear_pointer (&self->loading_state, g_variant_unref);
  dl_session_stop_watching (self);
  dl_session_clear_news (self);
  g_clear_object (&self->selected);
  g_clear_object (&self->file);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  dl_session_drop_files (self);
  dl_session_give_up_filtering (self);
  g_clear_pointer (&self->search, dl_search_free);
  g_clear_pointer (&self->query, dl_query_unref);
  g_clear_object (&self->timeline);
  g_clear_object (&self->whole);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  dl_telling_clear (&self->telling);
  g_clear_pointer (&self->loaded, dl_loaded_free);
  dl_lane_options_clear (&self->lanes);

  G_OBJECT_CLASS (dl_session_parent_class)->dispose (object);
}

static void
dl_session_finalize (GObject *object)
{
  DlSession *self = DL_SESSION (object);

  g_clear_pointer (&self->filter, dl_filter_free);
  g_free (self->live.failure);
  g_clear_object (&self->mistaken);
  g_clear_pointer (&self->unread, g_ptr_array_unref);

  G_OBJECT_CLASS (dl_session_parent_class)->finalize (object);
}

static void
dl_session_class_init (DlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dl_session_get_property;
  object_class->dispose = dl_session_dispose;
  object_class->finalize = dl_session_finalize;

  props[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, DL_TYPE_TIMELINE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, DL_TYPE_EVENT,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] =
    g_signal_new ("failed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROGRESS] = g_signal_new ("progress", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_UINT, G_TYPE_UINT);
  signals[MEASURED] =
    g_signal_new ("measured", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LANES_CHANGED] =
    g_signal_new ("lanes-changed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HITS_CHANGED] =
    g_signal_new ("hits-changed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REREAD] =
    g_signal_new ("reread", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILE_STATE_CHANGED] =
    g_signal_new ("file-state-changed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEWS_CHANGED] =
    g_signal_new ("news-changed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTER_CHANGED] =
    g_signal_new ("filter-changed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_session_init (DlSession *self)
{
  self->other = DL_NONE;
  self->filter = dl_filter_new ();
  self->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  g_signal_connect (self, "notify::timeline", G_CALLBACK (dl_session_search_again), NULL);
  g_signal_connect (self, "notify::timeline", G_CALLBACK (dl_session_find_news), NULL);
  g_signal_connect (self, "filter-changed", G_CALLBACK (dl_session_search_again), NULL);
}

DlSession *
dl_session_new (void)
{
  return g_object_new (DL_TYPE_SESSION, NULL);
}

DlTimeline *
dl_session_get_timeline (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->timeline;
}

DlEvent *
dl_session_get_selected (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->selected;
}

guint
dl_session_get_selected_position (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);
  return self->selected == NULL ? DL_NONE : dl_event_get_position (self->selected);
}

void
dl_session_select (DlSession *self, guint position)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (position == DL_NONE || self->loaded != NULL);

  if (position == dl_session_get_selected_position (self))
    return;
  if (self->other != DL_NONE)
    dl_session_clear_measure (self);
  g_clear_object (&self->selected);
  if (position != DL_NONE)
    self->selected = dl_event_new (self->timeline, position);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
  dl_session_see_selected (self);
}

void
dl_session_set_zone (DlSession *self, DlZone *zone)
{
  g_autofree char *id = NULL;

  g_return_if_fail (DL_IS_SESSION (self));
  if (zone != NULL)
    dl_zone_ref (zone);
  g_clear_pointer (&self->telling.zone, dl_zone_unref);
  self->telling.zone = zone;
  if (self->loaded == NULL)
    return;
  id = self->selected == NULL ? NULL : g_strdup (dl_event_get_id (self->selected));
  dl_session_take_timeline (self);
  dl_session_select_by_id (self, id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIMELINE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

DlZone *
dl_session_get_zone (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->telling.zone;
}

void
dl_session_measure_range (DlSession *self, DlInstant from, DlInstant to, DlUnit unit)
{
  g_return_if_fail (DL_IS_SESSION (self));
  self->other = DL_NONE;
  self->has_range = TRUE;
  self->range_from = from;
  self->range_to = to;
  self->range_unit = unit;
  g_signal_emit (self, signals[MEASURED], 0);
}

gboolean
dl_session_get_range (DlSession *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  if (self->has_range)
    {
      *from = self->range_from;
      *to = self->range_to;
    }
  return self->has_range;
}

void
dl_session_measure_to (DlSession *self, guint position)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (self->selected == NULL || position == dl_session_get_selected_position (self))
    position = DL_NONE;
  self->has_range = FALSE;
  self->other = position;
  g_signal_emit (self, signals[MEASURED], 0);
}

guint
dl_session_get_other (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);
  return self->other;
}

void
dl_session_clear_measure (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (!self->has_range && self->other == DL_NONE)
    return;
  self->has_range = FALSE;
  self->other = DL_NONE;
  g_signal_emit (self, signals[MEASURED], 0);
}

DlMeasure *
dl_session_dup_measure (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  if (self->timeline == NULL)
    return NULL;
  if (self->has_range)
    return dl_measure_range (self->timeline, self->range_from, self->range_to, self->range_unit);
  if (self->other != DL_NONE && self->selected != NULL)
    return dl_measure_events (self->timeline, dl_event_get_position (self->selected), self->other);
  return NULL;
}

/* States */

void
dl_session_add_state (DlSession *self, GVariantDict *state)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (state != NULL);
  g_variant_dict_insert_value (state, "lanes", dl_lane_options_to_variant (&self->lanes));
  g_variant_dict_insert_value (state, "filter", dl_filter_to_variant (self->filter));
  g_variant_dict_insert (state, "filter-hides", "b", self->hides);
  g_variant_dict_insert (state, "zone", "s", self->telling.zone == NULL ? "" : dl_zone_get_name (self->telling.zone));
}

void
dl_session_apply_state (DlSession *self, GVariant *state)
{
  g_auto (DlLaneOptions) lanes = { 0 };
  g_autoptr (DlFilter)   filter = NULL;
  gboolean               hides;

  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));
  filter = dl_session_state_get_filter (state, &hides);
  if (filter != NULL)
    {
      dl_session_set_filter_hides (self, hides);
      dl_session_set_filter (self, filter);
    }
  if (!dl_session_state_get_lanes (state, &lanes) || dl_lane_options_equal (&lanes, &self->lanes))
    return;
  dl_lane_options_clear (&self->lanes);
  dl_lane_options_copy (&lanes, &self->lanes);
  g_signal_emit (self, signals[LANES_CHANGED], 0);
}
