/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include "mutator.h"
#include "same-timeline.h"
#include "table-ways.h"

/* A table is the same timeline whichever way it is read. */
static void
check_table (GBytes *bytes)
{
  g_autoptr (DlLoaded) straight = NULL;
  g_autoptr (DlLoaded) written = NULL;
  gsize                length;
  const char          *text = g_bytes_get_data (bytes, &length);

  if (text == NULL || !g_utf8_validate_len (text, length, NULL))
    return;
  straight = table_read_straight (bytes);
  if (straight == NULL)
    return;
  written = table_read_written (bytes);
  g_assert_nonnull (written);
  assert_loaded_alike (straight, written);
}

/* fuzz-loader SECONDS [SEED [FOLDER]]
 *
 * Loads randomly damaged files of FOLDER, and of a folder `formats` in it, for so long; crashes or aborts on a
 * mistake, or where the two ways to read a table differ, else ends with 0. The n-th file depends on SEED + n only: to
 * see a crash again, run with the last seed that was printed. */
int
main (int argc, char **argv)
{
  double                seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 10;
  guint32               seed = argc > 2 ? (guint32) g_ascii_strtoull (argv[2], NULL, 10) : g_random_int ();
  const char           *folder = argc > 3 ? argv[3] : FIXTURES;
  g_autoptr (GPtrArray) corpus = mutator_load_corpus (folder);
  g_autofree char      *formats = g_build_filename (folder, "formats", NULL);
  gint64                end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  gint64                told = 0;
  guint64               n = 0;
  guint64               n_timelines = 0;

  setlocale (LC_ALL, "C.UTF-8");
  if (g_file_test (formats, G_FILE_TEST_IS_DIR))
    g_ptr_array_extend_and_steal (corpus, mutator_load_corpus (formats));
  do
    {
      g_autoptr (GRand)  rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes) bytes = mutator_next (rand, corpus);

      if (g_get_monotonic_time () - told > G_USEC_PER_SEC)
        {
          told = g_get_monotonic_time ();
          g_print ("seed %u\n", seed);
        }
      if (mutator_check (bytes))
        n_timelines++;
      check_table (bytes);
      n++;
      seed++;
    }
  while (g_get_monotonic_time () < end);
  g_print ("%" G_GUINT64_FORMAT " files, %" G_GUINT64_FORMAT " of them timelines\n", n, n_timelines);
  return EXIT_SUCCESS;
}
