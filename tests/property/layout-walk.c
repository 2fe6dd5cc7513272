/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-walk.h"

#include <math.h>

#include "random-timeline.h"

static guint
slot_of (Walk *self, guint lane, guint event)
{
  guint index;

  g_assert_cmpuint (lane, <, dl_arrangement_get_n_lanes (self->arrangement));
  index = dl_positions_find (dl_arrangement_get_lane (self->arrangement, lane)->events, event);
  g_assert_cmpuint (index, !=, DL_NONE);
  return self->first_slot[lane] + index;
}

/* When it was, and what is said of it. */
static gboolean
is_label (const DlOp *op)
{
  return op->row != DL_NO_ROW && op->event != DL_NONE && op->role != DL_ROLE_SELECTION && op->role != DL_ROLE_GROUND;
}

static void
add_box (Walk *self, const DlOp *op)
{
  gpointer key = GUINT_TO_POINTER (slot_of (self, op->lane, op->event) + 1);
  Box     *box = g_hash_table_lookup (self->slots, key);

  if (box == NULL)
    {
      box = g_new (Box, 1);
      *box = (Box){ op->lane, op->row, op->event, op->x, op->x + op->w, op->y, op->y + op->h };
      g_hash_table_insert (self->slots, key, box);
      return;
    }
  g_assert_cmpuint (box->lane, ==, op->lane);
  g_assert_cmpuint (box->row, ==, op->row);
  box->left = MIN (box->left, op->x);
  box->right = MAX (box->right, op->x + op->w);
  box->top = MIN (box->top, op->y);
  box->bottom = MAX (box->bottom, op->y + op->h);
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
collect_boxes (Walk *self, DlScene *scene)
{
  guint          n_ops;
  const DlOp    *ops = dl_scene_get_ops (scene, &n_ops);
  GHashTableIter iter;
  gpointer       box;

  g_hash_table_remove_all (self->slots);
  g_ptr_array_set_size (self->boxes, 0);
  for (guint i = 0; i < n_ops; i++)
    if (is_label (&ops[i]))
      add_box (self, &ops[i]);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &box))
    g_ptr_array_add (self->boxes, box);
  g_ptr_array_sort (self->boxes, compare_boxes);
}

