/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The standard input as a file: a name of its own that everything else can
 * carry about, for there is no path that every kind of it can be opened by. */
#define DL_STDIN_URI "stdin:///stdin"

/* How errors call it. */
#define DL_STDIN_NAME "<stdin>"

/* Whether @file stands for the standard input. */
gboolean dl_is_stdin (GFile *file);

/**
 * dl_stdin_read:
 * @error: %DL_ERROR_READ, %DL_ERROR_LIMIT or %G_IO_ERROR_CANCELLED
 *
 * All that comes from the standard input, blocking. It can be read only once,
 * so that who asks again, to read a file anew, gets the same. Any thread.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *dl_stdin_read (GCancellable *cancellable, GError **error);

G_END_DECLS
