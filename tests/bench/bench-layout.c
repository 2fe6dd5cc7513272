/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout.h"

#include <math.h>

#include "bench.h"
#include "model/dl-timeline-builder.h"

/* How the cost of arranging, and of a frame, grows with the number of events.
 * A frame should cost what is seen, not what is loaded. */

#define WIDTH 1600
#define HEIGHT 900
#define FIRST_YEAR 2005
#define N_YEARS 20
#define N_TOPICS 8
#define N_ZOOM 120
#define N_PAN 60
#define PAN_STEP 40.0
#define WEEK (7 * 86400.0)
#define YEAR (365.25 * 86400.0)

static const guint sizes[] = { 1000, 100000, 1000000 };
#define N_SIZES G_N_ELEMENTS (sizes)

/* Frames of one kind, and what they cost. */
typedef struct
{
  const char *name;
  const char *title;
  guint       n_frames;
  double      from_span; /* seconds that the window shows, first and last */
  double      to_span;   /* */
  double      step;      /* pixels from frame to frame */
} Script;

static const Script scripts[] = {
  { "zoom", "zoom, 20 years to a week", N_ZOOM, N_YEARS *YEAR, WEEK, 0 },
  { "pan_year", "pan, a year wide", N_PAN, YEAR, YEAR, PAN_STEP },
  { "pan_week", "pan, a week wide", N_PAN, WEEK, WEEK, PAN_STEP },
};
#define N_SCRIPTS G_N_ELEMENTS (scripts)

typedef struct
{
  double     build;             /* seconds, for the timeline itself */
  BenchStats arrange;           /* seconds, for what no view changes */
  BenchStats frames[N_SCRIPTS]; /* labels that follow, and their scene */
  BenchStats places[N_SCRIPTS]; /* labels at rest */
  double     labels[N_SCRIPTS]; /* at rest, on average */
  double     ops[N_SCRIPTS];    /* operations in a scene, on average */
  double     seen[N_SCRIPTS];   /* of these, those that lie within the canvas */
  guint      n_checked;
  guint      n_wrong; /* lanes whose numbers do not add up */
} Result;

static char *
random_title (BenchRandom *random)
{
  static const char *const words[] = { "treaty",     "signed", "after",  "talks", "in",     "Geneva", "minister",
                                       "says",       "the",    "summit", "will",  "be",     "held",   "with",
                                       "delegation", "of",     "trade",  "and",   "energy", "first" };
  GString                 *title = g_string_new (NULL);
  int                      n = bench_random_int (random, 3, 8);
  int                      i;

  for (i = 0; i < n; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " " : "", words[bench_random (random) % G_N_ELEMENTS (words)]);
  return g_string_free (title, FALSE);
}

static char *
random_date (BenchRandom *random)
{
  DlCivil civil = { .year = FIRST_YEAR, .month = 1, .day = 1 };
  DlCivil end;

  civil = dl_calendar_add (&civil, DL_UNIT_MINUTE, (gint64) (bench_random_double (random) * N_YEARS * YEAR / 60));
  if (bench_random_int (random, 1, 100) <= 30)
    {
      /* A day to three months, shorter ones more often. */
      end = dl_calendar_add (&civil, DL_UNIT_DAY, (gint64) pow (90, bench_random_double (random)));
      return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", (int) civil.year, civil.month, civil.day, (int) end.year,
                              end.month, end.day);
    }
  if (bench_random_int (random, 1, 100) <= 50)
    return g_strdup_printf ("%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00Z", (int) civil.year, civil.month, civil.day, civil.hour,
                          civil.minute);
}

static DlTimeline *
make_timeline (guint n_events)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  BenchRandom                   random = { 1582 };
  guint                         i;

  dl_timeline_builder_set_title (builder, "Benchmark");
  for (i = 0; i < N_TOPICS; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic-%u", i);

      dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
    }
  for (i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *title = random_title (&random);
      g_autofree char *date = random_date (&random);
      guint32          topic = bench_random (&random) % N_TOPICS;
      DlEventRecord    record = { .id = id, .title = title, .date_text = date, .place = DL_NONE, .n_topics = 1 };

      record.importance = (guint8) bench_random_int (&random, 0, 100);
      if (!dl_timeline_builder_add_event (builder, &record, &topic, NULL, 0))
        g_error ("event %u with the date %s cannot be added", i, date);
    }
  return dl_timeline_builder_end (builder);
}

