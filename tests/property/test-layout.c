/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layout promises, held against random timelines and random walks:
 *
 *   P1 no two drawn labels overlap, and no two marks
 *   P2 while one moves, zooming in never drops the label of an event that still
 *      meets the window
 *   P3 nor does any label change its row, or its height on the canvas
 *   P4 the same view is the same picture at rest, however one came there
 *   P5 every event that meets the window is labelled, marked or counted, once
 *      in each lane that it is in
 *   P6 the same input gives the same picture
 *
 * At rest the best of each lane that is in sight has a label, none lies on what
 * the lane says of itself, and settling moves things only up or down.
 *
 * Lanes are by any field, in any order and state, and with several values an
 * event may be in several: then each is held to this by itself.
 *
 * The list behind a number has as many events as the number says. And what is
 * left out because it is scrolled out of sight is nothing but that.
 *
 * A failure prints the seed; `--seed` brings it back. */
#include "layout-walk.h"
#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_TIMELINES 20
#define SIZE 0.3
#else
#define N_TIMELINES 50
#define SIZE 1.0
#endif
#define N_RESTS 5
#define N_STEPS 5

/* Of the timelines walked so far, those that are folded. */
static guint n_folded;

/* Made from nothing but the timeline. */
static DlScene *
build_afresh (Walk *self, const DlArrangeOptions *options)
{
  DlLayoutInput             input = self->input;
  g_autoptr (DlArrangement) again = dl_arrangement_new (self->timeline, input.measure, options);

  input.arrangement = again;
  input.placement = NULL;
  input.viewport.folds = dl_arrangement_get_folds (again);
  return dl_layout_build (&input);
}

/* P4 and P6: from wherever one comes back, and afresh. */
static void
check_same (Walk *self, const DlArrangeOptions *options)
{
  DlLayoutInput       back = self->input;
  g_autoptr (DlScene) first = dl_layout_build (&self->input);
  g_autoptr (DlScene) second = NULL;
  g_autoptr (DlScene) third = build_afresh (self, options);
  g_auto (GStrv)      first_lines = dump_lines (first);
  g_auto (GStrv)      second_lines = NULL;
  g_auto (GStrv)      third_lines = dump_lines (third);

  for (guint i = 0; i < 3; i++)
    walk_step (self);
  back.placement = self->input.placement;
  self->input = back;
  walk_rest (self);
  second = dl_layout_build (&self->input);
  second_lines = dump_lines (second);
  assert_same_lines (first_lines, second_lines, "P4: there and back is not the same", self->path->str);
  assert_same_lines (first_lines, third_lines, "P6: the same input gave two pictures", self->path->str);
}

/* What settles goes up or down, straight there. */
static void
check_between (Walk *self, DlPlacement *from, DlPlacement *to)
{
  DlPlacement *before = dl_placement_ref (from);

  for (guint step = 0; step <= 4; step++)
    {
      DlPlacement *now = dl_placement_between (from, to, step / 4.0);

      for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
        {
          const DlPlacedLane *lane = dl_placement_get_lane (now, i);
          double              start = dl_placement_get_lane (from, i)->y;
          double              end = dl_placement_get_lane (to, i)->y;

          g_assert_cmpfloat ((end - start) * (lane->y - dl_placement_get_lane (before, i)->y), >=, 0);
          g_assert_cmpfloat (lane->y, >=, MIN (start, end) - 1e-6);
          g_assert_cmpfloat (lane->y, <=, MAX (start, end) + 1e-6);
          g_assert_cmpuint (lane->labels->len, ==, dl_placement_get_lane (to, i)->labels->len);
          for (guint j = 0; j < lane->labels->len; j++)
            {
              const DlLabel *label = &g_array_index (lane->labels, DlLabel, j);
              const DlLabel *first = dl_placement_find (from, i, label->item);
              const DlLabel *last = dl_placement_find (to, i, label->item);
              const DlLabel *previous = dl_placement_find (before, i, label->item);

              g_assert_cmpfloat (label->width, ==, last->width);
              g_assert_cmpfloat (label->height, ==, last->height);
              if (first == NULL || step == 4)
                g_assert_cmpfloat_with_epsilon (label->y, last->y, 1e-3);
              else if (step == 0)
                g_assert_cmpfloat_with_epsilon (label->y, first->y, 1e-3);
              else
                g_assert_cmpfloat ((last->y - first->y) * (label->y - previous->y), >=, -1e-3);
            }
        }
      dl_placement_unref (before);
      before = now;
    }
  g_assert_cmpfloat_with_epsilon (dl_placement_get_height (before), dl_placement_get_height (to), 1e-6);
  dl_placement_unref (before);
}

