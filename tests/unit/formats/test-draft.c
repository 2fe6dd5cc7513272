/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The draft that readers of other formats write. What they write of files is
 * in test-fixtures.c; here is what no small file shows. */
#include <string.h>

#include "base/dl-error.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft.h"
#include "formats/dl-loader.h"
#include "same-timeline.h"

static DlLoaded *
end (DlDraft *draft, const char *text, GError **error)
{
  return dl_draft_end (draft, text, strlen (text), "a file", "Something", NULL, NULL, NULL, error);
}

/* Thousands of guests, of whom each is there once, in time that grows with them. */
static void
test_many (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;

  dl_draft_begin_event (draft, 0);
  dl_draft_put_title (draft, "A party");
  dl_draft_put_date (draft, "2025");
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Guest %u", i % 10000);

      dl_draft_put_person (draft, name);
    }
  g_assert_true (dl_draft_end_event (draft));
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (dl_timeline_get_record (loaded->timeline, 0)->n_people, ==, 10000);
  g_assert_cmpuint (loaded->problems->len, ==, 0);
}

/* Nothing of one event is left for the next. */
static void
test_nothing_left (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;
  const DlEventRecord *record;
  DlSource             source = { .title = "A source", .url = "https://example.org/" };

  dl_draft_begin_event (draft, 0);
  dl_draft_put_id (draft, "one");
  dl_draft_put_title (draft, "One");
  dl_draft_put_date (draft, "2024");
  dl_draft_put_date_note (draft, "then");
  dl_draft_put_summary (draft, "first");
  dl_draft_put_summary (draft, "second");
  dl_draft_put_status (draft, DL_STATUS_PLANNED);
  dl_draft_put_importance (draft, 7);
  dl_draft_put_place (draft, "Here");
  dl_draft_put_topic (draft, "A \"topic\"");
  dl_draft_put_topic (draft, "A \"topic\"");
  dl_draft_put_person (draft, "Somebody");
  dl_draft_put_source (draft, &source);
  dl_draft_put_source (draft, &source);
  dl_draft_put_relation (draft, "two", DL_RELATION_LEADS_TO);
  g_assert_true (dl_draft_end_event (draft));
  dl_draft_begin_event (draft, 0);
  dl_draft_put_id (draft, "two");
  dl_draft_put_title (draft, "Two");
  dl_draft_put_date (draft, "2025");
  g_assert_true (dl_draft_end_event (draft));
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (loaded->problems->len, ==, 0);
  record = dl_timeline_get_record (loaded->timeline, 0);
  g_assert_cmpuint (record->n_topics, ==, 1);
  g_assert_cmpuint (record->n_people, ==, 1);
  g_assert_cmpuint (record->n_sources, ==, 1);
  g_assert_cmpuint (record->importance, ==, 7);
  g_assert_cmpuint (record->status, ==, DL_STATUS_PLANNED);
  {
    g_autoptr (DlEventDetails) details = dl_timeline_dup_details (loaded->timeline, 0);

    g_assert_cmpstr (details->summary, ==, "first\n\nsecond");
    g_assert_cmpstr (details->date_note, ==, "then");
    g_assert_cmpuint (details->related->len, ==, 1);
  }
  record = dl_timeline_get_record (loaded->timeline, 1);
  g_assert_cmpuint (record->n_topics + record->n_people + record->n_sources + record->n_quotes, ==, 0);
  g_assert_cmpuint (record->importance, ==, DL_IMPORTANCE_UNSET);
  g_assert_cmpuint (record->place, ==, DL_NONE);
  {
    g_autoptr (DlEventDetails) details = dl_timeline_dup_details (loaded->timeline, 1);

    g_assert_null (details->summary);
    g_assert_null (details->date_note);
    g_assert_cmpuint (details->related->len, ==, 0);
  }
}

