/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of all formats and what is read in them. Beside each `NAME` of
 * tests/fixtures/formats stands a `NAME.expected`, which tells of the format, how
 * many events were read, each event in its order, and each problem. With
 * DATELINE_SHOW=NAME in the environment what is read in that one is printed. */
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "formats/dl-loader.h"

/* A line feed would end the line. */
static void
add_text (GString *out, const char *before, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, before);
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (out, "\\n");
    else
      g_string_append_c (out, *p);
}

static void
print_event (GString *out, DlTimeline *timeline, guint index)
{
  const DlEventRecord       *record = dl_timeline_get_record (timeline, index);
  g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, index);
  const guint32             *topics = dl_timeline_get_event_topics (timeline, index);
  const guint32             *people = dl_timeline_get_event_people (timeline, index);
  const guint32             *sources = dl_timeline_get_event_sources (timeline, index);

  g_string_append_printf (out, "%s", record->date_text);
  add_text (out, " | ", record->title);
  if (record->status != DL_STATUS_HAPPENED)
    g_string_append_printf (out, " | status %s", dl_status_to_string (record->status));
  if (record->importance != DL_IMPORTANCE_UNSET)
    g_string_append_printf (out, " | importance %u", record->importance);
  if (record->place != DL_NONE)
    add_text (out, " | at ", dl_timeline_get_place (timeline, record->place)->name);
  for (guint i = 0; i < record->n_topics; i++)
    add_text (out, " | topic ", dl_timeline_get_topic (timeline, topics[i])->name);
  for (guint i = 0; i < record->n_people; i++)
    add_text (out, " | with ", dl_timeline_get_person (timeline, people[i])->name);
  for (guint i = 0; i < record->n_sources; i++)
    {
      const DlSource *source = dl_timeline_get_source (timeline, sources[i]);

      add_text (out, " | source ", source->title);
      add_text (out, " by ", source->publisher);
      add_text (out, " of ", source->author);
      if (g_strcmp0 (source->url, source->title) != 0)
        add_text (out, " ", source->url);
    }
  add_text (out, " | note ", details->date_note);
  add_text (out, " | ", details->summary);
  for (guint i = 0; i < details->quotes->len; i++)
    {
      const DlQuote *quote = details->quotes->pdata[i];

      add_text (out, " | quote ", quote->text);
      add_text (out, " by ",
                quote->speaker != DL_NONE ? dl_timeline_get_person (timeline, quote->speaker)->name
                                          : quote->speaker_name);
    }
  for (guint i = 0; i < details->related->len; i++)
    {
      DlRelation *relation = &g_array_index (details->related, DlRelation, i);

      g_string_append_printf (out, " | %s %s", dl_relation_type_to_string (relation->type), relation->event);
    }
  g_string_append_c (out, '\n');
}

/* What was read, a line each. transfer full */
static char *
print_timeline (DlTimeline *timeline)
{
  GString *out = g_string_new (NULL);

  add_text (out, "title ", dl_timeline_get_title (timeline));
  add_text (out, "\ndescription ", dl_timeline_get_description (timeline));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < dl_timeline_get_n_eras (timeline); i++)
    {
      const DlEra *era = dl_timeline_get_era (timeline, i);

      g_string_append_printf (out, "era %s | %s\n", era->date_text, era->title);
    }
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    print_event (out, timeline, i);
  return g_string_free (out, FALSE);
}

/* What is told of an event has its title, and leads to it where it is there. */
static void
check_problem (DlTimeline *timeline, const DlProblem *problem)
{
  guint position =
    problem->key == DL_PROBLEM_NO_EVENT ? DL_NONE : dl_timeline_find_key (timeline, problem->part, problem->key);

  if (problem->key == DL_PROBLEM_NO_EVENT)
    return;
  g_assert_nonnull (problem->title);
  g_assert_true ((position == DL_NONE) == problem->event_lost);
  if (position != DL_NONE)
    g_assert_cmpstr (dl_timeline_get_record (timeline, position)->title, ==, problem->title);
}

static char *
print_loaded (DlLoaded *loaded)
{
  GString         *out = g_string_new (NULL);
  g_autofree char *timeline = print_timeline (loaded->timeline);

  g_string_append_printf (out, "%s: %u of %u events\n%s", loaded->format,
                          loaded->n_events_in_file - loaded->n_events_lost, loaded->n_events_in_file, timeline);
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];
      DlProblem        plain = *problem;
      g_autofree char *text = NULL;

      check_problem (loaded->timeline, problem);
      /* What it is stands before it here. */
      plain.note = FALSE;
      text = dl_problem_to_string (&plain);
      g_string_append_printf (out, "%s %s\n", problem->note ? "note" : problem->event_lost ? "lost" : "problem", text);
    }
  return g_string_free (out, FALSE);
}

