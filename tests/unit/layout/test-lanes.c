/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lanes.h"

#include "model/dl-telling.h"
#include "sample-timeline.h"

/* "name: number of events", lane after lane. */
static char *
describe (GArray *lanes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lanes->len; i++)
    g_string_append_printf (out, "%s%s: %u", i > 0 ? ", " : "", g_array_index (lanes, DlLane, i).name,
                            g_array_index (lanes, DlLane, i).events->len);
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
  g_assert_cmpuint (g_array_index (lanes, DlLane, 1).value, ==, 2);
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
      for (guint i = 0; i < (topic == 3 || topic == 17 ? 9 : topic < 8 ? 1 : 2); i++)
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
  g_assert_cmpstr (other->name, ==, "9 other topics");
  g_assert_cmpuint (other->value, ==, DL_NONE);

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

/* Events with several values of each field, and without any. */
static DlTimeline *
make_many (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  static const struct
  {
    const char *date;
    guint32     refs[6];
    guint16     n[4]; /* topics, people, sources, speakers */
    guint32     place;
    DlStatus    status;
  } events[] = {
    { "2025-01-01", { 0, 1, 0, 1, 0, 1 }, { 2, 2, 1, 1 }, 0, DL_STATUS_HAPPENED },
    { "2025-01-02", { 1, 1, 0, 1, 0 }, { 1, 2, 2, 0 }, 1, DL_STATUS_PLANNED },
    { "2025-01-03", { 1, 1, 0, 0 }, { 2, 0, 0, 2 }, DL_NONE, DL_STATUS_PLANNED },
    { "2025-01-04", { 0 }, { 0, 0, 0, 0 }, DL_NONE, DL_STATUS_DISPUTED },
  };

  dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = "t0", .name = "Trade", .color = "green" });
  dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = "t1", .name = "War" });
  dl_timeline_builder_add_person (builder, &(DlPerson){ .id = "p0", .name = "Ann" });
  dl_timeline_builder_add_person (builder, &(DlPerson){ .id = "p1", .name = "Bob" });
  dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s0", .title = "A book" });
  dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s1", .title = "A paper" });
  dl_timeline_builder_add_place (builder, &(DlPlace){ .id = "l0", .name = "Here" });
  dl_timeline_builder_add_place (builder, &(DlPlace){ .id = "l1" });
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      DlEventRecord    record = { .id = id,
                                  .title = id,
                                  .date_text = events[i].date,
                                  .place = events[i].place,
                                  .status = (guint8) events[i].status,
                                  .importance = 50 };

      record.n_topics = events[i].n[0];
      record.n_people = events[i].n[1];
      record.n_sources = events[i].n[2];
      record.n_speakers = events[i].n[3];
      g_assert_true (dl_timeline_builder_add_event (builder, &record, events[i].refs, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

/* "key name: ids of events", lane after lane. */
static char *
describe_events (DlTimeline *timeline, const DlLaneOptions *options)
{
  g_autoptr (GArray) lanes = dl_lanes_new (timeline, options);
  g_auto (GStrv)     keys = dl_lanes_dup_keys (timeline, options);
  GString           *out = g_string_new (NULL);

  g_assert_cmpuint (g_strv_length (keys), ==, lanes->len);
  for (guint i = 0; i < lanes->len; i++)
    {
      const DlLane *lane = &g_array_index (lanes, DlLane, i);

      g_assert_cmpstr (lane->key, ==, keys[i]);
      g_string_append_printf (out, "%s%s %s:", i > 0 ? ", " : "", lane->key, lane->name);
      for (guint e = 0; e < lane->events->len; e++)
        g_string_append_printf (out, " %u", g_array_index (lane->events, guint32, e));
    }
  return g_string_free (out, FALSE);
}

static void
assert_events (DlTimeline *timeline, DlLaneField field, gboolean every, const char *expected)
{
  DlLaneOptions    options = { .field = field, .every = every };
  g_autofree char *found = describe_events (timeline, &options);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_fields (void)
{
  g_autoptr (DlTimeline) timeline = make_many ();

  assert_events (timeline, DL_LANES_BY_TOPIC, FALSE, "topic=t0 Trade: 0, topic=t1 War: 1 2, topic:none No topic: 3");
  assert_events (timeline, DL_LANES_BY_PERSON, FALSE, "person=p0 Ann: 0, person=p1 Bob: 1, person:none No person: 2 3");
  assert_events (timeline, DL_LANES_BY_PLACE, FALSE, "place=l0 Here: 0, place=l1 l1: 1, place:none No place: 2 3");
  assert_events (timeline, DL_LANES_BY_STATUS, FALSE,
                 "status=happened Happened: 0, status=planned Planned: 1 2, status=disputed Disputed: 3");
  assert_events (timeline, DL_LANES_BY_SOURCE, FALSE,
                 "source=s0 A book: 0, source=s1 A paper: 1, source:none No source: 2 3");
  assert_events (timeline, DL_LANES_BY_SPEAKER, FALSE,
                 "speaker=p0 Ann: 2, speaker=p1 Bob: 0, speaker:none No listed speaker: 1 3");
  assert_events (timeline, DL_LANES_NONE, FALSE, "none:none Events: 0 1 2 3");
}

/* In the lane of each value, once where one is named twice. */
static void
test_every (void)
{
  g_autoptr (DlTimeline) timeline = make_many ();

  assert_events (timeline, DL_LANES_BY_TOPIC, TRUE, "topic=t0 Trade: 0, topic=t1 War: 0 1 2, topic:none No topic: 3");
  assert_events (timeline, DL_LANES_BY_PERSON, TRUE,
                 "person=p0 Ann: 0 1, person=p1 Bob: 0 1, person:none No person: 2 3");
  assert_events (timeline, DL_LANES_BY_SOURCE, TRUE,
                 "source=s0 A book: 0 1, source=s1 A paper: 1, source:none No source: 2 3");
  assert_events (timeline, DL_LANES_BY_SPEAKER, TRUE,
                 "speaker=p0 Ann: 2, speaker=p1 Bob: 0, speaker:none No listed speaker: 1 3");
  assert_events (timeline, DL_LANES_BY_STATUS, TRUE,
                 "status=happened Happened: 0, status=planned Planned: 1 2, status=disputed Disputed: 3");
  assert_events (timeline, DL_LANES_NONE, TRUE, "none:none Events: 0 1 2 3");
}

static void
test_no_value_at_all (void)
{
  static const SampleEvent events[] = { { "2025-01-01" }, { "2025-01-02" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));

  assert_events (timeline, DL_LANES_BY_TOPIC, FALSE, "topic:none Events: 0 1");
  assert_events (timeline, DL_LANES_BY_PERSON, TRUE, "person:none No person: 0 1");
  assert_events (timeline, DL_LANES_BY_PLACE, FALSE, "place:none No place: 0 1");
}

/* Thousands of values: every event is in a lane, the shared one says how many
 * people it holds, and the events without anybody keep a lane of their own. */
static void
test_thousands (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (GArray)            first = NULL;
  g_autoptr (GArray)            every = NULL;
  DlLaneOptions                 options = { .field = DL_LANES_BY_PERSON };
  guint                         n = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id, .name = id });
    }
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      /* Each with two: who it is, and one of the first twenty. */
      guint32       refs[] = { i, i % 20 };
      DlEventRecord record = { .id = id, .title = id, .date_text = "2025", .place = DL_NONE, .n_people = 2 };

      if (i == 2000)
        record.n_people = 0;
      g_assert_true (dl_timeline_builder_add_event (builder, &record, refs, NULL, 0));
    }
  timeline = dl_timeline_builder_end (builder);

  first = dl_lanes_new (timeline, &options);
  g_assert_cmpuint (first->len, ==, DL_MAX_LANES);
  g_assert_cmpstr (g_array_index (first, DlLane, DL_MAX_LANES - 2).name, ==, "No person");
  g_assert_cmpstr (g_array_index (first, DlLane, DL_MAX_LANES - 1).name, ==, "2989 other people");
  g_assert_cmpstr (g_array_index (first, DlLane, DL_MAX_LANES - 1).key, ==, "person:other");
  for (guint i = 0; i < first->len; i++)
    n += g_array_index (first, DlLane, i).events->len;
  g_assert_cmpuint (n, ==, 3000);

  options.every = TRUE;
  every = dl_lanes_new (timeline, &options);
  g_assert_cmpuint (every->len, ==, DL_MAX_LANES);
  /* Every twentieth; the first person has one fewer, and is no longer among the largest. */
  g_assert_cmpstr (g_array_index (every, DlLane, 0).name, ==, "p1");
  g_assert_cmpuint (g_array_index (every, DlLane, 0).events->len, ==, 150);
  /* All whose person is another one, and none of them twice. */
  g_assert_cmpuint (g_array_index (every, DlLane, DL_MAX_LANES - 1).events->len, ==, 2999 - 10);
  for (guint i = 0; i < every->len; i++)
    {
      GArray *events = g_array_index (every, DlLane, i).events;

      for (guint e = 1; e < events->len; e++)
        g_assert_cmpuint (g_array_index (events, guint32, e - 1), <, g_array_index (events, guint32, e));
    }
}

