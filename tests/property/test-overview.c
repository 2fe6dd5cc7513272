/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the overview says of any timeline, at any width:
 *
 *   O1 every event is in one bin, in order, and under its own x
 *   O2 of what a filter lets through and a search has found each is counted where
 *      it is, and nothing else
 *   O3 no bin reaches over a fold, and where something lasts it says so
 *   O4 each bin with an event has a bar that can be seen, none higher than there is
 *      room, and of two the one with more events is no lower
 *   O5 labels are whole, and apart
 *   O6 from an instant to its x and back is where one was
 *   O7 the frame: moved there and back it is as it was; one edge moves, and the other
 *      stays; what it shows is counted as event by event
 *   O8 all edges of the frame can be hit
 *
 * A failure prints the seed; `--seed` brings it back. */
#include "layout/dl-overview.h"

#include <math.h>

#include "layout/dl-home-view.h"

#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_TIMELINES 4
#else
#define N_TIMELINES 25
#endif

#define N_POINTS 40
#define LEAST_SEEN 3.0
#define LEAST_TARGET 24.0
#define SLACK 1e-6

typedef struct
{
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlEventSet    *shown;
  DlEventSet    *hits;
  DlOverview    *overview;
  double         width;
} Fixture;

static DlEventSet *
random_set (guint n_events, DlEventSet *of)
{
  DlEventSet *set = dl_event_set_new (n_events);
  int         one_in = g_test_rand_int_range (1, 10);

  for (guint i = 0; i < n_events; i++)
    if ((of == NULL || dl_event_set_contains (of, i)) && g_test_rand_int_range (0, one_in) == 0)
      dl_event_set_add (set, i);
  return set;
}

static void
set_up (Fixture *self, RandomKind kind)
{
  g_auto (DlArrangeOptions) options = { .fold = g_test_rand_bit () };
  DlOverviewInput           input = { .measure = dl_text_measure_fixed () };
  guint                     n;

  self->timeline = random_timeline_new (kind, g_test_rand_double_range (0.05, 0.5));
  n = dl_timeline_get_n_events (self->timeline);
  options.lanes.every = g_test_rand_bit ();
  self->arrangement = dl_arrangement_new (self->timeline, input.measure, &options);
  self->shown = g_test_rand_bit () ? random_set (n, NULL) : NULL;
  self->hits = g_test_rand_bit () ? random_set (n, self->shown) : NULL;
  self->width = floor (random_log_uniform (20, 3000));
  input.arrangement = self->arrangement;
  input.width = self->width;
  input.shown = self->shown;
  input.hits = self->hits;
  input.has_today = g_test_rand_bit ();
  input.today = DL_INSTANT (g_test_rand_int_range (1600000000, 2000000000));
  self->overview = dl_overview_new (&input);
}

static void
tear_down (Fixture *self)
{
  dl_overview_free (self->overview);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  g_clear_pointer (&self->hits, dl_event_set_unref);
  dl_arrangement_unref (self->arrangement);
  g_object_unref (self->timeline);
}

static const DlFolds *
folds_of (Fixture *self)
{
  return dl_arrangement_get_folds (self->arrangement);
}

/* O1, O2 */
static void
check_events (Fixture *self)
{
  guint                n_bins;
  const DlOverviewBin *bins = dl_overview_get_bins (self->overview, &n_bins);
  guint                n_shown = 0, n_hits = 0;
  guint                next = 0;

  g_assert_cmpuint (n_bins, >, 0);
  for (guint i = 0; i < n_bins; i++)
    {
      guint shown = 0, hits = 0;

      g_assert_cmpuint (bins[i].first, ==, next);
      next += bins[i].n;
      g_assert_cmpuint (next, <=, dl_timeline_get_n_events (self->timeline));
      for (guint j = bins[i].first; j < next; j++)
        {
          DlInstant start = dl_timeline_get_record (self->timeline, j)->start;
          double    x = dl_overview_x (self->overview, start);

          shown += self->shown == NULL || dl_event_set_contains (self->shown, j);
          hits += self->hits != NULL && dl_event_set_contains (self->hits, j);
          if (!dl_instant_is_finite (start))
            {
              g_assert_cmpuint (i, ==, 0);
              continue;
            }
          g_assert_cmpfloat (x, >=, bins[i].left - SLACK);
          g_assert_cmpfloat (x, <=, bins[i].right + SLACK);
        }
      g_assert_cmpuint (bins[i].n_shown, ==, shown);
      g_assert_cmpuint (bins[i].n_hits, ==, hits);
      n_shown += shown;
      n_hits += hits;
    }
  g_assert_cmpuint (next, ==, dl_timeline_get_n_events (self->timeline));
  g_assert_cmpuint (n_shown, ==, self->shown == NULL ? next : dl_event_set_get_n (self->shown));
  g_assert_cmpuint (n_hits, ==, self->hits == NULL ? 0 : dl_event_set_get_n (self->hits));
}

