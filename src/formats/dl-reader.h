/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loaded.h"
#include "formats/dl-reader-outline.h"

G_BEGIN_DECLS

/* Whether @text begins as a timeline of Dateline's own does: an object of JSON. */
gboolean dl_reader_sniff (const char *text, gsize length);

/**
 * dl_reader_read:
 * @bytes: a whole file, in memory
 * @outline: (nullable): what is known of it
 * @name: how errors call it
 * @progress: (nullable): called in this thread, after every few hundred events
 *
 * Reads a timeline, blocking.
 *
 * Returns: (transfer full) (nullable): as dl_load_bytes()
 */
DlLoaded *dl_reader_read (GBytes                *bytes,
                          const DlReaderOutline *outline,
                          const char            *name,
                          GCancellable          *cancellable,
                          DlProgressFunc         progress,
                          gpointer               progress_data,
                          GError               **error);

G_END_DECLS
