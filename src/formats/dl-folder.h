/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many files of a folder are opened at once. */
#define DL_FOLDER_MAX_FILES 100

/* Blocking. */
gboolean dl_is_folder (GFile *file);

/**
 * dl_folder_list:
 * @name: how errors call the folder
 * @error: %DL_ERROR_READ; %DL_ERROR_NOT_A_TIMELINE where there is none;
 *   %DL_ERROR_LIMIT where there are more than %DL_FOLDER_MAX_FILES
 *
 * The files in a folder that may be timelines, going by how each begins, in the order
 * of their names; not what is hidden, and not what is in folders below. Blocking.
 *
 * Returns: (transfer full) (nullable): of #GFile, at least one
 */
GPtrArray *dl_folder_list (GFile *folder, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
