/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-session.h"

#include <stdlib.h>
#include <string.h>

#include "layout/dl-lanes.h"
#include "model/dl-telling.h"
#include "session/dl-filtering.h"
#include "session/dl-search.h"
#include "session/dl-session-state.h"

struct _DlSession
{
  GObject       parent_instance;
  DlLoaded     *loaded;
  GFile        *file;
  GFile        *loading_file;
  GVariant     *loading_state; /* that it comes with; nullable */
  GCancellable *cancellable;
  DlEvent      *selected;
  DlTimeline   *whole;    /* the loaded one, in the reader's zone */
  DlTimeline   *timeline; /* the same, perhaps without what the filter leaves out */
  DlTelling     telling;
  guint         other; /* event measured to */
  gboolean      has_range;
  DlInstant     range_from;
  DlInstant     range_to;
  DlUnit        range_unit;
  DlLaneOptions lanes;
  DlFilter     *filter;
  gboolean      hides;
  DlEventSet   *shown;
  GCancellable *filtering; /* while what the filter lets through is looked for */
  DlQuery      *query;     /* what is searched for; nullable */
  DlSearch     *search;    /* for it, of a timeline that is perhaps no longer open; nullable */
};

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
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlSession, dl_session, G_TYPE_OBJECT)

static void
select_by_id (DlSession *self, const char *id)
{
  guint position = id == NULL ? DL_NONE : dl_timeline_find (self->timeline, id);

  g_clear_object (&self->selected);
  if (position != DL_NONE)
    self->selected = dl_event_new (self->timeline, position);
}

static void
finish_loading (DlSession *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  g_clear_pointer (&self->loading_state, g_variant_unref);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
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

/* What is still looked for is not wanted any more. */
static void
give_up_filtering (DlSession *self)
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
      select_by_id (self, id);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIMELINE]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
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
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

