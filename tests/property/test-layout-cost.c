/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * P7: a frame costs what is visible, not what is loaded. Without a clock: how
 * many operations a scene has, and how often text is measured for it, stay below
 * bounds that come from the window's size alone, however many events there are;
 * and so does how often text is measured where labels are placed at rest, and
 * where they follow.
 *
 * A failure prints the seed; `--seed` brings it back. */
#include "layout-walk.h"

#include <math.h>

#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_SIZES 2
#define N_STEPS 40
#else
#define N_SIZES 4
#define N_STEPS 40
#endif

/* The largest size is of one kind only: it takes long to make. */
#define N_MANY 100000

#define N_FEWEST_EVENTS 500

/* The shortest mark is as wide; then comes a gap of at least four. */
#define LEAST_LABEL 11.0
/* Of a date that is one of a set all that it may be, a ground, two lines, a status, a date; a frame and a quote. */
#define MAX_LABEL_OPS 12
/* Status words are measured for a pill. */
#define MAX_LABEL_MEASURES 2
/* Of a candidate its title and its date; of a label its words once more for each
 * line that it may be wrapped into. */
#define MAX_CANDIDATE_MEASURES 3
/* As many in a row as there may be, and no fewer than this; tries for what is left. */
#define NARROW_LABEL 60.0
#define LEAST_CANDIDATES 200
#define MAX_CARDS 300
#define CARD_MEASURES 160
#define MAX_NEWCOMERS 24
#define MAX_TRIES 48
/* Rows are at least as high as a line of text. */
#define LEAST_ROW 16.0
#define LEAST_LANE 30.0
/* Name, toggle, notes, separator, where the nearest events are, what is selected;
 * each of the words is measured for its width, for what all take, and for whether it is cut. */
#define MAX_LANE_OPS 16
#define MAX_LANE_MEASURES 32
#define BIN_WIDTH 8.0
/* Ticks, grid lines, contexts, weekends: none closer than this. */
#define LEAST_TICK 16.0
#define MAX_TICK_OPS 4
#define MAX_TICK_MEASURES 6
#define MAX_OTHER 100

typedef struct
{
  DlTextMeasure measure;
  guint         n_calls;
} CountingMeasure;

/* Of the frame with the most operations, for the log. */
typedef struct
{
  guint  n_ops, n_calls, n_labels, n_lanes;
  double width, most_ops, most_calls;
} Cost;

static Cost largest;

static double
count_width (DlTextMeasure *measure, DlTextStyle style, const char *text)
{
  ((CountingMeasure *) measure)->n_calls++;
  return dl_text_measure_width (dl_text_measure_fixed (), style, text);
}

static double
count_line_height (DlTextMeasure *measure, DlTextStyle style)
{
  ((CountingMeasure *) measure)->n_calls++;
  return dl_text_measure_line_height (dl_text_measure_fixed (), style);
}

/* Of which parts of the arrangement something is in sight. */
static void
count_in_sight (Walk *walk, guint *n_rows, guint *n_lanes)
{
  double head = dl_arrangement_get_head_height (walk->arrangement);
  double height = walk->input.height - head;

  *n_rows = (guint) (MAX (height, 0) / LEAST_ROW) + 3;
  *n_lanes = MIN ((guint) (MAX (height, 0) / LEAST_LANE) + 2, dl_arrangement_get_n_lanes (walk->arrangement));
}

/* What has a label: a card, or the first line of words. */
static guint
count_labels (DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  guint       n = 0;

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == DL_ROLE_CARD || (ops[i].role == DL_ROLE_LABEL && (i == 0 || ops[i - 1].role != DL_ROLE_LABEL ||
                                                                          ops[i - 1].event != ops[i].event));
  return n;
}

static void
check_cost (Walk *walk, CountingMeasure *counting)
{
  double              width = walk->input.viewport.width;
  g_autoptr (DlScene) scene = NULL;
  guint               n_ops, n_calls, n_rows, n_lanes, n_labels;
  double              ticks, most_ops, most_calls;

  counting->n_calls = 0;
  scene = dl_layout_build (&walk->input);
  n_calls = counting->n_calls;
  dl_scene_get_ops (scene, &n_ops);
  n_labels = count_labels (scene);
  count_in_sight (walk, &n_rows, &n_lanes);
  /* At each end of a row one may reach in. */
  if (n_labels > n_rows * (width / LEAST_LABEL + 3))
    g_error ("%u labels in %u rows of %g pixels\n%s", n_labels, n_rows, width, walk->path->str);
  ticks = width / LEAST_TICK + 4;
  most_ops =
    n_labels * MAX_LABEL_OPS + n_lanes * (MAX_LANE_OPS + width / BIN_WIDTH + 2) + ticks * MAX_TICK_OPS + MAX_OTHER;
  most_calls = n_labels * MAX_LABEL_MEASURES + n_lanes * MAX_LANE_MEASURES + ticks * MAX_TICK_MEASURES + MAX_OTHER;
  if (n_ops > most_ops)
    g_error ("%u operations, and there is room for %.0f; %u events\n%s", n_ops, most_ops,
             dl_timeline_get_n_events (walk->timeline), walk->path->str);
  if (n_calls > most_calls)
    g_error ("text is measured %u times, and there is room for %.0f; %u events\n%s", n_calls, most_calls,
             dl_timeline_get_n_events (walk->timeline), walk->path->str);
  if (n_ops > largest.n_ops)
    largest = (Cost){ n_ops, n_calls, n_labels, n_lanes, width, most_ops, most_calls };
}

