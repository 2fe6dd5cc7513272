/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the labels of small timelines stand at rest, and how they follow. What
 * holds for any timeline is asked of random ones among the property tests. */
#include "layout/dl-placement.h"

#include "formats/dl-loader.h"
#include "sample-timeline.h"

#define WIDTH 1000.0

typedef struct
{
  DlTimeline      *timeline;
  DlArrangement   *arrangement;
  DlPlacementInput input;
  DlPlacement     *placement;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->placement, dl_placement_unref);
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
place (Fixture *self, const char *from, const char *to, double height)
{
  dl_viewport_set_range (&self->input.viewport, sample_instant (from), sample_instant (to), WIDTH);
  self->input.height = height;
  g_clear_pointer (&self->placement, dl_placement_unref);
  self->placement = dl_placement_new (&self->input);
}

/* Of a timeline that it takes. */
static Fixture
start (DlTimeline *timeline)
{
  Fixture self = { .timeline = timeline };

  self.arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
  self.input =
    (DlPlacementInput){ .arrangement = self.arrangement, .measure = dl_text_measure_fixed (), .notes = TRUE };
  return self;
}

static const DlLabel *
find (const Fixture *self, const char *id)
{
  guint lane, item;

  dl_arrangement_locate (self->arrangement, dl_timeline_find (self->timeline, id), &lane, &item);
  return dl_placement_find (self->placement, lane, item);
}

static const DlLabel *
expect (const Fixture *self, const char *id)
{
  const DlLabel *label = find (self, id);

  g_assert_nonnull (label);
  return label;
}

static DlLabelPlace
place_of (const Fixture *self, const char *id)
{
  guint lane, item;

  dl_arrangement_locate (self->arrangement, dl_timeline_find (self->timeline, id), &lane, &item);
  return dl_label_place (expect (self, id),
                         dl_lane_index_get_extent (dl_arrangement_get_index (self->arrangement, lane), item),
                         &self->input.viewport);
}

/* After its date, and before it where the canvas ends; whole either way. */
static void
test_sides (void)
{
  static const SampleEvent events[] = { { "2025-01-05", "An event with a title of a length" },
                                        { "2025-01-15", "Another one with a title" },
                                        { "2025-01-30", "A third one with a long title" } };
  g_auto (Fixture)         self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));

  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_cmpint (expect (&self, "e0")->side, ==, DL_SIDE_AFTER);
  g_assert_cmpint (expect (&self, "e1")->side, ==, DL_SIDE_AFTER);
  g_assert_cmpint (expect (&self, "e2")->side, ==, DL_SIDE_BEFORE);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      DlLabelPlace     found = place_of (&self, id);

      g_assert_false (expect (&self, id)->cut);
      g_assert_cmpfloat (found.x, >=, DL_LABEL_EDGE);
      g_assert_cmpfloat (found.x + (double) expect (&self, id)->width, <=, WIDTH - DL_LABEL_EDGE);
    }
  /* At its date, with the words or with a card's edge. */
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e1").x, WIDTH * 14 / 30, 0.01);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e2").x + (double) expect (&self, "e2")->width, WIDTH,
                                  0.01 + WIDTH / 30);
}

/* What begins left of the window and goes on has its words in sight. */
static void
test_along (void)
{
  static const SampleEvent events[] = { { "2024-06-01/2025-06-01", "A long one" },
                                        { "2024-06-01/2025-01-03", "Ends at the left" } };
  g_auto (Fixture)         self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));

  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e0").x, DL_LABEL_EDGE, 0.01);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e1").x, DL_LABEL_EDGE, 0.01);
}

/* What is about at the same place reads down in the order of time, whatever
 * matters most. */
static void
test_columns (void)
{
  static const SampleEvent events[] = {
    { "2025-01-10T08:00", "The first of them", .importance = 10 },
    { "2025-01-10T09:00", "The second of them", .importance = 30 },
    { "2025-01-10T10:00", "The third of them", .importance = 20 },
    { "2025-01-10T11:00", "The fourth of them", .importance = 90 },
    { "2025-01-10T12:00", "The fifth of them", .importance = 50 },
  };
  g_auto (Fixture) self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));

  place (&self, "2025-01-01", "2025-01-31", 0);
  for (guint i = 1; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *above = g_strdup_printf ("e%u", i - 1);
      g_autofree char *below = g_strdup_printf ("e%u", i);

      g_assert_cmpuint (expect (&self, above)->row, <, expect (&self, below)->row);
      g_assert_cmpfloat (expect (&self, above)->y + expect (&self, above)->height, <=, expect (&self, below)->y);
    }
}

