/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-private.h"

#include "model/dl-event.h"

/* One in so many is rare. */
#define RARE 10

static void dl_timeline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DlTimeline,
                               dl_timeline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dl_timeline_list_model_init))

static GType
dl_timeline_get_item_type (GListModel *model)
{
  return DL_TYPE_EVENT;
}

static guint
dl_timeline_get_n_items (GListModel *model)
{
  return DL_TIMELINE (model)->n_records;
}

static gpointer
dl_timeline_get_item (GListModel *model, guint position)
{
  DlTimeline *self = DL_TIMELINE (model);

  if (position >= self->n_records)
    return NULL;
  return dl_event_new (self, position);
}

static void
dl_timeline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dl_timeline_get_item_type;
  iface->get_n_items = dl_timeline_get_n_items;
  iface->get_item = dl_timeline_get_item;
}

static void
clear_person (gpointer data)
{
  DlPerson *person = data;

  g_free ((gpointer) person->aliases);
}

static void
clear_place (gpointer data)
{
  DlPlace *place = data;

  g_clear_pointer (&place->timezone, dl_zone_unref);
}

static void
clear_part (gpointer data)
{
  DlTimelinePart *part = data;

  if (part->destroy != NULL)
    part->destroy (part->data);
}

static void
dl_timeline_finalize (GObject *object)
{
  DlTimeline *self = DL_TIMELINE (object);

  dl_id_index_clear (&self->by_id);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->topics, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->eras, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->files, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->records, g_free);
  if (self->base == NULL)
    g_free (self->refs);
  self->refs = NULL;
  g_clear_pointer (&self->links, g_free);
  for (guint i = 0; i < DL_N_TIMELINE_VALUES; i++)
    g_clear_pointer (&self->absent[i], g_free);
  g_clear_pointer (&self->zone, dl_zone_unref);
  g_clear_pointer (&self->strings, dl_string_arena_free);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (dl_timeline_parent_class)->finalize (object);
}

static void
dl_timeline_class_init (DlTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_timeline_finalize;
}

static void
dl_timeline_init (DlTimeline *self)
{
  self->strings = dl_string_arena_new ();
  self->people = g_array_new (FALSE, TRUE, sizeof (DlPerson));
  g_array_set_clear_func (self->people, clear_person);
  self->places = g_array_new (FALSE, TRUE, sizeof (DlPlace));
  g_array_set_clear_func (self->places, clear_place);
  self->topics = g_array_new (FALSE, TRUE, sizeof (DlTopic));
  self->sources = g_array_new (FALSE, TRUE, sizeof (DlSource));
  self->eras = g_array_new (FALSE, TRUE, sizeof (DlEra));
  self->parts = g_array_new (FALSE, TRUE, sizeof (DlTimelinePart));
  g_array_set_clear_func (self->parts, clear_part);
  self->files = g_array_new (FALSE, TRUE, sizeof (DlTimelineFile));
}

const char *
dl_timeline_get_title (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->title;
}

const char *
dl_timeline_get_description (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->description;
}

const char *
dl_timeline_get_language (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->language;
}

const char *
dl_timeline_get_as_of_text (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->as_of_text;
}

const char *
dl_timeline_get_view_text (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->view_text;
}

gboolean
dl_timeline_get_as_of (DlTimeline *self, DlInstant *moment)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->has_as_of && moment != NULL)
    *moment = self->as_of;
  return self->has_as_of;
}

gboolean
dl_timeline_get_view (DlTimeline *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->has_view)
    {
      *from = self->view_from;
      *to = self->view_to;
    }
  return self->has_view;
}

DlZone *
dl_timeline_get_zone (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->zone;
}

guint
dl_timeline_get_n_events (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->n_records;
}

guint
dl_timeline_get_n_whole (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->n_records + self->n_left_out;
}

DlTimeline *
dl_timeline_get_read (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->base != NULL ? self->base : self;
}

const DlEventRecord *
dl_timeline_get_record (DlTimeline *self, guint position)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (position < self->n_records, NULL);
  return &self->records[position];
}

const DlEventRecord *
dl_timeline_get_records (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->records;
}

void
dl_timeline_get_date (DlTimeline *self, guint position, DlDate *date)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  g_return_if_fail (record != NULL);
  dl_timeline_resolve_date (self, record->date_text, date);
}

guint
dl_timeline_find (DlTimeline *self, const char *id)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), DL_NONE);
  return dl_id_index_find (&self->by_id, self->records, id);
}

