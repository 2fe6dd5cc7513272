/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several files made into one: read again, that is the same timeline. */
#include "formats/dl-joined.h"

#include <stdlib.h>
#include <string.h>

#include "formats/dl-loader.h"
#include "formats/dl-pasted.h"
#include "mutator.h"

#define N_DAMAGED 2000

/* Of many formats, zones and mistakes; all pairs are tried, in both orders. */
static const char *const fixtures[] = {
  "small.dateline.json",      "bom.dateline.json",       "compressed.dateline.json.gz", "dates.dateline.json",
  "escaped.dateline.json",    "problems.dateline.json",  "no-event.dateline.json",      "minified.dateline.json",
  "crlf.dateline.json",       "formats/eras.json",       "formats/calendar.ics",        "formats/rows.csv",
  "formats/timelinejs3.json", "formats/vis-object.json", "formats/linkedplaces.json",   "formats/trace.json",
  "formats/schemaorg.html",   "formats/plan.mw",         "formats/groups.json",         "formats/wikidata.json",
};

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/* As much as is in the timeline, as indexes too where order is meant to stay. */
static void
dump_entries (GString *out, DlTimeline *timeline, gboolean with_ids)
{
  for (guint i = 0; i < dl_timeline_get_n_people (timeline); i++)
    {
      const DlPerson *person = dl_timeline_get_person (timeline, i);

      g_string_append_printf (out, "person %s | %s | %s", or_dash (with_ids ? person->id : NULL), person->name,
                              or_dash (person->role));
      for (const char *const *alias = person->aliases; alias != NULL && *alias != NULL; alias++)
        g_string_append_printf (out, " | %s", *alias);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < dl_timeline_get_n_places (timeline); i++)
    {
      const DlPlace *place = dl_timeline_get_place (timeline, i);

      g_string_append_printf (out, "place %s | %s | %s\n", or_dash (with_ids ? place->id : NULL), place->name,
                              place->timezone != NULL ? dl_zone_get_name (place->timezone) : "-");
    }
  for (guint i = 0; i < dl_timeline_get_n_topics (timeline); i++)
    {
      const DlTopic *topic = dl_timeline_get_topic (timeline, i);

      g_string_append_printf (out, "topic %s | %s | %s\n", or_dash (with_ids ? topic->id : NULL), topic->name,
                              or_dash (topic->color));
    }
  for (guint i = 0; i < dl_timeline_get_n_sources (timeline); i++)
    {
      const DlSource *source = dl_timeline_get_source (timeline, i);

      g_string_append_printf (out, "source %s | %s | %s | %s | %s | %s | %s\n", or_dash (with_ids ? source->id : NULL),
                              source->title, or_dash (source->publisher), or_dash (source->author),
                              or_dash (source->date), or_dash (source->url), or_dash (source->language));
    }
  for (guint i = 0; i < dl_timeline_get_n_eras (timeline); i++)
    {
      const DlEra *era = dl_timeline_get_era (timeline, i);

      g_string_append_printf (out, "era %s | %s\n", era->date_text, era->title);
    }
  for (guint i = 0; i < dl_timeline_get_n_files (timeline); i++)
    g_string_append_printf (out, "file %s | %s\n", dl_timeline_get_file (timeline, i)->id,
                            dl_timeline_get_file (timeline, i)->name);
}

static void
dump_refs (GString *out, const char *name, const guint32 *refs, guint n)
{
  g_string_append_printf (out, " | %s", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, " %u", refs[i]);
}

