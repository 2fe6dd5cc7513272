/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-builder.h"

#include <stdlib.h>
#include <string.h>

#include "model/dl-timeline-private.h"

/* A relation as the file names it: the other event may come later. */
typedef struct
{
  const char *from;
  const char *to;
  guint8      type;
} NamedLink;

struct _DlTimelineBuilder
{
  DlTimeline *timeline;
  char       *as_of;
  char       *view;
  GHashTable *people;
  GHashTable *places;
  GHashTable *topics;
  GHashTable *sources;
  GArray     *links; /* NamedLink */
};

static void
start (DlTimelineBuilder *self)
{
  self->timeline = g_object_new (DL_TYPE_TIMELINE, NULL);
  self->people = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->topics = g_hash_table_new (g_str_hash, g_str_equal);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_array_new (FALSE, FALSE, sizeof (NamedLink));
}

static void
clear (DlTimelineBuilder *self)
{
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->links, g_array_unref);
}

DlTimelineBuilder *
dl_timeline_builder_new (void)
{
  DlTimelineBuilder *self = g_new0 (DlTimelineBuilder, 1);

  start (self);
  return self;
}

void
dl_timeline_builder_free (DlTimelineBuilder *self)
{
  if (self == NULL)
    return;
  clear (self);
  g_free (self);
}

static const char *
keep (DlTimelineBuilder *self, const char *string)
{
  return string == NULL ? NULL : g_string_chunk_insert (self->timeline->strings, string);
}

void
dl_timeline_builder_set_title (DlTimelineBuilder *self, const char *title)
{
  self->timeline->title = keep (self, title);
}

void
dl_timeline_builder_set_description (DlTimelineBuilder *self, const char *description)
{
  self->timeline->description = keep (self, description);
}

void
dl_timeline_builder_set_language (DlTimelineBuilder *self, const char *language)
{
  self->timeline->language = keep (self, language);
}

void
dl_timeline_builder_set_as_of (DlTimelineBuilder *self, const char *edtf)
{
  g_free (self->as_of);
  self->as_of = g_strdup (edtf);
}

void
dl_timeline_builder_set_view (DlTimelineBuilder *self, const char *edtf)
{
  g_free (self->view);
  self->view = g_strdup (edtf);
}

void
dl_timeline_builder_set_zone (DlTimelineBuilder *self, DlZone *zone)
{
  g_clear_pointer (&self->timeline->zone, dl_zone_unref);
  if (zone != NULL)
    self->timeline->zone = dl_zone_ref (zone);
}

void
dl_timeline_builder_set_details_func (DlTimelineBuilder *self, DlDetailsFunc func, gpointer data, GDestroyNotify destroy)
{
  DlTimeline *timeline = self->timeline;

  if (timeline->details_destroy != NULL)
    timeline->details_destroy (timeline->details_data);
  timeline->details_func = func;
  timeline->details_data = data;
  timeline->details_destroy = destroy;
}

/* Adds *@record to @array and its id to @index, unless the id is taken. */
static guint32
add (GArray *array, GHashTable *index, const char *id, gconstpointer record)
{
  if (id != NULL && g_hash_table_contains (index, id))
    return DL_NONE;
  g_array_append_vals (array, record, 1);
  if (id != NULL)
    g_hash_table_insert (index, (gpointer) id, GUINT_TO_POINTER (array->len));
  return array->len - 1;
}

static guint32
find (GHashTable *index, const char *id)
{
  gpointer value = g_hash_table_lookup (index, id);

  return value == NULL ? DL_NONE : GPOINTER_TO_UINT (value) - 1;
}

guint32
dl_timeline_builder_add_person (DlTimelineBuilder *self, const DlPerson *person)
{
  DlPerson copy = { .id = keep (self, person->id), .name = keep (self, person->name), .role = keep (self, person->role) };
  guint32  index;

  if (person->aliases != NULL && person->aliases[0] != NULL)
    {
      guint        n = g_strv_length ((char **) person->aliases);
      const char **aliases = g_new0 (const char *, n + 1); /* freed with the record, its strings with the chunk */

      for (guint i = 0; i < n; i++)
        aliases[i] = keep (self, person->aliases[i]);
      copy.aliases = aliases;
    }
  index = add (self->timeline->people, self->people, copy.id, &copy);
  if (index == DL_NONE)
    g_free ((gpointer) copy.aliases);
  return index;
}

