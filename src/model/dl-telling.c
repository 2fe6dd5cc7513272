/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-telling.h"

#include "model/dl-timeline-private.h"

void
dl_telling_clear (DlTelling *telling)
{
  g_clear_pointer (&telling->zone, dl_zone_unref);
}

/* What a telling has and what it came from stand for the same events. */
static void
share (DlTimeline *self, DlTimeline *base)
{
  self->base = g_object_ref (base);
  self->title = base->title;
  self->description = base->description;
  self->language = base->language;
  self->as_of_text = base->as_of_text;
  self->view_text = base->view_text;
  g_clear_pointer (&self->people, g_array_unref);
  self->people = g_array_ref (base->people);
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_array_ref (base->places);
  g_clear_pointer (&self->topics, g_array_unref);
  self->topics = g_array_ref (base->topics);
  g_clear_pointer (&self->sources, g_array_unref);
  self->sources = g_array_ref (base->sources);
  g_clear_pointer (&self->parts, g_array_unref);
  self->parts = g_array_ref (base->parts);
  self->refs = base->refs;
  self->n_refs = base->n_refs;
  g_array_append_vals (self->eras, base->eras->data, base->eras->len);
}

/* The events of @base with their dates still to be read, and what is between them. */
static void
take_events (DlTimeline *self, DlTimeline *base)
{
  self->n_quotes = base->n_quotes;
  self->records = g_memdup2 (base->records, base->n_records * sizeof (DlEventRecord));
  self->n_records = self->n_records_allocated = base->n_records;
  for (guint i = 0; i < self->n_records; i++)
    self->records[i].date_flags = DL_DATE_UNREAD;
  self->by_id = base->by_id;
  self->by_id.slots = g_memdup2 (base->by_id.slots, base->by_id.n_slots * sizeof (DlIdSlot));
  self->links = g_memdup2 (base->links, base->n_links * sizeof (DlLink));
  self->n_links = base->n_links;
}

DlTimeline *
dl_timeline_new_told (DlTimeline *base, const DlTelling *telling)
{
  DlTimeline         *self;
  DlZone             *zone;
  g_autofree guint32 *positions = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (base), NULL);
  g_return_val_if_fail (telling != NULL, NULL);
  if (base->base != NULL)
    base = base->base;
  zone = telling->zone != NULL ? telling->zone : base->zone;
  if (g_str_equal (dl_zone_get_name (zone), dl_zone_get_name (base->zone)))
    return g_object_ref (base);

  self = g_object_new (DL_TYPE_TIMELINE, NULL);
  self->zone = dl_zone_ref (zone);
  share (self, base);
  take_events (self, base);
  positions = dl_timeline_settle (self);
  if (positions != NULL)
    {
      for (guint i = 0; i < self->n_links; i++)
        {
          self->links[i].from = positions[self->links[i].from];
          self->links[i].to = positions[self->links[i].to];
        }
      dl_timeline_sort_links (self);
    }
  return self;
}
