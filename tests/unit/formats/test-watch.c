/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are saved again, in a folder of their own. */
#include "formats/dl-watch.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* So many savings close upon each other, milliseconds apart. */
#define N_SAVINGS 200
#define SAVING_INTERVAL 10

/* More reads than this are not few. */
#define FEW 8

typedef struct
{
  char    *folder;
  char    *path;
  DlWatch *watch;
  guint    n_changed;
  guint    n_gone;
  guint    n_settled;
  guint    n_saved;
  gboolean reads; /* takes a while to read what has changed */
  gboolean reading;
  guint    n_overlaps;
  char    *read; /* what was read last */
} Fixture;

static char *
read_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  char              *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* In place, as an editor that keeps the inode does. */
static void
write_in_place (const char *path, const char *contents)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (contents, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
write_beside_and_move (Fixture *self, const char *contents)
{
  g_autofree char *beside = g_build_filename (self->folder, "beside", NULL);

  write_in_place (beside, contents);
  g_assert_cmpint (g_rename (beside, self->path), ==, 0);
}

static gboolean
read_cb (gpointer data)
{
  Fixture *self = data;

  self->reading = FALSE;
  g_free (self->read);
  self->read = read_path (self->path);
  dl_watch_release (self->watch);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DlWatch *watch, Fixture *self)
{
  self->n_changed++;
  self->n_overlaps += self->reading;
  if (!self->reads)
    return;
  self->reading = TRUE;
  dl_watch_hold (watch);
  g_timeout_add (20, read_cb, self);
}

static void
gone_cb (DlWatch *watch, Fixture *self)
{
  self->n_gone++;
}

static void
settled_cb (DlWatch *watch, Fixture *self)
{
  self->n_settled++;
}

/* Looks until all is settled. */
static void
settle (Fixture *self)
{
  guint n = self->n_settled;

  while (self->n_settled == n)
    {
      guint told = self->n_changed + self->n_gone;

      dl_watch_look (self->watch);
      while (self->n_settled == n && self->n_changed + self->n_gone == told)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* With what it was when it was read. */
static void
start (Fixture *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  self->watch = dl_watch_new (file, NULL);
  g_signal_connect (self->watch, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->watch, "gone", G_CALLBACK (gone_cb), self);
  g_signal_connect (self->watch, "settled", G_CALLBACK (settled_cb), self);
  while (self->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  /* What has just been written has too coarse a time to be sure of. */
  settle (self);
  self->n_changed = self->n_settled = 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "a.json", NULL);
  write_in_place (self->path, "one");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer watch = self->watch;

  g_object_add_weak_pointer (watch, &watch);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  g_object_unref (self->watch);
  while (watch != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->read);
}

static void
wait_for_changed (Fixture *self, guint n)
{
  while (self->n_changed < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_untouched (Fixture *self, gconstpointer data)
{
  start (self);
  settle (self);
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpuint (self->n_gone, ==, 0);
}

static void
test_in_place (Fixture *self, gconstpointer data)
{
  gint64 before;

  start (self);
  before = g_get_monotonic_time ();
  write_in_place (self->path, "two");
  wait_for_changed (self, 1);
  g_test_message ("told after %d ms", (int) ((g_get_monotonic_time () - before) / 1000));
  settle (self);
  g_assert_cmpuint (self->n_changed, ==, 1);
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  start (self);
  write_beside_and_move (self, "two");
  wait_for_changed (self, 1);
  write_beside_and_move (self, "six");
  wait_for_changed (self, 2);
  settle (self);
  g_assert_cmpuint (self->n_changed, ==, 2);
  g_assert_cmpuint (self->n_gone, ==, 0);
}

static void
test_truncated (Fixture *self, gconstpointer data)
{
  start (self);
  g_assert_cmpint (truncate (self->path, 0), ==, 0);
  wait_for_changed (self, 1);
  write_in_place (self->path, "one");
  wait_for_changed (self, 2);
  g_assert_cmpuint (self->n_gone, ==, 0);
}

static void
test_gone_and_back (Fixture *self, gconstpointer data)
{
  start (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  while (self->n_gone == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  g_assert_cmpuint (self->n_gone, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 0);
  write_in_place (self->path, "two");
  wait_for_changed (self, 1);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  while (self->n_gone == 1)
    g_main_context_iteration (NULL, TRUE);
}

/* It is back as it was: who said that it is gone must hear of it. */
static void
test_moved_away_and_back (Fixture *self, gconstpointer data)
{
  g_autofree char *away = g_build_filename (self->folder, "away", NULL);

  start (self);
  g_assert_cmpint (g_rename (self->path, away), ==, 0);
  while (self->n_gone == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_rename (away, self->path), ==, 0);
  wait_for_changed (self, 1);
}

static void
test_made_anew (Fixture *self, gconstpointer data)
{
  start (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  dl_watch_look (self->watch);
  write_in_place (self->path, "two");
  wait_for_changed (self, 1);
  settle (self);
  g_assert_cmpuint (self->n_gone, ==, 0);
}

static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->folder, "inner", NULL);
  g_autofree char *target = g_build_filename (inner, "b.json", NULL);

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_in_place (target, "one");
  g_unlink (self->path);
  g_assert_cmpint (symlink ("inner/b.json", self->path), ==, 0);
  start (self);
  write_in_place (target, "two");
  wait_for_changed (self, 1);
  g_unlink (target);
  g_rmdir (inner);
}

static void
test_held (Fixture *self, gconstpointer data)
{
  start (self);
  dl_watch_hold (self->watch);
  write_in_place (self->path, "two");
  dl_watch_look (self->watch);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (self->n_changed + self->n_settled, ==, 0);
  dl_watch_release (self->watch);
  wait_for_changed (self, 1);
}

/* A look that was under way when it was held tells nothing either. */
static void
test_held_while_looking (Fixture *self, gconstpointer data)
{
  start (self);
  write_in_place (self->path, "two");
  dl_watch_look (self->watch);
  dl_watch_hold (self->watch);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (self->n_changed + self->n_settled, ==, 0);
  dl_watch_release (self->watch);
  wait_for_changed (self, 1);
}

static gboolean
older_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_own (Fixture *self, gconstpointer data)
{
  gboolean older = FALSE;

  start (self);
  write_in_place (self->path, "our own");
  /* Until the time that it was given is one to be sure of. */
  g_timeout_add (50, older_cb, &older);
  while (!older)
    g_main_context_iteration (NULL, TRUE);
  dl_watch_wrote (self->watch);
  settle (self);
  g_assert_cmpuint (self->n_changed, ==, 0);
}

static gboolean
save_cb (gpointer data)
{
  Fixture         *self = data;
  g_autofree char *contents = g_strdup_printf ("%u", ++self->n_saved);

  if (self->n_saved % 2 == 0)
    write_in_place (self->path, contents);
  else
    write_beside_and_move (self, contents);
  return self->n_saved < N_SAVINGS;
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autofree char *last = g_strdup_printf ("%u", N_SAVINGS);
  gint64           begin;
  guint            n_seconds;

  start (self);
  begin = g_get_monotonic_time ();
  self->reads = TRUE;
  g_timeout_add (SAVING_INTERVAL, save_cb, self);
  while (g_strcmp0 (self->read, last) != 0)
    g_main_context_iteration (NULL, TRUE);
  while (self->reading)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  n_seconds = (guint) ((g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_test_message ("%u savings in %u s, read %u times", self->n_saved, n_seconds, self->n_changed);
  /* A busy machine saves more slowly, with pauses after which it is right to read. */
  g_assert_cmpuint (self->n_changed, <=, FEW + n_seconds);
  g_assert_cmpuint (self->n_changed, >=, 2);
  g_assert_cmpuint (self->n_overlaps, ==, 0);
  g_assert_cmpuint (self->n_gone, ==, 0);
}

static void
test_can (void)
{
  static const struct
  {
    const char *uri;
    gboolean    can;
  } cases[] = {
    { "file:///a/b.json", TRUE }, { "sftp://example.org/b.json", TRUE },
    { "stdin:///stdin", FALSE },  { "resource:///a/b.json", FALSE },
    { "pasted:///1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (cases[i].uri);

      g_assert_cmpint (dl_watch_can (file), ==, cases[i].can);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } cases[] = {
    { "/watch/untouched", test_untouched },
    { "/watch/in-place", test_in_place },
    { "/watch/moved", test_moved },
    { "/watch/truncated", test_truncated },
    { "/watch/gone-and-back", test_gone_and_back },
    { "/watch/moved-away-and-back", test_moved_away_and_back },
    { "/watch/made-anew", test_made_anew },
    { "/watch/link", test_link },
    { "/watch/held", test_held },
    { "/watch/held-while-looking", test_held_while_looking },
    { "/watch/own", test_own },
    { "/watch/many", test_many },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch/can", test_can);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
