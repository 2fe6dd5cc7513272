/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-file-replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A short name, so that it is not too long where the file's own is not. */
#define BESIDE ".dateline-XXXXXX"

/* Takes errno. Returns: FALSE */
static gboolean
fail (GError **error)
{
  int reason = errno;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (reason), g_strerror (reason));
  return FALSE;
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n == 0 ? ENOSPC : errno;
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
write_at (int fd, const char *data, gsize length, gsize offset)
{
  return lseek (fd, (off_t) offset, SEEK_SET) >= 0 && write_all (fd, data, length);
}

/* Whether what was written is truly there; a file system that cannot tell has
 * not lost anything. */
static gboolean
settle (int fd)
{
  return fsync (fd) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
}

static gboolean
close_written (int fd, gboolean good)
{
  int reason = errno;

  if (close (fd) != 0 && good && errno != EINTR)
    return FALSE;
  errno = reason;
  return good;
}

/* A device or a pipe: there is nothing in it to be kept, and to put a file in
 * its place would take it from everybody. */
static gboolean
write_into_device (const char *path, const char *data, gsize length, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    return fail (error);
  return close_written (fd, write_all (fd, data, length)) || fail (error);
}

/* @size bytes of what is in the file. Returns: (transfer full) (nullable) */
static char *
read_back (int fd, gsize size)
{
  char *kept = g_try_malloc (MAX (size, 1));
  gsize done = 0;

  while (kept != NULL && done < size)
    {
      gssize n = pread (fd, kept + done, size - done, (off_t) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n == 0 ? EIO : errno;
          g_clear_pointer (&kept, g_free);
          return NULL;
        }
      done += (gsize) n;
    }
  if (kept == NULL)
    errno = ENOMEM;
  return kept;
}

/* First what is longer than the old file: there the disk can be full, and
 * nothing has been lost yet. */
static gboolean
overwrite (int fd, const char *data, gsize length, const char *old, gsize old_length)
{
  gsize    shared = MIN (length, old_length);
  gboolean grown = write_at (fd, data + shared, length - shared, shared);
  int      reason;

  if (grown && write_at (fd, data, shared, 0) && ftruncate (fd, (off_t) length) == 0 && settle (fd))
    return TRUE;
  reason = errno;
  if (grown)
    write_at (fd, old, old_length, 0);
  if (ftruncate (fd, (off_t) old_length) == 0)
    fsync (fd);
  errno = reason;
  return FALSE;
}

/* Keeps the file itself, with its names, its owner and all that belongs to it. */
static gboolean
write_in_place (const char *path, const char *data, gsize length, gsize old_length, GError **error)
{
  int              fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_autofree char *old = NULL;

  if (fd < 0)
    return fail (error);
  old = read_back (fd, old_length);
  if (old == NULL)
    return close_written (fd, FALSE) || fail (error);
  return close_written (fd, overwrite (fd, data, length, old, old_length)) || fail (error);
}

static gboolean
set_owner_and_mode (int fd, const GStatBuf *old)
{
  struct stat made;

  if (fstat (fd, &made) != 0)
    return FALSE;
  if ((made.st_uid != old->st_uid || made.st_gid != old->st_gid) && fchown (fd, old->st_uid, old->st_gid) != 0)
    return FALSE;
  return fchmod (fd, old->st_mode & 0777) == 0;
}

/* @old: (nullable): what is there
 * @possible: (out): FALSE where this way cannot lead there; then no @error
 * is set */
static gboolean
write_beside (const char *path, const char *data, gsize length, const GStatBuf *old, gboolean *possible, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, BESIDE, NULL);
  int              fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, old != NULL ? 0600 : 0666);
  gboolean         good;

  *possible = TRUE;
  if (fd < 0)
    {
      *possible = old == NULL || (errno != EACCES && errno != EPERM && errno != EROFS);
      return *possible && fail (error);
    }
  if (old != NULL && !set_owner_and_mode (fd, old))
    {
      *possible = FALSE;
      close (fd);
      g_unlink (beside);
      return FALSE;
    }
  good = close_written (fd, write_all (fd, data, length) && settle (fd));
  if (good && g_rename (beside, path) == 0)
    return TRUE;
  /* A file that is mounted can be written to, not moved away. */
  *possible = old == NULL || errno != EBUSY;
  if (*possible)
    fail (error);
  g_unlink (beside);
  return FALSE;
}

/* Where @path, a link to nothing, leads. Returns: (transfer full) (nullable) */
static char *
follow_link (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = g_file_read_link (path, NULL);

  if (link == NULL || g_path_is_absolute (link))
    return g_steal_pointer (&link);
  return g_build_filename (folder, link, NULL);
}

gboolean
dl_file_replace (const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *target = realpath (path, NULL);
  GStatBuf         old;
  gboolean         possible;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  if (target == NULL && errno == ENOENT)
    {
      g_autofree char *end = follow_link (path);

      return end != NULL ? dl_file_replace (end, data, length, error)
                         : write_beside (path, data, length, NULL, &possible, error);
    }
  if (target == NULL || g_stat (target, &old) != 0)
    return fail (error);
  if (!S_ISREG (old.st_mode))
    return write_into_device (target, data, length, error);
  if ((old.st_mode & 0222) == 0 || faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_ACCES, _ ("the file that is there is read-only"));
      return FALSE;
    }
  if (old.st_nlink == 1)
    {
      gboolean written = write_beside (target, data, length, &old, &possible, error);

      if (written || possible)
        return written;
    }
  return write_in_place (target, data, length, (gsize) old.st_size, error);
}
