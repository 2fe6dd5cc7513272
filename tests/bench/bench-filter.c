/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-facets.h"

#include "bench.h"
#include "layout/dl-arrangement.h"
#include "model/dl-telling.h"
#include "model/dl-timeline-builder.h"

/* What a filter costs as events become more: which it lets through, what each value
 * would show, and a timeline that is told or arranged for it. */

#define N_TOPICS 8
#define N_PEOPLE 2000
#define N_PLACES 200
#define N_SOURCES 3000
#define MAX_REFS 8

static const guint sizes[] = { 1000, 100000, 1000000 };
#define N_SIZES G_N_ELEMENTS (sizes)

typedef enum
{
  MATCH_ONE,  /* of one field */
  MATCH_MANY, /* of all, and a span */
  FACETS,
  FACETS_FILTERED,
  TELL,    /* without a third of the events */
  ARRANGE, /* without a filter, to compare */
  ARRANGE_SHOWN,
  CAPTION, /* how many are let through, in words */
} Task;
#define N_TASKS 8

static const char *const tasks[N_TASKS] = { "match_one_field", "match_all_fields", "facets",        "facets_filtered",
                                            "tell_filtered",   "arrange",          "arrange_shown", "caption" };

static guint
random_below (BenchRandom *random, guint n)
{
  return bench_random (random) % n;
}

static guint16
add_refs (BenchRandom *random, guint most, guint n_values, guint32 *refs, guint *n_refs)
{
  guint16 n = (guint16) random_below (random, most + 1);

  for (guint i = 0; i < n; i++)
    refs[(*n_refs)++] = random_below (random, n_values);
  return n;
}

static void
add_event (DlTimelineBuilder *builder, BenchRandom *random, guint index)
{
  g_autofree char *id = g_strdup_printf ("event-%u", index);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", bench_random_int (random, 1990, 2024),
                                           bench_random_int (random, 1, 12), bench_random_int (random, 1, 28));
  guint32          refs[4 * MAX_REFS];
  guint            n_refs = 0;
  DlEventRecord    record = { .id = id, .title = id, .date_text = date };

  record.n_topics = add_refs (random, 2, N_TOPICS, refs, &n_refs);
  record.n_people = add_refs (random, 4, N_PEOPLE, refs, &n_refs);
  record.n_sources = add_refs (random, 3, N_SOURCES, refs, &n_refs);
  record.n_speakers = add_refs (random, 1, N_PEOPLE, refs, &n_refs);
  record.n_quotes = record.n_speakers;
  record.place = random_below (random, N_PLACES);
  record.status = (guint8) random_below (random, DL_N_STATUSES);
  record.importance = (guint8) random_below (random, 101);
  dl_timeline_builder_add_event (builder, &record, refs, NULL, 0);
}

static DlTimeline *
make_timeline (guint n_events)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  BenchRandom                   random = { 1582 };

  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);

      if (i < N_TOPICS)
        dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
      if (i < N_PEOPLE)
        dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id, .name = id });
      if (i < N_PLACES)
        dl_timeline_builder_add_place (builder, &(DlPlace){ .id = id, .name = id });
      dl_timeline_builder_add_source (builder, &(DlSource){ .id = id, .title = id });
    }
  for (guint i = 0; i < n_events; i++)
    add_event (builder, &random, i);
  return dl_timeline_builder_end (builder);
}

/* Two topics, of which an event has one mostly. */
static DlFilter *
one_field (void)
{
  DlFilter *filter = dl_filter_new ();

  dl_filter_set (filter, DL_FILTER_TOPIC, "id-1", DL_FILTER_WITH);
  dl_filter_set (filter, DL_FILTER_TOPIC, "id-2", DL_FILTER_WITH);
  return filter;
}

static DlFilter *
all_fields (void)
{
  DlFilter *filter = one_field ();

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    dl_filter_set (filter, (DlFilterField) field, "id-7", DL_FILTER_NOT);
  dl_filter_set (filter, DL_FILTER_STATUS, "planned", DL_FILTER_NOT);
  dl_filter_set (filter, DL_FILTER_HAS, "sources", DL_FILTER_WITH);
  dl_filter_set_span (filter, DL_INSTANT (0), DL_INSTANT_MAX);
  return filter;
}

static void
run_task (Task task, DlTimeline *timeline, DlEventSet *shown)
{
  g_auto (DlTelling)        telling = { NULL, one_field () };
  g_autoptr (DlFilter)      many = all_fields ();
  g_auto (DlArrangeOptions) options = { 0 };
  g_autoptr (DlEventSet)    set = NULL;
  g_autoptr (DlFacets)      facets = NULL;
  g_autoptr (DlTimeline)    told = NULL;
  g_autoptr (DlArrangement) arrangement = NULL;
  g_autofree char          *caption = NULL;

  switch (task)
    {
    case MATCH_ONE:
      set = dl_filter_match (telling.filter, timeline);
      break;
    case MATCH_MANY:
      set = dl_filter_match (many, timeline);
      break;
    case FACETS:
      facets = dl_facets_new (timeline, NULL);
      break;
    case FACETS_FILTERED:
      facets = dl_facets_new (timeline, many);
      break;
    case TELL:
      told = dl_timeline_new_told (timeline, &telling);
      break;
    case CAPTION:
      caption = dl_timeline_dup_caption (timeline, shown);
      break;
    case ARRANGE_SHOWN:
      options.shown = dl_event_set_ref (shown);
      arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
      break;
    case ARRANGE:
    default:
      arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
    }
}

/* Seconds of all processors; the least of some tries. */
static double
measure (Task task, DlTimeline *timeline, DlEventSet *shown, guint n_tries)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_tries; i++)
    {
      double start = bench_now_all ();

      run_task (task, timeline, shown);
      best = MIN (best, bench_now_all () - start);
    }
  return best;
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = bench_arguments (&argc, &argv, "What a filter costs as events become more.", &quick);
  g_autoptr (GString) json = g_string_new (NULL);
  double              seconds[N_SIZES][N_TASKS];
  guint               n_sizes = quick ? 2 : N_SIZES;

  for (guint i = 0; i < n_sizes; i++)
    {
      g_autoptr (DlTimeline) timeline = make_timeline (sizes[i]);
      g_autoptr (DlFilter)   filter = one_field ();
      g_autoptr (DlEventSet) shown = dl_filter_match (filter, timeline);

      for (guint task = 0; task < N_TASKS; task++)
        seconds[i][task] = measure ((Task) task, timeline, shown, quick ? 1 : 5);
    }

  g_print ("%-20s %9s %14s %12s %10s\n", "Filter", "events", "times 1,000's", "of arranging", "ms");
  bench_json_open (json, NULL);
  for (guint task = 0; task < N_TASKS; task++)
    {
      bench_json_open (json, tasks[task]);
      for (guint i = 0; i < n_sizes; i++)
        {
          g_autofree char *size = g_strdup_printf ("%u", sizes[i]);

          g_print ("%-20s %9u %14.1f %12.3f %10.3f\n", tasks[task], sizes[i], seconds[i][task] / seconds[0][task],
                   seconds[i][task] / seconds[i][ARRANGE], seconds[i][task] * 1000);
          bench_json_open (json, size);
          bench_json_number (json, "ratio_to_1000_events", seconds[i][task] / seconds[0][task]);
          bench_json_number (json, "ratio_to_arranging", seconds[i][task] / seconds[i][ARRANGE]);
          bench_json_number (json, "seconds", seconds[i][task]);
          bench_json_close (json);
        }
      bench_json_close (json);
    }
  bench_json_close (json);
  return bench_write (file, json);
}
