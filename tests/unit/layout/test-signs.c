/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture says of an event, and of what is around it: doubt, plans, ends,
 * edges, neighbours. */
#include "layout/dl-layout.h"

#include "sample-timeline.h"

#define WIDTH 1000.0

typedef struct
{
  DlTimeline      *timeline;
  DlArrangement   *arrangement;
  DlArrangeOptions options;
  DlLayoutInput    input;
  DlScene         *scene;
} Picture;

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  dl_arrange_options_clear (&self->options);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* Draws once more what is there, from another time. */
static void
look (Picture *self, const char *from, const char *to)
{
  dl_viewport_set_range (&self->input.viewport, sample_instant (from), sample_instant (to), WIDTH);
  g_clear_pointer (&self->scene, dl_scene_unref);
  self->scene = dl_layout_build (&self->input);
}

/* From @from to @to. @collapsed: the first lane has no rows */
static Picture
draw (const SampleEvent *events,
      guint              n_events,
      const char        *as_of,
      gboolean           collapsed,
      const char        *from,
      const char        *to)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  Picture                       self = { NULL };

  if (as_of != NULL)
    dl_timeline_builder_set_as_of (builder, as_of);
  sample_add_events (builder, events, n_events);
  self.timeline = dl_timeline_builder_end (builder);
  if (collapsed)
    {
      g_auto (GStrv) keys = dl_lanes_dup_keys (self.timeline, &self.options.lanes);

      dl_lane_options_set_state (&self.options.lanes, keys[0], DL_LANE_COLLAPSED);
    }
  self.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), &self.options);
  self.input =
    (DlLayoutInput){ .arrangement = self.arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
  self.input.height = 1200;
  self.input.notes = TRUE;
  look (&self, from, to);
  return self;
}

/* The first operation of the event with that role. */
static const DlOp *
find (Picture *self, const char *id, DlRole role)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);
  guint       position = id == NULL ? DL_NONE : dl_timeline_find (self->timeline, id);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == role && (id == NULL || ops[i].event == position))
      return &ops[i];
  return NULL;
}

/* How many of its operations of that role have all of @flags. */
static guint
count (Picture *self, const char *id, DlRole role, guint32 flags)
{
  guint       n_ops, n = 0;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);
  guint       position = id == NULL ? DL_NONE : dl_timeline_find (self->timeline, id);

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == role && (id == NULL || ops[i].event == position) && (ops[i].flags & flags) == flags;
  return n;
}

static const DlOp *
expect (Picture *self, const char *id, DlRole role)
{
  const DlOp *op = find (self, id, role);

  g_assert_nonnull (op);
  return op;
}

/* "One of these" is in doubt, "all of these" is not; nor is a plain date. */
static void
test_doubt (void)
{
  static const SampleEvent events[] = {
    { "[2025-10-02,2025-10-05,2025-10-09]" },
    { "{2025-10-02,2025-10-05,2025-10-09}" },
    { "2025-10-03?" },
    { "2025-10-03", .status = DL_STATUS_DISPUTED },
    { "2025-10-03" },
    { "2025-10-03", .status = DL_STATUS_ONGOING },
  };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-10-01", "2025-10-20");

  /* The whole, and its three members. */
  g_assert_cmpuint (count (&self, "e0", DL_ROLE_WHEN, 0), ==, 4);
  g_assert_cmpuint (count (&self, "e0", DL_ROLE_WHEN, DL_OP_DOUBT), ==, 3);
  g_assert_cmpuint (count (&self, "e1", DL_ROLE_WHEN, 0), ==, 4);
  g_assert_cmpuint (count (&self, "e1", DL_ROLE_WHEN, DL_OP_DOUBT), ==, 0);
  g_assert_true (expect (&self, "e2", DL_ROLE_WHEN)->flags & DL_OP_DOUBT);
  g_assert_true (expect (&self, "e3", DL_ROLE_WHEN)->flags & DL_OP_DOUBT);
  g_assert_false (expect (&self, "e4", DL_ROLE_WHEN)->flags & DL_OP_DOUBT);
  g_assert_false (expect (&self, "e5", DL_ROLE_WHEN)->flags & DL_OP_DOUBT);
}

