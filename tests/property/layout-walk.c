/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-walk.h"

#include <math.h>

#include "random-timeline.h"

#define NO_ROW G_MAXUINT32

typedef struct
{
  guint  lane;
  guint  row;
  guint  event;
  double left, right, top, bottom;
} Box;

static guint
slot_of (Walk *self, guint lane, guint event)
{
  guint index;

  g_assert_cmpuint (lane, <, dl_arrangement_get_n_lanes (self->arrangement));
  index = dl_positions_find (dl_arrangement_get_lane (self->arrangement, lane)->events, event);
  g_assert_cmpuint (index, !=, DL_NONE);
  return self->first_slot[lane] + index;
}

static gboolean
is_label (const DlOp *op)
{
  return op->role == DL_ROLE_CARD || op->role == DL_ROLE_LABEL || op->role == DL_ROLE_BAR || op->role == DL_ROLE_STATUS;
}

static void
add_box (Walk *self, const DlOp *op)
{
  gpointer key = GUINT_TO_POINTER (slot_of (self, op->lane, op->event) + 1);
  Box     *box = g_hash_table_lookup (self->boxes, key);

  if (box == NULL)
    {
      box = g_new (Box, 1);
      *box = (Box){ op->lane, op->row, op->event, op->x, op->x + op->w, op->y, op->y + op->h };
      g_hash_table_insert (self->boxes, key, box);
      return;
    }
  g_assert_cmpuint (box->lane, ==, op->lane);
  g_assert_cmpuint (box->row, ==, op->row);
  box->left = MIN (box->left, op->x);
  box->right = MAX (box->right, op->x + op->w);
  box->top = MIN (box->top, op->y);
  box->bottom = MAX (box->bottom, op->y + op->h);
}

static void
collect_boxes (Walk *self, DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  g_hash_table_remove_all (self->boxes);
  for (guint i = 0; i < n_ops; i++)
    if (is_label (&ops[i]))
      add_box (self, &ops[i]);
}

static int
compare_boxes (gconstpointer a, gconstpointer b)
{
  const Box *left = *(const Box *const *) a;
  const Box *right = *(const Box *const *) b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->left < right->left ? -1 : left->left > right->left;
}

static void
check_p1 (Walk *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter        iter;
  gpointer              box_value;
  double                lowest = -G_MAXDOUBLE;
  double                bottom = -G_MAXDOUBLE;
  double                right = -G_MAXDOUBLE;
  double                right_slack = 0;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &box_value))
    g_ptr_array_add (sorted, box_value);
  g_ptr_array_sort (sorted, compare_boxes);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Box *box = sorted->pdata[i];
      const Box *before = i > 0 ? sorted->pdata[i - 1] : NULL;
      /* A float is this coarse where the shapes are cut, and so is the right edge
       * of what begins there. */
      double slack = box->left < -1e4 || box->left > 1e4 ? 0.25 : 0.01;

      if (before == NULL || before->lane != box->lane || before->row != box->row)
        {
          lowest = bottom;
          right = -G_MAXDOUBLE;
        }
      if (right > box->left + MAX (slack, right_slack) && right > 0 && box->left < self->input.viewport.width)
        g_error ("P1: events %u and %u overlap in row %u of lane %u, at %g over %g\n%s", before->event, box->event,
                 box->row, box->lane, right, box->left, self->path->str);
      if (box->top < lowest - 0.01)
        g_error ("P1: row %u of lane %u reaches into the row above\n%s", box->row, box->lane, self->path->str);
      if (box->right > right)
        {
          right = box->right;
          right_slack = slack;
        }
      bottom = MAX (bottom, box->bottom);
    }
}

/* Nor do the marks of a strip, or two would be read as one. */
static void
check_strips (Walk *self, DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  const DlOp *before = NULL;

  /* Farther out a bin of the strip is no longer as wide as a mark. */
  if (self->input.viewport.scale < 1e-17)
    return;
  for (guint i = 0; i < n_ops; i++)
    {
      /* The selected one has a ring, wherever it is. */
      if ((ops[i].role != DL_ROLE_MARK && ops[i].role != DL_ROLE_DENSITY) || ops[i].flags & DL_OP_SELECTED)
        continue;
      if (before != NULL && before->lane == ops[i].lane && before->x + before->w > ops[i].x + 0.01)
        g_error ("P1: marks overlap in lane %u, at %g over %g\n%s", ops[i].lane, before->x + before->w, ops[i].x,
                 self->path->str);
      before = &ops[i];
    }
}

static gboolean
is_before (DlInstant a, DlInstant b)
{
  return a.seconds < b.seconds || (a.seconds == b.seconds && a.nanos < b.nanos);
}

gboolean
walk_meets (DlTimeline *timeline, guint event, DlInstant from, DlInstant to)
{
  const DlEventRecord *record = dl_timeline_get_record (timeline, event);
  gboolean             begins_inside = !is_before (record->start, from) && is_before (record->start, to);
  gboolean             goes_on = is_before (record->start, from) && is_before (from, record->end);

  return begins_inside || goes_on;
}

