/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "formats/dl-loaded.h"

G_BEGIN_DECLS

/**
 * dl_load_bytes:
 * @bytes: a whole file; kept alive by the timeline, which reads details from it
 * @name: how errors call the file ("story.dateline.json"); translated messages
 *   start with `NAME:LINE:COLUMN: ` where the place is known, else `NAME: `
 * @error: %DL_ERROR_NOT_JSON, %DL_ERROR_NOT_A_TIMELINE or %DL_ERROR_LIMIT
 *
 * Reads a timeline, blocking. A gzip file (RFC 1952) is inflated first, which
 * its magic number tells; then whichever format of dl-format.h its content is
 * of. Dateline's own, to which all belongs that is of no other, must be JSON
 * as RFC 8259 says, in UTF-8 (one leading byte order mark is passed over), and
 * hold an object with an `events` array. What cannot be taken within it becomes
 * a problem.
 *
 * Returns: (transfer full) (nullable)
 */
DlLoaded *dl_load_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

/* The same of a file, read into memory (never mapped).
 * @error: also %DL_ERROR_READ: missing, a folder, no permission */
DlLoaded *dl_load_file (GFile *file, GCancellable *cancellable, GError **error);

/* The same with a name of one's own for errors: what the user typed. @name: (nullable) */
DlLoaded *dl_load_file_as (GFile *file, const char *name, GCancellable *cancellable, GError **error);

/* Without blocking; @progress (nullable) is called until the callback is. */
void      dl_load_file_async (GFile              *file,
                              GCancellable       *cancellable,
                              DlProgressFunc      progress,
                              gpointer            progress_data,
                              GAsyncReadyCallback callback,
                              gpointer            data);
DlLoaded *dl_load_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
