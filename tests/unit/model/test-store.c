/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How events are kept: their order, their ids, and how much memory it takes. */
#include "model/dl-id-index.h"
#include "model/dl-string-arena.h"
#include "model/dl-telling.h"
#include "model/dl-timeline-builder.h"

#include <malloc.h>
#include <string.h>

#define N_MANY 100000
#define MOST_BYTES 160

/* Bounds that meet often, so that every rule of the order is needed. */
static char *
random_date (void)
{
  static const struct
  {
    const char *before;
    const char *after;
  } forms[] = {
    { "", "" },
    { "", "~" },
    { "", "?" },
    { "", "%" },
    { "~", "" },
    { "", "/.." },
    { "../", "" },
    { "/", "" },
    { "", "/" },
    { "", "-01" },
    { "", "-01-01" },
    { "", "-01-01T00:00:00Z" },
    { "", "-01-01T00:00:00.5Z" },
    { "", "-01-01T00:00:00.25Z" },
    { "", "-01-01T00:00:00+09:00" },
    { "", "-01~/2030" },
    { "", "/2030" },
    { "", "~/2030" },
    { "[", ",2030]" },
    { "{", "..2030}" },
    { "-", "" },
    { "", "-XX-25" },
  };
  guint form = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (forms));

  return g_strdup_printf ("%s20%02d%s", forms[form].before, g_test_rand_int_range (1, 20), forms[form].after);
}

/* Whether @position and the one before it are as the order says. */
static void
check_neighbours (DlTimeline *timeline, guint position)
{
  const DlEventRecord *left = dl_timeline_get_record (timeline, position - 1);
  const DlEventRecord *right = dl_timeline_get_record (timeline, position);
  DlDate               before, date;
  int                  order;

  dl_timeline_get_date (timeline, position - 1, &before);
  dl_timeline_get_date (timeline, position, &date);
  order = dl_date_compare (&before, &date);
  g_assert_cmpint (order, <=, 0);
  if (order == 0)
    g_assert_cmpuint (g_ascii_strtoull (left->id, NULL, 10), <, g_ascii_strtoull (right->id, NULL, 10));
  g_assert_cmpint (dl_instant_compare (date.earliest_start, right->start), ==, 0);
  g_assert_cmpint (dl_instant_compare (date.latest_end, right->end), ==, 0);
  g_assert_cmpuint (date.flags, ==, right->date_flags);
}

static void
check_timeline (DlTimeline *timeline, guint n)
{
  g_assert_cmpuint (dl_timeline_get_n_events (timeline), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      guint                number = (guint) g_ascii_strtoull (record->id, NULL, 10);
      g_autofree char     *title = g_strdup_printf ("title of %u", number);
      g_autoptr (GArray)   related = dl_timeline_dup_related (timeline, i);

      if (i > 0)
        check_neighbours (timeline, i);
      g_assert_cmpstr (record->title, ==, title);
      g_assert_cmpuint (dl_timeline_find (timeline, record->id), ==, i);
      g_assert_cmpuint (record->n_topics, ==, 1);
      g_assert_cmpuint (dl_timeline_get_event_topics (timeline, i)[0], ==, number % 3);
      /* Each names the next one and the one before it. */
      g_assert_cmpuint (related->len, ==, n == 1 ? 0 : number == 0 || number == n - 1 ? 2 : 4);
      for (guint j = 0; j < related->len; j++)
        {
          guint other = (guint) g_ascii_strtoull (
            dl_timeline_get_record (timeline, g_array_index (related, DlRelated, j).position)->id, NULL, 10);

          g_assert_true (other + 1 == number || other == number + 1);
        }
    }
}

