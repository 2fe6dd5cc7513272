/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several files as one timeline. */
#include "model/dl-overlay.h"

#include "model/dl-facets.h"
#include "model/dl-telling.h"
#include "model/dl-timeline-builder.h"
#include "model/dl-timeline-changes.h"
#include "random-values.h"

#define N_ROUNDS 100

static const DlTimelineFile files[] = { { "a.json", "A" }, { "b.json", "B" }, { "c.json", "C" } };

static DlTimeline *
overlay (DlTimeline *first, DlTimeline *second)
{
  DlTimeline *const timelines[] = { first, second };

  return dl_timeline_new_overlaid (timelines, files, 2);
}

/* How the event of the @part-th file is called in the overlay. */
static guint
find_event (DlTimeline *whole, guint part, const char *id)
{
  g_autofree char *second = part == 0 ? g_strdup (id) : g_strdup_printf ("%s:%s", files[part].id, id);
  guint            position = dl_timeline_find (whole, second);

  return position != DL_NONE ? position : dl_timeline_find (whole, id);
}

static void
check_relations (DlTimeline *whole, guint position, DlTimeline *read, guint in_file, guint part)
{
  g_autoptr (GArray) expected = dl_timeline_dup_related (read, in_file);
  g_autoptr (GArray) found = dl_timeline_dup_related (whole, position);

  g_assert_cmpuint (expected->len, ==, found->len);
  for (guint i = 0; i < expected->len; i++)
    {
      const DlRelated *left = &g_array_index (expected, DlRelated, i);
      const DlRelated *right = &g_array_index (found, DlRelated, i);

      g_assert_cmpuint (dl_timeline_get_event_file (whole, right->position), ==, part);
      g_assert_cmpstr (dl_timeline_get_record (read, left->position)->title, ==,
                       dl_timeline_get_record (whole, right->position)->title);
      g_assert_cmpint (left->type, ==, right->type);
      g_assert_cmpint (left->inverse, ==, right->inverse);
    }
}

/* Two files in which every event's id is taken by the other, with the same values. */
static void
test_apart (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (DlTimeline) first = random_values_timeline ((guint) g_test_rand_int_range (1, 40));
      g_autoptr (DlTimeline) second = random_values_timeline ((guint) g_test_rand_int_range (1, 40));
      g_autoptr (DlTimeline) whole = overlay (first, second);
      DlTimeline            *parts[] = { first, second };

      g_assert_cmpuint (dl_timeline_get_n_events (whole), ==,
                        dl_timeline_get_n_events (first) + dl_timeline_get_n_events (second));
      g_assert_cmpuint (dl_timeline_get_n_quotes (whole), ==,
                        dl_timeline_get_n_quotes (first) + dl_timeline_get_n_quotes (second));
      for (guint part = 0; part < 2; part++)
        for (guint i = 0; i < dl_timeline_get_n_events (parts[part]); i++)
          {
            const DlEventRecord *record = dl_timeline_get_record (parts[part], i);
            guint                position = find_event (whole, part, record->id);

            g_assert_cmpuint (position, !=, DL_NONE);
            g_assert_cmpuint (dl_timeline_get_event_file (whole, position), ==, part);
            g_assert_cmpint (dl_instant_compare (dl_timeline_get_record (whole, position)->start, record->start), ==,
                             0);
            g_assert_cmpint (dl_instant_compare (dl_timeline_get_record (whole, position)->end, record->end), ==, 0);
            check_relations (whole, position, parts[part], i, part);
          }
      for (guint i = 1; i < dl_timeline_get_n_events (whole); i++)
        {
          DlDate before, after;

          dl_timeline_get_date (whole, i - 1, &before);
          dl_timeline_get_date (whole, i, &after);
          g_assert_cmpint (dl_date_compare (&before, &after), <=, 0);
        }
    }
}

