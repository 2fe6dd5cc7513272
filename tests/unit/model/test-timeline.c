/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event.h"
#include "model/dl-overlay.h"
#include "model/dl-telling.h"
#include "model/dl-timeline-builder.h"

#include <string.h>

/* An event with a date and nothing else. */
static DlEventRecord
make_record (const char *id, const char *date)
{
  return (
    DlEventRecord){ .id = id, .title = id, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET };
}

static gboolean
add_event (DlTimelineBuilder *builder, const char *id, const char *date)
{
  DlEventRecord record = make_record (id, date);

  return dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0);
}

/* The ids in the timeline's order. */
static char *
join_ids (DlTimeline *timeline)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", dl_timeline_get_record (timeline, i)->id);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* In a window is what begins before its end and ends after its beginning. */
static void
test_meets (void)
{
  const DlEventRecord record = { .start = DL_INSTANT (100), .end = DL_INSTANT (200) };

  g_assert_true (dl_event_record_meets (&record, DL_INSTANT (100), DL_INSTANT (200)));
  g_assert_true (dl_event_record_meets (&record, DL_INSTANT (120), DL_INSTANT (130)));
  g_assert_true (dl_event_record_meets (&record, DL_INSTANT (0), DL_INSTANT (101)));
  g_assert_true (dl_event_record_meets (&record, DL_INSTANT (199), DL_INSTANT (900)));
  g_assert_false (dl_event_record_meets (&record, DL_INSTANT (0), DL_INSTANT (100)));
  g_assert_false (dl_event_record_meets (&record, DL_INSTANT (200), DL_INSTANT (900)));
}

/* @n_planned: of @n events. Returns: (transfer full) */
static DlTimeline *
new_planned (guint n, guint n_planned)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      DlEventRecord    record = make_record (id, "2025");

      record.status = i < n_planned ? DL_STATUS_PLANNED : DL_STATUS_HAPPENED;
      dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0);
    }
  return dl_timeline_builder_end (builder);
}

/* That something happened is told where that is not what nearly all did, whatever a filter shows. */
static void
test_tells_status (void)
{
  static const DlTimelineFile files[] = { { "a.json", "A" }, { "b.json", "B" } };
  g_autoptr (DlTimeline)      few = new_planned (20, 1);
  g_autoptr (DlTimeline)      many = new_planned (20, 3);
  g_autoptr (DlTimeline)      both = dl_timeline_new_overlaid ((DlTimeline *const[]){ few, many }, files, 2);
  g_auto (DlTelling)          telling = { NULL, dl_filter_new () };
  g_autoptr (DlTimeline)      told = NULL;

  g_assert_false (dl_timeline_tells_status (few, DL_STATUS_HAPPENED));
  g_assert_true (dl_timeline_tells_status (few, DL_STATUS_PLANNED));
  g_assert_true (dl_timeline_tells_status (many, DL_STATUS_HAPPENED));
  /* 4 of 40 */
  g_assert_true (dl_timeline_tells_status (both, DL_STATUS_HAPPENED));
  dl_filter_set (telling.filter, DL_FILTER_STATUS, "planned", DL_FILTER_WITH);
  told = dl_timeline_new_told (many, &telling);
  g_assert_cmpuint (dl_timeline_get_n_events (told), ==, 3);
  g_assert_true (dl_timeline_tells_status (told, DL_STATUS_HAPPENED));
}

/* What begins at an instant does not begin before it, however many do. */
static void
test_count_before (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  DlInstant                     at;

  add_event (builder, "no beginning", "../2025-01-01");
  add_event (builder, "first", "2025-10-20");
  add_event (builder, "second", "2025-10-25");
  add_event (builder, "third", "2025-10-25");
  add_event (builder, "last", "2025-10-28");
  timeline = dl_timeline_builder_end (builder);
  at = dl_timeline_get_record (timeline, 2)->start;
  g_assert_cmpuint (dl_timeline_count_before (timeline, DL_INSTANT_MIN), ==, 0);
  g_assert_cmpuint (dl_timeline_count_before (timeline, DL_INSTANT (0)), ==, 1);
  g_assert_cmpuint (dl_timeline_count_before (timeline, at), ==, 2);
  g_assert_cmpuint (dl_timeline_count_before (timeline, dl_instant_add (at, 1)), ==, 4);
  g_assert_cmpuint (dl_timeline_count_before (timeline, DL_INSTANT_MAX), ==, 5);
}

