/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has room is named. By what is drawn, not by what has placed it, of
 * timelines of up to some dozens of events:
 *
 *   whatever has no label finds each row of its lane taken at its place, and
 *   another row would be higher than the canvas
 *   up to twelve lanes are in sight on a usual canvas, with a row each for what
 *   is seen of them
 *   each interval of a small set is named at every view that it meets
 *   all rows that are asked for name whatever there is, up to the limit
 *
 * A failure prints the seed; `--seed` brings it back. */
#include "layout-walk.h"
#include "model/dl-timeline-builder.h"
#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_TIMELINES 60
#else
#define N_TIMELINES 250
#endif

#define MAX_EVENTS 40
#define LEAST_LABEL 90.0
#define EDGE 6.0
#define GAP 12.0
#define LEAST_MARK 9.0
/* What is measured in floats and rounded to whole pixels, and what is drawn a
 * little wider than it is long. */
#define SLACK 8.0
/* With the gap below it, and the marks under lanes that may yet turn out to
 * have none. */
#define ROW 32.0
#define STRIP 12.0
/* Of one row, with its marks. */
#define LEAST_LANE 50.0
#define LEAST_LANE_TOP 10.0
#define HEADER_LINE 18.0
#define USUAL_ROWS 12

static double
title_width (Walk *self, guint event)
{
  return dl_text_measure_width (self->input.measure, DL_TEXT_LABEL,
                                dl_timeline_get_record (self->timeline, event)->title);
}

/* What a lane says of itself reaches so far into its rows. */
static void
find_header (DlScene *scene, guint lane, double *left, double *right, double *top, double *bottom)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  *left = *top = 0;
  *bottom = 0;
  *right = dl_scene_get_width (scene);
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];

      if (op->lane != lane || op->row != DL_NO_ROW || op->kind != DL_OP_TEXT)
        continue;
      *top = *bottom == 0 ? op->y : MIN (*top, op->y);
      *bottom = MAX (*bottom, op->y + op->h);
      if (op->role == DL_ROLE_LATER)
        *right = MIN (*right, op->x);
      else
        *left = MAX (*left, op->x + op->w);
    }
}

/* Whether a label of @need would have room beside [@from, @to] in that row. */
static gboolean
has_room (Walk *self, DlScene *scene, guint lane, guint row, double from, double to, double need)
{
  double width = self->input.viewport.width;
  double left = EDGE - GAP;
  double right = width - EDGE + GAP;
  double top = G_MAXDOUBLE;
  double header_left, header_right, header_top, header_bottom;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Box *box = self->boxes->pdata[i];

      if (box->lane != lane || box->row != row)
        continue;
      top = MIN (top, box->top);
      if (box->left < to + GAP + SLACK && box->right + GAP + SLACK > from)
        return FALSE;
      if (box->left >= to)
        right = MIN (right, box->left);
      else
        left = MAX (left, box->right);
    }
  find_header (scene, lane, &header_left, &header_right, &header_top, &header_bottom);
  if (row == 0 && (top >= G_MAXDOUBLE || top < header_bottom))
    {
      if (from < header_left + GAP + SLACK || to + GAP + SLACK > header_right)
        return FALSE;
      left = MAX (left, header_left);
      right = MIN (right, header_right);
    }
  return right - GAP - MAX (from, EDGE) > need + SLACK || MIN (to, width - EDGE) - (left + GAP) > need + SLACK;
}

static void
check_unlabelled (Walk *self, DlScene *scene, guint lane, guint event)
{
  DlViewport          *viewport = &self->input.viewport;
  const DlEventRecord *record = dl_timeline_get_record (self->timeline, event);
  const DlPlacedLane  *placed = dl_placement_get_lane (self->input.placement, lane);
  double               from = dl_viewport_x (viewport, record->start) - LEAST_MARK / 2;
  double               to = MAX (dl_viewport_x (viewport, record->end), from + LEAST_MARK);
  double               need = MIN (title_width (self, event), LEAST_LABEL);

  for (guint row = 0; row < placed->n_rows; row++)
    if (has_room (self, scene, lane, row, from, to, need))
      g_error ("event %u of lane %u at %g to %g has no label, but room for %g in row %u\n%s", event, lane, from, to,
               need, row, self->path->str);
  /* Wide enough for one in a row of its own. */
  if (viewport->width < 300)
    return;
  if (self->input.height > 0 &&
      dl_scene_get_content_height (scene) + ROW + dl_arrangement_get_n_lanes (self->arrangement) * STRIP + SLACK <
        self->input.height)
    g_error ("event %u of lane %u has no label, but there are %g of %g pixels left\n%s", event, lane,
             self->input.height - dl_scene_get_content_height (scene), self->input.height, self->path->str);
  if (self->input.height <= 0 && placed->n_rows < USUAL_ROWS)
    g_error ("event %u of lane %u has no label in %u rows\n%s", event, lane, placed->n_rows, self->path->str);
}

