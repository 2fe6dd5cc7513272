/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a filter does not let through: what it looks like, what is counted, and that
 * all else comes before it. */
#include "layout/dl-layout.h"

#include <string.h>

#include "layout/dl-legend.h"
#include "layout/dl-primitives.h"
#include "layout/dl-rank.h"
#include "sample-timeline.h"

#define WIDTH 1000.0
#define N_CROWD 400u

typedef struct
{
  DlTimeline    *timeline;
  DlEventSet    *shown;
  DlArrangement *arrangement;
  DlLayoutInput  input;
  DlScene       *scene;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Of a timeline that it takes, with the events whose ids are in @ids let through. */
static Fixture
start (DlTimeline *timeline, const char *ids, double height)
{
  Fixture                   self = { .timeline = timeline };
  g_auto (DlArrangeOptions) options = { 0 };
  g_auto (GStrv)            shown = g_strsplit (ids, " ", -1);
  DlInstant                 from, to;

  self.shown = dl_event_set_new (dl_timeline_get_n_events (timeline));
  for (guint i = 0; shown[i] != NULL; i++)
    if (*shown[i] != '\0')
      dl_event_set_add (self.shown, dl_timeline_find (timeline, shown[i]));
  options.shown = dl_event_set_ref (self.shown);
  self.arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  self.input = (DlLayoutInput){ .arrangement = self.arrangement,
                                .measure = dl_text_measure_fixed (),
                                .selected = DL_NONE,
                                .height = height,
                                .notes = height > 0 };
  dl_full_view (timeline, NULL, NULL, &from, &to);
  dl_viewport_set_range (&self.input.viewport, from, to, WIDTH);
  self.scene = dl_layout_build (&self.input);
  return self;
}

static gboolean
is_of_event (const DlOp *op)
{
  return op->event != DL_NONE && op->role != DL_ROLE_EARLIER && op->role != DL_ROLE_LATER &&
         op->role != DL_ROLE_SELECTION;
}

static const SampleEvent few[] = {
  { "2025-01-02", "One that is let through", "a" },
  { "2025-01-04", "One that is not", "a" },
  { "2025-01-06/2025-01-09", "An interval that is not", "b" },
  { "2025-01-12", "Another that is let through", "b" },
  { "2025-01-15", "Planned, and not", "c", DL_STATUS_PLANNED },
  { "2025-01-18T10:00:00Z", "A point in time that is not", "c" },
};

static void
test_flags (void)
{
  g_auto (Fixture) self = start (sample_timeline_new (few, G_N_ELEMENTS (few)), "e0 e3", 0);
  guint            n_ops, n_dimmed = 0, n_cards = 0;
  const DlOp      *ops = dl_scene_get_ops (self.scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      gboolean dimmed = (ops[i].flags & DL_OP_DIMMED) != 0;

      g_assert_true (dimmed == (is_of_event (&ops[i]) && !dl_event_set_contains (self.shown, ops[i].event)));
      n_dimmed += dimmed;
      n_cards += ops[i].role == DL_ROLE_CARD;
      g_assert_false (dimmed && ops[i].role == DL_ROLE_CARD);
    }
  g_assert_cmpuint (n_dimmed, >=, 6);
  /* There is room for both that may have one. */
  g_assert_cmpuint (n_cards, ==, 2);
}

static void
assert_totals (const Fixture *self, const char *expected)
{
  guint               n_ops;
  const DlOp         *ops = dl_scene_get_ops (self->scene, &n_ops);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_TOTAL)
      g_string_append_printf (found, "%s%s", found->len > 0 ? ", " : "", ops[i].text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_totals (void)
{
  g_auto (Fixture) self = start (sample_timeline_new (few, G_N_ELEMENTS (few)), "e0 e3", 600);

  assert_totals (&self, "1 of 2 events, 1 of 2 events, 0 of 2 events");
  /* Of what is in a picture: the first two lanes have one each. */
  self.input.notes = FALSE;
  self.input.height = 0;
  dl_viewport_set_range (&self.input.viewport, DL_INSTANT (1735948800), DL_INSTANT (1736553600), WIDTH);
  dl_scene_unref (self.scene);
  self.scene = dl_layout_build (&self.input);
  assert_totals (&self, "0 of 1 event, 0 of 1 event");
}

/* Every second one is let through, and they are the least important. */
static DlTimeline *
make_crowd (GString *ids)
{
  g_autofree SampleEvent *events = g_new0 (SampleEvent, N_CROWD);
  g_autoptr (GPtrArray)   texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_CROWD; i++)
    {
      char *date = g_strdup_printf ("2025-%02u-%02u", 1 + i / 4 % 12, 1 + i / 48);

      g_ptr_array_add (texts, date);
      events[i] = (SampleEvent){ date, "An event that has a title", "a", DL_STATUS_HAPPENED, i % 2 == 0 ? 1 : 100 };
      if (i % 2 == 0)
        g_string_append_printf (ids, "e%u ", i);
    }
  return sample_timeline_new (events, N_CROWD);
}

static void
test_first (void)
{
  static const double heights[] = { 120, 200, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (GString)     ids = g_string_new (NULL);
      DlTimeline             *timeline = make_crowd (ids);
      g_auto (Fixture)        self = start (timeline, ids->str, heights[i]);
      g_autoptr (DlPlacement) placement = dl_layout_place (&self.input);
      const GArray           *labels = dl_placement_get_lane (placement, 0)->labels;

      g_assert_cmpuint (labels->len, >=, 3);
      for (guint k = 0; k < labels->len; k++)
        g_assert_true (dl_event_set_contains (self.shown, g_array_index (labels, DlLabel, k).event));
    }
}

/* However short it has to be: before one that is not let through it has a label. */
static void
test_shortened (void)
{
  static const SampleEvent events[] = {
    { "2025-01-03", "First", "a", .importance = 2 },
    { "2025-01-06",
      "A title that would have to be alone in its row and that runs on and on for a long, long way so "
      "that whatever is before and after it leaves too little room for all that it wants to say",
      "a", .importance = 1 },
    { "2025-01-06", "No", "a", .importance = 100 },
    { "2025-01-10", "Last", "a", .importance = 2 },
    /* Under the lane's name. */
    { "2024-12-10", "Long before", "a", .importance = 1 },
    { "2025-01-12", "Z", "a", .importance = 1 },
  };
  g_auto (Fixture)        self = start (sample_timeline_new (events, G_N_ELEMENTS (events)), "e0 e1 e3 e4 e5", 80);
  g_autoptr (DlPlacement) placement = dl_layout_place (&self.input);

  g_assert_cmpuint (dl_placement_get_lane (placement, 0)->n_rows, ==, 1);
  /* In the order of time, after the one under the name. */
  g_assert_nonnull (dl_placement_find (placement, 0, 1));
  g_assert_nonnull (dl_placement_find (placement, 0, 2));
  g_assert_null (dl_placement_find (placement, 0, 3));
  g_assert_nonnull (dl_placement_find (placement, 0, 4));
}

/* Of several lanes those with what is let through have more rows. */
static void
test_rows (void)
{
  g_autofree SampleEvent *events = g_new0 (SampleEvent, N_CROWD);
  g_autoptr (GPtrArray)   dates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString)     ids = g_string_new (NULL);

  for (guint i = 0; i < N_CROWD; i++)
    {
      char *date = g_strdup_printf ("2025-%02u-%02u", 1 + i / 4 % 12, 1 + i / 48);

      g_ptr_array_add (dates, date);
      events[i] = (SampleEvent){ date, "An event that has a title", i % 2 == 0 ? "a" : "b", .importance = 50 };
    }
  for (guint which = 0; which < 2; which++)
    {
      g_autoptr (DlPlacement) placement = NULL;

      g_string_truncate (ids, 0);
      for (guint i = which; i < N_CROWD; i += 2)
        g_string_append_printf (ids, "e%u ", i);
      {
        g_auto (Fixture) self = start (sample_timeline_new (events, N_CROWD), ids->str, 400);

        placement = dl_layout_place (&self.input);
        g_assert_cmpuint (dl_placement_get_lane (placement, which)->n_rows, >, 4);
        g_assert_cmpuint (dl_placement_get_lane (placement, 1 - which)->n_rows, <=, 2);
      }
    }
}

