/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bookmarks, from one start to the next, and whatever becomes of their file. */
#include "session/dl-bookmarks.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/dl-error.h"

typedef struct
{
  char *folder;
  char *path; /* of the bookmarks; its folder is not there yet */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "dateline", "bookmarks", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_all (below);
    }
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static GFile *
new_file (Fixture *self, const char *name, gboolean make)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (make)
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  return g_file_new_for_path (path);
}

static DlBookmarks *
load (Fixture *self, const char *name, const char *title)
{
  g_autoptr (GFile)  file = new_file (self, name, FALSE);
  DlBookmarks       *bookmarks = dl_bookmarks_new (self->path, file, title);
  g_autoptr (GError) error = NULL;

  dl_bookmarks_load (bookmarks, &error);
  g_assert_no_error (error);
  return bookmarks;
}

static DlBookmark *
add (DlBookmarks *bookmarks, const char *title, const char *state)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (DlBookmark) bookmark = dl_bookmark_new (
    title, g_variant_new_parsed ("{'range': <((int64 1, 0), (int64 2, 0))>, 'selected': <%s>}", state));

  dl_bookmarks_add (bookmarks, bookmark, &error);
  g_assert_no_error (error);
  return bookmark;
}

/* The titles with a space between. */
static char *
dup_titles (gpointer bookmarks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (bookmarks); i++)
    {
      g_autoptr (DlBookmark) bookmark = g_list_model_get_item (bookmarks, i);

      g_string_append_printf (out, "%s%s", i == 0 ? "" : " ", dl_bookmark_get_title (bookmark));
    }
  return g_string_free (out, FALSE);
}

static void
assert_titles (gpointer bookmarks, const char *expected)
{
  g_autofree char *found = dup_titles (bookmarks);

  g_assert_cmpstr (found, ==, expected);
}

/* What one program has made another one finds. */
static void
assert_kept (Fixture *self, const char *name, const char *expected)
{
  g_autoptr (DlBookmarks) bookmarks = load (self, name, NULL);

  assert_titles (bookmarks, expected);
}

static void
write_file (Fixture *self, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (DlBookmarks) one = load (self, "one", "One");
  g_autoptr (DlBookmarks) two = load (self, "two", NULL);
  g_autoptr (DlBookmark)  found = NULL;
  const char             *selected;

  assert_titles (one, "");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  add (one, "“é”", "x y");
  add (two, "b", "2");
  add (one, "c", "3");
  assert_titles (one, "“é” c");
  assert_kept (self, "one", "“é” c");
  assert_kept (self, "two", "b");
  assert_kept (self, "three", "");
  g_clear_object (&one);
  one = load (self, "one", "One");
  found = g_list_model_get_item (G_LIST_MODEL (one), 0);
  g_assert_true (g_variant_lookup (dl_bookmark_get_state (found), "selected", "&s", &selected));
  g_assert_cmpstr (selected, ==, "x y");
  g_assert_true (dl_bookmarks_find (one, dl_bookmark_get_state (found)) == found);
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, GString *told)
{
  g_string_append_printf (told, "%u-%u+%u ", position, removed, added);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint       index;
    int         by;
    const char *expected;
  } moves[] = {
    { 0, 1, "b a c d" }, { 3, -2, "b d a c" }, { 0, -5, "b d a c" }, { 1, 50, "b a c d" }, { 3, -1, "b a d c" },
  };
  g_autoptr (DlBookmarks) bookmarks = load (self, "one", NULL);
  g_autoptr (GString)     told = g_string_new (NULL);
  g_autoptr (DlBookmark)  third = NULL;
  g_autoptr (GError)      error = NULL;

  g_signal_connect (bookmarks, "items-changed", G_CALLBACK (changed_cb), told);
  for (const char *title = "a\0b\0c\0d\0"; *title != '\0'; title += 2)
    add (bookmarks, title, title);
  g_assert_cmpstr (told->str, ==, "0-0+1 1-0+1 2-0+1 3-0+1 ");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (DlBookmark) bookmark = g_list_model_get_item (G_LIST_MODEL (bookmarks), moves[i].index);

      g_assert_true (dl_bookmarks_move (bookmarks, bookmark, moves[i].by, &error));
      assert_titles (bookmarks, moves[i].expected);
      assert_kept (self, "one", moves[i].expected);
    }
  g_string_truncate (told, 0);
  third = g_list_model_get_item (G_LIST_MODEL (bookmarks), 2);
  g_assert_true (dl_bookmarks_rename (bookmarks, third, "new", &error));
  assert_kept (self, "one", "b a new c");
  g_assert_cmpstr (told->str, ==, "");
  g_assert_true (dl_bookmarks_remove (bookmarks, third, &error));
  g_assert_cmpstr (told->str, ==, "2-1+0 ");
  assert_kept (self, "one", "b a c");
  /* It is not there any more. */
  g_assert_true (dl_bookmarks_remove (bookmarks, third, &error));
  g_assert_true (dl_bookmarks_rename (bookmarks, third, "x", &error));
  g_assert_true (dl_bookmarks_move (bookmarks, third, 1, &error));
  assert_kept (self, "one", "b a c");
}

