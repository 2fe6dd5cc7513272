/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "app/dl-command.h"
#include "app/dl-output.h"

#define SCHEMA_NAME "dateline.schema.json"
#define SCHEMA_URI "resource:///io/github/dateline_app/Dateline/" SCHEMA_NAME

/* A piece of the starting point: JSON, then a text in the reader's language as a string of
 * JSON, then more of it. */
typedef struct
{
  const char *json;
  const char *text;
  const char *rest;
} Piece;

/* Translators: here and in the following, the texts of a timeline that shows how one is written. “{ }”, “$schema” and
 * what stands in it with hyphens or digits are of the file format. */
static const Piece pieces[] = {
  { "{\n  \"$schema\": \"" SCHEMA_NAME "\",\n  \"dateline\": 1,\n  \"title\": ", N_ ("A new timeline"), ",\n" },
  { "  \"description\": ", N_ ("One event of each kind. Change what is here, and take out what you do not need."),
    ",\n" },
  /* Translators: the language tag (BCP 47) of your language, such as “ja” */
  { "  \"language\": ", NC_ ("language tag", "en"), ",\n" },
  { "  \"asOf\": \"2025-10-26\",\n  \"timezone\": \"UTC\",\n  \"//\": ",
    N_ ("Members with names that begin with //, #, $, _, @ or x- are yours; they are not read, and nothing is said of "
        "them."),
    ",\n" },
  { "  \"people\": [\n    { \"id\": \"speaker\", \"name\": ", N_ ("The speaker"), ", \"role\": " },
  { "", N_ ("Speaks for all"), " }\n  ],\n" },
  { "  \"places\": [\n    { \"id\": \"hall\", \"name\": ", N_ ("The hall"),
    ", \"timezone\": \"Asia/Tokyo\" }\n  ],\n" },
  { "  \"topics\": [\n    { \"id\": \"work\", \"name\": ", N_ ("Work"), ", \"color\": \"blue\" },\n" },
  { "    { \"id\": \"talks\", \"name\": ", N_ ("Talks"), ", \"color\": \"orange\" }\n  ],\n" },
  { "  \"sources\": [\n    { \"id\": \"paper\", \"title\": ", N_ ("A newspaper"),
    ", \"date\": \"2025-10-26\", \"url\": \"https://example.org/\" }\n  ],\n" },
  { "  \"eras\": [\n    { \"title\": ", N_ ("A time behind the events"), ", \"date\": \"2025-04/2025-09\" }\n  ],\n" },
  { "  \"events\": [\n    {\n      \"id\": \"instant\",\n      \"title\": ", N_ ("A moment, with its offset from UTC"),
    ",\n      \"date\": \"2025-10-24T18:30:00+09:00\",\n      \"place\": \"hall\",\n      \"people\": [\"speaker\"],\n"
    "      \"topics\": [\"talks\"],\n      \"importance\": 90,\n      \"summary\": " },
  { "", N_ ("A few sentences on what happened."),
    ",\n      \"sources\": [\"paper\"],\n      \"quotes\": [\n        { \"speaker\": \"speaker\", \"text\": " },
  { "", N_ ("The very words, without quotation marks."), ", \"source\": \"paper\" },\n" },
  { "        { \"speaker\": \"speaker\", \"text\": ", N_ ("What was meant, in other words."),
    ", \"exact\": false }\n      ]\n    },\n" },
  { "    { \"id\": \"day\", \"title\": ", N_ ("A day"),
    ", \"date\": \"2025-10-20\", \"topics\": [\"work\"], \"related\": [{ \"event\": \"instant\", \"type\": "
    "\"leads-to\" }] },\n" },
  { "    { \"id\": \"month\", \"title\": ", N_ ("A month: the day is not known"),
    ", \"date\": \"2025-09\", \"topics\": [\"work\"] },\n" },
  { "    { \"id\": \"year\", \"title\": ", N_ ("A year: no more is known"),
    ", \"date\": \"2024\", \"topics\": [\"work\"] },\n" },
  { "    { \"id\": \"interval\", \"title\": ", N_ ("From one day to another"),
    ", \"date\": \"2025-10-06/2025-10-17\", \"topics\": [\"work\"] },\n" },
  { "    { \"id\": \"open\", \"title\": ", N_ ("Begun, and still going on"),
    ", \"date\": \"2025-08-11/..\", \"status\": \"ongoing\", \"topics\": [\"work\"] },\n" },
  { "    { \"id\": \"approximate\", \"title\": ", N_ ("Around that month"),
    ", \"date\": \"2025-06~\", \"topics\": [\"talks\"] },\n" },
  { "    { \"id\": \"uncertain\", \"title\": ", N_ ("Perhaps on that day"),
    ", \"date\": \"2025-05-14?\", \"dateNote\": " },
  { "", N_ ("How the date is known, or what is doubtful about it."), ", \"topics\": [\"talks\"] },\n" },
  { "    { \"id\": \"disputed\", \"title\": ", N_ ("Some say that it happened, and some that it did not"),
    ", \"date\": \"2025-07\", \"status\": \"disputed\", \"topics\": [\"talks\"] },\n" },
  { "    { \"id\": \"cancelled\", \"title\": ", N_ ("What did not come about"),
    ", \"date\": \"2025-10-22\", \"status\": \"cancelled\", \"topics\": [\"talks\"] },\n" },
  { "    { \"id\": \"planned\", \"title\": ", N_ ("What is planned"),
    ", \"date\": \"2025-11-12\", \"status\": \"planned\", \"topics\": [\"talks\"], \"related\": [{ \"event\": "
    "\"cancelled\", \"type\": \"responds-to\" }] }\n  ]\n}\n" },
};

