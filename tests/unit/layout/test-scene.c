/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-scene.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "sample-timeline.h"

static DlTimeline *
make_timeline (void)
{
  static const SampleEvent events[] = { { "2025-01-01" }, { "2025-01-02" }, { "2025-01-03" } };

  return sample_timeline_new (events, G_N_ELEMENTS (events));
}

static DlOp *
add_op (DlScene *scene, DlRole role, guint32 event, double x, double y, double w, double h)
{
  DlOp *op = dl_scene_add (scene, DL_OP_RECT, role);

  op->event = event;
  op->x = (float) x;
  op->y = (float) y;
  op->w = (float) w;
  op->h = (float) h;
  return op;
}

static void
assert_pick (DlScene *scene, double x, double y, double slack, DlRole role, guint32 event)
{
  const DlOp *op = dl_scene_pick (scene, x, y, slack);

  g_assert_nonnull (op);
  g_assert_cmpstr (dl_role_to_string ((DlRole) op->role), ==, dl_role_to_string (role));
  g_assert_cmpuint (op->event, ==, event);
}

static void
test_pick (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);

  dl_scene_set_heights (scene, 40, 300);
  add_op (scene, DL_ROLE_BACKGROUND, DL_NONE, 0, 0, 400, 300);
  add_op (scene, DL_ROLE_CARD, 0, 50, 100, 100, 50);
  add_op (scene, DL_ROLE_TEXT, 0, 60, 110, 80, 16);
  add_op (scene, DL_ROLE_MARK, 1, 200, 120, 4, 8);
  add_op (scene, DL_ROLE_CARD, 2, 140, 100, 40, 50);

  assert_pick (scene, 60, 110, 0, DL_ROLE_CARD, 0);
  /* What was drawn last lies on top. */
  assert_pick (scene, 145, 110, 0, DL_ROLE_CARD, 2);
  /* A mark is small; with slack it can be hit, and what is nearer wins. */
  g_assert_null (dl_scene_pick (scene, 196, 124, 0));
  assert_pick (scene, 196, 124, 6, DL_ROLE_MARK, 1);
  assert_pick (scene, 185, 124, 30, DL_ROLE_CARD, 2);
  assert_pick (scene, 195, 124, 30, DL_ROLE_MARK, 1);
  g_assert_null (dl_scene_pick (scene, 300, 250, 10));
}

/* Numbers of events can be picked, decoration cannot. */
static void
test_pick_counts (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);

  add_op (scene, DL_ROLE_DENSITY, DL_NONE, 10, 10, 20, 10)->count = 7;
  add_op (scene, DL_ROLE_GRID, DL_NONE, 50, 10, 20, 10);
  add_op (scene, DL_ROLE_TOTAL, DL_NONE, 90, 10, 20, 10)->count = 3;
  add_op (scene, DL_ROLE_LANE, DL_NONE, 130, 10, 20, 10);
  add_op (scene, DL_ROLE_TOGGLE, DL_NONE, 160, 10, 10, 10);
  add_op (scene, DL_ROLE_MORE_ROWS, DL_NONE, 180, 10, 10, 10)->count = 3;
  assert_pick (scene, 15, 15, 0, DL_ROLE_DENSITY, DL_NONE);
  g_assert_null (dl_scene_pick (scene, 55, 15, 0));
  g_assert_null (dl_scene_pick (scene, 95, 15, 0));
  assert_pick (scene, 135, 15, 0, DL_ROLE_LANE, DL_NONE);
  assert_pick (scene, 165, 15, 0, DL_ROLE_TOGGLE, DL_NONE);
  assert_pick (scene, 185, 15, 0, DL_ROLE_MORE_ROWS, DL_NONE);
}

/* What is scrolled is picked where it is seen, and never through the head. */
static void
test_pick_scrolled (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);

  dl_scene_set_heights (scene, 40, 600);
  dl_scene_set_scroll (scene, 100);
  add_op (scene, DL_ROLE_CARD, 0, 50, 120, 100, 50);
  assert_pick (scene, 60, 50, 0, DL_ROLE_CARD, 0);
  g_assert_null (dl_scene_pick (scene, 60, 35, 0));
  g_assert_null (dl_scene_pick (scene, 60, 130, 0));
}

