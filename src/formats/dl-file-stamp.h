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

/* Microseconds: within this time a file may be saved twice and be given the same time. */
#define DL_FILE_STAMP_FRESH (G_USEC_PER_SEC / 50)

/* Whether @now, which cannot be relied on yet, is perhaps that of the file as it was with
 * the other one: another look after %DL_FILE_STAMP_FRESH tells. Both nullable */
gboolean dl_file_stamp_may_equal (const char *now, const char *before);

/* Nobody else has saved the file in the time that makes a stamp one that cannot be
 * relied on. */
void dl_file_stamp_trust (char *stamp);

G_END_DECLS
