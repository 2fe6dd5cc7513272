/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-builder.h"

#include <stdlib.h>
#include <string.h>

#include "model/dl-timeline-private.h"

/* A relation as the file names it: the other event may come later. */
typedef struct
{
  guint32     from; /* before they are sorted */
  guint32     to;   /* DL_NONE: not met yet */
  const char *name; /* of what is not met yet */
  guint8      type;
} NamedLink;

struct _DlTimelineBuilder
{
  DlTimeline    *timeline;
  guint64        origin;      /* of the part that is being added */
  guint64        next_origin; /* of the next one; 0 is of none */
  char          *as_of;
  char          *view;
  GHashTable    *people;
  GHashTable    *places;
  GHashTable    *topics;
  GHashTable    *sources;
  GArray        *links; /* NamedLink */
  DlStringArena *names; /* of those */
};

static void
start (DlTimelineBuilder *self)
{
  self->timeline = g_object_new (DL_TYPE_TIMELINE, NULL);
  self->origin = 0;
  self->next_origin = 1;
  self->people = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->topics = g_hash_table_new (g_str_hash, g_str_equal);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_array_new (FALSE, FALSE, sizeof (NamedLink));
  self->names = dl_string_arena_new ();
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
  g_clear_pointer (&self->names, dl_string_arena_free);
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
  return string == NULL ? NULL : dl_string_arena_add (self->timeline->strings, string, strlen (string));
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
  g_return_if_fail (self->timeline->n_records == 0);
  g_clear_pointer (&self->timeline->zone, dl_zone_unref);
  if (zone != NULL)
    self->timeline->zone = dl_zone_ref (zone);
}

DlZone *
dl_timeline_builder_get_zone (DlTimelineBuilder *self)
{
  return self->timeline->zone;
}

guint
dl_timeline_builder_add_part (DlTimelineBuilder *self,
                              guint64            n_keys,
                              DlDetailsFunc      func,
                              gpointer           data,
                              GDestroyNotify     destroy)
{
  DlTimelinePart part = { self->next_origin, func, data, destroy, NULL };

  g_return_val_if_fail (func != NULL, DL_NONE);
  g_return_val_if_fail (n_keys <= G_MAXUINT64 - self->next_origin, DL_NONE);
  self->origin = self->next_origin;
  self->next_origin += n_keys;
  g_array_append_val (self->timeline->parts, part);
  return self->timeline->parts->len - 1;
}

void
dl_timeline_builder_set_texts_func (DlTimelineBuilder *self, DlEventTextsFunc func)
{
  GArray *parts = self->timeline->parts;

  g_return_if_fail (parts->len > 0);
  g_array_index (parts, DlTimelinePart, parts->len - 1).texts = func;
}

void
dl_timeline_builder_set_same_func (DlTimelineBuilder *self, DlEventSameFunc func)
{
  GArray *parts = self->timeline->parts;

  g_return_if_fail (parts->len > 0);
  g_array_index (parts, DlTimelinePart, parts->len - 1).same = func;
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
dl_timeline_builder_add_file (DlTimelineBuilder *self, const DlTimelineFile *file)
{
  DlTimelineFile copy = { keep (self, file->id), keep (self, file->name) };
  GArray        *files = self->timeline->files;

  g_return_val_if_fail (file->id != NULL && file->name != NULL, DL_NONE);
  g_return_val_if_fail (self->timeline->n_records == 0, DL_NONE);
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (g_array_index (files, DlTimelineFile, i).id, copy.id))
      return DL_NONE;
  g_array_append_val (files, copy);
  return files->len - 1;
}

void
dl_timeline_builder_begin_file (DlTimelineBuilder *self, guint64 key, guint32 file)
{
  DlFileRun run = { self->origin + key, file };
  GArray   *runs = self->timeline->runs;

  g_return_if_fail (file == DL_NONE || file < self->timeline->files->len);
  if (runs == NULL)
    runs = self->timeline->runs = g_array_new (FALSE, FALSE, sizeof (DlFileRun));
  g_return_if_fail (runs->len == 0 || g_array_index (runs, DlFileRun, runs->len - 1).origin < run.origin);
  g_array_append_val (runs, run);
}

/* What is of one file needs no telling from others. */
static void
settle_files (DlTimeline *timeline)
{
  if (timeline->files->len < 2)
    {
      g_array_set_size (timeline->files, 0);
      g_clear_pointer (&timeline->runs, g_array_unref);
    }
  else if (timeline->runs == NULL)
    timeline->runs = g_array_new (FALSE, FALSE, sizeof (DlFileRun));
}

guint32
dl_timeline_builder_add_person (DlTimelineBuilder *self, const DlPerson *person)
{
  DlPerson copy = { .id = keep (self, person->id),
                    .name = keep (self, person->name),
                    .role = keep (self, person->role) };
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
  return dl_timeline_find (self->timeline, id) != DL_NONE;
}

void
dl_timeline_builder_expect_event (DlTimelineBuilder *self, const char *id)
{
  dl_id_index_prefetch (&self->timeline->by_id, id);
}

/* As large as is needed, and twice as large as before. */
static gpointer
grow (gpointer array, guint *allocated, guint needed, gsize size)
{
  if (needed <= *allocated)
    return array;
  *allocated = MAX (MAX (needed, *allocated * 2), 16);
  return g_realloc_n (array, *allocated, size);
}

static gpointer
shrink (gpointer array, guint *allocated, guint n, gsize size)
{
  if (n == *allocated)
    return array;
  *allocated = n;
  return g_realloc_n (array, n, size);
}