/* The window of frame @index: around two thirds of the way through, so that
 * its middle is nothing special. */
static void
set_frame (DlViewport *viewport, const Script *script, guint index)
{
  DlCivil   civil = { .year = FIRST_YEAR, .month = 1, .day = 1 };
  DlInstant start = dl_calendar_to_instant (&civil);
  double    t = script->n_frames > 1 ? (double) index / (script->n_frames - 1) : 0;
  double    span = script->from_span * pow (script->to_span / script->from_span, t);
  double    middle = N_YEARS * YEAR * 2 / 3;

  middle = MIN (MAX (middle, span / 2), N_YEARS * YEAR - span / 2);
  dl_viewport_set_range (viewport, dl_instant_add_double (start, middle - span / 2),
                         dl_instant_add_double (start, middle + span / 2), WIDTH);
  dl_viewport_pan (viewport, script->step * index);
}

/* Whether every lane's labels, marks and numbers add up to the events that
 * meet the window. Returns: how many lanes do not */
static guint
count_wrong_lanes (DlArrangement *arrangement, const DlViewport *viewport, DlScene *scene)
{
  DlTimeline       *timeline = dl_arrangement_get_timeline (arrangement);
  guint             n_lanes = dl_arrangement_get_n_lanes (arrangement);
  g_autofree guint *told = g_new0 (guint, n_lanes);
  g_autofree guint *expected = g_new0 (guint, n_lanes);
  guint             n_ops;
  const DlOp       *ops = dl_scene_get_ops (scene, &n_ops);
  DlInstant         from = dl_viewport_from (viewport);
  DlInstant         to = dl_viewport_to (viewport);
  guint             n_wrong = 0;
  guint             i;

  for (i = 0; i < n_ops; i++)
    {
      if (ops[i].role == DL_ROLE_CARD || ops[i].role == DL_ROLE_LABEL || ops[i].role == DL_ROLE_MARK)
        told[ops[i].lane] += (ops[i].flags & DL_OP_OUTSIDE) == 0 &&
                             /* Of a title in two lines the second one. */
                             !(i > 0 && ops[i].role == DL_ROLE_LABEL && ops[i - 1].role == DL_ROLE_LABEL &&
                               ops[i - 1].event == ops[i].event);
      else if (ops[i].role == DL_ROLE_DENSITY || ops[i].role == DL_ROLE_COUNT)
        told[ops[i].lane] += ops[i].count;
    }
  for (i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      guint lane, item;

      if (!dl_event_record_meets (dl_timeline_get_record (timeline, i), from, to))
        continue;
      dl_arrangement_locate (arrangement, i, &lane, &item);
      expected[lane]++;
    }
  for (i = 0; i < n_lanes; i++)
    n_wrong += told[i] != expected[i];
  return n_wrong;
}

static guint
count_seen (DlScene *scene, guint *n_ops)
{
  const DlOp *ops = dl_scene_get_ops (scene, n_ops);
  guint       n_seen = 0;
  guint       i;

  for (i = 0; i < *n_ops; i++)
    n_seen += ops[i].y < HEIGHT && ops[i].y + ops[i].h > 0;
  return n_seen;
}

static guint
count_labels (DlPlacement *placement)
{
  guint n = 0;

  for (guint i = 0; i < dl_arrangement_get_n_lanes (dl_placement_get_arrangement (placement)); i++)
    n += dl_placement_get_lane (placement, i)->labels->len;
  return n;
}

