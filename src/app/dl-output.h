/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every command ends with. */
enum
{
  DL_EXIT_GOOD = 0,
  DL_EXIT_BAD_INPUT = 1,
  DL_EXIT_WRONG_USAGE = 2,
};

/* All that the program says on a terminal goes through here, and so through
 * dl_terminal_escape(); nothing else in it writes to stdout or stderr. */

/* Before all else: no file that is opened later becomes the standard input,
 * output or error that was closed, and a limit on the size of files is an
 * error like another. */
void dl_output_start (void);

/**
 * dl_output_end:
 * @code: the exit code so far
 *
 * Hands over what was printed. Where that fails it says so, unless the reader
 * has merely gone.
 *
 * Returns: @code, or 1 in place of 0 where the output was lost
 */
int dl_output_end (int code);

/* One line to stdout; the new line is added, and any other is escaped. Like the
 * others but dl_print_json() in the encoding of the locale. */
void dl_print_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A text of ours of several lines, each with its new line. */
void dl_print_text (const char *text);
/* JSON texts, which are UTF-8 whatever the locale is. */
void dl_print_json (const char *json);
/* One line to stderr. */
void dl_complain_line (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Whether what the rooms of src/ decide, which they tell with g_debug(), is told on
 * stderr; else only what the environment variable G_MESSAGES_DEBUG asks for. Once,
 * before there are threads. */
void dl_output_set_debug (gboolean debug);
/* A #GLogWriterFunc that does so. What libraries log goes to stderr too, for the
 * answer alone is on stdout. */
GLogWriterOutput dl_output_write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data);

/* What dl_complain_line() would write. Returns: (transfer full) */
char *dl_output_dup_line (const char *text);

G_END_DECLS
