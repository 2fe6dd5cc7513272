/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said to whoever writes a file: of what is taken all the same, and what was
 * probably meant by what is not. */
#include <string.h>

#include <json-glib/json-glib.h>

#include "formats/dl-date-mend.h"
#include "formats/dl-loader.h"
#include "formats/dl-problem-list.h"
#include "formats/dl-vocabulary.h"
#include "time/dl-date.h"

#define N_SAME 9000
#define N_MANY 12000

/* What is around a case: somebody, some place, a topic, a source and two events. */
#define FRAME                                                                                                          \
  "{\"people\":[{\"id\":\"takaichi\",\"name\":\"Sanae Takaichi\"},{\"id\":\"trump\",\"name\":\"Donald "                \
  "Trump\"},{\"id\":\"page-1\",\"name\":\"One\"},{\"id\":\"page-2\",\"name\":\"Two\"}%s],"                             \
  "\"places\":[{\"id\":\"tokyo\",\"name\":\"Tokyo\"%s}],\"topics\":[{\"id\":\"alliance\",\"name\":\"Alliance\"%s}],"   \
  "\"sources\":[{\"id\":\"paper\",\"title\":\"A paper\",\"date\":\"2025-10\"%s}],\"events\":["                         \
  "{\"id\":\"talk\",\"title\":\"Talk\",\"date\":\"2025-10-25\"%s},"                                                    \
  "{\"id\":\"visit\",\"title\":\"Visit\",\"date\":\"2025-10-27\"}%s]%s}"

typedef enum
{
  IN_PEOPLE,
  IN_PLACE,
  IN_TOPIC,
  IN_SOURCE,
  IN_EVENT,
  IN_EVENTS,
  IN_TOP,
} Where;

typedef struct
{
  Where       where;
  const char *text;    /* behind the frame's own members there */
  const char *pointer; /* NULL: nothing is said */
  const char *words;   /* of the message */
  const char *suggestion;
  gboolean    note;
} Case;

static DlLoaded *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DlLoaded          *loaded = dl_load_bytes (bytes, "t", NULL, &error);

  g_assert_no_error (error);
  return loaded;
}

static void
check_case (const Case *one)
{
  const char          *at[IN_TOP + 1] = { "", "", "", "", "", "", "" };
  g_autofree char     *text = NULL;
  g_autoptr (DlLoaded) loaded = NULL;
  const DlProblem     *problem;

  at[one->where] = one->text;
  text = g_strdup_printf (FRAME, at[0], at[1], at[2], at[3], at[4], at[5], at[6]);
  loaded = load (text);
  if (one->pointer == NULL)
    {
      if (loaded->problems->len > 0)
        g_error ("%s: %s", one->text, ((DlProblem *) loaded->problems->pdata[0])->message);
      return;
    }
  if (loaded->problems->len != 1)
    g_error ("%s: %u problems", one->text, loaded->problems->len);
  problem = loaded->problems->pdata[0];
  g_test_message ("%s", problem->message);
  g_assert_cmpstr (problem->pointer, ==, one->pointer);
  g_assert_nonnull (strstr (problem->message, one->words));
  g_assert_cmpstr (problem->suggestion, ==, one->suggestion);
  g_assert_cmpint (problem->note, ==, one->note);
}

