/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/dl-error.h"
#include "formats/dl-loader.h"
#include "model/dl-telling.h"

static DlLoaded *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DlLoaded          *loaded = dl_load_bytes (bytes, "t", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  return loaded;
}

static DlLoaded *
load_fixture (const char *name)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  DlLoaded          *loaded = dl_load_file (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  return loaded;
}

/* All problems, one a line. */
static char *
problems_to_string (const DlLoaded *loaded)
{
  GString *all = g_string_new (NULL);
  guint    i;

  for (i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = g_ptr_array_index (loaded->problems, i);
      g_autofree char *one = dl_problem_to_string (problem);

      g_string_append_printf (all, "%s%s\n", problem->event_lost ? "LOST " : "", one);
    }
  return g_string_free (all, FALSE);
}

/* The problems of a text that is given without the frame around its events. */
static void
assert_problems (const char *events, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"people\":[{\"id\":\"p\",\"name\":\"P\"}],\"events\":[\n%s\n]}", events);
  g_autoptr (DlLoaded) loaded = load_text (text);
  g_autofree char     *problems = problems_to_string (loaded);

  g_assert_cmpstr (problems, ==, expected);
}

static guint
position (const DlLoaded *loaded, const char *id)
{
  guint found = dl_timeline_find (loaded->timeline, id);

  g_assert_cmpuint (found, !=, DL_NONE);
  return found;
}

static void
assert_small (const DlLoaded *loaded)
{
  DlTimeline                *t = loaded->timeline;
  g_autofree char           *problems = problems_to_string (loaded);
  const DlEventRecord       *record;
  const DlPerson            *person;
  const DlSource            *source;
  const DlQuote             *quote;
  guint                      talk = position (loaded, "talk");
  g_autoptr (DlEventDetails) details = NULL;
  g_autoptr (DlEventDetails) empty = NULL;
  DlInstant                  moment;

  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (loaded->n_events_in_file, ==, 4);
  g_assert_cmpuint (loaded->n_events_lost, ==, 0);
  g_assert_cmpuint (dl_timeline_get_n_events (t), ==, 4);
  g_assert_cmpstr (dl_timeline_get_title (t), ==, "A small timeline");
  g_assert_cmpstr (dl_timeline_get_description (t), ==, "One of everything that the format has, for tests.");
  g_assert_cmpstr (dl_timeline_get_language (t), ==, "en");
  g_assert_cmpstr (dl_timeline_get_as_of_text (t), ==, "2025-10-26");
  g_assert_true (dl_timeline_get_as_of (t, &moment));
  g_assert_cmpint (moment.seconds, ==, 1761490800); /* 2025-10-27T00:00:00+09:00 */
  g_assert_cmpstr (dl_zone_get_name (dl_timeline_get_zone (t)), ==, "Asia/Tokyo");

  g_assert_cmpuint (dl_timeline_get_n_people (t), ==, 2);
  person = dl_timeline_get_person (t, 0);
  g_assert_cmpstr (person->id, ==, "speaker");
  g_assert_cmpstr (person->name, ==, "The speaker");
  g_assert_cmpstr (person->role, ==, "Speaks");
  g_assert_cmpstr (person->aliases[0], ==, "話し手");
  g_assert_cmpstr (person->aliases[1], ==, "Speaker of the house");
  g_assert_null (person->aliases[2]);
  g_assert_null (dl_timeline_get_person (t, 1)->aliases);
  g_assert_cmpstr (dl_zone_get_name (dl_timeline_get_place (t, 0)->timezone), ==, "Asia/Tokyo");
  g_assert_null (dl_timeline_get_place (t, 1)->timezone);
  g_assert_cmpstr (dl_timeline_get_topic (t, 0)->color, ==, "blue");
  g_assert_null (dl_timeline_get_topic (t, 1)->color);
  source = dl_timeline_get_source (t, 0);
  g_assert_cmpstr (source->publisher, ==, "A publisher");
  g_assert_cmpstr (source->author, ==, "An author");
  g_assert_cmpstr (source->date, ==, "2025-10");
  g_assert_cmpstr (source->url, ==, "https://example.org/paper");
  g_assert_cmpstr (source->language, ==, "en");
  g_assert_cmpuint (dl_timeline_get_n_eras (t), ==, 1);
  g_assert_cmpstr (dl_timeline_get_era (t, 0)->date_text, ==, "2025-10");

  record = dl_timeline_get_record (t, talk);
  g_assert_cmpstr (record->title, ==, "The talk 😀");
  g_assert_cmpstr (record->date_text, ==, "2025-10-25T22:00:00+09:00");
  g_assert_cmpint (record->status, ==, DL_STATUS_HAPPENED);
  g_assert_cmpuint (record->place, ==, 0);
  g_assert_cmpuint (record->importance, ==, 90);
  g_assert_cmpuint (record->n_people, ==, 2);
  g_assert_cmpuint (record->n_topics, ==, 2);
  g_assert_cmpuint (record->n_sources, ==, 1);
  g_assert_cmpuint (record->n_quotes, ==, 4);
  g_assert_cmpuint (record->n_speakers, ==, 2);
  g_assert_cmpuint (dl_timeline_get_event_people (t, talk)[0], ==, 0);
  g_assert_cmpuint (dl_timeline_get_event_people (t, talk)[1], ==, 1);
  g_assert_cmpuint (dl_timeline_get_event_topics (t, talk)[1], ==, 1);
  g_assert_cmpuint (dl_timeline_get_event_sources (t, talk)[0], ==, 0);
  /* In the order in which they first speak. */
  g_assert_cmpuint (dl_timeline_get_event_speakers (t, talk)[0], ==, 1);
  g_assert_cmpuint (dl_timeline_get_event_speakers (t, talk)[1], ==, 0);
  record = dl_timeline_get_record (t, position (loaded, "answer"));
  g_assert_cmpint (record->status, ==, DL_STATUS_PLANNED);
  g_assert_cmpuint (record->importance, ==, 0);
  g_assert_cmpuint (record->place, ==, DL_NONE);
  record = dl_timeline_get_record (t, position (loaded, "event-3"));
  g_assert_cmpstr (record->title, ==, "What has no id");
  g_assert_cmpuint (record->importance, ==, DL_IMPORTANCE_UNSET);

  details = dl_timeline_dup_details (t, talk);
  g_assert_cmpstr (details->summary, ==, "They talk.");
  g_assert_cmpstr (details->date_note, ==, "The hour stands in the paper.");
  g_assert_cmpuint (details->quotes->len, ==, 4);
  quote = g_ptr_array_index (details->quotes, 0);
  g_assert_cmpstr (quote->text, ==, "“Quite so”, 確かに.");
  g_assert_cmpuint (quote->speaker, ==, 1);
  g_assert_null (quote->speaker_name);
  g_assert_cmpstr (quote->language, ==, "en");
  g_assert_cmpstr (quote->date, ==, "2025-10-25");
  g_assert_cmpstr (quote->context, ==, "to the speaker");
  g_assert_cmpuint (quote->source, ==, 1);
  g_assert_false (quote->exact);
  quote = g_ptr_array_index (details->quotes, 2);
  g_assert_cmpuint (quote->speaker, ==, DL_NONE);
  g_assert_cmpstr (quote->speaker_name, ==, "A voice from the back");
  g_assert_cmpuint (quote->source, ==, DL_NONE);
  g_assert_true (quote->exact);
  g_assert_cmpuint (details->related->len, ==, 2);
  g_assert_cmpstr (g_array_index (details->related, DlRelation, 0).event, ==, "answer");
  g_assert_cmpint (g_array_index (details->related, DlRelation, 0).type, ==, DL_RELATION_LEADS_TO);
  g_assert_cmpint (g_array_index (details->related, DlRelation, 1).type, ==, DL_RELATION_SEE_ALSO);
  empty = dl_timeline_dup_details (t, position (loaded, "old"));
  g_assert_null (empty->summary);
  g_assert_cmpuint (empty->quotes->len, ==, 0);
}

