/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file that was saved again has added or changed is marked, wherever it is drawn. */
#include "layout/dl-layout.h"
#include "layout/dl-primitives.h"

#include <string.h>

#include "sample-timeline.h"

#define WIDTH 1200
#define N_CROWD 60

typedef struct
{
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlLayoutInput  input;
  DlScene       *scene;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const SampleEvent few[] = {
    { "2025-10-03", "Treaty", "lines" },
    { "2025-10-06", "Talks", "lines" },
    { "2025-10-09", "Summit", "lines" },
    { "2025-10-12", "Vote", "lines" },
  };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlInstant                     from, to;

  dl_timeline_builder_set_view (builder, "2025-10");
  sample_add_events (builder, few, G_N_ELEMENTS (few));
  sample_add_topic (builder, "crowd");
  for (guint i = 0; i < N_CROWD; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd%u", i);
      g_autofree char *date = g_strdup_printf ("2025-10-%02u", i < N_CROWD / 2 ? 10 : 20);
      DlEventRecord    record = { .id = id,
                                  .title = "A very long title that leaves little room for any other",
                                  .date_text = date,
                                  .place = DL_NONE,
                                  .importance = DL_IMPORTANCE_UNSET,
                                  .n_topics = 1 };
      guint32          topic = dl_timeline_builder_find_topic (builder, "crowd");

      g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, NULL, 0));
    }
  self->timeline = dl_timeline_builder_end (builder);
  self->arrangement = dl_arrangement_new (self->timeline, dl_text_measure_fixed (), NULL);
  self->input = (DlLayoutInput){
    .arrangement = self->arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE, .height = 420
  };
  g_assert_true (dl_timeline_get_view (self->timeline, &from, &to));
  dl_viewport_set_range (&self->input.viewport, from, to, WIDTH);
}

static void
clear (Fixture *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->input.added, dl_event_set_unref);
  g_clear_pointer (&self->input.changed, dl_event_set_unref);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  clear (self);
  dl_arrangement_unref (self->arrangement);
  g_object_unref (self->timeline);
}

static DlEventSet *
new_set (Fixture *self, const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);
  DlEventSet    *set = dl_event_set_new (dl_timeline_get_n_events (self->timeline));

  for (guint i = 0; each[i] != NULL; i++)
    dl_event_set_add (set, dl_timeline_find (self->timeline, each[i]));
  return set;
}

/* The picture with those events as news; ids with spaces between. */
static void
draw (Fixture *self, const char *added, const char *changed)
{
  clear (self);
  self->input.added = added == NULL ? NULL : new_set (self, added);
  self->input.changed = changed == NULL ? NULL : new_set (self, changed);
  self->scene = dl_layout_build (&self->input);
}

static const DlOp *
find_op (Fixture *self, const char *id, DlRole role)
{
  guint       event = dl_timeline_find (self->timeline, id);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].event == event && ops[i].role == role)
      return &ops[i];
  return NULL;
}

static guint
count_news (Fixture *self, guint32 flag)
{
  guint       n_ops, n = 0;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    n += ops[i].role == DL_ROLE_NEWS && (ops[i].flags & flag) != 0;
  return n;
}

