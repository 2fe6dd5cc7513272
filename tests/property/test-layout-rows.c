/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lane has as many rows as its labels take, up to the limit: of random sets
 *
 *   each interval of a small set is a bar at every view that it meets, from
 *   the first view on inwards
 *   whatever the set, nothing stays without a label for want of a row
 *
 * A failure prints the seed; `--seed` brings it back. */
#include "layout/dl-layout.h"
#include "model/dl-timeline-builder.h"

#ifdef __SANITIZE_ADDRESS__
#define N_SETS 150
#else
#define N_SETS 600
#endif

#define N_VIEWS 12
#define LEAST_WIDTH 640

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

/* How many have a label in the scene, and no mark or count beside them. */
static guint
count_bars (DlScene *scene, const char *dates)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  guint       n = 0;

  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].role == DL_ROLE_MARK || ops[i].role == DL_ROLE_DENSITY || ops[i].role == DL_ROLE_COUNT)
        g_error ("an interval has no bar: %s", dates);
      n += ops[i].role == DL_ROLE_LABEL && (ops[i].flags & DL_OP_OUTSIDE) == 0;
    }
  return n;
}

static void
test_bars (void)
{
  for (guint i = 0; i < N_SETS * (g_test_slow () ? 20 : 1); i++)
    {
      g_auto (Set)              set = random_set ((guint) g_test_rand_int_range (4, 9), FALSE);
      g_autoptr (DlArrangement) arrangement = dl_arrangement_new (set.timeline, dl_text_measure_fixed (), NULL);
      DlLayoutInput input = { .arrangement = arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
      DlInstant     from, to;

      dl_arrangement_get_home_view (arrangement, &from, &to);
      for (guint view = 0; view < N_VIEWS; view++)
        {
          g_autoptr (DlScene) scene = NULL;
          guint               n_meeting = 0;

          dl_viewport_set_range (&input.viewport, from, to, g_test_rand_double_range (LEAST_WIDTH, 2000));
          if (view > 0)
            dl_viewport_zoom_at (&input.viewport, g_test_rand_double_range (0, input.viewport.width),
                                 g_test_rand_double_range (1, 300));
          input.height = dl_layout_natural_height (&input);
          scene = dl_layout_build (&input);
          for (guint e = 0; e < dl_timeline_get_n_events (set.timeline); e++)
            n_meeting += dl_event_record_meets (dl_timeline_get_record (set.timeline, e),
                                                dl_viewport_from (&input.viewport), dl_viewport_to (&input.viewport));
          g_assert_cmpuint (count_bars (scene, set.dates->str), ==, n_meeting);
        }
    }
}

static void
test_all_placed (void)
{
  for (guint i = 0; i < N_SETS * (g_test_slow () ? 20 : 1); i++)
    {
      g_auto (Set)              set = random_set ((guint) g_test_rand_int_range (4, 150), TRUE);
      g_autoptr (DlArrangement) arrangement = dl_arrangement_new (set.timeline, dl_text_measure_fixed (), NULL);
      const DlLaneRows         *rows = dl_arrangement_get_rows (arrangement, 0);

      g_assert_cmpuint (dl_arrangement_get_n_lanes (arrangement), ==, 1);
      g_assert_cmpuint (rows->n_rows, <, DL_MAX_ROWS);
      for (guint g = 0; g < DL_N_GROUPS; g++)
        for (guint e = 0; e < rows->groups[g].events->len; e++)
          if (dl_levels_get_level (rows->groups[g].levels, e) == DL_LEVEL_NEVER)
            g_error ("one never gets a label in %u rows: %s", rows->groups[g].n_rows, set.dates->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/layout/rows/bars", test_bars);
  g_test_add_func ("/property/layout/rows/all-placed", test_all_placed);
  return g_test_run ();
}
