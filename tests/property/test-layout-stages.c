/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A large timeline is shown while its finer labels are still being placed.
 * Whenever one looks, what the layout promises holds (P1 to P5); there are only
 * ever more labels, and none changes its row; and in the end the picture is
 * that of an arrangement that was made at once.
 *
 * A failure prints the seed; `--seed` brings it back. */
#include "layout-walk.h"
#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_TIMELINES 1
#define N_MOST_EVENTS 6000
#else
#define N_TIMELINES 2
#define N_MOST_EVENTS 9000
#endif

/* Groups of more than 4,000 events are built in steps. */
#define N_LEAST_EVENTS 5000

#define N_LAST_SCENES 12

/* What was found of an event in a lane at an earlier stage. */
typedef struct
{
  guint level;
  guint row;
} Placed;

typedef struct
{
  Walk    walk;
  Placed *placed; /* per slot */
  double *row_y;  /* of all lanes, one after the other */
  guint   n_rows;
} Stages;

/* Most are in one lane, or few would be large enough. */
static void
choose_options (DlTimeline *timeline, DlArrangeOptions *options)
{
  options->fold = g_test_rand_bit ();
  if (g_test_rand_int_range (0, 3) > 0)
    options->lanes.field = DL_LANES_NONE;
  else
    choose_lanes (timeline, &options->lanes);
}

/* Nothing that was placed has moved, and the rows are as high as they were. */
static void
check_places (Stages *self, gboolean first)
{
  DlArrangement *arrangement = self->walk.arrangement;
  guint          n_rows = 0;

  for (guint lane = 0; lane < dl_arrangement_get_n_lanes (arrangement); lane++)
    {
      const DlLaneRows *rows = dl_arrangement_get_rows (arrangement, lane);

      for (guint g = 0; g < DL_N_GROUPS; g++)
        for (guint i = 0; i < rows->groups[g].events->len; i++)
          {
            guint   event = g_array_index (rows->groups[g].events, guint32, i);
            Placed *placed =
              &self->placed[self->walk.first_slot[lane] +
                            dl_positions_find (dl_arrangement_get_lane (arrangement, lane)->events, event)];
            guint level = dl_levels_get_level (rows->groups[g].levels, i);

            if (placed->level != DL_LEVEL_NEVER)
              {
                g_assert_cmpuint (placed->level, ==, level);
                g_assert_cmpuint (placed->row, ==, dl_levels_get_row (rows->groups[g].levels, i));
              }
            else if (level != DL_LEVEL_NEVER)
              *placed = (Placed){ level, dl_levels_get_row (rows->groups[g].levels, i) };
          }
      for (guint row = 0; row <= rows->n_rows; row++, n_rows++)
        if (first)
          self->row_y[n_rows] = rows->row_y[row];
        else
          g_assert_cmpfloat (self->row_y[n_rows], ==, rows->row_y[row]);
    }
}

static void
look (Stages *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      walk_step (&self->walk);
      dl_scene_unref (walk_look (&self->walk));
    }
}

static void
stop (gpointer data)
{
  g_cancellable_cancel (data);
}

static void
check_same (Walk *walk, DlArrangement *other)
{
  DlLayoutInput       input = walk->input;
  g_autoptr (DlScene) scene = dl_layout_build (&input);
  g_autoptr (DlScene) other_scene = NULL;
  g_auto (GStrv)      lines = dump_lines (scene);
  g_auto (GStrv)      other_lines = NULL;

  input.arrangement = other;
  input.viewport.folds = dl_arrangement_get_folds (other);
  other_scene = dl_layout_build (&input);
  other_lines = dump_lines (other_scene);
  for (guint i = 0; lines[i] != NULL || other_lines[i] != NULL; i++)
    if (g_strcmp0 (lines[i], other_lines[i]) != 0)
      g_error ("in steps and at once it is not the same:\n%s\n%s\n%s", lines[i], other_lines[i], walk->path->str);
}

