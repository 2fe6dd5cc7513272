/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event.h"

#include "time/dl-words.h"

struct _DlEvent
{
  GObject         parent_instance;
  DlTimeline     *timeline;
  guint           position;
  DlEventDetails *details;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_DATE,
  PROP_STATUS,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DlEvent, dl_event, G_TYPE_OBJECT)

static void
dl_event_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlEvent             *self = DL_EVENT (object);
  const DlEventRecord *record = dl_event_get_record (self);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, record->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, record->title);
      break;
    case PROP_DATE:
      g_value_set_string (value, record->date_text);
      break;
    case PROP_STATUS:
      g_value_set_string (value, dl_status_to_string ((DlStatus) record->status));
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_event_finalize (GObject *object)
{
  DlEvent *self = DL_EVENT (object);

  g_clear_pointer (&self->details, dl_event_details_free);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (dl_event_parent_class)->finalize (object);
}

static void
dl_event_class_init (DlEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dl_event_get_property;
  object_class->finalize = dl_event_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
dl_event_init (DlEvent *self)
{
}

DlEvent *
dl_event_new (DlTimeline *timeline, guint position)
{
  DlEvent *self;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (position < dl_timeline_get_n_events (timeline), NULL);

  self = g_object_new (DL_TYPE_EVENT, NULL);
  self->timeline = g_object_ref (timeline);
  self->position = position;
  return self;
}

DlTimeline *
dl_event_get_timeline (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), NULL);
  return self->timeline;
}

guint
dl_event_get_position (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), 0);
  return self->position;
}

const DlEventRecord *
dl_event_get_record (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), NULL);
  return dl_timeline_get_record (self->timeline, self->position);
}

const char *
dl_event_get_id (DlEvent *self)
{
  return dl_event_get_record (self)->id;
}

const char *
dl_event_get_title (DlEvent *self)
{
  return dl_event_get_record (self)->title;
}

char *
dl_event_dup_date_words (DlEvent *self, guint flags)
{
  g_return_val_if_fail (DL_IS_EVENT (self), NULL);
  return dl_timeline_dup_date_words (self->timeline, self->position, flags);
}

const DlEventDetails *
dl_event_get_details (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), NULL);
  if (self->details == NULL)
    self->details = dl_timeline_dup_details (self->timeline, self->position);
  return self->details;
}
