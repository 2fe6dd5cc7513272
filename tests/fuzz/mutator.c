/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "mutator.h"

#include <string.h>

#include "base/dl-error.h"
#include "formats/dl-json-text.h"
#include "formats/dl-loader.h"

#define PIECE(literal)                                                                                                 \
  {                                                                                                                    \
    literal, sizeof literal - 1                                                                                        \
  }

/* Longer than this a mutated file does not grow. */
#define MAX_LENGTH (64 * 1024)

static const struct
{
  const char *bytes;
  gsize       length;
} pieces[] = {
  PIECE ("{"),
  PIECE ("}"),
  PIECE ("["),
  PIECE ("]"),
  PIECE (","),
  PIECE (":"),
  PIECE ("\""),
  PIECE ("\\"),
  PIECE ("{}"),
  PIECE ("[]"),
  PIECE ("[[[[[[[["),
  PIECE ("\"\""),
  PIECE ("null"),
  PIECE ("true"),
  PIECE ("false"),
  PIECE ("0"),
  PIECE ("-1"),
  PIECE ("01"),
  PIECE ("1e999"),
  PIECE ("1.5e-3"),
  PIECE ("9223372036854775807"),
  PIECE ("9223372036854775808"),
  PIECE ("NaN"),
  PIECE (" "),
  PIECE ("\n"),
  PIECE ("\r"),
  PIECE ("\t"),
  PIECE ("\0"),
  PIECE ("\x01"),
  PIECE ("\\u0000"),
  PIECE ("\\ud800"),
  PIECE ("\\udc00"),
  PIECE ("\\ud83d\\ude00"),
  PIECE ("\\n"),
  PIECE ("\\u00e9"),
  PIECE ("日本"),
  PIECE ("😀"),
  PIECE ("\xc3"),
  PIECE ("\xff"),
  PIECE ("\xed\xa0\x80"),
  PIECE ("\xef\xbb\xbf"),
  PIECE ("\x1f\x8b"),
  PIECE ("//"),
  PIECE ("/**/"),
  PIECE ("'"),
  PIECE (",null"),
  PIECE (",{}"),
  PIECE ("\"id\":"),
  PIECE ("\"id\":\"talk\","),
  PIECE ("\"title\":"),
  PIECE ("\"date\":"),
  PIECE ("\"date\":\"2025\","),
  PIECE ("\"events\":["),
  PIECE ("\"people\":[\"speaker\"],"),
  PIECE ("\"quotes\":[{\"text\":\"x\"}],"),
  PIECE ("\"related\":[{\"event\":\"old\"}],"),
  PIECE ("\"status\":\"planned\","),
  PIECE ("\"importance\":"),
  PIECE ("{\"title\":\"x\",\"date\":\"2025-XX-25\"},"),
  PIECE ("2025-10-25T22:00:00Z"),
  PIECE ("Y-170000002"),
  PIECE ("Y1E9S3"),
  PIECE ("-9999"),
  PIECE ("/.."),
  PIECE ("../"),
  PIECE ("~"),
  PIECE ("?"),
  PIECE ("%"),
  PIECE ("X"),
  PIECE ("{2025,2026..}"),
  PIECE ("2025-24"),
  PIECE ("2025-02-30"),
  PIECE ("+14:00"),
  PIECE ("\r\n "),
  PIECE ("BEGIN:VEVENT\r\n"),
  PIECE ("END:VEVENT\r\n"),
  PIECE ("DTSTART:20250101T000000Z\r\n"),
  PIECE ("RRULE:FREQ=MONTHLY;BYDAY=-1SU\r\n"),
  PIECE (";INTERVAL=99999"),
  PIECE (";COUNT=1000"),
  PIECE ("P9999999W"),
  PIECE (" every 2 weeks x9: "),
  PIECE (" / 9 years: "),
  PIECE ("\nafter !a 3 days: b !a\n"),
  PIECE ("\"ph\":\"B\","),
  PIECE ("\"ts\":1e300,"),
  PIECE ("\"ts\":-8.9e15,"),
};