static void
dump_event (GString *out, DlTimeline *timeline, guint position)
{
  const DlEventRecord       *record = dl_timeline_get_record (timeline, position);
  g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, position);
  g_autoptr (GArray)         related = dl_timeline_dup_related (timeline, position);

  g_string_append_printf (out, "%s | %s | %s | %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %x | %u %u | file %d place %d",
                          record->id, record->title, record->date_text, record->start.seconds, record->end.seconds,
                          record->date_flags, record->status, record->importance,
                          (int) dl_timeline_get_event_file (timeline, position), (int) record->place);
  dump_refs (out, "topics", dl_timeline_get_event_topics (timeline, position), record->n_topics);
  dump_refs (out, "people", dl_timeline_get_event_people (timeline, position), record->n_people);
  dump_refs (out, "sources", dl_timeline_get_event_sources (timeline, position), record->n_sources);
  dump_refs (out, "speakers", dl_timeline_get_event_speakers (timeline, position), record->n_speakers);
  g_string_append_printf (out, " | %s | %s\n", or_dash (details->summary), or_dash (details->date_note));
  for (guint i = 0; i < details->quotes->len; i++)
    {
      const DlQuote *quote = details->quotes->pdata[i];

      g_string_append_printf (out, "  quote %s | %d %s | %s | %s | %s | %d | %d\n", quote->text, (int) quote->speaker,
                              or_dash (quote->speaker_name), or_dash (quote->language), or_dash (quote->date),
                              or_dash (quote->context), (int) quote->source, quote->exact);
    }
  for (guint i = 0; i < related->len; i++)
    {
      const DlRelated *other = &g_array_index (related, DlRelated, i);

      g_string_append_printf (out, "  %s %s %d\n", dl_relation_type_to_string (other->type),
                              dl_timeline_get_record (timeline, other->position)->id, other->inverse);
    }
}

/* Returns: (transfer full) */
static char *
dump (DlTimeline *timeline, gboolean with_ids)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (
    out, "%s\n%s\n%s | %s | %s | %s\n", or_dash (dl_timeline_get_title (timeline)),
    or_dash (dl_timeline_get_description (timeline)), or_dash (dl_timeline_get_language (timeline)),
    or_dash (dl_timeline_get_as_of_text (timeline)), or_dash (dl_timeline_get_view_text (timeline)),
    dl_zone_get_name (dl_timeline_get_zone (timeline)));
  dump_entries (out, timeline, with_ids);
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    dump_event (out, timeline, i);
  return g_string_free (out, FALSE);
}

static void
assert_same_text (const char *expected, const char *found)
{
  g_auto (GStrv) left = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) right = g_strsplit (found, "\n", -1);

  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}

/* Makes one of what was loaded and reads it. @notes: (nullable): how many there are to be,
 * of what could not be carried over. Returns: (transfer full) */
static DlLoaded *
join (DlLoaded *loaded, GPtrArray *notes)
{
  g_autoptr (GPtrArray) own_notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GBytes)    text = NULL;
  DlLoaded             *joined;

  text = dl_join (loaded->timeline, loaded->own_texts, notes != NULL ? notes : own_notes, NULL, &error);
  g_assert_no_error (error);
  if (notes == NULL)
    g_assert_cmpuint (own_notes->len, ==, 0);
  joined = dl_load_bytes (text, "joined", NULL, &error);
  g_assert_no_error (error);
  return joined;
}

/* @notes: (nullable): as for join() */
static void
check (DlLoaded *loaded, GPtrArray *notes)
{
  g_autoptr (DlLoaded) joined = join (loaded, notes);
  g_autofree char     *expected = dump (loaded->timeline, TRUE);
  g_autofree char     *found = dump (joined->timeline, TRUE);

  assert_same_text (expected, found);
  /* What is lost of an own file stays in it, to be mended. */
  g_assert_cmpuint (joined->n_events_in_file - joined->n_events_lost, ==,
                    loaded->n_events_in_file - loaded->n_events_lost);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    for (guint j = 0; j < G_N_ELEMENTS (fixtures); j++)
      {
        g_autofree char     *first = g_test_build_filename (G_TEST_DIST, "fixtures", fixtures[i], NULL);
        g_autofree char     *second = g_test_build_filename (G_TEST_DIST, "fixtures", fixtures[j], NULL);
        g_autoptr (GFile)    one = g_file_new_for_path (first);
        g_autoptr (GFile)    two = g_file_new_for_path (second);
        GFile               *files[] = { one, two };
        g_autoptr (GError)   error = NULL;
        g_autoptr (DlLoaded) loaded = NULL;

        if (i == j)
          continue;
        loaded = dl_load_files (files, NULL, 2, NULL, &error);
        g_assert_no_error (error);
        g_test_message ("%s and %s", fixtures[i], fixtures[j]);
        check (loaded, NULL);
      }
}

