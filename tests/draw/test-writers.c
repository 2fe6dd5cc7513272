/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of outputs: what a name's ending asks for is what is written. */
#include <string.h>

#include <gtk/gtk.h>

#include "export/dl-writer.h"
#include "model/dl-timeline-builder.h"

static DlTimeline *
make_timeline (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  DlEventRecord                 record = {
                    .id = "a", .title = "An event", .date_text = "2025-10-25", .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
  };

  g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
  return dl_timeline_builder_end (builder);
}

/* Every entry is whole, and no ending stands for two of them. */
static void
test_table (void)
{
  guint                  n;
  const DlWriter        *writers = dl_writer_get_all (&n);
  g_autoptr (GHashTable) endings = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (writers[i].kind);
      g_assert_nonnull (writers[i].choice);
      g_assert_nonnull (strchr (writers[i].media_type, '/'));
      g_assert_nonnull (writers[i].endings[0]);
      for (guint j = 0; writers[i].endings[j] != NULL; j++)
        {
          const char      *ending = writers[i].endings[j];
          g_autofree char *name = g_strconcat ("A story.png.json", ending, NULL);
          g_autofree char *loud = g_ascii_strup (name, -1);
          g_autofree char *longer = g_strconcat (name, "x", NULL);

          g_assert_cmpint (ending[0], ==, '.');
          g_assert_true (g_hash_table_add (endings, (gpointer) ending));
          g_assert_true (dl_writer_find (name) == &writers[i]);
          g_assert_true (dl_writer_find (loud) == &writers[i]);
          g_assert_null (dl_writer_find (longer));
        }
    }
  g_assert_null (dl_writer_find (""));
  g_assert_null (dl_writer_find ("png"));
}

/* What is written is of the type that the table says, and the same each time. */
static void
test_contents (void)
{
  static const struct
  {
    const char *media_type;
    const char *magic;
  } rows[] = {
    { "image/png", "\x89PNG\r\n\x1a\n" },
    { "image/svg+xml", "<?xml" },
    { "application/pdf", "%PDF-" },
  };
  g_autoptr (DlTimeline) timeline = make_timeline ();
  guint                  n;
  const DlWriter        *writers = dl_writer_get_all (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < n; i++)
    {
      g_auto (DlExportOptions) options = { NULL };
      g_auto (DlExportOptions) sharper = { NULL };
      g_autoptr (GError)       error = NULL;
      g_autoptr (GBytes)       contents = NULL;
      g_autoptr (GBytes)       again = NULL;
      g_autoptr (GBytes)       sharp = NULL;

      dl_export_options_init (&options, timeline, NULL);
      options.width = 300;
      contents = writers[i].write (&options, NULL, &error);
      g_assert_no_error (error);
      again = writers[i].write (&options, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (contents, again));
      g_assert_cmpstr (writers[i].media_type, ==, rows[i].media_type);
      g_assert_cmpuint (g_bytes_get_size (contents), >, 100);
      g_assert_cmpmem (g_bytes_get_data (contents, NULL), strlen (rows[i].magic), rows[i].magic,
                       strlen (rows[i].magic));
      /* Resolution is for those that say so. */
      dl_export_options_init (&sharper, timeline, NULL);
      sharper.width = 300;
      sharper.scale = 2;
      sharp = writers[i].write (&sharper, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (contents, sharp) == !writers[i].has_resolution);
    }
}

static void
test_endings (void)
{
  g_autofree char *endings = dl_writer_dup_endings ();

  g_assert_cmpstr (endings, ==, ".png, .svg or .pdf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/export/writers/table", test_table);
  g_test_add_func ("/export/writers/contents", test_contents);
  g_test_add_func ("/export/writers/endings", test_endings);
  return g_test_run ();
}