static void
check_named (Walk *self, DlScene *scene)
{
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const DlLane *lane = dl_arrangement_get_lane (self->arrangement, i);

      if (lane->state == DL_LANE_COLLAPSED)
        continue;
      for (guint e = 0; e < lane->events->len; e++)
        {
          guint32 event = g_array_index (lane->events, guint32, e);

          if (walk_sees (self, event) && walk_get_box (self, i, event) == NULL)
            check_unlabelled (self, scene, i, event);
        }
    }
}

static void
test_named (gconstpointer data)
{
  for (guint i = 0; i < N_TIMELINES * (g_test_slow () ? 10 : 1); i++)
    {
      guint                     n_events = (guint) g_test_rand_int_range (1, MAX_EVENTS + 1);
      g_autoptr (DlTimeline)    timeline = random_timeline_new_with ((RandomKind) GPOINTER_TO_INT (data), n_events);
      g_auto (DlArrangeOptions) options = { .fold = g_test_rand_bit () };
      g_autoptr (DlArrangement) arrangement = NULL;
      Walk                      self;

      arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
      walk_init (&self, arrangement, dl_text_measure_fixed ());
      for (guint view = 0; view < 4; view++)
        {
          static const double widths[] = { 870, 1200, 1600 };
          static const double heights[] = { 720, 800, 900, 0 };
          g_autoptr (DlScene) scene = NULL;
          DlInstant           from, to;

          self.input.viewport.width = widths[g_test_rand_int_range (0, 3)];
          self.input.height = heights[view];
          self.input.notes = self.input.interactive = self.input.height > 0;
          if (view % 2 == 0)
            dl_full_view (timeline, self.input.viewport.folds, NULL, &from, &to);
          else
            dl_home_view (timeline, self.input.viewport.folds, NULL, &from, &to);
          dl_viewport_set_range (&self.input.viewport, from, to, self.input.viewport.width);
          g_string_append_printf (self.path, "%u events, %g to %g, %g wide\n", n_events, (double) from.seconds,
                                  (double) to.seconds, self.input.viewport.width);
          walk_rest (&self);
          scene = walk_look (&self);
          walk_check_rest (&self, scene);
          check_named (&self, scene);
        }
      walk_clear (&self);
    }
}

/* However much there is in each. */
static void
test_lanes_in_sight (void)
{
  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (DlTimeline) timeline =
        random_timeline_new_with (RANDOM_MANY_LANES, (guint) random_log_uniform (12, 2000));
      g_autoptr (DlArrangement) arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
      DlInstant                 from, to;
      Walk                      self;
      g_autoptr (DlScene)       scene = NULL;
      double                    least = dl_arrangement_get_head_height (arrangement);
      guint                     n_rows = 0;

      walk_init (&self, arrangement, dl_text_measure_fixed ());
      self.input.height = 800;
      dl_full_view (timeline, NULL, NULL, &from, &to);
      dl_viewport_set_range (&self.input.viewport, from, to, 1280);
      walk_rest (&self);
      scene = walk_look (&self);
      g_assert_cmpuint (dl_arrangement_get_n_lanes (arrangement), <=, DL_MAX_LANES);
      for (guint lane = 0; lane < dl_arrangement_get_n_lanes (arrangement); lane++)
        {
          const DlPlacedLane *placed = dl_placement_get_lane (self.input.placement, lane);

          g_assert_true (placed->shown);
          if (dl_arrangement_get_lane (arrangement, lane)->events->len == 0)
            continue;
          g_assert_cmpuint (placed->n_rows, >=, 1);
          g_assert_cmpuint (placed->labels->len, >=, 1);
          /* A lane's name with much beside it has a line of its own. */
          least += LEAST_LANE + ((double) placed->row_y[0] > LEAST_LANE_TOP ? HEADER_LINE : 0);
          n_rows = MAX (n_rows, placed->n_rows);
        }
      /* With all that they need they may be too many; then none has more. */
      if (least <= 800)
        g_assert_cmpfloat (dl_scene_get_content_height (scene), <=, 800);
      else
        g_assert_cmpuint (n_rows, ==, 1);
      walk_clear (&self);
    }
}

