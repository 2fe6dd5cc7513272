/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever shows the selected event, one sees that it is the selected one. */
#include "layout/dl-layout.h"

#include "sample-timeline.h"

#define WIDTH 700
#define N_LINES 40
#define N_CROWD 300

/* Cards, bars (short, long, running in and out, planned), lines, and so many of
 * a day that most are marks. */
static DlTimeline *
make_timeline (void)
{
  static const SampleEvent few[] = {
    { "2025-10-03", "A card", "cards" },
    { "2025-10-20T10:00Z", "A card with a time", "cards", DL_STATUS_PLANNED },
    { "2025-10-02/2025-10-29", "A long bar", "bars" },
    { "2025-10-10/2025-10-11", "A bar that is shorter than its words", "bars" },
    { "2025-10-12/..", "A bar without an end", "bars", DL_STATUS_ONGOING },
    { "../2025-10-14", "A bar without a start", "bars" },
    { "2025-10~/2025-10-15?", "A bar that begins softly", "bars", DL_STATUS_CANCELLED },
    { "2025-10-05/2025-10-25", "A bar that is planned", "bars", DL_STATUS_PLANNED },
  };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  dl_timeline_builder_set_view (builder, "2025-10");
  sample_add_events (builder, few, G_N_ELEMENTS (few));
  for (guint i = 0; i < N_LINES + N_CROWD; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", i < N_LINES ? "line" : "crowd", i);
      g_autofree char *date = g_strdup_printf ("2025-10-%02u", i < N_LINES ? 4 + i / 3 : 15);
      DlEventRecord    record = {
           .id = id, .title = id, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET, .n_topics = 1
      };
      guint32 topic;

      if (dl_timeline_builder_find_topic (builder, i < N_LINES ? "lines" : "crowd") == DL_NONE)
        sample_add_topic (builder, i < N_LINES ? "lines" : "crowd");
      topic = dl_timeline_builder_find_topic (builder, i < N_LINES ? "lines" : "crowd");
      if (i % 5 == 0)
        record.status = DL_STATUS_CANCELLED;
      g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

static gboolean
holds (const DlOp *outer, const DlOp *inner)
{
  float left = MAX (inner->x, 0);
  float right = MIN (inner->x + inner->w, WIDTH);

  return outer->x <= left && outer->x + outer->w >= right && outer->y <= inner->y &&
         outer->y + outer->h >= inner->y + inner->h - 1;
}

/* Whether the two may stand side by side: labels with labels, marks with marks. */
static gboolean
is_neighbour (const DlOp *op, const DlOp *shown)
{
  gboolean label = op->role == DL_ROLE_LABEL || op->role == DL_ROLE_CARD || op->role == DL_ROLE_BAR;
  gboolean mark = op->role == DL_ROLE_MARK || op->role == DL_ROLE_DENSITY;

  return label || (mark && shown->role == DL_ROLE_MARK);
}

/* What the ring or the ground is about: the words of a line, else the card or the mark. */
static const DlOp *
find_shown (DlScene *scene, guint selected)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].event == selected && (ops[i].flags & DL_OP_OUTSIDE) == 0 &&
        (ops[i].role == DL_ROLE_LABEL || ops[i].role == DL_ROLE_CARD || ops[i].role == DL_ROLE_MARK))
      return &ops[i];
  return NULL;
}

/* Counts by what shows the selected event, so that no kind is left out. */
static void
check_selected (DlScene *scene, guint selected, guint *counts)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  const DlOp *shown = find_shown (scene, selected);
  const DlOp *ground = NULL;

  g_assert_nonnull (shown);
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];

      g_assert_true ((op->event == selected && (op->flags & DL_OP_OUTSIDE) == 0) ==
                     ((op->flags & DL_OP_SELECTED) != 0));
      if (op->role == DL_ROLE_SELECTION)
        {
          /* Drawn after its neighbours, and under what it is about. */
          g_assert_true (op->kind == DL_OP_RECT && op->event == selected && op->lane == shown->lane);
          g_assert_true (shown > op);
          if (ground == NULL)
            ground = op;
          continue;
        }
      if (ground != NULL && op->lane == shown->lane && is_neighbour (op, shown))
        g_assert_cmpuint (op->event, ==, selected);
      if (op->event != selected)
        continue;
      if (op->role == DL_ROLE_LABEL)
        {
          g_assert_nonnull (ground);
          g_assert_true (holds (ground, op));
          /* On the accent there stands what can be read on it. */
          g_assert_cmpint (op->fill, ==, DL_PAINT_ON_SELECTED);
        }
      /* When it was is not covered by it. */
      if (op->role == DL_ROLE_WHEN || op->role == DL_ROLE_BAR)
        g_assert_true (ground != NULL || op->y + op->h <= shown->y);
    }
  g_assert_nonnull (ground);
  g_assert_cmpint (ground->fill, ==, DL_PAINT_SELECTED);
  g_assert_true (holds (ground, shown));
  counts[shown->role]++;
}

static void
test_every_event (void)
{
  g_autoptr (DlTimeline)    timeline = make_timeline ();
  g_autoptr (DlArrangement) arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
  DlLayoutInput             input = { .arrangement = arrangement, .measure = dl_text_measure_fixed () };
  guint                     counts[DL_ROLE_BREAK + 1] = { 0 };
  DlInstant                 from, to;

  g_assert_true (dl_timeline_get_view (timeline, &from, &to));
  dl_viewport_set_range (&input.viewport, from, to, WIDTH);
  for (input.selected = 0; input.selected < dl_timeline_get_n_events (timeline); input.selected++)
    {
      g_autoptr (DlScene) scene = dl_layout_build (&input);

      check_selected (scene, input.selected, counts);
    }
  g_test_message ("%u cards, %u lines, %u marks", counts[DL_ROLE_CARD], counts[DL_ROLE_LABEL], counts[DL_ROLE_MARK]);
  g_assert_cmpuint (counts[DL_ROLE_CARD], >=, 2);
  g_assert_cmpuint (counts[DL_ROLE_LABEL], >=, N_LINES / 2);
  g_assert_cmpuint (counts[DL_ROLE_MARK], >=, N_CROWD / 2);
}

/* Nothing is left of it where nothing is selected. */
static void
test_nothing (void)
{
  g_autoptr (DlTimeline)    timeline = make_timeline ();
  g_autoptr (DlArrangement) arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), NULL);
  DlLayoutInput       input = { .arrangement = arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
  g_autoptr (DlScene) scene = NULL;
  const DlOp         *ops;
  guint               n_ops;
  DlInstant           from, to;

  g_assert_true (dl_timeline_get_view (timeline, &from, &to));
  dl_viewport_set_range (&input.viewport, from, to, WIDTH);
  scene = dl_layout_build (&input);
  ops = dl_scene_get_ops (scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    g_assert_true (ops[i].role != DL_ROLE_SELECTION && (ops[i].flags & DL_OP_SELECTED) == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/every-event", test_every_event);
  g_test_add_func ("/selection/nothing", test_nothing);
  return g_test_run ();
}
