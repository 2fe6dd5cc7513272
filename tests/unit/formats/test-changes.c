/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has become of a file that is read again. */
#include "model/dl-timeline-changes.h"

#include "formats/dl-loader.h"

static DlTimeline *
load (const char *events)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = g_strdup_printf (
      "{ \"dateline\": 1, \"topics\": [ { \"id\": \"t\", \"name\": \"T\" }, { \"id\": \"u\", \"name\": \"U\" } ],\n"
        "  \"events\": [ %s ] }",
      events);
  g_autoptr (GBytes)   bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DlLoaded) loaded = dl_load_bytes (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (loaded->timeline);
}

/* Their titles, one after the other. */
static char *
dup_titles (DlTimeline *timeline, DlEventSet *events)
{
  GString *titles = g_string_new (NULL);

  for (guint i = dl_event_set_step (events, DL_NONE, 1); i != DL_NONE; i = dl_event_set_step (events, i, 1))
    g_string_append (titles, dl_timeline_get_record (timeline, i)->title);
  return g_string_free (titles, FALSE);
}

#define E(id, title, rest) "{ \"id\": \"" id "\", \"title\": \"" title "\", \"date\": \"2001\"" rest " }"
#define NO_ID(title, rest) "{ \"title\": \"" title "\", \"date\": \"2001\"" rest " }"

static const struct
{
  const char *name;
  const char *before;
  const char *now;
  const char *added;
  const char *changed;
  guint       n_gone;
  const char *words;
} cases[] = {
  { "same", E ("a", "A", ""), E ("a", "A", ""), "", "", 0, NULL },
  { "none", "", "", "", "", 0, NULL },
  { "all-gone", E ("a", "A", ""), "", "", "", 1, "1 gone" },
  { "all-new", "", E ("a", "A", ""), "A", "", 0, "1 added" },
  { "three", E ("a", "A", "") "," E ("b", "B", ""),
    E ("b", "B", ", \"summary\": \"s\"") "," E ("c", "C", "") "," E ("d", "D", ""), "CD", "B", 1,
    "2 added, 1 changed, 1 gone" },
  { "title", E ("a", "A", ""), E ("a", "Z", ""), "", "Z", 0, "1 changed" },
  { "id", E ("a", "A", ""), E ("b", "A", ""), "A", "", 1, "1 added, 1 gone" },
  { "order", E ("a", "A", "") "," E ("b", "B", ""), E ("b", "B", "") "," E ("a", "A", ""), "", "", 0, NULL },
  /* How it is written says nothing. */
  { "space", E ("a", "A", ", \"topics\": [\"t\"]"),
    "{\n  \"id\":\"a\",\"title\" : \"A\",\n\n\t\"date\":\"2001\",\"topics\":[ \"t\" ]}", "", "", 0, NULL },
  { "members", E ("a", "A", ""), "{ \"date\": \"2001\", \"title\": \"A\", \"id\": \"a\" }", "", "", 0, NULL },
  { "escapes", E ("a", "A", ", \"summary\": \"\\u0041\""), E ("a", "A", ", \"summary\": \"A\""), "", "", 0, NULL },
  { "space-in-words", E ("a", "A", ", \"summary\": \"a b\""), E ("a", "A", ", \"summary\": \"ab\""), "", "A", 0,
    "1 changed" },
  /* Each of the things that one reads. */
  { "date", E ("a", "A", ""), "{ \"id\": \"a\", \"title\": \"A\", \"date\": \"2002\" }", "", "A", 0, "1 changed" },
  { "status", E ("a", "A", ""), E ("a", "A", ", \"status\": \"planned\""), "", "A", 0, "1 changed" },
  { "importance", E ("a", "A", ""), E ("a", "A", ", \"importance\": 7"), "", "A", 0, "1 changed" },
  { "topic", E ("a", "A", ", \"topics\": [\"t\"]"), E ("a", "A", ", \"topics\": [\"u\"]"), "", "A", 0, "1 changed" },
  { "note", E ("a", "A", ""), E ("a", "A", ", \"dateNote\": \"n\""), "", "A", 0, "1 changed" },
  { "quote", E ("a", "A", ", \"quotes\": [ { \"text\": \"q\" } ]"),
    E ("a", "A", ", \"quotes\": [ { \"text\": \"r\" } ]"), "", "A", 0, "1 changed" },
  { "exact", E ("a", "A", ", \"quotes\": [ { \"text\": \"q\" } ]"),
    E ("a", "A", ", \"quotes\": [ { \"text\": \"q\", \"exact\": false } ]"), "", "A", 0, "1 changed" },
  { "relation", E ("a", "A", ", \"related\": [ { \"event\": \"b\", \"type\": \"leads-to\" } ]") "," E ("b", "B", ""),
    E ("a", "A", ", \"related\": [ { \"event\": \"b\", \"type\": \"see-also\" } ]") "," E ("b", "B", ""), "", "A", 0,
    "1 changed" },
  /* An id that is made up says where in the file an event is, which says little. */
  { "no-ids-first", NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("Z", "") "," NO_ID ("A", "") "," NO_ID ("B", ""), "Z",
    "", 0, "1 added" },
  { "no-ids-gone", NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("B", ""), "", "", 1, "1 gone" },
  { "no-ids-changed", NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("A", ", \"summary\": \"s\"") "," NO_ID ("B", ""), "",
    "A", 0, "1 changed" },
  { "no-ids-title", NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("A", "") "," NO_ID ("Z", ""), "", "Z", 0, "1 changed" },
  { "no-ids-alike", NO_ID ("A", "") "," NO_ID ("A", ""), NO_ID ("A", "") "," NO_ID ("A", "") "," NO_ID ("A", ""), "A",
    "", 0, "1 added" },
  { "id-given", NO_ID ("B", "") "," NO_ID ("A", ""), NO_ID ("B", "") "," E ("a", "A", ""), "", "", 0, NULL },
  { "id-taken", NO_ID ("B", "") "," E ("a", "A", ""), NO_ID ("B", "") "," NO_ID ("A", ""), "", "", 0, NULL },
};