static void
test_empty (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlTimeline                   *timeline = dl_timeline_builder_end (builder);
  DlInstant                     from, to;

  g_assert_cmpuint (dl_timeline_get_n_events (timeline), ==, 0);
  g_assert_null (dl_timeline_get_title (timeline));
  g_assert_false (dl_timeline_get_as_of (timeline, NULL));
  g_assert_false (dl_timeline_get_view (timeline, &from, &to));
  g_assert_false (dl_timeline_get_extent (timeline, &from, &to));
  g_assert_cmpuint (dl_timeline_find (timeline, "a"), ==, DL_NONE);
  g_assert_finalize_object (timeline);
}

/* By the earliest start; of equals the longer first; of equals as in the file. */
static void
test_order (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlTimeline                   *timeline = NULL;
  g_autofree char              *ids = NULL;

  add_event (builder, "later", "2025-10-26");
  add_event (builder, "b", "2025-10-25");
  add_event (builder, "a", "2025-10-25");
  add_event (builder, "year", "2025");
  add_event (builder, "hour", "2025-10-25T00:00:00Z");
  add_event (builder, "old", "-0043");
  add_event (builder, "endless", "2025/..");
  add_event (builder, "ever", "../2025");
  timeline = dl_timeline_builder_end (builder);
  ids = join_ids (timeline);
  g_assert_cmpstr (ids, ==, "ever old endless year b a hour later");
  for (guint i = 1; i < dl_timeline_get_n_events (timeline); i++)
    {
      DlDate before, date;

      dl_timeline_get_date (timeline, i - 1, &before);
      dl_timeline_get_date (timeline, i, &date);
      g_assert_cmpint (dl_date_compare (&before, &date), <=, 0);
    }
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    g_assert_cmpuint (dl_timeline_find (timeline, dl_timeline_get_record (timeline, i)->id), ==, i);
  g_assert_finalize_object (timeline);
}

/* A date near others or far away, to the second, a part of one, or a whole number of years. */
static char *
dup_random_date (void)
{
  static const char *const parts[] = { "", ".5", ".000000001", ".000300", ".25", ".999999999", ".016777216" };

  if (g_test_rand_int_range (0, 4) == 0)
    return g_strdup_printf ("Y%d", g_test_rand_bit () ? g_test_rand_int_range (-1000000000, -10000)
                                                      : g_test_rand_int_range (10000, 1000000000));
  return g_strdup_printf ("%04d-03-%02dT%02d:00:0%d%sZ", g_test_rand_bit () ? 1969 : g_test_rand_int_range (1, 9999),
                          g_test_rand_int_range (1, 4), g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 3),
                          parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
}

/* However far apart they are, and however near; equals as in the file. */
static void
test_random_order (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%05u", i);
      g_autofree char *date = dup_random_date ();

      add_event (builder, id, date);
    }
  timeline = dl_timeline_builder_end (builder);
  for (guint i = 1; i < dl_timeline_get_n_events (timeline); i++)
    {
      DlDate before, date;
      int    order;

      dl_timeline_get_date (timeline, i - 1, &before);
      dl_timeline_get_date (timeline, i, &date);
      order = dl_date_compare (&before, &date);
      g_assert_cmpint (order, <=, 0);
      if (order == 0)
        g_assert_cmpstr (dl_timeline_get_record (timeline, i - 1)->id, <, dl_timeline_get_record (timeline, i)->id);
    }
}

