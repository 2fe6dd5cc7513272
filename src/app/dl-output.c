/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dl-output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "base/dl-terminal.h"

/* Each room of src/ logs as dateline-ROOM. */
#define DOMAIN_PREFIX "dateline"

/* The reason of the first write to stdout that failed; 0: none has. */
static int lost_reason;

static gboolean debugging;

static void
ignore_signal (int number)
{
}

void
dl_output_start (void)
{
  struct sigaction action = { .sa_handler = ignore_signal, .sa_flags = SA_RESTART };

  /* What is in the place of a closed one fails just as that would. */
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1 && errno == EBADF)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  /* Not ignored, for a program that this one starts would inherit that. */
  sigemptyset (&action.sa_mask);
  sigaction (SIGXFSZ, &action, NULL);
}

static void
lose (void)
{
  if (lost_reason == 0)
    lost_reason = errno != 0 ? errno : EIO;
}

int
dl_output_end (int code)
{
  errno = 0;
  if (fflush (stdout) != 0)
    lose ();
  if (fclose (stdout) != 0)
    lose ();
  if (lost_reason == 0)
    return code;
  if (lost_reason != EPIPE)
    /* Translators: %s is what the system said. */
    dl_complain_line (_ ("dateline: the output could not be written: %s"), g_strerror (lost_reason));
  return code != DL_EXIT_GOOD ? code : DL_EXIT_BAD_INPUT;
}

static void
put (FILE *file, const char *text)
{
  errno = 0;
  if (fputs (text, file) == EOF && file == stdout)
    lose ();
}

/* @text: escaped. Returns: (transfer full) */
static char *
to_locale (const char *text)
{
  const char *charset;
  char       *converted = NULL;

  if (!g_get_charset (&charset))
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  return converted != NULL ? converted : g_strdup (text);
}

void
dl_output_set_debug (gboolean debug)
{
  debugging = debug;
  g_log_writer_default_set_use_stderr (TRUE);
}

GLogWriterOutput
dl_output_write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *domain = NULL;
  const char *message = NULL;

  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "GLIB_DOMAIN") == 0)
      domain = fields[i].value;
    else if (strcmp (fields[i].key, "MESSAGE") == 0)
      message = fields[i].value;
  if ((level & G_LOG_LEVEL_DEBUG) == 0 || domain == NULL || message == NULL ||
      !g_str_has_prefix (domain, DOMAIN_PREFIX))
    return g_log_writer_default (level, fields, n_fields, NULL);
  if (debugging || !g_log_writer_default_would_drop (level, domain))
    dl_complain_line ("%s: %s", domain, message);
  return G_LOG_WRITER_HANDLED;
}

char *
dl_output_dup_line (const char *text)
{
  g_autofree char *escaped = dl_terminal_escape (text, FALSE);
  g_autofree char *line = g_strconcat (escaped, "\n", NULL);

  return to_locale (line);
}

static void
put_line (FILE *file, const char *text)
{
  g_autofree char *line = dl_output_dup_line (text);

  put (file, line);
}

void
dl_print_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  put_line (stdout, text);
}

void
dl_print_text (const char *text)
{
  g_autofree char *escaped = dl_terminal_escape (text, TRUE);
  g_autofree char *converted = to_locale (escaped);

  put (stdout, converted);
}

void
dl_print_json (const char *json)
{
  g_autofree char *escaped = dl_terminal_escape (json, TRUE);

  put (stdout, escaped);
}

void
dl_complain_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  put_line (stderr, text);
}