guint32
dl_timeline_builder_add_place (DlTimelineBuilder *self, const DlPlace *place)
{
  DlPlace copy = { .id = keep (self, place->id), .name = keep (self, place->name) };
  guint32 index;

  if (place->timezone != NULL)
    copy.timezone = dl_zone_ref (place->timezone);
  index = add (self->timeline->places, self->places, copy.id, &copy);
  if (index == DL_NONE)
    g_clear_pointer (&copy.timezone, dl_zone_unref);
  return index;
}

guint32
dl_timeline_builder_add_topic (DlTimelineBuilder *self, const DlTopic *topic)
{
  DlTopic copy = { keep (self, topic->id), keep (self, topic->name), keep (self, topic->color) };

  return add (self->timeline->topics, self->topics, copy.id, &copy);
}

guint32
dl_timeline_builder_add_source (DlTimelineBuilder *self, const DlSource *source)
{
  DlSource copy = {
    .id = keep (self, source->id),
    .title = keep (self, source->title),
    .publisher = keep (self, source->publisher),
    .author = keep (self, source->author),
    .date = keep (self, source->date),
    .url = keep (self, source->url),
    .language = keep (self, source->language),
  };

  return add (self->timeline->sources, self->sources, copy.id, &copy);
}

void
dl_timeline_builder_add_era (DlTimelineBuilder *self, const DlEra *era)
{
  DlEra copy = { .title = keep (self, era->title), .date_text = keep (self, era->date_text) };

  if (dl_date_parse (copy.date_text, -1, &copy.date, NULL))
    g_array_append_val (self->timeline->eras, copy);
}

guint32
dl_timeline_builder_find_person (DlTimelineBuilder *self, const char *id)
{
  return find (self->people, id);
}

guint32
dl_timeline_builder_find_place (DlTimelineBuilder *self, const char *id)
{
  return find (self->places, id);
}

guint32
dl_timeline_builder_find_topic (DlTimelineBuilder *self, const char *id)
{
  return find (self->topics, id);
}

guint32
dl_timeline_builder_find_source (DlTimelineBuilder *self, const char *id)
{
  return find (self->sources, id);
}

gboolean
dl_timeline_builder_has_event (DlTimelineBuilder *self, const char *id)
{
  return g_hash_table_contains (self->timeline->by_id, id);
}

gboolean
dl_timeline_builder_add_event (DlTimelineBuilder *self, const DlEventRecord *record, const guint32 *refs, const DlRelation *related, guint n_related)
{
  DlTimeline   *timeline = self->timeline;
  DlEventRecord copy = *record;
  guint         n_refs = (guint) record->n_topics + record->n_people + record->n_sources + record->n_speakers;

  g_return_val_if_fail (record->id != NULL && record->title != NULL && record->date_text != NULL, FALSE);

  if (g_hash_table_contains (timeline->by_id, record->id))
    return FALSE;
  copy.id = keep (self, record->id);
  copy.title = keep (self, record->title);
  copy.date_text = keep (self, record->date_text);
  copy.refs = timeline->refs->len;
  if (n_refs > 0)
    g_array_append_vals (timeline->refs, refs, n_refs);
  g_array_append_val (timeline->records, copy);
  g_hash_table_insert (timeline->by_id, (gpointer) copy.id, GUINT_TO_POINTER (timeline->records->len));
  timeline->n_quotes += copy.n_quotes;

  for (guint i = 0; i < n_related; i++)
    {
      NamedLink link = { copy.id, keep (self, related[i].event), (guint8) related[i].type };

      g_array_append_val (self->links, link);
    }
  return TRUE;
}

static void
resolve_links (DlTimelineBuilder *self)
{
  DlTimeline *timeline = self->timeline;

  for (guint i = 0; i < self->links->len; i++)
    {
      const NamedLink *named = &g_array_index (self->links, NamedLink, i);
      guint            from = dl_timeline_find (timeline, named->from);
      guint            to = dl_timeline_find (timeline, named->to);
      DlLink           link = { from, to, named->type, FALSE };
      DlLink           back = { to, from, named->type, TRUE };

      if (from == DL_NONE || to == DL_NONE || from == to)
        continue;
      g_array_append_val (timeline->links, link);
      g_array_append_val (timeline->links, back);
    }
  dl_timeline_sort_links (timeline);
}

DlTimeline *
dl_timeline_builder_end (DlTimelineBuilder *self)
{
  DlTimeline *timeline = self->timeline;

  timeline->as_of_text = keep (self, self->as_of);
  timeline->view_text = keep (self, self->view);
  dl_timeline_settle (timeline);
  resolve_links (self);
  timeline = g_steal_pointer (&self->timeline);
  clear (self);
  start (self);
  return timeline;
}
