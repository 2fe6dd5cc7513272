/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-desk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define SCREEN "1920x1080x24"

static GPid  server;
static GPid  bus;
static char *folder;

G_GNUC_NORETURN static void
give_up (const char *what, const char *why)
{
  g_printerr ("%s: %s\n", what, why);
  bench_desk_close ();
  exit (1);
}

/* In the child: it ends with us, however we end. */
static void
tie (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

/* Starts a program that writes a line when it is ready; argv[slot] becomes
 * @prefix and the descriptor to write to.
 * Returns: (transfer full) (nullable): the line */
static char *
start (char **argv, guint slot, const char *prefix, GPid *pid)
{
  g_autofree char *option = NULL;
  char             line[256] = "";
  int              ends[2];
  FILE            *stream;
  gboolean         started;

  if (pipe (ends) != 0)
    return NULL;
  option = g_strdup_printf ("%s%d", prefix, ends[1]);
  argv[slot] = option;
  started = g_spawn_async (NULL, argv, NULL,
                           G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                             G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_LEAVE_DESCRIPTORS_OPEN,
                           tie, NULL, pid, NULL);
  close (ends[1]);
  stream = fdopen (ends[0], "r");
  if (!started || fgets (line, sizeof line, stream) == NULL)
    line[0] = '\0';
  fclose (stream);
  g_strchomp (line);
  return line[0] == '\0' ? NULL : g_strdup (line);
}

static void
use_folder (const char *variable, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (path, 0700);
  g_setenv (variable, path, TRUE);
}

void
bench_desk_open (void)
{
  char            *server_argv[] = { (char *) "Xvfb",    (char *) "-displayfd", NULL,
                                     (char *) "-screen", (char *) "0",          (char *) SCREEN,
                                     (char *) "-dpi",    (char *) "96",         (char *) "-nolisten",
                                     (char *) "tcp",     (char *) "-noreset",   NULL };
  char            *bus_argv[] = { (char *) "dbus-daemon", NULL, (char *) "--session", (char *) "--nofork",
                                  (char *) "--nopidfile", NULL };
  g_autofree char *number = NULL;
  g_autofree char *display = NULL;
  g_autofree char *address = NULL;

  folder = g_dir_make_tmp ("dateline-bench-XXXXXX", NULL);
  if (folder == NULL)
    give_up ("A folder for the benchmark", "could not be made");
  use_folder ("HOME", "home");
  use_folder ("XDG_CONFIG_HOME", "config");
  use_folder ("XDG_DATA_HOME", "data");
  use_folder ("XDG_CACHE_HOME", "cache");
  use_folder ("XDG_STATE_HOME", "state");
  use_folder ("XDG_RUNTIME_DIR", "runtime");

  number = start (server_argv, 2, "", &server);
  if (number == NULL)
    give_up ("Xvfb", "could not be started; is it installed?");
  display = g_strdup_printf (":%s", number);
  g_setenv ("DISPLAY", display, TRUE);
  g_unsetenv ("WAYLAND_DISPLAY");
  address = start (bus_argv, 1, "--print-address=", &bus);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address != NULL ? address : "disabled:", TRUE);

  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_SCHEMA_DIR, TRUE);
  g_setenv ("GTK_USE_PORTAL", "0", TRUE);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("TZ", "UTC", TRUE);
}

static void
end (GPid *pid)
{
  if (*pid == 0)
    return;
  kill (*pid, SIGTERM);
  waitpid (*pid, NULL, 0);
  *pid = 0;
}

static void
delete_folder (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete_folder (child);
    }
  g_remove (path);
}

gboolean
bench_desk_open_for_test (int *argc, char ***argv)
{
  g_autofree char *found = g_find_program_in_path ("Xvfb");

  g_test_init (argc, argv, NULL);
  if (found == NULL)
    g_test_skip ("there is no Xvfb");
  else
    bench_desk_open ();
  return found != NULL;
}

void
bench_desk_close (void)
{
  end (&bus);
  end (&server);
  if (folder != NULL)
    delete_folder (folder);
  g_clear_pointer (&folder, g_free);
}

const char *
bench_desk_get_folder (void)
{
  return folder;
}

char *
bench_desk_run (const char *first, const char *second)
{
  const char        *argv[] = { "/proc/self/exe", first, second, NULL };
  g_autofree char   *self = g_file_read_link (argv[0], NULL);
  g_autoptr (GError) error = NULL;
  char              *answer = NULL;
  int                status;

  argv[0] = self;
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, tie, NULL, &answer, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    give_up (first, error->message);
  return answer;
}

double
bench_desk_get_memory (void)
{
  g_autofree char *text = NULL;
  gulong           all, resident, shared;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu %lu %lu", &all, &resident, &shared) != 3)
    return 0;
  return (double) (resident - shared) * (double) sysconf (_SC_PAGESIZE);
}

void
bench_desk_finish (const GString *answer)
{
  fputs (answer->str, stdout);
  fflush (stdout);
  _exit (0);
}

double
bench_desk_read (const char *answer, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = answer; line != NULL && *line != '\0';
       line = strchr (line, '\n'), line = line == NULL ? NULL : line + 1)
    if (strncmp (line, name, length) == 0 && line[length] == ' ')
      return g_ascii_strtod (line + length, NULL);
  give_up (name, "is not in what the program wrote");
}
