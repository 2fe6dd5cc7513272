/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/dl-application.h"
#include "app/dl-command.h"
#include "app/dl-exhaustion.h"
#include "app/dl-output.h"
#include "draw/dl-fonts.h"
#include "formats/dl-file-reader.h"
#include "formats/dl-stdin.h"

static int
print_version (void)
{
  dl_print_line ("dateline %s", VERSION);
  return DL_EXIT_GOOD;
}

static int
print_help (void)
{
  dl_print_text (_ ("Usage:\n"
                    "  dateline [FILE…]            Open a timeline in a window, several files as one; without\n"
                    "                              FILE, the bundled one\n"
                    "  dateline export [FILE…] -o OUT.{png,svg,pdf}\n"
                    "                              Draw a picture; needs no display\n"
                    "  dateline new FILE           Write a timeline to begin with\n"
                    "  dateline check FILE…        Say what in files cannot be taken as it stands\n"
                    "  dateline info FILE…         Count what files hold\n"
                    "  dateline convert FILE… [-o OUT]\n"
                    "                              Write them as one file in Dateline’s own format\n"
                    "  dateline formats            List what is read\n"
                    "  dateline date EDTF          Say what a date means\n"
                    "  dateline layout FILE…       Print the picture as plain operations\n"
                    "\n"
                    "  -h, --help                  Show this help; after a command, that command’s\n"
                    "      --version               Show the version\n"
                    "      --debug                 Tell on the standard error what is decided\n"
                    "\n"
                    "“-” as FILE is the standard input; a folder stands for the timelines in it.\n"
                    "Exit codes: 0 good, 1 bad input or no way to do it, 2 wrong usage.\n"));
  return DL_EXIT_GOOD;
}

static int
misused (const char *message)
{
  dl_command_fail (DL_EXIT_WRONG_USAGE, message);
  dl_complain_line (_ ("Try “dateline --help”."));
  return DL_EXIT_WRONG_USAGE;
}

/* What the desktop program itself does not take, before GTK sees it.
 * Returns: an exit code, or -1 to go on. */
static int
check_arguments (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      g_autofree char *message = NULL;

      if (argv[i][0] != '-' || argv[i][1] == '\0' || strcmp (argv[i], "--gapplication-service") == 0)
        continue;
      if (strcmp (argv[i], "--version") == 0)
        return print_version ();
      if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
        return print_help ();
      message = g_strdup_printf (_ ("unknown option %s"), argv[i]);
      return misused (message);
    }
  if (argc > 1 && !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_autofree char *mistake = dl_command_dup_mistake (argv[1]);

      if (mistake != NULL)
        return misused (mistake);
    }
  return -1;
}

/* Whether somebody sees what is said there; who starts the program from the
 * desktop does not, and a window tells them instead. */
static gboolean
has_terminal (void)
{
  return isatty (STDIN_FILENO) || isatty (STDOUT_FILENO) || isatty (STDERR_FILENO);
}

/* Says which of the files are not there to be opened, and takes them out of
 * the arguments. @n_left: (out): how many files are left. Returns: how many
 * these were */
static int
drop_missing (int *argc, char **argv, int *n_left)
{
  gboolean only_files = FALSE;
  int      n_missing = 0;
  int      kept = 1;

  *n_left = 0;
  for (int i = 1; i < *argc; i++)
    {
      gboolean           is_file = only_files || argv[i][0] != '-';
      g_autoptr (GFile)  file = is_file ? g_file_new_for_commandline_arg (argv[i]) : NULL;
      g_autoptr (GError) error = NULL;

      if (is_file && !dl_file_check (file, argv[i], &error))
        {
          dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
          n_missing++;
          continue;
        }
      *n_left += is_file || strcmp (argv[i], "-") == 0;
      only_files |= strcmp (argv[i], "--") == 0;
      argv[kept++] = argv[i];
    }
  argv[kept] = NULL;
  *argc = kept;
  return n_missing;
}

/* Returns: whether one of the files is the standard input, which GLib would
 * take for a file of the name "-" */
static gboolean
name_stdin (int argc, char **argv)
{
  static char uri[] = DL_STDIN_URI;
  gboolean    found = FALSE;

  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "-") == 0)
      {
        argv[i] = uri;
        found = TRUE;
      }
  return found;
}

/* Takes --debug out of the arguments, wherever among the options it stands.
 * Returns: whether it was there */
static gboolean
take_debug (int *argc, char **argv)
{
  gboolean only_files = FALSE;
  int      kept = 1;

  for (int i = 1; i < *argc; i++)
    {
      only_files |= strcmp (argv[i], "--") == 0;
      if (only_files || strcmp (argv[i], "--debug") != 0)
        argv[kept++] = argv[i];
    }
  if (kept == *argc)
    return FALSE;
  argv[kept] = NULL;
  *argc = kept;
  return TRUE;
}

/* @alone: in a process of its own, even where the program runs already */
static int
run_desktop (int argc, char **argv, gboolean alone)
{
  g_autoptr (DlApplication) application = NULL;
  g_autoptr (GError)        error = NULL;
  gboolean                  enough = dl_exhaustion_check (6, &error);
  gboolean                  display = enough && gtk_init_check ();
  int                       n_missing = 0;
  int                       n_left = 0;
  int                       code;

  if (!display || has_terminal ())
    n_missing = drop_missing (&argc, argv, &n_left);
  if (n_missing > 0 && n_left == 0)
    return DL_EXIT_BAD_INPUT;
  if (!enough)
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  if (!display)
    return dl_command_fail (DL_EXIT_BAD_INPUT,
                            _ ("there is no display to open a window on; “dateline export” draws without one"));
  if (!dl_fonts_check (NULL, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  g_set_application_name (_ ("Dateline"));
  alone |= name_stdin (argc, argv);
  application = dl_application_new (alone);
  code = g_application_run (G_APPLICATION (application), argc, argv);
  return code == DL_EXIT_GOOD && n_missing > 0 ? DL_EXIT_BAD_INPUT : code;
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("DATELINE_LOCALEDIR");
  gboolean    debug;
  int         code;

  dl_output_start ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  dl_exhaustion_start ();
  debug = take_debug (&argc, argv);
  dl_output_set_debug (debug);

  if (argc > 1 && dl_command_exists (argv[1]))
    return dl_output_end (dl_command_run (argc, argv));
  code = check_arguments (argc, argv);
  if (code < 0)
    /* What another process decides would be told elsewhere. */
    code = run_desktop (argc, argv, debug);
  return dl_output_end (code);
}
