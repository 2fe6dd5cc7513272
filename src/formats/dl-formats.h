/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* All formats, in the order in which they are tried; Dateline's own is the first.
 * @n: (out) */
const DlFormat *const *dl_formats_get_all (guint *n);

/* The format that a file is to be read as: the first whose sniff says so; NULL
 * where none does. */
const DlFormat *dl_formats_find (DlInput *input);

/**
 * dl_formats_read:
 * @bytes: a whole file, uncompressed
 * @progress: (nullable): called in this thread
 *
 * Finds the format of a file and reads it, blocking. A file of no format is
 * read, or refused, as Dateline's own, whose error says at which place it ceases to
 * be one.
 *
 * Returns: (transfer full) (nullable): as dl_load_bytes()
 */
DlLoaded *dl_formats_read (GBytes        *bytes,
                           const char    *name,
                           GCancellable  *cancellable,
                           DlProgressFunc progress,
                           gpointer       progress_data,
                           GError       **error);

/* The same. @in_window: what cannot be read is told in a window, where nobody types a command: errors name none */
DlLoaded *dl_formats_read_told (GBytes        *bytes,
                                const char    *name,
                                gboolean       in_window,
                                GCancellable  *cancellable,
                                DlProgressFunc progress,
                                gpointer       progress_data,
                                GError       **error);

/* Reads what was read at once (see #DlFormat) once more, so that it is written down.
 * @text: the unwritten one of what was loaded
 * @name: how errors call it. Returns: (transfer full) (nullable) */
DlLoaded *dl_formats_write (GBytes *text, const char *name, GError **error);

/* Whether it is of a format that is read, or begins as JSON does. @bytes: perhaps only the beginning */
gboolean dl_formats_is_known (GBytes *bytes);

/* Whether it is a file of Dateline's own, to all appearance. @bytes: all of it, compressed or not */
gboolean dl_formats_is_own (GBytes *bytes);

G_END_DECLS