/* Of a bar it is told which end is in doubt. */
static void
test_doubtful_ends (void)
{
  static const SampleEvent events[] = {
    { "2025-10-05/2025-10-10" },
    { "2025-10-05?/2025-10-10" },
    { "2025-10-05/2025-10-10?" },
    { "2025-10-05%/2025-10-10?" },
    { "2025-10-05/2025-10-10", .status = DL_STATUS_DISPUTED },
  };
  static const guint32 doubts[] = { 0, DL_OP_DOUBT_START, DL_OP_DOUBT_END, DL_OP_DOUBT, DL_OP_DOUBT };
  g_auto (Picture)     self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-10-01", "2025-10-21");

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_assert_cmpuint (expect (&self, id, DL_ROLE_BAR)->flags & DL_OP_DOUBT, ==, doubts[i]);
    }
}

static void
test_status (void)
{
  static const struct
  {
    DlStatus status;
    guint32  card, title;
  } rows[] = {
    { DL_STATUS_HAPPENED, 0, 0 },
    { DL_STATUS_ONGOING, 0, 0 },
    { DL_STATUS_PLANNED, DL_OP_PLANNED, 0 },
    { DL_STATUS_POSTPONED, DL_OP_PLANNED, 0 },
    { DL_STATUS_CANCELLED, DL_OP_CANCELLED, DL_OP_CANCELLED },
    { DL_STATUS_DISPUTED, DL_OP_DOUBT, DL_OP_DOUBT },
  };
  const guint32 all = DL_OP_PLANNED | DL_OP_CANCELLED | DL_OP_DOUBT;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SampleEvent events[] = { { "2025-10-03", .status = rows[i].status } };
      g_auto (Picture)  self = draw (events, 1, NULL, FALSE, "2025-10-01", "2025-10-20");
      guint             n_ops, n_struck = 0;
      const DlOp       *ops = dl_scene_get_ops (self.scene, &n_ops);

      g_assert_cmpuint (expect (&self, "e0", DL_ROLE_CARD)->flags & all, ==, rows[i].card);
      g_assert_cmpuint (expect (&self, "e0", DL_ROLE_TEXT)->flags & all, ==, rows[i].title);
      g_assert_cmpuint (count (&self, "e0", DL_ROLE_STATUS, 0), ==, rows[i].status == DL_STATUS_HAPPENED ? 0 : 1);
      /* Of all that is written only the title is struck. */
      for (guint j = 0; j < n_ops; j++)
        n_struck += ops[j].kind == DL_OP_TEXT && ops[j].flags & DL_OP_CANCELLED;
      g_assert_cmpuint (n_struck, ==, rows[i].status == DL_STATUS_CANCELLED ? 1 : 0);
    }
}