static void
test_small (void)
{
  static const char *const names[] = { "small.dateline.json", "minified.dateline.json", "escaped.dateline.json",
                                       "crlf.dateline.json",  "bom.dateline.json",      "compressed.dateline.json.gz" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DlLoaded) loaded = load_fixture (names[i]);

      assert_small (loaded);
    }
}

static void
test_problems (void)
{
  static const char expected[] =
    "2:15: /dateline: This file is for a newer version of Dateline; what this version does not know of it is ignored.\n"
    "3:12: /title: “title” is not a text and is left out.\n"
    "4:11: /asOf: “asOf” is left out: DATE\n"
    "5:15: /timezone: “timezone” is left out: “Nowhere/Land” is not a known time zone, such as Europe/Paris\n"
    "6:50: /people/1/id: The id “a” is taken by an earlier entry; this one is left out.\n"
    "6:70: /people/2: This entry of “people” is not an object, { … }, and is left out.\n"
    "6:75: /people/3: This entry has no “id”; nothing can refer to it.\n"
    "6:92: /people/4: This entry has neither “id” nor “name” and is left out.\n"
    "7:52: /places/0/timezone: “timezone” is left out: “Mars/Phobos” is not a known time zone, such as Europe/Paris\n"
    "8:14: /topics/0: This entry has no “name”; its id is shown instead.\n"
    "9:50: /sources/0/date: “date” is left out: DATE\n"
    "9:107: /sources/1/url: “url” is not a web address (http, https) or one mail address (mailto), so it "
    "is shown as text and not as a link.\n"
    "10:12: /eras/0: This era has no “date” and is left out.\n"
    "10:30: /eras/1: This era has no “title” and is left out.\n"
    "LOST 13:5: /events/1: This event has no “title” and is not shown.\n"
    "LOST 14:5: /events/2: This event has no “date” and is not shown.\n"
    "LOST 15:54: /events/3/date: This event is not shown: DATE\n"
    "LOST 16:5: /events/4: This event is not an object, { … }, and is not shown.\n"
    "17:13: /events/5/id: The id “good” is taken by an earlier event; this one is called “good-2”.\n"
    "18:63: /events/6/place: No place has the id “x”; it is left out.\n"
    "18:84: /events/6/people/1: No person has the id “x”; it is left out.\n"
    "18:89: /events/6/people/2: This entry of “people” is not a text and is left out.\n"
    "18:103: note: /events/6/topics: “topics” should be a list, [ … ]; this text is taken as its only entry. Did you "
    "mean "
    "“[\"t\"]”?\n"
    "18:120: /events/6/sources/0: No source has the id “y”; it is left out.\n"
    "LOST 19:67: /events/7/summary: This event is not shown: a number in it is too large\n"
    "LOST 20:29: /events/8/title: This event is not shown: a text in it has the character U+0000, which cannot be "
    "shown\n"
    "LOST 21:75: /events/9/quotes/0/text: This event is not shown: a text in it has half of a character: of two "
    "\\u that belong together one is missing\n"
    "22:69: /events/10/quotes/0: This quote has no “text” and is left out.\n"
    "22:73: /events/10/quotes/1: This quote is not an object, { … }, and is left out.\n"
    "22:86: /events/10/quotes/2/text: The “text” of this quote is not a text; the quote is left out.\n"
    "22:114: /events/10/quotes/3/date: “date” is left out: DATE\n"
    "22:132: /events/10/quotes/3/source: No source has the id “z”; it is left out.\n"
    "22:146: /events/10/quotes/3/exact: “exact” is neither true nor false and is left out.\n"
    "23:83: /events/11/related/0/event: No event has the id “gone”; the relation is left out.\n"
    "23:120: /events/11/related/1/type: “hates” is not a known type of relation; “see-also” is used. Known are "
    "leads-to, "
    "part-of, responds-to, contradicts and see-also.\n"
    "23:131: /events/11/related/2: This relation names no “event” and is left out.\n"
    "24:64: /events/12/status: “done” is not a known status; “happened” is used. Known are happened, "
    "ongoing, planned, postponed, cancelled and disputed.\n"
    "24:86: /events/12/importance: “importance” is not between 0 and 100 and is left out.\n"
    "24:102: /events/12/summary: “summary” is not a text and is left out.\n";
  g_autoptr (DlLoaded)       loaded = load_fixture ("problems.dateline.json");
  g_autofree char           *problems = problems_to_string (loaded);
  g_autoptr (GRegex)         why = g_regex_new ("“[^”]*” is not a date: .*", 0, 0, NULL);
  g_autofree char           *without = g_regex_replace_literal (why, problems, -1, 0, "DATE", 0, NULL);
  const DlEventRecord       *record;
  g_autoptr (DlEventDetails) details = NULL;

  g_assert_cmpstr (without, ==, expected);
  g_assert_cmpuint (loaded->n_events_in_file, ==, 13);
  g_assert_cmpuint (loaded->n_events_lost, ==, 7);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, 6);
  g_assert_null (dl_timeline_get_title (loaded->timeline));
  g_assert_null (dl_timeline_get_zone (loaded->timeline));
  g_assert_null (dl_timeline_get_as_of_text (loaded->timeline));
  g_assert_cmpuint (dl_timeline_get_n_people (loaded->timeline), ==, 2);
  g_assert_cmpuint (dl_timeline_get_n_eras (loaded->timeline), ==, 0);
  g_assert_cmpstr (dl_timeline_get_topic (loaded->timeline, 0)->name, ==, "t");

  record = dl_timeline_get_record (loaded->timeline, position (loaded, "refs"));
  g_assert_cmpuint (record->n_people, ==, 1);
  /* One text where a list of them is wanted is as good. */
  g_assert_cmpuint (record->n_topics, ==, 1);
  g_assert_cmpuint (record->n_sources, ==, 0);
  g_assert_cmpuint (record->place, ==, DL_NONE);
  record = dl_timeline_get_record (loaded->timeline, position (loaded, "good-2"));
  g_assert_cmpstr (record->title, ==, "Second of its id");
  record = dl_timeline_get_record (loaded->timeline, position (loaded, "rest"));
  g_assert_cmpint (record->status, ==, DL_STATUS_HAPPENED);
  g_assert_cmpuint (record->importance, ==, DL_IMPORTANCE_UNSET);
  /* The details leave out the same as the problems say. */
  details = dl_timeline_dup_details (loaded->timeline, position (loaded, "quotes"));
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "quotes"))->n_quotes, ==, 1);
  g_assert_cmpuint (details->quotes->len, ==, 1);
  g_assert_null (((DlQuote *) details->quotes->pdata[0])->date);
  g_assert_true (((DlQuote *) details->quotes->pdata[0])->exact);
}

