/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text is read into while its length is not known. */

/* How much room there is at first. */
#define DL_BUFFER_FIRST_SIZE ((gsize) 64 * 1024)
/* How much is read at one go; the cancellable is looked at between two. */
#define DL_BUFFER_CHUNK_SIZE ((gsize) 1024 * 1024)

/* The @used bytes of @data, of which there are @allocated; what was not needed
 * goes back. Takes @data. Returns: (transfer full) */
GBytes *dl_buffer_end (char *data, gsize used, gsize allocated);

G_END_DECLS