/* transfer full */
static char *
make_text (void)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  GString             *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const char      *words = strcmp (pieces[i].text, "en") == 0 ? C_ ("language tag", "en") : _ (pieces[i].text);
      g_autofree char *string = NULL;

      json_node_set_string (node, words);
      string = json_to_string (node, FALSE);
      g_string_append_printf (text, "%s%s%s", pieces[i].json, string, pieces[i].rest);
    }
  return g_string_free (text, FALSE);
}

/* Never over what is there. */
static gboolean
write_new (GFile *file, gconstpointer contents, gsize length, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL && g_output_stream_write_all (G_OUTPUT_STREAM (stream), contents, length, NULL, NULL, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* Beside @file, unless there is one. */
static gboolean
write_schema (GFile *file, GError **error)
{
  g_autoptr (GFile)  folder = g_file_get_parent (file);
  g_autoptr (GFile)  copy = folder != NULL ? g_file_get_child (folder, SCHEMA_NAME) : NULL;
  g_autoptr (GFile)  schema = g_file_new_for_uri (SCHEMA_URI);
  g_autoptr (GBytes) bytes = g_file_load_bytes (schema, NULL, NULL, error);
  g_autoptr (GError) reason = NULL;
  gsize              length;
  gconstpointer      contents;

  if (bytes == NULL || copy == NULL)
    return FALSE;
  contents = g_bytes_get_data (bytes, &length);
  if (write_new (copy, contents, length, &reason) || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

int
dl_command_new (int argc, char **argv)
{
  static const GOptionEntry none[] = { { NULL } };
  g_autoptr (GFile)         file = NULL;
  g_autoptr (GError)        error = NULL;
  g_autofree char          *text = NULL;
  g_autofree char          *message = NULL;
  int                       code;

  if (!dl_command_parse (&argc, &argv, none, _ ("FILE"),
                         _ ("Writes a timeline with one event of each kind, to be changed; never over a file."), &code))
    return code;
  if (argc != 2)
    return dl_command_misused ("new", argc < 2 ? _ ("a file is missing") : _ ("one file at a time"));
  text = make_text ();
  if (strcmp (argv[1], "-") == 0)
    {
      dl_print_json (text);
      return DL_EXIT_GOOD;
    }
  if (!dl_command_has_ending (argv[1], ".json"))
    return dl_command_misused ("new", _ ("the timeline’s name ends in .dateline.json or .json"));
  file = dl_command_new_file (argv[1]);
  if (!write_new (file, text, strlen (text), &error) || !write_schema (file, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        message = g_strdup_printf (_ ("%s is there already, and stays as it is"), argv[1]);
      else
        message = g_strdup (error->message);
      return dl_command_fail (DL_EXIT_BAD_INPUT, message);
    }
  /* Translators: the name of a file. “$schema” and the other names stay as they are. */
  dl_print_line (_ ("%s has one event of each kind; an editor that knows JSON Schema finds what may stand in it in "
                    "dateline.schema.json beside it, by its “$schema”."),
                 argv[1]);
  dl_print_line (
    _ ("Such an editor completes names and values, explains them, and marks mistakes; “dateline check” tells "
       "the others."));
  return DL_EXIT_GOOD;
}
