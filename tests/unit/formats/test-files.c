/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several files read as one timeline, and what is in folders. */
#include <string.h>

#include <glib/gstdio.h>

#include "base/dl-error.h"
#include "formats/dl-file-names.h"
#include "formats/dl-loader.h"
#include "formats/dl-pasted.h"

#define FIRST                                                                                                          \
  "{\"title\": \"First\", \"people\": [{\"id\": \"p\", \"name\": \"Ida Moor\"}],"                                      \
  " \"sources\": [{\"id\": \"s\", \"title\": \"Gazette\"}], \"events\": ["                                             \
  "{\"id\": \"call\", \"title\": \"First call\", \"date\": \"2025-10-25\", \"quotes\": [{\"text\": \"Good\","          \
  " \"speaker\": \"p\", \"source\": \"s\"}], \"related\": [{\"event\": \"talk\", \"type\": \"leads-to\"}]},"           \
  "{\"id\": \"talk\", \"title\": \"First talk\", \"date\": \"2025-10-28\"}]}"
#define SECOND                                                                                                         \
  "{\"people\": [{\"id\": \"q\", \"name\": \"Lu Tan\"}, {\"id\": \"p\", \"name\": \"Omar Reyes\"}],"                   \
  " \"sources\": [{\"id\": \"t\", \"title\": \"Journal\"}, {\"id\": \"s\", \"title\": \"Herald\"}], \"events\": ["     \
  "{\"id\": \"talk\", \"title\": \"Second talk\", \"date\": \"2025-10-26\", \"status\": \"sometime\"},"                \
  "{\"id\": \"call\", \"title\": \"Second call\", \"date\": \"2025-10-27\", \"summary\": \"Brief\", \"quotes\":"       \
  " [{\"text\": \"Bad\", \"speaker\": \"p\", \"source\": \"s\"}], \"related\":"                                        \
  " [{\"event\": \"talk\", \"type\": \"responds-to\"}]}]}"

typedef struct
{
  char      *folder;
  GPtrArray *paths;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->paths->len; i++)
    g_unlink (self->paths->pdata[i]);
  g_ptr_array_unref (self->paths);
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* Returns: (transfer full) */
static GFile *
write_file (Fixture *self, const char *name, const char *contents)
{
  char              *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (self->paths, path);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static const char *
title_of_other (DlTimeline *timeline, const char *id)
{
  g_autoptr (GArray) related = dl_timeline_dup_related (timeline, dl_timeline_find (timeline, id));

  g_assert_cmpuint (related->len, ==, 1);
  return dl_timeline_get_record (timeline, g_array_index (related, DlRelated, 0).position)->title;
}

static gboolean
find_quote_cb (const DlEventText *text, gpointer data)
{
  if (text->kind != DL_EVENT_TEXT_QUOTE)
    return TRUE;
  *(guint32 *) data = text->source;
  return FALSE;
}

/* Who said it, by way of the details, and where it stands, by the texts. */
static void
assert_quote (DlTimeline *timeline, const char *id, const char *text, const char *speaker, const char *source)
{
  guint                      position = dl_timeline_find (timeline, id);
  g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, position);
  const DlQuote             *quote;
  guint32                    walked = DL_NONE;

  g_assert_cmpuint (details->quotes->len, ==, 1);
  quote = details->quotes->pdata[0];
  g_assert_cmpstr (quote->text, ==, text);
  g_assert_cmpstr (dl_timeline_get_person (timeline, quote->speaker)->name, ==, speaker);
  g_assert_cmpstr (dl_timeline_get_source (timeline, quote->source)->title, ==, source);
  g_assert_cmpstr (dl_timeline_get_person (timeline, dl_timeline_get_event_speakers (timeline, position)[0])->name, ==,
                   speaker);
  dl_timeline_walk_texts (timeline, position, find_quote_cb, &walked);
  g_assert_cmpuint (walked, ==, quote->source);
}

