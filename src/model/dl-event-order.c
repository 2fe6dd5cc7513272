/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event-order.h"

/* An event that does not stand where it can have begun first. */
typedef struct
{
  guint32   position;
  DlInstant start;
  DlInstant end;
} Moved;

struct _DlEventOrder
{
  DlTimeline          *timeline;
  const DlEventRecord *records;
  GArray              *positions; /* guint32: in order; NULL: all of the timeline, as there */
  guint                n;
  GArray              *moved; /* Moved, by position; NULL: none */
};

static gboolean
is_moved (const DlEventRecord *record)
{
  return (record->date_flags & DL_DATE_APPROXIMATE_START) != 0 || !dl_instant_is_finite (record->start);
}

/* The last part of the calendar before @end, as long as the date's unit. */
static DlInstant
find_last_unit (DlTimeline *timeline, guint8 precision, DlInstant end)
{
  static const struct
  {
    DlUnit unit;
    gint64 count;
  } units[] = {
    [DL_PRECISION_NONE] = { DL_UNIT_DAY, 1 },           [DL_PRECISION_FRACTION] = { DL_UNIT_SECOND, 1 },
    [DL_PRECISION_SECOND] = { DL_UNIT_SECOND, 1 },      [DL_PRECISION_MINUTE] = { DL_UNIT_MINUTE, 1 },
    [DL_PRECISION_HOUR] = { DL_UNIT_HOUR, 1 },          [DL_PRECISION_DAY] = { DL_UNIT_DAY, 1 },
    [DL_PRECISION_MONTH] = { DL_UNIT_MONTH, 1 },        [DL_PRECISION_SEASON] = { DL_UNIT_MONTH, 1 },
    [DL_PRECISION_QUARTER] = { DL_UNIT_MONTH, 3 },      [DL_PRECISION_QUADRIMESTER] = { DL_UNIT_MONTH, 4 },
    [DL_PRECISION_SEMESTER] = { DL_UNIT_MONTH, 6 },     [DL_PRECISION_YEAR] = { DL_UNIT_YEAR, 1 },
    [DL_PRECISION_DECADE] = { DL_UNIT_YEAR, 10 },       [DL_PRECISION_CENTURY] = { DL_UNIT_YEAR, 100 },
    [DL_PRECISION_MILLENNIUM] = { DL_UNIT_YEAR, 1000 },
  };
  DlZone *zone = dl_timeline_get_zone (timeline);
  DlCivil civil;

  g_return_val_if_fail (precision < G_N_ELEMENTS (units), end);
  civil = dl_zone_to_civil (zone, dl_instant_add (end, -1));
  civil = dl_calendar_floor (&civil, units[precision].unit, units[precision].count, 0);
  /* Seasons begin between two quarters. */
  if (precision == DL_PRECISION_SEASON)
    civil = dl_calendar_add (&civil, DL_UNIT_MONTH, -2);
  return dl_zone_to_instant (zone, dl_calendar_to_instant (&civil));
}

static Moved
move (DlTimeline *timeline, guint32 position)
{
  Moved  moved = { .position = position };
  DlDate date;

  dl_timeline_get_date (timeline, position, &date);
  moved.start = date.stated_start;
  moved.end = dl_instant_is_finite (date.stated_end) ? date.stated_end : date.latest_end;
  if (!dl_instant_is_finite (moved.start) && dl_instant_is_finite (moved.end))
    moved.start = find_last_unit (timeline, date.end_precision, moved.end);
  return moved;
}

