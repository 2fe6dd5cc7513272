/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-facets.h"

#include "model/dl-timeline-builder.h"

#include "random-values.h"

#define N_ROUNDS 100

/* How many events have @key of @field; with @filter: that its other fields let through. */
static guint
count (DlTimeline *timeline, const DlFilter *filter, DlFilterField field, const char *key)
{
  guint n = 0;

  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      g_auto (GStrv) keys = random_values_dup_keys (timeline, field, i);

      n += g_strv_contains ((const char *const *) keys, key) &&
           (filter == NULL || random_values_passes (filter, timeline, i, field));
    }
  return n;
}

/* The time of the twelfths: all, or where nine tenths begin if they are close together. */
static void
get_counted (DlTimeline *timeline, DlInstant *from, DlInstant *to)
{
  guint     n = dl_timeline_get_n_events (timeline);
  DlInstant first = dl_timeline_get_record (timeline, n / 20)->start;
  DlInstant last = dl_timeline_get_record (timeline, n - 1 - n / 20)->start;

  g_assert_true (dl_timeline_get_extent (timeline, from, to));
  if (!dl_instant_is_finite (first) || !dl_instant_is_finite (last) || last.seconds == first.seconds ||
      2 * (last.seconds - first.seconds) > to->seconds - from->seconds)
    return;
  *from = first;
  *to = last;
}

static guint
count_begin (DlTimeline *timeline, DlFilterField field, const char *key, guint bin)
{
  DlInstant from, to;
  guint     n = 0;

  get_counted (timeline, &from, &to);
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      g_auto (GStrv) keys = random_values_dup_keys (timeline, field, i);
      DlInstant      start = dl_timeline_get_record (timeline, i)->start;

      if (!dl_instant_is_finite (start) || !g_strv_contains ((const char *const *) keys, key))
        continue;
      n += CLAMP ((start.seconds - from.seconds) * DL_N_FACET_BINS / (to.seconds - from.seconds), 0,
                  DL_N_FACET_BINS - 1) == bin;
    }
  return n;
}

/* Every event has each field's values, or "none", in the lists; and nothing else is in them. */
static void
check_field (DlFacets *facets, DlTimeline *timeline, const DlFilter *filter, DlFilterField field)
{
  guint n = dl_facets_get_n (facets, field);
  guint n_counted = 0;
  guint n_had = 0;

  for (guint i = 0; i < n; i++)
    {
      const DlFacetValue *value = dl_facets_get (facets, field, i);
      const DlFacetValue *before = i == 0 ? NULL : dl_facets_get (facets, field, i - 1);
      g_autofree char    *name = dl_filter_dup_value_name (timeline, field, value->key);
      gboolean            none = g_str_equal (value->key, "none");

      g_assert_cmpstr (value->name, ==, name);
      g_assert_cmpuint (value->n_all, >, 0);
      g_assert_cmpuint (value->n_all, ==, count (timeline, NULL, field, value->key));
      g_assert_cmpuint (value->n, ==, count (timeline, filter, field, value->key));
      for (guint bin = 0; bin < DL_N_FACET_BINS; bin++)
        g_assert_cmpuint (value->bins[bin], ==, count_begin (timeline, field, value->key, bin));
      g_assert_true (!none || i == n - 1);
      g_assert_true ((value->index == DL_NONE) == (none || field == DL_FILTER_HAS));
      if (before != NULL && !none && (field == DL_FILTER_TOPIC || field == DL_FILTER_STATUS))
        g_assert_cmpuint (before->index, <, value->index);
      else if (before != NULL && !none && field != DL_FILTER_HAS)
        g_assert_cmpuint (before->n_all, >=, value->n_all);
      n_counted += value->n_all;
    }
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      g_auto (GStrv) keys = random_values_dup_keys (timeline, field, i);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          gboolean again = FALSE;

          for (guint j = 0; j < k; j++)
            again |= g_str_equal (keys[j], keys[k]);
          n_had += !again;
        }
    }
  /* Nobody asks of which file what comes from one. */
  g_assert_cmpuint (n_counted, ==, field == DL_FILTER_FILE ? 0 : n_had);
}

static void
test_facets (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (DlTimeline) timeline = random_values_timeline ((guint) g_test_rand_int_range (1, 50));
      g_autoptr (DlFilter)   filter = random_values_filter (timeline);
      g_autoptr (DlFacets)   facets = dl_facets_new (timeline, filter);

      for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
        check_field (facets, timeline, filter, (DlFilterField) field);
    }
}

static void
test_nothing_asked (void)
{
  g_autoptr (DlTimeline) timeline = random_values_timeline (40);
  g_autoptr (DlFacets)   facets = dl_facets_new (timeline, NULL);
  g_autoptr (DlFacets)   same = dl_facets_ref (facets);

  for (guint i = 0; i < dl_facets_get_n (same, DL_FILTER_TOPIC); i++)
    {
      const DlFacetValue *value = dl_facets_get (same, DL_FILTER_TOPIC, i);

      g_assert_cmpuint (value->n, ==, value->n_all);
      g_assert_cmpstr (value->hue_name, ==, g_str_equal (value->key, "first") ? "red" : NULL);
    }
}

static void
test_empty (void)
{
  g_autoptr (DlTimeline) timeline = random_values_timeline (0);
  g_autoptr (DlFacets)   facets = dl_facets_new (timeline, NULL);

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    g_assert_cmpuint (dl_facets_get_n (facets, (DlFilterField) field), ==, 0);
}

/* Of a chronology of which nearly all is of late, that is what the bars tell apart. */
static void
test_outliers (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlFacets)          facets = NULL;
  const DlFacetValue           *value;
  guint                         n = 0;

  for (guint i = 0; i < 48; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *date = g_strdup_printf ("%u", i == 0 ? 1142 : 1976 + i);
      DlEventRecord    record = { .id = id, .title = id, .date_text = date, .place = DL_NONE };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  timeline = dl_timeline_builder_end (builder);
  facets = dl_facets_new (timeline, NULL);
  g_assert_cmpuint (dl_facets_get_n (facets, DL_FILTER_STATUS), ==, 1);
  value = dl_facets_get (facets, DL_FILTER_STATUS, 0);
  for (guint bin = 0; bin < DL_N_FACET_BINS; bin++)
    {
      g_assert_cmpuint (value->bins[bin], >=, 3);
      n += value->bins[bin];
    }
  g_assert_cmpuint (n, ==, 48);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facets/random", test_facets);
  g_test_add_func ("/facets/nothing-asked", test_nothing_asked);
  g_test_add_func ("/facets/outliers", test_outliers);
  g_test_add_func ("/facets/empty", test_empty);
  return g_test_run ();
}
