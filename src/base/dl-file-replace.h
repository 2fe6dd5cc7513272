/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_file_replace:
 * @path: a file, which need not be there
 * @error: of %G_FILE_ERROR, without the file's name
 *
 * Makes @data the whole of what is in a file. Whatever fails leaves what was
 * there, and nothing beside it.
 *
 * The data is written beside its place and moved there. Mode and owner stay as
 * they were. Where that cannot be, since the file has several names, another
 * owner, or a folder in which nothing can be made, it is written into the file
 * itself, and what was in there is written back where that fails; only to be
 * ended in that very moment would leave a half.
 *
 * A file that nobody may write to is left alone, also where the system would
 * not mind; a symbolic link stays one; a device or a pipe is written to.
 *
 * Returns: whether all of it is there
 */
gboolean dl_file_replace (const char *path, const char *data, gsize length, GError **error);

G_END_DECLS