static void
test_densities (void)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  DlTimeline         *timeline = make_crowd (ids);
  g_auto (Fixture)    self = start (timeline, ids->str, 160);
  guint               n_ops, n_split = 0, n_dimmed = 0, n_strong = 0;
  const DlOp         *ops = dl_scene_get_ops (self.scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      g_autoptr (GArray) behind = NULL;
      guint              n_shown = 0;

      if (ops[i].role != DL_ROLE_DENSITY)
        continue;
      behind = dl_layout_list_events (&self.input, ops[i].lane, DL_ROLE_DENSITY, ops[i].x + ops[i].w / 2);
      /* Nothing is left out of it. */
      g_assert_cmpuint (behind->len, ==, ops[i].count);
      for (guint k = 0; k < behind->len; k++)
        n_shown += dl_event_set_contains (self.shown, g_array_index (behind, guint32, k));
      if (n_shown == 0)
        n_dimmed++;
      else if (n_shown == behind->len)
        n_strong++;
      else
        n_split++;
      g_assert_true (((ops[i].flags & DL_OP_DIMMED) != 0) == (n_shown == 0));
      if (n_shown > 0 && n_shown < behind->len)
        {
          g_assert_cmpfloat (ops[i].split, >=, ops[i].y + 1);
          g_assert_cmpfloat (ops[i].split, <, ops[i].y + ops[i].h);
        }
      else
        g_assert_cmpfloat (ops[i].split, ==, G_MAXFLOAT);
    }
  g_assert_cmpuint (n_split, >, 5);
  g_test_message ("%u are split, %u dimmed, %u neither", n_split, n_dimmed, n_strong);
}