/* Where a bar is certain, and where it goes. */
static void
test_ends (void)
{
  static const SampleEvent events[] = {
    { "2025-10-05/2025-10-10" },
    { "2025-10-05/" },
    { "/2025-10-10" },
    { "2025-10-05/.." },
    { "../2025-10-10" },
    { "2025-10-05~/2025-10-10" },
    { "2025-10-05/2025-10-10", .status = DL_STATUS_PLANNED },
  };
  static const guint32 ends[] = { 0, DL_OP_UNKNOWN_END, DL_OP_UNKNOWN_START, DL_OP_OPEN_END, DL_OP_OPEN_START, 0, 0 };
  g_auto (Picture)     self = draw (events, G_N_ELEMENTS (events), "2025-10-06", FALSE, "2025-10-01", "2025-10-21");
  const DlOp          *bars[G_N_ELEMENTS (events)];
  float                day = (float) (WIDTH / 20);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      bars[i] = expect (&self, id, DL_ROLE_BAR);
      g_assert_cmpuint (bars[i]->flags & (DL_OP_OPEN_START | DL_OP_OPEN_END | DL_OP_UNKNOWN_START | DL_OP_UNKNOWN_END),
                        ==, ends[i]);
      /* What is planned is so from its start, the rest from the as-of date on. */
      if (bars[i]->flags & DL_OP_PLANNED)
        g_assert_cmpfloat (bars[i]->split, ==, G_MAXFLOAT);
      else
        g_assert_cmpfloat_with_epsilon (bars[i]->split, 6 * day, 0.01);
    }
  g_assert_cmpfloat_with_epsilon (bars[0]->x, 4 * day, 0.01);
  g_assert_cmpfloat_with_epsilon (bars[0]->w, 6 * day, 0.01);
  g_assert_cmpfloat (bars[0]->solid_from, ==, bars[0]->x);
  g_assert_cmpfloat (bars[0]->solid_to, ==, bars[0]->x + bars[0]->w);
  /* Towards what nobody knows it fades at once. */
  g_assert_cmpfloat (bars[1]->solid_from, ==, bars[1]->x);
  g_assert_cmpfloat (bars[1]->solid_to, ==, bars[1]->x);
  g_assert_cmpfloat (bars[1]->x + bars[1]->w, >, (float) WIDTH);
  g_assert_cmpfloat (bars[2]->solid_from, ==, bars[2]->x + bars[2]->w);
  g_assert_cmpfloat (bars[2]->solid_to, ==, bars[2]->x + bars[2]->w);
  g_assert_cmpfloat (bars[2]->x, <, 0);
  g_assert_cmpfloat (bars[5]->solid_from, >, bars[5]->x + day / 2);
  g_assert_cmpfloat (bars[5]->solid_to, ==, bars[5]->x + bars[5]->w);
}

/* While the view moves, the label of what has gone beside the window reaches in,
 * pale, unless so little of it is left that it says nothing. At rest it is one
 * of those that the lane counts as earlier. */
static void
test_beside (void)
{
  static const SampleEvent events[] = { { "2025-10-05", "An event with a title" }, { "2025-12-24" } };
  g_auto (Picture)         self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-10-01", "2025-12-30");
  g_autoptr (DlPlacement)  rest = dl_layout_place (&self.input);
  const DlOp              *card = expect (&self, "e0", DL_ROLE_CARD);
  double                   right = (double) (card->x + card->w);

  g_assert_false (card->flags & DL_OP_OUTSIDE);
  g_assert_cmpint (expect (&self, "e0", DL_ROLE_TEXT)->fill, ==, DL_PAINT_INK);
  for (guint left = 60; left > 10; left -= 10)
    {
      g_autoptr (DlPlacement) followed = NULL;
      g_autoptr (DlScene)     resting = NULL;
      Picture                 moved = self;

      dl_viewport_pan (&moved.input.viewport, right - left);
      followed = dl_placement_follow (rest, moved.input.measure, NULL, &moved.input.viewport);
      moved.input.placement = followed;
      moved.scene = dl_layout_build (&moved.input);
      if (left < 40)
        g_assert_null (find (&moved, "e0", DL_ROLE_CARD));
      else
        {
          g_assert_true (expect (&moved, "e0", DL_ROLE_CARD)->flags & DL_OP_OUTSIDE);
          g_assert_cmpint (expect (&moved, "e0", DL_ROLE_TEXT)->fill, ==, DL_PAINT_DIM);
        }
      dl_scene_unref (moved.scene);
      moved.input.placement = NULL;
      resting = moved.scene = dl_layout_build (&moved.input);
      g_assert_null (find (&moved, "e0", DL_ROLE_CARD));
      g_assert_null (find (&moved, "e0", DL_ROLE_LABEL));
    }
}

static void
assert_list (Picture *self, guint lane, DlRole role, double x, const char *expected)
{
  g_autoptr (GArray)  list = dl_layout_list_events (&self->input, lane, role, x);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (found, "%s%s", i == 0 ? "" : " ",
                            dl_timeline_get_record (self->timeline, g_array_index (list, guint32, i))->id);
  g_assert_cmpstr (found->str, ==, expected);
}