/* What the reader of drafts finds is told at the place in the file. */
static void
test_places (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;
  const DlProblem     *problem;

  dl_draft_begin_event (draft, 0);
  dl_draft_put_title (draft, "Good");
  dl_draft_put_date (draft, "2025");
  dl_draft_end_event (draft);
  dl_draft_begin_event (draft, 7);
  dl_draft_put_title (draft, "No such month");
  dl_draft_put_date (draft, "2025-13");
  dl_draft_end_event (draft);
  dl_draft_begin_event (draft, 9);
  dl_draft_put_title (draft, "No date");
  g_assert_false (dl_draft_end_event (draft));
  loaded = end (draft, "one\n\ntwo\nthree\n", NULL);
  g_assert_cmpuint (loaded->n_events_in_file, ==, 3);
  g_assert_cmpuint (loaded->n_events_lost, ==, 2);
  g_assert_cmpuint (loaded->problems->len, ==, 2);
  problem = loaded->problems->pdata[0];
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpuint (problem->column, ==, 3);
  g_assert_true (problem->event_lost);
  problem = loaded->problems->pdata[1];
  g_assert_cmpuint (problem->line, ==, 4);
  g_assert_cmpuint (problem->column, ==, 1);
  g_assert_true (problem->event_lost);
}

/* No event at all is an error that says why. */
static void
test_empty (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;
  g_autoptr (GError)   error = NULL;

  dl_draft_tell_lost (draft, 2, g_strdup ("/x"), g_strdup ("Nobody knows when."));
  loaded = end (draft, "one\n", &error);
  g_assert_null (loaded);
  g_assert_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE);
  g_assert_nonnull (strstr (error->message, "a file: "));
  g_assert_nonnull (strstr (error->message, "Something"));
  g_assert_nonnull (strstr (error->message, " 1:3: /x: Nobody knows when."));
}

/* Ends that are no part of what they end, and those that make no sense. */
static void
test_dates (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    gboolean    excluded;
    const char *date; /* NULL: not read */
    const char *note;
    guint       n_problems;
  } rows[] = {
    { "2014-04-18", "2014-04-20", TRUE, "2014-04-18/2014-04-19", NULL, 0 },
    { "2014-04-18", "2014-04-19", TRUE, "2014-04-18", NULL, 0 },
    { "2014-04-18", "2014-04-18", TRUE, "2014-04-18", NULL, 0 },
    { "2014-04-18", "2014-04-17", TRUE, "2014-04-18", NULL, 1 },
    { "2014-04-18", "2014-04-20", FALSE, "2014-04-18/2014-04-20", NULL, 0 },
    { "2014-04-18", "", FALSE, "2014-04-18", NULL, 0 },
    { "2014-04-18", "whenever", FALSE, "2014-04-18", NULL, 1 },
    { "2014-04-18T10:00", "2014-04-18T12:00", TRUE, "2014-04-18T10:00/2014-04-18T12:00", NULL, 0 },
    { "July 4, 1776", "4 September 1783", FALSE, "1776-07-04/1783-09-04", "July 4, 1776 – 4 September 1783", 0 },
    { "circa 1850", NULL, FALSE, "1850~", "circa 1850", 0 },
    { "", "2014", FALSE, NULL, NULL, 0 },
    { "whenever", NULL, FALSE, NULL, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlDraft)  draft = dl_draft_new ();
      g_autoptr (DlLoaded) loaded = NULL;
      g_autoptr (GError)   error = NULL;
      DlDraftDates         dates = { rows[i].start, rows[i].end, 0, 0, rows[i].excluded, NULL };
      gboolean             read;

      g_test_message ("%s, %s", rows[i].start, rows[i].end);
      dl_draft_begin_event (draft, 0);
      dl_draft_put_title (draft, "An event");
      read = dl_draft_put_dates (draft, &dates, &error);
      g_assert_true (read == (rows[i].date != NULL));
      if (!read)
        {
          g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
          continue;
        }
      g_assert_true (dl_draft_end_event (draft));
      loaded = end (draft, "", NULL);
      g_assert_cmpstr (dl_timeline_get_record (loaded->timeline, 0)->date_text, ==, rows[i].date);
      {
        g_autoptr (DlEventDetails) details = dl_timeline_dup_details (loaded->timeline, 0);

        g_assert_cmpstr (details->date_note, ==, rows[i].note);
      }
      g_assert_cmpuint (loaded->problems->len, ==, rows[i].n_problems);
    }
}

