/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loaded.h"

G_BEGIN_DECLS

/* Whether @text begins as a timeline of Dateline's own does: an object of JSON. */
gboolean dl_reader_sniff (const char *text, gsize length);

/**
 * DlReaderOutline:
 * @list_at: where the list of events begins, behind which only that list comes
 * @events: of DlJsonSpan: the events in it, one by one
 * @has_numbered_ids: whether an event may have an id such as those that are made up
 *
 * What is known already of a text that was written a moment ago, and need not be
 * looked for in it. The text is JSON without flaws, and an id in it is one event's.
 */
typedef struct
{
  gsize    list_at;
  GArray  *events;
  gboolean has_numbered_ids;
} DlReaderOutline;

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