/* The dates, for the message of a failure, and the timeline of them. */
typedef struct
{
  GString    *dates;
  DlTimeline *timeline;
} Set;

static void
set_clear (Set *self)
{
  g_string_free (self->dates, TRUE);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, set_clear)

static Set
random_set (guint n_events, gboolean singles)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  Set                           self = { g_string_new (NULL), NULL };
  int                           longest = g_test_rand_int_range (2, 60);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      int              from = g_test_rand_int_range (1800, 1900);
      gboolean         single = singles && g_test_rand_int_range (0, 3) == 0;
      g_autofree char *date =
        single ? g_strdup_printf ("%d", from)
               : g_strdup_printf ("%d-01-01/%d-12-31", from, from + g_test_rand_int_range (0, longest));
      DlEventRecord record = { .id = id,
                               .title = g_test_rand_bit () ? "A title that has some length" : "B",
                               .date_text = date,
                               .place = DL_NONE,
                               .importance = DL_IMPORTANCE_UNSET };

      g_string_append_printf (self.dates, "%s%s %s", i > 0 ? ", " : "", record.title, date);
      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  self.timeline = dl_timeline_builder_end (builder);
  return self;
}

/* All that meet the window have a label, and there is no mark or count beside them. */
static void
check_set (const Set *set, DlLayoutInput *input)
{
  g_autoptr (DlScene) scene = dl_layout_build (input);
  guint               n_ops;
  const DlOp         *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_MARK || ops[i].role == DL_ROLE_DENSITY || ops[i].role == DL_ROLE_COUNT)
      g_error ("one has no label: %s", set->dates->str);
  for (guint e = 0; e < dl_timeline_get_n_events (set->timeline); e++)
    if (dl_event_record_meets (dl_timeline_get_record (set->timeline, e), dl_viewport_from (&input->viewport),
                               dl_viewport_to (&input->viewport)))
      g_assert_nonnull (dl_scene_find_event (scene, e, DL_NO_LANE));
}

static void
test_sets (gconstpointer data)
{
  gboolean large = GPOINTER_TO_INT (data);

  for (guint i = 0; i < N_TIMELINES * (g_test_slow () ? 20 : 1); i++)
    {
      g_auto (Set)              set = random_set ((guint) g_test_rand_int_range (4, large ? 150 : 9), large);
      g_autoptr (DlArrangement) arrangement = dl_arrangement_new (set.timeline, dl_text_measure_fixed (), NULL);
      DlLayoutInput input = { .arrangement = arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
      DlInstant     from, to;

      input.all_rows = large;
      dl_arrangement_get_home_view (arrangement, &from, &to);
      for (guint view = 0; view < (large ? 2 : 12); view++)
        {
          dl_viewport_set_range (&input.viewport, from, to, g_test_rand_double_range (640, 2000));
          if (view > 0)
            dl_viewport_zoom_at (&input.viewport, g_test_rand_double_range (0, input.viewport.width),
                                 g_test_rand_double_range (1, 300));
          check_set (&set, &input);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int kind = 0; kind < RANDOM_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/property/named/%s", random_kind_to_string ((RandomKind) kind));

      g_test_add_data_func (g_strdelimit (path, " ", '-'), GINT_TO_POINTER (kind), test_named);
    }
  g_test_add_func ("/property/named/lanes-in-sight", test_lanes_in_sight);
  g_test_add_data_func ("/property/named/intervals", GINT_TO_POINTER (FALSE), test_sets);
  g_test_add_data_func ("/property/named/all-rows", GINT_TO_POINTER (TRUE), test_sets);
  return g_test_run ();
}