void
dl_timeline_builder_reserve (DlTimelineBuilder *self, guint n_events)
{
  DlTimeline *timeline = self->timeline;

  timeline->records = grow (timeline->records, &timeline->n_records_allocated, n_events, sizeof (DlEventRecord));
  dl_id_index_reserve (&timeline->by_id, n_events);
}

void
dl_timeline_builder_take_strings (DlTimelineBuilder *self, DlStringArena *strings)
{
  dl_string_arena_take (self->timeline->strings, strings);
}

/* Whether the id is free; if so it is taken by the next record. */
static gboolean
take_id (DlTimelineBuilder *self, const char *id)
{
  DlTimeline *timeline = self->timeline;

  return dl_id_index_add (&timeline->by_id, timeline->records, id, timeline->n_records);
}

/* @record's strings and date are as they are to be. */
static void
append_event (DlTimelineBuilder   *self,
              const DlEventRecord *record,
              const guint32       *refs,
              const DlRelation    *related,
              guint                n_related)
{
  DlTimeline *timeline = self->timeline;
  guint       n_refs = (guint) record->n_topics + record->n_people + record->n_sources + record->n_speakers;
  guint       position = timeline->n_records;

  timeline->records = grow (timeline->records, &timeline->n_records_allocated, position + 1, sizeof (DlEventRecord));
  timeline->records[position] = *record;
  timeline->records[position].refs = timeline->n_refs;
  timeline->records[position].origin = timeline->parts->len > 0 ? self->origin + record->origin : 0;
  timeline->n_records++;
  timeline->refs = grow (timeline->refs, &timeline->n_refs_allocated, timeline->n_refs + n_refs, sizeof (guint32));
  for (guint i = 0; i < n_refs; i++)
    timeline->refs[timeline->n_refs++] = refs[i];
  timeline->n_quotes += record->n_quotes;
  timeline->n_unusual += record->status != DL_STATUS_HAPPENED ? 1 : 0;

  for (guint i = 0; i < n_related; i++)
    {
      NamedLink link = { position, dl_timeline_find (timeline, related[i].event), NULL, (guint8) related[i].type };

      if (link.to == DL_NONE)
        link.name = dl_string_arena_add (self->names, related[i].event, strlen (related[i].event));
      g_array_append_val (self->links, link);
    }
}

gboolean
dl_timeline_builder_add_event (DlTimelineBuilder   *self,
                               const DlEventRecord *record,
                               const guint32       *refs,
                               const DlRelation    *related,
                               guint                n_related)
{
  DlEventRecord copy = *record;

  g_return_val_if_fail (record->id != NULL && record->title != NULL && record->date_text != NULL, FALSE);

  if (!take_id (self, record->id))
    return FALSE;
  copy.id = keep (self, record->id);
  copy.title = keep (self, record->title);
  copy.date_text = keep (self, record->date_text);
  copy.date_flags = DL_DATE_UNREAD;
  append_event (self, &copy, refs, related, n_related);
  return TRUE;
}

gboolean
dl_timeline_builder_take_event (DlTimelineBuilder *self,
                                DlEventRecord     *record,
                                const DlDate      *date,
                                const guint32     *refs,
                                const DlRelation  *related,
                                guint              n_related)
{
  g_return_val_if_fail (record->id != NULL && record->title != NULL && record->date_text != NULL, FALSE);

  if (!take_id (self, record->id))
    return FALSE;
  dl_timeline_set_date (self->timeline, record, date);
  append_event (self, record, refs, related, n_related);
  return TRUE;
}

/* @positions: of each event once they are sorted; NULL where nothing has moved */
static void
resolve_links (DlTimelineBuilder *self, const guint32 *positions)
{
  DlTimeline *timeline = self->timeline;

  if (self->links->len == 0)
    return;
  timeline->links = g_new0 (DlLink, (gsize) self->links->len * 2);
  for (guint i = 0; i < self->links->len; i++)
    {
      const NamedLink *named = &g_array_index (self->links, NamedLink, i);
      guint            from = positions != NULL ? positions[named->from] : named->from;
      guint            to;

      if (named->to == DL_NONE)
        to = dl_timeline_find (timeline, named->name);
      else
        to = positions != NULL ? positions[named->to] : named->to;
      if (to == DL_NONE || from == to)
        continue;
      timeline->links[timeline->n_links++] = (DlLink){ from, to, named->type, FALSE };
      timeline->links[timeline->n_links++] = (DlLink){ to, from, named->type, TRUE };
    }
  timeline->links = g_renew (DlLink, timeline->links, timeline->n_links);
  dl_timeline_sort_links (timeline);
}

DlTimeline *
dl_timeline_builder_end (DlTimelineBuilder *self)
{
  DlTimeline         *timeline = self->timeline;
  g_autofree guint32 *positions = NULL;

  timeline->as_of_text = keep (self, self->as_of);
  timeline->view_text = keep (self, self->view);
  timeline->records =
    shrink (timeline->records, &timeline->n_records_allocated, timeline->n_records, sizeof (DlEventRecord));
  timeline->refs = shrink (timeline->refs, &timeline->n_refs_allocated, timeline->n_refs, sizeof (guint32));
  settle_files (timeline);
  positions = dl_timeline_settle (timeline);
  resolve_links (self, positions);
  timeline = g_steal_pointer (&self->timeline);
  clear (self);
  start (self);
  return timeline;
}