static void
test_titles (void)
{
  assert_problems ("{\"title\":\"\",\"date\":\"2025\"}",
                   "LOST 2:10: /events/0/title: The “title” of this event is empty; the event is not shown.\n");
  assert_problems ("{\"title\":\" \\n\\u00a0\",\"date\":\"2025\"}",
                   "LOST 2:10: /events/0/title: The “title” of this event is empty; the event is not shown.\n");
  assert_problems ("{\"date\":\"2025\",\n\"title\":[]}",
                   "LOST 3:9: /events/0/title: The “title” of this event is not a text; the event is not shown.\n");
  assert_problems ("{\"title\":null,\"date\":null}",
                   "LOST 2:1: /events/0: This event has no “title” and is not shown.\n"
                   "LOST 2:1: /events/0: This event has no “date” and is not shown.\n");
  assert_problems ("{\"title\":\"A\",\"date\":2025}",
                   "LOST 2:21: /events/0/date: The “date” of this event is not a text; the event is not shown.\n");
  /* The last of two members counts. */
  assert_problems ("{\"title\":\"A\",\"date\":\"2025\",\"title\":7}",
                   "LOST 2:36: /events/0/title: The “title” of this event is not a text; the event is not shown.\n");
  assert_problems ("{\"title\":7,\"date\":\"2025\",\"title\":\"A\"}", "");
  assert_problems ("[],\n\t\"日本\", null",
                   "LOST 2:1: /events/0: This event is not an object, { … }, and is not shown.\n"
                   "LOST 3:2: /events/1: This event is not an object, { … }, and is not shown.\n"
                   "LOST 3:8: /events/2: This event is not an object, { … }, and is not shown.\n");
}