/* What ends at the window's first moment is not in it, nor what begins at its end. */
static void
test_edges (void)
{
  static const SampleEvent events[] = {
    { "2025-01-01/2025-01-10" },
    { "2025-01-05/2025-01-20" },
    { "2025-01-11" },
    { "2025-01-10" },
    { "2025-01-14" },
    { "2025-01-15" },
    { "2025-01-15/2025-01-18" },
  };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, TRUE, "2025-01-11", "2025-01-15");

  assert_list (&self, 0, DL_ROLE_COUNT, 0, "e1");
  assert_list (&self, DL_NO_LANE, DL_ROLE_UNLABELLED, 0, "e1 e2 e4");
  g_assert_cmpuint (expect (&self, NULL, DL_ROLE_COUNT)->count, ==, 1);
  g_assert_cmpuint (expect (&self, NULL, DL_ROLE_EARLIER)->count, ==, 2);
  g_assert_cmpuint (expect (&self, NULL, DL_ROLE_LATER)->count, ==, 2);
  g_assert_nonnull (find (&self, "e2", DL_ROLE_MARK));
  g_assert_nonnull (find (&self, "e4", DL_ROLE_MARK));
  g_assert_null (find (&self, "e5", DL_ROLE_MARK));
}

/* Where not all that a lane says of itself has room, nothing lies on what else it
 * says, and the number of what runs on is whole. */
static void
test_edges_narrow (void)
{
  enum
  {
    EARLIER = 12,
    RUNNING = 12,
    LATER = 120
  };
  static const DlRole roles[] = { DL_ROLE_LANE, DL_ROLE_TOTAL, DL_ROLE_EARLIER, DL_ROLE_COUNT, DL_ROLE_LATER };
  SampleEvent         events[EARLIER + RUNNING + LATER];
  g_auto (Picture)    self = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (SampleEvent){ i < EARLIER             ? "2025-01-01"
                               : i < EARLIER + RUNNING ? "2025-01-05/2025-01-20"
                                                       : "2025-02-01",
                               .topic = "A lane whose name is a long one" };
  self = draw (events, G_N_ELEMENTS (events), NULL, TRUE, "2025-01-11", "2025-01-15");
  self.input.notes = TRUE;
  for (double width = 500; width <= WIDTH; width += 5)
    {
      double from = 0;

      dl_viewport_set_range (&self.input.viewport, sample_instant ("2025-01-11"), sample_instant ("2025-01-15"), width);
      g_clear_pointer (&self.scene, dl_scene_unref);
      self.scene = dl_layout_build (&self.input);
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        {
          const DlOp *op = find (&self, NULL, roles[i]);

          if (op == NULL)
            continue;
          g_assert_cmpfloat ((double) op->x, >=, from);
          from = (double) (op->x + op->w);
        }
      g_assert_cmpfloat (from, <=, width);
      g_assert_false (expect (&self, NULL, DL_ROLE_COUNT)->flags & DL_OP_CUT);
    }
}

/* A picture says how many of a lane's events are in it, and how many are not, on either side; of
 * a lane that has none in it too, where that is shown. */