static void
test_filter (void)
{
  g_autoptr (DlTimeline) first = random_values_timeline (20);
  g_autoptr (DlTimeline) second = random_values_timeline (30);
  g_autoptr (DlTimeline) whole = overlay (first, second);
  g_auto (DlTelling)     telling = { NULL };
  g_autoptr (DlTimeline) told = NULL;
  g_autoptr (DlFacets)   facets = dl_facets_new (whole, NULL);
  g_autoptr (DlFacets)   none = dl_facets_new (first, NULL);
  g_autoptr (GError)     error = NULL;

  g_assert_cmpuint (dl_facets_get_n (none, DL_FILTER_FILE), ==, 0);
  g_assert_cmpuint (dl_facets_get_n (facets, DL_FILTER_FILE), ==, 2);
  g_assert_cmpstr (dl_facets_get (facets, DL_FILTER_FILE, 0)->name, ==, "A");
  g_assert_cmpuint (dl_facets_get (facets, DL_FILTER_FILE, 0)->n, ==, 20);
  g_assert_cmpuint (dl_facets_get (facets, DL_FILTER_FILE, 1)->n, ==, 30);

  telling.filter = dl_filter_new ();
  g_assert_true (dl_filter_take_argument (telling.filter, "file=B", whole, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dl_filter_get (telling.filter, DL_FILTER_FILE, "b.json"), ==, DL_FILTER_WITH);
  told = dl_timeline_new_told (whole, &telling);
  g_assert_cmpuint (dl_timeline_get_n_events (told), ==, 30);
  g_assert_cmpuint (dl_timeline_get_n_files (told), ==, 2);
  for (guint i = 0; i < 30; i++)
    g_assert_cmpuint (dl_timeline_get_event_file (told, i), ==, 1);
  g_assert_false (dl_filter_take_argument (telling.filter, "file=C", whole, NULL));
}

/* Values */

static void
add_event (DlTimelineBuilder *builder, const char *id, const char *date, const guint32 *refs, guint16 n_topics)
{
  DlEventRecord record = { .id = id, .title = id, .date_text = date, .place = DL_NONE, .n_topics = n_topics };

  g_assert_true (dl_timeline_builder_add_event (builder, &record, refs, NULL, 0));
}

static const char *
name_topic (DlTimeline *timeline, const char *event)
{
  guint position = dl_timeline_find (timeline, event);

  return dl_timeline_get_topic (timeline, dl_timeline_get_event_topics (timeline, position)[0])->name;
}

/* By their names, whatever the ids say. */
static void
test_topics (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        first = NULL;
  g_autoptr (DlTimeline)        second = NULL;
  g_autoptr (DlTimeline)        whole = NULL;
  guint32                       topic;

  topic = dl_timeline_builder_add_topic (builder, &(DlTopic){ "law", "Courts", NULL });
  add_event (builder, "one", "2001", &topic, 1);
  topic = dl_timeline_builder_add_topic (builder, &(DlTopic){ "art", "Painting", "red" });
  add_event (builder, "two", "2002", &topic, 1);
  first = dl_timeline_builder_end (builder);
  topic = dl_timeline_builder_add_topic (builder, &(DlTopic){ "law", "Statutes", NULL });
  add_event (builder, "three", "2003", &topic, 1);
  topic = dl_timeline_builder_add_topic (builder, &(DlTopic){ "c", "courts ", "blue" });
  add_event (builder, "four", "2004", &topic, 1);
  second = dl_timeline_builder_end (builder);
  whole = overlay (first, second);

  g_assert_cmpuint (dl_timeline_get_n_topics (whole), ==, 3);
  g_assert_cmpstr (name_topic (whole, "one"), ==, "Courts");
  g_assert_cmpstr (name_topic (whole, "four"), ==, "Courts");
  g_assert_cmpstr (dl_timeline_get_topic (whole, 0)->color, ==, "blue");
  g_assert_cmpstr (name_topic (whole, "three"), ==, "Statutes");
  g_assert_cmpstr (dl_timeline_get_topic (whole, 2)->id, ==, "b.json:law");
  g_assert_cmpstr (dl_timeline_get_title (whole), ==, "A and B");
}

static void
test_people_and_places (void)
{
  static const char *const      aliases[] = { "Ada", NULL };
  static const char *const      others[] = { "A. L.", "Ada", NULL };
  g_autoptr (DlZone)            tokyo = dl_zone_new ("Asia/Tokyo", NULL);
  g_autoptr (DlZone)            paris = dl_zone_new ("Europe/Paris", NULL);
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        first = NULL;
  g_autoptr (DlTimeline)        second = NULL;
  g_autoptr (DlTimeline)        whole = NULL;

  dl_timeline_builder_add_person (builder, &(DlPerson){ "a", "Ada Lovelace", NULL, aliases });
  dl_timeline_builder_add_person (builder, &(DlPerson){ "s", "J. Smith", "Miller", NULL });
  dl_timeline_builder_add_place (builder, &(DlPlace){ "p", "Springfield", tokyo });
  dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s", .title = "One", .url = "https://example.org/1" });
  add_event (builder, "one", "2001", NULL, 0);
  first = dl_timeline_builder_end (builder);
  dl_timeline_builder_add_person (builder, &(DlPerson){ "x", "Ada Lovelace", "Mathematician", others });
  dl_timeline_builder_add_person (builder, &(DlPerson){ "s", "J. Smith", "Judge", NULL });
  dl_timeline_builder_add_place (builder, &(DlPlace){ "p", "Springfield", paris });
  dl_timeline_builder_add_source (builder, &(DlSource){ .id = "t", .title = "Uno", .url = "https://example.org/1" });
  dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s", .title = "Two", .url = "https://example.org/2" });
  add_event (builder, "one", "2001", NULL, 0);
  second = dl_timeline_builder_end (builder);
  whole = overlay (first, second);

  g_assert_cmpuint (dl_timeline_get_n_people (whole), ==, 3);
  g_assert_cmpstr (dl_timeline_get_person (whole, 0)->role, ==, "Mathematician");
  g_assert_true (
    g_strv_equal (dl_timeline_get_person (whole, 0)->aliases, (const char *const[]){ "Ada", "A. L.", NULL }));
  g_assert_cmpstr (dl_timeline_get_person (whole, 2)->role, ==, "Judge");
  g_assert_cmpuint (dl_timeline_get_n_places (whole), ==, 2);
  g_assert_cmpuint (dl_timeline_get_n_sources (whole), ==, 2);
  g_assert_cmpstr (dl_timeline_get_source (whole, 1)->id, ==, "b.json:s");
  g_assert_cmpuint (dl_timeline_find (whole, "b.json:one"), !=, DL_NONE);
}

/* The whole */

static DlTimeline *
build_whole (const char *zone, const char *as_of, const char *view, const char *language, const char *date)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            known = zone == NULL ? NULL : dl_zone_new (zone, NULL);

  dl_timeline_builder_set_zone (builder, known);
  dl_timeline_builder_set_as_of (builder, as_of);
  dl_timeline_builder_set_view (builder, view);
  dl_timeline_builder_set_language (builder, language);
  dl_timeline_builder_add_era (builder, &(DlEra){ .title = "Reform", .date_text = "1990/1999" });
  add_event (builder, "event", date, NULL, 0);
  return dl_timeline_builder_end (builder);
}