/* @taken: strings and dates as a reader of many events hands them over */
static DlTimeline *
random_timeline (guint n, DlZone *zone, gboolean taken)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlStringArena)     strings = dl_string_arena_new ();

  dl_timeline_builder_set_zone (builder, zone);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
    }
  if (taken)
    dl_timeline_builder_reserve (builder, n + n / 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *next = g_strdup_printf ("%u", i + 1);
      g_autofree char *previous = g_strdup_printf ("%u", i - 1);
      g_autofree char *title = g_strdup_printf ("title of %u", i);
      g_autofree char *date = random_date ();
      guint32          topic = i % 3;
      DlRelation       related[] = { { next, DL_RELATION_LEADS_TO }, { previous, DL_RELATION_SEE_ALSO } };
      DlEventRecord    record = { .id = id, .title = title, .date_text = date, .place = DL_NONE, .n_topics = 1 };
      DlDate           read;

      if (!taken)
        {
          g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, related, 2));
          g_assert_false (dl_timeline_builder_add_event (builder, &record, &topic, related, 2));
          continue;
        }
      record.id = dl_string_arena_add (strings, id, strlen (id));
      record.title = dl_string_arena_add (strings, title, strlen (title));
      record.date_text = dl_string_arena_add (strings, date, strlen (date));
      g_assert_true (dl_date_parse (date, -1, &read, NULL));
      dl_date_resolve (&read, zone);
      g_assert_true (dl_timeline_builder_take_event (builder, &record, &read, &topic, related, 2));
      g_assert_false (dl_timeline_builder_take_event (builder, &record, &read, &topic, related, 2));
    }
  dl_timeline_builder_take_strings (builder, strings);
  return dl_timeline_builder_end (builder);
}

static void
test_order (void)
{
  g_autoptr (DlZone) zone = dl_zone_new ("America/New_York", NULL);

  for (guint round = 0; round < 60; round++)
    {
      guint                  n = (guint) g_test_rand_int_range (1, 400);
      g_autoptr (DlTimeline) timeline = random_timeline (n, round % 3 == 0 ? zone : NULL, round % 2 == 0);
      g_autoptr (DlTimeline) told = dl_timeline_new_told (timeline, &(DlTelling){ zone });

      check_timeline (timeline, n);
      check_timeline (told, n);
    }
}

/* An axis in another zone spans what that zone says, however it was built. */
static void
test_extent (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (DlTimeline) timeline = random_timeline (1 + round, NULL, round % 2 == 0);
      DlInstant              from, to;
      DlInstant              first = DL_INSTANT_MAX;
      DlInstant              last = DL_INSTANT_MIN;

      for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
        {
          DlDate date;

          dl_timeline_get_date (timeline, i, &date);
          for (guint j = 0; j < 4; j++)
            {
              DlInstant bound = j == 0   ? date.earliest_start
                                : j == 1 ? date.latest_start
                                : j == 2 ? date.earliest_end
                                         : date.latest_end;

              if (!dl_instant_is_finite (bound))
                continue;
              first = dl_instant_min (first, bound);
              last = dl_instant_max (last, bound);
            }
        }
      g_assert_true (dl_timeline_get_extent (timeline, &from, &to) == dl_instant_is_finite (first));
      if (!dl_instant_is_finite (first))
        continue;
      g_assert_cmpint (dl_instant_compare (from, first), ==, 0);
      g_assert_cmpint (dl_instant_compare (to, last), ==, 0);
    }
}

/* An event's own bytes, all arrays counted as large as they are. */
static void
test_size (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  gsize                         strings = 0;
  double                        bytes;
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
  struct mallinfo2 before = mallinfo2 ();
  struct mallinfo2 after;
#endif

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *title = g_strdup_printf ("The title of the event %u", i);
      g_autofree char *date =
        g_strdup_printf ("20%02d-%02d-%02dT%02d:00:00Z", g_test_rand_int_range (0, 25), g_test_rand_int_range (1, 13),
                         g_test_rand_int_range (1, 29), g_test_rand_int_range (0, 24));
      const guint32 refs[] = { i % 8, i % 5 };
      DlEventRecord record = {
        .id = id, .title = title, .date_text = date, .place = DL_NONE, .n_topics = 1, .n_people = 1
      };

      strings += strlen (id) + strlen (title) + strlen (date) + 3;
      g_assert_true (dl_timeline_builder_add_event (builder, &record, refs, NULL, 0));
    }
  timeline = dl_timeline_builder_end (builder);
  bytes = (double) dl_timeline_get_store_size (timeline) / N_MANY;
  g_test_message ("%.1f bytes an event, %u of them its record", bytes, (guint) sizeof (DlEventRecord));
  g_assert_cmpfloat (bytes, >=, sizeof (DlEventRecord) + 2 * sizeof (guint32) + sizeof (DlIdSlot));
  g_assert_cmpfloat (bytes, <=, MOST_BYTES);
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
  /* And so says whoever gave them. */
  after = mallinfo2 ();
  bytes =
    ((double) (after.uordblks + after.hblkhd) - (double) (before.uordblks + before.hblkhd) - (double) strings) / N_MANY;
  g_test_message ("%.1f bytes an event asked of the system", bytes);
  g_assert_cmpfloat (bytes, <=, MOST_BYTES);