/* An address that nobody may open with a click stays, as text. */
static void
test_links (void)
{
  static const char why[] =
    "“url” is not a web address (http, https) or one mail address (mailto), so it is shown as text and not as a link.";
  g_autoptr (DlLoaded) loaded =
    load_text ("{\"sources\":["
               "{\"id\":\"a\",\"title\":\"A\",\"url\":\"https://example.org/\"},"
               "{\"id\":\"b\",\"title\":\"B\",\"url\":\"javascript:alert(1)\"},\n"
               "{\"id\":\"c\",\"title\":\"C\",\"url\":\"mailto:press@example.org\"},"
               "{\"id\":\"d\",\"title\":\"D\",\"url\":\"paper.pdf\"},"
               "{\"id\":\"e\",\"title\":\"E\",\"url\":null}],"
               "\"events\":[{\"id\":\"x\",\"title\":\"X\",\"date\":\"2025\",\"sources\":[\"b\",\"d\"]}]}");
  g_autofree char *problems = problems_to_string (loaded);
  g_autofree char *expected = g_strdup_printf ("1:93: /sources/1/url: %s\n2:85: /sources/3/url: %s\n", why, why);

  g_assert_cmpstr (problems, ==, expected);
  g_assert_cmpuint (loaded->n_events_lost, ==, 0);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "x"))->n_sources, ==, 2);
  g_assert_cmpstr (dl_timeline_get_source (loaded->timeline, 1)->url, ==, "javascript:alert(1)");
  g_assert_cmpstr (dl_timeline_get_source (loaded->timeline, 3)->url, ==, "paper.pdf");
}

static void
assert_on_axis (const char *zone, const char *dates, guint n_events, const char *expected)
{
  g_auto (GStrv)       list = g_strsplit (dates, " ", -1);
  g_autoptr (GString)  text = g_string_new (NULL);
  g_autoptr (DlLoaded) loaded = NULL;
  g_autofree char     *problems = NULL;

  g_string_printf (text, "{\"timezone\":\"%s\",\"events\":[", zone);
  for (guint i = 0; list[i] != NULL; i++)
    /* The second of each goes the long way. */
    g_string_append_printf (text, "%s\n{\"title\":\"E\",\"date\":\"%s\"%s}", i > 0 ? "," : "", list[i],
                            i % 2 == 1 ? ",\"summary\":\"\\u00e9\"" : "");
  g_string_append (text, "]}");
  loaded = load_text (text->str);
  problems = problems_to_string (loaded);
  g_assert_cmpstr (problems, ==, expected);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, n_events);
}

/* What the clocks of the axis never showed is on no axis. */
static void
test_skipped (void)
{
#define APIA "does not exist in Pacific/Apia, where the clocks went from 2011-12-30T00:00 to 2011-12-31T00:00\n"
#define YORK "does not exist in America/New_York, where the clocks went from 2021-03-14T02:00 to 2021-03-14T03:00\n"
  assert_on_axis ("Pacific/Apia", "2011-12-29 2011-12-30 2011-12-31 2011-12-30T12:00 2011-12-29/2011-12-31 2011-12", 4,
                  "LOST 3:21: /events/1/date: This event is not shown: “2011-12-30” " APIA
                  "LOST 5:21: /events/3/date: This event is not shown: “2011-12-30T12:00” " APIA);
  assert_on_axis ("Pacific/Apia",
                  "2011-12-30/2012-01-05 2011-12-01/2011-12-30 2011-12-30/2011-12-30 2011-12-30~ 2011-12-30T10:00:00Z",
                  4,
                  "2:21: /events/0/date: Only part of this date is shown: “2011-12-30/2012-01-05” " APIA
                  "3:21: /events/1/date: Only part of this date is shown: “2011-12-01/2011-12-30” " APIA
                  "LOST 4:21: /events/2/date: This event is not shown: “2011-12-30/2011-12-30” " APIA
                  "5:21: /events/3/date: Only part of this date is shown: “2011-12-30~” " APIA);
  assert_on_axis ("America/New_York",
                  "2021-03-14T02:30:00 2021-03-14T02 2021-03-14T02:59:59.999 2021-03-14T01:59:59 2021-03-14T03:00 "
                  "2021-11-07T01:30 2021-03-14T02:30:00Z 2021-03-14",
                  5,
                  "LOST 2:21: /events/0/date: This event is not shown: “2021-03-14T02:30:00” " YORK
                  "LOST 3:21: /events/1/date: This event is not shown: “2021-03-14T02” " YORK
                  "LOST 4:21: /events/2/date: This event is not shown: “2021-03-14T02:59:59.999” " YORK);
  assert_on_axis ("UTC", "2011-12-30 2021-03-14T02:30:00", 2, "");
  {
    g_autoptr (DlLoaded) loaded =
      load_text ("{\"asOf\":\"2011-12-30\",\"timezone\":\"Pacific/"
                 "Apia\",\"eras\":[{\"title\":\"E\",\"date\":\"2011-12-30\"}],\"events\":[]}");
    g_autofree char *problems = problems_to_string (loaded);

    g_assert_cmpstr (problems, ==,
                     "1:9: /asOf: “asOf” is left out: “2011-12-30” " APIA
                     "1:76: /eras/0/date: “date” is left out: “2011-12-30” " APIA);
    g_assert_null (dl_timeline_get_as_of_text (loaded->timeline));
    g_assert_cmpuint (dl_timeline_get_n_eras (loaded->timeline), ==, 0);
  }
#undef APIA
#undef YORK
}

