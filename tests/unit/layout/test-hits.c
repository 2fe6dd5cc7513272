/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is searched for is marked wherever it is drawn, and told where it is not. */
#include "layout/dl-layout.h"

#include <string.h>

#include "sample-timeline.h"

#define WIDTH 1200
#define ADVANCE 7.0f /* of a character, as these tests measure */
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
    { "2025-10-03", "Treaty on the second treaty", "lines" },
    { "2025-10-06", "Straße", "lines" },
    { "2025-10-09", "条約に署名", "lines" },
    { "2025-10-12", "Talks", "lines" },
    { "2025-10-15", "אמנה חדשה", "lines" },
    { "2025-10-18", "The אמנה", "lines" },
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
                                  .title = "A very long title that is cut short before its last word, which is treaty",
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
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->input.hits, dl_event_set_unref);
  g_clear_pointer (&self->input.query, dl_query_unref);
  dl_arrangement_unref (self->arrangement);
  g_object_unref (self->timeline);
}

/* The picture while @query is searched for and the events of @ids, with spaces between, are found. */
static void
search (Fixture *self, const char *query, const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);

  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->input.hits, dl_event_set_unref);
  g_clear_pointer (&self->input.query, dl_query_unref);
  self->input.query = dl_query_new (query);
  self->input.hits = dl_event_set_new (dl_timeline_get_n_events (self->timeline));
  for (guint i = 0; each[i] != NULL; i++)
    dl_event_set_add (self->input.hits, dl_timeline_find (self->timeline, each[i]));
  self->scene = dl_layout_build (&self->input);
}

/* The @nth operation of @role that stands for the event, or NULL. */
static const DlOp *
find_op (Fixture *self, const char *id, DlRole role, guint nth)
{
  guint       event = dl_timeline_find (self->timeline, id);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].event == event && ops[i].role == role && nth-- == 0)
      return &ops[i];
  return NULL;
}

/* That @mark lies under characters [@from, @to) of @words. */
static void
check_mark (const DlOp *mark, const DlOp *words, float from, float to)
{
  g_assert_nonnull (mark);
  g_assert_nonnull (words);
  g_assert_true (mark < words);
  g_assert_cmpint (mark->fill, ==, DL_PAINT_HIT);
  g_assert_cmpint (mark->border, ==, DL_PAINT_HIT_LINE);
  g_assert_cmpfloat_with_epsilon (mark->x, words->x + from * ADVANCE, 2);
  g_assert_cmpfloat_with_epsilon (mark->x + mark->w, words->x + to * ADVANCE, 2);
  g_assert_cmpfloat (mark->y, ==, words->y);
  g_assert_cmpfloat (mark->h, ==, words->h);
  g_assert_cmpuint (mark->flags & words->flags & DL_OP_HIT, ==, DL_OP_HIT);
  g_assert_cmpint (words->fill, ==, DL_PAINT_INK);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  search (self, "treaty", "e0");
  check_mark (find_op (self, "e0", DL_ROLE_HIT, 0), find_op (self, "e0", DL_ROLE_LABEL, 0), 0, 6);
  check_mark (find_op (self, "e0", DL_ROLE_HIT, 1), find_op (self, "e0", DL_ROLE_LABEL, 0), 21, 27);
  g_assert_null (find_op (self, "e0", DL_ROLE_HIT, 2));

  /* In the original's characters. */
  search (self, "strasse", "e1");
  check_mark (find_op (self, "e1", DL_ROLE_HIT, 0), find_op (self, "e1", DL_ROLE_LABEL, 0), 0, 6);
  search (self, "署名", "e2");
  check_mark (find_op (self, "e2", DL_ROLE_HIT, 0), find_op (self, "e2", DL_ROLE_LABEL, 0), 6, 10);

  /* From the right; and all of a line whose pieces run both ways. */
  search (self, "אמנה", "e4 e5");
  check_mark (find_op (self, "e4", DL_ROLE_HIT, 0), find_op (self, "e4", DL_ROLE_LABEL, 0), 5, 9);
  check_mark (find_op (self, "e5", DL_ROLE_HIT, 0), find_op (self, "e5", DL_ROLE_LABEL, 0), 0, 8);
}

/* Found in what is not drawn: the label tells it, by a box at its end. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  const DlOp *mark, *label;

  search (self, "ambassador", "e3");
  mark = find_op (self, "e3", DL_ROLE_HIT, 0);
  label = find_op (self, "e3", DL_ROLE_LABEL, 0);
  g_assert_nonnull (mark);
  g_assert_null (find_op (self, "e3", DL_ROLE_HIT, 1));
  g_assert_cmpfloat (mark->x, >=, label->x + label->w);
  g_assert_cmpfloat (mark->radius, >, 0);
  g_assert_cmpuint (label->flags & DL_OP_HIT, ==, DL_OP_HIT);
  /* The others are as they were. */
  g_assert_cmpuint (find_op (self, "e0", DL_ROLE_LABEL, 0)->flags & DL_OP_HIT, ==, 0);
  g_assert_null (find_op (self, "e0", DL_ROLE_HIT, 0));
}

/* What is selected and found stands on a ground on which a mark is seen. */
static void
test_selected (Fixture *self, gconstpointer data)
{
  self->input.selected = dl_timeline_find (self->timeline, "e0");
  search (self, "treaty", "e0");
  check_mark (find_op (self, "e0", DL_ROLE_HIT, 0), find_op (self, "e0", DL_ROLE_LABEL, 0), 0, 6);
  g_assert_cmpint (find_op (self, "e0", DL_ROLE_SELECTION, 0)->fill, ==, DL_PAINT_SELECTED);
  g_assert_cmpint (find_op (self, "e0", DL_ROLE_SELECTION, 1)->fill, ==, DL_PAINT_VIEW);
  search (self, "talks", "e3");
  g_assert_cmpint (find_op (self, "e0", DL_ROLE_LABEL, 0)->fill, ==, DL_PAINT_ON_SELECTED);
}

