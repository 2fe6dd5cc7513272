/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "event-file.h"

/* make-events N FILE [--names|--table|--trace]
 *
 * Writes a timeline of N events, the same in every run, to FILE; with names, also
 * people, places and quotes; as a table, the same events as CSV; as a trace, others. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean           names;
  gboolean           table;
  gboolean           trace;
  guint64            n;

  setlocale (LC_ALL, "");
  names = argc == 4 && g_str_equal (argv[3], "--names");
  table = argc == 4 && g_str_equal (argv[3], "--table");
  trace = argc == 4 && g_str_equal (argv[3], "--trace");
  if ((argc != 3 && !names && !table && !trace) ||
      !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT32, &n, &error))
    {
      g_printerr ("%s\nUsage: make-events N FILE [--names|--table|--trace]\n",
                  error != NULL ? error->message : "The number of events and the file are wanted.");
      return 2;
    }
  if (trace   ? event_file_write_trace (argv[2], (guint) n, &error)
      : table ? event_file_write_table (argv[2], (guint) n, &error)
      : names ? event_file_write_named (argv[2], (guint) n, &error)
              : event_file_write (argv[2], (guint) n, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