/* The same ids in two files: each event is as it is there. */
static void
test_apart (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)          first = write_file (self, "first.json", FIRST);
  g_autoptr (GFile)          second = write_file (self, "second.json", SECOND);
  GFile                     *files[] = { first, second };
  const char                *names[] = { "first.json", "./second.json" };
  g_autoptr (GError)         error = NULL;
  g_autoptr (DlLoaded)       loaded = dl_load_files (files, names, 2, NULL, &error);
  g_autoptr (DlEventDetails) details = NULL;
  g_autofree char           *told = NULL;
  DlTimeline                *timeline;

  g_assert_no_error (error);
  timeline = loaded->timeline;
  g_assert_cmpuint (loaded->n_events_in_file, ==, 4);
  g_assert_cmpuint (loaded->files->len, ==, 2);
  g_assert_null (loaded->failures);
  g_assert_null (loaded->own_text);
  g_assert_cmpstr (dl_timeline_get_title (timeline), ==, "First and second.json");
  g_assert_cmpuint (dl_timeline_get_n_events (timeline), ==, 4);
  g_assert_cmpstr (title_of_other (timeline, "call"), ==, "First talk");
  g_assert_cmpstr (title_of_other (timeline, "second.json:call"), ==, "Second talk");
  assert_quote (timeline, "call", "Good", "Ida Moor", "Gazette");
  assert_quote (timeline, "second.json:call", "Bad", "Omar Reyes", "Herald");
  details = dl_timeline_dup_details (timeline, dl_timeline_find (timeline, "second.json:call"));
  g_assert_cmpstr (details->summary, ==, "Brief");
  g_assert_cmpstr (g_array_index (details->related, DlRelation, 0).event, ==, "second.json:talk");
  /* Where each of its problems is. */
  g_assert_cmpuint (loaded->problems->len, ==, 1);
  told = dl_problem_to_string (loaded->problems->pdata[0]);
  g_assert_true (g_str_has_prefix (told, "./second.json:1:"));
}

/* What a failure says to who reads it in a window. */
static void
test_failure_words (void)
{
  static const struct
  {
    const char *failure;
    const char *words;
    const char *file; /* nullable */
    guint       line;
  } cases[] = {
    { "/a/story.json:1204:3: not valid JSON: why", "story.json, line 1204, column 3: not valid JSON: why",
      "/a/story.json", 1204 },
    { "/a/1:2: b.json:3:4: why: 5:6: more", "1:2: b.json, line 3, column 4: why: 5:6: more", "/a/1:2: b.json", 3 },
    { "<stdin>:4:1: why", "<stdin>, line 4, column 1: why", "<stdin>", 4 },
    { "/a/story.json: no such file", "story.json: no such file", "/a/story.json", 0 },
    { "/a/12:30.json: no such file", "12:30.json: no such file", "/a/12:30.json", 0 },
    { "one.json: “a” is left out", "one.json: “a” is left out", NULL, 0 },
    { "The text is not a timeline", "The text is not a timeline", NULL, 0 },
    { "", "", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlProblem) problem = dl_problem_new_of_failure (cases[i].failure);
      g_autofree char      *words = dl_problem_dup_words (problem);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (problem->file, ==, cases[i].file);
      g_assert_cmpuint (problem->line, ==, cases[i].line);
      g_assert_cmpint (problem->origin != NULL, ==, cases[i].line > 0 && *cases[i].file == '/');
    }
}

/* A name that is no text, twice the same for whoever reads it. */
static void
test_odd_names (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)    first = write_file (self, "\xff.json", FIRST);
  g_autoptr (GFile)    second = write_file (self, "\xfe.json", SECOND);
  GFile               *files[] = { first, second };
  const char          *names[] = { "\xff.json", "\xfe.json" };
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_files (files, names, 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dl_timeline_get_file (loaded->timeline, 0)->id, !=, dl_timeline_get_file (loaded->timeline, 1)->id);
  for (guint i = 0; i < 4; i++)
    g_assert_true (g_utf8_validate (dl_timeline_get_record (loaded->timeline, i)->id, -1, NULL));
}