/* What a number stands for is as much as it says, all of its lane, in order,
 * seen in the window, and without a label there. @told: per event, whether
 * another number or mark of the lane has told of it */
static void
check_list (Walk *self, const DlOp *op, guint8 *told)
{
  g_autoptr (GArray) list = dl_layout_list_events (&self->input, op->lane, (DlRole) op->role, op->x + op->w / 2);

  if (list->len != op->count)
    g_error ("%s of lane %u at %g, %g wide, says %u and lists %u events\n%s", dl_role_to_string ((DlRole) op->role),
             op->lane, op->x, op->w, op->count, list->len, self->path->str);
  for (guint i = 0; i < list->len; i++)
    {
      guint32 event = g_array_index (list, guint32, i);

      if (i > 0)
        g_assert_cmpuint (event, >, g_array_index (list, guint32, i - 1));
      g_assert_cmpuint (dl_positions_find (dl_arrangement_get_lane (self->arrangement, op->lane)->events, event), !=,
                        DL_NONE);
      g_assert_false (walk_get_box (self, op->lane, event) != NULL);
      g_assert_true (walk_sees (self, event));
      if (told != NULL && told[event]++ > 0)
        g_error ("event %u is told of twice in lane %u\n%s", event, op->lane, self->path->str);
    }
}

/* Pale where a filter lets nothing of it through, and in part where some. */
static void
check_density (Walk *self, const DlOp *op)
{
  DlEventSet        *shown = dl_arrangement_get_shown (self->arrangement);
  g_autoptr (GArray) list =
    dl_layout_list_events (&self->input, op->lane, DL_ROLE_DENSITY, (double) op->x + (double) op->w / 2);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += shown == NULL || dl_event_set_contains (shown, g_array_index (list, guint32, i));
  if (((op->flags & DL_OP_DIMMED) != 0) != (n == 0) || (op->split < G_MAXFLOAT) != (n > 0 && n < list->len))
    g_error ("a density of lane %u at %g has %u of %u that are let through, and is drawn otherwise\n%s", op->lane,
             (double) op->x, n, list->len, self->path->str);
}

static gboolean
has_label_anywhere (Walk *self, guint event)
{
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    if (dl_positions_find (dl_arrangement_get_lane (self->arrangement, i)->events, event) != DL_NONE &&
        walk_get_box (self, i, event) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_lists (Walk *self, DlScene *scene)
{
  guint              n_events = dl_timeline_get_n_events (self->timeline);
  guint              n_ops;
  const DlOp        *ops = dl_scene_get_ops (scene, &n_ops);
  g_autofree guint8 *told = g_new0 (guint8, n_events);
  guint              lane = DL_NO_LANE;
  g_autoptr (GArray) all = dl_layout_list_events (&self->input, DL_NO_LANE, DL_ROLE_UNLABELLED, 0);
  guint              n = 0;

  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].lane != lane)
        memset (told, 0, n_events);
      lane = ops[i].lane;
      /* Farther out a bin is narrower than its mark, and has no place of its own. */
      if (ops[i].role == DL_ROLE_DENSITY && self->input.viewport.scale < 1e-17)
        continue;
      if (ops[i].role == DL_ROLE_DENSITY)
        check_density (self, &ops[i]);
      if (ops[i].role == DL_ROLE_DENSITY || ops[i].role == DL_ROLE_COUNT)
        check_list (self, &ops[i], told);
      else if (ops[i].role == DL_ROLE_UNLABELLED)
        check_list (self, &ops[i], NULL);
    }
  for (guint32 event = 0; event < n_events; event++)
    if (walk_sees (self, event) && !has_label_anywhere (self, event))
      {
        if (n >= all->len || g_array_index (all, guint32, n) != event)
          g_error ("event %u has no label and is not listed\n%s", event, self->path->str);
        n++;
      }
  g_assert_cmpuint (n, ==, all->len);
}

