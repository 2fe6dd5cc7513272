/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-overlay.h"

#include <string.h>

#include "model/dl-overlay-head.h"
#include "model/dl-overlay-values.h"
#include "model/dl-timeline-private.h"

/**
 * Layer:
 * @id: what the file is called
 * @values: where what indexes of the file stand for is in the overlay
 * @ids: (nullable): the new ids of the events whose own were taken, by these
 *
 * One file, as long as the overlay lives.
 */
typedef struct
{
  DlTimeline     *timeline;
  const char     *id;
  DlOverlayFiles  files;
  DlOverlayValues values;
  GHashTable     *ids;
} Layer;

static void
layer_free (gpointer data)
{
  Layer *layer = data;

  dl_overlay_files_clear (&layer->files);
  dl_overlay_values_clear (&layer->values);
  g_clear_pointer (&layer->ids, g_hash_table_unref);
  g_clear_object (&layer->timeline);
  g_free (layer);
}

/* Details */

static DlEventDetails *
read_details (guint64 origin, gpointer data)
{
  const Layer    *layer = data;
  DlEventDetails *details = dl_timeline_dup_details_of (layer->timeline, origin);

  if (details == NULL)
    return NULL;
  for (guint i = 0; i < details->quotes->len; i++)
    {
      DlQuote *quote = details->quotes->pdata[i];

      if (quote->speaker != DL_NONE)
        quote->speaker = layer->values.people[quote->speaker];
      if (quote->source != DL_NONE)
        quote->source = layer->values.sources[quote->source];
    }
  for (guint i = 0; layer->ids != NULL && i < details->related->len; i++)
    {
      DlRelation *relation = &g_array_index (details->related, DlRelation, i);
      const char *id = g_hash_table_lookup (layer->ids, relation->event);

      if (id != NULL)
        {
          g_free (relation->event);
          relation->event = g_strdup (id);
        }
    }
  return details;
}

typedef struct
{
  const Layer    *layer;
  DlEventTextFunc func;
  gpointer        data;
} Walk;

static gboolean
walk_cb (const DlEventText *text, gpointer data)
{
  const Walk *walk = data;
  DlEventText told = *text;

  if (told.source != DL_NONE)
    told.source = walk->layer->values.sources[told.source];
  return walk->func (&told, walk->data);
}

static void
walk_texts (guint64 origin, gpointer data, DlEventTextFunc func, gpointer func_data)
{
  const Layer *layer = data;
  Walk         walk = { layer, func, func_data };

  dl_timeline_walk_texts_of (layer->timeline, origin, walk_cb, &walk);
}

static gboolean
is_same (guint64 origin, gpointer data, guint64 other_origin, gpointer other_data)
{
  return dl_timeline_is_written_alike (((const Layer *) data)->timeline, origin, ((const Layer *) other_data)->timeline,
                                       other_origin);
}

/* Events */

static void
reserve (DlTimeline *self, DlTimeline *const *timelines, guint n)
{
  guint n_links = 0;

  for (guint i = 0; i < n; i++)
    {
      self->n_records_allocated += timelines[i]->n_records;
      self->n_refs_allocated += timelines[i]->n_refs;
      n_links += timelines[i]->n_links;
    }
  self->records = g_new (DlEventRecord, self->n_records_allocated);
  self->refs = g_new (guint32, self->n_refs_allocated);
  self->links = g_new (DlLink, n_links);
  dl_id_index_reserve (&self->by_id, self->n_records_allocated);
}

/* An id that no event has yet, for one whose own is taken. Owned by @self */
static const char *
make_up_id (DlTimeline *self, const DlTimelineFile *file, const char *id)
{
  g_autofree char *wish = g_strdup_printf ("%s:%s", file->id, id);
  g_autofree char *numbered = NULL;
  const char      *free_one = wish;

  for (guint number = 2; dl_timeline_find (self, free_one) != DL_NONE; number++)
    {
      g_free (numbered);
      free_one = numbered = g_strdup_printf ("%s-%u", wish, number);
    }
  return dl_string_arena_add (self->strings, free_one, strlen (free_one));
}

static void
take_id (DlTimeline *self, Layer *layer, const DlTimelineFile *file, DlEventRecord *record)
{
  const char *old = record->id;

  if (dl_id_index_add (&self->by_id, self->records, record->id, self->n_records))
    return;
  record->id = make_up_id (self, file, old);
  dl_id_index_add (&self->by_id, self->records, record->id, self->n_records);
  if (layer->ids == NULL)
    layer->ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (layer->ids, (gpointer) old, (gpointer) record->id);
}

static void
take_refs (DlTimeline *self, const guint32 **refs, guint n, const guint32 *indexes)
{
  for (guint i = 0; i < n; i++)
    self->refs[self->n_refs++] = indexes[*(*refs)++];
}