/* Two programs write one after the other: nothing is lost of either. */
static void
test_together (Fixture *self, gconstpointer data)
{
  g_autoptr (DlBookmarks) one = load (self, "one", NULL);
  g_autoptr (DlBookmarks) other = load (self, "one", NULL);
  g_autoptr (GError)      error = NULL;
  DlBookmark             *a = add (one, "a", "1");
  g_autoptr (DlBookmark)  same = NULL;

  add (other, "b", "2");
  assert_titles (other, "a b");
  add (one, "c", "3");
  assert_titles (one, "a b c");
  /* It is the same object still. */
  same = g_list_model_get_item (G_LIST_MODEL (one), 0);
  g_assert_true (same == a);
  g_assert_true (dl_bookmarks_remove (one, a, &error));
  assert_kept (self, "one", "b c");
}

/* A file that was moved is known by its title; one that is there still keeps its own. */
static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)       old = new_file (self, "old", TRUE);
  g_autoptr (DlBookmarks) before = load (self, "old", "Title");
  g_autoptr (DlBookmarks) after = NULL;
  g_autoptr (DlBookmarks) untitled = NULL;

  add (before, "a", "1");
  after = load (self, "new", "Title");
  assert_titles (after, "");
  g_assert_cmpint (g_remove (g_file_peek_path (old)), ==, 0);
  untitled = load (self, "new", NULL);
  assert_titles (untitled, "");
  g_clear_object (&after);
  after = load (self, "new", "Title");
  assert_titles (after, "a");
  add (after, "b", "2");
  assert_kept (self, "new", "a b");
  assert_kept (self, "old", "");
}

/* By whatever path it is named. */
static void
test_link (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)       file = new_file (self, "one", TRUE);
  g_autofree char        *link = g_build_filename (self->folder, "link", NULL);
  g_autoptr (DlBookmarks) bookmarks = load (self, "one", NULL);

  add (bookmarks, "a", "1");
  g_assert_cmpint (symlink ("one", link), ==, 0);
  assert_kept (self, "link", "a");
}

