/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the selected event is related to: curves, their words, and chips at the edges. */
#include "layout/dl-layout.h"

#include <math.h>
#include <string.h>

#include "formats/dl-loader.h"
#include "layout/dl-primitives.h"
#include "model/dl-timeline-builder.h"

#define WIDTH 1000.0

typedef struct
{
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlLayoutInput  input;
} Fixture;

/* An event, and what it names. */
typedef struct
{
  const char    *id;
  const char    *date;
  const char    *topic;
  const char    *related; /* nullable */
  DlRelationType type;
} Event;

static void
fixture_clear (Fixture *self)
{
  dl_arrangement_unref (self->arrangement);
  g_object_unref (self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* @timeline: (transfer full) */
static Fixture
start (DlTimeline *timeline, const char *view, const char *selected)
{
  Fixture   self = { .timeline = timeline };
  DlInstant from, to;
  DlDate    date;

  self.arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
  self.input = (DlLayoutInput){ .arrangement = self.arrangement, .measure = dl_text_measure_fixed () };
  self.input.selected = dl_timeline_find (timeline, selected);
  g_assert_true (dl_date_parse (view, -1, &date, NULL));
  g_assert_true (dl_date_get_view (&date, &from, &to));
  dl_viewport_set_range (&self.input.viewport, from, to, WIDTH);
  return self;
}

static void
add_event (DlTimelineBuilder *builder, const Event *event)
{
  DlEventRecord record = { .id = event->id,
                           .title = event->id,
                           .date_text = event->date,
                           .place = DL_NONE,
                           .importance = DL_IMPORTANCE_UNSET,
                           .n_topics = 1 };
  DlRelation    relation = { .event = (char *) event->related, .type = event->type };
  guint32       topic;

  if (dl_timeline_builder_find_topic (builder, event->topic) == DL_NONE)
    dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = event->topic, .name = event->topic });
  topic = dl_timeline_builder_find_topic (builder, event->topic);
  g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, &relation, event->related != NULL ? 1 : 0));
}

static DlTimeline *
make_timeline (const Event *events, guint n_events)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; i < n_events; i++)
    add_event (builder, &events[i]);
  return dl_timeline_builder_end (builder);
}

/* Each kind of relation, near and far. */
static const Event few[] = {
  { "hub", "2025-10-15", "a", NULL, DL_RELATION_SEE_ALSO },
  { "cause", "2025-10-05", "b", "hub", DL_RELATION_LEADS_TO },
  { "answer", "2025-10-18", "c", "hub", DL_RELATION_RESPONDS_TO },
  { "part", "2025-10-16", "b", "hub", DL_RELATION_PART_OF },
  { "denial", "2025-10-20", "a", "hub", DL_RELATION_CONTRADICTS },
  { "note", "2025-10-25", "c", "hub", DL_RELATION_SEE_ALSO },
  { "stranger", "2025-10-22", "b", NULL, DL_RELATION_SEE_ALSO },
  { "long ago", "2020-01-01", "a", "hub", DL_RELATION_LEADS_TO },
  { "far ahead", "2030-01-01", "a", "hub", DL_RELATION_RESPONDS_TO },
};

static guint
position (const Fixture *self, const char *id)
{
  guint found = dl_timeline_find (self->timeline, id);

  g_assert_cmpuint (found, !=, DL_NONE);
  return found;
}

/* Of what relates an event to the selected one; of chips also the arrow is a curve. Nullable. */
static const DlOp *
find (DlScene *scene, guint event, DlOpKind kind, gboolean fixed)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_RELATION && ops[i].kind == kind && ops[i].event == event &&
        ((ops[i].flags & DL_OP_FIXED) != 0) == fixed)
      return &ops[i];
  return NULL;
}

static const DlOp *
find_curve (DlScene *scene, guint event)
{
  return find (scene, event, DL_OP_CURVE, FALSE);
}

static const DlOp *
find_chip (DlScene *scene, guint event)
{
  return find (scene, event, DL_OP_RECT, TRUE);
}

static guint
count (DlScene *scene, DlOpKind kind, gboolean fixed, gboolean events)
{
  guint       n = 0;
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == DL_ROLE_RELATION && ops[i].kind == kind && ((ops[i].flags & DL_OP_FIXED) != 0) == fixed &&
         (ops[i].event != DL_NONE) == events;
  return n;
}

