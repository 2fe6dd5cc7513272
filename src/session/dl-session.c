/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-session.h"

struct _DlSession
{
  GObject       parent_instance;
  DlLoaded     *loaded;
  GFile        *file;
  GFile        *loading_file;
  GCancellable *cancellable;
  DlEvent      *selected;
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
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlSession, dl_session, G_TYPE_OBJECT)

static void
select_by_id (DlSession *self, const char *id)
{
  guint position = id == NULL ? DL_NONE : dl_timeline_find (self->loaded->timeline, id);

  g_clear_object (&self->selected);
  if (position != DL_NONE)
    self->selected = dl_event_new (self->loaded->timeline, position);
}

static void
finish_loading (DlSession *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
take_loaded (DlSession *self, DlLoaded *loaded)
{
  gboolean         same_file = self->file != NULL && g_file_equal (self->file, self->loading_file);
  g_autofree char *id = same_file && self->selected != NULL ? g_strdup (dl_event_get_id (self->selected)) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_object (&self->selected);
  g_clear_pointer (&self->loaded, dl_loaded_free);
  self->loaded = loaded;
  g_set_object (&self->file, self->loading_file);
  select_by_id (self, id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIMELINE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
  finish_loading (self);
  g_object_thaw_notify (G_OBJECT (self));
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
  g_clear_object (&self->selected);
  g_clear_object (&self->file);
  g_clear_pointer (&self->loaded, dl_loaded_free);

  G_OBJECT_CLASS (dl_session_parent_class)->dispose (object);
}

static void
dl_session_class_init (DlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dl_session_get_property;
  object_class->dispose = dl_session_dispose;

  props[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, DL_TYPE_TIMELINE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, DL_TYPE_EVENT, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROGRESS] = g_signal_new ("progress", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
dl_session_init (DlSession *self)
{
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
  return self->loaded == NULL ? NULL : self->loaded->timeline;
}

GFile *
dl_session_get_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->file;
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
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  self->cancellable = g_cancellable_new ();
  /* A new object each time, so that its callback knows whether it is the last. */
  self->loading_file = g_file_dup (file);
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
  g_clear_object (&self->selected);
  if (position != DL_NONE)
    self->selected = dl_event_new (self->loaded->timeline, position);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}
