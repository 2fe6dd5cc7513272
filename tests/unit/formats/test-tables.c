/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two ways by which a table is read, at once and by what a draft writes: what the one makes
 * is what the other makes. The seed is printed; give it back with --seed. */
#include <string.h>

#include "formats/dl-formats.h"
#include "formats/dl-loader.h"
#include "same-timeline.h"
#include "table-ways.h"

#define N_TABLES 400
#define MAX_ROWS 60

/* What stands in the columns of a name. Of the last of each there are few. */
static const struct
{
  const char *name;
  const char *cells[12];
} columns[] = {
  { "date",
    { "1969-07-16", "1969-07-20T20:17:40Z", "1914", "c. 1850", "July 1776", "4 July 1776", "1939/1945", "1850s",
      "spring 1848", "", "no date", "3/4/2025" } },
  { "title",
    { "Landing", "A “bridge”", "日本", "Two\nlines", "<b>Bold</b> &amp; plain", "A, b", "  spaced  ", "Tea", "",
      "\u3000", "\302\240x", "a \"word\"" } },
  { "start",
    { "2001", "2001-05", "2001-05-06", "2002-01-01", "2003?", "-44", "3 BC", "1999-12-31", "", "?", "x", "5/6/07" } },
  { "end", { "", "", "2004", "2005-01-02", "present", "?", "2000", "2010", "2010-02-30", "", "soon", "31/12/2004" } },
  { "id", { "a", "b", "c", "x-1", "x-2", "x-3", "42", "43", "", "", "event-3", "event-1" } },
  { "topic",
    { "Sea", "Land", "Air;Sea", "Sea;Land|Sea", "", "Fire", "Sea", "sea", "", "N/A", "<i>Ice</i>", "\u3000" } },
  { "people", { "Ada", "Ada; Bob", "", "?", "Bob", "Carol and Dan", "unknown", "", "", "Eve", "O'Neil, Pat", "“X”" } },
  { "place", { "Here", "There", "", "Here", "Nowhere, There", "", "", "Paris", "東京", "", "a&b", "\u3000y" } },
  { "url",
    { "https://example.org/a", "", "https://example.org/b", "", "", "https://example.org/a", "", "", "", "", "A book",
      "javascript:x" } },
  { "importance", { "1", "50", "100", "", "", "7", "0", "35", "", "", "101", "high" } },
  { "status", { "planned", "happened", "", "", "", "Cancelled", "", "", "", "", "tentative", "done" } },
  { "description",
    { "Some words.", "", "A line.\n\nAnother.", "“Quoted”", "<p>One</p><p>Two</p>", "back\\slash", "", "tab\there", "",
      "Some words.", "\001", "a\u2028b" } },
  { "notes", { "", "kept", "7", "", "", "yes", "", "", "", "", "…", "-" } },
};

static void
append_cell (GString *out, const char *cell)
{
  if (strpbrk (cell, ",\"\n") == NULL)
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

/* @odd: whether there may be what is in few tables */
static GBytes *
make_table (gboolean odd)
{
  GString *out = g_string_new (NULL);
  guint    chosen[G_N_ELEMENTS (columns)];
  guint    n = 0;
  guint    n_rows = (guint) g_test_rand_int_range (3, MAX_ROWS);

  chosen[n++] = g_test_rand_bit () ? 0 : 2;
  chosen[n++] = 1;
  for (guint i = 3; i < G_N_ELEMENTS (columns); i++)
    if (g_test_rand_bit ())
      chosen[n++] = i;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", columns[chosen[i]].name);
  g_string_append_c (out, '\n');
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < n; i++)
        {
          guint most = odd && g_test_rand_int_range (0, 12) == 0 ? 12 : 9;

          if (i > 0)
            g_string_append_c (out, ',');
          append_cell (out, columns[chosen[i]].cells[g_test_rand_int_range (0, (gint32) most)]);
        }
      if (odd && g_test_rand_int_range (0, 40) == 0)
        g_string_append (out, ",more");
      g_string_append (out, odd && g_test_rand_bit () ? "\r\n" : "\n");
    }
  return g_string_free_to_bytes (out);
}

