/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * dl_file_read_bytes:
 * @name: how errors call the file
 * @stamp: (out) (nullable) (transfer full): of what was read (see dl-file-stamp.h);
 *   %NULL where there is none, as of the standard input
 * @error: %DL_ERROR_READ, %DL_ERROR_LIMIT or %G_IO_ERROR_CANCELLED
 *
 * Reads a whole file into memory, blocking. It is never mapped: a file that
 * another program shortens would end this one.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *dl_file_read_bytes (GFile *file, const char *name, GCancellable *cancellable, char **stamp, GError **error);

/**
 * dl_file_check:
 * @name: how errors call the file
 * @error: %DL_ERROR_READ
 *
 * Whether a file of this machine is there and may be read, without opening it:
 * a pipe can be opened only once. Of a folder, whether timelines are in it. Of other files all is believed.
 */
gboolean dl_file_check (GFile *file, const char *name, GError **error);

G_END_DECLS