/* How far a point is from the nearest thing that shows an event. */
static double
distance_to (DlScene *scene, guint event, double x, double y)
{
  double      least = G_MAXDOUBLE;
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      double      top = (double) op->y + (op->flags & DL_OP_FIXED ? dl_scene_get_scroll (scene) : 0);
      double      dx = MAX (MAX ((double) op->x - x, x - (double) (op->x + op->w)), 0);
      double      dy = MAX (MAX (top - y, y - top - (double) op->h), 0);

      if (op->event == event && (op->role != DL_ROLE_RELATION || (op->flags & DL_OP_FIXED)))
        least = MIN (least, hypot (dx, dy));
    }
  return least;
}

/* Its curve begins at the selected event, and ends at it, both outside of what they are about. */
static void
assert_curve (const Fixture *self, DlScene *scene, const char *id, guint32 heads)
{
  const DlOp *op = find_curve (scene, position (self, id));
  double      begin, end;

  g_assert_nonnull (op);
  g_assert_nonnull (op->curve);
  begin = distance_to (scene, self->input.selected, (double) op->curve->x[0], (double) op->curve->y[0]);
  end = distance_to (scene, position (self, id), (double) op->curve->x[3], (double) op->curve->y[3]);
  g_assert_cmpfloat (begin, >, 0);
  g_assert_cmpfloat (begin, <, 12);
  g_assert_cmpfloat (end, >, 0);
  g_assert_cmpfloat (end, <, 12);
  g_assert_cmphex (op->flags & DL_OP_HEAD_END, ==, heads);
  g_assert_cmpint (op->fill, ==, DL_PAINT_ACCENT);
  g_assert_nonnull (strstr (op->text, id));
}

/* A curve is read as its words are, from the selected event: it points to the other one, though it
 * is that one's file entry that names the selected event; and its words are on it, or next to it.
 * What reads the same from both points nowhere. */
static void
test_curves (void)
{
  static const struct
  {
    const char *id, *words;
    guint32     heads;
  } cases[] = {
    { "cause", "follows from", DL_OP_HEAD_END },
    { "answer", "answered by", DL_OP_HEAD_END },
    { "part", "includes", DL_OP_HEAD_END },
    { "denial", "contradicted by", DL_OP_HEAD_END },
    { "note", "see also", 0 },
  };
  g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "hub");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DlOp *words = find (scene, position (&self, cases[i].id), DL_OP_TEXT, FALSE);
      const DlOp *curve = find_curve (scene, position (&self, cases[i].id));

      assert_curve (&self, scene, cases[i].id, cases[i].heads);
      g_assert_nonnull (words);
      g_assert_cmpstr (words->text, ==, cases[i].words);
      g_assert_cmpfloat (
        dl_curve_distance (curve->curve, (double) (words->x + words->w / 2), (double) (words->y + words->h / 2)), <,
        (double) words->w);
    }
  g_assert_null (find_curve (scene, position (&self, "stranger")));
  /* The two that are out of sight have one to their chips. */
  g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 7);
}

/* Told from the other side it points there, too. */
static void
test_forth (void)
{
  static const struct
  {
    const char *id, *words;
    guint32     heads;
  } cases[] = {
    { "cause", "leads to", DL_OP_HEAD_END },
    { "answer", "responds to", DL_OP_HEAD_END },
    { "part", "part of", DL_OP_HEAD_END },
    { "denial", "contradicts", DL_OP_HEAD_END },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", cases[i].id);
      g_autoptr (DlScene) scene = dl_layout_build (&self.input);
      const DlOp         *words = find (scene, position (&self, "hub"), DL_OP_TEXT, FALSE);

      assert_curve (&self, scene, "hub", cases[i].heads);
      g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 1);
      g_assert_nonnull (words);
      g_assert_cmpstr (words->text, ==, cases[i].words);
    }
}

