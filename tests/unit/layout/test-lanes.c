/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lanes.h"

#include "sample-timeline.h"

/* "name: number of events", lane after lane. */
static char *
describe (GArray *lanes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lanes->len; i++)
    g_string_append_printf (out, "%s%s: %u", i > 0 ? ", " : "", g_array_index (lanes, DlLane, i).name, g_array_index (lanes, DlLane, i).events->len);
  return g_string_free (out, FALSE);
}

static void
assert_lanes (const SampleEvent *events, guint n_events, const char *expected)
{
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, n_events);
  g_autoptr (GArray)     lanes = dl_lanes_new (timeline, NULL);
  g_autofree char       *found = describe (lanes);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_topics (void)
{
  static const SampleEvent events[] = {
    { "2025-01-03", .topic = "one" },
    { "2025-01-01", .topic = "two" },
    { "2025-01-02", .topic = "one" },
  };
  static const SampleEvent some_without[] = { { "2025-01-03", .topic = "one" }, { "2025-01-01" } };
  static const SampleEvent all_without[] = { { "2025-01-03" }, { "2025-01-01" } };

  assert_lanes (events, G_N_ELEMENTS (events), "one: 2, two: 1");
  assert_lanes (some_without, G_N_ELEMENTS (some_without), "one: 1, No topic: 1");
  assert_lanes (all_without, G_N_ELEMENTS (all_without), "Events: 2");
  assert_lanes (NULL, 0, "");
}

/* The order of the topics, not of the events; none for a topic without any. */
static void
test_order (void)
{
  static const SampleEvent      events[] = { { "2025-01-01", .topic = "c" }, { "2025-01-02", .topic = "a" } };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (GArray)            lanes = NULL;
  g_autofree char              *found = NULL;

  sample_add_topic (builder, "a");
  sample_add_topic (builder, "b");
  sample_add_topic (builder, "c");
  sample_add_events (builder, events, G_N_ELEMENTS (events));
  timeline = dl_timeline_builder_end (builder);
  lanes = dl_lanes_new (timeline, NULL);
  found = describe (lanes);
  g_assert_cmpstr (found, ==, "a: 1, c: 1");
  g_assert_cmpuint (g_array_index (lanes, DlLane, 1).topic, ==, 2);
}

/* Of too many the largest stay; each event is in exactly one lane, in order. */
static void
test_other (void)
{
  g_autoptr (GArray)     events = g_array_new (FALSE, TRUE, sizeof (SampleEvent));
  g_autoptr (GPtrArray)  names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DlTimeline) timeline = NULL;
  g_autoptr (GArray)     lanes = NULL;
  g_autofree char       *seen = NULL;
  const DlLane          *other;

  for (guint topic = 0; topic < 20; topic++)
    {
      g_ptr_array_add (names, g_strdup_printf ("topic %02u", topic));
      /* 3 and 17 are the largest of all, the first eight among the smallest. */
      for (guint i = 0; i < (topic == 3 || topic == 17 ? 9 : topic < 8 ? 1
                                                                       : 2);
           i++)
        {
          SampleEvent event = { "2025-01-01", .topic = names->pdata[topic] };

          g_array_append_val (events, event);
        }
    }
  timeline = sample_timeline_new ((const SampleEvent *) (gpointer) events->data, events->len);
  lanes = dl_lanes_new (timeline, NULL);
  g_assert_cmpuint (lanes->len, ==, DL_MAX_LANES);
  g_assert_cmpstr (g_array_index (lanes, DlLane, 0).name, ==, "topic 03");
  other = &g_array_index (lanes, DlLane, lanes->len - 1);
  g_assert_cmpstr (other->name, ==, "Other topics");
  g_assert_cmpuint (other->topic, ==, DL_NONE);

  seen = g_new0 (char, events->len);
  for (guint i = 0; i < lanes->len; i++)
    {
      const DlLane *lane = &g_array_index (lanes, DlLane, i);

      g_assert_cmpuint (lane->hue, <, DL_N_HUES);
      for (guint e = 0; e < lane->events->len; e++)
        {
          guint32 position = g_array_index (lane->events, guint32, e);

          g_assert_cmpint (seen[position]++, ==, 0);
          if (e > 0)
            g_assert_cmpuint (g_array_index (lane->events, guint32, e - 1), <, position);
        }
    }
  g_assert_null (memchr (seen, 0, events->len));
}

static void
test_hues (void)
{
  g_assert_cmpuint (dl_hue_from_name ("blue", 5), ==, 0);
  g_assert_cmpuint (dl_hue_from_name ("Brown", 0), ==, DL_N_HUES - 1);
  g_assert_cmpuint (dl_hue_from_name ("mauve", 3), ==, 3);
  g_assert_cmpuint (dl_hue_from_name (NULL, DL_N_HUES + 2), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lanes/topics", test_topics);
  g_test_add_func ("/layout/lanes/order", test_order);
  g_test_add_func ("/layout/lanes/other", test_other);
  g_test_add_func ("/layout/lanes/hues", test_hues);
  return g_test_run ();
}
