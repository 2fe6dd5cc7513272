/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on, where GLib ends the program since there is no memory, thread
 * or file descriptor to be had, it ends with a message and exit code 1, and
 * without a core file. All other messages of libraries are as they were. */
void dl_exhaustion_start (void);

/**
 * dl_exhaustion_check:
 * @n_files: how many more files will be open at once, at most 8
 * @error: %DL_ERROR_LIMIT
 *
 * Whether there is the memory that drawing a small picture takes, and so many
 * file descriptors. Libraries that know nothing of GLib take both for granted:
 * without them there seem to be no fonts, or no settings. To be called before
 * anything else runs on another thread, which would find none meanwhile.
 */
gboolean dl_exhaustion_check (guint n_files, GError **error);

G_END_DECLS