/* Beside its words, over nobody's. */
static void
test_labels (Fixture *self, gconstpointer data)
{
  guint       n_ops;
  const DlOp *ops, *badge;

  draw (self, "e0 e1", "e3");
  g_assert_cmpuint (count_news (self, DL_OP_ADDED), ==, 2);
  g_assert_cmpuint (count_news (self, DL_OP_CHANGED), ==, 1);
  g_assert_null (find_op (self, "e2", DL_ROLE_NEWS));
  badge = find_op (self, "e3", DL_ROLE_NEWS);
  g_assert_cmpuint (badge->flags & (DL_OP_ADDED | DL_OP_CHANGED), ==, DL_OP_CHANGED);
  g_assert_cmpuint (badge->lane, ==, find_op (self, "e3", DL_ROLE_LABEL)->lane);
  ops = dl_scene_get_ops (self->scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    for (guint j = 0; ops[i].role == DL_ROLE_NEWS && j < n_ops; j++)
      if (ops[j].kind == DL_OP_TEXT && ops[j].event != DL_NONE)
        g_assert_false (ops[j].x < ops[i].x + ops[i].w && ops[i].x < ops[j].x + ops[j].w &&
                        ops[j].y < ops[i].y + ops[i].h && ops[i].y < ops[j].y + ops[j].h);
}

/* One among many without a label marks what stands for them. */
static void
test_strip (Fixture *self, gconstpointer data)
{
  const char *hidden = NULL;
  guint       n_ops, n_over = 0;
  const DlOp *ops, *badge = NULL;

  draw (self, NULL, NULL);
  for (guint i = N_CROWD / 2; i < N_CROWD && hidden == NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd%u", i);

      if (find_op (self, id, DL_ROLE_LABEL) == NULL && find_op (self, id, DL_ROLE_CARD) == NULL)
        hidden = dl_timeline_get_record (self->timeline, dl_timeline_find (self->timeline, id))->id;
    }
  g_assert_nonnull (hidden);
  draw (self, NULL, hidden);
  g_assert_cmpuint (count_news (self, DL_OP_ADDED | DL_OP_CHANGED), ==, 1);
  ops = dl_scene_get_ops (self->scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_NEWS)
      badge = &ops[i];
  for (guint i = 0; i < n_ops; i++)
    n_over += (ops[i].role == DL_ROLE_MARK || ops[i].role == DL_ROLE_DENSITY) && ops[i].x <= badge->x + badge->w / 2 &&
              ops[i].x + ops[i].w >= badge->x + badge->w / 2;
  g_assert_cmpuint (n_over, ==, 1);
}

/* Without what is marked all else is as it was. */
static void
test_nothing_moves (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_auto (GStrv)      lines = NULL;

  draw (self, NULL, NULL);
  dl_scene_dump (self->scene, before);
  draw (self, "e0 crowd7", "e2 crowd40");
  dl_scene_dump (self->scene, dump);
  lines = g_strsplit (dump->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (!g_str_has_prefix (lines[i], "{\"role\":\"news\""))
      g_string_append_printf (after, "%s\n", lines[i]);
  g_assert_cmpstr (before->str, ==, after->str);
  g_assert_cmpuint (dump->len, >, after->len);
}

/* Where the badge is, how many shapes of which sizes: what one sees without colours. */
static char *
dup_shapes (Fixture *self, const char *id)
{
  g_autoptr (GString) out = g_string_new (NULL);
  DlPrimitives       *primitives = dl_primitives_new (self->scene);
  const DlOp         *badge = find_op (self, id, DL_ROLE_NEWS);
  guint               n;
  const DlPrimitive  *each = dl_primitives_get (primitives, &n);

  g_assert_nonnull (badge);
  for (guint i = 0; i < n; i++)
    if (each[i].kind == DL_PRIMITIVE_FILL && each[i].x >= badge->x && each[i].x + each[i].w <= badge->x + badge->w &&
        each[i].w <= badge->w && each[i].h <= badge->h)
      g_string_append_printf (out, "%gx%g ", (double) each[i].w, (double) each[i].h);
  dl_primitives_free (primitives);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_shapes (Fixture *self, gconstpointer data)
{
  g_autofree char *added = NULL;
  g_autofree char *changed = NULL;

  draw (self, "e0", NULL);
  added = dup_shapes (self, "e0");
  draw (self, NULL, "e0");
  changed = dup_shapes (self, "e0");
  g_assert_cmpstr (added, !=, changed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/news/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/news/strip", Fixture, NULL, set_up, test_strip, tear_down);
  g_test_add ("/news/nothing-moves", Fixture, NULL, set_up, test_nothing_moves, tear_down);
  g_test_add ("/news/shapes", Fixture, NULL, set_up, test_shapes, tear_down);
  return g_test_run ();
}
