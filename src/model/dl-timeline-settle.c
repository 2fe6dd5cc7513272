/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-private.h"

#include <string.h>

/* With none of these the stated extent begins where the whole does. */
#define STATED_APART (DL_DATE_APPROXIMATE | DL_DATE_OPEN_START | DL_DATE_UNKNOWN_START | DL_DATE_SET_ONE | DL_DATE_SET_ALL)

/* Parsed again whenever it is wanted whole: an axis in another zone wants the
 * dates as they were written, and the bounds are many times the text. */
void
dl_timeline_resolve_date (DlTimeline *self, const char *text, DlDate *date)
{
  if (!dl_date_parse (text, -1, date, NULL))
    {
      *date = (DlDate){ 0 };
      g_return_if_reached ();
    }
  dl_date_resolve (date, self->zone);
}

DlInstant
dl_timeline_stated_start (DlTimeline *self, const DlEventRecord *record)
{
  DlDate date;

  if ((record->date_flags & STATED_APART) == 0)
    return record->start;
  dl_timeline_resolve_date (self, record->date_text, &date);
  return date.stated_start;
}

/* The order of dl_date_compare(). Equals stay in the order of the file: the
 * sort is stable. */
static int
compare_records (gconstpointer a, gconstpointer b, gpointer timeline)
{
  const DlEventRecord *left = a;
  const DlEventRecord *right = b;
  int                  order = dl_instant_compare (left->start, right->start);

  if (order == 0)
    order = dl_instant_compare (right->end, left->end);
  if (order == 0 && ((left->date_flags | right->date_flags) & STATED_APART) != 0 && strcmp (left->date_text, right->date_text) != 0)
    order = dl_instant_compare (dl_timeline_stated_start (timeline, left), dl_timeline_stated_start (timeline, right));
  return order;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const DlLink *left = a;
  const DlLink *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return (int) left->inverse - (int) right->inverse;
}

void
dl_timeline_sort_links (DlTimeline *self)
{
  g_array_sort (self->links, compare_links);
}

static void
include (DlTimeline *timeline, DlInstant instant)
{
  if (!dl_instant_is_finite (instant))
    return;
  if (!timeline->has_extent)
    timeline->extent_from = timeline->extent_to = instant;
  timeline->has_extent = TRUE;
  timeline->extent_from = dl_instant_min (timeline->extent_from, instant);
  timeline->extent_to = dl_instant_max (timeline->extent_to, instant);
}

static void
settle_view (DlTimeline *self)
{
  DlDate date;

  self->has_as_of = self->as_of_text != NULL && dl_date_parse (self->as_of_text, -1, &date, NULL);
  if (self->has_as_of)
    {
      dl_date_resolve (&date, self->zone);
      self->as_of = date.latest_end;
      self->has_as_of = dl_instant_is_finite (date.latest_end);
    }
  if (!self->has_as_of)
    self->as_of_text = NULL;
  self->has_view = self->view_text != NULL && dl_date_parse (self->view_text, -1, &date, NULL);
  if (self->has_view)
    {
      dl_date_resolve (&date, self->zone);
      self->view_from = date.earliest_start;
      self->view_to = date.latest_end;
      self->has_view = dl_instant_is_finite (date.earliest_start) && dl_instant_is_finite (date.latest_end);
    }
}

void
dl_timeline_settle (DlTimeline *self)
{
  self->has_extent = FALSE;
  for (guint i = 0; i < self->records->len; i++)
    {
      DlEventRecord *record = &g_array_index (self->records, DlEventRecord, i);

      DlDate date;

      dl_timeline_resolve_date (self, record->date_text, &date);
      record->start = date.earliest_start;
      record->end = date.latest_end;
      record->date_flags = date.flags;
      include (self, date.earliest_start);
      include (self, date.latest_start);
      include (self, date.earliest_end);
      include (self, date.latest_end);
    }
  for (guint i = 0; i < self->eras->len; i++)
    {
      DlEra *era = &g_array_index (self->eras, DlEra, i);

      dl_timeline_resolve_date (self, era->date_text, &era->date);
    }
  g_array_sort_with_data (self->records, compare_records, self);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->records->len; i++)
    g_hash_table_insert (self->by_id, (gpointer) g_array_index (self->records, DlEventRecord, i).id, GUINT_TO_POINTER (i + 1));
  settle_view (self);
}

DlTimeline *
dl_timeline_new_in_zone (DlTimeline *base, DlZone *zone)
{
  DlTimeline *self;

  g_return_val_if_fail (DL_IS_TIMELINE (base), NULL);
  self = g_object_new (DL_TYPE_TIMELINE, NULL);
  self->base = g_object_ref (base);
  self->title = base->title;
  self->description = base->description;
  self->language = base->language;
  self->as_of_text = base->as_of_text;
  self->view_text = base->view_text;
  self->zone = zone == NULL ? NULL : dl_zone_ref (zone);
  self->n_quotes = base->n_quotes;
  g_clear_pointer (&self->people, g_array_unref);
  self->people = g_array_ref (base->people);
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_array_ref (base->places);
  g_clear_pointer (&self->topics, g_array_unref);
  self->topics = g_array_ref (base->topics);
  g_clear_pointer (&self->sources, g_array_unref);
  self->sources = g_array_ref (base->sources);
  g_clear_pointer (&self->refs, g_array_unref);
  self->refs = g_array_ref (base->refs);
  g_array_append_vals (self->eras, base->eras->data, base->eras->len);
  g_array_append_vals (self->records, base->records->data, base->records->len);
  dl_timeline_settle (self);

  /* Positions may have changed; ids have not. */
  for (guint i = 0; i < base->links->len; i++)
    {
      DlLink link = g_array_index (base->links, DlLink, i);

      link.from = dl_timeline_find (self, dl_timeline_get_record (base, link.from)->id);
      link.to = dl_timeline_find (self, dl_timeline_get_record (base, link.to)->id);
      g_array_append_val (self->links, link);
    }
  dl_timeline_sort_links (self);
  return self;
}