/* All at once. */
static void
test_all (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlLoaded)  loaded = NULL;
  g_autoptr (GError)    error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", fixtures[i], NULL);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  loaded = dl_load_files ((GFile *const *) files->pdata, NULL, files->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->own_texts->len, ==, G_N_ELEMENTS (fixtures));
  check (loaded, NULL);
}

/* Two texts as files. Returns: (transfer full) */
static DlLoaded *
load_texts (const char *first, const char *second)
{
  g_autoptr (GBytes) one = g_bytes_new (first, strlen (first));
  g_autoptr (GBytes) two = g_bytes_new (second, strlen (second));
  g_autoptr (GFile)  a = dl_pasted_new (one);
  g_autoptr (GFile)  b = dl_pasted_new (two);
  GFile             *files[] = { a, b };
  const char        *names[] = { "a.json", "b.json" };
  g_autoptr (GError) error = NULL;
  DlLoaded          *loaded = dl_load_files (files, names, 2, NULL, &error);

  g_assert_no_error (error);
  dl_pasted_forget (a);
  dl_pasted_forget (b);
  return loaded;
}

#define HOSTILE_FIRST                                                                                                  \
  "{\"people\": [{\"id\": \"p\", \"name\": \"Ida\"}, {\"name\": \"No id\"}], \"topics\": [{\"id\": \"t\", \"name\":"   \
  " \"War\"}], \"events\": ["                                                                                          \
  "{\"id\": \"x\", \"title\": \"One\", \"date\": \"2001\", \"topics\": [\"t\", \"u\"], \"people\": \"q\","             \
  " \"place\": \"r\", \"sources\": [\"s\"], \"quotes\": [{\"text\": \"Yes\", \"speaker\": \"q\", \"source\": \"s\"}]," \
  " \"related\": [{\"event\": \"y\"}, {\"event\": \"event-2\"}]},"                                                     \
  "{\"title\": \"Two\", \"date\": \"2002\"}, {\"\\u0069d\": \"x\", \"title\": \"Three\", \"date\": \"2003\"},"         \
  "{\"id\": 7, \"title\": \"Four\", \"date\": \"2004\"}, {\"id\": \"z\", \"title\": \"Lost\", \"date\": \"soon\"},"    \
  "{\"id\": \"n\", \"title\": \"Number\", \"date\": \"2005\", \"importance\": 1e999}, 8, {}]}"
#define HOSTILE_SECOND                                                                                                 \
  "{\"people\": [{\"id\": \"q\", \"name\": \"Lu\"}, {\"id\": \"p\", \"name\": \"ida\"}], \"places\": [{\"id\": \"r\"," \
  " \"name\": \"Rome\"}], \"topics\": [{\"id\": \"u\", \"name\": \"Peace\"}, {\"id\": \"v\", \"name\": \"war\"}],"     \
  " \"sources\": [{\"id\": \"s\", \"title\": \"S\"}], \"events\": ["                                                   \
  "{\"id\": \"y\", \"title\": \"Five\", \"date\": \"2006\", \"topics\": [\"v\", \"u\"], \"people\": [\"p\", \"q\"],"   \
  " \"quotes\": [{\"text\": \"No\", \"speaker\": \"q\"}, {\"text\": \"So\", \"speaker\": \"\\u0070\"}]},"              \
  "{\"id\": \"x\", \"title\": \"Six\", \"date\": \"2007\", \"related\": [{\"event\": \"y\", \"type\": \"part-of\"}]}," \
  "{\"title\": \"Seven\", \"date\": \"2008\"}, {\"id\": \"z\", \"title\": \"Eight\", \"date\": \"2009\"}]}"

/* What leads nowhere in one file does not lead to what there is in the other, and who only
 * has a name does not become the person with that id. */
