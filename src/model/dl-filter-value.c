/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which values events have, field by field, and by what they are known. */
#include "model/dl-filter-private.h"

#include <string.h>

#include <glib/gi18n.h>

static const struct
{
  const char *nick;
  const char *label;
} fields[DL_N_FILTER_FIELDS] = {
  /* Translators: what a filter asks about; a list of its values follows. */
  [DL_FILTER_FILE] = { "file", NC_ ("filter field", "File") },
  [DL_FILTER_TOPIC] = { "topic", NC_ ("filter field", "Topic") },
  [DL_FILTER_PERSON] = { "person", NC_ ("filter field", "Person") },
  [DL_FILTER_PLACE] = { "place", NC_ ("filter field", "Place") },
  [DL_FILTER_STATUS] = { "status", NC_ ("filter field", "Status") },
  [DL_FILTER_SOURCE] = { "source", NC_ ("filter field", "Source") },
  [DL_FILTER_SPEAKER] = { "speaker", NC_ ("filter field", "Speaker") },
  /* Translators: whether an event has quotes and sources; followed by "With quotes", … */
  [DL_FILTER_HAS] = { "has", NC_ ("filter field", "Has") },
};

static const char *const has_keys[] = { "quotes", "sources" };

const char *
dl_filter_field_to_string (DlFilterField field)
{
  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, NULL);
  return fields[field].nick;
}

gboolean
dl_filter_field_from_string (const char *nick, DlFilterField *field)
{
  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    if (g_strcmp0 (nick, fields[i].nick) == 0)
      {
        *field = (DlFilterField) i;
        return TRUE;
      }
  return FALSE;
}

const char *
dl_filter_field_get_label (DlFilterField field)
{
  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, NULL);
  return g_dpgettext2 (NULL, "filter field", fields[field].label);
}

guint
dl_filter_count_values (DlTimeline *timeline, DlFilterField field)
{
  switch (field)
    {
    case DL_FILTER_FILE:
      return dl_timeline_get_n_files (timeline);
    case DL_FILTER_TOPIC:
      return dl_timeline_get_n_topics (timeline);
    case DL_FILTER_PERSON:
    case DL_FILTER_SPEAKER:
      return dl_timeline_get_n_people (timeline);
    case DL_FILTER_PLACE:
      return dl_timeline_get_n_places (timeline);
    case DL_FILTER_STATUS:
      return DL_N_STATUSES;
    case DL_FILTER_SOURCE:
      return dl_timeline_get_n_sources (timeline);
    case DL_FILTER_HAS:
      return G_N_ELEMENTS (has_keys);
    default:
      g_return_val_if_reached (0);
    }
}

const guint32 *
dl_filter_get_values (DlTimeline *timeline, DlFilterField field, guint position, guint32 own[2], guint *n_values)
{
  const DlEventRecord *record = dl_timeline_get_records (timeline) + position;

  switch (field)
    {
    case DL_FILTER_TOPIC:
      *n_values = record->n_topics;
      return dl_timeline_get_event_topics (timeline, position);
    case DL_FILTER_PERSON:
      *n_values = record->n_people;
      return dl_timeline_get_event_people (timeline, position);
    case DL_FILTER_SOURCE:
      *n_values = record->n_sources;
      return dl_timeline_get_event_sources (timeline, position);
    case DL_FILTER_SPEAKER:
      *n_values = record->n_speakers;
      return dl_timeline_get_event_speakers (timeline, position);
    case DL_FILTER_PLACE:
      *own = record->place;
      *n_values = record->place != DL_NONE;
      return own;
    case DL_FILTER_FILE:
      *own = dl_timeline_get_event_file (timeline, position);
      *n_values = *own != DL_NONE;
      return own;
    case DL_FILTER_STATUS:
      *own = record->status;
      *n_values = 1;
      return own;
    case DL_FILTER_HAS:
      *n_values = 0;
      if (record->n_quotes > 0)
        own[(*n_values)++] = DL_FILTER_HAS_QUOTES;
      if (record->n_sources > 0)
        own[(*n_values)++] = DL_FILTER_HAS_SOURCES;
      return own;
    default:
      *n_values = 0;
      return own;
    }
}