/* P2 and P4 are one: over the whole walk, no scale at which the event had no
 * label is as large as one at which it had. */
static void
check_lane_p2_p3_p4 (Walk *self, guint lane_index, DlInstant from, DlInstant to)
{
  double        scale = self->input.viewport.scale;
  const DlLane *lane = dl_arrangement_get_lane (self->arrangement, lane_index);

  for (guint index = 0; index < lane->events->len; index++)
    {
      guint      i = g_array_index (lane->events, guint32, index);
      guint      slot = self->first_slot[lane_index] + index;
      Seen      *seen = &self->seen[slot];
      const Box *box = g_hash_table_lookup (self->boxes, GUINT_TO_POINTER (slot + 1));

      if (box != NULL && seen->row != NO_ROW && seen->row != box->row)
        g_error ("P3: event %u went from row %u to row %u\n%s", i, seen->row, box->row, self->path->str);
      if (box != NULL)
        seen->row = box->row;
      if (!walk_meets (self->timeline, i, from, to))
        continue;
      if (box != NULL)
        seen->shown = MIN (seen->shown, scale);
      else
        seen->hidden = MAX (seen->hidden, scale);
      if (seen->hidden >= seen->shown)
        g_error ("P2, P4: event %u is shown at %g and hidden at %g pixels a second\n%s", i, seen->shown, seen->hidden,
                 self->path->str);
    }
}

static void
check_p2_p3_p4 (Walk *self, DlInstant from, DlInstant to)
{
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    check_lane_p2_p3_p4 (self, i, from, to);
}

static void
check_p5 (Walk *self, DlScene *scene, DlInstant from, DlInstant to)
{
  guint             n_lanes = dl_arrangement_get_n_lanes (self->arrangement);
  guint             n_ops;
  const DlOp       *ops = dl_scene_get_ops (scene, &n_ops);
  g_autofree guint *shown = g_new0 (guint, n_lanes);
  g_autofree guint *expected = g_new0 (guint, n_lanes);
  g_autofree char  *labelled = g_new0 (char, self->n_slots);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];

      if (op->role == DL_ROLE_CARD || op->role == DL_ROLE_LABEL || op->role == DL_ROLE_MARK)
        {
          gboolean meets = walk_meets (self->timeline, op->event, from, to);
          guint    slot = slot_of (self, op->lane, op->event);

          g_assert_cmpint (meets, ==, (op->flags & DL_OP_OUTSIDE) == 0);
          if (labelled[slot])
            g_error ("P5: event %u is there twice in lane %u\n%s", op->event, op->lane, self->path->str);
          labelled[slot] = 1;
          shown[op->lane] += meets;
        }
      else if (op->role == DL_ROLE_DENSITY || op->role == DL_ROLE_COUNT)
        shown[op->lane] += op->count;
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      const DlLane *lane = dl_arrangement_get_lane (self->arrangement, i);

      for (guint e = 0; e < lane->events->len; e++)
        expected[i] += walk_meets (self->timeline, g_array_index (lane->events, guint32, e), from, to);
    }
  for (guint i = 0; i < n_lanes; i++)
    if (shown[i] != expected[i])
      g_error ("P5: lane %u tells of %u events, but %u meet the window\n%s", i, shown[i], expected[i], self->path->str);
}

static void
random_view (Walk *self)
{
  DlViewport *viewport = &self->input.viewport;
  DlInstant   from, to;
  double      span;

  if (g_test_rand_bit ())
    dl_home_view (self->timeline, viewport->folds, NULL, &from, &to);
  else
    dl_full_view (self->timeline, viewport->folds, NULL, &from, &to);
  span = dl_instant_distance (from, to);
  from = dl_instant_add_double (from, span * g_test_rand_double_range (-0.2, 1));
  to = dl_instant_add_double (from, MAX (span * random_log_uniform (1e-7, 1), 1));
  dl_viewport_set_range (viewport, from, to, viewport->width);
}

/* Puts an event near the middle: where little is, walks would see nothing. */
static void
look_at_event (Walk *self)
{
  guint                n = dl_timeline_get_n_events (self->timeline);
  const DlEventRecord *record = dl_timeline_get_record (self->timeline, (guint) g_test_rand_int_range (0, (int) n));
  DlInstant            at = g_test_rand_bit () ? record->start : record->end;
  DlViewport          *viewport = &self->input.viewport;

  if (dl_instant_is_finite (at))
    dl_viewport_place (viewport, at, viewport->width * g_test_rand_double_range (-0.05, 1.05));
}

/* With an edge exactly where an event begins or ends. */
static void
align_with_event (Walk *self)
{
  guint                n = dl_timeline_get_n_events (self->timeline);
  const DlEventRecord *record = dl_timeline_get_record (self->timeline, (guint) g_test_rand_int_range (0, (int) n));
  DlInstant            at = g_test_rand_bit () ? record->start : record->end;
  DlViewport          *viewport = &self->input.viewport;
  gint64               seconds = (gint64) random_log_uniform (1, 1e9);

  if (!dl_instant_is_finite (at))
    return;
  viewport->origin = dl_folds_to_axis (viewport->folds, at);
  if (g_test_rand_bit ())
    return;
  /* At the right edge: so many seconds before it, which are the window. */
  viewport->scale = viewport->width / (double) seconds;
  viewport->origin = dl_instant_add (viewport->origin, -seconds);
}