static void
test_apart (void)
{
  g_autoptr (DlLoaded) loaded = load_texts (HOSTILE_FIRST, HOSTILE_SECOND);
  g_autoptr (DlLoaded) joined = join (loaded, NULL);
  g_autoptr (GString)  expected = g_string_new (NULL);
  g_autofree char     *before = dump (loaded->timeline, TRUE);
  g_autofree char     *found = dump (joined->timeline, TRUE);

  /* But that the overlay has no need to call Lu otherwise. */
  g_string_append (expected, before);
  g_string_replace (expected, "person q | Lu", "person b.json:q | Lu", 1);
  assert_same_text (expected->str, found);
  g_assert_cmpuint (joined->n_events_lost, ==, loaded->n_events_lost);
}

/* What Dateline does not know stays, and of two of one name that of the first file. */
static void
test_unknown (void)
{
  static const char first[] =
    "{\"$schema\": \"s\", \"x-one\": {\"a\": [1, 1e999]}, \"x-both\": 1, \"topics\": [{\"id\": \"t\", \"name\": \"T\","
    " \"x-t\": true}], \"eras\": [{\"title\": \"E\", \"date\": \"1900\", \"x-e\": 0}], \"events\": [{\"title\": \"A\","
    " \"date\": \"2025\", \"topics\": [\"t\"], \"x-event\": [ 1,  2 ]}]}";
  static const char second[] =
    "{\"$schema\": \"other\", \"x-two\": \"\\u00e9\", \"x-both\": 2, \"topics\": [{\"id\": \"t\", \"name\": \"t\","
    " \"x-u\": 5, \"x-t\": false}], \"eras\": [{\"title\": \"E\", \"date\": \"1900\", \"x-f\": 0}], \"events\":"
    " [{\"title\": \"B\", \"date\": \"2025\", \"quotes\": [{\"text\": \"Q\", \"x-quote\": null}]}]}";
  static const char *const kept[] = { "\"$schema\": \"s\"",
                                      "\"x-one\": {\"a\": [1, 1e999]}",
                                      "\"x-both\": 1",
                                      "\"x-two\": \"\\u00e9\"",
                                      "\"x-t\": true, \"x-u\": 5",
                                      "\"x-e\": 0",
                                      "\"x-event\": [ 1,  2 ]",
                                      "\"x-quote\": null" };
  g_autoptr (DlLoaded)     loaded = load_texts (first, second);
  g_autoptr (GPtrArray)    notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DlLoaded)     joined = join (loaded, notes);
  gsize                    length;
  const char              *data = g_bytes_get_data (joined->own_text, &length);
  g_autofree char         *text = g_strndup (data, length);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_cmpstr (notes->pdata[0], ==, "b.json: “x-both” is left out, since an earlier file has another one.");
  g_assert_cmpstr (notes->pdata[1], ==, "b.json: “x-t” of “t” is left out, since an earlier file has another one.");
  g_assert_cmpstr (notes->pdata[2], ==, "b.json: “x-f” of “E” is left out, since an earlier file has another one.");
}

/* A time that the one axis does not have is told; others stay where the overlay has them. */
/* An event says once what it is called and where it is from, whatever it said before; what is
 * related to itself still is. */
static void
test_said_once (void)
{
  static const char first[] =
    "{\"events\": [{\"title\": \"A\", \"date\": \"2025\", \"file\": \"elsewhere\", \"id\": \"a\"}, {\"title\": \"B\","
    " \"date\": \"2024\", \"id\": \"a\", \"related\": [{\"event\": \"a\"}]}]}";
  static const char     second[] = "{\"events\": [{\"title\": \"C\", \"date\": \"2023\"}]}";
  g_autoptr (DlLoaded)  loaded = load_texts (first, second);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DlLoaded)  joined = join (loaded, notes);
  gsize                 length;
  const char           *data = g_bytes_get_data (joined->own_text, &length);
  g_autofree char      *text = g_strndup (data, length);
  guint                 n = 0;

  for (const char *at = text; (at = strstr (at, "\"file\": ")) != NULL; at++)
    n++;
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (strstr (text, "elsewhere"));
  for (guint i = 0; i < dl_timeline_get_n_events (joined->timeline); i++)
    if (g_str_equal (dl_timeline_get_record (joined->timeline, i)->title, "B"))
      {
        g_autofree char *relation =
          g_strdup_printf ("\"related\": [{\"event\": \"%s\"}]", dl_timeline_get_record (joined->timeline, i)->id);

        g_assert_nonnull (strstr (text, relation));
      }
}