static void
test_edges_of_picture (void)
{
  static const SampleEvent events[] = {
    { "2025-01-01", .topic = "a" }, { "2025-01-10", .topic = "a" }, { "2025-01-12", .topic = "a" },
    { "2025-01-15", .topic = "a" }, { "2025-01-02", .topic = "b" },
  };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-01-11", "2025-01-15");
  guint            n_ops, n_earlier = 0;
  const DlOp      *ops, *lane;

  self.input.notes = FALSE;
  look (&self, "2025-01-11", "2025-01-15");
  g_assert_cmpstr (expect (&self, NULL, DL_ROLE_TOTAL)->text, ==, "1 event");
  g_assert_cmpstr (expect (&self, NULL, DL_ROLE_EARLIER)->text, ==, "‹ 2 earlier");
  g_assert_cmpstr (expect (&self, NULL, DL_ROLE_LATER)->text, ==, "1 later ›");
  lane = expect (&self, NULL, DL_ROLE_LANE);
  g_assert_cmpfloat (expect (&self, NULL, DL_ROLE_EARLIER)->y, <, lane->y + lane->h);
  /* The other lane is left out, which is told below, as long as that costs nothing, */
  g_assert_cmpstr (expect (&self, NULL, DL_ROLE_ABSENT)->text, ==, "Nothing in this time:");
  g_assert_null (dl_scene_get_unnamed (self.scene));
  g_assert_cmpuint (count (&self, NULL, DL_ROLE_ABSENT, 0), ==, 2);
  ops = dl_scene_get_ops (self.scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_ABSENT && ops[i].count > 0)
      g_assert_nonnull (strstr (ops[i].text, "(1)"));
  self.input.height = dl_scene_get_content_height (self.scene) + 4;
  look (&self, "2025-01-11", "2025-01-15");
  g_assert_null (dl_scene_get_unnamed (self.scene));
  g_assert_null (find (&self, NULL, DL_ROLE_ABSENT));
  self.input.height = 0;
  /* and where all lanes are there is nothing to tell. */
  self.input.all_lanes = TRUE;
  look (&self, "2025-01-11", "2025-01-15");
  g_assert_null (find (&self, NULL, DL_ROLE_ABSENT));
  ops = dl_scene_get_ops (self.scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    n_earlier += ops[i].role == DL_ROLE_EARLIER ? ops[i].count : 0;
  g_assert_cmpuint (n_earlier, ==, 3);
  /* Of all of it there is nothing to say. */
  look (&self, "2025-01-01", "2025-02-01");
  g_assert_null (find (&self, NULL, DL_ROLE_EARLIER));
  g_assert_null (find (&self, NULL, DL_ROLE_LATER));
}

/* In a picture the selected event is a mark rather than one of those that run on, and the
 * first row has the room of what is not told; in a window selecting it moves nothing. */
static void
test_selected_running (void)
{
  static const SampleEvent events[] = {
    { "2024-12-01/2025-06-01", "What goes on all the time", .importance = 10 },
    { "2025-01-10",
      "A title that is much longer than what is left of a row for it beside the name of its lane, if "
      "nobody minds how long it is, which is for others to say",
      .importance = 90 },
    { "2025-01-10", "Another one", .importance = 8 },
    { "2025-01-10", "A third one", .importance = 8 },
    { "2025-01-10", "A fourth one", .importance = 8 },
  };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-01-01", "2025-01-11");

  for (guint notes = 0; notes < 2; notes++)
    {
      float from[2];

      self.input.notes = notes;
      self.input.height = dl_arrangement_get_head_height (self.arrangement) + (notes ? 60 : 90);
      for (guint selected = 0; selected < 2; selected++)
        {
          self.input.selected = selected ? dl_timeline_find (self.timeline, "e0") : DL_NONE;
          g_clear_pointer (&self.scene, dl_scene_unref);
          self.scene = dl_layout_build (&self.input);
          g_assert_true ((find (&self, NULL, DL_ROLE_COUNT) != NULL) == !selected);
          from[selected] = expect (&self, "e1", DL_ROLE_LABEL)->x;
        }
      if (notes)
        g_assert_cmpfloat (from[0], ==, from[1]);
      else
        g_assert_cmpfloat (from[0] - from[1], >, 50);
    }
}

/* In a picture of any height what is said of lanes that are left out stands below the others, and
 * those that have no room are not said to have nothing in its time. */
static void
test_absent (void)
{
  SampleEvent events[24] = { { "2025-01-12", .topic = "in time" }, { "2024-01-12", .topic = "elsewhere" } };
  guint       n_absent = 0, n_unnamed = 0, n_both = 0;

  for (guint i = 2; i < G_N_ELEMENTS (events); i++)
    events[i] = (SampleEvent){ "2025-01-11/2025-01-14", "One of many", .topic = "crowded" };
  for (double height = 100; height < 700; height += 1)
    {
      g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-01-11", "2025-01-15");
      guint            n_ops;
      const DlOp      *ops;
      gboolean         absent = FALSE;

      self.input.notes = FALSE;
      self.input.height = height;
      look (&self, "2025-01-11", "2025-01-15");
      ops = dl_scene_get_ops (self.scene, &n_ops);
      for (guint i = 0; i < n_ops; i++)
        {
          if (ops[i].role != DL_ROLE_ABSENT && ops[i].role != DL_ROLE_FOOT)
            continue;
          g_assert_cmpfloat (ops[i].y, >=, dl_scene_get_content_height (self.scene));
          if (ops[i].role == DL_ROLE_FOOT)
            continue;
          absent = TRUE;
          g_assert_true (ops[i].count == 0 || strstr (ops[i].text, "elsewhere") != NULL);
        }
      n_absent += absent;
      n_unnamed += dl_scene_get_unnamed (self.scene) != NULL;
      n_both += absent && dl_scene_get_unnamed (self.scene) != NULL;
    }
  g_assert_cmpuint (n_absent, >, 20);
  g_assert_cmpuint (n_unnamed, >, 20);
  g_assert_cmpuint (n_both, >, 0);
}

/* A narrow picture has no room for what no line can hold: nothing is kept for it, as without such lanes. */
static void
test_absent_narrow (void)
{
  static const SampleEvent events[] = {
    { "2025-01-12", .topic = "in time" },
    { "2024-01-12", .topic = "The long name of a lane of which there is nothing to be seen" },
    { "2023-01-12", .topic = "Another name that is as long, and of nothing that is to be seen either" },
    { "2022-01-12", .topic = "A third one, so that two lines are not enough for all of these names" },
  };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-01-11", "2025-01-15");
  guint            n_told = 0, n_untold = 0;

  self.input.notes = FALSE;
  self.input.height = 300;
  for (int width = 60; width < 2000; width += 20)
    {
      const DlOp *ops;
      guint       n_ops;
      gboolean    told = FALSE, ground = FALSE;

      dl_viewport_set_range (&self.input.viewport, sample_instant ("2025-01-11"), sample_instant ("2025-01-15"), width);
      g_clear_pointer (&self.scene, dl_scene_unref);
      self.scene = dl_layout_build (&self.input);
      ops = dl_scene_get_ops (self.scene, &n_ops);
      for (guint i = 0; i < n_ops; i++)
        {
          told |= ops[i].role == DL_ROLE_ABSENT;
          ground |= ops[i].role == DL_ROLE_GROUND && ops[i].y > 0 && ops[i].y + ops[i].h >= self.input.height;
        }
      g_assert_cmpint (told, ==, ground);
      n_told += told;
      n_untold += !told;
    }
  g_assert_cmpuint (n_told, >, 0);
  g_assert_cmpuint (n_untold, >, 0);
}

/* All of a label is its event, also where its status and its date reach beyond the mark. */
static void
test_pick_words (void)
{
  static const SampleEvent events[] = {
    { "2025-10-05", "A title", .status = DL_STATUS_PLANNED },
    { "2025-10-20", "Another one" },
  };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, FALSE, "2025-10-01", "2025-11-01");
  guint            n_ops, n = 0;
  const DlOp      *ops = dl_scene_get_ops (self.scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      const DlOp *picked;

      if (op->role != DL_ROLE_TEXT && op->role != DL_ROLE_STATUS)
        continue;
      n++;
      picked = dl_scene_pick (self.scene, op->x + op->w - 1, op->y + op->h / 2, 0);
      g_assert_nonnull (picked);
      g_assert_cmpuint (picked->event, ==, op->event);
      g_assert_true (picked->role == DL_ROLE_CARD || picked->role == DL_ROLE_LABEL);
    }
  g_assert_cmpuint (n, >=, 3);
}