static void
test_null_is_absent (void)
{
  assert_problems (
    "{\"id\":null,\"title\":\"A\",\"date\":\"2025\",\"status\":null,\"summary\":null,\"place\":null,\"people\":null,"
    "\"topics\":null,\"importance\":null,\"sources\":null,"
    "\"quotes\":null,\"related\":null,\"dateNote\":null},"
    "{\"title\":\"B\",\"date\":\"2025\",\"quotes\":[{\"text\":\"x\",\"speaker\":null,\"date\":null,\"source\":null,"
    "\"exact\":null,\"context\":null,\"language\":null}],\"related\":[{\"event\":\"event-1\",\"type\":null}]}",
    "");
}

static void
test_wrong_types (void)
{
  assert_problems ("{\"id\":5,\"title\":\"A\",\"date\":\"2025\",\"status\":1,\"place\":{},\"people\":{},\"importance\":"
                   "\"9\",\"quotes\":\"q\",\"related\":7,\"dateNote\":true}",
                   "2:7: /events/0/id: “id” is not a text and is left out.\n"
                   "2:44: /events/0/status: “status” is not a text and is left out.\n"
                   "2:54: /events/0/place: “place” is not a text and is left out.\n"
                   "2:66: /events/0/people: “people” is not a list and is left out.\n"
                   "2:82: /events/0/importance: “importance” is not a number and is left out.\n"
                   "2:95: /events/0/quotes: “quotes” is not a list and is left out.\n"
                   "2:109: /events/0/related: “related” is not a list and is left out.\n"
                   "2:122: /events/0/dateNote: “dateNote” is not a text and is left out.\n");
  assert_problems ("{\"title\":\"A\",\"date\":\"2025\",\"quotes\":[{\"text\":\"\"},{\"text\":\"x\",\"speaker\":3},{"
                   "\"text\":\"y\",\"speaker\":\"\"}]}",
                   "2:46: /events/0/quotes/0/text: The “text” of this quote is empty; the quote is left out.\n"
                   "2:72: /events/0/quotes/1/speaker: “speaker” is not a text and is left out.\n");
}

static void
test_importance (void)
{
  g_autoptr (DlLoaded) loaded = load_text ("{\"events\":["
                                           "{\"id\":\"a\",\"title\":\"A\",\"date\":\"2025\",\"importance\":100},"
                                           "{\"id\":\"b\",\"title\":\"B\",\"date\":\"2025\",\"importance\":-1},"
                                           "{\"id\":\"c\",\"title\":\"C\",\"date\":\"2025\",\"importance\":49.6},"
                                           "{\"id\":\"d\",\"title\":\"D\",\"date\":\"2025\",\"importance\":100.2},"
                                           "{\"id\":\"e\",\"title\":\"E\",\"date\":\"2025\",\"importance\":-0.0},"
                                           "{\"id\":\"f\",\"title\":\"F\",\"date\":\"2025\",\"importance\":5e1}]}");

  g_assert_cmpuint (loaded->problems->len, ==, 2);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "a"))->importance, ==, 100);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "b"))->importance, ==,
                    DL_IMPORTANCE_UNSET);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "c"))->importance, ==, 50);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "d"))->importance, ==,
                    DL_IMPORTANCE_UNSET);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "e"))->importance, ==, 0);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, position (loaded, "f"))->importance, ==, 50);
}

/* Made-up ids never take one that the file gives, wherever it stands. */
static void
test_ids (void)
{
  g_autoptr (DlLoaded) loaded =
    load_text ("{\"events\":["
               "{\"title\":\"first, nameless\",\"date\":\"2025\",\"related\":[{\"event\":\"event-1\"}]},"
               "{\"id\":\"x\",\"title\":\"x\",\"date\":\"2025\"},"
               "{\"id\":\"x\",\"title\":\"x again\",\"date\":\"2025\"},"
               "{\"id\":\"\",\"title\":\"empty\",\"date\":\"2025\"},"
               "{\"id\":\"event-1\",\"title\":\"late\",\"date\":\"2025\"},"
               "{\"id\":\"x-2\",\"title\":\"x-2\",\"date\":\"2025\"},"
               "{\"id\":\"x\",\"title\":\"x once more\",\"date\":\"2025\"}]}");
  static const char *const expected[][2] = {
    { "event-1", "late" }, { "event-1-2", "first, nameless" }, { "event-4", "empty" }, { "x", "x" }, { "x-2", "x-2" },
    { "x-3", "x again" },  { "x-4", "x once more" },
  };
  g_autofree char *problems = problems_to_string (loaded);
  guint            i;

  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (dl_timeline_get_record (loaded->timeline, position (loaded, expected[i][0]))->title, ==,
                     expected[i][1]);
  g_assert_cmpstr (problems, ==,
                   "1:129: /events/2/id: The id “x” is taken by an earlier event; this one is called “x-3”.\n"
                   "1:172: /events/3/id: The “id” of this event is empty; one is made up.\n"
                   "1:299: /events/6/id: The id “x” is taken by an earlier event; this one is called “x-4”.\n");
}

