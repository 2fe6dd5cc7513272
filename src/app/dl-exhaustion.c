/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dl-exhaustion.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-output.h"
#include "base/dl-error.h"

/* Fonts, a small picture, and what the C library sets aside for each thread,
 * most of which is never touched. Only asked for, and given back. */
#define ENOUGH ((gsize) 224 * 1024 * 1024)

static const struct
{
  const char *said; /* by GLib */
  const char *reason;
} exhaustions[] = {
  { "failed to allocate", N_ ("there is not enough memory") },
  { "creating thread", N_ ("no more threads can be started") },
  { "GWakeup", N_ ("no more files can be opened") },
};

/* Made beforehand: then there may be no room for them. */
static char *lines[G_N_ELEMENTS (exhaustions)];

static void
end_if_exhausted (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (exhaustions); i++)
    if (strstr (message, exhaustions[i].said) != NULL)
      {
        if (write (STDERR_FILENO, lines[i], strlen (lines[i])) < 0)
          _exit (DL_EXIT_BAD_INPUT);
        _exit (DL_EXIT_BAD_INPUT);
      }
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; (level & G_LOG_LEVEL_ERROR) != 0 && i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0)
      end_if_exhausted (fields[i].value);
  return dl_output_write_log (level, fields, n_fields, data);
}

void
dl_exhaustion_start (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exhaustions); i++)
    {
      g_autofree char *text = g_strdup_printf (_ ("dateline: %s"), _ (exhaustions[i].reason));

      lines[i] = dl_output_dup_line (text);
    }
  g_log_set_writer_func (write_log, NULL, NULL);
}

static gboolean
have_files (guint n)
{
  int   fds[8];
  guint n_had = 0;

  while (n_had < MIN (n, G_N_ELEMENTS (fds)) && (fds[n_had] = dup (STDERR_FILENO)) >= 0)
    n_had++;
  for (guint i = 0; i < n_had; i++)
    close (fds[i]);
  return n_had == n;
}

gboolean
dl_exhaustion_check (guint n_files, GError **error)
{
  /* Not malloc, that may be told to fill what it gives, and 57,344 pages take long. */
  gpointer probe = mmap (NULL, ENOUGH, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  gboolean memory = probe != MAP_FAILED;

  if (memory)
    munmap (probe, ENOUGH);
  if (memory && have_files (n_files))
    return TRUE;
  g_set_error_literal (error, DL_ERROR, DL_ERROR_LIMIT,
                       memory ? _ ("no more files can be opened") : _ ("there is not enough memory"));
  return FALSE;
}