/* A lane's name takes no line of its own where labels have room beside it. */
static void
test_header (void)
{
  static const SampleEvent free[] = { { "2025-01-20", "Beside the name" } };
  static const SampleEvent under[] = { { "2025-01-02", "Under the name" }, { "2025-01-20", "Beside the name" } };
  g_auto (Fixture)         beside = start (sample_timeline_new (free, 1));
  g_auto (Fixture)         both = start (sample_timeline_new (under, 2));
  const DlPlacedLane      *lane;

  place (&beside, "2025-01-01", "2025-01-31", 0);
  lane = dl_placement_get_lane (beside.placement, 0);
  g_assert_cmpuint (lane->n_rows, ==, 1);
  g_assert_cmpfloat (lane->note_from, >, 0);
  g_assert_cmpfloat ((double) expect (&beside, "e0")->y, <=, lane->header_y);
  g_assert_cmpfloat (place_of (&beside, "e0").from, >=, lane->note_from);
  place (&both, "2025-01-01", "2025-01-31", 0);
  lane = dl_placement_get_lane (both.placement, 0);
  g_assert_cmpfloat ((double) expect (&both, "e0")->y, >=,
                     lane->header_y + dl_arrangement_get_metrics (both.arrangement)->lane_name);
}

static Fixture
start_crowd (guint n_lanes, guint n_each, const guint *more)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      g_autofree char *topic = g_strdup_printf ("t%u", lane);

      sample_add_topic (builder, topic);
      for (guint i = 0; i < (more != NULL ? more[lane] : n_each); i++)
        {
          g_autofree char *id = g_strdup_printf ("e%u-%u", lane, i);
          DlEventRecord    record = { .id = id,
                                      .title = "An event with a title",
                                      .date_text = "2025-01-10/2025-01-20",
                                      .place = DL_NONE,
                                      .n_topics = 1,
                                      .importance = (guint8) (i * 7 % 100) };
          guint32          ref = lane;

          g_assert_true (dl_timeline_builder_add_event (builder, &record, &ref, NULL, 0));
        }
    }
  return start (dl_timeline_builder_end (builder));
}

/* Where there is little, each lane has a row under its name, and on it the best it has. */
static void
test_a_row_each (void)
{
  g_auto (Fixture) self = start_crowd (12, 60, NULL);

  place (&self, "2025-01-01", "2025-01-31", 830);
  g_assert_cmpfloat (dl_placement_get_height (self.placement), <=, 830);
  for (guint lane = 0; lane < 12; lane++)
    {
      const DlPlacedLane *placed = dl_placement_get_lane (self.placement, lane);
      guint               best = 0;

      g_assert_cmpuint (placed->n_rows, >=, 1);
      g_assert_true (placed->crowded);
      for (guint i = 0; i < placed->labels->len; i++)
        best = MAX (best, g_array_index (placed->labels, DlLabel, i).priority);
      g_assert_cmpuint (best, ==, 59);
    }
}

/* What there is goes by what is wanted, and what is wanted is never exceeded. */
static void
test_shares (void)
{
  static const guint wanted[] = { 40, 20, 2 };
  g_auto (Fixture)   self = start_crowd (3, 0, wanted);
  guint              rows[3];

  for (double height = 300; height < 2400; height += 100)
    {
      guint left = 0;

      place (&self, "2025-01-01", "2025-01-31", height);
      g_assert_cmpfloat (dl_placement_get_height (self.placement), <=, height);
      for (guint lane = 0; lane < 3; lane++)
        {
          rows[lane] = dl_placement_get_lane (self.placement, lane)->n_rows;
          g_assert_cmpuint (rows[lane], >=, 1);
          g_assert_cmpuint (rows[lane], <=, wanted[lane] + 1);
          left += wanted[lane] > rows[lane];
        }
      g_assert_cmpuint (rows[0], >=, rows[1]);
      g_assert_cmpuint (rows[1] + 1, >=, rows[2]);
      /* What a lane wants is never more than the canvas has. */
      if (left > 1 && height > 1200)
        g_assert_cmpfloat_with_epsilon ((double) rows[0] / rows[1], 2, 0.6);
    }
  g_assert_cmpuint (rows[0], >=, 40);
}