static void
test_whole (void)
{
  g_autoptr (DlTimeline) first = build_whole (NULL, "2025-10-26", "2025-10-18/2025-11-01", "en", "2025-10-26T00:00Z");
  g_autoptr (DlTimeline) second = build_whole ("Asia/Tokyo", "2025-11", "2025-10-20/2025-12", "ja", "2025-10-25");
  g_autoptr (DlTimeline) third = build_whole ("Europe/Paris", NULL, NULL, "en", "2026");
  DlTimeline *const      all[] = { first, second, third };
  g_autoptr (DlTimeline) two = overlay (first, second);
  g_autoptr (DlTimeline) three = dl_timeline_new_overlaid (all, files, 3);
  g_auto (DlTelling)     telling = { NULL };
  g_autoptr (DlTimeline) told = NULL;
  DlInstant              from, to, its_from, its_to;

  g_assert_cmpstr (dl_zone_get_name (dl_timeline_get_zone (two)), ==, "Asia/Tokyo");
  g_assert_cmpstr (dl_timeline_get_as_of_text (two), ==, "2025-11");
  g_assert_cmpstr (dl_timeline_get_language (two), ==, NULL);
  g_assert_cmpuint (dl_timeline_get_n_eras (two), ==, 1);
  /* Where the axis has another zone, a time of day with its offset is where it is. */
  g_assert_cmpint (dl_instant_compare (dl_timeline_get_record (two, dl_timeline_find (two, "event"))->start,
                                       dl_timeline_get_record (first, 0)->start),
                   ==, 0);
  g_assert_true (dl_timeline_get_view (two, &from, &to));
  g_assert_true (dl_timeline_get_view (second, &its_from, &its_to));
  g_assert_cmpint (dl_instant_compare (to, its_to), ==, 0);
  g_assert_cmpint (dl_instant_compare (from, its_from), <, 0);
  g_assert_false (dl_timeline_get_view (three, &from, &to));
  g_assert_cmpstr (dl_timeline_get_title (three), ==, "A, B and C");
  telling.zone = dl_zone_ref (dl_timeline_get_zone (three));
  told = dl_timeline_new_told (third, &telling);
  g_assert_true (dl_timeline_get_extent (three, &from, &to));
  g_assert_true (dl_timeline_get_extent (told, &its_from, &its_to));
  g_assert_cmpint (dl_instant_compare (to, its_to), ==, 0);
}