/* @origin: of the layer's part. Returns: the first origin behind all of its */
static guint64
take_events (DlTimeline *self, Layer *layer, const DlTimelineFile *file, guint64 origin)
{
  DlTimeline *timeline = layer->timeline;
  gboolean    same_zone = g_str_equal (dl_zone_get_name (self->zone), dl_zone_get_name (timeline->zone));
  guint       first = self->n_records;
  guint64     next = origin + 1;

  for (guint i = 0; i < timeline->n_records; i++)
    {
      DlEventRecord  record = timeline->records[i];
      const guint32 *refs = timeline->refs == NULL ? NULL : timeline->refs + record.refs;

      record.refs = self->n_refs;
      record.origin += origin;
      next = MAX (next, record.origin + 1);
      if (record.place != DL_NONE)
        record.place = layer->values.places[record.place];
      if (!same_zone)
        record.date_flags = DL_DATE_UNREAD;
      take_refs (self, &refs, record.n_topics, layer->values.topics);
      take_refs (self, &refs, record.n_people, layer->values.people);
      take_refs (self, &refs, record.n_sources, layer->values.sources);
      take_refs (self, &refs, record.n_speakers, layer->values.people);
      take_id (self, layer, file, &record);
      self->records[self->n_records++] = record;
    }
  for (guint i = 0; i < timeline->n_links; i++)
    {
      DlLink link = timeline->links[i];

      link.from += first;
      link.to += first;
      self->links[self->n_links++] = link;
    }
  self->n_quotes += timeline->n_quotes;
  self->n_unusual += timeline->n_unusual;
  return next;
}

/* The whole */

static const char *
keep (DlTimeline *self, const char *text)
{
  return text == NULL ? NULL : dl_string_arena_add (self->strings, text, strlen (text));
}

/* The first that a file names. */
static DlZone *
find_zone (DlTimeline *const *timelines, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!dl_zone_is_utc (timelines[i]->zone))
      return timelines[i]->zone;
  return timelines[0]->zone;
}

static void
settle (DlTimeline *self)
{
  g_autofree guint32 *positions = dl_timeline_settle (self);

  /* What was read on another axis is settled; the rest was so before. */
  dl_timeline_settle_extent (self);
  for (guint i = 0; positions != NULL && i < self->n_links; i++)
    {
      self->links[i].from = positions[self->links[i].from];
      self->links[i].to = positions[self->links[i].to];
    }
  dl_timeline_sort_links (self);
}

DlTimeline *
dl_timeline_new_overlaid (DlTimeline *const *timelines, const DlTimelineFile *files, guint n)
{
  g_autofree DlOverlayFiles *maps = NULL;
  DlTimeline                *self;
  DlOverlayMerger           *merger;
  DlZone                    *zone;
  guint64                    origin = 1;

  g_return_val_if_fail (timelines != NULL && files != NULL, NULL);
  g_return_val_if_fail (n >= 2, NULL);
  self = g_object_new (DL_TYPE_TIMELINE, NULL);
  zone = find_zone (timelines, n);
  self->zone = zone == NULL ? NULL : dl_zone_ref (zone);
  reserve (self, timelines, n);
  maps = g_new (DlOverlayFiles, n);
  dl_overlay_files_take (self, timelines, files, n, maps);
  merger = dl_overlay_merger_new (self);
  for (guint i = 0; i < n; i++)
    {
      DlTimelineFile file = { keep (self, files[i].id), keep (self, files[i].name) };
      Layer         *layer = g_new0 (Layer, 1);
      DlTimelinePart part = { origin, read_details, layer, layer_free, walk_texts, is_same };

      layer->timeline = g_object_ref (timelines[i]);
      layer->id = file.id;
      layer->files = maps[i];
      dl_overlay_merger_take (merger, timelines[i], &file, &layer->values);
      origin = take_events (self, layer, &file, origin);
      dl_overlay_files_run (self, timelines[i], &layer->files, part.origin, origin);
      g_array_append_val (self->parts, part);
    }
  dl_overlay_merger_free (merger);
  dl_overlay_settle_head (self, timelines, files, maps, n);
  settle (self);
  g_debug ("%u files are overlaid: %u events", n, self->n_records);
  return self;
}

guint
dl_timeline_get_n_overlaid (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->parts->len > 0 && g_array_index (self->parts, DlTimelinePart, 0).func == read_details ? self->parts->len
                                                                                                     : 0;
}

void
dl_timeline_get_overlaid (DlTimeline *self, guint part, DlOverlaidFile *overlaid)
{
  const Layer *layer;

  g_return_if_fail (DL_IS_TIMELINE (self));
  g_return_if_fail (part < dl_timeline_get_n_overlaid (self));
  layer = g_array_index (self->parts, DlTimelinePart, part).data;
  *overlaid = (DlOverlaidFile){ layer->timeline,      layer->id,
                                layer->files.files,   layer->files.own,
                                layer->values.people, layer->values.places,
                                layer->values.topics, layer->values.sources };
}