/* A picture is as high as it needs, but no lane beside others much higher. */
static void
test_unbounded (void)
{
  static const struct
  {
    guint wanted[2];
    guint rows;
  } cases[] = { { { 10, 1 }, 10 }, { { 15, 1 }, 15 }, { { 17, 1 }, 12 }, { { 100, 1 }, 12 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture)    self = start_crowd (2, 0, cases[i].wanted);
      const DlPlacedLane *lane;

      self.input.notes = FALSE;
      place (&self, "2025-01-01", "2025-01-31", 0);
      lane = dl_placement_get_lane (self.placement, 0);
      g_assert_cmpuint (lane->n_rows, ==, cases[i].rows);
      g_assert_cmpuint (lane->labels->len, ==, cases[i].rows);
      self.input.all_rows = TRUE;
      place (&self, "2025-01-01", "2025-01-31", 0);
      g_assert_cmpuint (dl_placement_get_lane (self.placement, 0)->labels->len, ==, cases[i].wanted[0]);
    }
  {
    /* By itself it has more. */
    static const guint alone[] = { 40 };
    g_auto (Fixture)   self = start_crowd (1, 0, alone);

    place (&self, "2025-01-01", "2025-01-31", 0);
    g_assert_cmpuint (dl_placement_get_lane (self.placement, 0)->labels->len, ==, 40);
  }
}

/* Lanes of which nothing is in sight are left out of pictures, and not of windows. */
static void
test_empty_lanes (void)
{
  static const SampleEvent events[] = { { "2025-01-20", "Seen", "a" }, { "2026-01-20", "Not seen", "b" } };
  g_auto (Fixture)         self = start (sample_timeline_new (events, 2));

  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_true (dl_placement_get_lane (self.placement, 1)->shown);
  self.input.notes = FALSE;
  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_true (dl_placement_get_lane (self.placement, 0)->shown);
  g_assert_false (dl_placement_get_lane (self.placement, 1)->shown);
  g_assert_cmpfloat (dl_placement_get_lane (self.placement, 1)->height, ==, 0);
  self.input.all_lanes = TRUE;
  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_true (dl_placement_get_lane (self.placement, 1)->shown);
  g_assert_cmpfloat (dl_placement_get_lane (self.placement, 1)->height, >, 0);
}

/* A title that has no room on one side is turned to the other, or set in two
 * lines where there is height, before it is shortened. */
static void
test_whole_titles (void)
{
  static const SampleEvent turned[] = {
    { "2025-01-12", "A title that would run into the next one, which begins soon after", .importance = 60 },
    { "2025-01-16/2025-01-30", "The next one", .importance = 90 },
  };
  /* Narrow stretches of as long titles. */
  static const SampleEvent wrapped[] = {
    { "2025-01-02/2025-01-11", "A title of some words that is longer than its third of it" },
    { "2025-01-11/2025-01-20", "A title of some words that is longer than its third of it" },
    { "2025-01-20/2025-01-29", "A title of some words that is longer than its third of it" },
  };
  g_auto (Fixture) self = start (sample_timeline_new (turned, G_N_ELEMENTS (turned)));
  g_auto (Fixture) other = start (sample_timeline_new (wrapped, G_N_ELEMENTS (wrapped)));
  const DlMetrics *metrics = dl_arrangement_get_metrics (self.arrangement);

  place (&self, "2025-01-01", "2025-01-31", metrics->lane_top + 2 * (metrics->when + metrics->text + 2) + 30);
  g_assert_false (expect (&self, "e0")->cut);
  place (&other, "2025-01-01", "2025-01-31", 400);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_assert_false (expect (&other, id)->cut);
    }
}

/* In a row that others have the rest of: what is cut beside what is stated of its
 * date begins or ends with all of that where this only adds to what one reads. */