/* Two that name each other have one curve, with both words, that is read one way. */
static void
test_both (void)
{
  static const Event  events[] = { { "a", "2025-10-10", "t", "b", DL_RELATION_LEADS_TO },
                                   { "b", "2025-10-20", "u", "a", DL_RELATION_RESPONDS_TO } };
  g_auto (Fixture)    self = start (make_timeline (events, 2), "2025-10", "a");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  const DlOp         *words = find (scene, position (&self, "b"), DL_OP_TEXT, FALSE);

  assert_curve (&self, scene, "b", DL_OP_HEAD_END);
  g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 1);
  g_assert_cmpstr (words->text, ==, "leads to, answered by");
}

static void
test_nothing (void)
{
  g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "stranger");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  g_autoptr (DlScene) unselected = NULL;

  g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 0);
  self.input.selected = DL_NONE;
  unselected = dl_layout_build (&self.input);
  g_assert_cmpuint (count (unselected, DL_OP_CURVE, FALSE, TRUE), ==, 0);
  g_assert_cmpuint (count (unselected, DL_OP_RECT, TRUE, TRUE), ==, 0);
}

/* Over the grid, under all that is in the lanes. */
static void
test_order (void)
{
  g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "hub");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  guint               n_ops;
  const DlOp         *ops = dl_scene_get_ops (scene, &n_ops);
  guint               last_curve = 0;

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].kind == DL_OP_CURVE && (ops[i].flags & DL_OP_FIXED) == 0)
      last_curve = i;
  g_assert_cmpuint (last_curve, >, 0);
  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].role == DL_ROLE_GRID && (double) ops[i].y >= dl_scene_get_head_height (scene))
        g_assert_cmpuint (i, <, last_curve);
      if (ops[i].lane != DL_NO_LANE || ops[i].role == DL_ROLE_RULER)
        g_assert_cmpuint (i, >, last_curve);
    }
}

static gboolean
meets (const DlOp *a, const DlOp *b, double scroll)
{
  float a_top = a->y - (a->flags & DL_OP_FIXED ? 0 : (float) scroll);
  float b_top = b->y - (b->flags & DL_OP_FIXED ? 0 : (float) scroll);

  return a->x < b->x + b->w && b->x < a->x + a->w && a_top < b_top + b->h && b_top < a_top + a->h;
}

/* What is written for a relation lies on no other words, and no words lie on it. */
static void
assert_free (DlScene *scene, const DlOp *words)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (&ops[i] != words && ops[i].kind == DL_OP_TEXT && ops[i].text[0] != '\0')
      g_assert_false (meets (words, &ops[i], dl_scene_get_scroll (scene)));
}

/* What is out of sight is named at the edge where it is, with a date, and its curve goes there. */
static void
test_edges (void)
{
  g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "hub");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  const DlOp         *earlier = find_chip (scene, position (&self, "long ago"));
  const DlOp         *later = find_chip (scene, position (&self, "far ahead"));

  g_assert_nonnull (earlier);
  g_assert_nonnull (later);
  g_assert_cmpfloat ((double) earlier->x, <, 10);
  g_assert_cmpfloat ((double) (later->x + later->w), >, WIDTH - 10);
  g_assert_cmpfloat ((double) earlier->h, >=, 24);
  g_assert_true (earlier->flags & DL_OP_OUTSIDE);
  assert_curve (&self, scene, "long ago", DL_OP_HEAD_END);
  assert_curve (&self, scene, "far ahead", DL_OP_HEAD_END);
  for (guint i = 0; i < 2; i++)
    {
      const DlOp *chip = i == 0 ? earlier : later;
      const DlOp *title = find (scene, chip->event, DL_OP_TEXT, TRUE);
      const DlOp *date = title + 1;
      const DlOp *arrow = find (scene, chip->event, DL_OP_CURVE, TRUE);

      g_assert_cmpstr (title->text, ==, i == 0 ? "long ago" : "far ahead");
      g_assert_cmpint (date->role, ==, DL_ROLE_RELATION);
      g_assert_nonnull (strstr (date->text, i == 0 ? "2020" : "2030"));
      assert_free (scene, title);
      assert_free (scene, date);
      /* It points out of the picture. */
      g_assert_cmphex (arrow->flags & DL_OP_HEAD_END, !=, 0);
      g_assert_true ((arrow->curve->x[3] < arrow->curve->x[0]) == (i == 0));
      /* A click on it, or near it, is one on the event. */
      g_assert_cmpuint (dl_scene_pick (scene, chip->x + 1, chip->y + chip->h / 2, 9.5)->event, ==, chip->event);
      g_assert_cmpuint (dl_scene_pick (scene, chip->x + chip->w / 2, chip->y + chip->h / 2, 0)->event, ==, chip->event);
    }
}

