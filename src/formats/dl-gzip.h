/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Unpacked, a file has no more than so many bytes, or so many times its own
 * size where that is more: a small file is not to take all memory. */
#define DL_GZIP_SURE_SIZE ((gsize) 64 << 20)
#define DL_GZIP_MOST_RATIO 100

/**
 * dl_gzip_inflate:
 * @bytes: what may be a gzip file (RFC 1952)
 * @name: how errors call the file
 * @error: %DL_ERROR_READ with the byte at which the file is damaged, cut off or
 *   goes on with something else; %DL_ERROR_LIMIT; or %G_IO_ERROR_CANCELLED
 *
 * Undoes the compression where the magic number says that there is one, of all
 * members that the file has.
 *
 * Returns: (transfer full) (nullable): what was in it; @bytes when it is not compressed
 */
GBytes *dl_gzip_inflate (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