/* What the file says of a date comes before the words that the date was read from. */
static void
test_note (void)
{
  g_autoptr (DlDraft)        draft = dl_draft_new ();
  g_autoptr (DlLoaded)       loaded = NULL;
  g_autoptr (DlEventDetails) details = NULL;
  DlDraftDates               dates = { .start = "circa 1850" };

  dl_draft_begin_event (draft, 0);
  dl_draft_put_title (draft, "An event");
  dl_draft_put_date_note (draft, "as the letter has it");
  g_assert_true (dl_draft_put_dates (draft, &dates, NULL));
  g_assert_true (dl_draft_end_event (draft));
  loaded = end (draft, "", NULL);
  details = dl_timeline_dup_details (loaded->timeline, 0);
  g_assert_cmpstr (details->date_note, ==, "as the letter has it");
}

static void
begin (DlDraft *draft, gsize offset, const char *title, const char *date)
{
  dl_draft_begin_event (draft, offset);
  dl_draft_put_title (draft, title);
  dl_draft_put_date (draft, date);
}

/* @title: nullable: of the event that @message is told of; @there: whether it leads to it */
static void
check_told (DlLoaded *loaded, const char *message, const char *title, gboolean there)
{
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];
      guint            position;

      if (!g_str_equal (problem->message, message))
        continue;
      g_assert_cmpstr (problem->title, ==, title);
      g_assert_true ((problem->key != DL_PROBLEM_NO_EVENT) == there);
      if (!there)
        return;
      position = dl_timeline_find_key (loaded->timeline, 0, problem->key);
      g_assert_cmpuint (position, !=, DL_NONE);
      g_assert_cmpstr (dl_timeline_get_record (loaded->timeline, position)->title, ==, title);
      return;
    }
  g_error ("“%s” is not told", message);
}

/* What readers of other formats tell of an event has its title, and leads to it. */
static void
test_told (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;

  dl_draft_tell_note (draft, 0, g_strdup (""), g_strdup ("Of the file"));
  begin (draft, 10, "First", "2001");
  dl_draft_tell (draft, 12, g_strdup (""), g_strdup ("Within"));
  g_assert_true (dl_draft_end_event (draft));
  dl_draft_tell_note (draft, 10, g_strdup (""), g_strdup ("Behind"));
  /* Told before it is known what there will be. */
  dl_draft_begin_event (draft, 20);
  dl_draft_tell (draft, 21, g_strdup (""), g_strdup ("Before"));
  begin (draft, 20, "Second", "2002");
  g_assert_true (dl_draft_end_event (draft));
  begin (draft, 20, "Second once more", "2003");
  g_assert_true (dl_draft_end_event (draft));
  dl_draft_begin_event (draft, 30);
  dl_draft_tell (draft, 31, g_strdup (""), g_strdup ("Of what never came"));
  begin (draft, 40, "Lost", "2004");
  dl_draft_tell_lost (draft, 41, g_strdup (""), g_strdup ("Lost here"));
  dl_draft_drop_event (draft);
  begin (draft, 50, "Lost later", "2004-13");
  dl_draft_tell (draft, 51, g_strdup (""), g_strdup ("Before it was lost"));
  g_assert_true (dl_draft_end_event (draft));
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, 3);
  check_told (loaded, "Of the file", NULL, FALSE);
  check_told (loaded, "Within", "First", TRUE);
  check_told (loaded, "Behind", NULL, FALSE);
  check_told (loaded, "Before", "Second", TRUE);
  check_told (loaded, "Of what never came", NULL, FALSE);
  check_told (loaded, "Lost here", "Lost", FALSE);
  check_told (loaded, "Before it was lost", "Lost later", FALSE);
}

/* Of what is wrong in one way with very many, the first are told and the others counted; what is
 * wrong in another way is told all the same. */
static void
test_alike (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;
  guint                n_rest = 0;

  dl_draft_begin_event (draft, 0);
  dl_draft_put_title (draft, "An event");
  dl_draft_put_date (draft, "1969");
  g_assert_true (dl_draft_end_event (draft));
  for (guint i = 0; i < 250; i++)
    dl_draft_tell_lost (draft, 0, g_strdup_printf ("row %u", i), g_strdup_printf ("“x%u” is no date.", i));
  dl_draft_tell_lost (draft, 0, g_strdup (""), g_strdup ("“x” has no end."));
  for (guint i = 0; i < 102; i++)
    dl_draft_tell (draft, 0, g_strdup (""), g_strdup_printf ("There is no month %u.", i));
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (loaded->n_events_lost, ==, 251);
  g_assert_cmpuint (loaded->problems->len, ==, 100 + 1 + 1 + 100 + 1);
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];

      n_rest += strstr (problem->message, "150 more events") != NULL && strcmp (problem->pointer, "row 99") == 0;
      n_rest += strstr (problem->message, "2 more places") != NULL;
    }
  g_assert_cmpuint (n_rest, ==, 2);
}