/* Where there is nothing, the nearest there is, be it a day or an interval. */
static void
test_nearest (void)
{
  static const struct
  {
    const char *events[4];
    const char *earlier, *later;
  } rows[] = {
    { { "2025-01-05", "2025-01-01/2025-01-08", "2025-03-05", "2025-03-08/2025-03-09" }, "e1", "e2" },
    { { "2025-01-15", "2025-01-01/2025-01-08", "2025-03-05", "2025-03-02/2025-03-09" }, "e0", "e3" },
    { { "2025-01-03", "2025-01-01/2025-01-18", "2025-03-05", "2025-03-20/2025-03-22" }, "e1", "e2" },
    { { "2025-01-19", "2025-01-01/2025-01-18", "2025-03-25", "2025-03-20/2025-03-22" }, "e0", "e3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SampleEvent events[] = {
        { rows[i].events[0] }, { rows[i].events[1] }, { rows[i].events[2] }, { rows[i].events[3] }
      };
      g_auto (Picture) self = draw (events, 4, NULL, FALSE, "2025-02-10", "2025-02-12");

      g_assert_cmpuint (expect (&self, NULL, DL_ROLE_EARLIER)->event, ==,
                        dl_timeline_find (self.timeline, rows[i].earlier));
      g_assert_cmpuint (expect (&self, NULL, DL_ROLE_LATER)->event, ==,
                        dl_timeline_find (self.timeline, rows[i].later));
      g_assert_nonnull (find (&self, rows[i].earlier, DL_ROLE_EARLIER));
      g_assert_nonnull (find (&self, rows[i].later, DL_ROLE_LATER));
    }
}

