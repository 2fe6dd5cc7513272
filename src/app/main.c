/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/dl-application.h"
#include "app/dl-command.h"

static int
print_version (void)
{
  g_print ("dateline %s\n", VERSION);
  return DL_EXIT_GOOD;
}

static int
print_help (void)
{
  g_print (_ ("Usage:\n"
              "  dateline [FILE…]            Open timelines in windows; without FILE, the bundled one\n"
              "  dateline export [FILE] -o OUT.{png,svg,pdf}\n"
              "                              Draw a picture; needs no display\n"
              "  dateline check FILE         Say what in a file cannot be taken as it stands\n"
              "  dateline info FILE          Count what a file holds\n"
              "  dateline date EDTF          Say what a date means\n"
              "  dateline layout FILE        Print the picture as plain operations\n"
              "\n"
              "  -h, --help                  Show this help; after a command, that command’s\n"
              "      --version               Show the version\n"
              "\n"
              "Exit codes: 0 good, 1 bad input, 2 wrong usage.\n"));
  return DL_EXIT_GOOD;
}

/* What the desktop program itself does not take, before GTK sees it.
 * Returns: an exit code, or -1 to go on. */
static int
check_arguments (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *message = NULL;

      if (argv[i][0] != '-' || strcmp (argv[i], "--") == 0)
        return -1;
      if (strcmp (argv[i], "--version") == 0)
        return print_version ();
      if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
        return print_help ();
      if (g_str_has_prefix (argv[i], "--gapplication-"))
        return -1;
      message = g_strdup_printf (_ ("unknown option %s"), argv[i]);
      dl_command_fail (DL_EXIT_WRONG_USAGE, message);
      g_printerr (_ ("Try “dateline --help”.\n"));
      return DL_EXIT_WRONG_USAGE;
    }
  return -1;
}

int
main (int argc, char **argv)
{
  const char               *localedir = g_getenv ("DATELINE_LOCALEDIR");
  g_autoptr (DlApplication) application = NULL;
  int                       code;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && dl_command_exists (argv[1]))
    return dl_command_run (argc, argv);
  code = check_arguments (argc, argv);
  if (code >= 0)
    return code;
  if (!gtk_init_check ())
    return dl_command_fail (DL_EXIT_BAD_INPUT, _ ("there is no display to open a window on; “dateline export” draws without one"));
  g_set_application_name (_ ("Dateline"));
  application = dl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