/* What is made of a draft is what a reader of its text makes of it. @n_topics: what comes before the events */
static void
check_ids (guint n_topics, const char *taken)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;
  g_autoptr (DlLoaded) again = NULL;
  guint                n = 500;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = i % 3 == 0 ? g_strdup_printf ("own-%u", i % 99) : i == 10 ? g_strdup (taken) : NULL;
      g_autofree char *title = g_strdup_printf ("Number %u", i);
      g_autofree char *topic = g_strdup_printf ("A topic with the number %u", i % n_topics);

      dl_draft_begin_event (draft, i);
      dl_draft_put_id (draft, id);
      dl_draft_put_title (draft, title);
      dl_draft_put_date (draft, "2025");
      dl_draft_put_topic (draft, topic);
      g_assert_true (dl_draft_end_event (draft));
    }
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (loaded->problems->len, ==, 0);
  again = dl_load_bytes (loaded->own_text, "its text", NULL, NULL);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, n);
  g_assert_cmpuint (dl_timeline_get_n_events (again->timeline), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const DlEventRecord       *record = dl_timeline_get_record (loaded->timeline, i);
      guint                      same = dl_timeline_find (again->timeline, record->id);
      g_autoptr (DlEventDetails) details = dl_timeline_dup_details (loaded->timeline, i);

      g_assert_cmpuint (same, !=, DL_NONE);
      g_assert_nonnull (details);
      g_assert_cmpstr (record->title, ==, dl_timeline_get_record (again->timeline, same)->title);
      g_assert_cmpuint (record->origin, ==, dl_timeline_get_record (again->timeline, same)->origin);
    }
}

static void
test_ids (void)
{
  check_ids (1, NULL);
  check_ids (1, "event-3");
  /* More topics than there is room before the events. */
  check_ids (400, NULL);
}

static const char *
pick (GRand *rand, const char *const *of, guint n)
{
  return of[g_rand_int_range (rand, 0, (gint) n)];
}

#define PICK(rand, of) pick ((rand), (of), G_N_ELEMENTS (of))

/* Random events, of which the odd thing is said now and then. */
static void
put_random (GRand *rand, DlDraft *draft, guint n)
{
  static const char *const ids[] = { "a", "b", "event-2", "with \"marks\"", "c\td", "ü", "" };
  static const char *const titles[] = {
    "A title", "„Ä“", "Say \"so\"", "\xe3\x80\x80wide space", "\xc2\xa0", "a\\b", ""
  };
  static const char *const dates[] = { "1969",     "1969-07-20T20:17:40Z", "1969-13", "2001~/2003?", "about", "",
                                       "1914/1918" };
  static const char *const names[] = { "Ann", "Bo", "Say \"so\"", "d\te", "Ann ", "\xc2\xa0", "日本", "", "a\\b" };
  static const char *const urls[] = { "https://example.org/1", "https://example.org/2", "ftp://example.org/", NULL };

  for (guint i = 0; i < n; i++)
    {
      dl_draft_begin_event (draft, i);
      if (g_rand_int_range (rand, 0, 3) == 0)
        dl_draft_put_id (draft, PICK (rand, ids));
      dl_draft_put_title (draft, PICK (rand, titles));
      dl_draft_put_date (draft, PICK (rand, dates));
      if (g_rand_boolean (rand))
        dl_draft_put_summary (draft, PICK (rand, titles));
      if (g_rand_boolean (rand))
        dl_draft_put_status (draft, (DlStatus) g_rand_int_range (rand, 0, DL_N_STATUSES));
      if (g_rand_boolean (rand))
        dl_draft_put_importance (draft, (guint) g_rand_int_range (rand, 0, 120));
      if (g_rand_boolean (rand))
        dl_draft_put_place (draft, PICK (rand, names));
      for (gint k = g_rand_int_range (rand, -1, 3); k > 0; k--)
        dl_draft_put_topic (draft, PICK (rand, names));
      for (gint k = g_rand_int_range (rand, -1, 3); k > 0; k--)
        dl_draft_put_person (draft, PICK (rand, names));
      for (gint k = g_rand_int_range (rand, -1, 3); k > 0; k--)
        dl_draft_put_source (draft, &(DlSource){ .title = PICK (rand, names), .url = PICK (rand, urls) });
      if (g_rand_int_range (rand, 0, 6) == 0)
        dl_draft_put_relation (draft, PICK (rand, ids), DL_RELATION_PART_OF);
      dl_draft_end_event (draft);
    }
  dl_draft_add_topic (draft, "日本", "Japan", "red");
  dl_draft_add_person (draft, "Bo", "Bo Ek", NULL);
}