/* What is drawn of an event's operations, but for the ground. */
static void
check_look (const Fixture *self, guint32 event, gboolean dimmed)
{
  g_autoptr (DlPrimitives) primitives = dl_primitives_new (self->scene);
  guint                    n, n_ops, n_seen = 0;
  const DlPrimitive       *all = dl_primitives_get (primitives, &n);
  const DlOp              *ops = dl_scene_get_ops (self->scene, &n_ops);

  for (guint i = 0; i < n; i++)
    {
      if (all[i].op == DL_NONE || ops[all[i].op].event != event || ops[all[i].op].role == DL_ROLE_SELECTION)
        continue;
      if (all[i].paint == DL_PAINT_NONE || all[i].paint == DL_PAINT_VIEW || all[i].paint == DL_PAINT_CARD)
        {
          g_assert_cmpfloat (all[i].opacity, ==, 1);
          continue;
        }
      n_seen++;
      g_assert_true ((all[i].opacity < 0.9f) == dimmed);
      /* It can still be seen, and read. */
      g_assert_cmpfloat (all[i].opacity, >=, all[i].kind == DL_PRIMITIVE_TEXT ? 0.6f : 0.3f);
      if (all[i].kind == DL_PRIMITIVE_TEXT && dimmed)
        g_assert_cmpint (all[i].paint, !=, DL_PAINT_INK);
    }
  g_assert_cmpuint (n_seen, >, 0);
}

static void
test_look (void)
{
  g_auto (Fixture) self = start (sample_timeline_new (few, G_N_ELEMENTS (few)), "e0 e3", 600);

  for (guint32 i = 0; i < G_N_ELEMENTS (few); i++)
    check_look (&self, i, i != 0 && i != 3);
  /* The selected one is looked at, whatever the filter. */
  self.input.selected = 2;
  dl_scene_unref (self.scene);
  self.scene = dl_layout_build (&self.input);
  check_look (&self, 2, FALSE);
  check_look (&self, 1, TRUE);
}

