/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/dl-command.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dl-output.h"
#include "base/dl-error.h"
#include "formats/dl-stdin.h"
#include "model/dl-telling.h"

int
dl_command_fail (int code, const char *message)
{
  /* Translators: an error of the command line; "dateline" is the program's name. */
  dl_complain_line (_ ("dateline: %s"), message);
  return code;
}

int
dl_command_misused (const char *command, const char *message)
{
  dl_command_fail (DL_EXIT_WRONG_USAGE, message);
  dl_complain_line (_ ("Try “dateline %s --help”."), command);
  return DL_EXIT_WRONG_USAGE;
}

gboolean
dl_command_parse (int                *argc,
                  char             ***argv,
                  const GOptionEntry *entries,
                  const char         *parameters,
                  const char         *summary,
                  int                *code)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError)         error = NULL;
  g_autofree char           *command = g_strdup ((*argv)[0]);
  g_autofree char           *name = g_strconcat ("dateline ", command, NULL);
  g_autofree char           *old_name = g_strdup (g_get_prgname ());
  gboolean                   good;
  gboolean                   help = FALSE;
  gboolean                   debug = FALSE;
  const GOptionEntry         help_entry[] = {
            { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
            /* Only told here; main() has taken it. */
            { "debug", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &debug, N_ ("Tell on the standard error what is decided"),
              NULL },
            { NULL },
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  g_set_prgname (name);
  good = g_option_context_parse (context, argc, argv, &error);
  if (good && help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      dl_print_text (text);
      *code = DL_EXIT_GOOD;
    }
  g_set_prgname (old_name);
  if (!good)
    *code = dl_command_misused (command, error->message);
  /* "--" only ends the options. */
  for (int i = 1; good && i < *argc; i++)
    if (strcmp ((*argv)[i], "--") == 0)
      {
        memmove (&(*argv)[i], &(*argv)[i + 1], sizeof (char *) * (gsize) (*argc - i));
        (*argc)--;
        break;
      }
  return good && !help;
}

gboolean
dl_command_parse_files (int                *argc,
                        char             ***argv,
                        const GOptionEntry *more,
                        const char         *summary,
                        gboolean           *json,
                        int                *code)
{
  g_autofree char   *command = g_strdup ((*argv)[0]);
  const GOptionEntry json_entry = {
    "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, json, N_ ("Print JSON for other programs"), NULL
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; more != NULL && more->long_name != NULL; more++)
    g_array_append_val (entries, *more);
  g_array_append_val (entries, json_entry);
  if (!dl_command_parse (argc, argv, (const GOptionEntry *) (gpointer) entries->data, _ ("FILE…"), summary, code))
    return FALSE;
  if (*argc >= 2)
    return TRUE;
  *code = dl_command_misused (command, _ ("a file is missing"));
  return FALSE;
}

const char *
dl_command_get_file_name (const char *path)
{
  return strcmp (path, "-") == 0 ? DL_STDIN_NAME : path;
}

gboolean
dl_command_has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path);
  gsize size = strlen (ending);

  return length >= size && g_ascii_strcasecmp (path + length - size, ending) == 0;
}

GFile *
dl_command_new_file (const char *path)
{
  return strcmp (path, "-") == 0 ? g_file_new_for_uri (DL_STDIN_URI) : g_file_new_for_commandline_arg (path);
}

DlLoaded *
dl_command_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = path != NULL ? dl_command_new_file (path) : g_file_new_for_uri (DL_STORY_URI);

  return dl_load_file_as (file, path != NULL ? dl_command_get_file_name (path) : NULL, NULL, error);
}

/* Where no file could be read, their errors stand in a line each; all but the last are
 * printed, and the last is left. */
static void
print_first_lines (GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  guint          n = g_strv_length (lines);

  if (n < 2)
    return;
  for (guint i = 0; i + 1 < n; i++)
    dl_command_fail (DL_EXIT_BAD_INPUT, lines[i]);
  g_free (error->message);
  error->message = g_strdup (lines[n - 1]);
}