static const guint32 *
refs_at (DlTimeline *self, guint position, guint skip)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  /* No address is of a pool that holds nothing. */
  return record == NULL || self->refs == NULL ? NULL : self->refs + record->refs + skip;
}

const guint32 *
dl_timeline_get_event_topics (DlTimeline *self, guint position)
{
  return refs_at (self, position, 0);
}

const guint32 *
dl_timeline_get_event_people (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  return refs_at (self, position, record->n_topics);
}

const guint32 *
dl_timeline_get_event_sources (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  return refs_at (self, position, (guint) record->n_topics + record->n_people);
}

const guint32 *
dl_timeline_get_event_speakers (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  return refs_at (self, position, (guint) record->n_topics + record->n_people + record->n_sources);
}

guint
dl_timeline_count_before (DlTimeline *self, DlInstant at)
{
  const DlEventRecord *records = dl_timeline_get_records (self);
  guint                low = 0;
  guint                high = dl_timeline_get_n_events (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (records[middle].start, at) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
dl_timeline_dup_related (DlTimeline *self, guint position)
{
  GArray *related = g_array_new (FALSE, TRUE, sizeof (DlRelated));
  guint   low = 0;
  guint   high;

  g_return_val_if_fail (DL_IS_TIMELINE (self), related);
  high = self->n_links;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->links[middle].from < position)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->n_links; low++)
    {
      const DlLink *link = &self->links[low];
      DlRelated     entry = { link->to, (DlRelationType) link->type, link->inverse };

      if (link->from != position)
        break;
      g_array_append_val (related, entry);
    }
  return related;
}

static GArray *
get_values (DlTimeline *self, DlTimelineValues values)
{
  GArray *arrays[DL_N_TIMELINE_VALUES] = { self->people, self->places, self->topics, self->sources };

  return arrays[values];
}

gboolean
dl_timeline_has_value (DlTimeline *self, DlTimelineValues values, guint index)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  g_return_val_if_fail (index < get_values (self, values)->len, FALSE);
  return self->absent[values] == NULL || !self->absent[values][index];
}

guint
dl_timeline_count_values (DlTimeline *self, DlTimelineValues values)
{
  guint n = 0;

  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  for (guint i = 0; i < get_values (self, values)->len; i++)
    n += dl_timeline_has_value (self, values, i);
  return n;
}

guint
dl_timeline_get_n_people (DlTimeline *self)
{
  return self->people->len;
}

const DlPerson *
dl_timeline_get_person (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->people->len, NULL);
  return &g_array_index (self->people, DlPerson, index);
}

guint
dl_timeline_get_n_places (DlTimeline *self)
{
  return self->places->len;
}

const DlPlace *
dl_timeline_get_place (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);
  return &g_array_index (self->places, DlPlace, index);
}

guint
dl_timeline_get_n_topics (DlTimeline *self)
{
  return self->topics->len;
}

const DlTopic *
dl_timeline_get_topic (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->topics->len, NULL);
  return &g_array_index (self->topics, DlTopic, index);
}

guint
dl_timeline_get_n_sources (DlTimeline *self)
{
  return self->sources->len;
}

const DlSource *
dl_timeline_get_source (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->sources->len, NULL);
  return &g_array_index (self->sources, DlSource, index);
}

guint
dl_timeline_get_n_eras (DlTimeline *self)
{
  return self->eras->len;
}

const DlEra *
dl_timeline_get_era (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->eras->len, NULL);
  return &g_array_index (self->eras, DlEra, index);
}

guint
dl_timeline_get_n_quotes (DlTimeline *self)
{
  return self->n_quotes;
}

gboolean
dl_timeline_tells_status (DlTimeline *self, DlStatus status)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  self = dl_timeline_get_read (self);
  return status != DL_STATUS_HAPPENED || self->n_unusual * RARE >= self->n_records;
}

gboolean
dl_timeline_get_extent (DlTimeline *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->has_extent)
    {
      *from = self->extent_from;
      *to = self->extent_to;
    }
  return self->has_extent;
}

gboolean
dl_timeline_has_open_end (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  return self->n_open_ends > 0;
}

gboolean
dl_timeline_goes_on (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  return self->n_open_ends >= self->n_known_ends;
}

gsize
dl_timeline_get_store_size (DlTimeline *self)
{
  gsize size;

  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  size = self->n_records_allocated * sizeof (DlEventRecord) + self->by_id.n_slots * sizeof (DlIdSlot) +
         self->n_links * sizeof (DlLink);
  if (self->base == NULL)
    size += self->n_refs_allocated * sizeof (guint32);
  return size + dl_string_arena_get_slack (self->strings);
}