static void
test_members (void)
{
  static const Case cases[] = {
    { IN_TOP, ",\"peple\":[]", "/peple", "“peple” is not known and is ignored", "people", TRUE },
    { IN_TOP, ",\"asof\":\"2025\"", "/asof", "“asof” is not known", "asOf", TRUE },
    { IN_TOP, ",\"time-zone\":\"UTC\"", "/time-zone", "“time-zone”", "timezone", TRUE },
    { IN_TOP, ",\"a/b~c\":1", "/a~1b~0c", "“a/b~c”", NULL, TRUE },
    { IN_TOP, ",\"line\\nbreak\":1", "/line\nbreak", "“line break”", NULL, TRUE },
    { IN_TOP, ",\"\":1", "/", "“”", NULL, TRUE },
    { IN_TOP, ",\"\\ud800\":1,\"$schema\":\"x\",\"_note\":1,\"x-mine\":{},\"//\":\"a\",\"#\":0,\"@id\":\"x\"", NULL,
      NULL, NULL, FALSE },
    { IN_PEOPLE, ",{\"id\":\"a\",\"name\":\"A\",\"alias\":[\"B\"]}", "/people/4/alias",
      "“alias” is not known and is ignored", "aliases", TRUE },
    { IN_PEOPLE, ",{\"id\":\"a\",\"name\":\"A\",\"aliases\":\"B\"}", "/people/4/aliases", "should be a list", "[\"B\"]",
      TRUE },
    { IN_PLACE, ",\"tz\":\"Asia/Tokyo\"", "/places/0/tz", "“tz” is not known and is ignored", "timezone", TRUE },
    { IN_TOPIC, ",\"colour\":\"blue\"", "/topics/0/colour", "“colour” is not known and is ignored", "color", TRUE },
    { IN_SOURCE, ",\"link\":\"x\"", "/sources/0/link", "“link” is not known and is ignored", "url", TRUE },
    { IN_TOP, ",\"eras\":[{\"title\":\"A\",\"date\":\"2025\",\"name\":\"B\"}]", "/eras/0/name",
      "“name” is not known and is ignored", "title", TRUE },
    { IN_EVENT, ",\"topic\":\"x\"", "/events/0/topic", "“topic” is not known", "topics", TRUE },
    { IN_EVENT, ",\"sumary\":\"x\"", "/events/0/sumary", "“sumary”", "summary", TRUE },
    { IN_EVENT, ",\"description\":\"x\"", "/events/0/description", "“description”", "summary", TRUE },
    { IN_EVENT, ",\"comment\":\"x\"", "/events/0/comment", "“comment”", "_comment", TRUE },
    { IN_EVENT, ",\"nothing like it\":{\"title\":1}", "/events/0/nothing like it", "“nothing like it”", NULL, TRUE },
    { IN_EVENT, ",\"_a\":1,\"x-b\":[{}],\"X-c\":null,\"//\":\"d\",\"#e\":1,\"@f\":1,\"$g\":1", NULL, NULL, NULL,
      FALSE },
    { IN_EVENT, ",\"quotes\":[{\"text\":\"A\",\"speeker\":\"x\"}]", "/events/0/quotes/0/speeker",
      "“speeker” is not known and is ignored", "speaker", TRUE },
    { IN_EVENT, ",\"related\":[{\"event\":\"visit\",\"kind\":\"x\"}]", "/events/0/related/0/kind",
      "“kind” is not known and is ignored", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_words (void)
{
  static const Case cases[] = {
    { IN_EVENT, ",\"status\":\"Planned\"", "/events/0/status",
      "“Planned” is understood, but the format spells it differently", "planned", TRUE },
    { IN_EVENT, ",\"status\":\" PLANNED \"", "/events/0/status", "is understood, but the format spells it differently",
      "planned", TRUE },
    { IN_EVENT, ",\"status\":\"plannd\"", "/events/0/status", "Known are happened, ongoing", "planned", FALSE },
    { IN_EVENT, ",\"status\":\"canceled\"", "/events/0/status", "is understood, but the format spells it differently",
      "cancelled", TRUE },
    { IN_EVENT, ",\"status\":\"\\u001b[31mred\"", "/events/0/status", "“ [31mred” is not a known status", NULL, FALSE },
    { IN_EVENT, ",\"related\":[{\"event\":\"visit\",\"type\":\"Leads_To\"}]", "/events/0/related/0/type",
      "is understood, but the format spells it differently", "leads-to", TRUE },
    { IN_EVENT, ",\"related\":[{\"event\":\"visit\",\"type\":\"lead-to\"}]", "/events/0/related/0/type",
      "Known are leads-to, part-of", "leads-to", FALSE },
    { IN_TOPIC, ",\"color\":\"blue\"", NULL, NULL, NULL, FALSE },
    { IN_TOPIC, ",\"color\":\"Blue\"", "/topics/0/color", "is understood, but the format spells it differently", "blue",
      TRUE },
    { IN_TOPIC, ",\"color\":\"bluish\"", "/topics/0/color", "The palette has blue, orange, purple", "blue", TRUE },
    { IN_TOPIC, ",\"color\":\"#1f77b4\"", "/topics/0/color", "is not a colour of the palette", "blue", TRUE },
    { IN_TOPIC, ",\"color\":\"#d62\"", "/topics/0/color", "is not a colour", "orange", TRUE },
    { IN_TOPIC, ",\"color\":\"#888888\"", "/topics/0/color", "is not a colour", NULL, TRUE },
    { IN_TOPIC, ",\"color\":\"darkgreen\"", "/topics/0/color", "is not a colour", "green", TRUE },
    { IN_TOP, ",\"timezone\":\"EST5\"", "/timezone", "is a rule for clocks", "America/New_York", TRUE },
    { IN_TOP, ",\"timezone\":\"XYZ5\"", "/timezone", "is a rule for clocks", "-05:00", TRUE },
    { IN_TOP, ",\"timezone\":\"Asia/Tokio\"", "/timezone", "is left out", "Asia/Tokyo", FALSE },
    { IN_TOP, ",\"timezone\":\"asia/tokyo\"", "/timezone", "is understood, but the format spells it differently",
      "Asia/Tokyo", TRUE },
    { IN_TOP, ",\"timezone\":\"JST\"", "/timezone", "is left out", "Asia/Tokyo", FALSE },
    { IN_TOP, ",\"timezone\":\"UTC+9\"", "/timezone", "is a rule for clocks", "+09:00", TRUE },
    { IN_TOP, ",\"timezone\":\"+09:00\"", NULL, NULL, NULL, FALSE },
    { IN_PLACE, ",\"timezone\":\"New York\"", "/places/0/timezone", "is left out", "America/New_York", FALSE },
    { IN_PLACE, ",\"timezone\":\"Nowhere/Land\"", "/places/0/timezone", "is left out", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_ids (void)
{
  static const Case cases[] = {
    { IN_EVENT, ",\"people\":[\"takachi\"]", "/events/0/people/0", "No person has the id “takachi”", "takaichi",
      FALSE },
    { IN_EVENT, ",\"people\":[\"Sanae Takaichi\"]", "/events/0/people/0", "No person", "takaichi", FALSE },
    /* Two are equally near. */
    { IN_EVENT, ",\"people\":[\"page-3\"]", "/events/0/people/0", "No person", NULL, FALSE },
    { IN_EVENT, ",\"people\":\"trump\"", "/events/0/people", "should be a list", "[\"trump\"]", TRUE },
    { IN_EVENT, ",\"topics\":[\"Alliance\"]", "/events/0/topics/0", "No topic", "alliance", FALSE },
    { IN_EVENT, ",\"place\":\"Tokio\"", "/events/0/place", "No place", "tokyo", FALSE },
    { IN_EVENT, ",\"sources\":[\"papr\"]", "/events/0/sources/0", "No source", "paper", FALSE },
    { IN_EVENT, ",\"quotes\":[{\"text\":\"A\",\"source\":\"papers\"}]", "/events/0/quotes/0/source", "No source",
      "paper", FALSE },
    { IN_EVENT, ",\"related\":[{\"event\":\"vist\"}]", "/events/0/related/0/event", "No event", "visit", FALSE },
    { IN_EVENT, ",\"related\":[{\"event\":\"Visit\"}]", "/events/0/related/0/event", "No event", "visit", FALSE },
    { IN_EVENT, ",\"related\":[{\"event\":\"dinner\"}]", "/events/0/related/0/event", "No event", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_sources (void)
{
  static const Case cases[] = {
    { IN_EVENT, ",\"sources\":[\"paper\"]", NULL, NULL, NULL, FALSE },
    { IN_EVENTS, ",{\"title\":\"A\",\"date\":\"2025-11-05\",\"sources\":[\"paper\"]}", "/events/2/sources/0",
      "The source “A paper” is dated 2025-10, before this event.", NULL, TRUE },
    /* The day on which it was printed may have been another one. */
    { IN_EVENTS, ",{\"title\":\"A\",\"date\":\"2025-11-01\",\"sources\":[\"paper\"]}", NULL, NULL, NULL, FALSE },
    { IN_EVENTS, ",{\"title\":\"A\",\"date\":\"2025-11-05\",\"status\":\"planned\",\"sources\":[\"paper\"]}", NULL,
      NULL, NULL, FALSE },
    { IN_EVENTS, ",{\"title\":\"A\",\"date\":\"2025-09/2025-12\",\"sources\":[\"paper\"]}", NULL, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *edtf;
  } cases[] = {
    { "9 January 1969", "1969-01-09" },
    { "2025-1-5", "2025-01-05" },
    { "2025/10/25", "2025-10-25" },
    { "2025-10-25 22:00", "2025-10-25T22:00" },
    { "2025-10-25T22:00+9", "2025-10-25T22:00+09:00" },
    { "2025-10-25T22:00+9:30", "2025-10-25T22:00+09:30" },
    { "2025-10-25T22:00+0900", "2025-10-25T22:00+09:00" },
    { "2025-10-25T22:00 JST", "2025-10-25T22:00+09:00" },
    { "2025-10-25 22:00 EST", "2025-10-25T22:00-05:00" },
    { "2025-10-25T22:00?", "2025-10-25?" },
    { "2025-10-25T22:00:00~", "2025-10-25~" },
    { "2025-10-00", "2025-10" },
    { "2025-00-00", "2025" },
    { "201x", "201X" },
    { "2025-?\?-25", "2025-XX-25" },
    { "2025-10-21 to 2025-10-25", "2025-10-21/2025-10-25" },
    { "2025-10-21 / 2025-10-25", "2025-10-21/2025-10-25" },
    { "2025-10-21..2025-10-25", "2025-10-21/2025-10-25" },
    { "2025-10/present", "2025-10/.." },
    { "２０２５-１０-２５", "2025-10-25" },
    { "2025-02-30", NULL },
    { "", NULL },
    { " ", NULL },
    { "/", NULL },
    { "..", NULL },
    { "T?", NULL },
    { "some time", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *edtf = dl_date_mend (cases[i].text);
      DlDate           date;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (edtf, ==, cases[i].edtf);
      g_assert_true (edtf == NULL || dl_date_parse (edtf, -1, &date, NULL));
    }
}

/* The suggestion is told of every date, wherever it stands. */
static void
test_dates_everywhere (void)
{
  static const Case cases[] = {
    { IN_EVENTS, ",{\"title\":\"A\",\"date\":\"1969-1-9\"}", "/events/2/date", "This event is not shown", "1969-01-09",
      FALSE },
    { IN_EVENT, ",\"quotes\":[{\"text\":\"A\",\"date\":\"1969-1-9\"}]", "/events/0/quotes/0/date", "is left out",
      "1969-01-09", FALSE },
    { IN_TOP, ",\"asOf\":\"1969-1-9\"", "/asOf", "is left out", "1969-01-09", FALSE },
    { IN_TOP, ",\"eras\":[{\"title\":\"A\",\"date\":\"1969-1-9\"}]", "/eras/0/date", "is left out", "1969-01-09",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* @n events of a date, and one that may begin with them. */
static char *
shared (guint n, const char *date)
{
  GString *text = g_string_new ("{\"events\":[{\"title\":\"A\",\"date\":\"2025\"}");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, ",{\"title\":\"A\",\"date\":\"%s\"}", date);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
test_first_days (void)
{
  static const struct
  {
    guint       n;
    const char *date;
    const char *suggestion;
  } cases[] = {
    { 30, "2025-01-01", NULL },
    { 31, "2025-01-01", "2025" },
    { 31, "2025-10-01", "2025-10" },
    { 31, "2025-01-02", NULL },
    { 31, "2025", NULL },
    { 31, "2025-01-01T00:00", NULL },
    { 31, "2025-01-01/2025-01-03", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char     *text = shared (cases[i].n, cases[i].date);
      g_autoptr (DlLoaded) loaded = load (text);
      const DlProblem     *problem;

      g_assert_cmpuint (loaded->problems->len, ==, cases[i].suggestion != NULL);
      if (cases[i].suggestion == NULL)
        continue;
      problem = loaded->problems->pdata[0];
      g_assert_cmpstr (problem->pointer, ==, "/events/1/date");
      g_assert_cmpstr (problem->suggestion, ==, cases[i].suggestion);
      g_assert_true (problem->note);
      g_assert_true (g_str_has_prefix (problem->message, "31 events have the date"));
    }
}

/* The same note again and again is told so often, and counted; whoever reads first. */
static void
test_alike (void)
{
  g_autoptr (GString)  text = g_string_new ("{\"events\":[\n");
  g_autoptr (DlLoaded) loaded = NULL;
  const DlProblem     *last;
  guint                n_notes;

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "%s{\"title\":\"A%u\",\"date\":\"2025\",%s}\n", i > 0 ? "," : "", i,
                            i < N_SAME ? "\"peple\":[]" : "\"x-ours\":1");
  g_string_append (text, "]}");
  loaded = load (text->str);
  g_assert_cmpuint (dl_problem_count (loaded->problems, &n_notes), ==, 0);
  g_assert_cmpuint (n_notes, ==, DL_PROBLEM_LIST_MAX_ALIKE + 1);
  for (guint i = 0; i < DL_PROBLEM_LIST_MAX_ALIKE; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];

      g_assert_cmpuint (problem->line, ==, 2 + i);
      g_assert_cmpstr (problem->suggestion, ==, "people");
    }
  last = loaded->problems->pdata[DL_PROBLEM_LIST_MAX_ALIKE];
  g_assert_cmpuint (last->line, ==, 1 + DL_PROBLEM_LIST_MAX_ALIKE);
  g_assert_cmpstr (last->message, ==, "The same is true of 8900 more places, which are not listed.");
}

/* Notes leave the room of problems alone. */
static void
test_many_notes (void)
{
  g_autoptr (GString)  text = g_string_new ("{\"events\":[\n");
  g_autoptr (DlLoaded) loaded = NULL;
  const DlProblem     *last;
  guint                n_notes;

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "%s{\"title\":\"A\",\"date\":\"2025\",\"m%u\":1,\"importance\":%u}\n",
                            i > 0 ? "," : "", i, i == N_MANY - 1 ? 101 : 1);
  g_string_append (text, "]}");
  loaded = load (text->str);
  g_assert_cmpuint (dl_problem_count (loaded->problems, &n_notes), ==, 1);
  g_assert_cmpuint (n_notes, ==, DL_PROBLEM_LIST_MAX_NOTES + 1);
  last = loaded->problems->pdata[loaded->problems->len - 1];
  g_assert_true (last->note);
  g_assert_cmpstr (last->message, ==, "2000 more notes are not listed.");
}

/* A problem knows its event: by its title, and where it is. */
static void
test_event (void)
{
  g_autofree char     *text = g_strdup_printf (FRAME, "", "", "", "", ",\"status\":\"Planned\"",
                                               ",{\"title\":\"Lost\\u0007 one\",\"date\":\"soon\"}", ",\"x\":1");
  g_autoptr (DlLoaded) loaded = load (text);
  const DlProblem     *note = loaded->problems->pdata[0];
  const DlProblem     *lost = loaded->problems->pdata[1];
  const DlProblem     *top = loaded->problems->pdata[2];

  g_assert_cmpuint (loaded->problems->len, ==, 3);
  g_assert_cmpstr (note->title, ==, "Talk");
  g_assert_cmpuint (dl_timeline_find_key (loaded->timeline, 0, note->key), ==,
                    dl_timeline_find (loaded->timeline, "talk"));
  g_assert_cmpint (dl_timeline_get_record (loaded->timeline, dl_timeline_find (loaded->timeline, "talk"))->status, ==,
                   DL_STATUS_PLANNED);
  g_assert_true (lost->event_lost);
  g_assert_cmpstr (lost->title, ==, "Lost  one");
  g_assert_cmpuint (dl_timeline_find_key (loaded->timeline, 0, lost->key), ==, DL_NONE);
  g_assert_null (top->title);
  g_assert_true (top->key == DL_PROBLEM_NO_EVENT);
}

/* A file that has its events under another name is told which. */
static void
test_no_events (void)
{
  static const char  text[] = "{\"dateline\":1,\"evnts\":[]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_load_bytes (bytes, "t", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "it has no “events”; is “evnts” meant?"));
}

/* The members are those of the schema. */
static void
test_schema (void)
{
  static const char *const names[DL_N_OBJECT_KINDS] = { NULL,  "person", "place", "topic", "source",
                                                        "era", "file",   "event", "quote", "relation" };
  g_autofree char         *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dateline.schema.json", NULL);
  g_autoptr (JsonParser)   parser = json_parser_new ();
  JsonObject              *schema;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  schema = json_node_get_object (json_parser_get_root (parser));
  for (guint kind = 0; kind < DL_N_OBJECT_KINDS; kind++)
    {
      JsonObject *object = schema;
      JsonObject *properties;

      if (names[kind] != NULL)
        object = json_object_get_object_member (json_object_get_object_member (schema, "$defs"), names[kind]);
      properties = json_object_get_object_member (object, "properties");
      g_assert_cmpuint (json_object_get_size (properties), ==,
                        g_strv_length ((char **) dl_vocabulary_get_members ((DlObjectKind) kind)));
      for (guint i = 0; dl_vocabulary_get_members ((DlObjectKind) kind)[i] != NULL; i++)
        g_assert_true (json_object_has_member (properties, dl_vocabulary_get_members ((DlObjectKind) kind)[i]));
    }
}

/* A note of an event that was left out for something else leads nowhere; in which of several
 * files it stands counts. */
static void
test_lost (void)
{
  g_autoptr (DlLoaded) loaded =
    load ("{\"events\": [{\"title\": \"A\", \"date\": \"2025\", \"topcs\": []}, {\"title\": \"B\", \"date\": \"soon\","
          " \"topcs\": []}]}");
  g_autoptr (GHashTable) lost = dl_problem_find_lost (loaded->problems);
  guint                  n_led = 0;

  g_assert_cmpuint (loaded->problems->len, ==, 3);
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      DlProblem *problem = loaded->problems->pdata[i];

      g_assert_cmpint (dl_problem_has_event (problem, lost), ==, g_str_equal (problem->title, "A"));
      n_led += dl_problem_has_event (problem, lost);
      problem->part++;
      g_assert_cmpint (dl_problem_has_event (problem, lost), ==, !problem->event_lost);
      problem->part--;
    }
  g_assert_cmpuint (n_led, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/notes/members", test_members);
  g_test_add_func ("/formats/notes/words", test_words);
  g_test_add_func ("/formats/notes/ids", test_ids);
  g_test_add_func ("/formats/notes/sources", test_sources);
  g_test_add_func ("/formats/notes/dates", test_dates);
  g_test_add_func ("/formats/notes/dates-everywhere", test_dates_everywhere);
  g_test_add_func ("/formats/notes/first-days", test_first_days);
  g_test_add_func ("/formats/notes/alike", test_alike);
  g_test_add_func ("/formats/notes/many", test_many_notes);
  g_test_add_func ("/formats/notes/event", test_event);
  g_test_add_func ("/formats/notes/lost", test_lost);
  g_test_add_func ("/formats/notes/no-events", test_no_events);
  g_test_add_func ("/formats/notes/schema", test_schema);
  return g_test_run ();
}