/* However many events there are. */
static double
most_place_calls (Walk *walk)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (walk->arrangement);
  double           per_row = ceil (walk->input.viewport.width / NARROW_LABEL);
  double           calls = MAX_OTHER + (walk->input.viewport.width / LEAST_TICK + 4) * MAX_TICK_MEASURES;

  for (guint i = 0; i < dl_arrangement_get_n_lanes (walk->arrangement); i++)
    {
      double n_rows = walk->input.height / (metrics->when + metrics->text);
      double n_candidates;

      if (walk->input.all_rows || dl_arrangement_get_lane (walk->arrangement, i)->state == DL_LANE_EXPANDED)
        n_rows = DL_MAX_ROWS;
      n_candidates = MAX ((n_rows + 1) * per_row, LEAST_CANDIDATES);
      /* And what is tried for the gaps of each row. */
      calls += MAX_LANE_MEASURES + (n_candidates + (n_rows + 1) * (per_row + 1) * MAX_TRIES) * MAX_CANDIDATE_MEASURES;
    }
  return calls + MAX_CARDS * 2 * CARD_MEASURES;
}

static double
most_follow_calls (Walk *walk)
{
  return MAX_OTHER + (walk->input.viewport.width / LEAST_TICK + 4) * MAX_TICK_MEASURES +
         dl_arrangement_get_n_lanes (walk->arrangement) * (MAX_NEWCOMERS + 1) * MAX_CANDIDATE_MEASURES;
}

static void
check_calls (Walk *walk, const char *what, guint n_calls, double most)
{
  if (n_calls > most)
    g_error ("%s: text is measured %u times, and there is room for %.0f; %u events\n%s", what, n_calls, most,
             dl_timeline_get_n_events (walk->timeline), walk->path->str);
}

static void
walk_with (RandomKind kind, guint n_events)
{
  CountingMeasure           counting = { { count_width, count_line_height }, 0 };
  g_autoptr (DlTimeline)    timeline = random_timeline_new_with (kind, n_events);
  g_autoptr (DlArrangement) arrangement = NULL;
  g_auto (DlArrangeOptions) options = { .fold = g_test_rand_bit () };
  guint                     most_place = 0;
  guint                     most_follow = 0;
  Walk                      walk;

  choose_lanes (timeline, &options.lanes);
  arrangement = dl_arrangement_new (timeline, &counting.measure, &options);
  walk_init (&walk, arrangement, &counting.measure);
  walk.input.only_in_sight = TRUE;
  walk.input.interactive = TRUE;
  largest = (Cost){ 0 };
  for (guint i = 0; i < N_STEPS; i++)
    {
      gboolean rest = i % 4 == 0;

      if (rest)
        walk.input.height = g_test_rand_double_range (100, 1600);
      counting.n_calls = 0;
      if (rest)
        walk_rest (&walk);
      else
        walk_step (&walk);
      check_calls (&walk, rest ? "at rest" : "on the way", counting.n_calls,
                   rest ? most_place_calls (&walk) : most_follow_calls (&walk));
      if (rest)
        most_place = MAX (most_place, counting.n_calls);
      else
        most_follow = MAX (most_follow, counting.n_calls);
      walk.input.scroll =
        g_test_rand_double_range (0, MAX (dl_placement_get_height (walk.input.placement) - walk.input.height, 1));
      /* Farther out the bins of a strip are no longer as wide as a mark. */
      if (walk.input.viewport.scale >= 1e-17)
        check_cost (&walk, &counting);
    }
  g_test_message ("%s, %u events: at most %u operations of %.0f, %u measures of %.0f, %u labels; %u lanes, %g wide; "
                  "%u measures to place, %u to follow",
                  random_kind_to_string (kind), n_events, largest.n_ops, largest.most_ops, largest.n_calls,
                  largest.most_calls, largest.n_labels, largest.n_lanes, largest.width, most_place, most_follow);
  walk_clear (&walk);
}

static void
test_cost (gconstpointer data)
{
  guint n_events = N_FEWEST_EVENTS;

  for (guint i = 0; i < N_SIZES; i++, n_events *= 10)
    if (n_events < N_MANY || GPOINTER_TO_INT (data) == RANDOM_MIXED)
      walk_with ((RandomKind) GPOINTER_TO_INT (data), n_events);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int kind = 0; kind < RANDOM_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/property/cost/%s", random_kind_to_string ((RandomKind) kind));

      if (kind != RANDOM_ONE_EVENT)
        g_test_add_data_func (g_strdelimit (path, " ", '-'), GINT_TO_POINTER (kind), test_cost);
    }
  return g_test_run ();
}
