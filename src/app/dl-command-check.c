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
      dl_json_add_int (builder, "line", problem->line);
      dl_json_add_int (builder, "column", problem->column);
      dl_json_add_string (builder, "pointer", problem->pointer);
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

int
dl_command_check (int argc, char **argv)
{
  g_autoptr (DlLoaded) loaded = NULL;
  g_autoptr (GError)   error = NULL;
  gboolean             json = FALSE;
  gboolean             strict = FALSE;
  guint                n_problems;
  guint                n_notes;
  int                  code;
  const GOptionEntry   entries[] = {
      { "strict", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &strict, N_ ("Fail where there are notes, too"), NULL },
      { NULL },
  };

  if (!dl_command_parse_file (&argc, &argv, entries, _ ("Says what in a timeline file cannot be taken as it stands."),
                              &json, &code))
    return code;

  loaded = dl_command_load (argv[1], &error);
  if (json)
    print_json (argv[1], loaded, error);
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
        g_autofree char *text = dl_problem_to_string (loaded->problems->pdata[i]);

        dl_print_line ("%s:%s", dl_command_get_file_name (argv[1]), text);
      }
  if (loaded == NULL)
    return DL_EXIT_BAD_INPUT;
  n_problems = dl_problem_count (loaded->problems, &n_notes);
  return n_problems == 0 && (n_notes == 0 || !strict) ? DL_EXIT_GOOD : DL_EXIT_BAD_INPUT;
}