static void
test_growing (void)
{
  static const SampleEvent events[] = {
    { "2025-01-03~", "A title that has no room between its own date and the next one, nor beside all of it",
      .importance = 90 },
    { "2025-01-07", "The next one", .importance = 80 },
    { "2025-01-07", "What has no label where there is one row", .importance = 10 },
  };
  static const SampleEvent whole[] = {
    { "2025-01-03~", "A title that has a little less room than it needs beside it", .importance = 90 },
    { "2025-01-07", "The next one", .importance = 80 },
    { "2025-01-07", "What has no label where there is one row", .importance = 10 },
  };
  g_auto (Fixture) self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));
  g_auto (Fixture) other = start (sample_timeline_new (whole, G_N_ELEMENTS (whole)));
  const DlMetrics *metrics = dl_arrangement_get_metrics (self.arrangement);
  const double one_row = metrics->lane_top + metrics->lane_name + metrics->when + metrics->text + metrics->strip + 10;
  const double day = WIDTH / 10;

  place (&self, "2025-01-01", "2025-01-11", one_row);
  g_assert_cmpuint (dl_placement_get_lane (self.placement, 0)->n_rows, ==, 1);
  g_assert_null (find (&self, "e2"));
  g_assert_true (expect (&self, "e0")->cut);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e0").x, day, 0.01);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e0").to + DL_LABEL_GAP, 6 * day, 0.01);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e1").x, 6 * day, 0.01);
  /* It would not stand where it stood. */
  place (&other, "2025-01-01", "2025-01-11", one_row);
  g_assert_true (expect (&other, "e0")->cut);
  g_assert_cmpfloat_with_epsilon (place_of (&other, "e0").x, 2 * day, 0.01);
}

/* A line before its date that begins, by chance, a letter beside all of it may as well
 * begin with it, and say more. */
static void
test_growing_by_chance (void)
{
  static const SampleEvent events[] = {
    { "2025-01-01/2025-01-03T18", "A title that is as long as its own bar", .importance = 90 },
    { "2025-01-05~", "A title of nearly three hundred pixels all", .status = DL_STATUS_DISPUTED, .importance = 70 },
    { "2025-01-07T03/2025-01-11", "The next one", .importance = 80 },
    { "2025-01-07T03/2025-01-11", "What has no label where there is one row", .importance = 10 },
  };
  g_auto (Fixture) self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));
  const DlMetrics *metrics = dl_arrangement_get_metrics (self.arrangement);
  const double one_row = metrics->lane_top + metrics->lane_name + metrics->when + metrics->text + metrics->strip + 10;
  const double day = WIDTH / 10;

  place (&self, "2025-01-01", "2025-01-11", one_row);
  g_assert_cmpuint (dl_placement_get_lane (self.placement, 0)->n_rows, ==, 1);
  g_assert_null (find (&self, "e3"));
  g_assert_false (expect (&self, "e1")->cut);
  g_assert_cmpfloat_with_epsilon (place_of (&self, "e1").x, 3 * day, 0.01);
}

/* What a picture shows as a mark, because it is selected, is in no number: the first
 * row has the room of that. */
static void
test_marked (void)
{
  static const SampleEvent events[] = {
    { "2024-12-01/2025-06-01", "What goes on all the time", .importance = 10 },
    { "2025-01-10",
      "A title that is much longer than what is left of a row for it beside the name of its lane, if "
      "nobody minds how long it is",
      .importance = 90 },
  };
  g_auto (Fixture)    self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));
  const DlMetrics    *metrics = dl_arrangement_get_metrics (self.arrangement);
  const DlPlacedLane *lane;
  const double        one_row = metrics->lane_top + metrics->when + metrics->text + metrics->strip + 10;
  double              note_from[2], width[2];

  self.input.notes = FALSE;
  self.input.marked = dl_timeline_find (self.timeline, "e0");
  for (guint marked = 0; marked < 2; marked++)
    {
      self.input.has_marked = marked;
      place (&self, "2025-01-01", "2025-01-11", one_row);
      lane = dl_placement_get_lane (self.placement, 0);
      g_assert_cmpuint (lane->n_rows, ==, 1);
      g_assert_null (find (&self, "e0"));
      g_assert_true (expect (&self, "e1")->cut);
      note_from[marked] = lane->note_from;
      width[marked] = (double) expect (&self, "e1")->width;
    }
  /* “+1 running”. */
  g_assert_cmpfloat (note_from[0] - note_from[1], >, 50);
  g_assert_cmpfloat_with_epsilon (width[1] - width[0], note_from[0] - note_from[1], 0.01);
  /* One that has a label, or is not in sight, changes nothing. */
  self.input.marked = dl_timeline_find (self.timeline, "e1");
  place (&self, "2025-01-01", "2025-01-11", one_row);
  g_assert_cmpfloat (dl_placement_get_lane (self.placement, 0)->note_from, ==, note_from[0]);
  self.input.marked = dl_timeline_find (self.timeline, "e0");
  place (&self, "2025-07-01", "2025-07-11", one_row);
  note_from[0] = dl_placement_get_lane (self.placement, 0)->note_from;
  self.input.has_marked = FALSE;
  place (&self, "2025-07-01", "2025-07-11", one_row);
  g_assert_cmpfloat (dl_placement_get_lane (self.placement, 0)->note_from, ==, note_from[0]);
}