static const DlOp *
find_below (DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_BELOW)
      return &ops[i];
  return NULL;
}

static gboolean
is_in_sight (DlScene *scene, const DlOp *op)
{
  double y = op->y - dl_scene_get_scroll (scene);

  return (op->flags & DL_OP_FIXED) || (y + op->h > dl_scene_get_head_height (scene) && y < dl_scene_get_height (scene));
}

/* A scene of what is in sight is the scene without some of what is not. */
static void
check_sight (Walk *self)
{
  DlLayoutInput       input = self->input;
  g_autoptr (DlScene) all = NULL;
  g_autoptr (DlScene) sight = NULL;
  g_auto (GStrv)      all_lines = NULL;
  g_auto (GStrv)      sight_lines = NULL;
  const DlOp         *ops;
  const DlOp         *below, *sight_below;
  guint               n_ops, n_sight_ops;
  guint               at = 0;

  input.height = g_test_rand_double_range (60, 900);
  input.scroll = g_test_rand_double_range (0, MAX (dl_placement_get_height (input.placement), 1));
  all = dl_layout_build (&input);
  input.only_in_sight = TRUE;
  sight = dl_layout_build (&input);
  all_lines = dump_lines (all);
  sight_lines = dump_lines (sight);
  ops = dl_scene_get_ops (all, &n_ops);
  dl_scene_get_ops (sight, &n_sight_ops);
  below = find_below (all);
  sight_below = find_below (sight);
  g_assert_cmpuint (below == NULL ? 0 : below->count, ==, sight_below == NULL ? 0 : sight_below->count);
  for (guint i = 0; i < n_ops; i++)
    if (at < n_sight_ops && g_str_equal (all_lines[i], sight_lines[at]))
      at++;
    else if (is_in_sight (all, &ops[i]))
      g_error ("in sight, and left out for what is not:\n%s\n%s", all_lines[i], self->path->str);
  if (at < n_sight_ops)
    g_error ("only there where not all is:\n%s\n%s", sight_lines[at], self->path->str);
  g_assert_cmpfloat (dl_scene_get_content_height (all), ==, dl_scene_get_content_height (sight));
}

/* Every event is in a lane, in the lanes' order and states as they were asked for. */
static void
check_lanes (Walk *self, const DlLaneOptions *options)
{
  guint             n_events = dl_timeline_get_n_events (self->timeline);
  g_autofree guint *times = g_new0 (guint, n_events);

  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const DlLane *lane = dl_arrangement_get_lane (self->arrangement, i);

      g_assert_cmpint (lane->state, ==, dl_lane_options_get_state (options, lane->key));
      if (options->order != NULL)
        g_assert_cmpstr (lane->key, ==, options->order[i]);
      for (guint e = 0; e < lane->events->len; e++)
        times[g_array_index (lane->events, guint32, e)]++;
    }
  for (guint i = 0; i < n_events; i++)
    {
      guint lane, item;

      g_assert_cmpuint (times[i], >=, 1);
      g_assert_true (times[i] == 1 || options->every);
      dl_arrangement_locate (self->arrangement, i, &lane, &item);
      g_assert_cmpuint (dl_arrangement_get_event (self->arrangement, lane, item), ==, i);
      g_assert_cmpuint (dl_arrangement_locate_in (self->arrangement, i, lane), ==, item);
    }
}

