/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole pictures of small timelines, compared line by line with what stands in
 * golden/. With DATELINE_UPDATE_GOLDEN=1 they are written anew: then read the
 * difference before you commit it. */
#include "layout/dl-layout.h"

#include "sample-timeline.h"

/* One of every kind of date and status. */
static const SampleEvent kinds[] = {
  { "2025-10-25T22:00:00+09:00", "The call", "talks", .importance = 95 },
  { "2025-10-25", "A day", "talks" },
  { "2025-10", "Some time in October", "talks" },
  { "2025-10-21~", "About the twenty-first", "talks" },
  { "2025-10-28", "The visit", "talks", DL_STATUS_PLANNED },
  { "2025-10-30?", "Perhaps a signature", "talks", DL_STATUS_DISPUTED },
  { "2025-10-20/2025-10-24", "Days with hard ends", "terms" },
  { "2025-09/2025-10-27", "A soft start, 確かな終わり", "terms" },
  { "2025-10-21/..", "Without an end", "terms", DL_STATUS_ONGOING },
  { "../2025-10-19", "Without a start", "terms" },
  { "2025-10-29/", "An end that nobody knows", "terms", DL_STATUS_CANCELLED },
  { "1980~", "Long ago", "talks" },
  { "2031-05-17", "Far ahead", "talks", DL_STATUS_PLANNED },
};

