/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline that is told without some of its events, or in another zone, or both. */
#include "model/dl-telling.h"

#include "random-values.h"

#define N_ROUNDS 200

/* Every bound of every date, looked at again. */
static gboolean
find_extent (DlTimeline *timeline, DlInstant *from, DlInstant *to)
{
  *from = DL_INSTANT_MAX;
  *to = DL_INSTANT_MIN;
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      DlDate    date;
      DlInstant bounds[4];

      dl_timeline_get_date (timeline, i, &date);
      bounds[0] = date.earliest_start;
      bounds[1] = date.latest_start;
      bounds[2] = date.earliest_end;
      bounds[3] = date.latest_end;
      for (guint k = 0; k < G_N_ELEMENTS (bounds); k++)
        if (dl_instant_is_finite (bounds[k]))
          {
            *from = dl_instant_min (*from, bounds[k]);
            *to = dl_instant_max (*to, bounds[k]);
          }
    }
  return dl_instant_is_finite (*from) && dl_instant_is_finite (*to);
}

static void
check_related (DlTimeline *told, guint position, DlTimeline *whole, guint in_whole, DlEventSet *shown)
{
  g_autoptr (GArray) related = dl_timeline_dup_related (told, position);
  g_autoptr (GArray) all = dl_timeline_dup_related (whole, in_whole);
  guint              n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      DlRelated expected = g_array_index (all, DlRelated, i);
      DlRelated found;

      if (!dl_event_set_contains (shown, expected.position))
        continue;
      g_assert_cmpuint (n, <, related->len);
      found = g_array_index (related, DlRelated, n);
      g_assert_cmpstr (dl_timeline_get_record (told, found.position)->id, ==,
                       dl_timeline_get_record (whole, expected.position)->id);
      g_assert_cmpint (found.type, ==, expected.type);
      g_assert_cmpint (found.inverse, ==, expected.inverse);
      n++;
    }
  g_assert_cmpuint (n, ==, related->len);
}

/* @told is @whole without what the filter leaves out. */
static void
check_told (DlTimeline *told, DlTimeline *whole, const DlFilter *filter)
{
  g_autoptr (DlEventSet) shown = dl_filter_match (filter, whole);
  guint                  position = 0;
  guint                  n_quotes = 0;
  DlInstant              from, to, told_from, told_to;

  for (guint i = 0; i < dl_timeline_get_n_events (whole); i++)
    {
      const DlEventRecord *expected = dl_timeline_get_record (whole, i);
      const DlEventRecord *record;

      if (!dl_event_set_contains (shown, i))
        {
          g_assert_cmpuint (dl_timeline_find (told, expected->id), ==, DL_NONE);
          continue;
        }
      g_assert_cmpuint (dl_timeline_find (told, expected->id), ==, position);
      record = dl_timeline_get_record (told, position);
      g_assert_cmpint (dl_instant_compare (record->start, expected->start), ==, 0);
      g_assert_cmpint (dl_instant_compare (record->end, expected->end), ==, 0);
      g_assert_cmpuint (record->date_flags, ==, expected->date_flags);
      g_assert_cmpuint (record->origin, ==, expected->origin);
      g_assert_cmpstr (record->title, ==, expected->title);
      for (guint k = 0; k < record->n_topics; k++)
        g_assert_cmpuint (dl_timeline_get_event_topics (told, position)[k], ==,
                          dl_timeline_get_event_topics (whole, i)[k]);
      check_related (told, position, whole, i, shown);
      n_quotes += record->n_quotes;
      position++;
    }
  g_assert_cmpuint (dl_timeline_get_n_events (told), ==, position);
  g_assert_cmpuint (dl_timeline_get_n_whole (told), ==, dl_timeline_get_n_events (whole));
  g_assert_cmpuint (dl_timeline_get_n_quotes (told), ==, n_quotes);
  g_assert_true (dl_timeline_get_extent (told, &told_from, &told_to) == find_extent (told, &from, &to));
  if (position > 0 && dl_timeline_get_extent (told, &told_from, &told_to))
    {
      g_assert_cmpint (dl_instant_compare (from, told_from), ==, 0);
      g_assert_cmpint (dl_instant_compare (to, told_to), ==, 0);
    }
}

static void
test_some (void)
{
  static const char *const names[] = { "UTC", "Asia/Tokyo", "America/New_York" };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (DlTimeline) read = random_values_timeline ((guint) g_test_rand_int_range (1, 60));
      const char            *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
      g_auto (DlTelling)     zone = { dl_zone_new (name, NULL), NULL };
      g_autoptr (DlTimeline) whole = dl_timeline_new_told (read, &zone);
      g_auto (DlTelling)     telling = { dl_zone_ref (zone.zone), random_values_filter (whole) };
      g_autoptr (DlTimeline) told = dl_timeline_new_told (whole, &telling);
      g_autoptr (DlTimeline) from_read = dl_timeline_new_told (read, &telling);
      g_autoptr (DlTimeline) from_told = dl_timeline_new_told (told, &telling);
      g_autoptr (DlTimeline) back = dl_timeline_new_told (told, &zone);

      if (dl_filter_is_empty (telling.filter))
        {
          g_assert_true (told == whole);
          continue;
        }
      check_told (told, whole, telling.filter);
      check_told (from_read, whole, telling.filter);
      check_told (from_told, whole, telling.filter);
      g_assert_cmpuint (dl_timeline_get_n_events (back), ==, dl_timeline_get_n_events (read));
      g_assert_cmpuint (dl_timeline_get_n_whole (back), ==, dl_timeline_get_n_events (read));
    }
}

static void
test_caption (void)
{
  g_autoptr (DlTimeline) whole = random_values_timeline (40);
  g_auto (DlTelling)     telling = { NULL, dl_filter_new () };
  g_autoptr (DlTimeline) told = NULL;
  g_autofree char       *caption = NULL;

  dl_filter_set (telling.filter, DL_FILTER_PERSON, "gone", DL_FILTER_WITH);
  told = dl_timeline_new_told (whole, &telling);
  caption = dl_timeline_dup_caption (told, NULL);
  g_assert_cmpstr (caption, ==, "0 of 40 events");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/telling/some", test_some);
  g_test_add_func ("/telling/caption", test_caption);
  return g_test_run ();
}
