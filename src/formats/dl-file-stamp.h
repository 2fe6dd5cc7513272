/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What tells one saving of a file from the next without a look into it: its
 * entity tag, length and inode, as one string. */

/* What g_file_query_info() is asked for. */
#define DL_FILE_STAMP_ATTRIBUTES                                                                                       \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_UNIX_INODE                       \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* Returns: (transfer full) */
char *dl_file_stamp_new (GFileInfo *info);

/* Whether nothing has been saved between the two. Clocks of file systems are
 * coarse: a stamp of what was saved this very moment is equal to none, not even to
 * itself. @a, @b: (nullable): %NULL is equal to none */
gboolean dl_file_stamp_equal (const char *a, const char *b);

G_END_DECLS