static const Moved *
find_moved (const DlEventOrder *self, guint position)
{
  guint low = 0;
  guint high = self->moved->len;

  while (low < high)
    {
      guint        middle = low + (high - low) / 2;
      const Moved *moved = &g_array_index (self->moved, Moved, middle);

      if (moved->position == position)
        return moved;
      if (moved->position < position)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static Moved
stand (const DlEventOrder *self, guint position)
{
  const DlEventRecord *record = &self->records[position];
  const Moved         *moved = self->moved != NULL && is_moved (record) ? find_moved (self, position) : NULL;

  return moved != NULL ? *moved : (Moved){ position, record->start, record->end };
}

/* As the timeline has them: of two that begin together the longer one, then the first in the file. */
static int
compare (const Moved *a, const Moved *b)
{
  int order = dl_instant_compare (a->start, b->start);

  if (order == 0)
    order = dl_instant_compare (b->end, a->end);
  if (order == 0)
    order = a->position < b->position ? -1 : a->position > b->position;
  return order;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return compare (a, b);
}

/* Those that stay are in order, so the others only have to be sorted among themselves. */
static void
merge (DlEventOrder *self)
{
  g_autoptr (GArray) sorted = g_array_copy (self->moved);
  GArray            *order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->n);
  guint              next = 0;

  g_array_sort (sorted, compare_cb);
  for (guint i = 0; i < self->n; i++)
    {
      guint32 position = self->positions == NULL ? i : g_array_index (self->positions, guint32, i);
      Moved   staying;

      if (is_moved (&self->records[position]))
        continue;
      staying = stand (self, position);
      while (next < sorted->len && compare (&g_array_index (sorted, Moved, next), &staying) < 0)
        g_array_append_val (order, g_array_index (sorted, Moved, next++).position);
      g_array_append_val (order, position);
    }
  while (next < sorted->len)
    g_array_append_val (order, g_array_index (sorted, Moved, next++).position);
  g_clear_pointer (&self->positions, g_array_unref);
  self->positions = order;
}

DlEventOrder *
dl_event_order_new (DlTimeline *timeline, GArray *positions)
{
  DlEventOrder *self;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  self = g_new0 (DlEventOrder, 1);
  self->timeline = g_object_ref (timeline);
  self->records = dl_timeline_get_records (timeline);
  self->positions = positions;
  self->n = positions == NULL ? dl_timeline_get_n_events (timeline) : positions->len;
  for (guint i = 0; i < self->n; i++)
    {
      guint32 position = dl_event_order_get_position (self, i);
      Moved   moved;

      if (!is_moved (&self->records[position]))
        continue;
      if (self->moved == NULL)
        self->moved = g_array_new (FALSE, FALSE, sizeof (Moved));
      moved = move (timeline, position);
      g_array_append_val (self->moved, moved);
    }
  if (self->moved != NULL)
    merge (self);
  return self;
}

DlEventOrder *
dl_event_order_new_quoting (DlTimeline *timeline, DlEventSet *shown)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  guint                n = dl_timeline_get_n_events (timeline);
  GArray              *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    if (records[i].n_quotes > 0 && (shown == NULL || dl_event_set_contains (shown, i)))
      g_array_append_val (positions, i);
  return dl_event_order_new (timeline, positions);
}

void
dl_event_order_free (DlEventOrder *self)
{
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->moved, g_array_unref);
  g_object_unref (self->timeline);
  g_free (self);
}

DlTimeline *
dl_event_order_get_timeline (const DlEventOrder *self)
{
  return self->timeline;
}

guint
dl_event_order_get_n (const DlEventOrder *self)
{
  return self->n;
}

guint
dl_event_order_get_position (const DlEventOrder *self, guint index)
{
  return self->positions == NULL ? index : g_array_index (self->positions, guint32, index);
}

gboolean
dl_event_order_is_own (const DlEventOrder *self)
{
  return self->moved != NULL;
}

guint
dl_event_order_find (const DlEventOrder *self, guint position)
{
  guint low = 0;
  guint high = self->n;

  if (self->positions == NULL)
    return position < self->n ? position : DL_NONE;
  if (self->moved != NULL)
    {
      while (low < self->n && g_array_index (self->positions, guint32, low) != position)
        low++;
      return low < self->n ? low : DL_NONE;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->positions, guint32, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n && g_array_index (self->positions, guint32, low) == position ? low : DL_NONE;
}

DlInstant
dl_event_order_get_start (const DlEventOrder *self, guint index)
{
  return stand (self, dl_event_order_get_position (self, index)).start;
}

DlInstant
dl_event_order_get_end (const DlEventOrder *self, guint index)
{
  return stand (self, dl_event_order_get_position (self, index)).end;
}

guint
dl_event_order_find_start (const DlEventOrder *self, guint from, guint to, DlInstant at)
{
  guint low = from;
  guint step = 1;

  while (step < to - low && dl_instant_compare (dl_event_order_get_start (self, low + step), at) < 0)
    {
      low += step;
      step *= 2;
    }
  to = MIN (to, low + step + 1);
  while (low < to)
    {
      guint middle = low + (to - low) / 2;

      if (dl_instant_compare (dl_event_order_get_start (self, middle), at) < 0)
        low = middle + 1;
      else
        to = middle;
    }
  return low;
}