/* O3 */
static void
check_bins (Fixture *self)
{
  guint                n_bins;
  const DlOverviewBin *bins = dl_overview_get_bins (self->overview, &n_bins);

  for (guint i = 0; i < n_bins; i++)
    {
      DlInstant from = dl_overview_instant (self->overview, bins[i].left);
      DlInstant to = dl_overview_instant (self->overview, bins[i].right);
      gboolean  lasting = FALSE;

      g_assert_cmpfloat (bins[i].right, >=, bins[i].left);
      g_assert_true (i == 0 || bins[i].left >= bins[i - 1].right - SLACK);
      for (guint j = 0; j < dl_folds_get_n (folds_of (self)); j++)
        {
          const DlFold *fold = dl_folds_get (folds_of (self), j);

          g_assert_true (bins[i].right <= dl_overview_x (self->overview, fold->from) + SLACK ||
                         bins[i].left >= dl_overview_x (self->overview, fold->to) - SLACK);
        }
      for (guint j = 0; j < dl_timeline_get_n_events (self->timeline) && !lasting; j++)
        lasting = dl_event_record_meets (dl_timeline_get_record (self->timeline, j), from, to);
      /* At both edges there may be a rounding between the two. */
      if (bins[i].right - bins[i].left > 1 && lasting != bins[i].lasting)
        for (guint j = 0; j < dl_timeline_get_n_events (self->timeline); j++)
          {
            const DlEventRecord *record = dl_timeline_get_record (self->timeline, j);

            g_assert_false (dl_overview_x (self->overview, record->start) < bins[i].right - SLACK &&
                            dl_overview_x (self->overview, record->end) > bins[i].left + SLACK);
          }
    }
}

/* O4 */
static void
check_bars (Fixture *self)
{
  guint                n_bins, n_ops;
  const DlOverviewBin *bins = dl_overview_get_bins (self->overview, &n_bins);
  DlScene             *scene = dl_overview_get_scene (self->overview);
  const DlOp          *ops = dl_scene_get_ops (scene, &n_ops);
  g_autoptr (GArray)   of_count = g_array_new (FALSE, TRUE, sizeof (float));
  double               top, bottom;
  guint                n_bars = 0, n_dimmed = 0, n_split = 0, n_found = 0;
  float                highest = 0;

  dl_overview_get_frame_height (self->overview, &top, &bottom);
  for (guint i = 0; i < n_bins; i++)
    {
      n_bars += bins[i].n > 0;
      n_dimmed += bins[i].n > 0 && bins[i].n_shown == 0;
      n_split += bins[i].n > bins[i].n_shown && bins[i].n_shown > 0;
      n_found += bins[i].n_hits > 0;
    }
  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].role != DL_ROLE_DENSITY && ops[i].role != DL_ROLE_MARK)
        continue;
      if (ops[i].role == DL_ROLE_MARK)
        n_found--;
      else
        n_bars--;
      n_dimmed -= (ops[i].flags & DL_OP_DIMMED) != 0;
      if (ops[i].role == DL_ROLE_DENSITY && ops[i].split < G_MAXFLOAT)
        {
          g_assert_cmpfloat (ops[i].split, >, ops[i].y);
          g_assert_cmpfloat (ops[i].split, <=, ops[i].y + ops[i].h - (float) LEAST_SEEN);
          n_split--;
        }
      g_assert_cmpfloat (ops[i].w, >=, 1);
      g_assert_cmpfloat (ops[i].h, >=, LEAST_SEEN);
      g_assert_cmpfloat (ops[i].y, >=, top);
      g_assert_cmpfloat (ops[i].y + ops[i].h, <=, bottom);
      if (ops[i].role == DL_ROLE_MARK)
        continue;
      if (ops[i].count >= of_count->len)
        g_array_set_size (of_count, ops[i].count + 1);
      g_array_index (of_count, float, ops[i].count) = ops[i].h;
    }
  g_assert_cmpuint (n_bars, ==, 0);
  g_assert_cmpuint (n_dimmed, ==, 0);
  g_assert_cmpuint (n_split, ==, 0);
  g_assert_cmpuint (n_found, ==, 0);
  for (guint i = 0; i < of_count->len; i++)
    {
      float height = g_array_index (of_count, float, i);

      g_assert_true (height == 0 || height >= highest);
      highest = MAX (highest, height);
    }
}