/* Floating dates lie where the axis's clocks show them, others where they are. */
static void
test_zone (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            zone = dl_zone_new ("Asia/Tokyo", NULL);
  DlTimeline                   *timeline = NULL;
  DlInstant                     from, to, as_of;

  dl_timeline_builder_set_zone (builder, zone);
  dl_timeline_builder_set_as_of (builder, "2025-10-26");
  dl_timeline_builder_set_view (builder, "2025-10-18/2025-11-01");
  dl_timeline_builder_add_era (builder, &(DlEra){ .title = "Era", .date_text = "2025-10-21/.." });
  dl_timeline_builder_add_era (builder, &(DlEra){ .title = "No era", .date_text = "some time" });
  add_event (builder, "floating", "2025-10-25");
  add_event (builder, "fixed", "2025-10-25T00:00:00Z");
  timeline = dl_timeline_builder_end (builder);

  g_assert_cmpstr (dl_zone_get_name (dl_timeline_get_zone (timeline)), ==, "Asia/Tokyo");
  g_assert_cmpint (dl_timeline_get_record (timeline, 0)->start.seconds, ==, 1761350400 - 9 * 3600);
  g_assert_cmpint (dl_timeline_get_record (timeline, 1)->start.seconds, ==, 1761350400);
  /* The end of that day in Tokyo. */
  g_assert_true (dl_timeline_get_as_of (timeline, &as_of));
  g_assert_cmpint (as_of.seconds, ==, 1761350400 + 2 * 86400 - 9 * 3600);
  g_assert_cmpstr (dl_timeline_get_as_of_text (timeline), ==, "2025-10-26");
  g_assert_true (dl_timeline_get_view (timeline, &from, &to));
  g_assert_cmpint (from.seconds, ==, 1761350400 - 7 * 86400 - 9 * 3600);
  g_assert_cmpint (to.seconds, ==, 1761350400 + 8 * 86400 - 9 * 3600);
  g_assert_cmpuint (dl_timeline_get_n_eras (timeline), ==, 1);
  g_assert_cmpint (dl_timeline_get_era (timeline, 0)->date.earliest_start.seconds, ==,
                   1761350400 - 4 * 86400 - 9 * 3600);
  g_assert_finalize_object (timeline);
}

/* Only what has a bound counts. */
static void
test_extent (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlTimeline                   *timeline = NULL;
  DlInstant                     from, to;

  add_event (builder, "a", "../2024");
  add_event (builder, "b", "2025-10-25/..");
  timeline = dl_timeline_builder_end (builder);
  g_assert_true (dl_timeline_get_extent (timeline, &from, &to));
  g_assert_cmpint (dl_calendar_from_instant (from).year, ==, 2024);
  g_assert_cmpint (to.seconds, ==, 1761350400 + 86400);
  g_assert_finalize_object (timeline);
}

