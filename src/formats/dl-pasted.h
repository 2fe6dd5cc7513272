/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Text that is in no file, as a file: an address of its own that everything else can
 * carry about, as long as the program runs. */

/* Keeps @bytes. Returns: (transfer full): what stands for them */
GFile   *dl_pasted_new (GBytes *bytes);
gboolean dl_is_pasted (GFile *file);
/* Lets them go; what is read is not touched. */
void dl_pasted_forget (GFile *file);
/* @error: %DL_ERROR_READ where they are let go. Any thread.
 * Returns: (transfer full) (nullable) */
GBytes *dl_pasted_read (GFile *file, GError **error);
/* How errors and people call it: "Pasted". Static storage. */
const char *dl_pasted_get_name (void);

G_END_DECLS