/* What is written alike is not parsed. */

static DlEventDetails *
count_details (guint64 key, gpointer data)
{
  (*(guint *) data)++;
  return NULL;
}

static gboolean
is_same_key (guint64 key, gpointer data, guint64 other_key, gpointer other_data)
{
  return key == other_key;
}

static DlTimeline *
new_counted (const char *const *ids, guint n, guint *counter)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  dl_timeline_builder_add_part (builder, n, count_details, counter, NULL);
  dl_timeline_builder_set_same_func (builder, is_same_key);
  for (guint i = 0; i < n; i++)
    {
      DlEventRecord record = { .id = ids[i], .title = ids[i], .date_text = "2001", .place = DL_NONE, .origin = i };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

static void
test_written_alike (void)
{
  static const char *const      ids[] = { "a", "b", "c" };
  static const char *const      others[] = { "d", "e" };
  static const char *const      others_now[] = { "d", "f" };
  guint                         n_read = 0;
  g_autoptr (DlTimeline)        first = new_counted (ids, 3, &n_read);
  g_autoptr (DlTimeline)        again = new_counted (ids, 3, &n_read);
  g_autoptr (DlTimeline)        second = new_counted (others, 2, &n_read);
  g_autoptr (DlTimeline)        second_now = new_counted (others_now, 2, &n_read);
  g_autoptr (DlTimeline)        before = overlay (first, second);
  g_autoptr (DlTimeline)        now = overlay (again, second_now);
  g_autoptr (DlTimelineChanges) changes = dl_timeline_changes_new (before, now);

  g_assert_cmpuint (dl_event_set_get_n (changes->added), ==, 1);
  g_assert_cmpuint (dl_event_set_get_n (changes->changed), ==, 0);
  g_assert_cmpuint (changes->n_gone, ==, 1);
  g_assert_cmpuint (n_read, ==, 0);
}

/* An event that is read on another axis than its own is still one. */
static void
test_goes_on (void)
{
  g_autoptr (DlTimeline) first = build_whole (NULL, NULL, NULL, NULL, "1490/..");
  g_autoptr (DlTimeline) second = build_whole ("Asia/Tokyo", NULL, NULL, NULL, "1450/1470");
  g_autoptr (DlTimeline) third = build_whole ("Asia/Tokyo", NULL, NULL, NULL, "1480/1502");
  DlTimeline *const      all[] = { first, second, third };
  g_autoptr (DlTimeline) whole = dl_timeline_new_overlaid (all, files, 3);

  g_assert_true (dl_timeline_goes_on (first));
  g_assert_false (dl_timeline_goes_on (second));
  g_assert_true (dl_timeline_has_open_end (whole));
  g_assert_false (dl_timeline_goes_on (whole));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/overlay/apart", test_apart);
  g_test_add_func ("/model/overlay/filter", test_filter);
  g_test_add_func ("/model/overlay/topics", test_topics);
  g_test_add_func ("/model/overlay/people-and-places", test_people_and_places);
  g_test_add_func ("/model/overlay/whole", test_whole);
  g_test_add_func ("/model/overlay/goes-on", test_goes_on);
  g_test_add_func ("/model/overlay/written-alike", test_written_alike);
  return g_test_run ();
}
