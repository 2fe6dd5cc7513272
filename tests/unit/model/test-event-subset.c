/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event-subset.h"

#include "model/dl-event.h"
#include "model/dl-timeline-builder.h"

#define N_EVENTS 20

static DlTimeline *
new_timeline (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *date = g_strdup_printf ("2025-10-%02u", i + 1);
      DlEventRecord    record = {
           .id = id, .title = id, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
      };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

/* @positions is ended by DL_NONE. */
static DlEventSubset *
new_subset (DlTimeline *timeline, const guint32 *positions)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; positions[i] != DL_NONE; i++)
    g_array_append_val (array, positions[i]);
  return dl_event_subset_new (timeline, array);
}

/* Those that were asked for, in the order in which they were. */
static void
test_items (void)
{
  static const guint32 positions[] = { 3, 0, 19, 7, DL_NONE };
  DlTimeline          *timeline = new_timeline ();
  DlEventSubset       *subset = new_subset (timeline, positions);
  GListModel          *model = G_LIST_MODEL (subset);

  g_assert_true (g_list_model_get_item_type (model) == DL_TYPE_EVENT);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (DlEvent) event = g_list_model_get_item (model, i);
      g_autofree char    *id = g_strdup_printf ("event-%u", positions[i]);

      g_assert_true (DL_IS_EVENT (event));
      g_assert_cmpuint (dl_event_get_position (event), ==, positions[i]);
      g_assert_cmpstr (dl_event_get_title (event), ==, id);
      g_assert_true (dl_event_get_record (event) == dl_timeline_get_record (timeline, positions[i]));
    }
  g_assert_null (g_list_model_get_item (model, 4));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
  g_assert_finalize_object (subset);
  g_assert_finalize_object (timeline);
}

static void
test_empty (void)
{
  static const guint32 positions[] = { DL_NONE };
  DlTimeline          *timeline = new_timeline ();
  DlEventSubset       *subset = new_subset (timeline, positions);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (subset)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (subset), 0));
  g_assert_finalize_object (subset);
  g_assert_finalize_object (timeline);
}

/* It keeps the timeline, and what came out of it outlives it. */
static void
test_lifetime (void)
{
  static const guint32 positions[] = { 5, DL_NONE };
  DlTimeline          *timeline = new_timeline ();
  gpointer             watched = timeline;
  DlEventSubset       *subset = new_subset (timeline, positions);
  DlEvent             *event;

  g_object_add_weak_pointer (G_OBJECT (timeline), &watched);
  g_object_unref (timeline);
  g_assert_nonnull (watched);
  event = g_list_model_get_item (G_LIST_MODEL (subset), 0);
  g_assert_finalize_object (subset);
  g_assert_nonnull (watched);
  g_assert_cmpstr (dl_event_get_title (event), ==, "event-5");
  g_assert_finalize_object (event);
  g_assert_null (watched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/event-subset/items", test_items);
  g_test_add_func ("/model/event-subset/empty", test_empty);
  g_test_add_func ("/model/event-subset/lifetime", test_lifetime);
  return g_test_run ();
}