/* Which of several files it was made of an event is of. */
static void
test_files (void)
{
  g_autoptr (DlLoaded) loaded = load_text (
    "{\"files\":[{\"id\":\"alpha\",\"name\":\"A\"},{\"id\":\"beta\",\"name\":\"B\"},{\"id\":\"beta\",\"name\":\"C\"}],"
    "\n\"events\":[{\"title\":\"1\",\"date\":\"2001\",\"file\":\"beta\"},{\"title\":\"2\",\"date\":\"2002\"},"
    "\n{\"title\":\"3\",\"date\":\"2003\",\"file\":\"alpha\"},{\"title\":\"4\",\"date\":\"2004\",\"file\":\"alpja\"},"
    "\n{\"title\":\"5\",\"date\":\"2005\",\"file\":7},{\"title\":\"6\",\"date\":\"2006\",\"file\":\"\\u0062eta\"}]}");
  static const guint32   expected[] = { 1, DL_NONE, 0, DL_NONE, DL_NONE, 1 };
  g_autoptr (DlLoaded)   one = load_text ("{\"files\":[{\"id\":\"a\",\"name\":\"A\"}],\"events\":"
                                            "[{\"title\":\"1\",\"date\":\"2001\",\"file\":\"a\"}]}");
  g_autoptr (DlLoaded)   none = load_text ("{\"events\":[{\"title\":\"1\",\"date\":\"2001\",\"file\":\"scan.pdf\"}]}");
  g_autofree char       *problems = problems_to_string (loaded);
  g_autofree char       *notes = problems_to_string (none);
  g_auto (DlTelling)     telling = { NULL };
  g_autoptr (DlTimeline) told = NULL;

  telling.zone = dl_zone_new ("Asia/Tokyo", NULL);
  told = dl_timeline_new_told (loaded->timeline, &telling);
  g_assert_cmpuint (dl_timeline_get_n_files (loaded->timeline), ==, 2);
  g_assert_cmpstr (dl_timeline_get_file (loaded->timeline, 1)->id, ==, "beta");
  g_assert_cmpstr (dl_timeline_get_file (loaded->timeline, 1)->name, ==, "B");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpuint (dl_timeline_get_event_file (loaded->timeline, i), ==, expected[i]);
      g_assert_cmpuint (dl_timeline_get_event_file (told, i), ==, expected[i]);
    }
  g_assert_cmpstr (problems, ==,
                   "1:68: /files/2/id: The id “beta” is taken by an earlier entry; this one is left out.\n"
                   "3:78: /events/3/file: No file has the id “alpja”; it is left out. Did you mean “alpha”?\n"
                   "4:35: /events/4/file: “file” is not a text and is left out.\n");
  /* One that is all of one file needs no telling apart, and else it is somebody's own member. */
  g_assert_cmpuint (dl_timeline_get_n_files (one->timeline), ==, 0);
  g_assert_cmpuint (dl_timeline_get_event_file (one->timeline, 0), ==, DL_NONE);
  g_assert_cmpuint (one->problems->len, ==, 0);
  g_assert_cmpuint (dl_timeline_get_n_files (none->timeline), ==, 0);
  g_assert_cmpstr (notes, ==, "1:46: note: /events/0/file: “file” is not known and is ignored.\n");
}

static void
test_related (void)
{
  g_autoptr (DlLoaded) loaded = load_text ("{\"events\":["
                                           "{\"id\":\"a\",\"title\":\"A\",\"date\":\"2025\",\"related\":[{\"event\":"
                                           "\"b\",\"type\":\"part-of\"},{\"event\":\"lost\"},{\"event\":\"a\"}]},\n"
                                           "{\"id\":\"b\",\"title\":\"B\",\"date\":\"2024\",\"related\":[{\"event\":"
                                           "\"a\"},{\"event\":5},{\"event\":\"never\"}]},\n"
                                           "{\"id\":\"lost\",\"date\":\"2024\"}]}");
  g_autofree char     *problems = problems_to_string (loaded);
  g_autoptr (GArray)   related = dl_timeline_dup_related (loaded->timeline, position (loaded, "a"));

  g_assert_cmpstr (
    problems, ==,
    "1:99: /events/0/related/1/event: No event has the id “lost”; the relation is left out.\n"
    "1:116: /events/0/related/2/event: An event cannot be related to itself; this relation is left out.\n"
    "2:71: /events/1/related/1/event: “event” is not a text and is left out.\n"
    "2:83: /events/1/related/2/event: No event has the id “never”; the relation is left out.\n"
    "LOST 3:1: /events/2: This event has no “title” and is not shown.\n");
  g_assert_cmpuint (related->len, ==, 2);
  g_assert_cmpint (g_array_index (related, DlRelated, 0).type, ==, DL_RELATION_PART_OF);
}

