/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-buffer.h"

/* Bytes that may be left over. */
#define SLACK ((gsize) 64 * 1024)

GBytes *
dl_buffer_end (char *data, gsize used, gsize allocated)
{
  char *fitting = used + SLACK < allocated ? g_try_realloc (data, MAX (used, 1)) : NULL;

  return g_bytes_new_take (fitting != NULL ? fitting : data, used);
}
