/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two ways by which an event is read, straight from the text and by
 * json-glib's tree: what the one takes is what the other makes of it. And so
 * with its texts, which a search reads straight and details from the tree. */
#include <string.h>

#include "formats/dl-event-details-reader.h"
#include "formats/dl-event-plain.h"
#include "formats/dl-event-reader.h"
#include "formats/dl-event-texts.h"
#include "formats/dl-record-reader.h"
#include "mutator.h"

#define N_TEXTS 3000
#define N_FILES 3000

typedef struct
{
  guint n_events;
  guint n_plain;
  guint n_texts;
} Tally;

static void
compare_instants (DlInstant a, DlInstant b)
{
  g_assert_cmpint (a.seconds, ==, b.seconds);
  g_assert_cmpint (a.nanos, ==, b.nanos);
}

static void
compare_events (const DlReadEvent  *plain,
                const DlEventBatch *plain_batch,
                const DlReadEvent  *tree,
                const DlEventBatch *tree_batch)
{
  const DlEventRecord *a = &plain->record;
  const DlEventRecord *b = &tree->record;

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->date_text, ==, b->date_text);
  g_assert_cmpuint (a->origin, ==, b->origin);
  g_assert_cmpuint (a->place, ==, b->place);
  g_assert_cmpuint (a->refs, ==, b->refs);
  g_assert_cmpuint (a->n_topics, ==, b->n_topics);
  g_assert_cmpuint (a->n_people, ==, b->n_people);
  g_assert_cmpuint (a->n_sources, ==, b->n_sources);
  g_assert_cmpuint (a->n_speakers, ==, b->n_speakers);
  g_assert_cmpuint (a->n_quotes, ==, b->n_quotes);
  g_assert_cmpuint (a->status, ==, b->status);
  g_assert_cmpuint (a->importance, ==, b->importance);
  compare_instants (plain->date.earliest_start, tree->date.earliest_start);
  compare_instants (plain->date.latest_start, tree->date.latest_start);
  compare_instants (plain->date.earliest_end, tree->date.earliest_end);
  compare_instants (plain->date.latest_end, tree->date.latest_end);
  compare_instants (plain->date.stated_start, tree->date.stated_start);
  compare_instants (plain->date.stated_end, tree->date.stated_end);
  g_assert_cmpuint (plain->date.flags, ==, tree->date.flags);
  g_assert_cmpmem (plain_batch->refs->data, plain_batch->refs->len * sizeof (guint32), tree_batch->refs->data,
                   tree_batch->refs->len * sizeof (guint32));
  g_assert_cmpuint (plain->file, ==, tree->file);
  g_assert_cmpuint (plain->related, ==, tree->related);
  g_assert_cmpuint (plain->n_related, ==, tree->n_related);
  g_assert_cmpuint (plain_batch->related->len, ==, tree_batch->related->len);
  for (guint i = 0; i < plain_batch->related->len; i++)
    {
      const DlReadRelation *left = &g_array_index (plain_batch->related, DlReadRelation, i);
      const DlReadRelation *right = &g_array_index (tree_batch->related, DlReadRelation, i);

      g_assert_cmpstr (left->relation.event, ==, right->relation.event);
      g_assert_cmpint (left->relation.type, ==, right->relation.type);
      g_assert_cmpuint (left->nth, ==, right->nth);
    }
}

static void
append_text (GString *told, DlEventTextKind kind, guint quote, guint32 source, const char *text, gsize length)
{
  if (length == 0)
    return;
  g_string_append_printf (told, "%d %d %d ", (int) kind, (int) quote, (int) source);
  g_string_append_len (told, text, (gssize) length);
  g_string_append_c (told, '\n');
}

static gboolean
append_told (const DlEventText *text, gpointer told)
{
  g_assert_cmpuint (text->length, >, 0);
  append_text (told, text->kind, text->quote, text->source, text->text, text->length);
  return TRUE;
}

static void
append_string (GString *told, DlEventTextKind kind, guint quote, guint32 source, const char *text)
{
  append_text (told, kind, quote, source, text, text == NULL ? 0 : strlen (text));
}

static gboolean
count_one (const DlEventText *text, gpointer n)
{
  (*(guint *) n)++;
  return FALSE;
}