static void
test_fixed_is_not_scrolled (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);
  DlOp                  *op;

  dl_scene_set_scroll (scene, 100);
  op = add_op (scene, DL_ROLE_BELOW, DL_NONE, 50, 280, 100, 15);
  op->count = 2;
  op->flags = DL_OP_FIXED;
  assert_pick (scene, 60, 285, 0, DL_ROLE_BELOW, DL_NONE);
  g_assert_null (dl_scene_pick (scene, 60, 185, 0));
}

static void
test_find_event (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);

  add_op (scene, DL_ROLE_WHEN, 0, 0, 0, 10, 4);
  add_op (scene, DL_ROLE_CARD, 0, 0, 10, 10, 10);
  add_op (scene, DL_ROLE_BAR, 1, 0, 30, 10, 10);
  add_op (scene, DL_ROLE_LABEL, 1, 0, 30, 10, 10);
  add_op (scene, DL_ROLE_CARD, 2, 0, 30, 10, 10)->flags = DL_OP_OUTSIDE;
  g_assert_cmpint (dl_scene_find_event (scene, 0, DL_NO_LANE)->role, ==, DL_ROLE_CARD);
  g_assert_cmpint (dl_scene_find_event (scene, 1, DL_NO_LANE)->role, ==, DL_ROLE_BAR);
  g_assert_null (dl_scene_find_event (scene, 2, DL_NO_LANE));

  /* An event in two lanes: in the one that is asked for. */
  add_op (scene, DL_ROLE_CARD, 1, 0, 60, 10, 10)->lane = 3;
  g_assert_cmpint (dl_scene_find_event (scene, 1, DL_NO_LANE)->role, ==, DL_ROLE_BAR);
  g_assert_cmpint (dl_scene_find_event (scene, 1, 3)->role, ==, DL_ROLE_CARD);
  g_assert_null (dl_scene_find_event (scene, 1, 2));
}

static void
test_dump (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);
  g_autoptr (GString)    out = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;
  DlOp                  *op = add_op (scene, DL_ROLE_CARD, 1, 1.005, -0.001, 12345.678, 7);
  JsonObject            *object;

  op->lane = 2;
  op->row = 3;
  op->count = 4;
  op->flags = DL_OP_PLANNED | DL_OP_OUTSIDE;
  op->text = dl_scene_keep (scene, "a \"quoted\\\" word,\n確か\x01");
  dl_scene_dump (scene, out);
  g_assert_cmpstr (out->str, ==,
                   "{\"role\":\"card\",\"kind\":\"rect\",\"lane\":2,\"row\":3,\"event\":\"e1\",\"x\":1.00,\"y\":0.00,"
                   "\"w\":12345.68,\"h\":7.00,\"hue\":0,\"text\":\"a \\\"quoted\\\\\\\" word, 確か "
                   "\",\"count\":4,\"planned\":true,\"outside\":true}\n");
  json_parser_load_from_data (parser, out->str, -1, &error);
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==, op->text);
}

/* The line of the only operation of a scene, after what every line begins with. */
static char *
dump_rest (DlScene *scene)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char         *height;

  dl_scene_dump (scene, out);
  height = strstr (out->str, "\"h\":");
  g_assert_nonnull (height);
  g_assert_true (g_str_has_suffix (out->str, "}\n"));
  height = strpbrk (height, ",}");
  return g_strndup (height, strlen (height) - 2);
}