/* From where the selected event is out of sight, what is in sight leads back to it. */
static void
test_from_afar (void)
{
  g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "long ago");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  g_autoptr (DlScene) elsewhere = NULL;
  DlDate              date;
  DlInstant           from, to;

  g_assert_nonnull (find_chip (scene, self.input.selected));
  assert_curve (&self, scene, "hub", DL_OP_HEAD_END);
  g_assert_true (dl_date_parse ("2027", -1, &date, NULL));
  g_assert_true (dl_date_get_view (&date, &from, &to));
  dl_viewport_set_range (&self.input.viewport, from, to, WIDTH);
  elsewhere = dl_layout_build (&self.input);
  g_assert_cmpuint (count (elsewhere, DL_OP_CURVE, FALSE, TRUE), ==, 0);
  g_assert_cmpuint (count (elsewhere, DL_OP_RECT, TRUE, TRUE), ==, 0);
}

/* A hub with @n events, @of_month of them in its month and the others years later. */
static DlTimeline *
make_hub (guint n, guint of_month)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  add_event (builder, &few[0]);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event %u", i);
      g_autofree char *topic = g_strdup_printf ("topic %u", i % 3);
      g_autofree char *date =
        i < of_month ? g_strdup_printf ("2025-10-%02u", 1 + i) : g_strdup_printf ("%u-05-01", 2030 + i);

      add_event (builder, &(Event){ id, date, topic, "hub", DL_RELATION_SEE_ALSO });
    }
  return dl_timeline_builder_end (builder);
}

/* No more curves than can be told apart; the rest is a number. */
static void
test_many (void)
{
  g_auto (Fixture)    self = start (make_hub (20, 20), "2025-10", "hub");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  g_autoptr (DlScene) window = NULL;
  guint               n_ops;
  const DlOp         *ops = dl_scene_get_ops (scene, &n_ops);
  guint               n_more = 0;

  g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 12);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_RELATION && ops[i].event == DL_NONE)
      {
        n_more += ops[i].count;
        g_assert_cmpstr (ops[i].text, ==, "and 8 more related");
        assert_free (scene, &ops[i]);
      }
  g_assert_cmpuint (n_more, ==, 8);
  /* In a window there are details. */
  self.input.notes = TRUE;
  self.input.height = 900;
  window = dl_layout_build (&self.input);
  ops = dl_scene_get_ops (window, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_RELATION && ops[i].event == DL_NONE)
      g_assert_cmpstr (ops[i].text, ==, "and 8 more in the details");
}

/* No more than four chips a side, none of which lies on another one. */
static void
test_many_beyond (void)
{
  g_auto (Fixture)    self = start (make_hub (9, 2), "2025-10", "hub");
  g_autoptr (DlScene) scene = NULL;
  guint               n_ops;
  const DlOp         *ops;
  guint               n_more = 0;

  self.input.notes = TRUE;
  self.input.height = 700;
  scene = dl_layout_build (&self.input);
  ops = dl_scene_get_ops (scene, &n_ops);
  g_assert_cmpuint (count (scene, DL_OP_RECT, TRUE, TRUE), ==, 4);
  g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 6);
  for (guint i = 0; i < n_ops; i++)
    for (guint j = 0; j < n_ops; j++)
      if (i != j && ops[i].role == DL_ROLE_RELATION && ops[i].kind == DL_OP_RECT && ops[j].role == DL_ROLE_RELATION &&
          ops[j].kind == DL_OP_RECT)
        g_assert_false (meets (&ops[i], &ops[j], 0));
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_RELATION && ops[i].kind == DL_OP_RECT && ops[i].event == DL_NONE)
      n_more += ops[i].count;
  g_assert_cmpuint (n_more, ==, 3);
}