/* What is not what was written is put aside, said, and begun anew. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "", "{", "\377\376", "[1, 2]", "{'files': <@aa{sv} []>}", "{'version': <'x'>}", "{'version': <uint32 0>}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GFile)       file = new_file (self, "one", FALSE);
      g_autoptr (DlBookmarks) bookmarks = dl_bookmarks_new (self->path, file, NULL);
      g_autoptr (GError)      error = NULL;
      g_autofree char        *aside =
        i == 0 ? g_strconcat (self->path, ".damaged", NULL) : g_strdup_printf ("%s.damaged-%u", self->path, i + 1);
      g_autofree char *kept = NULL;
      gsize            length;

      write_file (self, texts[i]);
      g_assert_false (dl_bookmarks_load (bookmarks, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, aside));
      g_assert_true (g_file_get_contents (aside, &kept, &length, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);
      add (bookmarks, "a", "1");
      assert_kept (self, "one", "a");
    }
}

/* One from the future is left alone. */
static void
test_newer (Fixture *self, gconstpointer data)
{
  static const char       text[] = "{'version': <uint32 2>, 'files': <'otherwise'>}";
  g_autoptr (GFile)       file = new_file (self, "one", FALSE);
  g_autoptr (DlBookmarks) bookmarks = dl_bookmarks_new (self->path, file, NULL);
  g_autoptr (DlBookmark)  bookmark = dl_bookmark_new ("a", g_variant_new_parsed ("@a{sv} {}"));
  g_autofree char        *kept = NULL;
  g_autoptr (GError)      error = NULL;

  write_file (self, text);
  g_assert_false (dl_bookmarks_load (bookmarks, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_READ);
  g_clear_error (&error);
  g_assert_false (dl_bookmarks_add (bookmarks, bookmark, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_READ);
  assert_titles (bookmarks, "");
  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

/* What is not understood is passed over, and kept. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = new_file (self, "one", FALSE);
  g_autofree char  *uri = g_file_get_uri (file);
  g_autofree char  *text = g_strdup_printf (
     "{'version': <uint32 1>, 'more': <5>, 'files': <[{'what': <1>}, {'uri': <'%s'>, 'note': <'x'>, 'bookmarks': "
      "<[{'title': <'a'>}, {'title': <'b'>, 'state': <@a{sv} {}>, 'color': <1>}, {'title': <3>}]>}]>}",
     uri);
  g_autoptr (DlBookmarks) bookmarks = NULL;
  g_autofree char        *kept = NULL;

  write_file (self, text);
  bookmarks = load (self, "one", NULL);
  assert_titles (bookmarks, "b");
  add (bookmarks, "c", "3");
  assert_kept (self, "one", "b c");
  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, "'more': <5>"));
  g_assert_nonnull (strstr (kept, "'what': <1>"));
  g_assert_nonnull (strstr (kept, "'note': <'x'>"));
}

/* Where nothing can be written nothing is done. */
static void
test_not_written (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)       file = new_file (self, "one", FALSE);
  g_autofree char        *blocked = g_build_filename (self->folder, "one", "bookmarks", NULL);
  g_autoptr (DlBookmarks) bookmarks = load (self, "one", NULL);
  g_autoptr (DlBookmark)  second = dl_bookmark_new ("b", g_variant_new_parsed ("@a{sv} {}"));
  g_autoptr (GError)      error = NULL;

  add (bookmarks, "a", "1");
  /* A link into a folder that is not there: to read, there is nothing; to write,
   * no place. */
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (symlink (blocked, self->path), ==, 0);
  g_assert_false (dl_bookmarks_add (bookmarks, second, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_WRITE);
  assert_titles (bookmarks, "");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* Nor is a new name shown that cannot be written. */
static void
test_not_renamed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)       file = new_file (self, "one", FALSE);
  g_autoptr (DlBookmarks) bookmarks = load (self, "one", NULL);
  g_autoptr (DlBookmark)  bookmark = NULL;
  g_autoptr (GError)      error = NULL;
  struct rlimit           limit;
  struct rlimit           none;
  gboolean                renamed;

  add (bookmarks, "a", "1");
  bookmark = g_list_model_get_item (G_LIST_MODEL (bookmarks), 0);
  /* As on a full disk, also for who may do anything. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  none = limit;
  none.rlim_cur = 0;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  renamed = dl_bookmarks_rename (bookmarks, bookmark, "b", &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (renamed);
  g_assert_error (error, DL_ERROR, DL_ERROR_WRITE);
  g_assert_cmpstr (dl_bookmark_get_title (bookmark), ==, "a");
  assert_kept (self, "one", "a");
}

/* Of a file without any, nothing is left: not that it was opened. */
static void
test_none_left (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile)       file = new_file (self, "one", FALSE);
  g_autoptr (DlBookmarks) bookmarks = load (self, "one", NULL);
  g_autoptr (DlBookmark)  bookmark = NULL;
  g_autofree char        *uri = g_file_get_uri (file);
  g_autofree char        *before = NULL;
  g_autofree char        *after = NULL;

  add (bookmarks, "a", "1");
  g_assert_true (g_file_get_contents (self->path, &before, NULL, NULL));
  g_assert_nonnull (strstr (before, uri));
  bookmark = g_list_model_get_item (G_LIST_MODEL (bookmarks), 0);
  g_assert_true (dl_bookmarks_remove (bookmarks, bookmark, NULL));
  g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
  g_assert_null (strstr (after, uri));
}

#define TEST(name, func) g_test_add ("/bookmarks/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("kept", test_kept);
  TEST ("order", test_order);
  TEST ("together", test_together);
  TEST ("moved", test_moved);
  TEST ("link", test_link);
  TEST ("damaged", test_damaged);
  TEST ("newer", test_newer);
  TEST ("unknown", test_unknown);
  TEST ("not-written", test_not_written);
  TEST ("not-renamed", test_not_renamed);
  TEST ("none-left", test_none_left);
  return g_test_run ();
}