/* What stands in one stretch of the axis is one mark, on either side of 1970. */
static void
test_stretches (void)
{
  static const struct
  {
    const char *a, *b;
    guint       n_marks;
  } rows[] = {
    { "1970-01-01T01:08:26Z", "1970-01-01T01:25:30Z", 2 }, { "1970-01-01T01:08:26Z", "1970-01-01T01:09:26Z", 0 },
    { "1969-12-31T22:34:50Z", "1969-12-31T22:51:54Z", 2 }, { "1969-12-31T22:34:50Z", "1969-12-31T22:35:50Z", 0 },
    { "1969-12-31T22:34:41Z", "1969-12-31T22:34:50Z", 0 }, { "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SampleEvent events[] = { { rows[i].a }, { rows[i].b } };
      g_auto (Picture)  self = draw (events, 2, NULL, TRUE, "1969-12-31T20:00:00Z", "1970-01-01T04:00:00Z");

      /* A stretch is 1024 seconds then. */
      dl_viewport_zoom_at (&self.input.viewport, WIDTH / 2, 8.0 / 1024 / self.input.viewport.scale);
      g_clear_pointer (&self.scene, dl_scene_unref);
      self.scene = dl_layout_build (&self.input);
      g_assert_cmpuint (count (&self, NULL, DL_ROLE_MARK, 0), ==, rows[i].n_marks);
      g_assert_cmpuint (count (&self, NULL, DL_ROLE_DENSITY, 0), ==, rows[i].n_marks == 2 ? 0 : 1);
    }
}

/* A line that marks a date ends above a lane's words. */
static void
test_line_and_words (void)
{
  static const SampleEvent events[] = { { "2025-10-05", .topic = "a lane with a long name" } };

  for (guint today = 0; today < 2; today++)
    {
      g_auto (Picture) self = draw (events, 1, today ? NULL : "2025-10-01", FALSE, "2025-10-01", "2025-10-21");
      const DlOp      *name;
      const DlOp      *ground = NULL;
      const DlOp      *line;
      guint            n_ops;
      const DlOp      *ops;
      float            x = (float) (WIDTH / 20);

      self.input.has_today = today;
      self.input.today = sample_instant ("2025-10-02");
      g_clear_pointer (&self.scene, dl_scene_unref);
      self.scene = dl_layout_build (&self.input);
      ops = dl_scene_get_ops (self.scene, &n_ops);
      name = expect (&self, NULL, DL_ROLE_LANE);
      g_assert_cmpfloat (name->x, <, x);
      g_assert_cmpfloat (name->x + name->w, >, x);
      line = NULL;
      for (const DlOp *op = ops; op < name; op++)
        if (op->role == DL_ROLE_MARKER && op->x <= x && op->x + op->w >= x && op->y + op->h > name->y)
          line = op;
        else if (op->role == DL_ROLE_GROUND && op->lane == 0 && op->x < name->x && op->x + op->w > name->x + name->w &&
                 op->y <= name->y && op->y + op->h >= name->y + name->h)
          ground = op;
      g_assert_nonnull (line);
      g_assert_nonnull (ground);
      g_assert_true (ground > line);
      g_assert_cmpint (ground->fill, ==, DL_PAINT_VIEW);
    }
}

/* Saturday and Sunday, and no other day. */
static void
test_weekend (void)
{
  static const SampleEvent events[] = { { "2025-10-21" } };
  g_auto (Picture)         self = draw (events, 1, NULL, FALSE, "2025-10-20", "2025-10-27");
  guint                    n_ops, n = 0;
  const DlOp              *ops = dl_scene_get_ops (self.scene, &n_ops);
  double                   day = WIDTH / 7;

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_WEEKEND)
      {
        g_assert_cmpfloat_with_epsilon ((double) ops[i].x, day * (5 + n), 0.01);
        g_assert_cmpfloat_with_epsilon ((double) ops[i].w, day, 0.01);
        n++;
      }
  g_assert_cmpuint (n, ==, 2);
}

