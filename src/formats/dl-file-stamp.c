/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-file-stamp.h"

#include <string.h>

/* Seconds, so that as many microseconds can be counted. */
#define LATEST (G_MAXUINT64 / 4 / G_USEC_PER_SEC)

/* At the end of a stamp that cannot be relied on. */
#define TOO_FRESH "?"

char *
dl_file_stamp_new (GFileInfo *info)
{
  const char *etag;
  guint64     inode;
  gint64      age = G_MAXINT64;

  g_return_val_if_fail (G_IS_FILE_INFO (info), NULL);
  etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);
  inode = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE);
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_TIME_MODIFIED))
    age =
      g_get_real_time () -
      (gint64) MIN (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED), LATEST) * G_USEC_PER_SEC -
      g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  return g_strdup_printf ("%s/%" G_GOFFSET_FORMAT "/%" G_GUINT64_FORMAT "%s", etag == NULL ? "" : etag,
                          (goffset) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE), inode,
                          ABS (age) < DL_FILE_STAMP_FRESH ? TOO_FRESH : "");
}

static gsize
trusted_length (const char *stamp)
{
  return strlen (stamp) - (g_str_has_suffix (stamp, TOO_FRESH) ? strlen (TOO_FRESH) : 0);
}

gboolean
dl_file_stamp_may_equal (const char *a, const char *b)
{
  gsize length;

  if (a == NULL || b == NULL || !g_str_has_suffix (a, TOO_FRESH))
    return FALSE;
  length = trusted_length (a);
  return trusted_length (b) == length && memcmp (a, b, length) == 0;
}

void
dl_file_stamp_trust (char *stamp)
{
  stamp[trusted_length (stamp)] = '\0';
}

gboolean
dl_file_stamp_equal (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_str_equal (a, b) && !g_str_has_suffix (a, TOO_FRESH);
}
