/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loader.h"

G_BEGIN_DECLS

/* One file, blocking. @in_window: what is wrong is told there; @progress: (nullable): called in this thread */
DlLoaded *dl_load_one (GFile         *file,
                       const char    *name,
                       gboolean       in_window,
                       GCancellable  *cancellable,
                       DlProgressFunc progress,
                       gpointer       progress_data,
                       GError       **error);

/* As dl_load_files(), with @in_window and @progress as above, of one file after the other. */
DlLoaded *dl_load_all (GFile *const      *files,
                       const char *const *names,
                       guint              n,
                       gboolean           in_window,
                       GCancellable      *cancellable,
                       DlProgressFunc     progress,
                       gpointer           progress_data,
                       GError           **error);

/* Makes the timeline one of its own text, as those of several files are to be, if it is not yet.
 * Returns: FALSE where that cannot be */
gboolean dl_load_write (DlLoaded *loaded, GError **error);

G_END_DECLS