/* In a low window what is in rows above and below is named there, and the curves go with the lanes. */
static void
test_scrolled (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_auto (Fixture)              self = { NULL };
  g_autoptr (DlScene)           top = NULL;
  g_autoptr (DlScene)           low = NULL;
  g_autoptr (DlPlacement)       placement = NULL;
  const DlOp                   *chip;

  add_event (builder, &(Event){ "first", "2025-10-10", "t0", NULL, DL_RELATION_SEE_ALSO });
  for (guint i = 1; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("event %u", i);
      g_autofree char *topic = g_strdup_printf ("t%u", i);

      add_event (builder, &(Event){ id, "2025-10-12", topic, i == 8 ? "first" : NULL, DL_RELATION_LEADS_TO });
    }
  self = start (dl_timeline_builder_end (builder), "2025-10", "first");
  self.input.notes = TRUE;
  placement = self.input.placement = dl_layout_place (&self.input);
  self.input.height = 220;
  top = dl_layout_build (&self.input);
  chip = find_chip (top, position (&self, "event 8"));
  g_assert_nonnull (chip);
  g_assert_cmpfloat ((double) (chip->y + chip->h), >, 200);
  assert_curve (&self, top, "event 8", DL_OP_HEAD_END);

  self.input.selected = position (&self, "event 8");
  self.input.scroll = dl_placement_get_height (placement) - 140;
  low = dl_layout_build (&self.input);
  chip = find_chip (low, position (&self, "first"));
  g_assert_nonnull (chip);
  g_assert_cmpfloat ((double) chip->y, <, dl_scene_get_head_height (low) + 90);
  assert_curve (&self, low, "first", DL_OP_HEAD_END);
  self.input.placement = NULL;
}

/* What has no label: to the bar that holds it. */
static void
test_density (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_auto (Fixture)              self = { NULL };
  g_autoptr (DlScene)           scene = NULL;
  const DlOp                   *curve, *ops;
  guint                         n_ops;
  gboolean                      ended = FALSE;

  add_event (builder, &(Event){ "hub", "2025-10-03", "a", NULL, DL_RELATION_SEE_ALSO });
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("one of very many %u", i);

      add_event (builder, &(Event){ id, "2025-10-20", "b", i >= 297 ? "hub" : NULL, DL_RELATION_SEE_ALSO });
    }
  self = start (dl_timeline_builder_end (builder), "2025-10", "hub");
  self.input.height = 240;
  scene = dl_layout_build (&self.input);
  /* One for all that are among them. */
  g_assert_cmpuint (count (scene, DL_OP_CURVE, FALSE, TRUE), ==, 1);
  curve = find_curve (scene, position (&self, "one of very many 297"));
  g_assert_nonnull (curve);
  ops = dl_scene_get_ops (scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_DENSITY)
      ended |=
        fabsf (curve->curve->x[3] - ops[i].x - ops[i].w / 2) < ops[i].w && fabsf (curve->curve->y[3] - ops[i].y) < 12;
  g_assert_true (ended);
}

/* A curve is a stroke, and an area for each of its heads, whose point is its end. */
static void
test_primitives (void)
{
  g_auto (Fixture)         self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "cause");
  g_autoptr (DlScene)      scene = dl_layout_build (&self.input);
  g_autoptr (DlPrimitives) primitives = dl_primitives_new (scene);
  guint                    n, n_ops;
  const DlPrimitive       *all = dl_primitives_get (primitives, &n);
  const DlOp              *ops = dl_scene_get_ops (scene, &n_ops);
  const DlOp              *op = find_curve (scene, position (&self, "hub"));
  guint                    n_strokes = 0, n_heads = 0;

  for (guint i = 0; i < n; i++)
    {
      const DlPathStep *steps;

      if (all[i].op == DL_NONE || &ops[all[i].op] != op)
        continue;
      steps = dl_primitives_get_path (primitives, &all[i]);
      g_assert_cmpint (all[i].paint, ==, DL_PAINT_ACCENT);
      if (all[i].kind == DL_PRIMITIVE_STROKE)
        {
          n_strokes++;
          g_assert_cmpuint (all[i].n, ==, 2);
          g_assert_cmpint (steps[1].kind, ==, DL_STEP_CURVE);
          g_assert_cmpfloat ((double) steps[0].x[2], ==, (double) op->curve->x[0]);
          g_assert_cmpfloat ((double) steps[0].y[2], ==, (double) op->curve->y[0]);
          /* It ends before the point. */
          g_assert_cmpfloat (
            hypot ((double) (steps[1].x[2] - op->curve->x[3]), (double) (steps[1].y[2] - op->curve->y[3])), >, 4);
        }
      else
        {
          n_heads++;
          g_assert_cmpint (all[i].kind, ==, DL_PRIMITIVE_AREA);
          g_assert_cmpfloat ((double) steps[0].x[2], ==, (double) op->curve->x[3]);
          g_assert_cmpfloat ((double) steps[0].y[2], ==, (double) op->curve->y[3]);
        }
      for (guint j = 0; j < all[i].n; j++)
        if (steps[j].kind != DL_STEP_CLOSE)
          {
            g_assert_cmpfloat ((double) steps[j].x[2], >=, (double) all[i].x);
            g_assert_cmpfloat ((double) steps[j].x[2], <=, (double) (all[i].x + all[i].w));
          }
    }
  g_assert_cmpuint (n_strokes, ==, 1);
  g_assert_cmpuint (n_heads, ==, 1);
}

