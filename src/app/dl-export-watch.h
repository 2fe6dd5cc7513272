/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loader.h"

G_BEGIN_DECLS

/* Reads the file and writes the picture; tells why where it cannot.
 * Returns: (transfer full) (nullable): what it has drawn */
typedef DlLoaded *(*DlExportWatchFunc) (gpointer data);

/**
 * dl_export_watch:
 * @path: of the file, as messages call it
 * @output: the same of the picture
 * @loaded: (transfer full): what was drawn first
 * @func: is called each time that the file has been saved again
 *
 * Watches a file whose picture has been written, until the program is asked to
 * end (SIGINT, SIGTERM), and tells on stderr what happens.
 *
 * Returns: the exit code
 */
int dl_export_watch (const char *path, const char *output, DlLoaded *loaded, DlExportWatchFunc func, gpointer data);

G_END_DECLS