static void
test_dump (void)
{
  g_auto (Fixture)    self = start (sample_timeline_new (few, G_N_ELEMENTS (few)), "e0 e3", 600);
  g_autoptr (GString) dump = g_string_new (NULL);

  dl_scene_dump (self.scene, dump);
  g_assert_nonnull (strstr (dump->str, "\"dimmed\""));
}

/* The legend says it where it is so, with what looks like it. */
static void
test_legend (void)
{
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (few, G_N_ELEMENTS (few));
  g_auto (Fixture)         self = start (g_object_ref (timeline), "e0 e3", 600);
  g_auto (Fixture)         whole = start (g_object_ref (timeline), "e0 e1 e2 e3 e4 e5", 600);
  g_autoptr (DlScene)      sample = dl_legend_draw (DL_SIGN_DIMMED, timeline, DL_MEANS_DIMMED);
  g_autoptr (DlPrimitives) primitives = dl_primitives_new (sample);
  guint                    n;
  const DlPrimitive       *drawn = dl_primitives_get (primitives, &n);

  g_assert_true ((dl_legend_find_in_picture (self.scene, NULL) & DL_MEANS_DIMMED) != 0);
  g_assert_true ((dl_legend_find_in_picture (whole.scene, NULL) & DL_MEANS_DIMMED) == 0);
  for (guint i = 0; i < n; i++)
    g_assert_true (drawn[i].paint == DL_PAINT_NONE || drawn[i].opacity < 0.9f);
}

/* Among themselves both kinds are ranked as they are without a filter. */
static void
test_ranks (void)
{
  g_autoptr (DlEventSet) shown = NULL;
  g_autoptr (GString)    ids = g_string_new (NULL);
  g_autoptr (DlTimeline) timeline = make_crowd (ids);
  guint32                events[N_CROWD], plain[N_CROWD], filtered[N_CROWD];
  guint16                weights[N_CROWD], filtered_weights[N_CROWD];
  DlExtent               extents[N_CROWD];

  shown = dl_event_set_new (N_CROWD);
  for (guint32 i = 0; i < N_CROWD; i++)
    {
      events[i] = i;
      extents[i] = (DlExtent){ dl_timeline_get_record (timeline, i)->start, dl_timeline_get_record (timeline, i)->end };
      if (i % 3 == 0)
        dl_event_set_add (shown, i);
    }
  dl_rank_items (timeline, events, extents, N_CROWD, NULL, weights, plain);
  dl_rank_items (timeline, events, extents, N_CROWD, shown, filtered_weights, filtered);
  for (guint a = 0; a < N_CROWD; a++)
    for (guint b = 0; b < N_CROWD; b++)
      {
        if (a % 3 == 0 && b % 3 != 0)
          {
            g_assert_cmpuint (filtered[a], >, filtered[b]);
            g_assert_cmpuint (filtered_weights[a], >, filtered_weights[b]);
          }
        else if ((a % 3 == 0) == (b % 3 == 0) && weights[a] / 4 > weights[b] / 4)
          g_assert_cmpuint (filtered[a], >, filtered[b]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/dimmed/flags", test_flags);
  g_test_add_func ("/layout/dimmed/totals", test_totals);
  g_test_add_func ("/layout/dimmed/first", test_first);
  g_test_add_func ("/layout/dimmed/shortened", test_shortened);
  g_test_add_func ("/layout/dimmed/rows", test_rows);
  g_test_add_func ("/layout/dimmed/densities", test_densities);
  g_test_add_func ("/layout/dimmed/look", test_look);
  g_test_add_func ("/layout/dimmed/dump", test_dump);
  g_test_add_func ("/layout/dimmed/legend", test_legend);
  g_test_add_func ("/layout/dimmed/ranks", test_ranks);
  return g_test_run ();
}