typedef struct
{
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlLayoutInput  input;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static Fixture
start (DlTimeline *timeline, double width)
{
  Fixture   self = { .timeline = timeline };
  DlInstant from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  self.arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
  self.input =
    (DlLayoutInput){ .arrangement = self.arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
  self.input.zone = dl_timeline_get_zone (timeline);
  dl_viewport_set_range (&self.input.viewport, from, to, width);
  return self;
}

static Fixture
start_kinds (double width)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            zone = dl_zone_new ("Asia/Tokyo", NULL);

  dl_timeline_builder_set_title (builder, "Kinds of dates");
  dl_timeline_builder_set_zone (builder, zone);
  dl_timeline_builder_set_as_of (builder, "2025-10-26");
  dl_timeline_builder_set_view (builder, "2025-10-18/2025-11-01");
  dl_timeline_builder_add_era (builder, &(DlEra){ .title = "The era", .date_text = "2025-10-21/2025-12" });
  sample_add_events (builder, kinds, G_N_ELEMENTS (kinds));
  return start (dl_timeline_builder_end (builder), width);
}

static void
compare (const Fixture *self, const char *name)
{
  g_autoptr (DlScene) scene = dl_layout_build (&self->input);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;
  g_autofree char    *path = g_test_build_filename (G_TEST_DIST, "unit", "layout", "golden", name, NULL);
  g_autofree char    *expected = NULL;
  g_auto (GStrv)      found_lines = NULL;
  g_auto (GStrv)      expected_lines = NULL;

  dl_scene_dump (scene, found);
  if (g_strcmp0 (g_getenv ("DATELINE_UPDATE_GOLDEN"), "1") == 0)
    {
      g_file_set_contents (path, found->str, -1, &error);
      g_assert_no_error (error);
      g_test_message ("wrote %s", path);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (expected == NULL)
    return;
  found_lines = g_strsplit (found->str, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; found_lines[i] != NULL || expected_lines[i] != NULL; i++)
    if (g_strcmp0 (found_lines[i], expected_lines[i]) != 0)
      {
        g_test_message ("%s:%u\nexpected %s\nfound    %s", name, i + 1, expected_lines[i], found_lines[i]);
        g_test_fail ();
        return;
      }
}

static void
test_kinds (void)
{
  g_auto (Fixture) self = start_kinds (1000);

  compare (&self, "kinds.jsonl");
}

/* Decades: most have no room for a label. */
static void
test_far_out (void)
{
  g_auto (Fixture) self = start_kinds (700);
  DlInstant        from = dl_calendar_to_instant (&(DlCivil){ .year = 1970, .month = 1, .day = 1 });
  DlInstant        to = dl_calendar_to_instant (&(DlCivil){ .year = 2040, .month = 1, .day = 1 });

  dl_viewport_set_range (&self.input.viewport, from, to, 700);
  compare (&self, "far-out.jsonl");
}

/* A heading, a selection, today, and a low window that is scrolled. */
static void
test_window (void)
{
  g_auto (Fixture) self = start_kinds (500);

  self.input.selected = dl_timeline_find (self.timeline, "e1");
  self.input.has_today = TRUE;
  self.input.today = dl_calendar_to_instant (&(DlCivil){ .year = 2025, .month = 10, .day = 30 });
  self.input.heading = "A heading";
  self.input.caption = "and what is below it";
  self.input.height = 260;
  self.input.scroll = 20;
  self.input.notes = TRUE;
  self.input.interactive = TRUE;
  compare (&self, "window.jsonl");
}

/* Nothing in sight: every lane says where its nearest events are. */
static void
test_nothing_in_sight (void)
{
  g_auto (Fixture) self = start_kinds (800);
  DlInstant        from = dl_calendar_to_instant (&(DlCivil){ .year = 2026, .month = 3, .day = 1 });
  DlInstant        to = dl_calendar_to_instant (&(DlCivil){ .year = 2026, .month = 3, .day = 20 });

  dl_viewport_set_range (&self.input.viewport, from, to, 800);
  self.input.notes = TRUE;
  compare (&self, "nothing-in-sight.jsonl");
}

/* Seven hundred within an hour: lines instead of cards, and densities. */
static void
test_crowded (void)
{
  g_autoptr (GArray)    events = g_array_new (FALSE, TRUE, sizeof (SampleEvent));
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_auto (Fixture)      self = { NULL };

  for (guint i = 0; i < 700; i++)
    {
      SampleEvent event = { .title = i % 3 == 0 ? "A longer title than the others have" : "Short",
                            .importance = (guint8) (i * 37 % 101) };

      g_ptr_array_add (dates, g_strdup_printf ("2025-10-25T22:%02u:%02uZ", i * 7 % 60, i * 11 % 60));
      event.date = dates->pdata[i];
      g_array_append_val (events, event);
    }
  self = start (sample_timeline_new ((const SampleEvent *) (gpointer) events->data, events->len), 400);
  self.input.height = 400;
  compare (&self, "crowded.jsonl");
}

/* Leaving out what is scrolled out of sight changes nothing that is in sight:
 * every operation that is left stands in the whole scene, in the same order,
 * and what is missing lies beyond the canvas. */
static void
test_only_in_sight (void)
{
  g_auto (Fixture)        self = start_kinds (700);
  g_autoptr (DlPlacement) placement = NULL;
  guint                   n_left_out = 0;

  /* Higher than the canvas: as where each lane has all the rows that it wants. */
  placement = self.input.placement = dl_layout_place (&self.input);
  self.input.height = 160;
  for (double scroll = 0; scroll < 400; scroll += 37)
    {
      g_autoptr (DlScene) whole = NULL;
      g_autoptr (DlScene) part = NULL;
      const DlOp         *whole_ops;
      const DlOp         *part_ops;
      guint               n_whole, n_part;
      guint               at = 0;

      self.input.scroll = scroll;
      self.input.only_in_sight = FALSE;
      whole = dl_layout_build (&self.input);
      self.input.only_in_sight = TRUE;
      part = dl_layout_build (&self.input);
      whole_ops = dl_scene_get_ops (whole, &n_whole);
      part_ops = dl_scene_get_ops (part, &n_part);
      for (guint i = 0; i < n_whole; i++)
        {
          const DlOp *op = &whole_ops[i];

          if (at < n_part && op->role == part_ops[at].role && op->x == part_ops[at].x && op->y == part_ops[at].y &&
              op->count == part_ops[at].count && g_strcmp0 (op->text, part_ops[at].text) == 0)
            {
              at++;
              continue;
            }
          n_left_out++;
          g_assert_true (op->y - scroll >= self.input.height ||
                         op->y + op->h - scroll <= dl_scene_get_head_height (whole));
        }
      g_assert_cmpuint (at, ==, n_part);
    }
  g_assert_cmpuint (n_left_out, >, 50);
}

static guint
count_role (DlScene *scene, DlRole role, guint lane)
{
  guint       n_ops;
  guint       n = 0;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == role && ops[i].lane == lane;
  return n;
}

/* A collapsed lane has no rows and no labels; in a window each has a toggle. */
static void
test_collapsed (void)
{
  g_auto (Fixture) self = start_kinds (900);

  /* One with single dates, one with intervals. */
  for (guint lane = 0; lane < 2; lane++)
    {
      g_auto (DlArrangeOptions) options = { 0 };
      g_autoptr (DlArrangement) collapsed = NULL;
      g_autoptr (DlPlacement)   placement = NULL;
      g_autoptr (DlScene)       scene = NULL;

      dl_lane_options_set_state (&options.lanes, dl_arrangement_get_lane (self.arrangement, lane)->key,
                                 DL_LANE_COLLAPSED);
      collapsed = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), &options);
      self.input.arrangement = collapsed;
      self.input.interactive = lane == 1;
      scene = dl_layout_build (&self.input);
      placement = dl_layout_place (&self.input);
      g_assert_cmpuint (dl_placement_get_lane (placement, lane)->n_rows, ==, 0);
      g_assert_cmpfloat (dl_placement_get_lane (placement, lane)->height, <, 50);
      g_assert_cmpuint (count_role (scene, DL_ROLE_CARD, lane) + count_role (scene, DL_ROLE_LABEL, lane), ==, 0);
      g_assert_cmpuint (count_role (scene, DL_ROLE_MARK, lane) + count_role (scene, DL_ROLE_DENSITY, lane), >, 0);
      g_assert_cmpuint (count_role (scene, DL_ROLE_CARD, 1 - lane) + count_role (scene, DL_ROLE_LABEL, 1 - lane), >, 0);
      g_assert_cmpuint (count_role (scene, DL_ROLE_TOGGLE, 0), ==, lane);
      g_assert_cmpuint (count_role (scene, DL_ROLE_TOGGLE, 1), ==, lane);
    }
}

