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

/**
 * dl_load_files:
 * @files: (array length=n): files, and folders for the files in them
 * @names: (array length=n) (nullable): how errors call each; %NULL: by its path
 * @n: at least one
 * @error: where none could be read; of several files, what is wrong with each
 *
 * The same of several files, as one timeline (see dl_timeline_new_overlaid()) where
 * more than one of them can be read. What fails loses no other: it is told in the
 * result's failures, and is not among its files.
 *
 * Returns: (transfer full) (nullable)
 */
DlLoaded *
dl_load_files (GFile *const *files, const char *const *names, guint n, GCancellable *cancellable, GError **error);

/* Without blocking, for a window: errors name no command. @progress (nullable) is called until the callback is.
 * @source: (nullable): the source object of the result */
void      dl_load_files_async (GFile *const       *files,
                               guint               n,
                               gpointer            source,
                               GCancellable       *cancellable,
                               DlProgressFunc      progress,
                               gpointer            progress_data,
                               GAsyncReadyCallback callback,
                               gpointer            data);
DlLoaded *dl_load_files_finish (GAsyncResult *result, GError **error);

/* Whether some format's sniff knows @bytes; a gzip file is one. */
gboolean dl_load_knows (GBytes *bytes);

/* How names of files that are read usually end, each once: "dateline.json", "csv"; whatever
 * the name, the content decides. Returns: (transfer full) (array zero-terminated=1) */
char **dl_load_dup_endings (void);

/* How errors call @file. Returns: (transfer full) */
char *dl_load_dup_name (GFile *file);

/* What was read, in Dateline's own format; it is written now where that has not been needed yet,
 * which takes about as long as to read it. One thread at a time.
 * @error: of one file: why it cannot be written, such as too much of it
 * Returns: (transfer none) (nullable): %NULL, without an error, of several files */
GBytes *dl_load_get_own_text (DlLoaded *loaded, GError **error);

G_END_DECLS