static void
test_zones (void)
{
  static const char first[] = "{\"timezone\": \"Europe/Berlin\", \"asOf\": \"2025-01-01\", \"language\": \"de\","
                              " \"events\": [{\"title\": \"A\", \"date\": \"2025-03-30T01:30\"}]}";
  static const char second[] =
    "{\"timezone\": \"Asia/Tokyo\", \"asOf\": \"2025-06-01\", \"language\": \"ja\", \"events\": ["
    "{\"title\": \"B\", \"date\": \"2025-03-30T02:30\"}, {\"title\": \"C\", \"date\": \"2025-03-30T02:30+09:00\"},"
    "{\"title\": \"D\", \"date\": \"2025-03-31\"}]}";
  g_autoptr (DlLoaded)  loaded = load_texts (first, second);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DlLoaded)  joined = join (loaded, notes);

  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (g_str_has_prefix (notes->pdata[0], "b.json: “B” will not be shown: "));
  g_assert_cmpstr (dl_zone_get_name (dl_timeline_get_zone (joined->timeline)), ==, "Europe/Berlin");
  g_assert_cmpstr (dl_timeline_get_as_of_text (joined->timeline), ==, "2025-06-01");
  g_assert_null (dl_timeline_get_language (joined->timeline));
  g_assert_cmpuint (joined->n_events_lost, ==, 1);
  for (guint i = 0; i < dl_timeline_get_n_events (joined->timeline); i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (joined->timeline, i);
      guint                other = dl_timeline_find (loaded->timeline, record->id);

      g_assert_cmpint (dl_instant_compare (record->start, dl_timeline_get_record (loaded->timeline, other)->start), ==,
                       0);
    }
}

/* Returns: (transfer full) */
static char *
dup_text (DlLoaded *loaded)
{
  gsize       length;
  const char *data = g_bytes_get_data (loaded->own_text, &length);

  return g_strndup (data, length);
}

/* What an event is given stands there as what it has: on a line of its own, or beside it. */
static void
test_spacing (void)
{
  g_autoptr (DlLoaded) loaded = load_texts (
    "{\"events\": [{\n   \"title\": \"One\",\n   \"date\": \"2001\"\n  }, { \"title\": \"Two\", \"date\": \"2002\" }]}",
    "{\"events\": [{\"title\": \"Three\", \"date\": \"2003\"}]}");
  g_autoptr (DlLoaded) joined = join (loaded, NULL);
  g_autofree char     *text = dup_text (joined);

  g_assert_nonnull (strstr (text, "{\n   \"id\": \"event-1\",\n   \"title\": \"One\",\n   \"date\": \"2001\",\n   "
                                  "\"file\": \"a.json\"\n  },"));
  g_assert_nonnull (
    strstr (text, "{ \"id\": \"event-2\", \"title\": \"Two\", \"date\": \"2002\", \"file\": \"a.json\" },"));
  g_assert_nonnull (
    strstr (text, "{\"id\": \"b.json:event-1\", \"title\": \"Three\", \"date\": \"2003\", \"file\": \"b.json\"}\n"));
}

static void
assert_file (DlTimeline *timeline, guint index, const char *id, const char *name)
{
  g_assert_cmpuint (index, <, dl_timeline_get_n_files (timeline));
  g_assert_cmpstr (dl_timeline_get_file (timeline, index)->id, ==, id);
  g_assert_cmpstr (dl_timeline_get_file (timeline, index)->name, ==, name);
}

/* A file that was made of several and another one: those of which the first was made, and
 * the other, which is called as one of them. */