static const char *
get_id (DlTimeline *timeline, DlFilterField field, guint value)
{
  switch (field)
    {
    case DL_FILTER_FILE:
      return dl_timeline_get_file (timeline, value)->id;
    case DL_FILTER_TOPIC:
      return dl_timeline_get_topic (timeline, value)->id;
    case DL_FILTER_PERSON:
    case DL_FILTER_SPEAKER:
      return dl_timeline_get_person (timeline, value)->id;
    case DL_FILTER_PLACE:
      return dl_timeline_get_place (timeline, value)->id;
    case DL_FILTER_SOURCE:
      return dl_timeline_get_source (timeline, value)->id;
    case DL_FILTER_STATUS:
      return dl_status_to_string ((DlStatus) value);
    case DL_FILTER_HAS:
      return has_keys[value];
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whether an id can be a key; one that looks like another kind of key is none. */
static gboolean
is_key (const char *id)
{
  return id != NULL && *id != '#' && strcmp (id, DL_FILTER_KEY_NONE) != 0;
}

char *
dl_filter_dup_key (DlTimeline *timeline, DlFilterField field, guint value)
{
  const char *id;

  if (value >= dl_filter_count_values (timeline, field))
    return g_strdup (DL_FILTER_KEY_NONE);
  id = get_id (timeline, field, value);
  return is_key (id) ? g_strdup (id) : g_strdup_printf ("#%u", value);
}

char *
dl_filter_dup_file_key (DlTimeline *timeline, guint index)
{
  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  return dl_filter_dup_key (timeline, DL_FILTER_FILE, index);
}

/* For the events without a value. */
static const char *
name_none (DlFilterField field)
{
  switch (field)
    {
    case DL_FILTER_TOPIC:
      return _ ("No topic");
    case DL_FILTER_PERSON:
      return _ ("No person");
    case DL_FILTER_PLACE:
      return _ ("No place");
    case DL_FILTER_SOURCE:
      return _ ("No source");
    case DL_FILTER_SPEAKER:
      return _ ("No listed speaker");
    case DL_FILTER_HAS:
      /* Translators: the events that have neither quotes nor sources. */
      return C_ ("filter value", "Neither");
    case DL_FILTER_FILE:
      return _ ("No file");
    case DL_FILTER_STATUS:
    default:
      return DL_FILTER_KEY_NONE;
    }
}

const char *
dl_filter_get_value_name (DlTimeline *timeline, DlFilterField field, guint value)
{
  const char *name = NULL;

  if (value >= dl_filter_count_values (timeline, field))
    return name_none (field);
  switch (field)
    {
    case DL_FILTER_FILE:
      name = dl_timeline_get_file (timeline, value)->name;
      break;
    case DL_FILTER_TOPIC:
      name = dl_timeline_get_topic (timeline, value)->name;
      break;
    case DL_FILTER_PERSON:
    case DL_FILTER_SPEAKER:
      name = dl_timeline_get_person (timeline, value)->name;
      break;
    case DL_FILTER_PLACE:
      name = dl_timeline_get_place (timeline, value)->name;
      break;
    case DL_FILTER_SOURCE:
      name = dl_timeline_get_source (timeline, value)->title;
      break;
    case DL_FILTER_STATUS:
      return dl_status_get_label ((DlStatus) value);
    case DL_FILTER_HAS:
      /* Translators: the events that have quotes. */
      return value == DL_FILTER_HAS_QUOTES ? C_ ("filter value", "With quotes")
                                           /* Translators: the events that have sources. */
                                           : C_ ("filter value", "With sources");
    default:
      g_return_val_if_reached ("");
    }
  if (name == NULL)
    name = get_id (timeline, field, value);
  return name != NULL ? name : "";
}

guint
dl_filter_find_value (DlTimeline *timeline, DlFilterField field, const char *key)
{
  guint n_values = dl_filter_count_values (timeline, field);

  if (strcmp (key, DL_FILTER_KEY_NONE) == 0)
    return field == DL_FILTER_STATUS ? DL_NONE : n_values;
  if (*key == '#')
    {
      guint64 value;

      if (!g_ascii_string_to_unsigned (key + 1, 10, 0, G_MAXUINT32, &value, NULL) || value >= n_values)
        return DL_NONE;
      return is_key (get_id (timeline, field, (guint) value)) ? DL_NONE : (guint) value;
    }
  for (guint value = 0; value < n_values; value++)
    if (g_strcmp0 (get_id (timeline, field, value), key) == 0)
      return value;
  return DL_NONE;
}