/* A person who is named twice in an event is not in more events for that. */
static void
test_named_twice (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (GArray)            lanes = NULL;
  DlLaneOptions                 options = { .field = DL_LANES_BY_PERSON, .every = TRUE };

  for (guint i = 0; i < DL_MAX_LANES + 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id });
    }
  for (guint i = 0; i < DL_MAX_LANES + 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      DlEventRecord    record = {
           .id = id, .title = id, .date_text = "2025", .place = DL_NONE, .n_people = i == DL_MAX_LANES + 1 ? 2 : 1
      };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, (const guint32[]){ i, i }, NULL, 0));
    }
  timeline = dl_timeline_builder_end (builder);
  lanes = dl_lanes_new (timeline, &options);
  g_assert_cmpuint (lanes->len, ==, DL_MAX_LANES);
  g_assert_cmpstr (g_array_index (lanes, DlLane, DL_MAX_LANES - 2).name, ==, "p10");
  g_assert_cmpuint (g_array_index (lanes, DlLane, DL_MAX_LANES - 1).events->len, ==, 3);
}

/* The reader's order and states, by key; the colours do not move. */
static void
test_reader (void)
{
  g_autoptr (DlTimeline)   timeline = make_many ();
  g_auto (DlLaneOptions)   options = { .order = g_strsplit ("topic:none person=p1 topic=gone topic=t1", " ", -1) };
  g_autofree char         *found = describe_events (timeline, &options);
  g_autoptr (GArray)       lanes = NULL;
  static const DlLaneState states[] = { DL_LANE_COLLAPSED, DL_LANE_AUTO, DL_LANE_EXPANDED };
  static const char *const names[] = { "No topic", "War", "Trade" };

  g_assert_cmpstr (found, ==, "topic:none No topic: 3, topic=t1 War: 1 2, topic=t0 Trade: 0");
  dl_lane_options_set_state (&options, "topic:none", DL_LANE_COLLAPSED);
  dl_lane_options_set_state (&options, "topic=t0", DL_LANE_EXPANDED);
  dl_lane_options_set_state (&options, "person=p0", DL_LANE_COLLAPSED);
  lanes = dl_lanes_new (timeline, &options);
  for (guint i = 0; i < lanes->len; i++)
    {
      g_assert_cmpstr (g_array_index (lanes, DlLane, i).name, ==, names[i]);
      g_assert_cmpint (g_array_index (lanes, DlLane, i).state, ==, states[i]);
    }
  g_assert_cmpuint (g_array_index (lanes, DlLane, 2).hue, ==, dl_hue_from_name ("green", 0));
  g_assert_cmpuint (g_array_index (lanes, DlLane, 1).hue, ==, 1);
}