/* What has been scrolled into sight is no longer below. */
static void
test_below (void)
{
  static const SampleEvent events[] = { { "2025-10-05", .topic = "a" },
                                        { "2025-10-06", .topic = "a" },
                                        { "2025-10-07", .topic = "b" },
                                        { "2025-10-07T10:00", .topic = "b" } };
  g_auto (Picture)         self = draw (events, G_N_ELEMENTS (events), NULL, TRUE, "2025-10-01", "2025-10-21");
  g_autoptr (DlPlacement)  placement = NULL;
  double                   lanes;

  self.input.notes = TRUE;
  self.input.height = 0;
  placement = self.input.placement = dl_layout_place (&self.input);
  lanes = dl_placement_get_height (placement);
  self.input.only_in_sight = TRUE;
  self.input.height = dl_arrangement_get_head_height (self.arrangement) + 20;
  g_clear_pointer (&self.scene, dl_scene_unref);
  self.scene = dl_layout_build (&self.input);
  g_assert_cmpuint (expect (&self, NULL, DL_ROLE_BELOW)->count, ==, 4);
  self.input.scroll = lanes - 20;
  g_clear_pointer (&self.scene, dl_scene_unref);
  self.scene = dl_layout_build (&self.input);
  g_assert_null (find (&self, NULL, DL_ROLE_BELOW));
  /* With the marks of the first lane just above the lower edge. */
  self.input.scroll = dl_placement_get_lane (placement, 0)->height - 20;
  g_clear_pointer (&self.scene, dl_scene_unref);
  self.scene = dl_layout_build (&self.input);
  g_assert_cmpuint (expect (&self, NULL, DL_ROLE_BELOW)->count, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/signs/doubt", test_doubt);
  g_test_add_func ("/layout/signs/doubtful-ends", test_doubtful_ends);
  g_test_add_func ("/layout/signs/status", test_status);
  g_test_add_func ("/layout/signs/ends", test_ends);
  g_test_add_func ("/layout/signs/beside", test_beside);
  g_test_add_func ("/layout/signs/edges", test_edges);
  g_test_add_func ("/layout/signs/edges-narrow", test_edges_narrow);
  g_test_add_func ("/layout/signs/edges-of-picture", test_edges_of_picture);
  g_test_add_func ("/layout/signs/selected-running", test_selected_running);
  g_test_add_func ("/layout/signs/absent", test_absent);
  g_test_add_func ("/layout/signs/absent-narrow", test_absent_narrow);
  g_test_add_func ("/layout/signs/pick-words", test_pick_words);
  g_test_add_func ("/layout/signs/nearest", test_nearest);
  g_test_add_func ("/layout/signs/stretches", test_stretches);
  g_test_add_func ("/layout/signs/line-and-words", test_line_and_words);
  g_test_add_func ("/layout/signs/weekend", test_weekend);
  g_test_add_func ("/layout/signs/below", test_below);
  return g_test_run ();
}