/* Labels at rest where the frame is. Returns: (transfer full) */
static DlPlacement *
place_frame (const DlLayoutInput *input, guint which, guint frame, guint n_repetitions, double *seconds, Result *result)
{
  DlPlacement *placement = NULL;

  *seconds = G_MAXDOUBLE;
  for (guint i = 0; i < n_repetitions; i++)
    {
      double start = bench_now ();

      g_clear_pointer (&placement, dl_placement_unref);
      placement = dl_layout_place (input);
      *seconds = MIN (*seconds, bench_now () - start);
    }
  result->labels[which] += (double) count_labels (placement) / scripts[which].n_frames;
  return placement;
}

static void
run_script (DlArrangement *arrangement, guint which, guint n_repetitions, Result *result)
{
  const Script           *script = &scripts[which];
  DlLayoutInput           input = { .arrangement = arrangement,
                                    .measure = dl_text_measure_fixed (),
                                    .height = HEIGHT,
                                    .selected = DL_NONE,
                                    .only_in_sight = TRUE,
                                    .interactive = TRUE,
                                    .notes = TRUE };
  g_autofree double      *seconds = g_new (double, script->n_frames);
  g_autofree double      *places = g_new (double, script->n_frames);
  g_autoptr (DlPlacement) moving = NULL;

  for (guint frame = 0; frame < script->n_frames; frame++)
    {
      g_autoptr (DlPlacement) resting = NULL;
      DlPlacement            *next = NULL;

      set_frame (&input.viewport, script, frame);
      resting = place_frame (&input, which, frame, n_repetitions, &places[frame], result);
      if (moving == NULL)
        moving = dl_placement_ref (resting);
      seconds[frame] = G_MAXDOUBLE;
      /* The least of some tries: what a busy machine adds is not the frame's. */
      for (guint i = 0; i < n_repetitions; i++)
        {
          double              start = bench_now ();
          g_autoptr (DlScene) scene = NULL;
          guint               n_ops;

          g_clear_pointer (&next, dl_placement_unref);
          next = dl_placement_follow (moving, input.measure, NULL, &input.viewport);
          input.placement = next;
          scene = dl_layout_build (&input);
          seconds[frame] = MIN (seconds[frame], bench_now () - start);
          if (i > 0)
            continue;
          result->seen[which] += (double) count_seen (scene, &n_ops) / script->n_frames;
          result->ops[which] += (double) n_ops / script->n_frames;
          if (frame % 20 == 0)
            {
              DlLayoutInput       whole_input = input;
              g_autoptr (DlScene) whole = NULL;

              whole_input.only_in_sight = FALSE;
              whole = dl_layout_build (&whole_input);
              result->n_wrong += count_wrong_lanes (arrangement, &input.viewport, whole);
              result->n_checked += dl_arrangement_get_n_lanes (arrangement);
            }
        }
      input.placement = NULL;
      dl_placement_unref (moving);
      moving = next;
    }
  result->frames[which] = bench_stats (seconds, script->n_frames);
  result->places[which] = bench_stats (places, script->n_frames);
}

static void
run_size (guint n_events, gboolean quick, Result *result)
{
  g_autoptr (DlTimeline) timeline = NULL;
  guint                  n_arrange = quick ? 1 : (n_events <= 1000 ? 15 : 3);
  g_autofree double     *seconds = g_new (double, n_arrange);
  DlArrangement         *arrangement = NULL;
  double                 start = bench_now ();
  guint                  i;

  timeline = make_timeline (n_events);
  result->build = bench_now () - start;
  for (i = 0; i < n_arrange; i++)
    {
      g_clear_pointer (&arrangement, dl_arrangement_unref);
      start = bench_now_all ();
      arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
      seconds[i] = bench_now_all () - start;
    }
  result->arrange = bench_stats (seconds, n_arrange);
  for (i = 0; i < N_SCRIPTS; i++)
    run_script (arrangement, i, quick ? 1 : 3, result);
  dl_arrangement_unref (arrangement);
}

static void
print_row (const char *title, guint n_events, const BenchStats *stats, const BenchStats *first, double ops, double seen)
{
  g_print ("%-26s %9u %10.1f %10.1f %12.3f %10.3f %10.3f", title, n_events, stats->median / first->median,
           stats->p95 / first->p95, stats->median * 1000, stats->p95 * 1000, stats->max * 1000);
  if (ops > 0)
    g_print (" %8.0f", ops);
  if (seen > 0)
    g_print (" %8.0f", seen);
  g_print ("\n");
}