/* Everything that an operation says is in its line, and what it does not say is not. */
static void
test_dump_look (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (DlScene)    scene = dl_scene_new (timeline, 400, 300);
  g_autoptr (DlScene)    other = dl_scene_new (timeline, 400, 300);
  g_autoptr (DlScene)    plain = dl_scene_new (timeline, 400, 300);
  g_autofree char       *bar = NULL;
  g_autofree char       *text = NULL;
  g_autofree char       *rect = NULL;
  DlOp                  *op = dl_scene_add (scene, DL_OP_BAR, DL_ROLE_BAR);

  op->solid_from = 3;
  op->solid_to = 5.5f;
  op->split = 4.25f;
  op->radius = 5;
  op->fill = DL_PAINT_HUE_FILL;
  op->border = DL_PAINT_HUE_LINE;
  op->hue = 7;
  bar = dump_rest (scene);
  g_assert_cmpstr (bar, ==,
                   ",\"solidFrom\":3.00,\"solidTo\":5.50,\"split\":4.25,\"radius\":5.00,\"fill\":\"hue-fill\","
                   "\"border\":\"hue-line\",\"hue\":7");

  op = dl_scene_add (other, DL_OP_TEXT, DL_ROLE_STATUS);
  op->style = DL_TEXT_PILL;
  op->flags = DL_OP_ROUND;
  op->text = "?";
  text = dump_rest (other);
  g_assert_cmpstr (text, ==, ",\"style\":\"pill\",\"text\":\"?\",\"round\":true");

  dl_scene_add (plain, DL_OP_RECT, DL_ROLE_GRID);
  rect = dump_rest (plain);
  g_assert_cmpstr (rect, ==, "");
}

/* Each flag, paint, style and kind has a word of its own. */
static void
test_dump_words (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n = 0;

  for (guint flag = 0; (1u << flag) <= DL_OP_CUT; flag++, n++)
    {
      g_autoptr (DlScene) scene = dl_scene_new (timeline, 1, 1);

      dl_scene_add (scene, DL_OP_RECT, DL_ROLE_CARD)->flags = 1u << flag;
      g_hash_table_add (lines, dump_rest (scene));
    }
  for (guint paint = 0; paint < DL_N_PAINTS; paint++, n++)
    {
      g_autoptr (DlScene) scene = dl_scene_new (timeline, 1, 1);

      dl_scene_add (scene, DL_OP_RECT, DL_ROLE_CARD)->fill = (guint8) paint;
      g_hash_table_add (lines, dump_rest (scene));
    }
  for (guint style = 0; style <= DL_TEXT_HEADING; style++, n++)
    {
      g_autoptr (DlScene) scene = dl_scene_new (timeline, 1, 1);

      dl_scene_add (scene, DL_OP_TEXT, DL_ROLE_TEXT)->style = (guint8) style;
      g_hash_table_add (lines, dump_rest (scene));
    }
  g_assert_cmpuint (g_hash_table_size (lines), ==, n);
  for (guint kind = 0; kind <= DL_OP_TEAR; kind++, n++)
    {
      g_autoptr (DlScene) scene = dl_scene_new (timeline, 1, 1);
      g_autoptr (GString) out = g_string_new (NULL);

      dl_scene_add (scene, (DlOpKind) kind, DL_ROLE_CARD);
      dl_scene_dump (scene, out);
      g_hash_table_add (lines, g_string_free (g_steal_pointer (&out), FALSE));
    }
  g_assert_cmpuint (g_hash_table_size (lines), ==, n);
}

/* Each role has a name of its own. */
static void
test_role_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint role = 0; role <= DL_ROLE_BREAK; role++)
    {
      g_assert_nonnull (dl_role_to_string ((DlRole) role));
      g_assert_true (g_hash_table_add (names, (gpointer) dl_role_to_string ((DlRole) role)));
    }
}

static void
test_keeps_its_timeline (void)
{
  DlTimeline *timeline = make_timeline ();
  DlScene    *scene = dl_scene_new (timeline, 400, 300);

  g_object_unref (timeline);
  g_assert_true (dl_scene_get_timeline (scene) == timeline);
  dl_scene_unref (dl_scene_ref (scene));
  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &timeline);
  dl_scene_unref (scene);
  g_assert_null (timeline);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/scene/pick", test_pick);
  g_test_add_func ("/layout/scene/pick-counts", test_pick_counts);
  g_test_add_func ("/layout/scene/pick-scrolled", test_pick_scrolled);
  g_test_add_func ("/layout/scene/fixed-is-not-scrolled", test_fixed_is_not_scrolled);
  g_test_add_func ("/layout/scene/find-event", test_find_event);
  g_test_add_func ("/layout/scene/dump", test_dump);
  g_test_add_func ("/layout/scene/dump-look", test_dump_look);
  g_test_add_func ("/layout/scene/dump-words", test_dump_words);
  g_test_add_func ("/layout/scene/role-names", test_role_names);
  g_test_add_func ("/layout/scene/keeps-its-timeline", test_keeps_its_timeline);
  return g_test_run ();
}