/* What has a place already is not added, and nothing of it stays. */
static void
test_duplicates (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            zone = dl_zone_new ("Asia/Tokyo", NULL);
  static const char *const      aliases[] = { "other", NULL };
  DlEventRecord                 second = make_record ("a", "1999");
  const DlRelation              related = { (char *) "b", DL_RELATION_LEADS_TO };
  DlTimeline                   *timeline = NULL;
  g_autoptr (GArray)            links = NULL;

  second.n_quotes = 5;
  g_assert_cmpuint (dl_timeline_builder_add_person (builder, &(DlPerson){ .id = "p", .name = "P", .aliases = aliases }),
                    ==, 0);
  g_assert_cmpuint (dl_timeline_builder_add_person (builder, &(DlPerson){ .id = "p", .name = "Q", .aliases = aliases }),
                    ==, DL_NONE);
  g_assert_cmpuint (dl_timeline_builder_add_place (builder, &(DlPlace){ .id = "p", .name = "P", .timezone = zone }), ==,
                    0);
  g_assert_cmpuint (dl_timeline_builder_add_place (builder, &(DlPlace){ .id = "p", .name = "Q", .timezone = zone }), ==,
                    DL_NONE);
  g_assert_cmpuint (dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = "t", .name = "T" }), ==, 0);
  g_assert_cmpuint (dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = "t" }), ==, DL_NONE);
  g_assert_cmpuint (dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s", .title = "S" }), ==, 0);
  g_assert_cmpuint (dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s" }), ==, DL_NONE);
  /* Without an id nothing can be told from another. */
  g_assert_cmpuint (dl_timeline_builder_add_source (builder, &(DlSource){ .title = "S" }), ==, 1);
  g_assert_cmpuint (dl_timeline_builder_add_source (builder, &(DlSource){ .title = "S" }), ==, 2);
  g_assert_cmpuint (dl_timeline_builder_find_source (builder, "s"), ==, 0);
  g_assert_cmpuint (dl_timeline_builder_find_person (builder, "p"), ==, 0);
  g_assert_cmpuint (dl_timeline_builder_find_place (builder, "p"), ==, 0);
  g_assert_cmpuint (dl_timeline_builder_find_topic (builder, "x"), ==, DL_NONE);

  g_assert_true (add_event (builder, "a", "2025"));
  g_assert_true (add_event (builder, "b", "2026"));
  g_assert_true (dl_timeline_builder_has_event (builder, "a"));
  g_assert_false (dl_timeline_builder_has_event (builder, "c"));
  g_assert_false (dl_timeline_builder_add_event (builder, &second, NULL, &related, 1));

  timeline = dl_timeline_builder_end (builder);
  g_assert_cmpuint (dl_timeline_get_n_events (timeline), ==, 2);
  g_assert_cmpstr (dl_timeline_get_record (timeline, 0)->date_text, ==, "2025");
  g_assert_cmpuint (dl_timeline_get_n_quotes (timeline), ==, 0);
  g_assert_cmpstr (dl_timeline_get_person (timeline, 0)->name, ==, "P");
  g_assert_cmpstr (dl_timeline_get_person (timeline, 0)->aliases[0], ==, "other");
  g_assert_cmpuint (dl_timeline_get_n_sources (timeline), ==, 3);
  links = dl_timeline_dup_related (timeline, 0);
  g_assert_cmpuint (links->len, ==, 0);
  g_assert_finalize_object (timeline);
}

/* Topics, people, sources and speakers share one pool of indexes. */
static void
test_refs (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlEventRecord                 first = make_record ("first", "2026");
  DlEventRecord                 second = make_record ("second", "2025");
  const guint32                 first_refs[] = { 4, 5, 6, 7, 8, 9, 10 };
  const guint32                 second_refs[] = { 1 };
  DlTimeline                   *timeline = NULL;

  first.n_topics = 1;
  first.n_people = 2;
  first.n_sources = 3;
  first.n_speakers = 1;
  second.n_sources = 1;
  g_assert_true (dl_timeline_builder_add_event (builder, &first, first_refs, NULL, 0));
  g_assert_true (dl_timeline_builder_add_event (builder, &second, second_refs, NULL, 0));
  timeline = dl_timeline_builder_end (builder);
  /* Sorting moves the records, not their indexes. */
  g_assert_cmpuint (dl_timeline_get_event_sources (timeline, 0)[0], ==, 1);
  g_assert_cmpuint (dl_timeline_get_event_topics (timeline, 1)[0], ==, 4);
  g_assert_cmpuint (dl_timeline_get_event_people (timeline, 1)[1], ==, 6);
  g_assert_cmpuint (dl_timeline_get_event_sources (timeline, 1)[2], ==, 9);
  g_assert_cmpuint (dl_timeline_get_event_speakers (timeline, 1)[0], ==, 10);
  g_assert_finalize_object (timeline);
}

/* "position type inverse", one after another. */
static char *
join_related (DlTimeline *timeline, const char *id)
{
  g_autoptr (GArray)  related = dl_timeline_dup_related (timeline, dl_timeline_find (timeline, id));
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < related->len; i++)
    {
      const DlRelated *entry = &g_array_index (related, DlRelated, i);

      g_string_append_printf (joined, "%s%s %s %s", i > 0 ? ", " : "", entry->inverse ? "<" : ">",
                              dl_relation_type_to_string (entry->type),
                              dl_timeline_get_record (timeline, entry->position)->id);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* A relation is seen from both ends: first what an event names, in its order,
 * then what names it. */
static void
test_related (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlEventRecord    records[] = { make_record ("c", "2003"), make_record ("a", "2001"), make_record ("b", "2002"),
                                 make_record ("d", "2004") };
  const DlRelation of_c[] = { { (char *) "b", DL_RELATION_RESPONDS_TO },
                              { (char *) "a", DL_RELATION_PART_OF },
                              { (char *) "gone", DL_RELATION_SEE_ALSO },
                              { (char *) "c", DL_RELATION_SEE_ALSO } };
  const DlRelation of_a[] = { { (char *) "c", DL_RELATION_LEADS_TO } };
  DlTimeline      *timeline = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *c = NULL;
  g_autofree char *d = NULL;

  dl_timeline_builder_add_event (builder, &records[0], NULL, of_c, G_N_ELEMENTS (of_c));
  dl_timeline_builder_add_event (builder, &records[1], NULL, of_a, G_N_ELEMENTS (of_a));
  dl_timeline_builder_add_event (builder, &records[2], NULL, NULL, 0);
  dl_timeline_builder_add_event (builder, &records[3], NULL, NULL, 0);
  timeline = dl_timeline_builder_end (builder);
  a = join_related (timeline, "a");
  b = join_related (timeline, "b");
  c = join_related (timeline, "c");
  d = join_related (timeline, "d");
  g_assert_cmpstr (c, ==, "> responds-to b, > part-of a, < leads-to a");
  g_assert_cmpstr (a, ==, "> leads-to c, < part-of c");
  g_assert_cmpstr (b, ==, "< responds-to c");
  g_assert_cmpstr (d, ==, "");
  g_assert_finalize_object (timeline);
}

static void
test_list_model (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlTimeline                   *timeline = NULL;
  DlEvent                      *event = NULL;
  g_autofree char              *id = NULL;
  g_autofree char              *title = NULL;
  g_autofree char              *date = NULL;
  g_autofree char              *status = NULL;
  guint                         position;

  add_event (builder, "b", "2026");
  add_event (builder, "a", "2025-10-25");
  timeline = dl_timeline_builder_end (builder);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (timeline)) == DL_TYPE_EVENT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (timeline), 2));

  event = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_object_get (event, "id", &id, "title", &title, "date", &date, "status", &status, "position", &position, NULL);
  g_assert_cmpstr (id, ==, "a");
  g_assert_cmpstr (title, ==, "a");
  g_assert_cmpstr (date, ==, "2025-10-25");
  g_assert_cmpstr (status, ==, "happened");
  g_assert_cmpuint (position, ==, 0);
  g_assert_true (dl_event_get_timeline (event) == timeline);
  g_assert_true (dl_event_get_record (event) == dl_timeline_get_record (timeline, 0));

  /* An event keeps its timeline alive. */
  g_object_unref (timeline);
  g_assert_cmpstr (dl_event_get_title (event), ==, "a");
  g_object_ref (timeline);
  g_assert_finalize_object (event);
  g_assert_finalize_object (timeline);
}

