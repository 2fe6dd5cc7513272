/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loader.h"

G_BEGIN_DECLS

/**
 * dl_reader_read:
 * @bytes: a whole file, in memory
 * @name: how errors call it
 * @progress: (nullable): called in this thread, after every few hundred events
 *
 * Reads a timeline, blocking.
 *
 * Returns: (transfer full) (nullable): as dl_load_bytes()
 */
DlLoaded *dl_reader_read (GBytes *bytes, const char *name, GCancellable *cancellable, DlProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