/* A curve can be pointed at, and is not in the way of what is there. */
static void
test_pick (void)
{
  g_auto (Fixture)    self = start (make_timeline (few, G_N_ELEMENTS (few)), "2025-10", "cause");
  g_autoptr (DlScene) scene = dl_layout_build (&self.input);
  const DlOp         *op = find_curve (scene, position (&self, "hub"));
  const DlOp         *found;
  guint               n_found = 0;

  for (double t = 0; t <= 1; t += 0.05)
    {
      double x, y;

      dl_curve_at (op->curve, t, &x, &y);
      found = dl_scene_pick (scene, x + 2, y, 9.5);
      g_assert_nonnull (found);
      n_found += found == op;
    }
  g_assert_cmpuint (n_found, >, 3);
  /* Its box is not it. */
  found = dl_scene_pick (scene, op->x + 1, op->y + op->h - 1, 0);
  g_assert_true (found == NULL || found != op);
}

/* The bundled story with the call selected, as a picture of it is laid out. */
static void
test_story (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "timelines", "takaichi-trump-call.dateline.json", NULL);
  g_autofree char     *golden = g_test_build_filename (G_TEST_DIST, "unit", "layout", "golden", "related.jsonl", NULL);
  g_autoptr (GFile)    file = g_file_new_for_path (path);
  g_autoptr (DlLoaded) loaded = dl_load_file (file, NULL, &error);
  g_auto (Fixture)     self = { NULL };
  g_autoptr (DlScene)  scene = NULL;
  g_autoptr (GString)  found = g_string_new (NULL);
  g_autofree char     *expected = NULL;
  g_auto (GStrv)       lines = NULL;
  g_autoptr (GString)  relations = g_string_new (NULL);

  g_assert_no_error (error);
  self = start (g_object_ref (loaded->timeline), "2025-10-18/2025-11-01", "call");
  scene = dl_layout_build (&self.input);
  dl_scene_dump (scene, found);
  lines = g_strsplit (found->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "\"role\":\"relation\"") != NULL)
      g_string_append_printf (relations, "%s\n", lines[i]);
  if (g_strcmp0 (g_getenv ("DATELINE_UPDATE_GOLDEN"), "1") == 0)
    g_file_set_contents (golden, relations->str, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (relations->str, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/related/curves", test_curves);
  g_test_add_func ("/related/forth", test_forth);
  g_test_add_func ("/related/both", test_both);
  g_test_add_func ("/related/nothing", test_nothing);
  g_test_add_func ("/related/order", test_order);
  g_test_add_func ("/related/edges", test_edges);
  g_test_add_func ("/related/from-afar", test_from_afar);
  g_test_add_func ("/related/many", test_many);
  g_test_add_func ("/related/many-beyond", test_many_beyond);
  g_test_add_func ("/related/scrolled", test_scrolled);
  g_test_add_func ("/related/density", test_density);
  g_test_add_func ("/related/primitives", test_primitives);
  g_test_add_func ("/related/pick", test_pick);
  g_test_add_func ("/related/story", test_story);
  return g_test_run ();
}