static void
test_case (gconstpointer data)
{
  guint                         i = GPOINTER_TO_UINT (data);
  g_autoptr (DlTimeline)        before = load (cases[i].before);
  g_autoptr (DlTimeline)        now = load (cases[i].now);
  g_autoptr (DlTimelineChanges) changes = dl_timeline_changes_new (before, now);
  g_autofree char              *added = dup_titles (now, changes->added);
  g_autofree char              *changed = dup_titles (now, changes->changed);
  g_autofree char              *words = dl_timeline_changes_dup_words (changes);

  g_assert_cmpstr (added, ==, cases[i].added);
  g_assert_cmpstr (changed, ==, cases[i].changed);
  g_assert_cmpuint (changes->n_gone, ==, cases[i].n_gone);
  g_assert_cmpstr (words, ==, cases[i].words);
  g_assert_cmpint (dl_timeline_changes_is_empty (changes), ==, cases[i].words == NULL);
}

static void
test_find_again (void)
{
  static const struct
  {
    const char *before;
    const char *now;
    guint       position;
    guint       found;
  } finds[] = {
    { E ("a", "A", "") "," E ("b", "B", ""), E ("c", "C", "") "," E ("b", "Z", ""), 1, 1 },
    { E ("a", "A", "") "," E ("b", "B", ""), E ("c", "C", "") "," E ("b", "B", ""), 0, DL_NONE },
    { NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("Z", "") "," NO_ID ("A", "") "," NO_ID ("B", ""), 0, 1 },
    { NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("A", "") "," NO_ID ("Z", ""), 1, 1 },
    { NO_ID ("A", "") "," NO_ID ("B", ""), NO_ID ("A", ""), 1, DL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autoptr (DlTimeline) before = load (finds[i].before);
      g_autoptr (DlTimeline) now = load (finds[i].now);

      g_assert_cmpuint (dl_timeline_find_again (now, before, finds[i].position), ==, finds[i].found);
    }
}

static void
test_find_events (void)
{
  g_autoptr (DlTimeline) timeline = load (E ("a", "A", "") "," E ("b", "B", "") "," E ("c", "C", ""));
  g_autoptr (DlTimeline) told = load (E ("c", "C", "") "," E ("a", "A", ""));
  g_autoptr (DlEventSet) events = dl_event_set_new (3);
  g_autoptr (DlEventSet) found = NULL;

  g_assert_null (dl_timeline_find_events (told, timeline, events));
  dl_event_set_add (events, 1);
  g_assert_null (dl_timeline_find_events (told, timeline, events));
  dl_event_set_add (events, 2);
  found = dl_timeline_find_events (told, timeline, events);
  g_assert_cmpuint (dl_event_set_get_n (found), ==, 1);
  g_assert_true (dl_event_set_contains (found, dl_timeline_find (told, "c")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/changes/find-again", test_find_again);
  g_test_add_func ("/changes/find-events", test_find_events);
  return g_test_run ();
}