/* Of a file "kept-NAME", which has what its format defines and what real files add, nothing is lost in silence:
 * each word with "tok" in it stands in what was read or in what is told. Where there is no place for a value, its
 * name is such a word. What means nothing to anybody has none: ids, colours, how it is drawn, when it was written. */
static void
check_tokens (const char *text, const char *found)
{
  const char *letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  guint       n = 0;

  for (const char *at = text; *at != '\0';)
    {
      gsize            length = strspn (at, letters);
      g_autofree char *word = g_strndup (at, length);
      g_autofree char *small = g_ascii_strdown (word, -1);

      if (strstr (small, "tok") != NULL)
        {
          n++;
          if (strstr (found, word) == NULL)
            g_test_message ("lost: %s", word);
          g_assert_nonnull (strstr (found, word));
        }
      at += length + (at[length] != '\0' ? 1 : 0);
    }
  g_assert_cmpuint (n, >, 1);
}

static void
test_file (gconstpointer data)
{
  const char          *name = data;
  g_autofree char     *path = g_test_build_filename (G_TEST_DIST, "fixtures", "formats", name, NULL);
  g_autofree char     *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char     *expected = NULL;
  g_autofree char     *found = NULL;
  g_autofree char     *again = NULL;
  g_autofree char     *first = NULL;
  g_autoptr (GFile)    file = g_file_new_for_path (path);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_file_as (file, name, NULL, &error);
  g_autoptr (DlLoaded) converted = NULL;

  if (loaded == NULL)
    found = g_strdup_printf ("%s\n", error->message);
  else
    found = print_loaded (loaded);
  if (g_strcmp0 (g_getenv ("DATELINE_SHOW"), name) == 0)
    fputs (found, stdout);
  g_clear_error (&error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
  if (g_str_has_prefix (name, "kept-"))
    {
      g_autofree char *text = NULL;

      g_file_get_contents (path, &text, NULL, NULL);
      check_tokens (text, found);
    }
  if (loaded == NULL)
    return;
  /* What it is converted to is the same timeline, and without a fault. */
  g_assert_nonnull (dl_load_get_own_text (loaded, NULL));
  converted = dl_load_bytes (loaded->own_text, name, NULL, &error);
  g_assert_no_error (error);
  first = print_timeline (loaded->timeline);
  again = print_timeline (converted->timeline);
  g_assert_cmpstr (again, ==, first);
  g_assert_cmpuint (converted->n_events_lost, ==, 0);
  g_assert_cmpstr (converted->format, ==, "Dateline");
}

/* Of what event is told what readers tell, some of them before they begin one. */
static void
test_told (void)
{
  static const struct
  {
    const char *file, *message, *title;
  } rows[] = {
    { "broken-quotes.csv", "A quotation mark opens", "\"Landing" },
    { "calendar.ics", "This event goes on repeating", "Without an end" },
    { "calendar.ics", "This event is left out: DTSTART", "No such day" },
    { "plan.mw", "This event goes on repeating", "For ever" },
    { "plan.mw", "Only the first time of this event", "Not clear" },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autofree char     *path = g_test_build_filename (G_TEST_DIST, "fixtures", "formats", rows[r].file, NULL);
      g_autoptr (GFile)    file = g_file_new_for_path (path);
      g_autoptr (DlLoaded) loaded = dl_load_file_as (file, rows[r].file, NULL, NULL);
      const DlProblem     *found = NULL;

      g_assert_nonnull (loaded);
      for (guint i = 0; i < loaded->problems->len && found == NULL; i++)
        if (g_str_has_prefix (((DlProblem *) loaded->problems->pdata[i])->message, rows[r].message))
          found = loaded->problems->pdata[i];
      g_assert_nonnull (found);
      g_assert_cmpstr (found->title, ==, rows[r].title);
      g_assert_true ((found->key == DL_PROBLEM_NO_EVENT) == found->event_lost);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char      *folder = NULL;
  g_autoptr (GDir)      dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char           *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fixtures", "formats", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/formats/fixtures/", (char *) names->pdata[i], NULL);

      g_test_add_data_func (test, names->pdata[i], test_file);
    }
  g_test_add_func ("/formats/told", test_told);
  return g_test_run ();
}