static void
check_same_refs (const guint32 *first, const guint32 *second, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (first[i], ==, second[i]);
}

static void
check_same_event (DlTimeline *first, guint position, DlTimeline *second)
{
  const DlEventRecord *a = dl_timeline_get_record (first, position);
  guint                other = dl_timeline_find (second, a->id);
  g_autoptr (GArray)   related = dl_timeline_dup_related (first, position);
  g_autoptr (GArray)   other_related = NULL;
  const DlEventRecord *b;

  g_assert_cmpuint (other, !=, DL_NONE);
  other_related = dl_timeline_dup_related (second, other);
  g_assert_cmpuint (related->len, ==, other_related->len);
  b = dl_timeline_get_record (second, other);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->date_text, ==, b->date_text);
  g_assert_cmpint (a->start.seconds, ==, b->start.seconds);
  g_assert_cmpint (a->end.seconds, ==, b->end.seconds);
  g_assert_cmpuint (a->origin, ==, b->origin);
  g_assert_cmpuint (a->date_flags, ==, b->date_flags);
  g_assert_cmpuint (a->place, ==, b->place);
  g_assert_cmpuint (a->status, ==, b->status);
  g_assert_cmpuint (a->importance, ==, b->importance);
  g_assert_cmpuint (a->n_topics, ==, b->n_topics);
  g_assert_cmpuint (a->n_people, ==, b->n_people);
  g_assert_cmpuint (a->n_sources, ==, b->n_sources);
  check_same_refs (dl_timeline_get_event_topics (first, position), dl_timeline_get_event_topics (second, other),
                   a->n_topics);
  check_same_refs (dl_timeline_get_event_people (first, position), dl_timeline_get_event_people (second, other),
                   a->n_people);
  check_same_refs (dl_timeline_get_event_sources (first, position), dl_timeline_get_event_sources (second, other),
                   a->n_sources);
}

/* What is noted of events while they are written is what stands in the text. */
static void
test_outlined (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  guint   n_events = 0;

  g_test_message ("first seed: %u", seed);
  for (guint i = 0; i < 200; i++, seed++)
    {
      g_autoptr (GRand)    rand = g_rand_new_with_seed (seed);
      g_autoptr (DlDraft)  draft = dl_draft_new ();
      g_autoptr (DlLoaded) loaded = NULL;
      g_autoptr (DlLoaded) again = NULL;

      g_test_message ("seed %u", seed);
      begin (draft, 0, "One at least", "2000");
      g_assert_true (dl_draft_end_event (draft));
      put_random (rand, draft, 60);
      loaded = end (draft, "", NULL);
      again = dl_load_bytes (loaded->own_text, "its text", NULL, NULL);
      g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, dl_timeline_get_n_events (again->timeline));
      for (guint k = 0; k < dl_timeline_get_n_events (again->timeline); k++)
        check_same_event (loaded->timeline, k, again->timeline);
      n_events += dl_timeline_get_n_events (again->timeline);
    }
  g_assert_cmpuint (n_events, >, 200 * 20);
}

