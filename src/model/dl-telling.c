/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-telling.h"

#include "model/dl-overlay-off.h"
#include "model/dl-timeline-private.h"

void
dl_telling_clear (DlTelling *telling)
{
  g_clear_pointer (&telling->zone, dl_zone_unref);
  g_clear_pointer (&telling->filter, dl_filter_free);
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
  g_clear_pointer (&self->files, g_array_unref);
  self->files = g_array_ref (base->files);
  self->runs = base->runs == NULL ? NULL : g_array_ref (base->runs);
  self->refs = base->refs;
  self->n_refs = base->n_refs;
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

/* @base as it was read. */
static DlTimeline *
tell_in_zone (DlTimeline *base, DlZone *zone)
{
  DlTimeline         *self = g_object_new (DL_TYPE_TIMELINE, NULL);
  g_autofree guint32 *positions = NULL;

  self->zone = dl_zone_ref (zone);
  share (self, base);
  g_array_append_vals (self->eras, base->eras->data, base->eras->len);
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

/* The events of @whole that are in @shown, whose dates are as they were. */
static void
take_some (DlTimeline *self, DlTimeline *whole, DlEventSet *shown)
{
  guint               n = dl_event_set_get_n (shown);
  g_autofree guint32 *positions = g_new (guint32, whole->n_records);

  self->records = g_new (DlEventRecord, n);
  self->n_records_allocated = n;
  for (guint i = 0; i < whole->n_records; i++)
    {
      positions[i] = DL_NONE;
      if (!dl_event_set_contains (shown, i))
        continue;
      positions[i] = self->n_records;
      self->records[self->n_records++] = whole->records[i];
      self->n_quotes += whole->records[i].n_quotes;
    }
  dl_id_index_copy_some (&self->by_id, &whole->by_id, positions, n);

  self->links = g_new (DlLink, whole->n_links);
  for (guint i = 0; i < whole->n_links; i++)
    {
      DlLink link = whole->links[i];

      link.from = positions[link.from];
      link.to = positions[link.to];
      if (link.from != DL_NONE && link.to != DL_NONE)
        self->links[self->n_links++] = link;
    }
}

/* @whole: no filter is on it. @base: what it is a telling of, or itself */
static DlTimeline *
tell_some (DlTimeline *whole, DlTimeline *base, const DlFilter *filter)
{
  DlTimeline            *self = g_object_new (DL_TYPE_TIMELINE, NULL);
  g_autoptr (DlEventSet) shown = dl_filter_match (filter, whole);

  self->zone = whole->zone == NULL ? NULL : dl_zone_ref (whole->zone);
  self->n_left_out = whole->n_records - dl_event_set_get_n (shown);
  self->is_filtered = TRUE;
  share (self, base);
  g_array_append_vals (self->eras, whole->eras->data, whole->eras->len);
  self->as_of_text = whole->as_of_text;
  self->as_of = whole->as_of;
  self->has_as_of = whole->has_as_of;
  self->view_from = whole->view_from;
  self->view_to = whole->view_to;
  self->has_view = whole->has_view;
  take_some (self, whole, shown);
  dl_timeline_settle_extent (self);
  dl_overlay_leave_off (self, whole, filter);
  return self;
}

static gboolean
is_in_zone (DlTimeline *timeline, DlZone *zone)
{
  return g_str_equal (dl_zone_get_name (zone), dl_zone_get_name (timeline->zone));
}

DlTimeline *
dl_timeline_new_told (DlTimeline *base, const DlTelling *telling)
{
  DlTimeline            *read;
  DlZone                *zone;
  g_autoptr (DlTimeline) whole = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (base), NULL);
  g_return_val_if_fail (telling != NULL, NULL);
  read = base->base != NULL ? base->base : base;
  zone = telling->zone != NULL ? telling->zone : read->zone;
  if (is_in_zone (read, zone))
    whole = g_object_ref (read);
  else if (!base->is_filtered && is_in_zone (base, zone))
    whole = g_object_ref (base);
  else
    whole = tell_in_zone (read, zone);
  if (dl_filter_is_empty (telling->filter))
    return g_steal_pointer (&whole);
  return tell_some (whole, read, telling->filter);
}