/* O5 */
static void
check_labels (Fixture *self)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_overview_get_scene (self->overview), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].kind != DL_OP_TEXT)
        continue;
      g_assert_cmpfloat (ops[i].x, >=, 0);
      g_assert_cmpfloat (ops[i].x + ops[i].w, <=, self->width);
      g_assert_cmpfloat (ops[i].y + ops[i].h, <=, dl_overview_height (dl_text_measure_fixed ()));
      g_assert_cmpfloat (ops[i].w, >=, dl_text_measure_width (dl_text_measure_fixed (), DL_TEXT_TICK, ops[i].text));
      for (guint j = 0; j < i; j++)
        g_assert_true (ops[j].kind != DL_OP_TEXT || ops[j].x + ops[j].w < ops[i].x || ops[j].x > ops[i].x + ops[i].w);
    }
}

/* O6 */
static void
check_way (Fixture *self)
{
  for (guint i = 0; i < N_POINTS; i++)
    {
      double    x = g_test_rand_double_range (0, self->width);
      DlInstant instant = dl_overview_instant (self->overview, x);

      g_assert_cmpfloat_with_epsilon (dl_overview_x (self->overview, instant), x, 1e-3);
    }
}

/* A view of some of it, or of more. */
static DlViewport
random_view (Fixture *self)
{
  DlViewport view = { .folds = folds_of (self), .width = floor (random_log_uniform (100, 3000)) };
  double     width = random_log_uniform (0.01, 3 * self->width);
  double     left = g_test_rand_double_range (-0.2, 1.2) * self->width - width / 2;

  dl_overview_set_frame (self->overview, &view, left, left + width);
  return view;
}

static void
assert_frame (Fixture *self, const DlViewport *view, double left, double right, double slack)
{
  double found_left, found_right;

  dl_overview_get_frame (self->overview, view, &found_left, &found_right);
  g_assert_cmpfloat_with_epsilon (found_left, left, slack);
  g_assert_cmpfloat_with_epsilon (found_right, right, slack);
}

/* O7 */
static void
check_frame (Fixture *self)
{
  DlViewport view = random_view (self);
  DlViewport moved = view;
  double     left, right, by, x;
  guint      n = 0;

  dl_overview_get_frame (self->overview, &view, &left, &right);
  g_assert_cmpfloat (right - left, >=, 2.99);
  for (guint i = 0; i < dl_timeline_get_n_events (self->timeline); i++)
    n += dl_event_record_meets (dl_timeline_get_record (self->timeline, i), dl_viewport_from (&view),
                                dl_viewport_to (&view));
  g_assert_cmpuint (dl_overview_count (self->overview, &view), ==, n);

  by = g_test_rand_double_range (-1, 1) * self->width;
  dl_overview_move_frame (self->overview, &moved, by);
  g_assert_cmpfloat (moved.scale, ==, view.scale);
  assert_frame (self, &moved, left + by, right + by, 1e-3);
  dl_overview_move_frame (self->overview, &moved, -by);
  assert_frame (self, &moved, left, right, 1e-3);

  x = g_test_rand_double_range (0, 1) * self->width;
  dl_overview_center_frame (self->overview, &moved, x);
  assert_frame (self, &moved, x - (right - left) / 2, x + (right - left) / 2, 1e-3);

  moved = view;
  x = left + g_test_rand_double_range (-1, 0.5) * (right - left);
  dl_overview_move_edge (self->overview, &moved, DL_OVERVIEW_START, x);
  assert_frame (self, &moved, MIN (x, right - MIN (3, right - left)), right, 1e-2);
  moved = view;
  x = right + g_test_rand_double_range (-2, 1) * (right - left);
  dl_overview_move_edge (self->overview, &moved, DL_OVERVIEW_END, x);
  g_assert_cmpint (dl_instant_compare (moved.origin, view.origin), ==, 0);
  assert_frame (self, &moved, left, MAX (x, left + MIN (3, right - left)), 1e-2);
}

