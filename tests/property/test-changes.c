/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-changes.h"

#include <string.h>

#include "formats/dl-loader.h"

/* Files that are changed in known ways: just that is found, however they are written.
 * The seed is printed; give it back with --seed. */

#define ROUNDS 400
#define MAX_EVENTS 40

typedef enum
{
  SAME,
  ADDED,
  CHANGED,
  GONE,
} Fate;

/* One event, before and now. Its title is its number. */
typedef struct
{
  guint    number;
  gboolean has_id;
  Fate     fate;
} Event;

static const char *
random_space (void)
{
  static const char *const spaces[] = { "", " ", "\n", "\t ", "\r\n   " };

  return spaces[g_test_rand_int_range (0, G_N_ELEMENTS (spaces))];
}

static void
add_member (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "%s\"%s\"%s:%s\"%s\"%s", random_space (), name, random_space (), random_space (), value,
                          random_space ());
}

/* Its members in any order. */
static void
add_event (GString *out, const Event *event, gboolean changed)
{
  g_autofree char *title = g_strdup_printf ("T%u", event->number);
  g_autofree char *id = g_strdup_printf ("id-%u", event->number);
  g_autofree char *date = g_strdup_printf ("20%02u", event->number % 100);
  const char      *names[] = { "title", "date", "summary", "id" };
  const char      *values[] = { title, date, changed ? "other" : "words", id };
  guint            n = event->has_id ? 4 : 3;
  guint            first = (guint) g_test_rand_int_range (0, (gint32) n);

  g_string_append (out, "{");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      add_member (out, names[(first + i) % n], values[(first + i) % n]);
    }
  g_string_append (out, "}");
}

static DlTimeline *
load (GArray *events, gboolean now)
{
  g_autoptr (GString)  out = g_string_new ("{ \"events\": [");
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (DlLoaded) loaded = NULL;
  gboolean             any = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      if (event->fate == (now ? GONE : ADDED))
        continue;
      if (any)
        g_string_append_c (out, ',');
      add_event (out, event, now && event->fate == CHANGED);
      any = TRUE;
    }
  g_string_append (out, "] }");
  bytes = g_bytes_new (out->str, out->len);
  loaded = dl_load_bytes (bytes, "random", NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (loaded->timeline);
}

/* What is added has ids: without one, in the place of what is gone, it might be that. */
static GArray *
new_events (void)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (Event));
  guint   n = (guint) g_test_rand_int_range (0, MAX_EVENTS);

  for (guint i = 0; i < n; i++)
    {
      Event event = { i, g_test_rand_bit (), (Fate) g_test_rand_int_range (SAME, GONE + 1) };

      event.has_id |= event.fate == ADDED;
      g_array_append_val (events, event);
    }
  return events;
}

/* What has an id may stand anywhere. */
static void
move_some (GArray *events)
{
  for (guint i = 1; i < events->len; i++)
    {
      Event *one = &g_array_index (events, Event, i - 1);
      Event *other = &g_array_index (events, Event, i);
      Event  kept = *one;

      if (!one->has_id || !other->has_id || g_test_rand_bit ())
        continue;
      *one = *other;
      *other = kept;
    }
}

static Fate
fate_of (GArray *events, const char *title)
{
  guint number = (guint) g_ascii_strtoull (title + 1, NULL, 10);

  for (guint i = 0; i < events->len; i++)
    if (g_array_index (events, Event, i).number == number)
      return g_array_index (events, Event, i).fate;
  g_assert_not_reached ();
}

static void
test_found (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray)            events = new_events ();
      g_autoptr (DlTimeline)        before = load (events, FALSE);
      g_autoptr (DlTimeline)        now = NULL;
      g_autoptr (DlTimelineChanges) changes = NULL;
      guint                         n_gone = 0;

      move_some (events);
      now = load (events, TRUE);
      changes = dl_timeline_changes_new (before, now);
      for (guint i = 0; i < dl_timeline_get_n_events (now); i++)
        {
          Fate fate = fate_of (events, dl_timeline_get_record (now, i)->title);

          g_assert_cmpint (dl_event_set_contains (changes->added, i), ==, fate == ADDED);
          g_assert_cmpint (dl_event_set_contains (changes->changed, i), ==, fate == CHANGED);
        }
      for (guint i = 0; i < dl_timeline_get_n_events (before); i++)
        {
          const char *title = dl_timeline_get_record (before, i)->title;
          guint       found = dl_timeline_find_again (now, before, i);
          gboolean    gone = fate_of (events, title) == GONE;

          n_gone += gone;
          if (!gone)
            g_assert_cmpstr (dl_timeline_get_record (now, found)->title, ==, title);
        }
      g_assert_cmpuint (changes->n_gone, ==, n_gone);
    }
}

/* From a file to itself nothing has changed, and there and back what is added goes. */
static void
test_symmetric (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray)            events = new_events ();
      g_autoptr (DlTimeline)        before = load (events, FALSE);
      g_autoptr (DlTimeline)        again = load (events, FALSE);
      g_autoptr (DlTimeline)        now = load (events, TRUE);
      g_autoptr (DlTimelineChanges) none = dl_timeline_changes_new (before, again);
      g_autoptr (DlTimelineChanges) there = dl_timeline_changes_new (before, now);
      g_autoptr (DlTimelineChanges) back = dl_timeline_changes_new (now, before);

      g_assert_true (dl_timeline_changes_is_empty (none));
      g_assert_cmpuint (dl_event_set_get_n (there->added), ==, back->n_gone);
      g_assert_cmpuint (there->n_gone, ==, dl_event_set_get_n (back->added));
      g_assert_cmpuint (dl_event_set_get_n (there->changed), ==, dl_event_set_get_n (back->changed));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/found", test_found);
  g_test_add_func ("/changes/symmetric", test_symmetric);
  return g_test_run ();
}
