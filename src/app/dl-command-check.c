/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-json-out.h"
#include "app/dl-output.h"
#include "base/dl-error.h"

static void
print_json (const char *path, DlLoaded *loaded, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dl_json_add_string (builder, "file", path);
  dl_json_add_bool (builder, "timeline", loaded != NULL);
  dl_json_add_string (builder, "error", error != NULL ? error->message : NULL);
  dl_json_add_int (builder, "events", loaded != NULL ? loaded->n_events_in_file : 0);
  dl_json_add_int (builder, "eventsLost", loaded != NULL ? loaded->n_events_lost : 0);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; loaded != NULL && i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];

      json_builder_begin_object (builder);
      if (problem->file != NULL)
        dl_json_add_string (builder, "file", problem->file);
      dl_json_add_int (builder, "line", problem->line);
      dl_json_add_int (builder, "column", problem->column);
      dl_json_add_string (builder, "pointer", problem->pointer);
      dl_json_add_string (builder, "event", problem->title);
      dl_json_add_string (builder, "message", problem->message);
      dl_json_add_string (builder, "severity", problem->note ? "note" : "problem");
      dl_json_add_string (builder, "suggestion", problem->suggestion);
      dl_json_add_bool (builder, "eventLost", problem->event_lost);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  dl_json_print (builder);
}

/* One of the arguments, which may be a folder. Returns: the exit code */
static int
check (char *path, gboolean json, gboolean strict)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_command_load_files (1, &path, &error);
  guint                n_problems;
  guint                n_notes;

  if (json)
    print_json (path, loaded, error);
  else if (loaded == NULL)
    {
      /* A file that is no timeline is what was asked about; a file that cannot
       * be read is not. */
      if (g_error_matches (error, DL_ERROR, DL_ERROR_READ))
        return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
      dl_print_line ("%s", error->message);
    }
  else
    for (guint i = 0; i < loaded->problems->len; i++)
      {
        g_autofree char *text = dl_command_dup_problem (loaded->problems->pdata[i], path);

        dl_print_line ("%s", text);
      }
  if (loaded == NULL)
    return DL_EXIT_BAD_INPUT;
  n_problems = dl_problem_count (loaded->problems, &n_notes);
  return n_problems == 0 && (n_notes == 0 || !strict) ? dl_command_get_code (loaded) : DL_EXIT_BAD_INPUT;
}

int
dl_command_check (int argc, char **argv)
{
  gboolean           json = FALSE;
  gboolean           strict = FALSE;
  int                code;
  int                worst = DL_EXIT_GOOD;
  const GOptionEntry entries[] = {
    { "strict", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &strict, N_ ("Fail where there are notes, too"), NULL },
    { NULL },
  };

  if (!dl_command_parse_files (&argc, &argv, entries,
                               _ ("Says what in timeline files cannot be taken as it stands, of one after the other."),
                               &json, &code))
    return code;
  for (int i = 1; i < argc; i++)
    {
      code = check (argv[i], json, strict);
      worst = MAX (worst, code);
    }
  return worst;
}