static guint n_reads;

static DlEventDetails *
read_details (guint64 key, gpointer data)
{
  DlEventDetails *details;

  n_reads++;
  if (key == 0)
    return NULL;
  details = dl_event_details_new ();
  details->summary = g_strdup_printf ("%s %" G_GUINT64_FORMAT, (const char *) data, key);
  return details;
}

/* Details are read when asked for, once an event, and their data goes away
 * with the timeline. */
static void
test_details (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlEventRecord                 record = make_record ("a", "2025");
  DlTimeline                   *timeline = NULL;
  DlEvent                      *event = NULL;
  g_autoptr (DlEventDetails)    none = NULL;

  record.origin = 42;
  g_assert_cmpuint (dl_timeline_builder_add_part (builder, 50, read_details, g_strdup ("text"), g_free), ==, 0);
  dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0);
  add_event (builder, "b", "2026");
  timeline = dl_timeline_builder_end (builder);
  g_assert_cmpuint (n_reads, ==, 0);

  event = dl_event_new (timeline, 0);
  g_assert_cmpstr (dl_event_get_details (event)->summary, ==, "text 42");
  g_assert_cmpstr (dl_event_get_details (event)->summary, ==, "text 42");
  g_assert_cmpuint (n_reads, ==, 1);
  /* Nothing to be read is empty, not NULL. */
  none = dl_timeline_dup_details (timeline, 1);
  g_assert_null (none->summary);
  g_assert_cmpuint (none->quotes->len, ==, 0);
  g_assert_finalize_object (event);
  g_assert_finalize_object (timeline);
}

