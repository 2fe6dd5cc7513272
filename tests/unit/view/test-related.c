/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following relations forth and back. */
#include "view-fixture.h"

/* A leads to B, C and (later, and only beside it) S; B leads to D; Z leads to A. X is alone. */
#define WEB                                                                                                            \
  "{\"events\": ["                                                                                                     \
  "{\"id\": \"z\", \"title\": \"Z\", \"date\": \"2025-01-01\", \"related\": [{\"event\": \"a\", \"type\": "            \
  "\"leads-to\"}]},"                                                                                                   \
  "{\"id\": \"y\", \"title\": \"Y\", \"date\": \"2025-01-20\", \"related\": [{\"event\": \"a\", \"type\": "            \
  "\"see-also\"}]},"                                                                                                   \
  "{\"id\": \"a\", \"title\": \"A\", \"date\": \"2025-02-01\", \"related\": [{\"event\": \"s\", \"type\": "            \
  "\"see-also\"}, {\"event\": \"c\", \"type\": \"leads-to\"}, {\"event\": \"b\", \"type\": \"leads-to\"}]},"           \
  "{\"id\": \"s\", \"title\": \"S\", \"date\": \"2025-02-10\"},"                                                       \
  "{\"id\": \"b\", \"title\": \"B\", \"date\": \"2025-03-01\", \"related\": [{\"event\": \"d\", \"type\": "            \
  "\"leads-to\"}]},"                                                                                                   \
  "{\"id\": \"c\", \"title\": \"C\", \"date\": \"2025-04-01\"},"                                                       \
  "{\"id\": \"d\", \"title\": \"D\", \"date\": \"2035-01-01\"},"                                                       \
  "{\"id\": \"x\", \"title\": \"X\", \"date\": \"2025-05-01\"}]}"

static void
open_web (ViewFixture *self)
{
  view_fixture_open (self, "web.dateline.json", WEB);
}

static void
select_id (ViewFixture *self, const char *id)
{
  dl_session_select (self->session, view_fixture_position (self, id));
}

/* @steps: ] and [, and after each the event that it leads to */
static void
follow (ViewFixture *self, const char *steps)
{
  for (const char *p = steps; *p != '\0'; p += 2)
    {
      char id[2] = { p[1], '\0' };

      g_assert_cmpint (dl_view_follow_relation (self->view, p[0] == ']' ? 1 : -1), ==, DL_FOLLOWED);
      view_fixture_assert_selected (self, id);
      view_fixture_assert_in_sight (self, id);
    }
}

/* What follows from it comes first, and then what is nearest; back is the way one came. */
static void
test_forth_and_back (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "a");
  follow (self, "]b]d[b[a");
}

/* Where several lead on, each time the next of them; after the last one the first again. */
static void
test_around (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "a");
  follow (self, "]b[a]c[a]s[a]b");
}

/* Where one did not come from anywhere, to what is earlier; and ] leads back from there. */
static void
test_earlier (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "a");
  follow (self, "[z]a[y]a]b[a");
}

/* Who selects something else is not on that way any more. */
static void
test_left (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "a");
  follow (self, "]b");
  select_id (self, "c");
  follow (self, "[a]c");
  select_id (self, "a");
  /* Not to where another walk came from. */
  follow (self, "[z");
}

static void
test_nothing (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "x");
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED_NOTHING_RELATED);
  g_assert_cmpint (dl_view_follow_relation (self->view, -1), ==, DL_FOLLOWED_NOTHING_RELATED);
  view_fixture_assert_selected (self, "x");
  select_id (self, "d");
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED_NOTHING_THERE);
  view_fixture_assert_selected (self, "d");
  follow (self, "[b");
}

/* With nothing selected, an event in sight is. */
static void
test_unselected (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED);
  g_assert_nonnull (dl_session_get_selected (self->session));
}

/* A click leads there, into the middle; [ leads back. */
static void
test_go_to (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "b");
  dl_view_go_to_event (self->view, view_fixture_position (self, "d"), TRUE);
  view_fixture_assert_selected (self, "d");
  view_fixture_assert_in_sight (self, "d");
  g_assert_cmpfloat_with_epsilon (view_fixture_x (self, "d"), VIEW_WIDTH / 2, VIEW_WIDTH / 10);
  follow (self, "[b[a");
}

/* A file that is read again has other positions. */
static void
test_reloaded (ViewFixture *self, gconstpointer data)
{
  open_web (self);
  select_id (self, "a");
  follow (self, "]b");
  view_fixture_write (self, "web.dateline.json",
                      "{\"events\": [{\"id\": \"b\", \"title\": \"B\", \"date\": \"2025-03-01\"}]}");
  dl_session_reload (self->session);
  view_fixture_wait (self);
  view_fixture_assert_selected (self, "b");
  g_assert_cmpint (dl_view_follow_relation (self->view, -1), ==, DL_FOLLOWED_NOTHING_RELATED);
}

/* Of what begins together, it is later what the other one leads to. */
static void
test_together (ViewFixture *self, gconstpointer data)
{
  view_fixture_open (self, "day.dateline.json",
                     "{\"events\": [{\"id\": \"n\", \"title\": \"N\", \"date\": \"2025-03-01/2025-03-04\"}, {\"id\": "
                     "\"m\", \"title\": \"M\", \"date\": \"2025-03-01\", \"related\": [{\"event\": \"n\", \"type\": "
                     "\"leads-to\"}]}, {\"id\": \"o\", \"title\": \"O\", \"date\": \"2025-03-01\", \"related\": "
                     "[{\"event\": \"m\", \"type\": \"leads-to\"}]}]}");
  select_id (self, "o");
  follow (self, "]m]n[m[o");
  select_id (self, "n");
  follow (self, "[m[o]m]n");
}

/* Where there are none. */
static void
test_no_relations (ViewFixture *self, gconstpointer data)
{
  select_id (self, "e5");
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED_NOTHING_RELATED);
  view_fixture_open (self, "none.dateline.json", "{\"events\": []}");
  g_assert_cmpint (dl_view_follow_relation (self->view, 1), ==, DL_FOLLOWED_NOTHING_RELATED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VIEW_TEST ("/view/related/forth-and-back", NULL, test_forth_and_back);
  VIEW_TEST ("/view/related/around", NULL, test_around);
  VIEW_TEST ("/view/related/earlier", NULL, test_earlier);
  VIEW_TEST ("/view/related/left", NULL, test_left);
  VIEW_TEST ("/view/related/nothing", NULL, test_nothing);
  VIEW_TEST ("/view/related/unselected", NULL, test_unselected);
  VIEW_TEST ("/view/related/go-to", NULL, test_go_to);
  VIEW_TEST ("/view/related/reloaded", NULL, test_reloaded);
  VIEW_TEST ("/view/related/together", NULL, test_together);
  VIEW_TEST ("/view/related/no-relations", VIEW_YEAR, test_no_relations);
  return g_test_run ();
}