void
walk_step (Walk *self)
{
  DlViewport *viewport = &self->input.viewport;

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      random_view (self);
      break;
    case 1:
      look_at_event (self);
      break;
    case 2:
      dl_viewport_set_width (viewport, floor (random_log_uniform (60, 6000)));
      break;
    case 3:
      dl_viewport_pan (viewport, g_test_rand_double_range (-1, 1) * viewport->width);
      break;
    case 4:
      self->input.height = g_test_rand_double_range (100, 4000);
      self->input.scroll = g_test_rand_double_range (0, 2000);
      dl_viewport_zoom_at (viewport, viewport->width / 2, random_log_uniform (0.1, 10));
      break;
    case 5:
      look_at_event (self);
      dl_viewport_zoom_at (viewport, viewport->width / 2, random_log_uniform (1e-4, 1e4));
      break;
    case 6:
    case 7:
      align_with_event (self);
      break;
    default:
      dl_viewport_zoom_at (viewport, g_test_rand_double_range (0, viewport->width), random_log_uniform (0.3, 4));
      break;
    }
  self->input.selected =
    g_test_rand_bit () ? DL_NONE : (guint) g_test_rand_int_range (0, (int) dl_timeline_get_n_events (self->timeline));
  g_string_append_printf (self->path, "%" G_GINT64_FORMAT ".%09d, %.17g pixels a second, %g wide\n",
                          viewport->origin.seconds, viewport->origin.nanos, viewport->scale, viewport->width);
}

/* Any field, and what a reader may have done to the lanes. */
void
choose_lanes (DlTimeline *timeline, DlLaneOptions *options)
{
  g_auto (GStrv) keys = NULL;
  guint          n_keys;

  /* The usual ones more often than others. */
  options->field = g_test_rand_bit () ? DL_LANES_BY_TOPIC : (DlLaneField) g_test_rand_int_range (0, DL_N_LANE_FIELDS);
  options->every = g_test_rand_bit ();
  keys = dl_lanes_dup_keys (timeline, options);
  n_keys = g_strv_length (keys);
  for (guint i = 0; i < n_keys; i++)
    if (g_test_rand_int_range (0, 4) == 0)
      dl_lane_options_set_state (options, keys[i],
                                 (DlLaneState) g_test_rand_int_range (DL_LANE_AUTO, DL_LANE_EXPANDED + 1));
  for (guint i = n_keys; i > 1; i--)
    {
      guint other = (guint) g_test_rand_int_range (0, (int) i);
      char *key = keys[i - 1];

      keys[i - 1] = keys[other];
      keys[other] = key;
    }
  if (g_test_rand_bit ())
    options->order = g_steal_pointer (&keys);
}

char **
dump_lines (DlScene *scene)
{
  g_autoptr (GString) out = g_string_new (NULL);

  dl_scene_dump (scene, out);
  return g_strsplit (out->str, "\n", -1);
}

void
walk_init (Walk *self, DlArrangement *arrangement, DlTextMeasure *measure)
{
  *self = (Walk){ .timeline = dl_arrangement_get_timeline (arrangement),
                  .arrangement = arrangement,
                  .path = g_string_new (NULL) };
  self->boxes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < dl_arrangement_get_n_lanes (arrangement); i++)
    {
      self->first_slot[i] = self->n_slots;
      self->n_slots += dl_arrangement_get_lane (arrangement, i)->events->len;
    }
  self->seen = g_new0 (Seen, self->n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    self->seen[i] = (Seen){ G_MAXDOUBLE, 0, NO_ROW };
  self->input = (DlLayoutInput){ .arrangement = arrangement, .measure = measure, .height = 900, .selected = DL_NONE };
  self->input.viewport.width = 1200;
  self->input.viewport.folds = dl_arrangement_get_folds (arrangement);
  random_view (self);
}

void
walk_clear (Walk *self)
{
  g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->boxes, g_hash_table_unref);
  g_string_free (self->path, TRUE);
  self->path = NULL;
}

DlScene *
walk_look (Walk *self)
{
  DlScene  *scene = dl_layout_build (&self->input);
  DlInstant from = dl_viewport_from (&self->input.viewport);
  DlInstant to = dl_viewport_to (&self->input.viewport);

  collect_boxes (self, scene);
  check_p1 (self);
  check_strips (self, scene);
  check_p2_p3_p4 (self, from, to);
  check_p5 (self, scene, from, to);
  return scene;
}

void
walk_expect_more (Walk *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    self->seen[i].hidden = 0;
}

gboolean
walk_has_label (Walk *self, guint lane, guint event)
{
  return g_hash_table_contains (self->boxes, GUINT_TO_POINTER (slot_of (self, lane, event) + 1));
}