/* Parts of one timeline are read each by its own function with its own keys,
 * wherever their events come to stand, and in every telling. */
static void
test_parts (void)
{
  static const struct
  {
    const char *id;
    const char *date;
    guint       part;
    guint64     key;
    const char *summary;
  } rows[] = {
    /* The first key of a part, and its last; a part without events is one. */
    { "none", "2024", DL_NONE, 7, NULL },
    { "a", "2029", 0, 0, NULL },
    { "b", "2026-01-01T20:00:00Z", 0, 9, "one 9" },
    { "c", "2026-01-02", 2, 1, "three 1" },
    { "d", "2025", 2, G_MAXINT64, "three 9223372036854775807" },
    { "e", "2028", 3, 9, "four 9" },
  };
  static const struct
  {
    const char *name;
    guint64     n_keys;
  } parts[] = { { "one", 10 }, { "two", 0 }, { "three", (guint64) G_MAXINT64 + 1 }, { "four", 10 } };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_auto (DlTelling)            telling = { dl_zone_new ("Asia/Tokyo", NULL) };
  DlTimeline                   *timelines[2];
  guint                         n_parts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlEventRecord record = make_record (rows[i].id, rows[i].date);

      record.origin = rows[i].key;
      for (; rows[i].part != DL_NONE && n_parts <= rows[i].part; n_parts++)
        g_assert_cmpuint (dl_timeline_builder_add_part (builder, parts[n_parts].n_keys, read_details,
                                                        g_strdup (parts[n_parts].name), g_free),
                          ==, n_parts);
      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  timelines[0] = dl_timeline_builder_end (builder);
  timelines[1] = dl_timeline_new_told (timelines[0], &telling);
  for (guint i = 0; i < G_N_ELEMENTS (rows) * 2; i++)
    {
      DlTimeline                *timeline = timelines[i % 2];
      guint                      position = dl_timeline_find (timeline, rows[i / 2].id);
      g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, position);

      g_assert_cmpuint (dl_timeline_get_part (timeline, position), ==, rows[i / 2].part);
      g_assert_cmpstr (details->summary, ==, rows[i / 2].summary);
    }
  /* What a telling reads from goes with the last of them. */
  g_object_unref (timelines[0]);
  g_assert_finalize_object (timelines[1]);

  /* The builder begins anew. */
  add_event (builder, "later", "2025");
  timelines[0] = dl_timeline_builder_end (builder);
  g_assert_cmpuint (dl_timeline_get_part (timelines[0], 0), ==, DL_NONE);
  g_assert_finalize_object (timelines[0]);
}

/* A telling that asks for nothing else is the timeline itself, and one of
 * another telling begins with what was read. */
static void
test_told (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            own = dl_zone_new ("Asia/Tokyo", NULL);
  g_auto (DlTelling)            nothing = { NULL };
  g_auto (DlTelling)            same = { dl_zone_new ("Asia/Tokyo", NULL) };
  g_auto (DlTelling)            utc = { dl_zone_new ("UTC", NULL) };
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlTimeline)        as_read = NULL;
  g_autoptr (DlTimeline)        as_same = NULL;
  g_autoptr (DlTimeline)        in_utc = NULL;
  g_autoptr (DlTimeline)        back = NULL;
  g_autoptr (DlTimeline)        again = NULL;

  dl_timeline_builder_set_zone (builder, own);
  add_event (builder, "a", "2025-10-25");
  timeline = dl_timeline_builder_end (builder);
  as_read = dl_timeline_new_told (timeline, &nothing);
  g_assert_true (as_read == timeline);
  as_same = dl_timeline_new_told (timeline, &same);
  g_assert_true (as_same == timeline);
  in_utc = dl_timeline_new_told (timeline, &utc);
  g_assert_true (in_utc != timeline);
  g_assert_cmpint (dl_timeline_get_record (in_utc, 0)->start.seconds -
                     dl_timeline_get_record (timeline, 0)->start.seconds,
                   ==, 9 * 3600);
  back = dl_timeline_new_told (in_utc, &nothing);
  g_assert_true (back == timeline);
  again = dl_timeline_new_told (in_utc, &utc);
  g_assert_cmpint (dl_timeline_get_record (again, 0)->start.seconds, ==,
                   dl_timeline_get_record (in_utc, 0)->start.seconds);
}

