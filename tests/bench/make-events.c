/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "event-file.h"

/* make-events N FILE
 *
 * Writes a timeline of N events, the same in every run, to FILE. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint64            n;

  setlocale (LC_ALL, "");
  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT32, &n, &error))
    {
      g_printerr ("%s\nUsage: make-events N FILE\n",
                  error != NULL ? error->message : "The number of events and the file are wanted.");
      return 2;
    }
  if (event_file_write (argv[2], (guint) n, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