/* Another filter, or another way with what it does not let through. */
static void
filter_again (DlSession *self)
{
  give_up_filtering (self);
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
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

/* The loaded timeline as the reader wants it told. */
static void
take_timeline (DlSession *self)
{
  DlFiltered *filtered;

  dl_session_clear_measure (self);
  give_up_filtering (self);
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
take_loaded (DlSession *self, DlLoaded *loaded)
{
  gboolean         same_file = self->file != NULL && g_file_equal (self->file, self->loading_file);
  gboolean         anew = !same_file || self->loading_state != NULL;
  g_autofree char *id = same_file && self->selected != NULL ? g_strdup (dl_event_get_id (self->selected)) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (!same_file)
    {
      dl_lane_options_clear (&self->lanes);
      dl_filter_free (self->filter);
      self->filter = dl_filter_new ();
    }
  take_loading_state (self, &id);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->loaded, dl_loaded_free);
  self->loaded = loaded;
  take_timeline (self);
  g_set_object (&self->file, self->loading_file);
  select_by_id (self, id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIMELINE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
  finish_loading (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (anew)
    g_signal_emit (self, signals[LANES_CHANGED], 0);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlSession) self = data;
  g_autoptr (GError)    error = NULL;
  DlLoaded             *loaded = dl_load_file_finish (result, &error);

  /* Another load was begun, or this one given up: what came is not wanted. */
  if (G_FILE (source) != self->loading_file || g_cancellable_is_cancelled (self->cancellable))
    {
      g_debug ("a load that was given up has ended");
      dl_loaded_free (loaded);
      return;
    }
  if (loaded != NULL)
    {
      take_loaded (self, loaded);
      return;
    }
  finish_loading (self);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  g_signal_emit (data, signals[PROGRESS], 0, done, total);
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
  g_clear_object (&self->selected);
  g_clear_object (&self->file);
  give_up_filtering (self);
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
  signals[FILTER_CHANGED] =
    g_signal_new ("filter-changed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
found_cb (DlSearch *search, gpointer data)
{
  g_signal_emit (data, signals[HITS_CHANGED], 0);
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

/* Connected before anybody else's, who so find what is found of the new timeline or
 * under the new filter. */
static void
search_again_cb (DlSession *self)
{
  if (self->query == NULL)
    return;
  get_search (self);
  g_signal_emit (self, signals[HITS_CHANGED], 0);
}

static void
dl_session_init (DlSession *self)
{
  self->other = DL_NONE;
  self->filter = dl_filter_new ();
  g_signal_connect (self, "notify::timeline", G_CALLBACK (search_again_cb), NULL);
  g_signal_connect (self, "filter-changed", G_CALLBACK (search_again_cb), NULL);
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

GFile *
dl_session_get_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->file;
}

/* Whether two names are of one file, also by way of a symbolic link. */
static gboolean
is_same_file (GFile *a, GFile *b)
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
  return own != NULL && is_same_file (own, file);
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
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
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
  finish_loading (self);
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
  take_timeline (self);
  select_by_id (self, id);
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

/* Lanes */

const DlLaneOptions *
dl_session_get_lane_options (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return &self->lanes;
}

void
dl_session_set_lane_field (DlSession *self, DlLaneField field)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail ((guint) field < DL_N_LANE_FIELDS);
  if (self->lanes.field == field)
    return;
  self->lanes.field = field;
  g_signal_emit (self, signals[LANES_CHANGED], 0);
}

void
dl_session_set_lane_every (DlSession *self, gboolean every)
{
  g_return_if_fail (DL_IS_SESSION (self));
  every = every != FALSE;
  if (self->lanes.every == every)
    return;
  self->lanes.every = every;
  g_signal_emit (self, signals[LANES_CHANGED], 0);
}

void
dl_session_set_lane_state (DlSession *self, const char *key, DlLaneState state)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (key != NULL);
  if (dl_lane_options_get_state (&self->lanes, key) == state)
    return;
  dl_lane_options_set_state (&self->lanes, key, state);
  g_signal_emit (self, signals[LANES_CHANGED], 0);
}

void
dl_session_set_all_lane_states (DlSession *self, DlLaneState state)
{
  g_auto (GStrv) keys = NULL;
  gboolean       changed = FALSE;

  g_return_if_fail (DL_IS_SESSION (self));
  if (self->timeline == NULL)
    return;
  keys = dl_lanes_dup_keys (self->timeline, &self->lanes);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      changed |= dl_lane_options_get_state (&self->lanes, keys[i]) != state;
      dl_lane_options_set_state (&self->lanes, keys[i], state);
    }
  if (changed)
    g_signal_emit (self, signals[LANES_CHANGED], 0);
}

void
dl_session_move_lane (DlSession *self, const char *key, int by)
{
  g_auto (GStrv)           keys = NULL;
  g_autoptr (GStrvBuilder) order = NULL;
  int                      n, at, to;
  char                    *moved;

  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (key != NULL);
  if (self->timeline == NULL)
    return;
  keys = dl_lanes_dup_keys (self->timeline, &self->lanes);
  n = (int) g_strv_length (keys);
  for (at = 0; at < n && strcmp (keys[at], key) != 0; at++)
    ;
  to = CLAMP (at + by, 0, n - 1);
  if (at == n || to == at)
    return;
  moved = keys[at];
  if (to > at)
    memmove (&keys[at], &keys[at + 1], sizeof *keys * (gsize) (to - at));
  else
    memmove (&keys[to + 1], &keys[to], sizeof *keys * (gsize) (at - to));
  keys[to] = moved;

  /* What was settled for lanes that are not there now holds when they are. */
  order = g_strv_builder_new ();
  g_strv_builder_addv (order, (const char **) keys);
  for (char **old = self->lanes.order; old != NULL && *old != NULL; old++)
    if (!g_strv_contains ((const char *const *) keys, *old))
      g_strv_builder_add (order, *old);
  g_strfreev (self->lanes.order);
  self->lanes.order = g_strv_builder_end (order);
  g_signal_emit (self, signals[LANES_CHANGED], 0);
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
  g_signal_emit (self, signals[HITS_CHANGED], 0);
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