/* What is found without a label is told by its mark or bar, and what is there beside it is not. */
static void
test_strip (Fixture *self, gconstpointer data)
{
  guint       n_labelled = 0;
  guint       n_hit = 0;
  guint       n_other = 0;
  guint       n_ops;
  const DlOp *ops;
  const char *found;

  search (self, "treaty", "crowd0");
  for (guint i = 0; i < N_CROWD; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd%u", i);

      n_labelled += find_op (self, id, DL_ROLE_LABEL, 0) != NULL;
    }
  g_assert_cmpuint (n_labelled, <, N_CROWD / 2);
  /* One of the second day that has no label. */
  found = NULL;
  for (guint i = N_CROWD / 2; i < N_CROWD && found == NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd%u", i);

      if (find_op (self, id, DL_ROLE_LABEL, 0) == NULL && find_op (self, id, DL_ROLE_CARD, 0) == NULL)
        found = dl_timeline_get_record (self->timeline, dl_timeline_find (self->timeline, id))->id;
    }
  g_assert_nonnull (found);
  search (self, "treaty", found);
  ops = dl_scene_get_ops (self->scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_MARK || ops[i].role == DL_ROLE_DENSITY)
      {
        gboolean hit = (ops[i].flags & DL_OP_HIT) != 0;

        g_assert_cmpint (ops[i].fill == DL_PAINT_HIT, ==, hit);
        n_hit += hit;
        n_other += !hit;
      }
  g_assert_cmpuint (n_hit, ==, 1);
  g_assert_cmpuint (n_other, >, 0);
}

/* On a card the place is searched, and the date before it is not. */
static void
test_place (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlEventRecord                 record = { .id = "e",
                                           .title = "Summit",
                                           .date_text = "2025-10-15",
                                           .importance = DL_IMPORTANCE_UNSET,
                                           .place = dl_timeline_builder_add_place (builder,
                                                                                   &(DlPlace){ .id = "t", .name = "October Square" }) };
  Fixture                       self = { NULL };
  const DlOp                   *date, *mark;
  DlInstant                     from, to;

  dl_timeline_builder_set_view (builder, "2025-10");
  g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
  self.timeline = dl_timeline_builder_end (builder);
  self.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), NULL);
  self.input = (DlLayoutInput){
    .arrangement = self.arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE, .height = 420
  };
  g_assert_true (dl_timeline_get_view (self.timeline, &from, &to));
  dl_viewport_set_range (&self.input.viewport, from, to, WIDTH);
  search (&self, "oct", "e");
  /* The title's line is the first of the card, the date's the second. */
  date = find_op (&self, "e", DL_ROLE_TEXT, 1);
  mark = find_op (&self, "e", DL_ROLE_HIT, 0);
  g_assert_nonnull (date);
  g_assert_true (g_str_has_suffix (date->text, "October Square"));
  check_mark (mark, date, (float) strlen (date->text) - (float) strlen ("October Square"),
              (float) strlen (date->text) - (float) strlen ("ober Square"));
  g_assert_null (find_op (&self, "e", DL_ROLE_HIT, 1));
  tear_down (&self, NULL);
}

/* The word is cut off: as if it were not drawn. */
static void
test_cut (Fixture *self, gconstpointer data)
{
  guint       n_cut = 0;
  guint       n_ops;
  const DlOp *ops;
  GString    *ids = g_string_new (NULL);

  for (guint i = 0; i < N_CROWD; i++)
    g_string_append_printf (ids, "%scrowd%u", i > 0 ? " " : "", i);
  search (self, "treaty", ids->str);
  g_string_free (ids, TRUE);
  ops = dl_scene_get_ops (self->scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_LABEL && ops[i].flags & DL_OP_CUT)
      {
        const char *id = dl_timeline_get_record (self->timeline, ops[i].event)->id;
        const DlOp *mark = find_op (self, id, DL_ROLE_HIT, 0);

        g_assert_nonnull (mark);
        g_assert_true (mark->radius > 0 || mark->x + mark->w <= ops[i].x + ops[i].w + 2);
        n_cut++;
      }
  g_assert_cmpuint (n_cut, >, 0);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);

  self->scene = dl_layout_build (&self->input);
  dl_scene_dump (self->scene, before);
  g_assert_null (strstr (before->str, "hit"));
  search (self, "nothing", "e0");
  dl_scene_dump (self->scene, after);
  g_assert_nonnull (strstr (after->str, "{\"role\":\"hit\""));
  g_assert_nonnull (strstr (after->str, ",\"hit\":true"));
  g_assert_nonnull (strstr (after->str, "\"border\":\"hit-line\""));
  /* None found. */
  g_clear_pointer (&self->input.hits, dl_event_set_unref);
  g_clear_pointer (&self->scene, dl_scene_unref);
  self->scene = dl_layout_build (&self->input);
  g_string_truncate (after, 0);
  dl_scene_dump (self->scene, after);
  g_assert_cmpstr (after->str, ==, before->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/layout/hits/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("elsewhere", test_elsewhere);
  ADD ("selected", test_selected);
  ADD ("strip", test_strip);
  ADD ("cut", test_cut);
  ADD ("nothing", test_nothing);
#undef ADD
  g_test_add_func ("/layout/hits/place", test_place);
  return g_test_run ();
}