/* Where a row can be added, no title is shortened to share one. */
static void
test_rows_before_cuts (void)
{
  static const SampleEvent events[] = {
    { "2025-01-12", "A title of about three hundred pixels, as it is" },
    { "2025-01-18/2025-01-30", "The next one" },
  };
  g_auto (Fixture) self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));

  self.input.notes = FALSE;
  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_false (expect (&self, "e0")->cut);
  g_assert_cmpuint (expect (&self, "e0")->n_title, ==, 1);
  g_assert_cmpuint (expect (&self, "e0")->row, !=, expect (&self, "e1")->row);
}

/* A card with somebody's words comes before one without, where not all may be cards. */
static void
test_quotes_first (void)
{
  static const char json[] =
    "{\"events\": [{\"id\": \"plain\", \"title\": \"Without words\", \"date\": \"2025-01-20\", "
    "\"importance\": 90}, {\"id\": \"quoted\", \"title\": \"With words\", \"date\": "
    "\"2025-01-20\", \"importance\": 40, \"quotes\": [{\"text\": \"So it was.\"}]}]}";
  g_autoptr (GError)   error = NULL;
  g_autofree char     *folder = g_dir_make_tmp ("dateline-test-XXXXXX", &error);
  g_autofree char     *path = g_build_filename (folder, "quotes.json", NULL);
  g_autoptr (GFile)    file = g_file_new_for_path (path);
  g_autoptr (GFile)    parent = g_file_new_for_path (folder);
  g_autoptr (DlLoaded) loaded = NULL;
  g_auto (Fixture)     self = { NULL };
  gboolean             seen = FALSE;

  g_assert_no_error (error);
  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
  loaded = dl_load_file (file, NULL, &error);
  g_assert_no_error (error);
  self = start (g_object_ref (loaded->timeline));
  for (double height = 40; height < 300 && !seen; height += 2)
    {
      place (&self, "2025-01-01", "2025-01-31", height);
      if (find (&self, "quoted") == NULL || find (&self, "plain") == NULL)
        continue;
      seen = find (&self, "quoted")->card && !find (&self, "plain")->card;
    }
  g_assert_true (seen);
  g_assert_cmpuint (expect (&self, "quoted")->n_quote, >=, 1);
  g_assert_false (expect (&self, "quoted")->quote_cut);
  g_assert_true (g_str_has_prefix (expect (&self, "quoted")->quote[0].text, "“So it was."));
  g_assert_true (g_file_delete (file, NULL, NULL) && g_file_delete (parent, NULL, NULL));
}

static void
follow (Fixture *self)
{
  DlPlacement *next = dl_placement_follow (self->placement, self->input.measure, NULL, &self->input.viewport);

  dl_placement_unref (self->placement);
  self->placement = next;
}

/* Zooming out the lesser of two goes; what comes into sight is named; and back in,
 * what has gone comes back where it was. */
static void
test_follow (void)
{
  static const SampleEvent events[] = {
    { "2025-01-14", "One that matters little", .importance = 10 },
    { "2025-01-20", "One that matters much", .importance = 90 },
    { "2025-02-02", "One that is seen later", .importance = 50 },
  };
  g_auto (Fixture) self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));
  guint            row;

  place (&self, "2025-01-01", "2025-01-31", 100);
  row = expect (&self, "e0")->row;
  g_assert_cmpuint (row, ==, expect (&self, "e1")->row);
  g_assert_null (find (&self, "e2"));
  dl_viewport_pan (&self.input.viewport, 200);
  follow (&self);
  g_assert_true (expect (&self, "e2")->row < dl_placement_get_lane (self.placement, 0)->n_rows);
  g_assert_cmpuint (expect (&self, "e0")->row, ==, row);
  dl_viewport_zoom_at (&self.input.viewport, WIDTH / 2, 0.3);
  follow (&self);
  g_assert_null (find (&self, "e0"));
  g_assert_nonnull (find (&self, "e1"));
  dl_viewport_zoom_at (&self.input.viewport, WIDTH / 2, 1 / 0.3);
  follow (&self);
  g_assert_cmpuint (expect (&self, "e0")->row, ==, row);
  g_assert_cmpuint (expect (&self, "e1")->row, ==, row);
}