#endif
}

static void
test_ids (void)
{
  DlIdIndex           index = { 0 };
  g_autoptr (GArray)  records = g_array_new (FALSE, TRUE, sizeof (DlEventRecord));
  g_autofree guint32 *positions = NULL;
  guint               n = 5000;

  g_assert_cmpuint (dl_id_index_find (&index, NULL, "0"), ==, DL_NONE);
  for (guint i = 0; i < n; i++)
    {
      DlEventRecord record = { .id = g_strdup_printf ("%*s%u", (int) (i % 13), "", i) };

      g_array_append_val (records, record);
      g_assert_true (dl_id_index_add (&index, (DlEventRecord *) (gpointer) records->data, record.id, i));
      g_assert_false (dl_id_index_add (&index, (DlEventRecord *) (gpointer) records->data, record.id, i + 1));
      g_assert_cmpuint (dl_id_index_find (&index, (DlEventRecord *) (gpointer) records->data, "none"), ==, DL_NONE);
    }
  g_assert_cmpuint (index.n_used, ==, n);
  g_assert_cmpuint (index.n_slots - index.n_slots / 4, >=, n);
  /* Turned round, and everything is found where it is now. */
  positions = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    positions[i] = n - 1 - i;
  dl_id_index_renumber (&index, positions);
  for (guint i = 0; i < n / 2; i++)
    {
      DlEventRecord record = g_array_index (records, DlEventRecord, i);

      g_array_index (records, DlEventRecord, i) = g_array_index (records, DlEventRecord, n - 1 - i);
      g_array_index (records, DlEventRecord, n - 1 - i) = record;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *id = g_array_index (records, DlEventRecord, i).id;

      g_assert_cmpuint (dl_id_index_find (&index, (DlEventRecord *) (gpointer) records->data, id), ==, i);
    }
  for (guint i = 0; i < n; i++)
    g_free ((char *) g_array_index (records, DlEventRecord, i).id);
  dl_id_index_clear (&index);
}

static void
test_arena (void)
{
  g_autoptr (DlStringArena) first = dl_string_arena_new ();
  g_autoptr (DlStringArena) second = dl_string_arena_new ();
  g_autoptr (GPtrArray)     kept = g_ptr_array_new ();
  g_autofree char          *text = g_strnfill (600000, 'x');

  for (guint i = 0; i < 3000; i++)
    {
      gsize length = g_test_rand_int_range (0, 100) == 0 ? (gsize) g_test_rand_int_range (0, 600000)
                                                         : (gsize) g_test_rand_int_range (0, 100);

      g_ptr_array_add (kept, dl_string_arena_add (i % 2 == 0 ? first : second, text, length));
      g_assert_cmpuint (strlen (kept->pdata[i]), ==, length);
      if (i == 1500)
        dl_string_arena_take (first, second);
    }
  dl_string_arena_take (first, second);
  g_clear_pointer (&second, dl_string_arena_free);
  for (guint i = 0; i < kept->len; i++)
    g_assert_cmpuint (strspn (kept->pdata[i], "x"), ==, strlen (kept->pdata[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/store/order", test_order);
  g_test_add_func ("/model/store/extent", test_extent);
  g_test_add_func ("/model/store/size", test_size);
  g_test_add_func ("/model/store/ids", test_ids);
  g_test_add_func ("/model/store/arena", test_arena);
  return g_test_run ();
}