static const char *const values[] = {
  "null",
  "true",
  "false",
  "0",
  "-0.5",
  "101",
  "1e999",
  "99999999999999999999",
  "\"\"",
  "\" \"",
  "\"x\"",
  "\"talk\"",
  "\"event-3\"",
  "\"speaker\"",
  "\"2025\"",
  "\"2025-02-30\"",
  "\"../2025-10-25T22:00:00+14:00\"",
  "\"Y-170000002\"",
  "\"{1900..2025}\"",
  "\"planned\"",
  "\"see-also\"",
  "\"\\u0000\"",
  "\"\\ud800\"",
  "\"\\ud83d\\ude00 日本\\n\\t\"",
  "{}",
  "[]",
  "[{}]",
  "[null, 1, \"x\", [], {}]",
  "[\"speaker\", \"speaker\", \"talks\", \"paper\", \"nobody\"]",
  "[{\"text\": \"x\", \"speaker\": \"speaker\"}, {\"text\": 1}, {\"text\": \"y\", \"date\": \"2025-13\"}]",
  "[{\"event\": \"talk\"}, {\"event\": \"answer\", \"type\": \"part-of\"}, {\"event\": null}]",
  "[{\"id\": \"talk\", \"title\": \"x\", \"date\": \"2025\"}, {\"id\": \"talk\", \"title\": \"x\", \"date\": "
  "\"2025~\"}, {\"title\": \"x\", \"date\": \"\"}]",
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
mutator_load_corpus (const char *folder)
{
  GPtrArray            *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, &error);
  const char           *name;
  guint                 i;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  /* Folders have no order of their own, and a seed is to mean the same anywhere. */
  g_ptr_array_sort (names, compare_names);
  for (i = 0; i < names->len; i++)
    {
      char *data;
      gsize length;

      /* What a test compares with is none to read. */
      if (!g_str_has_suffix (names->pdata[i], ".expected") &&
          g_file_get_contents (names->pdata[i], &data, &length, NULL))
        g_ptr_array_add (corpus, g_bytes_new_take (data, length));
    }
  g_assert_cmpuint (corpus->len, >, 0);
  return corpus;
}

static guint
below (GRand *rand, gsize end)
{
  return end == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) end);
}

/* At most @most, and at most @limit. A function, for MIN() asks twice. */
static guint
up_to (GRand *rand, gsize most, gsize limit)
{
  return below (rand, (most < limit ? most : limit) + 1);
}

static void
insert (GByteArray *text, guint at, const void *bytes, gsize length)
{
  guint old = text->len;

  if (length == 0 || old + length > MAX_LENGTH)
    return;
  g_byte_array_set_size (text, old + (guint) length);
  memmove (text->data + at + length, text->data + at, old - at);
  memcpy (text->data + at, bytes, length);
}

/* Puts another value in the place of a member's: what comes of it is still
 * JSON, as a rule, and so reaches the reader. */
static void
swap_value (GRand *rand, GByteArray *text)
{
  const char *data = (const char *) text->data;
  guint       at = below (rand, text->len + 1);
  guint       which = below (rand, G_N_ELEMENTS (values));
  const char *colon = at < text->len ? memchr (data + at, ':', text->len - at) : NULL;
  gsize       start;
  gsize       end;

  if (colon == NULL)
    return;
  start = (gsize) (colon - data) + 1;
  while (start < text->len && g_ascii_isspace (data[start]))
    start++;
  end = dl_json_skip_value (data, start, text->len);
  if (end > start)
    g_byte_array_remove_range (text, (guint) start, (guint) (end - start));
  insert (text, (guint) start, values[which], strlen (values[which]));
}

static void
mutate (GRand *rand, GByteArray *text, GPtrArray *corpus)
{
  guint at = below (rand, text->len + 1);
  guint length = up_to (rand, 1 + below (rand, 40), text->len - at);

  switch (below (rand, 10))
    {
    case 0:
      if (at < text->len)
        text->data[at] ^= (guint8) (1 << below (rand, 8));
      break;
    case 1:
      if (at < text->len)
        text->data[at] = (guint8) below (rand, 256);
      break;
    case 2:
      if (length > 0)
        g_byte_array_remove_range (text, at, length);
      break;
    case 3:
      {
        g_autofree guint8 *copy = length > 0 ? g_memdup2 (text->data + at, length) : NULL;

        insert (text, below (rand, text->len + 1), copy, length);
        break;
      }
    case 4:
      if (below (rand, 20) == 0)
        g_byte_array_set_size (text, at);
      break;
    case 5:
      {
        GBytes       *other = corpus->pdata[below (rand, corpus->len)];
        gsize         other_length;
        const guint8 *data = g_bytes_get_data (other, &other_length);
        guint         from = below (rand, other_length + 1);

        insert (text, at, data + from, up_to (rand, 300, other_length - from));
        break;
      }
    case 6:
      if (below (rand, 50) == 0)
        {
          guint n = below (rand, 3000);

          while (n-- > 0)
            insert (text, at, "[", 1);
        }
      break;
    default:
      {
        guint which = below (rand, G_N_ELEMENTS (pieces));

        if (length > 0 && below (rand, 2) == 0)
          g_byte_array_remove_range (text, at, length);
        insert (text, at, pieces[which].bytes, pieces[which].length);
        break;
      }
    }
}