static void
test_words (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            zone = dl_zone_new ("Asia/Tokyo", NULL);
  DlEventRecord                 planned = make_record ("a", "2025-10-28");
  DlEventRecord                 placed = make_record ("b", "2025-10-28T13:00:00Z");
  DlTimeline                   *timeline = NULL;
  g_autofree char              *date = NULL;
  g_autofree char              *time = NULL;
  g_autofree char              *caption = NULL;

  planned.status = DL_STATUS_PLANNED;
  planned.n_quotes = 2;
  placed.place = dl_timeline_builder_add_place (builder, &(DlPlace){ .id = "p", .name = "P", .timezone = zone });
  dl_timeline_builder_add_event (builder, &planned, NULL, NULL, 0);
  dl_timeline_builder_add_event (builder, &placed, NULL, NULL, 0);
  dl_timeline_builder_set_as_of (builder, "2025-10-26");
  timeline = dl_timeline_builder_end (builder);
  date = dl_timeline_dup_date_words (timeline, 0, 0);
  time = dl_timeline_dup_date_words (timeline, 1, 0);
  caption = dl_timeline_dup_caption (timeline, NULL);
  g_assert_cmpstr (date, ==, "planned for 28 October 2025");
  g_assert_cmpstr (time, ==, "28 October 2025, 13:00:00 (UTC)");
  g_assert_cmpstr (caption, ==, "As of 26 October 2025 · 2 events · 2 quotes");
  g_assert_finalize_object (timeline);
}

static void
check_clocks (DlTimeline *timeline, const char *on_axis, const char *written, const char *local)
{
  g_autofree char *found_on_axis = dl_timeline_dup_date_words (timeline, 0, 0);
  g_autofree char *found_written =
    dl_timeline_dup_written_words (timeline, dl_timeline_get_record (timeline, 0)->date_text);
  g_autofree char *found_local = dl_timeline_dup_local_words (timeline, 0);

  g_assert_cmpstr (found_on_axis, ==, on_axis);
  g_assert_cmpstr (found_written, ==, written);
  g_assert_cmpstr (found_local, ==, local);
}

/* First as the axis has it, then by other clocks where they show another time. */
static void
test_clocks (void)
{
  static const struct
  {
    const char *date;
    const char *axis;
    const char *on_axis;
    const char *written;
    const char *local;
  } rows[] = {
    { "2025-10-28T13:00Z", NULL, "28 October 2025, 13:00 (UTC)", NULL, "28 October 2025, 22:00 (JST)" },
    { "2025-10-28T13:00Z", "America/New_York", "28 October 2025, 09:00 (EDT)", "28 October 2025, 13:00 (UTC)",
      "28 October 2025, 22:00 (JST)" },
    { "2025-10-28T22:00+09:00", "America/New_York", "28 October 2025, 09:00 (EDT)", "28 October 2025, 22:00 (UTC+9)",
      NULL },
    { "2025-10-28T22:00+09:00", "Asia/Tokyo", "28 October 2025, 22:00 (JST)", NULL, NULL },
    { "2025-10-28T13:00Z/2025-10-28T16:00Z", "Asia/Tokyo", "28 October 2025, 22:00 – 29 October 2025, 01:00 (JST)",
      "28 October 2025, 13:00–16:00 (UTC)", NULL },
    { "2025-10-28T13:00", "America/New_York", "28 October 2025, 13:00", NULL, NULL },
    { "2025-10-28", "America/New_York", "28 October 2025", NULL, NULL },
  };
  g_autoptr (DlZone) tokyo = dl_zone_new ("Asia/Tokyo", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
      g_autoptr (DlZone)            axis = rows[i].axis == NULL ? NULL : dl_zone_new (rows[i].axis, NULL);
      g_autoptr (DlTimeline)        timeline = NULL;
      DlEventRecord                 record = make_record ("a", rows[i].date);

      record.place = dl_timeline_builder_add_place (builder, &(DlPlace){ .id = "p", .name = "P", .timezone = tokyo });
      dl_timeline_builder_set_zone (builder, axis);
      dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0);
      timeline = dl_timeline_builder_end (builder);
      check_clocks (timeline, rows[i].on_axis, rows[i].written, rows[i].local);
    }
}