static void
check_texts (DlReaderTables *tables, DlJsonSpan span, Tally *tally)
{
  g_autoptr (DlEventDetails) details = dl_event_read_details (span.start, tables);
  g_autoptr (GString)        walked = g_string_new (NULL);
  g_autoptr (GString)        read = g_string_new (NULL);
  guint                      n = 0;

  if (details == NULL)
    return;
  append_string (read, DL_EVENT_TEXT_SUMMARY, DL_NONE, DL_NONE, details->summary);
  append_string (read, DL_EVENT_TEXT_DATE_NOTE, DL_NONE, DL_NONE, details->date_note);
  for (guint i = 0; i < details->quotes->len; i++)
    {
      const DlQuote *quote = details->quotes->pdata[i];

      append_string (read, DL_EVENT_TEXT_QUOTE, i, quote->source, quote->text);
      append_string (read, DL_EVENT_TEXT_CONTEXT, i, DL_NONE, quote->context);
      append_string (read, DL_EVENT_TEXT_SPEAKER, i, DL_NONE, quote->speaker_name);
    }
  dl_event_walk_texts (span.start, tables, append_told, walked);
  g_assert_cmpstr (walked->str, ==, read->str);
  tally->n_texts += walked->len > 0;
  /* Who has enough is told no more. */
  dl_event_walk_texts (span.start, tables, count_one, &n);
  g_assert_cmpuint (n, ==, walked->len > 0 ? 1 : 0);
}

/* Every event of @text by both ways. */
static void
check_text (const char *text, gsize length, Tally *tally)
{
  g_autoptr (GBytes)     bytes = g_bytes_new (text, length);
  g_autoptr (DlJsonScan) scan =
    dl_json_scan_new (g_bytes_get_data (bytes, NULL), length, "t", dl_top_member_names, NULL, NULL);
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlReaderTables)    tables = dl_reader_tables_new (bytes);
  g_autoptr (DlProblemList)     problems = dl_problem_list_new ();
  g_autoptr (JsonParser)        parser = json_parser_new ();
  g_autoptr (DlStringArena)     strings = dl_string_arena_new ();
  g_autoptr (DlEventReader)     reader = NULL;
  g_auto (DlEventContext)       context = { NULL };
  const DlJsonMember           *events;
  DlRecordReader                records;

  if (scan == NULL || scan->members[DL_MEMBER_EVENTS].kind != DL_JSON_LIST)
    return;
  events = &scan->members[DL_MEMBER_EVENTS];
  records = (DlRecordReader){ g_bytes_get_data (bytes, NULL), scan, builder, tables, problems, parser };
  g_assert_true (dl_record_reader_read_lists (&records, NULL, NULL));
  reader = dl_event_reader_new (tables, events, strings);
  dl_event_reader_set_thorough (reader, TRUE);
  dl_event_context_init (&context, tables, strings);
  for (guint i = 0; i < events->elements->len; i++)
    {
      g_autoptr (DlEventBatch) plain_batch = dl_event_batch_new ();
      g_autoptr (DlEventBatch) tree_batch = dl_event_batch_new ();
      DlJsonSpan               span = g_array_index (events->elements, DlJsonSpan, i);
      DlReadEvent              plain = { i };
      g_autoptr (GPtrArray)    told = NULL;

      if (dl_json_member_get_flaw (events, i) != NULL)
        continue;
      tally->n_events++;
      check_texts (tables, span, tally);
      if (!dl_event_plain_read (&context, span, TRUE, &plain, plain_batch))
        {
          g_assert_cmpuint (plain_batch->refs->len, ==, 0);
          g_assert_cmpuint (plain_batch->related->len, ==, 0);
          continue;
        }
      tally->n_plain++;
      dl_event_reader_read (reader, i, FALSE, tree_batch);
      told = dl_problem_list_end (tree_batch->problems, text, length);
      if (tree_batch->n_lost > 0 || told->len > 0)
        g_error ("“%.*s” has a problem: %s", (int) (span.end - span.start), text + span.start,
                 told->len > 0 ? ((DlProblem *) told->pdata[0])->message : "it is lost");
      if (plain.record.id == NULL)
        {
          /* Kept only when it is read again. */
          g_assert_null (g_array_index (tree_batch->events, DlReadEvent, 0).record.title);
          dl_event_batch_clear (tree_batch);
          dl_event_reader_read (reader, i, TRUE, tree_batch);
        }
      g_assert_cmpuint (tree_batch->events->len, ==, 1);
      compare_events (&plain, plain_batch, &g_array_index (tree_batch->events, DlReadEvent, 0), tree_batch);
    }
}

/* One of the words, as it stands. */
#define PICK(rand, ...) pick (rand, (const char *const[]){ __VA_ARGS__, NULL })

static const char *
pick (GRand *rand, const char *const *words)
{
  return words[g_rand_int_range (rand, 0, (int) g_strv_length ((char **) words))];
}

