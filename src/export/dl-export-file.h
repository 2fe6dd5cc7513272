/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is written; errors call it so. */
typedef enum
{
  DL_EXPORT_PICTURE,
  DL_EXPORT_TIMELINE,
} DlExportKind;

/**
 * dl_export_write:
 * @error: %DL_ERROR_WRITE; the message names the file
 *
 * Replaces @file by @contents as dl_file_replace() does: whatever fails leaves
 * what was there, and one that is read-only stays. In a sandbox, a place that
 * vanishes with the program counts as a failure.
 *
 * Returns: whether the file is there
 */
gboolean dl_export_write (GBytes *contents, DlExportKind kind, GFile *file, GError **error);

G_END_DECLS