/* A third of the events, or few of them, or none; or nothing is asked. */
static DlEventSet *
choose_shown (DlTimeline *timeline)
{
  guint       n = dl_timeline_get_n_events (timeline);
  DlEventSet *shown;

  if (g_test_rand_int_range (0, 3) == 0)
    return NULL;
  shown = dl_event_set_new (n);
  for (guint i = 0; i < n && g_test_rand_int_range (0, 50) > 0; i++)
    if (g_test_rand_int_range (0, 3) == 0)
      dl_event_set_add (shown, i);
  return shown;
}

static void
come_to_rest (Walk *self, const DlArrangeOptions *options)
{
  g_autoptr (DlPlacement) moving = self->input.placement != NULL ? dl_placement_ref (self->input.placement) : NULL;
  g_autoptr (DlScene)     scene = NULL;

  if (moving != NULL && g_test_rand_bit ())
    {
      walk_rest (self);
      check_between (self, moving, self->input.placement);
    }
  else
    walk_rest_elsewhere (self);
  scene = walk_look (self);
  walk_check_rest (self, scene);
  if (g_test_rand_int_range (0, 4) == 0)
    check_lists (self, scene);
  if (g_test_rand_int_range (0, 4) == 0)
    check_sight (self);
  if (g_test_rand_int_range (0, 4) == 0)
    check_same (self, options);
  if (g_test_rand_bit ())
    walk_check_picture (self);
}

static void
walk (RandomKind kind, gboolean fold)
{
  DlTextMeasure            *measure = dl_text_measure_fixed ();
  g_autoptr (DlTimeline)    timeline = random_timeline_new (kind, SIZE);
  g_autoptr (DlArrangement) arrangement = NULL;
  g_auto (DlArrangeOptions) options = { .fold = fold };
  Walk                      self;

  choose_lanes (timeline, &options.lanes);
  options.shown = choose_shown (timeline);
  arrangement = dl_arrangement_new (timeline, measure, &options);
  walk_init (&self, arrangement, measure);
  g_string_append_printf (self.path, "lanes by %s%s, %d let through\n", dl_lane_field_to_string (options.lanes.field),
                          options.lanes.every ? ", in each" : "",
                          options.shown == NULL ? -1 : (int) dl_event_set_get_n (options.shown));
  check_lanes (&self, &options.lanes);
  n_folded += dl_arrangement_get_folds (arrangement) != NULL;
  for (guint rest = 0; rest < N_RESTS; rest++)
    {
      come_to_rest (&self, &options);
      for (guint i = 0; i < N_STEPS; i++)
        {
          g_autoptr (DlScene) scene = NULL;

          walk_step (&self);
          scene = walk_look (&self);
          if (g_test_rand_int_range (0, 12) == 0)
            check_lists (&self, scene);
          if (g_test_rand_int_range (0, 12) == 0)
            check_sight (&self);
        }
    }
  walk_clear (&self);
}

static void
test_walks (gconstpointer data)
{
  for (guint i = 0; i < N_TIMELINES * (g_test_slow () ? 20 : 1); i++)
    walk ((RandomKind) GPOINTER_TO_INT (data), FALSE);
}

/* The same on the folded axis. */
static void
test_folded_walks (gconstpointer data)
{
  RandomKind kind = (RandomKind) GPOINTER_TO_INT (data);

  n_folded = 0;
  for (guint i = 0; i < N_TIMELINES * (g_test_slow () ? 20 : 1); i++)
    walk (kind, TRUE);
  /* Or it would say nothing. */
  if (kind == RANDOM_GAPS || kind == RANDOM_COSMIC)
    g_assert_cmpuint (n_folded, >, N_TIMELINES / 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int kind = 0; kind < RANDOM_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/property/layout/%s", random_kind_to_string ((RandomKind) kind));

      g_autofree char *folded_path =
        g_strdup_printf ("/property/layout/folded/%s", random_kind_to_string ((RandomKind) kind));

      g_test_add_data_func (g_strdelimit (path, " ", '-'), GINT_TO_POINTER (kind), test_walks);
      g_test_add_data_func (g_strdelimit (folded_path, " ", '-'), GINT_TO_POINTER (kind), test_folded_walks);
    }
  return g_test_run ();
}