/* Who is not known is nobody; whose name begins so is somebody. */
static void
test_nobody (void)
{
  static const char *const names[] = { "unknown", "No", "N/A", "Unknownsky", "?",    "Nobody", "Un",
                                       "–",       "Na", "Nan", "(unknown)",  "不明", "n. n.",  "none" };
  g_autoptr (DlDraft)      draft = dl_draft_new ();
  g_autoptr (DlLoaded)     loaded = NULL;

  begin (draft, 0, "Found", "1900");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    dl_draft_put_person (draft, names[i]);
  g_assert_true (dl_draft_end_event (draft));
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (dl_timeline_get_n_people (loaded->timeline), ==, 5);
  g_assert_cmpstr (dl_timeline_get_person (loaded->timeline, 0)->name, ==, "No");
  g_assert_cmpstr (dl_timeline_get_person (loaded->timeline, 1)->name, ==, "Unknownsky");
  g_assert_cmpstr (dl_timeline_get_person (loaded->timeline, 2)->name, ==, "Un");
  g_assert_cmpstr (dl_timeline_get_person (loaded->timeline, 3)->name, ==, "Na");
  g_assert_cmpstr (dl_timeline_get_person (loaded->timeline, 4)->name, ==, "Nan");
}

/* What has a date and an address, and not a word, is called by its date. */
static void
test_wordless (void)
{
  g_autoptr (DlDraft)  draft = dl_draft_new ();
  g_autoptr (DlLoaded) loaded = NULL;

  begin (draft, 0, NULL, "1900");
  dl_draft_put_source (draft, &(DlSource){ .url = "https://example.org/" });
  g_assert_true (dl_draft_end_event (draft));
  begin (draft, 1, NULL, "1901");
  g_assert_false (dl_draft_end_event (draft));
  loaded = end (draft, "", NULL);
  g_assert_cmpuint (loaded->n_events_lost, ==, 1);
  g_assert_cmpstr (dl_timeline_get_record (loaded->timeline, 0)->title, ==, "1900");
}