static void
test_top (void)
{
  static const struct
  {
    const char *text;
    const char *problems;
  } cases[] = {
    { "{\"events\":[]}", "" },
    { "{\"$schema\":5,\"x-more\":\"\\ud800\",\"events\":[]}", "" },
    { "{\"dateline\":1,\"events\":[]}", "" },
    { "{\"dateline\":1.0,\"events\":[]}", "" },
    { "{\"dateline\":null,\"title\":null,\"people\":null,\"timezone\":null,\"events\":[]}", "" },
    { "{\"dateline\":\"1\",\"events\":[]}",
      "1:13: /dateline: “dateline” should be 1, the version of the format; the file is read as version 1.\n" },
    { "{\"dateline\":0,\"events\":[]}",
      "1:13: /dateline: “dateline” should be 1, the version of the format; the file is read as version 1.\n" },
    { "{\"dateline\":1e999,\"events\":[]}", "1:13: /dateline: This is left out: a number in it is too large\n" },
    { "{\"title\":\"a\\u0000\",\"events\":[]}",
      "1:10: /title: This is left out: a text in it has the character U+0000, which cannot be shown\n" },
    { "{\"description\":\n{\"a\":[\"\\udc00\"]},\"events\":[]}",
      "2:7: /description/a/0: This is left out: a text in it has half of a character: of two \\u that belong "
      "together one is missing\n" },
    { "{\"people\":{},\"eras\":\"x\",\"events\":[]}", "1:11: /people: “people” is not a list and is left out.\n"
                                                      "1:21: /eras: “eras” is not a list and is left out.\n" },
    { "{\"topics\":[{\"id\":\"\\u0000\",\"name\":\"N\"}],\"events\":[]}",
      "1:18: /topics/0/id: This is left out: a text in it has the character U+0000, which cannot be shown\n" },
    { "{\"topics\":[{\"id\":\"\",\"name\":\"N\"},{\"id\":\"i\",\"name\":\"\"},{\"id\":4,\"name\":5}],\"events\":[]}",
      "1:18: /topics/0/id: The “id” of this entry is empty; nothing can refer to it.\n"
      "1:50: /topics/1/name: “name” is empty; the id is shown instead.\n"
      "1:54: /topics/2: This entry has neither “id” nor “name” and is left out.\n"
      "1:60: /topics/2/id: “id” is not a text and is left out.\n"
      "1:69: /topics/2/name: “name” is not a text and is left out.\n" },
    { "{\"events\":[1],\n \"ev\\u0065nts\":[]}",
      "2:2: /events: The member “events” stands 2 times in this file; the last one is read.\n" },
    { "{\"title\":\"\\ud800\",\"title\":\"b\",\"events\":[]}",
      "1:19: /title: The member “title” stands 2 times in this file; the last one is read.\n" },
    { "{\"title\":\"a\",\"title\":\"b\",\"events\":[]}",
      "1:14: /title: The member “title” stands 2 times in this file; the last one is read.\n" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlLoaded) loaded = load_text (cases[i].text);
      g_autofree char     *problems = problems_to_string (loaded);

      g_assert_cmpstr (problems, ==, cases[i].problems);
      g_assert_cmpuint (loaded->n_events_in_file, ==, 0);
    }
}

