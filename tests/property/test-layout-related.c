/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is promised of relations, on any timeline: their words lie on nothing that one
 * reads, and every related event has a curve, a chip, or is in a number. */
#include "layout/dl-layout.h"

#include <math.h>
#include <string.h>

#include "model/dl-related.h"
#include "random-timeline.h"

#define N_VIEWS 40
/* Narrow and low ones, which are quick. */
#define N_CROWDED 1000

/* A float is this coarse. */
#define SLACK 0.05

typedef struct
{
  DlTimeline   *timeline;
  DlLayoutInput input;
  DlScene      *scene;
  const DlOp   *ops;
  guint         n_ops;
} Picture;

typedef struct
{
  double left, top, right, bottom;
} Area;

static Area
area_of (const Picture *self, const DlOp *op)
{
  double top = (double) op->y - (op->flags & DL_OP_FIXED ? 0 : self->input.scroll);

  return (Area){ (double) op->x, top, (double) (op->x + op->w), top + (double) op->h };
}

static gboolean
meet (const Picture *self, const DlOp *a, const DlOp *b)
{
  Area first = area_of (self, a);
  Area second = area_of (self, b);

  return first.left + SLACK < second.right && second.left + SLACK < first.right && first.top + SLACK < second.bottom &&
         second.top + SLACK < first.bottom;
}

/* What one reads in the lanes, and what is not of a relation. */
static gboolean
is_read (const DlOp *op)
{
  if (op->kind == DL_OP_TEXT)
    return op->text[0] != '\0' && op->role != DL_ROLE_RELATION;
  return op->role == DL_ROLE_CARD || op->role == DL_ROLE_WHEN || op->role == DL_ROLE_BAR || op->role == DL_ROLE_MARK ||
         op->role == DL_ROLE_DENSITY;
}

static gboolean
is_chip (const DlOp *op)
{
  return op->role == DL_ROLE_RELATION && op->kind == DL_OP_RECT;
}

static void
fail (const Picture *self, const DlOp *op, const DlOp *other, const char *what)
{
  g_autoptr (GString) dump = g_string_new (NULL);

  dl_scene_dump (self->scene, dump);
  g_error ("%s: %s “%s” at %g, %g and %s at %g, %g\n%s", what, dl_role_to_string ((DlRole) op->role),
           op->text != NULL ? op->text : "", (double) op->x, (double) op->y, dl_role_to_string ((DlRole) other->role),
           (double) other->x, (double) other->y, dump->str);
}

/* Words never lie on anything; in a picture chips neither. Where a window has no room for a
 * chip it lies on what is there, but never on another one. */
static void
check_free (const Picture *self)
{
  for (guint i = 0; i < self->n_ops; i++)
    {
      const DlOp *op = &self->ops[i];
      gboolean    words = op->role == DL_ROLE_RELATION && op->kind == DL_OP_TEXT && (op->flags & DL_OP_FIXED) == 0;
      gboolean    chip = is_chip (op);

      if (!words && !chip)
        continue;
      for (guint j = 0; j < self->n_ops; j++)
        {
          const DlOp *other = &self->ops[j];

          if (i == j)
            continue;
          if (other->role == DL_ROLE_BELOW && chip)
            continue;
          if (((chip && is_chip (other)) || (words && is_chip (other))) && meet (self, op, other))
            fail (self, op, other, "chips");
          if (words && other->role == DL_ROLE_RELATION && other->kind == DL_OP_TEXT && meet (self, op, other))
            fail (self, op, other, "words of two relations");
          if (is_read (other) && (words || !self->input.notes) && meet (self, op, other))
            fail (self, op, other, "on what one reads");
        }
    }
}

static void
check_inside (const Picture *self)
{
  double head = dl_scene_get_head_height (self->scene);

  for (guint i = 0; i < self->n_ops; i++)
    {
      const DlOp *op = &self->ops[i];
      Area        area = area_of (self, op);

      if (op->role != DL_ROLE_RELATION || op->kind == DL_OP_CURVE)
        continue;
      if (area.left < -SLACK || area.right > dl_scene_get_width (self->scene) + SLACK || area.top < head - SLACK ||
          area.bottom > dl_scene_get_height (self->scene) + SLACK)
        fail (self, op, op, "beyond the lanes");
    }
}