GBytes *
mutator_next (GRand *rand, GPtrArray *corpus)
{
  GBytes       *seed = corpus->pdata[below (rand, corpus->len)];
  GByteArray   *text = g_byte_array_new ();
  gsize         length;
  const guint8 *data = g_bytes_get_data (seed, &length);
  guint         n = 1 + below (rand, 8);
  gboolean      wild = below (rand, 2) == 0;

  if (length > 0)
    g_byte_array_append (text, data, (guint) MIN (length, MAX_LENGTH));
  while (n-- > 0)
    {
      if (wild)
        mutate (rand, text, corpus);
      else
        swap_value (rand, text);
    }
  return g_byte_array_free_to_bytes (text);
}

static void
check_problems (const DlLoaded *loaded)
{
  guint n_lost = 0;
  guint line = 1;
  guint column = 1;
  guint i;

  for (i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];
      g_autofree char *string = dl_problem_to_string (problem);

      g_assert_true (g_utf8_validate (string, -1, NULL));
      /* Only Dateline's own is all JSON. */
      g_assert_true (problem->pointer[0] == '/' || strcmp (loaded->format, "Dateline") != 0);
      g_assert_true (strchr (problem->message, '\n') == NULL);
      /* In the order of the file. */
      g_assert_true (problem->line > line || (problem->line == line && problem->column >= column));
      line = problem->line;
      column = problem->column;
      if (problem->event_lost)
        n_lost++;
    }
  /* Of a table one sentence may tell of many rows, but none is lost without any. */
  if (strcmp (loaded->format, "Dateline") == 0)
    g_assert_cmpuint (n_lost, >=, loaded->n_events_lost);
  else
    g_assert_true (n_lost > 0 || loaded->n_events_lost == 0);
}

static void
check_events (const DlLoaded *loaded)
{
  DlTimeline *t = loaded->timeline;
  guint       n = dl_timeline_get_n_events (t);
  guint       n_quotes = 0;
  guint       i;
  guint       j;

  g_assert_cmpuint (n + loaded->n_events_lost, ==, loaded->n_events_in_file);
  for (i = 0; i < n; i++)
    {
      const DlEventRecord       *record = dl_timeline_get_record (t, i);
      g_autoptr (DlEventDetails) details = dl_timeline_dup_details (t, i);
      g_autoptr (GArray)         related = dl_timeline_dup_related (t, i);
      guint                      file = dl_timeline_get_event_file (t, i);

      g_assert_true (file == DL_NONE || file < dl_timeline_get_n_files (t));
      g_assert_true (g_utf8_validate (record->title, -1, NULL));
      g_assert_cmpuint (strlen (record->title), >, 0);
      g_assert_true (g_utf8_validate (record->id, -1, NULL));
      g_assert_cmpuint (dl_timeline_find (t, record->id), ==, i);
      g_assert_true (dl_date_parse (record->date_text, -1, &(DlDate){ 0 }, NULL));
      g_assert_true (record->place == DL_NONE || record->place < dl_timeline_get_n_places (t));
      g_assert_true (record->importance <= 100 || record->importance == DL_IMPORTANCE_UNSET);
      g_assert_cmpuint (record->status, <, DL_N_STATUSES);
      for (j = 0; j < record->n_topics; j++)
        g_assert_cmpuint (dl_timeline_get_event_topics (t, i)[j], <, dl_timeline_get_n_topics (t));
      for (j = 0; j < record->n_people; j++)
        g_assert_cmpuint (dl_timeline_get_event_people (t, i)[j], <, dl_timeline_get_n_people (t));
      for (j = 0; j < record->n_sources; j++)
        g_assert_cmpuint (dl_timeline_get_event_sources (t, i)[j], <, dl_timeline_get_n_sources (t));
      for (j = 0; j < record->n_speakers; j++)
        g_assert_cmpuint (dl_timeline_get_event_speakers (t, i)[j], <, dl_timeline_get_n_people (t));
      g_assert_cmpuint (details->quotes->len, ==, record->n_quotes);
      for (j = 0; j < related->len; j++)
        g_assert_cmpuint (g_array_index (related, DlRelated, j).position, <, n);
      n_quotes += record->n_quotes;
    }
  g_assert_cmpuint (n_quotes, ==, dl_timeline_get_n_quotes (t));
}

gboolean
mutator_check (GBytes *bytes)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_bytes (bytes, "mutated", NULL, &error);

  if (loaded == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == DL_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "mutated:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }
  g_assert_no_error (error);
  check_problems (loaded);
  check_events (loaded);
  return TRUE;
}
