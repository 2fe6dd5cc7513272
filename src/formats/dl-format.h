/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loaded.h"

G_BEGIN_DECLS

/**
 * DlFormat:
 * @name: for the log; not translated
 * @sniff: whether @text, a whole file, looks as if it were of this format. Goes
 *   by the content alone, whatever the file is called, and looks no further
 *   than it takes to tell it from others; it need not be without a mistake
 * @read: as dl_load_bytes(), with @progress (nullable) called in the same thread
 *
 * A format that timelines are read from: one entry of a table.
 */
typedef struct
{
  const char *name;
  gboolean (*sniff) (const char *text, gsize length);
  DlLoaded *(*read) (GBytes        *bytes,
                     const char    *name,
                     GCancellable  *cancellable,
                     DlProgressFunc progress,
                     gpointer       progress_data,
                     GError       **error);
} DlFormat;

/* The format that @bytes, uncompressed, are to be read as: the first whose
 * sniff says so. Where none does it is Dateline's own, whose error then says
 * at which place the file ceases to be one. Never NULL. */
const DlFormat *dl_format_find (GBytes *bytes);

/* Whether the sniff of any format says so. @bytes: perhaps only the beginning */
gboolean dl_format_is_known (GBytes *bytes);

G_END_DECLS