/* O8: wherever there is room for them. */
static void
check_targets (Fixture *self)
{
  DlViewport     view = random_view (self);
  double         left, right;
  guint          n[5] = { 0 };
  DlOverviewPart before = DL_OVERVIEW_BEFORE;

  dl_overview_get_frame (self->overview, &view, &left, &right);
  dl_overview_clip_frame (self->overview, &left, &right);
  for (int x = -100; x < (int) self->width + 100; x++)
    {
      DlOverviewPart part = dl_overview_find_part (self->overview, &view, x);

      g_assert_cmpint (part, >=, before);
      before = part;
      n[part]++;
    }
  g_assert_cmpuint (n[DL_OVERVIEW_START], >=, LEAST_TARGET - 1);
  g_assert_cmpuint (n[DL_OVERVIEW_INSIDE], >=, LEAST_TARGET - 1);
  g_assert_cmpuint (n[DL_OVERVIEW_END], >=, LEAST_TARGET - 1);
  if (right - left > 3 * LEAST_TARGET)
    {
      g_assert_cmpint (dl_overview_find_part (self->overview, &view, left), ==, DL_OVERVIEW_START);
      g_assert_cmpint (dl_overview_find_part (self->overview, &view, right), ==, DL_OVERVIEW_END);
    }
  g_assert_cmpint (dl_overview_find_part (self->overview, &view, (left + right) / 2), ==, DL_OVERVIEW_INSIDE);
}

static void
test_kind (gconstpointer data)
{
  for (guint i = 0; i < N_TIMELINES; i++)
    {
      Fixture fixture = { 0 };

      set_up (&fixture, (RandomKind) GPOINTER_TO_UINT (data));
      check_events (&fixture);
      check_bins (&fixture);
      check_bars (&fixture);
      check_labels (&fixture);
      check_way (&fixture);
      for (guint j = 0; j < N_POINTS; j++)
        {
          check_frame (&fixture);
          check_targets (&fixture);
        }
      tear_down (&fixture);
    }
}

/* Where all is in sight there is no need of it; and where a little is not, there is. */
static void
test_needless (void)
{
  for (guint i = 0; i < N_TIMELINES; i++)
    {
      g_autoptr (DlTimeline) timeline = random_timeline_new (RANDOM_MIXED, 0.2);
      g_autoptr (DlFolds)    folds = g_test_rand_bit () ? dl_folds_new_for_timeline (timeline, NULL) : NULL;
      DlViewport             view = { .folds = folds };
      DlInstant              from, to, first, last;

      dl_full_view (timeline, folds, NULL, &from, &to);
      dl_viewport_set_range (&view, from, to, 800);
      g_assert_true (dl_overview_is_needless (timeline, &view, NULL, 0));
      dl_viewport_zoom_at (&view, 400, 0.5);
      g_assert_true (dl_overview_is_needless (timeline, &view, NULL, 0));
      dl_full_extent (timeline, NULL, &first, &last);
      dl_viewport_set_range (&view, first, last, 800);
      dl_viewport_pan (&view, 3);
      g_assert_false (dl_overview_is_needless (timeline, &view, NULL, 2));
      g_assert_true (dl_overview_is_needless (timeline, &view, NULL, 4));
      dl_viewport_pan (&view, -6);
      g_assert_false (dl_overview_is_needless (timeline, &view, NULL, 2));
      g_assert_true (dl_overview_is_needless (timeline, &view, NULL, 4));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < RANDOM_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/property/overview/%s", random_kind_to_string ((RandomKind) kind));

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_kind);
    }
  g_test_add_func ("/property/overview/needless", test_needless);
  return g_test_run ();
}