static void
check_p1 (Walk *self)
{
  double lowest = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double right_slack = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Box *box = self->boxes->pdata[i];
      const Box *before = i > 0 ? self->boxes->pdata[i - 1] : NULL;
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

gboolean
walk_sees (Walk *self, guint event)
{
  return walk_meets (self->timeline, event, dl_viewport_from (&self->input.viewport),
                     dl_viewport_to (&self->input.viewport));
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

          /* Of a title of two lines the second one. */
          if (op->role == DL_ROLE_LABEL && i > 0 && op[-1].role == DL_ROLE_LABEL && op[-1].event == op->event)
            continue;

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

/* What a filter does not let through is dimmed and has no card, and nothing else is. */
static void
check_dimmed (Walk *self, DlScene *scene)
{
  DlEventSet *shown = dl_arrangement_get_shown (self->arrangement);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      gboolean told = is_label (&ops[i]) || ops[i].role == DL_ROLE_MARK;
      gboolean dimmed = told && shown != NULL && !dl_event_set_contains (shown, ops[i].event);

      if (ops[i].role != DL_ROLE_DENSITY && ((ops[i].flags & DL_OP_DIMMED) != 0) != dimmed)
        g_error ("a %s of event %u is %s\n%s", dl_role_to_string ((DlRole) ops[i].role), ops[i].event,
                 dimmed ? "not dimmed" : "dimmed", self->path->str);
      if (dimmed && ops[i].role == DL_ROLE_CARD)
        g_error ("event %u has a card, and is dimmed\n%s", ops[i].event, self->path->str);
    }
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

/* P3, and P2 where one has zoomed in or only gone elsewhere: of what had a label
 * and is in the window all still have one, and it stands where it stood. */
static void
check_followed (Walk *self, DlPlacement *before, gboolean nearer)
{
  DlPlacement *after = self->input.placement;

  g_assert_cmpfloat (dl_placement_get_height (after), ==, dl_placement_get_height (before));
  for (guint lane = 0; lane < dl_arrangement_get_n_lanes (self->arrangement); lane++)
    {
      const DlPlacedLane *old = dl_placement_get_lane (before, lane);
      const DlPlacedLane *new = dl_placement_get_lane (after, lane);

      g_assert_cmpfloat (new->y, ==, old->y);
      g_assert_cmpfloat (new->height, ==, old->height);
      g_assert_cmpuint (new->n_rows, ==, old->n_rows);
      for (guint i = 0; i < old->labels->len; i++)
        {
          const DlLabel *label = &g_array_index (old->labels, DlLabel, i);
          const DlLabel *found = dl_placement_find (after, lane, label->item);

          if (found == NULL)
            {
              if (nearer && walk_sees (self, label->event))
                g_error ("P2: event %u has lost its label\n%s", label->event, self->path->str);
              continue;
            }

          if (found->row != label->row || found->y != label->y || found->side != label->side ||
              found->height != label->height || found->width != label->width)
            g_error ("P3: event %u went from row %u at %g to row %u at %g\n%s", label->event, label->row,
                     (double) label->y, found->row, (double) found->y, self->path->str);
        }
      for (guint i = 1; i < new->labels->len; i++)
        g_assert_cmpuint (g_array_index (new->labels, DlLabel, i - 1).item, <,
                          g_array_index (new->labels, DlLabel, i).item);
    }
}

static void
move (Walk *self)
{
  DlViewport *viewport = &self->input.viewport;

  switch (g_test_rand_int_range (0, 12))
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
    case 4:
      dl_viewport_pan (viewport, g_test_rand_double_range (-1, 1) * viewport->width);
      break;
    case 5:
      dl_viewport_zoom_at (viewport, viewport->width / 2, random_log_uniform (0.1, 10));
      break;
    case 6:
      look_at_event (self);
      dl_viewport_zoom_at (viewport, viewport->width / 2, random_log_uniform (1e-4, 1e4));
      break;
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

void
walk_step (Walk *self)
{
  double       scale = self->input.viewport.scale;
  DlPlacement *before = self->input.placement;

  move (self);
  self->input.scroll = g_test_rand_double_range (0, 2000);
  if (before == NULL)
    return;
  self->input.placement = dl_placement_follow (before, self->input.measure, self->input.zone, &self->input.viewport);
  /* In less there is no room for a label that stands beside an edge. */
  check_followed (self, before, self->input.viewport.scale >= scale && self->input.viewport.width >= 200);
  dl_placement_unref (before);
}

void
walk_rest (Walk *self)
{
  g_clear_pointer (&self->input.placement, dl_placement_unref);
  self->input.placement = dl_layout_place (&self->input);
  g_string_append_printf (self->path, "rest, %g high\n", self->input.height);
}

void
walk_rest_elsewhere (Walk *self)
{
  move (self);
  self->input.height = g_test_rand_int_range (0, 3) == 0 ? 0 : random_log_uniform (150, 3000);
  self->input.all_rows = g_test_rand_int_range (0, 6) == 0;
  walk_rest (self);
}

void
walk_check_picture (Walk *self)
{
  DlLayoutInput       input = self->input;
  g_autoptr (DlScene) scene = NULL;

  self->input.notes = FALSE;
  self->input.all_lanes = g_test_rand_bit ();
  self->input.height = g_test_rand_bit () ? 0 : random_log_uniform (150, 3000);
  self->input.placement = dl_layout_place (&self->input);
  g_string_append_printf (self->path, "a picture, %g high\n", self->input.height);
  scene = walk_look (self);
  walk_check_rest (self, scene);
  if (self->input.height <= 0)
    g_assert_cmpfloat (dl_scene_get_content_height (scene), <=, dl_scene_get_height (scene));
  dl_placement_unref (self->input.placement);
  self->input = input;
}

/* At rest */

static gboolean
is_header (const DlOp *op)
{
  switch (op->role)
    {
    case DL_ROLE_TOGGLE:
    case DL_ROLE_LANE:
    case DL_ROLE_TOTAL:
    case DL_ROLE_EARLIER:
    case DL_ROLE_LATER:
    case DL_ROLE_COUNT:
    case DL_ROLE_UNLABELLED:
    case DL_ROLE_MORE_ROWS:
      return op->lane != DL_NO_LANE;
    default:
      return FALSE;
    }
}

/* No label lies on what a lane says of itself, and no part of that on another. */
static void
check_headers (Walk *self, DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      if (!is_header (&ops[i]))
        continue;
      for (guint j = 0; j < n_ops; j++)
        if (ops[j].lane == ops[i].lane && j != i && (is_header (&ops[j]) || is_label (&ops[j])) &&
            ops[j].x < ops[i].x + ops[i].w - 0.01f && ops[j].x + ops[j].w > ops[i].x + 0.01f &&
            ops[j].y < ops[i].y + ops[i].h - 0.01f && ops[j].y + ops[j].h > ops[i].y + 0.01f)
          g_error ("a %s lies on a %s of lane %u, at %g and %g\n%s", dl_role_to_string ((DlRole) ops[j].role),
                   dl_role_to_string ((DlRole) ops[i].role), ops[i].lane, (double) ops[j].x, (double) ops[i].x,
                   self->path->str);
    }
}

/* Words stand within the canvas, and where they are told to be cut no more of
 * them could be said. */
static void
check_words (Walk *self, DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  double      width = self->input.viewport.width;

  for (guint i = 0; i < n_ops; i++)
    {
      if (!is_label (&ops[i]) || ops[i].kind != DL_OP_TEXT)
        continue;
      if (width >= 200 && (ops[i].x < -0.01f || (double) (ops[i].x + ops[i].w) > width + 0.01))
        g_error ("\"%s\" of event %u stands at %g to %g\n%s", ops[i].text, ops[i].event, (double) ops[i].x,
                 (double) (ops[i].x + ops[i].w), self->path->str);
      if ((ops[i].flags & DL_OP_CUT) == 0 && ops[i].role == DL_ROLE_LABEL)
        g_assert_cmpfloat (dl_text_measure_width (self->input.measure, (DlTextStyle) ops[i].style, ops[i].text), <=,
                           (double) ops[i].w + 0.01);
    }
}

/* The best of what is in sight of each lane that has rows. */
static void
check_best (Walk *self)
{
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      const DlLane      *lane = dl_arrangement_get_lane (self->arrangement, i);
      const DlLaneIndex *index = dl_arrangement_get_index (self->arrangement, i);
      guint              best = DL_NONE;

      if (lane->state == DL_LANE_COLLAPSED)
        continue;
      for (guint item = 0; item < lane->events->len; item++)
        if (walk_sees (self, g_array_index (lane->events, guint32, item)) &&
            (best == DL_NONE || dl_lane_index_get_priority (index, item) > dl_lane_index_get_priority (index, best)))
          best = item;
      if (best != DL_NONE && walk_get_box (self, i, g_array_index (lane->events, guint32, best)) == NULL)
        g_error ("the best of lane %u, event %u, has no label\n%s", i, g_array_index (lane->events, guint32, best),
                 self->path->str);
    }
}

void
walk_check_rest (Walk *self, DlScene *scene)
{
  /* In less there is no room for all that a lane may have to say. */
  if (self->input.viewport.width >= 500)
    check_headers (self, scene);
  check_words (self, scene);
  /* In less there is no room for a word. */
  if (self->input.viewport.width >= 320)
    check_best (self);
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
assert_same_lines (char **first, char **second, const char *what, const char *path)
{
  for (guint i = 0; first[i] != NULL || second[i] != NULL; i++)
    if (g_strcmp0 (first[i], second[i]) != 0)
      g_error ("%s:\n%s\n%s\n%s", what, first[i], second[i], path);
}

void
walk_init (Walk *self, DlArrangement *arrangement, DlTextMeasure *measure)
{
  *self = (Walk){ .timeline = dl_arrangement_get_timeline (arrangement),
                  .arrangement = arrangement,
                  .path = g_string_new (NULL) };
  self->slots = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->boxes = g_ptr_array_new ();
  for (guint i = 0; i < dl_arrangement_get_n_lanes (arrangement); i++)
    {
      self->first_slot[i] = self->n_slots;
      self->n_slots += dl_arrangement_get_lane (arrangement, i)->events->len;
    }
  self->input = (DlLayoutInput){
    .arrangement = arrangement, .measure = measure, .height = 900, .selected = DL_NONE, .notes = TRUE
  };
  self->input.viewport.width = 1200;
  self->input.viewport.folds = dl_arrangement_get_folds (arrangement);
  random_view (self);
}

void
walk_clear (Walk *self)
{
  g_clear_pointer (&self->input.placement, dl_placement_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_string_free (self->path, TRUE);
  self->path = NULL;
}

DlScene *
walk_look (Walk *self)
{
  DlScene *scene = dl_layout_build (&self->input);

  collect_boxes (self, scene);
  check_p1 (self);
  check_strips (self, scene);
  check_p5 (self, scene, dl_viewport_from (&self->input.viewport), dl_viewport_to (&self->input.viewport));
  check_dimmed (self, scene);
  return scene;
}

const Box *
walk_get_box (Walk *self, guint lane, guint event)
{
  return g_hash_table_lookup (self->slots, GUINT_TO_POINTER (slot_of (self, lane, event) + 1));
}
