/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view shows, as it is read out. */
#include "view-fixture.h"

/* Midnight of the day. */
static DlInstant
instant (const char *day)
{
  g_autofree char      *text = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (text, NULL);

  return DL_INSTANT (g_date_time_to_unix (date));
}

/* From the first to the last that is in sight, as exactly as tells them apart. */
static void
test_range (ViewFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *from, *to, *words;
  } rows[] = {
    { "2025-01-01", "2028-01-01", "2025 to 2027, 3 of 12 events" },
    { "2025-01-01", "2025-04-01", "January 2025 to March 2025, 3 of 12 events" },
    { "2025-01-01", "2025-02-01", "Wed 1 January 2025 to Fri 31 January 2025, 3 of 12 events" },
    { "2025-01-01", "2025-01-02",
      "Wed 1 January 2025, 00:00 (UTC) to Wed 1 January 2025, 23:59 (UTC), 3 of 12 events" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dl_view_dup_range_words (self->view, instant (rows[i].from), instant (rows[i].to), 3);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* An event that stands in several lanes is one. */
static void
test_count (ViewFixture *self, gconstpointer data)
{
  view_fixture_open (self, "lanes.dateline.json",
                     "{\"topics\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"view\": \"2025\", \"events\": ["
                     "{\"title\": \"A\", \"date\": \"2025-01-10\", \"topics\": [\"a\", \"b\"]}, "
                     "{\"title\": \"B\", \"date\": \"2025-05-10\", \"topics\": [\"b\"]}, "
                     "{\"title\": \"C\", \"date\": \"2029\", \"topics\": [\"a\", \"b\"]}]}");
  for (guint every = 0; every < 2; every++)
    {
      g_autofree char *words = NULL;

      dl_session_set_lane_every (self->session, every != 0);
      view_fixture_wait (self);
      words = dl_view_dup_words (self->view);
      g_assert_true (g_str_has_suffix (words, ", 2 of 3 events"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/words/range", VIEW_YEAR, test_range);
  VIEW_TEST ("/view/words/count", NULL, test_count);
  return g_test_run ();
}
