/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-stdin.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-buffer.h"
#include "formats/dl-json-scan.h"

/* What has come so far; whoever is cancelled leaves it to the next. */
static GMutex   mutex;
static char    *data;
static gsize    allocated;
static gsize    used;
static gboolean ended;

gboolean
dl_is_stdin (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_strcmp0 (uri, DL_STDIN_URI) == 0;
}

/* Waits until there is something to read, or the end. */
static void
wait_for_input (GCancellable *cancellable)
{
  GPollFD fds[] = { { STDIN_FILENO, G_IO_IN, 0 }, { -1, G_IO_IN, 0 } };
  guint   n = g_cancellable_make_pollfd (cancellable, &fds[1]) ? 2 : 1;

  g_poll (fds, n, -1);
  if (n == 2)
    g_cancellable_release_fd (cancellable);
}

static gboolean
grow (GError **error)
{
  char *larger = g_try_realloc (data, MAX (allocated * 2, DL_BUFFER_FIRST_SIZE));

  if (larger == NULL)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: there is not enough memory"), DL_STDIN_NAME);
      return FALSE;
    }
  data = larger;
  allocated = MAX (allocated * 2, DL_BUFFER_FIRST_SIZE);
  return TRUE;
}

/* Returns: whether to go on */
static gboolean
read_more (GCancellable *cancellable, GError **error)
{
  gssize n;

  if (used == allocated && !grow (error))
    return FALSE;
  wait_for_input (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  n = read (STDIN_FILENO, data + used, allocated - used);
  if (n < 0 && errno != EINTR && errno != EAGAIN)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("%s: cannot be read: %s"), DL_STDIN_NAME, g_strerror (errno));
      return FALSE;
    }
  used += (gsize) MAX (n, 0);
  ended = n == 0;
  if (used < DL_JSON_MAX_LENGTH)
    return TRUE;
  g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: the file has 2 GiB or more"), DL_STDIN_NAME);
  return FALSE;
}

GBytes *
dl_stdin_read (GCancellable *cancellable, GError **error)
{
  static GBytes           *bytes;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  while (!ended)
    if (!read_more (cancellable, error))
      return NULL;
  if (bytes == NULL)
    bytes = dl_buffer_end (g_steal_pointer (&data), used, allocated);
  return g_bytes_ref (bytes);
}
