/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events that are made a timeline's by another thread, against the same added one by one. */
#include "formats/dl-event-queue.h"

#include <string.h>

#include "same-timeline.h"

#define N_QUEUES 40
#define MOST_EVENTS 4000
#define N_TOPICS 5
#define N_PEOPLE 3
#define LONG_BYTES 100000

static const char *const dates[] = { "2025",         "1969-07-20",        "1969-07-20T20:17Z/1969-07-24", "-0043-03",
                                     "1490~/1500",   "[1667,1669..1672]", "2026-11-26T09:00:01.5",        "193X",
                                     "1914-07/1918", "2030?/.." };

static DlEventDetails *
read_nothing (guint64 key, gpointer data)
{
  return dl_event_details_new ();
}

static DlTimelineBuilder *
new_builder (void)
{
  DlTimelineBuilder *builder = dl_timeline_builder_new ();

  dl_timeline_builder_add_part (builder, MOST_EVENTS * 10, read_nothing, NULL, NULL);
  return builder;
}

static void
add_names (DlTimelineBuilder *builder)
{
  for (guint i = 0; i < N_TOPICS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Topic %u", i);

      dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = name, .name = name });
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = name, .name = name });
    }
}

static char *
dup_title (guint number)
{
  if (g_test_rand_int_range (0, 500) == 0)
    return g_strnfill (LONG_BYTES, (char) g_test_rand_int_range ('a', 'z'));
  return g_strdup_printf ("Title %u%s", number, g_test_rand_bit () ? "" : ", and more of it");
}

/* The same event to both. What stands behind a text is none of it. */
static void
put (DlEventQueue *queue, DlTimelineBuilder *plain, guint number, guint n_ids, gboolean *met)
{
  g_autofree char *title = dup_title (number);
  g_autofree char *id = g_strdup_printf ("id-%d", g_test_rand_int_range (0, (gint32) n_ids));
  g_autofree char *own = g_strdup_printf ("event-%u", number + 1);
  const char      *date_text = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
  gboolean         made_up = g_test_rand_bit ();
  guint32 refs[2] = { (guint32) g_test_rand_int_range (0, N_TOPICS), (guint32) g_test_rand_int_range (0, N_PEOPLE) };
  g_autofree char *longer = g_strconcat (title, "\", ", NULL);
  DlDate           date;
  DlQueuedEvent    event = {
       .record = { .place = DL_NONE,
                   .importance = (guint8) g_test_rand_int_range (0, 101),
                   .status = (guint8) g_test_rand_int_range (0, 3),
                   .origin = (guint64) number * 10,
                   .n_topics = (guint16) g_test_rand_int_range (0, 2) },
       .id = { made_up ? "" : id, made_up ? 0 : strlen (id) },
       .title = { longer, strlen (title) },
       .date_text = { date_text, strlen (date_text) },
       .refs = refs,
  };
  DlEventRecord record;

  event.record.n_people = event.record.n_topics;
  if (g_test_rand_bit ())
    {
      g_assert_true (dl_date_parse (date_text, -1, &date, NULL));
      event.date = &date;
    }
  dl_event_queue_push (queue, &event);

  record = event.record;
  record.title = title;
  record.date_text = date_text;
  record.id = made_up ? own : id;
  if (!dl_timeline_builder_add_event (plain, &record, refs, NULL, 0))
    {
      *met = TRUE;
      record.id = own;
      g_assert_true (dl_timeline_builder_add_event (plain, &record, refs, NULL, 0));
    }
  /* Nothing of it is needed any more. */
  memset (longer, '#', strlen (longer));
  memset (refs, 0xff, sizeof refs);
  memset (&date, 0xff, sizeof date);
}

static void
test_same (void)
{
  for (guint i = 0; i < N_QUEUES; i++)
    {
      g_autoptr (DlTimelineBuilder) builder = new_builder ();
      g_autoptr (DlTimelineBuilder) plain = new_builder ();
      g_autoptr (DlEventQueue)      queue = dl_event_queue_new (builder, i % 2 == 0 ? MOST_EVENTS * 10 : 0);
      guint                         n = (guint) g_test_rand_int_range (0, i % 4 == 0 ? 300 : MOST_EVENTS);
      guint                         n_ids = i % 3 == 0 ? n / 2 + 1 : 1u << 30;
      gboolean                      met_plainly = FALSE;
      gboolean                      met = TRUE;
      guint                         n_events = 0;
      g_autoptr (DlTimeline)        timeline = NULL;
      g_autoptr (DlTimeline)        expected = NULL;

      for (guint k = 0; k < n; k++)
        put (queue, plain, k, n_ids, &met_plainly);
      g_assert_false (dl_event_queue_has_failed (queue));
      g_assert_true (dl_event_queue_end (queue, &n_events, &met));
      g_assert_cmpuint (n_events, ==, n);
      g_assert_cmpint (met, ==, met_plainly);
      add_names (builder);
      add_names (plain);
      timeline = dl_timeline_builder_end (builder);
      expected = dl_timeline_builder_end (plain);
      /* The texts are the timeline's own. */
      g_clear_pointer (&queue, dl_event_queue_free);
      assert_timelines_alike (timeline, expected);
    }
}

/* One that cannot be read, wherever it comes, is told, and all ends nevertheless. */
static void
test_failed (void)
{
  static const char *const bad[] = { "someday", "2025-02-30", "" };

  for (guint i = 0; i < N_QUEUES; i++)
    {
      g_autoptr (DlTimelineBuilder) builder = new_builder ();
      g_autoptr (DlEventQueue)      queue = dl_event_queue_new (builder, 0);
      guint                         n = (guint) g_test_rand_int_range (1, i % 2 == 0 ? 50 : MOST_EVENTS);
      guint                         which = (guint) g_test_rand_int_range (0, (gint32) n);
      gboolean                      met;
      guint                         n_events;

      for (guint k = 0; k < n; k++)
        {
          const char *date = k == which ? bad[i % G_N_ELEMENTS (bad)] : "2025";

          dl_event_queue_push (queue, &(DlQueuedEvent){ .record = { .place = DL_NONE, .origin = k },
                                                        .title = { "Title", 5 },
                                                        .date_text = { date, strlen (date) } });
        }
      g_assert_false (dl_event_queue_end (queue, &n_events, &met));
      g_assert_true (dl_event_queue_has_failed (queue));
      g_assert_cmpuint (n_events, ==, which);
    }
}

/* Whoever gives up does not wait for the rest. */
static void
test_given_up (void)
{
  for (guint n = 0; n < MOST_EVENTS; n += 191)
    {
      g_autoptr (DlTimelineBuilder) builder = new_builder ();
      g_autoptr (DlEventQueue)      queue = dl_event_queue_new (builder, 0);

      for (guint k = 0; k < n; k++)
        dl_event_queue_push (queue, &(DlQueuedEvent){ .record = { .place = DL_NONE, .origin = k },
                                                      .title = { "Title", 5 },
                                                      .date_text = { "2025", 4 } });
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/queue/same", test_same);
  g_test_add_func ("/formats/queue/failed", test_failed);
  g_test_add_func ("/formats/queue/given-up", test_given_up);
  return g_test_run ();
}