/* A digit too many is seen where only one year without it can be meant. */
static void
test_year_meant (void)
{
  static const struct
  {
    gint64      year;
    const char *meant;
  } rows[] = {
    { 15211, "1521" }, { 21001, "2100" }, { 21011, "1011" }, { 21999, "1999" },    { 98211, NULL },
    { 90211, NULL },   { 9999, NULL },    { 1521, NULL },    { 121500, NULL },     { -15211, NULL },
    { 10005, "1000" }, { 20251, "2025" }, { 0, NULL },       { G_MAXINT64, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *meant = dl_draft_dup_year_meant (rows[i].year);

      g_assert_cmpstr (meant, ==, rows[i].meant);
    }
}

static void
walk_nothing (G_GNUC_UNUSED guint64         key,
              G_GNUC_UNUSED gpointer        data,
              G_GNUC_UNUSED DlEventTextFunc func,
              G_GNUC_UNUSED gpointer        func_data)
{
}

static DlEventDetails *
read_nothing (G_GNUC_UNUSED guint64 key, G_GNUC_UNUSED gpointer data)
{
  return NULL;
}

static void
put_plain (G_GNUC_UNUSED DlDraft *draft)
{
}

static void
put_all_that_goes (DlDraft *draft)
{
  dl_draft_put_source (draft, &(DlSource){ .title = "A book", .publisher = "A press", .url = "https://example.org/" });
  dl_draft_put_source (draft, &(DlSource){ .publisher = "A press alone" });
  dl_draft_put_topic (draft, "Topic");
  dl_draft_put_topic (draft, "Topic");
  dl_draft_put_person (draft, "Somebody");
  dl_draft_put_place (draft, "Here");
  dl_draft_put_importance (draft, 0);
  dl_draft_put_id (draft, "own");
}

static void
put_title_of_all (DlDraft *draft)
{
  dl_draft_set_title (draft, "All");
}

static void
put_era (DlDraft *draft)
{
  dl_draft_add_era (draft, 0, "Then", "1900/1910");
}

static void
put_named_topic (DlDraft *draft)
{
  dl_draft_add_topic (draft, "a", "A", NULL);
}

static void
put_named_person (DlDraft *draft)
{
  dl_draft_add_person (draft, "a", "A", NULL);
}

static void
put_relation (DlDraft *draft)
{
  dl_draft_put_relation (draft, "other", DL_RELATION_SEE_ALSO);
}

static void
put_odd_topic (DlDraft *draft)
{
  dl_draft_put_topic (draft, "\u3000Topic");
}

static void
put_odd_person (DlDraft *draft)
{
  dl_draft_put_person (draft, "\u3000Somebody");
}

static void
put_odd_place (DlDraft *draft)
{
  dl_draft_put_place (draft, "\u3000Here");
}

static void
put_odd_title (DlDraft *draft)
{
  dl_draft_put_title (draft, "\u3000");
}

static void
put_odd_date (DlDraft *draft)
{
  dl_draft_put_date (draft, "2025-13");
}

static void
put_dated_source (DlDraft *draft)
{
  dl_draft_put_source (draft, &(DlSource){ .title = "A book", .date = "1900" });
}

static void
put_authored_source (DlDraft *draft)
{
  dl_draft_put_source (draft, &(DlSource){ .title = "A book", .author = "Somebody" });
}

static void
put_unsafe_source (DlDraft *draft)
{
  dl_draft_put_source (draft, &(DlSource){ .title = "A book", .url = "javascript:x" });
}

static void
put_crowd (DlDraft *draft)
{
  for (guint i = 0; i < 70000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Guest %u", i);

      dl_draft_put_person (draft, name);
    }
}

/* What is not written down is the same as what is, and what might not be is refused. */
static void
test_straight (void)
{
  static const struct
  {
    const char *what;
    void (*put) (DlDraft *);
    gboolean taken;
  } rows[] = {
    { "plain", put_plain, TRUE },
    { "all that goes", put_all_that_goes, TRUE },
    { "a title of the whole", put_title_of_all, FALSE },
    { "an era", put_era, FALSE },
    { "a topic with a name", put_named_topic, FALSE },
    { "a person with a name", put_named_person, FALSE },
    { "a relation", put_relation, FALSE },
    { "an odd topic", put_odd_topic, FALSE },
    { "an odd person", put_odd_person, FALSE },
    { "an odd place", put_odd_place, FALSE },
    { "an odd title", put_odd_title, FALSE },
    { "an odd date", put_odd_date, FALSE },
    { "a source with a date", put_dated_source, FALSE },
    { "a source with an author", put_authored_source, FALSE },
    { "a source that is not safe", put_unsafe_source, FALSE },
    { "a crowd", put_crowd, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlTimeline) timeline = NULL;
      g_autoptr (DlLoaded)   loaded = NULL;
      guint                  n_events = 0;

      g_test_message ("%s", rows[i].what);
      for (guint straight = 0; straight < 2; straight++)
        {
          g_autoptr (DlDraft) draft = dl_draft_new ();

          if (straight)
            dl_draft_go_straight (draft, 100, read_nothing, walk_nothing, NULL, NULL);
          for (guint k = 0; k < 2; k++)
            {
              dl_draft_begin_event (draft, k);
              dl_draft_put_title (draft, k == 0 ? "Event" : "Next");
              dl_draft_put_date (draft, "2025");
              if (k == 0)
                rows[i].put (draft);
              dl_draft_end_event (draft);
            }
          if (straight)
            timeline = dl_draft_end_straight (draft, &n_events);
          else
            loaded = end (draft, "", NULL);
        }
      g_assert_cmpint (timeline != NULL, ==, rows[i].taken);
      if (timeline == NULL)
        continue;
      g_assert_cmpuint (n_events, ==, 2);
      assert_timelines_alike (timeline, loaded->timeline);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/draft/many", test_many);
  g_test_add_func ("/formats/draft/year-meant", test_year_meant);
  g_test_add_func ("/formats/draft/nothing-left", test_nothing_left);
  g_test_add_func ("/formats/draft/places", test_places);
  g_test_add_func ("/formats/draft/empty", test_empty);
  g_test_add_func ("/formats/draft/dates", test_dates);
  g_test_add_func ("/formats/draft/note", test_note);
  g_test_add_func ("/formats/draft/told", test_told);
  g_test_add_func ("/formats/draft/alike", test_alike);
  g_test_add_func ("/formats/draft/ids", test_ids);
  g_test_add_func ("/formats/draft/outlined", test_outlined);
  g_test_add_func ("/formats/draft/nobody", test_nobody);
  g_test_add_func ("/formats/draft/wordless", test_wordless);
  g_test_add_func ("/formats/draft/straight", test_straight);
  return g_test_run ();
}