#define ADVICE ". A timeline has events with a title and a date; “dateline formats” lists what is read."
#define NO_TEXT                                                                                                            \
  "t: This is a text and no timeline, which would have events with a title and a date; “dateline formats” lists what " \
  "is read."

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    DlError     code;
    const char *message;
  } cases[] = {
    { "", DL_ERROR_NOT_JSON, "t:1:1: not valid JSON: the file is empty" },
    { "42", DL_ERROR_NOT_A_TIMELINE, NO_TEXT },
    { "\n  [{}]", DL_ERROR_NOT_A_TIMELINE,
      "t:2:3: not a timeline: no entry of the list has both a date and words for a title" ADVICE },
    { "\xef\xbb\xbf \"events\"", DL_ERROR_NOT_A_TIMELINE, NO_TEXT },
    { " {\"Events\":[]}", DL_ERROR_NOT_A_TIMELINE,
      "t:1:2: not a timeline: it has no “events”; is “Events” meant?" ADVICE },
    { "{\"events\":\nnull}", DL_ERROR_NOT_A_TIMELINE, "t:2:1: not a timeline: “events” is not a list, [ … ]" ADVICE },
    { "{\"events\":[],\"events\":{}}", DL_ERROR_NOT_A_TIMELINE,
      "t:1:23: not a timeline: “events” is not a list, [ … ]" },
    { "{\"events\":[],}", DL_ERROR_NOT_JSON,
      "t:1:14: not valid JSON: a name in double quotes is expected here; take out the comma before “}”" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (dl_load_bytes (bytes, "t", NULL, &error));
      g_assert_error (error, DL_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* One entry with no end of problems, and a file with no end of entries. */
static void
test_many_problems (void)
{
  GString             *one = g_string_new ("{\"events\":[{\"title\":\"A\",\"date\":\"2025\",\"people\":[1");
  GString             *many = g_string_new ("{\"events\":[1");
  g_autoptr (DlLoaded) loaded_one = NULL;
  g_autoptr (DlLoaded) loaded_many = NULL;
  g_autoptr (DlLoaded) loaded_related = NULL;
  const DlProblem     *last;
  guint                i;

  for (i = 1; i < 5000; i++)
    g_string_append (one, ",1");
  g_string_append (one, "]}]}");
  loaded_one = load_text (one->str);
  g_string_assign (one, "{\"events\":[{\"title\":\"A\",\"date\":\"2025\",\"related\":[{\"event\":\"x\"}");
  for (i = 1; i < 60000; i++)
    g_string_append (one, ",{\"event\":\"x\"}");
  g_string_append (one, "]}]}");
  loaded_related = load_text (one->str);
  g_assert_cmpuint (loaded_related->problems->len, ==, 100);
  g_assert_cmpuint (loaded_one->problems->len, ==, 100);
  g_assert_cmpuint (loaded_one->n_events_lost, ==, 0);

  for (i = 1; i < 100010; i++)
    g_string_append (many, ",1");
  g_string_append (many, "]}");
  loaded_many = load_text (many->str);
  g_assert_cmpuint (loaded_many->n_events_lost, ==, 100010);
  g_assert_cmpuint (loaded_many->problems->len, ==, 100001);
  last = g_ptr_array_index (loaded_many->problems, 100000);
  g_assert_cmpstr (last->message, ==, "10 more problems are not listed.");
  g_assert_cmpstr (last->pointer, ==, "");
  g_string_free (one, TRUE);
  g_string_free (many, TRUE);
}

static gpointer
read_details_thread (gpointer data)
{
  DlTimeline *timeline = data;
  guint       n = 0;
  guint       i;

  for (i = 0; i < 200; i++)
    {
      g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, i % dl_timeline_get_n_events (timeline));

      n += details->quotes->len;
    }
  return GUINT_TO_POINTER (n);
}

static void
test_details_in_threads (void)
{
  g_autoptr (DlLoaded) loaded = load_fixture ("small.dateline.json");
  GThread             *threads[4];
  guint                i;

  for (i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("details", read_details_thread, loaded->timeline);
  for (i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 200);
}

/* Enough for two threads and many batches, by both ways of reading: every event
 * is there once, with what belongs to it. */
static void
test_many (void)
{
  const guint         n = 5000;
  g_autoptr (GString) text =
    g_string_new ("{\"topics\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"}],\"files\":"
                  "[{\"id\":\"f0\",\"name\":\"F\"},{\"id\":\"f1\",\"name\":\"G\"}],\"events\":[");
  g_autoptr (DlLoaded) loaded = NULL;
  g_autofree guint    *seen = g_new0 (guint, n);
  guint                n_without = 0;
  guint                n_taken = 0;
  guint                i;

  for (i = 0; i < n; i++)
    {
      g_string_append_printf (
        text, "%s{\"title\":\"%s%u\",\"date\":\"%04u-%02u\",\"topics\":[%s],\"summary\":\"of %u\"", i > 0 ? ",\n" : "",
        i % 5 == 0 ? "\\u0023" : "#", i, i * 7919 % 3000, 1 + i % 12, i % 2 == 0 ? "\"a\"" : "\"b\",\"a\"", i);
      if (i / 2 % 3 < 2)
        g_string_append_printf (text, ",\"file\":\"f%u\"", i / 2 % 3);
      if (i % 7 == 3)
        n_without++;
      else if (i % 11 == 5)
        g_string_append_printf (text, ",\"id\":\"same\"%s", n_taken++ % 2 == 0 ? ",\"id\":\"same\"" : "");
      else
        g_string_append_printf (text, ",\"id\":\"id-%u\",\"related\":[{\"event\":\"id-%u\"}]", i, i < 2 ? 4 : 1);
      g_string_append (text, "}");
    }
  g_string_append (text, "]}");
  loaded = load_text (text->str);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, n);
  g_assert_cmpuint (loaded->problems->len, ==, n_taken - 1);
  for (i = 0; i < n; i++)
    {
      const DlEventRecord       *record = dl_timeline_get_record (loaded->timeline, i);
      g_autoptr (DlEventDetails) details = dl_timeline_dup_details (loaded->timeline, i);
      guint                      number = (guint) g_ascii_strtoull (record->title + 1, NULL, 10);
      g_autofree char           *date = g_strdup_printf ("%04u-%02u", number * 7919 % 3000, 1 + number % 12);
      g_autofree char           *summary = g_strdup_printf ("of %u", number);
      g_autofree char           *id = g_strdup_printf ("id-%u", number);
      g_autofree char           *made_up = g_strdup_printf ("event-%u", number + 1);

      g_assert_cmpint (record->title[0], ==, '#');
      g_assert_cmpuint (number, <, n);
      g_assert_cmpuint (seen[number]++, ==, 0);
      g_assert_cmpstr (record->date_text, ==, date);
      g_assert_cmpstr (details->summary, ==, summary);
      g_assert_cmpuint (record->n_topics, ==, 1 + number % 2);
      g_assert_cmpuint (dl_timeline_get_event_topics (loaded->timeline, i)[0], ==, number % 2);
      g_assert_cmpuint (dl_timeline_find (loaded->timeline, record->id), ==, i);
      g_assert_cmpuint (dl_timeline_get_event_file (loaded->timeline, i), ==,
                        number / 2 % 3 < 2 ? number / 2 % 3 : DL_NONE);
      if (number % 7 == 3)
        g_assert_cmpstr (record->id, ==, made_up);
      else if (number % 11 == 5)
        g_assert_true (g_str_has_prefix (record->id, "same"));
      else
        {
          g_autoptr (GArray) related = dl_timeline_dup_related (loaded->timeline, i);

          g_assert_cmpstr (record->id, ==, id);
          g_assert_cmpuint (related->len, >=, 1);
          g_assert_cmpuint (g_array_index (related, DlRelated, 0).position, ==,
                            position (loaded, number < 2 ? "id-4" : "id-1"));
        }
    }
  g_assert_cmpuint (n_without, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/reader/small", test_small);
  g_test_add_func ("/formats/reader/problems", test_problems);
  g_test_add_func ("/formats/reader/titles", test_titles);
  g_test_add_func ("/formats/reader/null-is-absent", test_null_is_absent);
  g_test_add_func ("/formats/reader/links", test_links);
  g_test_add_func ("/formats/reader/files", test_files);
  g_test_add_func ("/formats/reader/skipped", test_skipped);
  g_test_add_func ("/formats/reader/wrong-types", test_wrong_types);
  g_test_add_func ("/formats/reader/importance", test_importance);
  g_test_add_func ("/formats/reader/ids", test_ids);
  g_test_add_func ("/formats/reader/related", test_related);
  g_test_add_func ("/formats/reader/top", test_top);
  g_test_add_func ("/formats/reader/refused", test_refused);
  g_test_add_func ("/formats/reader/many-problems", test_many_problems);
  g_test_add_func ("/formats/reader/details-in-threads", test_details_in_threads);
  g_test_add_func ("/formats/reader/many", test_many);
  return g_test_run ();
}