/* Rows of the second lane of two where 39 of its events overlap, and none has
 * room beside the lane's name. */
static guint
rows_of_crowded (DlTimeline *timeline, DlLaneState state, double height, gboolean all_rows)
{
  g_auto (DlArrangeOptions) options = { 0 };
  g_autoptr (DlArrangement) arrangement = NULL;
  g_autoptr (DlPlacement)   placement = NULL;
  DlPlacementInput          input = { .measure = dl_text_measure_fixed (), .height = height, .all_rows = all_rows };
  DlInstant                 from, to;

  dl_lane_options_set_state (&options.lanes, "topic=crowded", state);
  arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  dl_home_view (timeline, NULL, NULL, &from, &to);
  dl_viewport_set_range (&input.viewport, from, to, 800);
  input.arrangement = arrangement;
  placement = dl_placement_new (&input);
  return dl_placement_get_lane (placement, 1)->n_rows;
}

/* Whether the first event has a label where there is room for one row, and it is the selected one.
 * @dimmed: a filter does not let it through */
static gboolean
names_first (const SampleEvent *events, guint n_events, gboolean named, gboolean dimmed)
{
  g_auto (DlArrangeOptions) options = { 0 };
  g_autoptr (DlTimeline)    timeline = sample_timeline_new (events, n_events);
  g_autoptr (DlArrangement) arrangement = NULL;
  g_autoptr (DlPlacement)   placement = NULL;
  DlLayoutInput             input = { .measure = dl_text_measure_fixed (), .notes = TRUE, .name_selected = named };
  guint                     lane, item;

  input.selected = dl_timeline_find (timeline, "e0");
  if (dimmed)
    {
      options.shown = dl_event_set_new (n_events);
      for (guint i = 0; i < n_events; i++)
        if (i != input.selected)
          dl_event_set_add (options.shown, i);
    }
  arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  input.arrangement = arrangement;
  input.height = dl_arrangement_get_head_height (arrangement) + 40;
  dl_viewport_set_range (&input.viewport, sample_instant ("2025-10-01"), sample_instant ("2025-10-31"), 800);
  placement = dl_layout_place (&input);
  dl_arrangement_locate (arrangement, input.selected, &lane, &item);
  return dl_placement_find (placement, lane, item) != NULL;
}