/* What fails loses no other. */
static void
test_failures (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)    first = write_file (self, "first.json", FIRST);
  g_autoptr (GFile)    broken = write_file (self, "broken.json", "{\"events\": [");
  g_autoptr (GFile)    other = write_file (self, "other.json", "7");
  GFile               *files[] = { broken, first, other };
  const char          *names[] = { "broken.json", "first.json", "other.json" };
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_files (files, names, 3, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dl_timeline_get_title (loaded->timeline), ==, "First");
  g_assert_cmpuint (dl_timeline_get_n_files (loaded->timeline), ==, 0);
  g_assert_cmpuint (loaded->files->len, ==, 1);
  g_assert_true (loaded->files->pdata[0] == first);
  g_assert_nonnull (loaded->own_text);
  g_assert_cmpuint (g_strv_length (loaded->failures), ==, 2);
  g_assert_true (g_str_has_prefix (loaded->failures[0], "broken.json:1:"));
  g_assert_true (g_str_has_prefix (loaded->failures[1], "other.json: "));

  files[1] = broken;
  g_assert_null (dl_load_files (files, names, 3, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_NOT_JSON);
  g_assert_nonnull (strstr (error->message, "\nother.json: "));
}

/* A folder is the timelines in it, by what they are and not by how they are called. */
static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)    folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile)    second = NULL;
  g_autoptr (GFile)    first = NULL;
  g_autoptr (GFile)    notes = NULL;
  g_autoptr (GFile)    hidden = NULL;
  g_autoptr (GFile)    broken = NULL;
  const char          *name = "some/where";
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = NULL;

  notes = write_file (self, "notes.txt", "Nothing to see\n");
  g_assert_null (dl_load_files (&folder, &name, 1, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_READ);
  g_assert_true (g_str_has_prefix (error->message, "some/where: "));
  g_clear_error (&error);

  second = write_file (self, "second", SECOND);
  first = write_file (self, "a first", FIRST);
  hidden = write_file (self, ".hidden.json", FIRST);
  broken = write_file (self, "z.json", "{\"events\":");
  loaded = dl_load_files (&folder, &name, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->files->len, ==, 2);
  g_assert_true (g_file_equal (loaded->files->pdata[0], first));
  g_assert_true (g_file_equal (loaded->files->pdata[1], second));
  g_assert_cmpuint (g_strv_length (loaded->failures), ==, 1);
  g_assert_true (g_str_has_prefix (loaded->failures[0], "some/where/z.json:1:"));
}

static void
test_pasted (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes)   text = g_bytes_new_static (FIRST, strlen (FIRST));
  g_autoptr (GBytes)   none = g_bytes_new_static ("Good morning", 12);
  g_autoptr (GFile)    file = dl_pasted_new (text);
  g_autoptr (GFile)    bad = dl_pasted_new (none);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_files (&file, NULL, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dl_timeline_get_title (loaded->timeline), ==, "First");
  g_assert_true (g_bytes_equal (loaded->own_text, text));
  g_assert_true (dl_load_knows (text));
  g_assert_false (dl_load_knows (none));
  g_assert_null (dl_load_files (&bad, NULL, 1, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE);
  g_clear_error (&error);
  dl_pasted_forget (file);
  g_assert_null (dl_load_files (&file, NULL, 1, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_READ);
}

static void
test_names (void)
{
  const char    *names[] = { "/a/x/one.json", "/b/x/one.json", "two.json", "<stdin>", "/a/x/one.json", "one.json" };
  g_auto (GStrv) shorter = dl_file_names_shorten (names, G_N_ELEMENTS (names));
  g_auto (GStrv) nothing = dl_file_names_shorten (NULL, 0);

  g_assert_true (g_strv_equal ((const char *const *) shorter,
                               (const char *const[]){ "a/x/one.json", "b/x/one.json", "two.json", "<stdin>",
                                                      "a/x/one.json (2)", "one.json", NULL }));
  g_assert_null (nothing[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/formats/files/apart", Fixture, NULL, set_up, test_apart, tear_down);
  g_test_add_func ("/formats/files/failure-words", test_failure_words);
  g_test_add ("/formats/files/odd-names", Fixture, NULL, set_up, test_odd_names, tear_down);
  g_test_add ("/formats/files/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/formats/files/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/formats/files/pasted", Fixture, NULL, set_up, test_pasted, tear_down);
  g_test_add_func ("/formats/files/names", test_names);
  return g_test_run ();
}