static void
test_options (void)
{
  g_auto (DlLaneOptions) options = { .field = DL_LANES_BY_PLACE, .every = TRUE };
  g_auto (DlLaneOptions) copy = { 0 };
  DlLaneField            field;

  dl_lane_options_copy (NULL, &copy);
  g_assert_true (dl_lane_options_equal (&copy, &(DlLaneOptions){ 0 }));
  g_assert_false (dl_lane_options_equal (&copy, &options));

  options.order = g_strsplit ("a b", " ", -1);
  dl_lane_options_set_state (&options, "a", DL_LANE_COLLAPSED);
  dl_lane_options_copy (&options, &copy);
  g_assert_true (dl_lane_options_equal (&options, &copy));
  g_assert_true (copy.order != options.order && copy.states != options.states);

  dl_lane_options_set_state (&copy, "a", DL_LANE_EXPANDED);
  g_assert_false (dl_lane_options_equal (&options, &copy));
  g_assert_cmpint (dl_lane_options_get_state (&options, "a"), ==, DL_LANE_COLLAPSED);
  dl_lane_options_set_state (&copy, "a", DL_LANE_COLLAPSED);
  dl_lane_options_set_state (&copy, "b", DL_LANE_COLLAPSED);
  g_assert_false (dl_lane_options_equal (&options, &copy));
  /* What is as usual is not kept. */
  dl_lane_options_set_state (&copy, "b", DL_LANE_AUTO);
  g_assert_true (dl_lane_options_equal (&options, &copy));
  g_clear_pointer (&copy.order, g_strfreev);
  g_assert_false (dl_lane_options_equal (&options, &copy));
  copy.order = g_strsplit ("b a", " ", -1);
  g_assert_false (dl_lane_options_equal (&options, &copy));
  dl_lane_options_clear (&copy);
  g_assert_true (dl_lane_options_equal (&copy, &(DlLaneOptions){ 0 }));

  for (guint i = 0; i < DL_N_LANE_FIELDS; i++)
    {
      g_assert_true (dl_lane_field_from_string (dl_lane_field_to_string ((DlLaneField) i), &field));
      g_assert_cmpint (field, ==, i);
    }
  g_assert_false (dl_lane_field_from_string ("Topic", &field));
  g_assert_false (dl_lane_field_from_string ("", &field));
}

