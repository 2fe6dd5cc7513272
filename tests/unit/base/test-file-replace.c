/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-file-replace.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define OLD "what was there before"

typedef struct
{
  char *folder;
  char *path;
  char *other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("dateline-replace-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "a", NULL);
  self->other = g_build_filename (self->folder, "b", NULL);
}

/* Nothing is ever left beside the two files. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_unlink (self->other);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->other);
}

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, text, strlen (text));
}

static void
replace (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  dl_file_replace (path, text, strlen (text), &error);
  g_assert_no_error (error);
  assert_holds (path, text);
}

static GStatBuf
look (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  return info;
}

static void
test_new (Fixture *self, gconstpointer data)
{
  mode_t mask = umask (0027);

  replace (self->path, "new");
  g_assert_cmpint (look (self->path).st_mode & 0777, ==, 0640);
  umask (mask);
}

static void
test_mode (Fixture *self, gconstpointer data)
{
  static const guint modes[] = { 0600, 0644, 0666, 0755, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      put (self->path, OLD);
      g_chmod (self->path, (int) modes[i]);
      replace (self->path, "new");
      g_assert_cmpint (look (self->path).st_mode & 0777, ==, modes[i]);
    }
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (self->path, OLD);
  g_chmod (self->path, 0444);
  g_assert_false (dl_file_replace (self->path, "new", 3, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  assert_holds (self->path, OLD);
  g_assert_cmpint (look (self->path).st_mode & 0777, ==, 0444);
}

static void
test_owner (Fixture *self, gconstpointer data)
{
  put (self->path, OLD);
  if (chown (self->path, 4711, 4712) != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }
  replace (self->path, "new");
  g_assert_cmpuint (look (self->path).st_uid, ==, 4711);
  g_assert_cmpuint (look (self->path).st_gid, ==, 4712);
}

/* Longer, shorter, empty: all names show the same file. */
static void
test_hard_link (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "new", "", "longer than all that has been in it before this", "short" };
  guint64                  inode;

  put (self->path, OLD);
  g_chmod (self->path, 0777);
  g_assert_cmpint (link (self->path, self->other), ==, 0);
  inode = look (self->path).st_ino;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      replace (self->path, texts[i]);
      assert_holds (self->other, texts[i]);
      g_assert_cmpuint (look (self->path).st_ino, ==, inode);
      g_assert_cmpint (look (self->other).st_mode & 0777, ==, 0777);
    }
}

static void
test_symbolic_link (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (symlink ("b", self->path), ==, 0);
  /* To nothing, then to a file. */
  replace (self->path, "new");
  g_assert_true (S_ISLNK (look (self->path).st_mode));
  assert_holds (self->other, "new");
  replace (self->path, "newer");
  g_assert_true (S_ISLNK (look (self->path).st_mode));
  assert_holds (self->other, "newer");
}

/* What the limit on the size of files ends: with one name, and with two. */
static void
test_limit (Fixture *self, gconstpointer data)
{
  gsize            length = 64 * 1024;
  g_autofree char *large = g_strnfill (length, 'x');
  struct rlimit    before, limit;

  put (self->path, OLD);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean           written;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      written = dl_file_replace (self->path, large, length, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (written);
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
      assert_holds (self->path, OLD);
      if (i == 0)
        g_assert_cmpint (link (self->path, self->other), ==, 0);
    }
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (self->folder, "gone", "a", NULL);

  g_assert_false (dl_file_replace (path, "new", 3, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* As long as a name can be. */
static void
test_long_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  replace (path, "new");
  replace (path, "newer");
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/base/file-replace/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new", test_new);
  ADD ("mode", test_mode);
  ADD ("read-only", test_read_only);
  ADD ("owner", test_owner);
  ADD ("hard-link", test_hard_link);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("limit", test_limit);
  ADD ("no-folder", test_no_folder);
  ADD ("long-name", test_long_name);
#undef ADD
  return g_test_run ();
}