static gboolean
one_in (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static const char *
space (GRand *rand)
{
  return one_in (rand, 6) ? PICK (rand, " ", "\n", "\t", "\r\n", "  \n ") : "";
}

static const char *
odd_value (GRand *rand)
{
  return PICK (rand, "null", "null", "true", "false", "0", "-1", "1.5", "1e2", "\"\"", "\" \"", "[]", "{}", "[null]",
               "[1,[2,{\"a\":\"]}\"}]]", "{\"id\":\"x\",\"title\":[\"\\\"\"]}", "\"\\u0061\"", "\"x\\\\\"",
               "9007199254740993");
}

static const char *
text_value (GRand *rand)
{
  return PICK (rand, "\"a\"", "\"Two words\"", "\"\\\"Quoted\\\" at first\"", "\"with \\\"quotes\\\"\"",
               "\"back\\\\slash\"", "\"ends in \\\\\"", "\"\\\\\"", "\"\\\\\\\"\"", "\"日本語\"", "\"\xc2\xa0\"",
               "\"\xe3\x80\x80x\"", "\"\\u65e5\\u672c\"", "\"\\ud83d\\ude00 smile\"",
               "\"line\\nbreak\\ttab\\/slash\\b\\f\\r\"", "\" \"", "\"\\n\"", "\"\x7f\"", "\"😀\"", "\"{[,:]}\"",
               "\"null\"");
}

static void append_object (GString *text, GRand *rand, guint kind);

static void
append_list (GString *text, GRand *rand, guint kind)
{
  int n = g_rand_int_range (rand, 0, 4);

  g_string_append_c (text, '[');
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      g_string_append (text, space (rand));
      if (one_in (rand, 30))
        g_string_append (text, odd_value (rand));
      else if (kind == 0)
        g_string_append (text, one_in (rand, 25) ? "\"none\"" : PICK (rand, "\"a\"", "\"b\"", "\"c\"", "\"日\""));
      else
        append_object (text, rand, kind);
      g_string_append (text, space (rand));
    }
  g_string_append_c (text, ']');
}

static const char *
date_value (GRand *rand)
{
  return PICK (rand, "\"2025\"", "\"2025-10-25\"", "\"2025-10-25T22:00:00Z\"", "\"2004-06/2006-08\"", "\"2025-10~\"",
               "\"../2025\"", "\"[1999,2003]\"", "\"201X\"", "\"2025-10-25T22:00:00+09:00\"",
               one_in (rand, 5) ? "\"2025-13\"" : "\"-0043\"");
}

static void
append_value (GString *text, GRand *rand, const char *name)
{
  if (one_in (rand, 30))
    g_string_append (text, odd_value (rand));
  else if (strstr (name, "date") == name)
    g_string_append (text, g_str_equal (name, "dateNote") ? text_value (rand) : date_value (rand));
  else if (g_str_equal (name, "id"))
    g_string_append_printf (text, "\"e%u\"", g_rand_int_range (rand, 0, 20));
  else if (g_str_equal (name, "status"))
    g_string_append (text, PICK (rand, "\"happened\"", "\"planned\"", "\"disputed\"", "\"ongoing\"",
                                 one_in (rand, 5) ? "\"no\"" : "\"cancelled\""));
  else if (g_str_equal (name, "importance"))
    g_string_append (text, PICK (rand, "0", "7", "50", "100", one_in (rand, 3) ? "101" : "99", "12.5", "5e1",
                                 one_in (rand, 3) ? "-0" : "33"));
  else if (g_str_equal (name, "topics") || g_str_equal (name, "people") || g_str_equal (name, "sources"))
    append_list (text, rand, 0);
  else if (g_str_equal (name, "quotes"))
    append_list (text, rand, 1);
  else if (g_str_equal (name, "related"))
    append_list (text, rand, 2);
  else if (g_str_equal (name, "place") || g_str_equal (name, "source") || g_str_equal (name, "speaker") ||
           g_str_equal (name, "file"))
    g_string_append (text, PICK (rand, "\"a\"", "\"b\"", "\"c\"", one_in (rand, 8) ? "\"none\"" : "\"日\""));
  else if (g_str_equal (name, "exact"))
    g_string_append (text, PICK (rand, "true", "false", "null"));
  else if (g_str_equal (name, "event"))
    g_string_append_printf (text, "\"e%u\"", g_rand_int_range (rand, 0, 20));
  else if (g_str_equal (name, "type"))
    g_string_append (text, PICK (rand, "\"leads-to\"", "\"part-of\"", "\"see-also\"", "\"contradicts\"",
                                 one_in (rand, 8) ? "\"Part-of\"" : "\"responds-to\""));
  else if (g_str_equal (name, "title") || g_str_equal (name, "text") || g_str_equal (name, "summary") ||
           g_str_equal (name, "language") || g_str_equal (name, "context"))
    g_string_append (text, text_value (rand));
  else
    g_string_append (text, odd_value (rand));
}