/* What is selected has a label, though others are before it, but for what is dimmed. */
static void
test_name_selected (void)
{
  static const SampleEvent crowded[] = {
    { "2025-10-20", "The least of all", .importance = 0 },
    { "2025-10-19", "One with words enough for all of the row that there is", .importance = 90 },
    { "2025-10-20", "One with words enough for all of the row that there is", .importance = 90 },
    { "2025-10-21", "One with words enough for all of the row that there is", .importance = 90 },
  };
  /* Under the lane's name, beside which there is no room for it. */
  static const SampleEvent under[] = {
    { "2025-10-02", "The least of all", "a lane with a name", .importance = 0 },
    { "2025-10-20", "The best", "a lane with a name", .importance = 90 },
    { "2025-10-20", "Another one", "a lane with a name", .importance = 80 },
    { "2025-10-21", "One more", "a lane with a name", .importance = 80 },
  };

  g_assert_false (names_first (crowded, G_N_ELEMENTS (crowded), FALSE, FALSE));
  g_assert_true (names_first (crowded, G_N_ELEMENTS (crowded), TRUE, FALSE));
  g_assert_false (names_first (crowded, G_N_ELEMENTS (crowded), TRUE, TRUE));
  g_assert_false (names_first (under, G_N_ELEMENTS (under), FALSE, FALSE));
  g_assert_true (names_first (under, G_N_ELEMENTS (under), TRUE, FALSE));
}

/* It takes no row from another one for that. */
static void
test_expanded_beside (void)
{
  g_autoptr (GArray)     events = g_array_new (FALSE, TRUE, sizeof (SampleEvent));
  g_autoptr (DlTimeline) timeline = NULL;
  guint                  n_rows[2] = { 0 };

  for (guint i = 0; i < 60; i++)
    {
      SampleEvent event = { "2025-10-20/2025-10-24", "A long one", i % 3 == 0 ? "fewer" : "more" };

      g_array_append_val (events, event);
    }
  timeline = sample_timeline_new ((const SampleEvent *) (gpointer) events->data, events->len);
  for (guint expanded = 0; expanded < 2; expanded++)
    {
      g_auto (DlArrangeOptions) options = { 0 };
      g_autoptr (DlArrangement) arrangement = NULL;
      g_autoptr (DlPlacement)   placement = NULL;
      DlPlacementInput          input = { .measure = dl_text_measure_fixed (), .height = 500, .notes = TRUE };
      DlInstant                 from, to;

      if (expanded)
        dl_lane_options_set_state (&options.lanes, "topic=more", DL_LANE_EXPANDED);
      arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
      dl_home_view (timeline, NULL, NULL, &from, &to);
      dl_viewport_set_range (&input.viewport, from, to, 800);
      input.arrangement = arrangement;
      placement = dl_placement_new (&input);
      for (guint lane = 0; lane < 2; lane++)
        if (g_str_equal (dl_arrangement_get_lane (arrangement, lane)->key, "topic=more"))
          g_assert_true (!expanded || dl_placement_get_lane (placement, lane)->n_rows >= 40);
        else
          n_rows[expanded] = dl_placement_get_lane (placement, lane)->n_rows;
    }
  g_assert_cmpuint (n_rows[0], >, 3);
  g_assert_cmpuint (n_rows[1], ==, n_rows[0]);
}