/* A label that reached over the beginning of its date, at the window's edge, has gone and
 * comes back where that is not so: from then on it does not reach over it. */
static void
test_back_within (void)
{
  static const SampleEvent events[] = {
    { "2025-01-10", "One that matters much", .importance = 90 },
    { "2025-01-29/2025-02-25", "One that goes on for long", .importance = 10 },
  };
  g_auto (Fixture) self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));

  place (&self, "2025-01-01", "2025-01-31", 100);
  g_assert_cmpuint (expect (&self, "e0")->row, ==, expect (&self, "e1")->row);
  g_assert_cmpfloat (expect (&self, "e1")->shift, <, 0);
  dl_viewport_zoom_at (&self.input.viewport, WIDTH / 2, 0.2);
  follow (&self);
  g_assert_null (find (&self, "e1"));
  dl_viewport_zoom_at (&self.input.viewport, WIDTH / 2, 1 / 0.2);
  dl_viewport_pan (&self.input.viewport, WIDTH * 0.6);
  follow (&self);
  g_assert_cmpfloat (expect (&self, "e1")->shift, ==, 0);
}

/* How far the words of a label before a moment begin before the mark of that. */
static double
measure_reach (const Fixture *self, const char *id)
{
  DlLabelPlace found = place_of (self, id);

  return found.date_from - found.x;
}

/* What reached over the mark of a moment at the window's edge, and was drawn in where one saw all of it, reaches over
 * the mark no farther when it goes beyond the edge again: its mark is wider than the moment. */
static void
test_drawn_in (void)
{
  static const SampleEvent events[] = { { "2025-01-30T20:00:00Z", "A moment at the very end" } };
  g_auto (Fixture)         self = start (sample_timeline_new (events, G_N_ELEMENTS (events)));
  double                   reach;

  place (&self, "2025-01-01", "2025-01-31", 100);
  g_assert_cmpint (expect (&self, "e0")->side, ==, DL_SIDE_BEFORE);
  g_assert_cmpfloat (expect (&self, "e0")->shift, <, 0);
  dl_viewport_pan (&self.input.viewport, 200);
  follow (&self);
  reach = measure_reach (&self, "e0");
  for (double beyond = -20; beyond < 200; beyond += 1)
    {
      dl_viewport_place (&self.input.viewport, sample_instant ("2025-01-30T20:00:00Z"), WIDTH + beyond);
      follow (&self);
      g_assert_cmpfloat (measure_reach (&self, "e0"), <=, reach + 0.1);
    }
}

static void
test_nothing (void)
{
  g_auto (Fixture) self = start (sample_timeline_new (NULL, 0));

  place (&self, "2025-01-01", "2025-01-31", 0);
  g_assert_cmpfloat (dl_placement_get_height (self.placement), ==, 0);
  follow (&self);
  g_assert_true (dl_placement_get_arrangement (self.placement) == self.arrangement);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/layout/placement/sides", test_sides);
  g_test_add_func ("/layout/placement/along", test_along);
  g_test_add_func ("/layout/placement/columns", test_columns);
  g_test_add_func ("/layout/placement/header", test_header);
  g_test_add_func ("/layout/placement/a-row-each", test_a_row_each);
  g_test_add_func ("/layout/placement/shares", test_shares);
  g_test_add_func ("/layout/placement/unbounded", test_unbounded);
  g_test_add_func ("/layout/placement/empty-lanes", test_empty_lanes);
  g_test_add_func ("/layout/placement/whole-titles", test_whole_titles);
  g_test_add_func ("/layout/placement/growing", test_growing);
  g_test_add_func ("/layout/placement/growing-by-chance", test_growing_by_chance);
  g_test_add_func ("/layout/placement/marked", test_marked);
  g_test_add_func ("/layout/placement/rows-before-cuts", test_rows_before_cuts);
  g_test_add_func ("/layout/placement/quotes-first", test_quotes_first);
  g_test_add_func ("/layout/placement/follow", test_follow);
  g_test_add_func ("/layout/placement/back-within", test_back_within);
  g_test_add_func ("/layout/placement/drawn-in", test_drawn_in);
  g_test_add_func ("/layout/placement/nothing", test_nothing);
  return g_test_run ();
}