static void
test_again (void)
{
  g_autoptr (DlLoaded) loaded = load_texts (HOSTILE_FIRST, HOSTILE_SECOND);
  g_autoptr (DlLoaded) joined = join (loaded, NULL);
  g_autofree char     *text = dup_text (joined);
  g_autoptr (DlLoaded) more = load_texts (text, "{\"events\": [{\"title\": \"More\", \"date\": \"2025\"}]}");

  check (more, NULL);
  g_assert_cmpuint (dl_timeline_get_n_files (more->timeline), ==, 3);
  assert_file (more->timeline, 0, "a.json", "a.json");
  assert_file (more->timeline, 1, "a.json:b.json", "b.json (a.json:b.json)");
  assert_file (more->timeline, 2, "b.json", "b.json (b.json)");
  g_assert_cmpstr (dl_timeline_get_title (more->timeline), ==, "a.json, b.json (a.json:b.json) and b.json (b.json)");
}

/* Which file a file that was made of several says that its events are of. */
static void
check_event_file (DlTimeline *timeline, const char *title, const char *file)
{
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    if (g_str_equal (dl_timeline_get_record (timeline, i)->title, title))
      g_assert_cmpstr (dl_timeline_get_file (timeline, dl_timeline_get_event_file (timeline, i))->name, ==, file);
}

/* What somebody has added to it by hand is of that file; its own title and what is not known
 * of its files stay. */
static void
test_within (void)
{
  static const char first[] =
    "{\"title\": \"Mine\", \"files\": [{\"id\": \"f\", \"name\": \"F\", \"x-seen\": [1]}, {\"id\": \"g\","
    " \"name\": \"G\"}], \"events\": [{\"title\": \"By hand\", \"date\": \"2021\"}, {\"title\": \"Of f\", \"date\":"
    " \"2022\", \"file\": \"f\"}, {\"title\": \"Of g\", \"date\": \"2020\", \"file\": \"g\"}, {\"title\": \"Lost\","
    " \"date\": \"soon\", \"file\": \"g\"}, {\"title\": \"Of none\", \"date\": \"2019\", \"file\": \"h\"}]}";
  static const char    second[] = "{\"title\": \"H\", \"events\": [{\"title\": \"Other\", \"date\": \"2023\"}]}";
  g_autoptr (DlLoaded) loaded = load_texts (first, second);
  g_autoptr (DlLoaded) joined = join (loaded, NULL);
  g_autofree char     *text = dup_text (joined);
  g_autoptr (DlLoaded) again = NULL;
  g_autoptr (DlLoaded) joined_again = NULL;

  check (loaded, NULL);
  g_assert_cmpuint (joined->n_events_lost, ==, 1);
  g_assert_cmpuint (dl_timeline_get_n_files (joined->timeline), ==, 4);
  assert_file (joined->timeline, 0, "f", "F");
  assert_file (joined->timeline, 1, "g", "G");
  assert_file (joined->timeline, 2, "a.json", "Mine");
  assert_file (joined->timeline, 3, "b.json", "H");
  check_event_file (joined->timeline, "By hand", "Mine");
  check_event_file (joined->timeline, "Of none", "Mine");
  check_event_file (joined->timeline, "Of f", "F");
  check_event_file (joined->timeline, "Of g", "G");
  check_event_file (joined->timeline, "Other", "H");
  g_assert_cmpstr (dl_timeline_get_title (joined->timeline), ==, "Mine and H");
  g_assert_nonnull (strstr (text, "\"name\": \"F\", \"x-seen\": [1] }"));

  /* Once more, behind another one: none is lost on the way. */
  again = load_texts ("{\"title\": \"First\", \"events\": [{\"title\": \"Before\", \"date\": \"2023\"}]}", text);
  joined_again = join (again, NULL);
  check (again, NULL);
  g_assert_cmpuint (dl_timeline_get_n_files (joined_again->timeline), ==, 5);
  assert_file (joined_again->timeline, 0, "a.json", "First");
  assert_file (joined_again->timeline, 3, "b.json:a.json", "Mine");
  check_event_file (joined_again->timeline, "By hand", "Mine");
  check_event_file (joined_again->timeline, "Other", "H");
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* As dump(), but that events of one date may come in any order, and that who has no id, or
 * that of somebody who is only named, may get one. Returns: (transfer full) */
static char *
dump_loosely (DlTimeline *timeline)
{
  g_autofree char *text = dump (timeline, FALSE);
  g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  return g_strjoinv ("\n", lines);
}

/* Damaged files, of which many are still timelines. */
static void
test_damaged (void)
{
  g_autofree char      *folder = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  g_autoptr (GPtrArray) corpus = mutator_load_corpus (folder);
  guint32               seed = (guint32) g_test_rand_int ();
  guint                 n_joined = 0;

  g_test_message ("first seed: %u", seed);
  for (guint i = 0; i < N_DAMAGED; i++, seed++)
    {
      g_autoptr (GRand)     rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes)    one = mutator_next (rand, corpus);
      g_autoptr (GBytes)    two = mutator_next (rand, corpus);
      g_autoptr (GFile)     a = dl_pasted_new (one);
      g_autoptr (GFile)     b = dl_pasted_new (two);
      GFile                *files[] = { a, b };
      const char           *names[] = { "a.json", "b.json" };
      g_autoptr (DlLoaded)  loaded = dl_load_files (files, names, 2, NULL, NULL);
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DlLoaded)  joined = NULL;
      g_autofree char      *expected = NULL;
      g_autofree char      *found = NULL;

      dl_pasted_forget (a);
      dl_pasted_forget (b);
      if (loaded == NULL || loaded->own_texts == NULL)
        continue;
      n_joined++;
      joined = join (loaded, notes);
      expected = dump_loosely (loaded->timeline);
      found = dump_loosely (joined->timeline);
      assert_same_text (expected, found);
    }
  g_test_message ("%u of %u pairs are timelines", n_joined, N_DAMAGED);
  g_assert_cmpuint (n_joined, >, N_DAMAGED / 50);
}

