/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that run out of the picture while it moves. */
#include "layout/dl-primitives.h"

#include "sample-timeline.h"

#define WIDTH 400.0
#define HEIGHT 300.0

static DlScene *
make_scene (void)
{
  static const SampleEvent events[] = { { "2025-01-01" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));

  return dl_scene_new (timeline, WIDTH, HEIGHT);
}

static DlOp *
add (DlScene *scene, DlOpKind kind, DlRole role, guint32 event, double x, double w)
{
  DlOp *op = dl_scene_add (scene, kind, role);

  op->event = event;
  op->x = (float) x;
  op->y = 100;
  op->w = (float) w;
  op->h = 16;
  op->fill = kind == DL_OP_TEXT ? DL_PAINT_INK : DL_PAINT_CARD;
  op->text = "Words";
  return op;
}

/* The one gradient of what is drawn, which comes right after the words; NULL where
 * there is none. */
static const DlPrimitive *
find_fade (DlPrimitives *primitives)
{
  guint              n;
  const DlPrimitive *all = dl_primitives_get (primitives, &n);
  const DlPrimitive *found = NULL;

  for (guint i = 0; i < n; i++)
    if (all[i].kind == DL_PRIMITIVE_FILL && all[i].brush == DL_BRUSH_FADE)
      {
        g_assert_null (found);
        g_assert_cmpint (all[i - 1].kind, ==, DL_PRIMITIVE_TEXT);
        found = &all[i];
      }
  return found;
}

static void
check (double x, double w, guint32 flags, gboolean card, gboolean fades, DlPaint ground)
{
  g_autoptr (DlScene)      scene = make_scene ();
  g_autoptr (DlPrimitives) primitives = NULL;
  const DlPrimitive       *fade;

  if (card)
    add (scene, DL_OP_RECT, DL_ROLE_CARD, 0, x - 9, w + 18);
  add (scene, DL_OP_TEXT, card ? DL_ROLE_TEXT : DL_ROLE_LABEL, 0, x, w)->flags = flags;
  primitives = dl_primitives_new (scene);
  fade = find_fade (primitives);
  g_assert_true (fades == (fade != NULL));
  if (fade == NULL)
    return;
  g_assert_cmpint (fade->paint, ==, ground);
  g_assert_cmpfloat (fade->y, ==, 100);
  g_assert_cmpfloat (fade->h, ==, 16);
  if (x < 0)
    {
      /* Nothing of the words is seen at the edge, and all of them a little further. */
      g_assert_cmpfloat (fade->x, ==, 0);
      g_assert_cmpfloat (fade->fade[2], ==, 0);
      g_assert_cmpfloat (fade->fade[3], >, 10);
      g_assert_cmpfloat (fade->fade[3], ==, fade->x + fade->w);
    }
  else
    {
      g_assert_cmpfloat (fade->x + fade->w, ==, WIDTH);
      g_assert_cmpfloat (fade->fade[1], ==, WIDTH);
      g_assert_cmpfloat (fade->fade[0], ==, fade->x);
    }
}

static void
test_edges (void)
{
  check (-50, 120, 0, FALSE, TRUE, DL_PAINT_VIEW);
  check (WIDTH - 50, 120, 0, FALSE, TRUE, DL_PAINT_VIEW);
  check (0, 120, 0, FALSE, FALSE, DL_PAINT_NONE);
  check (WIDTH - 120, 120, 0, FALSE, FALSE, DL_PAINT_NONE);
}

/* They fade into what they stand on. */
static void
test_grounds (void)
{
  check (-50, 120, 0, TRUE, TRUE, DL_PAINT_CARD);
  check (-50, 120, DL_OP_SELECTED, TRUE, TRUE, DL_PAINT_CARD);
  check (-50, 120, DL_OP_SELECTED, FALSE, TRUE, DL_PAINT_SELECTED);
  check (WIDTH - 50, 120, DL_OP_SELECTED, FALSE, TRUE, DL_PAINT_SELECTED);
  /* What is found has a ring instead. */
  check (-50, 120, DL_OP_SELECTED | DL_OP_HIT, FALSE, TRUE, DL_PAINT_VIEW);
}

/* What is not an event's words is not touched. */
static void
test_others (void)
{
  g_autoptr (DlScene)      scene = make_scene ();
  g_autoptr (DlPrimitives) primitives = NULL;

  add (scene, DL_OP_TEXT, DL_ROLE_TICK, DL_NONE, -20, 50)->flags = DL_OP_FIXED;
  add (scene, DL_OP_TEXT, DL_ROLE_LATER, 0, WIDTH - 20, 50);
  primitives = dl_primitives_new (scene);
  g_assert_null (find_fade (primitives));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/primitives/fade/edges", test_edges);
  g_test_add_func ("/primitives/fade/grounds", test_grounds);
  g_test_add_func ("/primitives/fade/others", test_others);
  return g_test_run ();
}