static void
write_json (GString *json, const Result *results, guint n_results)
{
  guint i;
  guint j;

  bench_json_open (json, NULL);
  bench_json_open (json, "ratios_to_1000_events");
  for (i = 0; i < n_results; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", sizes[i]);

      bench_json_open (json, name);
      bench_json_number (json, "arrange", results[i].arrange.median / results[0].arrange.median);
      for (j = 0; j < N_SCRIPTS; j++)
        {
          bench_json_open (json, scripts[j].name);
          bench_json_number (json, "median", results[i].frames[j].median / results[0].frames[j].median);
          bench_json_number (json, "p95", results[i].frames[j].p95 / results[0].frames[j].p95);
          bench_json_number (json, "operations", results[i].ops[j] / results[0].ops[j]);
          bench_json_number (json, "operations_in_sight", results[i].seen[j] / results[0].seen[j]);
          bench_json_number (json, "place", results[i].places[j].median / results[0].places[j].median);
          bench_json_number (json, "labels", results[i].labels[j] / results[0].labels[j]);
          bench_json_close (json);
        }
      bench_json_close (json);
    }
  bench_json_close (json);
  bench_json_open (json, "seconds");
  for (i = 0; i < n_results; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", sizes[i]);

      bench_json_open (json, name);
      bench_json_number (json, "make_timeline", results[i].build);
      bench_json_stats (json, "arrange", &results[i].arrange);
      for (j = 0; j < N_SCRIPTS; j++)
        {
          g_autofree char *place_name = g_strconcat ("place_", scripts[j].name, NULL);

          bench_json_stats (json, scripts[j].name, &results[i].frames[j]);
          bench_json_stats (json, place_name, &results[i].places[j]);
        }
      bench_json_number (json, "lanes_checked", results[i].n_checked);
      bench_json_number (json, "lanes_wrong", results[i].n_wrong);
      bench_json_close (json);
    }
  bench_json_close (json);
  bench_json_close (json);
}

int
main (int argc, char **argv)
{
  gboolean         quick;
  g_autofree char *file =
    bench_arguments (&argc, &argv, "How the cost of arranging and of frames grows with the number of events.", &quick);
  g_autoptr (GString) json = g_string_new (NULL);
  Result              results[N_SIZES] = { 0 };
  guint               n_results = quick ? 2 : N_SIZES;
  guint               n_wrong = 0;
  guint               i;
  guint               j;

  for (i = 0; i < n_results; i++)
    {
      run_size (sizes[i], quick, &results[i]);
      n_wrong += results[i].n_wrong;
    }

  g_print ("%-26s %9s %21s %12s %10s %10s\n", "", "", "times that of 1,000", "", "ms", "");
  g_print ("%-26s %9s %10s %10s %12s %10s %10s %8s %8s\n", "Layout", "events", "median", "95 %", "median", "95 %",
           "most", "ops", "in sight");
  for (i = 0; i < n_results; i++)
    print_row ("arranged", sizes[i], &results[i].arrange, &results[0].arrange, 0, 0);
  for (j = 0; j < N_SCRIPTS; j++)
    for (i = 0; i < n_results; i++)
      print_row (scripts[j].title, sizes[i], &results[i].frames[j], &results[0].frames[j], results[i].ops[j],
                 results[i].seen[j]);
  g_print ("\n%-26s %9s %10s %10s %12s %10s %10s %8s\n", "Labels at rest", "events", "median", "95 %", "median", "95 %",
           "most", "labels");
  for (j = 0; j < N_SCRIPTS; j++)
    for (i = 0; i < n_results; i++)
      print_row (scripts[j].title, sizes[i], &results[i].places[j], &results[0].places[j], results[i].labels[j], 0);

  write_json (json, results, n_results);
  if (n_wrong > 0)
    {
      g_printerr ("In %u lanes labels, marks and numbers do not add up.\n", n_wrong);
      return 1;
    }
  return bench_write (file, json);
}
