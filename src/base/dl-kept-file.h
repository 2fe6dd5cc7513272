/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that the program keeps for itself beside its settings: a dictionary in
 * GVariant's text format, "{'version': <uint32 1>, …}", which people can read. */

/**
 * dl_kept_file_read:
 * @path: which need not be there
 * @version: what the program writes
 * @error: %DL_ERROR_READ where it cannot be read, or is of a newer version;
 *   %DL_ERROR_DAMAGED where it is not such a file
 *
 * Returns: (transfer full) (nullable): "a{sv}"; %NULL without @error where there is none
 */
GVariant *dl_kept_file_read (const char *path, guint version, GError **error);

/**
 * dl_kept_file_write:
 * @contents: "a{sv}", consumed where floating
 * @version: is written too
 * @error: of %G_FILE_ERROR, without the file's name
 *
 * Makes that the whole of the file, and folders where there are none; what fails
 * leaves what was there.
 *
 * Returns: whether it is there
 */
gboolean dl_kept_file_write (const char *path, GVariant *contents, guint version, GError **error);

/* Gives a damaged file another name beside its own, which no file has yet.
 * Returns: (transfer full) (nullable): that path; NULL where it could not */
char *dl_kept_file_put_aside (const char *path);

G_END_DECLS