/* @kind: 0 an event, 1 a quote, 2 a relation */
static void
append_object (GString *text, GRand *rand, guint kind)
{
  static const char *const names[3][16] = {
    { "title", "date", "id", "status", "importance", "place", "topics", "people", "sources", "quotes", "related",
      "summary", "dateNote", "file", "x-other", NULL },
    { "text", "speaker", "source", "date", "language", "context", "exact", "_other", NULL },
    { "event", "type", "//", NULL },
  };
  static const guint n_needed[] = { 2, 1, 1 };
  gboolean           first = TRUE;

  g_string_append_c (text, '{');
  for (guint i = 0; names[kind][i] != NULL; i++)
    {
      const char *name = names[kind][i];

      if (i < n_needed[kind] ? one_in (rand, 40) : !one_in (rand, 3))
        continue;
      for (int times = one_in (rand, 60) ? 2 : 1; times > 0; times--)
        {
          g_string_append_printf (text, "%s%s\"", first ? "" : ",", space (rand));
          if (one_in (rand, 60))
            g_string_append_printf (text, "\\u%04x%s", (guint) name[0], name + 1);
          else
            g_string_append (text, one_in (rand, 200) ? PICK (rand, "ID", "other", "x", "") : name);
          g_string_append_printf (text, "\"%s:%s", space (rand), space (rand));
          append_value (text, rand, name);
          g_string_append (text, space (rand));
          first = FALSE;
        }
    }
  g_string_append_c (text, '}');
}

static void
test_random (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  Tally   tally = { 0, 0, 0 };

  g_test_message ("first seed: %u", seed);
  for (guint i = 0; i < N_TEXTS; i++, seed++)
    {
      g_autoptr (GRand)   rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new ("{");

      /* Without files an event's is a member like any other. */
      for (guint list = 0, n = one_in (rand, 3) ? 4 : 5; list < n; list++)
        g_string_append_printf (text,
                                "\"%s\":[{\"id\":\"a\",\"name\":\"A\",\"title\":\"A\"},{\"name\":\"without\",\"title\":"
                                "\"one\"},{\"id\":\"b\",\"name\":\"B\",\"title\":\"B\"},{\"id\":\"日\",\"name\":\"C\","
                                "\"title\":\"C\"},{\"id\":\"c\",\"name\":\"C\",\"title\":\"C\"}],",
                                ((const char *const[]){ "people", "places", "topics", "sources", "files" })[list]);
      g_string_append (text, "\"events\":[");
      for (guint n = 0; n < 10; n++)
        {
          g_string_append (text, n > 0 ? "," : "");
          append_object (text, rand, 0);
        }
      g_string_append (text, "]}");
      check_text (text->str, text->len, &tally);
    }
  g_test_message ("%u of %u events are plain", tally.n_plain, tally.n_events);
  /* Else one of the ways is hardly tried. */
  g_assert_cmpuint (tally.n_events, >, N_TEXTS * 9);
  g_assert_cmpuint (tally.n_plain, >, tally.n_events / 5);
  g_assert_cmpuint (tally.n_plain, <, tally.n_events * 4 / 5);
  g_assert_cmpuint (tally.n_texts, >, tally.n_events / 5);
}

static void
test_files (void)
{
  g_autofree char      *folder = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  g_autoptr (GPtrArray) corpus = mutator_load_corpus (folder);
  guint32               seed = (guint32) g_test_rand_int ();
  Tally                 tally = { 0, 0, 0 };

  g_test_message ("first seed: %u", seed);
  for (guint i = 0; i < N_FILES; i++, seed++)
    {
      g_autoptr (GRand)  rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes) bytes = mutator_next (rand, corpus);
      gsize              length;
      const char        *text = g_bytes_get_data (bytes, &length);

      if (length > 0)
        check_text (text, length, &tally);
    }
  g_test_message ("%u of %u events are plain", tally.n_plain, tally.n_events);
  g_assert_cmpuint (tally.n_plain, >, tally.n_events / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/plain/random", test_random);
  g_test_add_func ("/formats/plain/files", test_files);
  return g_test_run ();
}