static void
test_straight (void)
{
  guint n_straight = 0;

  for (guint i = 0; i < N_TABLES; i++)
    {
      gboolean             odd = i % 2 == 1;
      g_autoptr (GBytes)   bytes = make_table (odd);
      g_autoptr (DlLoaded) straight = table_read_straight (bytes);
      g_autoptr (DlLoaded) written = table_read_written (bytes);

      if (straight == NULL)
        continue;
      n_straight++;
      g_assert_nonnull (written);
      assert_loaded_alike (straight, written);
    }
  g_test_message ("%u of %u were read at once", n_straight, N_TABLES);
  g_assert_cmpuint (n_straight, >, N_TABLES / 2);
}

/* The same of all fixtures that are tables. */
static void
test_fixtures (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "formats", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n_straight = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char     *path = g_build_filename (folder, name, NULL);
      g_autofree char     *text = NULL;
      g_autoptr (GBytes)   bytes = NULL;
      g_autoptr (DlLoaded) straight = NULL;
      g_autoptr (DlLoaded) written = NULL;
      gsize                length;

      if (!(g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv")) ||
          !g_file_get_contents (path, &text, &length, NULL) || !g_utf8_validate_len (text, length, NULL))
        continue;
      bytes = g_bytes_new (text, length);
      straight = table_read_straight (bytes);
      if (straight == NULL)
        continue;
      g_test_message ("%s", name);
      written = table_read_written (bytes);
      n_straight++;
      assert_loaded_alike (straight, written);
    }
  g_assert_cmpuint (n_straight, >, 5);
}

/* Some rows of a sheet of TimelineJS are its title and eras, and are no events. */
static void
test_timelinejs (void)
{
  static const char    sheet[] = "Year,Month,Day,Headline,Text,Media,Type\n"
                                 "1914,6,28,Shots,In Sarajevo,,\n"
                                 "1918,11,11,Armistice,At Compiègne,,\n";
  g_autoptr (GBytes)   bytes = g_bytes_new_static (sheet, sizeof sheet - 1);
  g_autoptr (DlLoaded) straight = table_read_straight (bytes);
  g_autoptr (DlLoaded) written = table_read_written (bytes);

  g_assert_null (straight);
  g_assert_cmpuint (dl_timeline_get_n_events (written->timeline), ==, 2);
}

/* Ids that are made up may be those of other events, which is seen when all are there; and where
 * there is no event, it is told why. */
static void
test_refused (void)
{
  static const char *const tables[] = {
    "id,date,title\n,2001,One\nevent-1,2002,Two\nx,2003,Three\n",
    "id,date,title\nx,2001,One\nx,2002,Two\nevent-7,2003,Three\n",
    "date,title\nsoon,One\nlater,Two\n2003,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_static (tables[i], strlen (tables[i]));
      g_autoptr (DlLoaded) straight = table_read_straight (bytes);

      g_test_message ("%s", tables[i]);
      g_assert_null (straight);
    }
}

/* A large one is read at once, and written down when somebody asks for its text. */
static void
test_large (void)
{
  g_autoptr (GString)  text = g_string_new ("date,title,topic,description\n");
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = NULL;
  g_autoptr (DlLoaded) again = NULL;

  for (guint i = 0; text->len < (1 << 20); i++)
    g_string_append_printf (text, "%u-%02u-%02u,Event number %u,Topic %u,What there is to say of number %u\n",
                            1000 + i % 1000, i % 12 + 1, i % 28 + 1, i, i % 7, i);
  bytes = g_bytes_new (text->str, text->len);
  loaded = dl_formats_read (bytes, "a table", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (loaded->unwritten);
  g_assert_null (loaded->own_text);
  again = dl_formats_read (dl_load_get_own_text (loaded, &error), "its text", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_timelines_alike (loaded->timeline, again->timeline);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tables/straight", test_straight);
  g_test_add_func ("/formats/tables/fixtures", test_fixtures);
  g_test_add_func ("/formats/tables/timelinejs", test_timelinejs);
  g_test_add_func ("/formats/tables/refused", test_refused);
  g_test_add_func ("/formats/tables/large", test_large);
  return g_test_run ();
}