static void
begin (Stages *self, RandomKind kind, DlArrangeOptions *options)
{
  g_autoptr (DlTimeline) timeline =
    random_timeline_new_with (kind, (guint) g_test_rand_int_range (N_LEAST_EVENTS, N_MOST_EVENTS));
  DlArrangement *arrangement;
  guint          n_rows = 0;

  choose_options (timeline, options);
  arrangement = dl_arrangement_begin (timeline, dl_text_measure_fixed (), options);
  g_assert_false (dl_arrangement_is_complete (arrangement));
  walk_init (&self->walk, arrangement, dl_text_measure_fixed ());
  self->placed = g_new (Placed, self->walk.n_slots);
  for (guint i = 0; i < self->walk.n_slots; i++)
    self->placed[i] = (Placed){ DL_LEVEL_NEVER, 0 };
  for (guint lane = 0; lane < dl_arrangement_get_n_lanes (arrangement); lane++)
    n_rows += dl_arrangement_get_rows (arrangement, lane)->n_rows + 1;
  self->row_y = g_new (double, n_rows);
  check_places (self, TRUE);
}

static void
end (Stages *self, DlArrangeOptions *options)
{
  g_autoptr (DlArrangement) at_once = dl_arrangement_new (self->walk.timeline, dl_text_measure_fixed (), options);

  g_assert_true (dl_arrangement_is_complete (self->walk.arrangement));
  g_assert_true (dl_arrangement_refine (self->walk.arrangement, NULL, NULL, NULL));
  walk_expect_more (&self->walk);
  check_places (self, FALSE);
  for (guint i = 0; i < N_LAST_SCENES; i++)
    {
      look (self, 1);
      check_same (&self->walk, at_once);
    }
  dl_arrangement_unref (self->walk.arrangement);
  walk_clear (&self->walk);
  g_free (self->placed);
  g_free (self->row_y);
}

static void
walk_in_steps (RandomKind kind)
{
  g_auto (DlArrangeOptions) options = { 0 };
  Stages                    self;
  gboolean                  done = FALSE;

  begin (&self, kind, &options);
  look (&self, 2);
  for (guint stage = 0; !done; stage++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      /* Each thread makes a step before it sees that it shall stop. */
      done = dl_arrangement_refine (self.walk.arrangement, cancellable, stop, cancellable);
      g_assert_cmpint (done, ==, dl_arrangement_is_complete (self.walk.arrangement));
      walk_expect_more (&self.walk);
      check_places (&self, FALSE);
      look (&self, stage % 4 == 0 ? 3 : 1);
    }
  end (&self, &options);
}

static void
test_steps (gconstpointer data)
{
  for (guint i = 0; i < N_TIMELINES; i++)
    walk_in_steps ((RandomKind) GPOINTER_TO_INT (data));
}

static gpointer
refine_thread (gpointer data)
{
  g_assert_true (dl_arrangement_refine (data, NULL, NULL, NULL));
  return NULL;
}

/* While others add to it, each scene by itself is whole. */
static void
test_meanwhile (gconstpointer data)
{
  for (guint i = 0; i < N_TIMELINES; i++)
    {
      g_auto (DlArrangeOptions) options = { 0 };
      Stages                    self;
      GThread                  *thread;

      begin (&self, (RandomKind) GPOINTER_TO_INT (data), &options);
      thread = g_thread_new ("refine", refine_thread, self.walk.arrangement);
      while (!dl_arrangement_is_complete (self.walk.arrangement))
        {
          walk_expect_more (&self.walk);
          look (&self, 1);
        }
      g_thread_join (thread);
      end (&self, &options);
    }
}

int
main (int argc, char **argv)
{
  static const RandomKind kinds[] = { RANDOM_MIXED, RANDOM_CLUMP, RANDOM_DEEP, RANDOM_GAPS };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *steps = g_strdup_printf ("/property/stages/steps/%s", random_kind_to_string (kinds[i]));
      g_autofree char *meanwhile = g_strdup_printf ("/property/stages/meanwhile/%s", random_kind_to_string (kinds[i]));

      g_test_add_data_func (steps, GINT_TO_POINTER (kinds[i]), test_steps);
      g_test_add_data_func (meanwhile, GINT_TO_POINTER (kinds[i]), test_meanwhile);
    }
  return g_test_run ();
}