/* Beside others a lane is kept short, until all its rows are asked for. */
static void
test_expanded (void)
{
  g_autoptr (GArray)     events = g_array_new (FALSE, TRUE, sizeof (SampleEvent));
  g_autoptr (DlTimeline) timeline = NULL;

  for (guint i = 0; i < 40; i++)
    {
      SampleEvent event = { "2025-10-20/2025-10-24", "A long one", i == 0 ? "quiet" : "crowded" };

      g_array_append_val (events, event);
    }
  timeline = sample_timeline_new ((const SampleEvent *) (gpointer) events->data, events->len);
  g_assert_cmpuint (rows_of_crowded (timeline, DL_LANE_AUTO, 0, FALSE), ==, 12);
  g_assert_cmpuint (rows_of_crowded (timeline, DL_LANE_EXPANDED, 0, FALSE), ==, 40);
  g_assert_cmpuint (rows_of_crowded (timeline, DL_LANE_AUTO, 0, TRUE), ==, 40);
  /* However low the canvas is. */
  g_assert_cmpuint (rows_of_crowded (timeline, DL_LANE_AUTO, 300, FALSE), <, 10);
  g_assert_cmpuint (rows_of_crowded (timeline, DL_LANE_EXPANDED, 300, FALSE), ==, 40);
}

/* An event in two lanes is looked for in the first that shows its label, and
 * told apart in both where it is selected. */
static void
test_two_lanes (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_auto (DlArrangeOptions)     options = { .lanes = { .every = TRUE } };
  DlEventRecord record = { .id = "e", .title = "An event", .date_text = "2025-10-25", .place = DL_NONE, .n_topics = 2 };
  g_auto (Fixture) self = { 0 };
  guint            lane, item;

  sample_add_topic (builder, "one");
  sample_add_topic (builder, "two");
  sample_add_topic (builder, "three");
  g_assert_true (dl_timeline_builder_add_event (builder, &record, (const guint32[]){ 2, 0 }, NULL, 0));
  record.id = "other";
  record.n_topics = 1;
  g_assert_true (dl_timeline_builder_add_event (builder, &record, (const guint32[]){ 1 }, NULL, 0));
  self = start (dl_timeline_builder_end (builder), 900);
  dl_arrangement_unref (self.arrangement);
  self.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), &options);
  g_assert_cmpuint (dl_arrangement_get_n_lanes (self.arrangement), ==, 3);
  dl_arrangement_locate (self.arrangement, 0, &lane, &item);
  g_assert_cmpuint (lane, ==, 0);
  g_assert_cmpuint (item, ==, 0);
  g_assert_cmpuint (dl_arrangement_locate_in (self.arrangement, 0, 2), ==, 0);
  g_assert_cmpuint (dl_arrangement_locate_in (self.arrangement, 0, 1), ==, DL_NONE);
  g_assert_cmpuint (dl_arrangement_find_lane (self.arrangement, "topic=three"), ==, 2);
  g_assert_cmpuint (dl_arrangement_find_lane (self.arrangement, "three"), ==, DL_NONE);

  dl_lane_options_set_state (&options.lanes, "topic=one", DL_LANE_COLLAPSED);
  dl_arrangement_unref (self.arrangement);
  self.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), &options);
  dl_arrangement_locate (self.arrangement, 0, &lane, &item);
  g_assert_cmpuint (lane, ==, 2);

  dl_lane_options_set_state (&options.lanes, "topic=three", DL_LANE_COLLAPSED);
  dl_arrangement_unref (self.arrangement);
  self.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), &options);
  self.input.arrangement = self.arrangement;
  self.input.selected = 0;
  for (lane = 0; lane < 3; lane += 2)
    {
      g_autoptr (DlScene) scene = dl_layout_build (&self.input);
      const DlOp         *op = dl_scene_find_event (scene, 0, lane);

      g_assert_nonnull (op);
      g_assert_cmpint (op->role, ==, DL_ROLE_MARK);
      g_assert_true ((op->flags & DL_OP_SELECTED) != 0);
    }
}