static void
test_nicks (void)
{
  DlStatus       status;
  DlRelationType type;

  for (guint i = 0; i < DL_N_STATUSES; i++)
    {
      g_assert_true (dl_status_from_string (dl_status_to_string ((DlStatus) i), &status));
      g_assert_cmpuint (status, ==, i);
      g_assert_cmpstr (dl_status_get_label ((DlStatus) i), !=, "");
    }
  g_assert_false (dl_status_from_string ("over", &status));
  g_assert_false (dl_status_from_string (NULL, &status));
  for (guint i = 0; i < DL_N_RELATION_TYPES; i++)
    {
      g_assert_true (dl_relation_type_from_string (dl_relation_type_to_string ((DlRelationType) i), &type));
      g_assert_cmpuint (type, ==, i);
      g_assert_nonnull (dl_relation_type_get_label ((DlRelationType) i, TRUE));
    }
  g_assert_cmpstr (dl_relation_type_get_label (DL_RELATION_LEADS_TO, FALSE), ==, "leads to");
  g_assert_cmpstr (dl_relation_type_get_label (DL_RELATION_LEADS_TO, TRUE), ==, "follows from");
  g_assert_false (dl_relation_type_from_string ("hates", &type));
}

/* A builder is empty after it has ended, and what it did not end goes away. */
static void
test_builder_again (void)
{
  DlTimelineBuilder *builder = dl_timeline_builder_new ();
  DlTimeline        *first = NULL;
  DlTimeline        *second = NULL;

  dl_timeline_builder_set_title (builder, "First");
  add_event (builder, "a", "2025");
  first = dl_timeline_builder_end (builder);
  g_assert_true (add_event (builder, "a", "2026"));
  second = dl_timeline_builder_end (builder);
  g_assert_cmpstr (dl_timeline_get_title (first), ==, "First");
  g_assert_null (dl_timeline_get_title (second));
  g_assert_cmpstr (dl_timeline_get_record (second, 0)->date_text, ==, "2026");
  add_event (builder, "b", "2027");
  dl_timeline_builder_free (builder);
  g_assert_finalize_object (first);
  g_assert_finalize_object (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/timeline/empty", test_empty);
  g_test_add_func ("/model/timeline/order", test_order);
  g_test_add_func ("/model/timeline/random-order", test_random_order);
  g_test_add_func ("/model/timeline/zone", test_zone);
  g_test_add_func ("/model/timeline/extent", test_extent);
  g_test_add_func ("/model/timeline/duplicates", test_duplicates);
  g_test_add_func ("/model/timeline/refs", test_refs);
  g_test_add_func ("/model/timeline/related", test_related);
  g_test_add_func ("/model/timeline/list-model", test_list_model);
  g_test_add_func ("/model/timeline/details", test_details);
  g_test_add_func ("/model/timeline/parts", test_parts);
  g_test_add_func ("/model/timeline/told", test_told);
  g_test_add_func ("/model/timeline/words", test_words);
  g_test_add_func ("/model/timeline/clocks", test_clocks);
  g_test_add_func ("/model/timeline/count-before", test_count_before);
  g_test_add_func ("/model/timeline/meets", test_meets);
  g_test_add_func ("/model/timeline/tells-status", test_tells_status);
  g_test_add_func ("/model/timeline/nicks", test_nicks);
  g_test_add_func ("/model/timeline/builder-again", test_builder_again);
  return g_test_run ();
}