static void
test_positions (void)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_assert_cmpuint (dl_positions_find (positions, 0), ==, DL_NONE);
  for (guint32 i = 1; i < 40; i += 2)
    g_array_append_val (positions, i);
  for (guint32 i = 0; i < 45; i++)
    g_assert_cmpuint (dl_positions_find (positions, i), ==, i % 2 == 1 && i < 40 ? i / 2 : DL_NONE);
}

static void
test_hues (void)
{
  g_assert_cmpuint (dl_hue_from_name ("blue", 5), ==, 0);
  g_assert_cmpuint (dl_hue_from_name ("Brown", 0), ==, DL_N_HUES - 1);
  g_assert_cmpuint (dl_hue_from_name ("mauve", 3), ==, 3);
  g_assert_cmpuint (dl_hue_from_name (NULL, DL_N_HUES + 2), ==, 2);
}

/* A topic keeps its colour when a filter leaves out all events of others. */
static void
test_hues_of_told (void)
{
  static const SampleEvent events[] = {
    { "2025-01-01", .topic = "a" }, { "2025-01-02", .topic = "b" }, { "2025-01-03", .topic = "c" }, { "2025-01-04" }
  };
  g_autoptr (DlTimeline) whole = sample_timeline_new (events, G_N_ELEMENTS (events));
  g_autoptr (DlFilter)   filter = dl_filter_new ();
  DlTelling              telling = { .filter = filter };
  g_autoptr (DlTimeline) told = NULL;
  g_autoptr (GArray)     lanes = NULL;
  g_autofree guint8     *hues = dl_lanes_dup_hues (whole, NULL);

  dl_filter_set (filter, DL_FILTER_TOPIC, "a", DL_FILTER_NOT);
  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_NOT);
  told = dl_timeline_new_told (whole, &telling);
  lanes = dl_lanes_new (told, NULL);
  g_assert_cmpuint (lanes->len, ==, 2);
  g_assert_cmpuint (g_array_index (lanes, DlLane, 0).hue, ==, 2);
  g_assert_cmpuint (g_array_index (lanes, DlLane, 1).hue, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (hues[i], ==, i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lanes/topics", test_topics);
  g_test_add_func ("/layout/lanes/order", test_order);
  g_test_add_func ("/layout/lanes/other", test_other);
  g_test_add_func ("/layout/lanes/fields", test_fields);
  g_test_add_func ("/layout/lanes/every", test_every);
  g_test_add_func ("/layout/lanes/no-value-at-all", test_no_value_at_all);
  g_test_add_func ("/layout/lanes/thousands", test_thousands);
  g_test_add_func ("/layout/lanes/named-twice", test_named_twice);
  g_test_add_func ("/layout/lanes/reader", test_reader);
  g_test_add_func ("/layout/lanes/options", test_options);
  g_test_add_func ("/layout/lanes/positions", test_positions);
  g_test_add_func ("/layout/lanes/hues", test_hues);
  g_test_add_func ("/layout/lanes/hues-of-told", test_hues_of_told);
  return g_test_run ();
}