DlLoaded *
dl_command_load_files (int n, char **paths, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GError               *cause = NULL;
  DlLoaded             *loaded;

  if (n == 0)
    return dl_command_load (NULL, error);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (files, dl_command_new_file (paths[i]));
      g_ptr_array_add (names, (gpointer) dl_command_get_file_name (paths[i]));
    }
  loaded = dl_load_files ((GFile *const *) files->pdata, (const char *const *) names->pdata, files->len, NULL, &cause);
  if (cause != NULL && n > 1)
    print_first_lines (cause);
  if (cause != NULL)
    g_propagate_error (error, cause);
  for (guint i = 0; loaded != NULL && loaded->failures != NULL && loaded->failures[i] != NULL; i++)
    dl_command_fail (DL_EXIT_BAD_INPUT, loaded->failures[i]);
  return loaded;
}

int
dl_command_get_code (const DlLoaded *loaded)
{
  return loaded->failures == NULL ? DL_EXIT_GOOD : DL_EXIT_BAD_INPUT;
}

char *
dl_command_dup_problem (const DlProblem *problem, const char *path)
{
  g_autofree char *text = dl_problem_to_line (problem);

  if (problem->file != NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s:%s", dl_command_get_file_name (path), text);
}

char *
dl_command_dup_names (int n_paths, char **paths)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv)           list = NULL;

  for (int i = 0; i < n_paths; i++)
    g_strv_builder_add (names, dl_command_get_file_name (paths[i]));
  list = g_strv_builder_end (names);
  return n_paths == 0 ? g_strdup (DL_STORY_URI) : g_strjoinv (", ", list);
}

gboolean
dl_command_check_events (DlLoaded *loaded, int n_paths, char **paths, GError **error)
{
  g_autofree char *name = dl_command_dup_names (n_paths, paths);
  guint            n = loaded->n_events_in_file;

  if (dl_timeline_get_n_events (loaded->timeline) > 0)
    return TRUE;
  if (n > 0)
    {
      /* Translators: the file's name, then how many events are in it, all of which were left out. */
      g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                   ngettext ("%s: its %u event could not be read, so there is no picture (see “dateline check”)",
                             "%s: none of its %u events could be read, so there is no picture (see “dateline check”)",
                             n),
                   name, n);
      return FALSE;
    }
  if (dl_timeline_get_n_eras (loaded->timeline) == 0)
    {
      /* Translators: %s is the file's name. */
      g_autofree char *note = g_strdup_printf (_ ("%s: has no events, so the picture is empty"), name);

      dl_command_fail (DL_EXIT_GOOD, note);
    }
  return TRUE;
}

gboolean
dl_command_set_zone (DlLoaded *loaded, const char *name, GError **error)
{
  g_auto (DlTelling) telling = { NULL };
  DlTimeline        *told;

  if (name == NULL)
    return TRUE;
  telling.zone = dl_zone_new (name, error);
  if (telling.zone == NULL)
    return FALSE;
  told = dl_timeline_new_told (loaded->timeline, &telling);
  g_object_unref (loaded->timeline);
  loaded->timeline = told;
  return TRUE;
}

gboolean
dl_command_parse_lanes (const char *name, gboolean every, DlTimeline *timeline, DlLaneOptions *lanes)
{
  lanes->every = every;
  if (name == NULL && dl_timeline_get_n_files (timeline) > 0)
    lanes->field = DL_LANES_BY_FILE;
  return name == NULL || dl_lane_field_from_string (name, &lanes->field);
}

int
dl_command_misused_lanes (const char *command)
{
  return dl_command_misused (command, _ ("lanes are by topic, person, place, status, source, speaker, file or none"));
}

/* Whether both names are those of one file. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  g_autoptr (GFileInfo) first = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInfo) second = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *first_id = first != NULL ? g_file_info_get_attribute_string (first, G_FILE_ATTRIBUTE_ID_FILE) : NULL;
  const char *second_id = second != NULL ? g_file_info_get_attribute_string (second, G_FILE_ATTRIBUTE_ID_FILE) : NULL;

  return g_file_equal (a, b) || (first_id != NULL && g_strcmp0 (first_id, second_id) == 0);
}

gboolean
dl_command_is_read (GFile *output, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (is_same_file (files->pdata[i], output))
      return TRUE;
  return FALSE;
}