static void
test_home_view_of_the_author (void)
{
  g_auto (Fixture) self = start_kinds (800);
  g_autofree char *from = dl_instant_to_iso8601 (dl_viewport_from (&self.input.viewport));
  g_autofree char *to = dl_instant_to_iso8601 (dl_viewport_to (&self.input.viewport));

  /* The days of Tokyo. */
  g_assert_cmpstr (from, ==, "2025-10-17T15:00:00Z");
  g_assert_cmpstr (to, ==, "2025-11-01T15:00:00Z");
}

/* All of it, with a little free at each side. */
static void
test_home_view_of_all (void)
{
  static const SampleEvent events[] = { { "2000-01-01" }, { "2010-01-01" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, 2);
  DlInstant                from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpint (dl_instant_compare (from, dl_timeline_get_record (timeline, 0)->start), <, 0);
  g_assert_cmpint (dl_instant_compare (to, dl_timeline_get_record (timeline, 1)->end), >, 0);
  g_assert_cmpfloat (dl_instant_distance (from, to), <, 10.6 * 31556952.0);
}

/* A few far outliers do not squeeze the rest. */
static void
test_home_view_of_the_densest (void)
{
  static const SampleEvent events[] = {
    { "1000-01-01" }, { "2001" }, { "2002" }, { "2003" }, { "2004" }, { "2005" },
    { "2006" },       { "2007" }, { "2008" }, { "2009" }, { "2010" }, { "3000-01-01" },
  };

  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  DlInstant              from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpint (dl_calendar_from_instant (from).year, >=, 1999);
  /* The last year of the core whole, and no more. */
  g_assert_cmpint (dl_calendar_from_instant (to).year, ==, 2010);
  g_assert_cmpfloat (dl_instant_distance (from, to), >, 7 * 31556952.0);
}

static void
test_home_view_of_nothing (void)
{
  g_autoptr (DlTimeline) timeline = sample_timeline_new (NULL, 0);
  DlInstant              from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpint (dl_calendar_from_instant (from).year, <=, 2000);
  g_assert_cmpint (dl_calendar_from_instant (from).year, >=, 1995);
  g_assert_cmpint (dl_calendar_from_instant (to).year, >=, 2030);
  g_assert_cmpint (dl_calendar_from_instant (to).year, <=, 2050);
}

static void
test_home_view_of_a_moment (void)
{
  static const SampleEvent events[] = { { "2025-10-25T22:00:00Z" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, 1);
  DlInstant                from, to;
  double                   before, after;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  before = dl_instant_distance (from, dl_timeline_get_record (timeline, 0)->start);
  after = dl_instant_distance (dl_timeline_get_record (timeline, 0)->start, to);
  g_assert_cmpfloat (before, >, 600);
  g_assert_cmpfloat (after, >, 600);
  g_assert_cmpfloat (before + after, <, 86400);
}

static double
home_seconds (const SampleEvent *events, guint n_events, const DlInstant *today)
{
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, n_events);
  DlInstant              from, to;
  DlInstant              first, last;

  dl_home_view (timeline, NULL, today, &from, &to);
  /* In each of these all there is is in sight. */
  g_assert_true (dl_timeline_get_extent (timeline, &first, &last));
  g_assert_cmpint (dl_instant_compare (from, first), <=, 0);
  g_assert_cmpint (dl_instant_compare (to, last), >=, 0);
  return dl_instant_distance (from, to);
}

/* What takes minutes or seconds fills the width with them. */
static void
test_home_view_of_minutes (void)
{
  static const SampleEvent minutes[] = { { "2024-01-01T00:00:00" }, { "2024-01-01T00:03:00" } };
  static const SampleEvent seconds[] = { { "2022-06-23T10:00:00/2022-06-23T10:00:04" },
                                         { "2022-06-23T10:00:05/2022-06-23T10:00:45" } };
  static const SampleEvent moments[] = { { "2024-01-01T00:00:00" }, { "2024-01-01T00:00:00" } };

  g_assert_cmpfloat (home_seconds (minutes, 2, NULL), <, 300);
  g_assert_cmpfloat (home_seconds (seconds, 2, NULL), <, 75);
  g_assert_cmpfloat (home_seconds (&seconds[1], 1, NULL), <, 70);
  g_assert_cmpfloat (home_seconds (moments, 2, NULL), >, 3600);
}

/* What begins on one day and goes on for a year is seen to its end. */
static void
test_home_view_of_contracts (void)
{
  SampleEvent events[13];

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (SampleEvent){ "2020-01-01/2020-12-30" };
  g_assert_cmpfloat (home_seconds (events, G_N_ELEMENTS (events), NULL), <, 2 * 366 * 86400.0);
}

/* What goes on without an end is seen up to today; in a picture that is the same
 * on any day, up to the last date that is stated; and always up to the as-of date. */
static void
test_home_view_of_what_is_open (void)
{
  static const SampleEvent      open[] = { { "1991/.." } };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  DlInstant                     today = dl_calendar_to_instant (&(DlCivil){ .year = 2020, .month = 1, .day = 1 });
  DlInstant                     from, to;

  g_assert_cmpfloat (home_seconds (open, 1, &today), >, 29 * 365 * 86400.0);
  g_assert_cmpfloat (home_seconds (open, 1, NULL), <, 2 * 365 * 86400.0);
  dl_timeline_builder_set_as_of (builder, "2010-01-01");
  sample_add_events (builder, open, 1);
  timeline = dl_timeline_builder_end (builder);
  for (guint i = 0; i < 2; i++)
    {
      dl_full_view (timeline, NULL, i == 0 ? NULL : &today, &from, &to);
      g_assert_cmpint (dl_calendar_from_instant (from).year, ==, 1990);
      g_assert_cmpint (dl_calendar_from_instant (to).year, >=, 2010);
      g_assert_cmpint (dl_calendar_from_instant (to).year, <, 2019);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/layout/golden/kinds", test_kinds);
  g_test_add_func ("/layout/golden/far-out", test_far_out);
  g_test_add_func ("/layout/golden/window", test_window);
  g_test_add_func ("/layout/golden/nothing-in-sight", test_nothing_in_sight);
  g_test_add_func ("/layout/golden/crowded", test_crowded);
  g_test_add_func ("/layout/only-in-sight", test_only_in_sight);
  g_test_add_func ("/layout/lanes/collapsed", test_collapsed);
  g_test_add_func ("/layout/name-selected", test_name_selected);
  g_test_add_func ("/layout/lanes/expanded", test_expanded);
  g_test_add_func ("/layout/lanes/expanded-beside", test_expanded_beside);
  g_test_add_func ("/layout/lanes/two-lanes", test_two_lanes);
  g_test_add_func ("/layout/home-view/of-the-author", test_home_view_of_the_author);
  g_test_add_func ("/layout/home-view/of-all", test_home_view_of_all);
  g_test_add_func ("/layout/home-view/of-the-densest", test_home_view_of_the_densest);
  g_test_add_func ("/layout/home-view/of-nothing", test_home_view_of_nothing);
  g_test_add_func ("/layout/home-view/of-a-moment", test_home_view_of_a_moment);
  g_test_add_func ("/layout/home-view/of-minutes", test_home_view_of_minutes);
  g_test_add_func ("/layout/home-view/of-contracts", test_home_view_of_contracts);
  g_test_add_func ("/layout/home-view/of-what-is-open", test_home_view_of_what_is_open);
  return g_test_run ();
}
