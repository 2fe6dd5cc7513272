/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-facets.h"

#include <stdlib.h>

#include "base/dl-parallel.h"
#include "model/dl-filter-private.h"

/* One in so many events at either end may lie far from the others. */
#define OUTLIERS 20

struct _DlFacets
{
  gatomicrefcount ref_count;
  GArray         *fields[DL_N_FILTER_FIELDS]; /* DlFacetValue */
};

typedef struct
{
  DlFacets       *facets;
  DlTimeline     *timeline;
  DlFilterMatcher matcher;
  guint16        *failing; /* per event: bits; NULL while nothing is asked */
  guint8         *bins;    /* per event, DL_N_FACET_BINS for one that has no beginning */
  gboolean        has_extent;
  DlInstant       from;
  double          length; /* in seconds */
} Count;

static void
clear_value (gpointer data)
{
  DlFacetValue *value = data;

  g_clear_pointer (&value->key, g_free);
  g_clear_pointer (&value->name, g_free);
}

static guint8
find_bin (const Count *self, DlInstant start)
{
  double bin;

  if (!self->has_extent || !dl_instant_is_finite (start))
    return DL_N_FACET_BINS;
  bin = ((double) start.seconds - (double) self->from.seconds) * DL_N_FACET_BINS / self->length;
  return (guint8) CLAMP (bin, 0, DL_N_FACET_BINS - 1);
}

static void
look_at_chunk (guint chunk, gpointer data)
{
  Count               *self = data;
  const DlEventRecord *records = dl_timeline_get_records (self->timeline);
  guint                end = MIN ((chunk + 1) * DL_FILTER_CHUNK, dl_timeline_get_n_events (self->timeline));

  for (guint i = chunk * DL_FILTER_CHUNK; i < end; i++)
    {
      self->bins[i] = find_bin (self, records[i].start);
      if (self->failing != NULL)
        self->failing[i] = (guint16) dl_filter_matcher_find_failing (&self->matcher, i);
    }
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const DlFacetValue *left = a;
  const DlFacetValue *right = b;

  if (left->n_all != right->n_all)
    return left->n_all > right->n_all ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/* Gives the values that any event has their names, and their order. */
static void
list_values (Count *self, DlFilterField field, const DlFacetValue *counts, guint n_values)
{
  GArray *list = self->facets->fields[field];
  guint   n_named;

  /* Of one file there is nothing to ask. */
  if (field == DL_FILTER_FILE && n_values == 0)
    return;
  for (guint i = 0; i <= n_values; i++)
    {
      DlFacetValue value = counts[i];

      if (value.n_all == 0)
        continue;
      value.key = dl_filter_dup_key (self->timeline, field, i);
      value.name = g_strdup (dl_filter_get_value_name (self->timeline, field, i));
      value.index = i < n_values && field != DL_FILTER_HAS ? i : DL_NONE;
      if (field == DL_FILTER_TOPIC && i < n_values)
        value.hue_name = dl_timeline_get_topic (self->timeline, i)->color;
      g_array_append_val (list, value);
    }
  if (field == DL_FILTER_FILE || field == DL_FILTER_TOPIC || field == DL_FILTER_STATUS || field == DL_FILTER_HAS)
    return;
  n_named = list->len - (counts[n_values].n_all > 0);
  if (n_named > 1)
    qsort (list->data, n_named, sizeof (DlFacetValue), compare_values);
}

static void
count_field (guint index, gpointer data)
{
  Count                   *self = data;
  DlFilterField            field = (DlFilterField) index;
  guint                    n_values = dl_filter_count_values (self->timeline, field);
  guint                    n_events = dl_timeline_get_n_events (self->timeline);
  guint                    others = ~DL_FILTER_FAILS (field);
  g_autofree DlFacetValue *counts = g_new0 (DlFacetValue, n_values + 1);
  /* The last event that was counted, plus one: a value that an event has twice counts once. */
  g_autofree guint32 *last = g_new0 (guint32, n_values + 1);

  for (guint i = 0; i < n_events; i++)
    {
      guint32        own[2];
      guint          n;
      const guint32 *values = dl_filter_get_values (self->timeline, field, i, own, &n);
      gboolean       in = self->failing == NULL || (self->failing[i] & others) == 0;

      if (n == 0)
        values = &n_values;
      for (guint v = 0; v < MAX (n, 1); v++)
        {
          DlFacetValue *count = &counts[values[v]];

          if (last[values[v]] == i + 1)
            continue;
          last[values[v]] = i + 1;
          count->n_all++;
          count->n += in;
          if (self->bins[i] < DL_N_FACET_BINS)
            count->bins[self->bins[i]]++;
        }
    }
  list_values (self, field, counts, n_values);
}

/* The time that is counted in twelfths. Of a chronology that is nearly all of the last tenth
 * of its time, the whole would be one bar. */
static void
find_extent (Count *self)
{
  const DlEventRecord *records = dl_timeline_get_records (self->timeline);
  guint                n = dl_timeline_get_n_events (self->timeline);
  DlInstant            to, first, last;
  double               most;

  self->has_extent = dl_timeline_get_extent (self->timeline, &self->from, &to);
  if (!self->has_extent)
    return;
  self->length = MAX ((double) to.seconds - (double) self->from.seconds, 1);
  first = records[n / OUTLIERS].start;
  last = records[n - 1 - n / OUTLIERS].start;
  if (!dl_instant_is_finite (first) || !dl_instant_is_finite (last))
    return;
  most = (double) last.seconds - (double) first.seconds;
  if (most < 1 || most > self->length / 2)
    return;
  self->from = first;
  self->length = most;
}

DlFacets *
dl_facets_new (DlTimeline *timeline, const DlFilter *filter)
{
  DlFacets           *self;
  Count               count = { .timeline = timeline };
  g_autofree guint16 *failing = NULL;
  g_autofree guint8  *bins = NULL;
  guint               n_events;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  n_events = dl_timeline_get_n_events (timeline);
  self = g_new0 (DlFacets, 1);
  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    {
      self->fields[i] = g_array_new (FALSE, TRUE, sizeof (DlFacetValue));
      g_array_set_clear_func (self->fields[i], clear_value);
    }
  count.facets = self;
  count.bins = bins = g_new (guint8, n_events);
  find_extent (&count);
  if (!dl_filter_is_empty (filter))
    count.failing = failing = g_new (guint16, n_events);
  dl_filter_matcher_init (&count.matcher, filter, timeline);
  dl_parallel_for ((n_events + DL_FILTER_CHUNK - 1) / DL_FILTER_CHUNK, look_at_chunk, &count);
  dl_parallel_for (DL_N_FILTER_FIELDS, count_field, &count);
  dl_filter_matcher_clear (&count.matcher);
  return self;
}

DlFacets *
dl_facets_ref (DlFacets *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_facets_unref (DlFacets *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    g_array_unref (self->fields[i]);
  g_free (self);
}

guint
dl_facets_get_n (DlFacets *self, DlFilterField field)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, 0);
  return self->fields[field]->len;
}

const DlFacetValue *
dl_facets_get (DlFacets *self, DlFilterField field, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, NULL);
  g_return_val_if_fail (index < self->fields[field]->len, NULL);
  return &g_array_index (self->fields[field], DlFacetValue, index);
}
