/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-private.h"

#include <string.h>

/* With none of these the stated extent begins where the whole does. */
#define STATED_APART                                                                                                   \
  (DL_DATE_APPROXIMATE | DL_DATE_OPEN_START | DL_DATE_UNKNOWN_START | DL_DATE_SET_ONE | DL_DATE_SET_ALL)

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

/* The order of dl_date_compare(). */
static int
compare_records (DlTimeline *self, const DlEventRecord *left, const DlEventRecord *right)
{
  int order = dl_instant_compare (left->start, right->start);

  if (order == 0)
    order = dl_instant_compare (right->end, left->end);
  if (order == 0 && ((left->date_flags | right->date_flags) & STATED_APART) != 0 &&
      strcmp (left->date_text, right->date_text) != 0)
    order = dl_instant_compare (dl_timeline_stated_start (self, left), dl_timeline_stated_start (self, right));
  return order;
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
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
  g_qsort_with_data (self->links, (int) self->n_links, sizeof (DlLink), compare_links, NULL);
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

void
dl_timeline_settle_view (DlTimeline *self)
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
      self->has_view = dl_date_get_view (&date, &self->view_from, &self->view_to);
    }
}

/* What is sorted instead of the records, which are large. */
typedef struct
{
  guint64 start; /* whole seconds, moved so that they are not negative */
  guint32 nanos; /* beyond them */
  guint32 position;
} SortKey;

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer timeline)
{
  const DlTimeline *self = timeline;

  return compare_records (timeline, &self->records[((const SortKey *) a)->position],
                          &self->records[((const SortKey *) b)->position]);
}

static guint
get_byte (const SortKey *key, guint which)
{
  return which < sizeof key->nanos ? (key->nanos >> (8 * which)) & 0xff
                                   : (guint) (key->start >> (8 * (which - sizeof key->nanos))) & 0xff;
}

/* By where they begin alone, a byte of that at a time from the last to the first;
 * equals stay as they are. @spare: as large. Returns: the one of the two that
 * is sorted */
static SortKey *
sort_by_start (SortKey *keys, SortKey *spare, guint n)
{
  for (guint which = 0; which < sizeof keys->nanos + sizeof keys->start; which++)
    {
      guint    counts[256] = { 0 };
      guint    at = 0;
      SortKey *sorted = spare;

      for (guint i = 0; i < n; i++)
        counts[get_byte (&keys[i], which)]++;
      if (counts[get_byte (&keys[0], which)] == n)
        continue;
      for (guint digit = 0; digit < 256; digit++)
        {
          guint count = counts[digit];

          counts[digit] = at;
          at += count;
        }
      for (guint i = 0; i < n; i++)
        sorted[counts[get_byte (&keys[i], which)]++] = keys[i];
      spare = keys;
      keys = sorted;
    }
  return keys;
}

static gboolean
is_sorted (DlTimeline *self)
{
  for (guint i = 1; i < self->n_records; i++)
    if (compare_records (self, &self->records[i - 1], &self->records[i]) > 0)
      return FALSE;
  return TRUE;
}

/* Moves to each place the record that @order names for it; spoils @order.
 * Along the cycles of the permutation, so that no second array is needed. */
static void
move_records (DlEventRecord *records, guint32 *order, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      DlEventRecord first;
      guint         at = i;

      if (order[i] == i)
        continue;
      first = records[i];
      while (order[at] != i)
        {
          guint from = order[at];

          records[at] = records[from];
          order[at] = at;
          at = from;
        }
      records[at] = first;
      order[at] = at;
    }
}

/* Equals stay in the order of the file. */
static guint32 *
sort_records (DlTimeline *self)
{
  guint               n = self->n_records;
  g_autofree SortKey *keys = NULL;
  g_autofree SortKey *spare = NULL;
  g_autofree guint32 *order = NULL;
  SortKey            *sorted;
  guint32            *positions;

  if (is_sorted (self))
    return NULL;
  keys = g_new (SortKey, n);
  spare = g_new (SortKey, n);
  for (guint i = 0; i < n; i++)
    keys[i] = (SortKey){ (guint64) self->records[i].start.seconds ^ (G_GUINT64_CONSTANT (1) << 63),
                         (guint32) self->records[i].start.nanos, i };
  sorted = sort_by_start (keys, spare, n);
  for (guint i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && sorted[end].start == sorted[i].start && sorted[end].nanos == sorted[i].nanos; end++)
        ;
      if (end - i > 1)
        g_qsort_with_data (sorted + i, (int) (end - i), sizeof *sorted, compare_keys, self);
    }
  order = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    order[i] = sorted[i].position;
  g_clear_pointer (&keys, g_free);
  g_clear_pointer (&spare, g_free);
  positions = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    positions[order[i]] = i;
  move_records (self->records, order, n);
  return positions;
}

static void
count_end (DlTimeline *self, guint flags)
{
  gboolean open = (flags & DL_DATE_OPEN_END) != 0;

  self->n_open_ends += open;
  self->n_known_ends += !open && (flags & DL_DATE_INTERVAL) != 0;
}

void
dl_timeline_set_date (DlTimeline *self, DlEventRecord *record, const DlDate *date)
{
  record->start = date->earliest_start;
  record->end = date->latest_end;
  record->date_flags = date->flags;
  count_end (self, date->flags);
  include (self, date->earliest_start);
  include (self, date->latest_start);
  include (self, date->earliest_end);
  include (self, date->latest_end);
}

void
dl_timeline_settle_extent (DlTimeline *self)
{
  self->n_open_ends = self->n_known_ends = 0;
  for (guint i = 0; i < self->n_records; i++)
    {
      DlEventRecord *record = &self->records[i];
      DlDate         date;

      /* No bound lies beyond these two. */
      if (dl_instant_is_finite (record->start) && dl_instant_is_finite (record->end))
        {
          count_end (self, record->date_flags);
          include (self, record->start);
          include (self, record->end);
          continue;
        }
      dl_timeline_resolve_date (self, record->date_text, &date);
      dl_timeline_set_date (self, record, &date);
    }
}

guint32 *
dl_timeline_settle (DlTimeline *self)
{
  guint32 *positions;

  for (guint i = 0; i < self->n_records; i++)
    {
      DlEventRecord *record = &self->records[i];
      DlDate         date;

      if (record->date_flags != DL_DATE_UNREAD)
        continue;
      dl_timeline_resolve_date (self, record->date_text, &date);
      dl_timeline_set_date (self, record, &date);
    }
  for (guint i = 0; i < self->eras->len; i++)
    {
      DlEra *era = &g_array_index (self->eras, DlEra, i);

      dl_timeline_resolve_date (self, era->date_text, &era->date);
    }
  dl_timeline_settle_view (self);
  positions = sort_records (self);
  if (positions != NULL)
    dl_id_index_renumber (&self->by_id, positions);
  return positions;
}