/* Whatever the file says of itself; nothing else of it changes. */
static void
test_entitle (void)
{
  static const struct
  {
    const char *text, *expected;
  } rows[] = {
    { "{\n  \"dateline\": 1,\n  \"title\": \"A and B\",\n  \"x\": [1.50]\n}\n",
      "{\n  \"dateline\": 1,\n  \"title\": \"“Q” \\\"r\\\"\",\n  \"x\": [1.50]\n}\n" },
    { "{\"events\": []}", "{\n  \"title\": \"“Q” \\\"r\\\"\",\"events\": []}" },
    { "{\"title\": null, \"events\": [{\"title\": \"t\"}]}",
      "{\"title\": \"“Q” \\\"r\\\"\", \"events\": [{\"title\": \"t\"}]}" },
    { "[{\"title\": \"t\"}]", "{\n  \"title\": \"“Q” \\\"r\\\"\",\n  \"events\": [{\"title\": \"t\"}]\n}\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) text = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GBytes) found = dl_join_entitle (text, "“Q” \"r\"", &error);
      g_autofree char   *copy = NULL;

      g_assert_no_error (error);
      copy = g_strndup (g_bytes_get_data (found, NULL), g_bytes_get_size (found));
      g_assert_cmpstr (copy, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/joined/entitle", test_entitle);
  g_test_add_func ("/formats/joined/pairs", test_pairs);
  g_test_add_func ("/formats/joined/all", test_all);
  g_test_add_func ("/formats/joined/apart", test_apart);
  g_test_add_func ("/formats/joined/unknown", test_unknown);
  g_test_add_func ("/formats/joined/said-once", test_said_once);
  g_test_add_func ("/formats/joined/zones", test_zones);
  g_test_add_func ("/formats/joined/again", test_again);
  g_test_add_func ("/formats/joined/spacing", test_spacing);
  g_test_add_func ("/formats/joined/within", test_within);
  g_test_add_func ("/formats/joined/damaged", test_damaged);
  return g_test_run ();
}