static gboolean
has_curve (const Picture *self, guint event)
{
  for (guint i = 0; i < self->n_ops; i++)
    if (self->ops[i].role == DL_ROLE_RELATION && self->ops[i].kind == DL_OP_CURVE && self->ops[i].event == event &&
        (self->ops[i].flags & DL_OP_FIXED) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_chip (const Picture *self, guint event)
{
  for (guint i = 0; i < self->n_ops; i++)
    if (is_chip (&self->ops[i]) && self->ops[i].event == event)
      return TRUE;
  return FALSE;
}

/* Every curve is of a related event, and what is not told is in a number, where there is a place
 * for one. Returns: how many are told one by one */
static guint
check_told (const Picture *self, GArray *related)
{
  guint n_told = 0;
  guint n_counted = 0;
  guint n_curves = 0;

  for (guint i = 0; i < self->n_ops; i++)
    {
      const DlOp *op = &self->ops[i];

      if (op->role == DL_ROLE_RELATION && op->event == DL_NONE &&
          (op->kind == DL_OP_RECT || !(op->flags & DL_OP_FIXED)))
        n_counted += op->count;
      if (op->role == DL_ROLE_RELATION && op->kind == DL_OP_CURVE && (op->flags & DL_OP_FIXED) == 0)
        n_curves++;
    }
  for (guint i = 0; i < related->len; i++)
    {
      guint    event = g_array_index (related, DlRelatedEvent, i).position;
      gboolean curve = has_curve (self, event);

      n_told += curve;
      /* What has a chip has a way there, unless the selected one is out of sight. */
      g_assert_true (!has_chip (self, event) || curve);
    }
  g_assert_cmpuint (n_curves, ==, n_told);
  g_assert_cmpuint (n_told, <=, 12);
  g_assert_cmpuint (n_told + n_counted, <=, related->len);
  return n_told;
}

static void
look (Picture *self)
{
  self->scene = dl_layout_build (&self->input);
  self->ops = dl_scene_get_ops (self->scene, &self->n_ops);
}

static void
check_same (const Picture *self)
{
  g_autoptr (DlScene) again = dl_layout_build (&self->input);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  dl_scene_dump (self->scene, first);
  dl_scene_dump (again, second);
  g_assert_cmpstr (first->str, ==, second->str);
}

/* One of which there is something to see, for most of the times. */
static guint
random_selected (DlTimeline *timeline)
{
  guint n = dl_timeline_get_n_events (timeline);

  for (guint tries = 0; tries < 20; tries++)
    {
      guint              selected = (guint) g_test_rand_int_range (0, (int) n);
      g_autoptr (GArray) related = dl_timeline_dup_related (timeline, selected);

      if (related->len > 0)
        return selected;
    }
  return dl_timeline_find (timeline, "event-0");
}

static void
random_view (Picture *self, double width)
{
  const DlEventRecord *record = dl_timeline_get_record (self->timeline, self->input.selected);
  DlInstant            from, to;

  dl_full_view (self->timeline, self->input.viewport.folds, NULL, &from, &to);
  dl_viewport_set_range (&self->input.viewport, from, to, width);
  if (g_test_rand_bit () && dl_instant_is_finite (record->start))
    {
      dl_viewport_zoom_at (&self->input.viewport, dl_viewport_x (&self->input.viewport, record->start),
                           random_log_uniform (1, 1e5));
      dl_viewport_place (&self->input.viewport, record->start, width * g_test_rand_double_range (-0.1, 1.1));
    }
}

static void
test_kind (gconstpointer data)
{
  RandomKind                kind = (RandomKind) GPOINTER_TO_INT (data);
  g_autoptr (DlTimeline)    timeline = random_timeline_new_with (kind, kind == RANDOM_ONE_EVENT ? 1 : 120);
  g_auto (DlArrangeOptions) options = { .fold = g_test_rand_bit () };
  g_autoptr (DlArrangement) arrangement = NULL;
  guint                     n_told = 0;

  options.lanes.every = g_test_rand_bit ();
  arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      Picture                 self = { .timeline = timeline };
      g_autoptr (GArray)      related = NULL;
      g_autoptr (DlPlacement) placement = NULL;

      self.input = (DlLayoutInput){ .arrangement = arrangement, .measure = dl_text_measure_fixed () };
      self.input.viewport.folds = dl_arrangement_get_folds (arrangement);
      self.input.selected = random_selected (timeline);
      random_view (&self, (double) g_test_rand_int_range (200, 1700));
      self.input.notes = g_test_rand_bit ();
      self.input.interactive = self.input.only_in_sight = self.input.notes;
      self.input.height = self.input.notes || g_test_rand_bit () ? (double) g_test_rand_int_range (150, 1200) : 0;
      if (self.input.notes)
        {
          placement = self.input.placement = dl_layout_place (&self.input);
          self.input.scroll =
            g_test_rand_double_range (0, 1) * MAX (dl_placement_get_height (placement) - self.input.height + 80, 0);
        }
      related = dl_related_events_new (timeline, self.input.selected);
      look (&self);
      check_free (&self);
      check_inside (&self);
      n_told += check_told (&self, related);
      check_same (&self);
      dl_scene_unref (self.scene);
    }
  g_test_message ("%s: %u curves", random_kind_to_string (kind), n_told);
  if (kind != RANDOM_ONE_EVENT)
    g_assert_cmpuint (n_told, >, N_VIEWS / 2);
}

/* Low and narrow windows, in which every place at the foot may be taken: what is
 * told there (“3 more events below”) has no free place, and words keep out of its way. */
static void
test_crowded (void)
{
  g_autoptr (DlTimeline)    timeline = random_timeline_new_with (RANDOM_MANY_LANES, 120);
  g_auto (DlArrangeOptions) options = { 0 };
  g_autoptr (DlArrangement) arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  guint                     n_below = 0;

  for (guint i = 0; i < N_CROWDED; i++)
    {
      Picture                 self = { .timeline = timeline };
      g_autoptr (DlPlacement) placement = NULL;
      double                  width = (double) g_test_rand_int_range (200, 360);

      self.input = (DlLayoutInput){ .arrangement = arrangement, .measure = dl_text_measure_fixed () };
      self.input.selected = random_selected (timeline);
      random_view (&self, width);
      self.input.notes = self.input.interactive = self.input.only_in_sight = TRUE;
      self.input.height = (double) g_test_rand_int_range (150, 500);
      placement = self.input.placement = dl_layout_place (&self.input);
      self.input.scroll =
        g_test_rand_double_range (0, 0.5) * MAX (dl_placement_get_height (placement) - self.input.height + 80, 0);
      look (&self);
      check_free (&self);
      for (guint j = 0; j < self.n_ops; j++)
        n_below += self.ops[j].role == DL_ROLE_BELOW;
      dl_scene_unref (self.scene);
    }
  g_assert_cmpuint (n_below, >, N_CROWDED / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-related/crowded", test_crowded);
  for (int kind = 0; kind < RANDOM_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/layout-related/%s", random_kind_to_string ((RandomKind) kind));

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_kind);
    }
  return g_test_run ();
}
